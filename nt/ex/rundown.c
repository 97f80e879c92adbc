/* SPDX-License-Identifier: MIT */
/*
 * Rundown protection. The word counts references in steps of two; its lowest bit says that rundown has begun, and then
 * the rest is the address of who waits (0: nobody).
 */
#include "nt/ke/ke.h"
#include "nt/ex/ex.h"

enum { ACTIVE = 1, STEP = 2 };
struct rundown_wait {
    ULONG_PTR references;
    KEVENT done;
};

VOID FASTCALL ExInitializeRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = 0;
}

VOID FASTCALL ExReInitializeRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = 0;
}

/* wdm: ExAcquireRundownProtectionEx. IRQL <= DISPATCH_LEVEL. FALSE once rundown has begun. */
BOOLEAN FASTCALL ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count)
{
    nt_point(MACHINE_POINT_INTERLOCKED, RunRef);
    if ((RunRef->Count & ACTIVE) != 0)
        return FALSE;
    RunRef->Count += (ULONG_PTR)Count * STEP;
    return TRUE;
}

BOOLEAN FASTCALL ExAcquireRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    return ExAcquireRundownProtectionEx(RunRef, 1);
}

/* wdm: ExReleaseRundownProtectionEx. IRQL <= DISPATCH_LEVEL. */
VOID FASTCALL ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count)
{
    nt_point(MACHINE_POINT_INTERLOCKED, RunRef);
    if ((RunRef->Count & ACTIVE) == 0) {
        nt_assert(RunRef->Count >= (ULONG_PTR)Count * STEP,
                  "rundown protection is released as often as it was acquired");
        RunRef->Count -= (ULONG_PTR)Count * STEP;
        return;
    }
    struct rundown_wait *wait = (struct rundown_wait *)(RunRef->Count & ~(ULONG_PTR)ACTIVE);
    nt_assert(wait != NULL && wait->references >= Count, "rundown protection is released as often as it was acquired");
    wait->references -= Count;
    if (wait->references == 0)
        KeSetEvent(&wait->done, 0, FALSE);
}

VOID FASTCALL ExReleaseRundownProtection(PEX_RUNDOWN_REF RunRef)
{
    ExReleaseRundownProtectionEx(RunRef, 1);
}

VOID FASTCALL ExRundownCompleted(PEX_RUNDOWN_REF RunRef)
{
    RunRef->Count = ACTIVE;
}

/* wdm: ExWaitForRundownProtectionRelease. IRQL <= APC_LEVEL. */
VOID FASTCALL ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF RunRef)
{
    nt_irql_at_most(APC_LEVEL);
    nt_point(MACHINE_POINT_INTERLOCKED, RunRef);
    struct rundown_wait wait = {.references = RunRef->Count / STEP};
    if ((RunRef->Count & ACTIVE) != 0)
        return;
    KeInitializeEvent(&wait.done, NotificationEvent, FALSE);
    RunRef->Count = (ULONG_PTR)&wait | ACTIVE;
    if (wait.references != 0)
        ke_wait(&wait.done.Header, NULL);
    RunRef->Count = ACTIVE;
}

/* The cache-aware forms are one counter here: there is one cache. */
struct _EX_RUNDOWN_REF_CACHE_AWARE {
    EX_RUNDOWN_REF ref;
};

PEX_RUNDOWN_REF_CACHE_AWARE NTAPI ExAllocateCacheAwareRundownProtection(POOL_TYPE PoolType, ULONG PoolTag)
{
    PEX_RUNDOWN_REF_CACHE_AWARE ref = ExAllocatePoolWithTag(PoolType, sizeof(*ref), PoolTag);
    if (ref != NULL)
        ref->ref.Count = 0;
    return ref;
}

VOID NTAPI ExFreeCacheAwareRundownProtection(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
    ExFreePool(RunRefCacheAware);
}

SIZE_T NTAPI ExSizeOfRundownProtectionCacheAware(VOID)
{
    return sizeof(struct _EX_RUNDOWN_REF_CACHE_AWARE);
}

VOID NTAPI ExInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, SIZE_T RunRefSize)
{
    UNREFERENCED_PARAMETER(RunRefSize);
    RunRefCacheAware->ref.Count = 0;
}

BOOLEAN FASTCALL ExAcquireRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
    return ExAcquireRundownProtectionEx(&RunRefCacheAware->ref, 1);
}

BOOLEAN FASTCALL ExAcquireRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware, ULONG Count)
{
    return ExAcquireRundownProtectionEx(&RunRefCacheAware->ref, Count);
}

VOID FASTCALL ExReleaseRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
    ExReleaseRundownProtectionEx(&RunRefCacheAware->ref, 1);
}

VOID FASTCALL ExReleaseRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRef, ULONG Count)
{
    ExReleaseRundownProtectionEx(&RunRef->ref, Count);
}

VOID FASTCALL ExWaitForRundownProtectionReleaseCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRef)
{
    ExWaitForRundownProtectionRelease(&RunRef->ref);
}

VOID FASTCALL ExReInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
    RunRefCacheAware->ref.Count = 0;
}

VOID FASTCALL ExRundownCompletedCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware)
{
    RunRefCacheAware->ref.Count = ACTIVE;
}
