/* SPDX-License-Identifier: MIT */
/*
 * Growable text, files as text, and the encodings in which Windows people save their files.
 * Memory that is not there ends the program with a sentence: these are tools of a developer's
 * command line, and half an INF is worth nothing.
 */
#ifndef KMDOCK_INF_TEXT_H
#define KMDOCK_INF_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text {
    char *data; /* always ends in a zero byte once something was added; NULL before */
    size_t size;
    size_t room;
};

void *memory_get(size_t bytes);
void *memory_grow(void *block, size_t bytes);
char *string_copy(const char *string);
char *string_part(const char *string, size_t length);
char *string_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

void text_add(struct text *text, const void *data, size_t size);
void text_char(struct text *text, char c);
void text_string(struct text *text, const char *string);
void text_print(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_vprint(struct text *text, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
void text_utf8(struct text *text, uint32_t code);
void text_free(struct text *text);
/* The string, which is the caller's from now on; never NULL. */
char *text_take(struct text *text);

/* A list of strings that owns them. */
struct strings {
    char **items;
    size_t count;
    size_t room;
};

void strings_add(struct strings *list, const char *string);
void strings_take(struct strings *list, char *string);
bool strings_has(const struct strings *list, const char *string);
void strings_sort(struct strings *list);
void strings_free(struct strings *list);

enum text_encoding {
    TEXT_ANSI, /* no mark, and not valid UTF-8: Windows-1252 */
    TEXT_UTF8,
    TEXT_UTF8_MARK,
    TEXT_UTF16LE,
    TEXT_UTF16BE,
};

/* What the bytes are; UTF-16 is known by its mark, or by zero bytes in every second place. */
enum text_encoding text_encoding_of(const void *data, size_t size);
/* Adds the bytes as UTF-8, without a mark; what cannot be decoded becomes U+FFFD. */
void text_decode(struct text *text, const void *data, size_t size, enum text_encoding encoding);
/* The other way; characters that ANSI lacks become question marks. */
void text_encode(struct text *text, const char *utf8, size_t size, enum text_encoding encoding);
/* Decodes one character of UTF-8; `*position` < `size` and moves on by at least one byte. */
uint32_t text_next(const char *utf8, size_t size, size_t *position);

/* The file's bytes; false with errno if it cannot be read. Files above 64 MiB are EFBIG. */
bool file_read(const char *path, struct text *ret_data);
/* Writes beside the file and renames, so that nobody sees half of it; false with errno. */
bool file_write(const char *path, const void *data, size_t size);
/* Every directory of the path, with `mode`; false with errno. */
bool directory_make(const char *path, unsigned mode);

#endif
