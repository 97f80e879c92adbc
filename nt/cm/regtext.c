/* SPDX-License-Identifier: MIT */
/* The reader of .reg text: "Windows Registry Editor Version 5.00", in UTF-8. */
#include "nt/cm/regtext.h"
#include "nt/rtl/utf.h"

#ifdef _WIN32
#include "nt/nt.h"
#else
#include <string.h>
#endif

enum { TYPE_SZ = 1, TYPE_BINARY = 3, TYPE_DWORD = 4 };

struct reader {
    const char *at, *end;
    unsigned line;
    const char *why;
    uint16_t *name; /* first half of the scratch: a path or a value's name */
    size_t name_length;
    uint8_t *data; /* second half: a value's data */
    uint32_t data_bytes;
    int in_key; /* a [key] came; values may follow */
    const struct regtext_calls *calls;
    void *to;
};

static int wrong(struct reader *r, const char *why)
{
    r->why = why;
    return REGTEXT_WRONG;
}

static int at_end(const struct reader *r)
{
    return r->at == r->end;
}

static int at_line_end(const struct reader *r)
{
    return at_end(r) || *r->at == '\n' || *r->at == '\r';
}

static void skip_blanks(struct reader *r)
{
    while (!at_end(r) && (*r->at == ' ' || *r->at == '\t'))
        r->at++;
}

static void next_line(struct reader *r)
{
    while (!at_end(r) && *r->at != '\n')
        r->at++;
    if (!at_end(r)) {
        r->at++;
        r->line++;
    }
}

/* Nothing but blanks or a comment may follow on this line. */
static int finish_line(struct reader *r)
{
    skip_blanks(r);
    if (!at_line_end(r) && *r->at != ';')
        return wrong(r, "Something follows where the line should end.");
    next_line(r);
    return 0;
}

static int accept(struct reader *r, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(r->end - r->at) < length || memcmp(r->at, word, length) != 0)
        return 0;
    r->at += length;
    return 1;
}

static void put_utf16(uint16_t *to, size_t *length, uint32_t c)
{
    if (c >= 0x10000) {
        to[(*length)++] = (uint16_t)(0xd800 + ((c - 0x10000) >> 10));
        to[(*length)++] = (uint16_t)(0xdc00 + ((c - 0x10000) & 0x3ff));
    } else {
        to[(*length)++] = (uint16_t)c;
    }
}

/* Behind the opening quote: up to the closing one. */
static int quoted(struct reader *r, uint16_t *to, size_t *ret_length)
{
    *ret_length = 0;
    for (;;) {
        if (at_line_end(r))
            return wrong(r, "A quotation mark is missing at the end of a string.");
        if (*r->at == '"') {
            r->at++;
            return 0;
        }
        if (*r->at == '\\') {
            r->at++;
            if (at_line_end(r) || (*r->at != '\\' && *r->at != '"'))
                return wrong(r, "A backslash in a string stands before a backslash or a quotation mark only.");
        }
        put_utf16(to, ret_length, utf8_get(&r->at, r->end));
    }
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* One to `digits_max` hexadecimal digits. */
static int hex_number(struct reader *r, unsigned digits_max, uint32_t *ret_value)
{
    unsigned digits = 0;
    *ret_value = 0;
    for (; !at_end(r) && hex_digit(*r->at) >= 0; r->at++) {
        if (++digits > digits_max)
            return wrong(r, "A hexadecimal number has too many digits.");
        *ret_value = *ret_value << 4 | (uint32_t)hex_digit(*r->at);
    }
    return digits != 0 ? 0 : wrong(r, "A hexadecimal number is expected.");
}

/* Bytes with commas between; a backslash at the end of a line lets them go on on the next one. */
static int hex_bytes(struct reader *r)
{
    r->data_bytes = 0;
    for (;;) {
        uint32_t byte;
        skip_blanks(r);
        if (!at_end(r) && *r->at == '\\') {
            r->at++;
            skip_blanks(r);
            if (!at_line_end(r))
                return wrong(r, "A backslash between bytes ends its line.");
            next_line(r);
            continue;
        }
        if (at_line_end(r) || *r->at == ';')
            return 0; /* none at all, or a comma at the end: both are seen in exported files */
        int status = hex_number(r, 2, &byte);
        if (status != 0)
            return status;
        r->data[r->data_bytes++] = (uint8_t)byte;
        skip_blanks(r);
        if (at_line_end(r) || *r->at == ';')
            return 0;
        if (*r->at != ',')
            return wrong(r, "A comma is expected between bytes.");
        r->at++;
    }
}

static int value_data(struct reader *r, uint32_t *ret_type)
{
    if (accept(r, "\"")) {
        size_t length;
        *ret_type = TYPE_SZ;
        int status = quoted(r, (uint16_t *)r->data, &length);
        ((uint16_t *)r->data)[length] = 0;
        r->data_bytes = (uint32_t)((length + 1) * sizeof(uint16_t));
        return status;
    }
    if (accept(r, "dword:")) {
        uint32_t number;
        *ret_type = TYPE_DWORD;
        int status = hex_number(r, 8, &number);
        memcpy(r->data, &number, sizeof(number));
        r->data_bytes = sizeof(number);
        return status;
    }
    if (accept(r, "hex(")) {
        int status = hex_number(r, 8, ret_type);
        if (status != 0)
            return status;
        return accept(r, "):") ? hex_bytes(r) : wrong(r, "hex(…) is followed by \"):\".");
    }
    *ret_type = TYPE_BINARY;
    if (accept(r, "hex:"))
        return hex_bytes(r);
    return wrong(r, "A value is a string in quotation marks, dword:, hex:, hex(n): or - .");
}

static int value_line(struct reader *r)
{
    int status = 0, delete = 0;
    uint32_t type = 0;
    if (!r->in_key)
        return wrong(r, "A value comes before the first [key].");
    r->name_length = 0;
    if (*r->at++ == '"')
        status = quoted(r, r->name, &r->name_length);
    if (status != 0)
        return status;
    skip_blanks(r);
    if (!accept(r, "="))
        return wrong(r, "A value's name is followed by \"=\".");
    skip_blanks(r);
    if (accept(r, "-")) {
        delete = 1;
        r->data_bytes = 0;
    } else {
        status = value_data(r, &type);
    }
    unsigned line = r->line;
    if (status == 0)
        status = finish_line(r);
    if (status == 0) {
        unsigned after = r->line;
        r->line = line;
        status = r->calls->value(r->to, r->name, r->name_length, delete, type, r->data, r->data_bytes);
        if (status == 0)
            r->line = after;
    }
    return status;
}

static int key_line(struct reader *r)
{
    r->at++;
    int delete = accept(r, "-");
    const char *close = NULL;
    for (const char *p = r->at; p < r->end && *p != '\n' && *p != '\r'; p++) {
        if (*p == ']')
            close = p; /* the last one: a key's name may hold brackets */
        if (*p == '\0')
            return wrong(r, "A key's name holds a zero byte.");
    }
    if (close == NULL)
        return wrong(r, "A bracket is missing at the end of a key's name.");
    r->name_length = 0;
    while (r->at < close)
        put_utf16(r->name, &r->name_length, utf8_get(&r->at, close));
    if (r->name_length == 0)
        return wrong(r, "A key's name is empty.");
    r->at = close + 1;
    r->in_key = !delete;
    int status = r->calls->key(r->to, r->name, r->name_length, delete);
    return status != 0 ? status : finish_line(r);
}

static int header_line(struct reader *r)
{
    accept(r, "\xef\xbb\xbf");
    while (!at_end(r) && (*r->at == '\r' || *r->at == '\n' || *r->at == ' ' || *r->at == ';'))
        next_line(r);
    if (at_end(r) || !accept(r, "Windows Registry Editor Version 5.00"))
        return wrong(r, "The first line is not \"Windows Registry Editor Version 5.00\".");
    return finish_line(r);
}

int regtext_parse(const char *text, size_t bytes, void *scratch, const struct regtext_calls *calls, void *to,
                  unsigned *ret_line, const char **ret_why)
{
    struct reader r = {
        .at = text,
        .end = text + bytes,
        .line = 1,
        .why = "The registry did not take it.",
        .name = scratch,
        .data = (uint8_t *)scratch + 2 * bytes + REGTEXT_SCRATCH_EXTRA / 2,
        .calls = calls,
        .to = to,
    };
    int status = header_line(&r);
    while (status == 0 && !at_end(&r)) {
        skip_blanks(&r);
        if (at_line_end(&r) || *r.at == ';')
            next_line(&r);
        else if (*r.at == '[')
            status = key_line(&r);
        else if (*r.at == '"' || *r.at == '@')
            status = value_line(&r);
        else
            status = wrong(&r, "A line begins with [, a quotation mark, @ or ; .");
    }
    if (status != 0) {
        *ret_line = r.line;
        *ret_why = r.why;
    }
    return status;
}
