/* SPDX-License-Identifier: MIT */
/* Semaphores and mutexes. */
#include "nt/ke/ke.h"

/* wdm: KeInitializeSemaphore. Any IRQL. */
VOID NTAPI KeInitializeSemaphore(PRKSEMAPHORE Semaphore, LONG Count, LONG Limit)
{
    nt_argument(Semaphore);
    ke_header_init(&Semaphore->Header, KE_SEMAPHORE, Count);
    Semaphore->Header.Size = sizeof(*Semaphore) / sizeof(LONG);
    Semaphore->Limit = Limit;
}

/* wdm: KeReleaseSemaphore. IRQL <= DISPATCH_LEVEL; < DISPATCH_LEVEL if Wait. Above the limit it raises an exception. */
LONG NTAPI KeReleaseSemaphore(PRKSEMAPHORE Semaphore, KPRIORITY Increment, LONG Adjustment, BOOLEAN Wait)
{
    UNREFERENCED_PARAMETER(Increment);
    nt_argument(Semaphore);
    nt_irql_at_most(Wait ? APC_LEVEL : DISPATCH_LEVEL);
    nt_point(MACHINE_POINT_DISPATCHER, Semaphore);
    LONG old = Semaphore->Header.SignalState;
    if (Adjustment <= 0 || (LONG64)old + Adjustment > Semaphore->Limit)
        nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_SEMAPHORE_LIMIT_EXCEEDED,
                    (ULONG64)(uintptr_t)nt_caller(), 0, 0, NULL, Semaphore,
                    "%s released a semaphore by %d; it stands at %d of at most %d (STATUS_SEMAPHORE_LIMIT_EXCEEDED).",
                    nt_image_name(nt_caller()), (int)Adjustment, (int)old, (int)Semaphore->Limit);
    Semaphore->Header.SignalState = old + Adjustment;
    ke_wake(&Semaphore->Header);
    if (!Wait)
        nt_point(MACHINE_POINT_DISPATCHER, Semaphore);
    return old;
}

/* wdm: KeReadStateSemaphore. Any IRQL. */
LONG NTAPI KeReadStateSemaphore(PRKSEMAPHORE Semaphore)
{
    nt_point(MACHINE_POINT_DISPATCHER, Semaphore);
    return Semaphore->Header.SignalState;
}

/* wdm: KeInitializeMutex. PASSIVE_LEVEL … any. */
VOID NTAPI KeInitializeMutex(PRKMUTEX Mutex, ULONG Level)
{
    UNREFERENCED_PARAMETER(Level);
    nt_argument(Mutex);
    ke_header_init(&Mutex->Header, KE_MUTANT, 1);
    Mutex->Header.Size = sizeof(*Mutex) / sizeof(LONG);
    Mutex->OwnerThread = NULL;
    Mutex->Abandoned = FALSE;
    Mutex->ApcDisable = 1; /* who owns a kernel mutex gets no normal kernel APCs */
}

static void mutant_free(PRKMUTEX mutex)
{
    PKTHREAD owner = mutex->OwnerThread;
    RemoveEntryList(&mutex->MutantListEntry);
    owner->kernel_apc_disable += mutex->ApcDisable;
    mutex->OwnerThread = NULL;
    ke_wake(&mutex->Header);
}

/* wdm: KeReleaseMutex. IRQL <= DISPATCH_LEVEL; PASSIVE_LEVEL if Wait. The owner only. Returns 0 when it became free. */
LONG NTAPI KeReleaseMutex(PRKMUTEX Mutex, BOOLEAN Wait)
{
    nt_argument(Mutex);
    nt_irql_at_most(Wait ? PASSIVE_LEVEL : DISPATCH_LEVEL);
    if (Mutex->OwnerThread != KeGetCurrentThread())
        nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_MUTANT_NOT_OWNED,
                    (ULONG64)(uintptr_t)nt_caller(), 0, 0, NULL, Mutex,
                    "%s released the mutex at %p, which its thread does not own (STATUS_MUTANT_NOT_OWNED).",
                    nt_image_name(nt_caller()), (void *)Mutex);
    nt_point(MACHINE_POINT_DISPATCHER, Mutex);
    LONG old = Mutex->Header.SignalState++;
    if (Mutex->Header.SignalState == 1)
        mutant_free(Mutex);
    if (!Wait)
        nt_point(MACHINE_POINT_DISPATCHER, Mutex);
    return old;
}

/* wdm: KeReadStateMutex. Any IRQL. 1: it is free. */
LONG NTAPI KeReadStateMutex(PRKMUTEX Mutex)
{
    nt_point(MACHINE_POINT_DISPATCHER, Mutex);
    return Mutex->Header.SignalState;
}

/* Bug check 0x4000008A: a system thread must not end with a mutex in its hands. */
void ke_mutants_abandon(PKTHREAD thread)
{
    if (IsListEmpty(&thread->mutants))
        return;
    PRKMUTEX mutex = CONTAINING_RECORD(thread->mutants.Flink, KMUTANT, MutantListEntry);
    nt_bugcheck(THREAD_TERMINATE_HELD_MUTEX, (ULONG64)(uintptr_t)thread, (ULONG64)(uintptr_t)mutex, 0, 0, NULL, mutex,
                "The thread %s ended while it owned the mutex at %p.", ((PETHREAD)thread)->name, (void *)mutex);
}
