/* SPDX-License-Identifier: MIT */
/* WDFDEVICE_INIT: WdfDeviceInit… methods, which only take notes for WdfDeviceCreate. */
#include "wdf/deviceinit.h"
#include "wdf/driver.h"
#include "wdf/missing.h"
#include "wdf/table.h"

struct WDFDEVICE_INIT *deviceinit_check(PWDFDEVICE_INIT init, const CHAR *function, const void *caller)
{
    if (!init)
        fx_null_parameter(function, "DeviceInit", caller);
    if (init->signature != DEVICEINIT_SIGNATURE)
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)(ULONG_PTR)init, 0, "DeviceInitAPI",
                     "%s was given a WDFDEVICE_INIT that has been freed or never was one.", function);
    return init;
}

struct WDFDEVICE_INIT *deviceinit_create(struct driver *driver, enum deviceinit_kind kind, PDEVICE_OBJECT physical)
{
    struct WDFDEVICE_INIT *init = fx_alloc(driver->object.globals, sizeof(*init));

    if (!init)
        return NULL;
    init->signature = DEVICEINIT_SIGNATURE;
    init->kind = kind;
    init->globals = driver->object.globals;
    init->driver = driver;
    init->physical = physical;
    init->device_type = FILE_DEVICE_UNKNOWN;
    init->characteristics = FILE_DEVICE_SECURE_OPEN;
    init->power_pageable = TRUE;
    init->power_owner = kind == DEVICEINIT_FDO;
    init->read_write_type = WdfDeviceIoBuffered;
    init->control_type = WdfDeviceIoBuffered;
    init->pnp.release_order = WdfReleaseHardwareOrderOnFailureEarly;
    return init;
}

void deviceinit_free(struct WDFDEVICE_INIT *init)
{
    FX_ASSERT(init->signature == DEVICEINIT_SIGNATURE);
    init->signature = 0;
    if (init->name.Buffer)
        fx_free(init->name.Buffer);
    if (init->sddl.Buffer)
        fx_free(init->sddl.Buffer);
    if (init->preprocess)
        fx_free(init->preprocess);
    fx_free(init);
}

/*
 * Copies a driver's structure that begins with its size. A driver that was built against another version of the
 * headers may have a shorter or longer one; a driver of our version has made a mistake, and its call has no effect.
 */
static BOOLEAN take_config(const struct WDFDEVICE_INIT *init, void *to, const void *from, ULONG bytes,
                           const CHAR *function)
{
    const struct client *client = init->globals->private;
    ULONG size = *(const ULONG *)from;

    FX_ASSERT(bytes >= sizeof(ULONG) && client != NULL);
    if (size < sizeof(ULONG) || (size != bytes && client->minor == 15)) {
        fx_report("DeviceInitAPI", 0, "%s: the structure's Size is %u and should be %u; the call has no effect.",
                  function, (unsigned)size, (unsigned)bytes);
        return FALSE;
    }
    RtlZeroMemory(to, bytes);
    RtlCopyMemory(to, from, size < bytes ? size : bytes);
    *(ULONG *)to = bytes;
    return TRUE;
}

static NTSTATUS take_string(struct WDFDEVICE_INIT *init, PCUNICODE_STRING string, UNICODE_STRING *to)
{
    UNICODE_STRING copy = {0};

    if (string) {
        NTSTATUS status = device_string_copy(init->globals, string, &copy);

        if (!NT_SUCCESS(status))
            return status;
    }
    if (to->Buffer)
        fx_free(to->Buffer);
    *to = copy;
    return STATUS_SUCCESS;
}

/* nf-wdfdevice-wdfdeviceinitfree; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitFree(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitFree);
    if (init->kind == DEVICEINIT_FDO)
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)(ULONG_PTR)init, 0, "DeviceInitAPI",
                     "WdfDeviceInitFree was given the WDFDEVICE_INIT of EvtDriverDeviceAdd, which is the framework's.");
    deviceinit_free(init);
}

/* nf-wdfdevice-wdfdeviceinitsetpnppowereventcallbacks; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetPnpPowerEventCallbacks(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                            PWDF_PNPPOWER_EVENT_CALLBACKS PnpPowerEventCallbacks)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetPnpPowerEventCallbacks);
    FX_REQUIRE(PnpPowerEventCallbacks);
    (void)take_config(init, &init->pnp.callbacks, PnpPowerEventCallbacks, sizeof(init->pnp.callbacks), __func__);
}

/* nf-wdfdevice-wdfdeviceinitsetpowerpolicyeventcallbacks; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetPowerPolicyEventCallbacks(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                               PWDF_POWER_POLICY_EVENT_CALLBACKS PowerPolicyEventCallbacks)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetPowerPolicyEventCallbacks);
    FX_REQUIRE(PowerPolicyEventCallbacks);
    (void)take_config(init, &init->pnp.policy, PowerPolicyEventCallbacks, sizeof(init->pnp.policy), __func__);
}

/* nf-wdfdevice-wdfdeviceinitsetpowerpolicyownership; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetPowerPolicyOwnership(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                          BOOLEAN IsPowerPolicyOwner)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetPowerPolicyOwnership);
    deviceinit_from(DeviceInit)->power_owner = IsPowerPolicyOwner;
}

/* nf-wdfdevice-wdfdeviceinitsetiotype; IRQL <= DISPATCH_LEVEL. Rule K15. */
VOID WdfDeviceInitSetIoType(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit, WDF_DEVICE_IO_TYPE IoType)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetIoType);
    if (IoType < WdfDeviceIoNeither || IoType > WdfDeviceIoBufferedOrDirect) {
        fx_report("DeviceInitAPI", 0, "WdfDeviceInitSetIoType: %u is no I/O type; the call has no effect.",
                  (unsigned)IoType);
        return;
    }
    init->read_write_type = IoType;
}

/* nf-wdfdevice-wdfdeviceinitsetiotypeex; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetIoTypeEx(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                              PWDF_IO_TYPE_CONFIG IoTypeConfig)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);
    WDF_IO_TYPE_CONFIG config;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetIoTypeEx);
    FX_REQUIRE(IoTypeConfig);
    if (!take_config(init, &config, IoTypeConfig, sizeof(config), __func__))
        return;
    if (config.ReadWriteIoType != WdfDeviceIoUndefined)
        init->read_write_type = config.ReadWriteIoType;
    if (config.DeviceControlIoType != WdfDeviceIoUndefined)
        init->control_type = config.DeviceControlIoType;
    init->direct_threshold = config.DirectTransferThreshold;
}

/* nf-wdfdevice-wdfdeviceinitsetexclusive; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetExclusive(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit, BOOLEAN IsExclusive)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetExclusive);
    deviceinit_from(DeviceInit)->exclusive = IsExclusive;
}

/* nf-wdfdevice-wdfdeviceinitsetpowernotpageable; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetPowerNotPageable(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetPowerNotPageable);
    deviceinit_from(DeviceInit)->power_pageable = FALSE;
}

/* nf-wdfdevice-wdfdeviceinitsetpowerpageable; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetPowerPageable(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetPowerPageable);
    deviceinit_from(DeviceInit)->power_pageable = TRUE;
}

/* nf-wdfdevice-wdfdeviceinitsetpowerinrush; IRQL <= DISPATCH_LEVEL. Such a device is not power-pageable either. */
VOID WdfDeviceInitSetPowerInrush(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetPowerInrush);
    init->power_inrush = TRUE;
    init->power_pageable = FALSE;
}

/* nf-wdfdevice-wdfdeviceinitsetdevicetype; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetDeviceType(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit, ULONG DeviceType)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetDeviceType);
    deviceinit_from(DeviceInit)->device_type = DeviceType;
}

/* nf-wdfdevice-wdfdeviceinitassignname; PASSIVE_LEVEL */
NTSTATUS WdfDeviceInitAssignName(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                 PCUNICODE_STRING DeviceName)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitAssignName);
    return take_string(init, DeviceName, &init->name);
}

/* nf-wdfdevice-wdfdeviceinitassignsddlstring; PASSIVE_LEVEL */
NTSTATUS WdfDeviceInitAssignSDDLString(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                       PCUNICODE_STRING SDDLString)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitAssignSDDLString);
    return take_string(init, SDDLString, &init->sddl);
}

/* nf-wdfdevice-wdfdeviceinitsetdeviceclass; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetDeviceClass(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                 const GUID *DeviceClassGuid)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetDeviceClass);
    FX_REQUIRE(DeviceClassGuid);
    init->device_class = *DeviceClassGuid;
    init->has_class = TRUE;
}

/* nf-wdfdevice-wdfdeviceinitsetcharacteristics; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetCharacteristics(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                     ULONG DeviceCharacteristics, BOOLEAN OrInValues)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetCharacteristics);
    init->characteristics = DeviceCharacteristics | (OrInValues ? init->characteristics : 0);
    if (init->characteristics & FILE_AUTOGENERATED_DEVICE_NAME)
        init->auto_name = TRUE;
}

/* nf-wdfdevice-wdfdeviceinitsetfileobjectconfig; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetFileObjectConfig(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                      PWDF_FILEOBJECT_CONFIG FileObjectConfig,
                                      PWDF_OBJECT_ATTRIBUTES FileObjectAttributes)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetFileObjectConfig);
    FX_REQUIRE(FileObjectConfig);
    if (!take_config(init, &init->file_config, FileObjectConfig, sizeof(init->file_config), __func__))
        return;
    /* The member is younger than the structure: drivers of before 1.9 do not set it. */
    if (init->file_config.FileObjectClass == WdfFileObjectInvalid)
        init->file_config.FileObjectClass = WdfFileObjectWdfCanUseFsContext;
    RtlZeroMemory(&init->file_attributes, sizeof(init->file_attributes));
    if (FileObjectAttributes)
        (void)take_config(init, &init->file_attributes, FileObjectAttributes, sizeof(init->file_attributes), __func__);
}

/* nf-wdfdevice-wdfdeviceinitsetrequestattributes; IRQL <= DISPATCH_LEVEL. Rule P19. */
VOID WdfDeviceInitSetRequestAttributes(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                       PWDF_OBJECT_ATTRIBUTES RequestAttributes)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);
    NTSTATUS status;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetRequestAttributes);
    FX_REQUIRE(RequestAttributes);
    status = object_context_check(RequestAttributes);
    if (!NT_SUCCESS(status) || RequestAttributes->ParentObject) {
        fx_report("DeviceInitAPI", 0,
                  "WdfDeviceInitSetRequestAttributes: the attributes are not valid for requests; "
                  "the call has no effect.");
        return;
    }
    (void)take_config(init, &init->request_attributes, RequestAttributes, sizeof(init->request_attributes), __func__);
}

/* nf-wdfdevice-wdfdeviceinitassignwdmirppreprocesscallback; IRQL <= DISPATCH_LEVEL. Rules C8, C9. */
NTSTATUS WdfDeviceInitAssignWdmIrpPreprocessCallback(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                                     PFN_WDFDEVICE_WDM_IRP_PREPROCESS EvtDeviceWdmIrpPreprocess,
                                                     UCHAR MajorFunction, PUCHAR MinorFunctions,
                                                     ULONG NumMinorFunctions)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);
    struct device_preprocess *entry;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitAssignWdmIrpPreprocessCallback);
    FX_REQUIRE(EvtDeviceWdmIrpPreprocess);
    if (MajorFunction > IRP_MJ_MAXIMUM_FUNCTION || (NumMinorFunctions > 0 && !MinorFunctions))
        return STATUS_INVALID_PARAMETER;
    if (NumMinorFunctions > DEVICE_MINORS_MAX)
        return STATUS_INSUFFICIENT_RESOURCES;
    if (!init->preprocess) {
        init->preprocess = fx_alloc(init->globals, sizeof(*init->preprocess) * (IRP_MJ_MAXIMUM_FUNCTION + 1));
        if (!init->preprocess)
            return STATUS_INSUFFICIENT_RESOURCES;
    }
    entry = &init->preprocess[MajorFunction];
    if (entry->minors > 0 && NumMinorFunctions > 0)
        return STATUS_INVALID_DEVICE_REQUEST;
    entry->callback = EvtDeviceWdmIrpPreprocess;
    entry->minors = NumMinorFunctions;
    if (NumMinorFunctions > 0)
        RtlCopyMemory(entry->minor, MinorFunctions, NumMinorFunctions);
    return STATUS_SUCCESS;
}

/* nf-wdfdevice-wdfdeviceinitsetioincallercontextcallback; IRQL <= DISPATCH_LEVEL */
VOID WdfDeviceInitSetIoInCallerContextCallback(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                               PFN_WDF_IO_IN_CALLER_CONTEXT EvtIoInCallerContext)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetIoInCallerContextCallback);
    FX_REQUIRE(EvtIoInCallerContext);
    deviceinit_from(DeviceInit)->in_caller_context = EvtIoInCallerContext;
}

/* nf-wdfdevice-wdfdeviceinitsetremovelockoptions; IRQL <= DISPATCH_LEVEL. The framework holds a device until its last
 * IRP is gone in any case, which is what the only documented option asks for. */
VOID WdfDeviceInitSetRemoveLockOptions(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                       PWDF_REMOVE_LOCK_OPTIONS Options)
{
    WDF_REMOVE_LOCK_OPTIONS options;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetRemoveLockOptions);
    FX_REQUIRE(Options);
    (void)take_config(deviceinit_from(DeviceInit), &options, Options, sizeof(options), __func__);
}

/* nf-wdfdevice-wdfdeviceinitsetreleasehardwareorderonfailure; IRQL <= DISPATCH_LEVEL. Rule Q19: a device without
 * children has no descendants to wait for. */
VOID WdfDeviceInitSetReleaseHardwareOrderOnFailure(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                                   WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE ReleaseHardwareOrderOnFailure)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceInitSetRemoveLockOptions);
    deviceinit_from(DeviceInit)->pnp.release_order = ReleaseHardwareOrderOnFailure;
}

/* nf-wdffdo-wdffdoinitsetfilter; PASSIVE_LEVEL. Rules A7, C4, S1; a filter does not own the power policy. */
VOID WdfFdoInitSetFilter(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfFdoInitSetFilter);
    if (init->kind != DEVICEINIT_FDO)
        fx_violation(WDF_INVALID_HANDLE, (ULONG64)(ULONG_PTR)init, 0, "DeviceInitAPI",
                     "WdfFdoInitSetFilter was given the WDFDEVICE_INIT of a control device.");
    init->filter = TRUE;
    init->power_owner = FALSE;
}

/* nf-wdffdo-wdffdoinitseteventcallbacks; PASSIVE_LEVEL. Rule Q1. */
VOID WdfFdoInitSetEventCallbacks(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit,
                                 PWDF_FDO_EVENT_CALLBACKS FdoEventCallbacks)
{
    struct WDFDEVICE_INIT *init = deviceinit_from(DeviceInit);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfFdoInitSetEventCallbacks);
    FX_REQUIRE(FdoEventCallbacks);
    (void)take_config(init, &init->fdo, FdoEventCallbacks, sizeof(init->fdo), __func__);
    if (init->fdo.EvtDeviceFilterAddResourceRequirements || init->fdo.EvtDeviceFilterRemoveResourceRequirements ||
        init->fdo.EvtDeviceRemoveAddedResources)
        missing_part(__func__, "callbacks that change the device's resources", __builtin_return_address(0));
}

/* nf-wdffdo-wdffdoinitwdmgetphysicaldevice; IRQL <= DISPATCH_LEVEL */
PDEVICE_OBJECT WdfFdoInitWdmGetPhysicalDevice(PWDF_DRIVER_GLOBALS DriverGlobals, PWDFDEVICE_INIT DeviceInit)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfFdoInitWdmGetPhysicalDevice);
    return deviceinit_from(DeviceInit)->physical;
}
