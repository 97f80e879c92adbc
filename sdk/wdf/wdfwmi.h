/* SPDX-License-Identifier: MIT */
/* wdfwmi.h: the wmi interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFWMI_H
#define KMDOCK_WDFWMI_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_WMI_PROVIDER_CONTROL {
    WdfWmiControlInvalid = 0,
    WdfWmiEventControl = 1,
    WdfWmiInstanceControl = 2,
} WDF_WMI_PROVIDER_CONTROL, *PWDF_WMI_PROVIDER_CONTROL;

typedef enum _WDF_WMI_PROVIDER_FLAGS {
    WdfWmiProviderEventOnly = 1,
    WdfWmiProviderExpensive = 2,
    WdfWmiProviderTracing = 4,
    WdfWmiProviderValidFlags = 7,
} WDF_WMI_PROVIDER_FLAGS, *PWDF_WMI_PROVIDER_FLAGS;

/* Called at IRQL <= PASSIVE_LEVEL. wdfwmi/nc-wdfwmi-evt_wdf_wmi_instance_execute_method */
typedef NTSTATUS EVT_WDF_WMI_INSTANCE_EXECUTE_METHOD(_In_ WDFWMIINSTANCE WmiInstance, _In_ ULONG MethodId,
    _In_ ULONG InBufferSize, _In_ ULONG OutBufferSize, PVOID Buffer, _Out_ PULONG BufferUsed);
typedef EVT_WDF_WMI_INSTANCE_EXECUTE_METHOD *PFN_WDF_WMI_INSTANCE_EXECUTE_METHOD;

/* Called at IRQL <= PASSIVE_LEVEL. wdfwmi/nc-wdfwmi-evt_wdf_wmi_instance_query_instance */
typedef NTSTATUS EVT_WDF_WMI_INSTANCE_QUERY_INSTANCE(_In_ WDFWMIINSTANCE WmiInstance, _In_ ULONG OutBufferSize,
    _Out_ PVOID OutBuffer, _Out_ PULONG BufferUsed);
typedef EVT_WDF_WMI_INSTANCE_QUERY_INSTANCE *PFN_WDF_WMI_INSTANCE_QUERY_INSTANCE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfwmi/nc-wdfwmi-evt_wdf_wmi_instance_set_instance */
typedef NTSTATUS EVT_WDF_WMI_INSTANCE_SET_INSTANCE(_In_ WDFWMIINSTANCE WmiInstance, _In_ ULONG InBufferSize,
    _In_ PVOID InBuffer);
typedef EVT_WDF_WMI_INSTANCE_SET_INSTANCE *PFN_WDF_WMI_INSTANCE_SET_INSTANCE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfwmi/nc-wdfwmi-evt_wdf_wmi_instance_set_item */
typedef NTSTATUS EVT_WDF_WMI_INSTANCE_SET_ITEM(_In_ WDFWMIINSTANCE WmiInstance, _In_ ULONG DataItemId,
    _In_ ULONG InBufferSize, _In_ PVOID InBuffer);
typedef EVT_WDF_WMI_INSTANCE_SET_ITEM *PFN_WDF_WMI_INSTANCE_SET_ITEM;

/* Called at IRQL <= PASSIVE_LEVEL. wdfwmi/nc-wdfwmi-evt_wdf_wmi_provider_function_control */
typedef NTSTATUS EVT_WDF_WMI_PROVIDER_FUNCTION_CONTROL(_In_ WDFWMIPROVIDER WmiProvider,
    _In_ WDF_WMI_PROVIDER_CONTROL Control, _In_ BOOLEAN Enable);
typedef EVT_WDF_WMI_PROVIDER_FUNCTION_CONTROL *PFN_WDF_WMI_PROVIDER_FUNCTION_CONTROL;

struct _WDF_WMI_INSTANCE_CONFIG {
    ULONG Size;
    WDFWMIPROVIDER Provider;
    PWDF_WMI_PROVIDER_CONFIG ProviderConfig;
    BOOLEAN UseContextForQuery;
    BOOLEAN Register;
    PFN_WDF_WMI_INSTANCE_QUERY_INSTANCE EvtWmiInstanceQueryInstance;
    PFN_WDF_WMI_INSTANCE_SET_INSTANCE EvtWmiInstanceSetInstance;
    PFN_WDF_WMI_INSTANCE_SET_ITEM EvtWmiInstanceSetItem;
    PFN_WDF_WMI_INSTANCE_EXECUTE_METHOD EvtWmiInstanceExecuteMethod;
};

struct _WDF_WMI_PROVIDER_CONFIG {
    ULONG Size;
    GUID Guid;
    ULONG Flags;
    ULONG MinInstanceBufferSize;
    PFN_WDF_WMI_PROVIDER_FUNCTION_CONTROL EvtWmiProviderFunctionControl;
};

/* wdfwmi/nf-wdfwmi-wdf_wmi_instance_config_init_provider */
WDF_INLINE VOID WDF_WMI_INSTANCE_CONFIG_INIT_PROVIDER(PWDF_WMI_INSTANCE_CONFIG Config, WDFWMIPROVIDER Provider)
{
    RtlZeroMemory(Config, sizeof(WDF_WMI_INSTANCE_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_WMI_INSTANCE_CONFIG);
    Config->Provider = Provider;
}

/* wdfwmi/nf-wdfwmi-wdf_wmi_instance_config_init_provider_config */
WDF_INLINE VOID WDF_WMI_INSTANCE_CONFIG_INIT_PROVIDER_CONFIG(PWDF_WMI_INSTANCE_CONFIG Config,
    PWDF_WMI_PROVIDER_CONFIG ProviderConfig)
{
    RtlZeroMemory(Config, sizeof(WDF_WMI_INSTANCE_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_WMI_INSTANCE_CONFIG);
    Config->ProviderConfig = ProviderConfig;
}

/* wdfwmi/nf-wdfwmi-wdf_wmi_provider_config_init */
WDF_INLINE VOID WDF_WMI_PROVIDER_CONFIG_INIT(PWDF_WMI_PROVIDER_CONFIG Config, const GUID *Guid)
{
    RtlZeroMemory(Config, sizeof(WDF_WMI_PROVIDER_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_WMI_PROVIDER_CONFIG);
    Config->Guid = *Guid;
}

/* IRQL <= DISPATCH_LEVEL. wdfwmi/nf-wdfwmi-wdfwmiprovidercreate */
typedef NTSTATUS (*PFN_WDFWMIPROVIDERCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_WMI_PROVIDER_CONFIG WmiProviderConfig, _In_opt_ PWDF_OBJECT_ATTRIBUTES ProviderAttributes,
    _Out_ WDFWMIPROVIDER *WmiProvider);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfWmiProviderCreate(_In_ WDFDEVICE Device, _In_ PWDF_WMI_PROVIDER_CONFIG WmiProviderConfig,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES ProviderAttributes, _Out_ WDFWMIPROVIDER *WmiProvider)
{
    return WDF_CALL(PFN_WDFWMIPROVIDERCREATE, WdfWmiProviderCreate)(WdfDriverGlobals, Device, WmiProviderConfig,
        ProviderAttributes, WmiProvider);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfwmi/nf-wdfwmi-wdfwmiprovidergetdevice */
typedef WDFDEVICE (*PFN_WDFWMIPROVIDERGETDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFWMIPROVIDER WmiProvider);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDEVICE WdfWmiProviderGetDevice(_In_ WDFWMIPROVIDER WmiProvider)
{
    return WDF_CALL(PFN_WDFWMIPROVIDERGETDEVICE, WdfWmiProviderGetDevice)(WdfDriverGlobals, WmiProvider);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfwmi/nf-wdfwmi-wdfwmiproviderisenabled */
typedef BOOLEAN (*PFN_WDFWMIPROVIDERISENABLED)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFWMIPROVIDER WmiProvider, _In_ WDF_WMI_PROVIDER_CONTROL ProviderControl);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfWmiProviderIsEnabled(_In_ WDFWMIPROVIDER WmiProvider,
    _In_ WDF_WMI_PROVIDER_CONTROL ProviderControl)
{
    return WDF_CALL(PFN_WDFWMIPROVIDERISENABLED, WdfWmiProviderIsEnabled)(WdfDriverGlobals, WmiProvider,
        ProviderControl);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfwmi/nf-wdfwmi-wdfwmiprovidergettracinghandle */
typedef ULONGLONG (*PFN_WDFWMIPROVIDERGETTRACINGHANDLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFWMIPROVIDER WmiProvider);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE ULONGLONG WdfWmiProviderGetTracingHandle(_In_ WDFWMIPROVIDER WmiProvider)
{
    return WDF_CALL(PFN_WDFWMIPROVIDERGETTRACINGHANDLE, WdfWmiProviderGetTracingHandle)(WdfDriverGlobals,
        WmiProvider);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfwmi/nf-wdfwmi-wdfwmiinstancecreate */
typedef NTSTATUS (*PFN_WDFWMIINSTANCECREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_WMI_INSTANCE_CONFIG InstanceConfig, _In_opt_ PWDF_OBJECT_ATTRIBUTES InstanceAttributes,
    _Out_opt_ WDFWMIINSTANCE *Instance);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfWmiInstanceCreate(_In_ WDFDEVICE Device, _In_ PWDF_WMI_INSTANCE_CONFIG InstanceConfig,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES InstanceAttributes, _Out_opt_ WDFWMIINSTANCE *Instance)
{
    return WDF_CALL(PFN_WDFWMIINSTANCECREATE, WdfWmiInstanceCreate)(WdfDriverGlobals, Device, InstanceConfig,
        InstanceAttributes, Instance);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfwmi/nf-wdfwmi-wdfwmiinstanceregister */
typedef NTSTATUS (*PFN_WDFWMIINSTANCEREGISTER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFWMIINSTANCE WmiInstance);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfWmiInstanceRegister(_In_ WDFWMIINSTANCE WmiInstance)
{
    return WDF_CALL(PFN_WDFWMIINSTANCEREGISTER, WdfWmiInstanceRegister)(WdfDriverGlobals, WmiInstance);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfwmi/nf-wdfwmi-wdfwmiinstancederegister */
typedef VOID (*PFN_WDFWMIINSTANCEDEREGISTER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFWMIINSTANCE WmiInstance);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfWmiInstanceDeregister(_In_ WDFWMIINSTANCE WmiInstance)
{
    WDF_CALL(PFN_WDFWMIINSTANCEDEREGISTER, WdfWmiInstanceDeregister)(WdfDriverGlobals, WmiInstance);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfwmi/nf-wdfwmi-wdfwmiinstancegetdevice */
typedef WDFDEVICE (*PFN_WDFWMIINSTANCEGETDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFWMIINSTANCE WmiInstance);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDEVICE WdfWmiInstanceGetDevice(_In_ WDFWMIINSTANCE WmiInstance)
{
    return WDF_CALL(PFN_WDFWMIINSTANCEGETDEVICE, WdfWmiInstanceGetDevice)(WdfDriverGlobals, WmiInstance);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfwmi/nf-wdfwmi-wdfwmiinstancegetprovider */
typedef WDFWMIPROVIDER (*PFN_WDFWMIINSTANCEGETPROVIDER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFWMIINSTANCE WmiInstance);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFWMIPROVIDER WdfWmiInstanceGetProvider(_In_ WDFWMIINSTANCE WmiInstance)
{
    return WDF_CALL(PFN_WDFWMIINSTANCEGETPROVIDER, WdfWmiInstanceGetProvider)(WdfDriverGlobals, WmiInstance);
}
#endif

/* IRQL <= APC_LEVEL. wdfwmi/nf-wdfwmi-wdfwmiinstancefireevent */
typedef NTSTATUS (*PFN_WDFWMIINSTANCEFIREEVENT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFWMIINSTANCE WmiInstance, _In_opt_ ULONG EventDataSize, _In_opt_ PVOID EventData);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfWmiInstanceFireEvent(_In_ WDFWMIINSTANCE WmiInstance, _In_opt_ ULONG EventDataSize,
    _In_opt_ PVOID EventData)
{
    return WDF_CALL(PFN_WDFWMIINSTANCEFIREEVENT, WdfWmiInstanceFireEvent)(WdfDriverGlobals, WmiInstance,
        EventDataSize, EventData);
}
#endif

/*
 * Puts a counted string into a WMI buffer: a USHORT of bytes, then the characters without a terminator.
 * wdfwmi/nf-wdfwmi-wdf_wmi_buffer_append_string
 */
WDF_INLINE NTSTATUS WDF_WMI_BUFFER_APPEND_STRING(PVOID Buffer, ULONG BufferLength, PCUNICODE_STRING String,
                                                 PULONG RequiredSize)
{
    *RequiredSize = (ULONG)sizeof(USHORT) + String->Length;
    if (BufferLength < *RequiredSize) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    *(PUSHORT)Buffer = String->Length;
    RtlCopyMemory((PUCHAR)Buffer + sizeof(USHORT), String->Buffer, String->Length);
    return STATUS_SUCCESS;
}

#ifdef __cplusplus
}
#endif

#endif
