/* SPDX-License-Identifier: MIT */
/*
 * Power IRPs. A device IRP that changes the state is pended, and a thread of its own runs the callbacks: the way down
 * waits for requests that the driver owns (L3), which no dispatch routine and no shared worker may do. Down: callbacks
 * first, then the lower drivers; up: the other way round (Q18).
 */
#include "wdf/power.h"
#include "wdf/dispatch.h"

/* Before Windows Vista the next power IRP had to be asked for; today it does no harm. */
static NTSTATUS pass_power(struct device *device, PIRP irp)
{
    PoStartNextPowerIrp(irp);
    IoSkipCurrentIrpStackLocation(irp);
    return PoCallDriver(device->lower, irp);
}

static void tell_state(struct device *device, DEVICE_POWER_STATE state)
{
    POWER_STATE power = {.DeviceState = state};

    (void)PoSetPowerState(device->wdm, DevicePowerState, power);
}

/* An IRP that was pended here: its location stays marked, so the next driver gets one of its own. */
static void pass_pended_power(struct device *device, PIRP irp)
{
    PoStartNextPowerIrp(irp);
    IoCopyCurrentIrpStackLocationToNext(irp);
    (void)PoCallDriver(device->lower, irp);
}

/* -- the thread that changes the state ------------------------------------------------------------ */

static void change_down(struct device *device, PIRP irp, DEVICE_POWER_STATE state)
{
    pnp_turn_take(device);
    if (device->pnp.done & PNP_D0) {
        pnp_sequence_down(device, (WDF_POWER_DEVICE_STATE)state);
        device->pnp.policy_state =
            device->flags & DEVICE_POWER_OWNER ? WdfDevStatePwrPolSystemAsleepNoWake : WdfDevStatePwrPolDx;
        tell_state(device, state);
    } else if (device->pnp.done & PNP_STARTED) {
        device->pnp.device_state = (WDF_POWER_DEVICE_STATE)state;
    }
    pnp_turn_give(device);
    irp->IoStatus.Status = STATUS_SUCCESS;
    pass_pended_power(device, irp);
}

/* Rule Q10: a D0Entry that fails makes the device fail; the power IRP itself has nobody to tell. */
static void change_up(struct device *device, PIRP irp)
{
    pnp_turn_take(device);
    if ((device->pnp.done & PNP_STARTED) && !(device->pnp.done & (PNP_D0 | PNP_SURPRISE)) &&
        device->pnp.failed == WdfDeviceFailedUndefined) {
        if (NT_SUCCESS(pnp_sequence_up(device))) {
            device->pnp.policy_state =
                device->flags & DEVICE_POWER_OWNER ? WdfDevStatePwrPolStarted : WdfDevStatePwrPolGotoD0InD0;
            tell_state(device, PowerDeviceD0);
        } else {
            device_fail(device, WdfDeviceFailedAttemptRestart);
        }
    }
    pnp_turn_give(device);
    PoStartNextPowerIrp(irp);
    IoCompleteRequest(irp, IO_NO_INCREMENT);
}

static PIRP next_irp(struct device *device)
{
    struct pnp *pnp = &device->pnp;
    PIRP irp = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&pnp->power_lock, &irql);
    if (IsListEmpty(&pnp->power_irps))
        pnp->power_busy = FALSE;
    else
        irp = CONTAINING_RECORD(RemoveHeadList(&pnp->power_irps), IRP, Tail.Overlay.ListEntry);
    KeReleaseSpinLock(&pnp->power_lock, irql);
    return irp;
}

static void serve_all(struct device *device)
{
    PIRP irp;

    while ((irp = next_irp(device)) != NULL) {
        DEVICE_POWER_STATE state = IoGetCurrentIrpStackLocation(irp)->Parameters.Power.State.DeviceState;

        if (state == PowerDeviceD0)
            change_up(device, irp);
        else
            change_down(device, irp, state);
    }
    object_release(&device->object);
}

static VOID NTAPI power_thread(PVOID context)
{
    serve_all(context);
    (void)PsTerminateSystemThread(STATUS_SUCCESS);
}

/* Runs on a shared worker, which should not wait: it only starts the thread. If there is no memory for one, a worker
 * that waits is still better than a power IRP that never ends. */
static void start_thread(void *context)
{
    OBJECT_ATTRIBUTES attributes;
    HANDLE thread;

    InitializeObjectAttributes(&attributes, NULL, OBJ_KERNEL_HANDLE, NULL, NULL);
    if (NT_SUCCESS(PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, &attributes, NULL, NULL, power_thread, context)))
        (void)ZwClose(thread);
    else
        serve_all(context);
}

static void serve(struct device *device, PIRP irp)
{
    struct pnp *pnp = &device->pnp;
    BOOLEAN start;
    KIRQL irql;

    KeAcquireSpinLock(&pnp->power_lock, &irql);
    InsertTailList(&pnp->power_irps, &irp->Tail.Overlay.ListEntry);
    start = !pnp->power_busy;
    pnp->power_busy = TRUE;
    KeReleaseSpinLock(&pnp->power_lock, irql);
    if (start) {
        object_reference(&device->object);
        port_work_queue(&pnp->power_work);
    }
}

void power_init(struct device *device)
{
    KeInitializeSpinLock(&device->pnp.power_lock);
    InitializeListHead(&device->pnp.power_irps);
    port_work_init(&device->pnp.power_work, start_thread, device);
}

/* -- device power --------------------------------------------------------------------------------- */

static NTSTATUS NTAPI lower_is_up(PDEVICE_OBJECT wdm, PIRP irp, PVOID context)
{
    struct device *device = context;

    UNREFERENCED_PARAMETER(wdm);
    if (!NT_SUCCESS(irp->IoStatus.Status)) {
        PoStartNextPowerIrp(irp);
        return STATUS_CONTINUE_COMPLETION;
    }
    serve(device, irp);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

static NTSTATUS set_device_power(struct device *device, PIRP irp)
{
    IoMarkIrpPending(irp);
    if (IoGetCurrentIrpStackLocation(irp)->Parameters.Power.State.DeviceState != PowerDeviceD0) {
        serve(device, irp);
        return STATUS_PENDING;
    }
    IoCopyCurrentIrpStackLocationToNext(irp);
    IoSetCompletionRoutine(irp, lower_is_up, device, TRUE, TRUE, TRUE);
    (void)PoCallDriver(device->lower, irp);
    return STATUS_PENDING;
}

/* -- system power: the power policy owner turns it into device power ------------------------------- */

static VOID NTAPI device_is_down(PDEVICE_OBJECT wdm, UCHAR minor, POWER_STATE state, PVOID context,
                                 PIO_STATUS_BLOCK io_status)
{
    PIRP irp = context;
    struct device *device = device_of_wdm(IoGetCurrentIrpStackLocation(irp)->DeviceObject);

    UNREFERENCED_PARAMETER(wdm);
    UNREFERENCED_PARAMETER(minor);
    UNREFERENCED_PARAMETER(state);
    UNREFERENCED_PARAMETER(io_status);
    pass_pended_power(device, irp);
    object_release(&device->object);
}

static NTSTATUS NTAPI system_is_up(PDEVICE_OBJECT wdm, PIRP irp, PVOID context)
{
    struct device *device = context;
    POWER_STATE state = {.DeviceState = PowerDeviceD0};

    UNREFERENCED_PARAMETER(wdm);
    if (irp->PendingReturned)
        IoMarkIrpPending(irp);
    if (NT_SUCCESS(irp->IoStatus.Status))
        (void)PoRequestPowerIrp(device->physical, IRP_MN_SET_POWER, state, NULL, NULL, NULL);
    PoStartNextPowerIrp(irp);
    object_release(&device->object);
    return STATUS_CONTINUE_COMPLETION;
}

static NTSTATUS set_system_power(struct device *device, PIRP irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
    POWER_STATE state = {.DeviceState = PowerDeviceD3};
    NTSTATUS status;

    device->pnp.system_action = stack->Parameters.Power.ShutdownType;
    if (!(device->flags & DEVICE_POWER_OWNER) || !(device->pnp.done & PNP_STARTED))
        return pass_power(device, irp);
    object_reference(&device->object);
    if (stack->Parameters.Power.State.SystemState == PowerSystemWorking) {
        device->pnp.system_action = PowerActionNone;
        IoCopyCurrentIrpStackLocationToNext(irp);
        IoSetCompletionRoutine(irp, system_is_up, device, TRUE, TRUE, TRUE);
        return PoCallDriver(device->lower, irp);
    }
    IoMarkIrpPending(irp);
    status = PoRequestPowerIrp(device->physical, IRP_MN_SET_POWER, state, device_is_down, irp, NULL);
    if (!NT_SUCCESS(status)) {
        pass_pended_power(device, irp);
        object_release(&device->object);
    }
    return STATUS_PENDING;
}

NTSTATUS power_irp(struct device *device, PIRP irp)
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);

    if (!device->lower) {
        PoStartNextPowerIrp(irp);
        return dispatch_complete(irp, STATUS_INVALID_DEVICE_REQUEST);
    }
    if (stack->MinorFunction == IRP_MN_SET_POWER)
        return stack->Parameters.Power.Type == DevicePowerState ? set_device_power(device, irp)
                                                                : set_system_power(device, irp);
    if (stack->MinorFunction == IRP_MN_QUERY_POWER)
        irp->IoStatus.Status = STATUS_SUCCESS;
    return pass_power(device, irp);
}
