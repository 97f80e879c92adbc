/* SPDX-License-Identifier: MIT */
/* The machine and its link, from boot to the last leak report. */
#include "cli/session.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "link/directory.h"
#include "machine/frames.h"
#include "machine/machine.h"

/* -- what the machine calls ------------------------------------------------------------------------ */

static void on_log(void *user, const char *text, size_t length)
{
    struct session *session = user;
    if (session->options->log)
        fwrite(text, 1, length, session->options->log);
    if (!session->options->verbose)
        return;
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '\n') {
            text_char(&session->line, text[i]);
            continue;
        }
        fprintf(stderr, "  | %s\n", session->line.data ? session->line.data : "");
        session->line.size = 0;
        text_add(&session->line, "", 0);
    }
}

static void on_report(void *user, const char *rule, const char *sentence, const char *stack_text)
{
    struct session *session = user;
    session->reports++;
    char *text = status_explain(sentence);
    say("%s: %s", rule ? rule : "defect", text);
    if (stack_text && *stack_text)
        fprintf(stderr, "%s%s", stack_text, stack_text[strlen(stack_text) - 1] == '\n' ? "" : "\n");
    free(text);
}

/* A word as a shell takes it. */
static void print_word(const char *word)
{
    if (*word && !word[strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./:,@%")]) {
        fprintf(stderr, " %s", word);
        return;
    }
    fputs(" '", stderr);
    for (; *word; word++)
        fprintf(stderr, *word == '\'' ? "'\\''" : "%c", *word);
    fputc('\'', stderr);
}

/* The command that opens gdb where it went wrong. */
static void say_how_to_go_on(const struct session_options *options)
{
    if (options->gdb || !options->words)
        return;
    char self[4096];
    ssize_t size = readlink("/proc/self/exe", self, sizeof self - 1);
    self[size > 0 ? size : 0] = 0;
    fprintf(stderr, "  in gdb    ");
    print_word(size > 0 ? frames_path(self) : "kmdock");
    fprintf(stderr, " run --gdb");
    for (int i = 1; i < options->word_count; i++)
        print_word(options->words[i]);
    fputs("\n\n", stderr);
}

static void on_bugcheck(void *user, const struct machine_bugcheck_report *report)
{
    struct session *session = user;
    session->bugchecked = true;
    fflush(stdout);
    fputc('\n', stderr);
    machine_report_print(report, stderr);
    say_how_to_go_on(session->options);
}

static void on_reply(void *user, const struct machine_reply *reply)
{
    struct session *session = user;
    link_reply(session->link, reply);
}

static void on_publish(void *user, const char *name, const char *guid, const char *instance, uint32_t state)
{
    struct session *session = user;
    int result = link_publish(session->link, name, guid, instance, state);
    if (result && state && !session->unpublished) {
        session->unpublished = true; /* nobody can open it: the host does not do what it is for */
        say("%s cannot be published in %s: %s", name, session->directory, strerror(-result));
    }
    if (state != 2 || !instance)
        return;
    session->names = memory_grow(session->names, (session->name_count + 1) * sizeof session->names[0]);
    session->names[session->name_count++] = (struct seen_name){string_copy(name), string_copy(instance)};
}

static void on_poll(void *user, int64_t timeout_ns)
{
    struct session *session = user;
    if (session->deadline_ns) {
        int64_t left = session->deadline_ns - clock_now_ns();
        if (left <= 0)
            child_expire(session);
        else if (timeout_ns < 0 || left < timeout_ns)
            timeout_ns = left;
    }
    if (session->draining && timeout_ns != 0) {
        machine_halt(); /* nothing is ready: the guest has done all that it can for now */
        timeout_ns = 0;
    }
    link_poll(session->link, timeout_ns);
}

static void on_complain(void *user, const char *sentence)
{
    (void)user;
    say("%s", sentence);
}

/* -- what the link calls --------------------------------------------------------------------------- */

static void on_say(void *user, const char *sentence)
{
    struct session *session = user;
    if (!session->options->quiet)
        say("%s", sentence);
}

static void on_signal(void *user, int signal, bool sent)
{
    struct session *session = user;
    if (signal == SIGCHLD) {
        bool running = session->child != 0;
        child_reap(session);
        if (running && !session->child) {
            session->done = true;
            machine_halt();
        }
        return;
    }
    session->interrupts++;
    if (session->child) {
        child_signal(session, signal, sent);
        return;
    }
    if (session->done && session->commanding && session->interrupts == 1)
        say("the driver is not done yet; once more gives it up");
    session->done = true;
    if (!session->commanding || session->interrupts > 1)
        machine_halt();
}

/* -- the life of a session ------------------------------------------------------------------------- */

static int boot(struct session *session, const struct home *home)
{
    static const char *const modules[] = {"ntoskrnl.exe", "hal.dll", "wdfldr.sys"};
    struct machine_options options;
    char error[MACHINE_ERROR_MAX] = "";
    machine_options_default(&options);
    options.user = session;
    options.gdb = session->options->gdb;
    options.watchdog_seconds = session->options->gdb ? 0 : session->options->watchdog_seconds;
    options.checked = !session->options->no_checks;
    options.log = on_log;
    options.report = on_report;
    options.bugcheck = on_bugcheck;
    options.reply = on_reply;
    options.publish = on_publish;
    options.poll = on_poll;
    options.complain = on_complain;
    int result = machine_boot(&options);
    if (result)
        return complain(EXIT_HOST, "the machine cannot be set up: %s", strerror(-result));
    session->booted = true;
    for (size_t i = 0; i < sizeof modules / sizeof modules[0]; i++) {
        char *path = string_format("%s/%s", home->guest, modules[i]);
        int32_t status = machine_module_load(path, error, sizeof error);
        free(path);
        if (status < 0)
            return complain(EXIT_HOST, "%s cannot be loaded: %s", modules[i], error);
    }
    for (size_t i = 0; i < session->install_count; i++) {
        result = machine_image_register(session->installs[i].service, session->installs[i].image);
        if (result)
            return complain(EXIT_WRONG, "the service name %s cannot be used: %s", session->installs[i].service,
                            strerror(-result));
    }
    return EXIT_WELL;
}

int session_open(struct session *session, const struct home *home)
{
    char error[LINK_ERROR_MAX];
    session->directory = link_directory(error, sizeof error);
    if (!session->directory)
        return complain(EXIT_HOST, "%s", error);
    link_prune(session->directory);
    struct link_options options = {
        .directory = session->directory, .user = session, .signal = on_signal, .say = on_say};
    int result = link_host_create(&options, &session->link);
    if (result)
        return complain(EXIT_HOST, "no socket in %s: %s", session->directory, strerror(-result));
    return boot(session, home);
}

/* One command to the machine. `ret_answer` is the caller's when EXIT_WELL or EXIT_DEFECT comes back. */
static int command(struct session *session, const char *text, int32_t *ret_status, char **ret_answer)
{
    bool answered;
    session->commanding = true;
    enum machine_end end = link_command(session->link, text, &answered, ret_status, ret_answer);
    session->commanding = false;
    if (answered)
        return *ret_status >= 0 ? EXIT_WELL : EXIT_DEFECT;
    if (end == MACHINE_END_BUGCHECK || session->bugchecked)
        return EXIT_DEFECT;
    if (session->interrupts > 1)
        return complain(128 + SIGINT, "given up");
    return complain(EXIT_HOST, "the machine gave no answer to: %.*s", (int)strcspn(text, "\n"), text);
}

/* The failure of a command, in a sentence with the status' name. */
static void say_failure(const struct install *install, const char *what, int32_t status, const char *answer)
{
    const char *name = status_name(status);
    char *text = status_explain(answer);
    size_t length = strlen(text);
    while (length && text[length - 1] == '\n')
        text[--length] = 0;
    bool named = name && strstr(text, name);
    say("%s: %s%s%s%s%s", install->target->name, length ? text : what,
        named    ? ""
        : length ? " ("
                 : " with ",
        named  ? ""
        : name ? name
               : "a status without a name",
        named || !length ? "" : ")", "");
    if (!name)
        say("the status is 0x%08x", (unsigned)status);
    free(text);
}

static int load(struct session *session, struct install *install)
{
    int32_t status = 0;
    char *answer = NULL, *text = string_format("load\n%s", install->service);
    int result = command(session, text, &status, &answer);
    free(text);
    if (answer && result == EXIT_DEFECT) {
        say_failure(install, "loading failed", status, answer);
        /* An image that cannot even be loaded is bad input, not a driver that failed. */
        if (!strstr(answer, "DriverEntry"))
            result = EXIT_WRONG;
    }
    install->loaded = result == EXIT_WELL;
    free(answer);
    return result;
}

static void say_started(const struct session *session, const struct install *install, const char *instance)
{
    bool named = false;
    if (session->options->quiet)
        return;
    for (size_t i = 0; i < session->name_count; i++) {
        if (strcasecmp(session->names[i].instance, instance))
            continue;
        say("%s: started, %s", install->target->name, session->names[i].name);
        named = true;
    }
    if (!named)
        say("%s: started, %s", install->target->name, instance);
}

static int make_device(struct session *session, struct install *install)
{
    int32_t status = 0;
    char *answer = NULL;
    char *text = string_format("device\n%s\n%s\n%s", install->hardware_id, install->service, install->class_name);
    int result = command(session, text, &status, &answer);
    free(text);
    if (answer && result == EXIT_WELL) {
        answer[strcspn(answer, "\r\n")] = 0;
        say_started(session, install, answer);
    } else if (answer && result == EXIT_DEFECT) {
        say_failure(install, "the device did not start", status, answer);
    }
    free(answer);
    return result;
}

static int load_registry(struct session *session)
{
    struct text text = {0};
    int32_t status = 0;
    char *answer = NULL;
    text_string(&text, "registry\n");
    int result = install_registry(session, &text) ? command(session, text.data, &status, &answer) : EXIT_WRONG;
    if (answer && result == EXIT_DEFECT)
        result = complain(EXIT_WRONG, "the registry values cannot be set: %.*s", (int)strcspn(answer, "\r\n"), answer);
    free(answer);
    text_free(&text);
    return result;
}

int session_start(struct session *session)
{
    int result = load_registry(session);
    for (size_t i = 0; i < session->install_count && !result && !session->interrupts; i++) {
        result = load(session, &session->installs[i]);
        if (!result && !session->options->no_device && !session->interrupts)
            result = make_device(session, &session->installs[i]);
    }
    return result ? result : session->unpublished ? EXIT_HOST : EXIT_WELL;
}

int session_wait(struct session *session)
{
    while (!session->done && !session->bugchecked) {
        enum machine_end end = machine_run();
        if (end == MACHINE_END_IDLE)
            return complain(EXIT_HOST, "the machine came to rest");
    }
    return session->bugchecked ? EXIT_DEFECT : EXIT_WELL;
}

/* Its clients' calls end with an error; the program gets two seconds to say so. */
static void stop_dead(struct session *session)
{
    link_host_dead(session->link);
    if (session->child && !session->deadline_ns)
        session->deadline_ns = clock_now_ns() + 2 * 1000000000ll;
    while (session->child)
        on_poll(session, -1);
}

static int unload(struct session *session, const struct install *install)
{
    int32_t status = 0;
    unsigned before = session->reports;
    char *answer = NULL, *text = string_format("unload\n%s", install->service);
    int result = command(session, text, &status, &answer);
    free(text);
    unsigned leaks = session->reports - before;
    if (answer && result == EXIT_DEFECT)
        say_failure(install, "unloading failed", status, answer);
    else if (answer && leaks)
        say("%s: removed, unloaded, %u thing%s left behind (above)", install->target->name, leaks,
            leaks == 1 ? "" : "s");
    else if (answer && !session->options->quiet)
        say("%s: removed, unloaded, nothing leaked", install->target->name);
    free(answer);
    return result;
}

int session_stop(struct session *session)
{
    int result = EXIT_WELL;
    if (session->bugchecked) {
        stop_dead(session);
        return EXIT_DEFECT;
    }
    session->interrupts = 0;
    if (!session->link || !session->booted)
        return EXIT_WELL;
    link_host_hang_up(session->link);
    /* The clients' handles are closed before their devices go, or these would still be in use. */
    session->draining = true;
    machine_run();
    session->draining = false;
    for (size_t i = session->install_count; i-- > 0 && !session->bugchecked;) {
        struct install *install = &session->installs[i];
        bool shared = false; /* two devices of one driver: unloaded once */
        for (size_t j = 0; j < i; j++)
            shared = shared || !strcasecmp(session->installs[j].service, install->service);
        int one = install->loaded && !shared ? unload(session, install) : EXIT_WELL;
        result = result ? result : one;
        if (one > EXIT_WRONG)
            break; /* nobody answers any more */
    }
    if (session->bugchecked)
        stop_dead(session);
    bool defect = session->reports || session->bugchecked; /* says more than that a person lost patience */
    return result && !(defect && result == 128 + SIGINT) ? result : defect ? EXIT_DEFECT : EXIT_WELL;
}

void session_close(struct session *session)
{
    if (session->line.size && session->options->verbose)
        fprintf(stderr, "  | %s\n", session->line.data);
    link_host_destroy(session->link);
    if (session->booted)
        machine_shutdown();
    for (size_t i = 0; i < session->name_count; i++) {
        free(session->names[i].name);
        free(session->names[i].instance);
    }
    free(session->names);
    text_free(&session->line);
    free(session->directory);
}
