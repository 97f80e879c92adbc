/* SPDX-License-Identifier: MIT */
/* The command line as one text, as Windows keeps it. */
#include "um.h"

static char *whole;
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* An argument with blanks in it is quoted. */
static void read_command_line(void)
{
    FILE *file = fopen("/proc/self/cmdline", "r");
    size_t size = 0, at = 0;
    char *argument = NULL;
    ssize_t length;
    whole = calloc(1, 1);
    while (file && whole && (length = getdelim(&argument, &size, 0, file)) > 0) {
        char *more = realloc(whole, at + (size_t)length + 4);
        if (!more)
            break;
        whole = more;
        bool quote = !*argument || strpbrk(argument, " \t");
        at += (size_t)sprintf(whole + at, quote ? "%s\"%s\"" : "%s%s", at ? " " : "", argument);
    }
    free(argument);
    if (file)
        fclose(file);
}

LPSTR GetCommandLineA(void)
{
    pthread_once(&once, read_command_line);
    return whole;
}

LPWSTR GetCommandLineW(void)
{
    static LPWSTR wide;
    um_enter();
    if (!wide)
        wide = um_widen(GetCommandLineA());
    um_leave();
    return wide;
}
