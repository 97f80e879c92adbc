/* SPDX-License-Identifier: MIT */
/* WDFTIMER: using-timers (O1 to O14). */
#include "wdf/queue.h"

struct timer {
    struct object object;
    PFN_WDF_TIMER callback;
    ULONG period_ms;
    ULONG tolerance_ms;
    BOOLEAN passive; /* the callback runs on a worker */
    BOOLEAN stopped; /* being deleted: expiries do nothing */
    BOOLEAN high_resolution;
    LONG work_queued;
    struct presentation *serialised; /* NULL: no lock */
    struct port_timer timer;
    struct port_work work;
    struct activity activity;
};

#define timer_from_handle(handle) CONTAINING_RECORD(object_from_handle((handle), OBJECT_TIMER), struct timer, object)

static void call_timer(struct timer *timer)
{
    struct presentation_entry entry;
    struct fx_callback_guard guard;

    if (timer->serialised)
        presentation_enter(timer->serialised, &entry, "A timer's callback");
    activity_runs(&timer->activity);
    fx_callback_enter(&guard);
    if (!timer->stopped)
        timer->callback((WDFTIMER)timer->object.self);
    fx_callback_leave(&guard, "EvtTimerFunc", (void *)timer->callback);
    if (timer->serialised)
        presentation_leave(timer->serialised, &entry);
}

static void timer_work(void *context)
{
    struct timer *timer = context;

    (void)InterlockedExchange(&timer->work_queued, 0);
    call_timer(timer);
    activity_end(&timer->activity);
}

static VOID NTAPI timer_expired(PKDPC dpc, PVOID context, PVOID argument1, PVOID argument2)
{
    struct timer *timer = context;

    (void)dpc;
    (void)argument1;
    (void)argument2;
    if (timer->passive && InterlockedExchange(&timer->work_queued, 1))
        return; /* the run that is already on its way serves for this expiry too */
    activity_begin(&timer->activity);
    if (timer->passive) {
        port_work_queue(&timer->work);
        return;
    }
    call_timer(timer);
    activity_end(&timer->activity);
}

/* Returns when the callback has ended, with a timer that the callback has set again cancelled too. */
static BOOLEAN cancel_and_wait(struct timer *timer)
{
    BOOLEAN was_set = port_timer_cancel(&timer->timer);

    do {
        port_dpc_flush();
        activity_wait(&timer->activity);
    } while (port_timer_cancel(&timer->timer));
    return was_set;
}

/* O13: the timer stops and its callback ends before the cleanup callback. */
static void timer_stop(struct object *object)
{
    struct timer *timer = CONTAINING_RECORD(object, struct timer, object);

    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    timer->stopped = TRUE;
    if (activity_mine(&timer->activity))
        fx_violation(WDF_VERIFIER_FATAL_ERROR, 0, 0, "Deadlock",
                     "A timer is deleted by its own EvtTimerFunc, which the deletion waits for. Delete it elsewhere.");
    (void)cancel_and_wait(timer);
}

static const struct object_ops timer_ops = {.stop = timer_stop};

static NTSTATUS check_config(const WDF_TIMER_CONFIG *config, BOOLEAN passive)
{
    if (config->Size != sizeof *config)
        return STATUS_INFO_LENGTH_MISMATCH;
    if (!config->EvtTimerFunc || (LONG)config->Period < 0)
        return STATUS_INVALID_PARAMETER;
    if (passive && config->Period)
        return STATUS_INVALID_PARAMETER; /* O1 */
    if ((LONG)config->TolerableDelay < 0 && config->TolerableDelay != TolerableDelayUnlimited)
        return STATUS_INVALID_PARAMETER;
    if (config->UseHighResolutionTimer == WdfTrue && config->TolerableDelay)
        return STATUS_INVALID_PARAMETER; /* O12 */
    return STATUS_SUCCESS;
}

/* wdftimer/nf-wdftimer-wdftimercreate. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfTimerCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PWDF_TIMER_CONFIG Config, PWDF_OBJECT_ATTRIBUTES Attributes,
                        WDFTIMER *Timer)
{
    BOOLEAN passive = Attributes && Attributes->ExecutionLevel == WdfExecutionLevelPassive;
    struct object_config config = {.globals = fx_globals_of(DriverGlobals),
                                   .type = OBJECT_TIMER,
                                   .bytes = sizeof(struct timer),
                                   .attributes = Attributes,
                                   .ops = &timer_ops,
                                   .flags = OBJECT_EXPLICIT};
    struct presentation *serialised;
    struct object *parent, *object;
    struct timer *timer;
    NTSTATUS status;

    FX_IRQL_OF(WdfTimerCreate);
    FX_REQUIRE(Config);
    FX_REQUIRE(Timer);
    *Timer = NULL;
    status = check_config(Config, passive);
    if (NT_SUCCESS(status))
        status = object_attributes_check(&config, &parent);
    if (NT_SUCCESS(status))
        status = sync_serialise_with(parent, Config->AutomaticSerialization, passive, &serialised);
    if (NT_SUCCESS(status))
        status = object_alloc(&config, &object, &parent);
    if (!NT_SUCCESS(status))
        return status;
    timer = CONTAINING_RECORD(object, struct timer, object);
    timer->callback = Config->EvtTimerFunc;
    timer->period_ms = Config->Period;
    timer->tolerance_ms = Config->TolerableDelay == TolerableDelayUnlimited ? 0 : Config->TolerableDelay;
    timer->passive = passive;
    timer->high_resolution = Config->UseHighResolutionTimer == WdfTrue;
    timer->serialised = serialised;
    port_timer_init(&timer->timer, timer_expired, timer);
    port_work_init(&timer->work, timer_work, timer);
    activity_init(&timer->activity);
    status = object_join(object, parent);
    if (NT_SUCCESS(status))
        *Timer = (WDFTIMER)object->self;
    return status;
}

/* wdftimer/nf-wdftimer-wdftimerstart. IRQL <= DISPATCH_LEVEL. O3, O4. */
BOOLEAN WdfTimerStart(PWDF_DRIVER_GLOBALS DriverGlobals, WDFTIMER Timer, LONGLONG DueTime)
{
    struct timer *timer = timer_from_handle(Timer);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfTimerStart);
    if (timer->high_resolution && DueTime > 0)
        fx_violation(WDF_VERIFIER_FATAL_ERROR, 0, 0, NULL,
                     "%s was called with an absolute time for a high-resolution timer, which takes relative "
                     "(negative) ones only.",
                     __func__);
    if (timer->object.flags & OBJECT_DELETING)
        return FALSE;
    return port_timer_set(&timer->timer, DueTime, timer->period_ms, timer->tolerance_ms);
}

/* wdftimer/nf-wdftimer-wdftimerstop. IRQL <= DISPATCH_LEVEL; PASSIVE_LEVEL if Wait. O5 to O7. */
BOOLEAN WdfTimerStop(PWDF_DRIVER_GLOBALS DriverGlobals, WDFTIMER Timer, BOOLEAN Wait)
{
    struct timer *timer = timer_from_handle(Timer);

    (void)DriverGlobals;
    if (Wait && activity_mine(&timer->activity))
        fx_violation(
            WDF_VERIFIER_FATAL_ERROR, 0, 0, "Deadlock",
            "%s was called with Wait = TRUE from the timer's own EvtTimerFunc, which it waits for. Pass FALSE.",
            __func__);
    FX_IRQL(Wait ? PASSIVE_LEVEL : DISPATCH_LEVEL);
    return Wait ? cancel_and_wait(timer) : port_timer_cancel(&timer->timer);
}

/* wdftimer/nf-wdftimer-wdftimergetparentobject. IRQL <= DISPATCH_LEVEL. */
WDFOBJECT WdfTimerGetParentObject(PWDF_DRIVER_GLOBALS DriverGlobals, WDFTIMER Timer)
{
    const struct timer *timer = timer_from_handle(Timer);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfTimerGetParentObject);
    return timer->object.parent->self;
}
