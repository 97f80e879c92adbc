/* SPDX-License-Identifier: MIT */
/* The loader refuses what is broken, with a sentence, and never reads beyond what it was given. */
#include "harness.h"
#include "machine/pe.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint8_t *image;
static size_t image_bytes;

static int read_image(void **state)
{
    (void)state;
    char path[512];
    image_path(path, sizeof(path), "driver.sys");
    FILE *file = fopen(path, "rbe");
    if (!file) {
        return -1;
    }
    image = malloc(1 << 20);
    image_bytes = fread(image, 1, 1 << 20, file);
    fclose(file);
    return image_bytes > 0 ? 0 : -1;
}

static int free_image(void **state)
{
    (void)state;
    free(image);
    return 0;
}

/* An allocation of exactly this size, so that ASan and valgrind see every step too far. */
static bool parse(const uint8_t *bytes, size_t count, struct pe *ret_pe, struct pe_error *error)
{
    uint8_t *exact = malloc(count ? count : 1);
    memcpy(exact, bytes, count);
    bool good = pe_parse(exact, count, ret_pe, error);
    free(exact);
    return good;
}

static void a_good_image_parses(void **state)
{
    (void)state;
    struct pe pe;
    struct pe_error error;
    assert_true(parse(image, image_bytes, &pe, &error));
    assert_true(pe.imports.rva && pe.relocations.rva && pe.exceptions.rva && pe.entry && pe.section_count > 3);
}

static void a_truncated_image_is_refused(void **state)
{
    (void)state;
    struct pe pe, whole;
    struct pe_error error;
    assert_true(parse(image, image_bytes, &whole, &error));
    const struct pe_section *last = &whole.sections[0];
    for (uint32_t i = 0; i < whole.section_count; i++) {
        last = whole.sections[i].raw_bytes ? &whole.sections[i] : last;
    }
    for (size_t count = 0; count < last->raw_offset + last->raw_bytes; count += count < 1024 ? 1 : 97) {
        assert_false(parse(image, count, &pe, &error));
        assert_true(error.text[0] != 0);
    }
}

struct patch {
    uint32_t at; /* from the PE signature */
    uint32_t bytes;
    uint64_t value;
    const char *words;
};

static void broken_headers_are_refused(void **state)
{
    (void)state;
    static const struct patch patches[] = {
        {0, 1, 'X', "no PE header"},
        {4, 2, 0x14C, "another machine (0x014C)"},
        {6, 2, 0, "0 sections"},
        {6, 2, 97, "97 sections"},
        {24, 2, 0x10B, "PE32+"},
        {24 + 16, 4, 0x7FFFFFFF, "entry point"},
        {24 + 32, 4, 0x200, "aligned to 512"},
        {24 + 56, 4, 0x7FFFFFFF, "size of"},
        {24 + 60, 4, 4, "headers' size"},
        {24 + 112 + 8, 4, 0x7FFFFFF0, "import table lies outside"},
        {24 + 240 + 40 + 12, 4, 0x1000, "overlaps another"},
        {24 + 240 + 20, 4, 0x7FFFFFF0, "cut off"},
    };
    uint32_t header;
    memcpy(&header, image + 0x3C, sizeof(header));
    for (size_t i = 0; i < sizeof(patches) / sizeof(patches[0]); i++) {
        uint8_t *copy = malloc(image_bytes);
        struct pe pe;
        struct pe_error error;
        memcpy(copy, image, image_bytes);
        memcpy(copy + header + patches[i].at, &patches[i].value, patches[i].bytes);
        assert_false(parse(copy, image_bytes, &pe, &error));
        if (!strstr(error.text, patches[i].words)) {
            fail_msg("\"%s\" does not say \"%s\"", error.text, patches[i].words);
        }
        free(copy);
    }
}

static enum pe_bound nobody(void *user, const char *module, const char *name, uint32_t ordinal, uint64_t *ret_address)
{
    (void)user, (void)ordinal, (void)ret_address;
    return strcmp(module, "ntoskrnl.exe") == 0 && name ? PE_NAME_MISSING : PE_MODULE_MISSING;
}

static void a_missing_import_is_named(void **state)
{
    (void)state;
    struct pe pe;
    struct pe_error error;
    assert_true(pe_parse(image, image_bytes, &pe, &error));
    struct pe_view view = {calloc(1, pe.image_bytes), pe.image_bytes, 0x050000000000};
    pe_place(&pe, image, &view);
    assert_true(pe_relocate(&pe, &view, &error));
    assert_int_equal(pe_bind(&pe, &view, nobody, NULL, &error), PE_NAME_MISSING);
    assert_non_null(strstr(error.text, "helper_"));
    pe.fixed = true;
    assert_false(pe_relocate(&pe, &view, &error));
    assert_non_null(strstr(error.text, "no relocations"));
    free(view.at);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_image_parses),
        cmocka_unit_test(a_truncated_image_is_refused),
        cmocka_unit_test(broken_headers_are_refused),
        cmocka_unit_test(a_missing_import_is_named),
    };
    return cmocka_run_group_tests(tests, read_image, free_image);
}
