/* SPDX-License-Identifier: MIT */
/* What `kmdock status` says of the framework's drivers and devices. */
#include "wdf/driver.h"

static const CHAR *pnp_name(WDF_DEVICE_PNP_STATE state)
{
    switch (state) {
    case WdfDevStatePnpStarted:
        return "started";
    case WdfDevStatePnpStopped:
        return "stopped";
    case WdfDevStatePnpInit:
        return "added";
    case WdfDevStatePnpFailedInit:
        return "start failed";
    case WdfDevStatePnpQueryRemovePending:
        return "asked to be removed";
    case WdfDevStatePnpQueryStopPending:
        return "asked to stop";
    case WdfDevStatePnpSurpriseRemove:
        return "gone";
    case WdfDevStatePnpRemovingDisableInterfaces:
        return "being removed";
    case WdfDevStatePnpRemoved:
    case WdfDevStatePnpFinal:
        return "removed";
    default:
        return "created";
    }
}

static const CHAR *power_name(WDF_POWER_DEVICE_STATE state)
{
    static const CHAR *const names[] = {"no power state", "D0", "D1", "D2", "D3", "D3 (final)", "hibernation"};

    return state < RTL_NUMBER_OF(names) ? names[state] : "?";
}

static void print_device(struct device *device, void (*print)(void *, const CHAR *, ...), void *to)
{
    if (device->flags & DEVICE_CONTROL)
        print(to, " device %p: control device%s\n", device_handle(device),
              device->slow & DEVICE_SLOW_UNFINISHED ? ", not finished" : "");
    else
        print(to, " device %p: %s, %s%s%s\n", device_handle(device), pnp_name(device->pnp.state),
              power_name(device->pnp.device_state), device->io.transition ? ", changing power" : "",
              device->pnp.failed != WdfDeviceFailedUndefined ? ", failed" : "");
    device_queues_print(&device->io, print, to);
}

/* The n-th device with a reference, NULL if there are fewer: printing can't be done under the list's lock. */
static struct device *nth_device(struct driver *driver, ULONG n)
{
    struct device *found = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&driver->devices_lock, &irql);
    for (LIST_ENTRY *at = driver->devices.Flink; at != &driver->devices && !found; at = at->Flink)
        if (n-- == 0)
            found = CONTAINING_RECORD(at, struct device, link);
    if (found)
        object_reference(&found->object);
    KeReleaseSpinLock(&driver->devices_lock, irql);
    return found;
}

void driver_print_status(struct client *client, void (*print)(void *to, const CHAR *format, ...), void *to)
{
    struct driver *driver = driver_of(&client->globals);
    struct device *device;

    print(to, "driver %s: KMDF 1.%lu\n", client->globals.public.DriverName, client->minor);
    for (ULONG n = 0; driver && (device = nth_device(driver, n)) != NULL; n++) {
        print_device(device, print, to);
        object_release(&device->object);
    }
}
