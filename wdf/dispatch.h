/* SPDX-License-Identifier: MIT */
/* The dispatch routines of every driver of the framework. */
#ifndef KMDOCK_WDF_DISPATCH_H
#define KMDOCK_WDF_DISPATCH_H

#include "wdf/device.h"

/* DriverObject->MajorFunction[0 … IRP_MJ_MAXIMUM_FUNCTION] */
void dispatch_install(PDRIVER_OBJECT driver_object);

/* Completes an IRP that reached no driver code. */
NTSTATUS dispatch_complete(PIRP irp, NTSTATUS status);
/* Hands the IRP to the lower driver as it is. The device must have one. */
NTSTATUS dispatch_pass_down(struct device *device, PIRP irp);
/* Nobody in this driver takes it: a filter passes it down, others fail it (C4, C7). */
NTSTATUS dispatch_unhandled(struct device *device, PIRP irp);

/* What each major function does when no preprocess callback takes it. IRQL: the sender's. */
NTSTATUS dispatch_io(struct device *device, PIRP irp);
NTSTATUS dispatch_any(struct device *device, PIRP irp);

#endif
