/* SPDX-License-Identifier: MIT */
/*
 * The one call interface between a guest image (PE, Microsoft's ABI) and its host (ELF).
 *
 * Included by both sides. In the guest the calls are imports of the pseudo-module "machine.dll"
 * (only ntoskrnl.exe imports it); in the host they are ms_abi functions that the loader binds.
 *
 * Calls marked [switch] may let another context run before they return; the loader enters them
 * through a thunk that leaves the guest's stack, so no host frame ever lies on a guest stack.
 * All others return at once and never switch.
 *
 * Everything that a guest can change lies in the arena; the host keeps nothing about the guest
 * outside it that a snapshot would have to know.
 */
#ifndef KMDOCK_MACHINE_GUEST_H
#define KMDOCK_MACHINE_GUEST_H

#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
#define MACHINE_CALL __declspec(dllimport)
#else
#define MACHINE_CALL __attribute__((ms_abi))
#endif

enum {
    MACHINE_VERSION = 1,
    MACHINE_PROCESSORS_MAX = 8,
    MACHINE_NAME_MAX = 48, /* bytes of a context's or image's name, terminator included */
};

/* machine_page.flags */
enum {
    MACHINE_EXPLORE = 0x1,   /* every point and choice must be told to the machine */
    MACHINE_CHECKED = 0x2,   /* red zones, quarantine, stacks of allocations */
    MACHINE_ATTENTION = 0x4, /* a context of higher level is ready: call machine_point when IRQL < DISPATCH */
};

/*
 * The first page of the arena. The guest reads it directly; of its fields the guest writes only
 * `irql`. A host call on a request's path costs more than the path itself, so in a live run
 * points are this test and nothing else:
 *     if (page->flags & (MACHINE_EXPLORE | MACHINE_ATTENTION)) machine_point(kind, object);
 */
struct machine_page {
    uint32_t version;
    uint32_t flags;
    uint32_t processors;
    uint32_t processor; /* index of the processor of the running context */
    uint32_t context;   /* id of the running context, never 0 */
    uint8_t irql;       /* IRQL of the running context; the machine saves and restores it on a switch */
    uint8_t spare[3];
    void *thread;      /* `thread` of the running context: the guest's KTHREAD */
    uint64_t switches; /* how often the machine switched, for watchdogs and traces */
    void *arena_base;
    uint64_t arena_size; /* bytes */
};

enum machine_context_kind {
    MACHINE_CONTEXT_THREAD, /* system thread, client thread, work item thread */
    MACHINE_CONTEXT_DPC,    /* one per processor; starts at DISPATCH_LEVEL, goes before every thread */
    MACHINE_CONTEXT_CLOCK,  /* at most one: made ready by the alarm; goes before DPCs */
};

struct machine_context_config {
    const char *name;  /* copied */
    uint32_t kind;     /* enum machine_context_kind */
    int32_t processor; /* bound to this processor, or -1 */
    void (*entry)(void *argument);
    void *argument;
    void *thread;         /* see machine_page.thread */
    uint64_t stack_bytes; /* 0: 64 KiB; a guard page lies below */
    uint8_t irql;         /* at its start */
    uint8_t spare[7];
};

/* Kinds of points and choices; the names are shown in reports. */
enum machine_point_kind {
    MACHINE_POINT_IRQL, /* IRQL fell below DISPATCH_LEVEL */
    MACHINE_POINT_LOCK, /* a lock was taken or released */
    MACHINE_POINT_INTERLOCKED,
    MACHINE_POINT_DISPATCHER, /* an event, timer, semaphore, mutex was set or waited for */
    MACHINE_POINT_DPC,
    MACHINE_POINT_IRP, /* IoCallDriver, IoCompleteRequest, IoSetCancelRoutine, IoCancelIrp */
    MACHINE_POINT_QUEUE,
    MACHINE_POINT_YIELD, /* YieldProcessor, KeStallExecutionProcessor, ZwYieldExecution */
};
enum machine_choice_kind {
    MACHINE_CHOICE_CONTEXT,
    MACHINE_CHOICE_ALLOCATION, /* 0: succeeds, 1: fails */
    MACHINE_CHOICE_MAY,        /* where the documentation says "may"; 0 is what a live run does */
};

/* -- contexts -------------------------------------------------------------------------------- */

/* Makes a ready context; returns its id, or 0 if out of contexts or memory. */
MACHINE_CALL uint32_t machine_context_create(const struct machine_context_config *config);
MACHINE_CALL void machine_context_exit(void); /* [switch] never returns; the stack is given back */
/* [switch] Waits for machine_ready; one machine_ready that came before is remembered (a permit). */
MACHINE_CALL void machine_block(uint32_t point_kind, const void *object);
/* Lets a context go on. Does not switch by itself; sets MACHINE_ATTENTION for DPC and clock contexts. */
MACHINE_CALL void machine_ready(uint32_t context);
MACHINE_CALL void machine_point(uint32_t point_kind, const void *object); /* [switch] */
/* [switch] Keeps its processor until the 64-bit word at `lock` is 0; `owner` is who holds it, for the report. */
MACHINE_CALL void machine_spin(const volatile uint64_t *lock, uint32_t owner);
/* A number below `n`; in a live run 0. `what` is an enum machine_choice_kind. */
MACHINE_CALL uint32_t machine_choose(uint32_t n, uint32_t what);

/* -- time (units of 100 ns) ------------------------------------------------------------------ */

MACHINE_CALL uint64_t machine_time(void);        /* since boot; never goes back */
MACHINE_CALL uint64_t machine_system_time(void); /* since 1601-01-01, UTC */
/* Makes the clock context ready when machine_time() reaches `due`; UINT64_MAX: never. Replaces the last one. */
MACHINE_CALL void machine_alarm(uint64_t due);

/* -- memory ---------------------------------------------------------------------------------- */

/* Zeroed pages of the arena (multiples of 4096 bytes); NULL if there are none. */
MACHINE_CALL void *machine_pages_alloc(uint64_t bytes);
MACHINE_CALL void machine_pages_free(void *pages, uint64_t bytes);
/* A client's buffer in the arena, 16-byte aligned, not zeroed; NULL if there is none left. */
MACHINE_CALL void *machine_user_alloc(uint64_t bytes);
MACHINE_CALL void machine_user_free(void *block);

/* -- images ---------------------------------------------------------------------------------- */

struct machine_image {
    char name[MACHINE_NAME_MAX]; /* file name, as imported: "echo.sys" */
    void *base;
    uint64_t size;
    void *entry;
};
/* Maps the .sys that the host registered under `service`, binds its imports. 0, or an NTSTATUS; the host
 * has then said in words what is wrong (STATUS_INVALID_IMAGE_FORMAT, STATUS_PROCEDURE_NOT_FOUND,
 * STATUS_OBJECT_NAME_NOT_FOUND). */
MACHINE_CALL int32_t machine_image_load(const char *service, struct machine_image *ret_image);
MACHINE_CALL void machine_image_unload(void *base);
/* The image that an address lies in: 1 if found. */
MACHINE_CALL int32_t machine_image_of(const void *address, struct machine_image *ret_image);
/* The address of an export, NULL if there is none. `module` NULL: ntoskrnl.exe and hal.dll. */
MACHINE_CALL void *machine_export(const char *module, const char *name);

/* -- what people see ------------------------------------------------------------------------- */

struct machine_bugcheck {
    uint32_t code;
    uint32_t spare;
    uint64_t parameters[4];
    const char *rule;     /* name of the rule, or NULL */
    const char *sentence; /* what happened, one plain sentence, or NULL */
    const void *object;   /* what it is about, or NULL */
};
/* [switch] Never returns: the host reports with the running context's stack and the machine stops. */
MACHINE_CALL void machine_bugcheck(const struct machine_bugcheck *bugcheck);
/* A defect that does not stop the machine (a leak). `stack` from machine_stack_save, or 0. */
MACHINE_CALL void machine_report(const char *rule, const char *sentence, uint32_t stack);
/* Remembers the running context's stack, for a later report; 0 if it could not. Same stack, same number. */
MACHINE_CALL uint32_t machine_stack_save(void);
MACHINE_CALL void machine_log(const char *text, size_t length); /* DbgPrint: the driver's log */
/* One event of the trace: what happened to which object; cheap, and nothing in a live run without a trace. */
MACHINE_CALL void machine_event(uint32_t kind, const void *object, uint64_t a, uint64_t b);

/* -- clients (link/protocol.h says what the operations mean) --------------------------------- */

struct machine_message {
    uint32_t operation; /* LINK_... */
    uint32_t client;    /* 0: the host itself */
    uint32_t thread;    /* the client's thread */
    uint32_t code;      /* control code, desired access, … */
    uint64_t request;
    uint64_t handle;
    uint64_t offset;
    uint32_t in_bytes;
    uint32_t out_bytes;
    void *in;    /* in_bytes, the client's copy */
    void *out;   /* out_bytes, content undefined */
    void *block; /* what holds `in` and `out`; the receiver gives it back with machine_user_free; may be NULL */
};
/* [switch] Waits for the next message of a port: 0 is the listener, else client << 32 | thread. */
MACHINE_CALL void machine_port_receive(uint64_t port, struct machine_message *ret_message);

struct machine_reply {
    uint32_t operation; /* that of the message */
    uint32_t client;
    uint64_t request;
    uint64_t handle;      /* LINK_OPEN */
    int32_t status;       /* NTSTATUS */
    uint32_t bytes;       /* of data that follow */
    uint64_t information; /* IoStatus.Information */
    const void *data;     /* copied before the call returns */
};
MACHINE_CALL void machine_port_reply(const struct machine_reply *reply);
/* A device interface or a symbolic link came, changed or went: the host publishes it.
 * `guid` is NULL for a plain symbolic link; state 0 gone, 1 there but disabled, 2 enabled. */
MACHINE_CALL void machine_publish(const char *name, const char *guid, const char *instance, uint32_t state);

#endif
