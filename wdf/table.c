/* SPDX-License-Identifier: MIT */
/* The function table: what is there, and a loud entry for what is not there yet. */
#include "wdf/table.h"
#include "wdf/missing.h"

/* One loud entry per missing function: the caller's address must be that of the driver's call. */
#define HAVE(index, name)
#define MISSING(index, name)                                                                                           \
    static VOID missing_##name(VOID)                                                                                   \
    {                                                                                                                  \
        missing_call(#name, __builtin_return_address(0));                                                              \
    }
#include "wdf_table_gen.inc"
#undef HAVE
#undef MISSING

#define HAVE(index, name)    [index] = (WDFFUNC)name,
#define MISSING(index, name) [index] = missing_##name,
const WDFFUNC table_functions[] = {
#include "wdf_table_gen.inc"
};
#undef HAVE
#undef MISSING

const ULONG table_entries = sizeof(table_functions) / sizeof(table_functions[0]);

#define HAVE(index, name)    [index] = #name,
#define MISSING(index, name) [index] = #name,
static const CHAR *const names[] = {
#include "wdf_table_gen.inc"
};
#undef HAVE
#undef MISSING

_Static_assert(sizeof(names) / sizeof(names[0]) >= 444, "the table of 1.15 has 444 entries");

const CHAR *table_name(ULONG index)
{
    return index < table_entries ? names[index] : "a function that this framework has never heard of";
}
