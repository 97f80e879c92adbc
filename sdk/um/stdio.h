/* SPDX-License-Identifier: MIT */
/*
 * The host's <stdio.h>, with Microsoft's meaning of formats: %lu is 32 bits, %ws and %S are UTF-16, %Iu, %I64d, %p.
 * The host's declarations of these functions are renamed while its header is read, so that ours can carry the names.
 */
#include "kmdock_msvc.h"
#define printf    kmdock_host_printf
#define fprintf   kmdock_host_fprintf
#define sprintf   kmdock_host_sprintf
#define snprintf  kmdock_host_snprintf
#define vprintf   kmdock_host_vprintf
#define vfprintf  kmdock_host_vfprintf
#define vsprintf  kmdock_host_vsprintf
#define vsnprintf kmdock_host_vsnprintf
#define scanf     kmdock_host_scanf
#define fscanf    kmdock_host_fscanf
#define sscanf    kmdock_host_sscanf
#define vscanf    kmdock_host_vscanf
#define vfscanf   kmdock_host_vfscanf
#define vsscanf   kmdock_host_vsscanf
#include_next <stdio.h>
#undef printf
#undef fprintf
#undef sprintf
#undef snprintf
#undef vprintf
#undef vfprintf
#undef vsprintf
#undef vsnprintf
#undef scanf
#undef fscanf
#undef sscanf
#undef vscanf
#undef vfscanf
#undef vsscanf

/* Some host headers ask for a part of <stdio.h> only (__need_FILE); the rest of this file waits for the whole. */
#if defined(EOF) && !defined(KMDOCK_STDIO_H)
#define KMDOCK_STDIO_H
#define KMDOCK_STDIO_WAITS
#endif
#ifdef KMDOCK_STDIO_WAITS
#undef KMDOCK_STDIO_WAITS
#include <stdarg.h>
#include <stddef.h>
#pragma GCC diagnostic ignored "-Wformat"

#define _TRUNCATE ((size_t)-1)
#ifndef KMDOCK_ERRNO_T
#define KMDOCK_ERRNO_T
typedef int errno_t;
typedef size_t rsize_t;
#endif

KMDOCK_BEGIN

int printf(const char *format, ...) KMDOCK_CRT(printf);
int fprintf(FILE *file, const char *format, ...) KMDOCK_CRT(fprintf);
int sprintf(char *text, const char *format, ...) KMDOCK_CRT(sprintf);
int snprintf(char *text, size_t size, const char *format, ...) KMDOCK_CRT(snprintf);
int vprintf(const char *format, va_list arguments) KMDOCK_CRT(vprintf);
int vfprintf(FILE *file, const char *format, va_list arguments) KMDOCK_CRT(vfprintf);
int vsprintf(char *text, const char *format, va_list arguments) KMDOCK_CRT(vsprintf);
int vsnprintf(char *text, size_t size, const char *format, va_list arguments) KMDOCK_CRT(vsnprintf);
int scanf(const char *format, ...) KMDOCK_CRT(scanf);
int fscanf(FILE *file, const char *format, ...) KMDOCK_CRT(fscanf);
int sscanf(const char *text, const char *format, ...) KMDOCK_CRT(sscanf);
int vscanf(const char *format, va_list arguments) KMDOCK_CRT(vscanf);
int vfscanf(FILE *file, const char *format, va_list arguments) KMDOCK_CRT(vfscanf);
int vsscanf(const char *text, const char *format, va_list arguments) KMDOCK_CRT(vsscanf);

int printf_s(const char *format, ...) KMDOCK_CRT(printf);
int fprintf_s(FILE *file, const char *format, ...) KMDOCK_CRT(fprintf);
int vprintf_s(const char *format, va_list arguments) KMDOCK_CRT(vprintf);
int vfprintf_s(FILE *file, const char *format, va_list arguments) KMDOCK_CRT(vfprintf);
int sprintf_s(char *text, size_t size, const char *format, ...) KMDOCK_CRT(sprintf_s);
int vsprintf_s(char *text, size_t size, const char *format, va_list arguments) KMDOCK_CRT(vsprintf_s);
int _snprintf(char *text, size_t size, const char *format, ...) KMDOCK_CRT(_snprintf);
int _vsnprintf(char *text, size_t size, const char *format, va_list arguments) KMDOCK_CRT(_vsnprintf);
int _snprintf_s(char *text, size_t size, size_t count, const char *format, ...) KMDOCK_CRT(_snprintf_s);
int _vsnprintf_s(char *text, size_t size, size_t count, const char *format, va_list arguments) KMDOCK_CRT(_vsnprintf_s);
int _scprintf(const char *format, ...) KMDOCK_CRT(_scprintf);
int _vscprintf(const char *format, va_list arguments) KMDOCK_CRT(_vscprintf);
int scanf_s(const char *format, ...) KMDOCK_CRT(scanf_s);
int fscanf_s(FILE *file, const char *format, ...) KMDOCK_CRT(fscanf_s);
int sscanf_s(const char *text, const char *format, ...) KMDOCK_CRT(sscanf_s);
errno_t fopen_s(FILE **ret_file, const char *name, const char *mode) KMDOCK_CRT(fopen_s);

KMDOCK_END

#include "kmdock_wstdio.h"

#define _fileno     fileno
#define _isatty     isatty
#define _flushall() fflush(NULL)

#endif
