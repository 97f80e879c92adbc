/* SPDX-License-Identifier: MIT */
/*
 * MDLs. There is one address space and every page of it is present: locking is counting, and a mapping is the address
 * itself. Page frame numbers are addresses shifted, which is what MmGetPhysicalAddress says too.
 */
#include "nt/ex/ex.h"
#include "nt/mm/mm.h"

static PFN_NUMBER frame_of(const void *address)
{
    return (PFN_NUMBER)((uintptr_t)address >> PAGE_SHIFT);
}

bool mm_range_valid(const void *address, size_t bytes)
{
    uintptr_t at = (uintptr_t)address, base = (uintptr_t)nt_page->arena_base;
    return at >= base && bytes <= nt_page->arena_size && at - base <= nt_page->arena_size - bytes;
}

static void frames_fill(PMDL mdl)
{
    PPFN_NUMBER frames = MmGetMdlPfnArray(mdl);
    ULONG pages = ADDRESS_AND_SIZE_TO_SPAN_PAGES(MmGetMdlVirtualAddress(mdl), mdl->ByteCount);
    for (ULONG i = 0; i < pages; i++)
        frames[i] = frame_of(mdl->StartVa) + i;
}

/* wdm: MmSizeOfMdl. Any IRQL. */
SIZE_T NTAPI MmSizeOfMdl(PVOID Base, SIZE_T Length)
{
    return sizeof(MDL) + ADDRESS_AND_SIZE_TO_SPAN_PAGES(Base, Length) * sizeof(PFN_NUMBER);
}

/* wdm: MmBuildMdlForNonPagedPool. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI MmBuildMdlForNonPagedPool(PMDL MemoryDescriptorList)
{
    nt_argument(MemoryDescriptorList);
    nt_irql_at_most(DISPATCH_LEVEL);
    frames_fill(MemoryDescriptorList);
    MemoryDescriptorList->MdlFlags |= MDL_SOURCE_IS_NONPAGED_POOL;
    MemoryDescriptorList->MappedSystemVa = MmGetMdlVirtualAddress(MemoryDescriptorList);
}

/* wdm: MmProbeAndLockPages. IRQL <= DISPATCH_LEVEL (<= APC_LEVEL for pageable memory). Raises if the range is not
 * there. */
VOID NTAPI MmProbeAndLockPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation)
{
    PMDL mdl = MemoryDescriptorList;
    UNREFERENCED_PARAMETER(AccessMode);
    nt_argument(MemoryDescriptorList);
    nt_irql_at_most(DISPATCH_LEVEL);
    if ((mdl->MdlFlags & (MDL_PAGES_LOCKED | MDL_SOURCE_IS_NONPAGED_POOL)) != 0)
        nt_bugcheck(DRIVER_VERIFIER_DETECTED_VIOLATION, 0xb8, (ULONG64)(uintptr_t)mdl, (ULONG64)mdl->MdlFlags, 0, NULL,
                    mdl, "%s locked the pages of an MDL that describes locked or nonpaged memory already.",
                    nt_image_name(nt_caller()));
    if (!mm_range_valid(MmGetMdlVirtualAddress(mdl), mdl->ByteCount))
        nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_ACCESS_VIOLATION,
                    (ULONG64)(uintptr_t)nt_caller(), 0, (ULONG64)(uintptr_t)MmGetMdlVirtualAddress(mdl), NULL, mdl,
                    "%s locked the pages of %u bytes at %p, which is no memory of the machine; nobody handles the "
                    "exception.",
                    nt_image_name(nt_caller()), (unsigned)mdl->ByteCount, MmGetMdlVirtualAddress(mdl));
    frames_fill(mdl);
    mdl->MdlFlags |= MDL_PAGES_LOCKED;
    if (Operation != IoReadAccess)
        mdl->MdlFlags |= MDL_WRITE_OPERATION;
}

/* wdm: MmUnlockPages. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI MmUnlockPages(PMDL MemoryDescriptorList)
{
    PMDL mdl = MemoryDescriptorList;
    nt_argument(MemoryDescriptorList);
    nt_irql_at_most(DISPATCH_LEVEL);
    if ((mdl->MdlFlags & MDL_PAGES_LOCKED) == 0)
        nt_bugcheck(DRIVER_VERIFIER_DETECTED_VIOLATION, 0x7c, (ULONG64)(uintptr_t)mdl, (ULONG64)mdl->MdlFlags, 0, NULL,
                    mdl, "%s called MmUnlockPages for an MDL whose pages are not locked.", nt_image_name(nt_caller()));
    mdl->MdlFlags &= (CSHORT) ~(MDL_PAGES_LOCKED | MDL_WRITE_OPERATION | MDL_MAPPED_TO_SYSTEM_VA);
}

/* wdm: MmMapLockedPagesSpecifyCache. IRQL <= DISPATCH_LEVEL; user mode: <= APC_LEVEL. */
PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode,
                                         MEMORY_CACHING_TYPE CacheType, PVOID RequestedAddress, ULONG BugCheckOnFailure,
                                         MM_PAGE_PRIORITY Priority)
{
    PMDL mdl = MemoryDescriptorList;
    UNREFERENCED_PARAMETER(CacheType);
    UNREFERENCED_PARAMETER(RequestedAddress);
    UNREFERENCED_PARAMETER(BugCheckOnFailure);
    UNREFERENCED_PARAMETER(Priority);
    nt_argument(MemoryDescriptorList);
    nt_irql_at_most(AccessMode == UserMode ? APC_LEVEL : DISPATCH_LEVEL);
    if ((mdl->MdlFlags & (MDL_PAGES_LOCKED | MDL_PARTIAL | MDL_SOURCE_IS_NONPAGED_POOL)) == 0)
        nt_bugcheck(DRIVER_VERIFIER_DETECTED_VIOLATION, 0xb5, (ULONG64)(uintptr_t)mdl, (ULONG64)mdl->MdlFlags, 0, NULL,
                    mdl, "%s mapped an MDL whose pages are not locked.", nt_image_name(nt_caller()));
    mdl->MappedSystemVa = MmGetMdlVirtualAddress(mdl);
    mdl->MdlFlags |= MDL_MAPPED_TO_SYSTEM_VA;
    if ((mdl->MdlFlags & MDL_PARTIAL) != 0)
        mdl->MdlFlags |= MDL_PARTIAL_HAS_BEEN_MAPPED;
    return mdl->MappedSystemVa;
}

PVOID NTAPI MmMapLockedPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode)
{
    return MmMapLockedPagesSpecifyCache(MemoryDescriptorList, AccessMode, MmCached, NULL, TRUE, HighPagePriority);
}

/* wdm: MmUnmapLockedPages. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList)
{
    UNREFERENCED_PARAMETER(BaseAddress);
    nt_argument(MemoryDescriptorList);
    MemoryDescriptorList->MdlFlags &= (CSHORT) ~(MDL_MAPPED_TO_SYSTEM_VA | MDL_PARTIAL_HAS_BEEN_MAPPED);
}

/* wdm: MmProtectMdlSystemAddress. IRQL <= APC_LEVEL. Protection is not modelled. */
NTSTATUS NTAPI MmProtectMdlSystemAddress(PMDL MemoryDescriptorList, ULONG NewProtect)
{
    UNREFERENCED_PARAMETER(NewProtect);
    return (MemoryDescriptorList->MdlFlags & MDL_MAPPED_TO_SYSTEM_VA) != 0 ? STATUS_SUCCESS : STATUS_NOT_MAPPED_VIEW;
}

/* wdm: MmAdvanceMdl. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI MmAdvanceMdl(PMDL Mdl, ULONG NumberOfBytes)
{
    if (NumberOfBytes >= Mdl->ByteCount)
        return STATUS_INVALID_PARAMETER_2;
    PVOID start = (PCHAR)MmGetMdlVirtualAddress(Mdl) + NumberOfBytes;
    Mdl->ByteCount -= NumberOfBytes;
    Mdl->StartVa = PAGE_ALIGN(start);
    Mdl->ByteOffset = BYTE_OFFSET(start);
    if ((Mdl->MdlFlags & (MDL_MAPPED_TO_SYSTEM_VA | MDL_SOURCE_IS_NONPAGED_POOL)) != 0)
        Mdl->MappedSystemVa = start;
    frames_fill(Mdl);
    return STATUS_SUCCESS;
}

/* wdm: MmGetPhysicalAddress. Any IRQL. Physical addresses are the addresses: nothing but DMA would see the difference.
 */
PHYSICAL_ADDRESS NTAPI MmGetPhysicalAddress(PVOID BaseAddress)
{
    return (PHYSICAL_ADDRESS){.QuadPart = (LONGLONG)(uintptr_t)BaseAddress};
}

/* -- pages of one's own --------------------------------------------------------------------------- */

enum { TAG_PAGES = 'gPmM' };

/* wdm: MmAllocatePagesForMdlEx. IRQL <= APC_LEVEL. Zeroed, contiguous, locked; NULL if there are none. */
PMDL NTAPI MmAllocatePagesForMdlEx(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress,
                                   PHYSICAL_ADDRESS SkipBytes, SIZE_T TotalBytes, MEMORY_CACHING_TYPE CacheType,
                                   ULONG Flags)
{
    UNREFERENCED_PARAMETER(LowAddress);
    UNREFERENCED_PARAMETER(HighAddress);
    UNREFERENCED_PARAMETER(SkipBytes);
    UNREFERENCED_PARAMETER(CacheType);
    UNREFERENCED_PARAMETER(Flags);
    nt_irql_at_most(APC_LEVEL);
    if (TotalBytes == 0 || TotalBytes > MAXLONG)
        return NULL;
    SIZE_T bytes = ROUND_TO_PAGES(TotalBytes);
    PVOID pages = ex_alloc_for(nt_caller(), bytes, TAG_PAGES);
    PMDL mdl = pages != NULL ? ex_alloc_for(nt_caller(), MmSizeOfMdl(pages, bytes), TAG_PAGES) : NULL;
    if (mdl == NULL) {
        if (pages != NULL)
            ExFreePool(pages);
        return NULL;
    }
    memset(pages, 0, bytes);
    memset(mdl, 0, sizeof(*mdl));
    MmInitializeMdl(mdl, pages, bytes);
    frames_fill(mdl);
    mdl->MdlFlags |= MDL_PAGES_LOCKED;
    return mdl; /* the caller frees the structure itself, with ExFreePool */
}

PMDL NTAPI MmAllocatePagesForMdl(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress, PHYSICAL_ADDRESS SkipBytes,
                                 SIZE_T TotalBytes)
{
    return MmAllocatePagesForMdlEx(LowAddress, HighAddress, SkipBytes, TotalBytes, MmCached, 0);
}

/* wdm: MmFreePagesFromMdl. IRQL <= APC_LEVEL. */
VOID NTAPI MmFreePagesFromMdl(PMDL MemoryDescriptorList)
{
    nt_irql_at_most(APC_LEVEL);
    ExFreePoolWithTag(MemoryDescriptorList->StartVa, TAG_PAGES);
    MemoryDescriptorList->MdlFlags &= (CSHORT) ~(MDL_PAGES_LOCKED | MDL_MAPPED_TO_SYSTEM_VA);
}
