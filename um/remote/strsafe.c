/* SPDX-License-Identifier: MIT */
/* Copies that cannot overflow; the formatting ones are in crt_print.c and crt_wprint.c. */
#include "um.h"
#include <strsafe.h>

/* A result that does not fit is cut and reported; the terminator is always there. */
#define DEFINE_CCH(Suffix, Char, length_within)                                                                        \
    HRESULT StringCchCopyN##Suffix(Char *to, size_t size, const Char *from, size_t count)                              \
    {                                                                                                                  \
        if (!size || size > STRSAFE_MAX_CCH || count > STRSAFE_MAX_CCH)                                                \
            return STRSAFE_E_INVALID_PARAMETER;                                                                        \
        size_t length = length_within(from, count < size ? count : size);                                              \
        bool cut = length == size;                                                                                     \
        length -= cut;                                                                                                 \
        memcpy(to, from, length * sizeof *to);                                                                         \
        to[length] = 0;                                                                                                \
        return cut ? STRSAFE_E_INSUFFICIENT_BUFFER : S_OK;                                                             \
    }                                                                                                                  \
    HRESULT StringCchCopy##Suffix(Char *to, size_t size, const Char *from)                                             \
    {                                                                                                                  \
        return StringCchCopyN##Suffix(to, size, from, STRSAFE_MAX_CCH);                                                \
    }                                                                                                                  \
    HRESULT StringCchCatN##Suffix(Char *to, size_t size, const Char *from, size_t count)                               \
    {                                                                                                                  \
        if (!size || size > STRSAFE_MAX_CCH)                                                                           \
            return STRSAFE_E_INVALID_PARAMETER;                                                                        \
        size_t length = length_within(to, size);                                                                       \
        if (length == size)                                                                                            \
            return STRSAFE_E_INVALID_PARAMETER;                                                                        \
        return StringCchCopyN##Suffix(to + length, size - length, from, count);                                        \
    }                                                                                                                  \
    HRESULT StringCchCat##Suffix(Char *to, size_t size, const Char *from)                                              \
    {                                                                                                                  \
        return StringCchCatN##Suffix(to, size, from, STRSAFE_MAX_CCH);                                                 \
    }                                                                                                                  \
    HRESULT StringCchLength##Suffix(const Char *text, size_t limit, size_t *ret_length)                                \
    {                                                                                                                  \
        size_t length = text && limit <= STRSAFE_MAX_CCH ? length_within(text, limit) : limit;                         \
        if (ret_length)                                                                                                \
            *ret_length = length == limit ? 0 : length;                                                                \
        return length == limit ? STRSAFE_E_INVALID_PARAMETER : S_OK;                                                   \
    }                                                                                                                  \
    HRESULT StringCbCopy##Suffix(Char *to, size_t bytes, const Char *from)                                             \
    {                                                                                                                  \
        return StringCchCopy##Suffix(to, bytes / sizeof *to, from);                                                    \
    }                                                                                                                  \
    HRESULT StringCbCopyN##Suffix(Char *to, size_t bytes, const Char *from, size_t count)                              \
    {                                                                                                                  \
        return StringCchCopyN##Suffix(to, bytes / sizeof *to, from, count / sizeof *to);                               \
    }                                                                                                                  \
    HRESULT StringCbCat##Suffix(Char *to, size_t bytes, const Char *from)                                              \
    {                                                                                                                  \
        return StringCchCat##Suffix(to, bytes / sizeof *to, from);                                                     \
    }                                                                                                                  \
    HRESULT StringCbCatN##Suffix(Char *to, size_t bytes, const Char *from, size_t count)                               \
    {                                                                                                                  \
        return StringCchCatN##Suffix(to, bytes / sizeof *to, from, count / sizeof *to);                                \
    }                                                                                                                  \
    HRESULT StringCbLength##Suffix(const Char *text, size_t limit, size_t *ret_length)                                 \
    {                                                                                                                  \
        HRESULT result = StringCchLength##Suffix(text, limit / sizeof *text, ret_length);                              \
        if (ret_length)                                                                                                \
            *ret_length *= sizeof *text;                                                                               \
        return result;                                                                                                 \
    }

DEFINE_CCH(A, char, strnlen)
DEFINE_CCH(W, wchar_t, wcsnlen)
