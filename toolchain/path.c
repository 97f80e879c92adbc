/* SPDX-License-Identifier: MIT */
/* Paths, and the names that Windows would find. */
#include "toolchain/internal.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

char *path_join(const char *directory, const char *name)
{
    if (name[0] == '/' || !*directory)
        return string_copy(name);
    return string_format("%s%s%s", directory, directory[strlen(directory) - 1] == '/' ? "" : "/", name);
}

char *path_clean(const char *path)
{
    struct strings parts = {0};
    bool absolute = path[0] == '/';
    for (const char *at = path; *at;) {
        size_t length = strcspn(at, "/");
        bool up = length == 2 && at[0] == '.' && at[1] == '.';
        if (up && parts.count && strcmp(parts.items[parts.count - 1], ".."))
            free(parts.items[--parts.count]);
        else if (length && !(length == 1 && at[0] == '.') && !(up && absolute))
            strings_take(&parts, string_part(at, length));
        at += length;
        at += *at == '/';
    }
    struct text text = {0};
    text_string(&text, absolute ? "/" : "");
    for (size_t i = 0; i < parts.count; i++)
        text_print(&text, "%s%s", i ? "/" : "", parts.items[i]);
    if (!text.size)
        text_char(&text, '.');
    strings_free(&parts);
    return text_take(&text);
}

char *path_absolute(const char *path)
{
    char *here = path[0] == '/' ? NULL : getcwd(NULL, 0);
    char *joined = path_join(here ? here : "/", path);
    char *clean = path_clean(joined);
    free(joined);
    free(here);
    return clean;
}

char *path_directory(const char *path)
{
    const char *slash = strrchr(path, '/');
    return !slash ? string_copy(".") : slash == path ? string_copy("/") : string_part(path, (size_t)(slash - path));
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *path_extension(const char *path)
{
    const char *name = path_name(path);
    const char *dot = strrchr(name, '.');
    return dot && dot != name ? dot : "";
}

char *path_stem(const char *path)
{
    const char *name = path_name(path);
    return string_part(name, strlen(name) - strlen(path_extension(path)));
}

bool path_is_file(const char *path)
{
    struct stat status;
    return !stat(path, &status) && S_ISREG(status.st_mode);
}

bool path_is_directory(const char *path)
{
    struct stat status;
    return !stat(path, &status) && S_ISDIR(status.st_mode);
}

bool directory_list(const char *path, struct strings *ret_names)
{
    DIR *stream = opendir(path);
    if (!stream)
        return false;
    for (struct dirent *entry; (entry = readdir(stream));) {
        if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
            strings_add(ret_names, entry->d_name);
    }
    closedir(stream);
    strings_sort(ret_names);
    return true;
}

void directory_remove(const char *path)
{
    struct strings names = {0};
    directory_list(path, &names);
    for (size_t i = 0; i < names.count; i++) {
        char *inner = path_join(path, names.items[i]);
        struct stat status;
        if (!lstat(inner, &status) && S_ISDIR(status.st_mode))
            directory_remove(inner);
        else
            unlink(inner);
        free(inner);
    }
    strings_free(&names);
    rmdir(path);
}

/* The entry of `directory` that is `part` but for its case. */
static char *find_part(const char *directory, const char *part)
{
    char *exact = path_join(directory, part);
    struct stat status;
    if (!strcmp(part, "..") || !strcmp(part, ".") || !stat(exact, &status))
        return exact;
    free(exact);
    char *found = NULL;
    struct strings names = {0};
    directory_list(directory, &names);
    for (size_t i = 0; i < names.count && !found; i++) {
        if (!strcasecmp(names.items[i], part))
            found = path_join(directory, names.items[i]);
    }
    strings_free(&names);
    return found;
}

char *path_find(const char *directory, const char *name)
{
    char *at = string_copy(name[0] == '/' ? "/" : directory);
    while (at && *name) {
        size_t length = strcspn(name, "/\\");
        char *part = string_part(name, length);
        char *next = length ? find_part(at, part) : string_copy(at);
        free(part);
        free(at);
        at = next;
        name += length;
        name += *name == '/' || *name == '\\';
    }
    if (!at)
        return NULL;
    char *clean = path_clean(at);
    free(at);
    return clean;
}
