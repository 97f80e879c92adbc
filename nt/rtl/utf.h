/* SPDX-License-Identifier: MIT */
/* UTF-8 and UTF-16, one code point at a time. What is malformed reads as U+FFFD. */
#ifndef KMDOCK_NT_RTL_UTF_H
#define KMDOCK_NT_RTL_UTF_H

#include <stdint.h>

enum { UTF8_MAX = 4, UTF_BAD = 0xfffd };

static inline unsigned utf8_put(char *to, uint32_t c)
{
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (char)(0xc0 | c >> 6);
        to[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = (char)(0xe0 | c >> 12);
        to[1] = (char)(0x80 | (c >> 6 & 0x3f));
        to[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    to[0] = (char)(0xf0 | c >> 18);
    to[1] = (char)(0x80 | (c >> 12 & 0x3f));
    to[2] = (char)(0x80 | (c >> 6 & 0x3f));
    to[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

/* Takes one code point from [*at, end), which is not empty. */
static inline uint32_t utf8_get(const char **at, const char *end)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = (unsigned char)*(*at)++;
    if (first < 0x80)
        return first;
    unsigned length = first >= 0xf0 && first < 0xf8 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc0 || first >= 0xf8)
        return UTF_BAD;
    uint32_t c = first & (0x7fU >> length);
    for (unsigned i = 1; i < length; i++) {
        if (*at == end || ((unsigned char)**at & 0xc0) != 0x80)
            return UTF_BAD;
        c = c << 6 | ((unsigned char)*(*at)++ & 0x3f);
    }
    return c < least[length] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000) ? (uint32_t)UTF_BAD : c;
}

static inline uint32_t utf16_get(const unsigned short **at, const unsigned short *end)
{
    uint32_t c = *(*at)++;
    if (c < 0xd800 || c >= 0xe000)
        return c;
    if (c >= 0xdc00 || *at == end || **at < 0xdc00 || **at >= 0xe000)
        return UTF_BAD;
    return 0x10000 + ((c - 0xd800) << 10) + (*(*at)++ - 0xdc00u);
}

#endif
