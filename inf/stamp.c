/* SPDX-License-Identifier: MIT */
/*
 * INX → INF: what the stampinf tool of the driver kit does.
 * Page: devtest/stampinf-command-options. The file stays what it is, byte for byte, but for the variables
 * $ARCH$, $KMDFVERSION$, $KMDFCOINSTALLERVERSION$, $UMDFVERSION$ and the lines DriverVer and CatalogFile.
 */
#include "inf/inf.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct span {
    const char *start;
    size_t size;
};

static struct span line_next(const char *text, size_t size, size_t *position)
{
    size_t start = *position;
    while (*position < size && text[*position] != '\n')
        (*position)++;
    if (*position < size)
        (*position)++;
    return (struct span){text + start, *position - start};
}

static struct span line_body(struct span line)
{
    while (line.size && strchr(" \t", line.start[0])) {
        line.start++;
        line.size--;
    }
    while (line.size && strchr(" \t\r\n", line.start[line.size - 1]))
        line.size--;
    return line;
}

static bool is_key(struct span body, const char *key)
{
    size_t length = strlen(key);
    if (body.size < length || strncasecmp(body.start, key, length))
        return false;
    struct span rest = line_body((struct span){body.start + length, body.size - length});
    return rest.size && rest.start[0] == '=';
}

/* The co-installer's version of 1.15 is 01015. */
static char *coinstaller_version(const char *kmdf)
{
    unsigned major = 1, minor = 0;
    sscanf(kmdf, "%u.%u", &major, &minor);
    return string_format("%02u%03u", major % 100, minor % 1000);
}

static void add_variables(struct text *text, struct span span, const struct inf_stamp *stamp)
{
    const char *kmdf = stamp->kmdf_version ? stamp->kmdf_version : "1.15";
    char *coinstaller = coinstaller_version(kmdf);
    const char *const variables[][2] = {
        {"$ARCH$", stamp->architecture ? stamp->architecture : "amd64"},
        {"$KMDFVERSION$", kmdf},
        {"$KMDFCOINSTALLERVERSION$", coinstaller},
        {"$UMDFVERSION$", stamp->umdf_version ? stamp->umdf_version : "2.15.0"},
    };
    while (span.size) {
        size_t taken = 0;
        for (size_t i = 0; span.start[0] == '$' && i < sizeof variables / sizeof variables[0]; i++) {
            size_t length = strlen(variables[i][0]);
            if (span.size >= length && !strncasecmp(span.start, variables[i][0], length)) {
                text_string(text, variables[i][1]);
                taken = length;
            }
        }
        if (!taken) {
            text_char(text, span.start[0]);
            taken = 1;
        }
        span.start += taken;
        span.size -= taken;
    }
    free(coinstaller);
}

/* "DriverVer = 01/01/2016, 1.0.0.0 ; comment": the parts that the stamp does not give stay. */
static void add_driver_version(struct text *text, struct span body, const struct inf_stamp *stamp)
{
    char *value = body.size ? string_part(body.start, body.size) : string_copy("");
    char *comment = strchr(value, ';');
    if (comment)
        *comment = 0;
    char *equals = strchr(value, '=');
    char date[32] = "", version[64] = "";
    if (equals)
        sscanf(equals + 1, " %31[^, \t] , %63[^ \t]", date, version);
    snprintf(date, sizeof date, "%s", stamp->date ? stamp->date : *date ? strdupa(date) : "01/01/2025");
    snprintf(version, sizeof version, "%s", stamp->version ? stamp->version : *version ? strdupa(version) : "1.0.0.0");
    text_print(text, "DriverVer = %s,%s", date, version);
    free(value);
}

struct stamper {
    const struct inf_stamp *stamp;
    struct text *out;
    const char *newline;
    bool in_version, version_seen, driver_version_done, catalog_done;
};

/* What [Version] lacks is added where the section ends. */
static void end_section(struct stamper *stamper)
{
    if (stamper->in_version && !stamper->driver_version_done) {
        add_driver_version(stamper->out, (struct span){0}, stamper->stamp);
        text_string(stamper->out, stamper->newline);
        stamper->driver_version_done = true;
    }
    if (stamper->in_version && !stamper->catalog_done && stamper->stamp->catalog) {
        text_print(stamper->out, "CatalogFile = %s%s", stamper->stamp->catalog, stamper->newline);
        stamper->catalog_done = true;
    }
    stamper->in_version = false;
}

static void stamp_line(struct stamper *stamper, struct span line)
{
    struct span body = line_body(line);
    bool newline = line.size && line.start[line.size - 1] == '\n';
    if (body.size && body.start[0] == '[') {
        end_section(stamper);
        stamper->in_version = body.size >= 9 && !strncasecmp(body.start, "[Version]", 9);
        stamper->version_seen = stamper->version_seen || stamper->in_version;
    }
    if (stamper->in_version && is_key(body, "DriverVer")) {
        add_driver_version(stamper->out, body, stamper->stamp);
        stamper->driver_version_done = true;
    } else if (stamper->in_version && stamper->stamp->catalog && is_key(body, "CatalogFile")) {
        text_print(stamper->out, "CatalogFile = %s", stamper->stamp->catalog);
        stamper->catalog_done = true;
    } else {
        add_variables(stamper->out, line, stamper->stamp);
        return;
    }
    if (newline)
        text_string(stamper->out, stamper->newline);
}

bool inf_stamp_text(const char *path, const void *data, size_t size, const struct inf_stamp *stamp,
                    struct text *ret_data, struct inf_error *ret_error)
{
    struct inf_file *file = inf_parse(path, data, size, ret_error);
    if (!file)
        return false;
    bool good = inf_section(file, "Version") || inf_fail(ret_error, file, 0, "the section [Version] is missing");
    inf_close(file);
    if (!good)
        return false;
    enum text_encoding encoding = text_encoding_of(data, size);
    struct text in = {0}, out = {0};
    text_decode(&in, data, size, encoding);
    struct stamper stamper = {.stamp = stamp, .out = &out, .newline = memchr(in.data, '\r', in.size) ? "\r\n" : "\n"};
    for (size_t position = 0; position < in.size;)
        stamp_line(&stamper, line_next(in.data, in.size, &position));
    if (stamper.in_version && out.size && out.data[out.size - 1] != '\n')
        text_string(&out, stamper.newline);
    end_section(&stamper);
    text_encode(ret_data, out.data ? out.data : "", out.size, encoding);
    text_free(&in);
    text_free(&out);
    return true;
}
