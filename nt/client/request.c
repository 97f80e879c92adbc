/* SPDX-License-Identifier: MIT */
/* A client's reads, writes, controls and flushes: sent without waiting, answered when the IRP is back. */
#include "nt/client/port.h"

void client_reply(struct machine_message *message, NTSTATUS status, UINT64 handle, const void *data, ULONG bytes)
{
    struct machine_reply reply = {.operation = message->operation,
                                  .client = message->client,
                                  .request = message->request,
                                  .handle = handle,
                                  .status = status,
                                  .bytes = bytes,
                                  .information = bytes,
                                  .data = data};
    machine_port_reply(&reply);
    if (message->block != NULL)
        machine_user_free(message->block);
    message->block = NULL;
}

/* Where the driver's answer lies, and how much of it goes to the client. */
static ULONG answer_of(struct io_packet *packet, const void **ret_data)
{
    PIRP irp = &packet->irp;
    PIO_STACK_LOCATION top = (PIO_STACK_LOCATION)(irp + 1) + (irp->StackCount - 1);
    ULONG room = 0;
    if (packet->operation == LINK_READ)
        room = top->Parameters.Read.Length;
    else if (packet->operation == LINK_CONTROL)
        room = top->Parameters.DeviceIoControl.OutputBufferLength;
    if (room == 0 || NT_ERROR(irp->IoStatus.Status) || irp->IoStatus.Information == 0)
        return 0;
    *ret_data = (irp->Flags & IRP_INPUT_OPERATION) ? irp->AssociatedIrp.SystemBuffer : irp->UserBuffer;
    if (irp->IoStatus.Information <= room)
        return (ULONG)irp->IoStatus.Information;
    io_information_too_large(irp, room);
    return room;
}

/* The IRP is back: IRQL <= DISPATCH_LEVEL, any thread. The slot is free before the client can hear of it. */
static void request_done(struct io_packet *packet, PVOID context)
{
    struct client *client = context;
    PIRP irp = &packet->irp;
    PFILE_OBJECT file = irp->Tail.Overlay.OriginalFileObject;
    const void *data = NULL;
    ULONG bytes = answer_of(packet, &data);
    struct machine_reply reply = {.operation = packet->operation,
                                  .client = client->number,
                                  .request = packet->request,
                                  .status = irp->IoStatus.Status,
                                  .bytes = bytes,
                                  .information = irp->IoStatus.Information,
                                  .data = data};
    if (bytes != 0)
        reply.information = bytes; /* as much as there is: what lies beyond is nobody's */
    client_slot_give(client, packet->request);
    machine_port_reply(&reply);
    if (packet->block != NULL)
        machine_user_free(packet->block);
    packet->block = NULL;
    if (file->Flags & FO_SYNCHRONOUS_IO)
        io_file_unlock(file);
    nt_assert(client->outstanding > 0, "a client's requests are counted");
    client->outstanding--;
    client_dereference(client);
}

static void refuse(struct client *client, struct machine_message *message, PFILE_OBJECT file, NTSTATUS status)
{
    (void)client;
    if (file != NULL) {
        if (file->Flags & FO_SYNCHRONOUS_IO)
            io_file_unlock(file);
        ob_dereference(file);
    }
    client_reply(message, status, 0, NULL, 0);
}

/* The file of a message's handle, referenced, and locked if its requests go one at a time. */
static NTSTATUS file_of(struct client *client, struct machine_message *message, PFILE_OBJECT *ret_file)
{
    void *object;
    ACCESS_MASK granted;
    ACCESS_MASK access = message->operation == LINK_READ ? FILE_READ_DATA : 0;
    NTSTATUS status = ob_handle_reference(client->process, (HANDLE)(ULONG_PTR)message->handle, access, &io_file_type,
                                          &object, &granted);
    if (!NT_SUCCESS(status))
        return status;
    if ((message->operation == LINK_WRITE && !(granted & (FILE_WRITE_DATA | FILE_APPEND_DATA))) ||
        (message->operation == LINK_CONTROL && !io_control_allowed(message->code, granted))) {
        ob_dereference(object);
        return STATUS_ACCESS_DENIED;
    }
    PFILE_OBJECT file = object;
    if (file->Flags & FO_SYNCHRONOUS_IO) {
        io_file_lock(file);
        if (client->gone) { /* it died while this thread waited for its turn */
            io_file_unlock(file);
            ob_dereference(file);
            return STATUS_CANCELLED;
        }
    }
    *ret_file = file;
    return STATUS_SUCCESS;
}

static void send(struct client *client, struct machine_message *message, PFILE_OBJECT file, struct io_packet *packet)
{
    packet->origin = IO_ORIGIN_CLIENT;
    packet->operation = (UINT8)message->operation;
    packet->request = message->request;
    packet->block = message->block;
    packet->done = request_done;
    packet->context = client;
    packet->irp.RequestorMode = UserMode;
    client->references++;
    client->outstanding++;
    io_packet_to_thread(packet);
    io_packet_to_file(packet, file);
    IofCallDriver(IoGetRelatedDeviceObject(file), &packet->irp);
}

void client_transfer(struct client *client, struct machine_message *message)
{
    PFILE_OBJECT file = NULL;
    NTSTATUS status = file_of(client, message, &file);
    if (!NT_SUCCESS(status)) {
        refuse(client, message, NULL, status);
        return;
    }
    static const UCHAR majors[] = {
        [LINK_READ] = IRP_MJ_READ, [LINK_WRITE] = IRP_MJ_WRITE, [LINK_CONTROL] = IRP_MJ_DEVICE_CONTROL};
    struct io_transfer transfer = {.in = message->in,
                                   .in_bytes = message->operation == LINK_READ ? 0 : message->in_bytes,
                                   .out = message->out,
                                   .out_bytes = message->operation == LINK_WRITE ? 0 : message->out_bytes,
                                   .borrow = TRUE};
    struct io_packet *packet;
    status = io_request_make(file, majors[message->operation], message->code, message->offset, &transfer,
                             IO_ORIGIN_CLIENT, &packet);
    if (!NT_SUCCESS(status)) {
        refuse(client, message, file, status);
        return;
    }
    if (!client_slot_take(client, message->request, packet)) {
        io_request_unmake(packet);
        refuse(client, message, file, STATUS_INVALID_PARAMETER);
        return;
    }
    send(client, message, file, packet);
}

void client_flush(struct client *client, struct machine_message *message)
{
    PFILE_OBJECT file = NULL;
    NTSTATUS status = file_of(client, message, &file);
    if (!NT_SUCCESS(status)) {
        refuse(client, message, NULL, status);
        return;
    }
    struct io_packet *packet = io_flush_packet(file, IO_ORIGIN_CLIENT);
    if (packet == NULL) {
        refuse(client, message, file, STATUS_INSUFFICIENT_RESOURCES);
        return;
    }
    packet->irp.Tail.Overlay.OriginalFileObject = file;
    if (!client_slot_take(client, message->request, packet)) {
        io_packet_free(packet);
        refuse(client, message, file, STATUS_INVALID_PARAMETER);
        return;
    }
    send(client, message, file, packet);
}
