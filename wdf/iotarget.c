/* SPDX-License-Identifier: MIT */
#include "wdf/iotarget.h"
#include "wdf/table.h"

#define iotarget_from_handle(handle) ((struct iotarget *)object_from_handle((handle), OBJECT_IOTARGET))

NTSTATUS iotarget_create_local(struct device *device, struct iotarget **ret_target)
{
    struct object_config config = {.globals = device->object.globals,
                                   .type = OBJECT_IOTARGET,
                                   .bytes = sizeof(struct iotarget),
                                   .default_parent = &device->object,
                                   .flags = OBJECT_UNDELETABLE | OBJECT_PASSIVE};
    struct object *object;
    NTSTATUS status = object_create(&config, &object);

    if (!NT_SUCCESS(status))
        return status;
    FX_ASSERT(device->lower != NULL);
    *ret_target = (struct iotarget *)object;
    (*ret_target)->device = device;
    (*ret_target)->wdm = device->lower;
    (*ret_target)->physical = device->physical;
    (*ret_target)->state = WdfIoTargetStarted;
    return STATUS_SUCCESS;
}

/* nf-wdfdevice-wdfdevicegetiotarget; IRQL <= DISPATCH_LEVEL. A control device has none. */
WDFIOTARGET WdfDeviceGetIoTarget(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceGetIoTarget);
    return device->target ? (WDFIOTARGET)device->target->object.self : NULL;
}

/* nf-wdfiotarget-wdfiotargetgetdevice; IRQL <= DISPATCH_LEVEL */
WDFDEVICE WdfIoTargetGetDevice(PWDF_DRIVER_GLOBALS DriverGlobals, WDFIOTARGET IoTarget)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfIoTargetGetDevice);
    return device_handle(iotarget_from_handle(IoTarget)->device);
}

/* nf-wdfiotarget-wdfiotargetgetstate; IRQL <= DISPATCH_LEVEL */
WDF_IO_TARGET_STATE WdfIoTargetGetState(PWDF_DRIVER_GLOBALS DriverGlobals, WDFIOTARGET IoTarget)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfIoTargetGetState);
    return (WDF_IO_TARGET_STATE)iotarget_from_handle(IoTarget)->state;
}

/* nf-wdfiotarget-wdfiotargetwdmgettargetdeviceobject; IRQL <= DISPATCH_LEVEL */
PDEVICE_OBJECT WdfIoTargetWdmGetTargetDeviceObject(PWDF_DRIVER_GLOBALS DriverGlobals, WDFIOTARGET IoTarget)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfIoTargetWdmGetTargetDeviceObject);
    return iotarget_from_handle(IoTarget)->wdm;
}

/* nf-wdfiotarget-wdfiotargetwdmgettargetphysicaldevice; IRQL <= DISPATCH_LEVEL */
PDEVICE_OBJECT WdfIoTargetWdmGetTargetPhysicalDevice(PWDF_DRIVER_GLOBALS DriverGlobals, WDFIOTARGET IoTarget)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfIoTargetWdmGetTargetPhysicalDevice);
    return iotarget_from_handle(IoTarget)->physical;
}
