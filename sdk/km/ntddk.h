/* SPDX-License-Identifier: MIT */
/* ntddk.h: mingw-w64's over our wdm.h; the processor's number is asked for by a call and not read through gs. */
#ifndef KMDOCK_KM_NTDDK_H
#define KMDOCK_KM_NTDDK_H

#include "kmdock_prelude.h"

#define KeGetPcr                    mingw_KeGetPcr
#define KeGetCurrentProcessorNumber mingw_KeGetCurrentProcessorNumber

#include_next <ntddk.h>

#undef KeGetPcr
#undef KeGetCurrentProcessorNumber

#ifdef __cplusplus
extern "C" {
#endif

/* Of the two names the kernel exports only the newer one. wdm/nf-wdm-kegetcurrentprocessornumberex */
FORCEINLINE ULONG KeGetCurrentProcessorNumber(VOID)
{
    return KeGetCurrentProcessorNumberEx(NULL);
}

#ifdef __cplusplus
}
#endif

#endif
