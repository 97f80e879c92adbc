/* SPDX-License-Identifier: MIT */
/* The wprintf family: formats and results are UTF-16, the streams behind them UTF-8. */
#include "um.h"
#include <wchar.h>
#include <strsafe.h>

#define WITH_ARGUMENTS(last, result, call)                                                                             \
    va_list arguments;                                                                                                 \
    va_start(arguments, last);                                                                                         \
    result = call;                                                                                                     \
    va_end(arguments)

static char *format_wide(const wchar_t *format, va_list arguments, size_t *ret_length)
{
    char *narrow = um_narrow(format);
    char *text = narrow ? um_format(narrow, true, arguments, ret_length) : NULL;
    free(narrow);
    return text;
}

int vfwprintf(struct _IO_FILE *file, const wchar_t *format, va_list arguments)
{
    size_t length;
    char *text = format_wide(format, arguments, &length);
    int count = text && fwrite(text, 1, length, file) == length ? (int)length : -1;
    free(text);
    return count;
}

int vwprintf(const wchar_t *format, va_list arguments)
{
    return vfwprintf(stdout, format, arguments);
}

int wprintf(const wchar_t *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, vfwprintf(stdout, format, arguments));
    return count;
}

int fwprintf(struct _IO_FILE *file, const wchar_t *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, vfwprintf(file, format, arguments));
    return count;
}

int fputws(const wchar_t *text, struct _IO_FILE *file)
{
    char *narrow = um_narrow(text);
    int result = narrow ? fputs(narrow, file) : EOF;
    free(narrow);
    return result;
}

int _putws(const wchar_t *text)
{
    return fputws(text, stdout) < 0 || putchar('\n') < 0 ? EOF : 0;
}

static int format_into(wchar_t *text, size_t size, size_t limit, const wchar_t *format, va_list arguments)
{
    size_t bytes;
    char *narrow = format_wide(format, arguments, &bytes);
    wchar_t *whole = narrow ? malloc((bytes + 1) * sizeof *whole) : NULL;
    if (!whole) {
        free(narrow);
        return -1;
    }
    size_t length = um_utf8_to_utf16(narrow, bytes, whole, bytes, NULL);
    size_t copied = length < limit ? length : limit;
    if (size)
        memcpy(text, whole, copied * sizeof *text);
    if (copied < size)
        text[copied] = 0;
    free(narrow);
    free(whole);
    return (int)length;
}

/* Unlike snprintf: -1 if it does not fit. */
int vswprintf(wchar_t *text, size_t size, const wchar_t *format, va_list arguments)
{
    if (!size)
        return -1;
    int length = format_into(text, size, size - 1, format, arguments);
    return (size_t)length < size ? length : -1;
}

int swprintf(wchar_t *text, size_t size, const wchar_t *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, vswprintf(text, size, format, arguments));
    return count;
}

int _vsnwprintf(wchar_t *text, size_t size, const wchar_t *format, va_list arguments)
{
    int count = format_into(text, size, size, format, arguments);
    return count >= 0 && (size_t)count > size ? -1 : count;
}

int _snwprintf(wchar_t *text, size_t size, const wchar_t *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, _vsnwprintf(text, size, format, arguments));
    return count;
}

int _vsnwprintf_s(wchar_t *text, size_t size, size_t count, const wchar_t *format, va_list arguments)
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

int _snwprintf_s(wchar_t *text, size_t size, size_t limit, const wchar_t *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, _vsnwprintf_s(text, size, limit, format, arguments));
    return count;
}

int vswprintf_s(wchar_t *text, size_t size, const wchar_t *format, va_list arguments)
{
    return _vsnwprintf_s(text, size, size, format, arguments);
}

int swprintf_s(wchar_t *text, size_t size, const wchar_t *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, vswprintf_s(text, size, format, arguments));
    return count;
}

int _scwprintf(const wchar_t *format, ...)
{
    int count;
    WITH_ARGUMENTS(format, count, format_into(NULL, 0, 0, format, arguments));
    return count;
}

/* The wide half of strsafe. */
static HRESULT safe_result(wchar_t *text, size_t size, const wchar_t *format, va_list arguments)
{
    if (!size || size > STRSAFE_MAX_CCH)
        return STRSAFE_E_INVALID_PARAMETER;
    int length = format_into(text, size, size - 1, format, arguments);
    return length >= 0 && (size_t)length < size ? S_OK : STRSAFE_E_INSUFFICIENT_BUFFER;
}

HRESULT StringCchVPrintfW(wchar_t *text, size_t size, const wchar_t *format, va_list arguments)
{
    return safe_result(text, size, format, arguments);
}

HRESULT StringCbVPrintfW(wchar_t *text, size_t bytes, const wchar_t *format, va_list arguments)
{
    return safe_result(text, bytes / sizeof *text, format, arguments);
}

HRESULT StringCchPrintfW(wchar_t *text, size_t size, const wchar_t *format, ...)
{
    HRESULT result;
    WITH_ARGUMENTS(format, result, safe_result(text, size, format, arguments));
    return result;
}

HRESULT StringCbPrintfW(wchar_t *text, size_t bytes, const wchar_t *format, ...)
{
    HRESULT result;
    WITH_ARGUMENTS(format, result, safe_result(text, bytes / sizeof *text, format, arguments));
    return result;
}
