/* SPDX-License-Identifier: MIT */
/* IoCallDriver and IoCompleteRequest: an IRP's way down a device stack and up again. */
#include "nt/io/io.h"
#include "nt/ex/ex.h"

static PIO_STACK_LOCATION location_of(PIRP irp, CHAR number)
{
    return (PIO_STACK_LOCATION)(irp + 1) + (number - 1);
}

static const char *driver_name(PDEVICE_OBJECT device)
{
    return device == NULL || device->DriverObject == NULL ? "?" : nt_image_name(device->DriverObject->MajorFunction[0]);
}

__attribute__((noreturn, cold)) static void pending_wrong(PIRP irp, CHAR location, BOOLEAN marked, UCHAR major)
{
    PDEVICE_OBJECT device = location_of(irp, location)->DeviceObject;
    if (marked)
        nt_bugcheck(0xC9, 0x20, (ULONG_PTR)device, (ULONG_PTR)irp, major, "MarkIrpPending", irp,
                    "%s marked an IRP (major function 0x%02x) pending, but its dispatch routine did not return "
                    "STATUS_PENDING.",
                    driver_name(device), major);
    nt_bugcheck(0xC9, 0x21, (ULONG_PTR)device, (ULONG_PTR)irp, major, "MarkIrpPending2", irp,
                "%s returned STATUS_PENDING from its dispatch routine for an IRP (major function 0x%02x) that it did "
                "not mark pending.",
                driver_name(device), major);
}

/* A location is completed: says so to the dispatch routines that are still running for it, and holds the one that
 * has returned to its word. A routine that passed its own location on (IoSkipCurrentIrpStackLocation) shares it. */
void io_call_completed(struct io_packet *packet, CHAR location, UCHAR control)
{
    BOOLEAN marked = (control & SL_PENDING_RETURNED) != 0;
    while (packet->calls != NULL && packet->calls->location <= location) {
        struct io_call *call = packet->calls;
        packet->calls = call->outer;
        call->completed = TRUE;
        call->marked = marked;
    }
    UINT64 bit = 1ULL << (location & 63);
    if (nt_unlikely(packet->returned_pending & bit)) {
        packet->returned_pending &= ~bit;
        if (!marked)
            pending_wrong(&packet->irp, location, FALSE, location_of(&packet->irp, location)->MajorFunction);
    }
}

__attribute__((cold)) static void call_check(PDEVICE_OBJECT device, PIRP irp)
{
    if (irp->Type != IO_TYPE_IRP_)
        nt_bugcheck(0xC9, 0x03, (ULONG_PTR)irp, 0, 0, NULL, irp,
                    "IoCallDriver was given what is no IRP, or a freed one.");
    if (device == NULL || device->Type != IO_TYPE_DEVICE_)
        nt_bugcheck(0xC9, 0x04, (ULONG_PTR)device, 0, 0, NULL, irp,
                    "IoCallDriver was given what is no device object, or a deleted one.");
    if (nt_irql() > DISPATCH_LEVEL)
        nt_bugcheck(0xC9, 0x10, nt_irql(), 0, 0, "IrqlIoPassive1", irp,
                    "IoCallDriver was called above DISPATCH_LEVEL.");
}

/* The dispatch routine has returned. `call` is still linked unless the location was completed meanwhile. */
static void call_returned(struct io_packet *packet, struct io_call *call, NTSTATUS status, PDEVICE_OBJECT device,
                          UCHAR major)
{
    if (call->completed) {
        if (nt_unlikely((status == STATUS_PENDING) != (call->marked != FALSE)) && !call->marked_before) {
            /* The IRP may be gone by now: only the device is still known. */
            nt_bugcheck(0xC9, call->marked ? 0x20 : 0x21, (ULONG_PTR)device, (ULONG_PTR)&packet->irp, major,
                        call->marked ? "MarkIrpPending" : "MarkIrpPending2", device,
                        call->marked
                            ? "%s marked an IRP pending, but its dispatch routine for major function 0x%02x "
                              "returned 0x%08x instead of STATUS_PENDING."
                            : "%s returned STATUS_PENDING from its dispatch routine for major function 0x%02x, "
                              "but had not marked the IRP pending (status 0x%08x).",
                        driver_name(device), major, (unsigned)status);
        }
        return;
    }
    struct io_call **link = &packet->calls;
    while (*link != NULL && *link != call)
        link = &(*link)->outer;
    if (*link == call)
        *link = call->outer;
    if (nt_likely(status == STATUS_PENDING)) {
        packet->returned_pending |= 1ULL << (call->location & 63);
        return;
    }
    if ((location_of(&packet->irp, call->location)->Control & SL_PENDING_RETURNED) && !call->marked_before)
        pending_wrong(&packet->irp, call->location, TRUE, major);
    nt_bugcheck(0xC9, 0x22, (ULONG_PTR)device, (ULONG_PTR)&packet->irp, (ULONG)status, "ReturnWithoutCompletion",
                &packet->irp,
                "%s returned 0x%08x from its dispatch routine for major function 0x%02x, but the IRP was neither "
                "completed nor marked pending.",
                driver_name(device), (unsigned)status, major);
}

/* wdm/nf-wdm-iofcalldriver. IRQL <= DISPATCH_LEVEL. */
NTSTATUS FASTCALL IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    nt_argument(Irp);
    if (nt_unlikely(Irp->Type != IO_TYPE_IRP_ || DeviceObject == NULL || DeviceObject->Type != IO_TYPE_DEVICE_ ||
                    nt_irql() > DISPATCH_LEVEL))
        call_check(DeviceObject, Irp);
    nt_point(MACHINE_POINT_IRP, Irp);
    Irp->CurrentLocation--;
    if (nt_unlikely(Irp->CurrentLocation <= 0))
        nt_bugcheck(0x35, (ULONG_PTR)Irp, 0, 0, 0, NULL, Irp,
                    "An IRP was sent to %s, but it has no stack location left.", driver_name(DeviceObject));
    PIO_STACK_LOCATION stack = --Irp->Tail.Overlay.CurrentStackLocation;
    stack->DeviceObject = DeviceObject;
    UCHAR major = stack->MajorFunction;
    if (nt_unlikely(major > IRP_MJ_MAXIMUM_FUNCTION))
        nt_bugcheck(0xC9, 0x03, (ULONG_PTR)Irp, major, 0, NULL, Irp, "An IRP's major function is 0x%02x.", major);

    KIRQL irql = nt_irql();
    struct io_packet *packet = (Irp->AllocationFlags & IO_IRP_OURS) ? IO_PACKET(Irp) : NULL;
    struct io_call call;
    if (packet != NULL) {
        call.outer = packet->calls;
        call.location = Irp->CurrentLocation;
        call.completed = FALSE;
        call.marked_before = (stack->Control & SL_PENDING_RETURNED) != 0;
        packet->calls = &call;
        packet->returned_pending &= ~(1ULL << (call.location & 63));
    }
    NTSTATUS status = DeviceObject->DriverObject->MajorFunction[major](DeviceObject, Irp);
    if (nt_unlikely(nt_irql() != irql))
        nt_bugcheck(0xC9, 0x05, (ULONG_PTR)DeviceObject, irql, nt_irql(), NULL, Irp,
                    "A dispatch routine of %s returned at IRQL %u, but was called at %u.", driver_name(DeviceObject),
                    nt_irql(), irql);
    if (packet != NULL)
        call_returned(packet, &call, status, DeviceObject, major);
    return status;
}

/* wdm/nf-wdm-pocalldriver: since Windows Vista the same as IoCallDriver. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI PoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    return IofCallDriver(DeviceObject, Irp);
}

static void complete_check(PIRP irp)
{
    if (irp->Type != IO_TYPE_IRP_ || irp->CurrentLocation > irp->StackCount + 1)
        nt_bugcheck(0x44, (ULONG_PTR)irp, 0, 0, 0, "DoubleCompletion", irp,
                    "An IRP was completed that had been completed before.");
    if (irp->CancelRoutine != NULL)
        nt_bugcheck(0x48, (ULONG_PTR)irp, (ULONG_PTR)irp->CancelRoutine, 0, 0, "CompleteWithCancelRoutine", irp,
                    "An IRP was completed while its cancel routine was still set.");
    if (irp->IoStatus.Status == STATUS_PENDING || irp->IoStatus.Status == -1)
        nt_bugcheck(0xC9, 0x06, (ULONG)irp->IoStatus.Status, (ULONG_PTR)irp, 0, "PendingStatusCompleted", irp,
                    "An IRP was completed with status 0x%08x.", (unsigned)irp->IoStatus.Status);
    if (nt_irql() > DISPATCH_LEVEL)
        nt_irql_wrong("IoCompleteRequest", DISPATCH_LEVEL, nt_caller());
}

static BOOLEAN wants_completion(PIRP irp, UCHAR control)
{
    NTSTATUS status = irp->IoStatus.Status;
    if (NT_SUCCESS(status) && (control & SL_INVOKE_ON_SUCCESS))
        return TRUE;
    if (!NT_SUCCESS(status) && (control & SL_INVOKE_ON_ERROR))
        return TRUE;
    return irp->Cancel && (control & SL_INVOKE_ON_CANCEL);
}

static void final(PIRP irp, CCHAR boost);

/* wdm/nf-wdm-iofcompleterequest. IRQL <= DISPATCH_LEVEL. */
VOID FASTCALL IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost)
{
    nt_argument(Irp);
    complete_check(Irp);
    if (nt_unlikely(nt_page->flags & (MACHINE_EXPLORE | MACHINE_ATTENTION))) {
        nt_point_told(MACHINE_POINT_IRP, Irp);
        complete_check(Irp); /* another context may have completed it at the point */
    }
    struct io_packet *packet = (Irp->AllocationFlags & IO_IRP_OURS) ? IO_PACKET(Irp) : NULL;
    while (Irp->CurrentLocation <= Irp->StackCount) {
        PIO_STACK_LOCATION stack = Irp->Tail.Overlay.CurrentStackLocation;
        UCHAR control = stack->Control;
        if (packet != NULL)
            io_call_completed(packet, Irp->CurrentLocation, control);
        Irp->PendingReturned = (control & SL_PENDING_RETURNED) != 0;
        Irp->Tail.Overlay.CurrentStackLocation++;
        Irp->CurrentLocation++;
        BOOLEAN top = Irp->CurrentLocation > Irp->StackCount;
        if (stack->CompletionRoutine != NULL && wants_completion(Irp, control)) {
            PDEVICE_OBJECT device = top ? NULL : Irp->Tail.Overlay.CurrentStackLocation->DeviceObject;
            PIO_COMPLETION_ROUTINE routine = stack->CompletionRoutine;
            PVOID context = stack->Context;
            /* Only now: the location is dead, and what a later sender must not find is cleared. */
            stack->Control = 0;
            stack->CompletionRoutine = NULL;
            if (routine(device, Irp, context) == STATUS_MORE_PROCESSING_REQUIRED)
                return; /* the IRP may be gone */
        } else {
            stack->CompletionRoutine = NULL;
            stack->Control = 0;
            if (Irp->PendingReturned && !top)
                IoMarkIrpPending(Irp);
        }
    }
    /* One more than the end: a second completion is seen. */
    Irp->CurrentLocation++;
    final(Irp, PriorityBoost);
}

static void associated_final(PIRP irp, CCHAR boost)
{
    PIRP master = irp->AssociatedIrp.MasterIrp;
    LONG left = InterlockedDecrement((volatile LONG *)&master->AssociatedIrp.IrpCount);
    PMDL next;
    for (PMDL mdl = irp->MdlAddress; mdl != NULL; mdl = next) {
        next = mdl->Next;
        IoFreeMdl(mdl);
    }
    IoFreeIrp(irp);
    if (left == 0)
        IofCompleteRequest(master, boost);
}

/* Pages are unlocked and MDLs freed as the I/O manager had made them (or a driver chained them). */
static void mdls_free(PIRP irp)
{
    PMDL next;
    for (PMDL mdl = irp->MdlAddress; mdl != NULL; mdl = next) {
        next = mdl->Next;
        if (mdl->MdlFlags & MDL_PAGES_LOCKED)
            MmUnlockPages(mdl);
        IoFreeMdl(mdl);
    }
    irp->MdlAddress = NULL;
}

/* The I/O manager's own location says how much room the caller gave. */
static size_t answer_bytes(PIRP irp)
{
    PIO_STACK_LOCATION top = location_of(irp, irp->StackCount);
    ULONG room = top->MajorFunction == IRP_MJ_READ ? top->Parameters.Read.Length
                                                   : top->Parameters.DeviceIoControl.OutputBufferLength;
    if (irp->IoStatus.Information <= room)
        return irp->IoStatus.Information;
    io_information_too_large(irp, room);
    return room;
}

/* The system buffer's content goes to where the caller wants it, unless the request failed. A warning counts as done.
 */
static void buffer_back(struct io_packet *packet)
{
    PIRP irp = &packet->irp;
    if ((irp->Flags & IRP_INPUT_OPERATION) && !NT_ERROR(irp->IoStatus.Status) && irp->IoStatus.Information != 0 &&
        irp->UserBuffer != NULL && irp->UserBuffer != irp->AssociatedIrp.SystemBuffer)
        memcpy(irp->UserBuffer, irp->AssociatedIrp.SystemBuffer, answer_bytes(irp));
    io_buffer_free(packet);
    irp->Flags &= (ULONG) ~(IRP_BUFFERED_IO | IRP_DEALLOCATE_BUFFER | IRP_INPUT_OPERATION);
}

/* The caller of a service hears of it: status block, completion port, event; nobody for an error that the service
 * itself returned. TRUE: the packet stays, it waits in a completion port. */
static BOOLEAN service_final(struct io_packet *packet, PFILE_OBJECT file)
{
    PIRP irp = &packet->irp;
    NTSTATUS status = irp->IoStatus.Status;
    BOOLEAN tell = !NT_ERROR(status) || irp->PendingReturned || (irp->Flags & IRP_SYNCHRONOUS_API);
    if (!tell) {
        if (file != NULL && (file->Flags & FO_SYNCHRONOUS_IO))
            file->FinalStatus = status;
        return FALSE;
    }
    if (irp->UserIosb != NULL)
        *irp->UserIosb = irp->IoStatus;
    if (file != NULL && file->Flags & FO_SYNCHRONOUS_IO) {
        file->FinalStatus = status;
        if (irp->PendingReturned)
            KeSetEvent(&file->Event, IO_NO_INCREMENT, FALSE);
    } else if (file != NULL && irp->UserEvent == NULL) {
        KeSetEvent(&file->Event, IO_NO_INCREMENT, FALSE);
    }
    if (irp->UserEvent != NULL)
        KeSetEvent(irp->UserEvent, IO_NO_INCREMENT, FALSE);
    PVOID apc_context = irp->Overlay.AsynchronousParameters.UserApcContext;
    if (file == NULL || IO_FILE(file)->port == NULL || apc_context == NULL || packet->origin != IO_ORIGIN_SERVICE)
        return FALSE;
    return !(file->Flags & FO_SKIP_COMPLETION_PORT) || irp->PendingReturned;
}

/* The IRP is at the end of its way: what the I/O manager does on Windows in a kernel APC of the requesting thread. */
static void final(PIRP irp, CCHAR boost)
{
    BOOLEAN keep = FALSE;
    if (irp->Flags & IRP_ASSOCIATED_IRP) {
        associated_final(irp, boost);
        return;
    }
    struct io_packet *packet = (irp->AllocationFlags & IO_IRP_OURS) ? IO_PACKET(irp) : NULL;
    if (packet == NULL || packet->origin == IO_ORIGIN_DRIVER)
        nt_bugcheck(0xC9, 0x03, (ULONG_PTR)irp, 0, 0, "DriverIrpCompleted", irp,
                    "An IRP that a driver allocated came back to the I/O manager: the driver's completion routine must "
                    "return STATUS_MORE_PROCESSING_REQUIRED and free it.");
    if (packet->in_thread) {
        PETHREAD thread = irp->Tail.Overlay.Thread;
        RemoveEntryList(&irp->ThreadListEntry);
        packet->in_thread = FALSE;
        if (nt_unlikely(thread->exiting) && IsListEmpty(&thread->irp_list))
            io_thread_drained(thread);
    }
    PFILE_OBJECT file = NULL;
    if (packet->in_file) {
        file = irp->Tail.Overlay.OriginalFileObject;
        RemoveEntryList(&packet->file_link);
        IO_FILE(file)->packet_count--;
        if (nt_unlikely(packet->in_index))
            io_index_remove(IO_FILE(file), packet);
        packet->in_file = FALSE;
    }
    if (packet->done != NULL) {
        packet->done(packet, packet->context); /* before the buffers go: it may read them */
        io_buffer_free(packet);
        mdls_free(irp);
    } else {
        buffer_back(packet);
        mdls_free(irp);
        keep = service_final(packet, file);
        if (packet->holds_event)
            ob_dereference(irp->UserEvent);
    }
    if (irp->Tail.Overlay.AuxiliaryBuffer != NULL)
        ExFreePool(irp->Tail.Overlay.AuxiliaryBuffer);
    if (keep)
        io_port_keep(packet, file);
    else
        io_packet_free(packet);
    if (file != NULL)
        ob_dereference(file);
}
