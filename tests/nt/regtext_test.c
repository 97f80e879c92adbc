/* SPDX-License-Identifier: MIT */
/* What the .reg reader makes of good and bad text. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nt/cm/regtext.h"

#define HEAD "Windows Registry Editor Version 5.00\n"
static char told[4096];
static int failed;

static void tell(const char *format, unsigned number)
{
    size_t at = strlen(told);
    snprintf(told + at, sizeof(told) - at, format, number);
}

static void tell_text(const uint16_t *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        tell(text[i] < 0x80 && text[i] >= ' ' ? "%c" : "<%x>", text[i]);
}

static int on_key(void *to, const uint16_t *path, size_t length, int delete)
{
    (void)to;
    tell(delete ? "-[" : "[", 0);
    tell_text(path, length);
    tell("]", 0);
    return 0;
}

static int on_value(void *to, const uint16_t *name, size_t length, int delete, uint32_t type, const void *data,
                    uint32_t bytes)
{
    (void)to;
    tell(delete ? "-" : "", 0);
    tell_text(name, length);
    tell("=%u:", type);
    for (uint32_t i = 0; i < bytes; i++)
        tell("%02x", ((const unsigned char *)data)[i]);
    tell(";", 0);
    return 0;
}

static void expect(const char *text, const char *wanted, unsigned wanted_line)
{
    static const struct regtext_calls calls = {.key = on_key, .value = on_value};
    size_t bytes = strlen(text);
    unsigned line = 0;
    const char *why = NULL;
    char *exact = malloc(bytes + 1); /* so that a read behind the text is found */
    memcpy(exact, text, bytes);
    void *scratch = malloc(regtext_scratch(bytes));
    told[0] = 0;
    int status = regtext_parse(exact, bytes, scratch, &calls, NULL, &line, &why);
    bool right = status == 0 ? wanted_line == 0 && strcmp(told, wanted) == 0
                             : line == wanted_line && why != NULL && strlen(why) > 10;
    if (!right) {
        printf("FAILED:\n%s\n got %d, line %u (%s): %s\n wanted line %u: %s\n", text, status, line, why ? why : "-",
               told, wanted_line, wanted);
        failed = 1;
    }
    free(scratch);
    free(exact);
}

int main(void)
{
    expect(HEAD, "", 0);
    expect("\xef\xbb\xbf" HEAD "\r\n; comment\r\n[A\\B]\r\n", "[A\\B]", 0);
    expect(HEAD "[A]\n\"x\"=dword:0000002a\n@=\"s\"\n", "[A]x=4:2a000000;=1:73000000;", 0);
    expect(HEAD "[A]\n\"a\\\"b\\\\\"=\"\\\\\\\"\"", "[A]a\"b\\=1:5c0022000000;", 0);
    expect(HEAD "[A]\n\"m\"=hex(7):61,00,00,\\\n  00,00,00 ; note\n\"b\"=hex:01\n", "[A]m=7:610000000000;b=3:01;", 0);
    expect(HEAD "[A]\n\"e\"=hex:\n\"q\"=hex(b):ff,00,00,00,00,00,00,00\n", "[A]e=3:;q=11:ff00000000000000;", 0);
    expect(HEAD "[-A]\n[B]\n\"x\"=-\n", "-[A][B]-x=0:;", 0);
    expect(HEAD "[\xc3\xa4\xf0\x9f\x98\x80]\n", "[<e4><d83d><de00>]", 0);
    expect(HEAD "[A]]\n", "[A]]", 0);
    expect("REGEDIT4\n", "", 1);
    expect("", "", 1);
    expect(HEAD "\n[A\n", "", 3);
    expect(HEAD "[]\n", "", 2);
    expect(HEAD "\"x\"=\"y\"\n", "", 2);
    expect(HEAD "[A]\n\"x=1\n", "", 3);
    expect(HEAD "[A]\n\"x\"\n", "", 3);
    expect(HEAD "[A]\n\"x\"=dword:123456789\n", "", 3);
    expect(HEAD "[A]\n\"x\"=dword:\n", "", 3);
    expect(HEAD "[A]\n\"x\"=hex:1,2,zz\n", "", 3);
    expect(HEAD "[A]\n\"x\"=hex(7:00\n", "", 3);
    expect(HEAD "[A]\n\"x\"=hex:001\n", "", 3);
    expect(HEAD "[A]\n\"x\"=\"\\n\"\n", "", 3);
    expect(HEAD "[A]\n\"x\"=\"y\" z\n", "", 3);
    expect(HEAD "[A]\nx\n", "", 3);
    expect(HEAD "[-A]\n\"x\"=\"y\"\n", "", 3);
    return failed;
}
