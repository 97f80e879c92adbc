/* SPDX-License-Identifier: MIT */
/* UTF-16, UTF-8 and Windows-1252, to UTF-8 and back. */
#include "inf/text.h"

#include <assert.h>
#include <string.h>

enum { REPLACEMENT = 0xfffd };

/* The characters 0x80 to 0x9f of Windows-1252; 0 where it has none. */
static const uint16_t ansi_high[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

void text_utf8(struct text *text, uint32_t code)
{
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        code = REPLACEMENT;
    if (code < 0x80) {
        text_char(text, (char)code);
    } else if (code < 0x800) {
        text_char(text, (char)(0xc0 | code >> 6));
        text_char(text, (char)(0x80 | (code & 0x3f)));
    } else if (code < 0x10000) {
        text_char(text, (char)(0xe0 | code >> 12));
        text_char(text, (char)(0x80 | (code >> 6 & 0x3f)));
        text_char(text, (char)(0x80 | (code & 0x3f)));
    } else {
        text_char(text, (char)(0xf0 | code >> 18));
        text_char(text, (char)(0x80 | (code >> 12 & 0x3f)));
        text_char(text, (char)(0x80 | (code >> 6 & 0x3f)));
        text_char(text, (char)(0x80 | (code & 0x3f)));
    }
}

uint32_t text_next(const char *utf8, size_t size, size_t *position)
{
    assert(*position < size);
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    unsigned char first = (unsigned char)utf8[(*position)++];
    if (first < 0x80)
        return first;
    size_t more = first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xc2 && first < 0xe0;
    if (!more || size - *position < more)
        return REPLACEMENT;
    uint32_t code = first & (0x3fu >> more);
    for (size_t i = 0; i < more; i++) {
        unsigned char byte = (unsigned char)utf8[*position + i];
        if ((byte & 0xc0) != 0x80)
            return REPLACEMENT;
        code = code << 6 | (byte & 0x3f);
    }
    if (code < least[more] || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return REPLACEMENT;
    *position += more;
    return code;
}

static bool is_utf8(const char *data, size_t size)
{
    for (size_t position = 0; position < size;) {
        size_t at = position;
        /* A replacement character that really stands there takes three bytes. */
        if (text_next(data, size, &position) == REPLACEMENT && position - at != 3)
            return false;
    }
    return true;
}

enum text_encoding text_encoding_of(const void *data, size_t size)
{
    const unsigned char *bytes = data;
    if (size >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf)
        return TEXT_UTF8_MARK;
    if (size >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
        return TEXT_UTF16LE;
    if (size >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
        return TEXT_UTF16BE;
    if (size >= 4 && size % 2 == 0 && bytes[0] && !bytes[1] && bytes[2] && !bytes[3])
        return TEXT_UTF16LE;
    return is_utf8(data, size) ? TEXT_UTF8 : TEXT_ANSI;
}

static void decode_utf16(struct text *text, const unsigned char *bytes, size_t size, bool big)
{
    uint32_t high = 0;
    size_t start =
        size >= 2 && ((bytes[0] == 0xff && bytes[1] == 0xfe && !big) || (bytes[0] == 0xfe && bytes[1] == 0xff && big))
            ? 2
            : 0;
    for (size_t i = start; i + 1 < size; i += 2) {
        uint32_t unit = big ? (uint32_t)bytes[i] << 8 | bytes[i + 1] : (uint32_t)bytes[i + 1] << 8 | bytes[i];
        if (high && unit >= 0xdc00 && unit < 0xe000) {
            text_utf8(text, 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
            high = 0;
            continue;
        }
        if (high)
            text_utf8(text, REPLACEMENT);
        high = unit >= 0xd800 && unit < 0xdc00 ? unit : 0;
        if (!high)
            text_utf8(text, unit);
    }
    if (high || size % 2)
        text_utf8(text, REPLACEMENT);
}

void text_decode(struct text *text, const void *data, size_t size, enum text_encoding encoding)
{
    const unsigned char *bytes = data;
    if (encoding == TEXT_UTF16LE || encoding == TEXT_UTF16BE) {
        decode_utf16(text, bytes, size, encoding == TEXT_UTF16BE);
    } else if (encoding == TEXT_ANSI) {
        for (size_t i = 0; i < size; i++) {
            bool odd = bytes[i] >= 0x80 && bytes[i] < 0xa0;
            text_utf8(text, !odd ? bytes[i] : ansi_high[bytes[i] - 0x80] ? ansi_high[bytes[i] - 0x80] : REPLACEMENT);
        }
    } else {
        size_t mark = encoding == TEXT_UTF8_MARK && size >= 3 ? 3 : 0;
        text_add(text, bytes + mark, size - mark);
    }
}

static char ansi_of(uint32_t code)
{
    if (code < 0x80 || (code >= 0xa0 && code < 0x100))
        return (char)code;
    for (unsigned i = 0; i < 32; i++) {
        if (ansi_high[i] == code)
            return (char)(0x80 + i);
    }
    return '?';
}

static void unit_add(struct text *text, uint32_t unit, bool big)
{
    char pair[2] = {(char)(big ? unit >> 8 : unit), (char)(big ? unit : unit >> 8)};
    text_add(text, pair, 2);
}

void text_encode(struct text *text, const char *utf8, size_t size, enum text_encoding encoding)
{
    bool big = encoding == TEXT_UTF16BE;
    if (encoding == TEXT_UTF8 || encoding == TEXT_UTF8_MARK) {
        if (encoding == TEXT_UTF8_MARK)
            text_string(text, "\xef\xbb\xbf");
        text_add(text, utf8, size);
        return;
    }
    if (encoding != TEXT_ANSI)
        unit_add(text, 0xfeff, big);
    for (size_t position = 0; position < size;) {
        uint32_t code = text_next(utf8, size, &position);
        if (encoding == TEXT_ANSI) {
            text_char(text, ansi_of(code));
        } else if (code < 0x10000) {
            unit_add(text, code, big);
        } else {
            unit_add(text, 0xd800 + ((code - 0x10000) >> 10), big);
            unit_add(text, 0xdc00 + ((code - 0x10000) & 0x3ff), big);
        }
    }
}
