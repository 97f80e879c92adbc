/* SPDX-License-Identifier: MIT */
/* Objects: creation, references, deletion. */
#include "nt/ob/object.h"
#include "nt/ob/name.h"
#include "nt/ex/ex.h"
#include "nt/ps/process.h"

enum { TAG_OBJECT = 'jbOk', TAG_DEFAULT = 'tlfD' };

/* Objects whose deletion waits for PASSIVE_LEVEL, linked through type_entry. */
static LIST_ENTRY dead;
static WORK_QUEUE_ITEM dead_work;
static bool dead_work_queued;

static VOID NTAPI dead_bury(PVOID context);

void ob_init(void)
{
    InitializeListHead(&dead);
    ExInitializeWorkItem(&dead_work, dead_bury, NULL);
    ob_names_init();
}

void ob_type_init(POBJECT_TYPE type)
{
    type->self = type;
    InitializeListHead(&type->objects);
    type->live = 0;
}

NTSTATUS ob_create(POBJECT_TYPE type, size_t bytes, void **ret_object)
{
    nt_assert(type->objects.Flink != NULL, "an object's type is made known before its first object");
    struct ob_header *header = ex_alloc_zeroed(sizeof(*header) + bytes, TAG_OBJECT);
    if (header == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    header->type = type;
    header->references = 1;
    header->magic = OB_MAGIC;
    InsertTailList(&type->objects, &header->type_entry);
    type->live++;
    *ret_object = header + 1;
    return STATUS_SUCCESS;
}

static void object_delete(struct ob_header *header)
{
    POBJECT_TYPE type = header->type;
    if (header->name != NULL)
        ob_name_remove(header + 1);
    if (type->delete != NULL)
        type->delete (header + 1);
    nt_assert(header->references == 0, "an object that is being deleted gets no new references");
    header->magic = 0;
    type->live--;
    ex_free(header);
}

static VOID NTAPI dead_bury(PVOID context)
{
    UNREFERENCED_PARAMETER(context);
    dead_work_queued = false;
    while (!IsListEmpty(&dead))
        object_delete(CONTAINING_RECORD(RemoveHeadList(&dead), struct ob_header, type_entry));
}

static void object_dead(struct ob_header *header)
{
    RemoveEntryList(&header->type_entry);
    if (!header->type->delete_passive || nt_irql() == PASSIVE_LEVEL) {
        object_delete(header);
        return;
    }
    InsertTailList(&dead, &header->type_entry);
    if (!dead_work_queued) {
        dead_work_queued = true;
        ex_work_queue(&dead_work);
    }
}

__attribute__((noinline, noreturn)) static void not_an_object(const void *object, const char *function,
                                                              const void *caller)
{
    const struct ob_header *header = ob_header_of(object);
    nt_bugcheck(REFERENCE_BY_POINTER, 0, (ULONG64)(uintptr_t)object, 0, (ULONG64)header->references, "UseAfterFree",
                object, "%s called %s with %p, which is no object, or not any more.", nt_image_name(caller), function,
                object);
}

static inline struct ob_header *header_checked(void *object, const char *function, const void *caller)
{
    struct ob_header *header = ob_header_of(object);
    if (nt_unlikely(object == NULL || header->magic != OB_MAGIC || header->references <= 0))
        not_an_object(object, function, caller);
    return header;
}

/* wdm: ObReferenceObject. IRQL <= DISPATCH_LEVEL. */
LONG_PTR FASTCALL ObfReferenceObject(PVOID Object)
{
    return ++header_checked(Object, "ObReferenceObject", nt_caller())->references;
}

/* wdm: ObDereferenceObject. IRQL <= DISPATCH_LEVEL; PASSIVE_LEVEL if it may be the last reference. */
LONG_PTR FASTCALL ObfDereferenceObject(PVOID Object)
{
    struct ob_header *header = header_checked(Object, "ObDereferenceObject", nt_caller());
    LONG_PTR left = --header->references;
    if (left == 0)
        object_dead(header);
    return left;
}

LONG_PTR FASTCALL ObfReferenceObjectWithTag(PVOID Object, ULONG Tag)
{
    UNREFERENCED_PARAMETER(Tag);
    return ++header_checked(Object, "ObReferenceObjectWithTag", nt_caller())->references;
}

LONG_PTR FASTCALL ObfDereferenceObjectWithTag(PVOID Object, ULONG Tag)
{
    UNREFERENCED_PARAMETER(Tag);
    struct ob_header *header = header_checked(Object, "ObDereferenceObjectWithTag", nt_caller());
    LONG_PTR left = --header->references;
    if (left == 0)
        object_dead(header);
    return left;
}

/* wdm: ObDereferenceObjectDeferDelete. IRQL <= DISPATCH_LEVEL. The deletion itself always waits for a worker thread. */
VOID NTAPI ObDereferenceObjectDeferDelete(PVOID Object)
{
    struct ob_header *header = header_checked(Object, __func__, nt_caller());
    if (--header->references != 0)
        return;
    RemoveEntryList(&header->type_entry);
    InsertTailList(&dead, &header->type_entry);
    if (!dead_work_queued) {
        dead_work_queued = true;
        ex_work_queue(&dead_work);
    }
}

VOID NTAPI ObDereferenceObjectDeferDeleteWithTag(PVOID Object, ULONG Tag)
{
    UNREFERENCED_PARAMETER(Tag);
    ObDereferenceObjectDeferDelete(Object);
}

/* wdm: ObReferenceObjectByPointer. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI ObReferenceObjectByPointer(PVOID Object, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                          KPROCESSOR_MODE AccessMode)
{
    UNREFERENCED_PARAMETER(DesiredAccess);
    UNREFERENCED_PARAMETER(AccessMode);
    struct ob_header *header = header_checked(Object, __func__, nt_caller());
    if (ObjectType != NULL && header->type != ObjectType)
        return STATUS_OBJECT_TYPE_MISMATCH;
    header->references++;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI ObReferenceObjectByPointerWithTag(PVOID Object, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                                 KPROCESSOR_MODE AccessMode, ULONG Tag)
{
    UNREFERENCED_PARAMETER(Tag);
    return ObReferenceObjectByPointer(Object, DesiredAccess, ObjectType, AccessMode);
}

/* ntifs: ObGetObjectType. */
POBJECT_TYPE NTAPI ObGetObjectType(PVOID Object)
{
    return ob_type_of(Object);
}

/* The names that the headers turn into the ones above: for images that import them all the same. */
#undef ObReferenceObject
#undef ObDereferenceObject
LONG_PTR NTAPI ObReferenceObject(PVOID Object)
{
    return ++header_checked(Object, __func__, nt_caller())->references;
}

LONG_PTR NTAPI ObDereferenceObject(PVOID Object)
{
    return ObfDereferenceObject(Object);
}
