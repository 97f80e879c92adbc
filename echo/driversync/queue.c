/* SPDX-License-Identifier: MIT */
/*
 * queue.c: reads, writes, their cancellation and the timer that completes them, synchronised by the driver.
 *
 * The framework provides no synchronisation (WdfSynchronizationScopeNone): the cancel routine and the timer may run at
 * the same time as each other and as EvtIoRead or EvtIoWrite. One spin lock guards `Waiting` and the Finisher of its
 * request. The rules that make this right:
 *
 *  - A request is marked, and unmarked, while the lock is held, together with the change of `Waiting`. So while a
 *    request is in `Waiting` it is marked, and it cannot be completed: who wants to takes it out first, under the lock.
 *    That is what keeps the handle valid while the timer tries to unmark it.
 *  - Marking uses WdfRequestMarkCancelableEx, which never calls the cancel routine itself: WdfRequestMarkCancelable
 *    would, for a request that is cancelled already, and the routine would wait for the lock that we hold.
 *  - If unmarking says STATUS_CANCELLED, the cancel routine has been called or will be: it finds the request in
 *    `Waiting` and completes it. The timer forgets about it.
 *  - No request is completed with the lock held: completing may present the next request on this very stack.
 *  - Leaving a request to the timer is the last thing that EvtIoRead and EvtIoWrite do. From there on the next request
 *    may be presented on another processor; so `Stored`, which only they use, needs no lock.
 */
#include "queue.h"

typedef struct _ECHO_QUEUE {
    WDFTIMER Timer;
    ULONG TimerPeriodMs;
    ULONG WriteLengthMax; /* bytes */
    WDFMEMORY Stored;     /* what the last write brought; NULL before the first one */
    WDFSPINLOCK Lock;     /* guards what follows */
    WDFREQUEST Waiting;   /* marked cancelable; may be NULL */
} ECHO_QUEUE, *PECHO_QUEUE;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ECHO_QUEUE, queue_context)

static EVT_WDF_IO_QUEUE_IO_READ queue_evt_read;
static EVT_WDF_IO_QUEUE_IO_WRITE queue_evt_write;
static EVT_WDF_REQUEST_CANCEL queue_evt_cancel;
static EVT_WDF_TIMER queue_evt_timer;

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, queue_create)
#endif

/* The timer's parent is the queue: it goes with it. There is nothing to serialise it with. */
static NTSTATUS create_timer(_In_ WDFQUEUE queue, _In_ const ECHO_SETTINGS *settings, _Out_ WDFTIMER *ret_timer)
{
    WDF_TIMER_CONFIG config;
    WDF_OBJECT_ATTRIBUTES attributes;

    WDF_TIMER_CONFIG_INIT_PERIODIC(&config, queue_evt_timer, (LONG)settings->TimerPeriodMs);
    config.AutomaticSerialization = FALSE;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = queue;
    return WdfTimerCreate(&config, &attributes, ret_timer);
}

static NTSTATUS create_lock(_In_ WDFQUEUE queue, _Out_ WDFSPINLOCK *ret_lock)
{
    WDF_OBJECT_ATTRIBUTES attributes;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = queue;
    return WdfSpinLockCreate(&attributes, ret_lock);
}

/* Reads and writes only: the framework fails every other request. IRQL = PASSIVE_LEVEL. */
NTSTATUS queue_create(_In_ WDFDEVICE device, _In_ const ECHO_SETTINGS *settings)
{
    WDF_IO_QUEUE_CONFIG config;
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFQUEUE queue = NULL;

    PAGED_CODE();

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = queue_evt_read;
    config.EvtIoWrite = queue_evt_write;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, ECHO_QUEUE);
    attributes.SynchronizationScope = WdfSynchronizationScopeNone;

    NTSTATUS status = WdfIoQueueCreate(device, &config, &attributes, &queue);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    PECHO_QUEUE context = queue_context(queue);
    context->TimerPeriodMs = settings->TimerPeriodMs;
    context->WriteLengthMax = settings->WriteLengthMax;
    status = create_lock(queue, &context->Lock);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    return create_timer(queue, settings, &context->Timer);
}

/* IRQL = PASSIVE_LEVEL. */
VOID queue_start(_In_ WDFQUEUE queue)
{
    PECHO_QUEUE context = queue_context(queue);

    WdfIoQueueStart(queue);
    (VOID) WdfTimerStart(context->Timer, WDF_REL_TIMEOUT_IN_MS(context->TimerPeriodMs));
}

/*
 * In this order: the queue stops when the driver has completed the request that it holds, and only the timer does
 * that. The timer stopped first would leave the stop waiting for a request that nobody completes. IRQL = PASSIVE_LEVEL.
 */
VOID queue_stop(_In_ WDFQUEUE queue)
{
    PECHO_QUEUE context = queue_context(queue);

    WdfIoQueueStopSynchronously(queue);
    (VOID) WdfTimerStop(context->Timer, TRUE);
    ASSERT(context->Waiting == NULL);
}

/*
 * Leaves a request to the timer, or completes it if it is cancelled already. The caller touches neither the request nor
 * the stored data after it.
 */
static VOID leave_to_timer(_In_ WDFQUEUE queue, _In_ WDFREQUEST request, _In_ NTSTATUS status)
{
    PECHO_QUEUE context = queue_context(queue);
    PECHO_REQUEST waiting = request_context(request);

    waiting->Finisher = EchoFinisherNone;
    waiting->Status = status;

    WdfSpinLockAcquire(context->Lock);
    ASSERT(context->Waiting == NULL);
    NTSTATUS marked = WdfRequestMarkCancelableEx(request, queue_evt_cancel);
    if (NT_SUCCESS(marked)) {
        context->Waiting = request;
    } else {
        waiting->Finisher = EchoFinisherDispatch;
    }
    WdfSpinLockRelease(context->Lock);

    if (!NT_SUCCESS(marked)) {
        ASSERT(marked == STATUS_CANCELLED);
        WdfRequestCompleteWithInformation(request, marked, 0);
    }
}

/*
 * Copies the request's data into a memory object of their size. Its parent is the queue, so that it cannot outlive it;
 * the caller deletes it earlier. IRQL <= DISPATCH_LEVEL.
 */
static NTSTATUS copy_data(_In_ WDFQUEUE queue, _In_ WDFREQUEST request, _In_ size_t length, _Out_ WDFMEMORY *ret_copy)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFMEMORY input = NULL;
    WDFMEMORY copy = NULL;
    PVOID buffer = NULL;

    NTSTATUS status = WdfRequestRetrieveInputMemory(request, &input);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = queue;
    status = WdfMemoryCreate(&attributes, NonPagedPoolNx, ECHO_POOL_TAG, length, &copy, &buffer);
    if (!NT_SUCCESS(status)) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    status = WdfMemoryCopyToBuffer(input, 0, buffer, length);
    if (!NT_SUCCESS(status)) {
        WdfObjectDelete(copy);
        return status;
    }
    *ret_copy = copy;
    return STATUS_SUCCESS;
}

/*
 * EvtIoWrite: the data are stored at once, the request is completed later. Whatever fails leaves the data of the write
 * before it. IRQL <= DISPATCH_LEVEL. The request is completed, or marked cancelable and left to the timer.
 */
static VOID queue_evt_write(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request, _In_ size_t Length)
{
    PECHO_QUEUE context = queue_context(Queue);
    WDFMEMORY copy = NULL;

    if (Length > context->WriteLengthMax) {
        WdfRequestCompleteWithInformation(Request, STATUS_INVALID_BUFFER_SIZE, 0);
        return;
    }
    NTSTATUS status = copy_data(Queue, Request, Length, &copy);
    if (!NT_SUCCESS(status)) {
        WdfRequestCompleteWithInformation(Request, status, 0);
        return;
    }
    if (context->Stored != NULL) {
        WdfObjectDelete(context->Stored);
    }
    context->Stored = copy;
    WdfRequestSetInformation(Request, Length);
    leave_to_timer(Queue, Request, STATUS_SUCCESS);
}

/*
 * EvtIoRead: as much of the stored data as fits. IRQL <= DISPATCH_LEVEL. The request is completed, or marked cancelable
 * and left to the timer.
 */
static VOID queue_evt_read(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request, _In_ size_t Length)
{
    PECHO_QUEUE context = queue_context(Queue);
    WDFMEMORY output = NULL;
    size_t stored_length = 0;

    if (context->Stored == NULL) {
        WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, 0);
        return;
    }
    PVOID stored = WdfMemoryGetBuffer(context->Stored, &stored_length);
    size_t length = Length < stored_length ? Length : stored_length;

    NTSTATUS status = WdfRequestRetrieveOutputMemory(Request, &output);
    if (NT_SUCCESS(status)) {
        status = WdfMemoryCopyFromBuffer(output, 0, stored, length);
    }
    if (!NT_SUCCESS(status)) {
        WdfRequestCompleteWithInformation(Request, status, 0);
        return;
    }
    WdfRequestSetInformation(Request, length);
    leave_to_timer(Queue, Request, STATUS_SUCCESS);
}

/*
 * EvtRequestCancel: the client cancelled the request, closed its handle's last reference or went away. IRQL <=
 * DISPATCH_LEVEL. The request is completed here; it need not be unmarked. It is still in `Waiting`: the timer takes out
 * only what it could unmark, and a request that was unmarked is not cancelled through here.
 */
static VOID queue_evt_cancel(_In_ WDFREQUEST Request)
{
    PECHO_QUEUE context = queue_context(WdfRequestGetIoQueue(Request));
    PECHO_REQUEST waiting = request_context(Request);

    WdfSpinLockAcquire(context->Lock);
    ASSERT(context->Waiting == Request);
    ASSERT(waiting->Finisher == EchoFinisherNone);
    waiting->Finisher = EchoFinisherCancel;
    context->Waiting = NULL;
    WdfSpinLockRelease(context->Lock);

    WdfRequestCompleteWithInformation(Request, STATUS_CANCELLED, 0);
}

/* Takes the waiting request for the timer; NULL if there is none, or if its cancellation has begun. */
static WDFREQUEST take_waiting(_In_ PECHO_QUEUE context, _Out_ NTSTATUS *ret_status)
{
    WDFREQUEST request = NULL;

    *ret_status = STATUS_SUCCESS;
    WdfSpinLockAcquire(context->Lock);
    if (context->Waiting != NULL) {
        NTSTATUS unmarked = WdfRequestUnmarkCancelable(context->Waiting);
        if (unmarked != STATUS_CANCELLED) {
            ASSERT(NT_SUCCESS(unmarked));
            request = context->Waiting;
            context->Waiting = NULL;
            PECHO_REQUEST waiting = request_context(request);
            ASSERT(waiting->Finisher == EchoFinisherNone);
            waiting->Finisher = EchoFinisherTimer;
            *ret_status = waiting->Status;
        }
    }
    WdfSpinLockRelease(context->Lock);
    return request;
}

/* EvtTimerFunc: completes the request that waits, if there is one and it is not cancelled. IRQL = DISPATCH_LEVEL. */
static VOID queue_evt_timer(_In_ WDFTIMER Timer)
{
    PECHO_QUEUE context = queue_context((WDFQUEUE)WdfTimerGetParentObject(Timer));
    NTSTATUS status;

    WDFREQUEST request = take_waiting(context, &status);
    if (request != NULL) {
        WdfRequestComplete(request, status);
    }
}
