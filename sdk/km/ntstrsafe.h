/* SPDX-License-Identifier: MIT */
/*
 * ntstrsafe.h: mingw-w64's, inline in every source. Its functions are meant for one source only (two of them clash when
 * they are linked), so in C they become static here; NTSTRSAFE_LIB, which asks for a library instead, changes nothing.
 */
#ifndef KMDOCK_KM_NTSTRSAFE_H
#define KMDOCK_KM_NTSTRSAFE_H

#include "kmdock_prelude.h"
#include <_mingw_unicode.h>
#include <stdio.h>
#include <string.h>
#include <stdarg.h>
#include <specstrings.h>

#undef NTSTRSAFE_LIB

/* Without optimisation mingw's headers only declare what should come from a library, which a driver has not. */
#pragma push_macro("__CRT__NO_INLINE")
#undef __CRT__NO_INLINE

#ifdef __cplusplus
#include_next <ntstrsafe.h>
#else
#define extern static
#include_next <ntstrsafe.h>
#undef extern
#endif

#pragma pop_macro("__CRT__NO_INLINE")

#endif
