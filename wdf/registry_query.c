/* SPDX-License-Identifier: MIT */
/* WDFKEY: what a driver may read from it. */
#include "wdf/memory.h"
#include "wdf/registry.h"
#include "wdf/string_object.h"
#include "wdf/table.h"

#define key_from_handle(handle_) ((struct key *)object_from_handle((handle_), OBJECT_KEY))

/* The whole value in a block that the caller gives back with fx_free. */
static NTSTATUS query(struct key *key, PCUNICODE_STRING name, KEY_VALUE_PARTIAL_INFORMATION **ret_information)
{
    KEY_VALUE_PARTIAL_INFORMATION *information;
    ULONG bytes = 0;
    NTSTATUS status;

    *ret_information = NULL;
    if (KeGetCurrentIrql() > PASSIVE_LEVEL)
        return STATUS_INVALID_DEVICE_REQUEST;
    status = ZwQueryValueKey(key->handle, (PUNICODE_STRING)name, KeyValuePartialInformation, NULL, 0, &bytes);
    if (status != STATUS_BUFFER_TOO_SMALL && status != STATUS_BUFFER_OVERFLOW)
        return NT_SUCCESS(status) ? STATUS_OBJECT_NAME_NOT_FOUND : status;
    information = fx_alloc(key->object.globals, bytes);
    if (!information)
        return STATUS_INSUFFICIENT_RESOURCES;
    status =
        ZwQueryValueKey(key->handle, (PUNICODE_STRING)name, KeyValuePartialInformation, information, bytes, &bytes);
    if (!NT_SUCCESS(status)) {
        fx_free(information);
        return status;
    }
    *ret_information = information;
    return STATUS_SUCCESS;
}

/* nf-wdfregistry-wdfregistryqueryvalue; PASSIVE_LEVEL */
NTSTATUS WdfRegistryQueryValue(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName,
                               ULONG ValueLength, PVOID Value, PULONG ValueLengthQueried, PULONG ValueType)
{
    struct key *key = key_from_handle(Key);
    KEY_VALUE_PARTIAL_INFORMATION *information;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(ValueName);
    if (ValueLength > 0 && !Value)
        return STATUS_INVALID_PARAMETER;
    status = query(key, ValueName, &information);
    if (!NT_SUCCESS(status))
        return status;
    if (ValueLengthQueried)
        *ValueLengthQueried = information->DataLength;
    if (ValueType)
        *ValueType = information->Type;
    if (information->DataLength > ValueLength)
        status = STATUS_BUFFER_OVERFLOW;
    else if (Value)
        RtlCopyMemory(Value, information->Data, information->DataLength);
    fx_free(information);
    return status;
}

/* nf-wdfregistry-wdfregistryquerymemory; PASSIVE_LEVEL */
NTSTATUS WdfRegistryQueryMemory(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName,
                                POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES MemoryAttributes, WDFMEMORY *Memory,
                                PULONG ValueType)
{
    struct key *key = key_from_handle(Key);
    KEY_VALUE_PARTIAL_INFORMATION *information;
    PVOID buffer;
    NTSTATUS status;

    FX_REQUIRE(ValueName);
    FX_REQUIRE(Memory);
    *Memory = NULL;
    status = query(key, ValueName, &information);
    if (!NT_SUCCESS(status))
        return status;
    if (information->DataLength == 0)
        status = STATUS_RESOURCE_DATA_NOT_FOUND;
    else
        status =
            WdfMemoryCreate(DriverGlobals, MemoryAttributes, PoolType, 0, information->DataLength, Memory, &buffer);
    if (NT_SUCCESS(status)) {
        RtlCopyMemory(buffer, information->Data, information->DataLength);
        if (ValueType)
            *ValueType = information->Type;
    }
    fx_free(information);
    return status;
}

/* A string value's text without the zeros at its end; a string may be stored without any. */
static UNICODE_STRING text_of(const KEY_VALUE_PARTIAL_INFORMATION *information)
{
    UNICODE_STRING text;
    ULONG bytes = information->DataLength & ~1UL;

    text.Buffer = (PWCH)(PVOID)information->Data;
    if (bytes > 0xFFFC)
        bytes = 0xFFFC;
    while (bytes > 0 && text.Buffer[bytes / sizeof(WCHAR) - 1] == 0)
        bytes -= sizeof(WCHAR);
    text.Length = (USHORT)bytes;
    text.MaximumLength = (USHORT)bytes;
    return text;
}

static BOOLEAN is_string(ULONG type)
{
    return type == REG_SZ || type == REG_EXPAND_SZ;
}

/* nf-wdfregistry-wdfregistryqueryunicodestring; PASSIVE_LEVEL */
NTSTATUS WdfRegistryQueryUnicodeString(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName,
                                       PUSHORT ValueByteLength, PUNICODE_STRING Value)
{
    struct key *key = key_from_handle(Key);
    KEY_VALUE_PARTIAL_INFORMATION *information;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(ValueName);
    status = query(key, ValueName, &information);
    if (!NT_SUCCESS(status))
        return status;
    if (!is_string(information->Type)) {
        status = STATUS_OBJECT_TYPE_MISMATCH;
    } else {
        UNICODE_STRING text = text_of(information);

        if (ValueByteLength)
            *ValueByteLength = text.Length;
        if (Value && Value->MaximumLength < text.Length)
            status = STATUS_BUFFER_OVERFLOW;
        else if (Value)
            RtlCopyUnicodeString(Value, &text);
    }
    fx_free(information);
    return status;
}

/* nf-wdfregistry-wdfregistryquerystring; PASSIVE_LEVEL */
NTSTATUS WdfRegistryQueryString(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName,
                                WDFSTRING String)
{
    struct key *key = key_from_handle(Key);
    struct object *string = object_from_handle(String, OBJECT_STRING);
    KEY_VALUE_PARTIAL_INFORMATION *information;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(ValueName);
    status = query(key, ValueName, &information);
    if (!NT_SUCCESS(status))
        return status;
    if (!is_string(information->Type)) {
        status = STATUS_OBJECT_TYPE_MISMATCH;
    } else {
        UNICODE_STRING text = text_of(information);

        status = string_assign(string, &text);
    }
    fx_free(information);
    return status;
}

/* nf-wdfregistry-wdfregistryqueryulong; PASSIVE_LEVEL */
NTSTATUS WdfRegistryQueryULong(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName, PULONG Value)
{
    struct key *key = key_from_handle(Key);
    KEY_VALUE_PARTIAL_INFORMATION *information;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(ValueName);
    FX_REQUIRE(Value);
    status = query(key, ValueName, &information);
    if (!NT_SUCCESS(status))
        return status;
    if (information->Type != REG_DWORD || information->DataLength != sizeof(ULONG))
        status = STATUS_OBJECT_TYPE_MISMATCH;
    else
        RtlCopyMemory(Value, information->Data, sizeof(ULONG));
    fx_free(information);
    return status;
}

/* One string of a REG_MULTI_SZ becomes a WDFSTRING in the collection. */
static NTSTATUS add_string(PWDF_DRIVER_GLOBALS globals, PWDF_OBJECT_ATTRIBUTES attributes, WDFCOLLECTION collection,
                           PCUNICODE_STRING text)
{
    WDFSTRING string;
    NTSTATUS status = WdfStringCreate(globals, text, attributes, &string);

    if (!NT_SUCCESS(status))
        return status;
    status = WdfCollectionAdd(globals, collection, string);
    if (!NT_SUCCESS(status))
        (void)object_delete(object_decode(string));
    return status;
}

/* nf-wdfregistry-wdfregistryquerymultistring; PASSIVE_LEVEL */
NTSTATUS WdfRegistryQueryMultiString(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName,
                                     PWDF_OBJECT_ATTRIBUTES StringsAttributes, WDFCOLLECTION Collection)
{
    struct key *key = key_from_handle(Key);
    KEY_VALUE_PARTIAL_INFORMATION *information;
    NTSTATUS status;
    ULONG characters, at = 0;
    PWCH text;

    FX_REQUIRE(ValueName);
    (void)object_from_handle(Collection, OBJECT_COLLECTION);
    status = query(key, ValueName, &information);
    if (!NT_SUCCESS(status))
        return status;
    if (information->Type != REG_MULTI_SZ)
        status = STATUS_OBJECT_TYPE_MISMATCH;
    else if (information->DataLength == 0)
        status = STATUS_RESOURCE_DATA_NOT_FOUND;
    text = (PWCH)(PVOID)information->Data;
    characters = information->DataLength / sizeof(WCHAR);
    while (NT_SUCCESS(status) && at < characters && text[at]) {
        ULONG end = at;
        UNICODE_STRING string;

        while (end < characters && text[end])
            end++;
        string.Buffer = text + at;
        string.Length = string.MaximumLength = (USHORT)((end - at) * sizeof(WCHAR));
        status = add_string(DriverGlobals, StringsAttributes, Collection, &string);
        at = end + 1;
    }
    fx_free(information);
    return status;
}
