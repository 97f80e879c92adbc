/* SPDX-License-Identifier: MIT */
/* DPCs, work items and the locks that they share with queues. */
#include "puppet_driver.h"

typedef struct {
    LONG calls;
    LONG finished;
    LONG again;    /* how often the callback enqueues its object once more */
    LONG wait_ms;  /* how long a work item takes */
    LONG stall_us; /* how long a DPC takes */
    BOOLEAN deletes;
    KIRQL irql;
} WORK_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(WORK_CONTEXT, work_context)

static LONG cleanups, finished_at_cleanup;
static KIRQL cleanup_irql;

static void wait_ms(LONG milliseconds)
{
    LARGE_INTEGER interval = {.QuadPart = WDF_REL_TIMEOUT_IN_MS(milliseconds)};

    KeDelayExecutionThread(KernelMode, FALSE, &interval);
}

static VOID evt_cleanup(WDFOBJECT Object)
{
    cleanup_irql = KeGetCurrentIrql();
    finished_at_cleanup = work_context(Object)->finished;
    InterlockedIncrement(&cleanups);
}

static VOID evt_dpc(WDFDPC Dpc)
{
    WORK_CONTEXT *context = work_context(Dpc);

    context->irql = KeGetCurrentIrql();
    InterlockedIncrement(&context->calls);
    for (LONG i = 0; i < context->stall_us; i++)
        KeStallExecutionProcessor(1);
    InterlockedIncrement(&context->finished);
}

static VOID evt_work(WDFWORKITEM WorkItem)
{
    WORK_CONTEXT *context = work_context(WorkItem);

    context->irql = KeGetCurrentIrql();
    InterlockedIncrement(&context->calls);
    if (context->again-- > 0)
        WdfWorkItemEnqueue(WorkItem);
    if (context->wait_ms)
        wait_ms(context->wait_ms);
    InterlockedIncrement(&context->finished);
    if (context->deletes)
        WdfObjectDelete(WorkItem);
}

static void attributes_init(WDF_OBJECT_ATTRIBUTES *attributes, WDFOBJECT parent)
{
    cleanups = 0;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(attributes, WORK_CONTEXT);
    attributes->ParentObject = parent;
    attributes->EvtCleanupCallback = evt_cleanup;
}

static WDFDPC dpc_new(struct check_run *run, WDFOBJECT parent, BOOLEAN serialised)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_DPC_CONFIG config;
    WDFDPC dpc = NULL;

    attributes_init(&attributes, parent);
    WDF_DPC_CONFIG_INIT(&config, evt_dpc);
    config.AutomaticSerialization = serialised;
    EXPECT_STATUS(WdfDpcCreate(&config, &attributes, &dpc), STATUS_SUCCESS);
    return dpc;
}

static WDFWORKITEM work_new(struct check_run *run, WDFOBJECT parent, BOOLEAN serialised)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_WORKITEM_CONFIG config;
    WDFWORKITEM work = NULL;

    attributes_init(&attributes, parent);
    WDF_WORKITEM_CONFIG_INIT(&config, evt_work);
    config.AutomaticSerialization = serialised;
    EXPECT_STATUS(WdfWorkItemCreate(&config, &attributes, &work), STATUS_SUCCESS);
    return work;
}

/* -- DPCs ------------------------------------------------------------------------------------------------ */

/* nf-wdfdpc-wdfdpcenqueue.md; a DPC of this processor cannot run before the IRQL falls. */
CHECK(N8_enqueue_says_whether_it_was_queued)
{
    WDFDPC dpc = dpc_new(run, run->device, FALSE);
    KIRQL irql;

    if (!dpc)
        return;
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    EXPECT(WdfDpcEnqueue(dpc) == TRUE);
    EXPECT(WdfDpcEnqueue(dpc) == FALSE);
    EXPECT(work_context(dpc)->calls == 0);
    KeLowerIrql(irql);
    wait_ms(10);
    EXPECT(work_context(dpc)->calls == 1);
    EXPECT(work_context(dpc)->irql == DISPATCH_LEVEL);
    EXPECT(WdfDpcEnqueue(dpc) == TRUE);
    wait_ms(10);
    EXPECT(work_context(dpc)->calls == 2);
    WdfObjectDelete(dpc);
}

/* The number of another processor, for a DPC that runs beside this thread; the thread stays where it is. */
static CCHAR other_processor(KIRQL *ret_irql)
{
    KeRaiseIrql(DISPATCH_LEVEL, ret_irql);
    return (CCHAR)((KeGetCurrentProcessorNumber() + 1) % KeQueryActiveProcessorCount(NULL));
}

static void wait_for_call(WDFDPC dpc)
{
    for (LONG i = 0; i < 1000 && !((volatile WORK_CONTEXT *)work_context(dpc))->calls; i++)
        KeStallExecutionProcessor(1);
}

/* nf-wdfdpc-wdfdpccancel.md */
CHECK(N9_cancel)
{
    WDFDPC dpc = dpc_new(run, run->device, FALSE);
    WORK_CONTEXT *context;
    KIRQL irql;

    if (!dpc)
        return;
    context = work_context(dpc);
    EXPECT(WdfDpcCancel(dpc, FALSE) == FALSE);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    EXPECT(WdfDpcEnqueue(dpc) == TRUE);
    EXPECT(WdfDpcCancel(dpc, FALSE) == TRUE);
    KeLowerIrql(irql);
    wait_ms(10);
    EXPECT(context->calls == 0);
    context->stall_us = 500;
    KeSetTargetProcessorDpc(WdfDpcWdmGetDpc(dpc), other_processor(&irql));
    EXPECT(WdfDpcEnqueue(dpc) == TRUE);
    wait_for_call(dpc);
    EXPECT(context->calls == 1 && context->finished == 0);
    EXPECT(WdfDpcCancel(dpc, FALSE) == FALSE);
    EXPECT(context->finished == 0);
    KeLowerIrql(irql);
    EXPECT(WdfDpcCancel(dpc, TRUE) == FALSE);
    EXPECT(context->finished == 1);
    WdfObjectDelete(dpc);
}

/* Whether a DPC under queue 0 runs on another processor while this thread holds the queue's lock. */
static void dpc_beside_lock(struct check_run *run, BOOLEAN serialised, LONG calls_while_held)
{
    WDFDPC dpc = dpc_new(run, puppet.queue[0], serialised);
    KIRQL irql;

    if (!dpc)
        return;
    KeSetTargetProcessorDpc(WdfDpcWdmGetDpc(dpc), other_processor(&irql));
    WdfObjectAcquireLock(puppet.queue[0]);
    EXPECT(KeGetCurrentIrql() == DISPATCH_LEVEL);
    EXPECT(WdfDpcEnqueue(dpc) == TRUE);
    wait_for_call(dpc);
    EXPECT(work_context(dpc)->calls == calls_while_held);
    WdfObjectReleaseLock(puppet.queue[0]);
    KeLowerIrql(irql);
    wait_ms(10);
    EXPECT(work_context(dpc)->calls == 1);
    WdfObjectDelete(dpc);
}

/* ne-wdfobject-_wdf_synchronization_scope.md; the device: queue 0 with scope Queue. */
CHECK(N7_a_serialised_dpc_takes_the_queue_lock)
{
    dpc_beside_lock(run, TRUE, 0);
}

CHECK(N7_a_dpc_that_is_not_serialised_takes_no_lock)
{
    dpc_beside_lock(run, FALSE, 1);
}

/* Level Passive, scope Device. */
CHECK(N7_M13_a_serialised_work_item_takes_the_device_lock)
{
    WDFWORKITEM work = work_new(run, run->device, TRUE);

    if (!work)
        return;
    WdfObjectAcquireLock(run->device);
    EXPECT(KeGetCurrentIrql() < DISPATCH_LEVEL);
    EXPECT(KeAreApcsDisabled());
    WdfWorkItemEnqueue(work);
    wait_ms(20);
    EXPECT(work_context(work)->calls == 0);
    WdfObjectReleaseLock(run->device);
    EXPECT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    wait_ms(20);
    EXPECT(work_context(work)->calls == 1 && work_context(work)->irql == PASSIVE_LEVEL);
    WdfObjectDelete(work);
}

/* nf-wdfsync-wdfobjectacquirelock.md; level Dispatch. */
CHECK(M13_the_lock_of_a_device_and_of_a_queue)
{
    WdfObjectAcquireLock(run->device);
    EXPECT(KeGetCurrentIrql() == DISPATCH_LEVEL);
    WdfObjectReleaseLock(run->device);
    EXPECT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    WdfObjectAcquireLock(puppet.queue[0]);
    EXPECT(KeGetCurrentIrql() == DISPATCH_LEVEL);
    WdfObjectReleaseLock(puppet.queue[0]);
    EXPECT(KeGetCurrentIrql() == PASSIVE_LEVEL);
}

/* -- work items ------------------------------------------------------------------------------------------ */

/* nf-wdfworkitem-wdfworkitemenqueue.md. Nothing in between waits, so that one processor has not begun the first. */
CHECK(N10_enqueue)
{
    WDFWORKITEM work = work_new(run, run->device, FALSE);
    WORK_CONTEXT *context;

    if (!work)
        return;
    context = work_context(work);
    WdfWorkItemEnqueue(work);
    WdfWorkItemEnqueue(work);
    WdfWorkItemEnqueue(work);
    wait_ms(20);
    EXPECT(context->calls == 1);
    EXPECT(context->irql == PASSIVE_LEVEL);
    context->again = 1;
    WdfWorkItemEnqueue(work);
    wait_ms(20);
    EXPECT(context->calls == 3);
    WdfObjectDelete(work);
}

/* nf-wdfworkitem-wdfworkitemflush.md */
CHECK(N11_flush)
{
    WDFWORKITEM work = work_new(run, run->device, FALSE);
    WORK_CONTEXT *context;

    if (!work)
        return;
    context = work_context(work);
    WdfWorkItemFlush(work); /* never queued: at once */
    context->wait_ms = 50;
    WdfWorkItemEnqueue(work);
    WdfWorkItemFlush(work); /* queued */
    EXPECT(context->finished == 1);
    WdfWorkItemEnqueue(work);
    wait_ms(20);
    EXPECT(context->calls == 2 && context->finished == 1);
    WdfWorkItemFlush(work); /* running */
    EXPECT(context->finished == 2);
    WdfObjectDelete(work);
}

/* using-framework-work-items.md */
CHECK(N12_deletion)
{
    WDFWORKITEM work = work_new(run, run->device, FALSE);

    if (!work)
        return;
    WdfObjectDelete(work); /* not queued */
    EXPECT(cleanups == 1 && cleanup_irql == PASSIVE_LEVEL);
    work = work_new(run, run->device, FALSE);
    WdfWorkItemEnqueue(work);
    WdfObjectDelete(work); /* queued: it runs first */
    EXPECT(cleanups == 1 && finished_at_cleanup == 1);
    work = work_new(run, run->device, FALSE);
    work_context(work)->wait_ms = 50;
    WdfWorkItemEnqueue(work);
    wait_ms(20);
    WdfObjectDelete(work); /* running: waits */
    EXPECT(cleanups == 1 && finished_at_cleanup == 1);
}

CHECK(N12_deletion_in_its_own_callback)
{
    WDFWORKITEM work = work_new(run, run->device, FALSE);

    if (!work)
        return;
    work_context(work)->deletes = TRUE;
    WdfWorkItemEnqueue(work);
    wait_ms(50);
    EXPECT(cleanups == 1 && finished_at_cleanup == 1);
}

/* Level Passive, scope Device: EvtIoQueueState, asked for by another thread, comes when the lock is free. */
CHECK(M13_handlers_wait_for_the_lock)
{
    WdfObjectAcquireLock(run->device);
    WdfIoQueueStop(puppet.queue[0], puppet_evt_state, &puppet);
    log_event(EVENT_LOG, 0, 1);
    WdfObjectReleaseLock(run->device);
    EXPECT(KeGetCurrentIrql() == PASSIVE_LEVEL);
}
