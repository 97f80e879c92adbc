/* SPDX-License-Identifier: MIT */
/* The power manager: power IRPs, one at a time per device stack and kind. */
#ifndef KMDOCK_NT_PO_PO_H
#define KMDOCK_NT_PO_PO_H

#include "nt/pnp/pnp.h"

/* As if the stack's power policy owner had asked for the state; waits for the end. PASSIVE_LEVEL. */
NTSTATUS po_device_set(struct pnp_node *node, DEVICE_POWER_STATE state, char *text, size_t text_bytes);
const char *po_device_state_name(DEVICE_POWER_STATE state); /* "D0" */

#endif
