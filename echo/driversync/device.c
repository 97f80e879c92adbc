/* SPDX-License-Identifier: MIT */
/*
 * device.c: the device object and its power events. The queue and the timer run exactly while the device is in D0;
 * self-managed I/O is where a driver without hardware hears about entering and leaving it.
 */
#include <ntddk.h>
#include <initguid.h>
#include "device.h"
#include "driver.h"
#include "queue.h"
#include "../public.h"

static EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT device_evt_io_init;
static EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND device_evt_io_suspend;
static EVT_WDF_DEVICE_SELF_MANAGED_IO_RESTART device_evt_io_restart;

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, device_create)
#endif

/* Called from EvtDriverDeviceAdd; whatever was made when it fails is deleted with the device. IRQL = PASSIVE_LEVEL. */
NTSTATUS device_create(_Inout_ PWDFDEVICE_INIT init)
{
    WDF_PNPPOWER_EVENT_CALLBACKS power;
    WDF_OBJECT_ATTRIBUTES request_attributes;
    ECHO_SETTINGS settings;
    WDFDEVICE device = NULL;

    PAGED_CODE();

    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&power);
    power.EvtDeviceSelfManagedIoInit = device_evt_io_init;
    power.EvtDeviceSelfManagedIoSuspend = device_evt_io_suspend;
    power.EvtDeviceSelfManagedIoRestart = device_evt_io_restart;
    WdfDeviceInitSetPnpPowerEventCallbacks(init, &power);

    /* Every request of the device comes with the context that says who completes it. */
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&request_attributes, ECHO_REQUEST);
    WdfDeviceInitSetRequestAttributes(init, &request_attributes);

    NTSTATUS status = WdfDeviceCreate(&init, WDF_NO_OBJECT_ATTRIBUTES, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_ECHO, NULL);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    driver_read_settings(&settings);
    return queue_create(device, &settings);
}

/* The first time in D0. IRQL = PASSIVE_LEVEL. */
static NTSTATUS device_evt_io_init(_In_ WDFDEVICE Device)
{
    queue_start(WdfDeviceGetDefaultQueue(Device));
    return STATUS_SUCCESS;
}

/* Before D0 is left, and before removal. IRQL = PASSIVE_LEVEL. */
static NTSTATUS device_evt_io_suspend(_In_ WDFDEVICE Device)
{
    queue_stop(WdfDeviceGetDefaultQueue(Device));
    return STATUS_SUCCESS;
}

/* In D0 again. IRQL = PASSIVE_LEVEL. */
static NTSTATUS device_evt_io_restart(_In_ WDFDEVICE Device)
{
    queue_start(WdfDeviceGetDefaultQueue(Device));
    return STATUS_SUCCESS;
}
