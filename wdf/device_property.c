/* SPDX-License-Identifier: MIT */
/* Properties and registry keys that the PnP manager keeps for a device. */
#include "wdf/deviceinit.h"
#include "wdf/registry.h"
#include "wdf/table.h"

static NTSTATUS query_property(PDEVICE_OBJECT physical, DEVICE_REGISTRY_PROPERTY property, ULONG bytes, PVOID buffer,
                               PULONG ret_bytes)
{
    if (!physical)
        return STATUS_INVALID_DEVICE_REQUEST;
    return IoGetDeviceProperty(physical, property, bytes, buffer, ret_bytes);
}

/* The size is asked for first; it can't grow in between, because the PnP manager changes it only while it starts or
 * removes the device. */
static NTSTATUS alloc_and_query(PWDF_DRIVER_GLOBALS globals, PDEVICE_OBJECT physical, DEVICE_REGISTRY_PROPERTY property,
                                POOL_TYPE pool, PWDF_OBJECT_ATTRIBUTES attributes, WDFMEMORY *ret_memory)
{
    ULONG bytes = 0;
    PVOID buffer;
    NTSTATUS status = query_property(physical, property, 0, NULL, &bytes);

    *ret_memory = NULL;
    if (status != STATUS_BUFFER_TOO_SMALL)
        return NT_SUCCESS(status) ? STATUS_INVALID_PARAMETER_2 : status;
    status = WdfMemoryCreate(globals, attributes, pool, 0, bytes, ret_memory, &buffer);
    if (!NT_SUCCESS(status))
        return status;
    status = query_property(physical, property, bytes, buffer, &bytes);
    if (!NT_SUCCESS(status)) {
        (void)object_delete(object_decode(*ret_memory));
        *ret_memory = NULL;
    }
    return status;
}

static NTSTATUS open_key(PWDF_DRIVER_GLOBALS globals, PDEVICE_OBJECT physical, ULONG kind, ACCESS_MASK access,
                         PWDF_OBJECT_ATTRIBUTES attributes, WDFKEY *ret_key)
{
    HANDLE handle;
    NTSTATUS status;

    *ret_key = NULL;
    if (!physical)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (kind == 0 ||
        (kind & ~(ULONG)(PLUGPLAY_REGKEY_DEVICE | PLUGPLAY_REGKEY_DRIVER | PLUGPLAY_REGKEY_CURRENT_HWPROFILE)))
        return STATUS_INVALID_PARAMETER;
    status = IoOpenDeviceRegistryKey(physical, kind, access, &handle);
    if (!NT_SUCCESS(status))
        return status;
    return key_create(fx_globals_of(globals), handle, attributes, ret_key);
}

/* nf-wdfdevice-wdfdevicequeryproperty; PASSIVE_LEVEL */
NTSTATUS WdfDeviceQueryProperty(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device,
                                DEVICE_REGISTRY_PROPERTY DeviceProperty, ULONG BufferLength, PVOID PropertyBuffer,
                                PULONG ResultLength)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceQueryProperty);
    FX_REQUIRE(ResultLength);
    return query_property(device->physical, DeviceProperty, BufferLength, PropertyBuffer, ResultLength);
}

/* nf-wdfdevice-wdfdeviceallocandqueryproperty; PASSIVE_LEVEL */
NTSTATUS WdfDeviceAllocAndQueryProperty(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device,
                                        DEVICE_REGISTRY_PROPERTY DeviceProperty, POOL_TYPE PoolType,
                                        PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, WDFMEMORY *PropertyMemory)
{
    struct device *device = device_from_handle(Device);

    FX_IRQL_OF(WdfDeviceAllocAndQueryProperty);
    FX_REQUIRE(PropertyMemory);
    return alloc_and_query(DriverGlobals, device->physical, DeviceProperty, PoolType, PropertyMemoryAttributes,
                           PropertyMemory);
}

/* nf-wdffdo-wdffdoinitqueryproperty; PASSIVE_LEVEL */
NTSTATUS WdfFdoInitQueryProperty(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                 DEVICE_REGISTRY_PROPERTY DeviceProperty, ULONG BufferLength, PVOID PropertyBuffer,
                                 PULONG ResultLength)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfFdoInitQueryProperty);
    FX_REQUIRE(ResultLength);
    return query_property(init->physical, DeviceProperty, BufferLength, PropertyBuffer, ResultLength);
}

/* nf-wdffdo-wdffdoinitallocandqueryproperty; PASSIVE_LEVEL */
NTSTATUS WdfFdoInitAllocAndQueryProperty(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                         DEVICE_REGISTRY_PROPERTY DeviceProperty, POOL_TYPE PoolType,
                                         PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, WDFMEMORY *PropertyMemory)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    FX_IRQL_OF(WdfFdoInitAllocAndQueryProperty);
    FX_REQUIRE(PropertyMemory);
    return alloc_and_query(DriverGlobals, init->physical, DeviceProperty, PoolType, PropertyMemoryAttributes,
                           PropertyMemory);
}

/* nf-wdfdevice-wdfdeviceopenregistrykey; PASSIVE_LEVEL */
NTSTATUS WdfDeviceOpenRegistryKey(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, ULONG DeviceInstanceKeyType,
                                  ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key)
{
    struct device *device = device_from_handle(Device);

    FX_IRQL_OF(WdfDeviceOpenRegistryKey);
    FX_REQUIRE(Key);
    return open_key(DriverGlobals, device->physical, DeviceInstanceKeyType, DesiredAccess, KeyAttributes, Key);
}

/* nf-wdffdo-wdffdoinitopenregistrykey; PASSIVE_LEVEL */
NTSTATUS WdfFdoInitOpenRegistryKey(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                   ULONG DeviceInstanceKeyType, ACCESS_MASK DesiredAccess,
                                   PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY *Key)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    FX_IRQL_OF(WdfFdoInitOpenRegistryKey);
    FX_REQUIRE(Key);
    return open_key(DriverGlobals, init->physical, DeviceInstanceKeyType, DesiredAccess, KeyAttributes, Key);
}
