/* SPDX-License-Identifier: MIT */
/*
 * Telling a debugger what is loaded where. An image's DWARF speaks of the address that it was linked for,
 * and GDB's JIT interface takes only DWARF that already speaks of the final one. So the debugger is told
 * by two empty functions with breakpoints on them (machine_gdb_script), which `add-symbol-file -o` the
 * symbols with the distance that the image was moved.
 */
#include "machine/internal.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* What the script reads. */
char machine_gdb_path[MACHINE_PATH_MAX + 8];
uint64_t machine_gdb_offset;
uint64_t machine_gdb_driver_entry;
char machine_gdb_image_name[MACHINE_NAME_MAX];

__attribute__((noinline)) void machine_gdb_break(const char *image, uint64_t driver_entry)
{
    snprintf(machine_gdb_image_name, sizeof(machine_gdb_image_name), "%s", image);
    machine_gdb_driver_entry = driver_entry;
    machine_gdb_stop();
}

__attribute__((noinline)) void machine_gdb_stop(void)
{
    __asm__ volatile("" ::: "memory"); /* keeps the call from being optimised away */
}

__attribute__((noinline)) void machine_gdb_symbols(void)
{
    __asm__ volatile("" ::: "memory");
}

__attribute__((noinline)) void machine_gdb_symbols_gone(void)
{
    __asm__ volatile("" ::: "memory");
}

static bool set_symbols(const struct image *image)
{
    snprintf(machine_gdb_path, sizeof(machine_gdb_path), "%s.dbg", image->path);
    machine_gdb_offset = (uint64_t)image->image.base - image->preferred_base;
    return access(machine_gdb_path, R_OK) == 0;
}

void gdb_image_loaded(const struct image *image)
{
    if (machine_host.options.gdb && set_symbols(image)) {
        machine_gdb_symbols();
    }
}

void gdb_image_unloaded(const struct image *image)
{
    if (machine_host.options.gdb && set_symbols(image)) {
        machine_gdb_symbols_gone();
    }
}

void gdb_forget_all(void)
{
    for (uint32_t i = 0; machine_host.options.gdb && i < IMAGES_MAX; i++) {
        if (STATE->images[i].image.base) {
            gdb_image_unloaded(&STATE->images[i]);
        }
    }
}

const char *machine_gdb_script(void)
{
    return "set breakpoint pending on\n"
           "set confirm off\n"
           "handle SIG38 nostop noprint pass\n"
           "break machine_gdb_symbols\n"
           "commands\n"
           "silent\n"
           "eval \"add-symbol-file %s -o 0x%lx\", machine_gdb_path, machine_gdb_offset\n"
           "continue\n"
           "end\n"
           "break machine_gdb_symbols_gone\n"
           "commands\n"
           "silent\n"
           "eval \"remove-symbol-file %s\", machine_gdb_path\n"
           "continue\n"
           "end\n"
           "break machine_gdb_stop\n"
           "commands\n"
           "silent\n"
           "tbreak *machine_gdb_driver_entry\n"
           "continue\n"
           "end\n"
           "break bugcheck_tell\n"; /* of nt/: the stack is that of the driver's wrong call */
}
