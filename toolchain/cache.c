/* SPDX-License-Identifier: MIT */
/*
 * The cache: $XDG_CACHE_HOME/kmdock. A manifest per way of building (sources' names, arguments, compiler)
 * says which files went into the last build and what they held; what was built lies in a directory named
 * by the hash of all of it. A build that changes nothing looks at the files' times and starts no compiler.
 */
#include "toolchain/internal.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

struct hash {
    XXH3_state_t *state;
};

struct hash *hash_new(void)
{
    struct hash *hash = memory_get(sizeof *hash);
    hash->state = XXH3_createState();
    if (!hash->state)
        memory_get(SIZE_MAX / 2); /* ends with the usual sentence */
    XXH3_128bits_reset(hash->state);
    return hash;
}

void hash_data(struct hash *hash, const void *data, size_t size)
{
    uint64_t length = size;
    XXH3_128bits_update(hash->state, &length, sizeof length);
    XXH3_128bits_update(hash->state, data, size);
}

void hash_string(struct hash *hash, const char *string)
{
    hash_data(hash, string ? string : "", string ? strlen(string) : 0);
}

void hash_strings(struct hash *hash, const struct strings *strings)
{
    uint64_t count = strings->count;
    hash_data(hash, &count, sizeof count);
    for (size_t i = 0; i < strings->count; i++)
        hash_string(hash, strings->items[i]);
}

void hash_stat(struct hash *hash, const char *path)
{
    struct stat status = {0};
    char text[128] = "";
    if (!stat(path, &status))
        snprintf(text, sizeof text, "%jd %jd %ld", (intmax_t)status.st_size, (intmax_t)status.st_mtim.tv_sec,
                 status.st_mtim.tv_nsec);
    hash_string(hash, path);
    hash_string(hash, text);
}

void hash_end(struct hash *hash, struct cache_key *ret_key)
{
    XXH128_canonical_t bytes;
    XXH128_canonicalFromHash(&bytes, XXH3_128bits_digest(hash->state));
    for (unsigned i = 0; i < sizeof bytes.digest; i++)
        snprintf(ret_key->text + i * 2, 3, "%02x", bytes.digest[i]);
    XXH3_freeState(hash->state);
    free(hash);
}

bool hash_file(const char *path, struct cache_key *ret_key)
{
    struct text data = {0};
    if (!file_read(path, &data))
        return false;
    struct hash *hash = hash_new();
    hash_data(hash, data.data, data.size);
    hash_end(hash, ret_key);
    text_free(&data);
    return true;
}

static char *manifest_path(const struct home *home, const struct cache_key *key)
{
    return string_format("%s/manifests/%s", home->cache, key->text);
}

/* "HASH SIZE SECONDS.NANOSECONDS PATH" */
static bool is_unchanged(const char *line)
{
    char hash[33];
    intmax_t size, seconds;
    long nanoseconds;
    int path = 0;
    struct stat status;
    if (sscanf(line, "%32s %jd %jd.%ld %n", hash, &size, &seconds, &nanoseconds, &path) != 4 || !path)
        return false;
    if (stat(line + path, &status) || status.st_size != size)
        return false;
    if (status.st_mtim.tv_sec == seconds && status.st_mtim.tv_nsec == nanoseconds)
        return true;
    struct cache_key now;
    return hash_file(line + path, &now) && !strcmp(now.text, hash);
}

char *cache_find(const struct home *home, const struct cache_key *key)
{
    char *path = manifest_path(home, key);
    struct text manifest = {0};
    bool good = file_read(path, &manifest);
    free(path);
    char *save = NULL;
    char *result = good ? strtok_r(manifest.data, "\n", &save) : NULL;
    good = result && strlen(result) == 32 && strspn(result, "0123456789abcdef") == 32;
    for (char *line; good && (line = strtok_r(NULL, "\n", &save));)
        good = is_unchanged(line);
    char *directory = good ? path_join(home->cache, result) : NULL;
    if (directory && !path_is_directory(directory)) {
        free(directory);
        directory = NULL;
    }
    text_free(&manifest);
    return directory;
}

char *cache_keep(const struct home *home, const struct cache_key *key, const struct strings *inputs, const char *work)
{
    struct text lines = {0}, manifest = {0};
    struct hash *all = hash_new();
    hash_string(all, key->text);
    for (size_t i = 0; i < inputs->count; i++) {
        struct cache_key content;
        struct stat status;
        if (stat(inputs->items[i], &status) || !hash_file(inputs->items[i], &content) || strchr(inputs->items[i], '\n'))
            continue;
        hash_string(all, content.text);
        text_print(&lines, "%s %jd %jd.%09ld %s\n", content.text, (intmax_t)status.st_size,
                   (intmax_t)status.st_mtim.tv_sec, status.st_mtim.tv_nsec, inputs->items[i]);
    }
    struct cache_key result;
    hash_end(all, &result);
    char *directory = path_join(home->cache, result.text);
    char *manifests = path_join(home->cache, "manifests");
    char *path = manifest_path(home, key);
    text_print(&manifest, "%s\n%s", result.text, lines.data ? lines.data : "");
    bool good = !rename(work, directory);
    if (!good && (errno == EEXIST || errno == ENOTEMPTY)) {
        directory_remove(work); /* somebody built the same; his is as good as ours, and may be in use */
        good = true;
    }
    good = good && directory_make(manifests, 0777) && file_write(path, manifest.data, manifest.size);
    text_free(&lines);
    text_free(&manifest);
    free(manifests);
    free(path);
    if (good)
        return directory;
    free(directory);
    return NULL;
}

/* What builds left that were killed in the middle. */
static void sweep_work(const struct home *home)
{
    struct strings names = {0};
    directory_list(home->cache, &names);
    for (size_t i = 0; i < names.count; i++) {
        int process = 0;
        if (sscanf(names.items[i], "work-%d-", &process) != 1 || process <= 0 || !kill(process, 0) || errno != ESRCH)
            continue;
        char *path = path_join(home->cache, names.items[i]);
        directory_remove(path);
        free(path);
    }
    strings_free(&names);
}

char *cache_work(const struct home *home, struct build_error *ret_error)
{
    char *pattern = string_format("%s/work-%ld-XXXXXX", home->cache, (long)getpid());
    sweep_work(home);
    if (directory_make(home->cache, 0700) && mkdtemp(pattern))
        return pattern;
    build_fail_host(ret_error, "the cache %s cannot be written to: %s; $XDG_CACHE_HOME may name another directory",
                    home->cache, strerror(errno));
    free(pattern);
    return NULL;
}
