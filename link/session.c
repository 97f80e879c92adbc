/* SPDX-License-Identifier: MIT */
/* The parser of a client's bytes, and the tables that a right client never breaks. */
#include "link/session.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void link_session_free(struct link_session *session)
{
    free(session->slots);
    *session = (struct link_session){0};
}

static enum link_verdict wrong(const char **ret_why, const char *why)
{
    *ret_why = why;
    return LINK_WRONG;
}

static bool carries_data(uint32_t operation)
{
    return operation == LINK_OPEN || operation == LINK_WRITE || operation == LINK_CONTROL || operation == LINK_COMMAND;
}

/* Room for the slot. Slots are handed out densely, so doubling keeps the table in proportion to what is outstanding. */
static bool slot_room(struct link_session *session, uint32_t slot)
{
    assert(slot < LINK_SLOTS_MAX);
    if (slot < session->slot_room)
        return true;
    uint32_t room = session->slot_room ? session->slot_room : 64;
    while (room <= slot)
        room *= 2;
    uint16_t *slots = realloc(session->slots, room * sizeof slots[0]);
    if (!slots)
        return false;
    memset(slots + session->slot_room, 0, (room - session->slot_room) * sizeof slots[0]);
    session->slots = slots;
    session->slot_room = room;
    return true;
}

/* Before the data is there: what the header alone must satisfy. NULL if all is well. */
static const char *header_fault(const struct link_session *session, const struct link_header *header)
{
    if (header->bytes > LINK_DATA_MAX || header->out_bytes > LINK_DATA_MAX)
        return "it asked for more data than the protocol allows";
    if (header->status || header->information || header->spare)
        return "fields that must be zero are not";
    if (!session->greeted) {
        if (header->operation != LINK_HELLO || header->offset != LINK_MAGIC)
            return "it does not speak this protocol";
        return header->bytes > LINK_PROGRAM_MAX ? "its name is too long" : NULL;
    }
    if (header->operation < LINK_OPEN || header->operation > LINK_COMMAND)
        return header->operation == LINK_HELLO ? "it said hello twice" : "it sent an operation that there is not";
    if (header->bytes && !carries_data(header->operation))
        return "it sent data with an operation that has none";
    if (header->operation == LINK_OPEN && (header->bytes == 0 || header->bytes > LINK_PATH_BYTES_MAX))
        return "it sent a name that is empty or too long";
    if (header->thread == 0 || header->thread > LINK_THREADS_MAX)
        return "it sent a thread number out of range";
    if (session->threads[header->thread] == LINK_THREAD_LEAVING)
        return "it used a thread whose exit is not answered yet";
    uint32_t slot = (uint32_t)header->request;
    if (slot >= LINK_SLOTS_MAX)
        return "it sent a request number out of range";
    if (slot < session->slot_room && session->slots[slot])
        return "it used the slot of a request that is not answered yet";
    return NULL;
}

static void take_note(struct link_session *session, struct link_frame *frame)
{
    const struct link_header *header = &frame->header;
    uint32_t slot = (uint32_t)header->request;
    assert(slot < session->slot_room && !session->slots[slot]);
    session->slots[slot] = (uint16_t)header->thread;
    session->outstanding++;
    frame->thread_starts = session->threads[header->thread] == LINK_THREAD_FREE;
    session->threads[header->thread] = header->operation == LINK_THREAD_EXIT ? LINK_THREAD_LEAVING : LINK_THREAD_LIVE;
    if (header->operation == LINK_OPEN) {
        frame->too_many_handles = session->handles >= LINK_HANDLES_MAX;
        session->handles++; /* given back by the answer, if it says that the open failed */
    }
}

enum link_verdict link_session_parse(struct link_session *session, const uint8_t *data, size_t size,
                                     struct link_frame *ret_frame, const char **ret_why)
{
    if (size < LINK_HEADER_BYTES) {
        ret_frame->size = 0;
        return LINK_MORE;
    }
    struct link_header *header = &ret_frame->header;
    memcpy(header, data, LINK_HEADER_BYTES);
    const char *fault = header_fault(session, header);
    if (fault)
        return wrong(ret_why, fault);
    ret_frame->size = LINK_HEADER_BYTES + (size_t)header->bytes;
    if (size < ret_frame->size)
        return LINK_MORE;
    ret_frame->data = data + LINK_HEADER_BYTES;
    ret_frame->thread_starts = false;
    ret_frame->too_many_handles = false;
    if (!session->greeted) {
        session->greeted = true;
        return LINK_FRAME;
    }
    if (!slot_room(session, (uint32_t)header->request))
        return LINK_MEMORY;
    take_note(session, ret_frame);
    return LINK_FRAME;
}

bool link_session_answer(struct link_session *session, uint32_t operation, uint64_t request, int32_t status)
{
    uint32_t slot = (uint32_t)request;
    if (slot >= session->slot_room || !session->slots[slot])
        return false;
    uint32_t thread = session->slots[slot];
    assert(thread <= LINK_THREADS_MAX && session->outstanding > 0);
    session->slots[slot] = 0;
    session->outstanding--;
    if (operation == LINK_THREAD_EXIT)
        session->threads[thread] = LINK_THREAD_FREE;
    bool gone = (operation == LINK_OPEN && status < 0) || (operation == LINK_CLOSE && status >= 0);
    if (gone && session->handles > 0)
        session->handles--;
    return true;
}
