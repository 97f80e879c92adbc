/* SPDX-License-Identifier: MIT */
/* Fast and guarded mutexes; reader/writer spin locks. */
#include "nt/ke/ke.h"

/* Count: FM_LOCK_BIT when free, as the headers' ExInitializeFastMutex leaves it; else minus the number of waiters. */
static void fast_take(PFAST_MUTEX mutex, const char *function, const void *caller)
{
    PKTHREAD self = KeGetCurrentThread();
    nt_point(MACHINE_POINT_LOCK, mutex);
    if (nt_unlikely(mutex->Owner == self))
        nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(uintptr_t)mutex, (ULONG64)(uintptr_t)caller, 0, 0,
                    "Deadlock", mutex, "%s called %s for the fast mutex at %p that its thread owns already.",
                    nt_image_name(caller), function, (void *)mutex);
    if (mutex->Count == FM_LOCK_BIT) {
        mutex->Count = 0;
    } else {
        mutex->Contention++;
        mutex->Count--;
        ke_wait(&mutex->Event.Header, NULL); /* who gives it back hands it on: it stays taken meanwhile */
        mutex->Count++;
    }
    mutex->Owner = self;
}

static void fast_give(PFAST_MUTEX mutex, const char *function, const void *caller)
{
    if (nt_unlikely(mutex->Owner != KeGetCurrentThread()))
        nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(uintptr_t)mutex, (ULONG64)(uintptr_t)caller, 0, 0, NULL,
                    mutex, "%s called %s for the fast mutex at %p, which its thread does not own.",
                    nt_image_name(caller), function, (void *)mutex);
    mutex->Owner = NULL;
    if (mutex->Count < 0)
        ke_signal(&mutex->Event.Header);
    else
        mutex->Count += FM_LOCK_BIT;
    nt_point(MACHINE_POINT_LOCK, mutex);
}

/* wdm: ExAcquireFastMutex. IRQL <= APC_LEVEL; returns at APC_LEVEL. */
VOID FASTCALL ExAcquireFastMutex(PFAST_MUTEX FastMutex)
{
    nt_irql_at_most(APC_LEVEL);
    KIRQL old = nt_irql();
    nt_page->irql = APC_LEVEL;
    fast_take(FastMutex, __func__, nt_caller());
    FastMutex->OldIrql = old;
}

/* wdm: ExReleaseFastMutex. IRQL = APC_LEVEL. */
VOID FASTCALL ExReleaseFastMutex(PFAST_MUTEX FastMutex)
{
    nt_irql_at_most(APC_LEVEL);
    KIRQL old = (KIRQL)FastMutex->OldIrql;
    fast_give(FastMutex, __func__, nt_caller());
    nt_page->irql = old;
}

/* wdm: ExTryToAcquireFastMutex. IRQL <= APC_LEVEL. */
BOOLEAN FASTCALL ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex)
{
    nt_irql_at_most(APC_LEVEL);
    nt_point(MACHINE_POINT_LOCK, FastMutex);
    if (FastMutex->Count != FM_LOCK_BIT)
        return FALSE;
    FastMutex->OldIrql = nt_irql();
    nt_page->irql = APC_LEVEL;
    FastMutex->Count = 0;
    FastMutex->Owner = KeGetCurrentThread();
    return TRUE;
}

/* wdm: ExAcquireFastMutexUnsafe. IRQL <= APC_LEVEL, in a critical region. */
VOID FASTCALL ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex)
{
    nt_irql_at_most(APC_LEVEL);
    fast_take(FastMutex, __func__, nt_caller());
}

/* wdm: ExReleaseFastMutexUnsafe. IRQL <= APC_LEVEL. */
VOID FASTCALL ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex)
{
    fast_give(FastMutex, __func__, nt_caller());
}

/* A guarded mutex begins as a fast mutex does; its gate stands where the event does. */
_Static_assert(offsetof(KGUARDED_MUTEX, Gate) == offsetof(FAST_MUTEX, Event), "a guarded mutex is a fast one");

/* wdm: KeInitializeGuardedMutex. Any IRQL. */
VOID FASTCALL KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    nt_argument(Mutex);
    Mutex->Count = FM_LOCK_BIT;
    Mutex->Owner = NULL;
    Mutex->Contention = 0;
    ke_header_init(&Mutex->Gate.Header, KE_SYNCHRONIZATION_EVENT, 0);
}

/* wdm: KeAcquireGuardedMutex. IRQL <= APC_LEVEL. Enters a guarded region. */
VOID FASTCALL KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    nt_irql_at_most(APC_LEVEL);
    KeEnterGuardedRegion();
    fast_take((PFAST_MUTEX)Mutex, __func__, nt_caller());
}

/* wdm: KeReleaseGuardedMutex. IRQL <= APC_LEVEL. */
VOID FASTCALL KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    fast_give((PFAST_MUTEX)Mutex, __func__, nt_caller());
    KeLeaveGuardedRegion();
}

VOID FASTCALL KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex)
{
    fast_take((PFAST_MUTEX)FastMutex, __func__, nt_caller());
}

VOID FASTCALL KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex)
{
    fast_give((PFAST_MUTEX)FastMutex, __func__, nt_caller());
}

/* wdm: KeTryToAcquireGuardedMutex. IRQL <= APC_LEVEL. */
BOOLEAN FASTCALL KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex)
{
    nt_irql_at_most(APC_LEVEL);
    nt_point(MACHINE_POINT_LOCK, Mutex);
    if (Mutex->Count != FM_LOCK_BIT)
        return FALSE;
    KeEnterGuardedRegion();
    Mutex->Count = 0;
    Mutex->Owner = KeGetCurrentThread();
    return TRUE;
}

/* -- reader/writer spin locks: the top bit is the writer, the rest counts readers ---------------- */

#define RW_WRITER ((LONG)0x80000000)
typedef volatile LONG *PEX_SPIN_LOCK;

static void rw_wait(PEX_SPIN_LOCK lock, LONG forbidden)
{
    nt_point(MACHINE_POINT_LOCK, (const void *)lock);
    while ((*lock & forbidden) != 0)
        machine_point(MACHINE_POINT_YIELD, (const void *)lock);
}

VOID NTAPI ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    rw_wait(SpinLock, -1);
    *SpinLock = RW_WRITER;
}

VOID NTAPI ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    rw_wait(SpinLock, RW_WRITER);
    ++*SpinLock;
}

VOID NTAPI ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    nt_assert(*SpinLock == RW_WRITER, "a reader/writer spin lock is released by its writer");
    *SpinLock = 0;
    nt_point(MACHINE_POINT_LOCK, (const void *)SpinLock);
}

VOID NTAPI ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK SpinLock)
{
    nt_assert(*SpinLock > 0, "a reader/writer spin lock is released by one of its readers");
    --*SpinLock;
    nt_point(MACHINE_POINT_LOCK, (const void *)SpinLock);
}

/* wdm: ExAcquireSpinLockExclusive. IRQL <= DISPATCH_LEVEL. */
KIRQL NTAPI ExAcquireSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
    KIRQL old = KeRaiseIrqlToDpcLevel();
    ExAcquireSpinLockExclusiveAtDpcLevel(SpinLock);
    return old;
}

/* wdm: ExAcquireSpinLockShared. IRQL <= DISPATCH_LEVEL. */
KIRQL NTAPI ExAcquireSpinLockShared(PEX_SPIN_LOCK SpinLock)
{
    KIRQL old = KeRaiseIrqlToDpcLevel();
    ExAcquireSpinLockSharedAtDpcLevel(SpinLock);
    return old;
}

/* wdm: ExReleaseSpinLockExclusive. IRQL = DISPATCH_LEVEL. */
VOID NTAPI ExReleaseSpinLockExclusive(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
    ExReleaseSpinLockExclusiveFromDpcLevel(SpinLock);
    KeLowerIrql(OldIrql);
}

/* wdm: ExReleaseSpinLockShared. IRQL = DISPATCH_LEVEL. */
VOID NTAPI ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql)
{
    ExReleaseSpinLockSharedFromDpcLevel(SpinLock);
    KeLowerIrql(OldIrql);
}

/* wdm: ExTryConvertSharedSpinLockExclusive. IRQL >= DISPATCH_LEVEL. Nonzero if this was the only reader. */
LOGICAL NTAPI ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK SpinLock)
{
    if (*SpinLock != 1)
        return FALSE;
    *SpinLock = RW_WRITER;
    return TRUE;
}
