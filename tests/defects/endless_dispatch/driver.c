/* SPDX-License-Identifier: MIT */
/* A timer that never returns. */
#include "../defect.h"

static EVT_WDF_TIMER EvtTimer;
static volatile ULONG ready;

static VOID EvtTimer(WDFTIMER Timer)
{
    UNREFERENCED_PARAMETER(Timer);
    while (!ready) /* wrong */
        continue;
}

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    WDFTIMER timer;

    WDF_TIMER_CONFIG_INIT(&config, EvtTimer);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = Queue;
    if (NT_SUCCESS(WdfTimerCreate(&config, &attributes, &timer)))
        WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(1));
    UNREFERENCED_PARAMETER(Request);
    UNREFERENCED_PARAMETER(Length);
}
