/* SPDX-License-Identifier: MIT */
/* What a driver asks a request. */
#include "wdf/queue.h"

void request_get_parameters(const struct request *request, WDF_REQUEST_PARAMETERS *ret_parameters)
{
    const IO_STACK_LOCATION *stack = IoGetCurrentIrpStackLocation(request->irp);
    USHORT size = ret_parameters->Size;

    RtlZeroMemory(ret_parameters, sizeof *ret_parameters);
    ret_parameters->Size = size;
    ret_parameters->MinorFunction = stack->MinorFunction;
    ret_parameters->Type = request_type(request);
    switch (request->major) {
    case IRP_MJ_CREATE:
        ret_parameters->Parameters.Create.SecurityContext = stack->Parameters.Create.SecurityContext;
        ret_parameters->Parameters.Create.Options = stack->Parameters.Create.Options;
        ret_parameters->Parameters.Create.FileAttributes = stack->Parameters.Create.FileAttributes;
        ret_parameters->Parameters.Create.ShareAccess = stack->Parameters.Create.ShareAccess;
        ret_parameters->Parameters.Create.EaLength = stack->Parameters.Create.EaLength;
        break;
    case IRP_MJ_READ:
        ret_parameters->Parameters.Read.Length = stack->Parameters.Read.Length;
        ret_parameters->Parameters.Read.Key = stack->Parameters.Read.Key;
        ret_parameters->Parameters.Read.DeviceOffset = stack->Parameters.Read.ByteOffset.QuadPart;
        break;
    case IRP_MJ_WRITE:
        ret_parameters->Parameters.Write.Length = stack->Parameters.Write.Length;
        ret_parameters->Parameters.Write.Key = stack->Parameters.Write.Key;
        ret_parameters->Parameters.Write.DeviceOffset = stack->Parameters.Write.ByteOffset.QuadPart;
        break;
    case IRP_MJ_DEVICE_CONTROL:
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        ret_parameters->Parameters.DeviceIoControl.OutputBufferLength =
            stack->Parameters.DeviceIoControl.OutputBufferLength;
        ret_parameters->Parameters.DeviceIoControl.InputBufferLength =
            stack->Parameters.DeviceIoControl.InputBufferLength;
        ret_parameters->Parameters.DeviceIoControl.IoControlCode = stack->Parameters.DeviceIoControl.IoControlCode;
        ret_parameters->Parameters.DeviceIoControl.Type3InputBuffer =
            stack->Parameters.DeviceIoControl.Type3InputBuffer;
        break;
    default:
        ret_parameters->Parameters.Others.Arg1 = stack->Parameters.Others.Argument1;
        ret_parameters->Parameters.Others.Arg2 = stack->Parameters.Others.Argument2;
        ret_parameters->Parameters.Others.IoControlCode = (ULONG)(ULONG_PTR)stack->Parameters.Others.Argument3;
        ret_parameters->Parameters.Others.Arg4 = stack->Parameters.Others.Argument4;
    }
}

/* I2: what touches the IRP is over once the request is completed, whatever references are held. */
static PIRP irp_of(const struct request *request, const CHAR *function)
{
    if (!request->irp)
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)request->object.self, 0, "InvalidReqAccess",
                     "%s was called for request %p, which was completed before.", function, request->object.self);
    return request->irp;
}

/* wdfrequest/nf-wdfrequest-wdfrequestgetparameters. IRQL <= DISPATCH_LEVEL. G12. */
VOID WdfRequestGetParameters(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, PWDF_REQUEST_PARAMETERS Parameters)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestGetParameters);
    FX_REQUIRE(Parameters);
    (void)irp_of(request, __func__);
    if (request->flags & (REQUEST_STOPPING | REQUEST_RESUMING))
        fx_report(request->flags & REQUEST_STOPPING ? "EvtIoStopGetParam" : "EvtIoResumeGetParam", 0,
                  "%s was called for request %p in EvtIoStop or EvtIoResume; keep what you need in its context.",
                  __func__, Request);
    request_get_parameters(request, Parameters);
}

/* wdfrequest/nf-wdfrequest-wdfrequestsetinformation. IRQL <= DISPATCH_LEVEL. */
VOID WdfRequestSetInformation(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, ULONG_PTR Information)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestSetInformation);
    irp_of(request, __func__)->IoStatus.Information = Information;
}

/* wdfrequest/nf-wdfrequest-wdfrequestgetinformation. IRQL <= DISPATCH_LEVEL. I3: 0 once completed. */
ULONG_PTR WdfRequestGetInformation(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    const struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestGetInformation);
    return request->irp ? request->irp->IoStatus.Information : 0;
}

/* wdfrequest/nf-wdfrequest-wdfrequestgetstatus. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestGetStatus(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    const struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestGetStatus);
    return request->irp ? request->irp->IoStatus.Status : STATUS_SUCCESS;
}

/* wdfrequest/nf-wdfrequest-wdfrequestgetfileobject. IRQL <= DISPATCH_LEVEL. S9. */
WDFFILEOBJECT WdfRequestGetFileObject(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    const struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestGetFileObject);
    return request->file ? (WDFFILEOBJECT)request->file->self : NULL;
}

/* wdfrequest/nf-wdfrequest-wdfrequestgetrequestormode. IRQL <= DISPATCH_LEVEL. */
KPROCESSOR_MODE WdfRequestGetRequestorMode(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    const struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestGetRequestorMode);
    return irp_of(request, __func__)->RequestorMode;
}

/* wdfrequest/nf-wdfrequest-wdfrequestgetioqueue. IRQL <= DISPATCH_LEVEL. G11. */
WDFQUEUE WdfRequestGetIoQueue(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    const struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestGetIoQueue);
    return request->queue && request->irp ? queue_handle(request->queue) : NULL;
}

/* wdfrequest/nf-wdfrequest-wdfrequestwdmgetirp. IRQL <= DISPATCH_LEVEL. */
PIRP WdfRequestWdmGetIrp(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    const struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestWdmGetIrp);
    return irp_of(request, __func__);
}

/* wdfrequest/nf-wdfrequest-wdfrequestisreserved. IRQL <= DISPATCH_LEVEL. U4. */
BOOLEAN WdfRequestIsReserved(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    const struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestIsReserved);
    return (request->flags & REQUEST_RESERVED) != 0;
}

/* wdfrequest/nf-wdfrequest-wdfrequestisfrom32bitprocess. IRQL <= APC_LEVEL (header), DISPATCH_LEVEL (page). */
BOOLEAN WdfRequestIsFrom32BitProcess(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    const struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestIsFrom32BitProcess);
    return IoIs32bitProcess(irp_of(request, __func__));
}
