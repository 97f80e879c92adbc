/* SPDX-License-Identifier: MIT */
/* The names in a PE image: its imports, bound one by one, and its exports, found by name or ordinal. */
#include "machine/pe.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

enum {
    IMPORT_BYTES = 20, /* an IMAGE_IMPORT_DESCRIPTOR */
    EXPORT_BYTES = 40, /* IMAGE_EXPORT_DIRECTORY */
    IMPORTS_MAX = 65536,
};

static uint32_t get32_at(const struct pe_view *view, uint64_t rva)
{
    uint32_t value;
    assert(rva + sizeof(value) <= view->bytes);
    memcpy(&value, view->at + rva, sizeof(value));
    return value;
}

static uint64_t get64_at(const struct pe_view *view, uint64_t rva)
{
    uint64_t value;
    assert(rva + sizeof(value) <= view->bytes);
    memcpy(&value, view->at + rva, sizeof(value));
    return value;
}

static bool within(uint64_t offset, uint64_t bytes, uint64_t whole)
{
    return offset <= whole && bytes <= whole - offset;
}

/* A terminated string of printable characters that lies in the image, or NULL. */
static const char *string_at(const struct pe_view *view, uint64_t rva)
{
    for (uint64_t i = 0; rva < view->bytes && i < PE_NAME_MAX && i < view->bytes - rva; i++) {
        uint8_t letter = view->at[rva + i];
        if (letter == 0) {
            return i > 0 ? (const char *)view->at + rva : NULL;
        }
        if (letter < 0x20 || letter >= 0x7F) {
            return NULL;
        }
    }
    return NULL;
}

static enum pe_bound malformed(struct pe_error *error, const char *what)
{
    snprintf(error->text, sizeof(error->text), "%s", what);
    return PE_MALFORMED;
}

/* One import: reads its name or ordinal at `lookup`, writes its address at `slot`. */
static enum pe_bound bind_one(const struct pe_view *view, const char *module, uint64_t entry, uint64_t slot,
                              pe_resolve *resolve, void *user, struct pe_error *error)
{
    const char *name = NULL;
    uint32_t ordinal = (uint32_t)(entry & 0xFFFF);
    uint64_t address = 0;
    if (!(entry >> 63)) {
        name = string_at(view, (entry & 0x7FFFFFFF) + 2); /* a hint of two bytes comes first */
        if (!name) {
            return malformed(error, "the name of one of its imports is malformed");
        }
    }
    enum pe_bound bound = resolve(user, module, name, ordinal, &address);
    if (bound == PE_MODULE_MISSING) {
        snprintf(error->text, sizeof(error->text), "it imports from %s, which is not there", module);
    } else if (bound == PE_NAME_MISSING && name) {
        snprintf(error->text, sizeof(error->text), "it imports %s, which %s does not have", name, module);
    } else if (bound == PE_NAME_MISSING) {
        snprintf(error->text, sizeof(error->text), "it imports number %u, which %s does not have", ordinal, module);
    }
    if (bound == PE_BOUND) {
        memcpy(view->at + slot, &address, sizeof(address));
    }
    return bound;
}

static enum pe_bound bind_module(const struct pe_view *view, uint32_t descriptor, pe_resolve *resolve, void *user,
                                 struct pe_error *error)
{
    uint32_t lookup = get32_at(view, descriptor), slots = get32_at(view, descriptor + 16);
    const char *name = string_at(view, get32_at(view, descriptor + 12));
    char module[PE_NAME_MAX]; /* a copy: what is bound may lie over the name, if the file is made to */
    lookup = lookup ? lookup : slots;
    if (!name) {
        return malformed(error, "the name of a module that it imports from is malformed");
    }
    snprintf(module, sizeof(module), "%s", name);
    for (uint64_t i = 0; i < IMPORTS_MAX; i++) {
        if (!within(lookup + i * 8, 8, view->bytes) || !within(slots + i * 8, 8, view->bytes)) {
            return malformed(error, "its import table runs out of the image");
        }
        uint64_t entry = get64_at(view, lookup + i * 8);
        if (entry == 0) {
            return PE_BOUND;
        }
        enum pe_bound bound = bind_one(view, module, entry, slots + i * 8, resolve, user, error);
        if (bound != PE_BOUND) {
            return bound;
        }
    }
    return malformed(error, "its import table has no end");
}

enum pe_bound pe_bind(const struct pe *pe, const struct pe_view *view, pe_resolve *resolve, void *user,
                      struct pe_error *error)
{
    if (!pe->imports.rva) {
        return PE_BOUND;
    }
    for (uint32_t i = 0; i < IMPORTS_MAX; i++) {
        uint64_t descriptor = pe->imports.rva + (uint64_t)i * IMPORT_BYTES;
        if (!within(descriptor, IMPORT_BYTES, view->bytes)) {
            return malformed(error, "its import table runs out of the image");
        }
        if (get32_at(view, descriptor + 12) == 0 || get32_at(view, descriptor + 16) == 0) {
            return PE_BOUND;
        }
        enum pe_bound bound = bind_module(view, (uint32_t)descriptor, resolve, user, error);
        if (bound != PE_BOUND) {
            return bound;
        }
    }
    return malformed(error, "its import table has no end");
}

struct export_table {
    uint32_t ordinal_base, functions, names;
    uint32_t function_rva, name_rva, ordinal_rva;
};

static bool export_table(const struct pe_view *view, struct pe_directory exports, struct export_table *ret_table)
{
    if (!exports.rva || !within(exports.rva, EXPORT_BYTES, view->bytes)) {
        return false;
    }
    struct export_table table = {
        .ordinal_base = get32_at(view, exports.rva + 16),
        .functions = get32_at(view, exports.rva + 20),
        .names = get32_at(view, exports.rva + 24),
        .function_rva = get32_at(view, exports.rva + 28),
        .name_rva = get32_at(view, exports.rva + 32),
        .ordinal_rva = get32_at(view, exports.rva + 36),
    };
    *ret_table = table;
    return within(table.function_rva, table.functions * 4ull, view->bytes) &&
           within(table.name_rva, table.names * 4ull, view->bytes) &&
           within(table.ordinal_rva, table.names * 2ull, view->bytes);
}

static uint32_t ordinal_of_name(const struct pe_view *view, const struct export_table *table, uint32_t index)
{
    uint16_t ordinal;
    memcpy(&ordinal, view->at + table->ordinal_rva + index * 2ull, sizeof(ordinal));
    return ordinal;
}

/* Names are sorted: the function's index, or UINT32_MAX. */
static uint32_t find_name(const struct pe_view *view, const struct export_table *table, const char *name)
{
    uint32_t low = 0, high = table->names;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *at = string_at(view, get32_at(view, table->name_rva + middle * 4ull));
        int order = at ? strcmp(name, at) : 1;
        if (order == 0) {
            return ordinal_of_name(view, table, middle);
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return UINT32_MAX;
}

uint32_t pe_export(const struct pe_view *view, struct pe_directory exports, const char *name, uint32_t ordinal,
                   const char **ret_forwarder)
{
    struct export_table table;
    *ret_forwarder = NULL;
    if (!export_table(view, exports, &table)) {
        return 0;
    }
    uint32_t index = name ? find_name(view, &table, name) : ordinal - table.ordinal_base;
    if (index >= table.functions) {
        return 0;
    }
    uint32_t rva = get32_at(view, table.function_rva + index * 4ull);
    if (rva >= view->bytes) {
        return 0;
    }
    if (rva - exports.rva < exports.bytes) { /* inside the table itself: the name of one elsewhere */
        *ret_forwarder = string_at(view, rva);
        return *ret_forwarder ? rva : 0;
    }
    return rva;
}

const char *pe_export_before(const struct pe_view *view, struct pe_directory exports, uint32_t rva, uint32_t *ret_rva)
{
    struct export_table table;
    const char *found = NULL;
    *ret_rva = 0;
    if (!export_table(view, exports, &table)) {
        return NULL;
    }
    for (uint32_t i = 0; i < table.names; i++) {
        uint32_t index = ordinal_of_name(view, &table, i);
        if (index >= table.functions) {
            continue;
        }
        uint32_t at = get32_at(view, table.function_rva + index * 4ull);
        const char *name = string_at(view, get32_at(view, table.name_rva + i * 4ull));
        if (name && at <= rva && at > *ret_rva && at - exports.rva >= exports.bytes) {
            found = name;
            *ret_rva = at;
        }
    }
    return found;
}
