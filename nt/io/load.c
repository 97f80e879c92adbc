/* SPDX-License-Identifier: MIT */
/* Loading a driver's image and unloading it, and what it left behind. Page: kernel/loading-drivers. */
#include "nt/io/io.h"
#include "nt/ex/ex.h"
#include "nt/kd/kd.h"
#include "nt/ke/ke.h"
#include "nt/pnp/pnp.h"
#include "nt/rtl/format.h"

static ULONG devices_left(struct io_driver *driver)
{
    ULONG count = 0;
    for (PDEVICE_OBJECT device = driver->driver.DeviceObject; device != NULL; device = device->NextDevice)
        count++;
    return count;
}

static NTSTATUS enter(struct io_driver *driver, char *text, size_t text_bytes)
{
    UNICODE_STRING key = driver->extension.ServiceKeyName;
    NTSTATUS status = driver->driver.DriverInit(&driver->driver, &key);
    if (nt_irql() != PASSIVE_LEVEL)
        nt_bugcheck(0xC9, 0x05, (ULONG_PTR)driver, PASSIVE_LEVEL, nt_irql(), NULL, driver,
                    "DriverEntry of %s returned at IRQL %u.", driver->image.name, nt_irql());
    if (!NT_SUCCESS(status))
        rtl_format(text, text_bytes, "DriverEntry of %s failed with status 0x%08x.", driver->image.name,
                   (unsigned)status);
    return status;
}

struct left {
    const char *image;
    ULONG count;
};

static void left_behind(void *to, const char *what, void *object, void *routine)
{
    struct left *left = to;
    left->count++;
    nt_report("LeftBehindAtUnload", 0, "%s was unloaded, but a %s at %p with routine %p is still queued.", left->image,
              what, object, routine);
}

/* What the image still owns is reported; returns how many things. */
static ULONG report_leaks(struct io_driver *driver)
{
    struct left left = {.image = driver->image.name};
    const void *base = driver->image.base;
    ULONG devices = devices_left(driver);
    if (devices != 0)
        nt_report("ObjectLeak", 0, "%s was unloaded, but %u of its device objects were not deleted.",
                  driver->image.name, (unsigned)devices);
    ke_left_behind(base, driver->image.size, left_behind, &left);
    return devices + left.count + ex_pool_report(base, driver->image.size, driver->image.name);
}

/* The driver's last words were said: nothing of it is called any more. */
static void discard(struct io_driver *driver)
{
    driver->unloading = TRUE;
    kd_status_forget(driver->image.base, driver->image.size);
    /* Leftover devices may still be called: their driver's code stays mapped with them. */
    io_driver_destroy(driver);
}

NTSTATUS io_driver_load(const char *service, char *text, size_t text_bytes)
{
    text[0] = 0;
    if (io_driver_find(service) != NULL)
        return STATUS_SUCCESS; /* loaded already: the second device of one driver */
    struct machine_image image = {0};
    NTSTATUS status = machine_image_load(service, &image);
    if (!NT_SUCCESS(status)) {
        rtl_format(text, text_bytes, "The driver of service %s could not be loaded (status 0x%08x).", service,
                   (unsigned)status);
        return status;
    }
    struct io_driver *driver;
    status = io_driver_create(service, &image, &driver);
    if (!NT_SUCCESS(status)) {
        machine_image_unload(image.base);
        rtl_format(text, text_bytes, "There is no room for the driver object of %s (status 0x%08x).", service,
                   (unsigned)status);
        return status;
    }
    status = enter(driver, text, text_bytes);
    if (!NT_SUCCESS(status)) {
        report_leaks(driver);
        discard(driver);
        return status;
    }
    driver->entered = TRUE;
    driver->driver.Flags |= DRVO_INITIALIZED;
    /* wdm/nc-wdm-driver_initialize: device objects made by DriverEntry become usable when it returns. */
    for (PDEVICE_OBJECT device = driver->driver.DeviceObject; device != NULL; device = device->NextDevice)
        device->Flags &= (ULONG)~DO_DEVICE_INITIALIZING;
    return STATUS_SUCCESS;
}

NTSTATUS io_driver_unload(const char *service, char *text, size_t text_bytes)
{
    text[0] = 0;
    struct io_driver *driver = io_driver_find(service);
    if (driver == NULL) {
        rtl_format(text, text_bytes, "No driver %s is loaded.", service);
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    if (pnp_service_in_use(service)) {
        rtl_format(text, text_bytes, "A device still uses %s.", service);
        return STATUS_DEVICE_BUSY;
    }
    if (driver->driver.DriverUnload == NULL) {
        rtl_format(text, text_bytes, "%s has no unload routine: it stays loaded.", driver->image.name);
        return STATUS_INVALID_DEVICE_REQUEST;
    }
    driver->unloading = TRUE;
    driver->driver.DriverUnload(&driver->driver);
    ULONG leaks = report_leaks(driver);
    if (leaks != 0)
        rtl_format(text, text_bytes, "%s left %u things behind.", driver->image.name, (unsigned)leaks);
    discard(driver);
    return STATUS_SUCCESS;
}
