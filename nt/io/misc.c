/* SPDX-License-Identifier: MIT */
/* Small services: symbolic links, who asks, versions, share access, what is accepted and does nothing here. */
#include "nt/io/io.h"
#include "nt/ex/ex.h"

static void narrow(char *to, size_t room, PCUNICODE_STRING from)
{
    size_t at = 0;
    for (USHORT i = 0; i < from->Length / sizeof(WCHAR) && at + 1 < room; i++)
        to[at++] = from->Buffer[i] < 128 ? (char)from->Buffer[i] : '?';
    to[at] = 0;
}

/* The host knows links under \?? and \DosDevices: programs of other processes open them as \\.\NAME. */
static void publish_link(PCUNICODE_STRING name, ULONG state)
{
    char text[512] = "\\\\.\\";
    char full[504];
    static const char *const prefixes[] = {"\\DosDevices\\", "\\??\\", "\\DosDevices\\Global\\", "\\GLOBAL??\\"};
    narrow(full, sizeof full, name);
    for (size_t i = 0; i < nt_countof(prefixes); i++) {
        size_t n = 0;
        while (prefixes[i][n] != 0 && (prefixes[i][n] | 32) == (full[n] | 32))
            n++;
        if (prefixes[i][n] != 0 || full[n] == 0)
            continue;
        size_t at = 4;
        while (full[n] != 0 && at + 1 < sizeof text)
            text[at++] = full[n++];
        text[at] = 0;
        machine_publish(text, NULL, NULL, state);
        return;
    }
}

/* wdm/nf-wdm-iocreatesymboliclink. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoCreateSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(SymbolicLinkName);
    nt_argument(DeviceName);
    NTSTATUS status = ob_symlink_create(SymbolicLinkName, DeviceName);
    if (NT_SUCCESS(status))
        publish_link(SymbolicLinkName, 2);
    return status;
}

/* wdm/nf-wdm-iocreateunprotectedsymboliclink. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoCreateUnprotectedSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName)
{
    return IoCreateSymbolicLink(SymbolicLinkName, DeviceName);
}

/* wdm/nf-wdm-iodeletesymboliclink. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoDeleteSymbolicLink(PUNICODE_STRING SymbolicLinkName)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(SymbolicLinkName);
    NTSTATUS status = ob_symlink_delete(SymbolicLinkName);
    if (NT_SUCCESS(status))
        publish_link(SymbolicLinkName, 0);
    return status;
}

/* wdm/nf-wdm-iogetrequestorprocess (ntifs). IRQL <= DISPATCH_LEVEL. */
PEPROCESS NTAPI IoGetRequestorProcess(PIRP Irp)
{
    nt_argument(Irp);
    return Irp->Tail.Overlay.Thread == NULL ? NULL : Irp->Tail.Overlay.Thread->process;
}

/* ntifs/nf-ntifs-iogetrequestorprocessid. IRQL <= DISPATCH_LEVEL. */
ULONG NTAPI IoGetRequestorProcessId(PIRP Irp)
{
    PEPROCESS process = IoGetRequestorProcess(Irp);
    return process == NULL ? 0 : (ULONG)(ULONG_PTR)process->id;
}

/* ntifs/nf-ntifs-iogetrequestorsessionid. IRQL <= APC_LEVEL. */
NTSTATUS NTAPI IoGetRequestorSessionId(PIRP Irp, PULONG pSessionId)
{
    *pSessionId = 0;
    return IoGetRequestorProcess(Irp) == NULL ? STATUS_UNSUCCESSFUL : STATUS_SUCCESS;
}

/* wdm/nf-wdm-ioisoperationsynchronous (ntifs). IRQL: any. */
BOOLEAN NTAPI IoIsOperationSynchronous(PIRP Irp)
{
    PFILE_OBJECT file = IoGetCurrentIrpStackLocation(Irp)->FileObject;
    if (Irp->Flags & (IRP_PAGING_IO | IRP_SYNCHRONOUS_PAGING_IO) && !(Irp->Flags & IRP_SYNCHRONOUS_PAGING_IO))
        return FALSE;
    return (file != NULL && (file->Flags & FO_SYNCHRONOUS_IO)) || (Irp->Flags & IRP_SYNCHRONOUS_API);
}

/* wdm/nf-wdm-iois32bitprocess. IRQL <= DISPATCH_LEVEL. Every client speaks 64 bits. */
BOOLEAN NTAPI IoIs32bitProcess(PIRP Irp)
{
    (void)Irp;
    return FALSE;
}

/* wdm/nf-wdm-ioiswdmversionavailable. IRQL PASSIVE_LEVEL. 6.0 is what the page names for Windows Vista and later. */
BOOLEAN NTAPI IoIsWdmVersionAvailable(UCHAR MajorVersion, UCHAR MinorVersion)
{
    return MajorVersion < 6 || (MajorVersion == 6 && MinorVersion == 0);
}

/* wdm/nf-wdm-iowmiregistrationcontrol. IRQL PASSIVE_LEVEL. There is no WMI consumer: a provider may come and go. */
NTSTATUS NTAPI IoWMIRegistrationControl(PDEVICE_OBJECT DeviceObject, ULONG Action)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(DeviceObject);
    switch (Action & 0xffff) {
    case WMIREG_ACTION_REGISTER:
    case WMIREG_ACTION_DEREGISTER:
    case WMIREG_ACTION_REREGISTER:
    case WMIREG_ACTION_UPDATE_GUIDS:
    case WMIREG_ACTION_BLOCK_IRPS:
        return STATUS_SUCCESS;
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

/* wdm/nf-wdm-iosetstartioattributes (ntifs). IRQL: any. Deferral shows only in recursion depth. */
VOID NTAPI IoSetStartIoAttributes(PDEVICE_OBJECT DeviceObject, BOOLEAN DeferredStartIo, BOOLEAN NonCancelable)
{
    (void)DeviceObject, (void)DeferredStartIo, (void)NonCancelable;
}

/* ntifs/nf-ntifs-ioregistershutdownnotification. IRQL PASSIVE_LEVEL. Sent by the operator's shutdown. */
NTSTATUS NTAPI IoRegisterShutdownNotification(PDEVICE_OBJECT DeviceObject)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    DeviceObject->Flags |= DO_SHUTDOWN_REGISTERED;
    return STATUS_SUCCESS;
}

VOID NTAPI IoUnregisterShutdownNotification(PDEVICE_OBJECT DeviceObject)
{
    DeviceObject->Flags &= (ULONG)~DO_SHUTDOWN_REGISTERED;
}

/* ntifs/nf-ntifs-iogettoplevelirp, -iosettoplevelirp: only file systems have one. */
static PIRP top_level;

PIRP NTAPI IoGetTopLevelIrp(VOID)
{
    return top_level;
}

/* wdm/nf-wdm-iogetiopriorityhint. IRQL: any. */
IO_PRIORITY_HINT NTAPI IoGetIoPriorityHint(PIRP Irp)
{
    (void)Irp;
    return IoPriorityNormal;
}

/* wdm/nf-wdm-iosetiopriorityhint. IRQL: any. */
NTSTATUS NTAPI IoSetIoPriorityHint(PIRP Irp, IO_PRIORITY_HINT PriorityHint)
{
    (void)Irp;
    return PriorityHint < MaxIoPriorityTypes ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER;
}

/* wdm/nf-wdm-iosetcompletionroutineex. IRQL <= DISPATCH_LEVEL. The driver cannot be unloaded while its code runs here.
 */
NTSTATUS NTAPI IoSetCompletionRoutineEx(PDEVICE_OBJECT DeviceObject, PIRP Irp, PIO_COMPLETION_ROUTINE CompletionRoutine,
                                        PVOID Context, BOOLEAN InvokeOnSuccess, BOOLEAN InvokeOnError,
                                        BOOLEAN InvokeOnCancel)
{
    nt_argument(DeviceObject);
    nt_argument(Irp);
    IoSetCompletionRoutine(Irp, CompletionRoutine, Context, InvokeOnSuccess, InvokeOnError, InvokeOnCancel);
    return STATUS_SUCCESS;
}

static BOOLEAN share_conflict(ACCESS_MASK access, ULONG share, const SHARE_ACCESS *held)
{
    BOOLEAN reads = (access & (FILE_READ_DATA | FILE_EXECUTE)) != 0;
    BOOLEAN writes = (access & (FILE_WRITE_DATA | FILE_APPEND_DATA)) != 0;
    BOOLEAN deletes = (access & DELETE) != 0;
    return (reads && held->SharedRead < held->OpenCount) || (writes && held->SharedWrite < held->OpenCount) ||
           (deletes && held->SharedDelete < held->OpenCount) || (held->Readers != 0 && !(share & FILE_SHARE_READ)) ||
           (held->Writers != 0 && !(share & FILE_SHARE_WRITE)) || (held->Deleters != 0 && !(share & FILE_SHARE_DELETE));
}

static void share_add(PFILE_OBJECT file, PSHARE_ACCESS held, int by)
{
    if (!file->ReadAccess && !file->WriteAccess && !file->DeleteAccess)
        return;
    held->OpenCount += (ULONG)by;
    held->Readers += (ULONG)(file->ReadAccess ? by : 0);
    held->Writers += (ULONG)(file->WriteAccess ? by : 0);
    held->Deleters += (ULONG)(file->DeleteAccess ? by : 0);
    held->SharedRead += (ULONG)(file->SharedRead ? by : 0);
    held->SharedWrite += (ULONG)(file->SharedWrite ? by : 0);
    held->SharedDelete += (ULONG)(file->SharedDelete ? by : 0);
}

static void share_file(PFILE_OBJECT file, ACCESS_MASK access, ULONG share)
{
    file->ReadAccess = (access & (FILE_READ_DATA | FILE_EXECUTE)) != 0;
    file->WriteAccess = (access & (FILE_WRITE_DATA | FILE_APPEND_DATA)) != 0;
    file->DeleteAccess = (access & DELETE) != 0;
    file->SharedRead = (share & FILE_SHARE_READ) != 0;
    file->SharedWrite = (share & FILE_SHARE_WRITE) != 0;
    file->SharedDelete = (share & FILE_SHARE_DELETE) != 0;
}

/* wdm/nf-wdm-ioremoveshareaccess. IRQL PASSIVE_LEVEL. */
VOID NTAPI IoRemoveShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess)
{
    share_add(FileObject, ShareAccess, -1);
}

/* wdm/nf-wdm-iosetshareaccess. IRQL PASSIVE_LEVEL. */
VOID NTAPI IoSetShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess, PFILE_OBJECT FileObject,
                            PSHARE_ACCESS ShareAccess)
{
    memset(ShareAccess, 0, sizeof *ShareAccess);
    share_file(FileObject, DesiredAccess, DesiredShareAccess);
    share_add(FileObject, ShareAccess, 1);
}

/* wdm/nf-wdm-iocheckshareaccess. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoCheckShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess, PFILE_OBJECT FileObject,
                                  PSHARE_ACCESS ShareAccess, BOOLEAN Update)
{
    if (share_conflict(DesiredAccess, DesiredShareAccess, ShareAccess))
        return STATUS_SHARING_VIOLATION;
    share_file(FileObject, DesiredAccess, DesiredShareAccess);
    if (Update)
        share_add(FileObject, ShareAccess, 1);
    return STATUS_SUCCESS;
}
