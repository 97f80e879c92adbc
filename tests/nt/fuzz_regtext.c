/* SPDX-License-Identifier: MIT */
/* Garbage as .reg text: no read or write out of bounds, and what is told stays within the text's size. */
#include <stdlib.h>
#include <string.h>

#include "nt/cm/regtext.h"

static size_t limit;

static int on_key(void *to, const uint16_t *path, size_t length, int delete)
{
    uint16_t sum = 0;
    (void)to;
    (void)delete;
    for (size_t i = 0; i < length; i++)
        sum = (uint16_t)(sum + path[i]);
    if (length > limit)
        abort();
    return sum == 0xffff;
}

static int on_value(void *to, const uint16_t *name, size_t length, int delete, uint32_t type, const void *data,
                    uint32_t bytes)
{
    unsigned char sum = (unsigned char)type;
    (void)to;
    (void)delete;
    for (uint32_t i = 0; i < bytes; i++)
        sum = (unsigned char)(sum + ((const unsigned char *)data)[i]);
    if (length > limit || bytes > 2 * limit)
        abort();
    return length != 0 && name[0] == 0xffff && sum == 1;
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t bytes);
int LLVMFuzzerTestOneInput(const unsigned char *data, size_t bytes)
{
    static const struct regtext_calls calls = {.key = on_key, .value = on_value};
    unsigned line;
    const char *why;
    void *scratch = malloc(regtext_scratch(bytes));
    limit = bytes + 2;
    if (regtext_parse((const char *)data, bytes, scratch, &calls, NULL, &line, &why) != 0 && (why == NULL || line == 0))
        abort();
    free(scratch);
    return 0;
}
