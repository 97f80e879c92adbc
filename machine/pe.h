/* SPDX-License-Identifier: MIT */
/*
 * The PE format as far as a loader needs it. Pure functions over bytes: nothing here trusts a number that
 * it read, and tests/machine/fuzz_pe.c feeds all of it garbage. Follows the documented "PE Format".
 */
#ifndef KMDOCK_MACHINE_PE_H
#define KMDOCK_MACHINE_PE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PE_SECTIONS_MAX = 96,
    PE_IMAGE_BYTES_MAX = 32 << 20,
    PE_NAME_MAX = 512, /* of a module or an import, terminator included */
};

struct pe_directory {
    uint32_t rva, bytes; /* 0, 0: there is none */
};

struct pe_section {
    char name[9];
    uint32_t rva, bytes;            /* in memory; bytes is not rounded */
    uint32_t raw_offset, raw_bytes; /* in the file; raw_bytes <= bytes */
    bool read, write, execute;
};

struct pe {
    uint64_t preferred_base;
    uint32_t base_field; /* offset of ImageBase in the headers */
    uint32_t image_bytes, header_bytes;
    uint32_t entry; /* rva, 0 none */
    bool fixed;     /* relocations were stripped */
    struct pe_directory exports, imports, exceptions, relocations, load_config;
    uint32_t section_count;
    struct pe_section sections[PE_SECTIONS_MAX];
};

/* An image's bytes in memory: `bytes` of them at `at`, to run at the address `base`. */
struct pe_view {
    uint8_t *at;
    uint32_t bytes;
    uint64_t base;
};

struct pe_error {
    char text[1200];
};

enum pe_bound {
    PE_BOUND,
    PE_MALFORMED,
    PE_MODULE_MISSING,
    PE_NAME_MISSING,
};

/* Finds what an import means. `name` NULL: by ordinal. */
typedef enum pe_bound pe_resolve(void *user, const char *module, const char *name, uint32_t ordinal,
                                 uint64_t *ret_address);

bool pe_parse(const uint8_t *file, size_t file_bytes, struct pe *ret_pe, struct pe_error *error);
/* Headers and sections to their places; `view` is zeroed and pe->image_bytes large. */
void pe_place(const struct pe *pe, const uint8_t *file, const struct pe_view *view);
bool pe_relocate(const struct pe *pe, const struct pe_view *view, struct pe_error *error);
enum pe_bound pe_bind(const struct pe *pe, const struct pe_view *view, pe_resolve *resolve, void *user,
                      struct pe_error *error);
/* The rva of an export, 0 if there is none. `ret_forwarder` is set to "MODULE.Name" if it stands elsewhere. */
uint32_t pe_export(const struct pe_view *view, struct pe_directory exports, const char *name, uint32_t ordinal,
                   const char **ret_forwarder);
/* The export at or before an address, for images without symbols; NULL if there is none. */
const char *pe_export_before(const struct pe_view *view, struct pe_directory exports, uint32_t rva, uint32_t *ret_rva);
/* Gives the image's stack protector a cookie that is not the default one. */
void pe_set_cookie(const struct pe *pe, const struct pe_view *view);

#endif
