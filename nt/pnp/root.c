/* SPDX-License-Identifier: MIT */
/*
 * The root bus: the driver of every physical device object. It answers what a bus driver must answer, completes
 * the rest as it came. Pages: kernel/irp-mn-query-id and its neighbours.
 */
#include "nt/pnp/pnp.h"
#include "nt/ex/ex.h"
#include "nt/rtl/format.h"

static struct io_driver *root_driver;

static NTSTATUS complete(PIRP irp, NTSTATUS status)
{
    irp->IoStatus.Status = status;
    IofCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

static NTSTATUS query_capabilities(PIO_STACK_LOCATION stack)
{
    PDEVICE_CAPABILITIES capabilities = stack->Parameters.DeviceCapabilities.Capabilities;
    if (capabilities->Version != 1 || capabilities->Size < sizeof(DEVICE_CAPABILITIES))
        return STATUS_UNSUCCESSFUL;
    capabilities->UniqueID = TRUE;
    capabilities->DeviceState[PowerSystemWorking] = PowerDeviceD0;
    for (ULONG state = PowerSystemSleeping1; state < PowerSystemMaximum; state++)
        capabilities->DeviceState[state] = PowerDeviceD3;
    capabilities->SystemWake = PowerSystemUnspecified;
    capabilities->DeviceWake = PowerDeviceUnspecified;
    return STATUS_SUCCESS;
}

/* A string of the caller's, in pool that it frees; `zeroes` end it (two for a list). */
static NTSTATUS answer_text(PIRP irp, const char *text, size_t zeroes)
{
    size_t length = 0;
    while (text[length] != 0)
        length++;
    PWSTR answer = ex_alloc_zeroed((length + zeroes) * sizeof(WCHAR), IO_TAG);
    if (answer == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    pnp_widen(answer, length + 1, text);
    irp->IoStatus.Information = (ULONG_PTR)answer;
    return STATUS_SUCCESS;
}

static NTSTATUS query_id(struct pnp_node *node, PIRP irp, BUS_QUERY_ID_TYPE type)
{
    char device[PNP_ID_MAX];
    size_t slash = 0;
    for (size_t i = 0; node->instance[i] != 0; i++)
        if (node->instance[i] == '\\')
            slash = i;
    switch (type) {
    case BusQueryDeviceID:
        rtl_format(device, sizeof device, "%.*s", (int)slash, node->instance);
        return answer_text(irp, device, 1);
    case BusQueryInstanceID:
        return answer_text(irp, node->instance + slash + 1, 1);
    case BusQueryHardwareIDs:
        return answer_text(irp, node->hardware_id, 2);
    default:
        return irp->IoStatus.Status;
    }
}

static NTSTATUS query_relations(PDEVICE_OBJECT device, PIRP irp, DEVICE_RELATION_TYPE type)
{
    if (type != TargetDeviceRelation)
        return irp->IoStatus.Status; /* no children: as it came */
    PDEVICE_RELATIONS relations = ex_alloc_zeroed(sizeof *relations, IO_TAG);
    if (relations == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    relations->Count = 1;
    relations->Objects[0] = device;
    ob_reference(device);
    irp->IoStatus.Information = (ULONG_PTR)relations;
    return STATUS_SUCCESS;
}

static NTSTATUS NTAPI root_pnp(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    struct pnp_node *node = IO_DEVICE(DeviceObject)->node;
    switch (stack->MinorFunction) {
    case IRP_MN_START_DEVICE:
    case IRP_MN_QUERY_STOP_DEVICE:
    case IRP_MN_CANCEL_STOP_DEVICE:
    case IRP_MN_STOP_DEVICE:
    case IRP_MN_QUERY_REMOVE_DEVICE:
    case IRP_MN_CANCEL_REMOVE_DEVICE:
    case IRP_MN_SURPRISE_REMOVAL:
    case IRP_MN_REMOVE_DEVICE:
        return complete(Irp, STATUS_SUCCESS);
    case IRP_MN_QUERY_CAPABILITIES:
        return complete(Irp, query_capabilities(stack));
    case IRP_MN_QUERY_ID:
        return complete(Irp, query_id(node, Irp, stack->Parameters.QueryId.IdType));
    case IRP_MN_QUERY_DEVICE_RELATIONS:
        return complete(Irp, query_relations(DeviceObject, Irp, stack->Parameters.QueryDeviceRelations.Type));
    default:
        return complete(Irp, Irp->IoStatus.Status);
    }
}

static NTSTATUS NTAPI root_power(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    NTSTATUS status = Irp->IoStatus.Status;
    PoStartNextPowerIrp(Irp);
    if (stack->MinorFunction == IRP_MN_SET_POWER) {
        PoSetPowerState(DeviceObject, stack->Parameters.Power.Type, stack->Parameters.Power.State);
        status = STATUS_SUCCESS;
    } else if (stack->MinorFunction == IRP_MN_QUERY_POWER) {
        status = STATUS_SUCCESS;
    }
    return complete(Irp, status);
}

static NTSTATUS NTAPI root_system_control(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    (void)DeviceObject;
    return complete(Irp, Irp->IoStatus.Status);
}

void pnp_root_boot(void)
{
    NTSTATUS status = io_driver_create("PnpManager", NULL, &root_driver);
    nt_assert(NT_SUCCESS(status), "there is room for the root bus at boot");
    root_driver->driver.MajorFunction[IRP_MJ_PNP] = root_pnp;
    root_driver->driver.MajorFunction[IRP_MJ_POWER] = root_power;
    root_driver->driver.MajorFunction[IRP_MJ_SYSTEM_CONTROL] = root_system_control;
}

/* The node's physical device object; it lives as long as the node. */
NTSTATUS pnp_root_child(struct pnp_node *node)
{
    PDEVICE_OBJECT device;
    NTSTATUS status = IoCreateDevice(&root_driver->driver, 0, NULL, FILE_DEVICE_CONTROLLER,
                                     FILE_AUTOGENERATED_DEVICE_NAME, FALSE, &device);
    if (!NT_SUCCESS(status))
        return status;
    device->Flags |= DO_BUS_ENUMERATED_DEVICE | DO_POWER_PAGABLE;
    device->Flags &= (ULONG)~DO_DEVICE_INITIALIZING;
    IO_DEVICE(device)->node = node;
    IO_DEVICE(device)->flags |= IO_DEVICE_ROOT_CHILD;
    node->pdo = device;
    return STATUS_SUCCESS;
}
