/* SPDX-License-Identifier: MIT */
/* From a target to its image: look in the cache, else compile, link, keep. */
#include "toolchain/internal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

enum {
    JOBS = 2,
    DISK_BYTES_MIN = 1 << 20, /* with less than that left, a build that failed failed for that */
    FORMAT = 3,               /* changes when what is in the cache would no longer be built the same way */
};

struct build {
    const struct home *home;
    const struct target *target;
    const struct build_options *options;
    struct build_error *error;
    struct compiler compiler;
    struct includes includes;
    char *work;
    bool wdf;
    struct strings objects;
    struct strings inputs; /* files that the result depends on */
};

void built_free(struct built *built)
{
    free(built->image);
    free(built->symbols);
    *built = (struct built){0};
}

static const char *image_suffix(const struct target *target)
{
    return target->kind == TARGET_APP ? "" : ".sys";
}

static void show_command(const struct build *build, const struct strings *arguments)
{
    if (!build->options->verbose)
        return;
    for (size_t i = 0; i < arguments->count; i++)
        fprintf(stderr, "%s%s", i ? " " : "", arguments->items[i]);
    fputc('\n', stderr);
}

/* The compiler's lines, in the order of the sources however the jobs ended. */
static void show_output(const struct build *build, const struct process *process)
{
    struct text output = {0};
    if (processes_interrupted())
        return;
    if ((process->status || !build->options->quiet) && file_read(process->output, &output))
        fwrite(output.data, 1, output.size, stderr);
    text_free(&output);
}

static void compile_arguments(const struct build *build, const char *source, const char *object,
                              struct strings *arguments)
{
    const struct compiler *compiler = &build->compiler;
    bool cxx = is_cxx_file(source);
    const struct strings *lists[] = {&compiler->common, cxx ? &compiler->cxx_only : &compiler->c};
    strings_add(arguments, cxx ? compiler->cxx : compiler->cc);
    const struct strings *directories = &build->target->include_directories;
    if (build->includes.mirror) {
        for (size_t i = 0; i < directories->count; i++)
            strings_take(arguments, string_format("-I%s%s", build->includes.mirror, directories->items[i]));
    }
    for (unsigned i = 0; i < 2; i++) {
        for (size_t j = 0; j < lists[i]->count; j++)
            strings_add(arguments, lists[i]->items[j]);
    }
    if (build->includes.overlay)
        strings_take(arguments, string_format("-I%s", build->includes.overlay));
    strings_add(arguments, "-MD");
    strings_add(arguments, "-MF");
    strings_take(arguments, string_format("%s.d", object));
    strings_add(arguments, "-c");
    strings_add(arguments, "-o");
    strings_add(arguments, object);
    bool mirrored = build->includes.mirror && strings_has(&build->target->sources, source);
    strings_take(arguments, string_format("%s%s", mirrored ? build->includes.mirror : "", source));
}

/* "object: a.c b.h \" with blanks in names escaped. What lies in `work` is made anew each time. */
static void read_dependencies(struct build *build, const char *path)
{
    struct text text = {0};
    if (!file_read(path, &text))
        return;
    struct text name = {0};
    const char *at = strstr(text.data, ": ");
    for (at = at ? at + 1 : ""; *at; at++) {
        bool escaped = *at == '\\' && (at[1] == ' ' || at[1] == '#' || at[1] == '\\');
        bool dollar = *at == '$' && at[1] == '$';
        bool gap = *at == ' ' || *at == '\n' || *at == '\r' || (*at == '\\' && (at[1] == '\n' || at[1] == '\r'));
        if (!gap) {
            at += escaped || dollar;
            text_char(&name, *at);
        }
        if (name.size && (gap || !at[1])) {
            char *absolute = path_join(build->target->directory, name.data);
            char *clean = path_clean(absolute);
            size_t length = strlen(build->work);
            bool ours = !strncmp(clean, build->work, length) && clean[length] == '/';
            if (!ours && !strings_has(&build->inputs, clean))
                strings_add(&build->inputs, clean);
            free(clean);
            free(absolute);
            name.size = 0;
        }
    }
    text_free(&name);
    text_free(&text);
}

static bool compile_all(struct build *build)
{
    const struct strings *sources = &build->target->sources;
    size_t count = sources->count + (build->wdf ? 1 : 0);
    char *entry = path_join(build->home->sdk, "wdf/driverentry.c");
    struct process *processes = memory_get(count * sizeof processes[0]);
    for (size_t i = 0; i < count; i++) {
        const char *source = i < sources->count ? sources->items[i] : entry;
        char *stem = path_stem(source);
        char *object = string_format("%s/%zu-%s.o", build->work, i, stem);
        compile_arguments(build, source, object, &processes[i].arguments);
        processes[i].directory = build->target->directory;
        processes[i].output = string_format("%s.txt", object);
        show_command(build, &processes[i].arguments);
        strings_take(&build->objects, object);
        free(stem);
    }
    processes_run(processes, count, JOBS);
    unsigned failed = 0;
    const char *first = NULL;
    for (size_t i = 0; i < count; i++) {
        show_output(build, &processes[i]);
        char *dependencies = string_format("%s.d", build->objects.items[i]);
        read_dependencies(build, dependencies);
        free(dependencies);
        if (processes[i].status && !failed++)
            first = i < sources->count ? path_name(sources->items[i]) : "driverentry.c";
        process_free(&processes[i]);
    }
    bool good = !failed;
    if (failed == 1)
        build_fail(build->error, "%s does not compile: see above for %s", build->target->name, first);
    else if (failed)
        build_fail(build->error, "%s does not compile: see above for %s and %u more", build->target->name, first,
                   failed - 1);
    free(processes);
    free(entry);
    return good;
}

/* Thousands of lines about what a program lacks in a kernel help nobody who named a program. */
static bool lacks_entry(const struct build *build, const struct process *process)
{
    struct text output = {0};
    bool lacks = build->target->kind == TARGET_DRIVER && process->status && file_read(process->output, &output) &&
                 (strstr(output.data, "undefined reference to `DriverEntry'") ||
                  strstr(output.data, "cannot find entry symbol DriverEntry"));
    text_free(&output);
    return lacks;
}

enum outcome { OUTCOME_GOOD, OUTCOME_BAD, OUTCOME_NO_ENTRY };

static enum outcome run_one(struct build *build, struct strings *arguments, const char *directory, const char *output)
{
    struct process process = {
        .arguments = *arguments, .directory = directory, .output = path_join(build->work, output)};
    show_command(build, arguments);
    processes_run(&process, 1, 1);
    enum outcome outcome = lacks_entry(build, &process) ? OUTCOME_NO_ENTRY
                           : process.status             ? OUTCOME_BAD
                                                        : OUTCOME_GOOD;
    if (outcome != OUTCOME_NO_ENTRY)
        show_output(build, &process);
    process_free(&process);
    *arguments = (struct strings){0};
    return outcome;
}

/* The libraries of home/guest (or um) that "-lname" means: the result depends on them. */
static void add_library_inputs(struct build *build)
{
    const struct strings *libraries = &build->compiler.libraries;
    for (size_t i = 0; i < libraries->count; i++) {
        const char *name = libraries->items[i];
        char *path =
            !strncmp(name, "-l", 2) ? string_format("%s/lib%s.a", build->home->guest, name + 2) : string_copy(name);
        if (path_is_file(path))
            strings_add(&build->inputs, path);
        free(path);
    }
}

static bool link_image(struct build *build, const char *image)
{
    bool cxx = false;
    for (size_t i = 0; i < build->target->sources.count; i++)
        cxx = cxx || is_cxx_file(build->target->sources.items[i]);
    bool app = build->target->kind == TARGET_APP;
    struct strings arguments = {0};
    strings_add(&arguments, cxx && app ? build->compiler.cxx : build->compiler.cc);
    strings_add(&arguments, "-g");
    strings_add(&arguments, "-o");
    strings_add(&arguments, image);
    const struct strings *lists[] = {&build->compiler.link, &build->objects, &build->target->link_options,
                                     &build->compiler.libraries};
    for (unsigned i = 0; i < 4; i++) {
        for (size_t j = 0; j < lists[i]->count; j++)
            strings_add(&arguments, lists[i]->items[j]);
    }
    add_library_inputs(build);
    enum outcome outcome = run_one(build, &arguments, build->target->directory, "link.txt");
    if (outcome == OUTCOME_NO_ENTRY)
        return build_fail(build->error,
                          "%s is no driver: it has no DriverEntry (in C++ that must be extern \"C\"; a driver's app is "
                          "built by kmdock build --app)",
                          build->target->given ? build->target->given : build->target->name);
    bool objects_only = build->target->kind == TARGET_DRIVER && !build->target->sources.count && !build->wdf;
    return outcome == OUTCOME_GOOD || build_fail(build->error, "%s does not link: see above%s", build->target->name,
                                                 objects_only ? " (objects of a KMDF driver want --wdf)" : "");
}

static bool run_words(struct build *build, const char *const *words, const char *output)
{
    struct strings arguments = {0};
    for (; *words; words++)
        strings_add(&arguments, *words);
    return run_one(build, &arguments, NULL, output) == OUTCOME_GOOD;
}

/* gdb and our reports read ELF; Windows and our loader are better off without the debug sections. */
static bool split_symbols(struct build *build, const char *image)
{
    static const char strip[] = "x86_64-w64-mingw32-strip";
    char *objcopy = program_find("objcopy");
    if (!objcopy)
        return build_fail(build->error, "objcopy is not installed; on Debian: apt install binutils");
    char *symbols = string_format("%s.dbg", image);
    const char *const copy[] = {objcopy, "-I", "pei-x86-64", "-O", "elf64-x86-64", image, symbols, NULL};
    const char *const cut[] = {strip, "-g", image, NULL};
    bool good = (run_words(build, copy, "objcopy.txt") && run_words(build, cut, "strip.txt")) ||
                build_fail(build->error, "the symbols of %s cannot be split off: see above", build->target->name);
    free(symbols);
    free(objcopy);
    return good;
}

static void make_key(const struct home *home, const struct target *target, const struct build_options *options,
                     struct cache_key *ret_key)
{
    struct hash *hash = hash_new();
    int numbers[] = {FORMAT, target->kind, options->debug, options->explore, options->wdf};
    hash_data(hash, numbers, sizeof numbers);
    hash_string(hash, target->name);
    hash_string(hash, home->path);
    hash_strings(hash, &target->sources);
    hash_strings(hash, &target->include_directories);
    hash_strings(hash, &target->defines);
    hash_strings(hash, &target->undefines);
    hash_strings(hash, &target->forced_includes);
    hash_strings(hash, &target->options);
    hash_strings(hash, &target->link_options);
    const char *const drivers[] = {"x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-g++"};
    const char *const apps[] = {getenv("CC") ? getenv("CC") : "gcc", getenv("CXX") ? getenv("CXX") : "g++"};
    for (unsigned i = 0; i < 2; i++) {
        const char *name = target->kind == TARGET_APP ? apps[i] : drivers[i];
        char *program = program_find(name);
        hash_string(hash, name);
        hash_stat(hash, program ? program : "");
        free(program);
    }
    hash_end(hash, ret_key);
}

/* The compiler's own directories: a name that is spelled right there needs no help. */
static void add_own_directories(struct build *build)
{
    bool cxx = build->compiler.cxx != NULL;
    struct process process = {.output = path_join(build->work, "search.txt")};
    const char *const words[] = {cxx ? build->compiler.cxx : build->compiler.cc, "-v", "-E", cxx ? "-xc++" : "-xc",
                                 "/dev/null"};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        strings_add(&process.arguments, words[i]);
    processes_run(&process, 1, 1);
    struct text output = {0};
    char *save = NULL;
    bool inside = false;
    if (file_read(process.output, &output)) {
        for (char *line = strtok_r(output.data, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
            inside = (inside || !strncmp(line, "#include <", 10)) && strncmp(line, "End of search", 13);
            if (inside && line[0] == ' ')
                strings_take(&build->compiler.system, path_clean(line + 1));
        }
    }
    text_free(&output);
    process_free(&process);
}

static bool prepare(struct build *build)
{
    struct strings scanned = {0};
    for (size_t i = 0; i < build->target->sources.count; i++)
        strings_add(&scanned, build->target->sources.items[i]);
    for (size_t i = 0; i < build->target->forced_includes.count; i++) {
        if (path_is_file(build->target->forced_includes.items[i]))
            strings_add(&scanned, build->target->forced_includes.items[i]);
    }
    build->work = cache_work(build->home, build->error);
    /* Twice: the entry's name depends on what the sources include, and the directories on the flags. */
    bool good =
        build->work && compiler_for(build->home, build->target, build->options, false, &build->compiler, build->error);
    if (good)
        add_own_directories(build);
    good = good && includes_resolve(&scanned, &build->target->include_directories, &build->compiler.system, build->work,
                                    &build->includes, build->error);
    strings_free(&scanned);
    if (!good)
        return false;
    bool driver = build->target->kind == TARGET_DRIVER;
    build->wdf = driver && (build->options->wdf < 0 ? build->includes.wdf : build->options->wdf);
    if (build->wdf) {
        compiler_free(&build->compiler);
        good = compiler_for(build->home, build->target, build->options, true, &build->compiler, build->error);
    }
    for (size_t i = 0; i < build->target->watched.count; i++)
        strings_add(&build->inputs, build->target->watched.items[i]);
    for (size_t i = 0; i < build->includes.own.count; i++)
        strings_add(&build->inputs, build->includes.own.items[i]);
    strings_take(&build->inputs, path_join(build->home->sdk, driver ? "km/flags.txt" : "um/flags.txt"));
    return good;
}

static void build_end(struct build *build)
{
    compiler_free(&build->compiler);
    includes_free(&build->includes);
    strings_free(&build->objects);
    strings_free(&build->inputs);
    if (build->work)
        directory_remove(build->work);
    free(build->work);
}

/* The objects are of no more use; the overlay is, to a debugger. */
static void drop_objects(const struct build *build)
{
    static const char *const suffixes[] = {".o", ".d", ".txt"};
    struct strings names = {0};
    directory_list(build->work, &names);
    for (size_t i = 0; i < names.count; i++) {
        char *path = path_join(build->work, names.items[i]);
        for (unsigned j = 0; j < 3; j++) {
            if (!strcmp(path_extension(path), suffixes[j]))
                unlink(path);
        }
        free(path);
    }
    strings_free(&names);
}

/* A compiler on a full disk fails in many ways and often cannot even say so. */
static void blame_disk(const struct build *build)
{
    struct statvfs disk;
    if (build->work && !statvfs(build->work, &disk) && disk.f_blocks &&
        (disk.f_bavail * disk.f_frsize < DISK_BYTES_MIN || (disk.f_files && !disk.f_favail)))
        build_fail_host(build->error,
                        "the disk of the cache %s is full; make room, or let $XDG_CACHE_HOME name another "
                        "directory",
                        build->home->cache);
}

static char *build_fresh(struct build *build, const struct cache_key *key)
{
    char *directory = NULL;
    if (prepare(build)) {
        char *image = string_format("%s/%s%s", build->work, build->target->name, image_suffix(build->target));
        if (compile_all(build) && link_image(build, image) &&
            (build->target->kind == TARGET_APP || split_symbols(build, image))) {
            drop_objects(build);
            directory = cache_keep(build->home, key, &build->inputs, build->work);
            if (!directory)
                build_fail_host(build->error, "%s cannot be written to: %s", build->home->cache, strerror(errno));
        }
        free(image);
    }
    if (!directory)
        blame_disk(build);
    return directory;
}

static bool copy_file(const char *from, const char *to, mode_t mode, struct build_error *ret_error)
{
    struct text data = {0};
    if (!file_read(from, &data))
        return build_fail(ret_error, "%s: %s", from, strerror(errno));
    struct stat status;
    bool good = (file_write(to, data.data, data.size) && !stat(to, &status) &&
                 (!S_ISREG(status.st_mode) || !chmod(to, mode))) ||
                build_fail(ret_error, "%s: %s", to, strerror(errno));
    text_free(&data);
    return good;
}

static bool put_output(const struct target *target, const char *output, struct built *built,
                       struct build_error *ret_error)
{
    char *symbols = string_format("%s.dbg", output);
    bool good = copy_file(built->image, output, target->kind == TARGET_APP ? 0777 & ~022 : 0644, ret_error) &&
                (!built->symbols || copy_file(built->symbols, symbols, 0644, ret_error));
    free(built->image);
    built->image = string_copy(output);
    if (built->symbols) {
        free(built->symbols);
        built->symbols = string_copy(symbols);
    }
    free(symbols);
    return good;
}

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static bool use_image(const struct target *target, struct built *built)
{
    built->image = string_copy(target->image);
    built->symbols = string_format("%s.dbg", target->image);
    if (!path_is_file(built->symbols)) {
        free(built->symbols);
        built->symbols = NULL;
    }
    return true;
}

bool target_build(const struct home *home, const struct target *target, const struct build_options *options,
                  struct built *ret_built, struct build_error *ret_error)
{
    struct built built = {0};
    if (target->kind == TARGET_IMAGE) {
        bool good =
            use_image(target, &built) && (!options->output || put_output(target, options->output, &built, ret_error));
        *ret_built = built;
        return good;
    }
    double start = seconds_now();
    struct cache_key key;
    make_key(home, target, options, &key);
    char *directory = cache_find(home, &key);
    if (!directory) {
        struct build build = {.home = home, .target = target, .options = options, .error = ret_error};
        processes_hold_signals();
        directory = build_fresh(&build, &key);
        build_end(&build);
        processes_release_signals();
        built.fresh = true;
    }
    if (!directory)
        return false;
    built.image = string_format("%s/%s%s", directory, target->name, image_suffix(target));
    built.symbols = target->kind == TARGET_APP ? NULL : string_format("%s.dbg", built.image);
    built.seconds = seconds_now() - start;
    free(directory);
    if (options->output && !put_output(target, options->output, &built, ret_error)) {
        built_free(&built);
        return false;
    }
    *ret_built = built;
    return true;
}

bool target_compile_only(const struct home *home, const struct target *target, const struct build_options *options,
                         struct build_error *ret_error)
{
    struct build build = {.home = home, .target = target, .options = options, .error = ret_error};
    processes_hold_signals();
    bool good = prepare(&build);
    build.wdf = false; /* the entry belongs to the link */
    good = good && compile_all(&build) && copy_file(build.objects.items[0], options->output, 0644, ret_error);
    if (!good)
        blame_disk(&build);
    build_end(&build);
    processes_release_signals();
    return good;
}
