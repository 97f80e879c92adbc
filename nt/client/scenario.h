/* SPDX-License-Identifier: MIT */
#ifndef KMDOCK_NT_CLIENT_SCENARIO_H
#define KMDOCK_NT_CLIENT_SCENARIO_H

#include "nt/nt.h"

/* Runs the scenario `name` in a process of its own and waits for its end; "" prints the names. PASSIVE_LEVEL. */
NTSTATUS scenario_command(const char *name, void (*print)(void *to, const char *format, ...), void *to);

#endif
