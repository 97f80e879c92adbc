/* SPDX-License-Identifier: MIT */
/* kmdock build: a driver's .sys, or its app. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

struct arguments {
    struct strings paths;
    const char *output;
    bool app, debug, verbose, quiet;
};

enum { KEY_APP = 256, KEY_DEBUG, KEY_NO_DEBUG, KEY_EXPLORE };

static const struct argp_option options[] = {
    {"output", 'o', "FILE", 0, "Put the result there too (with a driver: FILE.dbg beside it, its symbols)", 0},
    {"app", KEY_APP, NULL, 0, "TARGET is the app of a driver: builds a program for Linux", 0},
    {"debug", KEY_DEBUG, NULL, 0, "DBG=1, so that KdPrint and ASSERT live; the default", 0},
    {"no-debug", KEY_NO_DEBUG, NULL, 0, "The release configuration", 0},
    {"explore", KEY_EXPLORE, NULL, 0, "Instrument the driver for the explorer", 0},
    {"verbose", 'v', NULL, 0, "Show the commands", 0},
    {"quiet", 'q', NULL, 0, "Show no warnings of a driver that builds", 0},
    {0},
};

static error_t parse(int key, char *argument, struct argp_state *state)
{
    struct arguments *arguments = state->input;
    switch (key) {
    case 'o':
        arguments->output = argument;
        return 0;
    case KEY_APP:
        arguments->app = true;
        return 0;
    case KEY_DEBUG:
        arguments->debug = true;
        return 0;
    case KEY_NO_DEBUG:
        arguments->debug = false;
        return 0;
    case KEY_EXPLORE:
        argp_failure(state, EXIT_WRONG, 0, "--explore is not in this version yet");
        return EINVAL;
    case 'v':
        arguments->verbose = true;
        return 0;
    case 'q':
        arguments->quiet = true;
        return 0;
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
    .args_doc = "TARGET...",
    .doc =
        "Compile a driver from its unchanged sources.\v"
        "TARGET is the directory of a driver's sources, a .vcxproj, an .inx or .inf file, or C files (those together "
        "make one driver). The result is kept in $XDG_CACHE_HOME/kmdock; its path is printed. What a driver imports "
        "and this kernel lacks is listed.",
};

static void list_imports(const char *what, const struct strings *names)
{
    for (size_t i = 0; i < names->count; i++)
        say("  %s%s", names->items[i], i == 0 && *what ? what : "");
}

/* What the image wants from the kernel. Absent is worse than missing: it will not load. */
static int check_imports(const struct home *home, const struct target *target, const char *image)
{
    struct imports imports;
    struct build_error error;
    struct strings absent = {0}, missing = {0};
    if (!imports_read(image, &imports, &error))
        return complain(EXIT_WRONG, "%s", error.message);
    bool good = imports_check(home, &imports, &absent, &missing, &error);
    framework_check(home, target, &missing);
    if (!good)
        say("%s", error.message);
    if (missing.count)
        say("%s uses %zu function%s that this kernel does not have yet; calling one stops the machine:", target->name,
            missing.count, missing.count == 1 ? "" : "s");
    list_imports("", &missing);
    if (absent.count)
        say("%s imports what no kernel of ours exports, and will not load:", target->name);
    list_imports("", &absent);
    int status = !good ? EXIT_HOST : absent.count ? EXIT_WRONG : EXIT_WELL;
    strings_free(&absent);
    strings_free(&missing);
    imports_free(&imports);
    return status;
}

static int build_one(const struct home *home, const struct target *target, const struct arguments *arguments)
{
    struct build_options build = {.debug = arguments->debug,
                                  .wdf = -1,
                                  .verbose = arguments->verbose,
                                  .quiet = arguments->quiet,
                                  .output = arguments->output};
    struct built built;
    struct build_error error;
    if (!target_build(home, target, &build, &built, &error))
        return complain(error.host ? EXIT_HOST : EXIT_WRONG, "%s", error.message);
    if (built.fresh && !arguments->quiet)
        say("%s: built (%.1f s)", target->name, built.seconds);
    int status = target->kind == TARGET_APP ? EXIT_WELL : check_imports(home, target, built.image);
    puts(built.image);
    built_free(&built);
    return status;
}

int command_build(int argc, char **argv)
{
    struct arguments arguments = {.debug = true};
    struct home home;
    struct build_error error;
    struct targets targets;
    if (argp_parse(&parser, argc, argv, 0, NULL, &arguments))
        return EXIT_WRONG;
    int status = EXIT_WRONG;
    if (!home_find(&home, &error)) {
        say("%s", error.message);
        status = EXIT_HOST;
    } else if (targets_find((const char *const *)arguments.paths.items, arguments.paths.count, arguments.app,
                            arguments.debug, &targets)) {
        status = EXIT_WELL;
        if (arguments.output && targets.count > 1)
            status = complain(EXIT_WRONG, "-o names one file, but there are %zu targets", targets.count);
        for (size_t i = 0; i < targets.count && status == EXIT_WELL; i++)
            status = build_one(&home, &targets.items[i], &arguments);
        targets_free(&targets);
        home_free(&home);
    } else {
        home_free(&home);
    }
    strings_free(&arguments.paths);
    return status;
}
