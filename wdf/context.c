/* SPDX-License-Identifier: MIT */
/* Context space: typed, zeroed, nonpaged memory of the driver's on an object (P14 to P18). */
#include "wdf/object.h"

#define CONTEXT_APART (1ull << 63) /* object_context.bytes: allocated by WdfObjectAllocateContext */

/* A type that drivers share is found through its function; any other is its own unique type. */
static PCWDF_OBJECT_CONTEXT_TYPE_INFO unique_type(PCWDF_OBJECT_CONTEXT_TYPE_INFO type)
{
    if (type->EvtDriverGetUniqueContextType)
        return type->EvtDriverGetUniqueContextType();
    return type->UniqueType ? type->UniqueType : type;
}

NTSTATUS object_context_check(const WDF_OBJECT_ATTRIBUTES *attributes)
{
    PCWDF_OBJECT_CONTEXT_TYPE_INFO type = attributes->ContextTypeInfo;

    if (!type)
        return attributes->ContextSizeOverride ? STATUS_WDF_OBJECT_ATTRIBUTES_INVALID : STATUS_SUCCESS;
    if (type->Size != sizeof *type || !type->ContextName || !type->ContextSize)
        return STATUS_WDF_OBJECT_ATTRIBUTES_INVALID;
    if (attributes->ContextSizeOverride && attributes->ContextSizeOverride < type->ContextSize)
        return STATUS_WDF_OBJECT_ATTRIBUTES_INVALID;
    if (type->ContextSize > MAXLONG || attributes->ContextSizeOverride > MAXLONG)
        return STATUS_INTEGER_OVERFLOW;
    return STATUS_SUCCESS;
}

static SIZE_T context_bytes(const WDF_OBJECT_ATTRIBUTES *attributes)
{
    if (!attributes->ContextTypeInfo)
        return 0;
    return attributes->ContextSizeOverride ? attributes->ContextSizeOverride : attributes->ContextTypeInfo->ContextSize;
}

SIZE_T object_context_space(const WDF_OBJECT_ATTRIBUTES *attributes)
{
    if (!attributes ||
        (!attributes->ContextTypeInfo && !attributes->EvtCleanupCallback && !attributes->EvtDestroyCallback))
        return 0;
    return sizeof(struct object_context) + ((context_bytes(attributes) + 15) & ~(SIZE_T)15);
}

void object_context_place(struct object *object, void *space, const WDF_OBJECT_ATTRIBUTES *attributes)
{
    struct object_context *context = space;
    struct object_context **last = &object->contexts;

    FX_ASSERT(((ULONG_PTR)space & 15) == 0);
    context->object = object;
    context->type = attributes->ContextTypeInfo ? unique_type(attributes->ContextTypeInfo) : NULL;
    context->next = NULL;
    context->cleanup = attributes->EvtCleanupCallback;
    context->destroy = attributes->EvtDestroyCallback;
    context->bytes = context_bytes(attributes);
    RtlZeroMemory(context + 1, (SIZE_T)context->bytes);
    while (*last)
        last = &(*last)->next;
    *last = context;
}

void *object_context_get(struct object *object, PCWDF_OBJECT_CONTEXT_TYPE_INFO type)
{
    struct object_context *context;

    type = unique_type(type);
    for (context = object->contexts; context; context = context->next)
        if (context->type == type)
            return context + 1;
    return NULL;
}

void object_context_silence(struct object *object)
{
    if (object->contexts) {
        object->contexts->cleanup = NULL;
        object->contexts->destroy = NULL;
    }
}

void object_contexts_cleanup(struct object *object)
{
    struct object_context *context;
    struct fx_callback_guard guard;

    for (context = object->contexts; context; context = context->next) {
        if (!context->cleanup)
            continue;
        fx_callback_enter(&guard);
        context->cleanup(object->self);
        fx_callback_leave(&guard, "EvtCleanupCallback", (void *)context->cleanup);
    }
}

void object_contexts_destroy(struct object *object)
{
    struct object_context *context;
    struct fx_callback_guard guard;

    for (context = object->contexts; context; context = context->next) {
        if (!context->destroy)
            continue;
        fx_callback_enter(&guard);
        context->destroy(object->self);
        fx_callback_leave(&guard, "EvtDestroyCallback", (void *)context->destroy);
    }
}

void object_contexts_free(struct object *object)
{
    struct object_context *context, *next;

    for (context = object->contexts; context; context = next) {
        next = context->next;
        if (context->bytes & CONTEXT_APART)
            fx_free(context);
    }
    object->contexts = NULL;
}

/* wdfobject/nf-wdfobject-wdfobjectgettypedcontextworker. IRQL <= DIRQL. */
PVOID WdfObjectGetTypedContextWorker(PWDF_DRIVER_GLOBALS DriverGlobals, WDFOBJECT Handle,
                                     PCWDF_OBJECT_CONTEXT_TYPE_INFO TypeInfo)
{
    struct object *object = object_decode(Handle);

    (void)DriverGlobals;
    FX_REQUIRE(TypeInfo);
    /* Unlike every other function this one may be used in a destroy callback (P8). */
    if (!object || ((ULONG_PTR)object & 7) || object->self != Handle)
        object_bad_handle(Handle, OBJECT_ANY, __func__, __builtin_return_address(0));
    return object_context_get(object, TypeInfo);
}

/* Adds a context unless the object has one of its type already, whose bytes then are the answer. */
static NTSTATUS context_add(struct object *object, struct object_context *context,
                            const WDF_OBJECT_ATTRIBUTES *attributes, PVOID *ret_bytes)
{
    NTSTATUS status = STATUS_SUCCESS;
    KIRQL irql;

    KeAcquireSpinLock(&object->lock, &irql);
    *ret_bytes = object_context_get(object, attributes->ContextTypeInfo);
    if (object->flags & OBJECT_DELETING) {
        status = STATUS_DELETE_PENDING;
    } else if (*ret_bytes) {
        status = STATUS_OBJECT_NAME_EXISTS;
    } else {
        object_context_place(object, context, attributes);
        context->bytes |= CONTEXT_APART;
        *ret_bytes = context + 1;
    }
    KeReleaseSpinLock(&object->lock, irql);
    return status;
}

/* wdfobject/nf-wdfobject-wdfobjectallocatecontext. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfObjectAllocateContext(PWDF_DRIVER_GLOBALS DriverGlobals, WDFOBJECT Handle,
                                  PWDF_OBJECT_ATTRIBUTES ContextAttributes, PVOID *Context)
{
    struct object *object = object_from_handle(Handle, OBJECT_ANY);
    struct object_context *context;
    PVOID bytes = NULL;
    NTSTATUS status;

    FX_IRQL_OF(WdfObjectAllocateContext);
    FX_REQUIRE(ContextAttributes);
    if (ContextAttributes->Size != sizeof *ContextAttributes)
        return STATUS_INFO_LENGTH_MISMATCH;
    if (ContextAttributes->ParentObject)
        return STATUS_WDF_PARENT_ASSIGNMENT_NOT_ALLOWED;
    status = object_context_check(ContextAttributes);
    if (!NT_SUCCESS(status))
        return status;
    if (!ContextAttributes->ContextTypeInfo)
        return STATUS_WDF_OBJECT_ATTRIBUTES_INVALID;
    context = fx_alloc(fx_globals_of(DriverGlobals), object_context_space(ContextAttributes));
    if (!context)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = context_add(object, context, ContextAttributes, &bytes);
    if (status != STATUS_SUCCESS)
        fx_free(context);
    if (Context && status != STATUS_DELETE_PENDING)
        *Context = bytes;
    return status;
}

/* wdfobject/nf-wdfobject-wdfobjectcontextgetobject. Any IRQL. */
WDFOBJECT WdfObjectContextGetObject(PWDF_DRIVER_GLOBALS DriverGlobals, PVOID ContextPointer)
{
    const struct object_context *context;

    (void)DriverGlobals;
    FX_REQUIRE(ContextPointer);
    context = (const struct object_context *)ContextPointer - 1;
    if (!MmIsAddressValid((void *)context) || !MmIsAddressValid(context->object) || !context->object->self)
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)ContextPointer, 0, "BadHandle",
                     "%s was called with %p, which is not the context of a framework object.", __func__,
                     ContextPointer);
    return context->object->self;
}
