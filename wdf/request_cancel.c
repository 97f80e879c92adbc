/* SPDX-License-Identifier: MIT */
/* Requests that the driver owns and lets be cancelled: canceling-i-o-requests (H5 to H15). */
#include "wdf/queue.h"

static void call_cancel(struct presentation_work *work)
{
    struct request *request = CONTAINING_RECORD(work, struct request, work);
    struct fx_callback_guard guard;
    KIRQL irql;

    KeAcquireSpinLock(request_lock(request), &irql);
    FX_ASSERT(request->cancel_state == REQUEST_CANCEL_BEGUN && request_is_drivers(request));
    request->cancel_state = REQUEST_CANCEL_CALLED;
    KeReleaseSpinLock(request_lock(request), irql);
    fx_callback_enter(&guard);
    request->cancel(request_handle(request));
    fx_callback_leave(&guard, "EvtRequestCancel", (void *)request->cancel);
    object_release(&request->object);
}

/* H15: under the same lock as the queue's handlers; never waits for it, because the canceller may hold it. */
void request_present_cancel(struct request *request)
{
    struct presentation *presentation = request->queue ? request->queue->presentation : &request->io->presentation;

    FX_ASSERT(request->cancel_state == REQUEST_CANCEL_BEGUN);
    request->work.run = call_cancel;
    request->work.locked = TRUE;
    presentation_defer(presentation, &request->work);
}

VOID NTAPI request_cancel_routine(PDEVICE_OBJECT device, PIRP irp)
{
    struct request *request = irp->Tail.Overlay.DriverContext[0];
    KSPIN_LOCK *lock = request_lock(request);
    KIRQL irql;

    (void)device;
    IoReleaseCancelSpinLock(irp->CancelIrql);
    /*
     * Nobody else ends the request now: who finds that the cancel routine is gone from the IRP leaves it to us, and a
     * driver that completes it nevertheless is stopped.
     */
    KeAcquireSpinLock(lock, &irql);
    FX_ASSERT(request->cancel_state == REQUEST_CANCELABLE);
    request->cancel_state = REQUEST_CANCEL_BEGUN;
    object_reference(&request->object);
    KeReleaseSpinLock(lock, irql);
    fx_point(FX_POINT_QUEUE, request);
    request_present_cancel(request);
}

/*
 * STATUS_SUCCESS: marked. STATUS_CANCELLED: it was cancelled before, and is not marked. STATUS_INVALID_DEVICE_REQUEST:
 * not the driver's, or marked already.
 */
static NTSTATUS mark(struct request *request, PFN_WDF_REQUEST_CANCEL cancel)
{
    NTSTATUS status = STATUS_SUCCESS;
    KSPIN_LOCK *lock = request_lock(request);
    KIRQL irql;

    KeAcquireSpinLock(lock, &irql);
    if (!request_is_drivers(request) || request->cancel_state != REQUEST_NOT_CANCELABLE) {
        status = STATUS_INVALID_DEVICE_REQUEST;
    } else {
        request->cancel = cancel;
        request->cancel_state = REQUEST_CANCELABLE;
        request->irp->Tail.Overlay.DriverContext[0] = request;
        (void)IoSetCancelRoutine(request->irp, request_cancel_routine);
        /* Cancelled before: if the routine is still there, IoCancelIrp did not see it and never will. */
        if (request->irp->Cancel && IoSetCancelRoutine(request->irp, NULL)) {
            request->cancel_state = REQUEST_NOT_CANCELABLE;
            status = STATUS_CANCELLED;
        }
    }
    KeReleaseSpinLock(lock, irql);
    return status;
}

/* H6: the request was cancelled before it could be marked; the callback comes before the function returns. */
static void cancel_now(struct request *request, PFN_WDF_REQUEST_CANCEL cancel)
{
    struct presentation *presentation = request->queue ? request->queue->presentation : &request->io->presentation;
    struct object *object = presentation->object;
    struct presentation_entry entry;
    BOOLEAN enter = presentation->serialised && !presentation_mine(presentation);
    KIRQL irql;

    KeAcquireSpinLock(request_lock(request), &irql);
    request->cancel = cancel;
    request->cancel_state = REQUEST_CANCEL_BEGUN;
    object_reference(&request->object);
    KeReleaseSpinLock(request_lock(request), irql);
    if (presentation->passive && KeGetCurrentIrql() > PASSIVE_LEVEL) {
        request_present_cancel(request); /* the callback runs at PASSIVE_LEVEL: M10 */
        return;
    }
    object_reference(object); /* the callback may let the last request, and with it the queue, go */
    if (enter)
        presentation_enter(presentation, &entry, "WdfRequestMarkCancelable");
    call_cancel(&request->work);
    if (enter)
        presentation_leave(presentation, &entry);
    object_release(object);
}

/* wdfrequest/nf-wdfrequest-wdfrequestmarkcancelable. IRQL <= DISPATCH_LEVEL. */
VOID WdfRequestMarkCancelable(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request,
                              PFN_WDF_REQUEST_CANCEL EvtRequestCancel)
{
    struct request *request = request_from_handle(Request);
    NTSTATUS status;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestMarkCancelable);
    FX_REQUIRE(EvtRequestCancel);
    status = mark(request, EvtRequestCancel);
    if (status == STATUS_CANCELLED)
        cancel_now(request, EvtRequestCancel);
    else if (!NT_SUCCESS(status))
        fx_violation(WDF_VERIFIER_FATAL_ERROR, (ULONG64)Request, 0, "MarkCancOnCancReqLocal",
                     "%s was called for request %p, which the driver does not own or has marked cancelable already.",
                     __func__, Request);
}

/* wdfrequest/nf-wdfrequest-wdfrequestmarkcancelableex. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestMarkCancelableEx(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request,
                                    PFN_WDF_REQUEST_CANCEL EvtRequestCancel)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestMarkCancelableEx);
    FX_REQUIRE(EvtRequestCancel);
    return mark(request, EvtRequestCancel);
}

/* wdfrequest/nf-wdfrequest-wdfrequestunmarkcancelable. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestUnmarkCancelable(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    struct request *request = request_from_handle(Request);
    KSPIN_LOCK *lock = request_lock(request);
    NTSTATUS status;
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestUnmarkCancelable);
    KeAcquireSpinLock(lock, &irql);
    if (!request_is_drivers(request)) {
        status = STATUS_INVALID_DEVICE_REQUEST;
    } else if (request->cancel_state == REQUEST_NOT_CANCELABLE) {
        status = STATUS_INVALID_PARAMETER;
    } else if (request->cancel_state == REQUEST_CANCELABLE && IoSetCancelRoutine(request->irp, NULL)) {
        request->cancel_state = REQUEST_NOT_CANCELABLE;
        status = STATUS_SUCCESS;
    } else {
        request->flags |= REQUEST_UNMARK_FAILED;
        status = STATUS_CANCELLED;
    }
    KeReleaseSpinLock(lock, irql);
    return status;
}

/* wdfrequest/nf-wdfrequest-wdfrequestiscanceled. IRQL <= DISPATCH_LEVEL. */
BOOLEAN WdfRequestIsCanceled(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    struct request *request = request_from_handle(Request);
    BOOLEAN canceled;
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestIsCanceled);
    KeAcquireSpinLock(request_lock(request), &irql);
    canceled = request_is_drivers(request) && request->cancel_state == REQUEST_NOT_CANCELABLE && request->irp &&
               request->irp->Cancel;
    KeReleaseSpinLock(request_lock(request), irql);
    return canceled;
}
