/* SPDX-License-Identifier: MIT */
/*
 * Runs scenarios (kmdock/scenario.h) inside the machine, on virtual time, each in a fresh machine of its own process,
 * and prints TAP. usage: runner HOME DRIVER.sys SCENARIO.dll [NAME=VALUE | NAME]…
 * NAME=VALUE goes to the service's Parameters key as a REG_DWORD, NAME selects a scenario (default: all).
 *
 * A scenario fails when an expectation, a rule or a bug check says so, when it cannot end, or when the driver leaves
 * something behind after its removal. A scenario called fails_RULE_... or fails_CODE_... passes only if exactly this
 * rule or this bug check (hexadecimal, as 10D; 10Dp4: with 4 as its first parameter) was reported, once.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "link/protocol.h"
#include "machine/machine.h"

enum {
    SCENARIOS_MAX = 256,
    TEXT_BYTES_MAX = 1 << 16,
    PATH_BYTES_MAX = 4096,
    STATUS_UNANSWERED = 0x7fffffff,
    SCENARIO_NAME_MAX = 128,
};

static struct {
    const char *home, *driver, *scenario;
    char parameters[4096];
    bool verbose, counted;
    int defects;
    char expected[SCENARIO_NAME_MAX]; /* the rule or code that a scenario called fails_… must be told of */
    int as_expected;
    int32_t status;
    char answer[TEXT_BYTES_MAX];
} run;

/* Every line is a comment of TAP. */
static void print_lines(const char *text)
{
    for (size_t length; *text; text += length + (text[length] == '\n')) {
        length = strcspn(text, "\n");
        printf("# %.*s\n", (int)length, text);
    }
}

/* What a scenario under an instruction counter says when the rest is not to be counted. */
static const char counted[] = "bench stop";

static void on_log(void *user, const char *text, size_t length)
{
    (void)user;
    if (run.counted && length >= strlen(counted) && !memcmp(text, counted, strlen(counted)))
        _exit(0);
    if (run.verbose)
        printf("# %.*s%s", (int)length, text, length && text[length - 1] == '\n' ? "" : "\n");
}

static void count_defect(const char *rule)
{
    if (run.expected[0] && rule && !strcmp(rule, run.expected))
        run.as_expected++;
    else
        run.defects++;
}

static void on_report(void *user, const char *rule, const char *sentence, const char *stack)
{
    (void)user;
    count_defect(rule);
    printf("# %s: %s\n", rule, sentence);
    print_lines(stack);
}

static void print_bugcheck(const struct machine_bugcheck_report *report)
{
    char *text = NULL;
    size_t bytes = 0;
    FILE *file = open_memstream(&text, &bytes);

    if (!file)
        return;
    machine_report_print(report, file);
    fclose(file);
    print_lines(text);
    free(text);
}

static void on_bugcheck(void *user, const struct machine_bugcheck_report *report)
{
    char code[32], with_parameter[32];

    (void)user;
    snprintf(code, sizeof(code), "%X", (unsigned)report->code);
    snprintf(with_parameter, sizeof(with_parameter), "%Xp%X", (unsigned)report->code, (unsigned)report->parameters[0]);
    if (run.expected[0] && (!strcmp(run.expected, code) || !strcmp(run.expected, with_parameter)))
        run.as_expected++;
    else
        count_defect(report->rule);
    if (run.defects)
        print_bugcheck(report);
}

static void on_reply(void *user, const struct machine_reply *reply)
{
    size_t bytes = reply->bytes < sizeof(run.answer) ? reply->bytes : sizeof(run.answer) - 1;

    (void)user;
    run.status = reply->status;
    memcpy(run.answer, reply->data, bytes);
    run.answer[bytes] = 0;
    machine_halt();
}

static void on_publish(void *user, const char *name, const char *guid, const char *instance, uint32_t state)
{
    (void)user;
    (void)name;
    (void)guid;
    (void)instance;
    (void)state;
}

static void on_poll(void *user, int64_t timeout_ns)
{
    (void)user;
    (void)timeout_ns;
}

static void on_complain(void *user, const char *sentence)
{
    (void)user;
    printf("# %s\n", sentence);
}

/* Gives the machine one operator's command and runs it until the answer comes. */
static bool command(const char *text)
{
    struct machine_message message = {
        .operation = LINK_COMMAND, .in_bytes = (uint32_t)strlen(text), .out_bytes = sizeof(run.answer) - 1};
    enum machine_end end;

    run.status = STATUS_UNANSWERED;
    run.answer[0] = 0;
    if (machine_port_post(0, &message, text))
        return false;
    end = machine_run();
    if (run.status == 0)
        return true;
    if (end == MACHINE_END_IDLE)
        printf("# Hang: nothing can ever happen again, and this has not ended: %.*s\n", (int)strcspn(text, "\n"), text);
    else if (end == MACHINE_END_HALTED)
        printf("# %.*s: 0x%08x %s\n", (int)strcspn(text, "\n"), text, (unsigned)run.status, run.answer);
    return false;
}

static bool boot(void)
{
    static const char *const modules[] = {"ntoskrnl.exe", "hal.dll", "wdfldr.sys"};
    struct machine_options options;
    char path[PATH_BYTES_MAX], error[MACHINE_ERROR_MAX];
    int result;

    machine_options_default(&options);
    options.stop_when_idle = true;
    /* Benchmarks measure what a live run costs: the real clock, no checks of the pool. */
    options.virtual_clock = options.checked = getenv("KMDOCK_BENCH") == NULL;
    if (!options.virtual_clock)
        options.watchdog_seconds = 0; /* under an instruction counter everything takes fifty times as long */
    options.log = on_log;
    options.report = on_report;
    options.bugcheck = on_bugcheck;
    options.reply = on_reply;
    options.publish = on_publish;
    options.poll = on_poll;
    options.complain = on_complain;
    result = machine_boot(&options);
    if (result) {
        printf("# no machine: %s\n", strerror(-result));
        return false;
    }
    for (size_t i = 0; i < sizeof(modules) / sizeof(modules[0]); i++) {
        snprintf(path, sizeof(path), "%s/guest/%s", run.home, modules[i]);
        if (machine_module_load(path, error, sizeof(error))) {
            printf("# %s\n", error);
            return false;
        }
    }
    snprintf(path, sizeof(path), "%s/guest/um.dll", run.home);
    return machine_module_load(path, NULL, 0) == 0 && machine_image_register("driver", run.driver) == 0 &&
           machine_image_register("scenario", run.scenario) == 0;
}

/* What the scenario's name says it must be told of: fails_RULE_… */
static void expect(const char *name)
{
    static const char start[] = "fails_";
    const char *rule = name + sizeof(start) - 1;

    if (!strncmp(name, start, sizeof(start) - 1))
        snprintf(run.expected, sizeof(run.expected), "%.*s", (int)strcspn(rule, "_"), rule);
}

/* The child: one scenario in one machine. Returns its exit status: 0 passed. */
static int run_one(const char *name)
{
    char text[TEXT_BYTES_MAX];
    bool ended;

    expect(name);
    if (!boot())
        return 1;
    snprintf(text, sizeof(text),
             "registry\nWindows Registry Editor Version 5.00\n\n"
             "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\driver]\n"
             "\"Type\"=dword:00000001\n\"Start\"=dword:00000003\n\"ErrorControl\"=dword:00000001\n"
             "\"ImagePath\"=\"\\\\SystemRoot\\\\System32\\\\drivers\\\\driver.sys\"\n\n"
             "[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\driver\\Parameters]\n%s\n",
             run.parameters);
    if (!command(text) || !command("load\ndriver") || !command("device\nroot\\driver\ndriver\nSAMPLE"))
        return 1;
    snprintf(text, sizeof(text), "scenario\n%s", name);
    ended = command(text) && command("shutdown");
    if (!run.expected[0])
        return ended && !run.defects ? 0 : 1;
    if (run.as_expected != 1)
        printf("# %s was reported %d times\n", run.expected, run.as_expected);
    return run.as_expected == 1 && !run.defects ? 0 : 1;
}

/* The names that the scenario image has: asked of a machine of its own, in a child. */
static int list_scenarios(char names[][SCENARIO_NAME_MAX])
{
    int fds[2], count = 0;
    FILE *from;
    pid_t child;

    if (pipe(fds))
        return 0;
    fflush(stdout);
    child = fork();
    if (child == 0) {
        if (!boot() || !command("scenario")) {
            fflush(stdout);
            _exit(1);
        }
        dprintf(fds[1], "%s", run.answer);
        _exit(0);
    }
    close(fds[1]);
    from = fdopen(fds[0], "r");
    while (from && count < SCENARIOS_MAX && fscanf(from, "%127s", names[count]) == 1)
        count++;
    if (from)
        fclose(from);
    waitpid(child, NULL, 0);
    return count;
}

int main(int argc, char **argv)
{
    static char names[SCENARIOS_MAX][SCENARIO_NAME_MAX];
    int count = 0, failed = 0;

    if (argc < 4) {
        fprintf(stderr, "usage: runner HOME DRIVER.sys SCENARIO.dll [NAME=VALUE | NAME]...\n");
        return 2;
    }
    run.home = argv[1];
    run.driver = argv[2];
    run.scenario = argv[3];
    run.verbose = getenv("VERBOSE") != NULL;
    run.counted = getenv("KMDOCK_BENCH") != NULL;
    for (int i = 4; i < argc; i++) {
        char *equals = strchr(argv[i], '=');
        size_t used = strlen(run.parameters);

        if (equals)
            snprintf(run.parameters + used, sizeof(run.parameters) - used, "\"%.*s\"=dword:%08lx\n",
                     (int)(equals - argv[i]), argv[i], strtoul(equals + 1, NULL, 0));
        else if (count < SCENARIOS_MAX)
            snprintf(names[count++], SCENARIO_NAME_MAX, "%s", argv[i]);
    }
    if (!count)
        count = list_scenarios(names);
    printf("1..%d\n", count);
    for (int i = 0; i < count; i++) {
        int status = 0;
        pid_t child;

        fflush(stdout);
        child = fork();
        if (child == 0) {
            status = run_one(names[i]);
            fflush(stdout);
            _exit(status);
        }
        if (child < 0 || waitpid(child, &status, 0) != child || status)
            failed++;
        printf("%sok %d - %s\n", status ? "not " : "", i + 1, names[i]);
    }
    if (!count)
        printf("Bail out! no scenario in %s\n", run.scenario);
    return failed || !count ? 1 : 0;
}
