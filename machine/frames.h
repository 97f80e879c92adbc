/* SPDX-License-Identifier: MIT */
/* Stacks for people: what of a stack is the driver's, and its text. */
#ifndef KMDOCK_MACHINE_FRAMES_H
#define KMDOCK_MACHINE_FRAMES_H

#include "machine/report.h"

/* Sets `driver` and `hidden`. `told`: the kernel or the framework said it, it is no fault of the code that ran. */
void frames_mark(struct machine_frame *frames, uint32_t count, bool told);
/* The path from the current directory if the file lies in it, else as it is. */
const char *frames_path(const char *path);
/* "echo.sys!EchoEvtIoWrite+0x1c  queue.c:120" */
void frames_text(const struct machine_frame *frame, char *ret_text, size_t text_bytes);
/* The source line, with those around it if so wanted; nothing if the file cannot be read. */
void frames_source(const struct machine_frame *frame, bool around, FILE *file);
/* All that are not hidden, with their source lines. */
void frames_print(const struct machine_frame *frames, uint32_t count, FILE *file);

#endif
