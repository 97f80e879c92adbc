/* SPDX-License-Identifier: MIT */
/* Cancel-safe queues. Page: kernel/cancel-safe-irp-queues. */
#include "nt/io/io.h"
#include <csq.h>

/* While an IRP is in the queue, DriverContext[3] says where: the caller's context (which points back to the IRP), or
 * the queue itself. Both begin with a type. */
static PIO_CSQ queue_of(PIRP irp)
{
    ULONG *type = irp->Tail.Overlay.DriverContext[3];
    if (*type == IO_TYPE_CSQ_IRP_CONTEXT)
        return ((PIO_CSQ_IRP_CONTEXT)type)->Csq;
    nt_assert(*type == IO_TYPE_CSQ || *type == IO_TYPE_CSQ_EX, "an IRP in a cancel-safe queue knows its queue");
    return (PIO_CSQ)type;
}

/* Takes the IRP out of what is known about it; the queue's lock is held. */
static void forget(PIRP irp)
{
    ULONG *type = irp->Tail.Overlay.DriverContext[3];
    if (*type == IO_TYPE_CSQ_IRP_CONTEXT)
        ((PIO_CSQ_IRP_CONTEXT)type)->Irp = NULL;
    irp->Tail.Overlay.DriverContext[3] = NULL;
}

static VOID NTAPI csq_cancel(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    (void)DeviceObject;
    KIRQL irql;
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    PIO_CSQ queue = queue_of(Irp);
    queue->CsqAcquireLock(queue, &irql);
    queue->CsqRemoveIrp(queue, Irp);
    forget(Irp);
    queue->CsqReleaseLock(queue, irql);
    queue->CsqCompleteCanceledIrp(queue, Irp);
}

static NTSTATUS initialize(PIO_CSQ queue, ULONG type, PVOID insert, PIO_CSQ_REMOVE_IRP remove,
                           PIO_CSQ_PEEK_NEXT_IRP peek, PIO_CSQ_ACQUIRE_LOCK acquire, PIO_CSQ_RELEASE_LOCK release,
                           PIO_CSQ_COMPLETE_CANCELED_IRP complete)
{
    nt_argument(queue);
    *queue = (IO_CSQ){.Type = type,
                      .CsqInsertIrp = insert,
                      .CsqRemoveIrp = remove,
                      .CsqPeekNextIrp = peek,
                      .CsqAcquireLock = acquire,
                      .CsqReleaseLock = release,
                      .CsqCompleteCanceledIrp = complete};
    return STATUS_SUCCESS;
}

/* wdm/nf-wdm-iocsqinitialize. IRQL: any. */
NTSTATUS NTAPI IoCsqInitialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP CsqInsertIrp, PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
                               PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp, PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
                               PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
                               PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp)
{
    return initialize(Csq, IO_TYPE_CSQ, (PVOID)CsqInsertIrp, CsqRemoveIrp, CsqPeekNextIrp, CsqAcquireLock,
                      CsqReleaseLock, CsqCompleteCanceledIrp);
}

/* wdm/nf-wdm-iocsqinitializeex. IRQL: any. */
NTSTATUS NTAPI IoCsqInitializeEx(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP_EX CsqInsertIrpEx, PIO_CSQ_REMOVE_IRP CsqRemoveIrp,
                                 PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp, PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock,
                                 PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
                                 PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp)
{
    return initialize(Csq, IO_TYPE_CSQ_EX, (PVOID)CsqInsertIrpEx, CsqRemoveIrp, CsqPeekNextIrp, CsqAcquireLock,
                      CsqReleaseLock, CsqCompleteCanceledIrp);
}

/* wdm/nf-wdm-iocsqinsertirpex. IRQL <= DISPATCH_LEVEL. A refusing CsqInsertIrpEx leaves the IRP with the caller. */
NTSTATUS NTAPI IoCsqInsertIrpEx(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context, PVOID InsertContext)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    KIRQL irql;
    NTSTATUS status = STATUS_SUCCESS;
    Csq->CsqAcquireLock(Csq, &irql);
    PVOID before = Irp->Tail.Overlay.DriverContext[3];
    Irp->Tail.Overlay.DriverContext[3] = Csq;
    if (Context != NULL) {
        *Context = (IO_CSQ_IRP_CONTEXT){.Type = IO_TYPE_CSQ_IRP_CONTEXT, .Irp = Irp, .Csq = Csq};
        Irp->Tail.Overlay.DriverContext[3] = Context;
    }
    if (Csq->Type == IO_TYPE_CSQ_EX)
        status = ((PIO_CSQ_INSERT_IRP_EX)(PVOID)Csq->CsqInsertIrp)(Csq, Irp, InsertContext);
    else
        Csq->CsqInsertIrp(Csq, Irp);
    if (!NT_SUCCESS(status)) {
        Irp->Tail.Overlay.DriverContext[3] = before;
        if (Context != NULL)
            Context->Irp = NULL;
        Csq->CsqReleaseLock(Csq, irql);
        return status;
    }
    IoMarkIrpPending(Irp);
    IoSetCancelRoutine(Irp, csq_cancel);
    if (Irp->Cancel && IoSetCancelRoutine(Irp, NULL) != NULL) {
        /* It was cancelled before; whoever takes the routine away completes the IRP. */
        Csq->CsqRemoveIrp(Csq, Irp);
        forget(Irp);
        Csq->CsqReleaseLock(Csq, irql);
        Csq->CsqCompleteCanceledIrp(Csq, Irp);
        return status;
    }
    Csq->CsqReleaseLock(Csq, irql);
    return status;
}

/* wdm/nf-wdm-iocsqinsertirp. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context)
{
    IoCsqInsertIrpEx(Csq, Irp, Context, NULL);
}

/* wdm/nf-wdm-iocsqremoveirp. IRQL <= DISPATCH_LEVEL. NULL: it is not in the queue any more. */
PIRP NTAPI IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    KIRQL irql;
    Csq->CsqAcquireLock(Csq, &irql);
    PIRP irp = Context->Irp;
    if (irp != NULL && IoSetCancelRoutine(irp, NULL) == NULL)
        irp = NULL; /* its cancel routine runs, or waits for the queue's lock */
    if (irp != NULL) {
        Csq->CsqRemoveIrp(Csq, irp);
        forget(irp);
    }
    Csq->CsqReleaseLock(Csq, irql);
    return irp;
}

/* wdm/nf-wdm-iocsqremovenextirp. IRQL <= DISPATCH_LEVEL. */
PIRP NTAPI IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID PeekContext)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    KIRQL irql;
    Csq->CsqAcquireLock(Csq, &irql);
    PIRP irp = Csq->CsqPeekNextIrp(Csq, NULL, PeekContext);
    while (irp != NULL && IoSetCancelRoutine(irp, NULL) == NULL)
        irp = Csq->CsqPeekNextIrp(Csq, irp, PeekContext);
    if (irp != NULL) {
        Csq->CsqRemoveIrp(Csq, irp);
        forget(irp);
    }
    Csq->CsqReleaseLock(Csq, irql);
    return irp;
}
