/* SPDX-License-Identifier: MIT */
/* WDFDPC (N1 to N9). */
#include "wdf/queue.h"

struct dpc {
    struct object object;
    PFN_WDF_DPC callback;
    struct presentation *serialised; /* NULL: no lock */
    struct port_dpc dpc;
    struct activity activity;
};

#define dpc_from_handle(handle) CONTAINING_RECORD(object_from_handle((handle), OBJECT_DPC), struct dpc, object)

static VOID NTAPI dpc_routine(PKDPC kdpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct dpc *dpc = context;
    struct presentation_entry entry;
    struct fx_callback_guard guard;

    (void)kdpc;
    (void)argument1;
    (void)argument2;
    activity_begin(&dpc->activity);
    if (dpc->serialised)
        presentation_enter(dpc->serialised, &entry, "A DPC's callback");
    activity_runs(&dpc->activity);
    fx_callback_enter(&guard);
    dpc->callback((WDFDPC)dpc->object.self);
    fx_callback_leave(&guard, "EvtDpcFunc", (void *)dpc->callback);
    if (dpc->serialised)
        presentation_leave(dpc->serialised, &entry);
    activity_end(&dpc->activity);
}

static void dpc_stop(struct object *object)
{
    struct dpc *dpc = CONTAINING_RECORD(object, struct dpc, object);

    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    (void)port_dpc_remove(&dpc->dpc);
    do {
        port_dpc_flush();
        activity_wait(&dpc->activity);
    } while (port_dpc_remove(&dpc->dpc)); /* the callback may have queued it once more */
}

static const struct object_ops dpc_ops = {.stop = dpc_stop};

/* wdfdpc/nf-wdfdpc-wdfdpccreate. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfDpcCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PWDF_DPC_CONFIG Config, PWDF_OBJECT_ATTRIBUTES Attributes,
                      WDFDPC *Dpc)
{
    struct object_config config = {.globals = fx_globals_of(DriverGlobals),
                                   .type = OBJECT_DPC,
                                   .bytes = sizeof(struct dpc),
                                   .attributes = Attributes,
                                   .ops = &dpc_ops,
                                   .flags = OBJECT_EXPLICIT};
    struct presentation *serialised;
    struct object *parent, *object;
    struct dpc *dpc;
    NTSTATUS status;

    FX_IRQL_OF(WdfDpcCreate);
    FX_REQUIRE(Config);
    FX_REQUIRE(Dpc);
    *Dpc = NULL;
    if (Config->Size != sizeof *Config)
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!Config->EvtDpcFunc)
        return STATUS_INVALID_PARAMETER;
    status = object_attributes_check(&config, &parent);
    if (NT_SUCCESS(status))
        status = sync_serialise_with(parent, Config->AutomaticSerialization, FALSE, &serialised);
    if (NT_SUCCESS(status))
        status = object_alloc(&config, &object, &parent);
    if (!NT_SUCCESS(status))
        return status;
    dpc = CONTAINING_RECORD(object, struct dpc, object);
    dpc->callback = Config->EvtDpcFunc;
    dpc->serialised = serialised;
    port_dpc_init(&dpc->dpc, dpc_routine, dpc);
    activity_init(&dpc->activity);
    status = object_join(object, parent);
    if (NT_SUCCESS(status))
        *Dpc = (WDFDPC)object->self;
    return status;
}

/* wdfdpc/nf-wdfdpc-wdfdpcenqueue. Any IRQL. N8. */
BOOLEAN WdfDpcEnqueue(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDPC Dpc)
{
    struct dpc *dpc = dpc_from_handle(Dpc);

    (void)DriverGlobals;
    if (dpc->object.flags & OBJECT_DELETING)
        return FALSE;
    return port_dpc_queue(&dpc->dpc);
}

/* wdfdpc/nf-wdfdpc-wdfdpccancel. Any IRQL; PASSIVE_LEVEL if Wait. N9. */
BOOLEAN WdfDpcCancel(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDPC Dpc, BOOLEAN Wait)
{
    struct dpc *dpc = dpc_from_handle(Dpc);
    BOOLEAN was_queued;

    (void)DriverGlobals;
    if (Wait)
        FX_IRQL(PASSIVE_LEVEL);
    was_queued = port_dpc_remove(&dpc->dpc);
    if (Wait && !was_queued) {
        port_dpc_flush();
        activity_wait(&dpc->activity);
    }
    return was_queued;
}

/* wdfdpc/nf-wdfdpc-wdfdpcgetparentobject. Any IRQL. */
WDFOBJECT WdfDpcGetParentObject(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDPC Dpc)
{
    const struct dpc *dpc = dpc_from_handle(Dpc);

    (void)DriverGlobals;
    return dpc->object.parent->self;
}

/* wdfdpc/nf-wdfdpc-wdfdpcwdmgetdpc. Any IRQL. */
PKDPC WdfDpcWdmGetDpc(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDPC Dpc)
{
    struct dpc *dpc = dpc_from_handle(Dpc);

    (void)DriverGlobals;
    return &dpc->dpc.dpc;
}
