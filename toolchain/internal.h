/* SPDX-License-Identifier: MIT */
/* What the files of toolchain/ share. */
#ifndef KMDOCK_TOOLCHAIN_INTERNAL_H
#define KMDOCK_TOOLCHAIN_INTERNAL_H

#include "toolchain/toolchain.h"

/* -- path.c ---- */

char *path_join(const char *directory, const char *name);
/* Without ".", "..", "//" where that needs no look at the disk. */
char *path_clean(const char *path);
/* Absolute and clean. */
char *path_absolute(const char *path);
char *path_directory(const char *path);
const char *path_name(const char *path);
/* ".c" of "driver.c"; "" if there is none. */
const char *path_extension(const char *path);
/* "driver" of "a/driver.c". */
char *path_stem(const char *path);
bool path_is_file(const char *path);
bool path_is_directory(const char *path);
/*
 * The file that Windows would find under this name: backslashes are slashes, case does not matter.
 * NULL if there is none. The exact spelling wins.
 */
char *path_find(const char *directory, const char *name);
/* Names in a directory, sorted; false if it cannot be read. */
bool directory_list(const char *path, struct strings *ret_names);
void directory_remove(const char *path);

/* -- flags.c: sdk/km/flags.txt and sdk/um/flags.txt ---- */

struct flags_values {
    const struct home *home;
    const char *entry;
};

/* Adds the lines of one [section] ("" is what stands before the first), placeholders replaced. */
bool flags_add(const char *path, const char *section, const struct flags_values *values, struct strings *arguments,
               struct build_error *ret_error);

/* -- process.c ---- */

struct process {
    struct strings arguments;
    const char *directory; /* to start in, NULL: here */
    char *output;          /* file that takes what it writes */
    int status;            /* exit status; 127: not found */
    long id;
};

/* Runs all, `jobs` at a time. False if one could not be started at all or a signal ended it. */
void processes_run(struct process *processes, size_t count, unsigned jobs);
/*
 * Between these two, SIGINT, SIGTERM and SIGHUP end the compilers that run, and no more are started; the second
 * call does not come back then, so whatever is to be cleaned up must be by that time.
 */
void processes_hold_signals(void);
bool processes_interrupted(void);
void processes_release_signals(void);
void process_free(struct process *process);
/* The file that a program's name means in $PATH; NULL if it is not there. */
char *program_find(const char *name);

/* -- includes.c: names without regard to case, and UTF-16 ---- */

struct includes {
    struct strings own; /* every source and header of the driver that was seen */
    bool wdf;           /* one includes wdf.h */
    bool scenario;      /* one includes kmdock/scenario.h */
    char *overlay;      /* -I this last; NULL if every spelling is right */
    char *mirror;       /* sources lie below it, as copies; NULL if all can be compiled where they are */
};

/* Follows the sources' #include lines through `directories`; writes forwarding headers below `work`. */
bool includes_resolve(const struct strings *sources, const struct strings *directories, const struct strings *system,
                      const char *work, struct includes *ret_includes, struct build_error *ret_error);
void includes_free(struct includes *includes);
/* Does this file itself include a header of that name? */
bool file_includes(const char *path, const char *header);

/* -- rewrite.c: what only Microsoft's compiler takes ---- */

/* False: the text may stay as it is. */
bool source_rewrite(struct text *text);

/* -- cache.c: what was built from what ---- */

struct cache_key {
    char text[33];
};

struct hash;
struct hash *hash_new(void);
void hash_string(struct hash *hash, const char *string);
void hash_strings(struct hash *hash, const struct strings *strings);
void hash_data(struct hash *hash, const void *data, size_t size);
/* What tells one file from another without reading it: path, size, time. */
void hash_stat(struct hash *hash, const char *path);
void hash_end(struct hash *hash, struct cache_key *ret_key); /* frees it */
bool hash_file(const char *path, struct cache_key *ret_key);

/* The directory in the cache that holds what `key` was built into, if all files are still what they were; else NULL. */
char *cache_find(const struct home *home, const struct cache_key *key);
/*
 * Moves `work` into the cache as what `key` gives with the files `inputs`; the directory's new place, or NULL
 * with errno.
 */
char *cache_keep(const struct home *home, const struct cache_key *key, const struct strings *inputs, const char *work);
/* A new directory in the cache to work in; NULL with a sentence. */
char *cache_work(const struct home *home, struct build_error *ret_error);

/* -- expression.c: MSBuild's $(Name) and conditions ---- */

struct property {
    char *name;
    char *value;
};

struct properties {
    struct property *items;
    size_t count;
};

void properties_set(struct properties *properties, const char *name, const char *value);
const char *properties_get(const struct properties *properties, const char *name); /* NULL if not set */
void properties_free(struct properties *properties);
/* $(…) replaced; what is not set is empty. */
char *properties_expand(const struct properties *properties, const char *text);
/* 1, 0, or -1 if this is no condition that we understand. `directory`: for Exists. */
int condition_holds(const struct properties *properties, const char *directory, const char *condition);

/* The commands of a build, made of a target (compile.c). */
struct compiler {
    char *cc;
    char *cxx;
    struct strings system; /* the directories of <...> */
    struct strings common, c, cxx_only, link, libraries;
};

bool compiler_for(const struct home *home, const struct target *target, const struct build_options *options, bool wdf,
                  struct compiler *ret_compiler, struct build_error *ret_error);
void compiler_free(struct compiler *compiler);

#endif
