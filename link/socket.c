/* SPDX-License-Identifier: MIT */
/* Sockets by path, and one command to a host. */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "link/directory.h"
#include "link/internal.h"

enum { CALL_OUT_BYTES = 1 << 20 };

/* A socket's address holds 107 characters; a longer path goes by way of the directory's descriptor. */
static int address_of(const char *directory, const char *name, struct sockaddr_un *ret_address, int *ret_descriptor)
{
    *ret_address = (struct sockaddr_un){.sun_family = AF_UNIX};
    *ret_descriptor = -1;
    size_t room = sizeof ret_address->sun_path;
    if ((size_t)snprintf(ret_address->sun_path, room, "%s/%s", directory, name) < room)
        return 0;
    *ret_descriptor = open(directory, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (*ret_descriptor < 0)
        return -errno;
    size_t length = (size_t)snprintf(ret_address->sun_path, room, "/proc/self/fd/%d/%s", *ret_descriptor, name);
    assert(length < room);
    (void)length;
    return 0;
}

int link_connect(const char *directory, const char *name)
{
    struct sockaddr_un address;
    int descriptor;
    int result = address_of(directory, name, &address, &descriptor);
    if (result)
        return result;
    int file = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    result = file < 0 ? -errno : 0;
    if (!result && connect(file, (struct sockaddr *)&address, sizeof address)) {
        result = -errno;
        close(file);
    }
    if (descriptor >= 0)
        close(descriptor);
    return result ? result : file;
}

/* Bound under another name first: a socket that is there but does not listen yet would look like a dead host's. */
int link_listen(const char *directory, const char *name)
{
    struct sockaddr_un address;
    int descriptor;
    char *hidden = NULL, *from = NULL, *to = NULL;
    if (asprintf(&hidden, "%s.new", name) < 0 || asprintf(&from, "%s/%s", directory, hidden) < 0 ||
        asprintf(&to, "%s/%s", directory, name) < 0)
        return -ENOMEM;
    int result = address_of(directory, hidden, &address, &descriptor);
    int file = result ? -1 : socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (!result) {
        unlink(from);
        if (file < 0 || bind(file, (struct sockaddr *)&address, sizeof address) || listen(file, SOMAXCONN) ||
            rename(from, to))
            result = -errno;
    }
    if (result) {
        unlink(from);
        if (file >= 0)
            close(file);
    }
    if (descriptor >= 0)
        close(descriptor);
    free(hidden);
    free(from);
    free(to);
    return result ? result : file;
}

static int send_all(int file, const void *data, size_t size)
{
    for (const char *at = data; size > 0;) {
        ssize_t count = send(file, at, size, MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR)
            return -errno;
        at += count > 0 ? count : 0;
        size -= count > 0 ? (size_t)count : 0;
    }
    return 0;
}

static int receive_all(int file, void *data, size_t size)
{
    for (char *at = data; size > 0;) {
        ssize_t count = recv(file, at, size, 0);
        if (count == 0)
            return -ECONNRESET;
        if (count < 0 && errno != EINTR)
            return -errno;
        at += count > 0 ? count : 0;
        size -= count > 0 ? (size_t)count : 0;
    }
    return 0;
}

static int call(int file, const char *text, struct link_answer *ret_answer)
{
    static const char program[] = "kmdock";
    struct link_header hello = {.operation = LINK_HELLO,
                                .code = LINK_VERSION,
                                .offset = LINK_MAGIC,
                                .request = (uint32_t)getpid(),
                                .bytes = sizeof program - 1};
    struct link_header command = {.operation = LINK_COMMAND,
                                  .bytes = (uint32_t)strlen(text),
                                  .thread = 1,
                                  .request = 1ull << 32,
                                  .out_bytes = CALL_OUT_BYTES};
    struct link_header answer;
    int result = send_all(file, &hello, sizeof hello);
    result = result ? result : send_all(file, program, sizeof program - 1);
    result = result ? result : send_all(file, &command, sizeof command);
    result = result ? result : send_all(file, text, strlen(text));
    result = result ? result : receive_all(file, &answer, sizeof answer);
    if (!result && (answer.operation != LINK_HELLO || answer.offset != LINK_MAGIC || answer.code != LINK_VERSION))
        return -EPROTO;
    result = result ? result : receive_all(file, &answer, sizeof answer);
    if (result)
        return result;
    if (answer.operation != LINK_COMMAND || answer.request != command.request || answer.bytes > LINK_DATA_MAX)
        return -EPROTO;
    char *data = malloc((size_t)answer.bytes + 1);
    if (!data)
        return -ENOMEM;
    data[answer.bytes] = 0;
    result = receive_all(file, data, answer.bytes);
    if (result) {
        free(data);
        return result;
    }
    *ret_answer = (struct link_answer){.status = answer.status, .text = data};
    return 0;
}

int link_call(const char *directory, uint32_t process, const char *text, struct link_answer *ret_answer,
              char *ret_error, size_t error_bytes)
{
    char name[32];
    snprintf(name, sizeof name, "host-%u.sock", process);
    int file = link_connect(directory, name);
    int result = file < 0 ? file : call(file, text, ret_answer);
    if (file >= 0)
        close(file);
    if (result == -ECONNREFUSED || result == -ENOENT)
        snprintf(ret_error, error_bytes, "there is no host with the process id %u", process);
    else if (result == -EPROTO)
        snprintf(ret_error, error_bytes, "the host %u is of another version of kmdock", process);
    else if (result)
        snprintf(ret_error, error_bytes, "the host %u did not answer: %s", process, strerror(-result));
    return result;
}
