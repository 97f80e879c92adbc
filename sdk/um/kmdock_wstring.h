/* SPDX-License-Identifier: MIT */
/* Functions on 16-bit strings; the host's functions of these names read 32-bit ones and must never be called. */
#ifndef KMDOCK_WSTRING_H
#define KMDOCK_WSTRING_H

#include "kmdock_msvc.h"
#include <stddef.h>

#ifndef KMDOCK_ERRNO_T
#define KMDOCK_ERRNO_T
typedef int errno_t;
typedef size_t rsize_t;
#endif

KMDOCK_BEGIN

size_t wcslen(const wchar_t *text) KMDOCK_CRT(wcslen);
size_t wcsnlen(const wchar_t *text, size_t count) KMDOCK_CRT(wcsnlen);
size_t wcsnlen_s(const wchar_t *text, size_t count) KMDOCK_CRT(wcsnlen);
wchar_t *wcscpy(wchar_t *to, const wchar_t *from) KMDOCK_CRT(wcscpy);
wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t count) KMDOCK_CRT(wcsncpy);
wchar_t *wcscat(wchar_t *to, const wchar_t *from) KMDOCK_CRT(wcscat);
wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t count) KMDOCK_CRT(wcsncat);
int wcscmp(const wchar_t *a, const wchar_t *b) KMDOCK_CRT(wcscmp);
int wcsncmp(const wchar_t *a, const wchar_t *b, size_t count) KMDOCK_CRT(wcsncmp);
int wcscoll(const wchar_t *a, const wchar_t *b) KMDOCK_CRT(wcscmp);
int _wcsicmp(const wchar_t *a, const wchar_t *b) KMDOCK_CRT(_wcsicmp);
int _wcsnicmp(const wchar_t *a, const wchar_t *b, size_t count) KMDOCK_CRT(_wcsnicmp);
int wcsicmp(const wchar_t *a, const wchar_t *b) KMDOCK_CRT(_wcsicmp);
wchar_t *_wcsdup(const wchar_t *text) KMDOCK_CRT(_wcsdup);
wchar_t *_wcslwr(wchar_t *text) KMDOCK_CRT(_wcslwr);
wchar_t *_wcsupr(wchar_t *text) KMDOCK_CRT(_wcsupr);
size_t wcsspn(const wchar_t *text, const wchar_t *set) KMDOCK_CRT(wcsspn);
size_t wcscspn(const wchar_t *text, const wchar_t *set) KMDOCK_CRT(wcscspn);
errno_t wcscpy_s(wchar_t *to, size_t size, const wchar_t *from) KMDOCK_CRT(wcscpy_s);
errno_t wcscat_s(wchar_t *to, size_t size, const wchar_t *from) KMDOCK_CRT(wcscat_s);
errno_t wcsncpy_s(wchar_t *to, size_t size, const wchar_t *from, size_t count) KMDOCK_CRT(wcsncpy_s);
errno_t wcsncat_s(wchar_t *to, size_t size, const wchar_t *from, size_t count) KMDOCK_CRT(wcsncat_s);
wchar_t *wcstok_s(wchar_t *text, const wchar_t *separators, wchar_t **context) KMDOCK_CRT(wcstok);
wchar_t *wcstok(wchar_t *text, const wchar_t *separators, wchar_t **context) KMDOCK_CRT(wcstok);
wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t count) KMDOCK_CRT(wmemcpy);
wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count) KMDOCK_CRT(wmemmove);
wchar_t *wmemset(wchar_t *to, wchar_t value, size_t count) KMDOCK_CRT(wmemset);
int wmemcmp(const wchar_t *a, const wchar_t *b, size_t count) KMDOCK_CRT(wmemcmp);

KMDOCK_END

/* In C++ what is found in a const string is const. */
#ifdef __cplusplus
#define KMDOCK_FINDER(name, needle)                                                                                    \
    extern "C++" const wchar_t *name(const wchar_t *text, needle) KMDOCK_CRT(name);                                    \
    extern "C++" wchar_t *name(wchar_t *text, needle) KMDOCK_CRT(name)
#else
#define KMDOCK_FINDER(name, needle) wchar_t *name(const wchar_t *text, needle) KMDOCK_CRT(name)
#endif
KMDOCK_FINDER(wcschr, wchar_t c);
KMDOCK_FINDER(wcsrchr, wchar_t c);
KMDOCK_FINDER(wcsstr, const wchar_t *part);
KMDOCK_FINDER(wcspbrk, const wchar_t *set);
#undef KMDOCK_FINDER

#endif
