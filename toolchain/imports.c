/* SPDX-License-Identifier: MIT */
/*
 * The import table of a driver's image, read without trust. The loader (machine/) reads it again; here
 * it is read to tell people before anything runs. Page: debug/pe-format.
 */
#include "toolchain/internal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
    MACHINE_AMD64 = 0x8664,
    MAGIC_PE32_PLUS = 0x20b,
    SUBSYSTEM_NATIVE = 1,
    MODULES_MAX = 256,
    IMPORTS_MAX = 65536,
    NAME_MAX_BYTES = 512,
};

struct image {
    const uint8_t *data;
    size_t size;
    const uint8_t *sections;
    unsigned section_count;
    const char *why;
};

static uint16_t get16(const uint8_t *at)
{
    return (uint16_t)(at[0] | at[1] << 8);
}

static uint32_t get32(const uint8_t *at)
{
    return get16(at) | (uint32_t)get16(at + 2) << 16;
}

static uint64_t get64(const uint8_t *at)
{
    return get32(at) | (uint64_t)get32(at + 4) << 32;
}

/* The file's bytes of an address in the image, and how many follow in its section; NULL if none. */
static const uint8_t *at_address(const struct image *image, uint32_t address, size_t *ret_room)
{
    for (unsigned i = 0; i < image->section_count; i++) {
        const uint8_t *section = image->sections + (size_t)i * 40;
        uint32_t start = get32(section + 12), raw = get32(section + 16), offset = get32(section + 20);
        if (address < start || address - start >= raw)
            continue;
        uint64_t place = (uint64_t)offset + (address - start);
        uint64_t end = (uint64_t)offset + raw < image->size ? (uint64_t)offset + raw : image->size;
        if (place >= end)
            return NULL;
        *ret_room = (size_t)(end - place);
        return image->data + place;
    }
    return NULL;
}

static bool read_string(const struct image *image, uint32_t address, char ret_name[NAME_MAX_BYTES])
{
    size_t room;
    const uint8_t *at = at_address(image, address, &room);
    size_t length = at ? strnlen((const char *)at, room < NAME_MAX_BYTES ? room : NAME_MAX_BYTES) : NAME_MAX_BYTES;
    if (length >= NAME_MAX_BYTES || (at && length == room))
        return false;
    memcpy(ret_name, at, length + 1);
    return true;
}

static bool fail(struct image *image, const char *why)
{
    image->why = why;
    return false;
}

/* Headers; gives the import directory's address, 0 if there is none. */
static bool read_headers(struct image *image, uint32_t *ret_imports)
{
    const uint8_t *data = image->data;
    if (image->size < 64 || data[0] != 'M' || data[1] != 'Z')
        return fail(image, "it is no Windows image (it does not begin with MZ)");
    uint64_t start = get32(data + 60);
    if (start + 24 > image->size || memcmp(data + start, "PE\0\0", 4))
        return fail(image, "it is no Windows image (it has no PE header)");
    const uint8_t *header = data + start + 4, *optional = header + 20;
    uint64_t optional_size = get16(header + 16), sections = start + 24 + optional_size;
    image->section_count = get16(header + 2);
    if (get16(header) != MACHINE_AMD64)
        return fail(image, "it is not for x64");
    if (optional_size < 112 || sections + image->section_count * 40ull > image->size)
        return fail(image, "its headers are cut off");
    if (get16(optional) != MAGIC_PE32_PLUS)
        return fail(image, "it is not for x64 (no PE32+ header)");
    if (get16(optional + 68) != SUBSYSTEM_NATIVE)
        return fail(image, "it is a program, not a driver (its subsystem is not NATIVE)");
    image->sections = data + sections;
    uint32_t directories = get32(optional + 108);
    *ret_imports = directories >= 2 && optional_size >= 128 ? get32(optional + 112 + 8) : 0;
    return true;
}

static void add(struct imports *imports, const char *module, char *name)
{
    if ((imports->count & (imports->count - 1)) == 0)
        imports->items =
            memory_grow(imports->items, (imports->count ? imports->count * 2 : 1) * sizeof imports->items[0]);
    imports->items[imports->count++] = (struct import){string_copy(module), name};
}

static bool read_module(struct image *image, const char *module, uint32_t thunks, struct imports *imports)
{
    for (;; thunks += 8) {
        size_t room;
        const uint8_t *at = at_address(image, thunks, &room);
        char name[NAME_MAX_BYTES];
        if (!at || room < 8 || imports->count >= IMPORTS_MAX)
            return fail(image, "its import table is damaged");
        uint64_t thunk = get64(at);
        if (!thunk)
            return true;
        if (thunk >> 63) {
            add(imports, module, string_format("#%u", (unsigned)(thunk & 0xffff)));
            continue;
        }
        if (thunk > UINT32_MAX - 2 || !read_string(image, (uint32_t)thunk + 2, name))
            return fail(image, "its import table is damaged");
        add(imports, module, string_copy(name));
    }
}

bool imports_parse(const void *data, size_t size, struct imports *ret_imports, const char **ret_why)
{
    struct image image = {.data = data, .size = size};
    struct imports imports = {0};
    uint32_t directory = 0;
    bool good = read_headers(&image, &directory);
    for (unsigned i = 0; good && directory; i++) {
        size_t room;
        const uint8_t *entry = at_address(&image, directory + i * 20, &room);
        char module[NAME_MAX_BYTES];
        if (!entry || room < 20 || i == MODULES_MAX) {
            good = fail(&image, "its import table is damaged");
            break;
        }
        if (!get32(entry + 12))
            break;
        uint32_t thunks = get32(entry) ? get32(entry) : get32(entry + 16);
        good = (read_string(&image, get32(entry + 12), module) || fail(&image, "its import table is damaged")) &&
               read_module(&image, module, thunks, &imports);
    }
    if (!good) {
        *ret_why = image.why;
        imports_free(&imports);
        return false;
    }
    *ret_imports = imports;
    return true;
}

bool imports_read(const char *path, struct imports *ret_imports, struct build_error *ret_error)
{
    struct text data = {0};
    const char *why = "";
    if (!file_read(path, &data))
        return build_fail(ret_error, "%s: %s", path, strerror(errno));
    bool good = imports_parse(data.data, data.size, ret_imports, &why) ||
                build_fail(ret_error, "%s cannot be loaded: %s", path, why);
    text_free(&data);
    return good;
}

void imports_free(struct imports *imports)
{
    for (size_t i = 0; i < imports->count; i++) {
        free(imports->items[i].module);
        free(imports->items[i].name);
    }
    free(imports->items);
    *imports = (struct imports){0};
}

enum standing { ABSENT, MISSING, THERE };

/* "name<TAB>image<TAB>implemented|missing..." */
static enum standing standing_of(const char *table, const char *name)
{
    size_t length = strlen(name);
    for (const char *line = table; *line;) {
        size_t size = strcspn(line, "\n");
        if (size > length && !strncmp(line, name, length) && line[length] == '\t') {
            size_t image = strcspn(line + length + 1, "\t\n");
            return !strncmp(line + length + 1 + image, "\tmissing", 8) ? MISSING : THERE;
        }
        line += size + (line[size] == '\n');
    }
    return ABSENT;
}

bool imports_check(const struct home *home, const struct imports *imports, struct strings *absent,
                   struct strings *missing, struct build_error *ret_error)
{
    char *path = path_join(home->guest, "nt_exports.tsv");
    struct text table = {0};
    bool good = file_read(path, &table) || build_fail(ret_error, "%s: %s", path, strerror(errno));
    for (size_t i = 0; good && i < imports->count; i++) {
        const struct import *import = &imports->items[i];
        bool kernel = !strcasecmp(import->module, "ntoskrnl.exe") || !strcasecmp(import->module, "hal.dll");
        bool framework = !strncasecmp(import->module, "wdfldr.", 7);
        enum standing standing = kernel ? standing_of(table.data, import->name) : framework ? THERE : ABSENT;
        char *text = string_format("%s (%s)", import->name, import->module);
        if (standing == ABSENT)
            strings_take(absent, text);
        else if (standing == MISSING)
            strings_take(missing, text);
        else
            free(text);
    }
    text_free(&table);
    free(path);
    return good;
}
