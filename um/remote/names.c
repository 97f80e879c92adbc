/* SPDX-License-Identifier: MIT */
/*
 * The names that hosts publish under $KMDOCK_DIR: a file for each device interface or symbolic link in interfaces/,
 * of lines NAME=VALUE. A file that is half there or makes no sense is passed over. $KMDOCK_HOST, the name of a host's
 * socket, leaves only that host's names: two hosts may have the same ones.
 */
#include "um.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_FILE_BYTES_MAX = 16 << 10 };

/* A directory in /tmp is the user's own or it is not used: others could publish names there. */
static DWORD own_directory(const char *path)
{
    struct stat about;
    if (lstat(path, &about))
        return ERROR_FILE_NOT_FOUND;
    if (!S_ISDIR(about.st_mode) || about.st_uid != geteuid() || (about.st_mode & 077)) {
        fprintf(stderr, "kmdock: %s is not a private directory of this user; set KMDOCK_DIR to one that is.\n", path);
        return ERROR_ACCESS_DENIED;
    }
    return 0;
}

static char *directory(DWORD *ret_error)
{
    char *path = NULL;
    const char *given = getenv("KMDOCK_DIR");
    const char *runtime = getenv("XDG_RUNTIME_DIR");
    size_t size = 64 + (given ? strlen(given) : 0) + (runtime ? strlen(runtime) : 0);
    *ret_error = 0;
    path = malloc(size);
    if (!path) {
        *ret_error = ERROR_NOT_ENOUGH_MEMORY;
        return NULL;
    }
    if (given && *given) {
        snprintf(path, size, "%s", given);
    } else if (runtime && *runtime) {
        snprintf(path, size, "%s/kmdock", runtime);
    } else {
        snprintf(path, size, "/tmp/kmdock-%u", geteuid());
        *ret_error = own_directory(path);
    }
    if (*ret_error) {
        free(path);
        return NULL;
    }
    return path;
}

static char *read_file(int directory_fd, const char *name)
{
    int fd = openat(directory_fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return NULL;
    struct stat about;
    char *text = NULL;
    if (!fstat(fd, &about) && S_ISREG(about.st_mode) && about.st_size < NAME_FILE_BYTES_MAX)
        text = malloc((size_t)about.st_size + 1);
    if (text) {
        ssize_t count = read(fd, text, (size_t)about.st_size);
        text[count < 0 ? 0 : count] = 0;
        if (strlen(text) != (size_t)about.st_size) {
            free(text);
            text = NULL;
        }
    }
    close(fd);
    return text;
}

static char *socket_path(const char *base, const char *socket)
{
    size_t size = strlen(base) + strlen(socket) + 2;
    char *path = malloc(size);
    if (path)
        snprintf(path, size, "%s/%s", base, socket);
    return path;
}

static void name_free(struct um_name *name)
{
    free(name->name);
    free(name->guid);
    free(name->instance);
    free(name->socket);
}

static bool host_is_wanted(const char *socket)
{
    const char *wanted = getenv("KMDOCK_HOST");
    return !wanted || !*wanted || !strcmp(wanted, socket);
}

static bool name_parse(char *text, const char *base, struct um_name *ret_name)
{
    struct um_name name = {.enabled = false};
    char *rest = text, *line;
    while ((line = strsep(&rest, "\n"))) {
        char *value = strchr(line, '=');
        if (!value)
            continue;
        *value++ = 0;
        if (!strcmp(line, "name") && !name.name)
            name.name = strdup(value);
        else if (!strcmp(line, "guid") && !name.guid)
            name.guid = strdup(value);
        else if (!strcmp(line, "instance") && !name.instance)
            name.instance = strdup(value);
        else if (!strcmp(line, "socket") && !name.socket && host_is_wanted(value) && *value && !strchr(value, '/'))
            name.socket = socket_path(base, value);
        else if (!strcmp(line, "enabled"))
            name.enabled = !strcmp(value, "1");
    }
    if (!name.name || !*name.name || !name.socket) {
        name_free(&name);
        return false;
    }
    *ret_name = name;
    return true;
}

static int by_name(const void *a, const void *b)
{
    const struct um_name *left = a, *right = b;
    int order = strcasecmp(left->name, right->name);
    return order ? order : strcmp(left->socket, right->socket);
}

static void read_all(struct um_names *names, DIR *dir, const char *base)
{
    struct dirent *entry;
    size_t room = 0;
    while ((entry = readdir(dir))) {
        if (entry->d_name[0] == '.')
            continue;
        if (names->count == room) {
            room = room ? room * 2 : 16;
            struct um_name *more = realloc(names->names, room * sizeof *more);
            if (!more)
                return;
            names->names = more;
        }
        char *text = read_file(dirfd(dir), entry->d_name);
        if (text && name_parse(text, base, &names->names[names->count]))
            names->count++;
        free(text);
    }
}

struct um_names um_names_read(void)
{
    struct um_names names = {0};
    char *base = directory(&names.error);
    char *path = base ? socket_path(base, "interfaces") : NULL;
    DIR *dir = path ? opendir(path) : NULL;
    if (dir) {
        read_all(&names, dir, base);
        closedir(dir);
    }
    free(path);
    free(base);
    if (names.count > 1)
        qsort(names.names, names.count, sizeof names.names[0], by_name);
    return names;
}

void um_names_free(struct um_names *names)
{
    for (size_t i = 0; i < names->count; i++)
        name_free(&names->names[i]);
    free(names->names);
    *names = (struct um_names){0};
}

/* What follows the prefix of a device's Win32 or NT name; NULL for a name without one. */
static const char *without_prefix(const char *name)
{
    static const char *const prefixes[] = {"\\\\?\\", "\\\\.\\", "\\??\\"};
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++)
        if (!strncmp(name, prefixes[i], 4))
            return name + 4;
    return NULL;
}

/*
 * The published name that `name` is or starts with, the longest: a reference string or a file name may follow after a
 * backslash. ret_rest is what the host's object manager knows below \??\.
 */
struct um_name *um_names_find(const struct um_names *names, const char *name, const char **ret_rest)
{
    struct um_name *best = NULL;
    size_t best_length = 0;
    const char *wanted = without_prefix(name);
    *ret_rest = wanted;
    for (size_t i = 0; wanted && i < names->count; i++) {
        const char *published = without_prefix(names->names[i].name);
        size_t length = published ? strlen(published) : 0;
        if (!names->names[i].enabled || length <= best_length || strncasecmp(published, wanted, length))
            continue;
        if (wanted[length] && wanted[length] != '\\')
            continue;
        best = &names->names[i];
        best_length = length;
    }
    return best;
}
