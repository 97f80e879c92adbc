/* SPDX-License-Identifier: MIT */
/*
 * A stack for a person: which frame is the driver's own, what is left out, which words stand for a file. The inline
 * wrappers of the headers that a driver includes are nobody's code: their call sites tell more.
 */
#include "machine/frames.h"

#include <string.h>
#include <unistd.h>

enum {
    CONTEXT_LINES = 2, /* of source, before and behind the wrong one */
    LINE_MAX_BYTES = 512,
    COLUMNS_MAX = 108,
};

/* Parts of the paths of headers that come with the compiler or with us. */
static const char *const header_places[] = {"/sdk/wdf/", "/sdk/km/", "/mingw-w64/include/", "/x86_64-w64-mingw32/",
                                            "/lib/gcc/"};

static bool is_header(const struct machine_frame *frame)
{
    for (size_t i = 0; i < sizeof(header_places) / sizeof(header_places[0]); i++) {
        if (strstr(frame->file, header_places[i])) {
            return true;
        }
    }
    return false;
}

static bool is_driver_code(const struct machine_frame *frame)
{
    return frame->image[0] && !frame->core;
}

static bool is_teller(const struct machine_frame *frame)
{
    static const char *const tellers[] = {"/nt/ke/report.c", "/nt/kd/services.c", "/wdf/verify.c"};
    for (size_t i = 0; i < sizeof(tellers) / sizeof(tellers[0]); i++) {
        if (strstr(frame->file, tellers[i])) {
            return true;
        }
    }
    return false;
}

/* What the kernel and the framework do inside is theirs; the functions that have a documentation page stay. */
static void hide_core(struct machine_frame *frames, uint32_t count, bool told)
{
    uint32_t first = 0; /* not of the core */
    while (first < count && frames[first].core) {
        first++;
    }
    if (first == count) { /* no driver took part */
        for (uint32_t i = 0; told && i < count && is_teller(&frames[i]); i++) {
            frames[i].hidden = true;
        }
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        char letter = frames[i].function[0];
        bool documented = letter >= 'A' && letter <= 'Z';
        bool telling = told && i + 1 < first; /* the driver's call is the last of these */
        bool faulting = !told && i == 0;
        frames[i].hidden = frames[i].core && !faulting && (telling || !documented);
    }
}

void frames_mark(struct machine_frame *frames, uint32_t count, bool told)
{
    struct machine_frame *driver = NULL, *any = NULL;
    hide_core(frames, count, told);
    for (uint32_t i = 0; i < count; i++) {
        struct machine_frame *frame = &frames[i];
        bool header = is_driver_code(frame) && is_header(frame);
        bool called = i + 1 < count && is_driver_code(&frames[i + 1]);
        frame->driver = false;
        frame->hidden = frame->hidden || (header && called);
        any = any || !is_driver_code(frame) ? any : frame;
        driver = driver || !is_driver_code(frame) || header ? driver : frame;
    }
    driver = driver ? driver : any;
    if (driver) {
        driver->driver = true;
        driver->hidden = false;
    }
}

const char *frames_path(const char *path)
{
    static char here[MACHINE_PATH_MAX];
    size_t length;
    if (!getcwd(here, sizeof(here))) {
        return path;
    }
    length = strlen(here);
    return length > 1 && strncmp(path, here, length) == 0 && path[length] == '/' ? path + length + 1 : path;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

void frames_text(const struct machine_frame *frame, char *ret_text, size_t text_bytes)
{
    char where[MACHINE_SYMBOL_MAX + 96];
    if (!frame->image[0]) {
        snprintf(ret_text, text_bytes, "0x%016llx", (unsigned long long)frame->ip);
        return;
    }
    if (frame->function[0]) {
        snprintf(where, sizeof(where), "%s!%s+0x%llx", frame->image, frame->function,
                 (unsigned long long)frame->offset);
    } else {
        snprintf(where, sizeof(where), "%s+0x%llx", frame->image, (unsigned long long)frame->offset);
    }
    if (frame->file[0]) {
        snprintf(ret_text, text_bytes, "%-44s %s:%u", where,
                 frame->core ? base_name(frame->file) : frames_path(frame->file), frame->line);
    } else {
        snprintf(ret_text, text_bytes, "%s", where);
    }
}

/* Reads the line, `ret_line` of LINE_MAX_BYTES: without its end, tabs as four blanks. */
static bool next_line(FILE *file, char *ret_line)
{
    uint32_t used = 0;
    int letter = getc(file);
    if (letter == EOF) {
        return false;
    }
    for (; letter != EOF && letter != '\n'; letter = getc(file)) {
        uint32_t blanks = letter == '\t' ? 4 : 0;
        while (blanks > 0 && used + 1 < LINE_MAX_BYTES) {
            ret_line[used++] = ' ';
            blanks--;
        }
        if (letter != '\t' && letter != '\r' && used + 1 < LINE_MAX_BYTES) {
            ret_line[used++] = (char)letter;
        }
    }
    while (used > 0 && ret_line[used - 1] == ' ') {
        used--;
    }
    ret_line[used] = 0;
    return true;
}

/* The lines around `line`; how many were read. The first has the number *ret_first. */
static uint32_t read_source(const char *path, uint32_t line, uint32_t around, char (*ret_lines)[LINE_MAX_BYTES],
                            uint32_t *ret_first)
{
    FILE *file = path[0] && line ? fopen(path, "re") : NULL;
    uint32_t number = 1, count = 0;
    char skipped[LINE_MAX_BYTES];
    *ret_first = line > around ? line - around : 1;
    while (file && number <= line + around && next_line(file, number < *ret_first ? skipped : ret_lines[count])) {
        count += number >= *ret_first;
        number++;
    }
    if (file) {
        fclose(file);
    }
    return number > line ? count : 0; /* a shorter file is not the one that was compiled */
}

void frames_source(const struct machine_frame *frame, bool around, FILE *file)
{
    char lines[2 * CONTEXT_LINES + 1][LINE_MAX_BYTES];
    uint32_t first, count = read_source(frame->file, frame->line, around ? CONTEXT_LINES : 0, lines, &first);
    size_t indent = LINE_MAX_BYTES;
    for (uint32_t i = 0; i < count; i++) {
        size_t blanks = strspn(lines[i], " ");
        indent = lines[i][0] && blanks < indent ? blanks : indent;
    }
    for (uint32_t i = 0; i < count; i++) {
        const char *text = lines[i][0] ? lines[i] + indent : "";
        bool empty = !text[0];
        fprintf(file, "       %c %5u |%s%.*s\n", around && first + i == frame->line ? '>' : ' ', first + i,
                empty ? "" : " ", COLUMNS_MAX, text);
    }
}

/* How many frames from here on are the same call, as recursion makes them. */
static uint32_t repeats(const struct machine_frame *frames, uint32_t count)
{
    uint32_t same = 1;
    while (same < count && frames[same].ip == frames[0].ip && frames[same].sp != frames[0].sp) {
        same++;
    }
    return same;
}

void frames_print(const struct machine_frame *frames, uint32_t count, FILE *file)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct machine_frame *frame = &frames[i];
        char text[MACHINE_PATH_MAX + MACHINE_SYMBOL_MAX + 128];
        if (frame->hidden) {
            continue;
        }
        frames_text(frame, text, sizeof(text));
        fprintf(file, "    %s %s\n", frame->driver ? "=>" : "  ", text);
        if (!frame->core) {
            frames_source(frame, frame->driver, file);
        }
        uint32_t same = frame->driver ? 1 : repeats(frame, count - i);
        if (same > 2) {
            fprintf(file, "       the same %u times more%s\n", same - 1,
                    i + same == MACHINE_FRAMES_MAX ? ", and on" : "");
            i += same - 1;
        }
    }
}
