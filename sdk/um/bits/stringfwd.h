/* SPDX-License-Identifier: MIT */
/* The host's, and std::wstring refused: the class can be named (libstdc++'s headers do), but making one is an error. */
#include_next <bits/stringfwd.h>
#if defined(__cplusplus) && !defined(KMDOCK_WIDE_STRINGFWD)
#define KMDOCK_WIDE_STRINGFWD
#include "kmdock_wide.h"
namespace std
{
template <class KmdockTraits, class Allocator> class basic_string<wchar_t, KmdockTraits, Allocator>
{
public:
    typedef wchar_t value_type;
    typedef const wchar_t *const_iterator;
    typedef wchar_t *iterator;
    template <class... Arguments> basic_string(Arguments...)
    {
        static_assert(sizeof...(Arguments) == (size_t)-1, KMDOCK_WIDE_SENTENCE);
    }
    /* Of L""s, which libstdc++ defines inline; constexpr from C++20 on, and then the hollow string has nothing to use. */
#if __cplusplus > 201703L
    constexpr basic_string(const wchar_t *, size_t)
    {
    }
#else
    __attribute__((error(KMDOCK_WIDE_SENTENCE))) basic_string(const wchar_t *text, size_t length);
#endif
    const wchar_t *data() const;
    size_t length() const;
};
typedef basic_string<wchar_t> wstring;
} // namespace std
#endif
