/* SPDX-License-Identifier: MIT */
/* Any bytes as a project file. Names in it are looked up on the disk, so it lies in an empty directory of its own. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "toolchain/internal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char path[64];

static void remove_directory(void)
{
    unlink(path);
    *strrchr(path, '/') = 0;
    rmdir(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!path[0]) {
        strcpy(path, "/dev/shm/kmdock-fuzz-XXXXXX");
        if (!mkdtemp(path))
            abort();
        strcat(path, "/a.vcxproj");
        atexit(remove_directory);
    }
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0 || write(file, data, size) != (ssize_t)size)
        abort();
    close(file);
    struct build_error error;
    struct target target = {.kind = TARGET_DRIVER};
    project_read(path, true, &target, &error);
    target_free(&target);
    return 0;
}
