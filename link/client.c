/* SPDX-License-Identifier: MIT */
/* One client: its bytes in, its frames to the guest, its answers out. */
#include "link/internal.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum {
    STATUS_TOO_MANY_OPENED_FILES = (int)0xc000011f,
    STATUS_INSUFFICIENT_RESOURCES = (int)0xc000009a,
};

struct link_client *client_of(struct link_host *host, uint32_t id)
{
    struct link_client *client = host->clients[id & (CLIENTS_MAX - 1)];
    return client && client->id == id ? client : NULL;
}

void client_dirty(struct link_host *host, struct link_client *client)
{
    if (client->dirty)
        return;
    assert(host->dirty_count < CLIENTS_MAX);
    client->dirty = true;
    host->dirty[host->dirty_count++] = client->id & (CLIENTS_MAX - 1);
}

static size_t buffer_used(const struct link_buffer *buffer)
{
    return buffer->end - buffer->start;
}

/* Room for `more` bytes behind the end; what is there moves to the front. False: no memory. */
static bool buffer_reserve(struct link_buffer *buffer, size_t more)
{
    if (buffer->start == buffer->end)
        buffer->start = buffer->end = 0;
    if (buffer->room - buffer->end >= more)
        return true;
    size_t used = buffer_used(buffer);
    if (buffer->start && buffer->room >= used + more) {
        memmove(buffer->data, buffer->data + buffer->start, used);
    } else {
        size_t room = used + more > buffer->room * 2 ? used + more : buffer->room * 2;
        uint8_t *data = malloc(room);
        if (!data)
            return false;
        if (used)
            memcpy(data, buffer->data + buffer->start, used);
        free(buffer->data);
        buffer->data = data;
        buffer->room = room;
    }
    buffer->start = 0;
    buffer->end = used;
    assert(buffer->room - buffer->end >= more);
    return true;
}

/* A buffer that one large frame made large is given back when it is empty. */
static void buffer_trim(struct link_buffer *buffer, size_t usual)
{
    if (buffer->start != buffer->end)
        return;
    buffer->start = buffer->end = 0;
    if (buffer->room > usual * 8) {
        free(buffer->data);
        *buffer = (struct link_buffer){0};
    }
}

static void client_events(struct link_host *host, struct link_client *client)
{
    uint32_t events = (client->paused ? 0 : EPOLLIN) | (buffer_used(&client->out) ? EPOLLOUT : 0);
    if (events == client->events)
        return;
    struct epoll_event event = {.events = events, .data.u64 = client->id};
    int result = epoll_ctl(host->epoll, EPOLL_CTL_MOD, client->socket, &event);
    assert(result == 0);
    (void)result;
    client->events = events;
}

bool client_open(struct link_host *host, int socket, uint32_t process)
{
    uint32_t index = 0;
    while (index < CLIENTS_MAX && host->clients[index] && (host->clients[index]->id || host->clients[index]->dirty))
        index++;
    if (index == CLIENTS_MAX)
        return false;
    if (!host->clients[index])
        host->clients[index] = calloc(1, sizeof(struct link_client));
    struct link_client *client = host->clients[index];
    if (!client)
        return false;
    client->generation = (client->generation + 1) & (UINT32_MAX >> CLIENT_INDEX_BITS);
    if (!client->generation)
        client->generation = 1;
    client->id = client->generation << CLIENT_INDEX_BITS | index;
    client->socket = socket;
    client->process = process;
    client->events = EPOLLIN;
    client->failed = client->paused = false;
    client->name[0] = 0;
    struct epoll_event event = {.events = client->events, .data.u64 = client->id};
    if (epoll_ctl(host->epoll, EPOLL_CTL_ADD, socket, &event)) {
        client->id = 0;
        return false;
    }
    host->client_count++;
    return true;
}

/* The guest's threads of this client end in their own time; each is told behind what it was sent before. */
void client_close(struct link_host *host, struct link_client *client)
{
    assert(client->id && host->client_count > 0);
    if (client->session.greeted && !host->dead) {
        struct machine_message message = {
            .operation = LINK_DISCONNECT, .client = client->id, .request = client->process};
        for (uint32_t thread = 1; thread <= LINK_THREADS_MAX; thread++) {
            message.thread = thread;
            if (client->session.threads[thread] == LINK_THREAD_LIVE)
                machine_port_post(MACHINE_PORT(client->id, thread), &message, NULL);
        }
        message.thread = 0;
        machine_port_post(0, &message, NULL);
        host->posted = true;
    }
    close(client->socket);
    link_session_free(&client->session);
    free(client->in.data);
    free(client->out.data);
    client->in = client->out = (struct link_buffer){0};
    client->socket = -1;
    client->id = 0;
    host->client_count--;
    host->client_left = true;
}

void client_free(struct link_client *client)
{
    if (client)
        assert(!client->id);
    free(client);
}

static void client_throw_out(struct link_host *host, struct link_client *client, const char *why)
{
    if (client->name[0])
        link_say(host, "%s (process %u) was thrown out: %s", client->name, client->process, why);
    else
        link_say(host, "process %u was thrown out: %s", client->process, why);
    client_close(host, client);
}

/* Sends what waits; false if the socket is broken. */
static bool out_send(struct link_client *client)
{
    while (buffer_used(&client->out)) {
        ssize_t count = send(client->socket, client->out.data + client->out.start, buffer_used(&client->out),
                             MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno == EAGAIN || errno == ENOBUFS;
        client->out.start += (size_t)count;
    }
    buffer_trim(&client->out, OUT_BATCH);
    return true;
}

static bool out_add(struct link_buffer *out, const void *data, size_t size)
{
    if (!buffer_reserve(out, size))
        return false;
    if (size)
        memcpy(out->data + out->end, data, size);
    out->end += size;
    return true;
}

/* Header and data in one call from where they lie; what the socket does not take goes to the buffer. */
static bool out_send_direct(struct link_client *client, const struct link_header *header, const void *data)
{
    struct iovec parts[2] = {{(void *)header, sizeof *header}, {(void *)data, header->bytes}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    ssize_t count = sendmsg(client->socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && errno != EAGAIN && errno != EINTR && errno != ENOBUFS)
        return false;
    size_t sent = count > 0 ? (size_t)count : 0;
    size_t of_header = sent < sizeof *header ? sent : sizeof *header;
    size_t of_data = sent - of_header;
    return out_add(&client->out, (const uint8_t *)header + of_header, sizeof *header - of_header) &&
           out_add(&client->out, (const uint8_t *)data + of_data, header->bytes - of_data);
}

void client_answer(struct link_host *host, struct link_client *client, const struct link_header *header,
                   const void *data)
{
    bool good = true;
    if (client->failed)
        return;
    if (header->bytes >= OUT_DIRECT && buffer_used(&client->out) && !client->paused)
        good = out_send(client);
    if (good && header->bytes >= OUT_DIRECT && !buffer_used(&client->out))
        good = out_send_direct(client, header, data);
    else if (good)
        good = out_add(&client->out, header, sizeof *header) && out_add(&client->out, data, header->bytes);
    if (good && buffer_used(&client->out) > OUT_BATCH && !client->paused)
        good = out_send(client);
    client->failed = !good;
    client_dirty(host, client);
}

void client_writable(struct link_host *host, struct link_client *client)
{
    if (client->failed || !out_send(client)) {
        client_close(host, client);
        return;
    }
    size_t waiting = buffer_used(&client->out);
    bool resumes = client->paused && waiting < OUT_RESUME;
    if (resumes)
        client->paused = false;
    else if (waiting > OUT_PAUSE)
        client->paused = true;
    client_events(host, client);
    if (resumes)
        client_parse(host, client);
}

static void answer_alone(struct link_host *host, struct link_client *client, const struct link_header *asked,
                         int32_t status)
{
    link_session_answer(&client->session, asked->operation, asked->request, status);
    struct link_header header = {.operation = asked->operation, .request = asked->request, .status = status};
    client_answer(host, client, &header, NULL);
}

static bool greet(struct link_host *host, struct link_client *client, const struct link_frame *frame)
{
    struct link_header hello = {
        .operation = LINK_HELLO, .code = LINK_VERSION, .offset = LINK_MAGIC, .request = (uint32_t)getpid()};
    client_answer(host, client, &hello, NULL);
    memcpy(client->name, frame->data, frame->header.bytes);
    client->name[frame->header.bytes] = 0;
    for (char *c = client->name; *c; c++)
        *c = (unsigned char)*c < 0x20 || *c == 0x7f ? '?' : *c;
    if (frame->header.code != LINK_VERSION)
        return false;
    struct machine_message message = {
        .operation = LINK_CONNECT, .client = client->id, .request = client->process, .in_bytes = frame->header.bytes};
    host->posted = true;
    return machine_port_post(0, &message, frame->data) == 0;
}

static bool post_frame(struct link_host *host, struct link_client *client, const struct link_frame *frame)
{
    const struct link_header *header = &frame->header;
    struct machine_message message = {.operation = header->operation,
                                      .client = client->id,
                                      .thread = header->thread,
                                      .code = header->code,
                                      .request = header->request,
                                      .handle = header->handle,
                                      .offset = header->offset,
                                      .in_bytes = header->bytes,
                                      .out_bytes = header->out_bytes};
    if (frame->thread_starts) {
        struct machine_message start = {.operation = LINK_THREAD_START, .client = client->id, .thread = header->thread};
        if (machine_port_post(0, &start, NULL))
            return false;
    }
    host->posted = true;
    if (frame->too_many_handles) {
        answer_alone(host, client, header, STATUS_TOO_MANY_OPENED_FILES);
    } else if (machine_port_post(MACHINE_PORT(client->id, header->thread), &message, frame->data)) {
        if (header->operation == LINK_THREAD_EXIT || header->operation == LINK_CLOSE)
            return false; /* these must not get lost */
        answer_alone(host, client, header, STATUS_INSUFFICIENT_RESOURCES);
    }
    return true;
}

void client_parse(struct link_host *host, struct link_client *client)
{
    struct link_buffer *in = &client->in;
    while (!client->paused && !client->failed) {
        struct link_frame frame;
        const char *why = NULL;
        bool greeted = client->session.greeted;
        enum link_verdict verdict =
            link_session_parse(&client->session, in->data + in->start, buffer_used(in), &frame, &why);
        if (verdict == LINK_WRONG || verdict == LINK_MEMORY) {
            client_throw_out(host, client, verdict == LINK_WRONG ? why : "there is no memory for its requests");
            return;
        }
        if (verdict == LINK_MORE) {
            size_t missing = frame.size > buffer_used(in) ? frame.size - buffer_used(in) : 0;
            if (missing > in->room - in->end && !buffer_reserve(in, missing))
                client_throw_out(host, client, "there is no memory for its data");
            return;
        }
        if (!(greeted ? post_frame(host, client, &frame) : greet(host, client, &frame))) {
            client_throw_out(host, client,
                             greeted ? "the machine's memory is used up" : "it speaks another version of the protocol");
            return;
        }
        in->start += frame.size;
        client->paused = buffer_used(&client->out) > OUT_PAUSE;
    }
    if (client->paused)
        client_events(host, client);
}

void client_readable(struct link_host *host, struct link_client *client)
{
    struct link_buffer *in = &client->in;
    buffer_trim(in, IN_BYTES);
    if (in->end == in->room && !buffer_reserve(in, IN_BYTES)) {
        client_throw_out(host, client, "there is no memory for its data");
        return;
    }
    ssize_t count = recv(client->socket, in->data + in->end, in->room - in->end, MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0) {
        client_close(host, client);
        return;
    }
    in->end += (size_t)count;
    client_parse(host, client);
}
