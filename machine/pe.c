/* SPDX-License-Identifier: MIT */
/* Reading a PE file's headers, and putting its sections where they belong. */
#include "machine/pe.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    DOS_BYTES = 64,
    DOS_NEW_HEADER = 0x3C,
    FILE_HEADER_BYTES = 20,
    OPTIONAL_BYTES_MIN = 112, /* PE32+ up to the data directories */
    SECTION_BYTES = 40,
    MACHINE_AMD64 = 0x8664,
    MAGIC_PE32_PLUS = 0x20B,
    DIRECTORY_EXPORT = 0,
    DIRECTORY_IMPORT = 1,
    DIRECTORY_EXCEPTION = 3,
    DIRECTORY_RELOCATION = 5,
    DIRECTORY_LOAD_CONFIG = 10,
    RELOCATION_ABSOLUTE = 0,
    RELOCATION_DIR64 = 10,
    CONFIG_COOKIE = 88, /* offset of SecurityCookie */
    PAGE_SIZE_BYTES = 4096,
};

static uint16_t get16(const uint8_t *at)
{
    uint16_t value;
    memcpy(&value, at, sizeof(value));
    return value;
}

static uint32_t get32(const uint8_t *at)
{
    uint32_t value;
    memcpy(&value, at, sizeof(value));
    return value;
}

static uint64_t get64(const uint8_t *at)
{
    uint64_t value;
    memcpy(&value, at, sizeof(value));
    return value;
}

__attribute__((format(printf, 2, 3))) static bool refuse(struct pe_error *error, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vsnprintf(error->text, sizeof(error->text), format, list);
    va_end(list);
    return false;
}

static bool within(uint64_t offset, uint64_t bytes, uint64_t whole)
{
    return offset <= whole && bytes <= whole - offset;
}

static bool parse_directory(const uint8_t *optional, uint32_t count, uint32_t index, struct pe *pe,
                            struct pe_directory *ret_directory, struct pe_error *error)
{
    static const char *names[16] = {
        [0] = "export", [1] = "import", [3] = "exception", [5] = "relocation", [10] = "load configuration"};
    *ret_directory = (struct pe_directory){0, 0};
    if (index >= count) {
        return true;
    }
    struct pe_directory directory = {get32(optional + OPTIONAL_BYTES_MIN + index * 8),
                                     get32(optional + OPTIONAL_BYTES_MIN + index * 8 + 4)};
    if (directory.bytes == 0 || directory.rva == 0) {
        return true;
    }
    if (!within(directory.rva, directory.bytes, pe->image_bytes)) {
        return refuse(error, "its %s table lies outside of the image", names[index]);
    }
    *ret_directory = directory;
    return true;
}

static bool parse_optional(const uint8_t *optional, uint32_t bytes, struct pe *pe, struct pe_error *error)
{
    if (bytes < OPTIONAL_BYTES_MIN || get16(optional) != MAGIC_PE32_PLUS) {
        return refuse(error, "it is not a 64-bit (PE32+) image");
    }
    pe->entry = get32(optional + 16);
    pe->preferred_base = get64(optional + 24);
    uint32_t alignment = get32(optional + 32);
    pe->image_bytes = get32(optional + 56);
    pe->header_bytes = get32(optional + 60);
    uint32_t count = get32(optional + 108);
    if (alignment < PAGE_SIZE_BYTES || (alignment & (alignment - 1)) != 0) {
        return refuse(error, "its sections are aligned to %u bytes, less than a page", alignment);
    }
    if (pe->image_bytes > PE_IMAGE_BYTES_MAX || pe->image_bytes < PAGE_SIZE_BYTES) {
        return refuse(error, "its size of %u bytes is more than the %d that there is room for, or no page",
                      pe->image_bytes, PE_IMAGE_BYTES_MAX);
    }
    pe->image_bytes = (pe->image_bytes + PAGE_SIZE_BYTES - 1) / PAGE_SIZE_BYTES * PAGE_SIZE_BYTES;
    if (pe->entry >= pe->image_bytes) {
        return refuse(error, "its entry point lies outside of the image");
    }
    if (count > (bytes - OPTIONAL_BYTES_MIN) / 8) {
        return refuse(error, "its data directories are longer than its header");
    }
    return parse_directory(optional, count, DIRECTORY_EXPORT, pe, &pe->exports, error) &&
           parse_directory(optional, count, DIRECTORY_IMPORT, pe, &pe->imports, error) &&
           parse_directory(optional, count, DIRECTORY_EXCEPTION, pe, &pe->exceptions, error) &&
           parse_directory(optional, count, DIRECTORY_RELOCATION, pe, &pe->relocations, error) &&
           parse_directory(optional, count, DIRECTORY_LOAD_CONFIG, pe, &pe->load_config, error);
}

static bool parse_section(const uint8_t *header, size_t file_bytes, uint32_t *end, struct pe *pe,
                          struct pe_error *error)
{
    struct pe_section section = {.rva = get32(header + 12),
                                 .bytes = get32(header + 8),
                                 .raw_offset = get32(header + 20),
                                 .raw_bytes = get32(header + 16)};
    uint32_t flags = get32(header + 36);
    for (uint32_t i = 0; i < 8; i++) { /* the name goes into sentences */
        section.name[i] = header[i] >= 0x20 && header[i] < 0x7F ? (char)header[i] : 0;
    }
    section.execute = flags >> 29 & 1;
    section.read = flags >> 30 & 1;
    section.write = flags >> 31 & 1;
    section.bytes = section.bytes ? section.bytes : section.raw_bytes;
    section.raw_bytes = section.raw_bytes > section.bytes ? section.bytes : section.raw_bytes;
    if (section.bytes == 0) {
        return true;
    }
    if (section.rva % PAGE_SIZE_BYTES != 0 || section.rva < *end ||
        !within(section.rva, section.bytes, pe->image_bytes)) {
        return refuse(error, "its section %s overlaps another, or lies outside of the image", section.name);
    }
    if (section.raw_bytes && !within(section.raw_offset, section.raw_bytes, file_bytes)) {
        return refuse(error, "it is cut off: the file ends before its section %s does", section.name);
    }
    *end = (section.rva + section.bytes + PAGE_SIZE_BYTES - 1) / PAGE_SIZE_BYTES * PAGE_SIZE_BYTES;
    pe->sections[pe->section_count++] = section;
    return true;
}

bool pe_parse(const uint8_t *file, size_t file_bytes, struct pe *ret_pe, struct pe_error *error)
{
    struct pe pe = {0};
    error->text[0] = 0;
    if (file_bytes < DOS_BYTES || file[0] != 'M' || file[1] != 'Z') {
        return refuse(error, "it is no PE image (it does not begin with MZ)");
    }
    uint64_t at = get32(file + DOS_NEW_HEADER);
    if (!within(at, 4 + FILE_HEADER_BYTES, file_bytes) || memcmp(file + at, "PE\0\0", 4) != 0) {
        return refuse(error, "it is no PE image (it has no PE header)");
    }
    const uint8_t *header = file + at + 4;
    uint32_t machine = get16(header), sections = get16(header + 2), optional_bytes = get16(header + 16);
    if (machine != MACHINE_AMD64) {
        return refuse(error, "it is for another machine (0x%04X); only x64 images (0x8664) run here", machine);
    }
    if (!within(at + 4 + FILE_HEADER_BYTES, optional_bytes + (uint64_t)sections * SECTION_BYTES, file_bytes)) {
        return refuse(error, "it is cut off: the file ends before its headers do");
    }
    if (sections == 0 || sections > PE_SECTIONS_MAX) {
        return refuse(error, "it has %u sections; 1 to %d are possible", sections, PE_SECTIONS_MAX);
    }
    pe.fixed = get16(header + 18) & 1;
    const uint8_t *optional = header + FILE_HEADER_BYTES;
    if (!parse_optional(optional, optional_bytes, &pe, error)) {
        return false;
    }
    uint64_t headers_end = at + 4 + FILE_HEADER_BYTES + optional_bytes + (uint64_t)sections * SECTION_BYTES;
    if (pe.header_bytes < headers_end || pe.header_bytes > file_bytes || pe.header_bytes > pe.image_bytes) {
        return refuse(error, "its headers' size of %u bytes is wrong", pe.header_bytes);
    }
    pe.base_field = (uint32_t)(at + 4 + FILE_HEADER_BYTES + 24);
    uint32_t end = (pe.header_bytes + PAGE_SIZE_BYTES - 1) / PAGE_SIZE_BYTES * PAGE_SIZE_BYTES;
    for (uint32_t i = 0; i < sections; i++) {
        if (!parse_section(optional + optional_bytes + i * SECTION_BYTES, file_bytes, &end, &pe, error)) {
            return false;
        }
    }
    *ret_pe = pe;
    return true;
}

void pe_place(const struct pe *pe, const uint8_t *file, const struct pe_view *view)
{
    assert(view->bytes == pe->image_bytes);
    memcpy(view->at, file, pe->header_bytes);
    memcpy(view->at + pe->base_field, &view->base, sizeof(view->base));
    for (uint32_t i = 0; i < pe->section_count; i++) {
        const struct pe_section *section = &pe->sections[i];
        if (section->raw_bytes) {
            memcpy(view->at + section->rva, file + section->raw_offset, section->raw_bytes);
        }
    }
}

static bool relocate_block(const struct pe_view *view, uint32_t page, const uint8_t *entries, uint32_t count,
                           uint64_t delta, struct pe_error *error)
{
    for (uint32_t i = 0; i < count; i++) {
        uint16_t entry = get16(entries + i * 2);
        uint64_t at = (uint64_t)page + (entry & 0xFFF);
        if (entry >> 12 == RELOCATION_ABSOLUTE) {
            continue;
        }
        if (entry >> 12 != RELOCATION_DIR64 || !within(at, 8, view->bytes)) {
            return refuse(error, "its relocation at 0x%llX is of an unknown kind, or outside of the image",
                          (unsigned long long)at);
        }
        uint64_t value = get64(view->at + at) + delta;
        memcpy(view->at + at, &value, sizeof(value));
    }
    return true;
}

bool pe_relocate(const struct pe *pe, const struct pe_view *view, struct pe_error *error)
{
    uint64_t delta = view->base - pe->preferred_base;
    if (delta == 0) {
        return true;
    }
    if (pe->fixed) {
        return refuse(error, "it has no relocations and so can run at its preferred address only");
    }
    /* A block may relocate the table itself, if the file is made to: so every number is read only once. */
    for (uint32_t at = 0; at + 8 <= pe->relocations.bytes;) {
        const uint8_t *block = view->at + pe->relocations.rva + at;
        uint32_t page = get32(block), bytes = get32(block + 4);
        if (bytes < 8 || bytes > pe->relocations.bytes - at) {
            return refuse(error, "its relocation table is malformed");
        }
        if (!relocate_block(view, page, block + 8, (bytes - 8) / 2, delta, error)) {
            return false;
        }
        at += bytes;
    }
    return true;
}

void pe_set_cookie(const struct pe *pe, const struct pe_view *view)
{
    uint64_t config = pe->load_config.rva;
    if (!config || pe->load_config.bytes < CONFIG_COOKIE + 8 || !within(config, CONFIG_COOKIE + 8, view->bytes)) {
        return;
    }
    uint64_t cookie = get64(view->at + config + CONFIG_COOKIE) - view->base;
    if (cookie < PAGE_SIZE_BYTES || !within(cookie, 8, view->bytes)) {
        return;
    }
    const uint64_t value = 0x00005A17C0FFEE11u; /* the same in every run; the upper 16 bits are 0 as on Windows */
    memcpy(view->at + cookie, &value, sizeof(value));
}
