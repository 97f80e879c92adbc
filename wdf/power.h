/* SPDX-License-Identifier: MIT */
/* Power IRPs. */
#ifndef KMDOCK_WDF_POWER_H
#define KMDOCK_WDF_POWER_H

#include "wdf/device.h"

/* IRP_MJ_POWER. IRQL <= DISPATCH_LEVEL; PASSIVE_LEVEL for a power-pageable device. */
NTSTATUS power_irp(struct device *device, PIRP irp);
/* Prepares struct pnp's power part. */
void power_init(struct device *device);

#endif
