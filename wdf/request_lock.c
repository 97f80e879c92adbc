/* SPDX-License-Identifier: MIT */
/* The user's buffers of neither I/O, locked for the driver (K9). */
#include "wdf/queue.h"

NTKERNELAPI PEPROCESS NTAPI IoGetRequestorProcess(PIRP Irp); /* ntifs.h, which excludes ntddk.h */

struct locked_memory {
    struct memory memory;
    PMDL mdl;
};

static void locked_destroy(struct object *object)
{
    struct locked_memory *locked = CONTAINING_RECORD(object, struct locked_memory, memory.object);

    if (!locked->mdl)
        return;
    MmUnlockPages(locked->mdl);
    IoFreeMdl(locked->mdl);
    locked->mdl = NULL;
}

static const struct object_ops locked_ops = {.destroy = locked_destroy};

/* MmProbeAndLockPages raises for memory that is not there, and nothing here handles exceptions: looked at before. */
static BOOLEAN is_there(const void *buffer, SIZE_T bytes)
{
    ULONG_PTR first = (ULONG_PTR)buffer, last = first + bytes - 1;

    if (last < first)
        return FALSE;
    for (ULONG_PTR at = first & ~(ULONG_PTR)(PAGE_SIZE - 1); at <= last; at += PAGE_SIZE)
        if (!MmIsAddressValid((PVOID)at))
            return FALSE;
    return TRUE;
}

static PMDL lock_pages(const struct request *request, void *buffer, ULONG bytes, LOCK_OPERATION operation)
{
    PMDL mdl = IoAllocateMdl(buffer, bytes, FALSE, FALSE, NULL);

    if (!mdl)
        return NULL;
    MmProbeAndLockPages(mdl, request->irp->RequestorMode, operation);
    if (MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority))
        return mdl;
    MmUnlockPages(mdl);
    IoFreeMdl(mdl);
    return NULL;
}

static NTSTATUS lock_buffer(struct request *request, void *buffer, SIZE_T bytes, LOCK_OPERATION operation,
                            WDFMEMORY *ret_memory)
{
    struct object_config config = {.globals = request->io->globals,
                                   .type = OBJECT_MEMORY,
                                   .bytes = sizeof(struct locked_memory),
                                   .default_parent = &request->object,
                                   .ops = &locked_ops,
                                   .flags = OBJECT_UNDELETABLE};
    struct locked_memory *locked;
    struct object *object;
    NTSTATUS status;

    if (!request->irp)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (!bytes || bytes > MAXULONG)
        return STATUS_INVALID_USER_BUFFER;
    if (IoGetRequestorProcess(request->irp) != PsGetCurrentProcess() || !is_there(buffer, bytes))
        return STATUS_ACCESS_VIOLATION;
    status = object_create(&config, &object);
    if (!NT_SUCCESS(status))
        return status;
    locked = CONTAINING_RECORD(object, struct locked_memory, memory.object);
    locked->mdl = lock_pages(request, buffer, (ULONG)bytes, operation);
    if (!locked->mdl) {
        (void)object_delete(object);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    locked->memory.buffer = MmGetSystemAddressForMdlSafe(locked->mdl, NormalPagePriority);
    locked->memory.bytes = bytes;
    locked->memory.kind = MEMORY_REQUEST;
    locked->memory.read_only = operation == IoReadAccess;
    locked->memory.owner = &request->object;
    *ret_memory = (WDFMEMORY)object->self;
    return STATUS_SUCCESS;
}

/* wdfrequest/nf-wdfrequest-wdfrequestprobeandlockuserbufferforread. IRQL = PASSIVE_LEVEL. */
NTSTATUS WdfRequestProbeAndLockUserBufferForRead(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, PVOID Buffer,
                                                 size_t Length, WDFMEMORY *MemoryObject)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestProbeAndLockUserBufferForRead);
    FX_REQUIRE(Buffer);
    FX_REQUIRE(MemoryObject);
    return lock_buffer(request, Buffer, Length, IoReadAccess, MemoryObject);
}

/* wdfrequest/nf-wdfrequest-wdfrequestprobeandlockuserbufferforwrite. IRQL = PASSIVE_LEVEL. */
NTSTATUS WdfRequestProbeAndLockUserBufferForWrite(PWDF_DRIVER_GLOBALS DriverGlobals, WDFREQUEST Request, PVOID Buffer,
                                                  size_t Length, WDFMEMORY *MemoryObject)
{
    struct request *request = request_from_handle(Request);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfRequestProbeAndLockUserBufferForWrite);
    FX_REQUIRE(Buffer);
    FX_REQUIRE(MemoryObject);
    return lock_buffer(request, Buffer, Length, IoWriteAccess, MemoryObject);
}
