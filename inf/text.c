/* SPDX-License-Identifier: MIT */
/* Growable text, lists of strings, whole files. */
#include "inf/text.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_BYTES_MAX = 64 << 20 };

void *memory_grow(void *block, size_t bytes)
{
    void *grown = realloc(block, bytes ? bytes : 1);
    if (!grown) {
        fprintf(stderr, "kmdock: out of memory (%zu bytes were wanted)\n", bytes);
        exit(3);
    }
    return grown;
}

void *memory_get(size_t bytes)
{
    void *block = memory_grow(NULL, bytes);
    memset(block, 0, bytes);
    return block;
}

char *string_part(const char *string, size_t length)
{
    char *copy = memory_grow(NULL, length + 1);
    if (length)
        memcpy(copy, string, length);
    copy[length] = 0;
    return copy;
}

char *string_copy(const char *string)
{
    return string_part(string, strlen(string));
}

char *string_format(const char *format, ...)
{
    struct text text = {0};
    va_list arguments;
    va_start(arguments, format);
    text_vprint(&text, format, arguments);
    va_end(arguments);
    return text_take(&text);
}

static void text_reserve(struct text *text, size_t more)
{
    if (text->room - text->size > more)
        return;
    size_t room = text->room * 2 > text->size + more + 1 ? text->room * 2 : text->size + more + 64;
    text->data = memory_grow(text->data, room);
    text->room = room;
    assert(text->room - text->size > more);
}

void text_add(struct text *text, const void *data, size_t size)
{
    text_reserve(text, size);
    if (size)
        memcpy(text->data + text->size, data, size);
    text->size += size;
    text->data[text->size] = 0;
}

void text_char(struct text *text, char c)
{
    text_add(text, &c, 1);
}

void text_string(struct text *text, const char *string)
{
    text_add(text, string, strlen(string));
}

void text_vprint(struct text *text, const char *format, va_list arguments)
{
    va_list again;
    assert(format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    assert(length >= 0);
    text_reserve(text, (size_t)length + 1);
    vsnprintf(text->data + text->size, (size_t)length + 1, format, again);
    va_end(again);
    text->size += (size_t)length;
}

void text_print(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_vprint(text, format, arguments);
    va_end(arguments);
}

void text_free(struct text *text)
{
    free(text->data);
    *text = (struct text){0};
}

char *text_take(struct text *text)
{
    text_reserve(text, 0);
    text->data[text->size] = 0;
    char *string = text->data;
    *text = (struct text){0};
    return string;
}

void strings_take(struct strings *list, char *string)
{
    if (list->count == list->room) {
        list->room = list->room ? list->room * 2 : 8;
        list->items = memory_grow(list->items, list->room * sizeof list->items[0]);
    }
    list->items[list->count++] = string;
}

void strings_add(struct strings *list, const char *string)
{
    strings_take(list, string_copy(string));
}

bool strings_has(const struct strings *list, const char *string)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!strcmp(list->items[i], string))
            return true;
    }
    return false;
}

static int string_order(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void strings_sort(struct strings *list)
{
    if (list->count > 1)
        qsort(list->items, list->count, sizeof list->items[0], string_order);
}

void strings_free(struct strings *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    free(list->items);
    *list = (struct strings){0};
}

static bool descriptor_read(int file, struct text *data)
{
    char part[16384];
    for (;;) {
        ssize_t count = read(file, part, sizeof part);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        if (count == 0)
            return true;
        text_add(data, part, (size_t)count);
        if (data->size > FILE_BYTES_MAX) {
            errno = EFBIG;
            return false;
        }
    }
}

bool file_read(const char *path, struct text *ret_data)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    struct text data = {0};
    struct stat status;
    if (!fstat(file, &status) && status.st_size > 0 && status.st_size <= FILE_BYTES_MAX)
        text_reserve(&data, (size_t)status.st_size + 1);
    bool good = descriptor_read(file, &data);
    int error = errno;
    close(file);
    if (!good) {
        text_free(&data);
        errno = error;
        return false;
    }
    text_add(&data, "", 0);
    *ret_data = data;
    return true;
}

static bool descriptor_write(int file, const char *data, size_t size)
{
    while (size > 0) {
        ssize_t count = write(file, data, size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        data += count;
        size -= (size_t)count;
    }
    return true;
}

/* A device or a pipe is written to; renaming a file over it would put a file in its place. */
static bool special_write(const char *path, const void *data, size_t size)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    bool good = file >= 0 && descriptor_write(file, data, size);
    int error = errno;
    if (file >= 0 && close(file) && good)
        return false;
    errno = error;
    return good;
}

bool file_write(const char *path, const void *data, size_t size)
{
    struct stat status;
    if (!stat(path, &status) && !S_ISREG(status.st_mode))
        return special_write(path, data, size);
    char *beside = string_format("%s.%ld.new", path, (long)getpid());
    int file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    bool good = file >= 0;
    if (good) {
        good = descriptor_write(file, data, size);
        good = close(file) == 0 && good;
        good = good && rename(beside, path) == 0;
        int error = errno;
        if (!good)
            unlink(beside);
        errno = error;
    }
    free(beside);
    return good;
}

bool directory_make(const char *path, unsigned mode)
{
    char *copy = string_copy(path);
    bool good = true;
    for (char *end = copy + 1; good && *copy; end++) {
        bool last = *end == 0;
        if (*end != '/' && !last)
            continue;
        *end = 0;
        good = mkdir(copy, mode) == 0 || errno == EEXIST;
        if (last)
            break;
        *end = '/';
    }
    int error = errno;
    free(copy);
    errno = error;
    return good;
}
