/* SPDX-License-Identifier: MIT */
/* A host from boot to end: the machine, its link, its drivers, and the program that uses them. */
#ifndef KMDOCK_CLI_SESSION_H
#define KMDOCK_CLI_SESSION_H

#include <sys/types.h>

#include "cli/cli.h"
#include "inf/inf.h"
#include "link/host.h"

struct session_options {
    bool verbose, quiet, gdb;
    bool no_device; /* loads the drivers only */
    bool no_checks; /* no red zones, no quarantine, no stacks of allocations: as fast as it gets */
    uint32_t watchdog_seconds;
    struct strings set; /* NAME=VALUE */
    FILE *log;          /* what drivers print, or NULL */
    char **words;       /* what kmdock run was called with, for the command that goes on */
    int word_count;
};

/* A driver that is to be installed. */
struct install {
    const struct target *target;
    char *image;
    char *service;
    char *hardware_id;
    char *class_name;
    struct inf_model *model;         /* NULL without an INF */
    const struct inf_device *device; /* of the model */
    unsigned number;                 /* of its device among those of its class */
    bool loaded;
};

struct seen_name {
    char *name;
    char *instance;
};

struct session {
    const struct session_options *options;
    struct install *installs;
    size_t install_count;
    struct link_host *link;
    char *directory;
    bool booted, bugchecked;
    bool unpublished; /* an interface could not be written to $KMDOCK_DIR */
    unsigned reports;
    bool draining;       /* the machine runs until nothing is ready */
    bool commanding;     /* a command to the machine is under way */
    unsigned interrupts; /* how often a person wanted an end */
    bool done;
    pid_t child; /* 0: there is none (any more) */
    int child_status;
    int64_t deadline_ns; /* when the child is killed; 0: not at all */
    struct seen_name *names;
    size_t name_count;
    struct text line; /* of the driver's log, until its end */
};

/* install.c: makes the list of drivers from built targets; false with what to say already said. */
bool install_prepare(struct install *install, const struct target *target, const char *image);
void install_free(struct install *install);
/* The registry text that installs all of them. False if a --set is wrong. */
bool install_registry(const struct session *session, struct text *text);

/* session.c: all return an exit status. */
int session_open(struct session *session, const struct home *home);
int session_start(struct session *session); /* loads drivers, makes devices */
int session_wait(struct session *session);  /* until the child has ended, or a signal came */
int session_stop(struct session *session);  /* removes, unloads */
void session_close(struct session *session);

/* child.c */
int child_start(struct session *session, char **argv);
void child_signal(struct session *session, int signal, bool sent);
/* Takes note if it has ended. */
void child_reap(struct session *session);
void child_expire(struct session *session);
int64_t clock_now_ns(void);

/* gdb.c: does not return if gdb could be started. */
int gdb_start(int argc, char **argv);

#endif
