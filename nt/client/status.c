/* SPDX-License-Identifier: MIT */
/* The answers of `devices` and `status`. */
#include "nt/client/status.h"
#include "nt/ex/ex.h"
#include "nt/kd/kd.h"
#include "nt/ke/ke.h"
#include "nt/po/po.h"

/* The program's form of a name below \??: \\?\… */
static void print_interface(const struct pnp_interface *iface, const char *before, status_print *print, void *to)
{
    char name[2 * PNP_ID_MAX];
    UNICODE_STRING own;
    RtlInitUnicodeString(&own, iface->name);
    pnp_narrow(name, sizeof name, &own);
    print(to, "%s\\\\?\\%s", before, name + 4);
}

static void print_interfaces(struct pnp_node *node, const char *before, status_print *print, void *to)
{
    for (PLIST_ENTRY entry = node->interfaces.Flink; entry != &node->interfaces; entry = entry->Flink) {
        struct pnp_interface *iface = CONTAINING_RECORD(entry, struct pnp_interface, link);
        if (iface->enabled)
            print_interface(iface, before, print, to);
    }
}

NTSTATUS status_devices(status_print *print, void *to)
{
    for (PLIST_ENTRY entry = pnp_nodes.Flink; entry != &pnp_nodes; entry = entry->Flink) {
        struct pnp_node *node = CONTAINING_RECORD(entry, struct pnp_node, all);
        print(to, "%s\t%s\t%s\t%s", node->instance, node->service, pnp_state_name(node->state),
              po_device_state_name(node->power));
        print_interfaces(node, "\t", print, to);
        print(to, "\n");
    }
    return STATUS_SUCCESS;
}

static ULONG devices_of(const struct io_driver *driver)
{
    ULONG count = 0;
    for (PDEVICE_OBJECT device = driver->driver.DeviceObject; device != NULL; device = device->NextDevice)
        count++;
    return count;
}

static void print_drivers(status_print *print, void *to)
{
    print(to, "drivers\n");
    for (PLIST_ENTRY entry = io_drivers.Flink; entry != &io_drivers; entry = entry->Flink) {
        struct io_driver *driver = CONTAINING_RECORD(entry, struct io_driver, all);
        if (driver->image.base == NULL || driver->unloading)
            continue;
        struct ex_pool_usage pool = ex_pool_usage_of(driver->image.base, driver->image.size);
        print(to, "  %-16s %s, %u device object%s, pool: %llu blocks, %llu bytes\n", driver->service,
              driver->image.name, (unsigned)devices_of(driver), devices_of(driver) == 1 ? "" : "s",
              (unsigned long long)pool.blocks, (unsigned long long)pool.bytes);
    }
}

static void print_nodes(status_print *print, void *to)
{
    print(to, "devices\n");
    for (PLIST_ENTRY entry = pnp_nodes.Flink; entry != &pnp_nodes; entry = entry->Flink) {
        struct pnp_node *node = CONTAINING_RECORD(entry, struct pnp_node, all);
        ULONG files = node->pdo == NULL ? 0 : io_device_files(node->pdo);
        print(to, "  %-20s %s, %s, %s, %u open file%s", node->instance, node->service, pnp_state_name(node->state),
              po_device_state_name(node->power), (unsigned)files, files == 1 ? "" : "s");
        if (node->problem != STATUS_SUCCESS)
            print(to, ", problem 0x%08x", (unsigned)node->problem);
        print_interfaces(node, "\n    ", print, to);
        print(to, "\n");
    }
}

NTSTATUS status_all(status_print *print, void *to)
{
    struct ex_pool_usage pool = ex_pool_usage();
    print_drivers(print, to);
    print_nodes(print, to);
    print(to, "kernel\n  %llu IRPs outstanding, %u timers set, pool: %llu blocks, %llu bytes\n",
          (unsigned long long)io_irps_outstanding, (unsigned)ke_timers_count(), (unsigned long long)pool.blocks,
          (unsigned long long)pool.bytes);
    kd_status_produce((VOID(*)(VOID *, const CHAR *, ...))print, to);
    return STATUS_SUCCESS;
}
