/* SPDX-License-Identifier: MIT */
/* From a request's number to its IRP: an array, because clients hand out slots densely from 0. */
#include "nt/client/port.h"

enum { SLOTS_FIRST = 512 }; /* a page of pointers */

static ULONG slot_of(UINT64 request)
{
    return (ULONG)request;
}

/* Doubling keeps the cost per request constant. */
static BOOLEAN grow(struct client *client, ULONG slot)
{
    ULONG room = client->slot_room == 0 ? SLOTS_FIRST : client->slot_room;
    while (room <= slot)
        room *= 2;
    struct io_packet **slots = machine_pages_alloc((uint64_t)room * sizeof *slots);
    if (slots == NULL)
        return FALSE;
    if (client->slots != NULL) {
        memcpy(slots, client->slots, client->slot_room * sizeof *slots);
        machine_pages_free(client->slots, (uint64_t)client->slot_room * sizeof *slots);
    }
    client->slots = slots;
    client->slot_room = room;
    return TRUE;
}

/* FALSE: a number beyond the limit, in use, or no memory. */
BOOLEAN client_slot_take(struct client *client, UINT64 request, struct io_packet *packet)
{
    ULONG slot = slot_of(request);
    if (slot >= LINK_SLOTS_MAX || (slot >= client->slot_room && !grow(client, slot)))
        return FALSE;
    if (client->slots[slot] != NULL)
        return FALSE;
    client->slots[slot] = packet;
    return TRUE;
}

void client_slot_give(struct client *client, UINT64 request)
{
    nt_assert(slot_of(request) < client->slot_room && client->slots[slot_of(request)] != NULL,
              "a request that ends has a slot");
    client->slots[slot_of(request)] = NULL;
}

struct io_packet *client_slot_find(struct client *client, UINT64 request)
{
    ULONG slot = slot_of(request);
    struct io_packet *packet = slot < client->slot_room ? client->slots[slot] : NULL;
    return packet != NULL && packet->request == request ? packet : NULL;
}

void client_slots_free(struct client *client)
{
    if (client->slots != NULL)
        machine_pages_free(client->slots, (uint64_t)client->slot_room * sizeof *client->slots);
    client->slots = NULL;
    client->slot_room = 0;
}
