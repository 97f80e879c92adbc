/* SPDX-License-Identifier: MIT */
/* Where the SDK, the guest's images and the cache are. */
#include "toolchain/internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool build_fail(struct build_error *ret_error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(ret_error->message, sizeof ret_error->message, format, arguments);
    va_end(arguments);
    ret_error->host = false;
    return false;
}

bool build_fail_host(struct build_error *ret_error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(ret_error->message, sizeof ret_error->message, format, arguments);
    va_end(arguments);
    ret_error->host = true;
    return false;
}

static char *executable_directory(void)
{
    char path[4096];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path - 1);
    if (size <= 0)
        return string_copy(".");
    path[size] = 0;
    return path_directory(path);
}

/* A directory of that name that holds something else is not meant. */
static bool is_home(const char *path)
{
    char *sdk = path_join(path, "sdk"), *guest = path_join(path, "guest");
    bool good = path_is_directory(sdk) && path_is_directory(guest);
    free(sdk);
    free(guest);
    return good;
}

static char *cache_directory(void)
{
    const char *given = getenv("XDG_CACHE_HOME"), *user = getenv("HOME");
    if (given && given[0] == '/')
        return path_join(given, "kmdock");
    if (user && user[0] == '/')
        return string_format("%s/.cache/kmdock", user);
    return string_format("/tmp/kmdock-cache-%lu", (unsigned long)geteuid());
}

bool home_find(struct home *ret_home, struct build_error *ret_error)
{
    const char *given = getenv("KMDOCK_HOME");
    char *beside = executable_directory();
    char *candidates[3] = {given && *given ? path_absolute(given) : NULL, path_join(beside, "home"),
                           path_join(beside, "../share/kmdock")};
    char *path = NULL;
    for (unsigned i = candidates[0] ? 0 : 1; i < (candidates[0] ? 1 : 3) && !path; i++) {
        if (is_home(candidates[i]))
            path = path_clean(candidates[i]);
    }
    if (!path)
        build_fail_host(ret_error,
                        "the kernel's images and headers are not at %s%s; set KMDOCK_HOME to their directory",
                        candidates[0] ? candidates[0] : candidates[1], candidates[0] ? "" : " nor in ../share/kmdock");
    for (unsigned i = 0; i < 3; i++)
        free(candidates[i]);
    free(beside);
    if (!path)
        return false;
    *ret_home = (struct home){.path = path,
                              .sdk = path_join(path, "sdk"),
                              .guest = path_join(path, "guest"),
                              .um = path_join(path, "um"),
                              .cache = cache_directory()};
    return true;
}

void home_free(struct home *home)
{
    free(home->path);
    free(home->sdk);
    free(home->guest);
    free(home->um);
    free(home->cache);
    *home = (struct home){0};
}
