/* SPDX-License-Identifier: MIT */
/*
 * Answers of a host that means harm: the input is what arrives on the socket of a client with a few requests
 * outstanding, in pieces whose sizes the input gives too. Whatever comes, each request completes once and no byte is
 * written past its buffer (each is a block of its own, which the address sanitizer watches).
 */
#include "um/remote/um.h"
#include <sys/socket.h>
#include <unistd.h>

enum { REQUESTS = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void arrive(struct um_conn *conn, int far, const uint8_t *data, size_t size)
{
    while (size && !conn->dead) {
        size_t piece = (size_t)data[0] * 8 + 1;
        piece = piece < size - 1 ? piece : size - 1;
        if (piece && send(far, data + 1, piece, MSG_NOSIGNAL) != (ssize_t)piece)
            abort();
        conn->reader = um_self();
        um_conn_read_now(conn);
        conn->reader = NULL;
        data += piece + 1;
        size -= piece + 1;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const uint8_t operations[] = {LINK_READ, LINK_CONTROL, LINK_OPEN, LINK_WRITE, LINK_CLOSE, LINK_CANCEL};
    static FILE *quiet;
    struct um_call calls[REQUESTS];
    void *buffers[REQUESTS];
    int sockets[2];
    if (!quiet)
        stderr = quiet = fopen("/dev/null", "w"); /* the library's sentences; the fuzzer has a copy of its own */
    if (!quiet || socketpair(AF_UNIX, SOCK_STREAM, 0, sockets))
        abort();
    struct um_conn *conn = calloc(1, sizeof *conn);
    conn->socket = sockets[0];
    conn->free_slot = UINT32_MAX;
    um_enter();
    for (unsigned i = 0; i < REQUESTS; i++) {
        uint64_t number;
        struct um_request *request = um_request_make(conn, operations[i % sizeof operations], &number);
        calls[i] = (struct um_call){.result = {.Internal = UM_STATUS_PENDING}};
        request->overlapped = &calls[i].result;
        request->out_bytes = i % sizeof operations < 2 ? 100u + i * 300u : 0;
        request->buffer = buffers[i] = malloc(request->out_bytes + 1);
    }
    arrive(conn, sockets[1], data, size);
    um_conn_fail(conn, NULL);
    um_leave();
    for (unsigned i = 0; i < REQUESTS; i++) {
        if (calls[i].result.Internal == UM_STATUS_PENDING)
            abort();
        free(buffers[i]);
    }
    close(sockets[0]);
    close(sockets[1]);
    free(conn->requests);
    free(conn);
    return 0;
}
