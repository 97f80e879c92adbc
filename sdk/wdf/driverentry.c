/* SPDX-License-Identifier: MIT */
/*
 * driverentry.c: compiled into every KMDF driver. Its entry point binds the driver to the framework before DriverEntry
 * runs and unbinds it after the last routine of the driver has returned, so that the driver itself never sees the
 * loader.
 */
#include <ntddk.h>
#include <wdf.h>
#include "wdfldr.h"

/* A service's registry path is \Registry\Machine\System\CurrentControlSet\Services\NAME: this is room enough. */
enum { REGISTRY_PATH_CHARACTERS_MAX = 512 };

PWDF_DRIVER_GLOBALS WdfDriverGlobals;
const WDFFUNC *WdfFunctions;

static WDF_BIND_INFO bind_info = {
    .Size = sizeof(WDF_BIND_INFO),
    .Component = (PWCHAR)L"KmdfLibrary",
    .Version = {1, 15, 0},
    .FuncCount = WdfFunctionTableNumEntries,
    .FuncTable = &WdfFunctions,
};
static WCHAR registry_path_buffer[REGISTRY_PATH_CHARACTERS_MAX];
static UNICODE_STRING registry_path = {0, sizeof(registry_path_buffer), registry_path_buffer};
static PDRIVER_UNLOAD framework_unload;

DRIVER_INITIALIZE DriverEntry;
DRIVER_INITIALIZE FxDriverEntry;
static DRIVER_UNLOAD unload;

static VOID unbind(VOID)
{
    (VOID) WdfVersionUnbind(&registry_path, &bind_info, (WDF_COMPONENT_GLOBALS)WdfDriverGlobals);
    WdfDriverGlobals = NULL;
    WdfFunctions = NULL;
}

/* The framework's unload routine (or the driver's, if it is a miniport) runs first: it still needs the binding. */
static VOID NTAPI unload(PDRIVER_OBJECT DriverObject)
{
    if (framework_unload != NULL) {
        framework_unload(DriverObject);
    }
    unbind();
}

/* wdm/nc-wdm-driver_initialize; IRQL = PASSIVE_LEVEL. */
NTSTATUS NTAPI FxDriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_COMPONENT_GLOBALS globals = NULL;

    if (RegistryPath->Length > registry_path.MaximumLength) {
        return STATUS_NAME_TOO_LONG;
    }
    RtlCopyUnicodeString(&registry_path, RegistryPath);

    NTSTATUS status = WdfVersionBind(DriverObject, &registry_path, &bind_info, &globals);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    WdfDriverGlobals = (PWDF_DRIVER_GLOBALS)globals;

    status = DriverEntry(DriverObject, RegistryPath);
    if (!NT_SUCCESS(status)) {
        unbind();
        return status;
    }
    /* A driver without an unload routine stays for ever, unless the framework says that it wants ours called. */
    if (WdfDriverGlobals->DisplaceDriverUnload || DriverObject->DriverUnload != NULL) {
        framework_unload = DriverObject->DriverUnload;
        DriverObject->DriverUnload = unload;
    }
    return status;
}
