/* SPDX-License-Identifier: MIT */
/*
 * A peer for the way through the socket: bare SOCK_SEQPACKET ping-pong of two processes. A message of the given size
 * goes there, a header of 64 bytes comes back (as for a write). usage: pingpong BYTES ROUNDS. Prints nanoseconds.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ANSWER_BYTES = 64, MESSAGE_MAX = 1 << 17 };

static char buffer[MESSAGE_MAX];

static void answer(int fd)
{
    while (recv(fd, buffer, sizeof(buffer), 0) > 0)
        if (send(fd, buffer, ANSWER_BYTES, 0) != ANSWER_BYTES)
            break;
    _exit(0);
}

int main(int argc, char **argv)
{
    const size_t bytes = argc > 1 ? (size_t)atol(argv[1]) : 512;
    const long rounds = argc > 2 ? atol(argv[2]) : 20000;
    struct timespec began, ended;
    int pair[2];

    if (bytes == 0 || bytes > MESSAGE_MAX || socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair))
        return 1;
    if (fork() == 0) {
        close(pair[0]);
        answer(pair[1]);
    }
    close(pair[1]);
    clock_gettime(CLOCK_MONOTONIC, &began);
    for (long i = 0; i < rounds; i++)
        if (send(pair[0], buffer, bytes, 0) != (ssize_t)bytes ||
            recv(pair[0], buffer, sizeof(buffer), 0) != ANSWER_BYTES)
            return 1;
    clock_gettime(CLOCK_MONOTONIC, &ended);
    printf("%.1f\n",
           ((double)(ended.tv_sec - began.tv_sec) * 1e9 + (double)(ended.tv_nsec - began.tv_nsec)) / (double)rounds);
    close(pair[0]);
    wait(NULL);
    return 0;
}
