/*++
SPDX-License-Identifier: MIT

Module Name:

    Queue.c

Abstract:

    Reads, writes, their end. The framework runs these callbacks one at a
    time, the timer's too, so the context has no lock.

--*/

#include "Driver.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text (PAGE, RelayMakeQueue)
#pragma alloc_text (PAGE, RelayMakeTicker)
#endif

static VOID RelayHold(PRELAY_QUEUE State, WDFREQUEST Request, size_t Bytes);

NTSTATUS
RelayMakeQueue(
    WDFDEVICE Device
    )
{
    WDF_OBJECT_ATTRIBUTES   attributes;
    WDF_IO_QUEUE_CONFIG     config;
    PRELAY_QUEUE            state;
    WDFQUEUE                queue;
    NTSTATUS                ntStatus;

    PAGED_CODE();

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead  = RelayOnRead;
    config.EvtIoWrite = RelayOnWrite;

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, RELAY_QUEUE);
    attributes.SynchronizationScope = WdfSynchronizationScopeQueue;
    attributes.EvtDestroyCallback   = RelayForget;

    ntStatus = WdfIoQueueCreate(Device, &config, &attributes, &queue);
    if ( !NT_SUCCESS( ntStatus ) )
    {
        RELAY_COMPLAIN("WdfIoQueueCreate", ntStatus);
        return ntStatus;
    }

    state = RelayQueueOf(queue);
    state->HeldStatus = STATUS_INVALID_DEVICE_STATE;
    return RelayMakeTicker(queue, (ULONG) RELAY_PERIOD_MS, &state->Ticker);
}


NTSTATUS
RelayMakeTicker(
    IN WDFQUEUE             Queue,
    IN ULONG                Milliseconds,
    OUT WDFTIMER * OPTIONAL Ticker
    )
{
    WDF_OBJECT_ATTRIBUTES   attributes;
    WDF_TIMER_CONFIG        config;

    PAGED_CODE();

    WDF_TIMER_CONFIG_INIT_PERIODIC(&config, RelayOnTick, Milliseconds);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = Queue;

    return WdfTimerCreate(&config, &attributes, Ticker);
}


VOID
RelayForget(
    WDFOBJECT Object
    )
{
    PRELAY_QUEUE state = RelayQueueOf(Object);

    if (state->Latest)
    {
        KdPrint(("relay: forgets %lu bytes\n", state->Latest_Length));
        ExFreePool(state->Latest);
    }
}


static
VOID
RelayHold(
    PRELAY_QUEUE    State,
    WDFREQUEST      Request,
    size_t          Bytes
    )
{
    WdfRequestSetInformation(Request, (ULONG_PTR) Bytes);
    State->Held       = Request;
    State->HeldStatus = STATUS_SUCCESS;
    WdfRequestMarkCancelable(Request, RelayOnCancel);
}


_Use_decl_annotations_
VOID
RelayOnRead(
    WDFQUEUE   Queue,
    WDFREQUEST Request,
    size_t     Length
    )
{
    PRELAY_QUEUE    state = RelayQueueOf(Queue);
    WDFMEMORY       target;
    NTSTATUS        ntStatus;

    _Analysis_assume_(Length > 0);
    KdPrint(("relay: %p asks queue %p for %Iu\n", Request, Queue, Length));

    if (state->Latest == NULL)
    {
        WdfVerifierDbgBreakPoint();     // quiet unless somebody debugs
        WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, RELAY_NOTHING);
        return;
    }

    ntStatus = WdfRequestRetrieveOutputMemory(Request, &target);
    if (NT_SUCCESS(ntStatus))
    {
        Length = min(Length, state->Latest_Length);
        ntStatus = WdfMemoryCopyFromBuffer(target, 0, state->Latest, Length);
    }
    if (!NT_SUCCESS(ntStatus))
    {
        RELAY_COMPLAIN("a read", ntStatus);
        WdfRequestComplete(Request, ntStatus);
        return;
    }
    RelayHold(state, Request, Length);
}


VOID
RelayOnWrite(
    IN WDFQUEUE   Queue,
    IN WDFREQUEST Request,
    IN size_t     Length
    )
{
    PRELAY_QUEUE    state = RelayQueueOf(Queue);
    PVOID           copy = NULL;
    WDFMEMORY       source;
    NTSTATUS        ntStatus = STATUS_INVALID_BUFFER_SIZE;

    if (Length > RELAY_BUFFER_MAX)
        goto Refuse;

    ntStatus = WdfRequestRetrieveInputMemory(Request, &source);
    if (!NT_SUCCESS(ntStatus))
        goto Refuse;

    copy = ExAllocatePool2(POOL_FLAG_NON_PAGED, Length, RELAY_BUFFER_TAG);
    if (!copy)
    {
        ntStatus = STATUS_INSUFFICIENT_RESOURCES;
        goto Refuse;
    }

    ntStatus = WdfMemoryCopyToBuffer(source, 0, copy, Length);
    if (!NT_SUCCESS(ntStatus))
        goto Refuse;

    if (state->Latest)
        ExFreePool(state->Latest);
    state->Latest = copy;
    state->Latest_Length = (ULONG) Length;

    RelayHold(state, Request, Length);
    return;

Refuse:
    if (copy)
        ExFreePool(copy);
    KdPrint(("relay: %p not written, %I64u bytes, %#x\n", Request, (ULONG64) Length, ntStatus));
    WdfRequestCompleteWithInformation(Request, ntStatus, RELAY_NOTHING);
}


_Use_decl_annotations_
VOID
RelayOnCancel(
    WDFREQUEST Request
    )
{
    RelayQueueOf(WdfRequestGetIoQueue(Request))->Held = NULL;
    WdfRequestCompleteWithInformation(Request, STATUS_CANCELLED, 0L);
}


VOID
RelayOnTick(
    IN WDFTIMER     Timer
    )
{
    PRELAY_QUEUE    state = RelayQueueOf(WdfTimerGetParentObject(Timer));
    WDFREQUEST      request = state->Held;

    if (request == NULL)
        return;

    if (STATUS_CANCELLED == WdfRequestUnmarkCancelable(request))
        return;     // the cancel routine has it, or will

    state->Held = NULL;
    WdfRequestComplete(request, state->HeldStatus);
}
