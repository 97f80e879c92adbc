/* SPDX-License-Identifier: MIT */
/* Wide formatted output, which <stdio.h> and <wchar.h> both have on Windows. Streams carry UTF-8. */
#ifndef KMDOCK_WSTDIO_H
#define KMDOCK_WSTDIO_H

#include "kmdock_msvc.h"
#include <stdarg.h>
#include <stddef.h>

KMDOCK_BEGIN

int wprintf(const wchar_t *format, ...) KMDOCK_CRT(wprintf);
int vwprintf(const wchar_t *format, va_list arguments) KMDOCK_CRT(vwprintf);
int swprintf(wchar_t *text, size_t size, const wchar_t *format, ...) KMDOCK_CRT(swprintf);
int vswprintf(wchar_t *text, size_t size, const wchar_t *format, va_list arguments) KMDOCK_CRT(vswprintf);
int wprintf_s(const wchar_t *format, ...) KMDOCK_CRT(wprintf);
int swprintf_s(wchar_t *text, size_t size, const wchar_t *format, ...) KMDOCK_CRT(swprintf_s);
int vswprintf_s(wchar_t *text, size_t size, const wchar_t *format, va_list arguments) KMDOCK_CRT(vswprintf_s);
int _snwprintf(wchar_t *text, size_t size, const wchar_t *format, ...) KMDOCK_CRT(_snwprintf);
int _vsnwprintf(wchar_t *text, size_t size, const wchar_t *format, va_list arguments) KMDOCK_CRT(_vsnwprintf);
int _snwprintf_s(wchar_t *text, size_t size, size_t count, const wchar_t *format, ...) KMDOCK_CRT(_snwprintf_s);
int _vsnwprintf_s(wchar_t *text, size_t size, size_t count, const wchar_t *format, va_list arguments)
    KMDOCK_CRT(_vsnwprintf_s);
int _scwprintf(const wchar_t *format, ...) KMDOCK_CRT(_scwprintf);
int _putws(const wchar_t *text) KMDOCK_CRT(_putws);

/* The stream is a FILE *; <stdio.h> may not have been read yet. */
int fwprintf(struct _IO_FILE *file, const wchar_t *format, ...) KMDOCK_CRT(fwprintf);
int fwprintf_s(struct _IO_FILE *file, const wchar_t *format, ...) KMDOCK_CRT(fwprintf);
int vfwprintf(struct _IO_FILE *file, const wchar_t *format, va_list arguments) KMDOCK_CRT(vfwprintf);
int fputws(const wchar_t *text, struct _IO_FILE *file) KMDOCK_CRT(fputws);

KMDOCK_END

#endif
