/* SPDX-License-Identifier: MIT */
/* The WdfObject functions that are not about contexts (context.c) or locks (sync_api.c). */
#include "wdf/object.h"
#include "wdf/workitem.h"

/* wdfobject/nf-wdfobject-wdfobjectcreate. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfObjectCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PWDF_OBJECT_ATTRIBUTES Attributes, WDFOBJECT *Object)
{
    struct fx_globals *globals = fx_globals_of(DriverGlobals);
    struct object *object;
    NTSTATUS status;

    FX_IRQL_OF(WdfObjectCreate);
    FX_REQUIRE(Object);
    *Object = NULL;
    status = object_create(&(struct object_config){.globals = globals,
                                                   .type = OBJECT_GENERAL,
                                                   .bytes = sizeof(struct object),
                                                   .attributes = Attributes,
                                                   .default_parent = globals->driver,
                                                   .flags = OBJECT_EXPLICIT},
                           &object);
    if (!NT_SUCCESS(status))
        return status;
    if (object->level == WdfExecutionLevelPassive)
        (void)InterlockedOr(&object->flags, OBJECT_PASSIVE);
    *Object = object->self;
    return STATUS_SUCCESS;
}

/* wdfobject/nf-wdfobject-wdfobjectdelete. IRQL <= DISPATCH_LEVEL. */
VOID WdfObjectDelete(PWDF_DRIVER_GLOBALS DriverGlobals, WDFOBJECT Object)
{
    struct object *object = object_from_handle(Object, OBJECT_ANY);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfObjectDelete);
    if ((object->flags & OBJECT_UNDELETABLE) || object->type == OBJECT_REQUEST) {
        fx_report("BadHandle", 0, "WdfObjectDelete was called for a %s that the framework owns; it is not deleted. %s",
                  object_type_name(object->type),
                  object->type == OBJECT_REQUEST ? "Complete the request instead." : "It goes with its parent.");
        return;
    }
    if (!(object->type == OBJECT_WORKITEM && workitem_mine(object) ? object_delete_later(object)
                                                                   : object_delete(object)))
        fx_report("BadHandle", 0, "WdfObjectDelete was called twice for one %s.", object_type_name(object->type));
}

/* wdfobject/nf-wdfobject-wdfobjectreferenceactual. IRQL <= DISPATCH_LEVEL. */
VOID WdfObjectReferenceActual(PWDF_DRIVER_GLOBALS DriverGlobals, WDFOBJECT Handle, PVOID Tag, LONG Line, PCHAR File)
{
    struct object *object = object_from_handle(Handle, OBJECT_ANY);

    (void)DriverGlobals;
    (void)Tag;
    (void)Line;
    (void)File;
    FX_IRQL_OF(WdfObjectReferenceActual);
    object_reference(object);
}

/* wdfobject/nf-wdfobject-wdfobjectdereferenceactual. IRQL <= DISPATCH_LEVEL. */
VOID WdfObjectDereferenceActual(PWDF_DRIVER_GLOBALS DriverGlobals, WDFOBJECT Handle, PVOID Tag, LONG Line, PCHAR File)
{
    struct object *object = object_from_handle(Handle, OBJECT_ANY);

    (void)DriverGlobals;
    (void)Tag;
    FX_IRQL_OF(WdfObjectDereferenceActual);
    if (object->references == 1 && !(object->flags & OBJECT_DELETING))
        fx_violation(WDF_OBJECT_ERROR, (ULONG64)Handle, 0, NULL,
                     "WdfObjectDereference at %s:%ld dropped the last reference of a %s that was not deleted; call "
                     "WdfObjectDelete instead.",
                     File ? File : "?", Line, object_type_name(object->type));
    object_release(object);
}

/* wdfobject/nf-wdfobject-wdfobjectquery. IRQL <= DISPATCH_LEVEL. Reserved for the system: no query is defined. */
NTSTATUS WdfObjectQuery(PWDF_DRIVER_GLOBALS DriverGlobals, WDFOBJECT Object, const GUID *Guid, ULONG QueryBufferLength,
                        PVOID QueryBuffer)
{
    (void)DriverGlobals;
    (void)object_from_handle(Object, OBJECT_ANY);
    (void)QueryBufferLength;
    (void)QueryBuffer;
    FX_IRQL_OF(WdfObjectQuery);
    FX_REQUIRE(Guid);
    return STATUS_INVALID_PARAMETER;
}
