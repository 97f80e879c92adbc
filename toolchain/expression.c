/* SPDX-License-Identifier: MIT */
/*
 * MSBuild's properties and conditions, as far as driver projects use them.
 * Page: visualstudio/msbuild/msbuild-conditions.
 */
#include "toolchain/internal.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { DEPTH_MAX = 32, PROPERTIES_MAX = 4096, VALUE_BYTES_MAX = 1 << 20 };

static struct property *find(const struct properties *properties, const char *name)
{
    for (size_t i = 0; i < properties->count; i++) {
        if (!strcasecmp(properties->items[i].name, name))
            return &properties->items[i];
    }
    return NULL;
}

void properties_set(struct properties *properties, const char *name, const char *value)
{
    struct property *property = find(properties, name);
    if (property) {
        char *copy = string_copy(value);
        free(property->value);
        property->value = copy;
        return;
    }
    if (properties->count == PROPERTIES_MAX)
        return;
    properties->items = memory_grow(properties->items, (properties->count + 1) * sizeof *property);
    properties->items[properties->count++] = (struct property){string_copy(name), string_copy(value)};
}

const char *properties_get(const struct properties *properties, const char *name)
{
    const struct property *property = find(properties, name);
    return property ? property->value : NULL;
}

void properties_free(struct properties *properties)
{
    for (size_t i = 0; i < properties->count; i++) {
        free(properties->items[i].name);
        free(properties->items[i].value);
    }
    free(properties->items);
    *properties = (struct properties){0};
}

char *properties_expand(const struct properties *properties, const char *text)
{
    struct text result = {0};
    while (*text && result.size < VALUE_BYTES_MAX) {
        const char *end = text[0] == '$' && text[1] == '(' ? strchr(text, ')') : NULL;
        if (!end) {
            text_char(&result, *text++);
            continue;
        }
        char *name = string_part(text + 2, (size_t)(end - text) - 2);
        const char *value = properties_get(properties, name);
        text_string(&result, value ? value : "");
        free(name);
        text = end + 1;
    }
    return text_take(&result);
}

struct reader {
    const struct properties *properties;
    const char *directory;
    const char *at;
    bool wrong;
    unsigned depth;
};

static bool read_or(struct reader *reader);

static void skip_blanks(struct reader *reader)
{
    reader->at += strspn(reader->at, " \t\r\n");
}

static bool take(struct reader *reader, const char *word)
{
    skip_blanks(reader);
    size_t length = strlen(word);
    if (strncasecmp(reader->at, word, length))
        return false;
    reader->at += length;
    return true;
}

/* 'text with $(Names)', or a bare word, number or $(Name). */
static char *read_operand(struct reader *reader)
{
    skip_blanks(reader);
    const char *start = reader->at;
    size_t length;
    if (*start == '\'') {
        const char *end = strchr(start + 1, '\'');
        if (!end) {
            reader->wrong = true;
            return string_copy("");
        }
        length = (size_t)(end - start) - 1;
        reader->at = end + 1;
        start++;
    } else if (start[0] == '$' && start[1] == '(') {
        const char *end = strchr(start, ')');
        length = end ? (size_t)(end - start) + 1 : 0;
        reader->at += length;
    } else {
        length = strspn(start, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");
        reader->at += length;
    }
    if (!length && start == reader->at)
        reader->wrong = true;
    char *part = string_part(start, length);
    char *value = properties_expand(reader->properties, part);
    free(part);
    return value;
}

static bool read_exists(struct reader *reader)
{
    char *name = read_operand(reader);
    char *found = *name ? path_find(reader->directory, name) : NULL;
    bool result = found != NULL;
    free(found);
    free(name);
    if (!take(reader, ")"))
        reader->wrong = true;
    return result;
}

static bool compare(const char *left, const char *operator, const char * right)
{
    if (!strcmp(operator, "=="))
        return !strcasecmp(left, right);
    if (!strcmp(operator, "!="))
        return strcasecmp(left, right);
    double x = strtod(left, NULL), y = strtod(right, NULL);
    return !strcmp(operator, "<=") ? x <= y : !strcmp(operator, ">=") ? x >= y : operator[0] == '<' ? x < y : x> y;
}

static bool read_one(struct reader *reader)
{
    if (++reader->depth > DEPTH_MAX) {
        reader->wrong = true;
        return false;
    }
    bool result;
    if (reader->at[strspn(reader->at, " \t\r\n")] == '!' && take(reader, "!")) {
        result = !read_one(reader);
    } else if (take(reader, "exists(") || take(reader, "exists (")) {
        result = read_exists(reader);
    } else if (take(reader, "(")) {
        result = read_or(reader);
        if (!take(reader, ")"))
            reader->wrong = true;
    } else {
        char *left = read_operand(reader);
        static const char *const operators[] = {"==", "!=", "<=", ">=", "<", ">"};
        const char *operator= NULL;
        for (unsigned i = 0; i < 6 && !operator; i++)
            operator= take(reader, operators[i]) ? operators[i] : NULL;
        char *right = operator? read_operand(reader) : NULL;
        result = operator? compare(left, operator, right) : !strcasecmp(left, "true");
        free(left);
        free(right);
    }
    reader->depth--;
    return result;
}

static bool read_and(struct reader *reader)
{
    bool result = read_one(reader);
    while (!reader->wrong && take(reader, "and"))
        result = read_one(reader) && result;
    return result;
}

static bool read_or(struct reader *reader)
{
    bool result = read_and(reader);
    while (!reader->wrong && take(reader, "or"))
        result = read_and(reader) || result;
    return result;
}

int condition_holds(const struct properties *properties, const char *directory, const char *condition)
{
    struct reader reader = {.properties = properties, .directory = directory, .at = condition};
    skip_blanks(&reader);
    if (!*reader.at)
        return 1;
    bool result = read_or(&reader);
    skip_blanks(&reader);
    return reader.wrong || *reader.at ? -1 : result;
}
