/* SPDX-License-Identifier: MIT */
/* wdfpdo.h: the pdo interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFPDO_H
#define KMDOCK_WDFPDO_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Called at IRQL <= PASSIVE_LEVEL. wdfpdo/nc-wdfpdo-evt_wdf_device_disable_wake_at_bus */
typedef VOID EVT_WDF_DEVICE_DISABLE_WAKE_AT_BUS(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_DISABLE_WAKE_AT_BUS *PFN_WDF_DEVICE_DISABLE_WAKE_AT_BUS;

/* Called at IRQL <= PASSIVE_LEVEL. wdfpdo/nc-wdfpdo-evt_wdf_device_eject */
typedef NTSTATUS EVT_WDF_DEVICE_EJECT(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_EJECT *PFN_WDF_DEVICE_EJECT;

/* Called at IRQL <= PASSIVE_LEVEL. wdfpdo/nc-wdfpdo-evt_wdf_device_enable_wake_at_bus */
typedef NTSTATUS EVT_WDF_DEVICE_ENABLE_WAKE_AT_BUS(_In_ WDFDEVICE Device, _In_ SYSTEM_POWER_STATE PowerState);
typedef EVT_WDF_DEVICE_ENABLE_WAKE_AT_BUS *PFN_WDF_DEVICE_ENABLE_WAKE_AT_BUS;

/* Called at IRQL <= PASSIVE_LEVEL. wdfpdo/nc-wdfpdo-evt_wdf_device_reported_missing */
typedef VOID EVT_WDF_DEVICE_REPORTED_MISSING(_In_ WDFDEVICE Device);
typedef EVT_WDF_DEVICE_REPORTED_MISSING *PFN_WDF_DEVICE_REPORTED_MISSING;

/* Called at IRQL <= PASSIVE_LEVEL. wdfpdo/nc-wdfpdo-evt_wdf_device_resources_query */
typedef NTSTATUS EVT_WDF_DEVICE_RESOURCES_QUERY(_In_ WDFDEVICE Device, _In_ WDFCMRESLIST Resources);
typedef EVT_WDF_DEVICE_RESOURCES_QUERY *PFN_WDF_DEVICE_RESOURCES_QUERY;

/* Called at IRQL <= PASSIVE_LEVEL. wdfpdo/nc-wdfpdo-evt_wdf_device_resource_requirements_query */
typedef NTSTATUS EVT_WDF_DEVICE_RESOURCE_REQUIREMENTS_QUERY(_In_ WDFDEVICE Device,
    _In_ WDFIORESREQLIST IoResourceRequirementsList);
typedef EVT_WDF_DEVICE_RESOURCE_REQUIREMENTS_QUERY *PFN_WDF_DEVICE_RESOURCE_REQUIREMENTS_QUERY;

/* Called at IRQL <= PASSIVE_LEVEL. wdfpdo/nc-wdfpdo-evt_wdf_device_set_lock */
typedef NTSTATUS EVT_WDF_DEVICE_SET_LOCK(_In_ WDFDEVICE Device, _In_ BOOLEAN IsLocked);
typedef EVT_WDF_DEVICE_SET_LOCK *PFN_WDF_DEVICE_SET_LOCK;

struct _WDF_PDO_EVENT_CALLBACKS {
    ULONG Size;
    PFN_WDF_DEVICE_RESOURCES_QUERY EvtDeviceResourcesQuery;
    PFN_WDF_DEVICE_RESOURCE_REQUIREMENTS_QUERY EvtDeviceResourceRequirementsQuery;
    PFN_WDF_DEVICE_EJECT EvtDeviceEject;
    PFN_WDF_DEVICE_SET_LOCK EvtDeviceSetLock;
    PFN_WDF_DEVICE_ENABLE_WAKE_AT_BUS EvtDeviceEnableWakeAtBus;
    PFN_WDF_DEVICE_DISABLE_WAKE_AT_BUS EvtDeviceDisableWakeAtBus;
    PFN_WDF_DEVICE_REPORTED_MISSING EvtDeviceReportedMissing;
};

/* wdfpdo/nf-wdfpdo-wdf_pdo_event_callbacks_init */
WDF_INLINE VOID WDF_PDO_EVENT_CALLBACKS_INIT(PWDF_PDO_EVENT_CALLBACKS Callbacks)
{
    RtlZeroMemory(Callbacks, sizeof(WDF_PDO_EVENT_CALLBACKS));
    Callbacks->Size = (ULONG)sizeof(WDF_PDO_EVENT_CALLBACKS);
}

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitallocate */
typedef PWDFDEVICE_INIT (*PFN_WDFPDOINITALLOCATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE ParentDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE PWDFDEVICE_INIT WdfPdoInitAllocate(_In_ WDFDEVICE ParentDevice)
{
    return WDF_CALL(PFN_WDFPDOINITALLOCATE, WdfPdoInitAllocate)(WdfDriverGlobals, ParentDevice);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitseteventcallbacks */
typedef VOID (*PFN_WDFPDOINITSETEVENTCALLBACKS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_PDO_EVENT_CALLBACKS DispatchTable);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfPdoInitSetEventCallbacks(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_PDO_EVENT_CALLBACKS DispatchTable)
{
    WDF_CALL(PFN_WDFPDOINITSETEVENTCALLBACKS, WdfPdoInitSetEventCallbacks)(WdfDriverGlobals, DeviceInit,
        DispatchTable);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitassigndeviceid */
typedef NTSTATUS (*PFN_WDFPDOINITASSIGNDEVICEID)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING DeviceID);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoInitAssignDeviceID(_In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING DeviceID)
{
    return WDF_CALL(PFN_WDFPDOINITASSIGNDEVICEID, WdfPdoInitAssignDeviceID)(WdfDriverGlobals, DeviceInit, DeviceID);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitassigninstanceid */
typedef NTSTATUS (*PFN_WDFPDOINITASSIGNINSTANCEID)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING InstanceID);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoInitAssignInstanceID(_In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING InstanceID)
{
    return WDF_CALL(PFN_WDFPDOINITASSIGNINSTANCEID, WdfPdoInitAssignInstanceID)(WdfDriverGlobals, DeviceInit,
        InstanceID);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitaddhardwareid */
typedef NTSTATUS (*PFN_WDFPDOINITADDHARDWAREID)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING HardwareID);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoInitAddHardwareID(_In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING HardwareID)
{
    return WDF_CALL(PFN_WDFPDOINITADDHARDWAREID, WdfPdoInitAddHardwareID)(WdfDriverGlobals, DeviceInit, HardwareID);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitaddcompatibleid */
typedef NTSTATUS (*PFN_WDFPDOINITADDCOMPATIBLEID)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING CompatibleID);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoInitAddCompatibleID(_In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING CompatibleID)
{
    return WDF_CALL(PFN_WDFPDOINITADDCOMPATIBLEID, WdfPdoInitAddCompatibleID)(WdfDriverGlobals, DeviceInit,
        CompatibleID);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitadddevicetext */
typedef NTSTATUS (*PFN_WDFPDOINITADDDEVICETEXT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING DeviceDescription, _In_ PCUNICODE_STRING DeviceLocation,
    _In_ LCID LocaleId);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoInitAddDeviceText(_In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING DeviceDescription,
    _In_ PCUNICODE_STRING DeviceLocation, _In_ LCID LocaleId)
{
    return WDF_CALL(PFN_WDFPDOINITADDDEVICETEXT, WdfPdoInitAddDeviceText)(WdfDriverGlobals, DeviceInit,
        DeviceDescription, DeviceLocation, LocaleId);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitsetdefaultlocale */
typedef VOID (*PFN_WDFPDOINITSETDEFAULTLOCALE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ LCID LocaleId);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfPdoInitSetDefaultLocale(_In_ PWDFDEVICE_INIT DeviceInit, _In_ LCID LocaleId)
{
    WDF_CALL(PFN_WDFPDOINITSETDEFAULTLOCALE, WdfPdoInitSetDefaultLocale)(WdfDriverGlobals, DeviceInit, LocaleId);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitassignrawdevice */
typedef NTSTATUS (*PFN_WDFPDOINITASSIGNRAWDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ const GUID *DeviceClassGuid);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoInitAssignRawDevice(_In_ PWDFDEVICE_INIT DeviceInit, _In_ const GUID *DeviceClassGuid)
{
    return WDF_CALL(PFN_WDFPDOINITASSIGNRAWDEVICE, WdfPdoInitAssignRawDevice)(WdfDriverGlobals, DeviceInit,
        DeviceClassGuid);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfpdo/nf-wdfpdo-wdfpdomarkmissing */
typedef NTSTATUS (*PFN_WDFPDOMARKMISSING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoMarkMissing(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFPDOMARKMISSING, WdfPdoMarkMissing)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfpdo/nf-wdfpdo-wdfpdorequesteject */
typedef VOID (*PFN_WDFPDOREQUESTEJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfPdoRequestEject(_In_ WDFDEVICE Device)
{
    WDF_CALL(PFN_WDFPDOREQUESTEJECT, WdfPdoRequestEject)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfpdo/nf-wdfpdo-wdfpdogetparent */
typedef WDFDEVICE (*PFN_WDFPDOGETPARENT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDEVICE WdfPdoGetParent(_In_ WDFDEVICE Device)
{
    return WDF_CALL(PFN_WDFPDOGETPARENT, WdfPdoGetParent)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoretrieveidentificationdescription */
typedef NTSTATUS (*PFN_WDFPDORETRIEVEIDENTIFICATIONDESCRIPTION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _Inout_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoRetrieveIdentificationDescription(_In_ WDFDEVICE Device,
    _Inout_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription)
{
    return WDF_CALL(PFN_WDFPDORETRIEVEIDENTIFICATIONDESCRIPTION, WdfPdoRetrieveIdentificationDescription)(
        WdfDriverGlobals, Device, IdentificationDescription);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoretrieveaddressdescription */
typedef NTSTATUS (*PFN_WDFPDORETRIEVEADDRESSDESCRIPTION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _Inout_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoRetrieveAddressDescription(_In_ WDFDEVICE Device,
    _Inout_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription)
{
    return WDF_CALL(PFN_WDFPDORETRIEVEADDRESSDESCRIPTION, WdfPdoRetrieveAddressDescription)(WdfDriverGlobals, Device,
        AddressDescription);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoupdateaddressdescription */
typedef NTSTATUS (*PFN_WDFPDOUPDATEADDRESSDESCRIPTION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _Inout_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoUpdateAddressDescription(_In_ WDFDEVICE Device,
    _Inout_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription)
{
    return WDF_CALL(PFN_WDFPDOUPDATEADDRESSDESCRIPTION, WdfPdoUpdateAddressDescription)(WdfDriverGlobals, Device,
        AddressDescription);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoaddejectionrelationsphysicaldevice */
typedef NTSTATUS (*PFN_WDFPDOADDEJECTIONRELATIONSPHYSICALDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PDEVICE_OBJECT PhysicalDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoAddEjectionRelationsPhysicalDevice(_In_ WDFDEVICE Device,
    _In_ PDEVICE_OBJECT PhysicalDevice)
{
    return WDF_CALL(PFN_WDFPDOADDEJECTIONRELATIONSPHYSICALDEVICE, WdfPdoAddEjectionRelationsPhysicalDevice)(
        WdfDriverGlobals, Device, PhysicalDevice);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoremoveejectionrelationsphysicaldevice */
typedef VOID (*PFN_WDFPDOREMOVEEJECTIONRELATIONSPHYSICALDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device, _In_ PDEVICE_OBJECT PhysicalDevice);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfPdoRemoveEjectionRelationsPhysicalDevice(_In_ WDFDEVICE Device, _In_ PDEVICE_OBJECT PhysicalDevice)
{
    WDF_CALL(PFN_WDFPDOREMOVEEJECTIONRELATIONSPHYSICALDEVICE, WdfPdoRemoveEjectionRelationsPhysicalDevice)(
        WdfDriverGlobals, Device, PhysicalDevice);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoclearejectionrelationsdevices */
typedef VOID (*PFN_WDFPDOCLEAREJECTIONRELATIONSDEVICES)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Device);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfPdoClearEjectionRelationsDevices(_In_ WDFDEVICE Device)
{
    WDF_CALL(PFN_WDFPDOCLEAREJECTIONRELATIONSDEVICES, WdfPdoClearEjectionRelationsDevices)(WdfDriverGlobals, Device);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitassigncontainerid */
typedef NTSTATUS (*PFN_WDFPDOINITASSIGNCONTAINERID)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING ContainerID);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfPdoInitAssignContainerID(_In_ PWDFDEVICE_INIT DeviceInit, _In_ PCUNICODE_STRING ContainerID)
{
    return WDF_CALL(PFN_WDFPDOINITASSIGNCONTAINERID, WdfPdoInitAssignContainerID)(WdfDriverGlobals, DeviceInit,
        ContainerID);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfpdo/nf-wdfpdo-wdfpdoinitallowforwardingrequesttoparent */
typedef VOID (*PFN_WDFPDOINITALLOWFORWARDINGREQUESTTOPARENT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfPdoInitAllowForwardingRequestToParent(_In_ PWDFDEVICE_INIT DeviceInit)
{
    WDF_CALL(PFN_WDFPDOINITALLOWFORWARDINGREQUESTTOPARENT, WdfPdoInitAllowForwardingRequestToParent)(
        WdfDriverGlobals, DeviceInit);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
