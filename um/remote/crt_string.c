/* SPDX-License-Identifier: MIT */
/* Microsoft's additions to <string.h> and <stdlib.h>. The _s functions report misuse by their result. */
#include "um.h"
#include <ctype.h>
#include <errno.h>
#include <sys/random.h>

int _stricmp(const char *a, const char *b)
{
    return strcasecmp(a, b);
}

int _strnicmp(const char *a, const char *b, size_t count)
{
    return strncasecmp(a, b, count);
}

int _memicmp(const void *a, const void *b, size_t bytes)
{
    const unsigned char *left = a, *right = b;
    for (size_t i = 0; i < bytes; i++) {
        int difference = tolower(left[i]) - tolower(right[i]);
        if (difference)
            return difference;
    }
    return 0;
}

char *_strdup(const char *text)
{
    return strdup(text);
}

char *_strlwr(char *text)
{
    for (char *c = text; *c; c++)
        *c = (char)tolower((unsigned char)*c);
    return text;
}

char *_strupr(char *text)
{
    for (char *c = text; *c; c++)
        *c = (char)toupper((unsigned char)*c);
    return text;
}

char *_strrev(char *text)
{
    for (size_t i = 0, j = strlen(text); i + 1 < j; i++) {
        char c = text[i];
        text[i] = text[--j];
        text[j] = c;
    }
    return text;
}

errno_t strncpy_s(char *to, size_t size, const char *from, size_t count)
{
    if (!to || !size || !from) {
        if (to && size)
            *to = 0;
        return EINVAL;
    }
    size_t length = strnlen(from, count < size ? count : size);
    if (length < size || count == _TRUNCATE) {
        bool cut = length >= size;
        length = cut ? size - 1 : length;
        memcpy(to, from, length);
        to[length] = 0;
        return cut ? 80 /* STRUNCATE */ : 0;
    }
    *to = 0;
    return ERANGE;
}

errno_t strcpy_s(char *to, size_t size, const char *from)
{
    return strncpy_s(to, size, from, (size_t)-2);
}

errno_t strncat_s(char *to, size_t size, const char *from, size_t count)
{
    size_t length = to ? strnlen(to, size) : 0;
    if (!to || length == size)
        return EINVAL;
    errno_t error = strncpy_s(to + length, size - length, from, count);
    if (error && error != 80)
        *to = 0;
    return error;
}

errno_t strcat_s(char *to, size_t size, const char *from)
{
    return strncat_s(to, size, from, (size_t)-2);
}

errno_t strerror_s(char *text, size_t size, int error)
{
    return strncpy_s(text, size, strerror(error), _TRUNCATE) == EINVAL ? EINVAL : 0;
}

errno_t memcpy_s(void *to, size_t size, const void *from, size_t bytes)
{
    return memmove_s(to, size, from, bytes);
}

errno_t memmove_s(void *to, size_t size, const void *from, size_t bytes)
{
    if (!bytes)
        return 0;
    if (!to || !from)
        return EINVAL;
    if (bytes > size) {
        memset(to, 0, size);
        return ERANGE;
    }
    memmove(to, from, bytes);
    return 0;
}

char *strtok_s(char *text, const char *separators, char **context)
{
    return strtok_r(text, separators, context);
}

long long _atoi64(const char *text)
{
    return strtoll(text, NULL, 10);
}

errno_t _itoa_s(int value, char *text, size_t size, int base)
{
    char digits[36];
    size_t at = sizeof digits;
    bool minus = base == 10 && value < 0;
    unsigned rest = minus ? 0u - (unsigned)value : (unsigned)value;
    if (!text || !size || base < 2 || base > 36)
        return EINVAL;
    *text = 0;
    do
        digits[--at] = "0123456789abcdefghijklmnopqrstuvwxyz"[rest % (unsigned)base];
    while (rest /= (unsigned)base);
    if (minus)
        digits[--at] = '-';
    if (sizeof digits - at >= size)
        return ERANGE;
    memcpy(text, digits + at, sizeof digits - at);
    text[sizeof digits - at] = 0;
    return 0;
}

char *_itoa(int value, char *text, int base)
{
    _itoa_s(value, text, 40, base);
    return text;
}

wchar_t *_itow(int value, wchar_t *text, int base)
{
    char narrow[40] = "";
    _itoa_s(value, narrow, sizeof narrow, base);
    size_t i = 0;
    do
        text[i] = (unsigned char)narrow[i];
    while (narrow[i++]);
    return text;
}

errno_t rand_s(unsigned *ret_value)
{
    return getrandom(ret_value, sizeof *ret_value, 0) == sizeof *ret_value ? 0 : EINVAL;
}

errno_t fopen_s(FILE **ret_file, const char *name, const char *mode)
{
    if (!ret_file || !name || !mode)
        return EINVAL;
    *ret_file = fopen(name, mode);
    return *ret_file ? 0 : errno;
}

int lstrlenA(LPCSTR text)
{
    return text ? (int)strlen(text) : 0;
}

int lstrcmpA(LPCSTR a, LPCSTR b)
{
    return strcmp(a, b);
}

int lstrcmpiA(LPCSTR a, LPCSTR b)
{
    return strcasecmp(a, b);
}

LPSTR lstrcpyA(LPSTR to, LPCSTR from)
{
    return strcpy(to, from);
}

LPSTR lstrcpynA(LPSTR to, LPCSTR from, int size)
{
    if (size > 0)
        strncpy_s(to, (size_t)size, from, _TRUNCATE);
    return to;
}

LPSTR lstrcatA(LPSTR to, LPCSTR from)
{
    return strcat(to, from);
}

/* Debug output has no debugger to go to; it goes to stderr if KMDOCK_DEBUG is set. */
VOID OutputDebugStringA(LPCSTR text)
{
    if (getenv("KMDOCK_DEBUG"))
        fputs(text, stderr);
}

VOID OutputDebugStringW(LPCWSTR text)
{
    char *narrow = um_narrow(text);
    if (narrow)
        OutputDebugStringA(narrow);
    free(narrow);
}

DWORD GetEnvironmentVariableA(LPCSTR name, LPSTR value, DWORD size)
{
    const char *found = getenv(name);
    if (!found) {
        um_last_error = ERROR_ENVVAR_NOT_FOUND;
        return 0;
    }
    size_t length = strlen(found);
    if (length >= size)
        return (DWORD)length + 1;
    memcpy(value, found, length + 1);
    return (DWORD)length;
}

DWORD GetEnvironmentVariableW(LPCWSTR name, LPWSTR value, DWORD size)
{
    char *narrow = um_narrow(name);
    const char *found = narrow ? getenv(narrow) : NULL;
    WCHAR *wide = found ? um_widen(found) : NULL;
    free(narrow);
    if (!wide) {
        um_last_error = ERROR_ENVVAR_NOT_FOUND;
        return 0;
    }
    size_t length = wcslen(wide);
    if (length < size)
        memcpy(value, wide, (length + 1) * sizeof *wide);
    free(wide);
    return (DWORD)(length < size ? length : length + 1);
}
