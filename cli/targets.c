/* SPDX-License-Identifier: MIT */
/* The drivers that a command line names. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

void targets_free(struct targets *targets)
{
    for (size_t i = 0; i < targets->count; i++)
        target_free(&targets->items[i]);
    free(targets->items);
    *targets = (struct targets){0};
}

bool targets_find(const char *const *paths, size_t count, bool app, bool debug, struct targets *ret_targets)
{
    struct targets targets = {.items = memory_get((count + 1) * sizeof targets.items[0])};
    for (size_t i = 0; i < count;) {
        struct build_error error;
        size_t size = 1;
        while (is_c_file(paths[i]) && i + size < count && is_c_file(paths[i + size]))
            size++;
        if (!target_find(paths + i, size, app, debug, &targets.items[targets.count], &error)) {
            say("%s", error.message);
            targets_free(&targets);
            return false;
        }
        targets.count++;
        i += size;
    }
    *ret_targets = targets;
    return true;
}
