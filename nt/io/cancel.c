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

/* wdm/nf-wdm-iocancelirp. IRQL <= DISPATCH_LEVEL. The cancel routine gives the lock back. */
BOOLEAN NTAPI IoCancelIrp(PIRP Irp)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(Irp);
    if (Irp->Type != IO_TYPE_IRP_)
        nt_bugcheck(0x48, (ULONG_PTR)Irp, 0, 0, 0, "CancelFreedIrp", Irp, "IoCancelIrp was given an IRP that is gone.");
    nt_point(MACHINE_POINT_IRP, Irp);
    KIRQL irql;
    IoAcquireCancelSpinLock(&irql);
    Irp->Cancel = TRUE;
    PDRIVER_CANCEL routine = IoSetCancelRoutine(Irp, NULL);
    if (routine == NULL) {
        IoReleaseCancelSpinLock(irql);
        return FALSE;
    }
    if (Irp->CurrentLocation > Irp->StackCount + 1)
        nt_bugcheck(0x48, (ULONG_PTR)Irp, (ULONG_PTR)routine, 0, 0, "CompleteWithCancelRoutine", Irp,
                    "An IRP was cancelled that had been completed with its cancel routine still set.");
    Irp->CancelIrql = irql;
    /* An originator may cancel before it sends: then there is no current location, and no routine can be set. */
    PDEVICE_OBJECT device =
        Irp->CurrentLocation <= Irp->StackCount ? Irp->Tail.Overlay.CurrentStackLocation->DeviceObject : NULL;
    routine(device, Irp);
    if (nt_irql() != irql)
        nt_bugcheck(
            0xC4, 0x115, (ULONG_PTR)routine, irql, nt_irql(), "CancelRoutine", NULL,
            "A cancel routine of %s returned at IRQL %u instead of %u: it must release the cancel spin lock with "
            "Irp->CancelIrql.",
            nt_image_name(routine), nt_irql(), irql);
    return TRUE;
}

/* Cancelling may complete any IRP of the list, so no position in it survives: the head goes to the tail, marked with
 * the number of this sweep, until a marked one comes to the head. */
void io_cancel_file(PFILE_OBJECT file, PEPROCESS process, PETHREAD thread)
{
    struct io_file *io_file = IO_FILE(file);
    ULONG sweep = ++sweeps;
    while (!IsListEmpty(&io_file->packets)) {
        struct io_packet *packet = CONTAINING_RECORD(io_file->packets.Flink, struct io_packet, file_link);
        if (packet->sweep == sweep)
            break;
        packet->sweep = sweep;
        RemoveEntryList(&packet->file_link);
        InsertTailList(&io_file->packets, &packet->file_link);
        PETHREAD owner = packet->irp.Tail.Overlay.Thread;
        if ((thread == NULL || owner == thread) && (process == NULL || (owner != NULL && owner->process == process)))
            IoCancelIrp(&packet->irp);
    }
}

static BOOLEAN blocks_its_thread(PIRP irp)
{
    PFILE_OBJECT file = irp->Tail.Overlay.OriginalFileObject;
    return (irp->Flags & IRP_CREATE_OPERATION) || (irp->Flags & IRP_SYNCHRONOUS_API) ||
           (file != NULL && (file->Flags & FO_SYNCHRONOUS_IO));
}

static ULONG sweep_thread(PETHREAD thread, BOOLEAN only_synchronous)
{
    ULONG sweep = ++sweeps;
    ULONG found = 0;
    while (!IsListEmpty(&thread->irp_list)) {
        PIRP irp = CONTAINING_RECORD(thread->irp_list.Flink, IRP, ThreadListEntry);
        struct io_packet *packet = IO_PACKET(irp);
        if (packet->sweep == sweep)
            break;
        packet->sweep = sweep;
        RemoveEntryList(&irp->ThreadListEntry);
        InsertTailList(&thread->irp_list, &irp->ThreadListEntry);
        if (!only_synchronous || blocks_its_thread(irp)) {
            found++;
            IoCancelIrp(irp);
        }
    }
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
