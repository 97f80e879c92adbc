/* SPDX-License-Identifier: MIT */
/*
 * The scanf family: Microsoft's format is rewritten into the host's, where %lu would store 64 bits, and where the sizes
 * that the _s functions take become field widths.
 */
#include "um.h"

extern int kmdock_host_libc_fscanf(FILE *file, const char *format, ...) __asm__("__isoc99_fscanf");
extern int kmdock_host_libc_sscanf(const char *text, const char *format, ...) __asm__("__isoc99_sscanf");

enum { CONVERSIONS_MAX = 16, FORMAT_BYTES_MAX = 512 };

struct scan {
    char format[FORMAT_BYTES_MAX];
    size_t length;
    void *pointers[CONVERSIONS_MAX];
    unsigned count;
    bool failed; /* more than the limits, or a wide conversion */
};

static void add(struct scan *scan, const char *bytes, size_t count)
{
    if (scan->length + count >= sizeof scan->format) {
        scan->failed = true;
        return;
    }
    memcpy(scan->format + scan->length, bytes, count);
    scan->length += count;
    scan->format[scan->length] = 0;
}

/* Microsoft's length, in the host's words. */
static const char *read_length(const char *at, const char **ret_words, bool *ret_wide)
{
    *ret_words = "";
    *ret_wide = false;
    if (!strncmp(at, "I64", 3) || !strncmp(at, "ll", 2)) {
        *ret_words = "ll";
        return at + (*at == 'I' ? 3 : 2);
    }
    if (!strncmp(at, "I32", 3))
        return at + 3;
    if (!strncmp(at, "hh", 2)) {
        *ret_words = "hh";
        return at + 2;
    }
    if (*at == 'I' || *at == 'z' || *at == 'j' || *at == 't') {
        *ret_words = "ll";
        return at + 1;
    }
    if (*at == 'h') {
        *ret_words = "h";
        return at + 1;
    }
    if (*at == 'l' || *at == 'w' || *at == 'L') { /* 32 bits for integers, double for %lf, UTF-16 for text */
        *ret_words = strchr("efgaEFGA", at[1]) && at[1] ? "l" : "";
        *ret_wide = *at != 'L';
        return at + 1;
    }
    return at;
}

static const char *end_of_set(const char *at)
{
    at++;
    if (*at == '^')
        at++;
    if (*at == ']')
        at++;
    while (*at && *at != ']')
        at++;
    return *at ? at + 1 : at;
}

static const char *convert(struct scan *scan, const char *at, bool sized, va_list *arguments)
{
    char width[16] = "";
    bool skip = *at == '*', wide;
    const char *words;
    size_t digits;
    at += skip;
    digits = strspn(at, "0123456789");
    if (digits && digits < sizeof width) {
        memcpy(width, at, digits);
        width[digits] = 0;
    }
    at = read_length(at + digits, &words, &wide);
    const char *end = *at == '[' ? end_of_set(at) : *at ? at + 1 : at;
    bool text = *at == 's' || *at == 'c' || *at == '[';
    if ((text && wide) || *at == 'S' || *at == 'C' || *at == 'n')
        scan->failed = *at != 'n' || scan->failed;
    if (!skip && *at != '%') {
        if (scan->count == CONVERSIONS_MAX) {
            scan->failed = true;
            return end;
        }
        scan->pointers[scan->count++] = va_arg(*arguments, void *);
        if (sized && text) {
            unsigned size = va_arg(*arguments, unsigned);
            unsigned room = *at == 'c' ? size : size ? size - 1 : 0;
            if (!size || (*width && strtoul(width, NULL, 10) > room))
                scan->failed = true;
            else if (!*width && *at != 'c')
                snprintf(width, sizeof width, "%u", room);
        }
    }
    add(scan, skip ? "%*" : "%", skip ? 2 : 1);
    add(scan, width, strlen(width));
    add(scan, text ? "" : words, text ? 0 : strlen(words));
    add(scan, at, (size_t)(end - at));
    return end;
}

static bool prepare(struct scan *scan, const char *format, bool sized, va_list given)
{
    va_list arguments;
    *scan = (struct scan){0};
    va_copy(arguments, given);
    while (*format && !scan->failed) {
        size_t plain = strcspn(format, "%");
        add(scan, format, plain);
        format += plain;
        if (*format)
            format = convert(scan, format + 1, sized, &arguments);
    }
    va_end(arguments);
    if (scan->failed)
        fprintf(stderr, "kmdock: a scanf format is too long or reads wide text, which is not there.\n");
    return !scan->failed;
}

#define SIXTEEN(p) p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10], p[11], p[12], p[13], p[14], p[15]

static int scan_file(FILE *file, const char *format, bool sized, va_list arguments)
{
    struct scan scan;
    if (!prepare(&scan, format, sized, arguments))
        return EOF;
    return kmdock_host_libc_fscanf(file, scan.format, SIXTEEN(scan.pointers));
}

static int scan_text(const char *text, const char *format, bool sized, va_list arguments)
{
    struct scan scan;
    if (!prepare(&scan, format, sized, arguments))
        return EOF;
    return kmdock_host_libc_sscanf(text, scan.format, SIXTEEN(scan.pointers));
}

#define WITH_ARGUMENTS(last, call)                                                                                     \
    va_list arguments;                                                                                                 \
    va_start(arguments, last);                                                                                         \
    int count = call;                                                                                                  \
    va_end(arguments);                                                                                                 \
    return count

int vfscanf(FILE *file, const char *format, va_list arguments)
{
    return scan_file(file, format, false, arguments);
}

int vscanf(const char *format, va_list arguments)
{
    return scan_file(stdin, format, false, arguments);
}

int vsscanf(const char *text, const char *format, va_list arguments)
{
    return scan_text(text, format, false, arguments);
}

int scanf(const char *format, ...)
{
    WITH_ARGUMENTS(format, scan_file(stdin, format, false, arguments));
}

int fscanf(FILE *file, const char *format, ...)
{
    WITH_ARGUMENTS(format, scan_file(file, format, false, arguments));
}

int sscanf(const char *text, const char *format, ...)
{
    WITH_ARGUMENTS(format, scan_text(text, format, false, arguments));
}

int scanf_s(const char *format, ...)
{
    WITH_ARGUMENTS(format, scan_file(stdin, format, true, arguments));
}

int fscanf_s(FILE *file, const char *format, ...)
{
    WITH_ARGUMENTS(format, scan_file(file, format, true, arguments));
}

int sscanf_s(const char *text, const char *format, ...)
{
    WITH_ARGUMENTS(format, scan_text(text, format, true, arguments));
}
