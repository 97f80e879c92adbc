/* SPDX-License-Identifier: MIT */
/* What people see: the debugger's log, the services table, the status text. */
#ifndef KMDOCK_NT_KD_KD_H
#define KMDOCK_NT_KD_KD_H

#include "nt/nt.h"
#include "sdk/kmdock/services.h"

extern const KMDOCK_SERVICES kd_services;

/* Calls every producer that a framework registered, in order. PASSIVE_LEVEL. */
void kd_status_produce(VOID (*print)(VOID *to, const CHAR *format, ...), VOID *to);
/* Forgets producers whose code lies in an image that goes. */
void kd_status_forget(const void *base, size_t bytes);

#endif
