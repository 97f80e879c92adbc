/* SPDX-License-Identifier: MIT */
/*
 * A request's buffers: buffered, direct or neither, by the device's flags (read, write) or by the control code.
 * Page: kernel/methods-for-accessing-data-buffers.
 */
#include "nt/io/io.h"
#include "nt/ex/ex.h"

static NTSTATUS direct(struct io_packet *packet, PVOID buffer, ULONG bytes, LOCK_OPERATION operation)
{
    packet->irp.UserBuffer = buffer;
    if (bytes == 0)
        return STATUS_SUCCESS; /* documented: no MDL for nothing */
    PMDL mdl = IoAllocateMdl(buffer, bytes, FALSE, FALSE, &packet->irp);
    if (mdl == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    MmProbeAndLockPages(mdl, packet->irp.RequestorMode, operation);
    return STATUS_SUCCESS;
}

static PVOID fill(PVOID buffer, const struct io_transfer *t)
{
    if (buffer != NULL && t->in_bytes != 0)
        memcpy(buffer, t->in, t->in_bytes);
    return buffer;
}

/* A small buffer comes with the packet: most requests of a program are of one size. In a checked machine every request
 * has a fresh one, which the pool watches; and that of an IRP which a driver built may be the driver's to free. */
static PVOID buffer_make(struct io_packet *packet, ULONG bytes, const struct io_transfer *t)
{
    BOOLEAN kept = packet->origin == IO_ORIGIN_SERVICE || packet->origin == IO_ORIGIN_CLIENT;
    if (!kept || bytes > IO_BUFFER_KEPT_MAX || (nt_page->flags & MACHINE_CHECKED))
        return bytes == t->in_bytes ? ex_alloc_copy(t->in, bytes, IO_TAG_BUFFER)
                                    : fill(ex_alloc(bytes, IO_TAG_BUFFER), t);
    if (packet->buffer_bytes < bytes) {
        PVOID buffer = ex_alloc(bytes, IO_TAG_BUFFER);
        if (buffer == NULL)
            return NULL;
        if (packet->buffer != NULL)
            ex_free(packet->buffer);
        packet->buffer = buffer;
        packet->buffer_bytes = bytes;
    }
    packet->lent = TRUE;
    return fill(packet->buffer, t);
}

void io_buffer_free(struct io_packet *packet)
{
    PIRP irp = &packet->irp;
    if (!(irp->Flags & IRP_DEALLOCATE_BUFFER))
        return;
    if (!packet->lent) {
        ex_free(irp->AssociatedIrp.SystemBuffer);
    } else if (nt_unlikely(irp->AssociatedIrp.SystemBuffer != packet->buffer)) {
        /* A driver put another one in its place, which is ours now as the old one is the driver's. */
        packet->buffer = NULL;
        packet->buffer_bytes = 0;
        ex_free(irp->AssociatedIrp.SystemBuffer);
    }
    packet->lent = FALSE;
}

/* The driver's buffer, of max(in, out) bytes, with `in` in it. Kernel copies of a client's data serve as they are,
 * except in a checked machine, where the pool's red zones watch. */
static NTSTATUS buffered(struct io_packet *packet, const struct io_transfer *t)
{
    PIRP irp = &packet->irp;
    ULONG bytes = t->in_bytes > t->out_bytes ? t->in_bytes : t->out_bytes;
    irp->Flags |= IRP_BUFFERED_IO;
    irp->UserBuffer = t->out;
    if (bytes == 0)
        return STATUS_SUCCESS;
    if (t->borrow && !(nt_page->flags & MACHINE_CHECKED)) {
        PVOID room = t->out_bytes > t->in_bytes ? t->out : t->in;
        if (room != t->in && t->in_bytes != 0)
            memcpy(room, t->in, t->in_bytes);
        irp->AssociatedIrp.SystemBuffer = room;
    } else {
        irp->AssociatedIrp.SystemBuffer = buffer_make(packet, bytes, t);
        if (irp->AssociatedIrp.SystemBuffer == NULL)
            return STATUS_INSUFFICIENT_RESOURCES;
        irp->Flags |= IRP_DEALLOCATE_BUFFER;
    }
    if (t->out_bytes != 0)
        irp->Flags |= IRP_INPUT_OPERATION; /* "input" from the device: it is copied back */
    return STATUS_SUCCESS;
}

static NTSTATUS prepare_control(struct io_packet *packet, const struct io_transfer *t)
{
    PIRP irp = &packet->irp;
    PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(irp);
    ULONG method = METHOD_FROM_CTL_CODE(stack->Parameters.DeviceIoControl.IoControlCode);
    if (method == METHOD_BUFFERED)
        return buffered(packet, t);
    if (method == METHOD_NEITHER) {
        stack->Parameters.DeviceIoControl.Type3InputBuffer = t->in;
        irp->UserBuffer = t->out;
        return STATUS_SUCCESS;
    }
    struct io_transfer input = *t;
    input.out = NULL;
    input.out_bytes = 0;
    NTSTATUS status = buffered(packet, &input);
    if (!NT_SUCCESS(status))
        return status;
    irp->UserBuffer = t->out;
    return direct(packet, t->out, t->out_bytes, method == METHOD_IN_DIRECT ? IoReadAccess : IoWriteAccess);
}

NTSTATUS io_transfer_prepare(struct io_packet *packet, PDEVICE_OBJECT device, const struct io_transfer *transfer)
{
    UCHAR major = IoGetNextIrpStackLocation(&packet->irp)->MajorFunction;
    if (major == IRP_MJ_DEVICE_CONTROL || major == IRP_MJ_INTERNAL_DEVICE_CONTROL)
        return prepare_control(packet, transfer);
    nt_assert(major == IRP_MJ_READ || major == IRP_MJ_WRITE, "only reads, writes and controls carry buffers");
    if (device->Flags & DO_BUFFERED_IO)
        return buffered(packet, transfer);
    if (device->Flags & DO_DIRECT_IO)
        return major == IRP_MJ_READ ? direct(packet, transfer->out, transfer->out_bytes, IoWriteAccess)
                                    : direct(packet, transfer->in, transfer->in_bytes, IoReadAccess);
    packet->irp.UserBuffer = major == IRP_MJ_READ ? transfer->out : transfer->in;
    return STATUS_SUCCESS;
}

/* Takes back what io_transfer_prepare gave. */
void io_request_unmake(struct io_packet *packet)
{
    PIRP irp = &packet->irp;
    io_buffer_free(packet);
    if (irp->MdlAddress != NULL) {
        if (irp->MdlAddress->MdlFlags & MDL_PAGES_LOCKED)
            MmUnlockPages(irp->MdlAddress);
        IoFreeMdl(irp->MdlAddress);
    }
    io_packet_free(packet);
}

/* A driver says that it wrote more than there was room for: on Windows that many bytes would be copied, whatever
 * they are. */
void io_information_too_large(PIRP irp, ULONG room)
{
    nt_report("InformationTooLarge", 0,
              "A request was completed with Information %llu, but its buffer holds %u bytes; the rest is cut off.",
              (unsigned long long)irp->IoStatus.Information, (unsigned)room);
}

/* A read, write or control of a file object, ready for its device's top; on no list yet. */
NTSTATUS io_request_make(PFILE_OBJECT file, UCHAR major, ULONG code, UINT64 offset, const struct io_transfer *transfer,
                         enum io_origin origin, struct io_packet **ret_packet)
{
    PDEVICE_OBJECT device = IoGetRelatedDeviceObject(file);
    struct io_packet *packet = io_packet_alloc(device->StackSize, origin);
    if (packet == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(&packet->irp);
    stack->MajorFunction = major;
    stack->FileObject = file;
    if (major == IRP_MJ_READ) {
        stack->Parameters.Read.Length = transfer->out_bytes;
        stack->Parameters.Read.ByteOffset.QuadPart = (LONGLONG)offset;
        packet->irp.Flags |= IRP_READ_OPERATION;
    } else if (major == IRP_MJ_WRITE) {
        stack->Parameters.Write.Length = transfer->in_bytes;
        stack->Parameters.Write.ByteOffset.QuadPart = (LONGLONG)offset;
        packet->irp.Flags |= IRP_WRITE_OPERATION;
    } else {
        stack->Parameters.DeviceIoControl.OutputBufferLength = transfer->out_bytes;
        stack->Parameters.DeviceIoControl.InputBufferLength = transfer->in_bytes;
        stack->Parameters.DeviceIoControl.IoControlCode = code;
    }
    packet->irp.RequestorMode = UserMode;
    packet->irp.Tail.Overlay.OriginalFileObject = file;
    NTSTATUS status = io_transfer_prepare(packet, device, transfer);
    if (!NT_SUCCESS(status)) {
        io_request_unmake(packet);
        return status;
    }
    *ret_packet = packet;
    return STATUS_SUCCESS;
}
