/* SPDX-License-Identifier: MIT */
/* WDFDRIVER: creation, EvtDriverDeviceAdd, unload. */
#include "wdf/driver.h"
#include "wdf/deviceinit.h"
#include "wdf/dispatch.h"
#include "wdf/registry.h"
#include "wdf/string_object.h"
#include "wdf/table.h"

enum {
    DRIVER_TAG_DEFAULT = 0x72447846, /* "FxDr" */
};

static void driver_destroy(struct object *object)
{
    struct driver *driver = (struct driver *)object;

    if (driver->registry_path.Buffer)
        fx_free(driver->registry_path.Buffer);
    if (object->globals->driver == object) {
        object->globals->driver = NULL;
        object->globals->public.Driver = NULL;
    }
}

static const struct object_ops driver_ops = {.destroy = driver_destroy};

/* Rule K12: the driver's tag, else the first four letters of the service's name without a leading WDF, else FxDr. */
static ULONG choose_tag(const WDF_DRIVER_CONFIG *config, const CHAR *name)
{
    ULONG tag = 0;
    ULONG letters = 0;

    if (config->DriverPoolTag)
        return config->DriverPoolTag;
    if ((name[0] | 0x20) == 'w' && (name[1] | 0x20) == 'd' && (name[2] | 0x20) == 'f')
        name += 3;
    while (letters < 4 && name[letters]) {
        tag |= (ULONG)(UCHAR)name[letters] << (8 * letters);
        letters++;
    }
    return letters == 4 ? tag : DRIVER_TAG_DEFAULT;
}

/* The values under Parameters\Wdf (registry-values-for-debugging-kmdf-drivers). The verifier is on unless it is
 * switched off there: an imitation that keeps silent about mistakes would be of no use. */
static void read_verifier_values(struct fx_globals *globals, PCUNICODE_STRING path)
{
    ULONG verifier = registry_read_ulong(path, L"Parameters\\Wdf", L"VerifierOn", 1);
    ULONG verify = registry_read_ulong(path, L"Parameters\\Wdf", L"VerifyOn", verifier);
    ULONG fail_count = registry_read_ulong(path, L"Parameters\\Wdf", L"VerifierAllocateFailCount", 0xFFFFFFFF);

    if (verifier)
        globals->public.DriverFlags |= WdfVerifierOn | WdfVerifyOn;
    if (verify)
        globals->public.DriverFlags |= WdfVerifyOn;
    globals->allocate_fail_count = fail_count == 0xFFFFFFFF ? FX_ALLOCATIONS_NO_LIMIT : (LONG)fail_count;
}

static NTSTATUS call_device_add(struct driver *driver, struct WDFDEVICE_INIT *init)
{
    struct fx_callback_guard guard;
    NTSTATUS status;

    fx_callback_enter(&guard);
    status = driver->config.EvtDriverDeviceAdd((WDFDRIVER)driver->object.self, init);
    fx_callback_leave(&guard, "EvtDriverDeviceAdd", (PVOID)driver->config.EvtDriverDeviceAdd);
    return status;
}

/* wdm/nc-wdm-driver_add_device; PASSIVE_LEVEL. Rules A10, Q14. */
static NTSTATUS NTAPI driver_add_device(PDRIVER_OBJECT driver_object, PDEVICE_OBJECT physical)
{
    struct client *client = client_of(driver_object);
    struct driver *driver;
    struct WDFDEVICE_INIT *init;
    struct device *device;
    BOOLEAN filter;
    NTSTATUS status;

    FX_ASSERT(client != NULL && client->globals.driver != NULL);
    driver = driver_of(&client->globals);
    init = deviceinit_create(driver, DEVICEINIT_FDO, physical);
    if (!init)
        return STATUS_INSUFFICIENT_RESOURCES;
    status = call_device_add(driver, init);
    device = init->created;
    filter = init->filter;
    deviceinit_free(init);
    if (NT_SUCCESS(status)) {
        if (device)
            pnp_added(device);
        return status;
    }
    if (device)
        pnp_undo_add(device);
    return filter ? STATUS_SUCCESS : status;
}

/* Control devices that the driver did not delete: a non-PnP driver may leave them to the framework (Q23). */
static void end_control_devices(struct driver *driver, BOOLEAN unloading)
{
    while (!IsListEmpty(&driver->devices)) {
        struct device *device = CONTAINING_RECORD(driver->devices.Flink, struct device, link);

        FX_ASSERT(device->flags & DEVICE_CONTROL);
        if (unloading && driver->config.EvtDriverDeviceAdd)
            fx_report("ControlDeviceDeleted", device->object.stack,
                      "The driver is unloaded and has not deleted its control device.");
        device_end(device);
    }
}

/* wdm/nc-wdm-driver_unload; PASSIVE_LEVEL */
static VOID NTAPI driver_unload(PDRIVER_OBJECT driver_object)
{
    struct client *client = client_of(driver_object);
    struct fx_callback_guard guard;
    struct driver *driver;

    FX_ASSERT(client != NULL);
    driver = driver_of(&client->globals);
    if (!driver)
        return;
    if (driver->config.EvtDriverUnload) {
        fx_callback_enter(&guard);
        driver->config.EvtDriverUnload((WDFDRIVER)driver->object.self);
        fx_callback_leave(&guard, "EvtDriverUnload", (PVOID)driver->config.EvtDriverUnload);
    }
    end_control_devices(driver, TRUE);
    (void)object_delete(&driver->object);
    object_flush_deletions();
}

void driver_end(struct fx_globals *globals)
{
    struct driver *driver = driver_of(globals);

    if (driver && !(driver->object.flags & OBJECT_DELETING)) {
        end_control_devices(driver, FALSE);
        (void)object_delete(&driver->object);
    }
    object_flush_deletions();
    (void)object_leaks_report(globals);
}

static void install_routines(struct driver *driver)
{
    BOOLEAN pnp = !(driver->config.DriverInitFlags & WdfDriverInitNonPnpDriver);

    dispatch_install(driver->wdm);
    if (pnp)
        driver->wdm->DriverExtension->AddDevice = driver_add_device;
    /* A driver that is no PnP driver and has no unload callback can't be unloaded. */
    if (pnp || driver->config.EvtDriverUnload) {
        driver->wdm->DriverUnload = driver_unload;
        driver->object.globals->public.DisplaceDriverUnload = TRUE;
    }
}

static NTSTATUS check_config(const struct client *client, const WDF_DRIVER_CONFIG *config)
{
    if (config->Size != sizeof(*config) && client->minor == 15)
        return STATUS_INFO_LENGTH_MISMATCH;
    if (config->Size < FIELD_OFFSET(WDF_DRIVER_CONFIG, DriverPoolTag))
        return STATUS_INFO_LENGTH_MISMATCH;
    if ((config->DriverInitFlags & WdfDriverInitNonPnpDriver) && config->EvtDriverDeviceAdd)
        return STATUS_INVALID_PARAMETER;
    return STATUS_SUCCESS;
}

/* nf-wdfdriver-wdfdrivercreate; PASSIVE_LEVEL. Rules K12, Q21. */
NTSTATUS WdfDriverCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PDRIVER_OBJECT DriverObject, PCUNICODE_STRING RegistryPath,
                         PWDF_OBJECT_ATTRIBUTES DriverAttributes, PWDF_DRIVER_CONFIG DriverConfig, WDFDRIVER *Driver)
{
    struct fx_globals *globals = fx_globals_of(DriverGlobals);
    struct object_config config = {.globals = globals,
                                   .type = OBJECT_DRIVER,
                                   .bytes = sizeof(struct driver),
                                   .attributes = DriverAttributes,
                                   .ops = &driver_ops,
                                   .flags = OBJECT_EXPLICIT | OBJECT_PASSIVE | OBJECT_UNDELETABLE};
    struct object *object;
    struct driver *driver;
    NTSTATUS status;

    FX_IRQL_OF(WdfDriverCreate);
    FX_REQUIRE(DriverObject);
    FX_REQUIRE(RegistryPath);
    FX_REQUIRE(DriverConfig);
    if (globals->driver)
        return STATUS_DRIVER_INTERNAL_ERROR;
    status = check_config(globals->private, DriverConfig);
    if (!NT_SUCCESS(status))
        return status;
    if (DriverAttributes && DriverAttributes->ParentObject)
        return STATUS_WDF_PARENT_ASSIGNMENT_NOT_ALLOWED;
    read_verifier_values(globals, RegistryPath);
    globals->public.DriverTag = choose_tag(DriverConfig, globals->public.DriverName);
    globals->public.DriverFlags |= DriverConfig->DriverInitFlags;
    status = object_create(&config, &object);
    if (!NT_SUCCESS(status))
        return status;
    driver = (struct driver *)object;
    driver->wdm = DriverObject;
    RtlCopyMemory(&driver->config, DriverConfig,
                  DriverConfig->Size < sizeof(driver->config) ? DriverConfig->Size : sizeof(driver->config));
    KeInitializeSpinLock(&driver->devices_lock);
    InitializeListHead(&driver->devices);
    status = device_string_copy(globals, RegistryPath, &driver->registry_path);
    if (!NT_SUCCESS(status)) {
        (void)object_delete(object);
        return status;
    }
    globals->driver = object;
    globals->public.Driver = (WDFDRIVER)object->self;
    if (!(DriverConfig->DriverInitFlags & WdfDriverInitNoDispatchOverride))
        install_routines(driver);
    if (Driver)
        *Driver = (WDFDRIVER)object->self;
    return STATUS_SUCCESS;
}

/* nf-wdfdriver-wdfdrivergetregistrypath; PASSIVE_LEVEL */
PWSTR WdfDriverGetRegistryPath(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDriverGetRegistryPath);
    return driver_from_handle(Driver)->registry_path.Buffer;
}

/* nf-wdfdriver-wdfdriverwdmgetdriverobject; IRQL <= DISPATCH_LEVEL */
PDRIVER_OBJECT WdfDriverWdmGetDriverObject(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDRIVER Driver)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDriverWdmGetDriverObject);
    return driver_from_handle(Driver)->wdm;
}

/* nf-wdfdriver-wdfwdmdrivergetwdfdriverhandle; any IRQL, because only the driver's own globals are looked at. */
WDFDRIVER WdfWdmDriverGetWdfDriverHandle(PWDF_DRIVER_GLOBALS DriverGlobals, PDRIVER_OBJECT DriverObject)
{
    struct fx_globals *globals = fx_globals_of(DriverGlobals);

    FX_REQUIRE(DriverObject);
    return globals->driver_object == DriverObject ? globals->public.Driver : NULL;
}

/* nf-wdfdriver-wdfdriverretrieveversionstring; PASSIVE_LEVEL */
NTSTATUS WdfDriverRetrieveVersionString(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDRIVER Driver, WDFSTRING String)
{
    static const WCHAR text[] = L"Kernel Mode Driver Framework version 1.15 (Kmdock)";
    UNICODE_STRING version;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDriverRetrieveVersionString);
    (void)driver_from_handle(Driver);
    RtlInitUnicodeString(&version, text);
    return string_assign(object_from_handle(String, OBJECT_STRING), &version);
}

/* nf-wdfdriver-wdfdriverisversionavailable; PASSIVE_LEVEL */
BOOLEAN WdfDriverIsVersionAvailable(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDRIVER Driver,
                                    PWDF_DRIVER_VERSION_AVAILABLE_PARAMS VersionAvailableParams)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDriverIsVersionAvailable);
    FX_REQUIRE(VersionAvailableParams);
    (void)driver_from_handle(Driver);
    if (VersionAvailableParams->Size != sizeof(*VersionAvailableParams)) {
        fx_report("DriverCreate", 0, "WdfDriverIsVersionAvailable: the structure's Size is %u and should be %u.",
                  (unsigned)VersionAvailableParams->Size, (unsigned)sizeof(*VersionAvailableParams));
        return FALSE;
    }
    return VersionAvailableParams->MajorVersion == 1 && VersionAvailableParams->MinorVersion <= 15;
}
