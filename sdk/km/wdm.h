/* SPDX-License-Identifier: MIT */
/*
 * wdm.h: mingw-w64's, with its inlined privileged instructions and reads of the shared user data page replaced by
 * calls, and with what it lacks. IRQL, processor number and time belong to the kernel that runs the driver; asking it
 * by a call costs two nanoseconds and works wherever the image is loaded.
 */
#ifndef KMDOCK_KM_WDM_H
#define KMDOCK_KM_WDM_H

#include "kmdock_prelude.h"

#include <ntdef.h>
#include <intrin.h>
#include "kmdock_types.h"

/* mingw's inlines get another name, under which nobody calls them. */
#define InterlockedBitTestAndSet   mingw_InterlockedBitTestAndSet
#define InterlockedBitTestAndReset mingw_InterlockedBitTestAndReset
#define KeGetCurrentIrql           mingw_KeGetCurrentIrql
#define KeLowerIrql                mingw_KeLowerIrql
#define KfRaiseIrql                mingw_KfRaiseIrql
#define KeRaiseIrqlToDpcLevel      mingw_KeRaiseIrqlToDpcLevel
#define KeRaiseIrqlToSynchLevel    mingw_KeRaiseIrqlToSynchLevel
#define KeGetCurrentThread         mingw_KeGetCurrentThread

#include_next <wdm.h>

#undef KeGetCurrentIrql
#undef KeLowerIrql
#undef KfRaiseIrql
#undef KeRaiseIrqlToDpcLevel
#undef KeRaiseIrqlToSynchLevel
#undef KeGetCurrentThread

#include "kmdock_calls.h"
#include "kmdock_interlocked.h"
#include "kmdock_barriers.h"
#include "kmdock_debug.h"
#include "kmdock_pool.h"

#endif
