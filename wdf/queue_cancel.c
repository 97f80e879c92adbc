/* SPDX-License-Identifier: MIT */
/* Requests that are cancelled while they wait in a queue (H1 to H4), and what a purge takes along. */
#include "wdf/queue.h"

/* The framework ends a request that the driver never saw, or does not want to hear of. */
static void end_silently(struct queue *queue, struct request *request)
{
    BOOLEAN kept, due;
    KIRQL irql;

    FX_ASSERT(request->where == REQUEST_CANCELLED);
    request->where = REQUEST_COMPLETED;
    if (request->completing)
        request->completing(request, STATUS_CANCELLED);
    request_cleanup(request);
    request_finish_irp(request, STATUS_CANCELLED, 0, IO_NO_INCREMENT);
    KeAcquireSpinLock(&queue->lock, &irql);
    FX_ASSERT(queue->leaving_count > 0);
    queue->leaving_count--;
    kept = queue_keep(queue, request);
    queue_check_changes(queue);
    due = queue->due != 0;
    if (due)
        object_reference(&queue->object); /* this may have been what its deletion waited for */
    KeReleaseSpinLock(&queue->lock, irql);
    if (!kept)
        object_release(&request->object);
    if (due) {
        queue_deliver(queue);
        object_release(&queue->object);
    }
}

static void call_canceled_on_queue(struct presentation_work *work)
{
    struct request *request = CONTAINING_RECORD(work, struct request, work);
    struct queue *queue = request->queue;
    PFN_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE callback = queue->config.EvtIoCanceledOnQueue;
    struct fx_callback_guard guard;

    FX_ASSERT(request->where == REQUEST_OWNED);
    fx_callback_enter(&guard);
    callback(queue_handle(queue), request_handle(request));
    fx_callback_leave(&guard, "EvtIoCanceledOnQueue", (void *)callback); /* the queue may be gone */
    object_release(&request->object);
}

/* H2, H3: a request that the driver had before is its own again, whatever the queue's limit. */
static void give_back(struct queue *queue, struct request *request)
{
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    FX_ASSERT(request->where == REQUEST_CANCELLED && queue->leaving_count > 0);
    queue->leaving_count--;
    queue_put_owned(queue, request);
    request->flags |= REQUEST_CANCELED_ON_QUEUE;
    object_reference(&request->object);
    KeReleaseSpinLock(&queue->lock, irql);
    request->work.run = call_canceled_on_queue;
    request->work.locked = TRUE;
    (void)presentation_defer(queue->presentation, &request->work);
}

void queue_end_cancelled(struct queue *queue, struct request *first)
{
    while (first) {
        struct request *request = first;

        first = request->link.Flink ? CONTAINING_RECORD(request->link.Flink, struct request, link) : NULL;
        if ((request->flags & REQUEST_SEEN) && queue->config.EvtIoCanceledOnQueue)
            give_back(queue, request);
        else
            end_silently(queue, request);
    }
}

VOID NTAPI queue_cancel_routine(PDEVICE_OBJECT device, PIRP irp)
{
    struct request *request = irp->Tail.Overlay.DriverContext[0];
    struct queue *queue = request->queue;
    KIRQL irql;

    (void)device;
    IoReleaseCancelSpinLock(irp->CancelIrql);
    /*
     * The request stays until we have ended it: who wants to present or purge it finds that its cancel routine is gone,
     * takes it out of the list at most, and leaves the rest to us.
     */
    KeAcquireSpinLock(&queue->lock, &irql);
    if (request->where == REQUEST_WAITING) {
        RemoveEntryList(&request->link);
        FX_ASSERT(queue->waiting_count > 0);
        queue->waiting_count--;
        queue->leaving_count++;
        request->where = REQUEST_CANCELLED;
    }
    FX_ASSERT(request->where == REQUEST_CANCELLED);
    request->link.Flink = NULL;
    KeReleaseSpinLock(&queue->lock, irql);
    fx_point(FX_POINT_QUEUE, queue);
    queue_end_cancelled(queue, request);
}

struct request *queue_take_all_cancelled(struct queue *queue)
{
    LIST_ENTRY *last = NULL;
    struct request *first = NULL;

    while (queue->waiting_count) {
        struct request *request = CONTAINING_RECORD(queue->waiting.Flink, struct request, link);

        if (!queue_take_waiting(queue, request))
            continue;
        request->where = REQUEST_CANCELLED;
        queue->leaving_count++;
        request->link.Flink = NULL;
        if (last)
            last->Flink = &request->link;
        else
            first = request;
        last = &request->link;
    }
    return first;
}

/* The next owned request whose cancelling is ours to begin, with a reference; NULL if there is none. */
static struct request *claim_cancelable(struct queue *queue, ULONG *left)
{
    struct request *found = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    /* The list is turned once around, so that a request is looked at once however the list changes meanwhile. */
    while (!found && *left && !IsListEmpty(&queue->owned)) {
        struct request *request = CONTAINING_RECORD(RemoveHeadList(&queue->owned), struct request, link);

        InsertTailList(&queue->owned, &request->link);
        (*left)--;
        if (request->where != REQUEST_OWNED || request->cancel_state != REQUEST_CANCELABLE)
            continue;
        if (!IoSetCancelRoutine(request->irp, NULL))
            continue; /* IoCancelIrp was first */
        request->cancel_state = REQUEST_CANCEL_BEGUN;
        object_reference(&request->object);
        found = request;
    }
    KeReleaseSpinLock(&queue->lock, irql);
    return found;
}

void queue_cancel_owned(struct queue *queue)
{
    ULONG left = queue->owned_count;
    struct request *request;

    while ((request = claim_cancelable(queue, &left)) != NULL)
        request_present_cancel(request);
}
