/* SPDX-License-Identifier: MIT */
/* Answers: from the socket into the requests' buffers. Nothing that a host sends may do harm, whatever it is. */
#include "um.h"
#include <errno.h>
#include <sys/socket.h>
#include <sys/uio.h>

/*
 * Called by the reader alone, without the lock. The rest of an answer's data goes straight to where it belongs, what
 * follows it into the connection's own buffer.
 */
ssize_t um_conn_receive(struct um_conn *conn, int flags)
{
    struct iovec parts[2];
    struct msghdr message = {.msg_iov = parts};
    if (conn->received_first && conn->received_first == conn->received_end)
        conn->received_first = conn->received_end = 0;
    if (conn->received_first) {
        memmove(conn->received, conn->received + conn->received_first, conn->received_end - conn->received_first);
        conn->received_end -= conn->received_first;
        conn->received_first = 0;
    }
    if (conn->body_left)
        parts[message.msg_iovlen++] = (struct iovec){.iov_base = conn->body_at, .iov_len = conn->body_left};
    parts[message.msg_iovlen++] = (struct iovec){.iov_base = conn->received + conn->received_end,
                                                 .iov_len = UM_RECEIVE_BYTES - conn->received_end};
    ssize_t count;
    do /* one part: the kernel has less to look at */
        count = message.msg_iovlen == 1 ? recv(conn->socket, parts[0].iov_base, parts[0].iov_len, flags)
                                        : recvmsg(conn->socket, &message, flags);
    while (count < 0 && errno == EINTR && !(flags & MSG_DONTWAIT));
    return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR) ? -2 : count;
}

static struct um_request *request_of(struct um_conn *conn, uint64_t number)
{
    uint32_t slot = (uint32_t)number;
    if (slot >= conn->requests_used)
        return NULL;
    struct um_request *request = &conn->requests[slot];
    return request->operation && request->generation == (uint32_t)(number >> 32) ? request : NULL;
}

/* NULL if the answer makes sense. */
static const char *fault_of(struct um_conn *conn, const struct link_header *answer)
{
    const struct um_request *request = request_of(conn, answer->request);
    if (!request)
        return "it answered a request that there is not";
    if (request->operation != answer->operation)
        return "its answer does not fit the request";
    if (answer->bytes > request->out_bytes)
        return "it sent more data than was asked for";
    return NULL;
}

static void finish(struct um_conn *conn, const struct link_header *answer)
{
    struct um_request *request = request_of(conn, answer->request);
    assert(request);
    if (answer->operation == LINK_OPEN && answer->status >= 0)
        ((struct um_call *)(void *)request->overlapped)->handle = answer->handle;
    um_request_complete(conn, request, answer->status, answer->information);
}

/* Takes one answer out of the buffer; false if none is whole. */
static bool take_answer(struct um_conn *conn)
{
    uint32_t there = conn->received_end - conn->received_first;
    struct link_header answer;
    if (conn->body_left || there < LINK_HEADER_BYTES)
        return false;
    memcpy(&answer, conn->received + conn->received_first, sizeof answer);
    const char *fault = fault_of(conn, &answer);
    if (fault) {
        um_conn_fail(conn, fault);
        return false;
    }
    struct um_request *request = request_of(conn, answer.request);
    there -= LINK_HEADER_BYTES;
    uint32_t data = answer.bytes < there ? answer.bytes : there;
    if (data)
        memcpy(request->buffer, conn->received + conn->received_first + LINK_HEADER_BYTES, data);
    conn->received_first += LINK_HEADER_BYTES + data;
    if (data < answer.bytes) {
        conn->body = answer;
        conn->body_at = (char *)request->buffer + data;
        conn->body_left = answer.bytes - data;
        return false;
    }
    finish(conn, &answer);
    return true;
}

/* count: what um_conn_receive returned. */
void um_conn_received(struct um_conn *conn, ssize_t count)
{
    if (conn->dead || count == -2)
        return;
    if (count <= 0) {
        um_conn_fail(conn, NULL);
        return;
    }
    if (conn->body_left) {
        uint32_t data = (size_t)count < conn->body_left ? (uint32_t)count : conn->body_left;
        conn->body_at += data;
        conn->body_left -= data;
        count -= data;
        if (!conn->body_left)
            finish(conn, &conn->body);
    }
    conn->received_end += (uint32_t)count;
    assert(conn->received_end <= UM_RECEIVE_BYTES);
    while (!conn->dead && take_answer(conn)) {
    }
}

/* What is there now, without waiting; the caller is the reader and holds the lock. */
void um_conn_read_now(struct um_conn *conn)
{
    ssize_t count;
    do {
        count = um_conn_receive(conn, MSG_DONTWAIT);
        um_conn_received(conn, count);
    } while (!conn->dead && count == UM_RECEIVE_BYTES);
}
