/* SPDX-License-Identifier: MIT */
/*
 * What the wrong drivers share: a device with an interface, a sequential queue for writes and reads, and a spin lock.
 * Each driver brings DefectEvtIoWrite (and, if it defines DEFECT_READS, DefectEvtIoRead) and is the only thing wrong.
 */
#ifndef DEFECT_H
#define DEFECT_H

#include <ntddk.h>
#include <wdf.h>

#include <initguid.h>

DEFINE_GUID(GUID_DEFECT, 0x5f1a9c3e, 0x7d42, 0x4b8e, 0x9a, 0x61, 0x2c, 0x0d, 0x8e, 0x7f, 0x35, 0xb4);

DRIVER_INITIALIZE DriverEntry;
EVT_WDF_IO_QUEUE_IO_WRITE DefectEvtIoWrite;
EVT_WDF_IO_QUEUE_IO_READ DefectEvtIoRead;
static EVT_WDF_DRIVER_DEVICE_ADD DefectEvtDeviceAdd;

static WDFSPINLOCK DefectLock;

#ifndef DEFECT_READS
VOID DefectEvtIoRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    UNREFERENCED_PARAMETER(Length);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, 0);
}
#endif

static NTSTATUS DefectEvtDeviceAdd(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    status = WdfDeviceCreate(&DeviceInit, WDF_NO_OBJECT_ATTRIBUTES, &device);
    if (!NT_SUCCESS(status))
        return status;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = device;
    status = WdfSpinLockCreate(&attributes, &DefectLock);
    if (!NT_SUCCESS(status))
        return status;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoWrite = DefectEvtIoWrite;
    config.EvtIoRead = DefectEvtIoRead;
    status = WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE);
    if (!NT_SUCCESS(status))
        return status;
    return WdfDeviceCreateDeviceInterface(device, &GUID_DEFECT, NULL);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, DefectEvtDeviceAdd);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}

#endif
