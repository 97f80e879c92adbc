/* SPDX-License-Identifier: MIT */
/* WDFIOTARGET: the local one, which is the next lower driver of the device's own stack. */
#ifndef KMDOCK_WDF_IOTARGET_H
#define KMDOCK_WDF_IOTARGET_H

#include "wdf/device.h"

struct iotarget {
    struct object object;
    struct device *device;
    PDEVICE_OBJECT wdm; /* who gets what is sent */
    PDEVICE_OBJECT physical;
    LONG state; /* WDF_IO_TARGET_STATE */
};

/* PASSIVE_LEVEL; the device is attached. Rule T1: it is started. */
NTSTATUS iotarget_create_local(struct device *device, struct iotarget **ret_target);

#endif
