/* SPDX-License-Identifier: MIT */
/* device.h: one Echo device. */
#ifndef ECHO_DEVICE_H
#define ECHO_DEVICE_H

#include <ntddk.h>
#include <wdf.h>

NTSTATUS device_create(_Inout_ PWDFDEVICE_INIT init);

#endif
