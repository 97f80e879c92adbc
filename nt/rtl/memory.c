/* SPDX-License-Identifier: MIT */
/*
 * Memory. Small sizes by overlapping loads and stores, so that a copy of a few words costs a few instructions; large
 * ones by `rep movsb`, which modern processors do in cache lines. The file is compiled so that gcc does not turn these
 * loops into calls of themselves.
 */
#include <stddef.h>
#include <stdint.h>

typedef uint64_t word __attribute__((may_alias, aligned(1)));
typedef uint32_t half __attribute__((may_alias, aligned(1)));
typedef uint16_t quarter __attribute__((may_alias, aligned(1)));
typedef long long vector __attribute__((vector_size(16), may_alias, aligned(1)));

enum { REP_BYTES_MIN = 1024, BLOCK_BYTES = 64 };

/* Up to 16 bytes: everything is loaded before anything is stored, so overlap does not matter. */
static inline void copy_small(unsigned char *to, const unsigned char *from, size_t bytes)
{
    if (bytes >= 8) {
        uint64_t first = *(const word *)from, last = *(const word *)(from + bytes - 8);
        *(word *)to = first;
        *(word *)(to + bytes - 8) = last;
    } else if (bytes >= 4) {
        uint32_t first = *(const half *)from, last = *(const half *)(from + bytes - 4);
        *(half *)to = first;
        *(half *)(to + bytes - 4) = last;
    } else if (bytes >= 2) {
        uint16_t first = *(const quarter *)from, last = *(const quarter *)(from + bytes - 2);
        *(quarter *)to = first;
        *(quarter *)(to + bytes - 2) = last;
    } else if (bytes != 0) {
        *to = *from;
    }
}

/* 16 bytes or more: the last vector may overlap the one before it. */
static inline void copy_vectors(unsigned char *to, const unsigned char *from, size_t bytes)
{
    vector last = *(const vector *)(from + bytes - sizeof(vector));
    unsigned char *end = to + bytes - sizeof(vector);
    for (; to < end; to += sizeof(vector), from += sizeof(vector))
        *(vector *)to = *(const vector *)from;
    *(vector *)end = last;
}

static inline void copy_block(unsigned char *to, const unsigned char *from)
{
    vector a = ((const vector *)from)[0], b = ((const vector *)from)[1];
    vector c = ((const vector *)from)[2], d = ((const vector *)from)[3];
    ((vector *)to)[0] = a;
    ((vector *)to)[1] = b;
    ((vector *)to)[2] = c;
    ((vector *)to)[3] = d;
}

/* BLOCK_BYTES or more: four vectors at a time, the last block may overlap the one before it. */
static inline void copy_blocks(unsigned char *to, const unsigned char *from, size_t bytes)
{
    unsigned char *end = to + bytes - BLOCK_BYTES;
    const unsigned char *last = from + bytes - BLOCK_BYTES;
    for (; to < end; to += BLOCK_BYTES, from += BLOCK_BYTES)
        copy_block(to, from);
    copy_block(end, last);
}

void *memcpy(void *restrict to, const void *restrict from, size_t bytes)
{
    unsigned char *t = to;
    const unsigned char *f = from;
    if (bytes <= 16) {
        copy_small(t, f, bytes);
        return to;
    }
    if (bytes >= REP_BYTES_MIN) {
        __asm__ volatile("rep movsb" : "+D"(t), "+S"(f), "+c"(bytes) : : "memory");
        return to;
    }
    if (bytes < BLOCK_BYTES)
        copy_vectors(t, f, bytes);
    else
        copy_blocks(t, f, bytes);
    return to;
}

void *memmove(void *to, const void *from, size_t bytes)
{
    unsigned char *t = to;
    const unsigned char *f = from;
    if (bytes <= 16) {
        copy_small(t, f, bytes);
        return to;
    }
    if ((uintptr_t)t - (uintptr_t)f >= bytes) { /* copying forward never reads what it wrote */
        for (; bytes >= 16; bytes -= 16, t += 16, f += 16)
            *(vector *)t = *(const vector *)f;
        copy_small(t, f, bytes);
        return to;
    }
    for (; bytes >= 16; bytes -= 16)
        *(vector *)(t + bytes - 16) = *(const vector *)(f + bytes - 16);
    copy_small(t, f, bytes);
    return to;
}

static inline void set_block(unsigned char *to, vector value)
{
    for (int i = 0; i < 4; i++)
        ((vector *)to)[i] = value;
}

void *memset(void *to, int value, size_t bytes)
{
    unsigned char *t = to;
    if (bytes >= REP_BYTES_MIN) {
        __asm__ volatile("rep stosb" : "+D"(t), "+c"(bytes) : "a"(value) : "memory");
        return to;
    }
    uint64_t wide = (unsigned char)value * 0x0101010101010101ULL;
    vector wider = {(long long)wide, (long long)wide};
    if (bytes >= BLOCK_BYTES) {
        unsigned char *end = t + bytes - BLOCK_BYTES;
        for (; t < end; t += BLOCK_BYTES)
            set_block(t, wider);
        set_block(end, wider);
        return to;
    }
    if (bytes >= 8) {
        unsigned char *end = t + bytes - 8;
        for (; t < end; t += 8)
            *(word *)t = wide;
        *(word *)end = wide;
        return to;
    }
    for (; bytes != 0; bytes--)
        *t++ = (unsigned char)value;
    return to;
}

int memcmp(const void *a, const void *b, size_t bytes)
{
    const unsigned char *p = a, *q = b;
    for (; bytes >= 8 && *(const word *)p == *(const word *)q; bytes -= 8, p += 8, q += 8)
        continue;
    for (; bytes != 0; bytes--, p++, q++) {
        if (*p != *q)
            return *p - *q;
    }
    return 0;
}

void *memchr(const void *in, int value, size_t bytes)
{
    const unsigned char *p = in;
    for (; bytes != 0; bytes--, p++) {
        if (*p == (unsigned char)value)
            return (void *)(uintptr_t)p;
    }
    return NULL;
}
