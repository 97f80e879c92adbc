/*++
SPDX-License-Identifier: MIT

Module Name:

    Driver.h

Environment:

    Kernel mode

--*/
#define INITGUID

#include <ntddk.h>
#include <wdf.h>
#include <Ntstrsafe.h>

#include "device.h"
#include "queue.h"
#include "PUBLIC.H"

#ifndef RELAY_FROM_PROJECT
#error The definitions of the project did not arrive
#endif

#define RELAY_POOL_TAG  'ylRR'

//
// Several statements in one macro, with string literals pasted together.
//
#define RELAY_COMPLAIN(_Call_, _Status_)                                  \
    do                                                                    \
    {                                                                     \
        KdPrint(("relay: " _Call_ " gave %08x (%d)\n",                    \
                 (_Status_), (_Status_)));                                \
        __pragma(warning(suppress : 4127))                                \
        NT_ASSERT(!NT_SUCCESS(_Status_));                                 \
                                                                          \
    } while (FALSE)

DRIVER_INITIALIZE DriverEntry;

EVT_WDF_DRIVER_DEVICE_ADD RelayOnDeviceAdd;

__drv_requiresIRQL(PASSIVE_LEVEL)
NTSTATUS
RelaySayVersions(
    VOID
    );
