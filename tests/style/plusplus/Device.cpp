// SPDX-License-Identifier: MIT
#include "Relay.hpp"

_Use_decl_annotations_
NTSTATUS RelayDevice::Create(PWDFDEVICE_INIT Init)
{
    WDF_PNPPOWER_EVENT_CALLBACKS power;
    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&power);
    power.EvtDeviceSelfManagedIoInit = Wake;
    power.EvtDeviceSelfManagedIoRestart = Wake;
    power.EvtDeviceSelfManagedIoSuspend = Sleep;
    WdfDeviceInitSetPnpPowerEventCallbacks(Init, &power);

    WDFDEVICE device;
    NTSTATUS status = WdfDeviceCreate(&Init, WDF_NO_OBJECT_ATTRIBUTES, &device);
    if (!NT_SUCCESS(status))
        return status;

    status = WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_RELAY, nullptr);
    return NT_SUCCESS(status) ? CreateQueue(device) : status;
}

_Use_decl_annotations_
NTSTATUS RelayDevice::CreateQueue(WDFDEVICE Device)
{
    WDF_IO_QUEUE_CONFIG config;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = Read;
    config.EvtIoWrite = Write;

    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, QUEUE_CONTEXT);
    attributes.SynchronizationScope = WdfSynchronizationScopeQueue;
    attributes.EvtDestroyCallback = Destroy;

    WDFQUEUE queue;
    if (NTSTATUS status = WdfIoQueueCreate(Device, &config, &attributes, &queue); !NT_SUCCESS(status))
        return status;

    WDF_TIMER_CONFIG timer;
    WDF_TIMER_CONFIG_INIT_PERIODIC(&timer, Tick, PeriodMs);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = queue;
    return WdfTimerCreate(&timer, &attributes, &QueueContext(queue)->Timer);
}

NTSTATUS RelayDevice::Wake(WDFDEVICE Device)
{
    auto queue = WdfDeviceGetDefaultQueue(Device);
    WdfIoQueueStart(queue);
    WdfTimerStart(QueueContext(queue)->Timer, WDF_REL_TIMEOUT_IN_MS(PeriodMs));
    return STATUS_SUCCESS;
}

NTSTATUS RelayDevice::Sleep(WDFDEVICE Device)
{
    auto queue = WdfDeviceGetDefaultQueue(Device);
    WdfIoQueueStopSynchronously(queue);
    WdfTimerStop(QueueContext(queue)->Timer, TRUE);
    return STATUS_SUCCESS;
}

void RelayDevice::Destroy(WDFOBJECT Object)
{
    QueueContext(Object)->Latest.~PoolBuffer();
}

void RelayDevice::Wait(WDFREQUEST Request, QUEUE_CONTEXT *Context, size_t Bytes)
{
    WdfRequestSetInformation(Request, Bytes);
    Context->Waiting = Request;
    WdfRequestMarkCancelable(Request, Cancel);
}

void RelayDevice::Read(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    auto *context = QueueContext(Queue);
    WDFMEMORY memory;
    NTSTATUS status = WdfRequestRetrieveOutputMemory(Request, &memory);

    KdPrint(("relay++: %s, %Iu bytes, %p\n", __FUNCTION__, Length, Request));
    if (NT_SUCCESS(status) && context->Latest.Data() == nullptr) {
        WdfRequestComplete(Request, status);
        return;
    }
    if (Length > context->Latest.Length())
        Length = context->Latest.Length();
    if (NT_SUCCESS(status))
        status = WdfMemoryCopyFromBuffer(memory, 0, context->Latest.Data(), Length);
    if (NT_SUCCESS(status))
        Wait(Request, context, Length);
    else
        WdfRequestComplete(Request, status);
}

void RelayDevice::Write(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDFMEMORY memory;
    PoolBuffer copy;
    NTSTATUS status = WdfRequestRetrieveInputMemory(Request, &memory);

    if (NT_SUCCESS(status) && !copy.Reset(Length))
        status = STATUS_INSUFFICIENT_RESOURCES;
    if (NT_SUCCESS(status))
        status = WdfMemoryCopyToBuffer(memory, 0, copy.Data(), Length);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    auto *context = QueueContext(Queue);
    context->Latest.Swap(copy);
    Wait(Request, context, Length);
}

void RelayDevice::Cancel(WDFREQUEST Request)
{
    QueueContext(WdfRequestGetIoQueue(Request))->Waiting = nullptr;
    WdfRequestComplete(Request, STATUS_CANCELLED);
}

void RelayDevice::Tick(WDFTIMER Timer)
{
    auto *context = QueueContext(WdfTimerGetParentObject(Timer));

    if (!context->Waiting || WdfRequestUnmarkCancelable(context->Waiting) == STATUS_CANCELLED)
        return;
    WDFREQUEST request = context->Waiting;
    context->Waiting = nullptr;
    WdfRequestComplete(request, STATUS_SUCCESS);
}
