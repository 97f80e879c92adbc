/* SPDX-License-Identifier: MIT */
/* The life of objects. */
#include "puppet_driver.h"

enum { KINDS = 8 };

typedef struct {
    ULONG kind;
} KIND_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(KIND_CONTEXT, kind_context)

static LONG cleanups[KINDS], destroys[KINDS];
static KIRQL cleanup_irql[KINDS], destroy_irql[KINDS];

static void wait_ms(LONG milliseconds)
{
    LARGE_INTEGER interval = {.QuadPart = WDF_REL_TIMEOUT_IN_MS(milliseconds)};

    KeDelayExecutionThread(KernelMode, FALSE, &interval);
}

static VOID evt_cleanup(WDFOBJECT Object)
{
    ULONG kind = kind_context(Object)->kind;

    cleanup_irql[kind] = KeGetCurrentIrql();
    cleanups[kind]++;
}

static VOID evt_destroy(WDFOBJECT Object)
{
    ULONG kind = kind_context(Object)->kind;

    destroy_irql[kind] = KeGetCurrentIrql();
    destroys[kind]++;
}

static void attributes_init(WDF_OBJECT_ATTRIBUTES *attributes, WDFOBJECT parent)
{
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(attributes, KIND_CONTEXT);
    attributes->ParentObject = parent;
    attributes->EvtCleanupCallback = evt_cleanup;
    attributes->EvtDestroyCallback = evt_destroy;
}

static VOID no_timer(WDFTIMER Timer)
{
    UNREFERENCED_PARAMETER(Timer);
}

static VOID no_dpc(WDFDPC Dpc)
{
    UNREFERENCED_PARAMETER(Dpc);
}

static VOID no_work(WDFWORKITEM WorkItem)
{
    UNREFERENCED_PARAMETER(WorkItem);
}

static WDFOBJECT create(struct check_run *run, ULONG kind)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFOBJECT object = NULL;
    WDF_TIMER_CONFIG timer;
    WDF_DPC_CONFIG dpc;
    WDF_WORKITEM_CONFIG work;
    WDF_IO_QUEUE_CONFIG queue;
    DECLARE_CONST_UNICODE_STRING(text, L"text");
    NTSTATUS status;

    attributes_init(&attributes, run->device);
    WDF_TIMER_CONFIG_INIT(&timer, no_timer);
    WDF_DPC_CONFIG_INIT(&dpc, no_dpc);
    WDF_WORKITEM_CONFIG_INIT(&work, no_work);
    work.AutomaticSerialization = FALSE;
    WDF_IO_QUEUE_CONFIG_INIT(&queue, WdfIoQueueDispatchManual);
    switch (kind) {
    case 0:
        status = WdfTimerCreate(&timer, &attributes, (WDFTIMER *)&object);
        break;
    case 1:
        status = WdfDpcCreate(&dpc, &attributes, (WDFDPC *)&object);
        break;
    case 2:
        status = WdfWorkItemCreate(&work, &attributes, (WDFWORKITEM *)&object);
        break;
    case 3:
        status = WdfIoQueueCreate(run->device, &queue, &attributes, (WDFQUEUE *)&object);
        break;
    case 4:
        status = WdfStringCreate(&text, &attributes, (WDFSTRING *)&object);
        break;
    case 5:
        status = WdfMemoryCreate(&attributes, PagedPool, 'tseT', 8, (WDFMEMORY *)&object, NULL);
        break;
    case 6:
        status = WdfSpinLockCreate(&attributes, (WDFSPINLOCK *)&object);
        break;
    default:
        status = WdfObjectCreate(&attributes, &object);
        break;
    }
    EXPECT_STATUS(status, STATUS_SUCCESS);
    if (object) {
        kind_context(object)->kind = kind;
        cleanups[kind] = destroys[kind] = 0;
    }
    return object;
}

/* nc-wdfobject-evt_wdf_object_context_destroy.md: kinds 0 to 5 are cleaned up and destroyed at PASSIVE_LEVEL. P10:
 * WdfObjectDelete may return before. */
CHECK(P6_P10_deletion_at_dispatch)
{
    for (ULONG kind = 0; kind < KINDS; kind++) {
        WDFOBJECT object = create(run, kind);
        KIRQL irql;

        if (!object)
            continue;
        KeRaiseIrql(DISPATCH_LEVEL, &irql);
        WdfObjectDelete(object);
        EXPECT(kind > 5 || (cleanups[kind] == 0 && destroys[kind] == 0));
        KeLowerIrql(irql);
        wait_ms(20);
        EXPECT(cleanups[kind] == 1 && destroys[kind] == 1);
        EXPECT(cleanup_irql[kind] == PASSIVE_LEVEL || (kind > 5 && cleanup_irql[kind] == DISPATCH_LEVEL));
        EXPECT(destroy_irql[kind] == PASSIVE_LEVEL || (kind > 5 && destroy_irql[kind] == DISPATCH_LEVEL));
    }
}

/* framework-object-life-cycle.md */
CHECK(P1_delete_then_the_last_dereference)
{
    WDFOBJECT object = create(run, 7);

    if (!object)
        return;
    WdfObjectReference(object);
    WdfObjectReference(object);
    WdfObjectDelete(object);
    EXPECT(cleanups[7] == 1 && destroys[7] == 0);
    WdfObjectDereference(object);
    EXPECT(destroys[7] == 0);
    EXPECT(kind_context(object)->kind == 7); /* P4: the handle is good until then */
    WdfObjectDereference(object);
    EXPECT(cleanups[7] == 1 && destroys[7] == 1);
}

/* nf-wdfobject-wdfobjectdelete.md: a timer that is deleted is stopped and cleaned up; another thread's later. */
CHECK(P8_the_context_can_be_read_in_destroy)
{
    WDFOBJECT object = create(run, 6);

    if (!object)
        return;
    WdfObjectDelete(object);
    EXPECT(destroys[6] == 1); /* evt_destroy found the kind in the context */
}
