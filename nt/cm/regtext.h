/* SPDX-License-Identifier: MIT */
/*
 * Reads .reg text. Knows nothing of the kernel, so that the fuzzer drives the very same code on Linux.
 */
#ifndef KMDOCK_NT_CM_REGTEXT_H
#define KMDOCK_NT_CM_REGTEXT_H

#include <stddef.h>
#include <stdint.h>

/* Called in the text's order; 0, or a failure that ends the reading. Strings are UTF-16 without a zero. */
struct regtext_calls {
    int (*key)(void *to, const uint16_t *path, size_t length, int delete);
    int (*value)(void *to, const uint16_t *name, size_t length, int delete, uint32_t type, const void *data,
                 uint32_t bytes);
};

enum { REGTEXT_SCRATCH_EXTRA = 64 };
/* How much memory the caller gives for a text. */
static inline size_t regtext_scratch(size_t bytes)
{
    return 4 * bytes + REGTEXT_SCRATCH_EXTRA;
}

/* 0, the failure of a call, or REGTEXT_WRONG; then *ret_line counts from 1 and *ret_why is static text. */
enum { REGTEXT_WRONG = -1 };
int regtext_parse(const char *text, size_t bytes, void *scratch, const struct regtext_calls *calls, void *to,
                  unsigned *ret_line, const char **ret_why);

#endif
