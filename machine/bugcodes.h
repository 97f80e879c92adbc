/* SPDX-License-Identifier: MIT */
/* Names and parameters of bug checks, and the text of a frame. */
#ifndef KMDOCK_MACHINE_BUGCODES_H
#define KMDOCK_MACHINE_BUGCODES_H

#include "machine/report.h"

/* Fills in `name` and `meanings`, and `sentence` if it is empty. */
void bugcodes_describe(struct machine_bugcheck_report *report);
/* "echo.sys!EchoEvtIoWrite+0x1c  queue.c:120" */
void report_frame_text(const struct machine_frame *frame, char *ret_text, size_t text_bytes);

#endif
