/* SPDX-License-Identifier: MIT */
/* Inside the port server: clients, their threads, their requests' slots. */
#ifndef KMDOCK_NT_CLIENT_PORT_H
#define KMDOCK_NT_CLIENT_PORT_H

#include "link/protocol.h"
#include "nt/client/client.h"

/* One client process. */
struct client {
    LIST_ENTRY all;
    ULONG number;    /* of the wire protocol; 0: the host itself */
    LONG references; /* the list's, one per thread, one per request under way */
    ULONG threads;
    BOOLEAN gone;  /* LINK_DISCONNECT came */
    BOOLEAN ended; /* its process was ended */
    PEPROCESS process;
    struct io_packet **slots; /* by the low half of a request's number */
    ULONG slot_room;
    ULONG outstanding;
};

void client_dereference(struct client *client);
void client_reply_none(struct machine_message *message); /* no answer: only the block is given back */

/* slots.c */
BOOLEAN client_slot_take(struct client *client, UINT64 request, struct io_packet *packet);
void client_slot_give(struct client *client, UINT64 request);
struct io_packet *client_slot_find(struct client *client, UINT64 request);
void client_slots_free(struct client *client);

/* request.c: PASSIVE_LEVEL; the message is answered now or when its IRP is back, and its block is given back */
void client_transfer(struct client *client, struct machine_message *message);
void client_flush(struct client *client, struct machine_message *message);
void client_reply(struct machine_message *message, NTSTATUS status, UINT64 handle, const void *data, ULONG bytes);

/* open.c */
void client_open(struct client *client, struct machine_message *message);

#endif
