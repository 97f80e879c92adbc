/* SPDX-License-Identifier: MIT */
/* Open, cancel, query and set: services on file handles that move no data. All PASSIVE_LEVEL. */
#include "nt/io/io.h"

static NTSTATUS create_file(PHANDLE handle, POBJECT_ATTRIBUTES attributes, PIO_STATUS_BLOCK iosb, struct io_open *open)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    if (attributes == NULL || attributes->ObjectName == NULL)
        return STATUS_INVALID_PARAMETER;
    if (attributes->RootDirectory != NULL)
        return STATUS_NOT_SUPPORTED; /* names relative to a device's handle are file systems' */
    if ((open->options & (FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT)) && !(open->access & SYNCHRONIZE))
        return STATUS_INVALID_PARAMETER;
    ULONG_PTR information = 0;
    NTSTATUS status =
        io_file_open(attributes->ObjectName, open, ps_current_process(), attributes->Attributes, handle, &information);
    iosb->Status = status;
    iosb->Information = information;
    return status;
}

/* ntifs/nf-ntifs-ntcreatefile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI NtCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                            PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes,
                            ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer,
                            ULONG EaLength)
{
    struct io_open open = {.access = DesiredAccess,
                           .share = ShareAccess,
                           .options = CreateOptions,
                           .disposition = CreateDisposition,
                           .attributes = FileAttributes,
                           .ea_bytes = EaLength,
                           .ea = EaBuffer,
                           .mode = ExGetPreviousMode()};
    if (AllocationSize != NULL)
        open.allocation = *AllocationSize;
    return create_file(FileHandle, ObjectAttributes, IoStatusBlock, &open);
}

/* wdm/nf-wdm-zwcreatefile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                            PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes,
                            ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer,
                            ULONG EaLength)
{
    struct io_open open = {.access = DesiredAccess,
                           .share = ShareAccess,
                           .options = CreateOptions,
                           .disposition = CreateDisposition,
                           .attributes = FileAttributes,
                           .ea_bytes = EaLength,
                           .ea = EaBuffer,
                           .mode = KernelMode};
    if (AllocationSize != NULL)
        open.allocation = *AllocationSize;
    return create_file(FileHandle, ObjectAttributes, IoStatusBlock, &open);
}

/* ntifs/nf-ntifs-ntopenfile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI NtOpenFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                          PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess, ULONG OpenOptions)
{
    return NtCreateFile(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, NULL, 0, ShareAccess, FILE_OPEN,
                        OpenOptions, NULL, 0);
}

/* wdm/nf-wdm-zwopenfile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwOpenFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                          PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess, ULONG OpenOptions)
{
    return ZwCreateFile(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, NULL, 0, ShareAccess, FILE_OPEN,
                        OpenOptions, NULL, 0);
}

/* wdm/nf-wdm-iocreatefile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                            PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes,
                            ULONG ShareAccess, ULONG Disposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength,
                            CREATE_FILE_TYPE CreateFileType, PVOID InternalParameters, ULONG Options)
{
    (void)InternalParameters, (void)Options;
    if (CreateFileType != CreateFileTypeNone)
        return STATUS_NOT_SUPPORTED; /* pipes and mailslots are file systems' */
    return ZwCreateFile(FileHandle, DesiredAccess, ObjectAttributes, IoStatusBlock, AllocationSize, FileAttributes,
                        ShareAccess, Disposition, CreateOptions, EaBuffer, EaLength);
}

/* The request whose status block is `iosb`. */
struct iosb_pick {
    PFILE_OBJECT file;
    PIO_STATUS_BLOCK iosb;
    PEPROCESS process;
};

static PIRP find_by_iosb(void *context)
{
    struct iosb_pick *pick = context;
    return io_index_find(IO_FILE(pick->file), pick->iosb, pick->process);
}

/* CancelIoEx: one request, or all of this process on the file. Cancels on behalf of any thread. */
NTSTATUS NTAPI NtCancelIoFileEx(HANDLE FileHandle, PIO_STATUS_BLOCK IoRequestToCancel, PIO_STATUS_BLOCK IoStatusBlock)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    void *object;
    PEPROCESS process = ps_current_process();
    NTSTATUS status = ob_handle_reference(process, FileHandle, 0, &io_file_type, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    PFILE_OBJECT file = object;
    if (IoRequestToCancel != NULL) {
        struct iosb_pick pick = {.file = file, .iosb = IoRequestToCancel, .process = process};
        io_index_prepare(IO_FILE(file));
        if (!io_cancel_picked(find_by_iosb, &pick))
            status = STATUS_NOT_FOUND;
    } else if (io_cancel_file(file, process, NULL) == 0) {
        status = STATUS_NOT_FOUND;
    }
    if (IoStatusBlock != NULL) {
        IoStatusBlock->Status = status;
        IoStatusBlock->Information = 0;
    }
    ob_dereference(file);
    return status;
}

/* CancelIo: what the running thread has under way on the file. */
NTSTATUS NTAPI NtCancelIoFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    void *object;
    NTSTATUS status = ob_handle_reference(ps_current_process(), FileHandle, 0, &io_file_type, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    io_cancel_file(object, NULL, ps_current_thread());
    ob_dereference(object);
    IoStatusBlock->Status = STATUS_SUCCESS;
    IoStatusBlock->Information = 0;
    return STATUS_SUCCESS;
}

/* CancelSynchronousIo. STATUS_NOT_FOUND if the thread waits for nothing. */
NTSTATUS NTAPI NtCancelSynchronousIoFile(HANDLE ThreadHandle, PIO_STATUS_BLOCK IoRequestToCancel,
                                         PIO_STATUS_BLOCK IoStatusBlock)
{
    (void)IoRequestToCancel;
    void *object;
    NTSTATUS status = ob_handle_reference(ps_current_process(), ThreadHandle, 0, *PsThreadType, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status = io_cancel_thread_synchronous(object) == 0 ? STATUS_NOT_FOUND : STATUS_SUCCESS;
    ob_dereference(object);
    IoStatusBlock->Status = status;
    IoStatusBlock->Information = 0;
    return status;
}

static NTSTATUS query_object(PFILE_OBJECT file, PVOID out, ULONG bytes, ULONG class, ULONG_PTR *ret_information)
{
    if (class == FilePositionInformation) {
        if (bytes < sizeof(FILE_POSITION_INFORMATION))
            return STATUS_INFO_LENGTH_MISMATCH;
        ((PFILE_POSITION_INFORMATION)out)->CurrentByteOffset = file->CurrentByteOffset;
        *ret_information = sizeof(FILE_POSITION_INFORMATION);
        return STATUS_SUCCESS;
    }
    struct io_packet *packet = io_kernel_packet(IoGetRelatedDeviceObject(file), IRP_MJ_QUERY_INFORMATION, 0);
    if (packet == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(&packet->irp);
    stack->FileObject = file;
    stack->Parameters.QueryFile.Length = bytes;
    stack->Parameters.QueryFile.FileInformationClass = class;
    packet->irp.AssociatedIrp.SystemBuffer = out;
    packet->irp.Flags |= IRP_SYNCHRONOUS_API;
    return io_kernel_call(IoGetRelatedDeviceObject(file), packet, ret_information);
}

/* ntifs/nf-ntifs-ntqueryinformationfile; devices answer themselves, all but the position. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI NtQueryInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
                                      ULONG Length, FILE_INFORMATION_CLASS FileInformationClass)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    void *object;
    NTSTATUS status = ob_handle_reference(ps_current_process(), FileHandle, 0, &io_file_type, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    ULONG_PTR information = 0;
    status = query_object(object, FileInformation, Length, FileInformationClass, &information);
    ob_dereference(object);
    IoStatusBlock->Status = status;
    IoStatusBlock->Information = information;
    return status;
}

/* wdm/nf-wdm-zwqueryinformationfile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwQueryInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
                                      ULONG Length, FILE_INFORMATION_CLASS FileInformationClass)
{
    return NtQueryInformationFile(FileHandle, IoStatusBlock, FileInformation, Length, FileInformationClass);
}

static NTSTATUS set_port(PFILE_OBJECT file, PFILE_COMPLETION_INFORMATION completion)
{
    if (file->Flags & FO_SYNCHRONOUS_IO)
        return STATUS_INVALID_PARAMETER;
    if (IO_FILE(file)->port != NULL)
        return STATUS_INVALID_PARAMETER; /* once and for all */
    void *port;
    NTSTATUS status = ob_handle_reference(ps_current_process(), completion->Port, IO_COMPLETION_MODIFY_STATE,
                                          &io_port_type, &port, NULL);
    if (!NT_SUCCESS(status))
        return status;
    IO_FILE(file)->port = port;
    IO_FILE(file)->port_key = completion->Key;
    return STATUS_SUCCESS;
}

static NTSTATUS set_notification(PFILE_OBJECT file, ULONG modes)
{
    if (modes & ~(ULONG)(FILE_SKIP_COMPLETION_PORT_ON_SUCCESS | FILE_SKIP_SET_EVENT_ON_HANDLE))
        return STATUS_INVALID_PARAMETER;
    if (modes & FILE_SKIP_COMPLETION_PORT_ON_SUCCESS)
        file->Flags |= FO_SKIP_COMPLETION_PORT;
    if (modes & FILE_SKIP_SET_EVENT_ON_HANDLE)
        file->Flags |= FO_SKIP_SET_EVENT;
    return STATUS_SUCCESS;
}

static NTSTATUS set_object(PFILE_OBJECT file, PVOID in, ULONG bytes, ULONG class)
{
    if (class == FileCompletionInformation)
        return bytes < sizeof(FILE_COMPLETION_INFORMATION) ? STATUS_INFO_LENGTH_MISMATCH : set_port(file, in);
    if (class == FileIoCompletionNotificationInformation)
        return bytes < sizeof(ULONG) ? STATUS_INFO_LENGTH_MISMATCH : set_notification(file, *(PULONG)in);
    if (class == FilePositionInformation) {
        if (bytes < sizeof(FILE_POSITION_INFORMATION))
            return STATUS_INFO_LENGTH_MISMATCH;
        file->CurrentByteOffset = ((PFILE_POSITION_INFORMATION)in)->CurrentByteOffset;
        return STATUS_SUCCESS;
    }
    struct io_packet *packet = io_kernel_packet(IoGetRelatedDeviceObject(file), IRP_MJ_SET_INFORMATION, 0);
    if (packet == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(&packet->irp);
    stack->FileObject = file;
    stack->Parameters.SetFile.Length = bytes;
    stack->Parameters.SetFile.FileInformationClass = class;
    packet->irp.AssociatedIrp.SystemBuffer = in;
    packet->irp.Flags |= IRP_SYNCHRONOUS_API;
    return io_kernel_call(IoGetRelatedDeviceObject(file), packet, NULL);
}

/* ntifs/nf-ntifs-ntsetinformationfile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI NtSetInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
                                    ULONG Length, FILE_INFORMATION_CLASS FileInformationClass)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    void *object;
    NTSTATUS status = ob_handle_reference(ps_current_process(), FileHandle, 0, &io_file_type, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status = set_object(object, FileInformation, Length, FileInformationClass);
    ob_dereference(object);
    IoStatusBlock->Status = status;
    IoStatusBlock->Information = 0;
    return status;
}

/* wdm/nf-wdm-zwsetinformationfile. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwSetInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation,
                                    ULONG Length, FILE_INFORMATION_CLASS FileInformationClass)
{
    return NtSetInformationFile(FileHandle, IoStatusBlock, FileInformation, Length, FileInformationClass);
}
