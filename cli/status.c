/* SPDX-License-Identifier: MIT */
/* kmdock status: what a running host is doing. */
#include "cli/cli.h"

static error_t parse(int key, char *argument, struct argp_state *state)
{
    if (key == ARGP_KEY_ARG) {
        argp_error(state, "status takes no argument");
        return EINVAL;
    }
    return host_parse(key, argument, state);
}

int command_status(int argc, char **argv)
{
    static const struct argp parser = {
        .options = host_options,
        .parser = parse,
        .doc = "Show what a running host's drivers, devices, queues and requests are doing.",
    };
    struct host_arguments arguments = {0};
    if (argp_parse(&parser, argc, argv, 0, NULL, &arguments))
        return EXIT_WRONG;
    return host_command(arguments.process, "status", NULL, NULL);
}
