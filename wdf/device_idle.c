/* SPDX-License-Identifier: MIT */
/*
 * Power references. Idle power-down itself is not there yet (WdfDeviceAssignS0IdleSettings says so), so a device that
 * works leaves D0 only when the system or a tool asks; what is left of StopIdle is to wait for D0 (X2, X3).
 */
#include "wdf/device.h"
#include "wdf/table.h"

static NTSTATUS stop_idle(struct device *device, BOOLEAN wait, const CHAR *function)
{
    struct pnp *pnp = &device->pnp;

    if (!(device->flags & DEVICE_POWER_OWNER))
        return STATUS_INVALID_DEVICE_STATE;
    if (pnp->failed != WdfDeviceFailedUndefined || (device->slow & DEVICE_SLOW_REMOVED))
        return STATUS_POWER_STATE_INVALID;
    if (wait && pnp->turn_owner == KeGetCurrentThread())
        fx_violation(WDF_POWER_ROUTINE_TIMED_OUT, 0, 0, "Deadlock",
                     "%s waits for D0 in a PnP or power callback, before which the device can't reach D0.", function);
    (void)InterlockedIncrement(&pnp->idle_references);
    if (KeReadStateEvent(&pnp->in_d0))
        return STATUS_SUCCESS;
    if (!wait)
        return STATUS_PENDING;
    (void)KeWaitForSingleObject(&pnp->in_d0, Executive, KernelMode, FALSE, NULL);
    if ((device->slow & DEVICE_SLOW_REMOVED) == 0)
        return STATUS_SUCCESS;
    (void)InterlockedDecrement(&pnp->idle_references);
    return STATUS_POWER_STATE_INVALID;
}

static void resume_idle(struct device *device, const CHAR *function)
{
    if (InterlockedDecrement(&device->pnp.idle_references) < 0)
        fx_violation(WDF_VERIFIER_FATAL_ERROR, (ULONG64)(ULONG_PTR)device->object.self, 0, "StopIdleBalance",
                     "%s was called more often than WdfDeviceStopIdle succeeded.", function);
}

/* nf-wdfdevice-wdfdevicestopidle; PASSIVE_LEVEL if it waits, else IRQL <= DISPATCH_LEVEL */
NTSTATUS WdfDeviceStopIdleNoTrack(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, BOOLEAN WaitForD0)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL(WaitForD0 ? PASSIVE_LEVEL : DISPATCH_LEVEL);
    return stop_idle(device_from_handle(Device), WaitForD0, __func__);
}

/* nf-wdfdevice-wdfdeviceresumeidle; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceResumeIdleNoTrack(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL(DISPATCH_LEVEL);
    resume_idle(device_from_handle(Device), __func__);
}

/* nf-wdfdevice-wdfdevicestopidlewithtag; PASSIVE_LEVEL if it waits, else IRQL <= DISPATCH_LEVEL */
NTSTATUS WdfDeviceStopIdleActual(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, BOOLEAN WaitForD0, PVOID Tag,
                                 LONG Line, PCHAR File)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    UNREFERENCED_PARAMETER(Tag);
    UNREFERENCED_PARAMETER(Line);
    UNREFERENCED_PARAMETER(File);
    FX_IRQL(WaitForD0 ? PASSIVE_LEVEL : DISPATCH_LEVEL);
    return stop_idle(device_from_handle(Device), WaitForD0, "WdfDeviceStopIdle");
}

/* nf-wdfdevice-wdfdeviceresumeidlewithtag; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceResumeIdleActual(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, PVOID Tag, LONG Line, PCHAR File)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    UNREFERENCED_PARAMETER(Tag);
    UNREFERENCED_PARAMETER(Line);
    UNREFERENCED_PARAMETER(File);
    FX_IRQL(DISPATCH_LEVEL);
    resume_idle(device_from_handle(Device), "WdfDeviceResumeIdle");
}
