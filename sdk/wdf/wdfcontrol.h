/* SPDX-License-Identifier: MIT */
/* wdfcontrol.h: the control interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFCONTROL_H
#define KMDOCK_WDFCONTROL_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_DEVICE_SHUTDOWN_FLAGS {
    WdfDeviceShutdown = 1,
    WdfDeviceLastChanceShutdown = 2,
} WDF_DEVICE_SHUTDOWN_FLAGS, *PWDF_DEVICE_SHUTDOWN_FLAGS;

/* Called at IRQL <= PASSIVE_LEVEL. wdfcontrol/nc-wdfcontrol-evt_wdf_device_shutdown_notification */
typedef VOID EVT_WDF_DEVICE_SHUTDOWN_NOTIFICATION(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_SHUTDOWN_NOTIFICATION *PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION;

/* IRQL <= PASSIVE_LEVEL. wdfcontrol/nf-wdfcontrol-wdfcontroldeviceinitallocate */
typedef PWDFDEVICE_INIT (*PFN_WDFCONTROLDEVICEINITALLOCATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDRIVER Driver, _In_ const UNICODE_STRING *SDDLString);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE PWDFDEVICE_INIT WdfControlDeviceInitAllocate(_In_ WDFDRIVER Driver, _In_ const UNICODE_STRING *SDDLString)
{
    return WDF_CALL(PFN_WDFCONTROLDEVICEINITALLOCATE, WdfControlDeviceInitAllocate)(WdfDriverGlobals, Driver,
        SDDLString);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcontrol/nf-wdfcontrol-wdfcontroldeviceinitsetshutdownnotification */
typedef VOID (*PFN_WDFCONTROLDEVICEINITSETSHUTDOWNNOTIFICATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION Notification, _In_ UCHAR Flags);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfControlDeviceInitSetShutdownNotification(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION Notification, _In_ UCHAR Flags)
{
    WDF_CALL(PFN_WDFCONTROLDEVICEINITSETSHUTDOWNNOTIFICATION, WdfControlDeviceInitSetShutdownNotification)(
        WdfDriverGlobals, DeviceInit, Notification, Flags);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcontrol/nf-wdfcontrol-wdfcontrolfinishinitializing */
typedef VOID (*PFN_WDFCONTROLFINISHINITIALIZING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfControlFinishInitializing(_In_ WDFDEVICE Device)
{
    WDF_CALL(PFN_WDFCONTROLFINISHINITIALIZING, WdfControlFinishInitializing)(WdfDriverGlobals, Device);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
