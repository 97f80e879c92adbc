/* SPDX-License-Identifier: MIT */
/* The interlocked operations that take a spin lock, and others that x64 drivers import. All at any IRQL. */
#include "nt/nt.h"

/* The lock keeps other processors away; here it is enough that no point lies between, but a held lock is waited for. */
static KIRQL lock_enter(PKSPIN_LOCK lock)
{
    KIRQL old = nt_irql();
    if (old < DISPATCH_LEVEL)
        nt_page->irql = DISPATCH_LEVEL;
    KeAcquireSpinLockAtDpcLevel(lock);
    return old;
}

static void lock_leave(PKSPIN_LOCK lock, KIRQL old)
{
    KeReleaseSpinLockFromDpcLevel(lock);
    if (old < DISPATCH_LEVEL)
        KeLowerIrql(old);
}

LARGE_INTEGER NTAPI ExInterlockedAddLargeInteger(PLARGE_INTEGER Addend, LARGE_INTEGER Increment, PKSPIN_LOCK Lock)
{
    KIRQL irql = lock_enter(Lock);
    LARGE_INTEGER old = *Addend;
    Addend->QuadPart += Increment.QuadPart;
    lock_leave(Lock, irql);
    return old;
}

ULONG FASTCALL ExInterlockedAddUlong(PULONG Addend, ULONG Increment, PKSPIN_LOCK Lock)
{
    KIRQL irql = lock_enter(Lock);
    ULONG old = *Addend;
    *Addend += Increment;
    lock_leave(Lock, irql);
    return old;
}

PLIST_ENTRY FASTCALL ExInterlockedInsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
    KIRQL irql = lock_enter(Lock);
    PLIST_ENTRY first = IsListEmpty(ListHead) ? NULL : ListHead->Flink;
    InsertHeadList(ListHead, ListEntry);
    lock_leave(Lock, irql);
    return first;
}

PLIST_ENTRY FASTCALL ExInterlockedInsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry, PKSPIN_LOCK Lock)
{
    KIRQL irql = lock_enter(Lock);
    PLIST_ENTRY last = IsListEmpty(ListHead) ? NULL : ListHead->Blink;
    InsertTailList(ListHead, ListEntry);
    lock_leave(Lock, irql);
    return last;
}

PLIST_ENTRY FASTCALL ExInterlockedRemoveHeadList(PLIST_ENTRY ListHead, PKSPIN_LOCK Lock)
{
    KIRQL irql = lock_enter(Lock);
    PLIST_ENTRY first = IsListEmpty(ListHead) ? NULL : RemoveHeadList(ListHead);
    lock_leave(Lock, irql);
    return first;
}

PSINGLE_LIST_ENTRY FASTCALL ExInterlockedPopEntryList(PSINGLE_LIST_ENTRY ListHead, PKSPIN_LOCK Lock)
{
    KIRQL irql = lock_enter(Lock);
    PSINGLE_LIST_ENTRY first = ListHead->Next;
    if (first != NULL)
        ListHead->Next = first->Next;
    lock_leave(Lock, irql);
    return first;
}

PSINGLE_LIST_ENTRY FASTCALL ExInterlockedPushEntryList(PSINGLE_LIST_ENTRY ListHead, PSINGLE_LIST_ENTRY ListEntry,
                                                       PKSPIN_LOCK Lock)
{
    KIRQL irql = lock_enter(Lock);
    PSINGLE_LIST_ENTRY first = ListHead->Next;
    ListEntry->Next = first;
    ListHead->Next = ListEntry;
    lock_leave(Lock, irql);
    return first;
}
