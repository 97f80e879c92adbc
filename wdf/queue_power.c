/* SPDX-License-Identifier: MIT */
/* Queues and the device's power: using-power-managed-i-o-queues (L1 to L14). */
#include "wdf/queue.h"

void queue_unhold(struct queue *queue, UCHAR hold)
{
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    queue->hold &= (UCHAR)~hold;
    if (!queue->hold && queue->waiting_count && queue->ready_callback)
        queue->due |= QUEUE_DUE_READY;
    KeReleaseSpinLock(&queue->lock, irql);
    queue_deliver(queue);
    queue_dispatch(queue);
}

/* -- leaving D0 ------------------------------------------------------------------------------------ */

/* Its handler runs on some thread: EvtIoStop comes after that. queue->lock is held. */
static BOOLEAN in_handler(const struct queue *queue, const struct request *request)
{
    const struct queue_loop *loop = queue->loops;

    while (loop && loop->request != request)
        loop = loop->next;
    return loop != NULL;
}

/* The newest owned request whose EvtIoStop is due and whose handler has returned; NULL after one
 * turn of the list without any. Newest first, because each requeued one goes to the head of those that wait: they come
 * back in the order in which they came. queue->lock is held. */
static struct request *find_to_stop(struct queue *queue)
{
    for (ULONG left = queue->owned_count; left && !IsListEmpty(&queue->owned); left--) {
        struct request *request = CONTAINING_RECORD(RemoveTailList(&queue->owned), struct request, link);

        InsertHeadList(&queue->owned, &request->link);
        if (request->where == REQUEST_OWNED && !(request->flags & REQUEST_STOP_CALLED) && !in_handler(queue, request))
            return request;
    }
    return NULL;
}

/* The oldest owned request that was acknowledged without requeue. queue->lock is held. */
static struct request *find_to_resume(struct queue *queue)
{
    for (ULONG left = queue->owned_count; left && !IsListEmpty(&queue->owned); left--) {
        struct request *request = CONTAINING_RECORD(RemoveHeadList(&queue->owned), struct request, link);

        InsertTailList(&queue->owned, &request->link);
        if (request->where == REQUEST_OWNED && (request->flags & REQUEST_STOP_ACKED))
            return request;
    }
    return NULL;
}

/* L4: EvtIoStop, under the presentation lock like any handler. The caller holds a reference. */
static void call_stop(struct queue *queue, struct request *request, ULONG action)
{
    struct presentation_entry entry;
    struct fx_callback_guard guard;
    BOOLEAN call;
    KIRQL irql;

    presentation_enter(queue->presentation, &entry, "The framework");
    KeAcquireSpinLock(&queue->lock, &irql);
    call = request->where == REQUEST_OWNED;
    if (call) {
        request->flags |= REQUEST_STOPPING;
        if (request->cancel_state == REQUEST_CANCELABLE)
            action |= WdfRequestStopRequestCancelable;
    }
    KeReleaseSpinLock(&queue->lock, irql);
    if (call) {
        fx_callback_enter(&guard);
        queue->config.EvtIoStop(queue_handle(queue), request_handle(request), action);
        fx_callback_leave(&guard, "EvtIoStop", (void *)queue->config.EvtIoStop);
        KeAcquireSpinLock(&queue->lock, &irql);
        request->flags &= ~REQUEST_STOPPING;
        KeReleaseSpinLock(&queue->lock, irql);
    }
    presentation_leave(queue->presentation, &entry);
}

/* A new power-down asks for every owned request again, also those that an earlier one left acknowledged. */
static void forget_stops(struct queue *queue)
{
    for (LIST_ENTRY *entry = queue->owned.Flink; entry != &queue->owned; entry = entry->Flink)
        CONTAINING_RECORD(entry, struct request, link)->flags &= ~(REQUEST_STOP_CALLED | REQUEST_STOP_ACKED);
    queue->acked_count = 0;
}

/* The queue presents nothing more. */
static void hold_begin(struct queue *queue)
{
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    queue->hold |= QUEUE_HOLD_POWER;
    forget_stops(queue);
    KeReleaseSpinLock(&queue->lock, irql);
}

/* Calls EvtIoStop for one more request; FALSE if there is none whose handler has returned. */
static BOOLEAN stop_one(struct queue *queue, ULONG action)
{
    struct request *request;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    request = queue->config.EvtIoStop ? find_to_stop(queue) : NULL;
    if (request) {
        request->flags |= REQUEST_STOP_CALLED;
        object_reference(&request->object);
    }
    KeReleaseSpinLock(&queue->lock, irql);
    if (!request)
        return FALSE;
    call_stop(queue, request, action);
    object_release(&request->object);
    return TRUE;
}

/* Whether a request is left that EvtIoStop was not called for. queue->lock is held. */
static BOOLEAN stop_is_due(const struct queue *queue)
{
    if (!queue->config.EvtIoStop)
        return FALSE;
    for (const LIST_ENTRY *entry = queue->owned.Flink; entry != &queue->owned; entry = entry->Flink)
        if (!(CONTAINING_RECORD(entry, struct request, link)->flags & REQUEST_STOP_CALLED))
            return TRUE;
    return FALSE;
}

/* L3: waits until the driver has no request that it has not acknowledged; if not `all`, until it was told of each. */
static void hold_wait(struct queue *queue, ULONG action, BOOLEAN all)
{
    KEVENT changed;
    BOOLEAN done;
    KIRQL irql;

    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL && !queue->power_wait);
    KeInitializeEvent(&changed, SynchronizationEvent, FALSE);
    KeAcquireSpinLock(&queue->lock, &irql);
    queue->power_wait = &changed;
    KeReleaseSpinLock(&queue->lock, irql);
    for (;;) {
        if (stop_one(queue, action))
            continue;
        KeAcquireSpinLock(&queue->lock, &irql);
        done = all ? queue->owned_count == queue->acked_count : !stop_is_due(queue);
        if (done)
            queue->power_wait = NULL;
        KeReleaseSpinLock(&queue->lock, irql);
        if (done)
            break;
        (void)KeWaitForSingleObject(&changed, Executive, KernelMode, FALSE, NULL);
    }
}

/* wdfrequest/nf-wdfrequest-wdfrequeststopacknowledge. IRQL <= DISPATCH_LEVEL. */
VOID WdfRequestStopAcknowledge(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, BOOLEAN Requeue)
{
    struct request *request = request_from_handle(Request);
    struct queue *queue = request->queue;
    BOOLEAN cancelled = FALSE;
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestStopAcknowledge);
    if (!queue || request->where != REQUEST_OWNED || !(request->flags & REQUEST_STOPPING))
        fx_violation(WDF_VERIFIER_FATAL_ERROR, (ULONG64)Request, 0, "StopAckWithinEvtIoStop",
                     "%s was called for request %p outside of its EvtIoStop.", __func__, Request);
    if (Requeue && request->cancel_state != REQUEST_NOT_CANCELABLE)
        fx_violation(WDF_VERIFIER_FATAL_ERROR, (ULONG64)Request, 0, "ReqNotCanceledLocal",
                     "%s returns request %p to its queue while it is marked cancelable. Call "
                     "WdfRequestUnmarkCancelable first.",
                     __func__, Request);
    if (!Requeue && !queue->config.EvtIoResume)
        fx_report("EvtIoStopResume", 0, "%s keeps request %p, but queue %p has no EvtIoResume to go on with it.",
                  __func__, Request, queue->object.self);
    KeAcquireSpinLock(&queue->lock, &irql);
    if (Requeue) {
        request->flags &= ~REQUEST_STOPPING;
        queue_drop_owned(queue, request);
        cancelled = queue_put_waiting(queue, request, TRUE);
    } else if (!(request->flags & REQUEST_STOP_ACKED)) {
        request->flags |= REQUEST_STOP_ACKED;
        queue->acked_count++;
    }
    queue_check_changes(queue);
    KeReleaseSpinLock(&queue->lock, irql);
    if (cancelled)
        queue_end_cancelled(queue, request);
    queue_deliver(queue);
}

/* -- in D0 again ------------------------------------------------------------------------------------ */

/* L7, L8: EvtIoResume. The caller holds a reference. */
static void call_resume(struct queue *queue, struct request *request)
{
    struct presentation_entry entry;
    struct fx_callback_guard guard;
    BOOLEAN call;
    KIRQL irql;

    presentation_enter(queue->presentation, &entry, "The framework");
    KeAcquireSpinLock(&queue->lock, &irql);
    call = request->where == REQUEST_OWNED && queue->config.EvtIoResume;
    if (call)
        request->flags |= REQUEST_RESUMING;
    KeReleaseSpinLock(&queue->lock, irql);
    if (call) {
        fx_callback_enter(&guard);
        queue->config.EvtIoResume(queue_handle(queue), request_handle(request));
        fx_callback_leave(&guard, "EvtIoResume", (void *)queue->config.EvtIoResume);
        KeAcquireSpinLock(&queue->lock, &irql);
        request->flags &= ~REQUEST_RESUMING;
        KeReleaseSpinLock(&queue->lock, irql);
    }
    presentation_leave(queue->presentation, &entry);
}

void queue_power_release(struct queue *queue)
{
    struct request *request;
    KIRQL irql;

    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    for (;;) {
        KeAcquireSpinLock(&queue->lock, &irql);
        request = queue->acked_count ? find_to_resume(queue) : NULL;
        if (request) {
            request->flags &= ~REQUEST_STOP_ACKED;
            queue->acked_count--;
            object_reference(&request->object);
        }
        KeReleaseSpinLock(&queue->lock, irql);
        if (!request)
            break;
        call_resume(queue, request);
        object_release(&request->object);
    }
    queue_unhold(queue, QUEUE_HOLD_POWER);
}

/* -- all queues of a device ---------------------------------------------------------------------------- */

struct selection {
    enum queue_selection which;
    ULONG action;
};

static BOOLEAN is_selected(const struct queue *queue, const struct selection *selection)
{
    return queue->power_managed == (selection->which == QUEUES_POWER_MANAGED);
}

static void begin_one(struct queue *queue, void *context)
{
    if (is_selected(queue, context))
        hold_begin(queue);
}

static void stop_all_of(struct queue *queue, void *context)
{
    const struct selection *selection = context;

    while (is_selected(queue, selection) && stop_one(queue, selection->action))
        continue;
}

static void wait_one(struct queue *queue, void *context)
{
    const struct selection *selection = context;

    if (is_selected(queue, selection))
        hold_wait(queue, selection->action, selection->which == QUEUES_POWER_MANAGED);
}

/* All queues are held and told before any is waited for: one queue's requests may need another's to end. */
void device_queues_hold(struct device_io *io, enum queue_selection which, ULONG action)
{
    struct selection selection = {.which = which, .action = action};

    if (which == QUEUES_POWER_MANAGED)
        io->powered = FALSE;
    device_io_each_queue(io, begin_one, &selection);
    device_io_each_queue(io, stop_all_of, &selection);
    device_io_each_queue(io, wait_one, &selection);
}

static void release_one(struct queue *queue, void *context)
{
    (void)context;
    if (queue->power_managed)
        queue_power_release(queue);
}

void device_queues_release(struct device_io *io)
{
    io->powered = TRUE;
    device_io_each_queue(io, release_one, NULL);
}

static void purge_one(struct queue *queue, void *context)
{
    if (is_selected(queue, context))
        queue_close(queue);
}

void device_queues_purge(struct device_io *io, enum queue_selection which)
{
    struct selection selection = {.which = which};

    device_io_each_queue(io, purge_one, &selection);
}
