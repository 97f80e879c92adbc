/* SPDX-License-Identifier: MIT */
/* The SDK's own list of compiler and linker arguments. */
#include "toolchain/internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static char *replace(char *text, const char *what, const char *with)
{
    for (char *at; (at = strstr(text, what));) {
        char *next = string_format("%.*s%s%s", (int)(at - text), text, with, at + strlen(what));
        free(text);
        text = next;
    }
    return text;
}

/* mingw-w64's DDK headers lie in another place on each distribution. */
static const char *ddk_directory(void)
{
    static const char *const places[] = {
        "/usr/share/mingw-w64/include/ddk",
        "/usr/x86_64-w64-mingw32/include/ddk",
        "/usr/x86_64-w64-mingw32/sys-root/mingw/include/ddk",
        "/opt/homebrew/opt/mingw-w64/toolchain-x86_64/x86_64-w64-mingw32/include/ddk",
    };
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        if (path_is_directory(places[i]))
            return places[i];
    }
    return places[0];
}

bool flags_add(const char *path, const char *section, const struct flags_values *values, struct strings *arguments,
               struct build_error *ret_error)
{
    struct text file = {0};
    if (!file_read(path, &file))
        return build_fail(ret_error, "%s: %s", path, strerror(errno));
    char *save = NULL;
    bool inside = !*section;
    for (char *line = strtok_r(file.data, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        line[strcspn(line, "\r")] = 0;
        size_t length = strlen(line);
        while (length && (line[length - 1] == ' ' || line[length - 1] == '\t'))
            line[--length] = 0;
        if (line[0] == '[' && line[length - 1] == ']') {
            inside = length - 2 == strlen(section) && !strncmp(line + 1, section, length - 2);
            continue;
        }
        if (!inside || line[0] == '#' || !line[0])
            continue;
        char *argument = replace(string_copy(line), "@SDK@", values->home->sdk);
        argument = replace(argument, "@DDK@", ddk_directory());
        argument = replace(argument, "@GUEST@", values->home->guest);
        argument = replace(argument, "@UM@", values->home->um);
        argument = replace(argument, "@ENTRY@", values->entry ? values->entry : "DriverEntry");
        strings_take(arguments, argument);
    }
    text_free(&file);
    return true;
}
