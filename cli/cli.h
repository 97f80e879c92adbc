/* SPDX-License-Identifier: MIT */
/* What the subcommands share. One file per subcommand; main.c lists them. */
#ifndef KMDOCK_CLI_CLI_H
#define KMDOCK_CLI_CLI_H

#include <argp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "toolchain/toolchain.h"

/* The contract's exit statuses. */
enum {
    EXIT_WELL = 0,
    EXIT_DEFECT = 1, /* in the driver */
    EXIT_WRONG = 2,  /* usage, input, or a driver that does not build */
    EXIT_HOST = 3,   /* the host itself failed */
};

struct command {
    const char *name;
    const char *summary;
    int (*run)(int argc, char **argv); /* argv[0] is "kmdock NAME" */
};

int command_build(int argc, char **argv);
int command_run(int argc, char **argv);
int command_ls(int argc, char **argv);
int command_status(int argc, char **argv);
int command_power(int argc, char **argv);
int command_disable(int argc, char **argv);
int command_enable(int argc, char **argv);
int command_remove(int argc, char **argv);
int command_inf(int argc, char **argv);

/* "kmdock: " and a line, to stderr. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same, and gives back `status`, so that a function can end with it. */
int complain(int status, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* "STATUS_UNSUCCESSFUL", or NULL. */
const char *status_name(int32_t status);
/* Copies `text`, with the name put before every status that stands in it as 0xc0000001. */
char *status_explain(const char *text);

/* -- targets.c: the drivers that a command line names ----------------------------------------------- */

struct targets {
    struct target *items;
    size_t count;
};

/* C files that follow one another are one driver. Says what is wrong. */
bool targets_find(const char *const *paths, size_t count, bool app, bool debug, struct targets *ret_targets);
void targets_free(struct targets *targets);

/* -- client.c: a running host ----------------------------------------------------------------------- */

/* Sends `verb`, with the device if there is one, to the host that is meant: `process`, the host of the device,
 * or the only one. The text of the answer is printed. Returns the exit status. */
int host_command(uint32_t process, const char *verb, const char *device, const char *argument);

/* Options that every subcommand for a running host has: --host, and a DEVICE. */
struct host_arguments {
    uint32_t process;
    const char *device;
    const char *word; /* of `power` */
};
extern const struct argp_option host_options[];
error_t host_parse(int key, char *argument, struct argp_state *state);

#endif
