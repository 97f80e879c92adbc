/* SPDX-License-Identifier: MIT */
/* wdfpool.h: nothing yet: the name exists for drivers that include it. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFPOOL_H
#define KMDOCK_WDFPOOL_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif


#ifdef __cplusplus
}
#endif

#endif
