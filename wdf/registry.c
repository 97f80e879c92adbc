/* SPDX-License-Identifier: MIT */
/* WDFKEY: opening, closing, assigning. Querying is in registry_query.c. */
#include "wdf/registry.h"
#include "wdf/driver.h"
#include "wdf/memory.h"
#include "wdf/string_object.h"
#include "wdf/table.h"

#define key_from_handle(handle_) ((struct key *)object_from_handle((handle_), OBJECT_KEY))

static void key_destroy(struct object *object)
{
    struct key *key = (struct key *)object;

    if (key->handle)
        (void)ZwClose(key->handle);
    key->handle = NULL;
}

static const struct object_ops key_ops = {.destroy = key_destroy};

NTSTATUS key_create(struct fx_globals *globals, HANDLE handle, const WDF_OBJECT_ATTRIBUTES *attributes, WDFKEY *ret_key)
{
    struct object_config config = {.globals = globals,
                                   .type = OBJECT_KEY,
                                   .bytes = sizeof(struct key),
                                   .attributes = attributes,
                                   .default_parent = globals->driver,
                                   .ops = &key_ops,
                                   .flags = OBJECT_EXPLICIT | OBJECT_PASSIVE};
    struct object *object;
    NTSTATUS status = object_create(&config, &object);

    FX_ASSERT(handle != NULL);
    if (!NT_SUCCESS(status)) {
        (void)ZwClose(handle);
        return status;
    }
    ((struct key *)object)->handle = handle;
    *ret_key = (WDFKEY)object->self;
    return STATUS_SUCCESS;
}

static NTSTATUS open_path(HANDLE root, PCUNICODE_STRING name, ACCESS_MASK access, HANDLE *ret_handle)
{
    OBJECT_ATTRIBUTES attributes;

    InitializeObjectAttributes(&attributes, (PUNICODE_STRING)name, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, root,
                               NULL);
    return ZwOpenKey(ret_handle, access, &attributes);
}

ULONG registry_read_ulong(PCUNICODE_STRING path, const WCHAR *subkey, const WCHAR *value, ULONG otherwise)
{
    struct {
        KEY_VALUE_PARTIAL_INFORMATION information;
        UCHAR room[sizeof(ULONG)];
    } buffer;
    UNICODE_STRING subkey_name, value_name;
    HANDLE root, key;
    ULONG bytes;
    NTSTATUS status = open_path(NULL, path, KEY_READ, &root);

    if (!NT_SUCCESS(status))
        return otherwise;
    RtlInitUnicodeString(&subkey_name, subkey);
    status = open_path(root, &subkey_name, KEY_READ, &key);
    (void)ZwClose(root);
    if (!NT_SUCCESS(status))
        return otherwise;
    RtlInitUnicodeString(&value_name, value);
    status = ZwQueryValueKey(key, &value_name, KeyValuePartialInformation, &buffer, sizeof(buffer), &bytes);
    (void)ZwClose(key);
    if (!NT_SUCCESS(status) || buffer.information.Type != REG_DWORD || buffer.information.DataLength != sizeof(ULONG))
        return otherwise;
    return *(const ULONG *)(const void *)buffer.information.Data;
}

/* Every public function of a key can be given NULL for the root of all. */
static HANDLE parent_handle(WDFKEY parent, const CHAR *function, const void *caller)
{
    return parent ? ((struct key *)object_check(parent, OBJECT_KEY, function, caller))->handle : NULL;
}

/* nf-wdfregistry-wdfregistryopenkey; PASSIVE_LEVEL */
NTSTATUS WdfRegistryOpenKey(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY ParentKey, PCUNICODE_STRING KeyName,
                            ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key)
{
    HANDLE root = parent_handle(ParentKey, __func__, __builtin_return_address(0));
    HANDLE handle;
    NTSTATUS status;

    FX_REQUIRE(KeyName);
    FX_REQUIRE(Key);
    if (KeGetCurrentIrql() > PASSIVE_LEVEL)
        return STATUS_INVALID_DEVICE_REQUEST;
    *Key = NULL;
    status = open_path(root, KeyName, DesiredAccess, &handle);
    if (!NT_SUCCESS(status))
        return status;
    return key_create(fx_globals_of(DriverGlobals), handle, KeyAttributes, Key);
}

/* nf-wdfregistry-wdfregistrycreatekey; PASSIVE_LEVEL */
NTSTATUS WdfRegistryCreateKey(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY ParentKey, PCUNICODE_STRING KeyName,
                              ACCESS_MASK DesiredAccess, ULONG CreateOptions, PULONG CreateDisposition,
                              PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key)
{
    OBJECT_ATTRIBUTES attributes;
    HANDLE root = parent_handle(ParentKey, __func__, __builtin_return_address(0));
    HANDLE handle;
    NTSTATUS status;

    FX_REQUIRE(KeyName);
    FX_REQUIRE(Key);
    if (KeGetCurrentIrql() > PASSIVE_LEVEL)
        return STATUS_INVALID_DEVICE_REQUEST;
    *Key = NULL;
    InitializeObjectAttributes(&attributes, (PUNICODE_STRING)KeyName, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, root,
                               NULL);
    status = ZwCreateKey(&handle, DesiredAccess, &attributes, 0, NULL, CreateOptions, CreateDisposition);
    if (!NT_SUCCESS(status))
        return status;
    return key_create(fx_globals_of(DriverGlobals), handle, KeyAttributes, Key);
}

/* nf-wdfregistry-wdfregistryclose; PASSIVE_LEVEL */
VOID WdfRegistryClose(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key)
{
    struct key *key = key_from_handle(Key);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfRegistryClose);
    key_destroy(&key->object);
    (void)object_delete(&key->object);
}

/* nf-wdfregistry-wdfregistrywdmgethandle; PASSIVE_LEVEL */
HANDLE WdfRegistryWdmGetHandle(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfRegistryWdmGetHandle);
    return key_from_handle(Key)->handle;
}

/* nf-wdfregistry-wdfregistryremovekey; PASSIVE_LEVEL. The object is deleted with the key. */
NTSTATUS WdfRegistryRemoveKey(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key)
{
    struct key *key = key_from_handle(Key);
    NTSTATUS status;

    if (KeGetCurrentIrql() > PASSIVE_LEVEL)
        return STATUS_INVALID_DEVICE_REQUEST;
    status = ZwDeleteKey(key->handle);
    if (NT_SUCCESS(status))
        WdfRegistryClose(DriverGlobals, Key);
    return status;
}

/* nf-wdfregistry-wdfregistryremovevalue; PASSIVE_LEVEL */
NTSTATUS WdfRegistryRemoveValue(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName)
{
    struct key *key = key_from_handle(Key);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(ValueName);
    if (KeGetCurrentIrql() > PASSIVE_LEVEL)
        return STATUS_INVALID_DEVICE_REQUEST;
    return ZwDeleteValueKey(key->handle, (PUNICODE_STRING)ValueName);
}

/* -- assigning ------------------------------------------------------------------------------------ */

static NTSTATUS assign(struct key *key, PCUNICODE_STRING name, ULONG type, const void *data, ULONG bytes)
{
    if (KeGetCurrentIrql() > PASSIVE_LEVEL)
        return STATUS_INVALID_DEVICE_REQUEST;
    return ZwSetValueKey(key->handle, (PUNICODE_STRING)name, 0, type, (PVOID)data, bytes);
}

/* nf-wdfregistry-wdfregistryassignvalue; PASSIVE_LEVEL */
NTSTATUS WdfRegistryAssignValue(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName,
                                ULONG ValueType, ULONG ValueLength, PVOID Value)
{
    struct key *key = key_from_handle(Key);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(ValueName);
    FX_REQUIRE(Value);
    return assign(key, ValueName, ValueType, Value, ValueLength);
}

/* nf-wdfregistry-wdfregistryassignmemory; PASSIVE_LEVEL */
NTSTATUS WdfRegistryAssignMemory(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName,
                                 ULONG ValueType, WDFMEMORY Memory, PWDFMEMORY_OFFSET MemoryOffsets)
{
    struct key *key = key_from_handle(Key);
    struct memory *memory = (struct memory *)object_from_handle(Memory, OBJECT_MEMORY);
    SIZE_T offset = MemoryOffsets ? MemoryOffsets->BufferOffset : 0;
    SIZE_T length;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(ValueName);
    if (offset > memory->bytes)
        return STATUS_INVALID_PARAMETER;
    length = memory->bytes - offset;
    if (MemoryOffsets && MemoryOffsets->BufferLength) {
        if (MemoryOffsets->BufferLength > length)
            return offset + MemoryOffsets->BufferLength < offset ? STATUS_INTEGER_OVERFLOW : STATUS_INVALID_PARAMETER;
        length = MemoryOffsets->BufferLength;
    }
    if (length > 0xFFFFFFFF)
        return STATUS_INTEGER_OVERFLOW;
    return assign(key, ValueName, ValueType, (const UCHAR *)memory->buffer + offset, (ULONG)length);
}

static ULONG multi_string_bytes(PWDF_DRIVER_GLOBALS globals, WDFCOLLECTION collection)
{
    ULONG bytes = sizeof(WCHAR);

    for (ULONG i = 0; i < WdfCollectionGetCount(globals, collection); i++)
        bytes += string_value(object_decode(WdfCollectionGetItem(globals, collection, i)))->Length + sizeof(WCHAR);
    return bytes;
}

/* nf-wdfregistry-wdfregistryassignmultistring; PASSIVE_LEVEL */
NTSTATUS WdfRegistryAssignMultiString(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName,
                                      WDFCOLLECTION StringsCollection)
{
    struct key *key = key_from_handle(Key);
    ULONG bytes, at = 0;
    UCHAR *buffer;
    NTSTATUS status;

    FX_REQUIRE(ValueName);
    for (ULONG i = 0; i < WdfCollectionGetCount(DriverGlobals, StringsCollection); i++)
        (void)object_from_handle(WdfCollectionGetItem(DriverGlobals, StringsCollection, i), OBJECT_STRING);
    bytes = multi_string_bytes(DriverGlobals, StringsCollection);
    buffer = fx_alloc(key->object.globals, bytes);
    if (!buffer)
        return STATUS_INSUFFICIENT_RESOURCES;
    for (ULONG i = 0; i < WdfCollectionGetCount(DriverGlobals, StringsCollection); i++) {
        WDFOBJECT item = WdfCollectionGetItem(DriverGlobals, StringsCollection, i);
        PCUNICODE_STRING string = string_value(object_decode(item));

        RtlCopyMemory(buffer + at, string->Buffer, string->Length);
        at += string->Length + sizeof(WCHAR);
    }
    FX_ASSERT(at + sizeof(WCHAR) == bytes);
    status = assign(key, ValueName, REG_MULTI_SZ, buffer, bytes);
    fx_free(buffer);
    return status;
}

static NTSTATUS assign_string(struct key *key, PCUNICODE_STRING name, PCUNICODE_STRING value)
{
    UNICODE_STRING copy;
    NTSTATUS status = device_string_copy(key->object.globals, value, &copy);

    if (!NT_SUCCESS(status))
        return status;
    status = assign(key, name, REG_SZ, copy.Buffer, copy.MaximumLength);
    fx_free(copy.Buffer);
    return status;
}

/* nf-wdfregistry-wdfregistryassignunicodestring; PASSIVE_LEVEL */
NTSTATUS WdfRegistryAssignUnicodeString(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName,
                                        PCUNICODE_STRING Value)
{
    struct key *key = key_from_handle(Key);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(ValueName);
    FX_REQUIRE(Value);
    return assign_string(key, ValueName, Value);
}

/* nf-wdfregistry-wdfregistryassignstring; PASSIVE_LEVEL */
NTSTATUS WdfRegistryAssignString(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName,
                                 WDFSTRING String)
{
    struct key *key = key_from_handle(Key);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(ValueName);
    return assign_string(key, ValueName, string_value(object_from_handle(String, OBJECT_STRING)));
}

/* nf-wdfregistry-wdfregistryassignulong; PASSIVE_LEVEL */
NTSTATUS WdfRegistryAssignULong(PWDF_DRIVER_GLOBALS DriverGlobals, WDFKEY Key, PCUNICODE_STRING ValueName, ULONG Value)
{
    struct key *key = key_from_handle(Key);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(ValueName);
    return assign(key, ValueName, REG_DWORD, &Value, sizeof(Value));
}

/* nf-wdfdriver-wdfdriveropenparametersregistrykey; PASSIVE_LEVEL */
NTSTATUS WdfDriverOpenParametersRegistryKey(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDRIVER Driver,
                                            ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes,
                                            WDFKEY *Key)
{
    static const WCHAR parameters[] = L"Parameters";
    struct driver *driver = driver_from_handle(Driver);
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING name;
    HANDLE root, handle;
    NTSTATUS status;

    FX_IRQL_OF(WdfDriverOpenParametersRegistryKey);
    FX_REQUIRE(Key);
    *Key = NULL;
    status = open_path(NULL, &driver->registry_path, KEY_CREATE_SUB_KEY | KEY_READ, &root);
    if (!NT_SUCCESS(status))
        return status;
    /* The key belongs to every driver: it is made if the INF did not. */
    RtlInitUnicodeString(&name, parameters);
    InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, root, NULL);
    status = ZwCreateKey(&handle, DesiredAccess, &attributes, 0, NULL, REG_OPTION_NON_VOLATILE, NULL);
    (void)ZwClose(root);
    if (!NT_SUCCESS(status))
        return status;
    return key_create(fx_globals_of(DriverGlobals), handle, KeyAttributes, Key);
}
