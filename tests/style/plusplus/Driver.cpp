// SPDX-License-Identifier: MIT
#include "relay.hpp"

extern "C" DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD OnDeviceAdd;

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, OnDeviceAdd)
#endif

EXTERN_C NTSTATUS DriverEntry(_In_ PDRIVER_OBJECT DriverObject, _In_ PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;
    WDF_DRIVER_CONFIG_INIT(&config, OnDeviceAdd);

    KdPrint(("relay++: %wZ\n", RegistryPath));
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}

static NTSTATUS OnDeviceAdd(_In_ WDFDRIVER /* Driver */, _Inout_ PWDFDEVICE_INIT DeviceInit)
{
    PAGED_CODE();
    return RelayDevice::Create(DeviceInit);
}
