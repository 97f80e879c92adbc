/* SPDX-License-Identifier: MIT */
/* Requests: from a free slot to the answer. Starting, completing and finding one cost the same however many there are.
 */
#include "um.h"

struct um_request *um_request_make(struct um_conn *conn, uint32_t operation, uint64_t *ret_number)
{
    uint32_t slot = conn->free_slot;
    if (slot != UINT32_MAX) {
        conn->free_slot = conn->requests[slot].out_bytes;
    } else {
        if (conn->requests_used == conn->requests_size) {
            uint32_t size = conn->requests_size ? conn->requests_size * 2 : 64;
            struct um_request *requests =
                size > LINK_SLOTS_MAX ? NULL : realloc(conn->requests, size * sizeof *requests);
            if (!requests)
                return NULL;
            conn->requests = requests;
            conn->requests_size = size;
        }
        slot = conn->requests_used++;
        conn->requests[slot] = (struct um_request){0};
    }
    struct um_request *request = &conn->requests[slot];
    uint32_t generation = request->generation + 1;
    *request = (struct um_request){.operation = (uint8_t)operation, .generation = generation};
    *ret_number = (uint64_t)generation << 32 | slot;
    conn->outstanding++;
    return request;
}

/*
 * The last that is done to the app's OVERLAPPED is to store its status; from then on it is the app's again, and another
 * thread that polls it may have freed it.
 */
void um_request_complete(struct um_conn *conn, struct um_request *request, LONG status, uint64_t information)
{
    OVERLAPPED *overlapped = request->overlapped;
    struct um_file *file = request->file;
    struct um_event *event = request->event;
    if (overlapped) {
        overlapped->InternalHigh = information;
        __atomic_store_n(&overlapped->Internal, (ULONG_PTR)(DWORD)status, __ATOMIC_RELEASE);
    }
    if (request->operation == LINK_THREAD_EXIT) {
        conn->threads_known[request->thread / 64] &= ~(1ull << request->thread % 64);
        um_thread_exit_answered(request->thread);
    }
    if (request->users && file->port) {
        struct um_packet packet = {
            .key = file->key, .overlapped = overlapped, .status = (DWORD)status, .bytes = (DWORD)information};
        um_port_post(file->port, &packet);
    }
    request->operation = 0;
    request->out_bytes = conn->free_slot;
    conn->free_slot = (uint32_t)(request - conn->requests);
    conn->outstanding--;
    if (event) {
        event->object.set = true;
        um_signal(&event->object);
        um_object_drop(&event->object);
    }
    if (file) {
        if (!event || !file->silent_event) {
            file->object.set = true;
            um_signal(&file->object);
        }
        um_object_drop(&file->object);
    }
    if (overlapped)
        um_signal_request(overlapped);
}

/*
 * False without a slot, a thread number or a connection; then nothing has happened. Else the request will complete,
 * which it may have done already, if the connection broke.
 */
bool um_request_start(struct um_file *file, struct um_conn *conn, struct link_header *header, const void *data,
                      void *buffer, OVERLAPPED *overlapped, struct um_event *event, bool users)
{
    struct um_thread *thread = um_self();
    if (!thread->number)
        um_thread_number(thread);
    if (conn->dead || !thread->number)
        return false;
    struct um_request *request = um_request_make(conn, header->operation, &header->request);
    if (!request)
        return false;
    header->thread = thread->number;
    conn->threads_known[thread->number / 64] |= 1ull << thread->number % 64;
    request->overlapped = overlapped;
    request->buffer = buffer;
    request->out_bytes = header->out_bytes;
    request->thread = thread->number;
    request->users = users;
    if (overlapped) { /* while it is pending, InternalHigh says which request it is: CancelIoEx looks */
        overlapped->InternalHigh = header->request;
        __atomic_store_n(&overlapped->Internal, UM_STATUS_PENDING, __ATOMIC_RELEASE);
    }
    if (file) {
        request->file = file;
        file->object.set = false;
        um_object_keep(&file->object);
    }
    if (event) {
        request->event = event;
        event->object.set = false;
        um_object_keep(&event->object);
    }
    um_conn_send(conn, header, data);
    return true;
}

static bool overlapped_done(void *context)
{
    const OVERLAPPED *overlapped = context;
    return __atomic_load_n(&overlapped->Internal, __ATOMIC_ACQUIRE) != UM_STATUS_PENDING;
}

LONG um_request_finish(struct um_conn *conn, OVERLAPPED *overlapped)
{
    struct um_wait wait = {.overlapped = overlapped, .conn = conn};
    um_wait(&wait, overlapped_done, overlapped, UM_FOREVER);
    return (LONG)overlapped->Internal;
}

LONG um_call(struct um_conn *conn, struct link_header *header, const void *data, struct um_call *ret_call)
{
    *ret_call = (struct um_call){0};
    if (conn->dead)
        return UM_STATUS_DEVICE_DOES_NOT_EXIST;
    if (!um_request_start(NULL, conn, header, data, NULL, &ret_call->result, NULL, false))
        return UM_STATUS_INSUFFICIENT_RESOURCES;
    return um_request_finish(conn, &ret_call->result);
}
