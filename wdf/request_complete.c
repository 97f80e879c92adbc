/* SPDX-License-Identifier: MIT */
/* Completion: completing-i-o-requests (I1 to I9). */
#include "wdf/queue.h"

/* I8: the driver may not keep references on memory objects of a request that it completes. */
static void check_memory(struct request *request)
{
    LONG left = 0;

    if (request->input)
        left += request->input->object.references - 1;
    if (request->output)
        left += request->output->object.references - 1;
    if (left > 0)
        fx_violation(
            WDF_VERIFIER_FATAL_ERROR, (ULONG64)request->object.self, (ULONG64)left, "MemAfterReqCompletedIoctl",
            "Request %p is completed while the driver holds %ld reference(s) on its buffers' WDFMEMORY objects. "
            "Dereference them first.",
            request->object.self, left);
}

static void free_buffers(struct request *request)
{
    if (request->embedded_used) {
        struct object *memory = &request->embedded.object;

        if (!IsListEmpty(&memory->children) || memory->contexts)
            (void)object_cleanup(memory);
        else
            memory->flags |= OBJECT_DELETING;
        object_release(memory);
    }
    request->input = NULL;
    request->output = NULL;
    if (request->input_mdl)
        IoFreeMdl(request->input_mdl);
    if (request->output_mdl)
        IoFreeMdl(request->output_mdl);
    request->input_mdl = NULL;
    request->output_mdl = NULL;
}

void request_cleanup(struct request *request)
{
    struct object *object = &request->object;

    if (request->input || request->output)
        check_memory(request);
    if (!IsListEmpty(&object->children) || object->contexts) {
        if (!object_cleanup(object))
            fx_violation(WDF_INVALID_HANDLE, (ULONG64)object->self, 0, "DoubleCompletion",
                         "Request %p is being completed twice at once.", object->self);
    } else {
        object->flags |= OBJECT_DELETING;
    }
    if (request->embedded_used || request->input_mdl || request->output_mdl)
        free_buffers(request);
}

void request_finish_irp(struct request *request, NTSTATUS status, ULONG_PTR information, CCHAR boost)
{
    PIRP irp = request->irp;

    FX_ASSERT(irp != NULL && request->where == REQUEST_COMPLETED);
    request->irp = NULL;
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = information;
    IoCompleteRequest(irp, boost);
}

void request_complete_by_framework(struct request *request, NTSTATUS status, ULONG_PTR information)
{
    FX_ASSERT(request->where == REQUEST_NEW);
    request->where = REQUEST_COMPLETED;
    if (request->completing)
        request->completing(request, status);
    request_cleanup(request);
    request_finish_irp(request, status, information, request->io->boost);
    object_release(&request->object);
}

/* -- the driver's completion -------------------------------------------------------------------- */

static DECLSPEC_NORETURN void not_unmarked(const struct request *request, const CHAR *function)
{
    if (request->flags & REQUEST_UNMARK_FAILED)
        fx_violation(WDF_VERIFIER_FATAL_ERROR, (ULONG64)request->object.self, 0, "CompleteCanceledReq",
                     "%s completes request %p after WdfRequestUnmarkCancelable returned STATUS_CANCELLED and before "
                     "EvtRequestCancel was called, which will complete it too. Leave it to EvtRequestCancel.",
                     function, request->object.self);
    fx_violation(WDF_VERIFIER_FATAL_ERROR, (ULONG64)request->object.self, 0, "ReqNotCanceledLocal",
                 "%s completes request %p while it is marked cancelable. Call WdfRequestUnmarkCancelable first, and "
                 "complete only if that succeeds.",
                 function, request->object.self);
}

static void check_information(struct request *request, NTSTATUS status, ULONG_PTR information, const CHAR *function)
{
    WDF_REQUEST_FATAL_ERROR_INFORMATION_LENGTH_MISMATCH_DATA data;
    ULONG limit;

    if (NT_ERROR(status) || !request_output_limit(request, &limit) || information <= limit)
        return;
    data.Request = request_handle(request);
    data.Irp = request->irp;
    data.OutputBufferLength = limit;
    data.Information = information;
    data.MajorFunction = request->major;
    fx_violation(WDF_REQUEST_FATAL_ERROR, WDF_REQUEST_FATAL_ERROR_INFORMATION_LENGTH_MISMATCH, (ULONG64)&data, NULL,
                 "%s completes request %p with Information %llu, but its buffer has %lu bytes.", function,
                 request->object.self, (unsigned long long)information, limit);
}

static void complete(struct request *request, NTSTATUS status, ULONG_PTR information, CCHAR boost, const CHAR *function)
{
    /* Of two completions at once one sees the other's mark. */
    LONG where = InterlockedExchange(&request->where, REQUEST_COMPLETED);

    if (where != REQUEST_OWNED && where != REQUEST_NEW) {
        request->where = where;
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)request->object.self, 0,
                     where == REQUEST_COMPLETED ? "DoubleCompletion" : "InvalidReqAccess",
                     where == REQUEST_COMPLETED
                         ? "%s was called for request %p, which was completed before. A request is completed once."
                         : "%s was called for request %p, which the driver does not own: it waits in a queue.",
                     function, request->object.self);
    }
    if (request->cancel_state == REQUEST_CANCELABLE || request->cancel_state == REQUEST_CANCEL_BEGUN) {
        request->where = where;
        not_unmarked(request, function);
    }
    check_information(request, status, information, function);
    if (request->completing)
        request->completing(request, status);
    request_cleanup(request);
    request_finish_irp(request, status, information, boost);
    if (request->queue)
        queue_owned_left(request->queue, request);
    else
        object_release(&request->object);
}

void request_complete_owned(struct request *request, NTSTATUS status)
{
    complete(request, status, 0, request->io->boost, "The framework");
}

/* wdfrequest/nf-wdfrequest-wdfrequestcomplete. IRQL <= DISPATCH_LEVEL. */
VOID WdfRequestComplete(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, NTSTATUS Status)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestComplete);
    complete(request, Status, request->irp ? request->irp->IoStatus.Information : 0, request->io->boost, __func__);
}

/* wdfrequest/nf-wdfrequest-wdfrequestcompletewithinformation. IRQL <= DISPATCH_LEVEL. */
VOID WdfRequestCompleteWithInformation(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, NTSTATUS Status,
                                       ULONG_PTR Information)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestCompleteWithInformation);
    complete(request, Status, Information, request->io->boost, __func__);
}

/* wdfrequest/nf-wdfrequest-wdfrequestcompletewithpriorityboost. IRQL <= DISPATCH_LEVEL. */
VOID WdfRequestCompleteWithPriorityBoost(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, NTSTATUS Status,
                                         CCHAR PriorityBoost)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestCompleteWithPriorityBoost);
    complete(request, Status, request->irp ? request->irp->IoStatus.Information : 0, PriorityBoost, __func__);
}
