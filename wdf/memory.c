/* SPDX-License-Identifier: MIT */
/* WDFMEMORY (K11 to K14). */
#include "wdf/memory.h"

#define memory_from_handle(handle) CONTAINING_RECORD(object_from_handle((handle), OBJECT_MEMORY), struct memory, object)

static void memory_destroy(struct object *object)
{
    struct memory *memory = CONTAINING_RECORD(object, struct memory, object);

    if (memory->kind == MEMORY_POOL)
        fx_free(memory->buffer);
    else if (memory->kind == MEMORY_LOOKASIDE)
        lookaside_give(memory->owner, memory->buffer);
    memory->buffer = NULL;
}

const struct object_ops memory_ops = {.destroy = memory_destroy};

void memory_init_for_request(struct memory *memory, struct object *request, void *buffer, SIZE_T bytes,
                             BOOLEAN read_only)
{
    FX_ASSERT(request->type == OBJECT_REQUEST && bytes > 0);
    object_init(&memory->object, request->globals, OBJECT_MEMORY, request);
    memory->object.flags |= OBJECT_EMBEDDED | OBJECT_UNDELETABLE;
    memory->object.parent = request; /* on the way up; without a reference, for it cannot outlive the request */
    memory->buffer = buffer;
    memory->bytes = bytes;
    memory->kind = MEMORY_REQUEST;
    memory->read_only = read_only;
    memory->owner = request;
}

static NTSTATUS make(struct fx_globals *globals, PWDF_OBJECT_ATTRIBUTES attributes, LONG flags,
                     struct memory **ret_memory, struct object **ret_parent)
{
    struct object_config config = {.globals = globals,
                                   .type = OBJECT_MEMORY,
                                   .bytes = sizeof(struct memory),
                                   .attributes = attributes,
                                   .default_parent = globals->driver,
                                   .ops = &memory_ops,
                                   .flags = OBJECT_EXPLICIT | flags};
    struct object *object;
    NTSTATUS status = object_alloc(&config, &object, ret_parent);

    if (NT_SUCCESS(status))
        *ret_memory = CONTAINING_RECORD(object, struct memory, object);
    return status;
}

/* P6: paged memory goes at PASSIVE_LEVEL. */
static BOOLEAN is_paged(POOL_TYPE type)
{
    return (type & 1) == PagedPool;
}

/* wdfmemory/nf-wdfmemory-wdfmemorycreate. IRQL <= DISPATCH_LEVEL; <= APC_LEVEL for paged pool. */
NTSTATUS WdfMemoryCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PWDF_OBJECT_ATTRIBUTES Attributes, POOL_TYPE PoolType,
                         ULONG PoolTag, size_t BufferSize, WDFMEMORY *Memory, PVOID *Buffer)
{
    struct fx_globals *globals = fx_globals_of(DriverGlobals);
    struct object *parent;
    struct memory *memory;
    NTSTATUS status;
    void *buffer;

    FX_IRQL(is_paged(PoolType) ? APC_LEVEL : DISPATCH_LEVEL);
    FX_REQUIRE(Memory);
    *Memory = NULL;
    if (!BufferSize)
        return STATUS_INVALID_PARAMETER;
    status = make(globals, Attributes, is_paged(PoolType) ? OBJECT_PASSIVE : 0, &memory, &parent);
    if (!NT_SUCCESS(status))
        return status;
    buffer = fx_alloc_pool(globals, PoolType, BufferSize, PoolTag);
    memory->buffer = buffer;
    memory->bytes = BufferSize;
    memory->kind = MEMORY_POOL;
    if (!buffer) {
        object_discard(&memory->object);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    status = object_join(&memory->object, parent);
    if (!NT_SUCCESS(status)) {
        fx_free(buffer);
        return status;
    }
    *Memory = (WDFMEMORY)memory->object.self;
    if (Buffer)
        *Buffer = buffer;
    return STATUS_SUCCESS;
}

/* wdfmemory/nf-wdfmemory-wdfmemorycreatepreallocated. IRQL <= DISPATCH_LEVEL. K13. */
NTSTATUS WdfMemoryCreatePreallocated(PWDF_DRIVER_GLOBALS DriverGlobals, PWDF_OBJECT_ATTRIBUTES Attributes, PVOID Buffer,
                                     size_t BufferSize, WDFMEMORY *Memory)
{
    struct object *parent;
    struct memory *memory;
    NTSTATUS status;

    FX_IRQL_OF(WdfMemoryCreatePreallocated);
    FX_REQUIRE(Memory);
    FX_REQUIRE(Buffer);
    *Memory = NULL;
    if (!BufferSize)
        return STATUS_INVALID_PARAMETER;
    status = make(fx_globals_of(DriverGlobals), Attributes, 0, &memory, &parent);
    if (!NT_SUCCESS(status))
        return status;
    memory->buffer = Buffer;
    memory->bytes = BufferSize;
    memory->kind = MEMORY_PREALLOCATED;
    status = object_join(&memory->object, parent);
    if (NT_SUCCESS(status))
        *Memory = (WDFMEMORY)memory->object.self;
    return status;
}

/* wdfmemory/nf-wdfmemory-wdfmemorygetbuffer. Any IRQL. */
PVOID WdfMemoryGetBuffer(PWDF_DRIVER_GLOBALS DriverGlobals, WDFMEMORY Memory, size_t *BufferSize)
{
    const struct memory *memory = memory_from_handle(Memory);

    (void)DriverGlobals;
    if (BufferSize)
        *BufferSize = memory->bytes;
    return memory->buffer;
}

/* wdfmemory/nf-wdfmemory-wdfmemoryassignbuffer. Any IRQL. K13. */
NTSTATUS WdfMemoryAssignBuffer(PWDF_DRIVER_GLOBALS DriverGlobals, WDFMEMORY Memory, PVOID Buffer, size_t BufferSize)
{
    struct memory *memory = memory_from_handle(Memory);

    (void)DriverGlobals;
    FX_REQUIRE(Buffer);
    if (!BufferSize)
        return STATUS_INVALID_PARAMETER;
    if (memory->kind != MEMORY_PREALLOCATED)
        return STATUS_INVALID_DEVICE_REQUEST;
    memory->buffer = Buffer;
    memory->bytes = BufferSize;
    return STATUS_SUCCESS;
}

/* wdfmemory/nf-wdfmemory-wdfmemorycopytobuffer. Any IRQL. K14. */
NTSTATUS WdfMemoryCopyToBuffer(PWDF_DRIVER_GLOBALS DriverGlobals, WDFMEMORY SourceMemory, size_t SourceOffset,
                               PVOID Buffer, size_t NumBytesToCopyTo)
{
    const struct memory *memory = memory_from_handle(SourceMemory);

    (void)DriverGlobals;
    FX_REQUIRE(Buffer);
    if (!NumBytesToCopyTo)
        return STATUS_INVALID_PARAMETER;
    if (SourceOffset > memory->bytes || NumBytesToCopyTo > memory->bytes - SourceOffset)
        return STATUS_BUFFER_TOO_SMALL;
    RtlCopyMemory(Buffer, (const UCHAR *)memory->buffer + SourceOffset, NumBytesToCopyTo);
    return STATUS_SUCCESS;
}

/* wdfmemory/nf-wdfmemory-wdfmemorycopyfrombuffer. Any IRQL. K14. */
NTSTATUS WdfMemoryCopyFromBuffer(PWDF_DRIVER_GLOBALS DriverGlobals, WDFMEMORY DestinationMemory,
                                 size_t DestinationOffset, PVOID Buffer, size_t NumBytesToCopyFrom)
{
    const struct memory *memory = memory_from_handle(DestinationMemory);

    (void)DriverGlobals;
    FX_REQUIRE(Buffer);
    if (!NumBytesToCopyFrom)
        return STATUS_INVALID_PARAMETER;
    if (memory->read_only)
        return STATUS_ACCESS_VIOLATION;
    if (DestinationOffset > memory->bytes)
        return STATUS_INVALID_BUFFER_SIZE;
    if (NumBytesToCopyFrom > memory->bytes - DestinationOffset)
        return STATUS_BUFFER_TOO_SMALL;
    RtlCopyMemory((UCHAR *)memory->buffer + DestinationOffset, Buffer, NumBytesToCopyFrom);
    return STATUS_SUCCESS;
}
