/* SPDX-License-Identifier: MIT */
/*
 * The framework's device: what stands behind a WDFDEVICE and, through the device extension, behind the
 * DEVICE_OBJECT. Requests are routed in dispatch.c, PnP and power are in pnp.c and power.c.
 */
#ifndef KMDOCK_WDF_DEVICE_H
#define KMDOCK_WDF_DEVICE_H

#include "wdf/object.h"
#include "wdf/pnp.h"
#include "wdf/queue.h"

struct driver;
struct file;
struct iotarget;

enum {
    DEVICE_MINORS_MAX = 32, /* minor functions of one preprocess registration */
};

/* device.flags */
enum device_flags {
    DEVICE_FILTER = 0x1,        /* WdfFdoInitSetFilter: what nobody takes goes to the lower driver */
    DEVICE_CONTROL = 0x2,       /* made with WdfControlDeviceInitAllocate: no PnP, no power */
    DEVICE_POWER_OWNER = 0x4,   /* power policy owner */
    DEVICE_FORWARD_CLOSE = 0x8, /* cleanup and close (and unhandled create) go to the lower driver (S2) */
    DEVICE_SHUTDOWN = 0x10,     /* IoRegisterShutdownNotification was called */
    DEVICE_CREATED = 0x20,      /* WdfDeviceCreate returned success */
};

/* device.slow: anything here takes a request off the short way of dispatch.c */
enum device_slow {
    DEVICE_SLOW_CALLER_CONTEXT = 0x1, /* EvtIoInCallerContext */
    DEVICE_SLOW_REMOVED = 0x2,        /* surprise removed or removed: no new I/O */
    DEVICE_SLOW_UNFINISHED = 0x4,     /* control device before WdfControlFinishInitializing */
    DEVICE_SLOW_DISPATCH = 0x8,       /* a WDM dispatch callback is set for some type */
};

/* What WdfDeviceInitAssignWdmIrpPreprocessCallback registered for one major function. */
struct device_preprocess {
    PFN_WDFDEVICE_WDM_IRP_PREPROCESS callback; /* NULL: none */
    ULONG minors;                              /* 0: all minor functions */
    UCHAR minor[DEVICE_MINORS_MAX];
};

/* What WdfDeviceConfigureWdmIrpDispatchCallback registered for one type of request. */
struct device_wdm_dispatch {
    PFN_WDFDEVICE_WDM_IRP_DISPATCH callback; /* NULL: none */
    WDFDRIVER driver;
    WDFCONTEXT context;
};

struct device {
    struct object object; /* these two are a struct device_base */
    struct device_io io;

    ULONG slow;  /* enum device_slow */
    ULONG flags; /* enum device_flags */
    PDEVICE_OBJECT wdm;
    PDEVICE_OBJECT lower;    /* what lies below in the stack; NULL for a control device */
    PDEVICE_OBJECT physical; /* PDO; NULL for a control device */
    struct driver *driver;
    LIST_ENTRY link; /* driver->devices */

    PFN_WDF_IO_IN_CALLER_CONTEXT in_caller_context;
    PFN_WDF_DEVICE_SHUTDOWN_NOTIFICATION shutdown; /* control devices */
    struct device_preprocess *preprocess;          /* NULL, or IRP_MJ_MAXIMUM_FUNCTION + 1 of them */
    struct device_wdm_dispatch wdm_dispatch[QUEUE_KINDS];

    /* File objects (fileobject.c). */
    WDF_FILEOBJECT_CONFIG file_config;     /* Size 0: none was set */
    WDF_OBJECT_ATTRIBUTES file_attributes; /* Size 0: none */
    KSPIN_LOCK files_lock;
    LIST_ENTRY files;

    /* Names and interfaces (interface.c). */
    KSPIN_LOCK interfaces_lock;
    LIST_ENTRY interfaces;
    UNICODE_STRING symbolic_link; /* of WdfDeviceCreateSymbolicLink; Buffer NULL if none */
    UNICODE_STRING name;          /* Buffer NULL if none */

    struct iotarget *target; /* the local I/O target; NULL for a control device */
    struct pnp pnp;
};
_Static_assert(FIELD_OFFSET(struct device, io) == FIELD_OFFSET(struct device_base, io),
               "struct device must begin like struct device_base");

/* The device that a handle of a public function names. In public functions only. */
#define device_from_handle(handle) ((struct device *)object_from_handle((handle), OBJECT_DEVICE))

static inline WDFDEVICE device_handle(const struct device *device)
{
    return (WDFDEVICE)device->object.self;
}

/* Every DEVICE_OBJECT of the framework carries its device in the extension. Any IRQL. */
static inline struct device *device_of_wdm(PDEVICE_OBJECT wdm)
{
    return *(struct device **)wdm->DeviceExtension;
}

/* The device that an object belongs to; NULL if it hangs under none. */
static inline struct device *device_of(struct object *object)
{
    return (struct device *)object_ancestor(object, OBJECT_DEVICE);
}

/* Ends a device that never came to life or that was removed: cleanup of the tree, then the object's first reference
 * goes; the DEVICE_OBJECT goes with the last one. PASSIVE_LEVEL. */
void device_end(struct device *device);

/* A status of the driver's callback counts as a failure of the device: PnP will take it away. IRQL <= DISPATCH. */
void device_fail(struct device *device, WDF_DEVICE_FAILED_ACTION action);

/* Copies a string into pool of the driver; ret_copy->Buffer is NULL on failure. */
NTSTATUS device_string_copy(struct fx_globals *globals, PCUNICODE_STRING string, UNICODE_STRING *ret_copy);

#endif
