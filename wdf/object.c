/* SPDX-License-Identifier: MIT */
/* How framework objects come to be: attributes, parents, effective level and scope. */
#include "wdf/object.h"
#include "wdf/object_private.h"

/* What the documentation says of a type: framework-object-creation-errors, summary-of-framework-objects. */
enum class_flags {
    CLASS_LEVEL = 0x1,        /* attributes may set the execution level (M3) */
    CLASS_SCOPE = 0x2,        /* … the synchronisation scope (M2) */
    CLASS_PARENT = 0x4,       /* … the parent (P12) */
    CLASS_PASSIVE = 0x8,      /* cleanup and destroy callbacks at PASSIVE_LEVEL (P6) */
    CLASS_UNDELETABLE = 0x10, /* WdfObjectDelete refuses it (P9) */
};

static const UCHAR classes[OBJECT_TYPES] = {
    [OBJECT_DRIVER] = CLASS_LEVEL | CLASS_SCOPE | CLASS_PASSIVE | CLASS_UNDELETABLE,
    [OBJECT_DEVICE] = CLASS_LEVEL | CLASS_SCOPE | CLASS_PASSIVE,
    [OBJECT_QUEUE] = CLASS_LEVEL | CLASS_SCOPE | CLASS_PARENT | CLASS_PASSIVE,
    [OBJECT_REQUEST] = CLASS_PARENT,
    [OBJECT_FILE] = CLASS_LEVEL | CLASS_SCOPE | CLASS_UNDELETABLE,
    [OBJECT_GENERAL] = CLASS_LEVEL | CLASS_PARENT,
    [OBJECT_MEMORY] = CLASS_PARENT,
    [OBJECT_LOOKASIDE] = CLASS_PARENT,
    [OBJECT_TIMER] = CLASS_LEVEL | CLASS_PARENT | CLASS_PASSIVE,
    [OBJECT_DPC] = CLASS_PARENT | CLASS_PASSIVE,
    [OBJECT_WORKITEM] = CLASS_PARENT | CLASS_PASSIVE,
    [OBJECT_SPINLOCK] = CLASS_PARENT,
    [OBJECT_WAITLOCK] = CLASS_PARENT,
    [OBJECT_COLLECTION] = CLASS_PARENT,
    [OBJECT_STRING] = CLASS_PARENT | CLASS_PASSIVE,
    [OBJECT_KEY] = CLASS_PARENT | CLASS_PASSIVE,
    [OBJECT_IOTARGET] = CLASS_PARENT | CLASS_PASSIVE,
    [OBJECT_INTERRUPT] = CLASS_PARENT | CLASS_PASSIVE | CLASS_UNDELETABLE,
    [OBJECT_CHILDLIST] = CLASS_UNDELETABLE,
    [OBJECT_CMRESLIST] = CLASS_UNDELETABLE,
    [OBJECT_IORESLIST] = CLASS_UNDELETABLE,
    [OBJECT_IORESREQLIST] = CLASS_UNDELETABLE,
    [OBJECT_DMAENABLER] = CLASS_PARENT | CLASS_PASSIVE,
    [OBJECT_WMIPROVIDER] = CLASS_UNDELETABLE,
};

static NTSTATUS check_level_and_scope(const struct object_config *config)
{
    const WDF_OBJECT_ATTRIBUTES *attributes = config->attributes;
    UCHAR class = classes[config->type];

    if (attributes->ExecutionLevel <= WdfExecutionLevelInvalid ||
        attributes->ExecutionLevel > WdfExecutionLevelDispatch ||
        attributes->SynchronizationScope <= WdfSynchronizationScopeInvalid ||
        attributes->SynchronizationScope > WdfSynchronizationScopeNone)
        return STATUS_WDF_OBJECT_ATTRIBUTES_INVALID;
    if (attributes->SynchronizationScope != WdfSynchronizationScopeInheritFromParent && !(class & CLASS_SCOPE))
        return STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID;
    if (attributes->ExecutionLevel != WdfExecutionLevelInheritFromParent && !(class & CLASS_LEVEL))
        return STATUS_WDF_EXECUTION_LEVEL_INVALID;
    return STATUS_SUCCESS;
}

NTSTATUS object_attributes_check(const struct object_config *config, struct object **ret_parent)
{
    const WDF_OBJECT_ATTRIBUTES *attributes = config->attributes;
    NTSTATUS status;

    FX_ASSERT(config->type > OBJECT_NONE && config->type < OBJECT_TYPES);
    *ret_parent = config->default_parent;
    if (!attributes)
        return STATUS_SUCCESS;
    if (attributes->Size != sizeof *attributes)
        return STATUS_INFO_LENGTH_MISMATCH;
    status = object_context_check(attributes);
    if (NT_SUCCESS(status))
        status = check_level_and_scope(config);
    if (!NT_SUCCESS(status))
        return status;
    if (attributes->ParentObject) {
        if (!(classes[config->type] & CLASS_PARENT))
            return STATUS_WDF_PARENT_ASSIGNMENT_NOT_ALLOWED;
        *ret_parent = object_check(attributes->ParentObject, OBJECT_ANY, "WDF_OBJECT_ATTRIBUTES.ParentObject",
                                   __builtin_return_address(0));
    }
    return STATUS_SUCCESS;
}

/* M1: what says nothing inherits; what has nobody to inherit from is None and Dispatch. */
static void set_level_and_scope(struct object *object, const WDF_OBJECT_ATTRIBUTES *attributes,
                                const struct object *parent)
{
    object->level = parent ? parent->level : WdfExecutionLevelDispatch;
    object->scope = parent ? parent->scope : WdfSynchronizationScopeNone;
    if (!attributes)
        return;
    if (attributes->ExecutionLevel != WdfExecutionLevelInheritFromParent)
        object->level = (UCHAR)attributes->ExecutionLevel;
    if (attributes->SynchronizationScope != WdfSynchronizationScopeInheritFromParent)
        object->scope = (UCHAR)attributes->SynchronizationScope;
}

void object_init(struct object *object, struct fx_globals *globals, enum object_type type, struct object *parent)
{
    FX_ASSERT(type > OBJECT_NONE && type < OBJECT_TYPES);
    object->self = (WDFOBJECT)object;
    object->references = 1;
    object->flags = 0;
    object->type = (USHORT)type;
    object->stack = 0;
    object->globals = globals;
    object->ops = NULL;
    object->parent = NULL;
    KeInitializeSpinLock(&object->lock);
    InitializeListHead(&object->children);
    InitializeListHead(&object->sibling);
    object->contexts = NULL;
    set_level_and_scope(object, NULL, parent);
    if (classes[type] & CLASS_PASSIVE)
        object->flags |= OBJECT_PASSIVE;
    if (classes[type] & CLASS_UNDELETABLE)
        object->flags |= OBJECT_UNDELETABLE;
}

NTSTATUS object_attach(struct object *object, struct object *parent)
{
    NTSTATUS status = STATUS_SUCCESS;
    KIRQL irql;

    FX_ASSERT(object != parent && !object->parent);
    KeAcquireSpinLock(&parent->lock, &irql);
    if (parent->flags & OBJECT_DELETING) {
        status = STATUS_DELETE_PENDING;
    } else {
        object->parent = parent;
        object_reference(parent);
        InsertTailList(&parent->children, &object->sibling);
    }
    KeReleaseSpinLock(&parent->lock, irql);
    return status;
}

/* Objects in pool are on their driver's list, so that what is left at unload can be named. */
static void track(struct object_track *track, struct fx_globals *globals, struct object *object)
{
    KIRQL irql;

    track->object = object;
    KeAcquireSpinLock(&globals->objects_lock, &irql);
    InsertTailList(&globals->objects, &track->link);
    KeReleaseSpinLock(&globals->objects_lock, irql);
}

NTSTATUS object_alloc(const struct object_config *config, struct object **ret_object, struct object **ret_parent)
{
    SIZE_T bytes = (config->bytes + 15) & ~(SIZE_T)15;
    SIZE_T context_bytes = object_context_space(config->attributes);
    struct object_track *head;
    struct object *object, *parent;
    NTSTATUS status = object_attributes_check(config, &parent);

    if (!NT_SUCCESS(status))
        return status;
    head = fx_alloc(config->globals, sizeof *head + bytes + context_bytes);
    if (!head)
        return STATUS_INSUFFICIENT_RESOURCES;
    object = (struct object *)(head + 1);
    object_init(object, config->globals, config->type, parent);
    object->flags |= config->flags;
    object->ops = config->ops;
    set_level_and_scope(object, config->attributes, parent);
    if (context_bytes)
        object_context_place(object, (UCHAR *)object + bytes, config->attributes);
    if ((config->flags & OBJECT_EXPLICIT) && fx_services)
        object->stack = fx_services->StackSave();
    *ret_object = object;
    *ret_parent = parent;
    return STATUS_SUCCESS;
}

NTSTATUS object_join(struct object *object, struct object *parent)
{
    struct object_track *head = (struct object_track *)object - 1;
    NTSTATUS status = parent ? object_attach(object, parent) : STATUS_SUCCESS;

    if (NT_SUCCESS(status))
        track(head, object->globals, object);
    else
        object_discard(object);
    return status;
}

void object_discard(struct object *object)
{
    FX_ASSERT(!object->parent && object->references == 1);
    object->self = NULL;
    fx_free((struct object_track *)object - 1);
}

NTSTATUS object_create(const struct object_config *config, struct object **ret_object)
{
    struct object *parent;
    NTSTATUS status = object_alloc(config, ret_object, &parent);

    return NT_SUCCESS(status) ? object_join(*ret_object, parent) : status;
}

struct object *object_ancestor(struct object *object, enum object_type type)
{
    while (object && object->type != type)
        object = object->parent;
    return object;
}

void object_each(struct fx_globals *globals, void (*visit)(struct object *object, void *context), void *context)
{
    struct object_track *item;
    LIST_ENTRY *entry;
    KIRQL irql;

    KeAcquireSpinLock(&globals->objects_lock, &irql);
    for (entry = globals->objects.Flink; entry != &globals->objects; entry = entry->Flink) {
        item = CONTAINING_RECORD(entry, struct object_track, link);
        visit(item->object, context);
    }
    KeReleaseSpinLock(&globals->objects_lock, irql);
}

static void mark_parent(struct object *object, void *context)
{
    (void)context;
    if (object->parent)
        object->parent->flags |= OBJECT_HELD_BY_CHILD;
}

static void report_leak(struct object *object, void *context)
{
    ULONG *count = context;

    if (object->type == OBJECT_DRIVER || (object->flags & OBJECT_HELD_BY_CHILD))
        return;
    (*count)++;
    fx_report("ObjectLeak", object->stack,
              "A %s still has %ld reference(s) at unload: a WdfObjectReference without its WdfObjectDereference.",
              object_type_name(object->type), object->references);
}

ULONG object_leaks_report(struct fx_globals *globals)
{
    ULONG count = 0;

    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    object_each(globals, mark_parent, NULL);
    object_each(globals, report_leak, &count);
    if (globals->requests > 0) {
        fx_report("ObjectLeak", 0, "%ld WDFREQUEST(s) still have references at unload.", globals->requests);
        count += (ULONG)globals->requests;
    }
    return count;
}
