/* SPDX-License-Identifier: MIT */
/* kmdock ls: hosts, their devices, and the names under which programs open them. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "link/directory.h"

enum { FIELDS_MAX = 64 };

struct arguments {
    bool json;
};

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    (void)argument;
    if (key == 'j') {
        arguments->json = true;
        return 0;
    }
    if (key == ARGP_KEY_ARG)
        argp_error(state, "ls takes no argument");
    return ARGP_ERR_UNKNOWN;
}

static unsigned split(char *line, char **fields)
{
    unsigned count = 0;
    for (char *at = line; at && count < FIELDS_MAX; count++) {
        fields[count] = at;
        at = strchr(at, '\t');
        if (at)
            *at++ = 0;
    }
    return count;
}

static void print_device(uint32_t process, char **fields, unsigned count)
{
    printf("%-8u %-22s %-12s %-10s %-4s %s\n", process, fields[0], count > 1 ? fields[1] : "",
           count > 2 ? fields[2] : "", count > 3 ? fields[3] : "", count > 4 ? fields[4] : "");
    for (unsigned i = 5; i < count; i++)
        printf("%61s %s\n", "", fields[i]);
}

static json_t *device_json(uint32_t process, char **fields, unsigned count)
{
    json_t *interfaces = json_array();
    for (unsigned i = 4; i < count; i++)
        json_array_append_new(interfaces, json_string(fields[i]));
    return json_pack("{s:i, s:s, s:s, s:s, s:s, s:o}", "host", (int)process, "instance", fields[0], "service",
                     count > 1 ? fields[1] : "", "state", count > 2 ? fields[2] : "", "power",
                     count > 3 ? fields[3] : "", "interfaces", interfaces);
}

/* Adds to `array`, or prints if that is NULL. */
static int list_host(const char *directory, uint32_t process, json_t *array)
{
    struct link_answer answer;
    char error[LINK_ERROR_MAX], *save = NULL;
    if (link_call(directory, process, "devices", &answer, error, sizeof error))
        return complain(EXIT_HOST, "%s", error);
    unsigned devices = 0;
    for (char *line = strtok_r(answer.text, "\n", &save); line; line = strtok_r(NULL, "\n", &save), devices++) {
        char *fields[FIELDS_MAX];
        unsigned count = split(line, fields);
        if (array)
            json_array_append_new(array, device_json(process, fields, count));
        else
            print_device(process, fields, count);
    }
    if (!devices && !array)
        printf("%-8u (no device)\n", process);
    free(answer.text);
    return EXIT_WELL;
}

static int list_all(const char *directory, const struct link_list *list, bool json)
{
    json_t *array = json ? json_array() : NULL;
    int status = EXIT_WELL;
    if (!json && list->host_count)
        printf("%-8s %-22s %-12s %-10s %-4s %s\n", "HOST", "DEVICE", "SERVICE", "STATE", "PWR", "INTERFACE");
    if (!json && !list->host_count)
        say("no host is running (start one with: kmdock run TARGET)");
    for (size_t i = 0; i < list->host_count; i++) {
        int result = list_host(directory, list->hosts[i], array);
        status = result ? result : status;
    }
    if (json) {
        json_dumpf(array, stdout, JSON_INDENT(2));
        putchar('\n');
        json_decref(array);
    }
    return status;
}

int command_ls(int argc, char **argv)
{
    static const struct argp_option options[] = {{"json", 'j', NULL, 0, "Print JSON", 0}, {0}};
    static const struct argp parser = {.options = options,
                                       .parser = parse,
                                       .doc = "List the devices of all running hosts, and the names to open them by."};
    struct arguments arguments = {0};
    char error[LINK_ERROR_MAX];
    struct link_list list;
    if (argp_parse(&parser, argc, argv, 0, NULL, &arguments))
        return EXIT_WRONG;
    char *directory = link_directory(error, sizeof error);
    if (!directory)
        return complain(EXIT_HOST, "%s", error);
    int result = link_list_read(directory, &list);
    int status = result ? complain(EXIT_HOST, "%s cannot be read: %s", directory, strerror(-result))
                        : list_all(directory, &list, arguments.json);
    if (!result)
        link_list_free(&list);
    free(directory);
    return status;
}
