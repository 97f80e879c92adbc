/* SPDX-License-Identifier: MIT */
/* Deferred procedure calls: a queue and a context per processor. */
#include "nt/ke/timer.h"
#include "nt/ke/ke.h"

struct dpc_queue {
    LIST_ENTRY entries;
    uint32_t context;
    bool running; /* a routine is being called: the context need not be made ready again */
};
static struct dpc_queue queues[MACHINE_PROCESSORS_MAX];
enum { DPC_TYPE = 0x13, DPC_TYPE_THREADED = 0x1a };

static uint32_t processor_of(PKDPC dpc)
{
    return dpc->Number != 0 ? (uint32_t)dpc->Number - 1 : nt_page->processor;
}

static void dpc_run(void *argument)
{
    struct dpc_queue *queue = argument;
    for (;;) {
        while (!IsListEmpty(&queue->entries)) {
            PKDPC dpc = CONTAINING_RECORD(RemoveHeadList(&queue->entries), KDPC, DpcListEntry);
            PKDEFERRED_ROUTINE routine = dpc->DeferredRoutine;
            PVOID context = dpc->DeferredContext, first = dpc->SystemArgument1, second = dpc->SystemArgument2;
            dpc->DpcData = NULL; /* from here on it may be queued again, or freed */
            queue->running = true;
            routine(dpc, context, first, second);
            queue->running = false;
            if (nt_unlikely(nt_irql() != DISPATCH_LEVEL))
                nt_bugcheck(IRQL_UNEXPECTED_VALUE, nt_irql(), DISPATCH_LEVEL, (ULONG64)(uintptr_t)routine, 0,
                            "WrongIrql", dpc, "A DPC routine of %s returned at IRQL %d; it was called at %d.",
                            nt_image_name((void *)(uintptr_t)routine), nt_irql(), DISPATCH_LEVEL);
            nt_point(MACHINE_POINT_DPC, dpc);
        }
        machine_block(MACHINE_POINT_DPC, queue);
    }
}

void dpc_start(void)
{
    for (uint32_t i = 0; i < nt_page->processors; i++) {
        char name[] = "DPC 0";
        name[sizeof(name) - 2] = (char)('0' + i);
        PETHREAD thread = ps_dpc_thread_make(name);
        struct machine_context_config config = {
            .name = name,
            .kind = MACHINE_CONTEXT_DPC,
            .processor = (int32_t)i,
            .entry = dpc_run,
            .argument = &queues[i],
            .thread = thread,
            .irql = DISPATCH_LEVEL,
        };
        InitializeListHead(&queues[i].entries);
        queues[i].context = machine_context_create(&config);
        thread->Tcb.context = queues[i].context;
        nt_assert(queues[i].context != 0, "the machine has room for a DPC context per processor");
    }
}

/* wdm: KeInitializeDpc. Any IRQL. */
VOID NTAPI KeInitializeDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext)
{
    nt_argument(Dpc);
    nt_argument(DeferredRoutine);
    Dpc->Type = DPC_TYPE;
    Dpc->Importance = MediumImportance;
    Dpc->Number = 0;
    Dpc->DeferredRoutine = DeferredRoutine;
    Dpc->DeferredContext = DeferredContext;
    Dpc->DpcData = NULL;
}

/* wdm: KeInitializeThreadedDpc. Any IRQL. As where threaded DPCs are switched off: it runs as an ordinary one. */
VOID NTAPI KeInitializeThreadedDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext)
{
    KeInitializeDpc(Dpc, DeferredRoutine, DeferredContext);
    Dpc->Type = DPC_TYPE_THREADED;
}

/* wdm: KeSetImportanceDpc. Any IRQL. */
VOID NTAPI KeSetImportanceDpc(PRKDPC Dpc, KDPC_IMPORTANCE Importance)
{
    Dpc->Importance = (UCHAR)Importance;
}

/* wdm: KeSetTargetProcessorDpc. Any IRQL. */
VOID NTAPI KeSetTargetProcessorDpc(PRKDPC Dpc, CCHAR Number)
{
    nt_assert((uint32_t)Number < nt_page->processors, "a DPC's target is a processor of the machine");
    Dpc->Number = (USHORT)(Number + 1);
}

/* wdm: KeSetTargetProcessorDpcEx. Any IRQL. */
NTSTATUS NTAPI KeSetTargetProcessorDpcEx(PKDPC Dpc, PPROCESSOR_NUMBER ProcNumber)
{
    if (ProcNumber->Group != 0 || ProcNumber->Number >= nt_page->processors)
        return STATUS_INVALID_PARAMETER;
    Dpc->Number = (USHORT)(ProcNumber->Number + 1);
    return STATUS_SUCCESS;
}

/* wdm: KeInsertQueueDpc. Any IRQL. FALSE if it is in a queue already. */
BOOLEAN NTAPI KeInsertQueueDpc(PRKDPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2)
{
    if (nt_unlikely(Dpc == NULL || (Dpc->Type != DPC_TYPE && Dpc->Type != DPC_TYPE_THREADED)))
        nt_bugcheck(TIMER_OR_DPC_INVALID, 1, (ULONG64)(uintptr_t)Dpc, 0, 0, NULL, Dpc,
                    "%s queued the DPC at %p, which is not initialized.", nt_image_name(nt_caller()), (void *)Dpc);
    nt_point(MACHINE_POINT_DPC, Dpc);
    if (Dpc->DpcData != NULL)
        return FALSE;
    struct dpc_queue *queue = &queues[processor_of(Dpc)];
    Dpc->SystemArgument1 = SystemArgument1;
    Dpc->SystemArgument2 = SystemArgument2;
    Dpc->DpcData = queue;
    if (Dpc->Importance == HighImportance)
        InsertHeadList(&queue->entries, &Dpc->DpcListEntry);
    else
        InsertTailList(&queue->entries, &Dpc->DpcListEntry);
    if (!queue->running)
        machine_ready(queue->context);
    nt_point(MACHINE_POINT_DPC, Dpc);
    return TRUE;
}

/* wdm: KeRemoveQueueDpc. Any IRQL. TRUE if it was in a queue. */
BOOLEAN NTAPI KeRemoveQueueDpc(PRKDPC Dpc)
{
    nt_argument(Dpc);
    nt_point(MACHINE_POINT_DPC, Dpc);
    if (Dpc->DpcData == NULL)
        return FALSE;
    RemoveEntryList(&Dpc->DpcListEntry);
    Dpc->DpcData = NULL;
    return TRUE;
}

static VOID NTAPI flush_reached(PKDPC dpc, PVOID context, PVOID first, PVOID second)
{
    UNREFERENCED_PARAMETER(dpc);
    UNREFERENCED_PARAMETER(first);
    UNREFERENCED_PARAMETER(second);
    KeSetEvent(context, 0, FALSE);
}

/* wdm: KeFlushQueuedDpcs. PASSIVE_LEVEL. What is queued now has run when it returns: a DPC of ours goes last in line.
 */
VOID NTAPI KeFlushQueuedDpcs(VOID)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    for (uint32_t i = 0; i < nt_page->processors; i++) {
        if (IsListEmpty(&queues[i].entries) && !queues[i].running)
            continue;
        KEVENT reached;
        KDPC dpc;
        KeInitializeEvent(&reached, NotificationEvent, FALSE);
        KeInitializeDpc(&dpc, flush_reached, &reached);
        dpc.Number = (USHORT)(i + 1);
        KeInsertQueueDpc(&dpc, NULL, NULL);
        ke_wait(&reached.Header, NULL);
    }
}

static bool lies_within(const void *address, const void *base, size_t bytes)
{
    return (uintptr_t)address - (uintptr_t)base < bytes;
}

PKDPC dpc_within(const void *base, size_t bytes)
{
    for (uint32_t i = 0; i < nt_page->processors; i++) {
        for (LIST_ENTRY *entry = queues[i].entries.Flink; entry != &queues[i].entries; entry = entry->Flink) {
            PKDPC dpc = CONTAINING_RECORD(entry, KDPC, DpcListEntry);
            if (lies_within(dpc, base, bytes))
                return dpc;
        }
    }
    return NULL;
}

void dpc_left_behind(const void *base, size_t bytes,
                     void (*left)(void *to, const char *what, void *object, void *routine), void *to)
{
    for (uint32_t i = 0; i < nt_page->processors; i++) {
        for (LIST_ENTRY *entry = queues[i].entries.Flink; entry != &queues[i].entries; entry = entry->Flink) {
            PKDPC dpc = CONTAINING_RECORD(entry, KDPC, DpcListEntry);
            void *routine = (void *)(uintptr_t)dpc->DeferredRoutine;
            if (lies_within(dpc, base, bytes) || lies_within(routine, base, bytes))
                left(to, "DPC", dpc, routine);
        }
    }
}

void ke_left_behind(const void *base, size_t bytes,
                    void (*left)(void *to, const char *what, void *object, void *routine), void *to)
{
    timer_left_behind(base, bytes, left, to);
    dpc_left_behind(base, bytes, left, to);
}
