/* SPDX-License-Identifier: MIT */
/* clang-format off */
/*++

Abstract:

    A driver in the style in which Windows driver authors write them: it uses every kernel name that is marked `echo`
    in facts/api_wanted.tsv, and the annotations, pragmas and idioms that come with them. It must compile unchanged, as
    C and as C++. It is never run.

Environment:

    Kernel-mode Driver Framework

--*/
#include "style_driver.h"
#include <initguid.h>

DEFINE_GUID(GUID_DEVINTERFACE_STYLE, 0x1f0a7ee0, 0x3d6c, 0x4d5f, 0x9e, 0x3f, 0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc);

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, StyleEvtDeviceAdd)
#pragma alloc_text(PAGE, StyleDeviceCreate)
#pragma alloc_text(PAGE, StylePrintDriverVersion)
#endif

#pragma code_seg()
#pragma prefast(disable : 28118, "an analyser's number")

C_ASSERT(sizeof(REQUEST_CONTEXT) == 8);

NTSTATUS
DriverEntry(IN OUT PDRIVER_OBJECT DriverObject, IN PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;
    NTSTATUS status;
    WCHAR name[32];
    WDF_OBJECT_ATTRIBUTES attributes;

    KdPrint(("Style driver - built %s %s\n", __DATE__, __TIME__));
    KdPrintEx((DPFLTR_IHVDRIVER_ID, DPFLTR_INFO_LEVEL, "%!FUNC! %wZ\n", RegistryPath));

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.EvtCleanupCallback = StyleEvtDriverContextCleanup;

    WDF_DRIVER_CONFIG_INIT(&config, StyleEvtDeviceAdd);
    config.DriverPoolTag = STYLE_TAG;

    status = WdfDriverCreate(DriverObject, RegistryPath, &attributes, &config, WDF_NO_HANDLE);
    if (!NT_SUCCESS(status)) {
        KdPrint(("WdfDriverCreate failed with status 0x%x\n", status));
        return status;
    }

    status = RtlStringCbPrintfW(name, sizeof(name), L"style%d", 1);
    if (NT_SUCCESS(status)) {
        status = RtlStringCbCatW(name, sizeof(name), L"\\device");
    }
    _Analysis_assume_(status == STATUS_SUCCESS);

#if DBG
    status = StylePrintDriverVersion();
#endif

    return status;
}

_Use_decl_annotations_
VOID
StyleEvtDriverContextCleanup(WDFOBJECT DriverObject)
{
    UNREFERENCED_PARAMETER(DriverObject);
    PAGED_CODE();
}

NTSTATUS
StyleEvtDeviceAdd(IN WDFDRIVER Driver, IN PWDFDEVICE_INIT DeviceInit)
{
    UNREFERENCED_PARAMETER(Driver);

    PAGED_CODE()

    KdPrint(("Enter EvtDeviceAdd\n"));
    return StyleDeviceCreate(DeviceInit);
}

_Use_decl_annotations_
NTSTATUS
StylePrintDriverVersion(void)
{
    NTSTATUS status;
    WDFSTRING string;
    UNICODE_STRING us;
    WDF_DRIVER_VERSION_AVAILABLE_PARAMS ver;

    PAGED_CODE();

    status = WdfStringCreate(NULL, WDF_NO_OBJECT_ATTRIBUTES, &string);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    status = WdfDriverRetrieveVersionString(WdfGetDriver(), string);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    WdfStringGetUnicodeString(string, &us);
    KdPrint(("version %wZ\n", &us));
    WdfObjectDelete(string);
    string = NULL;

    WDF_DRIVER_VERSION_AVAILABLE_PARAMS_INIT(&ver, 1, 0);
    if (WdfDriverIsVersionAvailable(WdfGetDriver(), &ver) == TRUE) {
        KdPrint(("at least version 1.0\n"));
    } else {
        KdPrint(("not even version 1.0\n"));
        WdfVerifierDbgBreakPoint();
    }
    return STATUS_SUCCESS;
}

NTSTATUS
StyleDeviceCreate(IN PWDFDEVICE_INIT DeviceInit)
{
    WDF_OBJECT_ATTRIBUTES deviceAttributes, requestAttributes;
    PDEVICE_CONTEXT deviceContext;
    WDF_PNPPOWER_EVENT_CALLBACKS pnpPowerCallbacks;
    WDFDEVICE device;
    NTSTATUS status;

    PAGED_CODE();

    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&pnpPowerCallbacks);
    pnpPowerCallbacks.EvtDeviceSelfManagedIoInit = StyleEvtDeviceSelfManagedIoStart;
    pnpPowerCallbacks.EvtDeviceSelfManagedIoSuspend = StyleEvtDeviceSelfManagedIoSuspend;
// Restart does what Init did.
#pragma prefast(suppress : 28024, "used for both callbacks")
    pnpPowerCallbacks.EvtDeviceSelfManagedIoRestart = StyleEvtDeviceSelfManagedIoStart;
    WdfDeviceInitSetPnpPowerEventCallbacks(DeviceInit, &pnpPowerCallbacks);

    WDF_OBJECT_ATTRIBUTES_INIT(&requestAttributes);
    WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(&requestAttributes, REQUEST_CONTEXT);
    WdfDeviceInitSetRequestAttributes(DeviceInit, &requestAttributes);

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&deviceAttributes, DEVICE_CONTEXT);
    status = WdfDeviceCreate(&DeviceInit, &deviceAttributes, &device);
    if (NT_SUCCESS(status)) {
        deviceContext = WdfObjectGet_DEVICE_CONTEXT(device);
        deviceContext->PrivateDeviceData = 0;
        ASSERT(deviceContext == WdfObjectGetTypedContext(device, DEVICE_CONTEXT));

        status = WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_STYLE, NULL /* ReferenceString */);
        if (NT_SUCCESS(status)) {
            status = StyleQueueInitialize(device);
        }
    }
    return status;
}

NTSTATUS
StyleEvtDeviceSelfManagedIoStart(IN WDFDEVICE Device)
{
    PQUEUE_CONTEXT queueContext = QueueGetContext(WdfDeviceGetDefaultQueue(Device));
    LARGE_INTEGER DueTime;

    KdPrint(("--> StyleEvtDeviceSelfManagedIoStart\n"));
    WdfIoQueueStart(WdfDeviceGetDefaultQueue(Device));
    DueTime.QuadPart = WDF_REL_TIMEOUT_IN_MS(TIMER_PERIOD);
    WdfTimerStart(queueContext->Timer, DueTime.QuadPart);
    return STATUS_SUCCESS;
}

NTSTATUS
StyleEvtDeviceSelfManagedIoSuspend(IN WDFDEVICE Device)
{
    PQUEUE_CONTEXT queueContext = QueueGetContext(WdfDeviceGetDefaultQueue(Device));

    PAGED_CODE();

    WdfIoQueueStopSynchronously(WdfDeviceGetDefaultQueue(Device));
    WdfTimerStop(queueContext->Timer, TRUE);
    return STATUS_SUCCESS;
}

NTSTATUS
StyleQueueInitialize(_In_ WDFDEVICE Device)
{
    WDFQUEUE queue;
    NTSTATUS status;
    PQUEUE_CONTEXT queueContext;
    WDF_IO_QUEUE_CONFIG queueConfig;
    WDF_OBJECT_ATTRIBUTES queueAttributes;
    WDF_TIMER_CONFIG timerConfig;
    WDF_OBJECT_ATTRIBUTES timerAttributes;

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&queueConfig, WdfIoQueueDispatchSequential);
    queueConfig.EvtIoRead = StyleEvtIoRead;
    queueConfig.EvtIoWrite = StyleEvtIoWrite;

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&queueAttributes, QUEUE_CONTEXT);
    queueAttributes.SynchronizationScope = WdfSynchronizationScopeQueue;
    queueAttributes.EvtDestroyCallback = StyleEvtIoQueueContextDestroy;

    status = WdfIoQueueCreate(Device, &queueConfig, &queueAttributes, &queue);
    if (!NT_SUCCESS(status)) {
        KdPrint(("WdfIoQueueCreate failed 0x%x\n", status));
        return status;
    }

    queueContext = QueueGetContext(queue);
    queueContext->Buffer = NULL;
    queueContext->CurrentRequest = NULL;
    queueContext->CurrentStatus = STATUS_INVALID_DEVICE_REQUEST;

    WDF_OBJECT_ATTRIBUTES_INIT(&timerAttributes);
    timerAttributes.ParentObject = queue;
    status = WdfSpinLockCreate(&timerAttributes, &queueContext->SpinLock);
    if (NT_SUCCESS(status)) {
        WDF_TIMER_CONFIG_INIT_PERIODIC(&timerConfig, StyleEvtTimerFunc, TIMER_PERIOD);
        status = WdfTimerCreate(&timerConfig, &timerAttributes, &queueContext->Timer);
    }
    return status;
}

VOID
StyleEvtIoQueueContextDestroy(WDFOBJECT Object)
{
    PQUEUE_CONTEXT queueContext = QueueGetContext(Object);

    if (queueContext->Buffer != NULL) {
        ExFreePool(queueContext->Buffer);
        queueContext->Buffer = NULL;
    }
}

VOID
StyleEvtRequestCancel(IN WDFREQUEST Request)
{
    PQUEUE_CONTEXT queueContext = QueueGetContext(WdfRequestGetIoQueue(Request));
    PREQUEST_CONTEXT requestContext = RequestGetContext(Request);
    BOOLEAN complete;

    WdfSpinLockAcquire(queueContext->SpinLock);
    complete = (InterlockedDecrement(&requestContext->CancelCompletionOwnershipCount) == 0);
    if (complete && InterlockedCompareExchange(&requestContext->Claimed, 1, 0) == 0) {
        queueContext->CurrentRequest = NULL;
    }
    WdfSpinLockRelease(queueContext->SpinLock);

    if (complete) {
        WdfRequestCompleteWithInformation(Request, STATUS_CANCELLED, 0L);
    }
}

VOID
StyleEvtIoRead(IN WDFQUEUE Queue, IN WDFREQUEST Request, IN size_t Length)
{
    NTSTATUS status;
    PQUEUE_CONTEXT queueContext = QueueGetContext(Queue);
    WDFMEMORY memory;

    _Analysis_assume_(Length > 0);
    KdPrint(("read: queue %p, request %p, %Iu bytes\n", Queue, Request, Length));

    if (queueContext->Buffer == NULL) {
        WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, (ULONG_PTR)0L);
        return;
    }
    Length = MIN_LENGTH(Length, queueContext->Length);

    status = WdfRequestRetrieveOutputMemory(Request, &memory);
    if (!NT_SUCCESS(status)) {
        WdfVerifierDbgBreakPoint();
        WdfRequestCompleteWithInformation(Request, status, 0L);
        return;
    }
    status = WdfMemoryCopyFromBuffer(memory, 0, queueContext->Buffer, Length);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }
    WdfRequestSetInformation(Request, (ULONG_PTR)Length);

    queueContext->CurrentRequest = Request;
    queueContext->CurrentStatus = status;
    WdfRequestMarkCancelable(Request, StyleEvtRequestCancel);
    return;
}

VOID
StyleEvtIoWrite(IN WDFQUEUE Queue, IN WDFREQUEST Request, IN size_t Length)
{
    NTSTATUS Status;
    WDFMEMORY memory;
    PQUEUE_CONTEXT queueContext = QueueGetContext(Queue);
    PVOID writeBuffer = NULL;

    Status = WdfRequestRetrieveInputMemory(Request, &memory);
    if (!NT_SUCCESS(Status)) {
        goto Exit;
    }
    writeBuffer = ExAllocatePool2(POOL_FLAG_NON_PAGED, Length, 'sam1');
    if (writeBuffer == NULL) {
        Status = STATUS_INSUFFICIENT_RESOURCES;
        goto Exit;
    }
    Status = WdfMemoryCopyToBuffer(memory, 0, writeBuffer, Length);
    if (!NT_SUCCESS(Status)) {
        ExFreePoolWithTag(writeBuffer, 'sam1');
        goto Exit;
    }
    if (queueContext->Buffer != NULL) {
        ExFreePool(queueContext->Buffer);
    }
    queueContext->Buffer = writeBuffer;
    queueContext->Length = (ULONG)Length;
    WdfRequestSetInformation(Request, (ULONG_PTR)Length);

    RequestGetContext(Request)->CancelCompletionOwnershipCount = 1;
    Status = WdfRequestMarkCancelableEx(Request, StyleEvtRequestCancel);
    if (NT_SUCCESS(Status)) {
        queueContext->CurrentRequest = Request;
        queueContext->CurrentStatus = Status;
        return;
    }

Exit:
    WdfRequestComplete(Request, Status);
}

VOID
StyleEvtTimerFunc(IN WDFTIMER Timer)
{
    NTSTATUS Status;
    WDFREQUEST Request;
    WDFQUEUE queue;
    PQUEUE_CONTEXT queueContext;

    queue = (WDFQUEUE)WdfTimerGetParentObject(Timer);
    queueContext = QueueGetContext(queue);

    Request = queueContext->CurrentRequest;
    if (Request != NULL) {
        Status = WdfRequestUnmarkCancelable(Request);
        if (Status != STATUS_CANCELLED) {
            queueContext->CurrentRequest = NULL;
            Status = queueContext->CurrentStatus;
            WdfRequestComplete(Request, Status);
        } else {
            KdPrint(("timer: %p is the cancel routine's\n", Request));
        }
    }
    return;
}
