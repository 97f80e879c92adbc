/* SPDX-License-Identifier: MIT */
/* MDLs: allocated and freed here; what maps and locks them is in mm/. */
#include "nt/io/io.h"
#include "nt/ex/ex.h"

enum { MDL_TAG = 0x206c644d }; /* "Mdl " */

static PMDL mdl_new(PVOID address, ULONG length)
{
    /* The documentation promises MDLs for up to 4 GiB less a page; Length carries no more. */
    ULONG pages = (ULONG)ADDRESS_AND_SIZE_TO_SPAN_PAGES(address, length);
    size_t bytes = sizeof(MDL) + pages * sizeof(PFN_NUMBER);
    if (bytes > 0x7fff)
        bytes = sizeof(MDL) + (size_t)pages * sizeof(PFN_NUMBER);
    PMDL mdl = ex_alloc(bytes, MDL_TAG);
    if (mdl == NULL)
        return NULL;
    memset(mdl, 0, sizeof(MDL));
    mdl->Size = (CSHORT)(bytes > 0x7fff ? 0x7fff : bytes);
    mdl->StartVa = PAGE_ALIGN(address);
    mdl->ByteOffset = BYTE_OFFSET(address);
    mdl->ByteCount = length;
    return mdl;
}

/* wdm/nf-wdm-ioallocatemdl. IRQL <= DISPATCH_LEVEL. */
PMDL NTAPI IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer, BOOLEAN ChargeQuota, PIRP Irp)
{
    (void)ChargeQuota;
    nt_irql_at_most(DISPATCH_LEVEL);
    PMDL mdl = ex_allocation_fails() ? NULL : mdl_new(VirtualAddress, Length);
    if (mdl == NULL || Irp == NULL)
        return mdl;
    if (!SecondaryBuffer) {
        Irp->MdlAddress = mdl;
        return mdl;
    }
    nt_argument(Irp->MdlAddress);
    PMDL last = Irp->MdlAddress;
    while (last->Next != NULL)
        last = last->Next;
    last->Next = mdl;
    return mdl;
}

/* wdm/nf-wdm-iofreemdl. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoFreeMdl(PMDL Mdl)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(Mdl);
    if (Mdl->MdlFlags & MDL_PARTIAL_HAS_BEEN_MAPPED)
        MmPrepareMdlForReuse(Mdl);
    ex_free(Mdl);
}

/* wdm/nf-wdm-iobuildpartialmdl. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoBuildPartialMdl(PMDL SourceMdl, PMDL TargetMdl, PVOID VirtualAddress, ULONG Length)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(SourceMdl);
    nt_argument(TargetMdl);
    PCHAR start = MmGetMdlVirtualAddress(SourceMdl);
    ULONG_PTR skipped = (ULONG_PTR)((PCHAR)VirtualAddress - start);
    nt_assert(skipped <= SourceMdl->ByteCount, "a partial MDL begins inside its source");
    if (Length == 0)
        Length = SourceMdl->ByteCount - (ULONG)skipped;
    nt_assert(skipped + Length <= SourceMdl->ByteCount, "a partial MDL ends inside its source");
    TargetMdl->Process = SourceMdl->Process;
    TargetMdl->StartVa = PAGE_ALIGN(VirtualAddress);
    TargetMdl->ByteOffset = BYTE_OFFSET(VirtualAddress);
    TargetMdl->ByteCount = Length;
    TargetMdl->MdlFlags &= (CSHORT)(MDL_ALLOCATED_FIXED_SIZE | MDL_ALLOCATED_MUST_SUCCEED);
    TargetMdl->MdlFlags |= MDL_PARTIAL | (SourceMdl->MdlFlags & MDL_IO_PAGE_READ);
    if (SourceMdl->MdlFlags & (MDL_SOURCE_IS_NONPAGED_POOL | MDL_MAPPED_TO_SYSTEM_VA)) {
        TargetMdl->MappedSystemVa = (PCHAR)SourceMdl->MappedSystemVa + skipped;
        TargetMdl->MdlFlags |= (SourceMdl->MdlFlags & MDL_SOURCE_IS_NONPAGED_POOL) ? MDL_SOURCE_IS_NONPAGED_POOL
                                                                                   : MDL_PARENT_MAPPED_SYSTEM_VA;
    }
    ULONG pages = (ULONG)ADDRESS_AND_SIZE_TO_SPAN_PAGES(VirtualAddress, Length);
    size_t first = (size_t)((ULONG_PTR)PAGE_ALIGN(VirtualAddress) - (ULONG_PTR)SourceMdl->StartVa) / PAGE_SIZE;
    memcpy(MmGetMdlPfnArray(TargetMdl), MmGetMdlPfnArray(SourceMdl) + first, pages * sizeof(PFN_NUMBER));
}
