/* SPDX-License-Identifier: MIT */
/* STATUS codes by name. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

#include "cli/status_names.h"

const char *status_name(int32_t status)
{
    unsigned low = 0, high = status_entry_count;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (status_entries[middle].value == (uint32_t)status)
            return status_entries[middle].name;
        if (status_entries[middle].value < (uint32_t)status)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

char *status_explain(const char *text)
{
    struct text result = {0};
    while (*text) {
        char *end = NULL;
        unsigned long value = !strncmp(text, "0x", 2) ? strtoul(text, &end, 16) : 0;
        /* Only what looks like a status of a failure: eight digits, the upper two bits set. */
        const char *name = end && end - text == 10 && value >> 30 == 3 ? status_name((int32_t)value) : NULL;
        if (name) {
            text_print(&result, "%s, %.10s", name, text);
            text += 10;
        } else {
            text_char(&result, *text++);
        }
    }
    return text_take(&result);
}
