/* SPDX-License-Identifier: MIT */
/*
 * The framework's functions that a driver calls and that wdfldr.sys does not have yet. They are no imports: a
 * driver reaches them through a table, so its sources are looked at.
 */
#include "toolchain/internal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_BYTES_MAX = 128 };

/* "name<TAB>index<TAB>done|missing" */
static bool is_missing(const char *table, const char *name)
{
    size_t length = strlen(name);
    for (const char *line = table; *line;) {
        size_t size = strcspn(line, "\n");
        if (size > length && !strncmp(line, name, length) && line[length] == '\t') {
            const char *state = memchr(line + length + 1, '\t', size - length - 1);
            return state && !strncmp(state, "\tmissing", 8);
        }
        line += size + (line[size] == '\n');
    }
    return false;
}

/* Behind a comment or a literal that starts here; `at` itself if none does. */
static const char *skip_quiet(const char *at)
{
    if (at[0] == '/' && at[1] == '/')
        return at + strcspn(at, "\n");
    if (at[0] == '/' && at[1] == '*') {
        const char *end = strstr(at + 2, "*/");
        return end ? end + 2 : at + strlen(at);
    }
    if (*at != '"' && *at != '\'')
        return at;
    for (const char *end = at + 1; *end && *end != '\n'; end++) {
        if (*end == *at)
            return end + 1;
        end += *end == '\\' && end[1];
    }
    return at + 1;
}

/* Every name of the form Wdf… that an opening parenthesis follows. */
static void scan(const char *text, const char *table, struct strings *missing)
{
    while (*text) {
        const char *behind = skip_quiet(text);
        if (behind != text) {
            text = behind;
            continue;
        }
        size_t length = 0;
        while (isalnum((unsigned char)text[length]) || text[length] == '_')
            length++;
        const char *after = text + length + strspn(text + length, " \t\r\n");
        if (length > 3 && length < NAME_BYTES_MAX && !strncmp(text, "Wdf", 3) && *after == '(') {
            char name[NAME_BYTES_MAX];
            memcpy(name, text, length);
            name[length] = 0;
            if (!strings_has(missing, name) && is_missing(table, name))
                strings_add(missing, name);
        }
        text += length ? length : 1;
    }
}

void framework_check(const struct home *home, const struct target *target, struct strings *missing)
{
    char *path = path_join(home->guest, "wdf_functions_have.tsv");
    struct text table = {0};
    if (file_read(path, &table)) {
        for (size_t i = 0; i < target->sources.count; i++) {
            struct text data = {0}, text = {0};
            if (!file_read(target->sources.items[i], &data))
                continue;
            text_decode(&text, data.data, data.size, text_encoding_of(data.data, data.size));
            text_add(&text, "", 0);
            scan(text.data, table.data, missing);
            text_free(&text);
            text_free(&data);
        }
    }
    text_free(&table);
    free(path);
}
