/* SPDX-License-Identifier: MIT */
/* WDFDRIVER, and the list of drivers that are bound to the framework. */
#ifndef KMDOCK_WDF_DRIVER_H
#define KMDOCK_WDF_DRIVER_H

#include "wdf/device.h"

struct driver {
    struct object object;
    PDRIVER_OBJECT wdm;
    UNICODE_STRING registry_path; /* zero-terminated copy */
    WDF_DRIVER_CONFIG config;
    KSPIN_LOCK devices_lock;
    LIST_ENTRY devices; /* struct device.link, in order of creation */
};

/* A driver between WdfVersionBind and WdfVersionUnbind. */
struct client {
    struct fx_globals globals;
    LIST_ENTRY link;
    PDRIVER_OBJECT driver_object;
    WDFFUNC *functions; /* its own table if it asked for more entries than there are names, else NULL */
    ULONG minor;        /* KMDF 1.minor */
};

#define driver_from_handle(handle) ((struct driver *)object_from_handle((handle), OBJECT_DRIVER))

/* The bound driver of a DRIVER_OBJECT, NULL if it is none of ours. PASSIVE_LEVEL. */
struct client *client_of(PDRIVER_OBJECT driver_object);

static inline struct driver *driver_of(struct fx_globals *globals)
{
    return (struct driver *)globals->driver;
}

/* Text for `kmdock status`. PASSIVE_LEVEL. */
void driver_print_status(struct client *client, void (*print)(void *to, const CHAR *format, ...), void *to);

/* Cleans up what DriverEntry left when it failed, or what the unload routine could not: a WDFDRIVER that is still
 * there. PASSIVE_LEVEL; before the globals go. */
void driver_end(struct fx_globals *globals);

#endif
