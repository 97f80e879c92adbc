/* SPDX-License-Identifier: MIT */
/* A request's memory and identity. */
#include "wdf/queue.h"

enum { REQUEST_ALIGNMENT = 16 };

static void request_destroy(struct object *object)
{
    request_retire(CONTAINING_RECORD(object, struct request, object));
}

static const struct object_ops request_ops = {.destroy = request_destroy};

static struct object_context *embedded_context(struct request *request)
{
    return (struct object_context *)((UCHAR *)request +
                                     ((sizeof *request + REQUEST_ALIGNMENT - 1) & ~(SIZE_T)(REQUEST_ALIGNMENT - 1)));
}

SIZE_T request_bytes(const struct device_io *io)
{
    SIZE_T bytes = (sizeof(struct request) + REQUEST_ALIGNMENT - 1) & ~(SIZE_T)(REQUEST_ALIGNMENT - 1);

    return bytes + (io->has_request_attributes ? object_context_space(&io->request_attributes) : 0);
}

/* What stays the same from one use of the memory to the next. */
struct request *request_alloc(struct device_io *io)
{
    struct request *request = fx_alloc(io->globals, io->request_bytes);

    if (!request)
        return NULL;
    object_init(&request->object, io->globals, OBJECT_REQUEST, io->device);
    request->object.self = NULL;
    request->object.ops = &request_ops;
    request->object.parent = io->device; /* on the way up; its life does not depend on requests */
    request->io = io;
    request->where = REQUEST_FREE;
    if (io->has_request_attributes && object_context_space(&io->request_attributes))
        object_context_place(&request->object, embedded_context(request), &io->request_attributes);
    (void)InterlockedIncrement(&io->globals->requests);
    return request;
}

void request_init(struct request *request, struct device_io *io, PIRP irp, struct object *file)
{
    struct object_context *context = request->object.contexts;

    FX_ASSERT(request->where == REQUEST_FREE && request->io == io);
    request->generation++;
    request->object.self = (WDFOBJECT)((ULONG64)request ^ ((ULONG64)request->generation << 48));
    request->object.references = 1;
    request->object.flags = OBJECT_FREED_BY_OPS;
    request->queue = NULL;
    request->irp = irp;
    request->file = file;
    request->where = REQUEST_NEW;
    request->flags = 0;
    request->cancel_state = REQUEST_NOT_CANCELABLE;
    request->major = IoGetCurrentIrpStackLocation(irp)->MajorFunction;
    request->embedded_used = FALSE;
    request->completing = NULL;
    request->input = NULL;
    request->output = NULL;
    request->input_mdl = NULL;
    request->output_mdl = NULL;
    if (context && context->type)
        RtlZeroMemory(context + 1, (SIZE_T)context->bytes);
}

void request_free_memory(struct request *request)
{
    FX_ASSERT(request->where == REQUEST_FREE && !request->object.self);
    (void)InterlockedDecrement(&request->object.globals->requests);
    fx_free(request);
}

/* The last reference went after the completion: no queue keeps the memory. */
void request_retire(struct request *request)
{
    FX_ASSERT(request->where == REQUEST_COMPLETED && !request->irp);
    request->object.self = NULL;
    request->where = REQUEST_FREE;
    request_free_memory(request);
}

struct request *request_create_for_irp(struct device_io *io, PIRP irp, struct object *file)
{
    struct request *request = request_alloc(io);

    if (!request)
        return NULL;
    IoMarkIrpPending(irp);
    request_init(request, io, irp, file);
    return request;
}

PIRP request_detach_irp(struct request *request)
{
    PIRP irp = request->irp;

    FX_ASSERT(request->where == REQUEST_NEW && request->cancel_state == REQUEST_NOT_CANCELABLE);
    request->where = REQUEST_COMPLETED;
    request_cleanup(request);
    request->irp = NULL;
    object_release(&request->object);
    return irp;
}

KSPIN_LOCK *request_lock(struct request *request)
{
    return request->queue ? &request->queue->lock : &request->io->lock;
}

void request_bad_handle(const void *handle, const CHAR *function, const void *caller)
{
    struct object *object = object_decode(handle);
    BOOLEAN stale;

    if (!object || ((ULONG_PTR)object & 7) || !MmIsAddressValid(object))
        object_bad_handle(handle, OBJECT_REQUEST, function, caller);
    /* The memory is a request's, and the handle names an earlier use of it. */
    stale = object->type == OBJECT_REQUEST && object->ops == &request_ops && object->self != (WDFOBJECT)handle;
    if (!stale)
        object_bad_handle(handle, OBJECT_REQUEST, function, caller);
    if (function[10] == 'C' && function[11] == 'o' && function[12] == 'm') /* WdfRequestComplete… */
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)handle, 0, "DoubleCompletion",
                     "%s was called for request %p, which was completed before. A request is completed once.", function,
                     handle);
    fx_violation(WDF_INVALID_HANDLE, (ULONG64)handle, 0, "InvalidReqAccess",
                 "%s was called for request %p, which was completed before and is no longer the driver's. Take a "
                 "reference, or do not use it after its completion.",
                 function, handle);
}

WDF_REQUEST_TYPE request_type(const struct request *request)
{
    /* WDF_REQUEST_TYPE has the values of the major functions. */
    return (WDF_REQUEST_TYPE)request->major;
}

BOOLEAN request_output_limit(const struct request *request, ULONG *ret_bytes)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(request->irp);

    switch (request->major) {
    case IRP_MJ_READ:
        *ret_bytes = stack->Parameters.Read.Length;
        return TRUE;
    case IRP_MJ_WRITE:
        *ret_bytes = stack->Parameters.Write.Length;
        return TRUE;
    case IRP_MJ_DEVICE_CONTROL:
        *ret_bytes = stack->Parameters.DeviceIoControl.OutputBufferLength;
        return TRUE;
    default:
        return FALSE;
    }
}
