/* SPDX-License-Identifier: MIT */
/* The wide types of libstdc++, which an app may name but not use: every use is a compile error with this sentence. */
#ifndef KMDOCK_WIDE_SENTENCE
#define KMDOCK_WIDE_SENTENCE                                                                                           \
    "Kmdock: libstdc++'s wide types (std::wstring, std::wcout and kin) are for 32-bit wchar_t and cannot be used in "  \
    "a "                                                                                                               \
    "Windows app; use WCHAR arrays, wprintf, or std::string."
#endif
