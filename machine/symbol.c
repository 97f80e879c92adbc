/* SPDX-License-Identifier: MIT */
/*
 * Addresses to functions and lines, by the ELF copy of an image's symbols (IMAGE.dbg, made by
 * `objcopy -I pei-x86-64 -O elf64-x86-64`) or, without one, by the image's exports. What was read of a
 * file is kept: it belongs to the file, not to the guest.
 */
#include "machine/internal.h"
#include "machine/pe.h"

#include <dwarf.h>
#include <elfutils/libdw.h>
#include <fcntl.h>
#include <gelf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct symbols {
    char path[MACHINE_PATH_MAX];
    int file;
    Elf *elf;
    Dwarf *dwarf;
    struct symbols *next;
};
static struct symbols *all_symbols;

void symbol_forget_all(void)
{
    while (all_symbols) {
        struct symbols *next = all_symbols->next;
        if (all_symbols->dwarf) {
            dwarf_end(all_symbols->dwarf);
        }
        if (all_symbols->elf) {
            elf_end(all_symbols->elf);
        }
        if (all_symbols->file >= 0) {
            close(all_symbols->file);
        }
        free(all_symbols);
        all_symbols = next;
    }
}

static struct symbols *symbols_of(const struct image *image)
{
    for (struct symbols *symbols = all_symbols; symbols; symbols = symbols->next) {
        if (strcmp(symbols->path, image->path) == 0) {
            return symbols;
        }
    }
    struct symbols *symbols = calloc(1, sizeof(*symbols));
    if (!symbols) {
        return NULL;
    }
    char path[MACHINE_PATH_MAX + 8];
    snprintf(symbols->path, sizeof(symbols->path), "%s", image->path);
    snprintf(path, sizeof(path), "%s.dbg", image->path);
    symbols->file = open(path, O_RDONLY | O_CLOEXEC);
    if (symbols->file >= 0 && elf_version(EV_CURRENT) != EV_NONE) {
        symbols->elf = elf_begin(symbols->file, ELF_C_READ_MMAP, NULL);
        symbols->dwarf = symbols->elf ? dwarf_begin_elf(symbols->elf, DWARF_C_READ, NULL) : NULL;
    }
    symbols->next = all_symbols;
    all_symbols = symbols;
    return symbols;
}

static Elf_Data *symbol_table(Elf *elf, GElf_Shdr *ret_header)
{
    Elf_Scn *section = NULL;
    while ((section = elf_nextscn(elf, section))) {
        if (gelf_getshdr(section, ret_header) && ret_header->sh_type == SHT_SYMTAB) {
            return elf_getdata(section, NULL);
        }
    }
    return NULL;
}

static bool by_symbol_table(const struct symbols *symbols, uint64_t address, uint64_t low, struct machine_frame *frame)
{
    GElf_Shdr header;
    Elf_Data *data = symbols->elf ? symbol_table(symbols->elf, &header) : NULL;
    uint64_t best = 0;
    for (int i = 0; data && header.sh_entsize && (uint64_t)i < header.sh_size / header.sh_entsize; i++) {
        GElf_Sym symbol;
        const char *name =
            gelf_getsym(data, i, &symbol) ? elf_strptr(symbols->elf, header.sh_link, symbol.st_name) : NULL;
        bool fits = name && name[0] && name[0] != '.' && symbol.st_shndx != SHN_ABS && symbol.st_shndx != SHN_UNDEF;
        if (fits && symbol.st_value >= low && symbol.st_value <= address && symbol.st_value > best) {
            best = symbol.st_value;
            snprintf(frame->function, sizeof(frame->function), "%s", name);
        }
    }
    frame->offset = best ? address - best : frame->offset;
    return best != 0;
}

static bool find_unit(Dwarf *dwarf, uint64_t address, Dwarf_Die *ret_unit)
{
    Dwarf_Off offset = 0, next;
    size_t header_bytes;
    while (dwarf_nextcu(dwarf, offset, &next, &header_bytes, NULL, NULL, NULL) == 0) {
        if (dwarf_offdie(dwarf, offset + header_bytes, ret_unit) && dwarf_haspc(ret_unit, address) > 0) {
            return true;
        }
        offset = next;
    }
    return false;
}

static void set_file(struct machine_frame *frame, Dwarf_Die *unit, const char *file, uint32_t line)
{
    Dwarf_Attribute attribute;
    const char *directory = dwarf_formstring(dwarf_attr(unit, DW_AT_comp_dir, &attribute));
    bool relative = file[0] != '/' && directory;
    snprintf(frame->file, sizeof(frame->file), "%s%s%s", relative ? directory : "", relative ? "/" : "", file);
    frame->line = line;
}

/* Where an inlined function was called: the place in the frame that it is part of. */
static void set_call_site(struct machine_frame *frame, Dwarf_Die *unit, Dwarf_Die *inlined)
{
    Dwarf_Attribute attribute;
    Dwarf_Word index, line;
    Dwarf_Files *files;
    size_t count;
    if (dwarf_formudata(dwarf_attr(inlined, DW_AT_call_file, &attribute), &index) == 0 &&
        dwarf_formudata(dwarf_attr(inlined, DW_AT_call_line, &attribute), &line) == 0 &&
        dwarf_getsrcfiles(unit, &files, &count) == 0 && index < count) {
        set_file(frame, unit, dwarf_filesrc(files, index, NULL, NULL), (uint32_t)line);
    }
}

/* `address` is the one to look up, `ip` the one that the offset is counted to. How many frames it stands for. */
static uint32_t by_dwarf(Dwarf *dwarf, uint64_t address, uint64_t ip, struct machine_frame *frames, uint32_t frames_max)
{
    Dwarf_Die unit, *scopes = NULL, *parents = NULL;
    if (!find_unit(dwarf, address, &unit)) {
        return 1;
    }
    Dwarf_Line *line = dwarf_getsrc_die(&unit, address);
    const char *file = line ? dwarf_linesrc(line, NULL, NULL) : NULL;
    int number = 0;
    if (file && dwarf_lineno(line, &number) == 0) {
        set_file(&frames[0], &unit, file, (uint32_t)number);
    }
    int count = dwarf_getscopes(&unit, address, &scopes) > 0 ? dwarf_getscopes_die(&scopes[0], &parents) : 0;
    uint32_t used = 0;
    for (int i = 0; i < count; i++) {
        int tag = dwarf_tag(&parents[i]);
        const char *name = dwarf_diename(&parents[i]);
        Dwarf_Addr entry;
        if ((tag != DW_TAG_subprogram && tag != DW_TAG_inlined_subroutine) || !name) {
            continue;
        }
        snprintf(frames[used].function, sizeof(frames[used].function), "%s", name);
        frames[used].offset = dwarf_entrypc(&parents[i], &entry) == 0 && ip >= entry ? ip - entry : 0;
        if (tag == DW_TAG_subprogram || used + 1 == frames_max) {
            break;
        }
        used++;
        frames[used] = frames[0];
        set_call_site(&frames[used], &unit, &parents[i]);
    }
    free(scopes);
    free(parents);
    return used + 1;
}

static void by_exports(const struct image *image, struct machine_frame *frame)
{
    const struct pe_view view = {image->image.base, (uint32_t)image->image.size, (uint64_t)image->image.base};
    const struct pe_directory exports = {(uint32_t)image->export_offset, (uint32_t)image->export_bytes};
    uint32_t rva = (uint32_t)(frame->ip - view.base), at;
    if (!guest_readable(view.base + exports.rva, exports.bytes)) {
        return;
    }
    const char *name = pe_export_before(&view, exports, rva, &at);
    if (name) {
        snprintf(frame->function, sizeof(frame->function), "%s", name);
        frame->offset = rva - at;
    }
}

uint32_t symbol_frames(uint64_t address, bool call, struct machine_frame *ret_frames, uint32_t frames_max)
{
    struct machine_frame *frame = &ret_frames[0];
    *frame = (struct machine_frame){.ip = address};
    const struct image *image = image_find(address);
    if (!image || frames_max == 0) {
        return frames_max > 0;
    }
    snprintf(frame->image, sizeof(frame->image), "%s", image->image.name);
    frame->core = image->core;
    frame->offset = address - (uint64_t)image->image.base;
    const struct symbols *symbols = symbols_of(image);
    uint64_t there = frame->offset + image->preferred_base;
    uint32_t count = 1;
    if (symbols && symbols->dwarf) {
        count = by_dwarf(symbols->dwarf, there - call, there, ret_frames, frames_max);
    }
    if (!frame->function[0] && (!symbols || !by_symbol_table(symbols, there, image->preferred_base, frame))) {
        by_exports(image, frame);
    }
    return count;
}

bool symbol_frame(uint64_t address, bool call, struct machine_frame *ret_frame)
{
    return symbol_frames(address, call, ret_frame, 1) == 1 && ret_frame->image[0];
}

bool machine_symbol(uint64_t address, struct machine_frame *ret_frame)
{
    return symbol_frame(address, false, ret_frame);
}

uint64_t machine_symbol_address(const char *name, const char *symbol)
{
    const struct image *image = image_by_name(name);
    const struct symbols *symbols = image ? symbols_of(image) : NULL;
    GElf_Shdr header;
    Elf_Data *data = symbols && symbols->elf ? symbol_table(symbols->elf, &header) : NULL;
    for (int i = 0; data && header.sh_entsize && (uint64_t)i < header.sh_size / header.sh_entsize; i++) {
        GElf_Sym entry;
        const char *there =
            gelf_getsym(data, i, &entry) ? elf_strptr(symbols->elf, header.sh_link, entry.st_name) : NULL;
        if (there && strcmp(there, symbol) == 0 && entry.st_value >= image->preferred_base) {
            return entry.st_value - image->preferred_base + (uint64_t)image->image.base;
        }
    }
    if (!image) {
        return 0;
    }
    const struct pe_view view = {image->image.base, (uint32_t)image->image.size, (uint64_t)image->image.base};
    const struct pe_directory exports = {(uint32_t)image->export_offset, (uint32_t)image->export_bytes};
    const char *forwarder;
    uint32_t rva = pe_export(&view, exports, symbol, 0, &forwarder);
    return rva && !forwarder ? view.base + rva : 0;
}
