/* SPDX-License-Identifier: MIT */
/* Completion ports for programs inside the machine: NtCreateIoCompletion and kin. All PASSIVE_LEVEL but io_port_keep.
 */
#include "nt/io/io.h"
#include "nt/ex/ex.h"
#include "nt/ke/ke.h"

struct port {
    KSEMAPHORE ready; /* first; counts what waits in `list` */
    LIST_ENTRY list;  /* struct port_entry */
    ULONG depth;
};

/* One answer; when it is a request's, it lies in the request's own packet, so that posting cannot fail. */
struct port_entry {
    LIST_ENTRY link;
    PVOID key;
    PVOID apc_context;
    IO_STATUS_BLOCK result;
    struct io_packet *packet; /* freed with the entry; NULL: the entry is pool */
};
_Static_assert(sizeof(struct port_entry) <= sizeof(IO_STACK_LOCATION), "an answer fits a request's stack location");

static void entry_free(struct port_entry *entry)
{
    if (entry->packet != NULL)
        io_packet_free(entry->packet);
    else
        ex_free(entry);
}

static void port_delete(void *object)
{
    struct port *port = object;
    while (!IsListEmpty(&port->list))
        entry_free(CONTAINING_RECORD(RemoveHeadList(&port->list), struct port_entry, link));
}

struct _OBJECT_TYPE io_port_type = {
    .name = "IoCompletion",
    .generic = {STANDARD_RIGHTS_READ | 0x1, STANDARD_RIGHTS_WRITE | IO_COMPLETION_MODIFY_STATE, SYNCHRONIZE,
                IO_COMPLETION_ALL_ACCESS},
    .valid_access = IO_COMPLETION_ALL_ACCESS,
    .wait_offset = OB_WAIT_NOT,
    .delete = port_delete,
    .delete_passive = true,
};

static void post(struct port *port, struct port_entry *entry)
{
    InsertTailList(&port->list, &entry->link);
    port->depth++;
    KeReleaseSemaphore(&port->ready, IO_NO_INCREMENT, 1, FALSE);
}

/* A request is done: its packet, whose stack locations nobody needs any more, waits in the port. IRQL <= DISPATCH. */
void io_port_keep(struct io_packet *packet, PFILE_OBJECT file)
{
    struct port_entry *entry = (struct port_entry *)(&packet->irp + 1);
    PVOID apc_context = packet->irp.Overlay.AsynchronousParameters.UserApcContext;
    entry->key = IO_FILE(file)->port_key;
    entry->apc_context = apc_context;
    entry->result = packet->irp.IoStatus;
    entry->packet = packet;
    post(IO_FILE(file)->port, entry);
}

NTSTATUS NTAPI NtCreateIoCompletion(PHANDLE IoCompletionHandle, ACCESS_MASK DesiredAccess,
                                    POBJECT_ATTRIBUTES ObjectAttributes, ULONG NumberOfConcurrentThreads)
{
    (void)NumberOfConcurrentThreads; /* threads of one machine never run at once */
    nt_irql_at_most(PASSIVE_LEVEL);
    void *object;
    NTSTATUS status = ob_create(&io_port_type, sizeof(struct port), &object);
    if (!NT_SUCCESS(status))
        return status;
    struct port *port = object;
    KeInitializeSemaphore(&port->ready, 0, 0x7fffffff);
    InitializeListHead(&port->list);
    ULONG attributes = ObjectAttributes == NULL ? 0 : ObjectAttributes->Attributes;
    status = ob_handle_open(ps_current_process(), port, DesiredAccess, attributes, IoCompletionHandle);
    ob_dereference(port);
    return status;
}

NTSTATUS NTAPI NtSetIoCompletion(HANDLE IoCompletionHandle, PVOID KeyContext, PVOID ApcContext, NTSTATUS IoStatus,
                                 ULONG_PTR IoStatusInformation)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    void *object;
    NTSTATUS status = ob_handle_reference(ps_current_process(), IoCompletionHandle, IO_COMPLETION_MODIFY_STATE,
                                          &io_port_type, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    struct port_entry *entry = ex_alloc_zeroed(sizeof *entry, IO_TAG);
    if (entry != NULL) {
        entry->key = KeyContext;
        entry->apc_context = ApcContext;
        entry->result.Status = IoStatus;
        entry->result.Information = IoStatusInformation;
        post(object, entry);
    }
    ob_dereference(object);
    return entry == NULL ? STATUS_INSUFFICIENT_RESOURCES : STATUS_SUCCESS;
}

NTSTATUS NTAPI NtRemoveIoCompletion(HANDLE IoCompletionHandle, PVOID *KeyContext, PVOID *ApcContext,
                                    PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER Timeout)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    void *object;
    NTSTATUS status = ob_handle_reference(ps_current_process(), IoCompletionHandle, IO_COMPLETION_MODIFY_STATE,
                                          &io_port_type, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    struct port *port = object;
    status = KeWaitForSingleObject(&port->ready, UserRequest, ExGetPreviousMode(), FALSE, Timeout);
    if (status == STATUS_SUCCESS) {
        nt_assert(!IsListEmpty(&port->list), "the semaphore counts the port's answers");
        struct port_entry *entry = CONTAINING_RECORD(RemoveHeadList(&port->list), struct port_entry, link);
        port->depth--;
        *KeyContext = entry->key;
        *ApcContext = entry->apc_context;
        *IoStatusBlock = entry->result;
        entry_free(entry);
    }
    ob_dereference(port);
    return status;
}

NTSTATUS NTAPI NtQueryIoCompletion(HANDLE IoCompletionHandle, ULONG InformationClass, PVOID Information, ULONG Length,
                                   PULONG ResultLength)
{
    void *object;
    if (InformationClass != 0)
        return STATUS_INVALID_INFO_CLASS;
    if (Length < sizeof(LONG))
        return STATUS_INFO_LENGTH_MISMATCH;
    NTSTATUS status = ob_handle_reference(ps_current_process(), IoCompletionHandle, 0x1, &io_port_type, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    *(PLONG)Information = (LONG)((struct port *)object)->depth;
    if (ResultLength != NULL)
        *ResultLength = sizeof(LONG);
    ob_dereference(object);
    return STATUS_SUCCESS;
}
