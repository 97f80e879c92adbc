/* SPDX-License-Identifier: MIT */
/* Start, stop, drain and purge: managing-i-o-queues (E5 to E22). */
#include "wdf/queue.h"

/* queue->lock is held. */
static BOOLEAN has_come_true(const struct queue *queue, enum queue_change change)
{
    switch (change) {
    case QUEUE_CHANGE_STOP:
        return !queue->owned_count;
    case QUEUE_CHANGE_DRAIN:
        return !queue->owned_count && !queue->leaving_count && !queue->waiting_count;
    case QUEUE_CHANGE_PURGE:
    case QUEUE_CHANGE_STOP_AND_PURGE:
        return !queue->owned_count && !queue->leaving_count;
    case QUEUE_CHANGE_CLOSE:
        return !queue->owned_count && !queue->leaving_count && !queue->waiting_count &&
               (!queue->loops || (!queue->loops->next && queue->loops->last_reference));
    default:
        return FALSE;
    }
}

void queue_check_changes(struct queue *queue)
{
    struct queue_waiter **at = &queue->waiters;

    while (*at) {
        struct queue_waiter *waiter = *at;

        if (has_come_true(queue, waiter->change)) {
            *at = waiter->next;
            KeSetEvent(&waiter->done, IO_NO_INCREMENT, FALSE); /* the waiter's stack may be gone now */
        } else {
            at = &waiter->next;
        }
    }
    if (queue->change != QUEUE_CHANGE_NONE && has_come_true(queue, queue->change)) {
        queue->change = QUEUE_CHANGE_NONE;
        queue->due |= QUEUE_DUE_CHANGE;
    }
    if (queue->power_wait)
        KeSetEvent(queue->power_wait, IO_NO_INCREMENT, FALSE);
}

/* -- EvtIoQueueState -------------------------------------------------------------------------------- */

static void call_state(struct queue *queue, PFN_WDF_IO_QUEUE_STATE callback, WDFCONTEXT context)
{
    struct fx_callback_guard guard;

    fx_callback_enter(&guard);
    callback(queue_handle(queue), context);
    fx_callback_leave(&guard, "EvtIoQueueState", (void *)callback);
}

void queue_change_run(struct presentation_work *work)
{
    struct queue *queue = CONTAINING_RECORD(work, struct queue, change_work);
    PFN_WDF_IO_QUEUE_STATE callback;
    WDFCONTEXT context;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    callback = queue->change_callback;
    context = queue->change_context;
    queue->change_callback = NULL;
    KeReleaseSpinLock(&queue->lock, irql);
    if (callback)
        call_state(queue, callback, context);
    object_release(&queue->object);
}

/* F10, F11: suppressed while stopped; Start makes it due again. */
void queue_ready_run(struct presentation_work *work)
{
    struct queue *queue = CONTAINING_RECORD(work, struct queue, ready_work);
    PFN_WDF_IO_QUEUE_STATE callback = NULL;
    WDFCONTEXT context = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    if (queue->waiting_count && queue->dispatching && !queue->hold) {
        callback = queue->ready_callback;
        context = queue->ready_context;
    }
    KeReleaseSpinLock(&queue->lock, irql);
    if (callback)
        call_state(queue, callback, context);
    object_release(&queue->object);
}

static void deliver_one(struct queue *queue, struct presentation_work *work)
{
    object_reference(&queue->object);
    if (!presentation_defer(queue->presentation, work))
        object_release(&queue->object);
}

void queue_deliver(struct queue *queue)
{
    UCHAR due;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    due = queue->due;
    queue->due = 0;
    KeReleaseSpinLock(&queue->lock, irql);
    if (due & QUEUE_DUE_CHANGE)
        deliver_one(queue, &queue->change_work);
    if (due & QUEUE_DUE_READY)
        deliver_one(queue, &queue->ready_work);
}

/* -- the rules of changes ---------------------------------------------------------------------------- */

static const CHAR *change_name(enum queue_change change)
{
    static const CHAR *const names[] = {"WdfIoQueueStart", "WdfIoQueueStop",         "WdfIoQueueDrain",
                                        "WdfIoQueuePurge", "WdfIoQueueStopAndPurge", "WdfObjectDelete"};

    return names[change];
}

/* E8, E11, E21. queue->lock is held; returns the change that must not be followed by this one, or NONE. */
static enum queue_change conflict(const struct queue *queue, enum queue_change change)
{
    if (queue->change_callback || queue->waiters)
        return queue->last_change ? queue->last_change : QUEUE_CHANGE_STOP;
    if (change == QUEUE_CHANGE_DRAIN &&
        (queue->last_change == QUEUE_CHANGE_STOP || queue->last_change == QUEUE_CHANGE_STOP_AND_PURGE))
        return queue->last_change;
    return QUEUE_CHANGE_NONE;
}

static void report_conflict(const struct queue *queue, enum queue_change change, enum queue_change before)
{
    if (before == QUEUE_CHANGE_NONE)
        return;
    fx_report("ChangeQueueState", 0,
              "%s was called for queue %p while an earlier %s has not ended, or must be followed by WdfIoQueueStart. "
              "Wait for its callback first.",
              change_name(change), queue->object.self, change_name(before));
}

/* B11: a handler that waits for requests waits for its own. */
static void forbid_in_handler(struct queue *queue, void *context)
{
    BOOLEAN mine;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    mine = queue_loop_mine(queue);
    KeReleaseSpinLock(&queue->lock, irql);
    if (mine)
        fx_violation(WDF_VERIFIER_FATAL_ERROR, 0, 0, "Deadlock",
                     "%s was called from an I/O handler of queue %p; it waits for requests that only the handler's "
                     "return lets go. Use the form with a callback, or a work item.",
                     (const CHAR *)context, queue->object.self);
}

/* -- the changes ---------------------------------------------------------------------------------------- */

/*
 * Begins a change. `callback` is called when it has come true (E6, E7); `waiter` is told, if there is one.
 * IRQL <= DISPATCH_LEVEL.
 */
static void change_begin(struct queue *queue, enum queue_change change, PFN_WDF_IO_QUEUE_STATE callback,
                         WDFCONTEXT context, struct queue_waiter *waiter)
{
    BOOLEAN purge = change == QUEUE_CHANGE_PURGE || change == QUEUE_CHANGE_STOP_AND_PURGE;
    struct request *cancelled = NULL;
    enum queue_change before;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    before = conflict(queue, change);
    queue->accepting = change == QUEUE_CHANGE_STOP || change == QUEUE_CHANGE_STOP_AND_PURGE;
    if (queue->accepting)
        queue->dispatching = FALSE;
    else if (change == QUEUE_CHANGE_DRAIN)
        queue->dispatching = TRUE;
    queue->last_change = (UCHAR)change;
    queue->change = callback ? (UCHAR)change : QUEUE_CHANGE_NONE;
    queue->change_callback = callback;
    queue->change_context = context;
    if (waiter) {
        waiter->next = queue->waiters;
        queue->waiters = waiter;
    }
    if (purge)
        cancelled = queue_take_all_cancelled(queue);
    queue_check_changes(queue);
    KeReleaseSpinLock(&queue->lock, irql);
    report_conflict(queue, change, before);
    queue_end_cancelled(queue, cancelled);
    if (purge)
        queue_cancel_owned(queue);
    queue_deliver(queue);
    if (change == QUEUE_CHANGE_DRAIN)
        queue_dispatch(queue);
}

static void wait_for(struct queue_waiter *waiter)
{
    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    (void)KeWaitForSingleObject(&waiter->done, Executive, KernelMode, FALSE, NULL);
}

static void change_synchronously(struct queue *queue, enum queue_change change, const CHAR *function)
{
    struct queue_waiter waiter = {.change = change};

    device_io_each_queue(queue->io, forbid_in_handler, (void *)function);
    KeInitializeEvent(&waiter.done, NotificationEvent, FALSE);
    change_begin(queue, change, NULL, NULL, &waiter);
    wait_for(&waiter);
}

void queue_wait(struct queue *queue, enum queue_change change)
{
    struct queue_waiter waiter = {.change = change};
    KIRQL irql;

    KeInitializeEvent(&waiter.done, NotificationEvent, FALSE);
    KeAcquireSpinLock(&queue->lock, &irql);
    waiter.next = queue->waiters;
    queue->waiters = &waiter;
    queue_check_changes(queue);
    KeReleaseSpinLock(&queue->lock, irql);
    queue_deliver(queue);
    wait_for(&waiter);
    /* The event is set inside the lock: after this, who set it has let go of the memory. */
    KeAcquireSpinLock(&queue->lock, &irql);
    KeReleaseSpinLock(&queue->lock, irql);
}

void queue_close(struct queue *queue)
{
    struct request *cancelled;
    struct queue_loop *loop;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    queue->closed = TRUE;
    cancelled = queue_take_all_cancelled(queue);
    KeReleaseSpinLock(&queue->lock, irql);
    queue_end_cancelled(queue, cancelled);
    queue_cancel_owned(queue);
    KeAcquireSpinLock(&queue->lock, &irql);
    /* A handler may delete its own queue: then its loop, which is below us on this stack, keeps the memory. */
    for (loop = queue->loops; loop; loop = loop->next) {
        if (loop->thread == KeGetCurrentThread() && !loop->last_reference) {
            loop->last_reference = TRUE;
            object_reference(&queue->object);
        }
    }
    KeReleaseSpinLock(&queue->lock, irql);
    queue_wait(queue, QUEUE_CHANGE_CLOSE);
}

/* wdfio/nf-wdfio-wdfioqueuestart. IRQL <= DISPATCH_LEVEL. */
VOID WdfIoQueueStart(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue)
{
    struct queue *queue = queue_from_handle(Queue);
    enum queue_change before;
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueStart);
    KeAcquireSpinLock(&queue->lock, &irql);
    before = conflict(queue, QUEUE_CHANGE_NONE);
    queue->accepting = TRUE;
    queue->dispatching = TRUE;
    queue->last_change = QUEUE_CHANGE_NONE;
    if (queue->waiting_count && queue->ready_callback)
        queue->due |= QUEUE_DUE_READY;
    KeReleaseSpinLock(&queue->lock, irql);
    report_conflict(queue, QUEUE_CHANGE_NONE, before);
    queue_deliver(queue);
    queue_dispatch(queue);
}

/* wdfio/nf-wdfio-wdfioqueuestop. IRQL <= DISPATCH_LEVEL. */
VOID WdfIoQueueStop(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE StopComplete,
                    WDFCONTEXT Context)
{
    struct queue *queue = queue_from_handle(Queue);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueStop);
    change_begin(queue, QUEUE_CHANGE_STOP, StopComplete, Context, NULL);
}

/* wdfio/nf-wdfio-wdfioqueuestopsynchronously. IRQL = PASSIVE_LEVEL. */
VOID WdfIoQueueStopSynchronously(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue)
{
    struct queue *queue = queue_from_handle(Queue);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueStopSynchronously);
    change_synchronously(queue, QUEUE_CHANGE_STOP, __func__);
}

/* wdfio/nf-wdfio-wdfioqueuedrain. IRQL <= DISPATCH_LEVEL. */
VOID WdfIoQueueDrain(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE DrainComplete,
                     WDFCONTEXT Context)
{
    struct queue *queue = queue_from_handle(Queue);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueDrain);
    change_begin(queue, QUEUE_CHANGE_DRAIN, DrainComplete, Context, NULL);
}

/* wdfio/nf-wdfio-wdfioqueuedrainsynchronously. IRQL = PASSIVE_LEVEL. */
VOID WdfIoQueueDrainSynchronously(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue)
{
    struct queue *queue = queue_from_handle(Queue);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueDrainSynchronously);
    change_synchronously(queue, QUEUE_CHANGE_DRAIN, __func__);
}

/* wdfio/nf-wdfio-wdfioqueuepurge. IRQL <= DISPATCH_LEVEL. */
VOID WdfIoQueuePurge(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE PurgeComplete,
                     WDFCONTEXT Context)
{
    struct queue *queue = queue_from_handle(Queue);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueuePurge);
    change_begin(queue, QUEUE_CHANGE_PURGE, PurgeComplete, Context, NULL);
}

/* wdfio/nf-wdfio-wdfioqueuepurgesynchronously. IRQL = PASSIVE_LEVEL. */
VOID WdfIoQueuePurgeSynchronously(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue)
{
    struct queue *queue = queue_from_handle(Queue);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueuePurgeSynchronously);
    change_synchronously(queue, QUEUE_CHANGE_PURGE, __func__);
}

/* wdfio/nf-wdfio-wdfioqueuestopandpurge. IRQL <= DISPATCH_LEVEL. */
VOID WdfIoQueueStopAndPurge(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue,
                            PFN_WDF_IO_QUEUE_STATE StopAndPurgeComplete, WDFCONTEXT Context)
{
    struct queue *queue = queue_from_handle(Queue);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueStopAndPurge);
    change_begin(queue, QUEUE_CHANGE_STOP_AND_PURGE, StopAndPurgeComplete, Context, NULL);
}

/* wdfio/nf-wdfio-wdfioqueuestopandpurgesynchronously. IRQL = PASSIVE_LEVEL. */
VOID WdfIoQueueStopAndPurgeSynchronously(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue)
{
    struct queue *queue = queue_from_handle(Queue);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueStopAndPurgeSynchronously);
    change_synchronously(queue, QUEUE_CHANGE_STOP_AND_PURGE, __func__);
}
