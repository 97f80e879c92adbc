/* SPDX-License-Identifier: MIT */
/* WDFLOOKASIDE: buffers of one size that are used again. */
#include "wdf/memory.h"

enum { LOOKASIDE_KEPT_MAX = 64 }; /* free buffers that a list keeps */

struct lookaside {
    struct object object;
    SIZE_T bytes;
    POOL_TYPE type;
    ULONG tag;
    BOOLEAN has_attributes;
    WDF_OBJECT_ATTRIBUTES attributes; /* of the memory objects */
    KSPIN_LOCK lock;
    SINGLE_LIST_ENTRY kept; /* in the free buffers themselves */
    ULONG kept_count;
};

#define lookaside_from_handle(handle)                                                                                  \
    CONTAINING_RECORD(object_from_handle((handle), OBJECT_LOOKASIDE), struct lookaside, object)

static void *buffer_take(struct lookaside *list)
{
    SINGLE_LIST_ENTRY *entry;
    KIRQL irql;

    KeAcquireSpinLock(&list->lock, &irql);
    entry = list->kept.Next;
    if (entry) {
        list->kept.Next = entry->Next;
        list->kept_count--;
    }
    KeReleaseSpinLock(&list->lock, irql);
    return entry ? (void *)entry : fx_alloc_pool(list->object.globals, list->type, list->bytes, list->tag);
}

void lookaside_give(struct object *object, void *buffer)
{
    struct lookaside *list = CONTAINING_RECORD(object, struct lookaside, object);
    SINGLE_LIST_ENTRY *entry = buffer;
    BOOLEAN keep;
    KIRQL irql;

    FX_ASSERT(object->type == OBJECT_LOOKASIDE);
    KeAcquireSpinLock(&list->lock, &irql);
    keep = list->kept_count < LOOKASIDE_KEPT_MAX;
    if (keep) {
        entry->Next = list->kept.Next;
        list->kept.Next = entry;
        list->kept_count++;
    }
    KeReleaseSpinLock(&list->lock, irql);
    if (!keep)
        fx_free(buffer);
    object_release(object);
}

static void lookaside_destroy(struct object *object)
{
    struct lookaside *list = CONTAINING_RECORD(object, struct lookaside, object);
    SINGLE_LIST_ENTRY *entry;

    while ((entry = list->kept.Next) != NULL) {
        list->kept.Next = entry->Next;
        fx_free(entry);
    }
}

static const struct object_ops lookaside_ops = {.destroy = lookaside_destroy};

/* wdfmemory/nf-wdfmemory-wdflookasidelistcreate. IRQL <= DISPATCH_LEVEL; <= APC_LEVEL for paged pool. */
NTSTATUS WdfLookasideListCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PWDF_OBJECT_ATTRIBUTES LookasideAttributes,
                                size_t BufferSize, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES MemoryAttributes,
                                ULONG PoolTag, WDFLOOKASIDE *Lookaside)
{
    struct fx_globals *globals = fx_globals_of(DriverGlobals);
    BOOLEAN paged = (PoolType & 1) == PagedPool;
    struct object_config config = {.globals = globals,
                                   .type = OBJECT_LOOKASIDE,
                                   .bytes = sizeof(struct lookaside),
                                   .attributes = LookasideAttributes,
                                   .default_parent = globals->driver,
                                   .ops = &lookaside_ops,
                                   .flags = OBJECT_EXPLICIT | (paged ? OBJECT_PASSIVE : 0)};
    struct object *object, *parent;
    struct lookaside *list;
    NTSTATUS status;

    FX_IRQL(paged ? APC_LEVEL : DISPATCH_LEVEL);
    FX_REQUIRE(Lookaside);
    *Lookaside = NULL;
    if (!BufferSize)
        return STATUS_INVALID_PARAMETER;
    if (MemoryAttributes && MemoryAttributes->Size != sizeof *MemoryAttributes)
        return STATUS_INFO_LENGTH_MISMATCH;
    status = object_alloc(&config, &object, &parent);
    if (!NT_SUCCESS(status))
        return status;
    list = CONTAINING_RECORD(object, struct lookaside, object);
    list->bytes = BufferSize < sizeof(SINGLE_LIST_ENTRY) ? sizeof(SINGLE_LIST_ENTRY) : BufferSize;
    list->type = PoolType;
    list->tag = PoolTag;
    list->has_attributes = MemoryAttributes != NULL;
    if (MemoryAttributes)
        list->attributes = *MemoryAttributes;
    KeInitializeSpinLock(&list->lock);
    status = object_join(object, parent);
    if (NT_SUCCESS(status))
        *Lookaside = (WDFLOOKASIDE)object->self;
    return status;
}

/* wdfmemory/nf-wdfmemory-wdfmemorycreatefromlookaside. IRQL <= DISPATCH_LEVEL; <= APC_LEVEL for paged pool. */
NTSTATUS WdfMemoryCreateFromLookaside(PWDF_DRIVER_GLOBALS DriverGlobals, WDFLOOKASIDE Lookaside, WDFMEMORY *Memory)
{
    struct lookaside *list = lookaside_from_handle(Lookaside);
    BOOLEAN paged = (list->type & 1) == PagedPool;
    struct object_config config = {.globals = fx_globals_of(DriverGlobals),
                                   .type = OBJECT_MEMORY,
                                   .bytes = sizeof(struct memory),
                                   .attributes = list->has_attributes ? &list->attributes : NULL,
                                   .default_parent = list->object.globals->driver,
                                   .ops = &memory_ops,
                                   .flags = OBJECT_EXPLICIT | (paged ? OBJECT_PASSIVE : 0)};
    struct object *object, *parent;
    struct memory *memory;
    NTSTATUS status;
    void *buffer;

    FX_IRQL(paged ? APC_LEVEL : DISPATCH_LEVEL);
    FX_REQUIRE(Memory);
    *Memory = NULL;
    status = object_alloc(&config, &object, &parent);
    if (!NT_SUCCESS(status))
        return status;
    memory = CONTAINING_RECORD(object, struct memory, object);
    memory->buffer = buffer_take(list);
    memory->bytes = list->bytes;
    memory->kind = MEMORY_LOOKASIDE;
    memory->owner = &list->object;
    buffer = memory->buffer;
    if (!buffer) {
        object_discard(object);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    object_reference(&list->object); /* dropped by lookaside_give */
    status = object_join(object, parent);
    if (!NT_SUCCESS(status)) {
        lookaside_give(&list->object, buffer);
        return status;
    }
    *Memory = (WDFMEMORY)object->self;
    return STATUS_SUCCESS;
}
