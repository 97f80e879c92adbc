/* SPDX-License-Identifier: MIT */
/* wdftimer.h: the timer interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFTIMER_H
#define KMDOCK_WDFTIMER_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

#define TolerableDelayUnlimited 0xFFFFFFFFUL

/* Called at IRQL = DISPATCH_LEVEL. wdftimer/nc-wdftimer-evt_wdf_timer */
typedef VOID EVT_WDF_TIMER(_In_ WDFTIMER Timer);
typedef EVT_WDF_TIMER *PFN_WDF_TIMER;

struct _WDF_TIMER_CONFIG {
    ULONG Size;
    PFN_WDF_TIMER EvtTimerFunc;
    ULONG Period;
    BOOLEAN AutomaticSerialization;
    ULONG TolerableDelay;
    BOOLEAN POINTER_ALIGNMENT UseHighResolutionTimer;
};

/* wdftimer/nf-wdftimer-wdf_timer_config_init */
WDF_INLINE VOID WDF_TIMER_CONFIG_INIT(PWDF_TIMER_CONFIG Config, PFN_WDF_TIMER EvtTimerFunc)
{
    RtlZeroMemory(Config, sizeof(WDF_TIMER_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_TIMER_CONFIG);
    Config->EvtTimerFunc = EvtTimerFunc;
    Config->AutomaticSerialization = TRUE;
}

/* wdftimer/nf-wdftimer-wdf_timer_config_init_periodic */
WDF_INLINE VOID WDF_TIMER_CONFIG_INIT_PERIODIC(PWDF_TIMER_CONFIG Config, PFN_WDF_TIMER EvtTimerFunc, LONG Period)
{
    RtlZeroMemory(Config, sizeof(WDF_TIMER_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_TIMER_CONFIG);
    Config->EvtTimerFunc = EvtTimerFunc;
    Config->Period = Period;
    Config->AutomaticSerialization = TRUE;
}

/* IRQL <= DISPATCH_LEVEL. wdftimer/nf-wdftimer-wdftimercreate */
typedef NTSTATUS (*PFN_WDFTIMERCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ PWDF_TIMER_CONFIG Config,
    _In_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFTIMER *Timer);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfTimerCreate(_In_ PWDF_TIMER_CONFIG Config, _In_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFTIMER *Timer)
{
    return WDF_CALL(PFN_WDFTIMERCREATE, WdfTimerCreate)(WdfDriverGlobals, Config, Attributes, Timer);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdftimer/nf-wdftimer-wdftimerstart */
typedef BOOLEAN (*PFN_WDFTIMERSTART)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFTIMER Timer,
    _In_ LONGLONG DueTime);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfTimerStart(_In_ WDFTIMER Timer, _In_ LONGLONG DueTime)
{
    return WDF_CALL(PFN_WDFTIMERSTART, WdfTimerStart)(WdfDriverGlobals, Timer, DueTime);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdftimer/nf-wdftimer-wdftimerstop */
typedef BOOLEAN (*PFN_WDFTIMERSTOP)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFTIMER Timer, _In_ BOOLEAN Wait);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfTimerStop(_In_ WDFTIMER Timer, _In_ BOOLEAN Wait)
{
    return WDF_CALL(PFN_WDFTIMERSTOP, WdfTimerStop)(WdfDriverGlobals, Timer, Wait);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdftimer/nf-wdftimer-wdftimergetparentobject */
typedef WDFOBJECT (*PFN_WDFTIMERGETPARENTOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFTIMER Timer);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFOBJECT WdfTimerGetParentObject(_In_ WDFTIMER Timer)
{
    return WDF_CALL(PFN_WDFTIMERGETPARENTOBJECT, WdfTimerGetParentObject)(WdfDriverGlobals, Timer);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
