/* SPDX-License-Identifier: MIT */
/* Control devices: devices without PnP and power, made by the driver with WdfControlDeviceInitAllocate. */
#ifndef KMDOCK_WDF_CONTROL_H
#define KMDOCK_WDF_CONTROL_H

#include "wdf/device.h"

struct WDFDEVICE_INIT;

/* IoRegisterShutdownNotification in the way that the init asks for. PASSIVE_LEVEL. */
NTSTATUS control_register_shutdown(struct device *device, const struct WDFDEVICE_INIT *init);
/* The device is being deleted: no shutdown notification any more. PASSIVE_LEVEL. */
void control_stop(struct device *device);
/* IRP_MJ_SHUTDOWN */
NTSTATUS control_shutdown(struct device *device, PIRP irp);

#endif
