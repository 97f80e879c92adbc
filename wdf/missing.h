/* SPDX-License-Identifier: MIT */
/* What is not there yet says its name. */
#ifndef KMDOCK_WDF_MISSING_H
#define KMDOCK_WDF_MISSING_H

#include "wdf/fx.h"

/* WDF_API_UNAVAILABLE: parameter 1 of bug check 0x10D. The headers of 1.15 do not have the name. */
#define WDF_API_UNAVAILABLE_CODE 0x10

/* A driver called a function of the table that is not there yet: stops the machine with its name and the caller. */
DECLSPEC_NORETURN void missing_call(const CHAR *function, const void *caller);

/* A driver asked for a part of a function that is not there yet (a flag, an option). */
DECLSPEC_NORETURN void missing_part(const CHAR *function, const CHAR *part, const void *caller);

#endif
