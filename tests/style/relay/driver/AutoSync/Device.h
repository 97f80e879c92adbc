// SPDX-License-Identifier: MIT
#pragma once

EXTERN_C_START

//
// How the device fares. Its accessor is the one that the macro below names.
//
typedef struct _RELAY_DEVICE
{
    ULONG           Wakes;      // how often D0 was entered
    volatile LONG   Sleeps;
    UNICODE_STRING  Label;

} RELAY_DEVICE, *PRELAY_DEVICE;

WDF_DECLARE_CONTEXT_TYPE(RELAY_DEVICE)

_IRQL_requires_max_(PASSIVE_LEVEL)
_Must_inspect_result_
NTSTATUS
RelayMakeDevice(
    _Inout_ PWDFDEVICE_INIT DeviceInit
    );

EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT     RelayWake;
EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND  RelaySleep;

EXTERN_C_END
