/* SPDX-License-Identifier: MIT */
/* Timers under the tested device. A check may wait: the control device's queue is neither serialised nor managed. */
#include "puppet_driver.h"

enum { EXPIRIES_MAX = 8, TICK_MS = 16 };

typedef struct {
    LONG calls;
    LONG finished;
    LONG again;   /* how often the callback starts the timer once more */
    LONG wait_ms; /* how long the callback takes; PASSIVE_LEVEL timers only */
    KIRQL irql;
    ULONGLONG at[EXPIRIES_MAX]; /* interrupt time of each call, 100 ns */
} TIMER_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(TIMER_CONTEXT, timer_context)

static LONG cleanups;
static KIRQL cleanup_irql;
static LONG finished_at_cleanup;

static void wait_ms(LONG milliseconds)
{
    LARGE_INTEGER interval = {.QuadPart = WDF_REL_TIMEOUT_IN_MS(milliseconds)};

    KeDelayExecutionThread(KernelMode, FALSE, &interval);
}

static VOID evt_timer(WDFTIMER Timer)
{
    TIMER_CONTEXT *context = timer_context(Timer);
    LONG number = InterlockedIncrement(&context->calls) - 1;

    context->irql = KeGetCurrentIrql();
    if (number < EXPIRIES_MAX)
        context->at[number] = KeQueryInterruptTime();
    if (context->again-- > 0)
        WdfTimerStart(Timer, WDF_REL_TIMEOUT_IN_MS(5));
    if (context->wait_ms)
        wait_ms(context->wait_ms);
    InterlockedIncrement(&context->finished);
}

static VOID evt_cleanup(WDFOBJECT Object)
{
    cleanup_irql = KeGetCurrentIrql();
    finished_at_cleanup = timer_context(Object)->finished;
    InterlockedIncrement(&cleanups);
}

static NTSTATUS timer_new(WDFOBJECT parent, LONG period_ms, WDF_EXECUTION_LEVEL level, WDFTIMER *ret_timer)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;

    cleanups = 0;
    WDF_TIMER_CONFIG_INIT_PERIODIC(&config, evt_timer, period_ms);
    config.AutomaticSerialization = FALSE;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, TIMER_CONTEXT);
    attributes.ParentObject = parent;
    attributes.ExecutionLevel = level;
    attributes.EvtCleanupCallback = evt_cleanup;
    return WdfTimerCreate(&config, &attributes, ret_timer);
}

#define TIMER_NEW(timer, parent, period_ms, level)                                                                     \
    EXPECT_STATUS(timer_new(parent, period_ms, level, &timer), STATUS_SUCCESS);                                        \
    if (!timer)                                                                                                        \
    return

#define INHERIT WdfExecutionLevelInheritFromParent

/* nf-wdftimer-wdftimercreate.md */
CHECK(O2_creating_does_not_start)
{
    WDFTIMER timer = NULL;

    TIMER_NEW(timer, run->device, 10, INHERIT);
    wait_ms(50);
    EXPECT(timer_context(timer)->calls == 0);
    WdfObjectDelete(timer);
}

static BOOLEAN within(ULONGLONG from, ULONGLONG to, LONG least_ms, LONG most_ms)
{
    ULONGLONG passed = to - from;

    return passed >= (ULONGLONG)least_ms * 10000 && passed <= (ULONGLONG)most_ms * 10000;
}

/* nf-wdftimer-wdftimerstart.md */
CHECK(O3_due_time_then_period)
{
    WDFTIMER timer = NULL;
    TIMER_CONTEXT *context;
    ULONGLONG start;

    TIMER_NEW(timer, run->device, 40, INHERIT);
    context = timer_context(timer);
    start = KeQueryInterruptTime();
    EXPECT(WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(100)) == FALSE);
    wait_ms(300);
    EXPECT(WdfTimerStop(timer, TRUE) == TRUE);
    EXPECT(context->calls >= 5);
    EXPECT(within(start, context->at[0], 100, 100 + TICK_MS));
    EXPECT(within(context->at[0], context->at[1], 40 - TICK_MS, 40 + TICK_MS));
    EXPECT(within(context->at[1], context->at[2], 40 - TICK_MS, 40 + TICK_MS));
    EXPECT(within(start, context->at[4], 100 + 4 * 40 - TICK_MS, 100 + 4 * 40 + TICK_MS));
    WdfObjectDelete(timer);
}

CHECK(O3_absolute_due_time)
{
    WDFTIMER timer = NULL;
    LARGE_INTEGER now;

    TIMER_NEW(timer, run->device, 0, INHERIT);
    KeQuerySystemTime(&now);
    WdfTimerStart(timer, now.QuadPart + WDF_ABS_TIMEOUT_IN_MS(200));
    wait_ms(150);
    EXPECT(timer_context(timer)->calls == 0);
    wait_ms(100);
    EXPECT(timer_context(timer)->calls == 1);
    WdfObjectDelete(timer);
}

CHECK(O4_start_after_expiry)
{
    WDFTIMER once = NULL, periodic = NULL;

    TIMER_NEW(once, run->device, 0, INHERIT);
    EXPECT(WdfTimerStart(once, WDF_REL_TIMEOUT_IN_MS(5)) == FALSE);
    wait_ms(50);
    EXPECT(timer_context(once)->calls == 1);
    EXPECT(WdfTimerStart(once, WDF_REL_TIMEOUT_IN_MS(5)) == FALSE);
    EXPECT(WdfTimerStart(once, WDF_REL_TIMEOUT_IN_MS(500)) == TRUE);
    wait_ms(50);
    EXPECT(timer_context(once)->calls == 1); /* armed anew with the new due time */
    WdfObjectDelete(once);
    TIMER_NEW(periodic, run->device, 40, INHERIT);
    EXPECT(WdfTimerStart(periodic, WDF_REL_TIMEOUT_IN_MS(5)) == FALSE);
    wait_ms(100);
    EXPECT(timer_context(periodic)->calls >= 2);
    EXPECT(WdfTimerStart(periodic, WDF_REL_TIMEOUT_IN_MS(5)) == TRUE);
    WdfObjectDelete(periodic);
}

/* nf-wdftimer-wdftimerstop.md */
CHECK(O5_what_stop_returns)
{
    WDFTIMER once = NULL, periodic = NULL;
    LONG calls;

    TIMER_NEW(once, run->device, 0, INHERIT);
    WdfTimerStart(once, WDF_REL_TIMEOUT_IN_MS(5));
    wait_ms(50);
    EXPECT(WdfTimerStop(once, FALSE) == FALSE);
    WdfObjectDelete(once);
    TIMER_NEW(periodic, run->device, 20, INHERIT);
    WdfTimerStart(periodic, WDF_REL_TIMEOUT_IN_MS(20));
    wait_ms(100);
    EXPECT(WdfTimerStop(periodic, TRUE) == TRUE);
    calls = timer_context(periodic)->calls;
    wait_ms(100);
    EXPECT(timer_context(periodic)->calls == calls);
    EXPECT(WdfTimerStop(periodic, TRUE) == FALSE);
    WdfObjectDelete(periodic);
}

CHECK(O6_stop_waits_if_asked)
{
    WDFTIMER timer = NULL;
    TIMER_CONTEXT *context;

    TIMER_NEW(timer, run->device, 0, WdfExecutionLevelPassive);
    context = timer_context(timer);
    context->wait_ms = 100;
    WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(5));
    wait_ms(50);
    EXPECT(context->calls == 1 && context->finished == 0);
    EXPECT(WdfTimerStop(timer, FALSE) == FALSE);
    EXPECT(context->finished == 0);
    EXPECT(WdfTimerStop(timer, TRUE) == FALSE);
    EXPECT(context->finished == 1);
    WdfObjectDelete(timer);
}

CHECK(O8_a_callback_starts_its_timer_again)
{
    WDFTIMER timer = NULL;

    TIMER_NEW(timer, run->device, 0, INHERIT);
    timer_context(timer)->again = 3;
    WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(5));
    wait_ms(200);
    EXPECT(timer_context(timer)->calls == 4);
    WdfObjectDelete(timer);
}

/* nc-wdftimer-evt_wdf_timer.md */
CHECK(O9_level_of_the_callback)
{
    WDFTIMER dpc = NULL, passive = NULL;

    TIMER_NEW(dpc, run->device, 0, INHERIT);
    WdfTimerStart(dpc, WDF_REL_TIMEOUT_IN_MS(5));
    wait_ms(50);
    EXPECT(timer_context(dpc)->calls == 1 && timer_context(dpc)->irql == DISPATCH_LEVEL);
    WdfObjectDelete(dpc);
    TIMER_NEW(passive, run->device, 0, WdfExecutionLevelPassive);
    WdfTimerStart(passive, WDF_REL_TIMEOUT_IN_MS(5));
    wait_ms(50);
    EXPECT(timer_context(passive)->calls == 1 && timer_context(passive)->irql == PASSIVE_LEVEL);
    WdfObjectDelete(passive);
}

/* ns-wdftimer-_wdf_timer_config.md */
CHECK(O11_tolerable_delay)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    TIMER_CONTEXT *context;
    WDFTIMER timer = NULL;
    ULONGLONG start;

    WDF_TIMER_CONFIG_INIT_PERIODIC(&config, evt_timer, 100);
    config.AutomaticSerialization = FALSE;
    config.TolerableDelay = 30;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, TIMER_CONTEXT);
    attributes.ParentObject = run->device;
    EXPECT_STATUS(WdfTimerCreate(&config, &attributes, &timer), STATUS_SUCCESS);
    if (!timer)
        return;
    context = timer_context(timer);
    start = KeQueryInterruptTime();
    WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(100));
    wait_ms(500);
    WdfTimerStop(timer, TRUE);
    EXPECT(context->calls >= 3);
    EXPECT(within(start, context->at[0], 100, 130 + TICK_MS));
    EXPECT(within(context->at[0], context->at[1], 70 - TICK_MS, 130 + TICK_MS));
    EXPECT(within(context->at[1], context->at[2], 70 - TICK_MS, 130 + TICK_MS));
    WdfObjectDelete(timer);
}

CHECK(O12_a_high_resolution_timer)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    WDFTIMER timer = NULL;
    ULONGLONG start;

    WDF_TIMER_CONFIG_INIT(&config, evt_timer);
    config.AutomaticSerialization = FALSE;
    config.UseHighResolutionTimer = WdfTrue;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, TIMER_CONTEXT);
    attributes.ParentObject = run->device;
    EXPECT_STATUS(WdfTimerCreate(&config, &attributes, &timer), STATUS_SUCCESS);
    if (!timer)
        return;
    start = KeQueryInterruptTime();
    WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(3));
    wait_ms(50);
    EXPECT(timer_context(timer)->calls == 1);
    EXPECT(within(start, timer_context(timer)->at[0], 3, 3 + TICK_MS));
    WdfObjectDelete(timer);
}

/* nc-wdfobject-evt_wdf_object_context_cleanup.md; P7 says the same of deletion in general. */
CHECK(O13_P7_deletion_waits_for_a_running_callback)
{
    WDFTIMER timer = NULL;

    TIMER_NEW(timer, run->device, 0, WdfExecutionLevelPassive);
    timer_context(timer)->wait_ms = 100;
    WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(5));
    wait_ms(50);
    EXPECT(timer_context(timer)->calls == 1 && timer_context(timer)->finished == 0);
    WdfObjectDelete(timer);
    wait_ms(200);
    EXPECT(cleanups == 1 && finished_at_cleanup == 1);
    EXPECT(cleanup_irql == PASSIVE_LEVEL);
}

/* using-timers.md */
CHECK(O14_a_timer_stops_with_its_parent)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFOBJECT parent = NULL;
    WDFTIMER timer = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = run->device;
    EXPECT_STATUS(WdfObjectCreate(&attributes, &parent), STATUS_SUCCESS);
    TIMER_NEW(timer, parent, 20, INHERIT);
    WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(20));
    wait_ms(110);
    EXPECT(timer_context(timer)->calls >= 3);
    WdfObjectDelete(parent);
    EXPECT(cleanups == 1); /* nothing is left to call back: the context would be gone */
    wait_ms(100);
}
