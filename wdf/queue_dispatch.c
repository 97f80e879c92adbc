/* SPDX-License-Identifier: MIT */
/*
 * How requests come into a queue and to the driver: dispatching-methods-for-i-o-requests (B), zero-length transfers
 * (D).
 *
 * A thread that presents requests does so in a loop, with a struct queue_loop on its stack. What a handler does to
 * its own queue (completing its request, above all) never presents the next one from inside the handler: the loop
 * does when the handler has returned. So a driver that completes every request at once uses no more stack for
 * 100,000 requests than for one. Other threads present at the same time if the queue lets them.
 */
#include "wdf/queue.h"

/* -- lists; queue->lock is held -------------------------------------------------------------------- */

BOOLEAN queue_loop_mine(const struct queue *queue)
{
    const struct queue_loop *loop = queue->loops;
    PKTHREAD thread;

    if (!loop)
        return FALSE;
    thread = KeGetCurrentThread();
    while (loop && loop->thread != thread)
        loop = loop->next;
    return loop != NULL;
}

static void loop_push(struct queue *queue, struct queue_loop *loop)
{
    loop->thread = KeGetCurrentThread();
    loop->request = NULL;
    loop->last_reference = FALSE;
    loop->next = queue->loops;
    queue->loops = loop;
}

static void loop_pop(struct queue *queue, struct queue_loop *loop)
{
    struct queue_loop **at = &queue->loops;

    while (*at != loop) {
        FX_ASSERT(*at != NULL);
        at = &(*at)->next;
    }
    *at = loop->next;
    if (queue->waiters)
        queue_check_changes(queue);
}

/* After the unlocking that follows loop_pop: a handler that deleted its own queue left the last reference to us. */
static void loop_end(struct queue *queue, const struct queue_loop *loop)
{
    if (loop->last_reference)
        object_release(&queue->object);
}

/* When the lock is free or the IRQL low enough, with the queue kept alive until then. */
static void dispatch_when_possible(struct queue *queue)
{
    object_reference(&queue->object);
    if (!presentation_defer(queue->presentation, &queue->dispatch_work))
        object_release(&queue->object);
}

static void dispatch_on_worker(struct queue *queue)
{
    object_reference(&queue->object);
    if (!presentation_later(queue->presentation, &queue->dispatch_work))
        object_release(&queue->object);
}

void queue_dispatch_run(struct presentation_work *work)
{
    struct queue *queue = CONTAINING_RECORD(work, struct queue, dispatch_work);

    queue_dispatch(queue);
    object_release(&queue->object);
}

BOOLEAN queue_may_present(const struct queue *queue)
{
    return queue->waiting_count && queue->dispatching && !queue->hold && queue->owned_count < queue->limit;
}

void queue_put_owned(struct queue *queue, struct request *request)
{
    request->queue = queue;
    request->where = REQUEST_OWNED;
    request->flags |= REQUEST_SEEN;
    InsertTailList(&queue->owned, &request->link);
    queue->owned_count++;
}

void queue_drop_owned(struct queue *queue, struct request *request)
{
    FX_ASSERT(queue->owned_count > 0);
    RemoveEntryList(&request->link);
    queue->owned_count--;
    if (request->flags & REQUEST_STOP_ACKED) {
        FX_ASSERT(queue->acked_count > 0);
        queue->acked_count--;
        request->flags &= ~REQUEST_STOP_ACKED;
    }
}

BOOLEAN queue_put_waiting(struct queue *queue, struct request *request, BOOLEAN head)
{
    PIRP irp = request->irp;

    request->queue = queue;
    request->where = REQUEST_WAITING;
    request->cancel_state = REQUEST_NOT_CANCELABLE;
    if (head)
        InsertHeadList(&queue->waiting, &request->link);
    else
        InsertTailList(&queue->waiting, &request->link);
    if (queue->waiting_count++ == 0 && queue->ready_callback)
        queue->due |= QUEUE_DUE_READY;
    irp->Tail.Overlay.DriverContext[0] = request;
    (void)IoSetCancelRoutine(irp, queue_cancel_routine);
    /* Cancelled before: if the routine is still there, IoCancelIrp did not see it and never will. */
    if (!irp->Cancel || !IoSetCancelRoutine(irp, NULL))
        return FALSE;
    RemoveEntryList(&request->link);
    queue->waiting_count--;
    queue->leaving_count++;
    request->where = REQUEST_CANCELLED;
    request->link.Flink = NULL;
    return TRUE;
}

BOOLEAN queue_take_waiting(struct queue *queue, struct request *request)
{
    FX_ASSERT(request->where == REQUEST_WAITING && queue->waiting_count > 0);
    RemoveEntryList(&request->link);
    queue->waiting_count--;
    if (IoSetCancelRoutine(request->irp, NULL))
        return TRUE;
    /* IoCancelIrp has taken the routine, which will find the request in this state and end it. */
    request->where = REQUEST_CANCELLED;
    queue->leaving_count++;
    return FALSE;
}

BOOLEAN queue_keep(struct queue *queue, struct request *request)
{
    const struct object_context *context = request->object.contexts;

    FX_ASSERT(request->where == REQUEST_COMPLETED && !request->irp);
    if (request->object.references != 1 || queue->kept_count >= QUEUE_REQUESTS_KEPT_MAX)
        return FALSE;
    if (context && (context->next || context->cleanup || context->destroy))
        return FALSE;
    request->object.self = NULL;
    request->where = REQUEST_FREE;
    request->link.Flink = (LIST_ENTRY *)queue->kept;
    queue->kept = request;
    queue->kept_count++;
    return TRUE;
}

/* -- the handler ------------------------------------------------------------------------------------- */

static void call_handler(struct queue *queue, struct request *request)
{
    const WDF_IO_QUEUE_CONFIG *config = &queue->config;
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(request->irp);
    WDFQUEUE handle = queue_handle(queue);
    WDFREQUEST owned = request_handle(request);
    const CHAR *name = "EvtIoDefault";
    const void *callback = (const void *)config->EvtIoDefault;
    struct fx_callback_guard guard;

    fx_callback_enter(&guard);
    if (request->major == IRP_MJ_READ && config->EvtIoRead) {
        name = "EvtIoRead";
        callback = (const void *)config->EvtIoRead;
        config->EvtIoRead(handle, owned, stack->Parameters.Read.Length);
    } else if (request->major == IRP_MJ_WRITE && config->EvtIoWrite) {
        name = "EvtIoWrite";
        callback = (const void *)config->EvtIoWrite;
        config->EvtIoWrite(handle, owned, stack->Parameters.Write.Length);
    } else if (request->major == IRP_MJ_DEVICE_CONTROL && config->EvtIoDeviceControl) {
        name = "EvtIoDeviceControl";
        callback = (const void *)config->EvtIoDeviceControl;
        config->EvtIoDeviceControl(handle, owned, stack->Parameters.DeviceIoControl.OutputBufferLength,
                                   stack->Parameters.DeviceIoControl.InputBufferLength,
                                   stack->Parameters.DeviceIoControl.IoControlCode);
    } else if (request->major == IRP_MJ_INTERNAL_DEVICE_CONTROL && config->EvtIoInternalDeviceControl) {
        name = "EvtIoInternalDeviceControl";
        callback = (const void *)config->EvtIoInternalDeviceControl;
        config->EvtIoInternalDeviceControl(handle, owned, stack->Parameters.DeviceIoControl.OutputBufferLength,
                                           stack->Parameters.DeviceIoControl.InputBufferLength,
                                           stack->Parameters.DeviceIoControl.IoControlCode);
    } else if (config->EvtIoDefault) {
        config->EvtIoDefault(handle, owned);
    } else {
        request_complete_owned(request, STATUS_INVALID_DEVICE_REQUEST); /* forwarded here by mistake */
    }
    fx_callback_leave(&guard, name, callback);
}

static BOOLEAN has_handler(const struct queue *queue, UCHAR major)
{
    const WDF_IO_QUEUE_CONFIG *config = &queue->config;

    if (config->EvtIoDefault || config->DispatchType == WdfIoQueueDispatchManual)
        return TRUE;
    return (major == IRP_MJ_READ && config->EvtIoRead) || (major == IRP_MJ_WRITE && config->EvtIoWrite) ||
           (major == IRP_MJ_DEVICE_CONTROL && config->EvtIoDeviceControl) ||
           (major == IRP_MJ_INTERNAL_DEVICE_CONTROL && config->EvtIoInternalDeviceControl);
}

/* The way of most queues, whose presentation asks for nothing, without a call. */
static inline BOOLEAN try_enter(struct presentation *presentation, struct presentation_entry *entry)
{
    return presentation_is_plain(presentation) || presentation_try_enter(presentation, entry);
}

static inline void leave(struct presentation *presentation, const struct presentation_entry *entry)
{
    if (!presentation_is_plain(presentation) || fx_peek(presentation->pending))
        presentation_leave(presentation, entry);
}

/* -- the loop ---------------------------------------------------------------------------------------- */

/* The next request for the driver, now owned; NULL if there is none. queue->lock is held. */
static struct request *next_to_present(struct queue *queue)
{
    while (queue_may_present(queue)) {
        struct request *request = CONTAINING_RECORD(queue->waiting.Flink, struct request, link);

        if (!queue_take_waiting(queue, request))
            continue;
        queue_put_owned(queue, request);
        return request;
    }
    return NULL;
}

/* `loop` is pushed, `request` is owned, its presentation entered. Returns when there is nothing left to do here. */
static void run_loop(struct queue *queue, struct queue_loop *loop, struct request *request,
                     struct presentation_entry *entry)
{
    struct presentation *presentation = queue->presentation;
    BOOLEAN more, entered;
    KIRQL irql;

    for (;;) {
        call_handler(queue, request);
        leave(presentation, entry);
        KeAcquireSpinLock(&queue->lock, &irql);
        loop->request = NULL;
        if (queue->power_wait)
            KeSetEvent(queue->power_wait, IO_NO_INCREMENT, FALSE);
        more = queue_may_present(queue);
        if (!more)
            loop_pop(queue, loop);
        KeReleaseSpinLock(&queue->lock, irql);
        if (!more)
            break;
        entered = try_enter(presentation, entry);
        KeAcquireSpinLock(&queue->lock, &irql);
        request = entered ? next_to_present(queue) : NULL;
        loop->request = request;
        if (!request) {
            object_reference(&queue->object); /* without the loop its deletion does not wait for us */
            loop_pop(queue, loop);
        }
        KeReleaseSpinLock(&queue->lock, irql);
        if (request)
            continue;
        if (entered)
            leave(presentation, entry);
        else
            dispatch_when_possible(queue);
        object_release(&queue->object);
        break;
    }
    loop_end(queue, loop);
}

void queue_dispatch(struct queue *queue)
{
    struct presentation *presentation = queue->presentation;
    struct presentation_entry entry;
    struct request *request = NULL;
    struct queue_loop loop;
    KIRQL irql;
    BOOLEAN wanted;

    KeAcquireSpinLock(&queue->lock, &irql);
    wanted = queue_may_present(queue) && !queue_loop_mine(queue);
    KeReleaseSpinLock(&queue->lock, irql);
    if (!wanted)
        return;
    if (!try_enter(presentation, &entry)) {
        dispatch_when_possible(queue);
        return;
    }
    KeAcquireSpinLock(&queue->lock, &irql);
    request = next_to_present(queue);
    if (request) {
        loop_push(queue, &loop);
        loop.request = request;
    }
    KeReleaseSpinLock(&queue->lock, irql);
    if (request)
        run_loop(queue, &loop, request, &entry);
    else
        leave(presentation, &entry);
}

void queue_owned_left(struct queue *queue, struct request *request)
{
    BOOLEAN kept, due, next;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    queue_drop_owned(queue, request);
    kept = queue_keep(queue, request);
    queue_check_changes(queue);
    due = queue->due != 0;
    next = queue_may_present(queue) && !queue_loop_mine(queue);
    if (due || next)
        object_reference(&queue->object); /* this may have been what its deletion waited for */
    KeReleaseSpinLock(&queue->lock, irql);
    if (!kept)
        object_release(&request->object);
    if (!due && !next)
        return;
    if (due)
        queue_deliver(queue);
    if (next && fx_may())
        dispatch_on_worker(queue);
    else if (next)
        queue_dispatch(queue);
    object_release(&queue->object);
}

/* -- arrivals ------------------------------------------------------------------------------------------ */

static NTSTATUS end_irp(struct device_io *io, PIRP irp, NTSTATUS status)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = 0;
    IoCompleteRequest(irp, io->boost);
    return status;
}

/* D1 to D3. */
static BOOLEAN is_empty_transfer(const struct queue *queue, PIO_STACK_LOCATION stack)
{
    if (queue->config.AllowZeroLengthRequests)
        return FALSE;
    return (stack->MajorFunction == IRP_MJ_READ && !stack->Parameters.Read.Length) ||
           (stack->MajorFunction == IRP_MJ_WRITE && !stack->Parameters.Write.Length);
}

/* A request's memory, from what the queue keeps or new. Comes back with queue->lock held if there is one. */
static struct request *request_for_queue(struct queue *queue, KIRQL *irql)
{
    struct request *request;

    KeAcquireSpinLock(&queue->lock, irql);
    request = queue->kept;
    if (request) {
        queue->kept = (struct request *)request->link.Flink;
        queue->kept_count--;
        return request;
    }
    KeReleaseSpinLock(&queue->lock, *irql);
    request = request_alloc(queue->io);
    if (request)
        KeAcquireSpinLock(&queue->lock, irql);
    return request;
}

/* Likely: the driver can have one more request at once. Looked at without the lock, asked again with it. */
static BOOLEAN enter_for_arrival(struct queue *queue, struct presentation_entry *entry)
{
    if (fx_peek(queue->waiting_count) || fx_peek(queue->owned_count) >= queue->limit)
        return FALSE;
    return try_enter(queue->presentation, entry);
}

/*
 * Lets the request in; queue->lock is held and is released, `entry` is the presentation's if `entered`. The short way:
 * nothing waits and the driver may have one more, so the request never waits and needs no cancel routine.
 */
static void let_in(struct queue *queue, struct request *request, KIRQL irql, struct presentation_entry *entry,
                   BOOLEAN entered)
{
    BOOLEAN cancelled, due;
    struct queue_loop loop;

    if (entered && !queue->waiting_count && queue->dispatching && !queue->hold && queue->owned_count < queue->limit &&
        !request->irp->Cancel && !queue_loop_mine(queue)) {
        queue_put_owned(queue, request);
        loop_push(queue, &loop);
        loop.request = request;
        KeReleaseSpinLock(&queue->lock, irql);
        run_loop(queue, &loop, request, entry);
        return;
    }
    object_reference(&queue->object); /* the request may end, and the driver delete the queue, on another thread */
    cancelled = queue_put_waiting(queue, request, FALSE);
    due = queue->due != 0;
    KeReleaseSpinLock(&queue->lock, irql);
    if (entered)
        leave(queue->presentation, entry);
    if (cancelled)
        queue_end_cancelled(queue, request);
    if (due)
        queue_deliver(queue);
    queue_dispatch(queue);
    object_release(&queue->object);
}

NTSTATUS queue_insert_irp_into(struct queue *queue, PIRP irp, struct object *file)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    struct presentation_entry entry;
    struct request *request;
    BOOLEAN entered, accepted;
    KIRQL irql;

    if (!has_handler(queue, stack->MajorFunction))
        return end_irp(queue->io, irp, STATUS_INVALID_DEVICE_REQUEST);
    if (is_empty_transfer(queue, stack))
        return end_irp(queue->io, irp, STATUS_SUCCESS);
    entered = enter_for_arrival(queue, &entry);
    request = request_for_queue(queue, &irql);
    accepted = request && queue_accepts(queue);
    if (accepted) {
        IoMarkIrpPending(irp);
        request_init(request, queue->io, irp, file);
        let_in(queue, request, irql, &entry, entered);
        return STATUS_PENDING;
    }
    if (request) {
        request->link.Flink = (LIST_ENTRY *)queue->kept;
        queue->kept = request;
        queue->kept_count++;
        KeReleaseSpinLock(&queue->lock, irql);
    }
    if (entered)
        leave(queue->presentation, &entry);
    /* E10, E14: late arrivals. */
    return end_irp(queue->io, irp, request ? STATUS_INVALID_DEVICE_STATE : STATUS_INSUFFICIENT_RESOURCES);
}

NTSTATUS queue_insert_irp(struct device_io *io, PIRP irp, struct object *file)
{
    struct queue *queue = device_io_queue_for(io, IoGetCurrentIrpStackLocation(irp)->MajorFunction);

    return queue ? queue_insert_irp_into(queue, irp, file) : STATUS_NOT_FOUND;
}

NTSTATUS queue_insert_request(struct device_io *io, struct request *request)
{
    struct queue *queue = device_io_queue_for(io, request->major);
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(request->irp);
    struct presentation_entry entry = {0};
    KIRQL irql;

    FX_ASSERT(request->where == REQUEST_NEW && request->io == io);
    if (!queue)
        return STATUS_NOT_FOUND;
    if (!has_handler(queue, request->major) || is_empty_transfer(queue, stack)) {
        request_complete_by_framework(
            request, has_handler(queue, request->major) ? STATUS_SUCCESS : STATUS_INVALID_DEVICE_REQUEST, 0);
        return STATUS_SUCCESS;
    }
    KeAcquireSpinLock(&queue->lock, &irql);
    if (!queue_accepts(queue)) {
        KeReleaseSpinLock(&queue->lock, irql);
        return STATUS_WDF_BUSY;
    }
    request->flags = (request->flags & ~REQUEST_IN_CALLER) | REQUEST_SEEN;
    let_in(queue, request, irql, &entry, FALSE);
    return STATUS_SUCCESS;
}
