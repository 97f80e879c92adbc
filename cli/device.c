/* SPDX-License-Identifier: MIT */
/* kmdock disable, enable, remove: a device's life. */
#include "cli/cli.h"

static int device_command(int argc, char **argv, const char *verb, const char *doc)
{
    const struct argp parser = {.options = host_options, .parser = host_parse, .args_doc = "[DEVICE]", .doc = doc};
    struct host_arguments arguments = {0};
    if (argp_parse(&parser, argc, argv, 0, NULL, &arguments))
        return EXIT_WRONG;
    return host_command(arguments.process, verb, arguments.device ? arguments.device : "*", NULL);
}

#define DEVICE_DOC "\vDEVICE is an instance id as `kmdock ls` shows it; without one, every device of the host."

int command_disable(int argc, char **argv)
{
    return device_command(
        argc, argv, "disable",
        "Ask a device's driver whether it may be removed, and remove it; the device's node stays." DEVICE_DOC);
}

int command_enable(int argc, char **argv)
{
    return device_command(argc, argv, "enable", "Start a device that was disabled." DEVICE_DOC);
}

int command_remove(int argc, char **argv)
{
    return device_command(argc, argv, "remove", "Remove a device, its node too." DEVICE_DOC);
}
