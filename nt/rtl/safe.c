/* SPDX-License-Identifier: MIT */
/*
 * The bounds-checked string functions (…_s), and sorting and searching. A violated bound empties the result and gives
 * the documented error; there is no handler to call in the kernel.
 */
#include <stddef.h>
#include <stdint.h>

void *memcpy(void *restrict to, const void *restrict from, size_t bytes);
void *memmove(void *to, const void *from, size_t bytes);
void *memset(void *to, int value, size_t bytes);
size_t strnlen(const char *s, size_t max);
size_t wcsnlen(const unsigned short *s, size_t max);

typedef unsigned short wide;
typedef int error;
enum { OK = 0, INVALID = 22, RANGE = 34 /* errno's EINVAL, ERANGE */ };
#define TRUNCATE ((size_t)-1)

error memcpy_s(void *to, size_t room, const void *from, size_t bytes)
{
    if (bytes == 0)
        return OK;
    if (to == NULL)
        return INVALID;
    if (from == NULL || room < bytes) {
        memset(to, 0, room);
        return from == NULL ? INVALID : RANGE;
    }
    memcpy(to, from, bytes);
    return OK;
}

error memmove_s(void *to, size_t room, const void *from, size_t bytes)
{
    if (bytes == 0)
        return OK;
    if (to == NULL || from == NULL)
        return INVALID;
    if (room < bytes)
        return RANGE;
    memmove(to, from, bytes);
    return OK;
}

/* One text for both kinds of characters: copies at most `max` characters of `from` behind the first `at` ones of `to`.
 */
#define DEFINE_PUT(name, type, measure)                                                                                \
    static error name(type *to, size_t room, size_t at, const type *from, size_t max)                                  \
    {                                                                                                                  \
        size_t length = max == TRUNCATE ? measure(from, room - at) : measure(from, max);                               \
        if (max == TRUNCATE && length >= room - at)                                                                    \
            length = room - at - 1;                                                                                    \
        if (length >= room - at) {                                                                                     \
            to[0] = 0;                                                                                                 \
            return RANGE;                                                                                              \
        }                                                                                                              \
        memcpy(to + at, from, length * sizeof(type));                                                                  \
        to[at + length] = 0;                                                                                           \
        return OK;                                                                                                     \
    }
DEFINE_PUT(put_narrow, char, strnlen)
DEFINE_PUT(put_wide, wide, wcsnlen)

#define DEFINE_SAFE(type, copy, ncopy, cat, ncat, put, measure)                                                        \
    error ncopy(type *to, size_t room, const type *from, size_t max)                                                   \
    {                                                                                                                  \
        if (to == NULL || room == 0)                                                                                   \
            return INVALID;                                                                                            \
        if (from == NULL) {                                                                                            \
            to[0] = 0;                                                                                                 \
            return max == 0 ? OK : INVALID;                                                                            \
        }                                                                                                              \
        return put(to, room, 0, from, max);                                                                            \
    }                                                                                                                  \
    error copy(type *to, size_t room, const type *from)                                                                \
    {                                                                                                                  \
        return ncopy(to, room, from, TRUNCATE - 1);                                                                    \
    }                                                                                                                  \
    error ncat(type *to, size_t room, const type *from, size_t max)                                                    \
    {                                                                                                                  \
        if (to == NULL || room == 0)                                                                                   \
            return INVALID;                                                                                            \
        size_t at = measure(to, room);                                                                                 \
        if (at == room || (from == NULL && max != 0)) {                                                                \
            to[0] = 0;                                                                                                 \
            return INVALID;                                                                                            \
        }                                                                                                              \
        return from == NULL ? OK : put(to, room, at, from, max);                                                       \
    }                                                                                                                  \
    error cat(type *to, size_t room, const type *from)                                                                 \
    {                                                                                                                  \
        return ncat(to, room, from, TRUNCATE - 1);                                                                     \
    }
DEFINE_SAFE(char, strcpy_s, strncpy_s, strcat_s, strncat_s, put_narrow, strnlen)
DEFINE_SAFE(wide, wcscpy_s, wcsncpy_s, wcscat_s, wcsncat_s, put_wide, wcsnlen)

static void swap(unsigned char *a, unsigned char *b, size_t bytes)
{
    for (; bytes != 0; bytes--, a++, b++) {
        unsigned char c = *a;
        *a = *b;
        *b = c;
    }
}

static void sift(unsigned char *base, size_t from, size_t count, size_t bytes,
                 int (*compare)(const void *, const void *))
{
    for (;;) {
        size_t child = 2 * from + 1;
        if (child >= count)
            return;
        if (child + 1 < count && compare(base + child * bytes, base + (child + 1) * bytes) < 0)
            child++;
        if (compare(base + from * bytes, base + child * bytes) >= 0)
            return;
        swap(base + from * bytes, base + child * bytes, bytes);
        from = child;
    }
}

/* A heap sort: no recursion, no bad case on a kernel's stack. */
void qsort(void *base, size_t count, size_t bytes, int (*compare)(const void *, const void *))
{
    for (size_t i = count / 2; i-- > 0;)
        sift(base, i, count, bytes, compare);
    for (size_t left = count; left > 1; left--) {
        swap(base, (unsigned char *)base + (left - 1) * bytes, bytes);
        sift(base, 0, left - 1, bytes, compare);
    }
}

void *bsearch(const void *key, const void *base, size_t count, size_t bytes, int (*compare)(const void *, const void *))
{
    const unsigned char *low = base;
    while (count != 0) {
        const unsigned char *middle = low + count / 2 * bytes;
        int order = compare(key, middle);
        if (order == 0)
            return (void *)(uintptr_t)middle;
        if (order > 0) {
            low = middle + bytes;
            count -= count / 2 + 1;
        } else {
            count /= 2;
        }
    }
    return NULL;
}

static uint32_t rand_state = 1;

void srand(unsigned seed)
{
    rand_state = seed;
}

int rand(void)
{
    rand_state = rand_state * 214013 + 2531011;
    return (int)(rand_state >> 16 & 0x7fff);
}
