/* SPDX-License-Identifier: MIT */
/* The puppet driver: DriverEntry and the control device. puppet.h says what it is. */
#include "puppet_driver.h"

#include <initguid.h>

DEFINE_GUID(GUID_DEVINTERFACE_PUPPET, 0x5d4e7ac4, 0x1f0b, 0x4a51, 0x9d, 0x4e, 0x33, 0x2a, 0x60, 0x6b, 0x0c, 0x12);

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD device_add;
static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL control_request;
static EVT_WDF_OBJECT_CONTEXT_CLEANUP control_cleanup;

static WDFDEVICE control_device;
static PKTHREAD threads[PUPPET_TAGS_MAX]; /* of OP_THREAD, to be waited for before the image goes */
static LONG thread_count;

NTSTATUS
DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    log_start();
    operations_start();
    WDF_DRIVER_CONFIG_INIT(&config, device_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}

static NTSTATUS control_create(PWDFDEVICE_INIT init)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    NTSTATUS status;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.EvtCleanupCallback = control_cleanup;
    status = WdfDeviceCreate(&init, &attributes, &control_device);
    if (!NT_SUCCESS(status))
        return status;
    status = WdfDeviceCreateDeviceInterface(control_device, &GUID_DEVINTERFACE_PUPPET, NULL);
    if (!NT_SUCCESS(status))
        return status;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    config.EvtIoDeviceControl = control_request;
    config.PowerManaged = WdfFalse;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ExecutionLevel = WdfExecutionLevelPassive;
    return WdfIoQueueCreate(control_device, &config, &attributes, WDF_NO_HANDLE);
}

static NTSTATUS device_add(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    UNREFERENCED_PARAMETER(Driver);
    return control_device ? puppet_device_create(DeviceInit) : control_create(DeviceInit);
}

static VOID control_cleanup(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    for (LONG i = 0; i < thread_count; i++) {
        KeWaitForSingleObject(threads[i], Executive, KernelMode, FALSE, NULL);
        ObDereferenceObject(threads[i]);
    }
    thread_count = 0;
    control_device = NULL;
}

/* -- requests to the control device ------------------------------------------------------------------ */

static void do_and_complete(WDFREQUEST request, const struct puppet_op *op, struct puppet_result *result)
{
    struct puppet_op copy = *op; /* in and out are one buffer */

    RtlZeroMemory(result, sizeof(*result));
    operation_run(&copy, NULL, result);
    WdfRequestCompleteWithInformation(request, STATUS_SUCCESS, sizeof(*result));
}

static VOID NTAPI thread_main(PVOID context)
{
    WDFREQUEST request = context;
    PVOID in, out;

    if (NT_SUCCESS(WdfRequestRetrieveInputBuffer(request, sizeof(struct puppet_op), &in, NULL)) &&
        NT_SUCCESS(WdfRequestRetrieveOutputBuffer(request, sizeof(struct puppet_result), &out, NULL)))
        do_and_complete(request, in, out);
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static NTSTATUS thread_start(WDFREQUEST request)
{
    LONG slot = InterlockedIncrement(&thread_count) - 1;
    HANDLE handle;
    NTSTATUS status;

    if (slot >= PUPPET_TAGS_MAX) {
        InterlockedDecrement(&thread_count);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    status = PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, thread_main, request);
    if (!NT_SUCCESS(status)) {
        InterlockedDecrement(&thread_count);
        return status;
    }
    status =
        ObReferenceObjectByHandle(handle, THREAD_ALL_ACCESS, *PsThreadType, KernelMode, (PVOID *)&threads[slot], NULL);
    NT_ASSERT(NT_SUCCESS(status));
    ZwClose(handle);
    return STATUS_PENDING;
}

static NTSTATUS control_do(WDFREQUEST request, struct puppet_op *op)
{
    PVOID out;
    NTSTATUS status = WdfRequestRetrieveOutputBuffer(request, sizeof(struct puppet_result), &out, NULL);

    if (!NT_SUCCESS(status))
        return status;
    if (op->flags & OP_THREAD)
        return thread_start(request);
    do_and_complete(request, op, out);
    return STATUS_PENDING;
}

static NTSTATUS control_plan(const struct puppet_plan *plan)
{
    if (plan->of >= PLANS_MAX)
        return STATUS_INVALID_PARAMETER;
    puppet.plan[plan->of] = *plan;
    puppet.planned[plan->of] = TRUE;
    return STATUS_SUCCESS;
}

static NTSTATUS control_configure(const struct puppet_config *config)
{
    if (puppet.device)
        return STATUS_DEVICE_BUSY;
    RtlZeroMemory(&puppet, sizeof(puppet));
    puppet.config = *config;
    puppet.fail = config->fail;
    return STATUS_SUCCESS;
}

static VOID control_request(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                            ULONG IoControlCode)
{
    NTSTATUS status = STATUS_INVALID_PARAMETER;
    ULONG_PTR information = 0;
    PVOID in = NULL, out = NULL;

    UNREFERENCED_PARAMETER(Queue);
    if (InputBufferLength)
        (void)WdfRequestRetrieveInputBuffer(Request, 1, &in, NULL);
    if (IoControlCode == IOCTL_PUPPET_CONFIGURE && InputBufferLength == sizeof(struct puppet_config)) {
        status = control_configure(in);
    } else if (IoControlCode == IOCTL_PUPPET_PLAN && InputBufferLength == sizeof(struct puppet_plan)) {
        status = control_plan(in);
    } else if (IoControlCode == IOCTL_PUPPET_DO && InputBufferLength == sizeof(struct puppet_op)) {
        status = control_do(Request, in);
    } else if (IoControlCode == IOCTL_PUPPET_LOG && OutputBufferLength >= sizeof(struct puppet_event)) {
        status = WdfRequestRetrieveOutputBuffer(Request, sizeof(struct puppet_event), &out, NULL);
        if (NT_SUCCESS(status))
            information =
                sizeof(struct puppet_event) * log_take(out, (ULONG)(OutputBufferLength / sizeof(struct puppet_event)));
    }
    if (status != STATUS_PENDING)
        WdfRequestCompleteWithInformation(Request, status, information);
}
