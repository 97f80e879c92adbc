/* SPDX-License-Identifier: MIT */
/*
 * From what people name on the command line to a .sys: which files are meant, how they are compiled,
 * and where the result is kept. Nothing is ever written into a source directory.
 */
#ifndef KMDOCK_TOOLCHAIN_H
#define KMDOCK_TOOLCHAIN_H

#include "inf/text.h"

enum { TOOLCHAIN_MESSAGE_MAX = 2048 };

/* What is wrong, as a person should read it. */
struct build_error {
    char message[TOOLCHAIN_MESSAGE_MAX];
    bool host; /* nothing is wrong with what was asked: the cache, the disk, the installation are */
};

/* Always false, so that a function can end with it. */
bool build_fail(struct build_error *ret_error, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool build_fail_host(struct build_error *ret_error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* -- home.c: what the command needs at run time ------------------------------------------------ */

struct home {
    char *path;  /* $KMDOCK_HOME, else home/ beside the executable, else ../share/kmdock */
    char *sdk;   /* path/sdk */
    char *guest; /* path/guest */
    char *um;    /* path/um */
    char *cache; /* $XDG_CACHE_HOME/kmdock; made on first use */
};

bool home_find(struct home *ret_home, struct build_error *ret_error);
void home_free(struct home *home);

/* -- target.c: what is meant --------------------------------------------------------------------- */

enum target_kind {
    TARGET_DRIVER,
    TARGET_APP,
    TARGET_IMAGE, /* a .sys that somebody else built */
};

struct target {
    enum target_kind kind;
    char *given;            /* as it was named on the command line */
    char *name;             /* "echo": the image is name.sys */
    char *directory;        /* where relative names start; absolute */
    char *image;            /* TARGET_IMAGE: the file */
    char *inf;              /* the .inx or .inf, NULL if there is none */
    struct strings sources; /* absolute paths */
    struct strings include_directories;
    struct strings defines; /* "NAME" or "NAME=VALUE" */
    struct strings undefines;
    struct strings forced_includes;
    struct strings options; /* further ones for the compiler, in order */
    struct strings link_options;
    struct strings watched; /* further files that the result depends on: the project file */
};

/*
 * One TARGET, or several C files that make one driver. Prefers the driver where a directory holds an
 * app's project too, unless `app`.
 */
bool target_find(const char *const *paths, size_t count, bool app, bool debug, struct target *ret_target,
                 struct build_error *ret_error);
void target_free(struct target *target);
bool is_c_file(const char *path);
bool is_cxx_file(const char *path);

/* -- project.c: a .vcxproj ------------------------------------------------------------------------- */

/* Reads the project into the target: sources, directories, definitions, name, kind. For x64. */
bool project_read(const char *path, bool debug, struct target *target, struct build_error *ret_error);

/* -- build.c --------------------------------------------------------------------------------------- */

struct build_options {
    bool debug;         /* DBG=1, and what helps a debugger */
    bool explore;       /* instrumented */
    int wdf;            /* 1 links KMDF's entry, 0 does not, -1: if a source includes wdf.h */
    bool verbose;       /* shows the commands */
    bool quiet;         /* shows no warnings of a build that succeeded */
    const char *output; /* NULL: in the cache only */
};

struct built {
    char *image;   /* in the cache, or the given .sys, or options.output */
    char *symbols; /* image.dbg, NULL if there is none */
    bool fresh;    /* compiled just now */
    double seconds;
};

/* Builds what is not in the cache yet. The compiler's own lines go to stderr. */
bool target_build(const struct home *home, const struct target *target, const struct build_options *options,
                  struct built *ret_built, struct build_error *ret_error);
void built_free(struct built *built);

/* Compiles one source into `object` with nothing cached: `kmdock-cc -c`. `argument`s as in struct target. */
bool target_compile_only(const struct home *home, const struct target *target, const struct build_options *options,
                         struct build_error *ret_error);

/* -- imports.c: what an image wants from the kernel ------------------------------------------------- */

struct import {
    char *module; /* "ntoskrnl.exe" */
    char *name;   /* or "#12" for an ordinal */
};

struct imports {
    struct import *items;
    size_t count;
};

/* The imports of a driver's image; false with a sentence if it is no x64 driver image. */
bool imports_read(const char *path, struct imports *ret_imports, struct build_error *ret_error);
bool imports_parse(const void *data, size_t size, struct imports *ret_imports, const char **ret_why);
void imports_free(struct imports *imports);

/*
 * Those of them that our kernel does not have: `absent` will not load, `missing` are there but say
 * their name and stop when they are called. By home/guest/nt_exports.tsv.
 */
bool imports_check(const struct home *home, const struct imports *imports, struct strings *absent,
                   struct strings *missing, struct build_error *ret_error);

/* -- framework.c ----------------------------------------------------------------------------------- */

/* The framework's functions that the target's sources call and that wdfldr.sys does not have yet. */
void framework_check(const struct home *home, const struct target *target, struct strings *missing);

#endif
