/* SPDX-License-Identifier: MIT */
/* wdfglobals.h: what the framework gives every driver. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFGLOBALS_H
#define KMDOCK_WDFGLOBALS_H

#include "wdftypes.h"

#ifdef __cplusplus
extern "C" {
#endif

#define WDF_DRIVER_GLOBALS_NAME_LEN 32

struct _WDF_DRIVER_GLOBALS {
    WDFDRIVER Driver;
    ULONG DriverFlags;
    ULONG DriverTag;
    CHAR DriverName[32];
    BOOLEAN DisplaceDriverUnload;
};

/* Given by the framework when the driver binds (driverentry.c): the first argument of every call. */
extern PWDF_DRIVER_GLOBALS WdfDriverGlobals;

#ifdef __cplusplus
}
#endif

#endif
