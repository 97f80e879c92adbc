/* SPDX-License-Identifier: MIT */
/* wdfdriver.h: the driver interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFDRIVER_H
#define KMDOCK_WDFDRIVER_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_DRIVER_INIT_FLAGS {
    WdfDriverInitNonPnpDriver = 1,
    WdfDriverInitNoDispatchOverride = 2,
    WdfVerifyOn = 4,
    WdfVerifierOn = 8,
} WDF_DRIVER_INIT_FLAGS, *PWDF_DRIVER_INIT_FLAGS;

#define WDF_TRACE_ID 1414676803

/* Called at IRQL <= PASSIVE_LEVEL. wdfdriver/nc-wdfdriver-evt_wdf_driver_device_add */
typedef NTSTATUS EVT_WDF_DRIVER_DEVICE_ADD(_In_ WDFDRIVER Driver, _Inout_ PWDFDEVICE_INIT DeviceInit);
typedef EVT_WDF_DRIVER_DEVICE_ADD *PFN_WDF_DRIVER_DEVICE_ADD;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdriver/nc-wdfdriver-evt_wdf_driver_unload */
typedef VOID EVT_WDF_DRIVER_UNLOAD(_In_ WDFDRIVER Driver);
typedef EVT_WDF_DRIVER_UNLOAD *PFN_WDF_DRIVER_UNLOAD;

/* Called at IRQL <= PASSIVE_LEVEL. */
typedef NTSTATUS EVT_WDF_TRACE_CALLBACK(_In_ UCHAR minorFunction, _In_opt_ PVOID dataPath, _In_ ULONG bufferLength,
    _Inout_ PVOID buffer, _In_ PVOID context, _Out_ PULONG size);
typedef EVT_WDF_TRACE_CALLBACK *PFN_WDF_TRACE_CALLBACK;

struct _WDF_DRIVER_CONFIG {
    ULONG Size;
    PFN_WDF_DRIVER_DEVICE_ADD EvtDriverDeviceAdd;
    PFN_WDF_DRIVER_UNLOAD EvtDriverUnload;
    ULONG DriverInitFlags;
    ULONG DriverPoolTag;
};

struct _WDF_DRIVER_VERSION_AVAILABLE_PARAMS {
    ULONG Size;
    ULONG MajorVersion;
    ULONG MinorVersion;
};

/* wdfdriver/nf-wdfdriver-wdf_driver_config_init */
WDF_INLINE VOID WDF_DRIVER_CONFIG_INIT(PWDF_DRIVER_CONFIG Config, PFN_WDF_DRIVER_DEVICE_ADD EvtDriverDeviceAdd)
{
    RtlZeroMemory(Config, sizeof(WDF_DRIVER_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_DRIVER_CONFIG);
    Config->EvtDriverDeviceAdd = EvtDriverDeviceAdd;
}

/* wdfdriver/nf-wdfdriver-wdf_driver_version_available_params_init */
WDF_INLINE VOID WDF_DRIVER_VERSION_AVAILABLE_PARAMS_INIT(PWDF_DRIVER_VERSION_AVAILABLE_PARAMS Params,
    ULONG MajorVersion, ULONG MinorVersion)
{
    RtlZeroMemory(Params, sizeof(WDF_DRIVER_VERSION_AVAILABLE_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_DRIVER_VERSION_AVAILABLE_PARAMS);
    Params->MajorVersion = MajorVersion;
    Params->MinorVersion = MinorVersion;
}

/* IRQL <= PASSIVE_LEVEL. wdfdriver/nf-wdfdriver-wdfdrivercreate */
typedef NTSTATUS (*PFN_WDFDRIVERCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ PDRIVER_OBJECT DriverObject,
    _In_ PCUNICODE_STRING RegistryPath, _In_opt_ PWDF_OBJECT_ATTRIBUTES DriverAttributes,
    _In_ PWDF_DRIVER_CONFIG DriverConfig, _Out_opt_ WDFDRIVER *Driver);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDriverCreate(_In_ PDRIVER_OBJECT DriverObject, _In_ PCUNICODE_STRING RegistryPath,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES DriverAttributes, _In_ PWDF_DRIVER_CONFIG DriverConfig,
    _Out_opt_ WDFDRIVER *Driver)
{
    return WDF_CALL(PFN_WDFDRIVERCREATE, WdfDriverCreate)(WdfDriverGlobals, DriverObject, RegistryPath,
        DriverAttributes, DriverConfig, Driver);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdriver/nf-wdfdriver-wdfdrivergetregistrypath */
typedef PWSTR (*PFN_WDFDRIVERGETREGISTRYPATH)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDRIVER Driver);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PWSTR WdfDriverGetRegistryPath(_In_ WDFDRIVER Driver)
{
    return WDF_CALL(PFN_WDFDRIVERGETREGISTRYPATH, WdfDriverGetRegistryPath)(WdfDriverGlobals, Driver);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdriver/nf-wdfdriver-wdfdriverwdmgetdriverobject */
typedef PDRIVER_OBJECT (*PFN_WDFDRIVERWDMGETDRIVEROBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDRIVER Driver);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PDRIVER_OBJECT WdfDriverWdmGetDriverObject(_In_ WDFDRIVER Driver)
{
    return WDF_CALL(PFN_WDFDRIVERWDMGETDRIVEROBJECT, WdfDriverWdmGetDriverObject)(WdfDriverGlobals, Driver);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdriver/nf-wdfdriver-wdfdriveropenparametersregistrykey */
typedef NTSTATUS (*PFN_WDFDRIVEROPENPARAMETERSREGISTRYKEY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDRIVER Driver, _In_ ACCESS_MASK DesiredAccess, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes,
    _Out_ WDFKEY *Key);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDriverOpenParametersRegistryKey(_In_ WDFDRIVER Driver, _In_ ACCESS_MASK DesiredAccess,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key)
{
    return WDF_CALL(PFN_WDFDRIVEROPENPARAMETERSREGISTRYKEY, WdfDriverOpenParametersRegistryKey)(WdfDriverGlobals,
        Driver, DesiredAccess, KeyAttributes, Key);
}
#endif

/* Any IRQL. wdfdriver/nf-wdfdriver-wdfwdmdrivergetwdfdriverhandle */
typedef WDFDRIVER (*PFN_WDFWDMDRIVERGETWDFDRIVERHANDLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PDRIVER_OBJECT DriverObject);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDRIVER WdfWdmDriverGetWdfDriverHandle(_In_ PDRIVER_OBJECT DriverObject)
{
    return WDF_CALL(PFN_WDFWDMDRIVERGETWDFDRIVERHANDLE, WdfWdmDriverGetWdfDriverHandle)(WdfDriverGlobals,
        DriverObject);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdriver/nf-wdfdriver-wdfdriverregistertraceinfo */
typedef NTSTATUS (*PFN_WDFDRIVERREGISTERTRACEINFO)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ PDRIVER_OBJECT DriverObject, _In_ PFN_WDF_TRACE_CALLBACK EvtTraceCallback, _In_ PVOID ControlBlock);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDriverRegisterTraceInfo(_In_ PDRIVER_OBJECT DriverObject,
    _In_ PFN_WDF_TRACE_CALLBACK EvtTraceCallback, _In_ PVOID ControlBlock)
{
    return WDF_CALL(PFN_WDFDRIVERREGISTERTRACEINFO, WdfDriverRegisterTraceInfo)(WdfDriverGlobals, DriverObject,
        EvtTraceCallback, ControlBlock);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdriver/nf-wdfdriver-wdfdriverretrieveversionstring */
typedef NTSTATUS (*PFN_WDFDRIVERRETRIEVEVERSIONSTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDRIVER Driver,
    _In_ WDFSTRING String);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDriverRetrieveVersionString(_In_ WDFDRIVER Driver, _In_ WDFSTRING String)
{
    return WDF_CALL(PFN_WDFDRIVERRETRIEVEVERSIONSTRING, WdfDriverRetrieveVersionString)(WdfDriverGlobals, Driver,
        String);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdriver/nf-wdfdriver-wdfdriverisversionavailable */
typedef BOOLEAN (*PFN_WDFDRIVERISVERSIONAVAILABLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDRIVER Driver,
    _In_ PWDF_DRIVER_VERSION_AVAILABLE_PARAMS VersionAvailableParams);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE BOOLEAN WdfDriverIsVersionAvailable(_In_ WDFDRIVER Driver,
    _In_ PWDF_DRIVER_VERSION_AVAILABLE_PARAMS VersionAvailableParams)
{
    return WDF_CALL(PFN_WDFDRIVERISVERSIONAVAILABLE, WdfDriverIsVersionAvailable)(WdfDriverGlobals, Driver,
        VersionAvailableParams);
}
#endif

/* wdfdriver/nf-wdfdriver-wdfgetdriver */
WDF_INLINE WDFDRIVER WdfGetDriver(VOID)
{
    return WdfDriverGlobals->Driver;
}

#ifdef __cplusplus
}
#endif

#endif
