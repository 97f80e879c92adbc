/* SPDX-License-Identifier: MIT */
/* kmdock: finds the subcommand. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "machine/guest.h"

static const struct command commands[] = {
    {"build", "compile a driver, or its app", command_build},
    {"run", "build, install and start drivers, run a program against them, remove them", command_run},
    {"ls", "what devices there are", command_ls},
    {"status", "what a running host's drivers, queues and requests are doing", command_status},
    {"power", "put a device into D3 or D0", command_power},
    {"disable", "stop a device; its node stays", command_disable},
    {"enable", "start a disabled device", command_enable},
    {"remove", "remove a device", command_remove},
    {"inf", "stamp an INX, show what an INF would install", command_inf},
};

/* Named in the contract; they come with the explorer and what follows it. */
static const char *const later[] = {"explore", "merge", "replay", "queue", "request", "device", "log", "pnp", "verify"};

void say(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = NULL;
    if (vasprintf(&text, format, arguments) < 0)
        text = NULL;
    va_end(arguments);
    fflush(stdout);
    fprintf(stderr, "kmdock: %s\n", text ? text : format);
    free(text);
}

int complain(int status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = NULL;
    if (vasprintf(&text, format, arguments) < 0)
        text = NULL;
    va_end(arguments);
    say("%s", text ? text : format);
    free(text);
    return status;
}

static void print_help(FILE *file)
{
    fputs("Usage: kmdock COMMAND [ARGUMENT...]\n"
          "Runs Windows kernel drivers (KMDF) in an ordinary process.\n\n",
          file);
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        fprintf(file, "  %-9s %s\n", commands[i].name, commands[i].summary);
    fputs("\n"
          "  kmdock run DIRECTORY -- PROGRAM   the usual start: DIRECTORY holds a driver's sources\n"
          "  kmdock COMMAND --help             more about one command\n"
          "  kmdock --version\n\n"
          "Exit status: 0 all well; 1 a defect in the driver; 2 wrong usage, bad input, or a driver that\n"
          "does not build; 3 the host itself failed. `run` passes on the status of its program.\n",
          file);
}

static int run_command(const struct command *command, int argc, char **argv)
{
    char *name = NULL;
    if (asprintf(&name, "kmdock %s", command->name) < 0)
        return complain(EXIT_HOST, "out of memory");
    argv[0] = name;
    program_invocation_name = name;
    int status = command->run(argc, argv);
    if ((fflush(stdout) || ferror(stdout)) && status == EXIT_WELL)
        status = complain(EXIT_HOST, "standard output cannot be written to: %s", strerror(errno));
    program_invocation_name = program_invocation_short_name;
    free(name);
    return status;
}

int main(int argc, char **argv)
{
    argp_err_exit_status = EXIT_WRONG;
    const char *word = argc > 1 ? argv[1] : "";
    if (!strcmp(word, "--help") || !strcmp(word, "-h") || !strcmp(word, "-?") || !strcmp(word, "help")) {
        print_help(stdout);
        return EXIT_WELL;
    }
    if (!strcmp(word, "--version") || !strcmp(word, "-V")) {
        printf("kmdock %s\n", KMDOCK_VERSION);
        return EXIT_WELL;
    }
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (!strcmp(word, commands[i].name))
            return run_command(&commands[i], argc - 1, argv + 1);
    }
    for (size_t i = 0; i < sizeof later / sizeof later[0]; i++) {
        if (!strcmp(word, later[i]))
            return complain(EXIT_WRONG, "%s is not in this version yet", word);
    }
    if (!*word)
        print_help(stderr);
    else
        say("there is no command %s; kmdock --help lists them", word);
    return EXIT_WRONG;
}
