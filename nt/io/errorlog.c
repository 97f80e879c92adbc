/* SPDX-License-Identifier: MIT */
/* A driver's entries for the error log: they go to the driver's log. Page: kernel/logging-errors. */
#include "nt/io/io.h"
#include "nt/ex/ex.h"

/* What precedes the packet that the driver fills in. */
struct log_entry {
    PVOID object;
    ULONG bytes;
    __attribute__((aligned(16))) UCHAR packet[];
};

/* wdm/nf-wdm-ioallocateerrorlogentry. IRQL <= DISPATCH_LEVEL. */
PVOID NTAPI IoAllocateErrorLogEntry(PVOID IoObject, UCHAR EntrySize)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    if (EntrySize < sizeof(IO_ERROR_LOG_PACKET) || EntrySize > ERROR_LOG_MAXIMUM_SIZE || ex_allocation_fails())
        return NULL;
    struct log_entry *entry = ex_alloc_zeroed(sizeof *entry + EntrySize, IO_TAG);
    if (entry == NULL)
        return NULL;
    entry->object = IoObject;
    entry->bytes = EntrySize;
    return entry->packet;
}

/* wdm/nf-wdm-iofreeerrorlogentry. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoFreeErrorLogEntry(PVOID ElEntry)
{
    ex_free(CONTAINING_RECORD(ElEntry, struct log_entry, packet));
}

/* wdm/nf-wdm-iowriteerrorlogentry. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoWriteErrorLogEntry(PVOID ElEntry)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(ElEntry);
    struct log_entry *entry = CONTAINING_RECORD(ElEntry, struct log_entry, packet);
    PIO_ERROR_LOG_PACKET packet = ElEntry;
    nt_log("error log: code 0x%08x, status 0x%08x, unique value %u\n", (unsigned)packet->ErrorCode,
           (unsigned)packet->FinalStatus, (unsigned)packet->UniqueErrorValue);
    ex_free(entry);
}
