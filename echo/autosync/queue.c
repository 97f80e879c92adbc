/* SPDX-License-Identifier: MIT */
/*
 * queue.c: reads, writes, their cancellation and the timer that completes them, synchronised by the framework.
 *
 * The queue is sequential, so one request is in the driver at a time. Its synchronisation scope is the queue and the
 * timer asks for automatic serialisation, so EvtIoRead, EvtIoWrite, EvtRequestCancel and EvtTimerFunc never run at the
 * same time: the queue's context needs no lock. What the framework's lock cannot settle is a cancellation that has
 * begun and waits for that lock while the timer holds it; WdfRequestUnmarkCancelable tells the timer.
 */
#include "queue.h"

typedef struct _ECHO_QUEUE {
    WDFTIMER Timer;
    ULONG TimerPeriodMs;
    ULONG WriteLengthMax;   /* bytes */
    WDFMEMORY Stored;       /* what the last write brought; NULL before the first one */
    WDFREQUEST Waiting;     /* marked cancelable; completed by the timer or by its cancel routine; may be NULL */
    NTSTATUS WaitingStatus; /* what the timer completes it with; the information is set in the request already */
} ECHO_QUEUE, *PECHO_QUEUE;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ECHO_QUEUE, queue_context)

static EVT_WDF_IO_QUEUE_IO_READ queue_evt_read;
static EVT_WDF_IO_QUEUE_IO_WRITE queue_evt_write;
static EVT_WDF_REQUEST_CANCEL queue_evt_cancel;
static EVT_WDF_TIMER queue_evt_timer;

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, queue_create)
#endif

/* The timer's parent is the queue: it goes with it, and it is the queue's lock that serialises it. */
static NTSTATUS create_timer(_In_ WDFQUEUE queue, _In_ const ECHO_SETTINGS *settings, _Out_ WDFTIMER *ret_timer)
{
    WDF_TIMER_CONFIG config;
    WDF_OBJECT_ATTRIBUTES attributes;

    WDF_TIMER_CONFIG_INIT_PERIODIC(&config, queue_evt_timer, (LONG)settings->TimerPeriodMs);
    config.AutomaticSerialization = TRUE;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = queue;
    return WdfTimerCreate(&config, &attributes, ret_timer);
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
    attributes.SynchronizationScope = WdfSynchronizationScopeQueue;

    NTSTATUS status = WdfIoQueueCreate(device, &config, &attributes, &queue);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    PECHO_QUEUE context = queue_context(queue);
    context->TimerPeriodMs = settings->TimerPeriodMs;
    context->WriteLengthMax = settings->WriteLengthMax;
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
 * Leaves a request to the timer. The context names it before it is marked, because a request that is cancelled already
 * may be completed by its cancel routine before WdfRequestMarkCancelable returns: it is not touched any more after it.
 */
static VOID leave_to_timer(_In_ WDFQUEUE queue, _In_ WDFREQUEST request, _In_ NTSTATUS status)
{
    PECHO_QUEUE context = queue_context(queue);

    ASSERT(context->Waiting == NULL);
    context->Waiting = request;
    context->WaitingStatus = status;
    WdfRequestMarkCancelable(request, queue_evt_cancel);
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
 * DISPATCH_LEVEL. The request is completed here; it need not be unmarked.
 */
static VOID queue_evt_cancel(_In_ WDFREQUEST Request)
{
    PECHO_QUEUE context = queue_context(WdfRequestGetIoQueue(Request));

    ASSERT(context->Waiting == Request);
    context->Waiting = NULL;
    WdfRequestCompleteWithInformation(Request, STATUS_CANCELLED, 0);
}

/*
 * EvtTimerFunc: completes the request that waits, if there is one. STATUS_CANCELLED from unmarking says that the cancel
 * routine is about to run (it waits for the lock that serialises us): the request is its, and stays in the context for
 * it. IRQL = DISPATCH_LEVEL.
 */
static VOID queue_evt_timer(_In_ WDFTIMER Timer)
{
    PECHO_QUEUE context = queue_context((WDFQUEUE)WdfTimerGetParentObject(Timer));
    WDFREQUEST request = context->Waiting;

    if (request == NULL) {
        return;
    }
    NTSTATUS status = WdfRequestUnmarkCancelable(request);
    if (status == STATUS_CANCELLED) {
        return;
    }
    ASSERT(NT_SUCCESS(status));
    /* Cleared first: completing may present the next request before it returns. */
    context->Waiting = NULL;
    WdfRequestComplete(request, context->WaitingStatus);
}
