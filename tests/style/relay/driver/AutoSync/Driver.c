/*++
SPDX-License-Identifier: MIT

Module Name:

    Driver.c

Abstract:

    A driver that hands the latest write to every reader. Here: DriverEntry
    and what the driver object's events do.

Environment:

    Kernel mode, KMDF

--*/

#include "Driver.h"

#ifdef ALLOC_PRAGMA
#pragma alloc_text (INIT, DriverEntry)
#pragma alloc_text (PAGE, RelayOnDeviceAdd)
#pragma alloc_text (PAGE, RelaySayVersions)
#endif

#pragma warning(push)
#pragma warning(disable:4127)   // a condition that never changes
#pragma warning(disable:4100 4201 4214)


NTSTATUS
DriverEntry(
    IN OUT PDRIVER_OBJECT   DriverObject,
    IN PUNICODE_STRING      RegistryPath
    )
/*++

Routine Description:

    Makes the framework's driver object.

Return Value:

    An NTSTATUS

--*/
{
    WDF_DRIVER_CONFIG   driverConfig;
    NTSTATUS            ntStatus;

    KdPrint(("relay: made on %s at %s, key %wZ\n", __DATE__, __TIME__, RegistryPath));
    KdPrintEx((DPFLTR_IHVDRIVER_ID, DPFLTR_INFO_LEVEL, "relay: object %p\n", DriverObject));

    WDF_DRIVER_CONFIG_INIT(&driverConfig, RelayOnDeviceAdd);
    driverConfig.DriverPoolTag = RELAY_POOL_TAG;

    ntStatus = WdfDriverCreate(DriverObject,
                               RegistryPath,
                               WDF_NO_OBJECT_ATTRIBUTES,
                               &driverConfig,
                               WDF_NO_HANDLE);

    if (!NT_SUCCESS(ntStatus))
    {
        RELAY_COMPLAIN("WdfDriverCreate", ntStatus);
        return ntStatus;
    }

#if DBG
    return RelaySayVersions();
#else
    return STATUS_SUCCESS;
#endif
}


NTSTATUS
RelayOnDeviceAdd(
    IN WDFDRIVER        Driver,
    IN PWDFDEVICE_INIT  DeviceInit
    )
{
    UNREFERENCED_PARAMETER(Driver);
    PAGED_CODE();

    return RelayMakeDevice(DeviceInit);
}


_Use_decl_annotations_
NTSTATUS
RelaySayVersions(
    )
{
    WDF_DRIVER_VERSION_AVAILABLE_PARAMS wanted;
    UNICODE_STRING  text;
    WDFSTRING       holder;
    NTSTATUS        ntStatus;

    PAGED_CODE();

    ntStatus = WdfStringCreate(NULL, WDF_NO_OBJECT_ATTRIBUTES, &holder);
    if (!NT_SUCCESS(ntStatus))
    {
        RELAY_COMPLAIN("WdfStringCreate", ntStatus);
        return ntStatus;
    }

    ntStatus = WdfDriverRetrieveVersionString(WdfGetDriver(), holder);
    if (!NT_SUCCESS(ntStatus))
    {
        RELAY_COMPLAIN("WdfDriverRetrieveVersionString", ntStatus);
        WdfObjectDelete(holder);
        return ntStatus;
    }

    WdfStringGetUnicodeString(holder, &text);
    KdPrint(("relay: framework [%wZ] [%ws]\n", &text, L"wide"));
    KdPrint(("relay: formats [%8d] [%-6x] [%I64x] [%S] [%c] [%hu] [%lu] [%Iu]\n",
             -42, 0xbeef, (ULONGLONG)1 << 40, L"percent S", 'r',
             (USHORT)65535, 4294967295UL, sizeof(text)));

    WdfObjectDelete(holder);
    holder = NULL;

    WDF_DRIVER_VERSION_AVAILABLE_PARAMS_INIT(&wanted, 1, 0);
    ASSERT(WdfDriverIsVersionAvailable(WdfGetDriver(), &wanted) == TRUE);

    WDF_DRIVER_VERSION_AVAILABLE_PARAMS_INIT(&wanted, 9, 5);
    ASSERTMSG("nobody has 9.5 yet", !WdfDriverIsVersionAvailable(WdfGetDriver(), &wanted));

    return STATUS_SUCCESS;
}

#pragma warning(pop)
