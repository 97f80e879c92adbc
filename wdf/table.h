/* SPDX-License-Identifier: MIT */
/*
 * The function table. Every public function that wdf/ defines is declared here with the type that the public
 * headers give it, so a file that includes this cannot define one with another signature.
 */
#ifndef KMDOCK_WDF_TABLE_H
#define KMDOCK_WDF_TABLE_H

#include "wdf/fx.h"
#include "wdf_table_gen.h"

/* The table: entries up to 1.15's 444, then those that later versions added and that are not there yet. */
extern const WDFFUNC table_functions[];
extern const ULONG table_entries;

/* The name of the function at an index of the table. Any IRQL. */
const CHAR *table_name(ULONG index);

#endif
