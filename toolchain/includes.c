/* SPDX-License-Identifier: MIT */
/*
 * Windows finds `#include "..\Inc\Public.H"` whatever the file's case; Linux does not. So the sources'
 * #include lines are followed, and for every spelling that Linux would not find a header of that very name,
 * which includes the right one, is written into an overlay that the compiler searches too. Files that
 * gcc cannot read as they are (UTF-16, see also rewrite.c) are mirrored, and with them everything that lies beside
 * them.
 */
#include "toolchain/internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    FILES_MAX = 20000,
    NAME_BYTES_MAX = 1024,
};

/* Deep enough that "../../Inc/x.h" below it stays within the overlay. */
#define OVERLAY "overlay/1/2/3/4/5/6/7/8"

struct scan {
    const struct strings *directories;
    const struct strings *system;
    const char *work;
    struct includes *result;
    struct strings forwarded; /* spellings that have their header already */
    bool copied;              /* a file must be compiled from a copy */
    struct build_error *error;
};

/* The next #include of the text: its name, and whether it stands in quotes. */
static bool next_include(const char **at, char ret_name[NAME_BYTES_MAX], bool *ret_quoted)
{
    while (**at) {
        const char *line = *at;
        size_t length = strcspn(line, "\n");
        *at += length + (line[length] == '\n');
        line += strspn(line, " \t\f");
        if (*line++ != '#')
            continue;
        line += strspn(line, " \t");
        if (strncmp(line, "include", 7))
            continue;
        line += 7;
        line += strspn(line, " \t");
        if (*line != '"' && *line != '<')
            continue;
        *ret_quoted = *line == '"';
        size_t name = strcspn(line + 1, *ret_quoted ? "\"\r\n" : ">\r\n");
        if (!name || name >= NAME_BYTES_MAX || (line[name + 1] != '"' && line[name + 1] != '>'))
            continue;
        memcpy(ret_name, line + 1, name);
        ret_name[name] = 0;
        return true;
    }
    return false;
}

/* Names of headers are compared as Windows does. */
static bool same_header(const char *name, const char *header)
{
    while (*name && *header) {
        char a = *name == '\\' ? '/' : *name;
        if (strncasecmp(&a, header, 1))
            return false;
        name++;
        header++;
    }
    return !*name && !*header;
}

/* As the compiler shall see it; `ret_copy`: that is not what the file holds. */
static bool read_source(const char *path, struct text *ret_text, bool *ret_copy)
{
    struct text data = {0};
    if (!file_read(path, &data))
        return false;
    enum text_encoding encoding = text_encoding_of(data.data, data.size);
    *ret_copy = encoding == TEXT_UTF16LE || encoding == TEXT_UTF16BE || encoding == TEXT_ANSI;
    if (*ret_copy) {
        text_decode(ret_text, data.data, data.size, encoding);
        text_add(ret_text, "", 0);
        text_free(&data);
    } else {
        *ret_text = data;
    }
    *ret_copy = source_rewrite(ret_text) || *ret_copy;
    return true;
}

bool file_includes(const char *path, const char *header)
{
    struct text text = {0};
    bool copied, quoted, found = false;
    char name[NAME_BYTES_MAX];
    if (!read_source(path, &text, &copied))
        return false;
    const char *at = text.data;
    while (!found && next_include(&at, name, &quoted))
        found = same_header(name, header);
    text_free(&text);
    return found;
}

static void add_own(struct scan *scan, const char *path)
{
    if (scan->result->own.count < FILES_MAX && !strings_has(&scan->result->own, path))
        strings_add(&scan->result->own, path);
}

static bool forward(struct scan *scan, const char *name, const char *target, bool system)
{
    if (strings_has(&scan->forwarded, name))
        return true;
    strings_add(&scan->forwarded, name);
    if (!scan->result->overlay)
        scan->result->overlay = path_join(scan->work, OVERLAY);
    char *joined = path_join(scan->result->overlay, name);
    char *file = path_clean(joined);
    free(joined);
    char *inside = path_join(scan->work, "overlay/");
    char *directory = path_directory(file);
    char *text = system ? string_format("#include <%s>\n", target) : string_format("#include \"%s\"\n", target);
    bool good = true;
    if (!strncmp(file, inside, strlen(inside)))
        good = (directory_make(scan->result->overlay, 0777) && directory_make(directory, 0777) &&
                file_write(file, text, strlen(text))) ||
               build_fail(scan->error, "%s: %s", file, strerror(errno));
    free(text);
    free(directory);
    free(inside);
    free(file);
    return good;
}

/* In one directory: found as spelled (1), found under another spelling (2), not found (0). */
static int look(const char *directory, const char *name, bool exact, char **ret_path)
{
    char *joined = path_join(directory, name);
    if (exact) {
        if (path_is_file(joined)) {
            *ret_path = path_clean(joined);
            free(joined);
            return 1;
        }
        free(joined);
        return 0;
    }
    free(joined);
    char *path = path_find(directory, name);
    if (path && path_is_file(path)) {
        *ret_path = path;
        return 2;
    }
    free(path);
    return 0;
}

static bool resolve(struct scan *scan, const char *includer, const char *name, bool quoted)
{
    char *here = path_directory(includer);
    char *path = NULL;
    int found = 0;
    bool system = false, good = true;
    const char *root = "";
    for (unsigned exact = 2; !found && exact-- > 0;) {
        if (quoted)
            found = look(here, name, exact, &path);
        for (size_t i = 0; !found && i < scan->directories->count; i++)
            found = look(scan->directories->items[i], name, exact, &path);
        for (size_t i = 0; !found && i < scan->system->count; i++) {
            root = scan->system->items[i];
            found = look(root, name, exact, &path);
            system = found;
        }
    }
    if (found && !system)
        add_own(scan, path);
    if (found == 2) {
        /* By its name, not its place: a header of the SDK may go on to the next of its name. */
        size_t length = strlen(root);
        const char *relative = system && !strncmp(path, root, length) ? path + length + (path[length] == '/') : path;
        good = forward(scan, name, relative, system);
    }
    free(path);
    free(here);
    return good;
}

static bool scan_file(struct scan *scan, const char *path)
{
    struct text text = {0};
    bool copied = false, quoted, good = true;
    char name[NAME_BYTES_MAX];
    if (!read_source(path, &text, &copied))
        return build_fail(scan->error, "%s: %s", path, strerror(errno));
    scan->copied = scan->copied || copied;
    const char *at = text.data;
    while (good && next_include(&at, name, &quoted)) {
        scan->result->wdf = scan->result->wdf || same_header(name, "wdf.h");
        scan->result->scenario = scan->result->scenario || same_header(name, "kmdock/scenario.h");
        good = resolve(scan, path, name, quoted);
    }
    text_free(&text);
    return good;
}

static bool mirror_file(struct scan *scan, const char *path)
{
    struct text text = {0}, out = {0};
    bool copied;
    if (!read_source(path, &text, &copied))
        return build_fail(scan->error, "%s: %s", path, strerror(errno));
    char *to = string_format("%s%s", scan->result->mirror, path);
    char *directory = path_directory(to);
    text_print(&out, "#line 1 \"%s\"\n", path);
    bool marked = text.size >= 3 && !memcmp(text.data, "\xef\xbb\xbf", 3);
    text_add(&out, text.data + (marked ? 3 : 0), text.size - (marked ? 3 : 0));
    bool good = (directory_make(directory, 0777) && file_write(to, out.data, out.size)) ||
                build_fail(scan->error, "%s: %s", to, strerror(errno));
    free(directory);
    free(to);
    text_free(&out);
    text_free(&text);
    return good;
}

bool includes_resolve(const struct strings *sources, const struct strings *directories, const struct strings *system,
                      const char *work, struct includes *ret_includes, struct build_error *ret_error)
{
    *ret_includes = (struct includes){0};
    struct scan scan = {
        .directories = directories, .system = system, .work = work, .result = ret_includes, .error = ret_error};
    bool good = true;
    for (size_t i = 0; i < sources->count; i++)
        add_own(&scan, sources->items[i]);
    for (size_t i = 0; good && i < ret_includes->own.count; i++)
        good = scan_file(&scan, ret_includes->own.items[i]);
    if (good && scan.copied) {
        ret_includes->mirror = path_join(work, "mirror");
        for (size_t i = 0; good && i < ret_includes->own.count; i++)
            good = mirror_file(&scan, ret_includes->own.items[i]);
    }
    strings_free(&scan.forwarded);
    if (!good)
        includes_free(ret_includes);
    return good;
}

void includes_free(struct includes *includes)
{
    strings_free(&includes->own);
    free(includes->overlay);
    free(includes->mirror);
    *includes = (struct includes){0};
}
