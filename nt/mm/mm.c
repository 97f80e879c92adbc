/* SPDX-License-Identifier: MIT */
/* Memory services: what is valid, what is exported, contiguous memory, and the paging calls, which have nothing to do.
 */
#include "nt/mm/mm.h"
#include "nt/kd/kd.h"
#include "operator.h"

extern const KMDOCK_OPERATOR kmdock_operator; /* nt/client/operator.c */

/* wdm: MmGetSystemRoutineAddress. PASSIVE_LEVEL. Also finds the tables of sdk/kmdock/: services.h, operator.h. */
PVOID NTAPI MmGetSystemRoutineAddress(PUNICODE_STRING SystemRoutineName)
{
    enum { NAME_MAX = 128 };
    char name[NAME_MAX];
    nt_argument(SystemRoutineName);
    nt_irql_at_most(PASSIVE_LEVEL);
    unsigned length = SystemRoutineName->Length / sizeof(WCHAR);
    if (length >= NAME_MAX)
        return NULL;
    for (unsigned i = 0; i < length; i++)
        name[i] = (char)SystemRoutineName->Buffer[i];
    name[length] = 0;
    if (strcmp(name, "KmdockServices") == 0)
        return (PVOID)(uintptr_t)&kd_services;
    if (strcmp(name, "KmdockOperator") == 0)
        return (PVOID)(uintptr_t)&kmdock_operator;
    PVOID address = machine_export(NULL, name);
    return nt_is_missing(address) ? NULL : address;
}

/* ntddk: MmIsAddressValid. IRQL <= DISPATCH_LEVEL. */
BOOLEAN NTAPI MmIsAddressValid(PVOID VirtualAddress)
{
    return mm_range_valid(VirtualAddress, 1);
}

/* ntddk: MmIsNonPagedSystemAddressValid. */
BOOLEAN NTAPI MmIsNonPagedSystemAddressValid(PVOID VirtualAddress)
{
    return mm_range_valid(VirtualAddress, 1);
}

static void probe(const void *address, SIZE_T length, ULONG alignment, const char *function, const void *caller)
{
    nt_irql_at_most(APC_LEVEL);
    if (length == 0)
        return;
    if (((uintptr_t)address & (alignment - 1)) != 0)
        nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_DATATYPE_MISALIGNMENT,
                    (ULONG64)(uintptr_t)caller, 0, (ULONG64)(uintptr_t)address, NULL, address,
                    "%s called %s with %p, which is not aligned to %u bytes.", nt_image_name(caller), function, address,
                    (unsigned)alignment);
    if (!mm_range_valid(address, length))
        nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_ACCESS_VIOLATION, (ULONG64)(uintptr_t)caller, 0,
                    (ULONG64)(uintptr_t)address, NULL, address,
                    "%s called %s for %p, which is no memory of a client; nobody handles the exception.",
                    nt_image_name(caller), function, address);
}

/* wdm: ProbeForRead. IRQL <= APC_LEVEL. */
VOID NTAPI ProbeForRead(const VOID *Address, SIZE_T Length, ULONG Alignment)
{
    probe(Address, Length, Alignment, __func__, nt_caller());
}

/* wdm: ProbeForWrite. IRQL <= APC_LEVEL. */
VOID NTAPI ProbeForWrite(PVOID Address, SIZE_T Length, ULONG Alignment)
{
    probe(Address, Length, Alignment, __func__, nt_caller());
}

/* -- paging: everything is always there -------------------------------------------------------- */

/* wdm: MmLockPagableDataSection. IRQL <= APC_LEVEL. The handle is the section's address. */
PVOID NTAPI MmLockPagableDataSection(PVOID AddressWithinSection)
{
    nt_irql_at_most(APC_LEVEL);
    return AddressWithinSection;
}

VOID NTAPI MmLockPagableSectionByHandle(PVOID ImageSectionHandle)
{
    UNREFERENCED_PARAMETER(ImageSectionHandle);
    nt_irql_at_most(APC_LEVEL);
}

VOID NTAPI MmUnlockPagableImageSection(PVOID ImageSectionHandle)
{
    UNREFERENCED_PARAMETER(ImageSectionHandle);
    nt_irql_at_most(APC_LEVEL);
}

PVOID NTAPI MmPageEntireDriver(PVOID AddressWithinSection)
{
    nt_irql_at_most(APC_LEVEL);
    return AddressWithinSection;
}

VOID NTAPI MmResetDriverPaging(PVOID AddressWithinSection)
{
    UNREFERENCED_PARAMETER(AddressWithinSection);
    nt_irql_at_most(APC_LEVEL);
}

/* ntifs: MmQuerySystemSize. Any IRQL. */
MM_SYSTEMSIZE NTAPI MmQuerySystemSize(VOID)
{
    return MmMediumSystem;
}

BOOLEAN NTAPI MmIsThisAnNtAsSystem(VOID)
{
    return FALSE;
}

/* -- contiguous memory: pages of the arena ----------------------------------------------------- */

enum { TAG_CONTIGUOUS = 'noCM' };

/* wdm: MmAllocateContiguousMemory. IRQL <= DISPATCH_LEVEL here. Page-aligned, as every block of a page or more. */
PVOID NTAPI MmAllocateContiguousMemory(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS HighestAcceptableAddress)
{
    UNREFERENCED_PARAMETER(HighestAcceptableAddress);
    nt_irql_at_most(DISPATCH_LEVEL);
    return ExAllocatePoolWithTag(NonPagedPoolNx, NumberOfBytes < PAGE_SIZE ? PAGE_SIZE : NumberOfBytes, TAG_CONTIGUOUS);
}

PVOID NTAPI MmAllocateContiguousMemorySpecifyCache(SIZE_T NumberOfBytes, PHYSICAL_ADDRESS Lowest,
                                                   PHYSICAL_ADDRESS Highest, PHYSICAL_ADDRESS Boundary,
                                                   MEMORY_CACHING_TYPE CacheType)
{
    UNREFERENCED_PARAMETER(Lowest);
    UNREFERENCED_PARAMETER(Boundary);
    UNREFERENCED_PARAMETER(CacheType);
    return MmAllocateContiguousMemory(NumberOfBytes, Highest);
}

/* wdm: MmFreeContiguousMemory. */
VOID NTAPI MmFreeContiguousMemory(PVOID BaseAddress)
{
    ExFreePoolWithTag(BaseAddress, TAG_CONTIGUOUS);
}

VOID NTAPI MmFreeContiguousMemorySpecifyCache(PVOID BaseAddress, SIZE_T NumberOfBytes, MEMORY_CACHING_TYPE CacheType)
{
    UNREFERENCED_PARAMETER(NumberOfBytes);
    UNREFERENCED_PARAMETER(CacheType);
    ExFreePoolWithTag(BaseAddress, TAG_CONTIGUOUS);
}

/* wdm: MmAllocateNonCachedMemory. */
PVOID NTAPI MmAllocateNonCachedMemory(SIZE_T NumberOfBytes)
{
    return MmAllocateContiguousMemory(NumberOfBytes, (PHYSICAL_ADDRESS){.QuadPart = -1});
}

VOID NTAPI MmFreeNonCachedMemory(PVOID BaseAddress, SIZE_T NumberOfBytes)
{
    UNREFERENCED_PARAMETER(NumberOfBytes);
    ExFreePoolWithTag(BaseAddress, TAG_CONTIGUOUS);
}

/* wdm: KeFlushIoBuffers. Nothing here caches what a device would not see. */
VOID NTAPI KeFlushIoBuffers(PMDL Mdl, BOOLEAN ReadOperation, BOOLEAN DmaOperation)
{
    UNREFERENCED_PARAMETER(Mdl);
    UNREFERENCED_PARAMETER(ReadOperation);
    UNREFERENCED_PARAMETER(DmaOperation);
}
