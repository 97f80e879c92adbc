/* SPDX-License-Identifier: MIT */
/* Init.c: the driver and its device. Synchronises itself. */
#include "relay2.h"

DRIVER_INITIALIZE DriverEntry;

#pragma alloc_text(INIT, DriverEntry)
#pragma alloc_text(PAGE, Relay2DeviceAdd)

#pragma data_seg("PAGED")
static const WCHAR Banner[] = L"relay2";
#pragma data_seg()

GLOBALS Globals;

_Function_class_(DRIVER_INITIALIZE)
_IRQL_requires_same_
NTSTATUS DriverEntry(__in PDRIVER_OBJECT DriverObject, __in PUNICODE_STRING RegistryPath)
{
	WDF_DRIVER_CONFIG config;
	WDFDRIVER driver;
	NTSTATUS status;

	RELAY_TRACE(("%s: %ws, %S, %wZ\n", __FUNCTION__, Banner, Banner, RegistryPath));
	WDF_DRIVER_CONFIG_INIT(&config, Relay2DeviceAdd);
	status = WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, &driver);
	if (NT_SUCCESS(status)) {
		Globals.Driver = driver;
		NT_ASSERT(driver == WdfGetDriver());
	}
	return status;
}

NTSTATUS Relay2DeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
	WDF_OBJECT_ATTRIBUTES requests;
	WDF_PNPPOWER_EVENT_CALLBACKS power;
	WDFDEVICE device;
	NTSTATUS status;

	UNREFERENCED_PARAMETER(Driver);
	PAGED_CODE();

	WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&power);
	power.EvtDeviceSelfManagedIoInit = power.EvtDeviceSelfManagedIoRestart = Relay2Start;
	power.EvtDeviceSelfManagedIoSuspend = Relay2Suspend;
	WdfDeviceInitSetPnpPowerEventCallbacks(DeviceInit, &power);

	WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&requests, REQUEST_NOTE);
	WdfDeviceInitSetRequestAttributes(DeviceInit, &requests);

	if (!NT_SUCCESS(status = WdfDeviceCreate(&DeviceInit, WDF_NO_OBJECT_ATTRIBUTES, &device)))
		return status;
	if (InterlockedCompareExchange(&Globals.Devices, 1, 0) != 0)
		RELAY_TRACE(("relay2: another device\n"));
	status = WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_RELAY_SYNC, NULL);
	if (!NT_SUCCESS(status))
		return status;
	return Relay2CreateQueue(device);
}

NTSTATUS Relay2Start(WDFDEVICE Device)
{
	WDFQUEUE queue = WdfDeviceGetDefaultQueue(Device);

	WdfIoQueueStart(queue);
	WdfTimerStart(GetQueueState(queue)->Timer, WDF_REL_TIMEOUT_IN_MS(RELAY_PERIOD_MS));
	return STATUS_SUCCESS;
}

NTSTATUS Relay2Suspend(WDFDEVICE Device)
{
	WDFQUEUE queue = WdfDeviceGetDefaultQueue(Device);

	WdfIoQueueStopSynchronously(queue);
	WdfTimerStop(GetQueueState(queue)->Timer, TRUE);
	return STATUS_SUCCESS;
}
