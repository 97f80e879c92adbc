/* SPDX-License-Identifier: MIT */
/*
 * What Microsoft's compiler accepts and no option makes gcc or clang accept, in the sources' copies that are compiled:
 * a comma before an empty __VA_ARGS__, the suffixes i64 and ui64, a Ctrl-Z that ends a file, main with an unsigned
 * count. Lines stay where they are.
 */
#include "toolchain/internal.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

struct rewrite {
    const char *at;
    struct text out;
    bool comma;   /* the last token was one */
    bool changed; /* something was rewritten */
};

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static void copy(struct rewrite *rewrite, size_t length)
{
    text_add(&rewrite->out, rewrite->at, length);
    rewrite->at += length;
}

static void replace(struct rewrite *rewrite, size_t length, const char *with)
{
    text_add(&rewrite->out, with, strlen(with));
    rewrite->at += length;
    rewrite->changed = true;
}

/* The length of a comment, or of a string or character with its quotes; 0 if none begins here. */
static size_t skipped(const char *at)
{
    if (at[0] == '/' && at[1] == '/') {
        size_t length = 2;
        while (at[length] && (at[length] != '\n' || at[length - 1] == '\\'))
            length++;
        return length;
    }
    if (at[0] == '/' && at[1] == '*') {
        const char *end = strstr(at + 2, "*/");
        return end ? (size_t)(end - at) + 2 : strlen(at);
    }
    if (*at != '"' && *at != '\'')
        return 0;
    size_t length = 1;
    while (at[length] && at[length] != *at && at[length] != '\n')
        length += at[length] == '\\' && at[length + 1] ? 2 : 1;
    return length + (at[length] == *at);
}

/* "10i64" is 10LL, "10ui64" 10ULL; of the narrower ones only the sign matters. */
static void number(struct rewrite *rewrite)
{
    static const char *const suffixes[][2] = {{"ui64", "ULL"}, {"i64", "LL"}, {"ui32", "U"}, {"i32", ""},
                                              {"ui16", "U"},   {"i16", ""},   {"ui8", "U"},  {"i8", ""}};
    size_t length = 0;
    while (is_word(rewrite->at[length]) || rewrite->at[length] == '.')
        length++;
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        size_t size = strlen(suffixes[i][0]);
        if (length > size && !strncasecmp(rewrite->at + length - size, suffixes[i][0], size)) {
            copy(rewrite, length - size);
            replace(rewrite, size, suffixes[i][1]);
            return;
        }
    }
    copy(rewrite, length);
}

/* main's count has the type int; an annotation may stand before it. */
static void main_count(struct rewrite *rewrite)
{
    static const char *const types[] = {"ULONG", "DWORD", "UINT", "LONG", "UINT32", "ULONG32", "DWORD32", "unsigned"};
    copy(rewrite, strspn(rewrite->at, " \t\r\n"));
    if (*rewrite->at != '(')
        return;
    unsigned depth = 0;
    for (;;) {
        size_t length = skipped(rewrite->at);
        char c = *rewrite->at;
        depth += c == '(';
        depth -= c == ')';
        if (!c || !depth || (c == ',' && depth == 1))
            return;
        while (!length && is_word(rewrite->at[length]))
            for (length = 1; is_word(rewrite->at[length]);)
                length++;
        const char *found = NULL;
        for (size_t i = 0; depth == 1 && i < sizeof types / sizeof types[0]; i++) {
            if (strlen(types[i]) == length && !strncmp(rewrite->at, types[i], length))
                found = types[i];
        }
        if (!found) {
            copy(rewrite, length ? length : 1);
            continue;
        }
        size_t blanks = strspn(rewrite->at + length, " \t");
        bool more = !strcmp(found, "unsigned") && !strncmp(rewrite->at + length + blanks, "int", 3);
        replace(rewrite, length + (more ? blanks + 3 : 0), "int");
        return;
    }
}

static void word(struct rewrite *rewrite)
{
    size_t length = 0;
    while (is_word(rewrite->at[length]))
        length++;
    if (rewrite->comma && length == 11 && !strncmp(rewrite->at, "__VA_ARGS__", length)) {
        replace(rewrite, 0, "##");
        copy(rewrite, length);
        return;
    }
    bool is_main = length == 4 && !strncmp(rewrite->at, "main", length);
    copy(rewrite, length);
    if (is_main)
        main_count(rewrite);
}

bool source_rewrite(struct text *text)
{
    struct rewrite rewrite = {.at = text->data ? text->data : ""};
    while (*rewrite.at) {
        char c = *rewrite.at;
        size_t length = skipped(rewrite.at);
        if (length) {
            copy(&rewrite, length);
            rewrite.comma = rewrite.comma && c == '/';
        } else if (is_word(c)) {
            isdigit((unsigned char)c) ? number(&rewrite) : word(&rewrite);
            rewrite.comma = false;
        } else if (c == 0x1a) {
            replace(&rewrite, 1, "\n");
        } else {
            rewrite.comma = c == ',' || (rewrite.comma && strchr(" \t\r\n\\", c));
            copy(&rewrite, 1);
        }
    }
    if (!rewrite.changed) {
        text_free(&rewrite.out);
        return false;
    }
    text_add(&rewrite.out, "", 0);
    text_free(text);
    *text = rewrite.out;
    return true;
}
