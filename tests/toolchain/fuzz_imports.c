/* SPDX-License-Identifier: MIT */
/* Any bytes as a driver's image: its import table. */
#include "toolchain/toolchain.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct imports imports;
    const char *why;
    if (imports_parse(data, size, &imports, &why))
        imports_free(&imports);
    return 0;
}
