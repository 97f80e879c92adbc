/* SPDX-License-Identifier: MIT */
/* Connections to hosts, one per host: made at the first CreateFile, kept; and sending on them. */
#include "um.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

enum { HELLO_SECONDS = 10, SMALL_FRAME_BYTES = 2048, SEND_FLAGS = MSG_DONTWAIT | MSG_NOSIGNAL };

struct um_conn *um_conns;

static bool transfer_all(int fd, char *at, size_t left, bool out)
{
    while (left) {
        ssize_t count = out ? send(fd, at, left, MSG_NOSIGNAL) : recv(fd, at, left, 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        at += count;
        left -= (size_t)count;
    }
    return true;
}

/* Both sides greet. The host has some seconds for it: a process that listens but never answers is no host. */
static bool greet(int fd)
{
    struct {
        struct link_header header;
        char name[256];
    } hello = {.header = {.operation = LINK_HELLO, .code = LINK_VERSION, .offset = LINK_MAGIC}};
    struct timeval patience = {.tv_sec = HELLO_SECONDS};
    struct timeval forever = {0};
    size_t length = strlen(program_invocation_short_name);
    length = length < sizeof hello.name ? length : sizeof hello.name;
    memcpy(hello.name, program_invocation_short_name, length);
    hello.header.bytes = (uint32_t)length;
    hello.header.request = (uint64_t)getpid();
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (!transfer_all(fd, (char *)&hello, LINK_HEADER_BYTES + length, true))
        return false;
    if (!transfer_all(fd, (char *)&hello.header, LINK_HEADER_BYTES, false))
        return false;
    if (hello.header.operation != LINK_HELLO || hello.header.offset != LINK_MAGIC ||
        hello.header.code != LINK_VERSION || hello.header.bytes > sizeof hello.name) {
        fprintf(stderr, "kmdock: what answers at the host's socket does not speak version %d of the protocol.\n",
                LINK_VERSION);
        return false;
    }
    if (!transfer_all(fd, hello.name, hello.header.bytes, false))
        return false;
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &forever, sizeof forever);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &forever, sizeof forever);
    return true;
}

/* A path that is too long for a socket's address goes by its directory's descriptor. */
static bool address_of(const char *path, struct sockaddr_un *ret_address, int *ret_directory)
{
    *ret_address = (struct sockaddr_un){.sun_family = AF_UNIX};
    *ret_directory = -1;
    if (strlen(path) < sizeof ret_address->sun_path) {
        strcpy(ret_address->sun_path, path);
        return true;
    }
    const char *name = strrchr(path, '/');
    char *directory = name ? strndup(path, (size_t)(name - path)) : NULL;
    if (directory)
        *ret_directory = open(directory, O_PATH | O_DIRECTORY | O_CLOEXEC);
    free(directory);
    size_t room = sizeof ret_address->sun_path;
    return *ret_directory >= 0 &&
           (size_t)snprintf(ret_address->sun_path, room, "/proc/self/fd/%d%s", *ret_directory, name) < room;
}

static int connect_to(const char *path)
{
    struct sockaddr_un address;
    int directory, fd = -1;
    if (address_of(path, &address, &directory))
        fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool reached = fd >= 0 && !connect(fd, (struct sockaddr *)&address, sizeof address);
    if (directory >= 0)
        close(directory);
    if (fd >= 0 && (!reached || !greet(fd))) {
        close(fd);
        return -1;
    }
    return fd;
}

static void close_dead(void)
{
    for (struct um_conn *conn = um_conns; conn; conn = conn->next) {
        if (conn->dead && !conn->reader && !conn->sender && conn->socket >= 0) {
            close(conn->socket);
            conn->socket = -1;
        }
    }
}

static struct um_conn *find(const char *path)
{
    struct um_conn *conn = um_conns;
    while (conn && (conn->dead || strcmp(conn->path, path)))
        conn = conn->next;
    return conn;
}

/* The lock is given up while the host is greeted; two threads may then come with a connection each, and one is closed.
 */
struct um_conn *um_conn_get(const char *path)
{
    struct um_conn *conn = find(path);
    if (conn)
        return conn;
    close_dead();
    um_leave();
    int fd = connect_to(path);
    conn = fd >= 0 ? calloc(1, sizeof *conn) : NULL;
    char *copy = conn ? strdup(path) : NULL;
    um_enter();
    struct um_conn *other = find(path);
    if (!copy || other) {
        free(copy);
        free(conn);
        if (fd >= 0)
            close(fd);
        return other;
    }
    conn->path = copy;
    conn->socket = fd;
    conn->free_slot = UINT32_MAX;
    pthread_cond_init(&conn->sent, NULL);
    conn->next = um_conns;
    um_conns = conn;
    return conn;
}

/*
 * The end of a connection. Every request that is outstanding fails as on a device that is gone, and so will every later
 * one. The socket is only shut down: a thread that reads it notices, and nobody gets another file under its number.
 */
void um_conn_fail(struct um_conn *conn, const char *why)
{
    if (conn->dead)
        return;
    conn->dead = true;
    shutdown(conn->socket, SHUT_RDWR);
    if (why)
        fprintf(stderr, "kmdock: the connection to the host is given up: %s.\n", why);
    for (uint32_t slot = 0; slot < conn->requests_used; slot++)
        if (conn->requests[slot].operation)
            um_request_complete(conn, &conn->requests[slot], UM_STATUS_DEVICE_DOES_NOT_EXIST, 0);
    assert(!conn->outstanding);
    pthread_cond_broadcast(&conn->sent);
    um_wake_conn(conn);
}

/* The socket is full. The host may be waiting for us to take answers, so those are read too if nobody else does. */
static void wait_for_room(struct um_conn *conn)
{
    bool reads = !conn->reader;
    struct pollfd fd = {.fd = conn->socket, .events = (short)(POLLOUT | (reads ? POLLIN : 0))};
    if (reads)
        conn->reader = um_self();
    um_leave();
    poll(&fd, 1, -1);
    um_enter();
    if (reads) {
        if (fd.revents & POLLIN)
            um_conn_read_now(conn);
        conn->reader = NULL;
    }
}

static bool send_frame(struct um_conn *conn, struct iovec *parts)
{
    bool waited = false;
    size_t part = 0;
    while (part < 2 && !conn->dead) {
        struct msghdr message = {.msg_iov = parts + part, .msg_iovlen = 2 - part};
        bool last = part == 1 || !parts[1].iov_len; /* one part: the kernel has less to look at */
        ssize_t count = last ? send(conn->socket, parts[part].iov_base, parts[part].iov_len, SEND_FLAGS)
                             : sendmsg(conn->socket, &message, SEND_FLAGS);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            wait_for_room(conn);
            waited = true;
            continue;
        }
        if (count < 0) {
            um_conn_fail(conn, NULL);
            break;
        }
        while (part < 2 && (size_t)count >= parts[part].iov_len)
            count -= (ssize_t)parts[part++].iov_len;
        if (part < 2) {
            parts[part].iov_base = (char *)parts[part].iov_base + count;
            parts[part].iov_len -= (size_t)count;
        }
    }
    if (waited)
        um_relieve(conn);
    return !conn->dead;
}

/* Frames of several threads do not mix: one sends at a time. */
bool um_conn_send(struct um_conn *conn, struct link_header *header, const void *data)
{
    while (conn->sender && !conn->dead) {
        conn->senders_waiting++;
        pthread_cond_wait(&conn->sent, &um_lock);
        conn->senders_waiting--;
    }
    if (conn->dead)
        return false;
    struct iovec parts[2] = {{.iov_base = header, .iov_len = LINK_HEADER_BYTES},
                             {.iov_base = (void *)(uintptr_t)data, .iov_len = header->bytes}};
    char small[SMALL_FRAME_BYTES];
    if (header->bytes && header->bytes <= sizeof small - LINK_HEADER_BYTES) {
        memcpy(small, header, LINK_HEADER_BYTES);
        memcpy(small + LINK_HEADER_BYTES, data, header->bytes);
        parts[0] = (struct iovec){.iov_base = small, .iov_len = LINK_HEADER_BYTES + header->bytes};
        parts[1].iov_len = 0;
    }
    conn->sender = um_self();
    bool sent = send_frame(conn, parts);
    conn->sender = NULL;
    if (conn->senders_waiting)
        pthread_cond_signal(&conn->sent);
    return sent;
}
