/* SPDX-License-Identifier: MIT */
/* The buffers of a request: accessing-data-buffers-in-wdf-drivers (K1 to K10). */
#include "wdf/queue.h"

enum direction {
    INPUT,  /* what the driver reads: write requests, control codes */
    OUTPUT, /* what the driver fills: read requests, control codes */
};

/* Where a buffer is. Either `system` or `mdl` is set; `user` for a neither buffer of user mode. */
struct location {
    void *system;
    PMDL mdl;
    void *user;
    ULONG bytes;
};

/* Read and write follow the device's I/O type (K15). */
static void locate_transfer(const struct request *request, ULONG bytes, struct location *ret)
{
    ret->bytes = bytes;
    if (request->io->wdm->Flags & DO_BUFFERED_IO)
        ret->system = request->irp->AssociatedIrp.SystemBuffer;
    else if (request->io->wdm->Flags & DO_DIRECT_IO)
        ret->mdl = request->irp->MdlAddress;
    else
        ret->user = request->irp->UserBuffer;
}

/* Control codes carry their method (K1). */
static void locate_control(const struct request *request, const IO_STACK_LOCATION *stack, enum direction direction,
                           struct location *ret)
{
    ULONG method = stack->Parameters.DeviceIoControl.IoControlCode & 3;

    ret->bytes = direction == INPUT ? stack->Parameters.DeviceIoControl.InputBufferLength
                                    : stack->Parameters.DeviceIoControl.OutputBufferLength;
    if (method == METHOD_NEITHER)
        ret->user = direction == INPUT ? stack->Parameters.DeviceIoControl.Type3InputBuffer : request->irp->UserBuffer;
    else if (method == METHOD_BUFFERED || direction == INPUT)
        ret->system = request->irp->AssociatedIrp.SystemBuffer;
    else
        ret->mdl = request->irp->MdlAddress;
}

/* K2 to K4, K7: where the buffer is, or why there is none. `minimum` 0 asks for any length but zero. */
static NTSTATUS locate(const struct request *request, enum direction direction, SIZE_T minimum, struct location *ret)
{
    const IO_STACK_LOCATION *stack;

    RtlZeroMemory(ret, sizeof *ret);
    if (!request->irp)
        return STATUS_INTERNAL_ERROR;
    stack = IoGetCurrentIrpStackLocation(request->irp);
    if (request->major == IRP_MJ_READ && direction == OUTPUT)
        locate_transfer(request, stack->Parameters.Read.Length, ret);
    else if (request->major == IRP_MJ_WRITE && direction == INPUT)
        locate_transfer(request, stack->Parameters.Write.Length, ret);
    else if (request->major == IRP_MJ_DEVICE_CONTROL || request->major == IRP_MJ_INTERNAL_DEVICE_CONTROL)
        locate_control(request, stack, direction, ret);
    else
        return STATUS_INVALID_DEVICE_REQUEST;
    if (!ret->bytes || ret->bytes < minimum)
        return STATUS_BUFFER_TOO_SMALL;
    return STATUS_SUCCESS;
}

/* K3: a user's pointer is nobody's buffer; a kernel-mode sender's is. */
static NTSTATUS adopt_user(const struct request *request, struct location *location)
{
    if (location->system || location->mdl)
        return STATUS_SUCCESS;
    if (request->irp->RequestorMode != KernelMode && request->major != IRP_MJ_INTERNAL_DEVICE_CONTROL)
        return STATUS_INVALID_DEVICE_REQUEST;
    location->system = location->user;
    return location->system ? STATUS_SUCCESS : STATUS_INVALID_DEVICE_REQUEST;
}

static NTSTATUS retrieve(struct request *request, enum direction direction, SIZE_T minimum, PVOID *ret_buffer,
                         size_t *ret_bytes)
{
    struct location location;
    NTSTATUS status = locate(request, direction, minimum, &location);
    void *buffer;

    if (NT_SUCCESS(status))
        status = adopt_user(request, &location);
    if (!NT_SUCCESS(status))
        return status;
    buffer = location.mdl ? MmGetSystemAddressForMdlSafe(location.mdl, NormalPagePriority) : location.system;
    if (!buffer)
        return STATUS_INSUFFICIENT_RESOURCES;
    *ret_buffer = buffer;
    if (ret_bytes)
        *ret_bytes = location.bytes;
    return STATUS_SUCCESS;
}

/* wdfrequest/nf-wdfrequest-wdfrequestretrieveinputbuffer. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestRetrieveInputBuffer(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request,
                                       size_t MinimumRequiredLength, PVOID *Buffer, size_t *Length)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestRetrieveInputBuffer);
    FX_REQUIRE(Buffer);
    return retrieve(request, INPUT, MinimumRequiredLength, Buffer, Length);
}

/* wdfrequest/nf-wdfrequest-wdfrequestretrieveoutputbuffer. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestRetrieveOutputBuffer(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request,
                                        size_t MinimumRequiredSize, PVOID *Buffer, size_t *Length)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestRetrieveOutputBuffer);
    FX_REQUIRE(Buffer);
    return retrieve(request, OUTPUT, MinimumRequiredSize, Buffer, Length);
}

/* -- memory objects ------------------------------------------------------------------------------- */

/* The first one lies in the request, so that most requests need no allocation; the other direction's is a child. */
static NTSTATUS make_memory(struct request *request, void *buffer, SIZE_T bytes, BOOLEAN read_only,
                            struct memory **ret_memory)
{
    struct object *object;
    NTSTATUS status;

    if (!request->embedded_used) {
        memory_init_for_request(&request->embedded, &request->object, buffer, bytes, read_only);
        request->embedded_used = TRUE;
        *ret_memory = &request->embedded;
        return STATUS_SUCCESS;
    }
    status = object_create(&(struct object_config){.globals = request->io->globals,
                                                   .type = OBJECT_MEMORY,
                                                   .bytes = sizeof(struct memory),
                                                   .default_parent = &request->object,
                                                   .ops = &memory_ops,
                                                   .flags = OBJECT_UNDELETABLE},
                           &object);
    if (!NT_SUCCESS(status))
        return status;
    *ret_memory = CONTAINING_RECORD(object, struct memory, object);
    (*ret_memory)->buffer = buffer;
    (*ret_memory)->bytes = bytes;
    (*ret_memory)->kind = MEMORY_REQUEST;
    (*ret_memory)->read_only = read_only;
    (*ret_memory)->owner = &request->object;
    return STATUS_SUCCESS;
}

static NTSTATUS retrieve_memory(struct request *request, enum direction direction, WDFMEMORY *ret_memory)
{
    struct memory **at = direction == INPUT ? &request->input : &request->output;
    size_t bytes = 0;
    NTSTATUS status;
    void *buffer;

    if (!*at || !request->irp) {
        status = retrieve(request, direction, 0, &buffer, &bytes);
        if (NT_SUCCESS(status))
            status = make_memory(request, buffer, bytes, direction == INPUT && request->major == IRP_MJ_WRITE, at);
        if (!NT_SUCCESS(status))
            return status;
    }
    *ret_memory = (WDFMEMORY)(*at)->object.self;
    return STATUS_SUCCESS;
}

/* wdfrequest/nf-wdfrequest-wdfrequestretrieveinputmemory. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestRetrieveInputMemory(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, WDFMEMORY *Memory)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestRetrieveInputMemory);
    FX_REQUIRE(Memory);
    return retrieve_memory(request, INPUT, Memory);
}

/* wdfrequest/nf-wdfrequest-wdfrequestretrieveoutputmemory. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestRetrieveOutputMemory(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, WDFMEMORY *Memory)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestRetrieveOutputMemory);
    FX_REQUIRE(Memory);
    return retrieve_memory(request, OUTPUT, Memory);
}

/* -- MDLs ------------------------------------------------------------------------------------------- */

/* K6: the IRP's MDL, or one over the system buffer, which goes with the request. */
static NTSTATUS retrieve_mdl(struct request *request, enum direction direction, PMDL *ret_mdl)
{
    PMDL *at = direction == INPUT ? &request->input_mdl : &request->output_mdl;
    struct location location;
    NTSTATUS status = locate(request, direction, 0, &location);

    if (NT_SUCCESS(status))
        status = adopt_user(request, &location);
    if (!NT_SUCCESS(status))
        return status;
    if (location.mdl) {
        *ret_mdl = location.mdl;
        return STATUS_SUCCESS;
    }
    if (!*at) {
        *at = IoAllocateMdl(location.system, location.bytes, FALSE, FALSE, NULL);
        if (!*at)
            return STATUS_INSUFFICIENT_RESOURCES;
        MmBuildMdlForNonPagedPool(*at);
    }
    *ret_mdl = *at;
    return STATUS_SUCCESS;
}

/* wdfrequest/nf-wdfrequest-wdfrequestretrieveinputwdmmdl. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestRetrieveInputWdmMdl(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, PMDL *Mdl)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestRetrieveInputWdmMdl);
    FX_REQUIRE(Mdl);
    return retrieve_mdl(request, INPUT, Mdl);
}

/* wdfrequest/nf-wdfrequest-wdfrequestretrieveoutputwdmmdl. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestRetrieveOutputWdmMdl(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, PMDL *Mdl)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestRetrieveOutputWdmMdl);
    FX_REQUIRE(Mdl);
    return retrieve_mdl(request, OUTPUT, Mdl);
}

/* -- user buffers ------------------------------------------------------------------------------------- */

/* K8: only where the requestor's addresses mean something. */
static NTSTATUS retrieve_unsafe(const struct request *request, enum direction direction, SIZE_T minimum,
                                PVOID *ret_buffer, size_t *ret_bytes)
{
    struct location location;
    NTSTATUS status;

    if (!(request->flags & REQUEST_IN_CALLER))
        return STATUS_INVALID_DEVICE_REQUEST;
    status = locate(request, direction, minimum, &location);
    if (!NT_SUCCESS(status))
        return status;
    if (location.system || location.mdl)
        return STATUS_INVALID_DEVICE_REQUEST;
    *ret_buffer = location.user;
    if (ret_bytes)
        *ret_bytes = location.bytes;
    return STATUS_SUCCESS;
}

/* wdfrequest/nf-wdfrequest-wdfrequestretrieveunsafeuserinputbuffer. IRQL = PASSIVE_LEVEL. */
NTSTATUS WdfRequestRetrieveUnsafeUserInputBuffer(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request,
                                                 size_t MinimumRequiredLength, PVOID *InputBuffer, size_t *Length)
{
    const struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestRetrieveUnsafeUserInputBuffer);
    FX_REQUIRE(InputBuffer);
    return retrieve_unsafe(request, INPUT, MinimumRequiredLength, InputBuffer, Length);
}

/* wdfrequest/nf-wdfrequest-wdfrequestretrieveunsafeuseroutputbuffer. IRQL = PASSIVE_LEVEL. */
NTSTATUS WdfRequestRetrieveUnsafeUserOutputBuffer(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request,
                                                  size_t MinimumRequiredLength, PVOID *OutputBuffer, size_t *Length)
{
    const struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestRetrieveUnsafeUserOutputBuffer);
    FX_REQUIRE(OutputBuffer);
    return retrieve_unsafe(request, OUTPUT, MinimumRequiredLength, OutputBuffer, Length);
}
