/*++
SPDX-License-Identifier: MIT

Module Name:

    Device.c - the device and its sleep

--*/

#include "driver.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text (PAGE, RelayMakeDevice)
#pragma alloc_text (PAGE, RelaySleep)
#endif


NTSTATUS
RelayMakeDevice(
    PWDFDEVICE_INIT DeviceInit
    )
{
    WDF_PNPPOWER_EVENT_CALLBACKS    powerEvents;
    WDF_OBJECT_ATTRIBUTES           attributes;
    PRELAY_DEVICE                   state;
    WDFDEVICE                       device;
    NTSTATUS                        ntStatus;

    PAGED_CODE();

    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&powerEvents);
    powerEvents.EvtDeviceSelfManagedIoInit    = RelayWake;
    #pragma prefast(suppress: 28024, "the same function serves both")
    powerEvents.EvtDeviceSelfManagedIoRestart = RelayWake;
    powerEvents.EvtDeviceSelfManagedIoSuspend = RelaySleep;
    WdfDeviceInitSetPnpPowerEventCallbacks(DeviceInit, &powerEvents);

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, RELAY_DEVICE);

    ntStatus = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(ntStatus))
    {
        return ntStatus;
    }

    state = WdfObjectGet_RELAY_DEVICE(device);
    RtlInitUnicodeString(&state->Label, L"relay");

    ntStatus = WdfDeviceCreateDeviceInterface(device,
                                              (LPGUID) &GUID_DEVINTERFACE_RELAY,
                                              NULL);
    return NT_SUCCESS(ntStatus) ? RelayMakeQueue(device) : ntStatus;
}


NTSTATUS
RelayWake(
    IN  WDFDEVICE Device
    )
{
    PRELAY_DEVICE   state = WdfObjectGet_RELAY_DEVICE(Device);
    WDFQUEUE        queue = WdfDeviceGetDefaultQueue(Device);

    WdfIoQueueStart(queue);
    WdfTimerStart(RelayQueueOf(queue)->Ticker, WDF_REL_TIMEOUT_IN_MS(RELAY_PERIOD_MS));

    KdPrint(("relay: %wZ awake, %u\n", &state->Label, ++state->Wakes));
    return STATUS_SUCCESS;
}


NTSTATUS
RelaySleep(
    IN  WDFDEVICE Device
    )
{
    WDFQUEUE queue = WdfDeviceGetDefaultQueue(Device);

    PAGED_CODE();

    // The queue first: it is the timer that lets its request go
    WdfIoQueueStopSynchronously(queue);
    (void) WdfTimerStop(RelayQueueOf(queue)->Ticker, TRUE);

    KdPrint(("relay: asleep, %d\n", InterlockedIncrement(&WdfObjectGet_RELAY_DEVICE(Device)->Sleeps)));
    return STATUS_SUCCESS;
}
