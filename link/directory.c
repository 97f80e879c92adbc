/* SPDX-License-Identifier: MIT */
/* Finding the directory, what lies in it, and cleaning up behind the dead. */
#include "link/directory.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *directory_name(void)
{
    const char *given = getenv("KMDOCK_DIR"), *runtime = getenv("XDG_RUNTIME_DIR");
    char *name = NULL;
    int length;
    if (given && *given)
        length = asprintf(&name, "%s", given);
    else if (runtime && *runtime)
        length = asprintf(&name, "%s/kmdock", runtime);
    else
        length = asprintf(&name, "/tmp/kmdock-%lu", (unsigned long)geteuid());
    return length < 0 ? NULL : name;
}

static int directory_make_all(const char *path)
{
    char *copy = strdup(path);
    int result = copy ? 0 : -ENOMEM;
    for (char *slash = copy ? strchr(copy + 1, '/') : NULL; slash && !result; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        result = mkdir(copy, 0777) && errno != EEXIST ? -errno : 0;
        *slash = '/';
    }
    free(copy);
    return !result && mkdir(path, 0700) && errno != EEXIST ? -errno : result;
}

char *link_directory(char *ret_error, size_t error_bytes)
{
    char *path = directory_name();
    struct stat status;
    int result = path ? directory_make_all(path) : -ENOMEM;
    if (!result && stat(path, &status))
        result = -errno;
    if (result)
        snprintf(ret_error, error_bytes, "%s cannot be made: %s", path ? path : "the directory of hosts",
                 strerror(-result));
    else if (!S_ISDIR(status.st_mode))
        snprintf(ret_error, error_bytes, "%s is no directory", path), result = -ENOTDIR;
    else if (status.st_uid != geteuid())
        snprintf(ret_error, error_bytes, "%s belongs to another user (%lu)", path, (unsigned long)status.st_uid),
            result = -EPERM;
    else if (status.st_mode & 022)
        snprintf(ret_error, error_bytes, "others may write to %s; say: chmod 700 %s", path, path), result = -EPERM;
    if (!result)
        return path;
    free(path);
    return NULL;
}

/* "host-123.sock" → 123; 0 if it is no such name. */
static uint32_t process_of(const char *name)
{
    unsigned process = 0;
    int end = 0;
    return sscanf(name, "host-%u.sock%n", &process, &end) == 1 && end > 0 && !name[end] ? process : 0;
}

static bool is_alive(const char *directory, const char *name)
{
    int socket = link_connect(directory, name);
    if (socket >= 0)
        close(socket);
    return socket >= 0 || (socket != -ECONNREFUSED && socket != -ENOENT);
}

static bool add_host(struct link_list *list, uint32_t process)
{
    uint32_t *hosts = realloc(list->hosts, (list->host_count + 1) * sizeof hosts[0]);
    if (!hosts)
        return false;
    list->hosts = hosts;
    hosts[list->host_count++] = process;
    return true;
}

static bool has_host(const struct link_list *list, uint32_t process)
{
    for (size_t i = 0; i < list->host_count; i++) {
        if (list->hosts[i] == process)
            return true;
    }
    return false;
}

static int host_order(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The sockets; those that nobody listens at are removed, and what a host left that died while it came up. */
static int read_hosts(const char *directory, struct link_list *list)
{
    DIR *stream = opendir(directory);
    int result = 0;
    if (!stream)
        return -errno;
    for (struct dirent *entry; !result && (entry = readdir(stream));) {
        unsigned maker = 0;
        uint32_t process = process_of(entry->d_name);
        if (process && is_alive(directory, entry->d_name))
            result = add_host(list, process) ? 0 : -ENOMEM;
        else if (process || (sscanf(entry->d_name, "host-%u.sock.new", &maker) == 1 && strstr(entry->d_name, ".new") &&
                             kill((pid_t)maker, 0) && errno == ESRCH))
            unlinkat(dirfd(stream), entry->d_name, 0);
    }
    closedir(stream);
    if (list->host_count > 1)
        qsort(list->hosts, list->host_count, sizeof list->hosts[0], host_order);
    return result;
}

static char *line_value(const char *text, const char *key)
{
    size_t length = strlen(key);
    for (const char *line = text; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
        if (!strncmp(line, key, length) && line[length] == '=')
            return strndup(line + length + 1, strcspn(line + length + 1, "\n"));
    }
    return NULL;
}

static void entry_free(struct link_entry *entry)
{
    free(entry->name);
    free(entry->guid);
    free(entry->instance);
    free(entry->socket);
}

/* False if the entry is nobody's. An entry that is being written is not seen: writers rename. */
static bool read_entry(int directory, const char *file_name, struct link_entry *ret_entry)
{
    char text[8192];
    FILE *file = NULL;
    int descriptor = openat(directory, file_name, O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0 && !(file = fdopen(descriptor, "r")))
        close(descriptor);
    if (!file)
        return false;
    size_t size = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[size] = 0;
    char *enabled = line_value(text, "enabled");
    *ret_entry = (struct link_entry){.name = line_value(text, "name"),
                                     .guid = line_value(text, "guid"),
                                     .instance = line_value(text, "instance"),
                                     .socket = line_value(text, "socket"),
                                     .enabled = enabled && enabled[0] == '1'};
    free(enabled);
    if (!ret_entry->instance)
        ret_entry->instance = strdup("");
    ret_entry->process = ret_entry->socket ? process_of(ret_entry->socket) : 0;
    if (ret_entry->name && ret_entry->process && ret_entry->instance)
        return true;
    entry_free(ret_entry);
    return false;
}

static int entry_order(const void *a, const void *b)
{
    const struct link_entry *x = a, *y = b;
    return x->process != y->process ? (x->process > y->process) - (x->process < y->process) : strcmp(x->name, y->name);
}

static int read_entries(const char *directory, struct link_list *list)
{
    char *path = NULL;
    if (asprintf(&path, "%s/interfaces", directory) < 0)
        return -ENOMEM;
    DIR *stream = opendir(path);
    free(path);
    if (!stream)
        return errno == ENOENT ? 0 : -errno;
    int result = 0;
    for (struct dirent *file; !result && list->count < LINK_LIST_MAX && (file = readdir(stream));) {
        struct link_entry entry;
        if (file->d_name[0] == '.')
            continue;
        bool good = read_entry(dirfd(stream), file->d_name, &entry);
        if (!good || !has_host(list, entry.process)) {
            /* An entry that cannot be read may be somebody's in a later version; one of a dead host is nobody's. */
            if (good) {
                unlinkat(dirfd(stream), file->d_name, 0);
                entry_free(&entry);
            }
            continue;
        }
        struct link_entry *entries = realloc(list->entries, (list->count + 1) * sizeof entries[0]);
        if (!entries) {
            entry_free(&entry);
            result = -ENOMEM;
        } else {
            list->entries = entries;
            entries[list->count++] = entry;
        }
    }
    closedir(stream);
    if (list->count > 1)
        qsort(list->entries, list->count, sizeof list->entries[0], entry_order);
    return result;
}

int link_list_read(const char *directory, struct link_list *ret_list)
{
    struct link_list list = {0};
    int result = read_hosts(directory, &list);
    result = result ? result : read_entries(directory, &list);
    if (result) {
        link_list_free(&list);
        return result;
    }
    *ret_list = list;
    return 0;
}

void link_list_free(struct link_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        entry_free(&list->entries[i]);
    free(list->entries);
    free(list->hosts);
    *list = (struct link_list){0};
}

void link_prune(const char *directory)
{
    struct link_list list;
    if (!link_list_read(directory, &list))
        link_list_free(&list);
}
