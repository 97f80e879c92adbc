/* SPDX-License-Identifier: MIT */
/* The kernel seam over a kernel that does what the documentation says. */
#include "wdf/port.h"

static VOID NTAPI work_routine(PVOID parameter)
{
    struct port_work *work = parameter;
    void (*run)(void *context) = work->run;
    void *context = work->context;

    /* From here on the work may be queued again, or its memory be gone. */
    run(context);
}

void port_work_init(struct port_work *work, void (*run)(void *context), void *context)
{
    work->run = run;
    work->context = context;
    ExInitializeWorkItem(&work->item, work_routine, work);
}

void port_work_queue(struct port_work *work)
{
    FX_ASSERT(work->run != NULL);
    ExInitializeWorkItem(&work->item, work_routine, work);
    ExQueueWorkItem(&work->item, DelayedWorkQueue);
}

void port_dpc_init(struct port_dpc *dpc, PKDEFERRED_ROUTINE routine, void *context)
{
    KeInitializeDpc(&dpc->dpc, routine, context);
}

BOOLEAN port_dpc_queue(struct port_dpc *dpc)
{
    return KeInsertQueueDpc(&dpc->dpc, NULL, NULL);
}

BOOLEAN port_dpc_remove(struct port_dpc *dpc)
{
    return KeRemoveQueueDpc(&dpc->dpc);
}

void port_dpc_flush(void)
{
    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    KeFlushQueuedDpcs();
}

void port_timer_init(struct port_timer *timer, PKDEFERRED_ROUTINE routine, void *context)
{
    port_dpc_init(&timer->dpc, routine, context);
    KeInitializeTimerEx(&timer->timer, NotificationTimer);
}

BOOLEAN port_timer_set(struct port_timer *timer, LONG64 due, ULONG period_ms, ULONG tolerance_ms)
{
    LARGE_INTEGER time = {.QuadPart = due};

    if (tolerance_ms)
        return KeSetCoalescableTimer(&timer->timer, time, period_ms, tolerance_ms, &timer->dpc.dpc);
    return KeSetTimerEx(&timer->timer, time, (LONG)period_ms, &timer->dpc.dpc);
}

BOOLEAN port_timer_cancel(struct port_timer *timer)
{
    return KeCancelTimer(&timer->timer);
}

BOOLEAN port_spin_try(KSPIN_LOCK *lock)
{
    FX_ASSERT(KeGetCurrentIrql() >= DISPATCH_LEVEL);
    return KeTryToAcquireSpinLockAtDpcLevel(lock);
}
