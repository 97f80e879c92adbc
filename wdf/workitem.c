/* SPDX-License-Identifier: MIT */
/* WDFWORKITEM: using-framework-work-items (N1, N3, N5, N10 to N12). */
#include "wdf/queue.h"
#include "wdf/workitem.h"

struct workitem {
    struct object object;
    PFN_WDF_WORKITEM callback;
    struct presentation *serialised; /* NULL: no lock */
    LONG queued;
    struct port_work work;
    struct activity activity;
};

#define workitem_from_handle(handle)                                                                                   \
    CONTAINING_RECORD(object_from_handle((handle), OBJECT_WORKITEM), struct workitem, object)

static void workitem_run(void *context)
{
    struct workitem *item = context;
    struct presentation_entry entry;
    struct fx_callback_guard guard;

    (void)InterlockedExchange(&item->queued, 0); /* from here on it may be queued again, and run twice at once */
    if (item->serialised)
        presentation_enter(item->serialised, &entry, "A work item's callback");
    activity_runs(&item->activity);
    fx_callback_enter(&guard);
    item->callback((WDFWORKITEM)item->object.self);
    fx_callback_leave(&guard, "EvtWorkItemFunc", (void *)item->callback);
    if (item->serialised)
        presentation_leave(item->serialised, &entry);
    activity_end(&item->activity);
}

BOOLEAN workitem_mine(struct object *object)
{
    FX_ASSERT(object->type == OBJECT_WORKITEM);
    return activity_mine(&CONTAINING_RECORD(object, struct workitem, object)->activity);
}

static void workitem_stop(struct object *object)
{
    activity_wait(&CONTAINING_RECORD(object, struct workitem, object)->activity);
}

static const struct object_ops workitem_ops = {.stop = workitem_stop};

/* Z7: without a lock the level of the parent does not matter to a work item, whose config asks for one by default. */
static NTSTATUS serialise(struct object *parent, BOOLEAN automatic, struct presentation **ret_presentation)
{
    NTSTATUS status = sync_serialise_with(parent, automatic, TRUE, ret_presentation);

    if (status == STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL && !*ret_presentation)
        return STATUS_SUCCESS;
    return status;
}

/* wdfworkitem/nf-wdfworkitem-wdfworkitemcreate. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfWorkItemCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PWDF_WORKITEM_CONFIG Config,
                           PWDF_OBJECT_ATTRIBUTES Attributes, WDFWORKITEM *WorkItem)
{
    struct object_config config = {.globals = fx_globals_of(DriverGlobals),
                                   .type = OBJECT_WORKITEM,
                                   .bytes = sizeof(struct workitem),
                                   .attributes = Attributes,
                                   .ops = &workitem_ops,
                                   .flags = OBJECT_EXPLICIT};
    struct presentation *serialised;
    struct object *parent, *object;
    struct workitem *item;
    NTSTATUS status;

    FX_IRQL_OF(WdfWorkItemCreate);
    FX_REQUIRE(Config);
    FX_REQUIRE(WorkItem);
    *WorkItem = NULL;
    if (Config->Size != sizeof *Config)
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!Config->EvtWorkItemFunc)
        return STATUS_INVALID_PARAMETER;
    status = object_attributes_check(&config, &parent);
    if (NT_SUCCESS(status))
        status = serialise(parent, Config->AutomaticSerialization, &serialised);
    if (NT_SUCCESS(status))
        status = object_alloc(&config, &object, &parent);
    if (!NT_SUCCESS(status))
        return status;
    item = CONTAINING_RECORD(object, struct workitem, object);
    item->callback = Config->EvtWorkItemFunc;
    item->serialised = serialised;
    port_work_init(&item->work, workitem_run, item);
    activity_init(&item->activity);
    status = object_join(object, parent);
    if (NT_SUCCESS(status))
        *WorkItem = (WDFWORKITEM)object->self;
    return status;
}

/* wdfworkitem/nf-wdfworkitem-wdfworkitemenqueue. IRQL <= DISPATCH_LEVEL. N10. */
VOID WdfWorkItemEnqueue(PWDF_DRIVER_GLOBALS DriverGlobals, WDFWORKITEM WorkItem)
{
    struct workitem *item = workitem_from_handle(WorkItem);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfWorkItemEnqueue);
    if ((item->object.flags & OBJECT_DELETING) || InterlockedExchange(&item->queued, 1))
        return;
    activity_begin(&item->activity);
    port_work_queue(&item->work);
}

/* wdfworkitem/nf-wdfworkitem-wdfworkitemflush. IRQL = PASSIVE_LEVEL. N11. */
VOID WdfWorkItemFlush(PWDF_DRIVER_GLOBALS DriverGlobals, WDFWORKITEM WorkItem)
{
    struct workitem *item = workitem_from_handle(WorkItem);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfWorkItemFlush);
    if (activity_mine(&item->activity))
        fx_violation(WDF_VERIFIER_FATAL_ERROR, 0, 0, "Deadlock",
                     "%s was called from the work item's own EvtWorkItemFunc, which it waits for.", __func__);
    activity_wait(&item->activity);
}

/* wdfworkitem/nf-wdfworkitem-wdfworkitemgetparentobject. IRQL <= DISPATCH_LEVEL. */
WDFOBJECT WdfWorkItemGetParentObject(PWDF_DRIVER_GLOBALS DriverGlobals, WDFWORKITEM WorkItem)
{
    const struct workitem *item = workitem_from_handle(WorkItem);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfWorkItemGetParentObject);
    return item->object.parent->self;
}
