/* SPDX-License-Identifier: MIT */
/*
 * Spin locks. A KSPIN_LOCK holds the owning context's id + 1, or 0: so taking it twice and releasing what
 * another holds are found at once. Between two points nothing else runs, so no instruction here needs to be atomic.
 */
#include "nt/ke/ke.h"

static inline KSPIN_LOCK lock_self(void)
{
    return (KSPIN_LOCK)nt_page->context + 1;
}

/* What is wrong or slow lies in functions of its own, so that the usual way needs no stack frame. */
__attribute__((noinline)) static void lock_contended(PKSPIN_LOCK lock, const void *caller)
{
    if (*lock == lock_self())
        nt_bugcheck(SPIN_LOCK_ALREADY_OWNED, (ULONG64)(uintptr_t)lock, 0, 0, 0, "Deadlock", lock,
                    "%s acquired the spin lock at %p that it already holds.", nt_image_name(caller), (void *)lock);
    while (*lock != 0)
        machine_spin((const volatile uint64_t *)lock, (uint32_t)(*lock - 1));
}

__attribute__((noinline, noreturn)) static void lock_not_owned(PKSPIN_LOCK lock, const void *caller)
{
    if (*lock == 0)
        nt_bugcheck(SPIN_LOCK_NOT_OWNED, (ULONG64)(uintptr_t)lock, 0, 0, 0, NULL, lock,
                    "%s released the spin lock at %p, which nobody holds.", nt_image_name(caller), (void *)lock);
    nt_bugcheck(SPIN_LOCK_NOT_OWNED, (ULONG64)(uintptr_t)lock, *lock - 1, 0, 0, NULL, lock,
                "%s released the spin lock at %p, which it does not hold: context %u does, or it is no lock.",
                nt_image_name(caller), (void *)lock, (unsigned)(*lock - 1));
}

__attribute__((noinline)) static KIRQL lock_take_slowly(PKSPIN_LOCK lock, KIRQL old, const void *caller)
{
    nt_point(MACHINE_POINT_LOCK, lock);
    if (*lock != 0)
        lock_contended(lock, caller);
    *lock = lock_self();
    return old;
}

/* Returns `old`. */
static inline KIRQL lock_take(PKSPIN_LOCK lock, KIRQL old, const void *caller)
{
    if (nt_unlikely(*lock != 0 || (nt_page->flags & (MACHINE_EXPLORE | MACHINE_ATTENTION)) != 0))
        return lock_take_slowly(lock, old, caller);
    *lock = lock_self();
    return old;
}

static inline void lock_give(PKSPIN_LOCK lock, const void *caller)
{
    if (nt_unlikely(*lock != lock_self()))
        lock_not_owned(lock, caller);
    *lock = 0;
}

/* wdm: KeInitializeSpinLock. Any IRQL. */
VOID NTAPI KeInitializeSpinLock(PKSPIN_LOCK SpinLock)
{
    *SpinLock = 0;
}

/* wdm: KeAcquireSpinLock. IRQL <= DISPATCH_LEVEL. */
KIRQL NTAPI KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock)
{
    KIRQL old = nt_page->irql;
    if (nt_unlikely(old > DISPATCH_LEVEL))
        nt_irql_wrong("KeAcquireSpinLock", DISPATCH_LEVEL, nt_caller());
    nt_page->irql = DISPATCH_LEVEL;
    return lock_take(SpinLock, old, nt_caller());
}

__attribute__((noinline, noreturn)) static void release_wrong(PKSPIN_LOCK lock, KIRQL irql, const void *caller)
{
    nt_bugcheck(IRQL_NOT_LESS_OR_EQUAL, (ULONG64)(uintptr_t)lock, nt_irql(), irql, (ULONG64)(uintptr_t)caller,
                "WrongIrql", lock,
                "%s called KeReleaseSpinLock at IRQL %d to return to %d; the lock is held at DISPATCH_LEVEL.",
                nt_image_name(caller), nt_irql(), irql);
}

/* wdm: KeReleaseSpinLock. IRQL = DISPATCH_LEVEL; what waited for a lower level runs here. */
VOID NTAPI KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql)
{
    if (nt_unlikely(nt_page->irql != DISPATCH_LEVEL || NewIrql > DISPATCH_LEVEL))
        release_wrong(SpinLock, NewIrql, nt_caller());
    lock_give(SpinLock, nt_caller());
    nt_page->irql = NewIrql;
    nt_point(MACHINE_POINT_LOCK, SpinLock);
}

__attribute__((noinline, noreturn)) static void level_too_low(const char *function, const void *caller)
{
    nt_bugcheck(IRQL_NOT_GREATER_OR_EQUAL, (ULONG64)(uintptr_t)caller, nt_irql(), 0, 0, "WrongIrql", NULL,
                "%s called %s at IRQL %d; it may be called at DISPATCH_LEVEL or above only.", nt_image_name(caller),
                function, nt_irql());
}

static inline void level_check(const char *function, const void *caller)
{
    if (nt_unlikely(nt_page->irql < DISPATCH_LEVEL))
        level_too_low(function, caller);
}

/* wdm: KeAcquireSpinLockAtDpcLevel. IRQL >= DISPATCH_LEVEL. */
VOID NTAPI KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
    level_check(__func__, nt_caller());
    (void)lock_take(SpinLock, 0, nt_caller());
}

/* wdm: KeReleaseSpinLockFromDpcLevel. IRQL >= DISPATCH_LEVEL. */
VOID NTAPI KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock)
{
    level_check(__func__, nt_caller());
    lock_give(SpinLock, nt_caller());
    nt_point(MACHINE_POINT_LOCK, SpinLock);
}

/* ntddk: KeTryToAcquireSpinLockAtDpcLevel. IRQL >= DISPATCH_LEVEL. */
BOOLEAN NTAPI KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock)
{
    level_check(__func__, nt_caller());
    nt_point(MACHINE_POINT_LOCK, SpinLock);
    if (*SpinLock != 0)
        return FALSE;
    *SpinLock = lock_self();
    return TRUE;
}

/* ntddk: KeTestSpinLock. Any IRQL. FALSE if it is held. */
BOOLEAN NTAPI KeTestSpinLock(PKSPIN_LOCK SpinLock)
{
    nt_point(MACHINE_POINT_LOCK, SpinLock);
    return *SpinLock == 0;
}

/* wdm: KeAcquireSpinLockForDpc. IRQL <= DISPATCH_LEVEL: raises only if a threaded DPC runs below. */
KIRQL NTAPI KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock)
{
    return KeAcquireSpinLockRaiseToDpc(SpinLock);
}

VOID NTAPI KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql)
{
    KeReleaseSpinLock(SpinLock, OldIrql);
}

/* wdm: KeAcquireInStackQueuedSpinLock. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    LockHandle->OldIrql = nt_page->irql;
    LockHandle->LockQueue.Next = NULL;
    LockHandle->LockQueue.Lock = SpinLock;
    nt_page->irql = DISPATCH_LEVEL;
    (void)lock_take(SpinLock, 0, nt_caller());
}

/* wdm: KeReleaseInStackQueuedSpinLock. IRQL = DISPATCH_LEVEL. */
VOID NTAPI KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle)
{
    level_check(__func__, nt_caller());
    PKSPIN_LOCK lock = LockHandle->LockQueue.Lock;
    lock_give(lock, nt_caller());
    nt_page->irql = LockHandle->OldIrql;
    nt_point(MACHINE_POINT_LOCK, lock);
}

/* wdm: KeAcquireInStackQueuedSpinLockAtDpcLevel. IRQL >= DISPATCH_LEVEL. */
VOID NTAPI KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    level_check(__func__, nt_caller());
    LockHandle->OldIrql = nt_page->irql;
    LockHandle->LockQueue.Next = NULL;
    LockHandle->LockQueue.Lock = SpinLock;
    (void)lock_take(SpinLock, 0, nt_caller());
}

VOID NTAPI KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle)
{
    level_check(__func__, nt_caller());
    lock_give(LockHandle->LockQueue.Lock, nt_caller());
    nt_point(MACHINE_POINT_LOCK, LockHandle->LockQueue.Lock);
}

VOID NTAPI KeAcquireInStackQueuedSpinLockForDpc(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle)
{
    KeAcquireInStackQueuedSpinLock(SpinLock, LockHandle);
}

VOID NTAPI KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE LockHandle)
{
    KeReleaseInStackQueuedSpinLock(LockHandle);
}
