/* SPDX-License-Identifier: MIT */
/* queue.h: the one queue of an Echo device: it holds what the last write brought, and the request that waits. */
#ifndef ECHO_QUEUE_H
#define ECHO_QUEUE_H

#include <ntddk.h>
#include <wdf.h>
#include "driver.h"

NTSTATUS queue_create(_In_ WDFDEVICE device, _In_ const ECHO_SETTINGS *settings);
VOID queue_start(_In_ WDFQUEUE queue);
VOID queue_stop(_In_ WDFQUEUE queue);

#endif
