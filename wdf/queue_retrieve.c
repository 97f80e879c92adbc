/* SPDX-License-Identifier: MIT */
/* Requests that a driver takes, looks for, forwards and puts back itself (B4, B6, F, G). */
#include "wdf/queue.h"

/* -- taking ------------------------------------------------------------------------------------------ */

/* F2. queue->lock is held. */
static NTSTATUS may_retrieve(const struct queue *queue)
{
    if (queue->config.DispatchType == WdfIoQueueDispatchParallel)
        return STATUS_INVALID_DEVICE_STATE;
    if (!queue->dispatching || queue->hold)
        return STATUS_WDF_PAUSED;
    return STATUS_SUCCESS;
}

/* The first waiting request after `after` (NULL: of all) that is of the file (NULL: of any). queue->lock is held. */
static struct request *find_waiting(struct queue *queue, const struct request *after, const struct object *file)
{
    LIST_ENTRY *entry = after ? after->link.Flink : queue->waiting.Flink;

    for (; entry != &queue->waiting; entry = entry->Flink) {
        struct request *request = CONTAINING_RECORD(entry, struct request, link);

        if (!file || request->file == file)
            return request;
    }
    return NULL;
}

static NTSTATUS retrieve(struct queue *queue, const struct object *file, WDFREQUEST *ret_request)
{
    struct request *request;
    NTSTATUS status;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    status = may_retrieve(queue);
    while (NT_SUCCESS(status)) {
        request = find_waiting(queue, NULL, file);
        if (!request) {
            status = STATUS_NO_MORE_ENTRIES;
        } else if (queue_take_waiting(queue, request)) {
            queue_put_owned(queue, request);
            *ret_request = request_handle(request);
            break;
        }
    }
    KeReleaseSpinLock(&queue->lock, irql);
    return status;
}

/* wdfio/nf-wdfio-wdfioqueueretrievenextrequest. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfIoQueueRetrieveNextRequest(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue, WDFREQUEST *OutRequest)
{
    struct queue *queue = queue_from_handle(Queue);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueRetrieveNextRequest);
    FX_REQUIRE(OutRequest);
    *OutRequest = NULL; /* F1 */
    return retrieve(queue, NULL, OutRequest);
}

/* wdfio/nf-wdfio-wdfioqueueretrieverequestbyfileobject. IRQL <= DISPATCH_LEVEL. F3: untouched on failure. */
NTSTATUS WdfIoQueueRetrieveRequestByFileObject(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue,
                                               WDFFILEOBJECT FileObject, WDFREQUEST *OutRequest)
{
    struct queue *queue = queue_from_handle(Queue);
    struct object *file = object_from_handle(FileObject, OBJECT_FILE);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueRetrieveRequestByFileObject);
    FX_REQUIRE(OutRequest);
    return retrieve(queue, file, OutRequest);
}

/* wdfio/nf-wdfio-wdfioqueuefindrequest. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfIoQueueFindRequest(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue, WDFREQUEST FoundRequest,
                               WDFFILEOBJECT FileObject, PWDF_REQUEST_PARAMETERS Parameters, WDFREQUEST *OutRequest)
{
    struct queue *queue = queue_from_handle(Queue);
    struct request *after = FoundRequest ? request_from_handle(FoundRequest) : NULL;
    struct object *file = FileObject ? object_from_handle(FileObject, OBJECT_FILE) : NULL;
    struct request *request = NULL;
    NTSTATUS status = STATUS_SUCCESS;
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueFindRequest);
    FX_REQUIRE(OutRequest);
    if (queue->config.DispatchType != WdfIoQueueDispatchManual)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (Parameters && Parameters->Size != sizeof *Parameters)
        return STATUS_INFO_LENGTH_MISMATCH;
    KeAcquireSpinLock(&queue->lock, &irql);
    if (after && (after->where != REQUEST_WAITING || after->queue != queue)) {
        status = STATUS_NOT_FOUND;
    } else {
        request = find_waiting(queue, after, file);
        if (request) {
            object_reference(&request->object);
            if (Parameters)
                request_get_parameters(request, Parameters);
            *OutRequest = request_handle(request);
        } else {
            status = STATUS_NO_MORE_ENTRIES;
        }
    }
    KeReleaseSpinLock(&queue->lock, irql);
    return status;
}

/* wdfio/nf-wdfio-wdfioqueueretrievefoundrequest. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfIoQueueRetrieveFoundRequest(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue, WDFREQUEST FoundRequest,
                                        WDFREQUEST *OutRequest)
{
    struct queue *queue = queue_from_handle(Queue);
    struct request *request = request_from_handle(FoundRequest);
    NTSTATUS status;
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueRetrieveFoundRequest);
    FX_REQUIRE(OutRequest);
    KeAcquireSpinLock(&queue->lock, &irql);
    status = may_retrieve(queue);
    if (NT_SUCCESS(status)) {
        if (request->where != REQUEST_WAITING || request->queue != queue || !queue_take_waiting(queue, request)) {
            status = STATUS_NOT_FOUND;
        } else {
            queue_put_owned(queue, request);
            *OutRequest = request_handle(request);
        }
    }
    KeReleaseSpinLock(&queue->lock, irql);
    return status;
}

/* wdfio/nf-wdfio-wdfioqueuereadynotify. IRQL <= DISPATCH_LEVEL. F9 to F12. */
NTSTATUS WdfIoQueueReadyNotify(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE QueueReady,
                               WDFCONTEXT Context)
{
    struct queue *queue = queue_from_handle(Queue);
    NTSTATUS status = STATUS_SUCCESS;
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueReadyNotify);
    KeAcquireSpinLock(&queue->lock, &irql);
    if (queue->config.DispatchType != WdfIoQueueDispatchManual || !QueueReady == !queue->ready_callback ||
        (!QueueReady && queue->dispatching)) {
        status = STATUS_INVALID_DEVICE_REQUEST;
    } else {
        queue->ready_callback = QueueReady;
        queue->ready_context = Context;
        if (QueueReady && queue->waiting_count && queue->dispatching && !queue->hold)
            queue->due |= QUEUE_DUE_READY;
    }
    KeReleaseSpinLock(&queue->lock, irql);
    queue_deliver(queue);
    return status;
}

/* -- giving -------------------------------------------------------------------------------------------- */

/* G3, G7: owned, of a queue, not cancelable, not cancelled on a queue. Takes it off the driver's list but leaves it
 * counted there, so that the queue does not present the next one before it is settled whose it is. */
static BOOLEAN take_from_driver(struct queue *queue, struct request *request)
{
    BOOLEAN taken;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    taken = request->where == REQUEST_OWNED && request->cancel_state == REQUEST_NOT_CANCELABLE &&
            !(request->flags & REQUEST_CANCELED_ON_QUEUE);
    if (taken) {
        queue_drop_owned(queue, request);
        queue->owned_count++;
        request->flags &= ~REQUEST_UNMARK_FAILED;
    }
    KeReleaseSpinLock(&queue->lock, irql);
    return taken;
}

static void give_back_to_driver(struct queue *queue, struct request *request)
{
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    queue->owned_count--;
    queue_put_owned(queue, request);
    KeReleaseSpinLock(&queue->lock, irql);
}

static void source_goes_on(struct queue *queue)
{
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    FX_ASSERT(queue->owned_count > 0);
    queue->owned_count--;
    object_reference(&queue->object); /* this may have been what its deletion waited for */
    queue_check_changes(queue);
    KeReleaseSpinLock(&queue->lock, irql);
    queue_deliver(queue);
    queue_dispatch(queue);
    object_release(&queue->object);
}

/* wdfrequest/nf-wdfrequest-wdfrequestforwardtoioqueue. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestForwardToIoQueue(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, WDFQUEUE DestinationQueue)
{
    struct request *request = request_from_handle(Request);
    struct queue *to = queue_from_handle(DestinationQueue);
    struct queue *from = request->queue;
    BOOLEAN accepted, cancelled = FALSE;
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestForwardToIoQueue);
    if (!from || from == to || from->io != to->io || !take_from_driver(from, request))
        return STATUS_INVALID_DEVICE_REQUEST;
    KeAcquireSpinLock(&to->lock, &irql);
    accepted = queue_accepts(to);
    if (accepted) {
        object_reference(&to->object); /* the request may end, and the driver delete the queue, on another thread */
        cancelled = queue_put_waiting(to, request, FALSE);
    }
    KeReleaseSpinLock(&to->lock, irql);
    if (!accepted) {
        give_back_to_driver(from, request);
        return STATUS_WDF_BUSY;
    }
    fx_point(FX_POINT_QUEUE, to);
    if (cancelled)
        queue_end_cancelled(to, request);
    queue_deliver(to);
    queue_dispatch(to);
    object_release(&to->object);
    source_goes_on(from);
    return STATUS_SUCCESS;
}

/* wdfrequest/nf-wdfrequest-wdfrequestrequeue. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfRequestRequeue(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request)
{
    struct request *request = request_from_handle(Request);
    struct queue *queue = request->queue;
    BOOLEAN cancelled;
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestRequeue);
    if (!queue || queue->config.DispatchType != WdfIoQueueDispatchManual || !take_from_driver(queue, request))
        return STATUS_INVALID_DEVICE_REQUEST;
    KeAcquireSpinLock(&queue->lock, &irql);
    cancelled = queue_put_waiting(queue, request, TRUE);
    /* E17: a queue that is being purged does not keep it. */
    if (!cancelled && !queue_accepts(queue) && queue->last_change != QUEUE_CHANGE_DRAIN &&
        queue_take_waiting(queue, request)) {
        request->where = REQUEST_CANCELLED;
        request->link.Flink = NULL;
        queue->leaving_count++;
        cancelled = TRUE;
    }
    KeReleaseSpinLock(&queue->lock, irql);
    if (cancelled)
        queue_end_cancelled(queue, request);
    source_goes_on(queue);
    return STATUS_SUCCESS;
}
