/* SPDX-License-Identifier: MIT */
/* What a driver may ask and tell about its device. */
#include "wdf/device.h"
#include "wdf/driver.h"
#include "wdf/string_object.h"
#include "wdf/table.h"

/* nf-wdfdevice-wdfwdmdevicegetwdfdevicehandle; IRQL <= DISPATCH_LEVEL. NULL if another driver owns the device. */
WDFDEVICE WdfWdmDeviceGetWdfDeviceHandle(PWDF_DRIVER_GLOBALS DriverGlobals, PDEVICE_OBJECT DeviceObject)
{
    FX_IRQL_OF(WdfWdmDeviceGetWdfDeviceHandle);
    FX_REQUIRE(DeviceObject);
    if (DeviceObject->DriverObject != fx_globals_of(DriverGlobals)->driver_object)
        return NULL;
    return device_handle(device_of_wdm(DeviceObject));
}

/* nf-wdfdevice-wdfdevicewdmgetdeviceobject; IRQL <= DISPATCH_LEVEL */
PDEVICE_OBJECT WdfDeviceWdmGetDeviceObject(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceWdmGetDeviceObject);
    return device_from_handle(Device)->wdm;
}

/* nf-wdfdevice-wdfdevicewdmgetattacheddevice; IRQL <= DISPATCH_LEVEL. The next lower device. */
PDEVICE_OBJECT WdfDeviceWdmGetAttachedDevice(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceWdmGetAttachedDevice);
    return device_from_handle(Device)->lower;
}

/* nf-wdfdevice-wdfdevicewdmgetphysicaldevice; IRQL <= DISPATCH_LEVEL */
PDEVICE_OBJECT WdfDeviceWdmGetPhysicalDevice(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceWdmGetPhysicalDevice);
    return device_from_handle(Device)->physical;
}

/* nf-wdfdevice-wdfdevicegetdriver; IRQL <= DISPATCH_LEVEL */
WDFDRIVER WdfDeviceGetDriver(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceGetDriver);
    return (WDFDRIVER)device_from_handle(Device)->driver->object.self;
}

/* nf-wdfdevice-wdfdeviceretrievedevicename; PASSIVE_LEVEL. Only a name that the driver gave is known. */
NTSTATUS WdfDeviceRetrieveDeviceName(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, WDFSTRING String)
{
    struct device *device = device_from_handle(Device);
    struct object *string = object_from_handle(String, OBJECT_STRING);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceRetrieveDeviceName);
    if (!device->name.Buffer)
        return STATUS_INVALID_DEVICE_REQUEST;
    return string_assign(string, &device->name);
}

/* -- states --------------------------------------------------------------------------------------- */

/* nf-wdfdevice-wdfdevicegetdevicepnpstate; IRQL <= DISPATCH_LEVEL. Of the documented states those that a driver can
 * meet here are told; the framework's inner ones are its own business. */
WDF_DEVICE_PNP_STATE WdfDeviceGetDevicePnpState(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceGetDevicePnpState);
    return device_from_handle(Device)->pnp.state;
}

/* nf-wdfdevice-wdfdevicegetdevicepowerstate; IRQL <= DISPATCH_LEVEL */
WDF_DEVICE_POWER_STATE WdfDeviceGetDevicePowerState(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceGetDevicePowerState);
    return device_from_handle(Device)->pnp.power_state;
}

/* nf-wdfdevice-wdfdevicegetdevicepowerpolicystate; IRQL <= DISPATCH_LEVEL */
WDF_DEVICE_POWER_POLICY_STATE WdfDeviceGetDevicePowerPolicyState(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceGetDevicePowerPolicyState);
    return device_from_handle(Device)->pnp.policy_state;
}

/* nf-wdfdevice-wdfdevicegetsystempoweraction; IRQL <= DISPATCH_LEVEL */
POWER_ACTION WdfDeviceGetSystemPowerAction(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceGetSystemPowerAction);
    return device_from_handle(Device)->pnp.system_action;
}

static void check_size(const CHAR *function, ULONG size, ULONG expected)
{
    if (size != expected)
        fx_violation(WDF_VERIFIER_FATAL_ERROR, size, expected, "StructureSize",
                     "%s: the structure's Size is %u and should be %u.", function, (unsigned)size, (unsigned)expected);
}

/* nf-wdfdevice-wdfdevicegetdevicestate; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceGetDeviceState(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, PWDF_DEVICE_STATE DeviceState)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceGetDeviceState);
    FX_REQUIRE(DeviceState);
    check_size(__func__, DeviceState->Size, sizeof(*DeviceState));
    if (device->pnp.device_flags.Size)
        *DeviceState = device->pnp.device_flags;
    else
        WDF_DEVICE_STATE_INIT(DeviceState);
}

/* nf-wdfdevice-wdfdevicesetdevicestate; IRQL <= DISPATCH_LEVEL. The PnP manager then asks for the state. */
VOID WdfDeviceSetDeviceState(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, PWDF_DEVICE_STATE DeviceState)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceSetDeviceState);
    FX_REQUIRE(DeviceState);
    check_size(__func__, DeviceState->Size, sizeof(*DeviceState));
    device->pnp.device_flags = *DeviceState;
    if (device->physical)
        IoInvalidateDeviceState(device->physical);
}

/* nf-wdfdevice-wdfdevicesetfailed; IRQL <= DISPATCH_LEVEL. Rule Q24. */
VOID WdfDeviceSetFailed(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, WDF_DEVICE_FAILED_ACTION FailedAction)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceSetFailed);
    if (FailedAction != WdfDeviceFailedAttemptRestart && FailedAction != WdfDeviceFailedNoRestart) {
        fx_report("DeviceFailedAction", 0, "WdfDeviceSetFailed: %u is no action; the call has no effect.",
                  (unsigned)FailedAction);
        return;
    }
    device_fail(device, FailedAction);
}

/* nf-wdfdevice-wdfdevicesetstaticstopremove; IRQL <= DISPATCH_LEVEL. Rule Q17. */
VOID WdfDeviceSetStaticStopRemove(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, BOOLEAN Stoppable)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceSetStaticStopRemove);
    device_from_handle(Device)->pnp.static_stop_remove = Stoppable;
}

/* nf-wdfdevice-wdfdevicesetspecialfilesupport; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceSetSpecialFileSupport(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, WDF_SPECIAL_FILE_TYPE FileType,
                                    BOOLEAN FileTypeIsSupported)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceSetSpecialFileSupport);
    if (FileType <= WdfSpecialFileUndefined || FileType >= WdfSpecialFileMax) {
        fx_report("SpecialFileType", 0, "WdfDeviceSetSpecialFileSupport: %u is no file type; the call has no effect.",
                  (unsigned)FileType);
        return;
    }
    device->pnp.special_supported[FileType] = FileTypeIsSupported;
}

/* -- capabilities and WDM fields -------------------------------------------------------------------- */

/* nf-wdfdevice-wdfdevicesetpnpcapabilities; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceSetPnpCapabilities(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device,
                                 PWDF_DEVICE_PNP_CAPABILITIES PnpCapabilities)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceSetPnpCapabilities);
    FX_REQUIRE(PnpCapabilities);
    check_size(__func__, PnpCapabilities->Size, sizeof(*PnpCapabilities));
    device->pnp.capabilities = *PnpCapabilities;
}

/* nf-wdfdevice-wdfdevicesetpowercapabilities; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceSetPowerCapabilities(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device,
                                   PWDF_DEVICE_POWER_CAPABILITIES PowerCapabilities)
{
    struct device *device = device_from_handle(Device);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceSetPowerCapabilities);
    FX_REQUIRE(PowerCapabilities);
    check_size(__func__, PowerCapabilities->Size, sizeof(*PowerCapabilities));
    device->pnp.power_capabilities = *PowerCapabilities;
}

/* nf-wdfdevice-wdfdevicesetcharacteristics; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceSetCharacteristics(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, ULONG DeviceCharacteristics)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceSetCharacteristics);
    device_from_handle(Device)->wdm->Characteristics = DeviceCharacteristics;
}

/* nf-wdfdevice-wdfdevicegetcharacteristics; IRQL <= DISPATCH_LEVEL */
ULONG WdfDeviceGetCharacteristics(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceGetCharacteristics);
    return device_from_handle(Device)->wdm->Characteristics;
}

/* nf-wdfdevice-wdfdevicegetalignmentrequirement; IRQL <= DISPATCH_LEVEL */
ULONG WdfDeviceGetAlignmentRequirement(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceGetAlignmentRequirement);
    return device_from_handle(Device)->wdm->AlignmentRequirement;
}

/* nf-wdfdevice-wdfdevicesetalignmentrequirement; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceSetAlignmentRequirement(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, ULONG AlignmentRequirement)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceSetAlignmentRequirement);
    device_from_handle(Device)->wdm->AlignmentRequirement = AlignmentRequirement;
}
