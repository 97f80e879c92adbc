/* SPDX-License-Identifier: MIT */
/* The host's <string.h> and Microsoft's additions, wide ones included as on Windows. */
#include "kmdock_msvc.h"
#include_next <string.h>
#ifndef KMDOCK_STRING_H
#define KMDOCK_STRING_H

#include "kmdock_wstring.h"

#ifndef KMDOCK_ERRNO_T
#define KMDOCK_ERRNO_T
typedef int errno_t;
typedef size_t rsize_t;
#endif
#ifndef _TRUNCATE
#define _TRUNCATE ((size_t)-1)
#endif

KMDOCK_BEGIN

int _stricmp(const char *a, const char *b) KMDOCK_CRT(_stricmp);
int _strnicmp(const char *a, const char *b, size_t count) KMDOCK_CRT(_strnicmp);
int stricmp(const char *a, const char *b) KMDOCK_CRT(_stricmp);
int strnicmp(const char *a, const char *b, size_t count) KMDOCK_CRT(_strnicmp);
int _strcmpi(const char *a, const char *b) KMDOCK_CRT(_stricmp);
int _memicmp(const void *a, const void *b, size_t bytes) KMDOCK_CRT(_memicmp);
char *_strdup(const char *text) KMDOCK_CRT(_strdup);
char *_strlwr(char *text) KMDOCK_CRT(_strlwr);
char *_strupr(char *text) KMDOCK_CRT(_strupr);
char *_strrev(char *text) KMDOCK_CRT(_strrev);
errno_t strcpy_s(char *to, size_t size, const char *from) KMDOCK_CRT(strcpy_s);
errno_t strcat_s(char *to, size_t size, const char *from) KMDOCK_CRT(strcat_s);
errno_t strncpy_s(char *to, size_t size, const char *from, size_t count) KMDOCK_CRT(strncpy_s);
errno_t strncat_s(char *to, size_t size, const char *from, size_t count) KMDOCK_CRT(strncat_s);
errno_t strerror_s(char *text, size_t size, int error) KMDOCK_CRT(strerror_s);
errno_t memcpy_s(void *to, size_t size, const void *from, size_t bytes) KMDOCK_CRT(memcpy_s);
errno_t memmove_s(void *to, size_t size, const void *from, size_t bytes) KMDOCK_CRT(memmove_s);
char *strtok_s(char *text, const char *separators, char **context) KMDOCK_CRT(strtok_s);

KMDOCK_END

#ifdef __cplusplus
extern "C++" {
template <size_t Size> inline errno_t strcpy_s(char (&to)[Size], const char *from)
{
    return strcpy_s(to, Size, from);
}
template <size_t Size> inline errno_t strcat_s(char (&to)[Size], const char *from)
{
    return strcat_s(to, Size, from);
}
template <size_t Size> inline errno_t wcscpy_s(wchar_t (&to)[Size], const wchar_t *from)
{
    return wcscpy_s(to, Size, from);
}
template <size_t Size> inline errno_t wcscat_s(wchar_t (&to)[Size], const wchar_t *from)
{
    return wcscat_s(to, Size, from);
}
}
#endif

#endif
