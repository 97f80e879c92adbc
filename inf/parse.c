/* SPDX-License-Identifier: MIT */
/*
 * The syntax of INF files: sections, keys, values, quotes, comments, lines that go on.
 * Page: install/general-syntax-rules-for-inf-files.
 */
#include "inf/inf.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    LINES_MAX = 1 << 20,
    SECTION_NAME_MAX = 255, /* LINE_LEN of Windows' setup */
};

struct parser {
    struct inf_file *file;
    struct inf_error *error;
    const char *text;
    size_t size;
    size_t position;
    unsigned line;
    unsigned section; /* index of the section that lines go to, or ~0 */
};

bool inf_fail(struct inf_error *ret_error, const struct inf_file *file, unsigned line, const char *format, ...)
{
    char *message = ret_error->message;
    int used = line ? snprintf(message, INF_MESSAGE_MAX, "%s:%u: ", file->path, line)
                    : snprintf(message, INF_MESSAGE_MAX, "%s: ", file->path);
    va_list arguments;
    va_start(arguments, format);
    if (used > 0 && used < INF_MESSAGE_MAX)
        vsnprintf(message + used, (size_t)(INF_MESSAGE_MAX - used), format, arguments);
    va_end(arguments);
    return false;
}

static int parser_peek(const struct parser *parser)
{
    return parser->position < parser->size ? (unsigned char)parser->text[parser->position] : -1;
}

static bool is_end(int c)
{
    return c == -1 || c == '\n' || c == '\r' || c == 0x1a; /* editors of DOS times end a file with Ctrl-Z */
}

static void skip_blanks(struct parser *parser)
{
    while (parser_peek(parser) == ' ' || parser_peek(parser) == '\t')
        parser->position++;
}

static void skip_rest(struct parser *parser)
{
    while (!is_end(parser_peek(parser)))
        parser->position++;
    if (parser_peek(parser) == 0x1a) {
        parser->position = parser->size;
        return;
    }
    if (parser_peek(parser) == '\r')
        parser->position++;
    if (parser_peek(parser) == '\n')
        parser->position++;
    parser->line++;
}

/* A backslash that only blanks and a comment follow joins the next line. */
static bool skip_continuation(struct parser *parser)
{
    size_t start = parser->position;
    parser->position++;
    skip_blanks(parser);
    int c = parser_peek(parser);
    if (c == ';' || is_end(c)) {
        skip_rest(parser);
        return true;
    }
    parser->position = start;
    return false;
}

static bool read_quoted(struct parser *parser, struct text *value)
{
    assert(parser_peek(parser) == '"');
    parser->position++;
    for (;;) {
        int c = parser_peek(parser);
        if (is_end(c)) {
            /* Windows ends the string with the line; a person who wrote that wants to know. */
            return inf_fail(parser->error, parser->file, parser->line, "the quotation mark is not closed on this line");
        }
        parser->position++;
        if (c == '"' && parser_peek(parser) != '"')
            return true;
        if (c == '"')
            parser->position++;
        text_char(value, (char)c);
    }
}

/* One value or key up to ',', '=' (if `key`), a comment or the end of the line; blanks around it are dropped. */
static bool read_value(struct parser *parser, bool key, char **ret_value)
{
    struct text value = {0};
    size_t kept = 0; /* size without trailing blanks that no quotes protect */
    skip_blanks(parser);
    for (;;) {
        int c = parser_peek(parser);
        if (is_end(c) || c == ';' || c == ',' || (key && c == '='))
            break;
        if (c == '"') {
            if (!read_quoted(parser, &value)) {
                text_free(&value);
                return false;
            }
            kept = value.size;
            continue;
        }
        if (c == '\\' && skip_continuation(parser)) {
            skip_blanks(parser);
            continue;
        }
        parser->position++;
        text_char(&value, (char)c);
        if (c != ' ' && c != '\t')
            kept = value.size;
    }
    *ret_value = string_part(value.data ? value.data : "", kept);
    text_free(&value);
    return true;
}

static void line_value(struct inf_line *line, char *value)
{
    if ((line->value_count & (line->value_count - 1)) == 0)
        line->values =
            memory_grow(line->values, (line->value_count ? line->value_count * 2 : 1) * sizeof line->values[0]);
    line->values[line->value_count++] = value;
}

static void line_free(struct inf_line *line)
{
    for (unsigned i = 0; i < line->value_count; i++)
        free(line->values[i]);
    free(line->values);
    free(line->key);
}

static bool read_values(struct parser *parser, struct inf_line *line)
{
    for (;;) {
        char *value;
        if (!read_value(parser, false, &value))
            return false;
        line_value(line, value);
        if (parser_peek(parser) != ',')
            return true;
        parser->position++;
    }
}

static bool read_line(struct parser *parser, struct inf_line *line)
{
    char *first;
    line->number = parser->line;
    if (!read_value(parser, true, &first))
        return false;
    if (parser_peek(parser) == '=') {
        parser->position++;
        line->key = first;
        return read_values(parser, line);
    }
    line_value(line, first);
    if (parser_peek(parser) != ',')
        return true;
    parser->position++;
    return read_values(parser, line);
}

static bool add_line(struct parser *parser)
{
    struct inf_line line = {0};
    bool good = read_line(parser, &line);
    if (good && parser->section == ~0u)
        good = inf_fail(parser->error, parser->file, line.number, "this line stands before the first [section]");
    if (!good) {
        line_free(&line);
        return false;
    }
    struct inf_section *section = &parser->file->sections[parser->section];
    if ((section->line_count & (section->line_count - 1)) == 0)
        section->lines = memory_grow(section->lines, (section->line_count ? section->line_count * 2 : 1) * sizeof line);
    section->lines[section->line_count++] = line;
    return true;
}

static bool add_section(struct parser *parser)
{
    struct inf_file *file = parser->file;
    size_t start = ++parser->position;
    while (!is_end(parser_peek(parser)) && parser_peek(parser) != ']')
        parser->position++;
    if (parser_peek(parser) != ']')
        return inf_fail(parser->error, file, parser->line, "the section's name has no closing bracket");
    size_t length = parser->position - start;
    if (length == 0 || length > SECTION_NAME_MAX)
        return inf_fail(parser->error, file, parser->line, "a section's name has 1 to %d characters", SECTION_NAME_MAX);
    parser->position++;
    char *name = string_part(parser->text + start, length);
    for (parser->section = 0; parser->section < file->section_count; parser->section++) {
        if (!strcasecmp(file->sections[parser->section].name, name)) {
            free(name);
            return true;
        }
    }
    if ((file->section_count & (file->section_count - 1)) == 0)
        file->sections =
            memory_grow(file->sections, (file->section_count ? file->section_count * 2 : 1) * sizeof file->sections[0]);
    file->sections[file->section_count++] = (struct inf_section){.name = name, .number = parser->line};
    return true;
}

static bool parse_all(struct parser *parser)
{
    while (parser->position < parser->size) {
        skip_blanks(parser);
        int c = parser_peek(parser);
        if (c == '[') {
            if (!add_section(parser))
                return false;
        } else if (!is_end(c) && c != ';') {
            if (!add_line(parser))
                return false;
        }
        if (parser->line > LINES_MAX)
            return inf_fail(parser->error, parser->file, parser->line, "the file has more than %d lines", LINES_MAX);
        skip_rest(parser);
    }
    return true;
}

struct inf_file *inf_parse(const char *path, const void *data, size_t size, struct inf_error *ret_error)
{
    struct text text = {0};
    text_decode(&text, data, size, text_encoding_of(data, size));
    struct inf_file *file = memory_get(sizeof *file);
    file->path = string_copy(path);
    struct parser parser = {
        .file = file, .error = ret_error, .text = text.data, .size = text.size, .line = 1, .section = ~0u};
    bool good = parse_all(&parser);
    if (good && !file->section_count)
        good = inf_fail(ret_error, file, 0, "this is no INF file: it has no [section]");
    text_free(&text);
    if (good)
        return file;
    inf_close(file);
    return NULL;
}

struct inf_file *inf_read(const char *path, struct inf_error *ret_error)
{
    struct text data = {0};
    if (!file_read(path, &data)) {
        struct inf_file named = {.path = (char *)path};
        inf_fail(ret_error, &named, 0, "%s", strerror(errno));
        return NULL;
    }
    struct inf_file *file = inf_parse(path, data.data, data.size, ret_error);
    text_free(&data);
    return file;
}

void inf_close(struct inf_file *file)
{
    if (!file)
        return;
    for (unsigned i = 0; i < file->section_count; i++) {
        for (unsigned j = 0; j < file->sections[i].line_count; j++)
            line_free(&file->sections[i].lines[j]);
        free(file->sections[i].lines);
        free(file->sections[i].name);
    }
    free(file->sections);
    free(file->path);
    free(file);
}
