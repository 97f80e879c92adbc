/* SPDX-License-Identifier: MIT */
/* Names and parameters of bug checks, and the text of a frame. */
#ifndef KMDOCK_MACHINE_BUGCODES_H
#define KMDOCK_MACHINE_BUGCODES_H

#include "machine/report.h"

/* Fills in `name` and `meanings`, and `sentence` if it is empty. */
void bugcodes_describe(struct machine_bugcheck_report *report);
/* The name of an NTSTATUS, NULL if it has none. */
const char *bugcodes_status(uint32_t status);

#endif
