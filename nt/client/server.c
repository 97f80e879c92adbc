/* SPDX-License-Identifier: MIT */
/*
 * The port server. One listener thread hears of clients and threads that come and go; every client thread is a guest
 * thread, so that a driver sees the right thread and process, and a thread's end cancels what it asked for.
 */
#include "nt/client/port.h"
#include "nt/ex/ex.h"
#include "nt/rtl/format.h"

enum { ANSWER_BYTES = 64 * 1024 };

static LIST_ENTRY clients = {&clients, &clients};

/* Commands of port 0 run one at a time on a thread of their own: the listener must go on hearing. */
struct command {
    LIST_ENTRY link;
    struct machine_message message;
};
static LIST_ENTRY commands = {&commands, &commands};
static KSEMAPHORE commands_ready;

/* Clients that have gone and are not gone whole yet; the event is set while there are none. */
static ULONG leaving;
static KEVENT settled;

static struct client *client_find(ULONG number)
{
    for (PLIST_ENTRY entry = clients.Flink; entry != &clients; entry = entry->Flink) {
        struct client *client = CONTAINING_RECORD(entry, struct client, all);
        if (client->number == number)
            return client;
    }
    return NULL;
}

void client_dereference(struct client *client)
{
    nt_assert(client->references > 0, "a client is given back as often as it was taken");
    if (--client->references != 0)
        return;
    client_slots_free(client);
    ob_dereference(client->process);
    ex_free(client);
}

static struct client *client_create(ULONG number, const char *name)
{
    struct client *client = ex_alloc_zeroed(sizeof *client, IO_TAG);
    if (client == NULL)
        return NULL;
    if (!NT_SUCCESS(ps_process_create(name, &client->process))) {
        ex_free(client);
        return NULL;
    }
    client->number = number;
    client->process->client = number;
    client->references = 1;
    InsertTailList(&clients, &client->all);
    return client;
}

/* The last of its threads is gone, and so is the client: handles are closed, which is cleanup and close. */
static void process_end(struct client *client)
{
    if (client->ended)
        return;
    client->ended = TRUE;
    ps_process_end(client->process, STATUS_SUCCESS);
    RemoveEntryList(&client->all);
    nt_assert(leaving > 0, "a process ends after its client has gone");
    if (--leaving == 0)
        KeSetEvent(&settled, IO_NO_INCREMENT, FALSE);
    client_dereference(client);
}

static const char *major_name(UCHAR major)
{
    switch (major) {
    case IRP_MJ_CREATE:
        return "create";
    case IRP_MJ_READ:
        return "read";
    case IRP_MJ_WRITE:
        return "write";
    case IRP_MJ_DEVICE_CONTROL:
        return "device control";
    default:
        return "request of another kind";
    }
}

static void report_kept(struct client *client)
{
    for (ULONG slot = 0; slot < client->slot_room; slot++) {
        struct io_packet *packet = client->slots[slot];
        if (packet == NULL)
            continue;
        PIRP irp = &packet->irp;
        PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(irp);
        PDRIVER_OBJECT driver = stack->DeviceObject->DriverObject;
        nt_report("RequestLeak", 0,
                  "%s keeps %u request%s (the first is a %s) of a client that has gone: not completed within %u s of "
                  "cancellation. Mark a request that waits cancelable, and complete it in EvtRequestCancel.",
                  nt_image_name(driver->DriverStart), (unsigned)client->outstanding,
                  client->outstanding == 1 ? "" : "s", major_name(stack->MajorFunction), CLIENT_SETTLE_MS / 1000);
        return;
    }
}

static VOID NTAPI barrier_reached(PVOID context)
{
    KeSetEvent(context, IO_NO_INCREMENT, FALSE);
}

/* File objects whose last reference went above PASSIVE_LEVEL are closed by a worker: after what is queued now. */
static void workers_barrier(void)
{
    KEVENT reached;
    WORK_QUEUE_ITEM item;
    KeInitializeEvent(&reached, NotificationEvent, FALSE);
    ExInitializeWorkItem(&item, barrier_reached, &reached);
    ex_work_queue(&item);
    KeWaitForSingleObject(&reached, Executive, KernelMode, FALSE, NULL);
}

bool client_settle(void)
{
    LARGE_INTEGER timeout = {.QuadPart = -10000LL * CLIENT_SETTLE_MS};
    if (KeWaitForSingleObject(&settled, Executive, KernelMode, FALSE, &timeout) == STATUS_SUCCESS) {
        workers_barrier();
        return true;
    }
    for (PLIST_ENTRY entry = clients.Flink; entry != &clients; entry = entry->Flink) {
        struct client *client = CONTAINING_RECORD(entry, struct client, all);
        if (client->gone && client->outstanding != 0)
            report_kept(client);
    }
    return false;
}

static VOID NTAPI process_end_thread(PVOID context)
{
    process_end(context);
    client_dereference(context);
}

/* -- what a client thread asks -- */

static void command(struct machine_message *message)
{
    char *answer = ex_alloc(ANSWER_BYTES, IO_TAG);
    if (answer == NULL) {
        client_reply(message, STATUS_INSUFFICIENT_RESOURCES, 0, NULL, 0);
        return;
    }
    SIZE_T length = 0;
    NTSTATUS status = client_command(message->in, message->in_bytes, answer, ANSWER_BYTES, &length);
    if (length > message->out_bytes)
        length = message->out_bytes;
    client_reply(message, status, 0, answer, (ULONG)length);
    ex_free(answer);
}

struct slot_pick {
    struct client *client;
    UINT64 request;
    void *file;
};

static PIRP pick_slot(void *context)
{
    struct slot_pick *pick = context;
    struct io_packet *packet = client_slot_find(pick->client, pick->request);
    return packet != NULL && packet->irp.Tail.Overlay.OriginalFileObject == pick->file ? &packet->irp : NULL;
}

static NTSTATUS cancel_one(struct client *client, struct machine_message *message)
{
    struct slot_pick pick = {.client = client, .request = message->offset};
    NTSTATUS status =
        ob_handle_reference(client->process, (HANDLE)(ULONG_PTR)message->handle, 0, &io_file_type, &pick.file, NULL);
    if (!NT_SUCCESS(status))
        return status;
    if (!io_cancel_picked(pick_slot, &pick))
        status = STATUS_NOT_FOUND;
    ob_dereference(pick.file);
    return status;
}

static NTSTATUS cancel_file(struct client *client, struct machine_message *message)
{
    void *object;
    NTSTATUS status =
        ob_handle_reference(client->process, (HANDLE)(ULONG_PTR)message->handle, 0, &io_file_type, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    ULONG found = io_cancel_file(object, client->process, message->code == 1 ? ps_current_thread() : NULL);
    if (message->code == 0 && found == 0)
        status = STATUS_NOT_FOUND;
    ob_dereference(object);
    return status;
}

static NTSTATUS cancel_thread(struct client *client, ULONG number)
{
    for (PLIST_ENTRY entry = client->process->threads.Flink; entry != &client->process->threads; entry = entry->Flink) {
        PETHREAD thread = CONTAINING_RECORD(entry, struct _ETHREAD, process_entry);
        if (thread->client_thread != number)
            continue;
        ob_reference(thread);
        ULONG found = io_cancel_thread_synchronous(thread);
        ob_dereference(thread);
        return found == 0 ? STATUS_NOT_FOUND : STATUS_SUCCESS;
    }
    return STATUS_NOT_FOUND;
}

/* FALSE: the thread ends. */
static BOOLEAN carry_out(struct client *client, struct machine_message *message)
{
    switch (message->operation) {
    case 0: /* the wait ended for another reason than a message */
        return TRUE;
    case LINK_OPEN:
        client_open(client, message);
        return TRUE;
    case LINK_CLOSE:
        client_reply(message, ob_handle_close(client->process, (HANDLE)(ULONG_PTR)message->handle), 0, NULL, 0);
        return TRUE;
    case LINK_READ:
    case LINK_WRITE:
    case LINK_CONTROL:
        client_transfer(client, message);
        return TRUE;
    case LINK_FLUSH:
        client_flush(client, message);
        return TRUE;
    case LINK_CANCEL:
        client_reply(message, cancel_one(client, message), 0, NULL, 0);
        return TRUE;
    case LINK_CANCEL_FILE:
        client_reply(message, cancel_file(client, message), 0, NULL, 0);
        return TRUE;
    case LINK_CANCEL_THREAD:
        client_reply(message, cancel_thread(client, (ULONG)message->offset), 0, NULL, 0);
        return TRUE;
    case LINK_COMMAND:
        command(message);
        return TRUE;
    case LINK_THREAD_EXIT:
        client_reply(message, STATUS_SUCCESS, 0, NULL, 0);
        return FALSE;
    case LINK_DISCONNECT:
        client_reply_none(message);
        return FALSE;
    default:
        client_reply(message, STATUS_INVALID_PARAMETER, 0, NULL, 0);
        return TRUE;
    }
}

struct thread_start {
    struct client *client;
    ULONG number;
};

static VOID NTAPI client_thread_run(PVOID context)
{
    struct thread_start start = *(struct thread_start *)context;
    struct client *client = start.client;
    ex_free(context);
    PETHREAD thread = ps_current_thread();
    thread->client_thread = start.number;
    thread->Tcb.previous_mode = UserMode;
    BOOLEAN more = TRUE;
    while (more) {
        struct machine_message message;
        machine_port_receive((uint64_t)client->number << 32 | start.number, &message);
        if (client->gone && message.operation != LINK_DISCONNECT)
            client_reply_none(&message); /* a dead process issues nothing any more */
        else
            more = carry_out(client, &message);
    }
    io_thread_ends(thread);
    nt_assert(client->threads > 0, "a client's threads are counted");
    client->threads--;
    if (client->threads == 0 && client->gone)
        process_end(client);
    client_dereference(client);
}

/* -- port 0 -- */

static void thread_started(struct machine_message *message)
{
    struct client *client = client_find(message->client);
    if (client == NULL || client->gone)
        return;
    struct thread_start *start = ex_alloc(sizeof *start, IO_TAG);
    char name[PS_NAME_MAX];
    rtl_format(name, sizeof name, "%s %u.%u", client->process->name, (unsigned)client->number,
               (unsigned)message->thread);
    if (start != NULL) {
        *start = (struct thread_start){.client = client, .number = message->thread};
        client->references++;
        client->threads++;
        if (NT_SUCCESS(ps_thread_create(client->process, name, client_thread_run, start, NULL)))
            return;
        client->threads--;
        client->references--;
        ex_free(start);
    }
    nt_log("no memory for thread %u of client %u\n", (unsigned)message->thread, (unsigned)message->client);
}

/* A thread that waits inside a request (an open, say) cannot hear of the end on its port: its wait is cancelled. */
static void cancel_waiting(struct client *client)
{
    ULONG count = 0;
    PEPROCESS process = client->process;
    PETHREAD *threads = ex_alloc((process->thread_count + 1) * sizeof *threads, IO_TAG);
    if (threads == NULL)
        return;
    for (PLIST_ENTRY entry = process->threads.Flink; entry != &process->threads; entry = entry->Flink) {
        threads[count] = CONTAINING_RECORD(entry, struct _ETHREAD, process_entry);
        ob_reference(threads[count++]);
    }
    for (ULONG i = 0; i < count; i++) {
        io_cancel_thread_synchronous(threads[i]);
        ob_dereference(threads[i]);
    }
    ex_free(threads);
}

static void disconnected(struct machine_message *message)
{
    struct client *client = client_find(message->client);
    if (client == NULL || client->gone)
        return;
    client->gone = TRUE;
    leaving++;
    KeClearEvent(&settled);
    cancel_waiting(client);
    if (client->threads != 0)
        return; /* its threads hear of it on their own ports; the last one ends the process */
    client->references++;
    if (NT_SUCCESS(ps_thread_create(NULL, "client end", process_end_thread, client, NULL)))
        return;
    client->references--;
    process_end(client);
}

static void connected(struct machine_message *message)
{
    char name[PS_NAME_MAX];
    rtl_format(name, sizeof name, "%.*s", (int)message->in_bytes, message->in == NULL ? "" : (const char *)message->in);
    if (client_create(message->client, name[0] == 0 ? "client" : name) == NULL)
        nt_log("no memory for client %u\n", (unsigned)message->client);
}

static void queue_command(struct machine_message *message)
{
    struct command *entry = ex_alloc(sizeof *entry, IO_TAG);
    if (entry == NULL) {
        client_reply(message, STATUS_INSUFFICIENT_RESOURCES, 0, NULL, 0);
        return;
    }
    entry->message = *message;
    message->block = NULL; /* the command's thread gives it back */
    InsertTailList(&commands, &entry->link);
    KeReleaseSemaphore(&commands_ready, IO_NO_INCREMENT, 1, FALSE);
}

static VOID NTAPI commands_run(PVOID context)
{
    (void)context;
    for (;;) {
        KeWaitForSingleObject(&commands_ready, Executive, KernelMode, FALSE, NULL);
        struct command *entry = CONTAINING_RECORD(RemoveHeadList(&commands), struct command, link);
        command(&entry->message);
        ex_free(entry);
    }
}

static VOID NTAPI listen(PVOID context)
{
    (void)context;
    for (;;) {
        struct machine_message message;
        machine_port_receive(0, &message);
        switch (message.operation) {
        case 0: /* the wait ended for another reason than a message */
            continue;
        case LINK_CONNECT:
            connected(&message);
            break;
        case LINK_THREAD_START:
            thread_started(&message);
            break;
        case LINK_DISCONNECT:
            disconnected(&message);
            break;
        case LINK_COMMAND:
            queue_command(&message);
            break;
        default:
            nt_log("port 0: operation %u is none of its\n", (unsigned)message.operation);
            break;
        }
        client_reply_none(&message);
    }
}

void client_reply_none(struct machine_message *message)
{
    if (message->block != NULL)
        machine_user_free(message->block);
    message->block = NULL;
}

void client_boot(void)
{
    KeInitializeSemaphore(&commands_ready, 0, 0x7fffffff);
    KeInitializeEvent(&settled, NotificationEvent, TRUE);
    NTSTATUS status = ps_thread_create(NULL, "operator", commands_run, NULL, NULL);
    if (NT_SUCCESS(status))
        status = ps_thread_create(NULL, "listener", listen, NULL, NULL);
    nt_assert(NT_SUCCESS(status), "there is room for the port server's threads at boot");
}
