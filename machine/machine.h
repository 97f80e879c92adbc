/* SPDX-License-Identifier: MIT */
/*
 * The machine as its host sees it: link/ and cli/ are written against this header. One machine per
 * process, all calls from one thread (machine_halt alone may also come from a signal handler).
 *
 * The order: machine_boot, machine_module_load for ntoskrnl.exe, hal.dll and wdfldr.sys in this order,
 * machine_image_register for every service, machine_run, machine_shutdown.
 */
#ifndef KMDOCK_MACHINE_MACHINE_H
#define KMDOCK_MACHINE_MACHINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "machine/guest.h"
#include "machine/report.h"

struct machine_policy; /* machine/policy.h */

enum {
    MACHINE_PROCESSORS_DEFAULT = 2,
    MACHINE_WATCHDOG_SECONDS_DEFAULT = 10,
    MACHINE_ERROR_MAX = 512, /* bytes of an error sentence, terminator included */
};

/* Everything may be zero except where it says so; machine_options_default fills in the defaults. */
struct machine_options {
    uint32_t processors;       /* 1 to MACHINE_PROCESSORS_MAX; default 2 */
    bool virtual_clock;        /* time jumps to the next alarm when nothing is ready */
    bool checked;              /* sets MACHINE_CHECKED for the guest */
    bool stop_when_idle;       /* machine_run ends when nothing can ever happen again */
    bool gdb;                  /* registers images with a debugger (the GDB JIT interface) */
    uint32_t watchdog_seconds; /* of CPU time that one context may run; default 10, 0: off */
    void *user;                /* first argument of every callback below */
    /* What the driver printed; not terminated. */
    void (*log)(void *user, const char *text, size_t length);
    /* A defect that did not stop the machine. `stack_text` is "" or ready to print, one frame per line. */
    void (*report)(void *user, const char *rule, const char *sentence, const char *stack_text);
    /* The machine stops after this; machine_run returns MACHINE_END_BUGCHECK. */
    void (*bugcheck)(void *user, const struct machine_bugcheck_report *report);
    void (*reply)(void *user, const struct machine_reply *reply);
    void (*publish)(void *user, const char *name, const char *guid, const char *instance, uint32_t state);
    /* Called when no context is ready, with the time to the next alarm (-1: no limit), and every now and
     * then with 0 (do not wait). Here, and before machine_run, the host posts messages. */
    void (*poll)(void *user, int64_t timeout_ns);
    /* What the loader has to say in words about an image it refused. NULL: goes to `log`. */
    void (*complain)(void *user, const char *sentence);
};

enum machine_end {
    MACHINE_END_HALTED,   /* machine_halt was called */
    MACHINE_END_BUGCHECK, /* the bugcheck callback has told why */
    MACHINE_END_IDLE,     /* stop_when_idle: every context waits and no alarm is set */
};

void machine_options_default(struct machine_options *ret_options);

/* Maps the arena. 0, or a negative errno (-EBUSY: there is a machine already, or the address range is taken). */
int machine_boot(const struct machine_options *options);
/* Gives everything back; machine_boot may be called again. */
void machine_shutdown(void);

/* Which file the service name means for machine_image_load; a second call replaces the first.
 * 0, -ENAMETOOLONG, -ENOSPC (MACHINE_SERVICES_MAX). */
int machine_image_register(const char *service, const char *path);
/* Loads a core image: maps it, binds its imports to the images that are there already ("machine.dll" is
 * the host itself). 0, or an NTSTATUS and a sentence in `ret_error` (may be NULL). */
int32_t machine_module_load(const char *path, char *ret_error, size_t error_bytes);

/* Starts ntoskrnl.exe's entry `void NtKernelMain(struct machine_page *)` in the first context (once), runs until an
 * end. May be called again after MACHINE_END_HALTED and MACHINE_END_IDLE. */
enum machine_end machine_run(void);
/* Asks machine_run to return at the next poll point. From callbacks and signal handlers too. */
void machine_halt(void);

/* Queues a message at a port. `in_data`: message->in_bytes bytes, copied into the arena; `in`, `out` and
 * `block` of `message` are ignored. 0, or -ENOMEM. */
int machine_port_post(uint64_t port, const struct machine_message *message, const void *in_data);
/* Frees what is still queued at the ports of a client that has gone (not the listener's port). */
void machine_port_drop(uint32_t client);
#define MACHINE_PORT(client, thread) ((uint64_t)(client) << 32 | (uint32_t)(thread))

/* -- symbols --------------------------------------------------------------------------------- */

/* What stands at a guest address. Returns false if no image covers it. */
bool machine_symbol(uint64_t address, struct machine_frame *ret_frame);
/* The address of a function or global of a loaded image by its .dbg symbols or its exports; 0 if unknown. */
uint64_t machine_symbol_address(const char *image, const char *symbol);

/* -- snapshots ------------------------------------------------------------------------------- */

struct machine_snapshot;
/* Between two machine_run calls only. NULL: out of memory. */
struct machine_snapshot *machine_snapshot_take(void);
void machine_snapshot_restore(const struct machine_snapshot *snapshot);
void machine_snapshot_free(struct machine_snapshot *snapshot);
/* A hash of all guest state. */
uint64_t machine_memory_hash(void);

/* -- policies and debuggers ------------------------------------------------------------------ */

/* NULL: the live policy. After machine_boot, between two machine_run calls only. */
void machine_policy_set(const struct machine_policy *policy, void *user);
/* With options.gdb: commands for `gdb -x` that load the images' symbols as they come and stop at every
 * driver's DriverEntry. gdb must not stop for SIGSEGV where the driver was compiled elsewhere (cr8). */
const char *machine_gdb_script(void);
/* Called when a driver image is loaded and before its entry can be called; calls the empty machine_gdb_stop,
 * a place for a breakpoint. `driver_entry`: its DriverEntry, or the image's entry without symbols. */
void machine_gdb_break(const char *image, uint64_t driver_entry);
void machine_gdb_stop(void);
void machine_gdb_symbols(void);      /* empty: machine_gdb_path was loaded at machine_gdb_offset */
void machine_gdb_symbols_gone(void); /* empty: and is gone */
extern char machine_gdb_path[];
extern uint64_t machine_gdb_offset;
extern char machine_gdb_image_name[];
extern uint64_t machine_gdb_driver_entry;

#endif
