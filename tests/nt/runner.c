/* SPDX-License-Identifier: MIT */
/*
 * Runs kernel drivers in a machine of its own, without the command around it: boots ntoskrnl.exe and hal.dll of a
 * directory, loads the given services, unloads them, and tells what was said.
 *
 *   runner GUEST-DIRECTORY [--checked] [--virtual] NAME=FILE.sys…
 *
 * Exit status 0: every DriverEntry succeeded and nothing was reported; 1: not so; 2: wrong usage or no machine.
 */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "link/protocol.h"
#include "machine/machine.h"

enum { COMMANDS_MAX = 64, TEXT_MAX = 256, NS_PER_MS = 1000000 };
static char commands[COMMANDS_MAX][TEXT_MAX];
static unsigned command_count, command_next, outstanding;
static int failed;

static void tell_log(void *user, const char *text, size_t length)
{
    (void)user;
    fwrite(text, 1, length, stdout);
    fflush(stdout);
}

static void tell_report(void *user, const char *rule, const char *sentence, const char *stack)
{
    (void)user;
    printf("REPORT %s: %s\n%s", rule, sentence, stack);
    failed = 1;
}

static void tell_bugcheck(void *user, const struct machine_bugcheck_report *report)
{
    (void)user;
    machine_report_print(report, stdout);
    failed = 1;
}

static void tell_reply(void *user, const struct machine_reply *reply)
{
    (void)user;
    printf("%s: status 0x%08X %.*s\n", commands[reply->request], (unsigned)reply->status, (int)reply->bytes,
           (const char *)reply->data);
    if (reply->status != 0)
        failed = 1;
    outstanding--;
}

static void poll_once(void *user, int64_t timeout_ns)
{
    (void)user;
    if (outstanding != 0) {
        if (timeout_ns > 0)
            poll(NULL, 0, (int)(timeout_ns / NS_PER_MS) + 1);
        return;
    }
    if (command_next == command_count) {
        machine_halt();
        return;
    }
    struct machine_message message = {
        .operation = LINK_COMMAND,
        .request = command_next,
        .in_bytes = (uint32_t)strlen(commands[command_next]),
    };
    outstanding++;
    machine_port_post(0, &message, commands[command_next++]);
}

static int load_core(const char *directory, const char *name)
{
    char path[4096], error[MACHINE_ERROR_MAX];
    snprintf(path, sizeof(path), "%s/%s", directory, name);
    int32_t status = machine_module_load(path, error, sizeof(error));
    if (status != 0)
        fprintf(stderr, "%s: 0x%08X %s\n", path, (unsigned)status, error);
    return status == 0;
}

static void add_command(const char *verb, const char *argument)
{
    if (command_count < COMMANDS_MAX)
        snprintf(commands[command_count++], TEXT_MAX, "%s\n%s", verb, argument);
}

int main(int argc, char **argv)
{
    struct machine_options options;
    char *services[COMMANDS_MAX];
    int service_count = 0;
    machine_options_default(&options);
    options.log = tell_log;
    options.report = tell_report;
    options.bugcheck = tell_bugcheck;
    options.reply = tell_reply;
    options.poll = poll_once;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--checked") == 0)
            options.checked = true;
        else if (strcmp(argv[i], "--virtual") == 0)
            options.virtual_clock = true;
        else if (strchr(argv[i], '=') != NULL && service_count < COMMANDS_MAX / 2)
            services[service_count++] = argv[i];
    }
    if (argc < 3 || machine_boot(&options) != 0)
        return 2;
    if (!load_core(argv[1], "ntoskrnl.exe") || !load_core(argv[1], "hal.dll"))
        return 2;
    for (int i = 0; i < service_count; i++) {
        char *path = strchr(services[i], '=');
        *path++ = 0;
        machine_image_register(services[i], path);
        add_command("load", services[i]);
    }
    for (int i = 0; i < service_count; i++)
        add_command("unload", services[i]);
    if (machine_run() != MACHINE_END_HALTED)
        failed = 1;
    machine_shutdown();
    return failed;
}
