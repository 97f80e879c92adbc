/* SPDX-License-Identifier: MIT */
/* Cancelling: one IRP, all of a file object, all of a thread. Page: kernel/canceling-irps. */
#include "nt/io/io.h"

static KSPIN_LOCK cancel_lock;
static ULONG sweeps;

/* wdm/nf-wdm-ioacquirecancelspinlock. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoAcquireCancelSpinLock(PKIRQL Irql)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    KeAcquireSpinLock(&cancel_lock, Irql);
}

/* wdm/nf-wdm-ioreleasecancelspinlock. IRQL == DISPATCH_LEVEL. */
VOID NTAPI IoReleaseCancelSpinLock(KIRQL Irql)
{
    if (nt_irql() != DISPATCH_LEVEL)
        nt_irql_wrong("IoReleaseCancelSpinLock", DISPATCH_LEVEL, nt_caller());
    KeReleaseSpinLock(&cancel_lock, Irql);
}

/* The cancel spin lock is held; the cancel routine, or this function, gives it back. No point lies between the caller's
 * look at its list and here, so the IRP is still there. */
static BOOLEAN cancel_locked(PIRP irp, KIRQL irql)
{
    irp->Cancel = TRUE;
    PDRIVER_CANCEL routine = IoSetCancelRoutine(irp, NULL);
    if (routine == NULL) {
        IoReleaseCancelSpinLock(irql);
        return FALSE;
    }
    if (irp->CurrentLocation > irp->StackCount + 1)
        nt_bugcheck(0x48, (ULONG_PTR)irp, (ULONG_PTR)routine, 0, 0, "CompleteWithCancelRoutine", irp,
                    "An IRP was cancelled that had been completed with its cancel routine still set.");
    irp->CancelIrql = irql;
    /* An originator may cancel before it sends: then there is no current location. */
    PDEVICE_OBJECT device =
        irp->CurrentLocation <= irp->StackCount ? irp->Tail.Overlay.CurrentStackLocation->DeviceObject : NULL;
    routine(device, irp);
    if (nt_irql() != irql)
        nt_bugcheck(
            0xC4, 0x115, (ULONG_PTR)routine, irql, nt_irql(), "CancelRoutine", NULL,
            "A cancel routine of %s returned at IRQL %u instead of %u: it must release the cancel spin lock with "
            "Irp->CancelIrql.",
            nt_image_name(routine), nt_irql(), irql);
    return TRUE;
}

/* wdm/nf-wdm-iocancelirp. IRQL <= DISPATCH_LEVEL. The cancel routine gives the lock back. */
BOOLEAN NTAPI IoCancelIrp(PIRP Irp)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(Irp);
    nt_point(MACHINE_POINT_IRP, Irp);
    KIRQL irql;
    IoAcquireCancelSpinLock(&irql);
    if (Irp->Type != IO_TYPE_IRP_)
        nt_bugcheck(0x48, (ULONG_PTR)Irp, 0, 0, 0, "CancelFreedIrp", Irp, "IoCancelIrp was given an IRP that is gone.");
    return cancel_locked(Irp, irql);
}

BOOLEAN io_cancel_picked(io_pick *pick, void *context)
{
    KIRQL irql;
    nt_point(MACHINE_POINT_IRP, context);
    IoAcquireCancelSpinLock(&irql);
    PIRP irp = pick(context);
    if (irp == NULL) {
        IoReleaseCancelSpinLock(irql);
        return FALSE;
    }
    cancel_locked(irp, irql);
    return TRUE;
}

/* Cancelling may complete any IRP of the list, so no position in it survives: the head goes to the tail, marked with
 * the number of this sweep, until a marked one comes to the head. */
struct file_sweep {
    struct io_file *file;
    PEPROCESS process;
    PETHREAD thread;
    ULONG number;
};

static PIRP file_sweep_next(void *context)
{
    struct file_sweep *sweep = context;
    PLIST_ENTRY head = &sweep->file->packets;
    while (!IsListEmpty(head)) {
        struct io_packet *packet = CONTAINING_RECORD(head->Flink, struct io_packet, file_link);
        if (packet->sweep == sweep->number)
            return NULL;
        packet->sweep = sweep->number;
        RemoveEntryList(&packet->file_link);
        InsertTailList(head, &packet->file_link);
        PETHREAD owner = packet->irp.Tail.Overlay.Thread;
        if ((sweep->thread == NULL || owner == sweep->thread) &&
            (sweep->process == NULL || (owner != NULL && owner->process == sweep->process)))
            return &packet->irp;
    }
    return NULL;
}

ULONG io_cancel_file(PFILE_OBJECT file, PEPROCESS process, PETHREAD thread)
{
    struct file_sweep sweep = {.file = IO_FILE(file), .process = process, .thread = thread, .number = ++sweeps};
    ULONG found = 0;
    while (io_cancel_picked(file_sweep_next, &sweep))
        found++;
    return found;
}

static BOOLEAN blocks_its_thread(PIRP irp)
{
    PFILE_OBJECT file = irp->Tail.Overlay.OriginalFileObject;
    return (irp->Flags & IRP_CREATE_OPERATION) || (irp->Flags & IRP_SYNCHRONOUS_API) ||
           (file != NULL && (file->Flags & FO_SYNCHRONOUS_IO));
}

struct thread_sweep {
    PETHREAD thread;
    ULONG number;
    BOOLEAN only_synchronous;
};

static PIRP thread_sweep_next(void *context)
{
    struct thread_sweep *sweep = context;
    PLIST_ENTRY head = &sweep->thread->irp_list;
    while (!IsListEmpty(head)) {
        PIRP irp = CONTAINING_RECORD(head->Flink, IRP, ThreadListEntry);
        struct io_packet *packet = IO_PACKET(irp);
        if (packet->sweep == sweep->number)
            return NULL;
        packet->sweep = sweep->number;
        RemoveEntryList(&irp->ThreadListEntry);
        InsertTailList(head, &irp->ThreadListEntry);
        if (!sweep->only_synchronous || blocks_its_thread(irp))
            return irp;
    }
    return NULL;
}

static ULONG sweep_thread(PETHREAD thread, BOOLEAN only_synchronous)
{
    struct thread_sweep sweep = {.thread = thread, .number = ++sweeps, .only_synchronous = only_synchronous};
    ULONG found = 0;
    while (io_cancel_picked(thread_sweep_next, &sweep))
        found++;
    return found;
}

/* A thread ends: what it has under way is cancelled. */
void io_cancel_thread(PETHREAD thread)
{
    sweep_thread(thread, FALSE);
}

/* NtCancelSynchronousIoFile. Returns how many requests there were. */
ULONG io_cancel_thread_synchronous(PETHREAD thread)
{
    return sweep_thread(thread, TRUE);
}
