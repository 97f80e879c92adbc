/* SPDX-License-Identifier: MIT */
/* WDFFILEOBJECT and the life of an open handle: rules C5, C6, S1 to S11. */
#include "wdf/fileobject.h"
#include "wdf/dispatch.h"
#include "wdf/table.h"

static WDF_FILEOBJECT_CLASS file_class(const struct device *device)
{
    if (!device->file_config.Size)
        return WdfFileObjectNotRequired;
    return (WDF_FILEOBJECT_CLASS)((ULONG)device->file_config.FileObjectClass & ~(ULONG)WdfFileObjectCanBeOptional);
}

static BOOLEAN file_is_optional(const struct device *device)
{
    return ((ULONG)device->file_config.FileObjectClass & (ULONG)WdfFileObjectCanBeOptional) != 0;
}

static struct file *file_search(struct device *device, PFILE_OBJECT wdm)
{
    struct file *found = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&device->files_lock, &irql);
    for (LIST_ENTRY *at = device->files.Flink; at != &device->files && !found; at = at->Flink) {
        struct file *file = CONTAINING_RECORD(at, struct file, link);

        if (file->wdm == wdm)
            found = file;
    }
    KeReleaseSpinLock(&device->files_lock, irql);
    return found;
}

struct file *file_of(struct device *device, PFILE_OBJECT wdm)
{
    switch (file_class(device)) {
    case WdfFileObjectWdfCanUseFsContext:
        return wdm ? wdm->FsContext : NULL;
    case WdfFileObjectWdfCanUseFsContext2:
        return wdm ? wdm->FsContext2 : NULL;
    case WdfFileObjectWdfCannotUseFsContexts:
        return file_search(device, wdm);
    default:
        return NULL;
    }
}

/* The WDM file object remembers its framework object in the field that the driver left to the framework. */
static void file_link(struct file *file, struct file *value)
{
    if (file_class(file->device) == WdfFileObjectWdfCanUseFsContext)
        file->wdm->FsContext = value;
    else if (file_class(file->device) == WdfFileObjectWdfCanUseFsContext2)
        file->wdm->FsContext2 = value;
}

/* Any IRQL up to DISPATCH_LEVEL: a create may fail in a completion at DISPATCH_LEVEL. */
static void file_delete(struct file *file)
{
    KIRQL irql;

    KeAcquireSpinLock(&file->device->files_lock, &irql);
    RemoveEntryList(&file->link);
    KeReleaseSpinLock(&file->device->files_lock, irql);
    if (file->wdm)
        file_link(file, NULL);
    (void)object_delete(&file->object);
}

static NTSTATUS file_new(struct device *device, PFILE_OBJECT wdm, struct file **ret_file)
{
    static const struct object_ops ops = {0};
    struct object_config config = {.globals = device->object.globals,
                                   .type = OBJECT_FILE,
                                   .bytes = sizeof(struct file),
                                   .attributes = device->file_attributes.Size ? &device->file_attributes : NULL,
                                   .default_parent = &device->object,
                                   .ops = &ops,
                                   .flags = OBJECT_UNDELETABLE};
    struct object *object;
    struct file *file;
    NTSTATUS status;
    KIRQL irql;

    *ret_file = NULL;
    if (!wdm && file_is_optional(device))
        return STATUS_SUCCESS;
    if (!wdm && file_class(device) != WdfFileObjectWdfCannotUseFsContexts)
        return STATUS_INVALID_PARAMETER;
    status = object_create(&config, &object);
    if (!NT_SUCCESS(status))
        return status;
    file = (struct file *)object;
    file->device = device;
    file->wdm = wdm;
    if (wdm)
        file_link(file, file);
    KeAcquireSpinLock(&device->files_lock, &irql);
    InsertTailList(&device->files, &file->link);
    KeReleaseSpinLock(&device->files_lock, irql);
    *ret_file = file;
    return STATUS_SUCCESS;
}

/* An open handle keeps a control device in memory, which its driver may delete at any time. */
static void count_open(struct device *device)
{
    if (device->flags & DEVICE_CONTROL)
        object_reference(&device->object);
}

static void uncount_open(struct device *device)
{
    if (device->flags & DEVICE_CONTROL)
        object_release(&device->object);
}

/* The end of every create: rule S4. */
static void create_ended(struct device *device, struct file *file, NTSTATUS status)
{
    if (NT_SUCCESS(status)) {
        if (file)
            file->opened = TRUE;
        count_open(device);
    } else if (file) {
        file_delete(file);
    }
}

/* A create that the driver had as a WDFREQUEST is being completed. IRQL <= DISPATCH_LEVEL. */
static void create_completing(struct request *request, NTSTATUS status)
{
    struct device *device = CONTAINING_RECORD(request->io, struct device, io);
    struct file *file = (struct file *)request->file;

    if (!NT_SUCCESS(status))
        request->file = NULL;
    create_ended(device, file, status);
}

static NTSTATUS NTAPI create_passed(PDEVICE_OBJECT wdm, PIRP irp, PVOID context)
{
    struct file *file = context;

    UNREFERENCED_PARAMETER(wdm);
    if (irp->PendingReturned)
        IoMarkIrpPending(irp);
    create_ended(file->device, file, irp->IoStatus.Status);
    return STATUS_CONTINUE_COMPLETION;
}

/* No callback and no queue for creates: rules C5, S1, S2. */
static NTSTATUS create_by_framework(struct device *device, PIRP irp, struct file *file)
{
    if (!(device->flags & DEVICE_FORWARD_CLOSE) || !device->lower) {
        create_ended(device, file, STATUS_SUCCESS);
        return dispatch_complete(irp, STATUS_SUCCESS);
    }
    if (!file)
        return dispatch_pass_down(device, irp);
    IoCopyCurrentIrpStackLocationToNext(irp);
    IoSetCompletionRoutine(irp, create_passed, file, TRUE, TRUE, TRUE);
    return IoCallDriver(device->lower, irp);
}

/* Device scope covers the file callbacks of a passive device (rule M5). */
static struct presentation *file_presentation(struct device *device, struct file *file)
{
    ULONG scope = file ? file->object.scope : device->object.scope;

    return scope == WdfSynchronizationScopeDevice ? &device->io.presentation : NULL;
}

static void call_file_create(struct device *device, struct request *request, struct file *file)
{
    struct presentation *presentation = file_presentation(device, file);
    struct presentation_entry entry;
    struct fx_callback_guard guard;

    if (presentation)
        presentation_enter(presentation, &entry, "EvtDeviceFileCreate");
    fx_callback_enter(&guard);
    device->file_config.EvtDeviceFileCreate(device_handle(device), request_handle(request),
                                            file ? (WDFFILEOBJECT)file->object.self : NULL);
    fx_callback_leave(&guard, "EvtDeviceFileCreate", (PVOID)device->file_config.EvtDeviceFileCreate);
    if (presentation)
        presentation_leave(presentation, &entry);
}

/* The driver has a say in this create: a request for its callback or its queue. */
static NTSTATUS create_by_driver(struct device *device, PIRP irp, struct file *file)
{
    struct request *request = request_create_for_irp(&device->io, irp, file ? &file->object : NULL);
    NTSTATUS status;

    if (!request) {
        create_ended(device, file, STATUS_INSUFFICIENT_RESOURCES);
        return dispatch_complete(irp, STATUS_INSUFFICIENT_RESOURCES);
    }
    request->completing = create_completing;
    if (device->file_config.Size && device->file_config.EvtDeviceFileCreate) {
        call_file_create(device, request, file);
        return STATUS_PENDING;
    }
    status = queue_insert_request(&device->io, request);
    if (!NT_SUCCESS(status))
        request_complete_by_framework(request, STATUS_INVALID_DEVICE_STATE, 0);
    return STATUS_PENDING;
}

NTSTATUS file_create(struct device *device, PIRP irp)
{
    PFILE_OBJECT wdm = IoGetCurrentIrpStackLocation(irp)->FileObject;
    struct file *file = NULL;
    NTSTATUS status;

    if (device->slow & DEVICE_SLOW_REMOVED)
        return dispatch_complete(irp, STATUS_DELETE_PENDING);
    if (device->slow & DEVICE_SLOW_UNFINISHED)
        return dispatch_complete(irp, STATUS_INVALID_DEVICE_STATE);
    if (file_class(device) != WdfFileObjectNotRequired) {
        status = file_new(device, wdm, &file);
        if (!NT_SUCCESS(status))
            return dispatch_complete(irp, status);
    }
    if ((device->file_config.Size && device->file_config.EvtDeviceFileCreate) ||
        device_io_queue_for(&device->io, IRP_MJ_CREATE))
        return create_by_driver(device, irp, file);
    return create_by_framework(device, irp, file);
}

static void call_file_event(struct file *file, VOID (*event)(WDFFILEOBJECT), const CHAR *name)
{
    struct presentation *presentation = file_presentation(file->device, file);
    struct presentation_entry entry;
    struct fx_callback_guard guard;

    if (presentation)
        presentation_enter(presentation, &entry, name);
    fx_callback_enter(&guard);
    event((WDFFILEOBJECT)file->object.self);
    fx_callback_leave(&guard, name, (PVOID)event);
    if (presentation)
        presentation_leave(presentation, &entry);
}

static NTSTATUS forward_or_succeed(struct device *device, PIRP irp)
{
    if ((device->flags & DEVICE_FORWARD_CLOSE) && device->lower)
        return dispatch_pass_down(device, irp);
    return dispatch_complete(irp, STATUS_SUCCESS);
}

/* Rule S6. A kernel that sends no cleanup (Wine's) gets the callback with the close. */
static void cleanup_once(struct file *file)
{
    if (file->cleaned || !file->opened)
        return;
    file->cleaned = TRUE;
    if (file->device->file_config.EvtFileCleanup)
        call_file_event(file, file->device->file_config.EvtFileCleanup, "EvtFileCleanup");
}

NTSTATUS file_cleanup(struct device *device, PIRP irp)
{
    struct file *file = file_of(device, IoGetCurrentIrpStackLocation(irp)->FileObject);

    if (file)
        cleanup_once(file);
    return forward_or_succeed(device, irp);
}

/* Rule S7. */
NTSTATUS file_close(struct device *device, PIRP irp)
{
    struct file *file = file_of(device, IoGetCurrentIrpStackLocation(irp)->FileObject);
    NTSTATUS status;

    if (file) {
        cleanup_once(file);
        if (file->opened && device->file_config.EvtFileClose)
            call_file_event(file, device->file_config.EvtFileClose, "EvtFileClose");
        file_delete(file);
    }
    status = forward_or_succeed(device, irp);
    uncount_open(device);
    return status;
}

/* -- public ------------------------------------------------------------------------------------ */

#define file_from_handle(handle) ((struct file *)object_from_handle((handle), OBJECT_FILE))

/* nf-wdffileobject-wdffileobjectgetfilename; PASSIVE_LEVEL. Rule R6. */
PUNICODE_STRING WdfFileObjectGetFileName(PWDF_DRIVER_GLOBALS DriverGlobals, WDFFILEOBJECT FileObject)
{
    struct file *file = file_from_handle(FileObject);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfFileObjectGetFileName);
    return file->wdm ? &file->wdm->FileName : NULL;
}

/* nf-wdffileobject-wdffileobjectgetflags; IRQL <= DISPATCH_LEVEL */
ULONG WdfFileObjectGetFlags(PWDF_DRIVER_GLOBALS DriverGlobals, WDFFILEOBJECT FileObject)
{
    struct file *file = file_from_handle(FileObject);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfFileObjectGetFlags);
    return file->wdm ? file->wdm->Flags : 0;
}

/* nf-wdffileobject-wdffileobjectgetdevice; IRQL <= DISPATCH_LEVEL */
WDFDEVICE WdfFileObjectGetDevice(PWDF_DRIVER_GLOBALS DriverGlobals, WDFFILEOBJECT FileObject)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfFileObjectGetDevice);
    return device_handle(file_from_handle(FileObject)->device);
}

/* nf-wdffileobject-wdffileobjectwdmgetfileobject; IRQL <= DISPATCH_LEVEL */
PFILE_OBJECT WdfFileObjectWdmGetFileObject(PWDF_DRIVER_GLOBALS DriverGlobals, WDFFILEOBJECT FileObject)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfFileObjectWdmGetFileObject);
    return file_from_handle(FileObject)->wdm;
}

/* nf-wdfdevice-wdfdevicegetfileobject; IRQL <= DISPATCH_LEVEL */
WDFFILEOBJECT WdfDeviceGetFileObject(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device, PFILE_OBJECT FileObject)
{
    struct file *file;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceGetFileObject);
    file = file_of(device_from_handle(Device), FileObject);
    return file ? (WDFFILEOBJECT)file->object.self : NULL;
}
