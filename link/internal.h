/* SPDX-License-Identifier: MIT */
/* What the files of link/ share. */
#ifndef KMDOCK_LINK_INTERNAL_H
#define KMDOCK_LINK_INTERNAL_H

#include <signal.h>

#include "link/host.h"
#include "link/session.h"

enum {
    CLIENT_INDEX_BITS = 10,
    CLIENTS_MAX = 1 << CLIENT_INDEX_BITS, /* connected at the same time */
    IN_BYTES = 128 << 10,                 /* of a client's input buffer, unless a frame is larger */
    OUT_DIRECT = 8 << 10,                 /* larger answers are sent from where they lie */
    OUT_BATCH = 256 << 10,                /* more than that waiting is sent at once, not at the next poll */
    OUT_PAUSE = 1 << 20,                  /* more than that unsent: the client's requests are not read */
    OUT_RESUME = 256 << 10,               /* less than that: they are again */
    EVENTS_MAX = 64,
};

struct link_buffer {
    uint8_t *data;
    size_t start;
    size_t end;
    size_t room;
};

struct link_client {
    uint32_t id; /* generation << CLIENT_INDEX_BITS | index; 0: the entry is free */
    uint32_t generation;
    int socket;
    uint32_t process;
    char name[LINK_PROGRAM_MAX + 1];
    uint32_t events; /* that epoll waits for */
    bool dirty;      /* in the host's list: has output, or failed */
    bool failed;     /* its socket broke; closed at the next poll */
    bool paused;     /* it does not read its answers */
    struct link_buffer in;
    struct link_buffer out;
    struct link_session session;
};

struct link_published {
    struct link_published *next;
    char *name;
    char *path;
};

struct link_host {
    struct link_options options;
    char *directory;
    char *socket_path;
    char socket_name[32];
    int epoll, listener, signals, directory_file;
    bool accepting;
    bool client_left; /* since the last poll */
    bool dead;        /* nothing may be posted any more */
    bool posted;      /* the guest was given something to do: do not wait */
    sigset_t mask_before;
    struct link_published *published;
    /* The command under way, as client 0. */
    bool waiting, answered;
    uint64_t command;
    int32_t status;
    char *answer;
    uint32_t dirty[CLIENTS_MAX]; /* indices */
    uint32_t dirty_count;
    uint32_t client_count;
    struct link_client *clients[CLIENTS_MAX]; /* made on first use, kept for the next */
};

void link_say(struct link_host *host, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* client.c */
bool client_open(struct link_host *host, int socket, uint32_t process);
void client_close(struct link_host *host, struct link_client *client);
void client_readable(struct link_host *host, struct link_client *client);
void client_writable(struct link_host *host, struct link_client *client);
/* Reads what was left lying in the buffer, after a pause. */
void client_parse(struct link_host *host, struct link_client *client);
/* Queues or sends an answer; never blocks, never closes (it may run inside a guest's call). */
void client_answer(struct link_host *host, struct link_client *client, const struct link_header *header,
                   const void *data);
struct link_client *client_of(struct link_host *host, uint32_t id);
void client_dirty(struct link_host *host, struct link_client *client);
void client_free(struct link_client *client);

/* publish.c */
void published_remove_all(struct link_host *host);

/* socket.c: binds and listens under a path of any length. A socket, or a negative errno. */
int link_listen(const char *directory, const char *name);

#endif
