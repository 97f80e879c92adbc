/* SPDX-License-Identifier: MIT */
/* NtReadFile, NtWriteFile, NtDeviceIoControlFile and kin: a caller inside the machine. All PASSIVE_LEVEL. */
#include "nt/io/io.h"

/* What the six arguments that all of them share come to. */
struct service {
    PFILE_OBJECT file; /* one reference, which the packet takes over */
    ACCESS_MASK granted;
    PKEVENT event;
    KPROCESSOR_MODE mode;
    PIO_STATUS_BLOCK iosb;
    PVOID apc_context;
    BOOLEAN locked;
};

static NTSTATUS service_begin(struct service *s, HANDLE handle, ACCESS_MASK access, HANDLE event, PIO_APC_ROUTINE apc,
                              PVOID apc_context, PIO_STATUS_BLOCK iosb, KPROCESSOR_MODE mode)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    void *object;
    if (apc != NULL)
        return STATUS_NOT_SUPPORTED; /* there are no APCs to a thread here: events and ports */
    NTSTATUS status = ob_handle_reference(ps_current_process(), handle, access, &io_file_type, &object, &s->granted);
    if (!NT_SUCCESS(status))
        return status;
    s->file = object;
    s->event = NULL;
    s->mode = mode;
    s->iosb = iosb;
    s->apc_context = apc_context;
    if (event != NULL) {
        void *event_object;
        status = ob_handle_reference(ps_current_process(), event, EVENT_MODIFY_STATE, *ExEventObjectType, &event_object,
                                     NULL);
        if (!NT_SUCCESS(status)) {
            ob_dereference(s->file);
            return status;
        }
        s->event = event_object;
        KeClearEvent(s->event);
    }
    s->locked = (s->file->Flags & FO_SYNCHRONOUS_IO) != 0;
    if (s->locked)
        io_file_lock(s->file);
    return STATUS_SUCCESS;
}

static NTSTATUS service_fail(struct service *s, NTSTATUS status)
{
    if (s->locked)
        io_file_unlock(s->file);
    if (s->event != NULL)
        ob_dereference(s->event);
    ob_dereference(s->file);
    return status;
}

/* Sends the packet. A synchronous file object waits here. */
static NTSTATUS service_send(struct service *s, struct io_packet *packet)
{
    PFILE_OBJECT file = s->file;
    PIRP irp = &packet->irp;
    irp->RequestorMode = s->mode;
    irp->UserIosb = s->iosb;
    irp->UserEvent = s->event;
    irp->Overlay.AsynchronousParameters.UserApcContext = s->apc_context;
    packet->holds_event = s->event != NULL;
    BOOLEAN locked = s->locked;
    if (locked) {
        irp->Flags |= IRP_SYNCHRONOUS_API;
        ob_reference(file); /* for the unlock */
    }
    KeClearEvent(&file->Event);
    io_packet_to_thread(packet);
    io_packet_to_file(packet, file);
    NTSTATUS status = IofCallDriver(IoGetRelatedDeviceObject(file), irp);
    if (!locked)
        return status;
    if (status == STATUS_PENDING) {
        if (KeWaitForSingleObject(&file->Event, Executive, s->mode, FALSE, NULL) != STATUS_SUCCESS) {
            /* The thread is to end: its request is cancelled, and only the request's end lets it go on. */
            io_cancel_thread_synchronous(ps_current_thread());
            KeWaitForSingleObject(&file->Event, Executive, KernelMode, FALSE, NULL);
        }
        status = file->FinalStatus;
    }
    io_file_unlock(file);
    ob_dereference(file);
    return status;
}

/* An asynchronous file object has no position of its own: an offset is asked for. */
static BOOLEAN offset_get(const struct service *s, PLARGE_INTEGER offset, UINT64 *ret_offset)
{
    BOOLEAN special = offset != NULL && offset->HighPart == -1 && offset->LowPart == FILE_USE_FILE_POINTER_POSITION;
    if (offset != NULL && !special) {
        if (offset->QuadPart < 0 && !(offset->HighPart == -1 && offset->LowPart == FILE_WRITE_TO_END_OF_FILE))
            return FALSE;
        *ret_offset = (UINT64)offset->QuadPart;
        return TRUE;
    }
    *ret_offset = (UINT64)s->file->CurrentByteOffset.QuadPart;
    return s->locked;
}

static NTSTATUS transfer(struct service *s, UCHAR major, PVOID buffer, ULONG length, PLARGE_INTEGER offset)
{
    UINT64 position;
    if (!offset_get(s, offset, &position))
        return service_fail(s, STATUS_INVALID_PARAMETER);
    struct io_transfer t = {0};
    if (major == IRP_MJ_READ) {
        t.out = buffer;
        t.out_bytes = length;
    } else {
        t.in = buffer;
        t.in_bytes = length;
    }
    struct io_packet *packet;
    NTSTATUS status = io_request_make(s->file, major, 0, position, &t, IO_ORIGIN_SERVICE, &packet);
    return NT_SUCCESS(status) ? service_send(s, packet) : service_fail(s, status);
}

static NTSTATUS read_file(HANDLE handle, HANDLE event, PIO_APC_ROUTINE apc, PVOID apc_context, PIO_STATUS_BLOCK iosb,
                          PVOID buffer, ULONG length, PLARGE_INTEGER offset, KPROCESSOR_MODE mode)
{
    struct service s;
    NTSTATUS status = service_begin(&s, handle, FILE_READ_DATA, event, apc, apc_context, iosb, mode);
    return NT_SUCCESS(status) ? transfer(&s, IRP_MJ_READ, buffer, length, offset) : status;
}

/* Either access will do: FILE_WRITE_DATA, or FILE_APPEND_DATA. */
static NTSTATUS write_file(HANDLE handle, HANDLE event, PIO_APC_ROUTINE apc, PVOID apc_context, PIO_STATUS_BLOCK iosb,
                           PVOID buffer, ULONG length, PLARGE_INTEGER offset, KPROCESSOR_MODE mode)
{
    struct service s;
    NTSTATUS status = service_begin(&s, handle, 0, event, apc, apc_context, iosb, mode);
    if (!NT_SUCCESS(status))
        return status;
    if (!(s.granted & (FILE_WRITE_DATA | FILE_APPEND_DATA)))
        return service_fail(&s, STATUS_ACCESS_DENIED);
    return transfer(&s, IRP_MJ_WRITE, buffer, length, offset);
}

static NTSTATUS control_file(HANDLE handle, HANDLE event, PIO_APC_ROUTINE apc, PVOID apc_context, PIO_STATUS_BLOCK iosb,
                             ULONG code, PVOID in, ULONG in_bytes, PVOID out, ULONG out_bytes, KPROCESSOR_MODE mode)
{
    struct service s;
    NTSTATUS status = service_begin(&s, handle, 0, event, apc, apc_context, iosb, mode);
    if (!NT_SUCCESS(status))
        return status;
    if (!io_control_allowed(code, s.granted))
        return service_fail(&s, STATUS_ACCESS_DENIED);
    struct io_transfer t = {.in = in, .in_bytes = in_bytes, .out = out, .out_bytes = out_bytes};
    struct io_packet *packet;
    status = io_request_make(s.file, IRP_MJ_DEVICE_CONTROL, code, 0, &t, IO_ORIGIN_SERVICE, &packet);
    return NT_SUCCESS(status) ? service_send(&s, packet) : service_fail(&s, status);
}

BOOLEAN io_control_allowed(ULONG code, ACCESS_MASK granted)
{
    ULONG needed = (code >> 14) & 3;
    if ((needed & FILE_READ_ACCESS) && !(granted & FILE_READ_DATA))
        return FALSE;
    return !(needed & FILE_WRITE_ACCESS) || (granted & FILE_WRITE_DATA);
}

/* A request without data: flush. */
static NTSTATUS flush(HANDLE handle, PIO_STATUS_BLOCK iosb, KPROCESSOR_MODE mode)
{
    void *object;
    NTSTATUS status = ob_handle_reference(ps_current_process(), handle, 0, &io_file_type, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    PFILE_OBJECT file = object;
    ULONG_PTR information = 0;
    struct io_packet *packet = io_flush_packet(file, IO_ORIGIN_KERNEL);
    if (packet == NULL) {
        ob_dereference(file);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    packet->irp.RequestorMode = mode;
    packet->irp.Flags |= IRP_SYNCHRONOUS_API;
    io_packet_to_thread(packet);
    io_packet_to_file(packet, file);
    status = io_kernel_call(IoGetRelatedDeviceObject(file), packet, &information);
    iosb->Status = status;
    iosb->Information = information;
    return status;
}

struct io_packet *io_flush_packet(PFILE_OBJECT file, enum io_origin origin)
{
    PDEVICE_OBJECT top = IoGetRelatedDeviceObject(file);
    struct io_packet *packet = io_kernel_packet(top, IRP_MJ_FLUSH_BUFFERS, 0);
    if (packet == NULL)
        return NULL;
    packet->origin = (UINT8)origin;
    IoGetNextIrpStackLocation(&packet->irp)->FileObject = file;
    return packet;
}

/* -- the exports: Nt for callers in user mode (ExGetPreviousMode), Zw for drivers -- */

/* ntifs/nf-ntifs-ntreadfile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI NtReadFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                          PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset,
                          PULONG Key)
{
    (void)Key;
    return read_file(FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, Buffer, Length, ByteOffset,
                     ExGetPreviousMode());
}

/* wdm/nf-wdm-zwreadfile (ntifs). IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwReadFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                          PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset,
                          PULONG Key)
{
    (void)Key;
    return read_file(FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, Buffer, Length, ByteOffset, KernelMode);
}

/* ntifs/nf-ntifs-ntwritefile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI NtWriteFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                           PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset,
                           PULONG Key)
{
    (void)Key;
    return write_file(FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, Buffer, Length, ByteOffset,
                      ExGetPreviousMode());
}

/* wdm/nf-wdm-zwwritefile (ntifs). IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwWriteFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                           PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, PLARGE_INTEGER ByteOffset,
                           PULONG Key)
{
    (void)Key;
    return write_file(FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, Buffer, Length, ByteOffset, KernelMode);
}

/* ntifs/nf-ntifs-ntdeviceiocontrolfile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI NtDeviceIoControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                                     PIO_STATUS_BLOCK IoStatusBlock, ULONG IoControlCode, PVOID InputBuffer,
                                     ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength)
{
    return control_file(FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, IoControlCode, InputBuffer,
                        InputBufferLength, OutputBuffer, OutputBufferLength, ExGetPreviousMode());
}

/* ntifs/nf-ntifs-zwdeviceiocontrolfile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwDeviceIoControlFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine, PVOID ApcContext,
                                     PIO_STATUS_BLOCK IoStatusBlock, ULONG IoControlCode, PVOID InputBuffer,
                                     ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength)
{
    return control_file(FileHandle, Event, ApcRoutine, ApcContext, IoStatusBlock, IoControlCode, InputBuffer,
                        InputBufferLength, OutputBuffer, OutputBufferLength, KernelMode);
}

/* IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI NtFlushBuffersFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock)
{
    return flush(FileHandle, IoStatusBlock, ExGetPreviousMode());
}

/* ntifs/nf-ntifs-zwflushbuffersfile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwFlushBuffersFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock)
{
    return flush(FileHandle, IoStatusBlock, KernelMode);
}
