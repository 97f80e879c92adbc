/* SPDX-License-Identifier: MIT */
/* What a TARGET means. */
#include "toolchain/internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "inf/inf.h"

static bool has_extension(const char *path, const char *const *extensions)
{
    for (const char *extension = path_extension(path); *extensions; extensions++) {
        if (!strcasecmp(extension, *extensions))
            return true;
    }
    return false;
}

bool is_cxx_file(const char *path)
{
    return has_extension(path, (const char *const[]){".cpp", ".cxx", ".cc", NULL});
}

bool is_c_file(const char *path)
{
    return is_cxx_file(path) || has_extension(path, (const char *const[]){".c", NULL});
}

static bool is_inf(const char *path)
{
    return has_extension(path, (const char *const[]){".inf", ".inx", NULL});
}

void target_free(struct target *target)
{
    free(target->given);
    free(target->name);
    free(target->directory);
    free(target->image);
    free(target->inf);
    strings_free(&target->sources);
    strings_free(&target->include_directories);
    strings_free(&target->defines);
    strings_free(&target->undefines);
    strings_free(&target->forced_includes);
    strings_free(&target->options);
    strings_free(&target->link_options);
    strings_free(&target->watched);
    *target = (struct target){0};
}

/* A scenario is a client of the driver, never part of it. */
static bool is_scenario(const char *path)
{
    return !strcasecmp(path_name(path), "scenario.c") || file_includes(path, "kmdock/scenario.h");
}

static void drop_scenarios(struct target *target)
{
    size_t kept = 0;
    for (size_t i = 0; i < target->sources.count; i++) {
        if (is_scenario(target->sources.items[i]))
            free(target->sources.items[i]);
        else
            target->sources.items[kept++] = target->sources.items[i];
    }
    target->sources.count = kept;
}

/* The stem of the driver's ServiceBinary; NULL if the INF cannot be read, which whoever installs it will say. */
static char *inf_driver_name(const char *path)
{
    struct inf_error error;
    struct inf_model *model = inf_model_read(path, &error);
    char *name = NULL;
    for (unsigned i = 0; model && !name && i < model->service_count; i++) {
        if (model->services[i].associated || model->service_count == 1)
            name = path_stem(model->services[i].binary);
    }
    inf_model_free(model);
    return name;
}

/* The directory's INF: the one of the driver's name, or the only one. An INX goes before an INF made of it. */
static bool find_inf(struct target *target, const struct strings *names, struct build_error *ret_error)
{
    const char *found = NULL;
    unsigned count = 0;
    for (unsigned pass = 0; pass < 4 && !found; pass++) {
        const char *extension = pass % 2 ? ".inf" : ".inx";
        count = 0;
        for (size_t i = 0; i < names->count; i++) {
            char *stem = path_stem(names->items[i]);
            bool same = target->name && !strcasecmp(stem, target->name);
            free(stem);
            if (strcasecmp(path_extension(names->items[i]), extension) || (pass < 2 && !same))
                continue;
            found = names->items[i];
            count++;
        }
    }
    if (count > 1)
        return build_fail(ret_error, "%s has more than one INF file and none is called %s; name the one you mean",
                          target->given, target->name ? target->name : "like the driver");
    if (found && !target->inf)
        target->inf = path_join(target->directory, found);
    return true;
}

/* Of several projects the driver's, or the app's if that is wanted. */
static bool choose_project(struct target *target, const struct strings *names, bool app, bool debug, bool *ret_found,
                           struct build_error *ret_error)
{
    unsigned found = 0, seen = 0;
    for (size_t i = 0; i < names->count; i++) {
        if (strcasecmp(path_extension(names->items[i]), ".vcxproj"))
            continue;
        char *path = path_join(target->directory, names->items[i]);
        struct target candidate = {.given = string_copy(target->given), .directory = string_copy(target->directory)};
        bool good = project_read(path, debug, &candidate, ret_error);
        free(path);
        seen++;
        if (good && (candidate.kind == TARGET_APP) == app && !found++) {
            target_free(target);
            *target = candidate;
            continue;
        }
        target_free(&candidate);
        if (!good)
            return false;
    }
    *ret_found = found > 0;
    if (found > 1)
        return build_fail(ret_error, "%s has %u project files; name the one you mean", target->given, found);
    if (seen && !found)
        return build_fail(
            ret_error, app ? "%s has a project file, but of no app" : "%s holds an app, no driver; build it with --app",
            target->given);
    return true;
}

/* The directory's only .sys. False with nothing said if there is none. */
static bool find_image(struct target *target, const struct strings *names, unsigned *ret_count)
{
    *ret_count = 0;
    for (size_t i = 0; i < names->count; i++)
        *ret_count += !strcasecmp(path_extension(names->items[i]), ".sys");
    for (size_t i = 0; i < names->count && *ret_count == 1; i++) {
        if (!strcasecmp(path_extension(names->items[i]), ".sys")) {
            target->kind = TARGET_IMAGE;
            target->image = path_join(target->directory, names->items[i]);
            free(target->name);
            target->name = path_stem(names->items[i]);
            return true;
        }
    }
    return false;
}

static bool find_in_directory(struct target *target, bool app, bool debug, struct build_error *ret_error)
{
    struct strings names = {0};
    bool project = false;
    if (!directory_list(target->directory, &names))
        return build_fail(ret_error, "%s: %s", target->given, strerror(errno));
    bool good = choose_project(target, &names, app, debug, &project, ret_error);
    for (size_t i = 0; good && !project && i < names.count; i++) {
        if (is_c_file(names.items[i]))
            strings_take(&target->sources, path_join(target->directory, names.items[i]));
    }
    drop_scenarios(target);
    good = good && (app || target->inf || find_inf(target, &names, ret_error));
    unsigned images = 0;
    bool found = good && (target->sources.count || (!app && find_image(target, &names, &images)));
    if (good && !found && images > 1)
        good = build_fail(ret_error, "%s has %u .sys files; name the one you mean", target->given, images);
    else if (good && !found)
        good = build_fail(ret_error, "%s has no %s: there is no .vcxproj, no .c and no %s file in it", target->given,
                          app ? "app" : "driver", app ? ".cpp" : ".sys");
    if (good && !target->name && target->inf)
        target->name = inf_driver_name(target->inf);
    if (good && !target->name)
        target->name = string_copy(path_name(target->directory));
    strings_free(&names);
    return good;
}

/* Beside a .sys or C files: NAME.inx or NAME.inf. */
static void find_inf_beside(struct target *target)
{
    for (unsigned i = 0; i < 2 && !target->inf; i++) {
        char *name = string_format("%s.%s", target->name, i ? "inf" : "inx");
        char *path = path_find(target->directory, name);
        if (path && path_is_file(path))
            target->inf = string_copy(path);
        free(path);
        free(name);
    }
}

static bool find_by_inf(struct target *target, const char *path, bool debug, struct build_error *ret_error)
{
    struct inf_error error;
    struct inf_model *model = inf_model_read(path, &error);
    if (!model)
        return build_fail(ret_error, "%s", error.message);
    inf_model_free(model);
    target->name = inf_driver_name(path);
    char *inf = path_absolute(path);
    char *image = string_format("%s.sys", target->name ? target->name : "");
    char *beside = path_find(target->directory, image);
    free(image);
    target->inf = inf;
    bool good;
    if (beside && path_is_file(beside)) {
        target->kind = TARGET_IMAGE;
        target->image = string_copy(beside);
        good = true;
    } else {
        good = find_in_directory(target, false, debug, ret_error);
        if (good && (!target->inf || strcmp(target->inf, path))) {
            free(target->inf); /* choose_project starts anew */
            target->inf = path_absolute(path);
        }
    }
    free(beside);
    return good;
}

static bool find_c_files(const char *const *paths, size_t count, bool app, struct target *target,
                         struct build_error *ret_error)
{
    target->kind = app ? TARGET_APP : TARGET_DRIVER;
    for (size_t i = 0; i < count; i++) {
        if (!is_c_file(paths[i]))
            return build_fail(ret_error, "%s is no C file; C files make a driver of their own", paths[i]);
        if (!path_is_file(paths[i]))
            return build_fail(ret_error, "%s: %s", paths[i], strerror(errno ? errno : ENOENT));
        strings_take(&target->sources, path_absolute(paths[i]));
    }
    target->name = path_stem(paths[0]);
    if (!app)
        find_inf_beside(target);
    return true;
}

static bool find_one(const char *path, bool app, bool debug, struct target *target, struct build_error *ret_error)
{
    if (!path_is_file(path))
        return build_fail(ret_error, "%s is neither a file nor a directory", path);
    if (!strcasecmp(path_extension(path), ".vcxproj")) {
        if (!project_read(path, debug, target, ret_error))
            return false;
        struct strings names = {0};
        directory_list(target->directory, &names);
        drop_scenarios(target);
        bool good = target->kind == TARGET_APP || target->inf || find_inf(target, &names, ret_error);
        strings_free(&names);
        return good;
    }
    if (is_inf(path))
        return find_by_inf(target, path, debug, ret_error);
    if (!strcasecmp(path_extension(path), ".sys")) {
        target->kind = TARGET_IMAGE;
        target->image = path_absolute(path);
        target->name = path_stem(path);
        find_inf_beside(target);
        return true;
    }
    if (is_c_file(path))
        return find_c_files(&path, 1, app, target, ret_error);
    return build_fail(ret_error,
                      "%s is no TARGET: that is a directory, a .vcxproj, .inx, .inf or .sys file, or C files", path);
}

bool target_find(const char *const *paths, size_t count, bool app, bool debug, struct target *ret_target,
                 struct build_error *ret_error)
{
    struct stat status;
    struct target target = {.kind = app ? TARGET_APP : TARGET_DRIVER, .given = string_copy(paths[0])};
    char *absolute = path_absolute(paths[0]);
    target.directory = path_is_directory(absolute) ? string_copy(absolute) : path_directory(absolute);
    bool good = true;
    if (stat(paths[0], &status))
        good = build_fail(ret_error, "%s: %s", paths[0], strerror(errno));
    else if (count > 1)
        good = find_c_files(paths, count, app, &target, ret_error);
    else if (S_ISDIR(status.st_mode))
        good = find_in_directory(&target, app, debug, ret_error);
    else
        good = find_one(paths[0], app, debug, &target, ret_error);
    free(absolute);
    if (good) {
        *ret_target = target;
        return true;
    }
    target_free(&target);
    return false;
}
