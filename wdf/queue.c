/* SPDX-License-Identifier: MIT */
/* Queues are made, chosen, deleted and asked: creating-i-o-queues (A, C, E1 to E4). */
#include "wdf/queue.h"

static void queue_stop(struct object *object);
static void queue_destroy(struct object *object);

static const struct object_ops queue_ops = {.stop = queue_stop, .destroy = queue_destroy};

/* -- the device's side ---------------------------------------------------------------------------- */

/* I5: specifying-priority-boosts-when-completing-i-o-requests. */
static CCHAR default_boost(DEVICE_TYPE type)
{
    switch (type) {
    case FILE_DEVICE_CD_ROM:
    case FILE_DEVICE_DISK:
    case FILE_DEVICE_VIRTUAL_DISK:
    case FILE_DEVICE_MASS_STORAGE:
    case FILE_DEVICE_PARALLEL_PORT:
    case FILE_DEVICE_VIDEO:
    case FILE_DEVICE_SCREEN:
    case FILE_DEVICE_FULLSCREEN_VIDEO:
        return 1;
    case FILE_DEVICE_SERIAL_PORT:
    case FILE_DEVICE_SERIAL_MOUSE_PORT:
    case FILE_DEVICE_MODEM:
    case FILE_DEVICE_SERENUM:
    case FILE_DEVICE_NETWORK:
    case FILE_DEVICE_NETWORK_BROWSER:
    case FILE_DEVICE_NETWORK_FILE_SYSTEM:
    case FILE_DEVICE_NETWORK_REDIRECTOR:
    case FILE_DEVICE_PHYSICAL_NETCARD:
    case FILE_DEVICE_MULTI_UNC_PROVIDER:
    case FILE_DEVICE_SMB:
    case FILE_DEVICE_MAILSLOT:
    case FILE_DEVICE_NAMED_PIPE:
        return 2;
    case FILE_DEVICE_KEYBOARD:
    case FILE_DEVICE_8042_PORT:
    case FILE_DEVICE_MOUSE:
        return 6;
    case FILE_DEVICE_SOUND:
    case FILE_DEVICE_MIDI_IN:
    case FILE_DEVICE_MIDI_OUT:
    case FILE_DEVICE_WAVE_IN:
    case FILE_DEVICE_WAVE_OUT:
    case FILE_DEVICE_STREAMS:
    case FILE_DEVICE_KS:
        return 8;
    default:
        return 0;
    }
}

void device_io_init(struct device_io *io, struct object *device, PDEVICE_OBJECT wdm,
                    const WDF_OBJECT_ATTRIBUTES *request_attributes)
{
    FX_ASSERT(device->type == OBJECT_DEVICE && wdm != NULL);
    io->device = device;
    io->globals = device->globals;
    io->wdm = wdm;
    presentation_init(&io->presentation, device, device->scope == WdfSynchronizationScopeDevice,
                      device->level == WdfExecutionLevelPassive);
    KeInitializeSpinLock(&io->lock);
    InitializeListHead(&io->queues);
    io->boost = default_boost(wdm->DeviceType);
    if (request_attributes && request_attributes->Size) {
        io->request_attributes = *request_attributes;
        io->has_request_attributes = TRUE;
    }
    io->request_bytes = request_bytes(io);
}

/* FALSE: its last reference is gone, and it is about to leave the list. */
static BOOLEAN try_reference(struct object *object)
{
    LONG seen = object->references;

    while (seen) {
        LONG found = InterlockedCompareExchange(&object->references, seen + 1, seen);

        if (found == seen)
            return TRUE;
        seen = found;
    }
    return FALSE;
}

void device_io_each_queue(struct device_io *io, void (*visit)(struct queue *queue, void *context), void *context)
{
    struct queue *queue, *before = NULL;
    LIST_ENTRY *entry;
    KIRQL irql;

    KeAcquireSpinLock(&io->lock, &irql);
    for (entry = io->queues.Flink; entry != &io->queues; entry = entry->Flink) {
        queue = CONTAINING_RECORD(entry, struct queue, link);
        if (!try_reference(&queue->object))
            continue;
        KeReleaseSpinLock(&io->lock, irql);
        if (before)
            object_release(&before->object);
        visit(queue, context);
        before = queue;
        KeAcquireSpinLock(&io->lock, &irql);
    }
    KeReleaseSpinLock(&io->lock, irql);
    if (before)
        object_release(&before->object);
}

static void unhold_add(struct queue *queue, void *context)
{
    (void)context;
    queue_unhold(queue, QUEUE_HOLD_ADD);
}

void device_io_added(struct device_io *io)
{
    io->added = TRUE;
    device_io_each_queue(io, unhold_add, NULL);
}

void device_io_stop(struct device_io *io)
{
    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL && !io->default_queue);
    presentation_flush(&io->presentation);
}

static LONG kind_of(UCHAR major)
{
    switch (major) {
    case IRP_MJ_CREATE:
        return QUEUE_KIND_CREATE;
    case IRP_MJ_READ:
        return QUEUE_KIND_READ;
    case IRP_MJ_WRITE:
        return QUEUE_KIND_WRITE;
    case IRP_MJ_DEVICE_CONTROL:
        return QUEUE_KIND_CONTROL;
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        return QUEUE_KIND_INTERNAL;
    default:
        return -1;
    }
}

struct queue *device_io_queue_for(struct device_io *io, UCHAR major)
{
    LONG kind = kind_of(major);

    if (kind < 0)
        return NULL;
    if (io->chosen[kind])
        return io->chosen[kind];
    return kind == QUEUE_KIND_CREATE ? NULL : io->default_queue; /* C5 */
}

NTSTATUS device_io_choose_queue(struct device_io *io, struct queue *queue, WDF_REQUEST_TYPE type)
{
    LONG kind = type <= WdfRequestTypeDeviceControlInternal ? kind_of((UCHAR)type) : -1;
    NTSTATUS status = STATUS_SUCCESS;
    KIRQL irql;

    if (kind < 0)
        return STATUS_INVALID_PARAMETER;
    if (queue->io != io)
        return STATUS_INVALID_DEVICE_REQUEST;
    KeAcquireSpinLock(&io->lock, &irql);
    if (io->chosen[kind])
        status = STATUS_WDF_BUSY;
    else
        io->chosen[kind] = queue;
    KeReleaseSpinLock(&io->lock, irql);
    if (NT_SUCCESS(status))
        (void)InterlockedOr(&queue->object.flags, OBJECT_UNDELETABLE);
    return status;
}

/* -- creation ---------------------------------------------------------------------------------------- */

static NTSTATUS check_config(const struct device_io *io, const WDF_IO_QUEUE_CONFIG *config)
{
    if (config->Size != sizeof *config)
        return STATUS_INFO_LENGTH_MISMATCH;
    if (config->DispatchType <= WdfIoQueueDispatchInvalid || config->DispatchType >= WdfIoQueueDispatchMax)
        return STATUS_INVALID_PARAMETER;
    if (config->PowerManaged > WdfUseDefault)
        return STATUS_INVALID_PARAMETER;
    if (config->DispatchType == WdfIoQueueDispatchParallel ? !config->Settings.Parallel.NumberOfPresentedRequests
                                                           : config->Settings.Parallel.NumberOfPresentedRequests)
        return STATUS_INVALID_PARAMETER;
    if (config->DispatchType != WdfIoQueueDispatchManual && !config->EvtIoDefault && !config->EvtIoRead &&
        !config->EvtIoWrite && !config->EvtIoDeviceControl && !config->EvtIoInternalDeviceControl)
        return STATUS_WDF_NO_CALLBACK;
    if (io->transition)
        return STATUS_POWER_STATE_INVALID;
    return STATUS_SUCCESS;
}

static BOOLEAN is_power_managed(const struct device_io *io, const WDF_IO_QUEUE_CONFIG *config)
{
    if (io->control)
        return FALSE;
    return config->PowerManaged == WdfTrue || (config->PowerManaged == WdfUseDefault && !io->filter);
}

static ULONG limit_of(const WDF_IO_QUEUE_CONFIG *config)
{
    switch (config->DispatchType) {
    case WdfIoQueueDispatchSequential:
        return 1;
    case WdfIoQueueDispatchParallel:
        return config->Settings.Parallel.NumberOfPresentedRequests;
    default:
        return 0;
    }
}

static void queue_init(struct queue *queue, struct device_io *io, const WDF_IO_QUEUE_CONFIG *config)
{
    BOOLEAN passive = queue->object.level == WdfExecutionLevelPassive;

    queue->io = io;
    queue->config = *config;
    queue->power_managed = is_power_managed(io, config);
    queue->limit = limit_of(config);
    KeInitializeSpinLock(&queue->lock);
    InitializeListHead(&queue->link);
    InitializeListHead(&queue->waiting);
    InitializeListHead(&queue->owned);
    queue->accepting = TRUE;
    queue->dispatching = TRUE;
    presentation_init(&queue->own, &queue->object, queue->object.scope == WdfSynchronizationScopeQueue, passive);
    queue->presentation = queue->object.scope == WdfSynchronizationScopeDevice ? &io->presentation : &queue->own;
    queue->dispatch_work.run = queue_dispatch_run;
    queue->change_work.run = queue_change_run;
    queue->change_work.locked = TRUE;
    queue->ready_work.run = queue_ready_run;
    queue->ready_work.locked = TRUE;
}

/* Joins the device; only now can requests come. */
static NTSTATUS queue_join(struct queue *queue)
{
    struct device_io *io = queue->io;
    NTSTATUS status = STATUS_SUCCESS;
    KIRQL irql;

    KeAcquireSpinLock(&io->lock, &irql);
    if (queue->config.DefaultQueue && io->default_queue) {
        status = STATUS_UNSUCCESSFUL;
    } else {
        if (queue->power_managed)
            queue->hold = io->powered ? 0 : QUEUE_HOLD_POWER;
        if (!io->added)
            queue->hold |= QUEUE_HOLD_ADD;
        InsertTailList(&io->queues, &queue->link);
        if (queue->config.DefaultQueue) {
            io->default_queue = queue;
            queue->object.flags |= OBJECT_UNDELETABLE;
        }
    }
    KeReleaseSpinLock(&io->lock, irql);
    return status;
}

/* A level of its own does not go with the device's lock, which is of the device's kind. */
static BOOLEAN levels_fit(const struct queue *queue)
{
    return queue->object.scope != WdfSynchronizationScopeDevice || queue->object.level == queue->io->device->level;
}

/* wdfio/nf-wdfio-wdfioqueuecreate. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfIoQueueCreate(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, PWDF_IO_QUEUE_CONFIG Config,
                          PWDF_OBJECT_ATTRIBUTES QueueAttributes, WDFQUEUE *Queue)
{
    struct object *device = object_from_handle(Device, OBJECT_DEVICE);
    struct object *object, *parent;
    struct object_config config = {.globals = fx_globals_of(DriverGlobals),
                                   .type = OBJECT_QUEUE,
                                   .bytes = sizeof(struct queue),
                                   .attributes = QueueAttributes,
                                   .default_parent = device,
                                   .ops = &queue_ops,
                                   .flags = OBJECT_EXPLICIT};
    struct queue *queue;
    NTSTATUS status;

    FX_IRQL_OF(WdfIoQueueCreate);
    FX_REQUIRE(Config);
    if (Queue)
        *Queue = NULL;
    status = check_config(device_io_of(device), Config);
    if (NT_SUCCESS(status))
        status = object_attributes_check(&config, &parent);
    if (NT_SUCCESS(status) && object_ancestor(parent, OBJECT_DEVICE) != device)
        status = STATUS_INVALID_DEVICE_REQUEST;
    if (NT_SUCCESS(status))
        status = object_alloc(&config, &object, &parent);
    if (!NT_SUCCESS(status))
        return status;
    queue = CONTAINING_RECORD(object, struct queue, object);
    queue_init(queue, device_io_of(device), Config);
    status = object_join(object, parent);
    if (!NT_SUCCESS(status))
        return status;
    status = levels_fit(queue) ? queue_join(queue) : STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL;
    if (!NT_SUCCESS(status)) {
        object_context_silence(object); /* the driver never had it: no callbacks */
        (void)object_delete(object);
        return status;
    }
    if (Queue)
        *Queue = queue_handle(queue);
    return STATUS_SUCCESS;
}

/* -- the end ------------------------------------------------------------------------------------------ */

/* A14: what it still holds is cancelled; what the driver owns must come back first. */
static void queue_stop(struct object *object)
{
    struct queue *queue = CONTAINING_RECORD(object, struct queue, object);
    struct device_io *io = queue->io;
    KIRQL irql;

    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    queue_close(queue);
    KeAcquireSpinLock(&io->lock, &irql);
    if (io->default_queue == queue)
        io->default_queue = NULL;
    for (ULONG kind = 0; kind < QUEUE_KINDS; kind++)
        if (io->chosen[kind] == queue)
            io->chosen[kind] = NULL;
    KeReleaseSpinLock(&io->lock, irql);
    presentation_flush(&queue->own);
}

static void queue_destroy(struct object *object)
{
    struct queue *queue = CONTAINING_RECORD(object, struct queue, object);
    struct request *request;
    KIRQL irql;

    FX_ASSERT(!queue->waiting_count && !queue->owned_count && !queue->loops);
    /* The list keeps it until here, so that who walks the list may let go of the lock. */
    KeAcquireSpinLock(&queue->io->lock, &irql);
    RemoveEntryList(&queue->link);
    KeReleaseSpinLock(&queue->io->lock, irql);
    presentation_check_idle(&queue->own);
    while ((request = queue->kept) != NULL) {
        queue->kept = (struct request *)request->link.Flink;
        request_free_memory(request);
    }
}

/* -- questions ------------------------------------------------------------------------------------------ */

ULONG queue_state(const struct queue *queue)
{
    ULONG state = 0;

    if (queue_accepts(queue))
        state |= WdfIoQueueAcceptRequests;
    if (queue->dispatching)
        state |= WdfIoQueueDispatchRequests;
    if (!queue->waiting_count)
        state |= WdfIoQueueNoRequests;
    if (!queue->owned_count)
        state |= WdfIoQueueDriverNoRequests;
    if (queue->hold & QUEUE_HOLD_POWER)
        state |= WdfIoQueuePnpHeld;
    return state;
}

/* wdfio/nf-wdfio-wdfioqueuegetstate. IRQL <= DISPATCH_LEVEL. */
WDF_IO_QUEUE_STATE WdfIoQueueGetState(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue, PULONG QueueRequests,
                                      PULONG DriverRequests)
{
    struct queue *queue = queue_from_handle(Queue);
    ULONG state;
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueGetState);
    KeAcquireSpinLock(&queue->lock, &irql);
    state = queue_state(queue);
    if (QueueRequests)
        *QueueRequests = queue->waiting_count;
    if (DriverRequests)
        *DriverRequests = queue->owned_count;
    KeReleaseSpinLock(&queue->lock, irql);
    return (WDF_IO_QUEUE_STATE)state;
}

/* wdfio/nf-wdfio-wdfioqueuegetdevice. IRQL <= DISPATCH_LEVEL. */
WDFDEVICE WdfIoQueueGetDevice(PWDF_DRIVER_GLOBALS DriverGlobals, WDFQUEUE Queue)
{
    struct queue *queue = queue_from_handle(Queue);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfIoQueueGetDevice);
    return (WDFDEVICE)queue->io->device->self;
}
