/* SPDX-License-Identifier: MIT */
/* Which compiler, and with which arguments. */
#include "toolchain/internal.h"

#include <stdlib.h>
#include <string.h>

void compiler_free(struct compiler *compiler)
{
    free(compiler->cc);
    free(compiler->cxx);
    strings_free(&compiler->system);
    strings_free(&compiler->common);
    strings_free(&compiler->c);
    strings_free(&compiler->cxx_only);
    strings_free(&compiler->link);
    strings_free(&compiler->libraries);
    *compiler = (struct compiler){0};
}

static bool needs_cxx(const struct target *target)
{
    for (size_t i = 0; i < target->sources.count; i++) {
        if (is_cxx_file(target->sources.items[i]))
            return true;
    }
    return false;
}

static char *program_need(const char *name, const char *package, struct build_error *ret_error)
{
    char *path = program_find(name);
    if (!path)
        build_fail(ret_error, "%s is not installed; on Debian: apt install %s", name, package);
    return path;
}

static void add_directories(const struct target *target, struct strings *arguments)
{
    for (size_t i = 0; i < target->include_directories.count; i++)
        strings_take(arguments, string_format("-I%s", target->include_directories.items[i]));
    for (size_t i = 0; i < target->undefines.count; i++)
        strings_take(arguments, string_format("-U%s", target->undefines.items[i]));
    for (size_t i = 0; i < target->defines.count; i++)
        strings_take(arguments, string_format("-D%s", target->defines.items[i]));
    for (size_t i = 0; i < target->forced_includes.count; i++) {
        strings_add(arguments, "-include");
        strings_add(arguments, target->forced_includes.items[i]);
    }
}

/* The directories after -isystem, where <...> is looked for, and the compiler's own. */
static void collect_system(const struct strings *arguments, struct strings *directories)
{
    for (size_t i = 0; i + 1 < arguments->count; i++) {
        if (!strcmp(arguments->items[i], "-isystem"))
            strings_add(directories, arguments->items[i + 1]);
    }
}

static bool driver_compiler(const struct home *home, const struct target *target, const struct build_options *options,
                            bool wdf, struct compiler *compiler, struct build_error *ret_error)
{
    compiler->cc = program_need("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64", ret_error);
    if (!compiler->cc)
        return false;
    if (needs_cxx(target) &&
        !(compiler->cxx = program_need("x86_64-w64-mingw32-g++", "g++-mingw-w64-x86-64", ret_error)))
        return false;
    char *flags = path_join(home->sdk, "km/flags.txt");
    struct flags_values values = {.home = home, .entry = wdf ? "FxDriverEntry" : "DriverEntry"};
    bool good = flags_add(flags, "compile", &values, &compiler->common, ret_error) &&
                flags_add(flags, "c", &values, &compiler->c, ret_error) &&
                flags_add(flags, "c++", &values, &compiler->cxx_only, ret_error) &&
                (!options->debug || flags_add(flags, "debug", &values, &compiler->common, ret_error)) &&
                (!options->explore || flags_add(flags, "explore", &values, &compiler->common, ret_error)) &&
                flags_add(flags, "link", &values, &compiler->link, ret_error) &&
                flags_add(flags, "libraries", &values, &compiler->libraries, ret_error);
    if (options->debug)
        strings_add(&compiler->common, "-O1"); /* behind the SDK's -O2: locals that a debugger can show */
    free(flags);
    collect_system(&compiler->common, &compiler->system);
    return good;
}

/* $CC and $CXX may hold arguments, as make has it: "clang -m64". */
static bool native_compiler(const char *variable, const char *usual, const char *package, char **ret_program,
                            struct strings *extra, struct build_error *ret_error)
{
    const char *given = getenv(variable);
    char *words = string_copy(given && *given ? given : usual), *save = NULL;
    char *word = strtok_r(words, " \t", &save);
    *ret_program = program_need(word ? word : usual, package, ret_error);
    for (; word && (word = strtok_r(NULL, " \t", &save));)
        strings_add(extra, word);
    free(words);
    return *ret_program != NULL;
}

static bool app_compiler(const struct home *home, const struct target *target, const struct build_options *options,
                         struct compiler *compiler, struct build_error *ret_error)
{
    if (!native_compiler("CC", "gcc", "gcc", &compiler->cc, &compiler->c, ret_error))
        return false;
    if (needs_cxx(target) && !native_compiler("CXX", "g++", "g++", &compiler->cxx, &compiler->cxx_only, ret_error))
        return false;
    char *flags = path_join(home->sdk, "um/flags.txt");
    char *library = path_join(home->um, "libkmdock-um.a");
    struct flags_values values = {.home = home};
    strings_add(&compiler->common, "-g");
    strings_add(&compiler->common, "-O2");
    strings_add(&compiler->c, "-std=gnu17");
    strings_add(&compiler->cxx_only, "-std=gnu++17");
    bool good = flags_add(flags, "", &values, &compiler->common, ret_error) &&
                flags_add(flags, "c", &values, &compiler->c, ret_error) &&
                flags_add(flags, "c++", &values, &compiler->cxx_only, ret_error) &&
                flags_add(flags, "libraries", &values, &compiler->libraries, ret_error);
    if (options->debug)
        strings_add(&compiler->common, "-D_DEBUG");
    collect_system(&compiler->common, &compiler->system);
    strings_take(&compiler->libraries, library);
    strings_add(&compiler->libraries, "-pthread");
    strings_add(&compiler->libraries, "-lm");
    free(flags);
    return good;
}

bool compiler_for(const struct home *home, const struct target *target, const struct build_options *options, bool wdf,
                  struct compiler *ret_compiler, struct build_error *ret_error)
{
    struct compiler compiler = {0};
    bool good = target->kind == TARGET_APP ? app_compiler(home, target, options, &compiler, ret_error)
                                           : driver_compiler(home, target, options, wdf, &compiler, ret_error);
    if (!good) {
        compiler_free(&compiler);
        return false;
    }
    add_directories(target, &compiler.common);
    for (size_t i = 0; i < target->options.count; i++)
        strings_add(&compiler.common, target->options.items[i]);
    *ret_compiler = compiler;
    return true;
}
