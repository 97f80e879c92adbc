/* SPDX-License-Identifier: MIT */
/* wdfregistry.h: the registry interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFREGISTRY_H
#define KMDOCK_WDFREGISTRY_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

#define WDF_REGKEY_DEVICE_SUBKEY 0
#define WDF_REGKEY_DRIVER_SUBKEY 0

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryopenkey */
typedef NTSTATUS (*PFN_WDFREGISTRYOPENKEY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_opt_ WDFKEY ParentKey,
    _In_ PCUNICODE_STRING KeyName, _In_ ACCESS_MASK DesiredAccess, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes,
    _Out_ WDFKEY *Key);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryOpenKey(_In_opt_ WDFKEY ParentKey, _In_ PCUNICODE_STRING KeyName,
    _In_ ACCESS_MASK DesiredAccess, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key)
{
    return WDF_CALL(PFN_WDFREGISTRYOPENKEY, WdfRegistryOpenKey)(WdfDriverGlobals, ParentKey, KeyName, DesiredAccess,
        KeyAttributes, Key);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistrycreatekey */
typedef NTSTATUS (*PFN_WDFREGISTRYCREATEKEY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_opt_ WDFKEY ParentKey,
    _In_ PCUNICODE_STRING KeyName, _In_ ACCESS_MASK DesiredAccess, _In_ ULONG CreateOptions,
    _Out_opt_ PULONG CreateDisposition, _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryCreateKey(_In_opt_ WDFKEY ParentKey, _In_ PCUNICODE_STRING KeyName,
    _In_ ACCESS_MASK DesiredAccess, _In_ ULONG CreateOptions, _Out_opt_ PULONG CreateDisposition,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES KeyAttributes, _Out_ WDFKEY *Key)
{
    return WDF_CALL(PFN_WDFREGISTRYCREATEKEY, WdfRegistryCreateKey)(WdfDriverGlobals, ParentKey, KeyName,
        DesiredAccess, CreateOptions, CreateDisposition, KeyAttributes, Key);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryclose */
typedef VOID (*PFN_WDFREGISTRYCLOSE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRegistryClose(_In_ WDFKEY Key)
{
    WDF_CALL(PFN_WDFREGISTRYCLOSE, WdfRegistryClose)(WdfDriverGlobals, Key);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistrywdmgethandle */
typedef HANDLE (*PFN_WDFREGISTRYWDMGETHANDLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE HANDLE WdfRegistryWdmGetHandle(_In_ WDFKEY Key)
{
    return WDF_CALL(PFN_WDFREGISTRYWDMGETHANDLE, WdfRegistryWdmGetHandle)(WdfDriverGlobals, Key);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryremovekey */
typedef NTSTATUS (*PFN_WDFREGISTRYREMOVEKEY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryRemoveKey(_In_ WDFKEY Key)
{
    return WDF_CALL(PFN_WDFREGISTRYREMOVEKEY, WdfRegistryRemoveKey)(WdfDriverGlobals, Key);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryremovevalue */
typedef NTSTATUS (*PFN_WDFREGISTRYREMOVEVALUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryRemoveValue(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName)
{
    return WDF_CALL(PFN_WDFREGISTRYREMOVEVALUE, WdfRegistryRemoveValue)(WdfDriverGlobals, Key, ValueName);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryqueryvalue */
typedef NTSTATUS (*PFN_WDFREGISTRYQUERYVALUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _In_ ULONG ValueLength, _Out_opt_ PVOID Value,
    _Out_opt_ PULONG ValueLengthQueried, _Out_opt_ PULONG ValueType);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryQueryValue(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ ULONG ValueLength,
    _Out_opt_ PVOID Value, _Out_opt_ PULONG ValueLengthQueried, _Out_opt_ PULONG ValueType)
{
    return WDF_CALL(PFN_WDFREGISTRYQUERYVALUE, WdfRegistryQueryValue)(WdfDriverGlobals, Key, ValueName, ValueLength,
        Value, ValueLengthQueried, ValueType);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryquerymemory */
typedef NTSTATUS (*PFN_WDFREGISTRYQUERYMEMORY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _In_ POOL_TYPE PoolType, _In_opt_ PWDF_OBJECT_ATTRIBUTES MemoryAttributes,
    _Out_ WDFMEMORY *Memory, _Out_opt_ PULONG ValueType);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryQueryMemory(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES MemoryAttributes, _Out_ WDFMEMORY *Memory, _Out_opt_ PULONG ValueType)
{
    return WDF_CALL(PFN_WDFREGISTRYQUERYMEMORY, WdfRegistryQueryMemory)(WdfDriverGlobals, Key, ValueName, PoolType,
        MemoryAttributes, Memory, ValueType);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryquerymultistring */
typedef NTSTATUS (*PFN_WDFREGISTRYQUERYMULTISTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _In_opt_ PWDF_OBJECT_ATTRIBUTES StringsAttributes,
    _In_ WDFCOLLECTION Collection);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryQueryMultiString(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES StringsAttributes, _In_ WDFCOLLECTION Collection)
{
    return WDF_CALL(PFN_WDFREGISTRYQUERYMULTISTRING, WdfRegistryQueryMultiString)(WdfDriverGlobals, Key, ValueName,
        StringsAttributes, Collection);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryqueryunicodestring */
typedef NTSTATUS (*PFN_WDFREGISTRYQUERYUNICODESTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _Out_opt_ PUSHORT ValueByteLength, _Inout_opt_ PUNICODE_STRING Value);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryQueryUnicodeString(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName,
    _Out_opt_ PUSHORT ValueByteLength, _Inout_opt_ PUNICODE_STRING Value)
{
    return WDF_CALL(PFN_WDFREGISTRYQUERYUNICODESTRING, WdfRegistryQueryUnicodeString)(WdfDriverGlobals, Key,
        ValueName, ValueByteLength, Value);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryquerystring */
typedef NTSTATUS (*PFN_WDFREGISTRYQUERYSTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _In_ WDFSTRING String);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryQueryString(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ WDFSTRING String)
{
    return WDF_CALL(PFN_WDFREGISTRYQUERYSTRING, WdfRegistryQueryString)(WdfDriverGlobals, Key, ValueName, String);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryqueryulong */
typedef NTSTATUS (*PFN_WDFREGISTRYQUERYULONG)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _Out_ PULONG Value);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryQueryULong(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _Out_ PULONG Value)
{
    return WDF_CALL(PFN_WDFREGISTRYQUERYULONG, WdfRegistryQueryULong)(WdfDriverGlobals, Key, ValueName, Value);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryassignvalue */
typedef NTSTATUS (*PFN_WDFREGISTRYASSIGNVALUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _In_ ULONG ValueType, _In_ ULONG ValueLength, _In_ PVOID Value);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryAssignValue(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ ULONG ValueType,
    _In_ ULONG ValueLength, _In_ PVOID Value)
{
    return WDF_CALL(PFN_WDFREGISTRYASSIGNVALUE, WdfRegistryAssignValue)(WdfDriverGlobals, Key, ValueName, ValueType,
        ValueLength, Value);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryassignmemory */
typedef NTSTATUS (*PFN_WDFREGISTRYASSIGNMEMORY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _In_ ULONG ValueType, _In_ WDFMEMORY Memory,
    _In_opt_ PWDFMEMORY_OFFSET MemoryOffsets);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryAssignMemory(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ ULONG ValueType,
    _In_ WDFMEMORY Memory, _In_opt_ PWDFMEMORY_OFFSET MemoryOffsets)
{
    return WDF_CALL(PFN_WDFREGISTRYASSIGNMEMORY, WdfRegistryAssignMemory)(WdfDriverGlobals, Key, ValueName, ValueType,
        Memory, MemoryOffsets);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryassignmultistring */
typedef NTSTATUS (*PFN_WDFREGISTRYASSIGNMULTISTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _In_ WDFCOLLECTION StringsCollection);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryAssignMultiString(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName,
    _In_ WDFCOLLECTION StringsCollection)
{
    return WDF_CALL(PFN_WDFREGISTRYASSIGNMULTISTRING, WdfRegistryAssignMultiString)(WdfDriverGlobals, Key, ValueName,
        StringsCollection);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryassignunicodestring */
typedef NTSTATUS (*PFN_WDFREGISTRYASSIGNUNICODESTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _In_ PCUNICODE_STRING Value);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryAssignUnicodeString(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName,
    _In_ PCUNICODE_STRING Value)
{
    return WDF_CALL(PFN_WDFREGISTRYASSIGNUNICODESTRING, WdfRegistryAssignUnicodeString)(WdfDriverGlobals, Key,
        ValueName, Value);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryassignstring */
typedef NTSTATUS (*PFN_WDFREGISTRYASSIGNSTRING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _In_ WDFSTRING String);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryAssignString(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ WDFSTRING String)
{
    return WDF_CALL(PFN_WDFREGISTRYASSIGNSTRING, WdfRegistryAssignString)(WdfDriverGlobals, Key, ValueName, String);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfregistry/nf-wdfregistry-wdfregistryassignulong */
typedef NTSTATUS (*PFN_WDFREGISTRYASSIGNULONG)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFKEY Key,
    _In_ PCUNICODE_STRING ValueName, _In_ ULONG Value);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRegistryAssignULong(_In_ WDFKEY Key, _In_ PCUNICODE_STRING ValueName, _In_ ULONG Value)
{
    return WDF_CALL(PFN_WDFREGISTRYASSIGNULONG, WdfRegistryAssignULong)(WdfDriverGlobals, Key, ValueName, Value);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
