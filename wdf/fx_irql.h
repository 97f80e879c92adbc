/* SPDX-License-Identifier: MIT */
/* The documented highest IRQL of every function, out of the one table of functions (rule KmdfIrql). */
#ifndef KMDOCK_WDF_FX_IRQL_H
#define KMDOCK_WDF_FX_IRQL_H

enum {
    FX_HIGHEST_PASSIVE = PASSIVE_LEVEL,
    FX_HIGHEST_APC = APC_LEVEL,
    FX_HIGHEST_DISPATCH = DISPATCH_LEVEL,
    FX_HIGHEST_EQ_DISPATCH = DISPATCH_LEVEL,
    FX_HIGHEST_DIRQL = HIGH_LEVEL,
    FX_HIGHEST_EQ_DIRQL = HIGH_LEVEL,
    FX_HIGHEST_ANY = HIGH_LEVEL,
    FX_HIGHEST_UNKNOWN = HIGH_LEVEL,
};

#define WDF_FUNCTION(index, name, type, parameters, irql, since, page) FX_HIGHEST_OF_##name = FX_HIGHEST_##irql,
enum {
#include "sdk/wdf/internal/wdf_table.inc"
};
#undef WDF_FUNCTION

/* To stand in the public function that it names. Where the level depends on a parameter, FX_IRQL is used instead. */
#define FX_IRQL_OF(name) FX_IRQL(FX_HIGHEST_OF_##name)

#endif
