/* SPDX-License-Identifier: MIT */
/* WDFCMRESLIST: the resources that EvtDevicePrepareHardware is told of. */
#ifndef KMDOCK_WDF_RESOURCE_H
#define KMDOCK_WDF_RESOURCE_H

#include "wdf/device.h"

/* A list under the device with a copy of the descriptors; `resources` may be NULL: an empty list. PASSIVE_LEVEL. */
NTSTATUS resource_list_create(struct device *device, PCM_RESOURCE_LIST resources, struct object **ret_list);

#endif
