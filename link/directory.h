/* SPDX-License-Identifier: MIT */
/*
 * $KMDOCK_DIR: where hosts and clients of one user find each other. A socket `host-<pid>.sock` per
 * host, a file per device interface in `interfaces/`.
 */
#ifndef KMDOCK_LINK_DIRECTORY_H
#define KMDOCK_LINK_DIRECTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LINK_ERROR_MAX = 512, LINK_LIST_MAX = 65536 };

/*
 * $KMDOCK_DIR, else $XDG_RUNTIME_DIR/kmdock, else /tmp/kmdock-<uid>. Made with mode 0700 if it is not
 * there; refused (NULL, with a sentence) if it belongs to somebody else or others may write to it.
 * The caller frees it.
 */
char *link_directory(char *ret_error, size_t error_bytes);

/* Removes sockets and entries of hosts that are dead. */
void link_prune(const char *directory);

/* A connected socket, or a negative errno. `name`: "host-123.sock". */
int link_connect(const char *directory, const char *name);

struct link_entry {
    char *name;     /* the Win32 name */
    char *guid;     /* NULL for a plain symbolic link */
    char *instance; /* "" if it is not known */
    char *socket;   /* "host-123.sock" */
    uint32_t process;
    bool enabled;
};

struct link_list {
    struct link_entry *entries; /* by process, then name */
    size_t count;
    uint32_t *hosts; /* process ids of the hosts that live, ascending */
    size_t host_count;
};

/* What is published now; prunes first. 0 or a negative errno. */
int link_list_read(const char *directory, struct link_list *ret_list);
void link_list_free(struct link_list *list);

struct link_answer {
    int32_t status; /* NTSTATUS */
    char *text;     /* the caller's, never NULL */
};

/* Sends one LINK_COMMAND to the host `process` and waits for the answer. 0, or a negative errno and a sentence. */
int link_call(const char *directory, uint32_t process, const char *text, struct link_answer *ret_answer,
              char *ret_error, size_t error_bytes);

#endif
