/* SPDX-License-Identifier: MIT */
/*
 * File objects: open, cleanup when the last handle closes, close when the last reference goes.
 * Pages: kernel/irp-mj-create, -irp-mj-cleanup, -irp-mj-close.
 */
#include "nt/io/io.h"
#include "nt/ex/ex.h"
#include "nt/pnp/pnp.h"

static void send_end(PFILE_OBJECT file, UCHAR major)
{
    PDEVICE_OBJECT top = IoGetRelatedDeviceObject(file);
    struct io_packet *packet = io_kernel_packet(top, major, 0);
    /* Nobody can be told that there is no memory, and the driver must hear of the end. */
    nt_assert(packet != NULL, "an IRP for cleanup or close can always be had");
    packet->irp.Flags |= IRP_SYNCHRONOUS_API | (major == IRP_MJ_CLOSE ? IRP_CLOSE_OPERATION : 0);
    packet->irp.Tail.Overlay.OriginalFileObject = file;
    IoGetNextIrpStackLocation(&packet->irp)->FileObject = file;
    io_kernel_call(top, packet, NULL);
}

/* A handle was closed; the last one anywhere means IRP_MJ_CLEANUP. */
static void file_handle_closed(PEPROCESS process, void *object, ULONG process_handles_left, ULONG handles_left)
{
    (void)process;
    (void)process_handles_left;
    PFILE_OBJECT file = object;
    if (handles_left != 0 || !IO_FILE(file)->opened || (file->Flags & FO_CLEANUP_COMPLETE))
        return;
    file->Flags |= FO_CLEANUP_COMPLETE;
    send_end(file, IRP_MJ_CLEANUP);
}

static void file_delete(void *object)
{
    PFILE_OBJECT file = object;
    struct io_file *io_file = IO_FILE(file);
    nt_assert(IsListEmpty(&io_file->packets), "a request holds its file object");
    if (io_file->opened) {
        if (!(file->Flags & FO_CLEANUP_COMPLETE)) { /* opened without a handle: IoGetDeviceObjectPointer */
            file->Flags |= FO_CLEANUP_COMPLETE;
            send_end(file, IRP_MJ_CLEANUP);
        }
        send_end(file, IRP_MJ_CLOSE);
    }
    if (io_file->counted)
        io_device_dereference(file->DeviceObject);
    if (file->DeviceObject != NULL)
        ob_dereference(file->DeviceObject);
    if (file->FileName.Buffer != NULL)
        ExFreePool(file->FileName.Buffer); /* a driver may have put another one there: IoReplaceFileObjectName */
    if (io_file->port != NULL)
        ob_dereference(io_file->port);
    if (io_file->index != NULL)
        ex_free(io_file->index);
    file->Type = 0;
}

struct _OBJECT_TYPE io_file_type = {
    .name = "File",
    .generic = {FILE_GENERIC_READ, FILE_GENERIC_WRITE, FILE_GENERIC_EXECUTE, FILE_ALL_ACCESS},
    .valid_access = FILE_ALL_ACCESS,
    .wait_offset = offsetof(FILE_OBJECT, Event),
    .close = file_handle_closed,
    .delete = file_delete,
    .delete_passive = true,
};

ACCESS_MASK io_access_map(ACCESS_MASK access)
{
    const GENERIC_MAPPING *map = &io_file_type.generic;
    ACCESS_MASK mapped = access & ~(ACCESS_MASK)(GENERIC_READ | GENERIC_WRITE | GENERIC_EXECUTE | GENERIC_ALL);
    mapped |= (access & GENERIC_READ) ? map->GenericRead : 0;
    mapped |= (access & GENERIC_WRITE) ? map->GenericWrite : 0;
    mapped |= (access & GENERIC_EXECUTE) ? map->GenericExecute : 0;
    mapped |= (access & (GENERIC_ALL | MAXIMUM_ALLOWED)) ? map->GenericAll : 0;
    return mapped & ~(ACCESS_MASK)MAXIMUM_ALLOWED;
}

void io_file_lock(PFILE_OBJECT file)
{
    while (file->Busy) {
        file->Waiters++;
        KeWaitForSingleObject(&file->Lock, Executive, KernelMode, FALSE, NULL);
        file->Waiters--;
    }
    file->Busy = 1;
}

void io_file_unlock(PFILE_OBJECT file)
{
    nt_assert(file->Busy, "who unlocks a file object has locked it");
    file->Busy = 0;
    if (file->Waiters != 0)
        KeSetEvent(&file->Lock, IO_NO_INCREMENT, FALSE);
}

/* Whether the device can be opened now. */
static NTSTATUS device_check(PDEVICE_OBJECT device)
{
    struct io_device *bottom = IO_DEVICE(io_device_bottom(device));
    if (IO_DEVICE(device)->deleted || (device->Flags & DO_DEVICE_INITIALIZING) || (bottom->flags & IO_DEVICE_REMOVED))
        return STATUS_NO_SUCH_DEVICE;
    if (bottom->node != NULL && !pnp_may_open(bottom->node))
        return STATUS_NO_SUCH_DEVICE;
    if ((device->Flags & DO_EXCLUSIVE) && device->ReferenceCount != 0)
        return STATUS_ACCESS_DENIED;
    return STATUS_SUCCESS;
}

static NTSTATUS file_make(PDEVICE_OBJECT device, const UNICODE_STRING *rest, const struct io_open *open,
                          PFILE_OBJECT *ret_file)
{
    void *object;
    NTSTATUS status = ob_create(&io_file_type, sizeof(struct io_file), &object);
    if (!NT_SUCCESS(status))
        return status;
    PFILE_OBJECT file = object;
    InitializeListHead(&IO_FILE(file)->packets);
    file->Type = IO_TYPE_FILE_;
    file->Size = sizeof(FILE_OBJECT);
    KeInitializeEvent(&file->Lock, SynchronizationEvent, FALSE);
    KeInitializeEvent(&file->Event, NotificationEvent, FALSE);
    InitializeListHead(&file->IrpList);
    file->ReadAccess = (open->access & (FILE_READ_DATA | FILE_EXECUTE)) != 0;
    file->WriteAccess = (open->access & (FILE_WRITE_DATA | FILE_APPEND_DATA)) != 0;
    file->DeleteAccess = (open->access & DELETE) != 0;
    file->SharedRead = (open->share & FILE_SHARE_READ) != 0;
    file->SharedWrite = (open->share & FILE_SHARE_WRITE) != 0;
    file->SharedDelete = (open->share & FILE_SHARE_DELETE) != 0;
    if (open->options & (FILE_SYNCHRONOUS_IO_ALERT | FILE_SYNCHRONOUS_IO_NONALERT))
        file->Flags |= FO_SYNCHRONOUS_IO;
    if (open->options & FILE_SYNCHRONOUS_IO_ALERT)
        file->Flags |= FO_ALERTABLE_IO;
    if (open->options & FILE_NO_INTERMEDIATE_BUFFERING)
        file->Flags |= FO_NO_INTERMEDIATE_BUFFERING;
    if (open->options & FILE_WRITE_THROUGH)
        file->Flags |= FO_WRITE_THROUGH;
    if (open->options & FILE_SEQUENTIAL_ONLY)
        file->Flags |= FO_SEQUENTIAL_ONLY;
    if (rest->Length != 0) {
        file->FileName.Buffer = ex_alloc(rest->Length, IO_TAG);
        if (file->FileName.Buffer == NULL) {
            ob_dereference(file);
            return STATUS_INSUFFICIENT_RESOURCES;
        }
        memcpy(file->FileName.Buffer, rest->Buffer, rest->Length);
        file->FileName.Length = file->FileName.MaximumLength = rest->Length;
    }
    ob_reference(device);
    file->DeviceObject = device;
    io_device_reference(device);
    IO_FILE(file)->counted = TRUE;
    *ret_file = file;
    return STATUS_SUCCESS;
}

/* IRP_MJ_CREATE; documented parameters only. */
static NTSTATUS send_create(PFILE_OBJECT file, const struct io_open *open, ULONG_PTR *ret_information)
{
    PDEVICE_OBJECT top = IoGetRelatedDeviceObject(file);
    struct io_packet *packet = io_kernel_packet(top, IRP_MJ_CREATE, 0);
    if (packet == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    ACCESS_STATE access = {0};
    access.OriginalDesiredAccess = open->access;
    access.PreviouslyGrantedAccess = open->access;
    IO_SECURITY_CONTEXT security = {0};
    security.AccessState = &access;
    security.DesiredAccess = open->access;
    security.FullCreateOptions = open->options;
    PIRP irp = &packet->irp;
    irp->Flags |= IRP_CREATE_OPERATION | IRP_SYNCHRONOUS_API | IRP_DEFER_IO_COMPLETION;
    irp->RequestorMode = open->mode;
    irp->Overlay.AllocationSize = open->allocation;
    irp->AssociatedIrp.SystemBuffer = open->ea;
    irp->Tail.Overlay.OriginalFileObject = file;
    PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(irp);
    stack->FileObject = file;
    stack->Parameters.Create.SecurityContext = &security;
    stack->Parameters.Create.Options = (open->disposition << 24) | (open->options & 0x00ffffff);
    stack->Parameters.Create.FileAttributes = (USHORT)open->attributes;
    stack->Parameters.Create.ShareAccess = (USHORT)open->share;
    stack->Parameters.Create.EaLength = open->ea_bytes;
    io_packet_to_thread(packet);
    NTSTATUS status = io_kernel_call(top, packet, ret_information);
    if (status == STATUS_REPARSE)
        status = STATUS_OBJECT_NAME_INVALID; /* a device that sends the opener elsewhere: not there */
    return status;
}

/* Opens what `name` says; the file object comes without a handle, with one reference. */
static NTSTATUS open_object(const UNICODE_STRING *name, const struct io_open *open, PFILE_OBJECT *ret_file,
                            ULONG_PTR *ret_information)
{
    void *device, *text;
    UNICODE_STRING rest;
    NTSTATUS status = ob_name_lookup(name, NULL, &device, &rest, &text);
    if (!NT_SUCCESS(status))
        return status;
    PFILE_OBJECT file = NULL;
    if (ob_type_of(device) != &io_device_type)
        status = STATUS_OBJECT_TYPE_MISMATCH;
    if (NT_SUCCESS(status))
        status = device_check(device);
    if (NT_SUCCESS(status))
        status = file_make(device, &rest, open, &file);
    if (text != NULL)
        ExFreePool(text);
    ob_dereference(device);
    if (!NT_SUCCESS(status))
        return status;
    status = send_create(file, open, ret_information);
    if (!NT_SUCCESS(status)) {
        ob_dereference(file);
        return status;
    }
    IO_FILE(file)->opened = TRUE;
    file->Flags |= FO_FILE_OPEN;
    *ret_file = file;
    return status;
}

NTSTATUS io_file_open(const UNICODE_STRING *name, const struct io_open *open, PEPROCESS process, ULONG attributes,
                      PHANDLE ret_handle, ULONG_PTR *ret_information)
{
    struct io_open mapped = *open;
    mapped.access = io_access_map(open->access);
    PFILE_OBJECT file;
    NTSTATUS status = open_object(name, &mapped, &file, ret_information);
    if (!NT_SUCCESS(status))
        return status;
    file->Flags |= FO_HANDLE_CREATED;
    NTSTATUS handle_status = ob_handle_open(process, file, mapped.access, attributes, ret_handle);
    ob_dereference(file); /* without a handle this is cleanup and close */
    return NT_SUCCESS(handle_status) ? status : handle_status;
}

/* wdm/nf-wdm-iogetdeviceobjectpointer. IRQL PASSIVE_LEVEL. The file object is what keeps the device. */
NTSTATUS NTAPI IoGetDeviceObjectPointer(PUNICODE_STRING ObjectName, ACCESS_MASK DesiredAccess, PFILE_OBJECT *FileObject,
                                        PDEVICE_OBJECT *DeviceObject)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(ObjectName);
    struct io_open open = {.access = io_access_map(DesiredAccess),
                           .disposition = FILE_OPEN,
                           .options = FILE_NON_DIRECTORY_FILE,
                           .mode = KernelMode};
    ULONG_PTR information;
    PFILE_OBJECT file;
    NTSTATUS status = open_object(ObjectName, &open, &file, &information);
    if (!NT_SUCCESS(status))
        return status;
    /* On Windows this opened a handle and closed it: the driver has seen IRP_MJ_CLEANUP when it returns. */
    file->Flags |= FO_CLEANUP_COMPLETE;
    send_end(file, IRP_MJ_CLEANUP);
    *FileObject = file;
    *DeviceObject = IoGetRelatedDeviceObject(file);
    return STATUS_SUCCESS;
}

/* wdm/nf-wdm-iogetrelateddeviceobject (ntifs). IRQL <= DISPATCH_LEVEL. */
PDEVICE_OBJECT NTAPI IoGetRelatedDeviceObject(PFILE_OBJECT FileObject)
{
    nt_argument(FileObject);
    return io_device_top(FileObject->DeviceObject);
}

/* ntifs/nf-ntifs-iogetfileobjectgenericmapping. IRQL PASSIVE_LEVEL. */
PGENERIC_MAPPING NTAPI IoGetFileObjectGenericMapping(VOID)
{
    return &io_file_type.generic;
}
