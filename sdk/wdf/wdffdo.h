/* SPDX-License-Identifier: MIT */
/* wdffdo.h: the fdo interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFFDO_H
#define KMDOCK_WDFFDO_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Called at IRQL <= PASSIVE_LEVEL. wdffdo/nc-wdffdo-evt_wdf_device_filter_resource_requirements */
typedef NTSTATUS EVT_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS(_In_ WDFDEVICE Device,
    _In_ WDFIORESREQLIST IoResourceRequirementsList);
typedef EVT_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS *PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS;

/* Called at IRQL <= PASSIVE_LEVEL. wdffdo/nc-wdffdo-evt_wdf_device_remove_added_resources */
typedef NTSTATUS EVT_WDF_DEVICE_REMOVE_ADDED_RESOURCES(_In_ WDFDEVICE Device, _In_ WDFCMRESLIST ResourcesRaw,
    _In_ WDFCMRESLIST ResourcesTranslated);
typedef EVT_WDF_DEVICE_REMOVE_ADDED_RESOURCES *PFN_WDF_DEVICE_REMOVE_ADDED_RESOURCES;

struct _WDF_FDO_EVENT_CALLBACKS {
    ULONG Size;
    PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS EvtDeviceFilterAddResourceRequirements;
    PFN_WDF_DEVICE_FILTER_RESOURCE_REQUIREMENTS EvtDeviceFilterRemoveResourceRequirements;
    PFN_WDF_DEVICE_REMOVE_ADDED_RESOURCES EvtDeviceRemoveAddedResources;
};

/* wdffdo/nf-wdffdo-wdf_fdo_event_callbacks_init */
WDF_INLINE VOID WDF_FDO_EVENT_CALLBACKS_INIT(PWDF_FDO_EVENT_CALLBACKS Callbacks)
{
    RtlZeroMemory(Callbacks, sizeof(WDF_FDO_EVENT_CALLBACKS));
    Callbacks->Size = (ULONG)sizeof(WDF_FDO_EVENT_CALLBACKS);
}

/* IRQL <= DISPATCH_LEVEL. wdffdo/nf-wdffdo-wdffdoinitwdmgetphysicaldevice */
typedef PDEVICE_OBJECT (*PFN_WDFFDOINITWDMGETPHYSICALDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PDEVICE_OBJECT WdfFdoInitWdmGetPhysicalDevice(_In_ PWDFDEVICE_INIT DeviceInit)
{
    return WDF_CALL(PFN_WDFFDOINITWDMGETPHYSICALDEVICE, WdfFdoInitWdmGetPhysicalDevice)(WdfDriverGlobals, DeviceInit);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdffdo/nf-wdffdo-wdffdoinitopenregistrykey */
typedef NTSTATUS (*PFN_WDFFDOINITOPENREGISTRYKEY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ ULONG DeviceInstanceKeyType, _In_ ACCESS_MASK DesiredAccess,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfFdoInitOpenRegistryKey(_In_ PWDFDEVICE_INIT DeviceInit, _In_ ULONG DeviceInstanceKeyType,
    _In_ ACCESS_MASK DesiredAccess, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key)
{
    return WDF_CALL(PFN_WDFFDOINITOPENREGISTRYKEY, WdfFdoInitOpenRegistryKey)(WdfDriverGlobals, DeviceInit,
        DeviceInstanceKeyType, DesiredAccess, KeyAttributes, Key);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdffdo/nf-wdffdo-wdffdoinitqueryproperty */
typedef NTSTATUS (*PFN_WDFFDOINITQUERYPROPERTY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ ULONG BufferLength,
    _Out_opt_ PVOID PropertyBuffer, _Out_ PULONG ResultLength);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfFdoInitQueryProperty(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ ULONG BufferLength, _Out_opt_ PVOID PropertyBuffer,
    _Out_ PULONG ResultLength)
{
    return WDF_CALL(PFN_WDFFDOINITQUERYPROPERTY, WdfFdoInitQueryProperty)(WdfDriverGlobals, DeviceInit,
        DeviceProperty, BufferLength, PropertyBuffer, ResultLength);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdffdo/nf-wdffdo-wdffdoinitallocandqueryproperty */
typedef NTSTATUS (*PFN_WDFFDOINITALLOCANDQUERYPROPERTY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, _Out_ WDFMEMORY *PropertyMemory);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfFdoInitAllocAndQueryProperty(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, _Out_ WDFMEMORY *PropertyMemory)
{
    return WDF_CALL(PFN_WDFFDOINITALLOCANDQUERYPROPERTY, WdfFdoInitAllocAndQueryProperty)(WdfDriverGlobals,
        DeviceInit, DeviceProperty, PoolType, PropertyMemoryAttributes, PropertyMemory);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdffdo/nf-wdffdo-wdffdoinitseteventcallbacks */
typedef VOID (*PFN_WDFFDOINITSETEVENTCALLBACKS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_FDO_EVENT_CALLBACKS FdoEventCallbacks);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfFdoInitSetEventCallbacks(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_FDO_EVENT_CALLBACKS FdoEventCallbacks)
{
    WDF_CALL(PFN_WDFFDOINITSETEVENTCALLBACKS, WdfFdoInitSetEventCallbacks)(WdfDriverGlobals, DeviceInit,
        FdoEventCallbacks);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdffdo/nf-wdffdo-wdffdoinitsetfilter */
typedef VOID (*PFN_WDFFDOINITSETFILTER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ PWDFDEVICE_INIT DeviceInit);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfFdoInitSetFilter(_In_ PWDFDEVICE_INIT DeviceInit)
{
    WDF_CALL(PFN_WDFFDOINITSETFILTER, WdfFdoInitSetFilter)(WdfDriverGlobals, DeviceInit);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdffdo/nf-wdffdo-wdffdoinitsetdefaultchildlistconfig */
typedef VOID (*PFN_WDFFDOINITSETDEFAULTCHILDLISTCONFIG)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _Inout_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_CHILD_LIST_CONFIG Config,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES DefaultChildListAttributes);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfFdoInitSetDefaultChildListConfig(_Inout_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_CHILD_LIST_CONFIG Config, _In_opt_ PWDF_OBJECT_ATTRIBUTES DefaultChildListAttributes)
{
    WDF_CALL(PFN_WDFFDOINITSETDEFAULTCHILDLISTCONFIG, WdfFdoInitSetDefaultChildListConfig)(WdfDriverGlobals,
        DeviceInit, Config, DefaultChildListAttributes);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdffdo/nf-wdffdo-wdffdoqueryforinterface */
typedef NTSTATUS (*PFN_WDFFDOQUERYFORINTERFACE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Fdo,
    _In_ LPCGUID InterfaceType, _Out_ PINTERFACE Interface, _In_ USHORT Size, _In_ USHORT Version,
    _In_opt_ PVOID InterfaceSpecificData);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfFdoQueryForInterface(_In_ WDFDEVICE Fdo, _In_ LPCGUID InterfaceType,
    _Out_ PINTERFACE Interface, _In_ USHORT Size, _In_ USHORT Version, _In_opt_ PVOID InterfaceSpecificData)
{
    return WDF_CALL(PFN_WDFFDOQUERYFORINTERFACE, WdfFdoQueryForInterface)(WdfDriverGlobals, Fdo, InterfaceType,
        Interface, Size, Version, InterfaceSpecificData);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdffdo/nf-wdffdo-wdffdogetdefaultchildlist */
typedef WDFCHILDLIST (*PFN_WDFFDOGETDEFAULTCHILDLIST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Fdo);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFCHILDLIST WdfFdoGetDefaultChildList(_In_ WDFDEVICE Fdo)
{
    return WDF_CALL(PFN_WDFFDOGETDEFAULTCHILDLIST, WdfFdoGetDefaultChildList)(WdfDriverGlobals, Fdo);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdffdo/nf-wdffdo-wdffdoaddstaticchild */
typedef NTSTATUS (*PFN_WDFFDOADDSTATICCHILD)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Fdo,
    _In_ WDFDEVICE Child);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfFdoAddStaticChild(_In_ WDFDEVICE Fdo, _In_ WDFDEVICE Child)
{
    return WDF_CALL(PFN_WDFFDOADDSTATICCHILD, WdfFdoAddStaticChild)(WdfDriverGlobals, Fdo, Child);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdffdo/nf-wdffdo-wdffdolockstaticchildlistforiteration */
typedef VOID (*PFN_WDFFDOLOCKSTATICCHILDLISTFORITERATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Fdo);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfFdoLockStaticChildListForIteration(_In_ WDFDEVICE Fdo)
{
    WDF_CALL(PFN_WDFFDOLOCKSTATICCHILDLISTFORITERATION, WdfFdoLockStaticChildListForIteration)(WdfDriverGlobals, Fdo);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdffdo/nf-wdffdo-wdffdoretrievenextstaticchild */
typedef WDFDEVICE (*PFN_WDFFDORETRIEVENEXTSTATICCHILD)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Fdo,
    _In_opt_ WDFDEVICE PreviousChild, _In_ ULONG Flags);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE WDFDEVICE WdfFdoRetrieveNextStaticChild(_In_ WDFDEVICE Fdo, _In_opt_ WDFDEVICE PreviousChild,
    _In_ ULONG Flags)
{
    return WDF_CALL(PFN_WDFFDORETRIEVENEXTSTATICCHILD, WdfFdoRetrieveNextStaticChild)(WdfDriverGlobals, Fdo,
        PreviousChild, Flags);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdffdo/nf-wdffdo-wdffdounlockstaticchildlistfromiteration */
typedef VOID (*PFN_WDFFDOUNLOCKSTATICCHILDLISTFROMITERATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDEVICE Fdo);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfFdoUnlockStaticChildListFromIteration(_In_ WDFDEVICE Fdo)
{
    WDF_CALL(PFN_WDFFDOUNLOCKSTATICCHILDLISTFROMITERATION, WdfFdoUnlockStaticChildListFromIteration)(
        WdfDriverGlobals, Fdo);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdffdo/nf-wdffdo-wdffdoinitquerypropertyex */
typedef NTSTATUS (*PFN_WDFFDOINITQUERYPROPERTYEX)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty, _In_ ULONG BufferLength,
    _Out_ PVOID PropertyBuffer, _Out_ PULONG ResultLength, _Out_ PDEVPROPTYPE Type);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfFdoInitQueryPropertyEx(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty, _In_ ULONG BufferLength, _Out_ PVOID PropertyBuffer,
    _Out_ PULONG ResultLength, _Out_ PDEVPROPTYPE Type)
{
    return WDF_CALL(PFN_WDFFDOINITQUERYPROPERTYEX, WdfFdoInitQueryPropertyEx)(WdfDriverGlobals, DeviceInit,
        DeviceProperty, BufferLength, PropertyBuffer, ResultLength, Type);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdffdo/nf-wdffdo-wdffdoinitallocandquerypropertyex */
typedef NTSTATUS (*PFN_WDFFDOINITALLOCANDQUERYPROPERTYEX)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PWDFDEVICE_INIT DeviceInit, _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, _Out_ WDFMEMORY *PropertyMemory,
    _Out_ PDEVPROPTYPE Type);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfFdoInitAllocAndQueryPropertyEx(_In_ PWDFDEVICE_INIT DeviceInit,
    _In_ PWDF_DEVICE_PROPERTY_DATA DeviceProperty, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, _Out_ WDFMEMORY *PropertyMemory,
    _Out_ PDEVPROPTYPE Type)
{
    return WDF_CALL(PFN_WDFFDOINITALLOCANDQUERYPROPERTYEX, WdfFdoInitAllocAndQueryPropertyEx)(WdfDriverGlobals,
        DeviceInit, DeviceProperty, PoolType, PropertyMemoryAttributes, PropertyMemory, Type);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
