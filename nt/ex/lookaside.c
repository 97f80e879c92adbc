/* SPDX-License-Identifier: MIT */
/*
 * S-lists and lookaside lists. Drivers inline the fast paths over these structures, so their layout is the headers'.
 * In a checked run a lookaside list keeps nothing: every block is a pool block of its own and is checked as such.
 */
#include "nt/nt.h"

enum { DEPTH = 256 };

/* wdm: InitializeSListHead. Any IRQL. */
#undef InitializeSListHead
VOID NTAPI InitializeSListHead(PSLIST_HEADER SListHead)
{
    SListHead->Alignment = 0;
    SListHead->Region = 0;
    SListHead->Header16.HeaderType = 1;
    SListHead->Header16.Init = 1;
}

static inline PSLIST_ENTRY slist_first(PSLIST_HEADER head)
{
    return (PSLIST_ENTRY)(uintptr_t)(head->Header16.NextEntry << 4);
}

static inline void slist_first_set(PSLIST_HEADER head, PSLIST_ENTRY entry)
{
    head->Header16.NextEntry = (uint64_t)(uintptr_t)entry >> 4;
    head->Header16.Sequence++;
}

/* wdm: ExInterlockedPopEntrySList (what InterlockedPopEntrySList is on x64). Any IRQL <= DISPATCH_LEVEL. */
PSLIST_ENTRY ExpInterlockedPopEntrySList(PSLIST_HEADER ListHead)
{
    nt_point(MACHINE_POINT_INTERLOCKED, ListHead);
    PSLIST_ENTRY first = slist_first(ListHead);
    if (first == NULL)
        return NULL;
    slist_first_set(ListHead, first->Next);
    ListHead->Header16.Depth--;
    return first;
}

/* wdm: ExInterlockedPushEntrySList. Returns the entry that was first. */
PSLIST_ENTRY ExpInterlockedPushEntrySList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry)
{
    nt_point(MACHINE_POINT_INTERLOCKED, ListHead);
    PSLIST_ENTRY first = slist_first(ListHead);
    if (nt_unlikely(((uintptr_t)ListEntry & 15) != 0))
        nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_DATATYPE_MISALIGNMENT,
                    (ULONG64)(uintptr_t)ListEntry, 0, 0, NULL, ListEntry,
                    "%s pushed %p to an S-list; its entries must be aligned to 16 bytes.", nt_image_name(nt_caller()),
                    (void *)ListEntry);
    ListEntry->Next = first;
    slist_first_set(ListHead, ListEntry);
    ListHead->Header16.Depth++;
    return first;
}

/* wdm: ExInterlockedFlushSList. Returns the list that was there. */
PSLIST_ENTRY ExpInterlockedFlushSList(PSLIST_HEADER ListHead)
{
    nt_point(MACHINE_POINT_INTERLOCKED, ListHead);
    PSLIST_ENTRY first = slist_first(ListHead);
    slist_first_set(ListHead, NULL);
    ListHead->Header16.Depth = 0;
    return first;
}

/* wdm: ExQueryDepthSList. Any IRQL. */
USHORT ExQueryDepthSList(PSLIST_HEADER ListHead)
{
    return (USHORT)ListHead->Header16.Depth;
}

static USHORT depth(void)
{
    return (nt_page->flags & MACHINE_CHECKED) != 0 ? 0 : DEPTH;
}

static void lookaside_init(PGENERAL_LOOKASIDE_POOL list, POOL_TYPE type, ULONG flags, SIZE_T bytes, ULONG tag)
{
    memset(list, 0, sizeof(*list));
    InitializeSListHead(&list->ListHead);
    list->Depth = depth();
    list->MaximumDepth = DEPTH;
    list->Type = (POOL_TYPE)((ULONG)type | flags);
    list->Tag = tag;
    list->Size = (ULONG)(bytes < sizeof(SLIST_ENTRY) ? sizeof(SLIST_ENTRY) : bytes);
}

/* wdm: ExInitializeNPagedLookasideList. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate,
                                           PFREE_FUNCTION Free, ULONG Flags, SIZE_T Size, ULONG Tag, USHORT Depth)
{
    UNREFERENCED_PARAMETER(Depth);
    nt_argument(Lookaside);
    nt_irql_at_most(DISPATCH_LEVEL);
    PGENERAL_LOOKASIDE_POOL list = (PGENERAL_LOOKASIDE_POOL)&Lookaside->L;
    lookaside_init(list, NonPagedPool, Flags, Size, Tag);
    list->Allocate = Allocate != NULL ? Allocate : ExAllocatePoolWithTag;
    list->Free = Free != NULL ? Free : ExFreePool;
}

/* wdm: ExInitializePagedLookasideList. IRQL <= APC_LEVEL. */
VOID NTAPI ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PALLOCATE_FUNCTION Allocate,
                                          PFREE_FUNCTION Free, ULONG Flags, SIZE_T Size, ULONG Tag, USHORT Depth)
{
    UNREFERENCED_PARAMETER(Depth);
    nt_argument(Lookaside);
    nt_irql_at_most(APC_LEVEL);
    PGENERAL_LOOKASIDE_POOL list = (PGENERAL_LOOKASIDE_POOL)&Lookaside->L;
    lookaside_init(list, PagedPool, Flags, Size, Tag);
    list->Allocate = Allocate != NULL ? Allocate : ExAllocatePoolWithTag;
    list->Free = Free != NULL ? Free : ExFreePool;
}

static void lookaside_empty(PGENERAL_LOOKASIDE_POOL list)
{
    for (PSLIST_ENTRY entry; (entry = ExpInterlockedPopEntrySList(&list->ListHead)) != NULL;)
        list->Free(entry);
}

/* wdm: ExDeleteNPagedLookasideList. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    lookaside_empty((PGENERAL_LOOKASIDE_POOL)&Lookaside->L);
}

/* wdm: ExDeletePagedLookasideList. IRQL <= APC_LEVEL. */
VOID NTAPI ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside)
{
    nt_irql_at_most(APC_LEVEL);
    lookaside_empty((PGENERAL_LOOKASIDE_POOL)&Lookaside->L);
}

static PVOID NTAPI allocate_ex(POOL_TYPE type, SIZE_T bytes, ULONG tag, PLOOKASIDE_LIST_EX list)
{
    UNREFERENCED_PARAMETER(list);
    return ExAllocatePoolWithTag(type, bytes, tag);
}

static VOID NTAPI free_ex(PVOID block, PLOOKASIDE_LIST_EX list)
{
    UNREFERENCED_PARAMETER(list);
    ExFreePool(block);
}

/* wdm: ExInitializeLookasideListEx. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PALLOCATE_FUNCTION_EX Allocate,
                                           PFREE_FUNCTION_EX Free, POOL_TYPE PoolType, ULONG Flags, SIZE_T Size,
                                           ULONG Tag, USHORT Depth)
{
    const ULONG both = EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL | EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE;
    UNREFERENCED_PARAMETER(Depth);
    nt_argument(Lookaside);
    nt_irql_at_most(DISPATCH_LEVEL);
    if ((Flags & ~both) != 0 || (Flags & both) == both)
        return STATUS_INVALID_PARAMETER_5;
    lookaside_init(&Lookaside->L, PoolType, 0, Size, Tag);
    Lookaside->L.AllocateEx = Allocate != NULL ? Allocate : allocate_ex;
    Lookaside->L.FreeEx = Free != NULL ? Free : free_ex;
    return STATUS_SUCCESS;
}

/* wdm: ExFlushLookasideListEx. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
    for (PSLIST_ENTRY entry; (entry = ExpInterlockedPopEntrySList(&Lookaside->L.ListHead)) != NULL;)
        Lookaside->L.FreeEx(entry, Lookaside);
}

/* wdm: ExDeleteLookasideListEx. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    ExFlushLookasideListEx(Lookaside);
}
