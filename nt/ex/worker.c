/* SPDX-License-Identifier: MIT */
/*
 * System worker threads. Two to begin with; another one whenever items wait and every worker is blocked within its
 * item, so that an item may wait for one that is queued behind it.
 */
#include "nt/ke/ke.h"
#include "nt/ex/ex.h"
#include "nt/ex/worker.h"
#include "nt/rtl/format.h"

enum { WORKERS_FIRST = 2, WORKERS_MAX = 64 };
static LIST_ENTRY items;
static KSEMAPHORE items_ready;
static unsigned workers, workers_idle, workers_blocked;

static VOID NTAPI worker_run(PVOID argument)
{
    UNREFERENCED_PARAMETER(argument);
    PKTHREAD self = KeGetCurrentThread();
    for (;;) {
        self->is_worker = false; /* waiting for work is not being blocked */
        workers_idle++;
        ke_wait(&items_ready.Header, NULL);
        workers_idle--;
        self->is_worker = true;
        PWORK_QUEUE_ITEM item = CONTAINING_RECORD(RemoveHeadList(&items), WORK_QUEUE_ITEM, List);
        PWORKER_THREAD_ROUTINE routine = item->WorkerRoutine;
        item->List.Flink = NULL; /* from here on the item is its owner's again */
        routine(item->Parameter);
        if (nt_unlikely(nt_irql() != PASSIVE_LEVEL))
            nt_bugcheck(WORKER_THREAD_RETURNED_AT_BAD_IRQL, (ULONG64)(uintptr_t)routine, nt_irql(),
                        (ULONG64)(uintptr_t)item, 0, "WrongIrql", item,
                        "A work item's routine in %s returned at IRQL %d; it was called at PASSIVE_LEVEL.",
                        nt_image_name((void *)(uintptr_t)routine), nt_irql());
        if (nt_unlikely(KeAreApcsDisabled()))
            nt_bugcheck(WORKER_INVALID, (ULONG64)(uintptr_t)routine, (ULONG64)(uintptr_t)item, 0, 0, NULL, item,
                        "A work item's routine in %s returned within a critical region or with a mutex.",
                        nt_image_name((void *)(uintptr_t)routine));
    }
}

static void worker_add(void)
{
    char name[PS_NAME_MAX];
    if (workers == WORKERS_MAX)
        return;
    rtl_format(name, sizeof(name), "worker %u", workers);
    if (NT_SUCCESS(ps_thread_create(NULL, name, worker_run, NULL, NULL)))
        workers++;
}

static void worker_add_if_needed(void)
{
    if (!IsListEmpty(&items) && workers_idle == 0 && workers_blocked == workers)
        worker_add();
}

void ex_start(void)
{
    InitializeListHead(&items);
    KeInitializeSemaphore(&items_ready, 0, MAXLONG);
    for (unsigned i = 0; i < WORKERS_FIRST; i++)
        worker_add();
}

void ex_worker_blocks(void)
{
    workers_blocked++;
    worker_add_if_needed();
}

void ex_worker_goes_on(void)
{
    workers_blocked--;
}

void ex_work_queue(PWORK_QUEUE_ITEM item)
{
    InsertTailList(&items, &item->List);
    worker_add_if_needed();
    KeReleaseSemaphore(&items_ready, 0, 1, FALSE);
}

/* wdm: ExQueueWorkItem. IRQL <= DISPATCH_LEVEL. The queues differ in priority only, which no schedule here follows. */
VOID NTAPI ExQueueWorkItem(PWORK_QUEUE_ITEM WorkItem, WORK_QUEUE_TYPE QueueType)
{
    UNREFERENCED_PARAMETER(QueueType);
    nt_argument(WorkItem);
    nt_irql_at_most(DISPATCH_LEVEL);
    if (nt_unlikely(WorkItem->List.Flink != NULL || WorkItem->WorkerRoutine == NULL))
        nt_bugcheck(WORKER_INVALID, (ULONG64)(uintptr_t)WorkItem, 0, 0, 0, NULL, WorkItem,
                    "%s queued the work item at %p, which is queued already or not initialized.",
                    nt_image_name(nt_caller()), (void *)WorkItem);
    ex_work_queue(WorkItem);
}
