/* SPDX-License-Identifier: MIT */
/* What the machine has: as text. */
#ifndef KMDOCK_NT_CLIENT_STATUS_H
#define KMDOCK_NT_CLIENT_STATUS_H

#include "nt/io/io.h"

typedef void status_print(void *to, const char *format, ...);

NTSTATUS status_devices(status_print *print, void *to); /* a line per device, tabs between */
NTSTATUS status_all(status_print *print, void *to);     /* for people */

#endif
