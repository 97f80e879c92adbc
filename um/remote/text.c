/* SPDX-License-Identifier: MIT */
/* UTF-16 and UTF-8. Lone surrogates and bad bytes become U+FFFD. */
#include "um.h"

/* Writes what fits and returns what is needed, both without a terminator. size 0: only counts. */
size_t um_utf16_to_utf8(const WCHAR *wide, size_t count, char *text, size_t size, bool *ret_bad)
{
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t c = (uint16_t)wide[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < count && (uint16_t)wide[i + 1] >= 0xDC00 &&
            (uint16_t)wide[i + 1] < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + ((uint16_t)wide[++i] - 0xDC00u);
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
            if (ret_bad)
                *ret_bad = true;
        }
        unsigned bytes = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
        static const uint8_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
        if (length + bytes <= size) {
            for (unsigned at = bytes; at-- > 1; c >>= 6)
                text[length + at] = (char)(0x80 | (c & 0x3F));
            text[length] = (char)(leads[bytes] | c);
        }
        length += bytes;
    }
    return length;
}

/* One character; at least one byte is taken. */
static uint32_t decode(const uint8_t *text, size_t left, size_t *ret_taken)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    uint8_t lead = text[0];
    unsigned bytes = lead < 0x80 ? 1 : lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : 2;
    *ret_taken = 1;
    if (bytes == 1)
        return lead;
    if (lead < 0xC2 || lead >= 0xF5)
        return UINT32_MAX;
    uint32_t c = lead & (0x7F >> bytes);
    for (unsigned i = 1; i < bytes; i++) {
        if (i >= left || (text[i] & 0xC0) != 0x80)
            return UINT32_MAX;
        c = c << 6 | (text[i] & 0x3F);
    }
    if (c < least[bytes] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        return UINT32_MAX;
    *ret_taken = bytes;
    return c;
}

size_t um_utf8_to_utf16(const char *text, size_t bytes, WCHAR *wide, size_t size, bool *ret_bad)
{
    size_t length = 0, taken;
    for (size_t i = 0; i < bytes; i += taken) {
        uint32_t c = decode((const uint8_t *)text + i, bytes - i, &taken);
        if (c == UINT32_MAX) {
            c = 0xFFFD;
            if (ret_bad)
                *ret_bad = true;
        }
        unsigned units = c < 0x10000 ? 1 : 2;
        if (length + units <= size) {
            if (units == 1) {
                wide[length] = (WCHAR)c;
            } else {
                wide[length] = (WCHAR)(0xD800 + ((c - 0x10000) >> 10));
                wide[length + 1] = (WCHAR)(0xDC00 + ((c - 0x10000) & 0x3FF));
            }
        }
        length += units;
    }
    return length;
}

char *um_narrow(const WCHAR *wide)
{
    size_t count = wcslen(wide), size = count * 3 + 1;
    char *text = malloc(size);
    if (text)
        text[um_utf16_to_utf8(wide, count, text, size - 1, NULL)] = 0;
    return text;
}

WCHAR *um_widen(const char *text)
{
    size_t bytes = strlen(text);
    WCHAR *wide = malloc((bytes + 1) * sizeof *wide);
    if (wide)
        wide[um_utf8_to_utf16(text, bytes, wide, bytes, NULL)] = 0;
    return wide;
}

static bool page_known(UINT page)
{
    return page == CP_ACP || page == CP_OEMCP || page == CP_THREAD_ACP || page == CP_UTF8;
}

static int converted(size_t length, int size, bool bad)
{
    if (bad)
        um_last_error = ERROR_NO_UNICODE_TRANSLATION;
    else if (length > MAXLONG || (size && length > (size_t)size))
        um_last_error = ERROR_INSUFFICIENT_BUFFER;
    else
        return (int)length;
    return 0;
}

/* https://learn.microsoft.com/windows/win32/api/stringapiset/nf-stringapiset-multibytetowidechar */
int MultiByteToWideChar(UINT page, DWORD flags, LPCCH text, int bytes, LPWSTR wide, int size)
{
    bool bad = false;
    if (!page_known(page) || !text || !bytes || size < 0 || (size && !wide)) {
        um_last_error = ERROR_INVALID_PARAMETER;
        return 0;
    }
    size_t count = bytes < 0 ? strlen(text) + 1 : (size_t)bytes;
    size_t length = um_utf8_to_utf16(text, count, wide, (size_t)size, &bad);
    return converted(length, size, bad && (flags & MB_ERR_INVALID_CHARS));
}

/* https://learn.microsoft.com/windows/win32/api/stringapiset/nf-stringapiset-widechartomultibyte */
int WideCharToMultiByte(UINT page, DWORD flags, LPCWCH wide, int count, LPSTR text, int size, LPCCH unknown,
                        LPBOOL ret_used_unknown)
{
    bool bad = false;
    (void)unknown;
    if (!page_known(page) || !wide || !count || size < 0 || (size && !text)) {
        um_last_error = ERROR_INVALID_PARAMETER;
        return 0;
    }
    size_t units = count < 0 ? wcslen(wide) + 1 : (size_t)count;
    size_t length = um_utf16_to_utf8(wide, units, text, (size_t)size, &bad);
    if (ret_used_unknown)
        *ret_used_unknown = bad;
    return converted(length, size, bad && (flags & WC_ERR_INVALID_CHARS));
}

UINT GetACP(void)
{
    return CP_UTF8;
}

UINT GetOEMCP(void)
{
    return CP_UTF8;
}
