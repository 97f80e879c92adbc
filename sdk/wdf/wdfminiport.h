/* SPDX-License-Identifier: MIT */
/* wdfminiport.h: the miniport interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFMINIPORT_H
#define KMDOCK_WDFMINIPORT_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* IRQL <= PASSIVE_LEVEL. wdfminiport/nf-wdfminiport-wdfdeviceminiportcreate */
typedef NTSTATUS (*PFN_WDFDEVICEMINIPORTCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDRIVER Driver,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _In_ PDEVICE_OBJECT DeviceObject,
    _In_opt_ PDEVICE_OBJECT AttachedDeviceObject, _In_opt_ PDEVICE_OBJECT Pdo, _Out_ WDFDEVICE *Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDeviceMiniportCreate(_In_ WDFDRIVER Driver, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _In_ PDEVICE_OBJECT DeviceObject, _In_opt_ PDEVICE_OBJECT AttachedDeviceObject, _In_opt_ PDEVICE_OBJECT Pdo,
    _Out_ WDFDEVICE *Device)
{
    return WDF_CALL(PFN_WDFDEVICEMINIPORTCREATE, WdfDeviceMiniportCreate)(WdfDriverGlobals, Driver, Attributes,
        DeviceObject, AttachedDeviceObject, Pdo, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfminiport/nf-wdfminiport-wdfdriverminiportunload */
typedef VOID (*PFN_WDFDRIVERMINIPORTUNLOAD)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDRIVER Driver);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDriverMiniportUnload(_In_ WDFDRIVER Driver)
{
    WDF_CALL(PFN_WDFDRIVERMINIPORTUNLOAD, WdfDriverMiniportUnload)(WdfDriverGlobals, Driver);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
