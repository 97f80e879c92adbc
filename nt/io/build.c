/* SPDX-License-Identifier: MIT */
/* IRPs that drivers have the I/O manager make for them, and IRPs of the kernel's own. */
#include "nt/io/io.h"
#include "nt/ex/ex.h"

static UINT64 offset_of(PLARGE_INTEGER offset)
{
    return offset == NULL ? 0 : (UINT64)offset->QuadPart;
}

static struct io_packet *build_fsd(ULONG major, PDEVICE_OBJECT device, PVOID buffer, ULONG length,
                                   PLARGE_INTEGER offset, enum io_origin origin)
{
    nt_argument(device);
    if (ex_allocation_fails())
        return NULL;
    struct io_packet *packet = io_packet_alloc(device->StackSize, origin);
    if (packet == NULL)
        return NULL;
    PIRP irp = &packet->irp;
    PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(irp);
    stack->MajorFunction = (UCHAR)major;
    if (major != IRP_MJ_READ && major != IRP_MJ_WRITE)
        return packet;
    struct io_transfer transfer = {0};
    if (major == IRP_MJ_READ) {
        transfer.out = buffer;
        transfer.out_bytes = length;
    } else {
        transfer.in = buffer;
        transfer.in_bytes = length;
    }
    /* Read and Write lie alike in the union. */
    stack->Parameters.Read.Length = length;
    stack->Parameters.Read.ByteOffset.QuadPart = (LONGLONG)offset_of(offset);
    irp->RequestorMode = KernelMode;
    if (!NT_SUCCESS(io_transfer_prepare(packet, device, &transfer))) {
        io_packet_free(packet);
        return NULL;
    }
    return packet;
}

/* wdm/nf-wdm-iobuildasynchronousfsdrequest. IRQL <= APC_LEVEL. */
PIRP NTAPI IoBuildAsynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer, ULONG Length,
                                         PLARGE_INTEGER StartingOffset, PIO_STATUS_BLOCK IoStatusBlock)
{
    nt_irql_at_most(
        DISPATCH_LEVEL); /* the page says APC_LEVEL, drivers that own the buffer call it at DISPATCH_LEVEL */
    struct io_packet *packet = build_fsd(MajorFunction, DeviceObject, Buffer, Length, StartingOffset, IO_ORIGIN_DRIVER);
    if (packet == NULL)
        return NULL;
    packet->irp.UserIosb = IoStatusBlock;
    packet->irp.Tail.Overlay.Thread = ps_current_thread();
    return &packet->irp;
}

/* wdm/nf-wdm-iobuildsynchronousfsdrequest. IRQL <= APC_LEVEL. */
PIRP NTAPI IoBuildSynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject, PVOID Buffer, ULONG Length,
                                        PLARGE_INTEGER StartingOffset, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock)
{
    nt_irql_at_most(APC_LEVEL);
    struct io_packet *packet =
        build_fsd(MajorFunction, DeviceObject, Buffer, Length, StartingOffset, IO_ORIGIN_SYNCHRONOUS);
    if (packet == NULL)
        return NULL;
    packet->irp.UserIosb = IoStatusBlock;
    packet->irp.UserEvent = Event;
    io_packet_to_thread(packet);
    return &packet->irp;
}

/* wdm/nf-wdm-iobuilddeviceiocontrolrequest. IRQL <= APC_LEVEL. */
PIRP NTAPI IoBuildDeviceIoControlRequest(ULONG IoControlCode, PDEVICE_OBJECT DeviceObject, PVOID InputBuffer,
                                         ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength,
                                         BOOLEAN InternalDeviceIoControl, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock)
{
    nt_irql_at_most(APC_LEVEL);
    nt_argument(DeviceObject);
    if (ex_allocation_fails())
        return NULL;
    struct io_packet *packet = io_packet_alloc(DeviceObject->StackSize, IO_ORIGIN_SYNCHRONOUS);
    if (packet == NULL)
        return NULL;
    PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(&packet->irp);
    stack->MajorFunction = InternalDeviceIoControl ? IRP_MJ_INTERNAL_DEVICE_CONTROL : IRP_MJ_DEVICE_CONTROL;
    stack->Parameters.DeviceIoControl.IoControlCode = IoControlCode;
    stack->Parameters.DeviceIoControl.InputBufferLength = InputBufferLength;
    stack->Parameters.DeviceIoControl.OutputBufferLength = OutputBufferLength;
    struct io_transfer transfer = {
        .in = InputBuffer, .in_bytes = InputBufferLength, .out = OutputBuffer, .out_bytes = OutputBufferLength};
    packet->irp.RequestorMode = KernelMode;
    if (!NT_SUCCESS(io_transfer_prepare(packet, DeviceObject, &transfer))) {
        if (packet->irp.Flags & IRP_DEALLOCATE_BUFFER)
            ex_free(packet->irp.AssociatedIrp.SystemBuffer);
        io_packet_free(packet);
        return NULL;
    }
    packet->irp.UserIosb = IoStatusBlock;
    packet->irp.UserEvent = Event;
    io_packet_to_thread(packet);
    return &packet->irp;
}

static NTSTATUS NTAPI forward_completed(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context)
{
    (void)DeviceObject;
    if (Irp->PendingReturned)
        KeSetEvent(Context, IO_NO_INCREMENT, FALSE);
    return STATUS_MORE_PROCESSING_REQUIRED;
}

/* wdm/nf-wdm-ioforwardirpsynchronously. IRQL <= APC_LEVEL. The caller still has to complete the IRP. */
BOOLEAN NTAPI IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    nt_irql_at_most(APC_LEVEL);
    nt_argument(Irp);
    if (Irp->CurrentLocation <= 1)
        return FALSE;
    KEVENT event;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    IoCopyCurrentIrpStackLocationToNext(Irp);
    IoSetCompletionRoutine(Irp, forward_completed, &event, TRUE, TRUE, TRUE);
    if (IofCallDriver(DeviceObject, Irp) == STATUS_PENDING)
        KeWaitForSingleObject(&event, Suspended, KernelMode, FALSE, NULL);
    return TRUE;
}

struct io_packet *io_kernel_packet(PDEVICE_OBJECT top, UCHAR major, UCHAR minor)
{
    struct io_packet *packet = io_packet_alloc(top->StackSize, IO_ORIGIN_KERNEL);
    if (packet == NULL)
        return NULL;
    PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(&packet->irp);
    stack->MajorFunction = major;
    stack->MinorFunction = minor;
    packet->irp.RequestorMode = KernelMode;
    packet->irp.Tail.Overlay.Thread = ps_current_thread();
    return packet;
}

struct kernel_wait {
    KEVENT event;
    IO_STATUS_BLOCK result;
};

static void kernel_done(struct io_packet *packet, PVOID context)
{
    struct kernel_wait *wait = context;
    wait->result = packet->irp.IoStatus;
    KeSetEvent(&wait->event, IO_NO_INCREMENT, FALSE);
}

/* Sends the packet to `top` and waits until it is back; the packet is gone then. */
NTSTATUS io_kernel_call(PDEVICE_OBJECT top, struct io_packet *packet, ULONG_PTR *ret_information)
{
    struct kernel_wait wait;
    KeInitializeEvent(&wait.event, NotificationEvent, FALSE);
    packet->done = kernel_done;
    packet->context = &wait;
    /* Only a request that is on the thread's list can be cancelled when the thread is to end. */
    KPROCESSOR_MODE mode = packet->in_thread ? packet->irp.RequestorMode : KernelMode;
    IofCallDriver(top, &packet->irp);
    if (KeReadStateEvent(&wait.event) == 0 &&
        KeWaitForSingleObject(&wait.event, Executive, mode, FALSE, NULL) != STATUS_SUCCESS) {
        io_cancel_thread_synchronous(ps_current_thread());
        KeWaitForSingleObject(&wait.event, Executive, KernelMode, FALSE, NULL);
    }
    if (ret_information != NULL)
        *ret_information = wait.result.Information;
    return wait.result.Status;
}
