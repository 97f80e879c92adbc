/* SPDX-License-Identifier: MIT */
/* Subcommands that talk to a running host: status, power, disable, enable, remove. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "link/directory.h"

enum {
    STATUS_NO_SUCH_DEVICE = (int)0xc000000e,
    STATUS_INVALID_PARAMETER = (int)0xc000000d,
    STATUS_DEVICE_NOT_READY = (int)0xc00000a3,
    STATUS_INVALID_DEVICE_STATE = (int)0xc0000184,
};

const struct argp_option host_options[] = {
    {"host", 'H', "PID", 0, "The host with this process id; needed only if several run and no DEVICE tells", 0},
    {0},
};

error_t host_parse(int key, char *argument, struct argp_state *state)
{
    struct host_arguments *arguments = state->input;
    char *end;
    unsigned long process;
    switch (key) {
    case 'H':
        process = strtoul(argument, &end, 10);
        if (*end || !process || process > INT32_MAX)
            argp_error(state, "%s is no process id", argument);
        arguments->process = (uint32_t)process;
        return 0;
    case ARGP_KEY_ARG:
        if (arguments->device)
            argp_error(state, "more than one DEVICE");
        arguments->device = argument;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* The first field of each line of `devices` is an instance id. */
static bool host_has(const char *directory, uint32_t process, const char *device)
{
    struct link_answer answer;
    char error[LINK_ERROR_MAX], *save = NULL;
    if (link_call(directory, process, "devices", &answer, error, sizeof error))
        return false;
    bool found = false;
    for (char *line = strtok_r(answer.text, "\n", &save); line && !found; line = strtok_r(NULL, "\n", &save)) {
        line[strcspn(line, "\t")] = 0;
        found = !strcasecmp(line, device);
    }
    free(answer.text);
    return found;
}

/* 0 and a sentence if it cannot be told which one is meant. */
static uint32_t choose_host(const char *directory, uint32_t process, const char *device)
{
    struct link_list list;
    int result = link_list_read(directory, &list);
    if (result)
        return say("%s cannot be read: %s", directory, strerror(-result)), 0u;
    uint32_t chosen = 0;
    unsigned fitting = 0;
    for (size_t i = 0; i < list.host_count; i++) {
        bool fits = process ? list.hosts[i] == process
                            : list.host_count == 1 ||
                                  (device && strcmp(device, "*") && host_has(directory, list.hosts[i], device));
        if (fits)
            chosen = list.hosts[i];
        fitting += fits;
    }
    if (!list.host_count)
        say("no host is running (start one with: kmdock run TARGET)");
    else if (process && !fitting)
        say("there is no host with the process id %u", process);
    else if (!fitting && device && strcmp(device, "*"))
        say("no host has a device %s; kmdock ls lists them", device);
    else if (fitting != 1)
        say("%zu hosts are running; say which with --host PID (kmdock ls lists them)", list.host_count);
    link_list_free(&list);
    return fitting == 1 ? chosen : 0;
}

/* What the device cannot do in the state that it is in is the asker's mistake, not the driver's. */
static int answer_status(int32_t status)
{
    switch (status) {
    case STATUS_NO_SUCH_DEVICE:
    case STATUS_INVALID_PARAMETER:
    case STATUS_DEVICE_NOT_READY:
    case STATUS_INVALID_DEVICE_STATE:
        return EXIT_WRONG;
    default:
        return status >= 0 ? EXIT_WELL : EXIT_DEFECT;
    }
}

/* Answers begin with a capital letter and end with a full stop, as sentences do. */
static int print_answer(const struct link_answer *answer)
{
    char *text = status_explain(answer->text);
    if (answer->status >= 0) {
        fputs(text, stdout);
    } else {
        size_t length = strlen(text);
        while (length && text[length - 1] == '\n')
            text[--length] = 0;
        const char *name = status_name(answer->status);
        if (length)
            say("%s", text);
        else
            say("failed with %s (0x%08x)", name ? name : "a status", (unsigned)answer->status);
    }
    free(text);
    return answer_status(answer->status);
}

int host_command(uint32_t process, const char *verb, const char *device, const char *argument)
{
    char error[LINK_ERROR_MAX];
    char *directory = link_directory(error, sizeof error);
    if (!directory)
        return complain(EXIT_HOST, "%s", error);
    int status = EXIT_WRONG;
    uint32_t host = choose_host(directory, process, device);
    if (host) {
        struct link_answer answer;
        char *text = string_format("%s%s%s%s%s", verb, device ? "\n" : "", device ? device : "", argument ? "\n" : "",
                                   argument ? argument : "");
        if (link_call(directory, host, text, &answer, error, sizeof error)) {
            status = complain(EXIT_HOST, "%s", error);
        } else {
            status = print_answer(&answer);
            free(answer.text);
        }
        free(text);
    }
    free(directory);
    return status;
}
