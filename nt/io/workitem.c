/* SPDX-License-Identifier: MIT */
/* Work items that hold their driver's object while they are queued. Page: kernel/system-worker-threads. */
#include "nt/io/io.h"
#include "nt/ex/ex.h"

struct _IO_WORKITEM {
    WORK_QUEUE_ITEM item;
    PVOID object;
    PIO_WORKITEM_ROUTINE routine;
    PIO_WORKITEM_ROUTINE_EX routine_ex;
    PVOID context;
    BOOLEAN queued;
};

/* The routine may free the item, so nothing of it is read afterwards. */
static VOID NTAPI run(PVOID parameter)
{
    PIO_WORKITEM item = parameter;
    PVOID object = item->object;
    ULONG_PTR routine = item->routine_ex != NULL ? (ULONG_PTR)item->routine_ex : (ULONG_PTR)item->routine;
    item->queued = FALSE;
    if (item->routine_ex != NULL)
        item->routine_ex(object, item->context, item);
    else
        item->routine(object, item->context);
    if (nt_irql() != PASSIVE_LEVEL)
        nt_bugcheck(0xE1, routine, nt_irql(), (ULONG_PTR)item, 0, "WorkerRoutineIrql", NULL,
                    "A work item's routine returned at IRQL %u.", nt_irql());
    ob_dereference(object);
}

static void queue(PIO_WORKITEM item, PIO_WORKITEM_ROUTINE routine, PIO_WORKITEM_ROUTINE_EX routine_ex, PVOID context)
{
    if (item->queued)
        nt_bugcheck(0xE4, 0, (ULONG_PTR)item, 0, 0, "WorkItemQueuedTwice", item,
                    "A work item was queued that is in the queue already.");
    item->routine = routine;
    item->routine_ex = routine_ex;
    item->context = context;
    item->queued = TRUE;
    ob_reference(item->object);
    ExInitializeWorkItem(&item->item, run, item);
    ex_work_queue(&item->item);
}

/* wdm/nf-wdm-iosizeofworkitem. IRQL: any. */
ULONG NTAPI IoSizeofWorkItem(VOID)
{
    return sizeof(struct _IO_WORKITEM);
}

/* wdm/nf-wdm-ioinitializeworkitem. IRQL: any. */
VOID NTAPI IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM IoWorkItem)
{
    nt_argument(IoObject);
    memset(IoWorkItem, 0, sizeof *IoWorkItem);
    IoWorkItem->object = IoObject;
}

/* wdm/nf-wdm-iouninitializeworkitem. IRQL: any. */
VOID NTAPI IoUninitializeWorkItem(PIO_WORKITEM IoWorkItem)
{
    if (IoWorkItem->queued)
        nt_bugcheck(0xE4, 1, (ULONG_PTR)IoWorkItem, 0, 0, "WorkItemFreedInQueue", IoWorkItem,
                    "A work item was given up while it was queued.");
}

/* wdm/nf-wdm-ioallocateworkitem. IRQL <= DISPATCH_LEVEL. */
PIO_WORKITEM NTAPI IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(DeviceObject);
    PIO_WORKITEM item = ex_allocation_fails() ? NULL : ex_alloc(sizeof *item, IO_TAG);
    if (item != NULL)
        IoInitializeWorkItem(DeviceObject, item);
    return item;
}

/* wdm/nf-wdm-iofreeworkitem. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoFreeWorkItem(PIO_WORKITEM IoWorkItem)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(IoWorkItem);
    IoUninitializeWorkItem(IoWorkItem);
    ex_free(IoWorkItem);
}

/* wdm/nf-wdm-ioqueueworkitem. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType,
                           PVOID Context)
{
    (void)QueueType;
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(WorkerRoutine);
    queue(IoWorkItem, WorkerRoutine, NULL, Context);
}

/* wdm/nf-wdm-ioqueueworkitemex. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoQueueWorkItemEx(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine, WORK_QUEUE_TYPE QueueType,
                             PVOID Context)
{
    (void)QueueType;
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(WorkerRoutine);
    queue(IoWorkItem, NULL, WorkerRoutine, Context);
}
