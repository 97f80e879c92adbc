/* SPDX-License-Identifier: MIT */
/*
 * A device node's life: AddDevice, start, query-remove, remove, surprise removal, as the PnP manager drives it.
 * Pages: kernel/state-transitions-for-pnp-devices, kernel/irp-mn-remove-device, kernel/irp-mn-surprise-removal.
 */
#include "nt/pnp/pnp.h"
#include "nt/ex/ex.h"
#include "nt/rtl/format.h"

/* One transition at a time: whoever comes later waits for the earlier one's end. */
void pnp_begin(struct pnp_node *node)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    while (node->busy)
        KeWaitForSingleObject(&node->idle, Executive, KernelMode, FALSE, NULL);
    node->busy = TRUE;
    KeClearEvent(&node->idle);
    pnp_node_reference(node);
}

void pnp_end(struct pnp_node *node)
{
    nt_assert(node->busy, "who ends a transition has begun it");
    node->powering = FALSE;
    if (node->surprise != NULL) {
        KeSetEvent(node->surprise, IO_NO_INCREMENT, FALSE);
    } else {
        node->busy = FALSE;
        KeSetEvent(&node->idle, IO_NO_INCREMENT, FALSE);
    }
    pnp_node_dereference(node);
}

/* An IRP_MJ_PNP without parameters; every one of them starts with STATUS_NOT_SUPPORTED. */
static NTSTATUS send(struct pnp_node *node, UCHAR minor, ULONG_PTR *information)
{
    PDEVICE_OBJECT top = io_device_top(node->pdo);
    struct io_packet *packet = io_kernel_packet(top, IRP_MJ_PNP, minor);
    if (packet == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    packet->irp.IoStatus.Status = STATUS_NOT_SUPPORTED;
    if (information != NULL)
        packet->irp.IoStatus.Information = *information;
    if (minor == IRP_MN_QUERY_DEVICE_RELATIONS)
        IoGetNextIrpStackLocation(&packet->irp)->Parameters.QueryDeviceRelations.Type = BusRelations;
    ob_reference(top); /* a removed stack deletes its top while the IRP is in it */
    NTSTATUS status = io_kernel_call(top, packet, information);
    ob_dereference(top);
    return status;
}

static NTSTATUS send_capabilities(struct pnp_node *node)
{
    PDEVICE_OBJECT top = io_device_top(node->pdo);
    struct io_packet *packet = io_kernel_packet(top, IRP_MJ_PNP, IRP_MN_QUERY_CAPABILITIES);
    if (packet == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    packet->irp.IoStatus.Status = STATUS_NOT_SUPPORTED;
    memset(&node->capabilities, 0, sizeof node->capabilities);
    node->capabilities.Size = sizeof node->capabilities;
    node->capabilities.Version = 1;
    node->capabilities.Address = (ULONG)-1;
    node->capabilities.UINumber = (ULONG)-1;
    IoGetNextIrpStackLocation(&packet->irp)->Parameters.DeviceCapabilities.Capabilities = &node->capabilities;
    return io_kernel_call(top, packet, NULL);
}

/* Children are not enumerated: a bus driver's are let go again. */
static void query_relations(struct pnp_node *node)
{
    ULONG_PTR information = 0;
    NTSTATUS status = send(node, IRP_MN_QUERY_DEVICE_RELATIONS, &information);
    PDEVICE_RELATIONS relations = (PDEVICE_RELATIONS)information;
    if (!NT_SUCCESS(status) || relations == NULL)
        return;
    if (relations->Count != 0)
        nt_log("%s reports %u child devices; children of other buses than the root are not there yet\n", node->instance,
               (unsigned)relations->Count);
    for (ULONG i = 0; i < relations->Count; i++)
        ob_dereference(relations->Objects[i]);
    ExFreePool(relations);
}

static void query_state(struct pnp_node *node)
{
    ULONG_PTR information = 0;
    NTSTATUS status = send(node, IRP_MN_QUERY_PNP_DEVICE_STATE, &information);
    node->device_state = NT_SUCCESS(status) ? (PNP_DEVICE_STATE)information : 0;
}

/* The stack above the physical device object is gone now, if its drivers keep the rules. */
static void stack_gone(struct pnp_node *node)
{
    PDEVICE_OBJECT above = node->pdo->AttachedDevice;
    if (above != NULL) {
        nt_report("DetachOnRemove", 0, "%s did not detach its device object when %s was removed.",
                  nt_image_name(above->DriverObject->MajorFunction[IRP_MJ_PNP]), node->instance);
        IoDetachDevice(node->pdo);
    }
    node->power = PowerDeviceUnspecified;
    node->device_state = 0;
}

static void node_destroy(struct pnp_node *node)
{
    node->state = PNP_REMOVED;
    RemoveEntryList(&node->all);
    pnp_interfaces_forget(node);
    pnp_registry_delete(node);
    IO_DEVICE(node->pdo)->flags |= IO_DEVICE_REMOVED;
    IO_DEVICE(node->pdo)->node = NULL;
    IoDeleteDevice(node->pdo);
    node->pdo = NULL;
    pnp_node_dereference(node); /* the list's */
}

static void remove_stack(struct pnp_node *node, enum pnp_state after)
{
    pnp_interfaces_disable(node);
    send(node, IRP_MN_REMOVE_DEVICE, NULL);
    stack_gone(node);
    node->remove_owed = FALSE;
    node->state = after;
    if (node->node_goes)
        node_destroy(node);
}

static NTSTATUS add_device(struct pnp_node *node, char *text, size_t text_bytes)
{
    NTSTATUS status = io_driver_load(node->service, text, text_bytes);
    if (!NT_SUCCESS(status))
        return status;
    struct io_driver *driver = io_driver_find(node->service);
    nt_assert(driver != NULL, "a driver that was loaded is found");
    if (driver->extension.AddDevice == NULL) {
        rtl_format(text, text_bytes, "%s has no AddDevice routine: it is no PnP driver.", driver->image.name);
        return STATUS_INVALID_DEVICE_REQUEST;
    }
    status = driver->extension.AddDevice(&driver->driver, node->pdo);
    if (nt_irql() != PASSIVE_LEVEL)
        nt_bugcheck(0xC9, 0x05, (ULONG_PTR)node->pdo, PASSIVE_LEVEL, nt_irql(), NULL, node->pdo,
                    "AddDevice of %s returned at IRQL %u.", driver->image.name, nt_irql());
    if (!NT_SUCCESS(status))
        rtl_format(text, text_bytes, "AddDevice of %s failed with status 0x%08x.", driver->image.name,
                   (unsigned)status);
    return status;
}

/* What follows a successful IRP_MN_START_DEVICE, in this order. */
static void after_start(struct pnp_node *node)
{
    node->state = PNP_STARTED;
    node->power = PowerDeviceD0;
    send_capabilities(node);
    query_state(node);
    query_relations(node);
}

static NTSTATUS start_stack(struct pnp_node *node, char *text, size_t text_bytes)
{
    ULONG_PTR requirements = 0;
    send_capabilities(node);
    send(node, IRP_MN_FILTER_RESOURCE_REQUIREMENTS, &requirements);
    if (requirements != 0)
        ExFreePool((PVOID)requirements);
    NTSTATUS status = send(node, IRP_MN_START_DEVICE, NULL);
    if (!NT_SUCCESS(status)) {
        rtl_format(text, text_bytes, "%s did not start: its driver %s failed IRP_MN_START_DEVICE with status 0x%08x.",
                   node->instance, node->service, (unsigned)status);
        return status;
    }
    after_start(node);
    if (node->device_state & (PNP_DEVICE_FAILED | PNP_DEVICE_REMOVED)) {
        rtl_format(text, text_bytes, "%s started, and its driver %s reported at once that it had failed.",
                   node->instance, node->service);
        return STATUS_DEVICE_CONFIGURATION_ERROR;
    }
    return STATUS_SUCCESS;
}

NTSTATUS pnp_start(struct pnp_node *node, char *text, size_t text_bytes)
{
    text[0] = 0;
    pnp_begin(node);
    NTSTATUS status = STATUS_SUCCESS;
    if (node->state == PNP_STARTED) {
        rtl_format(text, text_bytes, "%s is started already.", node->instance);
    } else if (node->state == PNP_SURPRISED || node->state == PNP_REMOVED) {
        rtl_format(text, text_bytes, "%s was removed, and %s.", node->instance,
                   node->state == PNP_REMOVED ? "is gone" : "files on it are still open");
        status = STATUS_DEVICE_BUSY;
    } else {
        status = add_device(node, text, text_bytes);
        if (NT_SUCCESS(status)) {
            node->state = PNP_ADDED;
            status = start_stack(node, text, text_bytes);
            if (!NT_SUCCESS(status))
                remove_stack(node, PNP_FAILED);
        } else {
            stack_gone(node);
            node->state = PNP_FAILED;
        }
        node->problem = status;
    }
    pnp_end(node);
    return status;
}

/* What follows IRP_MN_SURPRISE_REMOVAL. */
static void surprised(struct pnp_node *node, char *text, size_t text_bytes)
{
    node->state = PNP_SURPRISED;
    node->remove_owed = TRUE;
    ULONG files = io_device_files(node->pdo);
    if (files == 0)
        remove_stack(node, PNP_DISABLED);
    else
        rtl_format(text, text_bytes,
                   "%u open file%s: %s was surprise-removed; IRP_MN_REMOVE_DEVICE follows the last close.",
                   (unsigned)files, files == 1 ? "" : "s", node->instance);
}

static void surprise_stack(struct pnp_node *node, char *text, size_t text_bytes)
{
    pnp_interfaces_disable(node);
    node->state = PNP_SURPRISED;
    send(node, IRP_MN_SURPRISE_REMOVAL, NULL);
    surprised(node, text, text_bytes);
}

/* On Windows the PnP manager refuses a query-remove itself while files are open. Here the operator means it: the
 * driver is asked all the same, and with files open the removal is a surprise removal. */
static NTSTATUS disable_started(struct pnp_node *node, char *text, size_t text_bytes)
{
    NTSTATUS status = send(node, IRP_MN_QUERY_REMOVE_DEVICE, NULL);
    if (!NT_SUCCESS(status)) {
        send(node, IRP_MN_CANCEL_REMOVE_DEVICE, NULL);
        rtl_format(text, text_bytes, "The driver %s refused the removal of %s (status 0x%08x).", node->service,
                   node->instance, (unsigned)status);
        node->node_goes = FALSE;
        return status;
    }
    node->state = PNP_REMOVE_PENDING;
    if (io_device_files(node->pdo) == 0)
        remove_stack(node, PNP_DISABLED);
    else
        surprise_stack(node, text, text_bytes);
    return STATUS_SUCCESS;
}

NTSTATUS pnp_disable(struct pnp_node *node, BOOLEAN node_goes, char *text, size_t text_bytes)
{
    text[0] = 0;
    pnp_begin(node);
    NTSTATUS status = STATUS_SUCCESS;
    if (node_goes)
        node->node_goes = TRUE;
    switch (node->state) {
    case PNP_STARTED:
        status = disable_started(node, text, text_bytes);
        break;
    case PNP_SURPRISED:
        if (io_device_files(node->pdo) == 0) { /* the last close was just now: its work item finds nothing to do */
            remove_stack(node, PNP_DISABLED);
            break;
        }
        rtl_format(text, text_bytes, "%s was removed already; %u files on it are still open.", node->instance,
                   (unsigned)io_device_files(node->pdo));
        break;
    case PNP_REMOVED:
        status = STATUS_NO_SUCH_DEVICE;
        break;
    default:
        if (node->node_goes)
            node_destroy(node);
        else
            node->state = PNP_DISABLED;
        break;
    }
    pnp_end(node);
    return status;
}

/* A device that is pulled out during a power transition: its driver hears at once, and the transition, if the driver
 * lets it, ends; then the removal goes on in its place. */
static void surprise_in_transition(struct pnp_node *node, char *text, size_t text_bytes)
{
    KEVENT ended;
    KeInitializeEvent(&ended, NotificationEvent, FALSE);
    pnp_node_reference(node);
    node->surprise = &ended;
    node->node_goes = TRUE;
    pnp_interfaces_disable(node);
    send(node, IRP_MN_SURPRISE_REMOVAL, NULL);
    KeWaitForSingleObject(&ended, Executive, KernelMode, FALSE, NULL);
    node->surprise = NULL;
    surprised(node, text, text_bytes);
    pnp_end(node);
}

NTSTATUS pnp_surprise(struct pnp_node *node, char *text, size_t text_bytes)
{
    text[0] = 0;
    if (node->powering && node->surprise == NULL && node->state == PNP_STARTED) {
        surprise_in_transition(node, text, text_bytes);
        return STATUS_SUCCESS;
    }
    pnp_begin(node);
    NTSTATUS status = STATUS_SUCCESS;
    if (node->state == PNP_STARTED) {
        node->node_goes = TRUE;
        surprise_stack(node, text, text_bytes);
    } else {
        rtl_format(text, text_bytes, "%s is %s: only a started device can be pulled out.", node->instance,
                   pnp_state_name(node->state));
        status = STATUS_INVALID_DEVICE_STATE;
    }
    pnp_end(node);
    return status;
}

/* -- what drivers and closing files set going: a work item per node, which runs as often as there is work -- */

static void state_changed(struct pnp_node *node)
{
    char text[256];
    if (node->state != PNP_STARTED)
        return;
    query_state(node);
    if (node->device_state & (PNP_DEVICE_FAILED | PNP_DEVICE_REMOVED | PNP_DEVICE_DISABLED)) {
        nt_log("the driver of %s reported device state 0x%x: the device is removed\n", node->instance,
               (unsigned)node->device_state);
        node->problem = STATUS_DEVICE_CONFIGURATION_ERROR;
        surprise_stack(node, text, sizeof text);
        if (node->state == PNP_DISABLED)
            node->state = PNP_FAILED;
    }
}

static VOID NTAPI node_work(PVOID parameter)
{
    struct pnp_node *node = parameter;
    pnp_begin(node);
    while (node->work_pending != 0) {
        ULONG work = node->work_pending;
        node->work_pending = 0;
        if (node->state == PNP_REMOVED)
            break;
        if ((work & PNP_WORK_FILES_CLOSED) && node->remove_owed && io_device_files(node->pdo) == 0) {
            remove_stack(node, node->problem == STATUS_DEVICE_CONFIGURATION_ERROR ? PNP_FAILED : PNP_DISABLED);
            continue;
        }
        if (work & PNP_WORK_STATE)
            state_changed(node);
        if ((work & PNP_WORK_RELATIONS) && node->state == PNP_STARTED)
            query_relations(node);
    }
    node->work_queued = FALSE;
    pnp_end(node);
    pnp_node_dereference(node); /* the work item's */
}

static void work(struct pnp_node *node, ULONG what)
{
    node->work_pending |= what;
    if (node->work_queued)
        return;
    node->work_queued = TRUE;
    pnp_node_reference(node);
    ExInitializeWorkItem(&node->work, node_work, node);
    ex_work_queue(&node->work);
}

void pnp_files_closed(struct pnp_node *node)
{
    if (node->remove_owed)
        work(node, PNP_WORK_FILES_CLOSED);
}

/* wdm/nf-wdm-ioinvalidatedevicestate. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoInvalidateDeviceState(PDEVICE_OBJECT PhysicalDeviceObject)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    struct pnp_node *node = pnp_node_of(PhysicalDeviceObject);
    if (node != NULL)
        work(node, PNP_WORK_STATE);
}

/* wdm/nf-wdm-ioinvalidatedevicerelations. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoInvalidateDeviceRelations(PDEVICE_OBJECT DeviceObject, DEVICE_RELATION_TYPE Type)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    struct pnp_node *node = pnp_node_of(DeviceObject);
    if (node != NULL && Type == BusRelations)
        work(node, PNP_WORK_RELATIONS);
}
