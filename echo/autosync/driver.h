/* SPDX-License-Identifier: MIT */
/* driver.h: the driver object, and the settings that its registry key gives. */
#ifndef ECHO_DRIVER_H
#define ECHO_DRIVER_H

#include <ntddk.h>
#include <wdf.h>

#define ECHO_POOL_TAG 'ohcE' /* shown as "Echo" */

/* Values of the service's Parameters key; a missing value has its default. */
typedef struct _ECHO_SETTINGS {
    ULONG TimerPeriodMs;  /* TimerPeriod, at least 1 */
    ULONG WriteLengthMax; /* MaxWriteLength, bytes */
} ECHO_SETTINGS, *PECHO_SETTINGS;

VOID driver_read_settings(_Out_ PECHO_SETTINGS settings);

#endif
