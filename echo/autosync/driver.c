/* SPDX-License-Identifier: MIT */
/* driver.c: DriverEntry and the events of the driver object. */
#include "driver.h"
#include "device.h"

enum { TIMER_PERIOD_DEFAULT_MS = 50, WRITE_LENGTH_MAX_DEFAULT = 1024 * 1024 };

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD driver_evt_device_add;

#ifdef ALLOC_PRAGMA
#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, driver_evt_device_add)
#pragma alloc_text(PAGE, driver_read_settings)
#endif

/* Called once, when the system loads the driver. IRQL = PASSIVE_LEVEL. */
NTSTATUS DriverEntry(_In_ PDRIVER_OBJECT DriverObject, _In_ PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, driver_evt_device_add);
    config.DriverPoolTag = ECHO_POOL_TAG;

    NTSTATUS status = WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
    if (!NT_SUCCESS(status)) {
        DbgPrintEx(DPFLTR_IHVDRIVER_ID, DPFLTR_ERROR_LEVEL, "echo: WdfDriverCreate failed, 0x%08X\n", status);
    }
    return status;
}

/* Called for every device that the PnP manager gives to the driver. IRQL = PASSIVE_LEVEL. */
static NTSTATUS driver_evt_device_add(_In_ WDFDRIVER Driver, _Inout_ PWDFDEVICE_INIT DeviceInit)
{
    UNREFERENCED_PARAMETER(Driver);
    PAGED_CODE();

    NTSTATUS status = device_create(DeviceInit);
    if (!NT_SUCCESS(status)) {
        DbgPrintEx(DPFLTR_IHVDRIVER_ID, DPFLTR_ERROR_LEVEL, "echo: no device, 0x%08X\n", status);
    }
    return status;
}

/* A value that is missing or of another type keeps its default: a wrong setting is no reason to have no device. */
static VOID query_setting(_In_ WDFKEY key, _In_ PCUNICODE_STRING name, _Inout_ PULONG setting)
{
    ULONG value = 0;

    if (NT_SUCCESS(WdfRegistryQueryULong(key, name, &value))) {
        *setting = value;
    }
}

/* IRQL = PASSIVE_LEVEL. */
VOID driver_read_settings(_Out_ PECHO_SETTINGS settings)
{
    DECLARE_CONST_UNICODE_STRING(timer_period, L"TimerPeriod");
    DECLARE_CONST_UNICODE_STRING(max_write_length, L"MaxWriteLength");
    WDFKEY key = NULL;

    PAGED_CODE();

    settings->TimerPeriodMs = TIMER_PERIOD_DEFAULT_MS;
    settings->WriteLengthMax = WRITE_LENGTH_MAX_DEFAULT;

    NTSTATUS status = WdfDriverOpenParametersRegistryKey(WdfGetDriver(), KEY_READ, WDF_NO_OBJECT_ATTRIBUTES, &key);
    if (NT_SUCCESS(status)) {
        query_setting(key, &timer_period, &settings->TimerPeriodMs);
        query_setting(key, &max_write_length, &settings->WriteLengthMax);
        WdfRegistryClose(key);
    }
    /* A period of 0 would make a one-shot timer, and the framework takes a signed number. */
    if (settings->TimerPeriodMs == 0) {
        settings->TimerPeriodMs = 1;
    } else if (settings->TimerPeriodMs > MAXLONG) {
        settings->TimerPeriodMs = MAXLONG;
    }
}
