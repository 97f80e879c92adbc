/* SPDX-License-Identifier: MIT */
/* PnP IRPs: what each does on its way through this device. */
#include "wdf/device.h"
#include "wdf/dispatch.h"
#include "wdf/interface.h"
#include "wdf/power.h"

enum {
    PNP_MINOR_MAX = IRP_MN_DEVICE_ENUMERATED,
};

void pnp_init(struct device *device, const struct pnp_config *config)
{
    struct pnp *pnp = &device->pnp;

    pnp->config = *config;
    pnp->state = WdfDevStatePnpObjectCreated;
    pnp->power_state = WdfDevStatePowerObjectCreated;
    pnp->policy_state = WdfDevStatePwrPolObjectCreated;
    pnp->device_state = WdfPowerDeviceD3Final;
    pnp->static_stop_remove = TRUE;
    KeInitializeEvent(&pnp->in_d0, NotificationEvent, FALSE);
    KeInitializeEvent(&pnp->turn, SynchronizationEvent, TRUE);
    power_init(device);
}

void pnp_added(struct device *device)
{
    device->pnp.done |= PNP_ADDED;
    device->pnp.state = WdfDevStatePnpInit;
    device->wdm->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
    device_io_added(&device->io);
}

void pnp_undo_add(struct device *device)
{
    FX_ASSERT(!(device->pnp.done & PNP_ADDED));
    device_end(device);
}

/* nf-wdfdevice-wdfdevicesetfailed and failing callbacks come here; the PnP manager asks for the state and takes the
 * device away (Q24). Whether it comes back is up to the bus driver, which must offer to enumerate it again. */
void device_fail(struct device *device, WDF_DEVICE_FAILED_ACTION action)
{
    if (device->pnp.failed == WdfDeviceFailedUndefined && device->physical) {
        device->pnp.failed = action;
        IoInvalidateDeviceState(device->physical);
    }
}

/* -- sending down and getting back ------------------------------------------------------------- */

static NTSTATUS NTAPI signal_completion(PDEVICE_OBJECT wdm, PIRP irp, PVOID context)
{
    UNREFERENCED_PARAMETER(wdm);
    UNREFERENCED_PARAMETER(irp);
    (void)KeSetEvent((PKEVENT)context, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

/* The drivers below do their part first; the IRP is this driver's again when this returns. */
static NTSTATUS pass_and_wait(struct device *device, PIRP irp)
{
    KEVENT event;
    NTSTATUS status;

    KeInitializeEvent(&event, NotificationEvent, FALSE);
    IoCopyCurrentIrpStackLocationToNext(irp);
    IoSetCompletionRoutine(irp, signal_completion, &event, TRUE, TRUE, TRUE);
    status = IoCallDriver(device->lower, irp);
    if (status == STATUS_PENDING) {
        (void)KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
        status = irp->IoStatus.Status;
    }
    return status;
}

/* Completes without touching Information, which carries the answer of several PnP IRPs. */
static NTSTATUS finish(PIRP irp, NTSTATUS status)
{
    irp->IoStatus.Status = status;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

static NTSTATUS succeed_down(struct device *device, PIRP irp)
{
    irp->IoStatus.Status = STATUS_SUCCESS;
    return dispatch_pass_down(device, irp);
}

/* -- start, stop -------------------------------------------------------------------------------- */

static NTSTATUS start_device(struct device *device, PIRP irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    PCM_RESOURCE_LIST raw = stack->Parameters.StartDevice.AllocatedResources;
    PCM_RESOURCE_LIST translated = stack->Parameters.StartDevice.AllocatedResourcesTranslated;
    NTSTATUS status;

    pnp_turn_take(device);
    status = pass_and_wait(device, irp);
    if (NT_SUCCESS(status)) {
        device->pnp.state = WdfDevStatePnpInitStarting;
        status = pnp_sequence_start(device, raw, translated);
    }
    device->pnp.state = NT_SUCCESS(status) ? WdfDevStatePnpStarted : WdfDevStatePnpFailedInit;
    if (NT_SUCCESS(status))
        device->pnp.policy_state =
            device->flags & DEVICE_POWER_OWNER ? WdfDevStatePwrPolStarted : WdfDevStatePwrPolGotoD0InD0;
    pnp_turn_give(device);
    return finish(irp, status);
}

/* Rules M12, Q17: these two callbacks are not serialised with the others, but no sequence runs across them here. */
static NTSTATUS ask_driver(struct device *device, NTSTATUS (*callback)(WDFDEVICE), const CHAR *name)
{
    struct fx_callback_guard guard;
    NTSTATUS status;

    if (!device->pnp.static_stop_remove || device->pnp.special_files > 0)
        return STATUS_INVALID_DEVICE_STATE;
    if (!callback)
        return STATUS_SUCCESS;
    fx_callback_enter(&guard);
    status = callback(device_handle(device));
    fx_callback_leave(&guard, name, (PVOID)callback);
    return status;
}

static NTSTATUS query(struct device *device, PIRP irp, NTSTATUS (*callback)(WDFDEVICE), const CHAR *name,
                      WDF_DEVICE_PNP_STATE pending)
{
    NTSTATUS status;

    if (!(device->pnp.done & PNP_STARTED))
        return succeed_down(device, irp);
    status = ask_driver(device, callback, name);
    if (!NT_SUCCESS(status))
        return finish(irp, status);
    device->pnp.state = pending;
    return succeed_down(device, irp);
}

static NTSTATUS query_stop(struct device *device, PIRP irp)
{
    return query(device, irp, device->pnp.config.callbacks.EvtDeviceQueryStop, "EvtDeviceQueryStop",
                 WdfDevStatePnpQueryStopPending);
}

static NTSTATUS query_remove(struct device *device, PIRP irp)
{
    return query(device, irp, device->pnp.config.callbacks.EvtDeviceQueryRemove, "EvtDeviceQueryRemove",
                 WdfDevStatePnpQueryRemovePending);
}

static NTSTATUS cancel_query(struct device *device, PIRP irp)
{
    NTSTATUS status = pass_and_wait(device, irp);

    UNREFERENCED_PARAMETER(status);
    device->pnp.state = device->pnp.done & PNP_STARTED ? WdfDevStatePnpStarted : WdfDevStatePnpInit;
    return finish(irp, STATUS_SUCCESS);
}

static NTSTATUS stop_device(struct device *device, PIRP irp)
{
    pnp_turn_take(device);
    pnp_sequence_stop(device);
    device->pnp.state = WdfDevStatePnpStopped;
    pnp_turn_give(device);
    return succeed_down(device, irp);
}

/* -- removal ------------------------------------------------------------------------------------ */

static void refuse_new_io(struct device *device)
{
    (void)InterlockedOr((LONG volatile *)&device->slow, DEVICE_SLOW_REMOVED);
    (void)KeSetEvent(&device->pnp.in_d0, IO_NO_INCREMENT, FALSE);
}

/* Rules Q6, Z4: the callback comes first and waits for no sequence that may be running. */
static NTSTATUS surprise_removal(struct device *device, PIRP irp)
{
    PFN_WDF_DEVICE_SURPRISE_REMOVAL callback = device->pnp.config.callbacks.EvtDeviceSurpriseRemoval;
    struct fx_callback_guard guard;

    refuse_new_io(device);
    if (callback) {
        fx_callback_enter(&guard);
        callback(device_handle(device));
        fx_callback_leave(&guard, "EvtDeviceSurpriseRemoval", (PVOID)callback);
    }
    pnp_turn_take(device);
    device->pnp.done |= PNP_SURPRISE;
    device->pnp.state = WdfDevStatePnpSurpriseRemove;
    pnp_sequence_surprise(device);
    pnp_turn_give(device);
    return succeed_down(device, irp);
}

static NTSTATUS remove_device(struct device *device, PIRP irp)
{
    NTSTATUS status;

    refuse_new_io(device);
    object_reference(&device->object);
    pnp_turn_take(device);
    device->pnp.state = WdfDevStatePnpRemovingDisableInterfaces;
    pnp_sequence_remove(device);
    device->pnp.state = WdfDevStatePnpRemoved;
    device->pnp.policy_state = WdfDevStatePwrPolRemoved;
    pnp_turn_give(device);
    status = succeed_down(device, irp);
    device->pnp.state = WdfDevStatePnpFinal;
    device_end(device);
    object_release(&device->object);
    return status;
}

/* -- queries ------------------------------------------------------------------------------------ */

static void set_tri(ULONG bit, WDF_TRI_STATE value, ULONG *flags)
{
    if (value == WdfTrue)
        *flags |= bit;
    else if (value == WdfFalse)
        *flags &= ~bit;
}

/* The bit-fields of DEVICE_CAPABILITIES by the documented order; the first eight bytes are Size and Version. */
enum {
    CAPABILITY_D1 = 1 << 0,
    CAPABILITY_D2 = 1 << 1,
    CAPABILITY_LOCK = 1 << 2,
    CAPABILITY_EJECT = 1 << 3,
    CAPABILITY_REMOVABLE = 1 << 4,
    CAPABILITY_DOCK = 1 << 5,
    CAPABILITY_UNIQUE = 1 << 6,
    CAPABILITY_SILENT = 1 << 7,
    CAPABILITY_SURPRISE = 1 << 9,
    CAPABILITY_WAKE_D0 = 1 << 10,
    CAPABILITY_WAKE_D1 = 1 << 11,
    CAPABILITY_WAKE_D2 = 1 << 12,
    CAPABILITY_WAKE_D3 = 1 << 13,
    CAPABILITY_HARDWARE_DISABLED = 1 << 14,
    CAPABILITY_NO_DISPLAY = 1 << 16,
};

static void fill_pnp_capabilities(const WDF_DEVICE_PNP_CAPABILITIES *from, PDEVICE_CAPABILITIES to)
{
    ULONG *flags = (ULONG *)(PVOID)((PUCHAR)to + FIELD_OFFSET(DEVICE_CAPABILITIES, Version) + sizeof(to->Version));

    set_tri(CAPABILITY_LOCK, from->LockSupported, flags);
    set_tri(CAPABILITY_EJECT, from->EjectSupported, flags);
    set_tri(CAPABILITY_REMOVABLE, from->Removable, flags);
    set_tri(CAPABILITY_DOCK, from->DockDevice, flags);
    set_tri(CAPABILITY_UNIQUE, from->UniqueID, flags);
    set_tri(CAPABILITY_SILENT, from->SilentInstall, flags);
    set_tri(CAPABILITY_SURPRISE, from->SurpriseRemovalOK, flags);
    set_tri(CAPABILITY_HARDWARE_DISABLED, from->HardwareDisabled, flags);
    set_tri(CAPABILITY_NO_DISPLAY, from->NoDisplayInUI, flags);
    if (from->Address != (ULONG)-1)
        to->Address = from->Address;
    if (from->UINumber != (ULONG)-1)
        to->UINumber = from->UINumber;
}

static void fill_power_capabilities(const WDF_DEVICE_POWER_CAPABILITIES *from, PDEVICE_CAPABILITIES to)
{
    ULONG *flags = (ULONG *)(PVOID)((PUCHAR)to + FIELD_OFFSET(DEVICE_CAPABILITIES, Version) + sizeof(to->Version));

    set_tri(CAPABILITY_D1, from->DeviceD1, flags);
    set_tri(CAPABILITY_D2, from->DeviceD2, flags);
    set_tri(CAPABILITY_WAKE_D0, from->WakeFromD0, flags);
    set_tri(CAPABILITY_WAKE_D1, from->WakeFromD1, flags);
    set_tri(CAPABILITY_WAKE_D2, from->WakeFromD2, flags);
    set_tri(CAPABILITY_WAKE_D3, from->WakeFromD3, flags);
    for (ULONG i = 0; i < RTL_NUMBER_OF(from->DeviceState); i++)
        if (from->DeviceState[i] != PowerDeviceMaximum)
            to->DeviceState[i] = from->DeviceState[i];
    if (from->DeviceWake != PowerDeviceMaximum)
        to->DeviceWake = from->DeviceWake;
    if (from->SystemWake != PowerSystemMaximum)
        to->SystemWake = from->SystemWake;
    if (from->D1Latency != (ULONG)-1)
        to->D1Latency = from->D1Latency;
    if (from->D2Latency != (ULONG)-1)
        to->D2Latency = from->D2Latency;
    if (from->D3Latency != (ULONG)-1)
        to->D3Latency = from->D3Latency;
}

static NTSTATUS query_capabilities(struct device *device, PIRP irp)
{
    PDEVICE_CAPABILITIES capabilities = IoGetCurrentIrpStackLocation(irp)->Parameters.DeviceCapabilities.Capabilities;
    NTSTATUS status = pass_and_wait(device, irp);

    if (NT_SUCCESS(status) && device->pnp.capabilities.Size)
        fill_pnp_capabilities(&device->pnp.capabilities, capabilities);
    if (NT_SUCCESS(status) && device->pnp.power_capabilities.Size)
        fill_power_capabilities(&device->pnp.power_capabilities, capabilities);
    return finish(irp, status);
}

static ULONG_PTR state_flags(const struct pnp *pnp)
{
    ULONG flags = 0;

    set_tri(PNP_DEVICE_DISABLED, pnp->device_flags.Disabled, &flags);
    set_tri(PNP_DEVICE_DONT_DISPLAY_IN_UI, pnp->device_flags.DontDisplayInUI, &flags);
    set_tri(PNP_DEVICE_NOT_DISABLEABLE, pnp->device_flags.NotDisableable, &flags);
    set_tri(PNP_DEVICE_REMOVED, pnp->device_flags.Removed, &flags);
    set_tri(PNP_DEVICE_RESOURCE_REQUIREMENTS_CHANGED, pnp->device_flags.ResourcesChanged, &flags);
    set_tri(PNP_DEVICE_FAILED, pnp->device_flags.Failed, &flags);
    if (pnp->failed != WdfDeviceFailedUndefined)
        flags |= PNP_DEVICE_FAILED;
    if (pnp->special_files > 0)
        flags |= PNP_DEVICE_NOT_DISABLEABLE;
    return flags;
}

static NTSTATUS query_pnp_state(struct device *device, PIRP irp)
{
    NTSTATUS status = pass_and_wait(device, irp);

    if (status == STATUS_NOT_SUPPORTED) {
        status = STATUS_SUCCESS;
        irp->IoStatus.Information = 0;
    }
    if (NT_SUCCESS(status))
        irp->IoStatus.Information |= state_flags(&device->pnp);
    return finish(irp, status);
}

static NTSTATUS query_relations(struct device *device, PIRP irp)
{
    PFN_WDF_DEVICE_RELATIONS_QUERY callback = device->pnp.config.callbacks.EvtDeviceRelationsQuery;
    DEVICE_RELATION_TYPE type = IoGetCurrentIrpStackLocation(irp)->Parameters.QueryDeviceRelations.Type;
    struct fx_callback_guard guard;

    if (callback) {
        fx_callback_enter(&guard);
        callback(device_handle(device), type);
        fx_callback_leave(&guard, "EvtDeviceRelationsQuery", (PVOID)callback);
    }
    return dispatch_pass_down(device, irp);
}

/* A paging, hibernation or dump file comes to the device or leaves it. */
static NTSTATUS usage_notification(struct device *device, PIRP irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    const WDF_PNPPOWER_EVENT_CALLBACKS *callbacks = &device->pnp.config.callbacks;
    WDF_SPECIAL_FILE_TYPE type = (WDF_SPECIAL_FILE_TYPE)stack->Parameters.UsageNotification.Type;
    BOOLEAN in_path = stack->Parameters.UsageNotification.InPath;
    NTSTATUS status;

    if (type >= WdfSpecialFileMax || (!(device->flags & DEVICE_FILTER) && !device->pnp.special_supported[type]))
        return finish(irp, STATUS_NOT_IMPLEMENTED);
    status = pass_and_wait(device, irp);
    if (NT_SUCCESS(status) && callbacks->EvtDeviceUsageNotificationEx)
        status = callbacks->EvtDeviceUsageNotificationEx(device_handle(device), type, in_path);
    else if (NT_SUCCESS(status) && callbacks->EvtDeviceUsageNotification)
        callbacks->EvtDeviceUsageNotification(device_handle(device), type, in_path);
    if (NT_SUCCESS(status))
        device->pnp.special_files += in_path ? 1 : (ULONG)-1;
    return finish(irp, status);
}

static NTSTATUS (*const routines[PNP_MINOR_MAX + 1])(struct device *, PIRP) = {
    [IRP_MN_START_DEVICE] = start_device,
    [IRP_MN_QUERY_REMOVE_DEVICE] = query_remove,
    [IRP_MN_REMOVE_DEVICE] = remove_device,
    [IRP_MN_CANCEL_REMOVE_DEVICE] = cancel_query,
    [IRP_MN_STOP_DEVICE] = stop_device,
    [IRP_MN_QUERY_STOP_DEVICE] = query_stop,
    [IRP_MN_CANCEL_STOP_DEVICE] = cancel_query,
    [IRP_MN_QUERY_DEVICE_RELATIONS] = query_relations,
    [IRP_MN_QUERY_CAPABILITIES] = query_capabilities,
    [IRP_MN_QUERY_PNP_DEVICE_STATE] = query_pnp_state,
    [IRP_MN_DEVICE_USAGE_NOTIFICATION] = usage_notification,
    [IRP_MN_SURPRISE_REMOVAL] = surprise_removal,
};

NTSTATUS pnp_irp(struct device *device, PIRP irp)
{
    UCHAR minor = IoGetCurrentIrpStackLocation(irp)->MinorFunction;

    if (!device->lower)
        return dispatch_complete(irp, STATUS_INVALID_DEVICE_REQUEST);
    if (minor <= PNP_MINOR_MAX && routines[minor])
        return routines[minor](device, irp);
    return dispatch_pass_down(device, irp);
}
