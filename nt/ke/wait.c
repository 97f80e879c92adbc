/* SPDX-License-Identifier: MIT */
/*
 * Waiting for dispatcher objects. A thread that must wait hangs one wait block in the list of every object; whoever
 * sets an object looks through its list in order, takes what the wait takes and lets the thread go on.
 */
#include "nt/ke/ke.h"
#include "nt/ke/timer.h"
#include "nt/ex/worker.h"

enum { WAIT_KEY_TIMEOUT = 0xffff, WAIT_OWN_BLOCKS = THREAD_WAIT_OBJECTS };

void ke_header_init(DISPATCHER_HEADER *header, UCHAR kind, LONG state)
{
    header->Lock = 0;
    header->Type = kind;
    header->SignalState = state;
    InitializeListHead(&header->WaitListHead);
}

/* Would a wait of `thread` for the object end at once? */
static bool object_ready(const DISPATCHER_HEADER *header, PKTHREAD thread)
{
    if (header->SignalState > 0)
        return true;
    return header->Type == KE_MUTANT && ((const KMUTANT *)header)->OwnerThread == thread;
}

/* What a wait that ends does to its object. The status is STATUS_ABANDONED for a mutex whose owner died. */
static NTSTATUS object_take(DISPATCHER_HEADER *header, PKTHREAD thread)
{
    switch (header->Type) {
    case KE_SYNCHRONIZATION_EVENT:
    case KE_SYNCHRONIZATION_TIMER:
        header->SignalState = 0;
        return STATUS_SUCCESS;
    case KE_SEMAPHORE:
        header->SignalState--;
        return STATUS_SUCCESS;
    case KE_MUTANT: {
        KMUTANT *mutant = (KMUTANT *)header;
        if (--header->SignalState != 0)
            return STATUS_SUCCESS; /* its owner took it once more */
        mutant->OwnerThread = thread;
        thread->kernel_apc_disable -= mutant->ApcDisable;
        InsertTailList(&thread->mutants, &mutant->MutantListEntry);
        if (!mutant->Abandoned)
            return STATUS_SUCCESS;
        mutant->Abandoned = FALSE;
        return STATUS_ABANDONED;
    }
    default:
        return STATUS_SUCCESS;
    }
}

/* The blocks of a thread's wait: wait_count ones, linked by NextWaitBlock; the timer's is own_blocks[WAIT_OWN_BLOCKS].
 */
static void wait_end(PKTHREAD thread, NTSTATUS status)
{
    for (unsigned i = 0; i < thread->wait_count; i++)
        RemoveEntryList(&thread->wait_blocks[i].WaitListEntry);
    PKWAIT_BLOCK timer_block = &thread->own_blocks[WAIT_OWN_BLOCKS];
    if (timer_block->Thread != NULL) {
        RemoveEntryList(&timer_block->WaitListEntry);
        timer_block->Thread = NULL;
        timer_remove(&thread->wait_timer);
    }
    thread->wait_count = 0;
    thread->wait_blocks = NULL;
    thread->waits_for = NULL;
    thread->wait_status = status;
    thread->wait_state = PS_RUNNING;
    machine_ready(thread->context);
}

void ke_wait_abort(PKTHREAD thread, NTSTATUS status)
{
    if (thread->wait_state == PS_WAITING && thread->wait_mode == UserMode)
        wait_end(thread, status);
}

static bool all_ready(PKTHREAD thread)
{
    for (unsigned i = 0; i < thread->wait_count; i++) {
        if (!object_ready(thread->wait_blocks[i].Object, thread))
            return false;
    }
    return true;
}

static NTSTATUS all_take(PKTHREAD thread)
{
    NTSTATUS status = STATUS_SUCCESS;
    for (unsigned i = 0; i < thread->wait_count; i++) {
        if (object_take(thread->wait_blocks[i].Object, thread) == STATUS_ABANDONED)
            status = STATUS_ABANDONED;
    }
    return status;
}

void ke_wake(DISPATCHER_HEADER *header)
{
    LIST_ENTRY *entry = header->WaitListHead.Flink;
    while (entry != &header->WaitListHead && header->SignalState > 0) {
        PKWAIT_BLOCK block = CONTAINING_RECORD(entry, KWAIT_BLOCK, WaitListEntry);
        PKTHREAD thread = block->Thread;
        nt_assert(thread->wait_state == PS_WAITING, "a thread that hangs in a wait list waits");
        entry = entry->Flink;
        if (block->WaitKey == WAIT_KEY_TIMEOUT) {
            wait_end(thread, STATUS_TIMEOUT);
        } else if (!thread->wait_all) {
            NTSTATUS status = object_take(header, thread);
            wait_end(thread, (status == STATUS_ABANDONED ? STATUS_ABANDONED_WAIT_0 : STATUS_WAIT_0) + block->WaitKey);
        } else if (all_ready(thread)) {
            wait_end(thread, all_take(thread));
        } else {
            continue;
        }
        entry = header->WaitListHead.Flink; /* a wait that ended may have taken several entries out */
    }
}

void ke_signal(DISPATCHER_HEADER *header)
{
    header->SignalState = 1;
    ke_wake(header);
}

/* Takes what is there without waiting. False: the thread must wait. */
static bool wait_at_once(PKTHREAD thread, NTSTATUS *ret_status)
{
    if (thread->wait_all) {
        if (!all_ready(thread))
            return false;
        *ret_status = all_take(thread);
        return true;
    }
    for (unsigned i = 0; i < thread->wait_count; i++) {
        DISPATCHER_HEADER *header = thread->wait_blocks[i].Object;
        if (object_ready(header, thread)) {
            NTSTATUS status = object_take(header, thread);
            *ret_status = (status == STATUS_ABANDONED ? STATUS_ABANDONED_WAIT_0 : STATUS_WAIT_0) + (NTSTATUS)i;
            return true;
        }
    }
    return false;
}

static void wait_begin(PKTHREAD thread, PLARGE_INTEGER timeout)
{
    for (unsigned i = 0; i < thread->wait_count; i++) {
        DISPATCHER_HEADER *header = thread->wait_blocks[i].Object;
        InsertTailList(&header->WaitListHead, &thread->wait_blocks[i].WaitListEntry);
    }
    thread->wait_state = PS_WAITING;
    if (timeout == NULL)
        return;
    PKWAIT_BLOCK block = &thread->own_blocks[WAIT_OWN_BLOCKS];
    block->Thread = thread;
    block->Object = &thread->wait_timer;
    block->WaitKey = WAIT_KEY_TIMEOUT;
    thread->wait_timer.Header.SignalState = 0;
    InsertTailList(&thread->wait_timer.Header.WaitListHead, &block->WaitListEntry);
    timer_insert(&thread->wait_timer, *timeout);
}

static NTSTATUS wait_through(PKTHREAD thread, PLARGE_INTEGER timeout, const void *first)
{
    if (thread->wait_mode == UserMode && ((PETHREAD)thread)->exiting) {
        thread->wait_count = 0;
        thread->wait_blocks = NULL;
        return STATUS_THREAD_IS_TERMINATING; /* as if it had been broken off right away */
    }
    thread->waits_for = first;
    wait_begin(thread, timeout);
    bool is_worker = thread->is_worker;
    if (is_worker)
        ex_worker_blocks();
    while (thread->wait_state == PS_WAITING)
        machine_block(MACHINE_POINT_DISPATCHER, first);
    if (is_worker)
        ex_worker_goes_on();
    return thread->wait_status;
}

/* The wait's core. thread->wait_blocks, wait_count and wait_all are set, each block's Object and WaitKey too. */
static NTSTATUS wait_blocks(PKTHREAD thread, PLARGE_INTEGER timeout, const void *first)
{
    nt_point(MACHINE_POINT_DISPATCHER, first);
    NTSTATUS status;
    if (wait_at_once(thread, &status)) {
        thread->wait_count = 0;
        thread->wait_blocks = NULL;
        return status;
    }
    if (timeout != NULL && timeout->QuadPart == 0) {
        thread->wait_count = 0;
        thread->wait_blocks = NULL;
        return STATUS_TIMEOUT;
    }
    return wait_through(thread, timeout, first);
}

/* Waiting above APC_LEVEL is allowed only with a timeout of zero. */
static void wait_level_check(const char *function, PLARGE_INTEGER timeout, const void *caller)
{
    KIRQL max = timeout != NULL && timeout->QuadPart == 0 ? DISPATCH_LEVEL : APC_LEVEL;
    if (nt_unlikely(nt_irql() > max))
        nt_irql_wrong(function, max, caller);
}

static NTSTATUS wait_one(DISPATCHER_HEADER *header, KPROCESSOR_MODE mode, PLARGE_INTEGER timeout)
{
    PKTHREAD thread = KeGetCurrentThread();
    thread->wait_mode = mode;
    nt_assert(thread->wait_count == 0, "a thread waits once at a time");
    thread->own_blocks[0].Object = header;
    thread->own_blocks[0].Thread = thread;
    thread->own_blocks[0].WaitKey = 0;
    thread->wait_blocks = thread->own_blocks;
    thread->wait_count = 1;
    thread->wait_all = 0;
    return wait_blocks(thread, timeout, header);
}

NTSTATUS ke_wait(DISPATCHER_HEADER *header, PLARGE_INTEGER timeout)
{
    return wait_one(header, KernelMode, timeout);
}

/* wdm: KeWaitForSingleObject. IRQL <= APC_LEVEL, <= DISPATCH_LEVEL if the timeout is 0. No APCs and alerts here. */
NTSTATUS NTAPI KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
                                     PLARGE_INTEGER Timeout)
{
    UNREFERENCED_PARAMETER(WaitReason);
    UNREFERENCED_PARAMETER(Alertable);
    nt_argument(Object);
    wait_level_check(__func__, Timeout, nt_caller());
    return wait_one(Object, WaitMode, Timeout);
}

/* wdm: KeWaitForMultipleObjects. IRQL <= APC_LEVEL, <= DISPATCH_LEVEL if the timeout is 0. */
NTSTATUS NTAPI KeWaitForMultipleObjects(ULONG Count, PVOID Object[], WAIT_TYPE WaitType, KWAIT_REASON WaitReason,
                                        KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Timeout,
                                        PKWAIT_BLOCK WaitBlockArray)
{
    UNREFERENCED_PARAMETER(WaitReason);
    UNREFERENCED_PARAMETER(Alertable);
    nt_argument(Object);
    wait_level_check(__func__, Timeout, nt_caller());
    ULONG max = WaitBlockArray != NULL ? MAXIMUM_WAIT_OBJECTS : THREAD_WAIT_OBJECTS;
    if (Count == 0 || Count > max)
        nt_bugcheck(
            MAXIMUM_WAIT_OBJECTS_EXCEEDED, Count, max, 0, 0, NULL, NULL,
            "%s called KeWaitForMultipleObjects for %u objects; without wait blocks of its own at most %d, with "
            "them at most %d, and at least one.",
            nt_image_name(nt_caller()), (unsigned)Count, THREAD_WAIT_OBJECTS, MAXIMUM_WAIT_OBJECTS);
    PKTHREAD thread = KeGetCurrentThread();
    PKWAIT_BLOCK blocks = WaitBlockArray != NULL ? WaitBlockArray : thread->own_blocks;
    for (ULONG i = 0; i < Count; i++) {
        blocks[i].Object = Object[i];
        blocks[i].Thread = thread;
        blocks[i].WaitKey = (USHORT)i;
    }
    thread->wait_blocks = blocks;
    thread->wait_count = (uint8_t)Count;
    thread->wait_all = WaitType == WaitAll;
    thread->wait_mode = WaitMode;
    return wait_blocks(thread, Timeout, Object[0]);
}

/* wdm: KeDelayExecutionThread. IRQL <= APC_LEVEL. */
NTSTATUS NTAPI KeDelayExecutionThread(KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Interval)
{
    UNREFERENCED_PARAMETER(Alertable);
    nt_argument(Interval);
    nt_irql_at_most(APC_LEVEL);
    PKTHREAD thread = KeGetCurrentThread();
    if (Interval->QuadPart == 0) {
        machine_point(MACHINE_POINT_YIELD, thread);
        return STATUS_SUCCESS;
    }
    thread->wait_count = 0;
    thread->wait_mode = WaitMode;
    wait_through(thread, Interval, &thread->wait_timer);
    return STATUS_SUCCESS;
}
