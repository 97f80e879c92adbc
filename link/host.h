/* SPDX-License-Identifier: MIT */
/*
 * The host's side of the wire: one epoll loop that is the machine's poll callback. Everything here runs
 * on the machine's thread, between two steps of the guest.
 */
#ifndef KMDOCK_LINK_HOST_H
#define KMDOCK_LINK_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "machine/machine.h"

struct link_host;

struct link_options {
    const char *directory; /* from link_directory() */
    void *user;
    /* A signal came: SIGINT, SIGTERM, SIGHUP or SIGCHLD. Called from link_poll. `sent`: by a process with kill();
     * else by the terminal, which told the whole foreground, or by the kernel. */
    void (*signal)(void *user, int signal, bool sent);
    /* Something that a person may want to read: a client that was thrown out. */
    void (*say)(void *user, const char *sentence);
};

/* 0 or a negative errno. Blocks the four signals; link_signals_restore undoes that in a child. */
int link_host_create(const struct link_options *options, struct link_host **ret_host);
/* Throws every client out, takes back what was published, removes the socket. NULL is allowed. */
void link_host_destroy(struct link_host *host);
/* The machine is dead, after a bug check: closes the clients' sockets, for they must not wait for answers,
 * and takes back what was published. link_poll still reports signals. */
void link_host_dead(struct link_host *host);
/* No further clients, and those that are there are disconnected; the guest hears of it. */
void link_host_hang_up(struct link_host *host);
/* For the child between fork and exec: the signal mask that the program was started with. SIGINT stays at its
 * default, for it is passed on to the child. */
void link_signals_restore(const struct link_host *host);

/* The machine's callbacks. */
void link_poll(struct link_host *host, int64_t timeout_ns);
void link_reply(struct link_host *host, const struct machine_reply *reply);
/* 0, or a negative errno: nobody can open the name. */
int link_publish(struct link_host *host, const char *name, const char *guid, const char *instance, uint32_t state);

/*
 * Sends a LINK_COMMAND as client 0 and runs the machine until the answer has come. The end that
 * machine_run came to, if it was not the answer: MACHINE_END_HALTED with *ret_answered false.
 * `ret_answer` is the caller's (free), never NULL when answered.
 */
enum machine_end link_command(struct link_host *host, const char *text, bool *ret_answered, int32_t *ret_status,
                              char **ret_answer);

/* The clients that are connected now. */
unsigned link_host_clients(const struct link_host *host);
const char *link_host_directory(const struct link_host *host);

#endif
