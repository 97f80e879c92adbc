/* SPDX-License-Identifier: MIT */
/* kmdock run: drivers, a program that uses them, and what is left when both have gone. */
#include "cli/session.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct arguments {
    struct strings paths;
    struct session_options session;
    const char *log_path;
    bool debug, gdb;
    char **command; /* NULL-terminated; NULL if there is none */
};

enum {
    KEY_SET = 256,
    KEY_GDB,
    KEY_GDB_INSIDE,
    KEY_WATCHDOG,
    KEY_LOG,
    KEY_NO_DEVICE,
    KEY_NO_CHECKS,
    KEY_NO_DEBUG,
    KEY_DEBUG,
    KEY_RECORD,
    KEY_MOUNT
};

static const struct argp_option options[] = {
    {"set", KEY_SET, "NAME=VALUE", 0,
     "A value under the services' Parameters keys: a number is a REG_DWORD, else a REG_SZ", 0},
    {"verbose", 'v', NULL, 0, "Show what drivers print (DbgPrint, KdPrint)", 0},
    {"quiet", 'q', NULL, 0, "Say nothing unless something is wrong", 0},
    {"log", KEY_LOG, "FILE", 0, "Write what drivers print to FILE", 0},
    {"watchdog", KEY_WATCHDOG, "SECONDS", 0, "How long a driver may compute without a pause (default 10, 0: for ever)",
     0},
    {"gdb", KEY_GDB, NULL, 0, "Run in gdb; stops at DriverEntry with the symbols loaded", 0},
    {"gdb-inside", KEY_GDB_INSIDE, NULL, OPTION_HIDDEN, NULL, 0},
    {"no-device", KEY_NO_DEVICE, NULL, 0, "Load the driver only: for drivers that make their own device", 0},
    {"debug", KEY_DEBUG, NULL, 0, "Build with DBG=1; the default", 0},
    {"no-debug", KEY_NO_DEBUG, NULL, 0, "Build the release configuration", 0},
    {"no-checks", KEY_NO_CHECKS, NULL, 0,
     "Faster: no red zones around pool blocks, no quarantine, no stacks of allocations", 0},
    {"record", KEY_RECORD, "FILE", OPTION_HIDDEN, NULL, 0},
    {"mount", KEY_MOUNT, "DIR", OPTION_HIDDEN, NULL, 0},
    {0},
};

static error_t parse_number(struct arguments *arguments, const char *argument, struct argp_state *state)
{
    char *end;
    unsigned long seconds = strtoul(argument, &end, 10);
    if (*end || end == argument || seconds > 86400)
        argp_error(state, "--watchdog wants a number of seconds, not %s", argument);
    arguments->session.watchdog_seconds = (uint32_t)seconds;
    return 0;
}

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case KEY_SET:
        strings_add(&arguments->session.set, argument);
        return 0;
    case 'v':
        arguments->session.verbose = true;
        return 0;
    case 'q':
        arguments->session.quiet = true;
        return 0;
    case KEY_LOG:
        arguments->log_path = argument;
        return 0;
    case KEY_WATCHDOG:
        return parse_number(arguments, argument, state);
    case KEY_GDB:
        arguments->gdb = true;
        return 0;
    case KEY_GDB_INSIDE:
        arguments->session.gdb = true;
        return 0;
    case KEY_NO_DEVICE:
        arguments->session.no_device = true;
        return 0;
    case KEY_NO_CHECKS:
        arguments->session.no_checks = true;
        return 0;
    case KEY_DEBUG:
    case KEY_NO_DEBUG:
        arguments->debug = key == KEY_DEBUG;
        return 0;
    case KEY_RECORD:
    case KEY_MOUNT:
        argp_failure(state, EXIT_WRONG, 0, "--%s is not in this version yet", key == KEY_RECORD ? "record" : "mount");
        return EINVAL;
    case ARGP_KEY_ARG:
        strings_add(&arguments->paths, argument);
        return 0;
    case ARGP_KEY_NO_ARGS:
        argp_error(state, "no TARGET was named");
        return EINVAL;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp parser = {
    .options = options,
    .parser = parse,
    .args_doc = "TARGET... [-- COMMAND ARGUMENT...]",
    .doc =
        "Build drivers if that is needed, install and start them, run COMMAND as their client, remove and unload them, "
        "and say what leaked.\v"
        "Without COMMAND the drivers run until Ctrl-C; programs may come and go meanwhile. COMMAND finds the devices "
        "through $KMDOCK_DIR, which is set for it. TARGET is the directory of a driver's sources, a .vcxproj, an .inx "
        "or "
        ".inf file, a .sys, or C files (those together make one driver).\n\n"
        "Exit status: that of COMMAND, unless the driver has a defect (1), something was wrong with what was asked "
        "(2), or "
        "the host itself failed (3).",
};

/* What will not load is said before anything runs. */
static int check_image(const struct home *home, const struct target *target, const char *image, bool quiet)
{
    struct imports imports;
    struct build_error error;
    struct strings absent = {0}, missing = {0};
    if (!imports_read(image, &imports, &error))
        return complain(EXIT_WRONG, "%s", error.message);
    bool good = imports_check(home, &imports, &absent, &missing, &error);
    framework_check(home, target, &missing);
    if (good && absent.count)
        say("%s cannot be loaded, it imports what this kernel does not have:", target->name);
    for (size_t i = 0; i < absent.count; i++)
        say("  %s", absent.items[i]);
    if (missing.count && !quiet)
        say("%s uses %s%s, which this kernel does not have yet; a call stops the machine", target->name,
            missing.items[0], missing.count > 1 ? " and more (kmdock build lists them)" : "");
    int status = !good ? complain(EXIT_HOST, "%s", error.message) : absent.count ? EXIT_WRONG : EXIT_WELL;
    strings_free(&absent);
    strings_free(&missing);
    imports_free(&imports);
    return status;
}

static int build_target(const struct home *home, const struct target *target, const struct arguments *arguments,
                        struct install *install)
{
    struct build_options build = {.debug = arguments->debug, .wdf = -1, .quiet = arguments->session.quiet};
    struct built built = {0};
    struct build_error error;
    if (target->kind == TARGET_APP)
        return complain(EXIT_WRONG, "%s is an app, not a driver", target->given);
    if (!target_build(home, target, &build, &built, &error))
        return complain(error.host ? EXIT_HOST : EXIT_WRONG, "%s", error.message);
    if (built.fresh && !arguments->session.quiet)
        say("%s: built (%.1f s)", target->name, built.seconds);
    int status = check_image(home, target, built.image, arguments->session.quiet);
    if (!status && !install_prepare(install, target, built.image))
        status = EXIT_WRONG;
    built_free(&built);
    return status;
}

/* The same service twice is a second device if it is the same image, else a mistake. */
static int check_together(struct session *session)
{
    for (size_t i = 0; i < session->install_count; i++) {
        struct install *install = &session->installs[i];
        for (size_t j = 0; j < i; j++) {
            const struct install *other = &session->installs[j];
            install->number += !strcasecmp(install->class_name, other->class_name);
            if (!strcasecmp(install->service, other->service) && strcmp(install->image, other->image))
                return complain(EXIT_WRONG, "%s and %s both install a service called %s", other->target->given,
                                install->target->given, install->service);
        }
    }
    return EXIT_WELL;
}

static int run_session(struct session *session, const struct home *home, struct arguments *arguments)
{
    int status = session_open(session, home);
    status = status ? status : session_start(session);
    if (!status && arguments->command && !session->interrupts)
        status = child_start(session, arguments->command);
    if (!status && !arguments->command && !session->interrupts && !session->options->quiet)
        say("running; Ctrl-C ends it");
    bool ran = !status && session->child;
    if (!status)
        status = session_wait(session);
    int stopped = session_stop(session);
    status = status ? status : stopped;
    if (session->bugchecked)
        status = EXIT_DEFECT;
    if (status || !arguments->command)
        return status;
    return ran ? session->child_status : 128 + SIGINT; /* interrupted before it was started */
}

static int build_and_run(const struct home *home, const struct targets *targets, struct arguments *arguments)
{
    struct session session = {.options = &arguments->session};
    session.installs = memory_get(targets->count * sizeof session.installs[0]);
    int status = EXIT_WELL;
    for (size_t i = 0; i < targets->count && !status; i++) {
        status = build_target(home, &targets->items[i], arguments, &session.installs[i]);
        session.install_count++;
    }
    status = status ? status : check_together(&session);
    if (!status)
        status = run_session(&session, home, arguments);
    session_close(&session);
    for (size_t i = 0; i < session.install_count; i++)
        install_free(&session.installs[i]);
    free(session.installs);
    return status;
}

/* The command's own options are not ours: it is cut off before argp looks. */
static int cut_command(int argc, char **argv, char ***ret_command)
{
    *ret_command = NULL;
    for (int i = 1; i < argc; i++) {
        if (!strcmp(argv[i], "--")) {
            *ret_command = argv[i + 1] ? &argv[i + 1] : NULL;
            return i;
        }
    }
    return argc;
}

int command_run(int argc, char **argv)
{
    struct arguments arguments = {.debug = true,
                                  .session = {.watchdog_seconds = 10, .words = argv, .word_count = argc}};
    struct home home;
    struct build_error error;
    struct targets targets = {0};
    int ours = cut_command(argc, argv, &arguments.command);
    if (argp_parse(&parser, ours, argv, 0, NULL, &arguments))
        return EXIT_WRONG;
    if (ours < argc && !arguments.command)
        return complain(EXIT_WRONG, "no COMMAND follows the --");
    if (arguments.gdb)
        return gdb_start(argc, argv);
    signal(SIGINT, SIG_DFL); /* a shell's background job inherits it ignored; Ctrl-C ends a build too */
    if (!home_find(&home, &error))
        return complain(EXIT_HOST, "%s", error.message);
    int status = EXIT_WELL;
    if (arguments.log_path && !(arguments.session.log = fopen(arguments.log_path, "we")))
        status = complain(EXIT_WRONG, "%s: %s", arguments.log_path, strerror(errno));
    else if (!targets_find((const char *const *)arguments.paths.items, arguments.paths.count, false, arguments.debug,
                           &targets))
        status = EXIT_WRONG;
    if (!status) {
        status = build_and_run(&home, &targets, &arguments);
        targets_free(&targets);
    }
    bool lost = arguments.session.log && ferror(arguments.session.log);
    if (arguments.session.log && (fclose(arguments.session.log) || lost) && !status)
        status = complain(EXIT_HOST, "%s cannot be written to: %s", arguments.log_path,
                          lost ? "what drivers printed is not all there" : strerror(errno));
    strings_free(&arguments.paths);
    strings_free(&arguments.session.set);
    home_free(&home);
    return status;
}
