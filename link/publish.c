/* SPDX-License-Identifier: MIT */
/* Device interfaces and symbolic links, one file each, as clients find them. */
#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "link/internal.h"

enum { FILE_NAME_MAX = 200 }; /* leaves room for the suffixes below the 255 of Linux */

/* Win32 names match without case, so their files are in lower case; what a file's name cannot hold is %XX. */
static void encode_name(const char *name, char ret_file_name[FILE_NAME_MAX + 1])
{
    size_t size = 0;
    uint32_t hash = 2166136261u;
    for (const unsigned char *c = (const unsigned char *)name; *c; c++) {
        hash = (hash ^ (unsigned)tolower(*c)) * 16777619u;
        bool plain = isalnum(*c) || (*c && strchr("-_{}#", *c)) || (*c == '.' && size);
        if (size + 3 + 9 > FILE_NAME_MAX)
            continue; /* too long: cut, and told from others by the hash */
        if (plain)
            ret_file_name[size++] = (char)tolower(*c);
        else
            size += (size_t)sprintf(ret_file_name + size, "%%%02X", *c);
    }
    ret_file_name[size] = 0;
    if (size + 3 + 9 > FILE_NAME_MAX)
        sprintf(ret_file_name + size, "~%08x", hash);
}

/* True if the file is there and another host's. */
static bool is_others(const struct link_host *host, const char *path)
{
    char text[8192], line[64];
    FILE *file = fopen(path, "re");
    if (!file)
        return false;
    size_t size = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[size] = 0;
    snprintf(line, sizeof line, "socket=%s\n", host->socket_name);
    return !strstr(text, line);
}

static char *path_of(struct link_host *host, const char *name)
{
    char file_name[FILE_NAME_MAX + 1];
    char *path = NULL, *second = NULL;
    encode_name(name, file_name);
    if (asprintf(&path, "%s/interfaces/%s", host->directory, file_name) < 0)
        return NULL;
    if (!is_others(host, path))
        return path;
    int length = asprintf(&second, "%s~%ld", path, (long)getpid());
    free(path);
    return length < 0 ? NULL : second;
}

static struct link_published *published_find(struct link_host *host, const char *name)
{
    struct link_published *published = host->published;
    while (published && strcasecmp(published->name, name))
        published = published->next;
    return published;
}

static struct link_published *published_add(struct link_host *host, const char *name)
{
    struct link_published *published = calloc(1, sizeof *published);
    if (!published)
        return NULL;
    published->name = strdup(name);
    published->path = path_of(host, name);
    if (!published->name || !published->path) {
        free(published->name);
        free(published->path);
        free(published);
        return NULL;
    }
    published->next = host->published;
    host->published = published;
    return published;
}

static void published_remove(struct link_host *host, struct link_published *published)
{
    struct link_published **link = &host->published;
    while (*link != published)
        link = &(*link)->next;
    *link = published->next;
    unlink(published->path);
    free(published->name);
    free(published->path);
    free(published);
}

void published_remove_all(struct link_host *host)
{
    char *path = NULL;
    while (host->published)
        published_remove(host, host->published);
    if (asprintf(&path, "%s/interfaces", host->directory) >= 0)
        rmdir(path); /* goes only if it is empty */
    free(path);
}

/* A name with a line feed in it would be two lines. */
static bool is_line(const char *text)
{
    return !strpbrk(text, "\r\n");
}

static int entry_write(struct link_host *host, const char *path, const char *guid, const char *instance,
                       const char *name, uint32_t state)
{
    char *beside = NULL, *directory = NULL;
    if (asprintf(&beside, "%s/.%ld.new", host->directory, (long)getpid()) < 0)
        return -ENOMEM;
    int result = asprintf(&directory, "%s/interfaces", host->directory) < 0 ? -ENOMEM : 0;
    FILE *file = result ? NULL : fopen(beside, "we");
    if (file) {
        fprintf(file, "name=%s\n", name);
        if (guid)
            fprintf(file, "guid=%s\n", guid);
        fprintf(file, "instance=%s\nsocket=%s\nenabled=%d\n", instance ? instance : "", host->socket_name, state == 2);
    }
    if (!file || fclose(file))
        result = -errno;
    /* The last host to end may take the empty directory away between the two calls; so more than once. */
    for (unsigned i = 0; !result && i < 8; i++) {
        if (mkdir(directory, 0700) && errno != EEXIST)
            result = -errno;
        if (!result && !rename(beside, path))
            break;
        result = errno == ENOENT && i < 7 ? 0 : -errno;
    }
    if (result)
        unlink(beside);
    free(beside);
    free(directory);
    return result;
}

int link_publish(struct link_host *host, const char *name, const char *guid, const char *instance, uint32_t state)
{
    assert(state <= 2);
    struct link_published *published = published_find(host, name);
    if (state == 0) {
        if (published)
            published_remove(host, published);
        return 0;
    }
    if (!is_line(name) || (guid && !is_line(guid)) || (instance && !is_line(instance))) {
        link_say(host, "a device's name has a line break in it; it is not published");
        return 0;
    }
    published = published ? published : published_add(host, name);
    return published ? entry_write(host, published->path, guid, instance, name, state) : -ENOMEM;
}
