/* SPDX-License-Identifier: MIT */
/* Strings of 16-bit characters. */
#include "um.h"
#include <errno.h>
#include <limits.h>
#include <wchar.h>
#include <wctype.h>

size_t wcslen(const wchar_t *text)
{
    const wchar_t *end = text;
    while (*end)
        end++;
    return (size_t)(end - text);
}

size_t wcsnlen(const wchar_t *text, size_t count)
{
    size_t length = 0;
    while (length < count && text[length])
        length++;
    return length;
}

wchar_t *wcscpy(wchar_t *to, const wchar_t *from)
{
    return memcpy(to, from, (wcslen(from) + 1) * sizeof *to);
}

wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t count)
{
    size_t length = wcsnlen(from, count);
    memcpy(to, from, length * sizeof *to);
    for (; length < count; length++)
        to[length] = 0;
    return to;
}

wchar_t *wcscat(wchar_t *to, const wchar_t *from)
{
    wcscpy(to + wcslen(to), from);
    return to;
}

wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t count)
{
    wchar_t *at = to + wcslen(to);
    size_t length = wcsnlen(from, count);
    memcpy(at, from, length * sizeof *to);
    at[length] = 0;
    return to;
}

static int compare(const wchar_t *a, const wchar_t *b, size_t count, bool fold, bool stop)
{
    for (size_t i = 0; i < count; i++) {
        wint_t left = fold ? towlower((uint16_t)a[i]) : (uint16_t)a[i];
        wint_t right = fold ? towlower((uint16_t)b[i]) : (uint16_t)b[i];
        if (left != right)
            return left < right ? -1 : 1;
        if (stop && !left)
            break;
    }
    return 0;
}

int wcscmp(const wchar_t *a, const wchar_t *b)
{
    return compare(a, b, SIZE_MAX, false, true);
}

int wcsncmp(const wchar_t *a, const wchar_t *b, size_t count)
{
    return compare(a, b, count, false, true);
}

int _wcsicmp(const wchar_t *a, const wchar_t *b)
{
    return compare(a, b, SIZE_MAX, true, true);
}

int _wcsnicmp(const wchar_t *a, const wchar_t *b, size_t count)
{
    return compare(a, b, count, true, true);
}

wchar_t *_wcsdup(const wchar_t *text)
{
    size_t bytes = (wcslen(text) + 1) * sizeof *text;
    wchar_t *copy = malloc(bytes);
    return copy ? memcpy(copy, text, bytes) : NULL;
}

wchar_t *_wcslwr(wchar_t *text)
{
    for (wchar_t *c = text; *c; c++)
        *c = (wchar_t)towlower((uint16_t)*c);
    return text;
}

wchar_t *_wcsupr(wchar_t *text)
{
    for (wchar_t *c = text; *c; c++)
        *c = (wchar_t)towupper((uint16_t)*c);
    return text;
}

wchar_t *wcschr(const wchar_t *text, wchar_t c)
{
    for (;; text++) {
        if (*text == c)
            return (wchar_t *)(uintptr_t)text;
        if (!*text)
            return NULL;
    }
}

wchar_t *wcsrchr(const wchar_t *text, wchar_t c)
{
    const wchar_t *last = NULL;
    for (;; text++) {
        if (*text == c)
            last = text;
        if (!*text)
            return (wchar_t *)(uintptr_t)last;
    }
}

size_t wcscspn(const wchar_t *text, const wchar_t *set)
{
    size_t length = 0;
    while (text[length] && !wcschr(set, text[length]))
        length++;
    return length;
}

size_t wcsspn(const wchar_t *text, const wchar_t *set)
{
    size_t length = 0;
    while (text[length] && wcschr(set, text[length]))
        length++;
    return length;
}

wchar_t *wcspbrk(const wchar_t *text, const wchar_t *set)
{
    text += wcscspn(text, set);
    return *text ? (wchar_t *)(uintptr_t)text : NULL;
}

wchar_t *wcsstr(const wchar_t *text, const wchar_t *part)
{
    size_t length = wcslen(part);
    for (;; text++) {
        if (!wcsncmp(text, part, length))
            return (wchar_t *)(uintptr_t)text;
        if (!*text)
            return NULL;
    }
}

wchar_t *wcstok(wchar_t *text, const wchar_t *separators, wchar_t **context)
{
    wchar_t *token = text ? text : *context;
    token += wcsspn(token, separators);
    if (!*token) {
        *context = token;
        return NULL;
    }
    wchar_t *end = token + wcscspn(token, separators);
    if (*end)
        *end++ = 0;
    *context = end;
    return token;
}

wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t count)
{
    return memcpy(to, from, count * sizeof *to);
}

wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count)
{
    return memmove(to, from, count * sizeof *to);
}

wchar_t *wmemset(wchar_t *to, wchar_t value, size_t count)
{
    for (size_t i = 0; i < count; i++)
        to[i] = value;
    return to;
}

int wmemcmp(const wchar_t *a, const wchar_t *b, size_t count)
{
    return compare(a, b, count, false, false);
}

errno_t wcsncpy_s(wchar_t *to, size_t size, const wchar_t *from, size_t count)
{
    if (!to || !size || !from) {
        if (to && size)
            *to = 0;
        return EINVAL;
    }
    size_t length = wcsnlen(from, count);
    bool cut = length >= size;
    if (cut && count != _TRUNCATE) {
        *to = 0;
        return ERANGE;
    }
    length = cut ? size - 1 : length;
    memcpy(to, from, length * sizeof *to);
    to[length] = 0;
    return cut ? 80 /* STRUNCATE */ : 0;
}

errno_t wcscpy_s(wchar_t *to, size_t size, const wchar_t *from)
{
    return wcsncpy_s(to, size, from, (size_t)-2);
}

errno_t wcsncat_s(wchar_t *to, size_t size, const wchar_t *from, size_t count)
{
    size_t length = to ? wcsnlen(to, size) : 0;
    if (!to || length == size)
        return EINVAL;
    errno_t error = wcsncpy_s(to + length, size - length, from, count);
    if (error && error != 80)
        *to = 0;
    return error;
}

errno_t wcscat_s(wchar_t *to, size_t size, const wchar_t *from)
{
    return wcsncat_s(to, size, from, (size_t)-2);
}

/* Digits of numbers are ASCII: one character is one byte. */
static void narrow_number(const wchar_t *text, char *narrow, size_t size)
{
    size_t i = 0;
    for (; i + 1 < size && text[i] && (uint16_t)text[i] < 0x80; i++)
        narrow[i] = (char)text[i];
    narrow[i] = 0;
}

enum { NUMBER_CHARACTERS_MAX = 128 };

int _wtoi(const wchar_t *text)
{
    char narrow[NUMBER_CHARACTERS_MAX];
    narrow_number(text, narrow, sizeof narrow);
    return (int)strtol(narrow, NULL, 10);
}

long long _wtoi64(const wchar_t *text)
{
    char narrow[NUMBER_CHARACTERS_MAX];
    narrow_number(text, narrow, sizeof narrow);
    return strtoll(narrow, NULL, 10);
}

unsigned long long _wcstoui64(const wchar_t *text, wchar_t **ret_end, int base)
{
    char narrow[NUMBER_CHARACTERS_MAX], *end;
    narrow_number(text, narrow, sizeof narrow);
    unsigned long long value = strtoull(narrow, &end, base);
    if (ret_end)
        *ret_end = (wchar_t *)(uintptr_t)text + (end - narrow);
    return value;
}

int wcstol(const wchar_t *text, wchar_t **ret_end, int base)
{
    char narrow[NUMBER_CHARACTERS_MAX], *end;
    narrow_number(text, narrow, sizeof narrow);
    long value = strtol(narrow, &end, base);
    if (ret_end)
        *ret_end = (wchar_t *)(uintptr_t)text + (end - narrow);
    if (value >= INT_MIN && value <= INT_MAX)
        return (int)value;
    errno = ERANGE;
    return value < 0 ? INT_MIN : INT_MAX;
}

unsigned wcstoul(const wchar_t *text, wchar_t **ret_end, int base)
{
    char narrow[NUMBER_CHARACTERS_MAX], *end;
    narrow_number(text, narrow, sizeof narrow);
    long value = strtol(narrow, &end, base);
    if (ret_end)
        *ret_end = (wchar_t *)(uintptr_t)text + (end - narrow);
    if (value >= -(long)UINT_MAX && value <= (long)UINT_MAX)
        return (unsigned)value;
    errno = ERANGE;
    return UINT_MAX;
}

size_t mbstowcs(wchar_t *to, const char *from, size_t count)
{
    bool bad = false;
    size_t length = um_utf8_to_utf16(from, strlen(from), to, to ? count : 0, &bad);
    if (bad)
        return (size_t)-1;
    if (to && length < count)
        to[length] = 0;
    return to && length > count ? count : length;
}

size_t wcstombs(char *to, const wchar_t *from, size_t bytes)
{
    bool bad = false;
    size_t length = um_utf16_to_utf8(from, wcslen(from), to, to ? bytes : 0, &bad);
    if (bad)
        return (size_t)-1;
    if (to && length < bytes)
        to[length] = 0;
    return to && length > bytes ? bytes : length;
}

errno_t mbstowcs_s(size_t *ret_count, wchar_t *to, size_t size, const char *from, size_t count)
{
    size_t length = mbstowcs(NULL, from, 0);
    if (length == (size_t)-1)
        return EILSEQ;
    bool cut = to && length >= size && count == _TRUNCATE;
    length = length > count ? count : length;
    if (to && length >= size && !cut) {
        if (size)
            *to = 0;
        return ERANGE;
    }
    length = cut ? size - 1 : length;
    if (to) {
        mbstowcs(to, from, length);
        to[length] = 0;
    }
    if (ret_count)
        *ret_count = length + 1;
    return cut ? 80 /* STRUNCATE */ : 0;
}

errno_t wcstombs_s(size_t *ret_count, char *to, size_t size, const wchar_t *from, size_t count)
{
    size_t length = wcstombs(NULL, from, 0);
    if (length == (size_t)-1)
        return EILSEQ;
    bool cut = to && length >= size && count == _TRUNCATE;
    length = length > count ? count : length;
    if (to && length >= size && !cut) {
        if (size)
            *to = 0;
        return ERANGE;
    }
    length = cut ? size - 1 : length;
    if (to) {
        wcstombs(to, from, length);
        to[length] = 0;
    }
    if (ret_count)
        *ret_count = length + 1;
    return cut ? 80 /* STRUNCATE */ : 0;
}

/* Characters outside of the first 65536 do not fit into one wide character. */
int mbtowc(wchar_t *to, const char *from, size_t bytes)
{
    wchar_t unit = 0;
    if (!from || !bytes)
        return from ? -1 : 0;
    for (size_t length = 1; length <= bytes && length <= 3; length++) {
        bool bad = false;
        size_t units = um_utf8_to_utf16(from, length, &unit, 1, &bad);
        if (bad || units != 1)
            continue;
        if (to)
            *to = unit;
        return *from ? (int)length : 0;
    }
    return -1;
}

int wctomb(char *to, wchar_t c)
{
    bool bad = false;
    if (!to)
        return 0;
    size_t bytes = um_utf16_to_utf8(&c, 1, to, 3, &bad);
    return bad ? -1 : (int)bytes;
}

int lstrlenW(LPCWSTR text)
{
    return text ? (int)wcslen(text) : 0;
}

int lstrcmpW(LPCWSTR a, LPCWSTR b)
{
    return wcscmp(a, b);
}

int lstrcmpiW(LPCWSTR a, LPCWSTR b)
{
    return _wcsicmp(a, b);
}

LPWSTR lstrcpyW(LPWSTR to, LPCWSTR from)
{
    return wcscpy(to, from);
}

LPWSTR lstrcpynW(LPWSTR to, LPCWSTR from, int size)
{
    if (size > 0)
        wcsncpy_s(to, (size_t)size, from, _TRUNCATE);
    return to;
}

LPWSTR lstrcatW(LPWSTR to, LPCWSTR from)
{
    return wcscat(to, from);
}
