/* SPDX-License-Identifier: MIT */
/* Device interfaces and symbolic links. */
#ifndef KMDOCK_WDF_INTERFACE_H
#define KMDOCK_WDF_INTERFACE_H

#include "wdf/device.h"

struct device_interface {
    LIST_ENTRY link; /* device->interfaces */
    GUID guid;
    UNICODE_STRING reference; /* Buffer NULL: none */
    UNICODE_STRING symbolic;  /* of IoRegisterDeviceInterface; Buffer NULL before it was called */
    BOOLEAN enabled;
    BOOLEAN automatic; /* made before the device started: start enables it (R1) */
};

/* Start and removal: enables what was created before, disables all (R1, R3). PASSIVE_LEVEL. */
NTSTATUS interfaces_enable(struct device *device);
void interfaces_disable(struct device *device);
/* At the end of the device: forgets them, the symbolic link too. PASSIVE_LEVEL. */
void interfaces_free(struct device *device);

#endif
