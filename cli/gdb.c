/* SPDX-License-Identifier: MIT */
/* kmdock run --gdb: gdb on ourselves, stopped at DriverEntry with the driver's symbols loaded. */
#include "cli/session.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "machine/machine.h"

/* gdb reads its commands from a file without a name, which nobody has to remove. Inherited, so not close-on-exec. */
static int script_open(void)
{
    static const char before[] = "set pagination off\n"
                                 "set follow-fork-mode parent\n"
                                 "set detach-on-fork on\n"
                                 "set debuginfod enabled off\n"
                                 "handle SIGCHLD nostop noprint pass\n";
    const char *machine = machine_gdb_script();
    int file = memfd_create("kmdock-gdb", 0);
    if (file < 0)
        return -1;
    struct text text = {0};
    text_print(&text, "%s%srun\n", before, machine);
    bool good = write(file, text.data, text.size) == (ssize_t)text.size;
    text_free(&text);
    if (good)
        return file;
    close(file);
    return -1;
}

int gdb_start(int argc, char **argv)
{
    char self[4096], script[32];
    ssize_t size = readlink("/proc/self/exe", self, sizeof self - 1);
    int file = script_open();
    if (size <= 0 || file < 0)
        return complain(EXIT_HOST, "gdb cannot be set up: %s", strerror(errno));
    self[size] = 0;
    snprintf(script, sizeof script, "/proc/self/fd/%d", file);
    struct strings words = {0};
    const char *const first[] = {"gdb", "-q", "-x", script, "--args", self, "run", "--gdb-inside"};
    for (size_t i = 0; i < sizeof first / sizeof first[0]; i++)
        strings_add(&words, first[i]);
    bool command = false;
    for (int i = 1; i < argc; i++) {
        command = command || !strcmp(argv[i], "--");
        if (command || strcmp(argv[i], "--gdb"))
            strings_add(&words, argv[i]);
    }
    char **list = memory_get((words.count + 1) * sizeof list[0]);
    memcpy(list, words.items, words.count * sizeof list[0]);
    execvp("gdb", list);
    int error = errno;
    free(list);
    strings_free(&words);
    close(file);
    if (error == ENOENT)
        return complain(EXIT_WRONG, "gdb is not installed; on Debian: apt install gdb");
    return complain(EXIT_HOST, "gdb cannot be started: %s", strerror(error));
}
