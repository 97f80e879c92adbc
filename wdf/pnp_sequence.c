/* SPDX-License-Identifier: MIT */
/*
 * The sequences of callbacks: a table of steps each, in the documented order. A step looks at pnp.done to see whether
 * there is anything to do, so that the way down after a failed way up is the ordinary way down.
 */
#include "wdf/device.h"
#include "wdf/interface.h"
#include "wdf/resource.h"

struct move {
    WDF_POWER_DEVICE_STATE from;
    WDF_POWER_DEVICE_STATE to;
    ULONG stop_action; /* of EvtIoStop */
};

typedef NTSTATUS (*step_routine)(struct device *device, const struct move *move);

void pnp_turn_take(struct device *device)
{
    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    FX_ASSERT(device->pnp.turn_owner != KeGetCurrentThread());
    (void)KeWaitForSingleObject(&device->pnp.turn, Executive, KernelMode, FALSE, NULL);
    device->pnp.turn_owner = KeGetCurrentThread();
}

void pnp_turn_give(struct device *device)
{
    FX_ASSERT(device->pnp.turn_owner == KeGetCurrentThread());
    device->pnp.turn_owner = NULL;
    (void)KeSetEvent(&device->pnp.turn, IO_NO_INCREMENT, FALSE);
}

/* -- callbacks ---------------------------------------------------------------------------------- */

static void done(struct device *device, ULONG set, ULONG clear)
{
    device->pnp.done = (device->pnp.done | set) & ~clear;
}

static BOOLEAN is_done(const struct device *device, ULONG bit)
{
    return (device->pnp.done & bit) != 0;
}

/* EvtDevice… of the form NTSTATUS (WDFDEVICE); NULL is success. */
static NTSTATUS call(struct device *device, NTSTATUS (*callback)(WDFDEVICE), const CHAR *name)
{
    struct fx_callback_guard guard;
    NTSTATUS status;

    if (!callback)
        return STATUS_SUCCESS;
    fx_callback_enter(&guard);
    status = callback(device_handle(device));
    fx_callback_leave(&guard, name, (PVOID)callback);
    return status;
}

static void call_void(struct device *device, VOID (*callback)(WDFDEVICE), const CHAR *name)
{
    struct fx_callback_guard guard;

    if (!callback)
        return;
    fx_callback_enter(&guard);
    callback(device_handle(device));
    fx_callback_leave(&guard, name, (PVOID)callback);
}

/* EvtDevice… of the form NTSTATUS (WDFDEVICE, WDF_POWER_DEVICE_STATE). */
static NTSTATUS call_power(struct device *device, NTSTATUS (*callback)(WDFDEVICE, WDF_POWER_DEVICE_STATE),
                           WDF_POWER_DEVICE_STATE state, const CHAR *name)
{
    struct fx_callback_guard guard;
    NTSTATUS status;

    if (!callback)
        return STATUS_SUCCESS;
    fx_callback_enter(&guard);
    status = callback(device_handle(device), state);
    fx_callback_leave(&guard, name, (PVOID)callback);
    return status;
}

/* -- steps up: each may fail -------------------------------------------------------------------- */

static NTSTATUS up_d0_entry(struct device *device, const struct move *move)
{
    NTSTATUS status = call_power(device, device->pnp.config.callbacks.EvtDeviceD0Entry, move->from, "EvtDeviceD0Entry");

    if (NT_SUCCESS(status)) {
        done(device, PNP_D0 | PNP_ONCE_IN_D0, 0);
        device->pnp.device_state = WdfPowerDeviceD0;
    }
    return status;
}

static NTSTATUS up_interrupts_enabled(struct device *device, const struct move *move)
{
    return call_power(device, device->pnp.config.callbacks.EvtDeviceD0EntryPostInterruptsEnabled, move->from,
                      "EvtDeviceD0EntryPostInterruptsEnabled");
}

static NTSTATUS up_queues(struct device *device, const struct move *move)
{
    UNREFERENCED_PARAMETER(move);
    /* Handlers may run, and create queues, from here on: for them the transition is over. */
    device->io.transition = FALSE;
    done(device, PNP_QUEUES, 0);
    device->pnp.power_state = WdfDevStatePowerD0;
    (void)KeSetEvent(&device->pnp.in_d0, IO_NO_INCREMENT, FALSE);
    device_queues_release(&device->io);
    return STATUS_SUCCESS;
}

/* Rules Q8, Q9, Q12: Init once, then Restart after each Suspend; what failed is not suspended, but flushed and
 * cleaned up. */
static NTSTATUS up_self_managed(struct device *device, const struct move *move)
{
    const WDF_PNPPOWER_EVENT_CALLBACKS *callbacks = &device->pnp.config.callbacks;
    BOOLEAN first = !is_done(device, PNP_SELF_INIT);
    NTSTATUS status;

    UNREFERENCED_PARAMETER(move);
    done(device, PNP_SELF_INIT, PNP_SELF_FLUSHED);
    status = first ? call(device, callbacks->EvtDeviceSelfManagedIoInit, "EvtDeviceSelfManagedIoInit")
                   : call(device, callbacks->EvtDeviceSelfManagedIoRestart, "EvtDeviceSelfManagedIoRestart");
    if (NT_SUCCESS(status))
        done(device, PNP_SELF_RUNNING, 0);
    return status;
}

/* Interrupts, DMA, children and wake have no objects in this framework yet: their steps have nothing to do. */
static const step_routine steps_up[] = {up_d0_entry, up_interrupts_enabled, up_queues, up_self_managed};

/* -- steps down: a failure is remembered, the way down goes on ---------------------------------- */

static NTSTATUS down_self_managed(struct device *device, const struct move *move)
{
    UNREFERENCED_PARAMETER(move);
    if (!is_done(device, PNP_SELF_RUNNING))
        return STATUS_SUCCESS;
    done(device, 0, PNP_SELF_RUNNING);
    return call(device, device->pnp.config.callbacks.EvtDeviceSelfManagedIoSuspend, "EvtDeviceSelfManagedIoSuspend");
}

/* Rule L3: returns when the driver owns no request of a power-managed queue any more. */
static NTSTATUS down_queues(struct device *device, const struct move *move)
{
    if (!is_done(device, PNP_QUEUES))
        return STATUS_SUCCESS;
    done(device, 0, PNP_QUEUES);
    KeClearEvent(&device->pnp.in_d0);
    if (device->slow & DEVICE_SLOW_REMOVED) /* asked afterwards, because a surprise removal does not wait for us */
        (void)KeSetEvent(&device->pnp.in_d0, IO_NO_INCREMENT, FALSE);
    device_queues_hold(&device->io, QUEUES_POWER_MANAGED, move->stop_action);
    device->io.transition = TRUE;
    return STATUS_SUCCESS;
}

static NTSTATUS down_interrupts(struct device *device, const struct move *move)
{
    if (!is_done(device, PNP_D0))
        return STATUS_SUCCESS;
    return call_power(device, device->pnp.config.callbacks.EvtDeviceD0ExitPreInterruptsDisabled, move->to,
                      "EvtDeviceD0ExitPreInterruptsDisabled");
}

static NTSTATUS down_d0_exit(struct device *device, const struct move *move)
{
    if (!is_done(device, PNP_D0))
        return STATUS_SUCCESS;
    done(device, 0, PNP_D0);
    device->pnp.device_state = move->to;
    return call_power(device, device->pnp.config.callbacks.EvtDeviceD0Exit, move->to, "EvtDeviceD0Exit");
}

static const step_routine steps_down[] = {down_self_managed, down_queues, down_interrupts, down_d0_exit};

static void go_down(struct device *device, WDF_POWER_DEVICE_STATE to, ULONG stop_action)
{
    struct move move = {.from = device->pnp.device_state, .to = to, .stop_action = stop_action};

    FX_ASSERT(to != WdfPowerDeviceD0);
    for (ULONG i = 0; i < RTL_NUMBER_OF(steps_down); i++) {
        NTSTATUS status = steps_down[i](device, &move);

        if (!NT_SUCCESS(status))
            device_fail(device, WdfDeviceFailedAttemptRestart);
    }
    device->pnp.power_state = to == WdfPowerDeviceD3Final ? WdfDevStatePowerStopped : WdfDevStatePowerDx;
    device->io.transition = FALSE;
    FX_ASSERT(!is_done(device, PNP_D0 | PNP_QUEUES | PNP_SELF_RUNNING));
}

static NTSTATUS go_up(struct device *device)
{
    struct move move = {.from = is_done(device, PNP_ONCE_IN_D0) ? device->pnp.device_state : WdfPowerDeviceD3Final,
                        .to = WdfPowerDeviceD0};

    device->io.transition = TRUE;
    for (ULONG i = 0; i < RTL_NUMBER_OF(steps_up); i++) {
        NTSTATUS status = steps_up[i](device, &move);

        if (!NT_SUCCESS(status)) {
            go_down(device, WdfPowerDeviceD3Final, WdfRequestStopActionSuspend);
            return status;
        }
    }
    FX_ASSERT(is_done(device, PNP_D0) && !device->io.transition);
    return STATUS_SUCCESS;
}

/* -- hardware ------------------------------------------------------------------------------------ */

static void forget_resources(struct device *device)
{
    if (device->pnp.resources_raw)
        (void)object_delete(device->pnp.resources_raw);
    if (device->pnp.resources_translated)
        (void)object_delete(device->pnp.resources_translated);
    device->pnp.resources_raw = NULL;
    device->pnp.resources_translated = NULL;
}

static NTSTATUS prepare_hardware(struct device *device, PCM_RESOURCE_LIST raw, PCM_RESOURCE_LIST translated)
{
    PFN_WDF_DEVICE_PREPARE_HARDWARE callback = device->pnp.config.callbacks.EvtDevicePrepareHardware;
    struct fx_callback_guard guard;
    NTSTATUS status = resource_list_create(device, raw, &device->pnp.resources_raw);

    if (NT_SUCCESS(status))
        status = resource_list_create(device, translated, &device->pnp.resources_translated);
    if (!NT_SUCCESS(status)) {
        forget_resources(device);
        return status;
    }
    done(device, PNP_HARDWARE, 0);
    if (!callback)
        return STATUS_SUCCESS;
    fx_callback_enter(&guard);
    status = callback(device_handle(device), (WDFCMRESLIST)device->pnp.resources_raw->self,
                      (WDFCMRESLIST)device->pnp.resources_translated->self);
    fx_callback_leave(&guard, "EvtDevicePrepareHardware", (PVOID)callback);
    return status;
}

/* Rules Q11, Q13: whenever PrepareHardware was called, even if it failed. */
static void release_hardware(struct device *device)
{
    PFN_WDF_DEVICE_RELEASE_HARDWARE callback = device->pnp.config.callbacks.EvtDeviceReleaseHardware;
    struct fx_callback_guard guard;
    NTSTATUS status;

    if (!is_done(device, PNP_HARDWARE))
        return;
    done(device, 0, PNP_HARDWARE);
    if (callback) {
        fx_callback_enter(&guard);
        status = callback(device_handle(device), (WDFCMRESLIST)device->pnp.resources_translated->self);
        fx_callback_leave(&guard, "EvtDeviceReleaseHardware", (PVOID)callback);
        if (!NT_SUCCESS(status))
            device_fail(device, WdfDeviceFailedNoRestart);
    }
    forget_resources(device);
}

/* -- sequences ------------------------------------------------------------------------------------ */

NTSTATUS pnp_sequence_start(struct device *device, PCM_RESOURCE_LIST raw, PCM_RESOURCE_LIST translated)
{
    NTSTATUS status = prepare_hardware(device, raw, translated);

    if (NT_SUCCESS(status))
        status = go_up(device);
    if (NT_SUCCESS(status))
        status = interfaces_enable(device);
    if (!NT_SUCCESS(status)) {
        pnp_sequence_stop(device);
        return status;
    }
    done(device, PNP_STARTED | PNP_INTERFACES, 0);
    return STATUS_SUCCESS;
}

void pnp_sequence_stop(struct device *device)
{
    go_down(device, WdfPowerDeviceD3Final, WdfRequestStopActionSuspend);
    release_hardware(device);
    done(device, 0, PNP_STARTED);
}

void pnp_sequence_down(struct device *device, WDF_POWER_DEVICE_STATE target)
{
    go_down(device, target, WdfRequestStopActionSuspend);
}

NTSTATUS pnp_sequence_up(struct device *device)
{
    return go_up(device);
}

static void flush_self_managed(struct device *device)
{
    if (!is_done(device, PNP_SELF_INIT) || is_done(device, PNP_SELF_FLUSHED))
        return;
    done(device, PNP_SELF_FLUSHED, 0);
    call_void(device, device->pnp.config.callbacks.EvtDeviceSelfManagedIoFlush, "EvtDeviceSelfManagedIoFlush");
}

static void cleanup_self_managed(struct device *device)
{
    if (!is_done(device, PNP_SELF_INIT))
        return;
    done(device, 0, PNP_SELF_INIT);
    call_void(device, device->pnp.config.callbacks.EvtDeviceSelfManagedIoCleanup, "EvtDeviceSelfManagedIoCleanup");
}

/* The part of a removal that surprise removal does at once (Q6); a device that is down skips D0Exit (Q7). */
void pnp_sequence_surprise(struct device *device)
{
    interfaces_disable(device);
    go_down(device, WdfPowerDeviceD3Final, WdfRequestStopActionPurge);
    release_hardware(device);
    device_queues_purge(&device->io, QUEUES_POWER_MANAGED);
    flush_self_managed(device);
    done(device, 0, PNP_STARTED);
}

void pnp_sequence_remove(struct device *device)
{
    pnp_sequence_surprise(device);
    device_queues_hold(&device->io, QUEUES_NOT_MANAGED, WdfRequestStopActionPurge);
    device_queues_purge(&device->io, QUEUES_NOT_MANAGED);
    cleanup_self_managed(device);
    device->pnp.power_state = WdfDevStatePowerFinal;
    FX_ASSERT(!is_done(device, PNP_D0 | PNP_HARDWARE | PNP_SELF_INIT));
}
