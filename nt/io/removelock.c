/* SPDX-License-Identifier: MIT */
/* Remove locks. Page: kernel/using-remove-locks. */
#include "nt/io/io.h"

/* wdm/nf-wdm-ioinitializeremovelock. IRQL PASSIVE_LEVEL. */
VOID NTAPI IoInitializeRemoveLockEx(PIO_REMOVE_LOCK Lock, ULONG AllocateTag, ULONG MaxLockedMinutes,
                                    ULONG HighWatermark, ULONG RemlockSize)
{
    (void)AllocateTag, (void)MaxLockedMinutes, (void)HighWatermark, (void)RemlockSize;
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(Lock);
    Lock->Common.Removed = FALSE;
    Lock->Common.IoCount = 1; /* the removal's own */
    KeInitializeEvent(&Lock->Common.RemoveEvent, SynchronizationEvent, FALSE);
}

/* wdm/nf-wdm-ioacquireremovelock. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI IoAcquireRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, PCSTR File, ULONG Line, ULONG RemlockSize)
{
    (void)Tag, (void)File, (void)Line, (void)RemlockSize;
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(RemoveLock);
    nt_point(MACHINE_POINT_INTERLOCKED, RemoveLock);
    InterlockedIncrement(&RemoveLock->Common.IoCount);
    if (!RemoveLock->Common.Removed)
        return STATUS_SUCCESS;
    if (InterlockedDecrement(&RemoveLock->Common.IoCount) == 0)
        KeSetEvent(&RemoveLock->Common.RemoveEvent, IO_NO_INCREMENT, FALSE);
    return STATUS_DELETE_PENDING;
}

/* wdm/nf-wdm-ioreleaseremovelock. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoReleaseRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize)
{
    (void)RemlockSize;
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(RemoveLock);
    nt_point(MACHINE_POINT_INTERLOCKED, RemoveLock);
    LONG left = InterlockedDecrement(&RemoveLock->Common.IoCount);
    if (left < 0 || (left == 0 && !RemoveLock->Common.Removed))
        nt_bugcheck(0xC4, 0xD9, (ULONG_PTR)RemoveLock, (ULONG_PTR)Tag, 0, "RemoveLockRelease", RemoveLock,
                    "%s released a remove lock more often than it had acquired it.", nt_image_name(nt_caller()));
    if (left == 0)
        KeSetEvent(&RemoveLock->Common.RemoveEvent, IO_NO_INCREMENT, FALSE);
}

/* wdm/nf-wdm-ioreleaseremovelockandwait. IRQL PASSIVE_LEVEL. */
VOID NTAPI IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize)
{
    (void)Tag, (void)RemlockSize;
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(RemoveLock);
    RemoveLock->Common.Removed = TRUE;
    LONG count = InterlockedDecrement(&RemoveLock->Common.IoCount);
    if (count <= 0)
        nt_bugcheck(0xC4, 0xDA, (ULONG_PTR)RemoveLock, (ULONG_PTR)Tag, 0, "RemoveLockReleaseAndWait", RemoveLock,
                    "%s called IoReleaseRemoveLockAndWait without having acquired the lock in the same routine.",
                    nt_image_name(nt_caller()));
    if (InterlockedDecrement(&RemoveLock->Common.IoCount) > 0)
        KeWaitForSingleObject(&RemoveLock->Common.RemoveEvent, Executive, KernelMode, FALSE, NULL);
}
