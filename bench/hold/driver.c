/* SPDX-License-Identifier: MIT */
/*
 * The holding driver: reads wait in a sequential queue behind one that the driver never completes by itself (it is
 * cancelable); a write completes that one, which lets the next in. For what 100,000 pending requests cost.
 */
#include <ntddk.h>
#include <wdf.h>
#include <initguid.h>

DEFINE_GUID(GUID_DEVINTERFACE_HOLD, 0x5d4e7ac2, 0x1f0b, 0x4a51, 0x9d, 0x4e, 0x33, 0x2a, 0x60, 0x6b, 0x0c, 0x11);

typedef struct {
    WDFREQUEST held;
} HOLD_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(HOLD_CONTEXT, hold_context)

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD hold_device_add;
static EVT_WDF_IO_QUEUE_IO_READ hold_read;
static EVT_WDF_IO_QUEUE_IO_WRITE hold_write;
static EVT_WDF_REQUEST_CANCEL hold_cancel;

NTSTATUS
DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, hold_device_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}

/* One queue for reads, one for writes, both under the device's lock: `held` needs no other. */
static NTSTATUS hold_queue(WDFDEVICE Device, WDF_REQUEST_TYPE Type)
{
    WDF_IO_QUEUE_CONFIG config;
    WDFQUEUE queue;
    NTSTATUS status;

    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchSequential);
    if (Type == WdfRequestTypeRead)
        config.EvtIoRead = hold_read;
    else
        config.EvtIoWrite = hold_write;
    status = WdfIoQueueCreate(Device, &config, WDF_NO_OBJECT_ATTRIBUTES, &queue);
    if (!NT_SUCCESS(status))
        return status;
    return WdfDeviceConfigureRequestDispatching(Device, queue, Type);
}

static NTSTATUS hold_device_add(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, HOLD_CONTEXT);
    attributes.SynchronizationScope = WdfSynchronizationScopeDevice;
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status))
        return status;
    status = WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_HOLD, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status = hold_queue(device, WdfRequestTypeRead);
    if (!NT_SUCCESS(status))
        return status;
    return hold_queue(device, WdfRequestTypeWrite);
}

static VOID hold_read(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Length);
    hold_context(WdfIoQueueGetDevice(Queue))->held = Request;
    WdfRequestMarkCancelable(Request, hold_cancel);
}

static VOID hold_cancel(WDFREQUEST Request)
{
    hold_context(WdfIoQueueGetDevice(WdfRequestGetIoQueue(Request)))->held = NULL;
    WdfRequestComplete(Request, STATUS_CANCELLED);
}

static VOID hold_write(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    HOLD_CONTEXT *context = hold_context(WdfIoQueueGetDevice(Queue));
    WDFREQUEST held = context->held;

    if (held && WdfRequestUnmarkCancelable(held) != STATUS_CANCELLED) {
        context->held = NULL;
        WdfRequestCompleteWithInformation(held, STATUS_SUCCESS, 0);
    }
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
