/* SPDX-License-Identifier: MIT */
#include "wdf/control.h"
#include "wdf/deviceinit.h"
#include "wdf/dispatch.h"
#include "wdf/driver.h"
#include "wdf/table.h"

NTSTATUS control_register_shutdown(struct device *device, const struct WDFDEVICE_INIT *init)
{
    NTSTATUS status = STATUS_SUCCESS;

    FX_ASSERT(device->wdm && (device->flags & DEVICE_CONTROL));
    if (init->shutdown & WdfDeviceShutdown)
        status = IoRegisterShutdownNotification(device->wdm);
    if (NT_SUCCESS(status) && (init->shutdown & WdfDeviceLastChanceShutdown))
        status = IoRegisterLastChanceShutdownNotification(device->wdm);
    if (NT_SUCCESS(status)) {
        device->flags |= DEVICE_SHUTDOWN;
        device->shutdown = init->shutdown_notification;
    }
    return status;
}

void control_stop(struct device *device)
{
    if (device->flags & DEVICE_SHUTDOWN) {
        device->flags &= ~(ULONG)DEVICE_SHUTDOWN;
        IoUnregisterShutdownNotification(device->wdm);
    }
}

NTSTATUS control_shutdown(struct device *device, PIRP irp)
{
    struct fx_callback_guard guard;

    if (!(device->flags & DEVICE_SHUTDOWN) || !device->shutdown)
        return dispatch_unhandled(device, irp);
    fx_callback_enter(&guard);
    device->shutdown(device_handle(device));
    fx_callback_leave(&guard, "EvtDeviceShutdownNotification", (PVOID)device->shutdown);
    return dispatch_complete(irp, STATUS_SUCCESS);
}

/* nf-wdfcontrol-wdfcontroldeviceinitallocate; PASSIVE_LEVEL */
PWDFDEVICE_INIT WdfControlDeviceInitAllocate(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDRIVER Driver,
                                             const UNICODE_STRING *SDDLString)
{
    struct driver *driver = driver_from_handle(Driver);
    struct WDFDEVICE_INIT *init;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfControlDeviceInitAllocate);
    FX_REQUIRE(SDDLString);
    init = deviceinit_create(driver, DEVICEINIT_CONTROL, NULL);
    if (!init)
        return NULL;
    if (!NT_SUCCESS(device_string_copy(init->globals, SDDLString, &init->sddl))) {
        deviceinit_free(init);
        return NULL;
    }
    return init;
}

/* nf-wdfcontrol-wdfcontroldeviceinitsetshutdownnotification; IRQL <= DISPATCH_LEVEL */
VOID WdfControlDeviceInitSetShutdownNotification(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                                 PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION Notification, UCHAR Flags)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfControlDeviceInitSetShutdownNotification);
    FX_REQUIRE(Notification);
    if (Flags == 0 || (Flags & ~(WdfDeviceShutdown | WdfDeviceLastChanceShutdown))) {
        fx_report("ControlDeviceInitAPI", 0,
                  "WdfControlDeviceInitSetShutdownNotification: flags 0x%x are not valid; "
                  "the call has no effect.",
                  Flags);
        return;
    }
    init->shutdown = Flags;
    init->shutdown_notification = Notification;
}

/* nf-wdfcontrol-wdfcontrolfinishinitializing; IRQL <= DISPATCH_LEVEL. Rule Q22. */
VOID WdfControlFinishInitializing(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfControlFinishInitializing);
    if (!(device->flags & DEVICE_CONTROL))
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)(ULONG_PTR)Device, 0, "CtlDeviceFinishInitDeviceAdd",
                     "WdfControlFinishInitializing was given a device that is no control device.");
    InterlockedAnd((LONG volatile *)&device->slow, ~DEVICE_SLOW_UNFINISHED);
    device->wdm->Flags &= ~(ULONG)DO_DEVICE_INITIALIZING;
    device_io_added(&device->io);
}
