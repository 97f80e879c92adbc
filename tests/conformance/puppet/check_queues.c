/* SPDX-License-Identifier: MIT */
/* Queues that are deleted while their callbacks are on the way to a worker, and DPCs and timers that go on by
 * themselves. */
#include "puppet_driver.h"

typedef struct {
    LONG calls;
    LONG wait_ms; /* how long a callback takes */
    KIRQL irql;
    BOOLEAN deletes;
} QUEUES_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(QUEUES_CONTEXT, queues_context)

static LONG calls, calls_at_cleanup, cleanups;

static void wait_ms(LONG milliseconds)
{
    LARGE_INTEGER interval = {.QuadPart = WDF_REL_TIMEOUT_IN_MS(milliseconds)};

    KeDelayExecutionThread(KernelMode, FALSE, &interval);
}

static VOID evt_cleanup(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    calls_at_cleanup = calls;
    InterlockedIncrement(&cleanups);
}

static VOID evt_state(WDFQUEUE Queue, WDFCONTEXT Context)
{
    QUEUES_CONTEXT *context = queues_context(Queue);

    UNREFERENCED_PARAMETER(Context);
    context->irql = KeGetCurrentIrql();
    InterlockedIncrement(&context->calls);
    if (context->wait_ms)
        wait_ms(context->wait_ms);
    if (context->deletes)
        WdfObjectDelete(Queue);
    InterlockedIncrement(&calls);
}

static WDFQUEUE queue_new(struct check_run *run, WDF_EXECUTION_LEVEL level, WDF_SYNCHRONIZATION_SCOPE scope)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    WDFQUEUE queue = NULL;

    calls = calls_at_cleanup = cleanups = 0;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, QUEUES_CONTEXT);
    attributes.ExecutionLevel = level;
    attributes.SynchronizationScope = scope;
    attributes.EvtCleanupCallback = evt_cleanup;
    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchManual);
    config.PowerManaged = WdfFalse;
    EXPECT_STATUS(WdfIoQueueCreate(run->device, &config, &attributes, &queue), STATUS_SUCCESS);
    return queue;
}

static void stop_at_dispatch(WDFQUEUE queue)
{
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    WdfIoQueueStop(queue, evt_state, NULL);
    KeLowerIrql(irql);
}

/* nc-wdfio-evt_wdf_io_queue_state.md: the callback needs a worker; the deletion waits for it. */
CHECK(A14_E22_deletion_waits_for_a_callback_on_a_worker)
{
    WDFQUEUE queue = queue_new(run, WdfExecutionLevelPassive, WdfSynchronizationScopeQueue);

    queues_context(queue)->wait_ms = 5;
    stop_at_dispatch(queue);
    WdfObjectDelete(queue);
    EXPECT(calls == 1);
    EXPECT(cleanups == 1 && calls_at_cleanup == 1);
}

/* The same where no lock keeps callbacks apart. */
CHECK(A14_E22_deletion_waits_without_a_lock_too)
{
    WDFQUEUE queue = queue_new(run, WdfExecutionLevelPassive, WdfSynchronizationScopeNone);

    queues_context(queue)->wait_ms = 5;
    stop_at_dispatch(queue);
    WdfObjectDelete(queue);
    EXPECT(calls == 1);
    EXPECT(cleanups == 1 && calls_at_cleanup == 1);
}

/* deleting-i-o-queues.md: the callback says that the queue is empty, which is when it may be deleted. */
CHECK(A14_E22_a_queue_is_deleted_in_its_own_callback_on_a_worker)
{
    WDFQUEUE queue = queue_new(run, WdfExecutionLevelPassive, WdfSynchronizationScopeQueue);

    queues_context(queue)->deletes = TRUE;
    WdfObjectReference(queue);
    stop_at_dispatch(queue);
    for (int i = 0; i < 100 && !calls; i++)
        wait_ms(1);
    EXPECT(calls == 1 && cleanups == 1);
    EXPECT(queues_context(queue)->irql == PASSIVE_LEVEL);
    WdfObjectDereference(queue);
}

static VOID evt_dpc_again(WDFDPC Dpc)
{
    if (++calls < 50)
        WdfDpcEnqueue(Dpc);
}

/* nc-wdfobject-evt_wdf_object_context_cleanup.md */
CHECK(P7_a_dpc_that_goes_on_by_itself_can_be_deleted)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_DPC_CONFIG config;
    WDFDPC dpc = NULL;
    KIRQL irql;

    calls = cleanups = 0;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = run->device;
    attributes.EvtCleanupCallback = evt_cleanup;
    WDF_DPC_CONFIG_INIT(&config, evt_dpc_again);
    EXPECT_STATUS(WdfDpcCreate(&config, &attributes, &dpc), STATUS_SUCCESS);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    WdfDpcEnqueue(dpc);
    KeLowerIrql(irql);
    WdfObjectDelete(dpc);
    EXPECT(cleanups == 1);
    irql = (KIRQL)(calls_at_cleanup != calls);
    wait_ms(2);
    EXPECT(!irql && calls == calls_at_cleanup);
}

static VOID evt_timer_again(WDFTIMER Timer)
{
    InterlockedIncrement(&calls);
    wait_ms(5);
    WdfTimerStart(Timer, WDF_REL_TIMEOUT_IN_MS(1));
}

/* nf-wdftimer-wdftimerstop.md */
CHECK(O6_stop_waits_for_a_callback_that_starts_its_timer_again)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    WDFTIMER timer = NULL;
    LONG before;

    calls = 0;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = run->device;
    attributes.ExecutionLevel = WdfExecutionLevelPassive;
    WDF_TIMER_CONFIG_INIT(&config, evt_timer_again);
    config.AutomaticSerialization = FALSE;
    EXPECT_STATUS(WdfTimerCreate(&config, &attributes, &timer), STATUS_SUCCESS);
    WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(1));
    for (int i = 0; i < 100 && !calls; i++)
        wait_ms(1);
    WdfTimerStop(timer, TRUE);
    before = calls;
    wait_ms(20);
    EXPECT(before > 0 && calls == before);
    WdfObjectDelete(timer);
}
