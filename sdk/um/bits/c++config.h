/* SPDX-License-Identifier: MIT */
/* libstdc++ is built for 32-bit wide characters: its wide half is switched off, kmdock_wide.h says so to whoever uses it. */
#include_next <bits/c++config.h>
#undef _GLIBCXX_USE_WCHAR_T
