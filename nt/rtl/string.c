/* SPDX-License-Identifier: MIT */
/* The C library's string functions that kernel images may import. `long` is 32 bits here. */
#include <stddef.h>
#include <stdint.h>

typedef unsigned short wide;

size_t strlen(const char *s)
{
    const char *end = s;
    while (*end != 0)
        end++;
    return (size_t)(end - s);
}

size_t strnlen(const char *s, size_t max)
{
    size_t length = 0;
    while (length < max && s[length] != 0)
        length++;
    return length;
}

int strcmp(const char *a, const char *b)
{
    while (*a != 0 && *a == *b) {
        a++;
        b++;
    }
    return (unsigned char)*a - (unsigned char)*b;
}

int strncmp(const char *a, const char *b, size_t max)
{
    for (; max != 0; max--, a++, b++) {
        if (*a != *b || *a == 0)
            return (unsigned char)*a - (unsigned char)*b;
    }
    return 0;
}

char *strcpy(char *restrict to, const char *restrict from)
{
    char *at = to;
    while ((*at++ = *from++) != 0)
        continue;
    return to;
}

char *strncpy(char *restrict to, const char *restrict from, size_t max)
{
    size_t i = 0;
    for (; i < max && from[i] != 0; i++)
        to[i] = from[i];
    for (; i < max; i++)
        to[i] = 0;
    return to;
}

char *strcat(char *restrict to, const char *restrict from)
{
    strcpy(to + strlen(to), from);
    return to;
}

char *strncat(char *restrict to, const char *restrict from, size_t max)
{
    char *at = to + strlen(to);
    while (max-- != 0 && *from != 0)
        *at++ = *from++;
    *at = 0;
    return to;
}

char *strchr(const char *s, int c)
{
    for (;; s++) {
        if (*s == (char)c)
            return (char *)(uintptr_t)s;
        if (*s == 0)
            return NULL;
    }
}

char *strrchr(const char *s, int c)
{
    const char *last = NULL;
    for (;; s++) {
        if (*s == (char)c)
            last = s;
        if (*s == 0)
            return (char *)(uintptr_t)last;
    }
}

char *strstr(const char *s, const char *what)
{
    size_t length = strlen(what);
    for (;; s++) {
        if (strncmp(s, what, length) == 0)
            return (char *)(uintptr_t)s;
        if (*s == 0)
            return NULL;
    }
}

size_t strspn(const char *s, const char *set)
{
    size_t length = 0;
    while (s[length] != 0 && strchr(set, s[length]) != NULL)
        length++;
    return length;
}

size_t strcspn(const char *s, const char *set)
{
    size_t length = 0;
    while (s[length] != 0 && strchr(set, s[length]) == NULL)
        length++;
    return length;
}

int tolower(int c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

int toupper(int c)
{
    return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
}

int isdigit(int c)
{
    return c >= '0' && c <= '9';
}

int isxdigit(int c)
{
    return isdigit(c) || (tolower(c) >= 'a' && tolower(c) <= 'f');
}

int isupper(int c)
{
    return c >= 'A' && c <= 'Z';
}

int islower(int c)
{
    return c >= 'a' && c <= 'z';
}

int isalpha(int c)
{
    return isupper(c) || islower(c);
}

int isalnum(int c)
{
    return isalpha(c) || isdigit(c);
}

int isspace(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

int isprint(int c)
{
    return c >= ' ' && c < 0x7f;
}

int _stricmp(const char *a, const char *b)
{
    while (*a != 0 && tolower((unsigned char)*a) == tolower((unsigned char)*b)) {
        a++;
        b++;
    }
    return tolower((unsigned char)*a) - tolower((unsigned char)*b);
}

int _strnicmp(const char *a, const char *b, size_t max)
{
    for (; max != 0; max--, a++, b++) {
        int x = tolower((unsigned char)*a), y = tolower((unsigned char)*b);
        if (x != y || x == 0)
            return x - y;
    }
    return 0;
}

char *_strupr(char *s)
{
    for (char *at = s; *at != 0; at++)
        *at = (char)toupper((unsigned char)*at);
    return s;
}

char *_strlwr(char *s)
{
    for (char *at = s; *at != 0; at++)
        *at = (char)tolower((unsigned char)*at);
    return s;
}

char *_strrev(char *s)
{
    size_t length = strlen(s);
    for (size_t i = 0; i < length / 2; i++) {
        char c = s[i];
        s[i] = s[length - 1 - i];
        s[length - 1 - i] = c;
    }
    return s;
}

int atoi(const char *s)
{
    unsigned value = 0;
    while (isspace((unsigned char)*s))
        s++;
    int negative = *s == '-';
    if (*s == '-' || *s == '+')
        s++;
    for (; isdigit((unsigned char)*s); s++)
        value = value * 10 + (unsigned)(*s - '0');
    return (int)(negative ? 0 - value : value);
}

int32_t atol(const char *s)
{
    return atoi(s);
}

/* -- 16-bit strings ---------------------------------------------------------------------------- */

size_t wcslen(const wide *s)
{
    const wide *end = s;
    while (*end != 0)
        end++;
    return (size_t)(end - s);
}

size_t wcsnlen(const wide *s, size_t max)
{
    size_t length = 0;
    while (length < max && s[length] != 0)
        length++;
    return length;
}

int wcscmp(const wide *a, const wide *b)
{
    while (*a != 0 && *a == *b) {
        a++;
        b++;
    }
    return *a < *b ? -1 : *a > *b;
}

int wcsncmp(const wide *a, const wide *b, size_t max)
{
    for (; max != 0; max--, a++, b++) {
        if (*a != *b || *a == 0)
            return *a < *b ? -1 : *a > *b;
    }
    return 0;
}

wide *wcscpy(wide *restrict to, const wide *restrict from)
{
    wide *at = to;
    while ((*at++ = *from++) != 0)
        continue;
    return to;
}

wide *wcsncpy(wide *restrict to, const wide *restrict from, size_t max)
{
    size_t i = 0;
    for (; i < max && from[i] != 0; i++)
        to[i] = from[i];
    for (; i < max; i++)
        to[i] = 0;
    return to;
}

wide *wcscat(wide *restrict to, const wide *restrict from)
{
    wcscpy(to + wcslen(to), from);
    return to;
}

wide *wcsncat(wide *restrict to, const wide *restrict from, size_t max)
{
    wide *at = to + wcslen(to);
    while (max-- != 0 && *from != 0)
        *at++ = *from++;
    *at = 0;
    return to;
}

wide *wcschr(const wide *s, wide c)
{
    for (;; s++) {
        if (*s == c)
            return (wide *)(uintptr_t)s;
        if (*s == 0)
            return NULL;
    }
}

wide *wcsrchr(const wide *s, wide c)
{
    const wide *last = NULL;
    for (;; s++) {
        if (*s == c)
            last = s;
        if (*s == 0)
            return (wide *)(uintptr_t)last;
    }
}

wide *wcsstr(const wide *s, const wide *what)
{
    size_t length = wcslen(what);
    for (;; s++) {
        if (wcsncmp(s, what, length) == 0)
            return (wide *)(uintptr_t)s;
        if (*s == 0)
            return NULL;
    }
}

size_t wcsspn(const wide *s, const wide *set)
{
    size_t length = 0;
    while (s[length] != 0 && wcschr(set, s[length]) != NULL)
        length++;
    return length;
}

size_t wcscspn(const wide *s, const wide *set)
{
    size_t length = 0;
    while (s[length] != 0 && wcschr(set, s[length]) == NULL)
        length++;
    return length;
}

wide towlower(wide c)
{
    return c < 0x80 ? (wide)tolower(c) : c;
}

wide towupper(wide c)
{
    return c < 0x80 ? (wide)toupper(c) : c;
}

int _wcsicmp(const wide *a, const wide *b)
{
    while (*a != 0 && towlower(*a) == towlower(*b)) {
        a++;
        b++;
    }
    return towlower(*a) - towlower(*b);
}

int _wcsnicmp(const wide *a, const wide *b, size_t max)
{
    for (; max != 0; max--, a++, b++) {
        wide x = towlower(*a), y = towlower(*b);
        if (x != y || x == 0)
            return x - y;
    }
    return 0;
}

wide *_wcsupr(wide *s)
{
    for (wide *at = s; *at != 0; at++)
        *at = towupper(*at);
    return s;
}

wide *_wcslwr(wide *s)
{
    for (wide *at = s; *at != 0; at++)
        *at = towlower(*at);
    return s;
}

int _wtoi(const wide *s)
{
    unsigned value = 0;
    while (*s == ' ' || (*s >= '\t' && *s <= '\r'))
        s++;
    int negative = *s == '-';
    if (*s == '-' || *s == '+')
        s++;
    for (; *s >= '0' && *s <= '9'; s++)
        value = value * 10 + (unsigned)(*s - '0');
    return (int)(negative ? 0 - value : value);
}

int32_t _wtol(const wide *s)
{
    return _wtoi(s);
}
