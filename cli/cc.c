/* SPDX-License-Identifier: MIT */
/* kmdock-cc: the compiler driver behind `kmdock build`, for people's own build systems. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "toolchain/toolchain.h"

enum { EXIT_WRONG = 2, EXIT_HOST = 3 };

struct arguments {
    struct target target;
    struct build_options options;
    bool compile_only, help, version;
    struct strings inputs; /* as named */
};

static const char help[] =
    "Usage: kmdock-cc [OPTION...] FILE...\n"
    "Compiles Windows kernel drivers (.sys), and their apps as programs for Linux.\n\n"
    "  kmdock-cc -o echo.sys driver.c device.c queue.c\n"
    "  kmdock-cc --app -o echoapp echoapp.c\n\n"
    "  -o FILE             The result (default: a.sys, a.out; with -c the source's name with .o)\n"
    "  -c                  Compile one file, do not link\n"
    "  --app               A program for Linux ($CC and $CXX, else gcc and g++), no driver\n"
    "  --wdf, --no-wdf     A KMDF driver or not (default: if a source includes wdf.h)\n"
    "  --debug, --no-debug DBG=1, or not (default: --debug)\n"
    "  -v                  Show the commands\n"
    "  -I -D -U -O -g -W -f -m -std -include -isystem -l -L -Wl,…   as with gcc\n"
    "  --help, --version\n\n"
    "Objects (.o) and libraries (.a) may stand among the files. Exit status: 0, 2 (wrong usage, or it does not\n"
    "build), 3 (kmdock-cc is not set up).\n";

static int complain(int status, const char *format, ...) __attribute__((format(printf, 2, 3)));
static int complain(int status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("kmdock-cc: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return status;
}

static char *absolute(const char *path)
{
    if (path[0] == '/')
        return string_copy(path);
    char *here = getcwd(NULL, 0);
    char *full = string_format("%s/%s", here ? here : ".", path);
    free(here);
    return full;
}

/* Our own words; 1 if it was one, 0 if not, -1 if it is wrong. */
static int own_option(struct arguments *arguments, const char *word)
{
    if (!strcmp(word, "--app"))
        arguments->target.kind = TARGET_APP;
    else if (!strcmp(word, "--wdf") || !strcmp(word, "--no-wdf"))
        arguments->options.wdf = !strcmp(word, "--wdf");
    else if (!strcmp(word, "--debug") || !strcmp(word, "--no-debug"))
        arguments->options.debug = !strcmp(word, "--debug");
    else if (!strcmp(word, "--help"))
        arguments->help = true;
    else if (!strcmp(word, "--version"))
        arguments->version = true;
    else if (!strcmp(word, "-c"))
        arguments->compile_only = true;
    else if (!strcmp(word, "-v"))
        arguments->options.verbose = true;
    else if (!strncmp(word, "--", 2))
        return -1;
    else
        return 0;
    return 1;
}

/* Options of gcc whose value is the next word; the build runs elsewhere, so paths become absolute. */
static bool takes_value(const char *word)
{
    static const char *const words[] = {"-I",      "-D",         "-U", "-include", "-isystem",
                                        "-iquote", "-idirafter", "-L", "-l",       "-x"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (!strcmp(word, words[i]))
            return true;
    }
    return false;
}

static void add_option(struct arguments *arguments, const char *word, const char *value)
{
    struct target *target = &arguments->target;
    const char *rest = value ? value : word + 2;
    if (!strncmp(word, "-I", 2))
        strings_take(&target->include_directories, absolute(rest));
    else if (!strncmp(word, "-D", 2))
        strings_add(&target->defines, rest);
    else if (!strncmp(word, "-U", 2))
        strings_add(&target->undefines, rest);
    else if (!strcmp(word, "-include"))
        strings_take(&target->forced_includes, absolute(rest));
    else if (!strncmp(word, "-L", 2))
        strings_take(&target->link_options, string_format("-L%s", rest[0] == '/' ? rest : absolute(rest)));
    else if (!strncmp(word, "-l", 2))
        strings_take(&target->link_options, string_format("-l%s", rest));
    else if (!strncmp(word, "-Wl,", 4) || !strcmp(word, "-static") || !strcmp(word, "-s"))
        strings_add(&target->link_options, word);
    else {
        strings_add(&target->options, word);
        if (value)
            strings_take(&target->options, word[1] == 'i' ? absolute(value) : string_copy(value));
    }
}

static int add_file(struct arguments *arguments, const char *path)
{
    char *full = absolute(path);
    if (access(full, R_OK)) {
        free(full);
        return complain(EXIT_WRONG, "%s cannot be read", path);
    }
    size_t length = strlen(path);
    bool object = length > 2 && (!strcmp(path + length - 2, ".o") || !strcmp(path + length - 2, ".a"));
    if (!is_c_file(path) && !object) {
        free(full);
        return complain(EXIT_WRONG, "%s is no C or C++ file, object or library", path);
    }
    strings_add(&arguments->inputs, path);
    strings_take(object ? &arguments->target.link_options : &arguments->target.sources, full);
    return 0;
}

static int read_arguments(int argc, char **argv, struct arguments *arguments)
{
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        int own = own_option(arguments, word);
        if (own < 0)
            return complain(EXIT_WRONG, "there is no option %s; --help lists them", word);
        if (own)
            continue;
        if (!strcmp(word, "-E") || !strcmp(word, "-S") || !strcmp(word, "-M") || !strcmp(word, "-MM"))
            return complain(EXIT_WRONG, "%s makes no driver, program or object; that is all that kmdock-cc makes",
                            word);
        bool value = takes_value(word) || !strcmp(word, "-o");
        if (value && i + 1 == argc)
            return complain(EXIT_WRONG, "%s needs a value", word);
        if (!strcmp(word, "-o"))
            arguments->options.output = argv[++i];
        else if (!strncmp(word, "-o", 2) && word[2])
            arguments->options.output = word + 2;
        else if (word[0] == '-' && word[1])
            add_option(arguments, word, value ? argv[++i] : NULL);
        else if (add_file(arguments, word))
            return EXIT_WRONG;
    }
    return 0;
}

static void name_output(struct arguments *arguments, struct text *name)
{
    struct target *target = &arguments->target;
    if (!arguments->options.output && arguments->compile_only) {
        const char *source = arguments->inputs.items[0], *slash = strrchr(source, '/');
        source = slash ? slash + 1 : source;
        text_add(name, source, (size_t)(strrchr(source, '.') - source));
        text_string(name, ".o");
    } else if (!arguments->options.output) {
        text_string(name, target->kind == TARGET_APP ? "a.out" : "a.sys");
    } else {
        text_string(name, arguments->options.output);
    }
    arguments->options.output = name->data;
    const char *slash = strrchr(name->data, '/');
    target->name = string_copy(slash ? slash + 1 : name->data);
    char *dot = strrchr(target->name, '.');
    if (dot && dot != target->name && (!strcmp(dot, ".sys") || !strcmp(dot, ".o")))
        *dot = 0;
}

static int build(struct arguments *arguments)
{
    struct build_error error;
    struct home home;
    struct built built;
    struct text name = {0};
    if (!arguments->inputs.count)
        return complain(EXIT_WRONG, "no file was named; --help says more");
    if (arguments->compile_only && (arguments->inputs.count != 1 || !arguments->target.sources.count))
        return complain(EXIT_WRONG, "-c compiles one source at a time");
    if (!home_find(&home, &error))
        return complain(EXIT_HOST, "%s", error.message);
    name_output(arguments, &name);
    arguments->target.directory = absolute(".");
    bool good;
    if (arguments->compile_only) {
        good = target_compile_only(&home, &arguments->target, &arguments->options, &error);
    } else {
        good = target_build(&home, &arguments->target, &arguments->options, &built, &error);
        if (good)
            built_free(&built);
    }
    int status = good ? 0 : complain(error.host ? EXIT_HOST : EXIT_WRONG, "%s", error.message);
    text_free(&name);
    home_free(&home);
    return status;
}

int main(int argc, char **argv)
{
    struct arguments arguments = {.options = {.debug = true, .wdf = -1}};
    int status = read_arguments(argc, argv, &arguments);
    if (!status && arguments.help)
        fputs(help, stdout);
    else if (!status && arguments.version)
        printf("kmdock-cc %s\n", KMDOCK_VERSION);
    else if (!status)
        status = build(&arguments);
    strings_free(&arguments.inputs);
    target_free(&arguments.target);
    return status;
}
