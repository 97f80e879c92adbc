/* SPDX-License-Identifier: MIT */
/*
 * Where an IRP enters the framework. Reads, writes and control codes go straight into the device's queues; everything
 * that a driver may have asked for beside that is behind one test each (device->preprocess, device->slow).
 */
#include "wdf/dispatch.h"
#include "wdf/control.h"
#include "wdf/fileobject.h"
#include "wdf/power.h"
#include "wdf/table.h"

NTSTATUS dispatch_complete(PIRP irp, NTSTATUS status)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = 0;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

NTSTATUS dispatch_pass_down(struct device *device, PIRP irp)
{
    FX_ASSERT(device->lower != NULL);
    IoSkipCurrentIrpStackLocation(irp);
    return IoCallDriver(device->lower, irp);
}

NTSTATUS dispatch_unhandled(struct device *device, PIRP irp)
{
    if ((device->flags & DEVICE_FILTER) && device->lower)
        return dispatch_pass_down(device, irp);
    return dispatch_complete(irp, STATUS_INVALID_DEVICE_REQUEST);
}

static enum queue_kind kind_of(UCHAR major)
{
    switch (major) {
    case IRP_MJ_READ:
        return QUEUE_KIND_READ;
    case IRP_MJ_WRITE:
        return QUEUE_KIND_WRITE;
    case IRP_MJ_DEVICE_CONTROL:
        return QUEUE_KIND_CONTROL;
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        return QUEUE_KIND_INTERNAL;
    default:
        return QUEUE_KINDS;
    }
}

/* Rule C10: the callback has the request before any queue, in the sender's thread. */
static NTSTATUS call_in_caller_context(struct device *device, PIRP irp, struct object *file)
{
    struct request *request = request_create_for_irp(&device->io, irp, file);
    struct fx_callback_guard guard;

    if (!request)
        return dispatch_complete(irp, STATUS_INSUFFICIENT_RESOURCES);
    request->flags |= REQUEST_IN_CALLER;
    fx_callback_enter(&guard);
    device->in_caller_context(device_handle(device), request_handle(request));
    fx_callback_leave(&guard, "EvtIoInCallerContext", (PVOID)device->in_caller_context);
    return STATUS_PENDING;
}

/* Rules C15, C16: the callback decides which queue the IRP goes to. */
static NTSTATUS call_wdm_dispatch(struct device *device, PIRP irp, const struct device_wdm_dispatch *dispatch)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    ULONG code = 0;

    if (stack->MajorFunction == IRP_MJ_DEVICE_CONTROL || stack->MajorFunction == IRP_MJ_INTERNAL_DEVICE_CONTROL)
        code = stack->Parameters.DeviceIoControl.IoControlCode;
    return dispatch->callback(device_handle(device), stack->MajorFunction, stack->MinorFunction, code,
                              dispatch->context, irp, NULL);
}

static NTSTATUS io_slow(struct device *device, PIRP irp, struct object *file)
{
    NTSTATUS status;

    if (device->slow & DEVICE_SLOW_REMOVED)
        return dispatch_complete(irp, STATUS_DELETE_PENDING);
    if (device->slow & DEVICE_SLOW_UNFINISHED)
        return dispatch_complete(irp, STATUS_INVALID_DEVICE_STATE);
    if (device->slow & DEVICE_SLOW_CALLER_CONTEXT)
        return call_in_caller_context(device, irp, file);
    status = queue_insert_irp(&device->io, irp, file);
    return status == STATUS_NOT_FOUND ? dispatch_unhandled(device, irp) : status;
}

static struct object *file_object_of(struct device *device, PIRP irp)
{
    struct file *file = NULL;

    if (device->file_config.Size)
        file = file_of(device, IoGetCurrentIrpStackLocation(irp)->FileObject);
    return file ? &file->object : NULL;
}

/* Read, write, device control, internal device control, after preprocessing. */
static NTSTATUS route_io(struct device *device, PIRP irp, BOOLEAN ask_driver)
{
    struct object *file = file_object_of(device, irp);
    NTSTATUS status;

    if (device->slow) {
        const struct device_wdm_dispatch *dispatch =
            &device->wdm_dispatch[kind_of(IoGetCurrentIrpStackLocation(irp)->MajorFunction)];

        if (ask_driver && dispatch->callback && !(device->slow & DEVICE_SLOW_REMOVED))
            return call_wdm_dispatch(device, irp, dispatch);
        return io_slow(device, irp, file);
    }
    status = queue_insert_irp(&device->io, irp, file);
    return status == STATUS_NOT_FOUND ? dispatch_unhandled(device, irp) : status;
}

NTSTATUS dispatch_io(struct device *device, PIRP irp)
{
    return route_io(device, irp, TRUE);
}

/* WMI: who has no providers hands the IRP down; a control device has nobody below. */
static NTSTATUS system_control(struct device *device, PIRP irp)
{
    if (device->lower)
        return dispatch_pass_down(device, irp);
    return dispatch_complete(irp, STATUS_INVALID_DEVICE_REQUEST);
}

NTSTATUS dispatch_any(struct device *device, PIRP irp)
{
    switch (IoGetCurrentIrpStackLocation(irp)->MajorFunction) {
    case IRP_MJ_READ:
    case IRP_MJ_WRITE:
    case IRP_MJ_DEVICE_CONTROL:
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        return dispatch_io(device, irp);
    case IRP_MJ_CREATE:
        return file_create(device, irp);
    case IRP_MJ_CLEANUP:
        return file_cleanup(device, irp);
    case IRP_MJ_CLOSE:
        return file_close(device, irp);
    case IRP_MJ_PNP:
        return pnp_irp(device, irp);
    case IRP_MJ_POWER:
        return power_irp(device, irp);
    case IRP_MJ_SYSTEM_CONTROL:
        return system_control(device, irp);
    case IRP_MJ_SHUTDOWN:
        return control_shutdown(device, irp);
    default:
        return dispatch_unhandled(device, irp);
    }
}

static BOOLEAN preprocess_wants(const struct device_preprocess *entry, UCHAR minor)
{
    if (!entry->callback)
        return FALSE;
    for (ULONG i = 0; i < entry->minors; i++)
        if (entry->minor[i] == minor)
            return TRUE;
    return entry->minors == 0;
}

static NTSTATUS preprocess_or(struct device *device, PIRP irp, NTSTATUS (*otherwise)(struct device *, PIRP))
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    const struct device_preprocess *entry = &device->preprocess[stack->MajorFunction];

    if (preprocess_wants(entry, stack->MinorFunction))
        return entry->callback(device_handle(device), irp);
    return otherwise(device, irp);
}

/* DriverObject->MajorFunction for reads, writes and control codes. IRQL <= DISPATCH_LEVEL. */
static NTSTATUS NTAPI entry_io(PDEVICE_OBJECT wdm, PIRP irp)
{
    struct device *device = device_of_wdm(wdm);

    if (device->preprocess)
        return preprocess_or(device, irp, dispatch_io);
    return dispatch_io(device, irp);
}

/* DriverObject->MajorFunction for everything else. */
static NTSTATUS NTAPI entry_any(PDEVICE_OBJECT wdm, PIRP irp)
{
    struct device *device = device_of_wdm(wdm);

    if (device->preprocess)
        return preprocess_or(device, irp, dispatch_any);
    return dispatch_any(device, irp);
}

void dispatch_install(PDRIVER_OBJECT driver_object)
{
    for (ULONG major = 0; major <= IRP_MJ_MAXIMUM_FUNCTION; major++)
        driver_object->MajorFunction[major] = entry_any;
    driver_object->MajorFunction[IRP_MJ_READ] = entry_io;
    driver_object->MajorFunction[IRP_MJ_WRITE] = entry_io;
    driver_object->MajorFunction[IRP_MJ_DEVICE_CONTROL] = entry_io;
    driver_object->MajorFunction[IRP_MJ_INTERNAL_DEVICE_CONTROL] = entry_io;
}

/* -- the driver's own dispatching --------------------------------------------------------------- */

/* The driver has skipped or copied its stack location, as for a lower driver; the IRP comes to this device again. */
static void enter_next_location(struct device *device, PIRP irp)
{
    IoSetNextIrpStackLocation(irp);
    IoGetCurrentIrpStackLocation(irp)->DeviceObject = device->wdm;
}

/* nf-wdfdevice-wdfdevicewdmdispatchpreprocessedirp; IRQL <= DISPATCH_LEVEL. Rule C8. */
NTSTATUS WdfDeviceWdmDispatchPreprocessedIrp(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, PIRP Irp)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceWdmDispatchPreprocessedIrp);
    FX_REQUIRE(Irp);
    if (!device->preprocess)
        return STATUS_INVALID_PARAMETER;
    enter_next_location(device, Irp);
    return dispatch_any(device, Irp);
}

/* nf-wdfdevice-wdfdevicewdmdispatchirp; IRQL <= DISPATCH_LEVEL. Rule C15. The dispatch context is that of the calling
 * EvtDeviceWdmIrpDispatch, which has one IRP. */
NTSTATUS WdfDeviceWdmDispatchIrp(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, PIRP Irp,
                                 WDFCONTEXT DispatchContext)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    UNREFERENCED_PARAMETER(DispatchContext);
    FX_IRQL_OF(WdfDeviceWdmDispatchIrp);
    FX_REQUIRE(Irp);
    return route_io(device, Irp, FALSE);
}

/* nf-wdfdevice-wdfdevicewdmdispatchirptoioqueue; IRQL <= DISPATCH_LEVEL. Rule C14. */
NTSTATUS WdfDeviceWdmDispatchIrpToIoQueue(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, PIRP Irp, WDFQUEUE Queue,
                                          ULONG Flags)
{
    struct device *device = device_from_handle(Device);
    struct queue *queue = queue_from_handle(Queue);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceWdmDispatchIrpToIoQueue);
    FX_REQUIRE(Irp);
    if (queue->io != &device->io) {
        (void)dispatch_complete(Irp, STATUS_INVALID_DEVICE_REQUEST);
        return STATUS_INVALID_DEVICE_REQUEST;
    }
    if (Flags & WDF_DISPATCH_IRP_TO_IO_QUEUE_PREPROCESSED_IRP)
        enter_next_location(device, Irp);
    if (kind_of(IoGetCurrentIrpStackLocation(Irp)->MajorFunction) == QUEUE_KINDS)
        return dispatch_complete(Irp, STATUS_INVALID_DEVICE_REQUEST);
    if ((Flags & WDF_DISPATCH_IRP_TO_IO_QUEUE_INVOKE_INCALLERCTX_CALLBACK) && device->in_caller_context)
        return call_in_caller_context(device, Irp, file_object_of(device, Irp));
    return queue_insert_irp_into(queue, Irp, file_object_of(device, Irp));
}

/* nf-wdfdevice-wdfdeviceconfigurewdmirpdispatchcallback; IRQL <= DISPATCH_LEVEL. Rule C16. */
NTSTATUS WdfDeviceConfigureWdmIrpDispatchCallback(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, WDFDRIVER Driver,
                                                  UCHAR MajorFunction,
                                                  PFN_WDFDEVICE_WDM_IRP_DISPATCH EvtDeviceWdmIrpDispatch,
                                                  WDFCONTEXT DriverContext)
{
    struct device *device = device_from_handle(Device);
    enum queue_kind kind = kind_of(MajorFunction);
    struct device_wdm_dispatch *dispatch;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceConfigureWdmIrpDispatchCallback);
    FX_REQUIRE(EvtDeviceWdmIrpDispatch);
    if (kind == QUEUE_KINDS)
        return STATUS_INVALID_PARAMETER;
    dispatch = &device->wdm_dispatch[kind];
    if (dispatch->callback)
        return STATUS_INVALID_DEVICE_STATE;
    dispatch->driver = Driver;
    dispatch->context = DriverContext;
    dispatch->callback = EvtDeviceWdmIrpDispatch;
    InterlockedOr((LONG volatile *)&device->slow, DEVICE_SLOW_DISPATCH);
    return STATUS_SUCCESS;
}

/* nf-wdfdevice-wdfdeviceenqueuerequest; IRQL <= DISPATCH_LEVEL. Rules C11 to C13. */
NTSTATUS WdfDeviceEnqueueRequest(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, WDFREQUEST Request)
{
    struct device *device = device_from_handle(Device);
    struct request *request = request_from_handle(Request);
    NTSTATUS status;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceEnqueueRequest);
    if (!(request->flags & REQUEST_IN_CALLER))
        return STATUS_INVALID_DEVICE_REQUEST;
    status = queue_insert_request(&device->io, request);
    if (status != STATUS_NOT_FOUND)
        return status;
    if ((device->flags & DEVICE_FILTER) && device->lower) {
        (void)dispatch_pass_down(device, request_detach_irp(request));
        return STATUS_SUCCESS;
    }
    return STATUS_INVALID_DEVICE_REQUEST;
}
