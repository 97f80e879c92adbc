/* SPDX-License-Identifier: MIT */
/* What Microsoft's <stdlib.h> has more than the standard's. */
#ifndef KMDOCK_STDLIB_H
#define KMDOCK_STDLIB_H

#include "kmdock_msvc.h"
#include <stddef.h>

#ifndef KMDOCK_ERRNO_T
#define KMDOCK_ERRNO_T
typedef int errno_t;
typedef size_t rsize_t;
#endif

#define _countof(array)  (sizeof(array) / sizeof((array)[0]))
#define __max(a, b)      (((a) > (b)) ? (a) : (b))
#define __min(a, b)      (((a) < (b)) ? (a) : (b))
#define _MAX_PATH        260
#define _strtoi64        strtoll
#define _strtoui64       strtoull
#define _byteswap_ushort __builtin_bswap16
#define _byteswap_ulong  __builtin_bswap32
#define _byteswap_uint64 __builtin_bswap64
#ifndef __cplusplus
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif

KMDOCK_BEGIN

/* The host's functions of these names would write 32-bit characters. */
size_t mbstowcs(wchar_t *to, const char *from, size_t count) KMDOCK_NOEXCEPT KMDOCK_CRT(mbstowcs);
size_t wcstombs(char *to, const wchar_t *from, size_t bytes) KMDOCK_NOEXCEPT KMDOCK_CRT(wcstombs);
int mbtowc(wchar_t *to, const char *from, size_t bytes) KMDOCK_NOEXCEPT KMDOCK_CRT(mbtowc);
int wctomb(char *to, wchar_t c) KMDOCK_NOEXCEPT KMDOCK_CRT(wctomb);
errno_t mbstowcs_s(size_t *ret_count, wchar_t *to, size_t size, const char *from, size_t count) KMDOCK_CRT(mbstowcs_s);
errno_t wcstombs_s(size_t *ret_count, char *to, size_t size, const wchar_t *from, size_t count) KMDOCK_CRT(wcstombs_s);
int _wtoi(const wchar_t *text) KMDOCK_CRT(_wtoi);
int _wtol(const wchar_t *text) KMDOCK_CRT(_wtoi);
long long _wtoi64(const wchar_t *text) KMDOCK_CRT(_wtoi64);
long long _atoi64(const char *text) KMDOCK_CRT(_atoi64);
/* long is 32 bits on Windows: out of range values stop at LONG_MIN, LONG_MAX, ULONG_MAX of that width. */
int wcstol(const wchar_t *text, wchar_t **ret_end, int base) KMDOCK_CRT(wcstol);
unsigned wcstoul(const wchar_t *text, wchar_t **ret_end, int base) KMDOCK_CRT(wcstoul);
unsigned long long _wcstoui64(const wchar_t *text, wchar_t **ret_end, int base) KMDOCK_CRT(wcstoull);
char *_itoa(int value, char *text, int base) KMDOCK_CRT(_itoa);
errno_t _itoa_s(int value, char *text, size_t size, int base) KMDOCK_CRT(_itoa_s);
wchar_t *_itow(int value, wchar_t *text, int base) KMDOCK_CRT(_itow);
errno_t rand_s(unsigned *ret_value) KMDOCK_CRT(rand_s);
void *_aligned_malloc(size_t bytes, size_t alignment) KMDOCK_CRT(_aligned_malloc);
void _aligned_free(void *block) KMDOCK_CRT(_aligned_free);

KMDOCK_END

#endif
