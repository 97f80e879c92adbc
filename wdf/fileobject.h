/* SPDX-License-Identifier: MIT */
/* WDFFILEOBJECT, and the create, cleanup and close IRPs. */
#ifndef KMDOCK_WDF_FILEOBJECT_H
#define KMDOCK_WDF_FILEOBJECT_H

#include "wdf/device.h"

struct file {
    struct object object;
    struct device *device;
    PFILE_OBJECT wdm; /* NULL only with WdfFileObjectWdfCannotUseFsContexts (S10) */
    LIST_ENTRY link;  /* device->files */
    BOOLEAN opened;   /* the create succeeded: cleanup and close callbacks will run (S4) */
    BOOLEAN cleaned;  /* EvtFileCleanup ran */
};

/* The WDFFILEOBJECT of a FILE_OBJECT of this device, NULL if there is none. IRQL <= DISPATCH_LEVEL. */
struct file *file_of(struct device *device, PFILE_OBJECT wdm);

NTSTATUS file_create(struct device *device, PIRP irp);
NTSTATUS file_cleanup(struct device *device, PIRP irp);
NTSTATUS file_close(struct device *device, PIRP irp);

#endif
