/* SPDX-License-Identifier: MIT */
/* Images in the arena: mapped, bound, found by name and address, unmapped. */
#include "machine/internal.h"
#include "machine/pe.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    FILE_BYTES_MAX = 256 << 20,
    FORWARDS_MAX = 8,
    SERVICE_NAME_MAX = 256,
};

#define STATUS_OBJECT_NAME_NOT_FOUND  ((int32_t)0xC0000034)
#define STATUS_INVALID_IMAGE_FORMAT   ((int32_t)0xC000007B)
#define STATUS_PROCEDURE_NOT_FOUND    ((int32_t)0xC000007A)
#define STATUS_DLL_NOT_FOUND          ((int32_t)0xC0000135)
#define STATUS_INSUFFICIENT_RESOURCES ((int32_t)0xC000009A)
#define STATUS_IMAGE_ALREADY_LOADED   ((int32_t)0xC000010E)

struct service {
    char name[SERVICE_NAME_MAX];
    char path[MACHINE_PATH_MAX];
};
static struct service services[SERVICES_MAX];
static uint32_t service_count;

static struct service *find_service(const char *name)
{
    for (uint32_t i = 0; i < service_count; i++) {
        if (strcasecmp(services[i].name, name) == 0) {
            return &services[i];
        }
    }
    return NULL;
}

int machine_image_register(const char *name, const char *path)
{
    if (strlen(name) >= SERVICE_NAME_MAX || strlen(path) >= MACHINE_PATH_MAX) {
        return -ENAMETOOLONG;
    }
    struct service *service = find_service(name);
    if (!service && service_count == SERVICES_MAX) {
        return -ENOSPC;
    }
    service = service ? service : &services[service_count++];
    snprintf(service->name, sizeof(service->name), "%s", name);
    snprintf(service->path, sizeof(service->path), "%s", path);
    return 0;
}

void image_forget_all(void)
{
    service_count = 0;
}

/* -- finding --------------------------------------------------------------------------------- */

struct image *image_find(uint64_t address)
{
    uint64_t slot = (address - ARENA_BASE - ARENA_IMAGES_OFFSET) / ARENA_IMAGE_SPACING;
    if (address < ARENA_BASE + ARENA_IMAGES_OFFSET || slot >= IMAGES_MAX) {
        return NULL;
    }
    struct image *image = &STATE->images[slot];
    return image->image.base && address - (uint64_t)image->image.base < image->image.size ? image : NULL;
}

static size_t stem_length(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot ? (size_t)(dot - name) : strlen(name);
}

/* By file name without regard to case; a name without an ending (as in a forwarder) fits any. */
struct image *image_by_name(const char *name)
{
    size_t length = strlen(name);
    bool any_ending = !strchr(name, '.');
    for (uint32_t i = 0; i < IMAGES_MAX; i++) {
        struct image *image = &STATE->images[i];
        const char *there = image->image.name;
        bool same = any_ending ? stem_length(there) == length && strncasecmp(there, name, length) == 0
                               : strcasecmp(there, name) == 0;
        if (image->image.base && same) {
            return image;
        }
    }
    return NULL;
}

uint64_t image_core_entry(void)
{
    const struct image *image = image_by_name("ntoskrnl.exe");
    return image ? (uint64_t)image->image.entry : 0;
}

static struct pe_view view_of(const struct image *image)
{
    return (struct pe_view){image->image.base, (uint32_t)image->image.size, (uint64_t)image->image.base};
}

static struct pe_directory exports_of(const struct image *image)
{
    return (struct pe_directory){(uint32_t)image->export_offset, (uint32_t)image->export_bytes};
}

static enum pe_bound resolve(void *user, const char *module, const char *name, uint32_t ordinal, uint64_t *ret_address)
{
    uint32_t *forwards = user;
    if (strcasecmp(module, "machine.dll") == 0) {
        *ret_address = name ? calls_address(name) : 0;
        return *ret_address ? PE_BOUND : PE_NAME_MISSING;
    }
    const struct image *image = image_by_name(module);
    if (!image) {
        return PE_MODULE_MISSING;
    }
    const struct pe_view view = view_of(image);
    const char *forwarder;
    uint32_t rva = pe_export(&view, exports_of(image), name, ordinal, &forwarder);
    if (!rva) {
        return PE_NAME_MISSING;
    }
    if (!forwarder) {
        *ret_address = view.base + rva;
        return PE_BOUND;
    }
    /* "MODULE.Name", "MODULE.#7": elsewhere, and from there perhaps elsewhere again. */
    char other[PE_NAME_MAX];
    snprintf(other, sizeof(other), "%s", forwarder);
    char *dot = strrchr(other, '.');
    if (!dot || ++*forwards > FORWARDS_MAX) {
        return PE_NAME_MISSING;
    }
    *dot = 0;
    const char *target = dot[1] == '#' ? NULL : dot + 1;
    uint32_t number = target ? 0 : (uint32_t)strtoul(dot + 2, NULL, 10);
    enum pe_bound bound = resolve(user, other, target, number, ret_address);
    return bound == PE_MODULE_MISSING ? PE_NAME_MISSING : bound;
}

static enum pe_bound resolve_import(void *user, const char *module, const char *name, uint32_t ordinal,
                                    uint64_t *ret_address)
{
    (void)user;
    uint32_t forwards = 0;
    return resolve(&forwards, module, name, ordinal, ret_address);
}

/* -- mapping --------------------------------------------------------------------------------- */

static uint8_t *read_file(const char *path, size_t *ret_bytes, struct pe_error *error)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    uint8_t *bytes = NULL;
    if (file < 0 || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        snprintf(error->text, sizeof(error->text), "it cannot be read: %s",
                 file < 0 ? strerror(errno) : "it is no regular file");
    } else if (status.st_size > FILE_BYTES_MAX) {
        snprintf(error->text, sizeof(error->text), "it is larger than %d bytes", FILE_BYTES_MAX);
    } else {
        bytes = malloc((size_t)status.st_size + 1);
        size_t got = 0;
        ssize_t step = 1;
        while (bytes && got < (size_t)status.st_size && step > 0) {
            step = read(file, bytes + got, (size_t)status.st_size - got);
            got += step > 0 ? (size_t)step : 0;
        }
        *ret_bytes = got;
    }
    if (file >= 0) {
        close(file);
    }
    return bytes;
}

static void set_section(struct image *image, uint32_t rva, uint32_t bytes, int protection)
{
    assert(image->section_count < SECTIONS_MAX);
    bytes = (uint32_t)((bytes + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES);
    image->sections[image->section_count++] = (struct image_section){rva, bytes, protection, 0};
}

static bool protect_image(struct image *image, const struct pe *pe)
{
    uint64_t offset = (uint64_t)image->image.base - ARENA_BASE;
    _Static_assert((int)PE_SECTIONS_MAX < (int)SECTIONS_MAX, "the headers are one more");
    set_section(image, 0, pe->header_bytes, PROT_READ);
    for (uint32_t i = 0; i < pe->section_count; i++) {
        const struct pe_section *section = &pe->sections[i];
        int protection = (section->read || section->execute ? PROT_READ : 0) |
                         (section->write ? PROT_READ | PROT_WRITE : 0) | (section->execute ? PROT_EXEC : 0);
        set_section(image, section->rva, section->bytes, protection);
    }
    if (!arena_protect(offset, image->image.size, PROT_NONE)) {
        return false;
    }
    for (uint32_t i = 0; i < image->section_count; i++) {
        const struct image_section *section = &image->sections[i];
        if (!arena_protect(offset + section->offset, section->bytes, section->protection)) {
            return false;
        }
    }
    return true;
}

static void unmap(struct image *image)
{
    uint64_t offset = ARENA_IMAGES_OFFSET + (uint64_t)(image - STATE->images) * ARENA_IMAGE_SPACING;
    madvise((void *)(ARENA_BASE + offset), ARENA_IMAGE_SPACING, MADV_DONTNEED);
    arena_protect(offset, ARENA_IMAGE_SPACING, PROT_NONE);
    memset(image, 0, sizeof(*image));
}

static int32_t map(struct image *image, const uint8_t *file, const struct pe *pe, struct pe_error *error)
{
    uint64_t offset = ARENA_IMAGES_OFFSET + (uint64_t)(image - STATE->images) * ARENA_IMAGE_SPACING;
    struct pe_view view = {(uint8_t *)(ARENA_BASE + offset), pe->image_bytes, ARENA_BASE + offset};
    if (!arena_protect(offset, pe->image_bytes, PROT_READ | PROT_WRITE)) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    pe_place(pe, file, &view);
    if (!pe_relocate(pe, &view, error)) {
        return STATUS_INVALID_IMAGE_FORMAT;
    }
    static const int32_t statuses[] = {
        [PE_MALFORMED] = STATUS_INVALID_IMAGE_FORMAT,
        [PE_MODULE_MISSING] = STATUS_DLL_NOT_FOUND,
        [PE_NAME_MISSING] = STATUS_PROCEDURE_NOT_FOUND,
    };
    enum pe_bound bound = pe_bind(pe, &view, resolve_import, NULL, error);
    if (bound != PE_BOUND) {
        return statuses[bound];
    }
    pe_set_cookie(pe, &view);
    image->image.base = view.at;
    image->image.size = pe->image_bytes;
    image->image.entry = pe->entry ? view.at + pe->entry : NULL;
    image->preferred_base = pe->preferred_base;
    image->export_offset = pe->exports.rva;
    image->export_bytes = pe->exports.bytes;
    image->exception_offset = pe->exceptions.rva;
    image->exception_bytes = pe->exceptions.bytes;
    return protect_image(image, pe) ? 0 : STATUS_INSUFFICIENT_RESOURCES;
}

static struct image *free_slot(void)
{
    for (uint32_t i = 0; i < IMAGES_MAX; i++) {
        if (!STATE->images[i].image.base) {
            return &STATE->images[i];
        }
    }
    return NULL;
}

static int32_t load(const char *path, bool core, struct image **ret_image, struct pe_error *error)
{
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    struct image *image = free_slot();
    size_t bytes = 0;
    struct pe pe;
    snprintf(error->text, sizeof(error->text), "there is no room for it");
    if (image_by_name(name)) {
        snprintf(error->text, sizeof(error->text), "an image of this name is loaded already");
        return STATUS_IMAGE_ALREADY_LOADED;
    }
    if (!image || strlen(name) >= MACHINE_NAME_MAX) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    uint8_t *file = read_file(path, &bytes, error);
    if (!file) {
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    int32_t status = STATUS_INVALID_IMAGE_FORMAT;
    if (pe_parse(file, bytes, &pe, error)) {
        status = map(image, file, &pe, error);
    }
    free(file);
    if (status < 0) {
        unmap(image);
        return status;
    }
    snprintf(image->image.name, sizeof(image->image.name), "%s", name);
    snprintf(image->path, sizeof(image->path), "%s", path);
    image->core = core;
    image->load_order = ++STATE->image_loads;
    gdb_image_loaded(image);
    *ret_image = image;
    return 0;
}

int32_t machine_module_load(const char *path, char *ret_error, size_t error_bytes)
{
    struct pe_error error;
    struct image *image;
    int32_t status = load(path, true, &image, &error);
    if (status < 0 && ret_error) {
        snprintf(ret_error, error_bytes, "%s: %s", path, error.text);
    }
    return status;
}

static void complain(const char *service, const char *path, const char *why)
{
    char sentence[MACHINE_SENTENCE_MAX + MACHINE_PATH_MAX + SERVICE_NAME_MAX];
    int length = snprintf(sentence, sizeof(sentence), "The image of %s%s%s%s cannot be loaded: %s.", service,
                          path ? " (" : "", path ? path : "", path ? ")" : "", why);
    const struct machine_options *options = &machine_host.options;
    if (options->complain) {
        options->complain(options->user, sentence);
    } else if (options->log) {
        options->log(options->user, sentence, (size_t)length);
        options->log(options->user, "\n", 1);
    }
}

/* -- the guest's calls ----------------------------------------------------------------------- */

SWITCH_HANDLER(image_load)
{
    (void)c, (void)d;
    char name[SERVICE_NAME_MAX];
    struct pe_error error;
    struct image *image = NULL;
    scheduler_leave(rsp);
    STATE->progress++;
    guest_string((const char *)a, name, sizeof(name));
    const struct service *service = find_service(name);
    if (!service) {
        complain(name, NULL, "no file is registered for this service");
        return switch_return(rsp, (uint32_t)STATUS_OBJECT_NAME_NOT_FOUND);
    }
    int32_t status = load(service->path, false, &image, &error);
    if (status < 0) {
        complain(name, service->path, error.text);
        return switch_return(rsp, (uint32_t)status);
    }
    *(struct machine_image *)b = image->image;
    if (machine_host.options.gdb) {
        uint64_t driver_entry = machine_symbol_address(image->image.name, "DriverEntry");
        machine_gdb_break(image->image.name, driver_entry ? driver_entry : (uint64_t)image->image.entry);
    }
    return switch_return(rsp, 0);
}

SWITCH_HANDLER(image_unload)
{
    (void)b, (void)c, (void)d;
    struct context *context = scheduler_leave(rsp);
    struct image *image = image_find(a);
    STATE->progress++;
    if (!image || (uint64_t)image->image.base != a || image->core) {
        struct raise raise = {
            .bugcheck = {.code = 0x121,
                         .parameters = {a},
                         .sentence = "An image was unloaded that is not loaded, or that is part of the kernel."}};
        unwind_from_switch(&raise.stack, context);
        return raise_bugcheck(&raise);
    }
    gdb_image_unloaded(image);
    unmap(image);
    return rsp;
}

SWITCH_HANDLER(export)
{
    (void)c, (void)d;
    char module[MACHINE_NAME_MAX], name[PE_NAME_MAX];
    uint64_t address = 0;
    guest_string((const char *)b, name, sizeof(name));
    if (a) {
        guest_string((const char *)a, module, sizeof(module));
        resolve_import(NULL, module, name, 0, &address);
    } else if (resolve_import(NULL, "ntoskrnl.exe", name, 0, &address) != PE_BOUND) {
        resolve_import(NULL, "hal.dll", name, 0, &address);
    }
    return switch_return(rsp, address);
}

MACHINE_CALL int32_t machine_image_of(const void *address, struct machine_image *ret_image)
{
    const struct image *image = image_find((uint64_t)address);
    if (!image) {
        return 0;
    }
    *ret_image = image->image;
    return 1;
}
