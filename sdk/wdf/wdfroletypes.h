/* SPDX-License-Identifier: MIT */
/* wdfroletypes.h: role types of callbacks that have no pointer type of their own. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFROLETYPES_H
#define KMDOCK_WDFROLETYPES_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Called at IRQL <= PASSIVE_LEVEL. */
typedef VOID EVT_WDF_DEVICE_CONTEXT_CLEANUP(_In_ WDFOBJECT Object);

/* Called at IRQL <= PASSIVE_LEVEL. */
typedef VOID EVT_WDF_DEVICE_CONTEXT_DESTROY(_In_ WDFOBJECT Object);

/* Called at IRQL <= DISPATCH_LEVEL. */
typedef VOID EVT_WDF_FILE_CONTEXT_CLEANUP_CALLBACK(_In_ WDFOBJECT Object);

/* Called at IRQL <= DISPATCH_LEVEL. */
typedef VOID EVT_WDF_FILE_CONTEXT_DESTROY_CALLBACK(_In_ WDFOBJECT Object);

/* Called at IRQL <= PASSIVE_LEVEL. */
typedef VOID EVT_WDF_IO_QUEUE_CONTEXT_CLEANUP_CALLBACK(_In_ WDFOBJECT Object);

/* Called at IRQL <= PASSIVE_LEVEL. */
typedef VOID EVT_WDF_IO_QUEUE_CONTEXT_DESTROY_CALLBACK(_In_ WDFOBJECT Object);

#ifdef __cplusplus
}
#endif

#endif
