/* SPDX-License-Identifier: MIT */
/* The host compiler's intrinsics and the interlocked family. */
#ifndef KMDOCK_INTRIN_H
#define KMDOCK_INTRIN_H

#include "winnt.h"
#include <x86intrin.h>
#define _ReadWriteBarrier()         __asm__ volatile("" : : : "memory")
#define _InterlockedIncrement       InterlockedIncrement
#define _InterlockedDecrement       InterlockedDecrement
#define _InterlockedExchange        InterlockedExchange
#define _InterlockedCompareExchange InterlockedCompareExchange
#define _InterlockedExchangeAdd     InterlockedExchangeAdd

#endif
