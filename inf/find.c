/* SPDX-License-Identifier: MIT */
/* Sections, keys and %strings% of a parsed file. */
#include "inf/inf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const struct inf_section *inf_section(const struct inf_file *file, const char *name)
{
    assert(name);
    for (unsigned i = 0; i < file->section_count; i++) {
        if (!strcasecmp(file->sections[i].name, name))
            return &file->sections[i];
    }
    return NULL;
}

const struct inf_line *inf_find(const struct inf_section *section, const char *key)
{
    for (unsigned i = 0; section && i < section->line_count; i++) {
        if (section->lines[i].key && !strcasecmp(section->lines[i].key, key))
            return &section->lines[i];
    }
    return NULL;
}

/* The undecorated [Strings] is what a system without a translation shows; else the first translation. */
static const char *string_value(const struct inf_file *file, const char *name, size_t length)
{
    char *key = string_part(name, length);
    const struct inf_line *line = inf_find(inf_section(file, "Strings"), key);
    for (unsigned i = 0; !line && i < file->section_count; i++) {
        if (!strncasecmp(file->sections[i].name, "Strings.", 8))
            line = inf_find(&file->sections[i], key);
    }
    free(key);
    return line && line->value_count ? line->values[0] : NULL;
}

/* %12% and the like name directories of the system, not strings. */
static bool is_directory_id(const char *name, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (name[i] < '0' || name[i] > '9')
            return false;
    }
    return length > 0;
}

/* One pass, as Windows does: a string that itself holds %...% is not expanded again. */
char *inf_expand(const struct inf_file *file, unsigned line, const char *text, struct inf_error *ret_error)
{
    struct text result = {0};
    for (const char *at = text; *at;) {
        const char *end = *at == '%' ? strchr(at + 1, '%') : NULL;
        if (!end) {
            text_char(&result, *at++);
            continue;
        }
        size_t length = (size_t)(end - at) - 1;
        const char *value = length ? string_value(file, at + 1, length) : "%";
        if (!value && !is_directory_id(at + 1, length)) {
            inf_fail(ret_error, file, line, "%%%.*s%% is not defined in [Strings]", (int)(length > 100 ? 100 : length),
                     at + 1);
            text_free(&result);
            return NULL;
        }
        if (value)
            text_string(&result, value);
        else
            text_add(&result, at, length + 2);
        at = end + 1;
    }
    return text_take(&result);
}
