/* SPDX-License-Identifier: MIT */
/* io.c: one request at a time; the lock settles who completes it. */
#include "RELAY2.H"

#ifdef ALLOC_PRAGMA
    #pragma alloc_text(PAGE, Relay2CreateQueue)
#endif

NTSTATUS Relay2CreateQueue(__in WDFDEVICE Device)
{
	WDF_IO_QUEUE_CONFIG config;
	WDF_OBJECT_ATTRIBUTES attributes, children;
	WDF_TIMER_CONFIG timer;
	WDFQUEUE queue;
	PQUEUE_STATE state;
	NTSTATUS status;

	PAGED_CODE();

	WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
	config.EvtIoRead = Relay2Read;
	config.EvtIoWrite = Relay2Write;
	WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, QUEUE_STATE);
	attributes.EvtDestroyCallback = Relay2QueueDestroy;
	attributes.SynchronizationScope = WdfSynchronizationScopeNone;
	status = WdfIoQueueCreate(Device, &config, &attributes, &queue);
	if (!NT_SUCCESS(status))
		return status;

	state = GetQueueState(queue);
	WDF_OBJECT_ATTRIBUTES_INIT(&children);
	children.ParentObject = queue;
	status = WdfSpinLockCreate(&children, &state->Lock);
	if (NT_SUCCESS(status)) {
		WDF_TIMER_CONFIG_INIT_PERIODIC(&timer, Relay2Timer, RELAY_PERIOD_MS);
		timer.AutomaticSerialization = FALSE;
		status = WdfTimerCreate(&timer, &children, &state->Timer);
	}
	return status;
}

VOID Relay2QueueDestroy(WDFOBJECT Object)
{
	PQUEUE_STATE state = GetQueueState((WDFQUEUE)Object);

	if (state->Slot != NULL)
		ExFreePoolWithTag(state->Slot, 'tols');
	state->Slot = NULL;
}

/* Both sides come here once; TRUE for the one that completes. */
static __inline BOOLEAN LetGo(PREQUEST_NOTE Note)
{
	return InterlockedDecrement(&Note->Owners) == 0 &&
	       InterlockedCompareExchange(&Note->Taken, TRUE, FALSE) == FALSE;
}

static VOID Keep(PQUEUE_STATE State, WDFREQUEST Request)
{
	PREQUEST_NOTE note = GetRequestNote(Request);
	NTSTATUS status;

	note->Owners = 1;
	WdfSpinLockAcquire(State->Lock);
	status = WdfRequestMarkCancelableEx(Request, Relay2Cancel);
	if (NT_SUCCESS(status))
		State->Pending = Request;
	WdfSpinLockRelease(State->Lock);
	if (!NT_SUCCESS(status)) {
		ASSERT(status == STATUS_CANCELLED);
		WdfRequestCompleteWithInformation(Request, status, 0);
	}
}

VOID Relay2Read(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
	PQUEUE_STATE state = GetQueueState(Queue);
	WDFMEMORY memory;
	NTSTATUS status;

	if (!state->Slot) {
		WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, 0);
		return;
	}
	status = WdfRequestRetrieveOutputMemory(Request, &memory);
	if (!NT_SUCCESS(status)) {
		TRAP();
		WdfRequestComplete(Request, status);
		return;
	}
	if (Length > state->Slot->Length)
		Length = state->Slot->Length;
	status = WdfMemoryCopyFromBuffer(memory, 0, state->Slot->Bytes, Length);
	NT_VERIFY(NT_SUCCESS(status));
	WdfRequestSetInformation(Request, Length);
	Keep(state, Request);
}

VOID Relay2Write(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
	PQUEUE_STATE state = GetQueueState(Queue);
	size_t size;
	PSLOT slot;
	WDFMEMORY memory;
	NTSTATUS status;

	status = WdfRequestRetrieveInputMemory(Request, &memory);
	if (NT_SUCCESS(status))
		status = RtlSizeTAdd(Length, RELAY_STRIDE, &size);
	if (!NT_SUCCESS(status)) {
		WdfRequestComplete(Request, status);
		return;
	}
	slot = (PSLOT)ExAllocatePool2(POOL_FLAG_NON_PAGED | POOL_FLAG_UNINITIALIZED, size, 'tols');
	if (slot == NULL) {
		WdfRequestComplete(Request, STATUS_INSUFFICIENT_RESOURCES);
		return;
	}
	slot->Length = (ULONG)Length;
	status = WdfMemoryCopyToBuffer(memory, 0, slot->Bytes, Length);
	if (!NT_SUCCESS(status)) {
		ExFreePool(slot);
		WdfRequestComplete(Request, status);
		return;
	}
	if (state->Slot != NULL)
		ExFreePool(state->Slot);
	state->Slot = slot;
	WdfRequestSetInformation(Request, Length);
	Keep(state, Request);
}

VOID Relay2Cancel(WDFREQUEST Request)
{
	PQUEUE_STATE state = GetQueueState(WdfRequestGetIoQueue(Request));
	BOOLEAN mine;

	WdfSpinLockAcquire(state->Lock);
	mine = LetGo(GetRequestNote(Request));
	if (mine && state->Pending == Request)
		state->Pending = NULL;
	state->Cancels++;
	WdfSpinLockRelease(state->Lock);
	if (mine)
		WdfRequestCompleteWithInformation(Request, STATUS_CANCELLED, 0L);
}

VOID Relay2Timer(WDFTIMER Timer)
{
	PQUEUE_STATE state = GetQueueState((WDFQUEUE)WdfTimerGetParentObject(Timer));
	WDFREQUEST request;

	WdfSpinLockAcquire(state->Lock);
	request = state->Pending;
	if (request != NULL && WdfRequestUnmarkCancelable(request) != STATUS_CANCELLED && LetGo(GetRequestNote(request)))
		state->Pending = NULL;
	else
		request = NULL;
	WdfSpinLockRelease(state->Lock);
	if (request != NULL)
		WdfRequestComplete(request, STATUS_SUCCESS);
}
