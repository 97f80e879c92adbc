/* SPDX-License-Identifier: MIT */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct outcome outcome;

static void append(char *to, size_t room, const char *text, size_t length)
{
    size_t used = strlen(to);
    length = length > room - used - 1 ? room - used - 1 : length;
    memcpy(to + used, text, length);
    to[used + length] = 0;
}

static void on_log(void *user, const char *text, size_t length)
{
    struct outcome *to = user;
    append(to->log, sizeof(to->log), text, length);
}

static void on_complaint(void *user, const char *sentence)
{
    struct outcome *to = user;
    append(to->complaints, sizeof(to->complaints), sentence, strlen(sentence));
}

static void on_report(void *user, const char *rule, const char *sentence, const char *stack)
{
    struct outcome *to = user;
    snprintf(to->report, sizeof(to->report), "%.50s: %.200s\n%.3000s", rule, sentence, stack);
}

static void on_bugcheck(void *user, const struct machine_bugcheck_report *report)
{
    struct outcome *to = user;
    to->bugcheck = *report;
    to->bugchecks++;
}

static void on_reply(void *user, const struct machine_reply *reply)
{
    struct outcome *to = user;
    uint32_t i = to->reply_count++;
    assert_true(i < 16 && reply->bytes < sizeof(to->data[0]));
    to->replies[i] = *reply;
    memcpy(to->data[i], reply->data, reply->bytes);
}

void image_path(char *ret_path, size_t path_bytes, const char *name)
{
    const char *directory = getenv("KMDOCK_TEST_IMAGES");
    snprintf(ret_path, path_bytes, "%s/%s", directory ? directory : ".", name);
}

void boot(const struct machine_options *options, int scenario)
{
    struct machine_options all = *options;
    char path[512], error[MACHINE_ERROR_MAX];
    memset(&outcome, 0, sizeof(outcome));
    all.user = &outcome;
    all.log = on_log;
    all.report = on_report;
    all.complain = on_complaint;
    all.bugcheck = on_bugcheck;
    all.reply = on_reply;
    machine_shutdown(); /* what a failed test left */
    assert_int_equal(machine_boot(&all), 0);
    image_path(path, sizeof(path), "ntoskrnl.exe");
    if (machine_module_load(path, error, sizeof(error)) < 0) {
        fail_msg("%s", error);
    }
    uint64_t address = machine_symbol_address("ntoskrnl.exe", "scenario");
    assert_true(address != 0);
    *(int *)address = scenario;
}

void run(void)
{
    outcome.end = machine_run();
    uint64_t address = machine_symbol_address("ntoskrnl.exe", "result");
    outcome.result = *(uint64_t *)address;
}

void run_scenario(int scenario)
{
    struct machine_options options;
    machine_options_default(&options);
    options.virtual_clock = true;
    options.stop_when_idle = true;
    boot(&options, scenario);
    run();
    machine_shutdown();
}

uint32_t marked_line(const char *file, const char *mark)
{
    char path[512], line[512], whole[128];
    const char *directory = getenv("KMDOCK_TEST_SOURCES");
    snprintf(path, sizeof(path), "%s/%s", directory ? directory : ".", file);
    snprintf(whole, sizeof(whole), "/* LINE: %s */", mark);
    FILE *source = fopen(path, "re");
    uint32_t found = 0;
    for (uint32_t number = 1; source && fgets(line, sizeof(line), source); number++) {
        found = strstr(line, whole) ? number : found;
    }
    if (source) {
        fclose(source);
    }
    assert_true(found != 0);
    return found;
}

const struct machine_frame *frame_of(const char *function)
{
    for (uint32_t i = 0; i < outcome.bugcheck.frame_count; i++) {
        if (strcmp(outcome.bugcheck.frames[i].function, function) == 0) {
            return &outcome.bugcheck.frames[i];
        }
    }
    machine_report_print(&outcome.bugcheck, stderr);
    fail_msg("no frame of %s", function);
    return NULL;
}
