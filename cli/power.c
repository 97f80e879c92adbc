/* SPDX-License-Identifier: MIT */
/* kmdock power: a device's power state. */
#include "cli/cli.h"

#include <string.h>
#include <strings.h>

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct host_arguments *arguments = state->input;
    if (key == ARGP_KEY_ARG && state->arg_num == 0) {
        if (strcasecmp(argument, "d0") && strcasecmp(argument, "d3"))
            argp_error(state, "the power state is d0 or d3, not %s", argument);
        arguments->word = !strcasecmp(argument, "d0") ? "d0" : "d3";
        return 0;
    }
    if (key == ARGP_KEY_NO_ARGS) {
        argp_error(state, "which power state, d0 or d3?");
        return EINVAL;
    }
    return host_parse(key, argument, state);
}

int command_power(int argc, char **argv)
{
    static const struct argp parser = {
        .options = host_options,
        .parser = parse,
        .args_doc = "d0|d3 [DEVICE]",
        .doc = "Put a device into the working state (D0) or to sleep (D3), and wait for the end of the transition.\v"
               "DEVICE is an instance id as `kmdock ls` shows it; without one, every device of the host.",
    };
    struct host_arguments arguments = {0};
    if (argp_parse(&parser, argc, argv, 0, NULL, &arguments))
        return EXIT_WRONG;
    return host_command(arguments.process, "power", arguments.device ? arguments.device : "*", arguments.word);
}
