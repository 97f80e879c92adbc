/* SPDX-License-Identifier: MIT */
/* wdfverifier.h: the verifier interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFVERIFIER_H
#define KMDOCK_WDFVERIFIER_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Any IRQL. wdfverifier/nf-wdfverifier-wdfverifierdbgbreakpoint */
typedef VOID (*PFN_WDFVERIFIERDBGBREAKPOINT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfVerifierDbgBreakPoint(VOID)
{
    WDF_CALL(PFN_WDFVERIFIERDBGBREAKPOINT, WdfVerifierDbgBreakPoint)(WdfDriverGlobals);
}
#endif

/* Any IRQL. wdfverifier/nf-wdfverifier-wdfverifierkebugcheck */
typedef VOID (*PFN_WDFVERIFIERKEBUGCHECK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ ULONG BugCheckCode,
    _In_ ULONG_PTR BugCheckParameter1, _In_ ULONG_PTR BugCheckParameter2, _In_ ULONG_PTR BugCheckParameter3,
    _In_ ULONG_PTR BugCheckParameter4);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfVerifierKeBugCheck(_In_ ULONG BugCheckCode, _In_ ULONG_PTR BugCheckParameter1,
    _In_ ULONG_PTR BugCheckParameter2, _In_ ULONG_PTR BugCheckParameter3, _In_ ULONG_PTR BugCheckParameter4)
{
    WDF_CALL(PFN_WDFVERIFIERKEBUGCHECK, WdfVerifierKeBugCheck)(WdfDriverGlobals, BugCheckCode, BugCheckParameter1,
        BugCheckParameter2, BugCheckParameter3, BugCheckParameter4);
}
#endif

/* wdfverifier/nf-wdfverifier-wdfgettriageinfo */
typedef PVOID (*PFN_WDFGETTRIAGEINFO)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PVOID WdfGetTriageInfo(VOID)
{
    return WDF_CALL(PFN_WDFGETTRIAGEINFO, WdfGetTriageInfo)(WdfDriverGlobals);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
