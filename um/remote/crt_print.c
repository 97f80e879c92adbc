/* SPDX-License-Identifier: MIT */
/* The printf family over um_format. Streams carry UTF-8. */
#include "um.h"
#include <strsafe.h>

#define WITH_ARGUMENTS(last, result, call)                                                                             \
    va_list arguments;                                                                                                 \
    va_start(arguments, last);                                                                                         \
    result = call;                                                                                                     \
    va_end(arguments)

int vfprintf(FILE *file, const char *format, va_list arguments)
{
    size_t length;
    char *text = um_format(format, false, arguments, &length);
    int count = text && fwrite(text, 1, length, file) == length ? (int)length : -1;
    free(text);
    return count;
}

int vprintf(const char *format, va_list arguments)
{
    return vfprintf(stdout, format, arguments);
}

int printf(const char *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, vfprintf(stdout, format, arguments));
    return count;
}

int fprintf(FILE *file, const char *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, vfprintf(file, format, arguments));
    return count;
}

/* The length that the text has, however much of it fits; -1 without memory. */
static int format_into(char *text, size_t size, size_t limit, const char *format, va_list arguments)
{
    size_t length;
    char *whole = um_format(format, false, arguments, &length);
    if (!whole)
        return -1;
    size_t copied = length < limit ? length : limit;
    if (size)
        memcpy(text, whole, copied);
    if (copied < size)
        text[copied] = 0;
    free(whole);
    return (int)length;
}

int vsnprintf(char *text, size_t size, const char *format, va_list arguments)
{
    return format_into(text, size, size ? size - 1 : 0, format, arguments);
}

int snprintf(char *text, size_t size, const char *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, vsnprintf(text, size, format, arguments));
    return count;
}

int vsprintf(char *text, const char *format, va_list arguments)
{
    return vsnprintf(text, MAXLONG, format, arguments);
}

int sprintf(char *text, const char *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, vsprintf(text, format, arguments));
    return count;
}

/* Without room for the terminator there is none, and without room for the text the answer is -1. */
int _vsnprintf(char *text, size_t size, const char *format, va_list arguments)
{
    int count = format_into(text, size, size, format, arguments);
    return count >= 0 && (size_t)count > size ? -1 : count;
}

int _snprintf(char *text, size_t size, const char *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, _vsnprintf(text, size, format, arguments));
    return count;
}

/* Too long: an empty text, or with _TRUNCATE as much as fits; -1 both times. */
int _vsnprintf_s(char *text, size_t size, size_t count, const char *format, va_list arguments)
{
    if (!text || !size)
        return -1;
    size_t limit = count < size ? count : size - 1;
    int length = format_into(text, size, limit, format, arguments);
    if (length >= 0 && (size_t)length <= limit)
        return length;
    if (count >= size && count != _TRUNCATE)
        text[0] = 0;
    return -1;
}

int _snprintf_s(char *text, size_t size, size_t limit, const char *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, _vsnprintf_s(text, size, limit, format, arguments));
    return count;
}

int vsprintf_s(char *text, size_t size, const char *format, va_list arguments)
{
    return _vsnprintf_s(text, size, size, format, arguments);
}

int sprintf_s(char *text, size_t size, const char *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, vsprintf_s(text, size, format, arguments));
    return count;
}

int _vscprintf(const char *format, va_list arguments)
{
    return format_into(NULL, 0, 0, format, arguments);
}

int _scprintf(const char *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, _vscprintf(format, arguments));
    return count;
}

/* The ANSI half of strsafe. */
static HRESULT safe_result(char *text, size_t size, const char *format, va_list arguments)
{
    if (!size || size > STRSAFE_MAX_CCH)
        return STRSAFE_E_INVALID_PARAMETER;
    int length = format_into(text, size, size - 1, format, arguments);
    return length >= 0 && (size_t)length < size ? S_OK : STRSAFE_E_INSUFFICIENT_BUFFER;
}

HRESULT StringCchVPrintfA(char *text, size_t size, const char *format, va_list arguments)
{
    return safe_result(text, size, format, arguments);
}

HRESULT StringCbVPrintfA(char *text, size_t size, const char *format, va_list arguments)
{
    return safe_result(text, size, format, arguments);
}

HRESULT StringCchPrintfA(char *text, size_t size, const char *format, ...)
{
    HRESULT result;
    WITH_ARGUMENTS(format, result, safe_result(text, size, format, arguments));
    return result;
}

HRESULT StringCbPrintfA(char *text, size_t size, const char *format, ...)
{
    HRESULT result;
    WITH_ARGUMENTS(format, result, safe_result(text, size, format, arguments));
    return result;
}
