/* SPDX-License-Identifier: MIT */
/* Driver objects and what drivers hang on them. Page: kernel/introduction-to-driver-objects. */
#include "nt/io/io.h"
#include "nt/ex/ex.h"
#include "nt/rtl/format.h"

LIST_ENTRY io_drivers = {&io_drivers, &io_drivers};

struct driver_extension {
    LIST_ENTRY link;
    PVOID id;
    __attribute__((aligned(16))) UCHAR body[];
};

static UNICODE_STRING hardware_database = RTL_CONSTANT_STRING(L"\\Registry\\Machine\\Hardware\\Description\\System");

static void driver_delete(void *object)
{
    struct io_driver *driver = object;
    while (!IsListEmpty(&driver->extensions))
        ex_free(CONTAINING_RECORD(RemoveHeadList(&driver->extensions), struct driver_extension, link));
    RemoveEntryList(&driver->all);
    if (driver->driver.DriverName.Buffer != NULL)
        ex_free(driver->driver.DriverName.Buffer);
    if (driver->image.base != NULL)
        machine_image_unload(driver->image.base);
}

struct _OBJECT_TYPE io_driver_type = {
    .name = "Driver",
    .wait_offset = OB_WAIT_NOT,
    .delete = driver_delete,
    .delete_passive = true,
};

/* What a driver does not handle: the request fails. wdm/nc-wdm-driver_dispatch. */
static NTSTATUS NTAPI invalid_request(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    (void)DeviceObject;
    if (IoGetCurrentIrpStackLocation(Irp)->MajorFunction == IRP_MJ_POWER)
        PoStartNextPowerIrp(Irp);
    Irp->IoStatus.Status = STATUS_INVALID_DEVICE_REQUEST;
    Irp->IoStatus.Information = 0;
    IofCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_INVALID_DEVICE_REQUEST;
}

static NTSTATUS wide_name(const char *prefix, const char *name, UNICODE_STRING *ret_name)
{
    char narrow[MACHINE_NAME_MAX + 32];
    size_t length = rtl_format(narrow, sizeof narrow, "%s%s", prefix, name);
    if (length >= sizeof narrow)
        return STATUS_NAME_TOO_LONG;
    PWSTR buffer = ex_alloc((length + 1) * sizeof(WCHAR), IO_TAG);
    if (buffer == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    for (size_t i = 0; i <= length; i++)
        buffer[i] = (UCHAR)narrow[i];
    RtlInitUnicodeString(ret_name, buffer);
    return STATUS_SUCCESS;
}

static void key_name(struct io_driver *driver, const char *service)
{
    static const char prefix[] = "\\Registry\\Machine\\System\\CurrentControlSet\\Services\\";
    size_t at = 0;
    for (const char *p = prefix; *p != 0; p++)
        driver->service_key[at++] = (UCHAR)*p;
    for (const char *p = service; *p != 0 && at < nt_countof(driver->service_key) - 1; p++)
        driver->service_key[at++] = (UCHAR)*p;
    driver->service_key[at] = 0;
}

NTSTATUS io_driver_create(const char *service, const struct machine_image *image, struct io_driver **ret_driver)
{
    void *object;
    NTSTATUS status = ob_create(&io_driver_type, sizeof(struct io_driver), &object);
    if (!NT_SUCCESS(status))
        return status;
    struct io_driver *driver = object;
    InitializeListHead(&driver->extensions);
    InsertTailList(&io_drivers, &driver->all);
    rtl_format(driver->service, sizeof driver->service, "%s", service);
    key_name(driver, service);
    PDRIVER_OBJECT public = &driver->driver;
    public->Type = IO_TYPE_DRIVER_;
    public->Size = sizeof(DRIVER_OBJECT);
    public->DriverExtension = &driver->extension;
    public->HardwareDatabase = &hardware_database;
    driver->extension.DriverObject = public;
    RtlInitUnicodeString(&driver->extension.ServiceKeyName, driver->service_key);
    for (ULONG i = 0; i <= IRP_MJ_MAXIMUM_FUNCTION; i++)
    public->MajorFunction[i] = invalid_request;
    status = wide_name("\\Driver\\", service, &public->DriverName);
    if (NT_SUCCESS(status))
        status = ob_name_insert(&public->DriverName, driver);
    if (!NT_SUCCESS(status)) {
        ob_dereference(driver);
        return status;
    }
    if (image != NULL) {
        driver->image = *image;
        public->DriverStart = image->base;
        public->DriverSize = (ULONG)image->size;
        public->DriverInit = (PDRIVER_INITIALIZE)image->entry;
    }
    *ret_driver = driver;
    return STATUS_SUCCESS;
}

/* The name goes and the maker's reference; devices that are left over keep the object, and so the image. */
void io_driver_destroy(struct io_driver *driver)
{
    ob_name_remove(driver);
    ob_dereference(driver);
}

struct io_driver *io_driver_find(const char *service)
{
    for (PLIST_ENTRY entry = io_drivers.Flink; entry != &io_drivers; entry = entry->Flink) {
        struct io_driver *driver = CONTAINING_RECORD(entry, struct io_driver, all);
        const char *a = driver->service, *b = service;
        while (*a != 0 && (*a | 32) == (*b | 32)) /* service names are compared without regard to case */
            a++, b++;
        if (*a == 0 && *b == 0 && !driver->unloading)
            return driver;
    }
    return NULL;
}

/* wdm/nf-wdm-ioallocatedriverobjectextension. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI IoAllocateDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress,
                                               ULONG DriverObjectExtensionSize, PVOID *DriverObjectExtension)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(DriverObject);
    nt_argument(DriverObjectExtension);
    *DriverObjectExtension = NULL;
    if (IoGetDriverObjectExtension(DriverObject, ClientIdentificationAddress) != NULL)
        return STATUS_OBJECT_NAME_COLLISION;
    struct driver_extension *extension =
        ex_allocation_fails() ? NULL : ex_alloc_zeroed(sizeof *extension + DriverObjectExtensionSize, IO_TAG);
    if (extension == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    extension->id = ClientIdentificationAddress;
    InsertTailList(&IO_DRIVER(DriverObject)->extensions, &extension->link);
    *DriverObjectExtension = extension->body;
    return STATUS_SUCCESS;
}

/* wdm/nf-wdm-iogetdriverobjectextension. IRQL <= DISPATCH_LEVEL. */
PVOID NTAPI IoGetDriverObjectExtension(PDRIVER_OBJECT DriverObject, PVOID ClientIdentificationAddress)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    struct io_driver *driver = IO_DRIVER(DriverObject);
    for (PLIST_ENTRY entry = driver->extensions.Flink; entry != &driver->extensions; entry = entry->Flink) {
        struct driver_extension *extension = CONTAINING_RECORD(entry, struct driver_extension, link);
        if (extension->id == ClientIdentificationAddress)
            return extension->body;
    }
    return NULL;
}
