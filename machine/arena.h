/* SPDX-License-Identifier: MIT */
/*
 * The arena: one reservation at a fixed address that holds everything a guest can change, and all that
 * the machine knows about the guest. Copying its used pages is a complete snapshot.
 *
 * What the host keeps outside, and why it is no guest state:
 *   - the options and callbacks, the policy: chosen by the host before the run;
 *   - service name → file (image.c): the host's configuration, the guest cannot change it;
 *   - symbol tables (symbol.c): a cache of files, found again by path;
 *   - the debugger's list of images (gdb.c): follows the image table, rebuilt from it on a restore;
 *   - the host stack pointer, the alternate signal stack, the watchdog's last count: meaningful only while
 *     machine_run is active, and snapshots are taken between two runs;
 *   - the offset of the real clock: boot time is in the arena, CLOCK_MONOTONIC is the host's.
 */
#ifndef KMDOCK_MACHINE_ARENA_H
#define KMDOCK_MACHINE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "machine/guest.h"
#include "machine/report.h"

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

/* AddressSanitizer's shadow gap covers the low address; valgrind cannot map the high one. */
#ifdef ARENA_ASAN
#define ARENA_BASE 0x200000000000u
#else
#define ARENA_BASE 0x050000000000u
#endif
#define ARENA_SIZE          (32ull << 30)

#define PAGE_BYTES          4096ull

#define ARENA_STATE_OFFSET  PAGE_BYTES
#define ARENA_IMAGES_OFFSET (256ull << 20)
#define ARENA_IMAGE_SPACING (32ull << 20)
#define ARENA_STACKS_OFFSET (4ull << 30)
#define ARENA_STACKS_SIZE   (4ull << 30)
#define ARENA_PAGES_OFFSET  (8ull << 30)
#define ARENA_PAGES_SIZE    (8ull << 30)
#define ARENA_USER_OFFSET   (16ull << 30)
#define ARENA_USER_SIZE     (16ull << 30)

enum {
    CONTEXTS_MAX = 16384,
    IMAGES_MAX = 64,
    PORTS_MAX = 32768,
    PORT_BUCKETS = 16384, /* a power of two */
    STACK_RECORDS_MAX = 65536,
    STACK_BUCKETS = 16384, /* a power of two */
    STACK_RECORD_FRAMES = 16,
    SPAN_BUCKETS = 24,
    USER_CLASSES = 48,
    STACK_CLASSES = 8, /* 16 KiB, 32 KiB, … 2 MiB */
    SECTIONS_MAX = 97, /* of an image: the 96 that Windows allows, and its headers */
};

enum context_state {
    CONTEXT_FREE,
    CONTEXT_READY,
    CONTEXT_RUNNING,
    CONTEXT_BLOCKED,
    CONTEXT_SPINNING,
};

/* Ready contexts wait in one of these; the order is that of the live policy. */
enum run_queue {
    QUEUE_CLOCK,
    QUEUE_DPC,
    QUEUE_HELD, /* at DISPATCH_LEVEL or above on a processor that they keep: spinning or yielding */
    QUEUE_THREAD,
    QUEUES,
    QUEUE_NONE = QUEUES,
};

struct context {
    uint64_t rsp; /* where switch.S saved the registers, when not running */
    void *thread;
    uint64_t stack_low; /* address of the lowest usable byte; a guard page lies below */
    uint64_t stack_bytes;
    const volatile uint64_t *lock;   /* CONTEXT_SPINNING */
    uint64_t spin_since;             /* machine time */
    uint64_t yield_since;            /* machine time; since when it only yields at DISPATCH_LEVEL, 0: it does not */
    struct machine_message *receive; /* blocked in machine_port_receive: where the message goes */
    const void *object;              /* what it waits for, for reports */
    uint32_t port;                   /* index + 1 while `receive` is set */
    uint32_t id;                     /* index + 1 */
    uint32_t next, prev;             /* ids: run queue or free list */
    uint32_t lock_owner;
    uint32_t point_kind;
    int32_t bound;      /* processor, or -1 */
    uint32_t processor; /* the last one */
    uint8_t state;      /* enum context_state */
    uint8_t kind;       /* enum machine_context_kind */
    uint8_t queue;      /* enum run_queue */
    uint8_t irql;       /* while not running */
    bool permit;
    bool yielded; /* in QUEUE_HELD: by its own will, not at a lock */
    uint8_t spare[6];
    char name[MACHINE_NAME_MAX];
};

struct context_list {
    uint32_t head, tail; /* ids; 0 none */
};

/* One page's entry of a span region; only the first and last page of a span are kept up to date. */
struct span_page {
    uint32_t pages; /* of its span */
    uint32_t next, prev;
    uint32_t used; /* 0 free, 1 allocated */
};

/* A range of the arena that is handed out in runs of pages. Page 0 is never given out, so 0 means none. */
struct span_region {
    uint64_t offset;         /* of its first page in the arena */
    uint64_t entries_offset; /* of its struct span_page array */
    uint32_t pages;          /* in the whole region */
    uint32_t high;           /* pages from here on were never handed out, or lie free behind the last span */
    uint32_t touched;        /* the largest `high` there ever was: pages from here on are still zero */
    uint32_t committed;
    uint32_t heads[SPAN_BUCKETS];
};

struct image_section {
    uint32_t offset, bytes; /* of the image, whole pages */
    int32_t protection;     /* PROT_... */
    int32_t spare;
};

struct image {
    struct machine_image image; /* base NULL: the slot is free */
    uint64_t preferred_base;    /* of the file: where its symbols think it is */
    uint64_t export_offset, export_bytes;
    uint64_t exception_offset, exception_bytes;
    bool core;
    bool spare[7];
    uint32_t load_order;
    uint32_t section_count;
    struct image_section sections[SECTIONS_MAX];
    char path[MACHINE_PATH_MAX];
};

struct message_node {
    struct message_node *next;
    struct machine_message message;
};

struct port {
    uint64_t key;
    struct message_node *head, *tail;
    uint32_t waiter; /* context id, 0 none */
    uint32_t next;   /* index + 1 in its bucket or in the free list */
};

struct stack_record {
    uint64_t frames[STACK_RECORD_FRAMES];
    uint32_t count;
    uint32_t next; /* index + 1 in its bucket */
    uint64_t hash;
};

struct machine_state {
    uint64_t magic;
    uint64_t boot_time_ns;     /* real: CLOCK_MONOTONIC at boot, the same for a whole process */
    uint64_t system_time_base; /* 100 ns since 1601 at boot */
    uint64_t virtual_time;     /* 100 ns since boot, virtual clock only */
    uint64_t alarm;            /* UINT64_MAX: none */
    uint64_t progress;         /* calls that show that the guest is getting on; the watchdog's measure */
    uint64_t yields_alone;     /* yields since another context ran */
    uint32_t current;          /* context id */
    uint32_t clock_context;    /* id */
    uint32_t contexts_used;    /* slots that were ever used */
    uint32_t contexts_live;
    uint32_t image_loads;
    uint32_t first_started; /* ntoskrnl.exe's entry has its context */
    uint32_t ports_used;
    uint32_t port_free; /* index + 1 */
    uint32_t stacks_used;
    uint32_t switches_since_check, switches_since_poll;
    uint32_t spare;
    struct context_list free_contexts;
    struct context_list queues[QUEUES];
    uint32_t spinners;                        /* contexts in CONTEXT_SPINNING */
    uint32_t holders[MACHINE_PROCESSORS_MAX]; /* context that keeps the processor, 0 none */
    uint32_t free_stacks[STACK_CLASSES];      /* page number in the stacks region, 0 none */
    struct span_region stacks, pages, user;
    uint64_t user_free[USER_CLASSES]; /* addresses */
    uint64_t user_fresh[USER_CLASSES], user_fresh_end[USER_CLASSES];
    uint32_t port_buckets[PORT_BUCKETS];
    uint32_t stack_buckets[STACK_BUCKETS];
    struct image images[IMAGES_MAX];
    struct port ports[PORTS_MAX];
    struct context contexts[CONTEXTS_MAX];
    struct stack_record stack_records[STACK_RECORDS_MAX]; /* last but for spans: grows from its start */
};

#define PAGE  ((struct machine_page *)ARENA_BASE)
#define STATE ((struct machine_state *)(ARENA_BASE + ARENA_STATE_OFFSET))

static inline struct context *context_of(uint32_t id)
{
    return &STATE->contexts[id - 1];
}

static inline bool arena_covers(uint64_t address)
{
    return address - ARENA_BASE < ARENA_SIZE;
}

/* Maps the reservation and commits the state; everything is zero. 0 or a negative errno. */
int arena_map(void);
void arena_unmap(void);
/* Makes [offset, offset + bytes) accessible. False: the system has no memory for it. */
bool arena_protect(uint64_t offset, uint64_t bytes, int protection);
/* Commits every region up to its mark and gives images and guard pages their protections again. */
void arena_protect_all(bool writable);

/* -- spans (span.c) -------------------------------------------------------------------------- */

void span_init(void);
/* The first page's number in the region, 0 if there is no room. */
uint32_t span_alloc(struct span_region *region, uint32_t pages);
void span_free(struct span_region *region, uint32_t page, uint32_t pages);
/* A span of exactly this many pages starts here and is allocated. */
bool span_is(const struct span_region *region, uint32_t page, uint32_t pages);
static inline uint64_t span_address(const struct span_region *region, uint32_t page)
{
    return ARENA_BASE + region->offset + page * PAGE_BYTES;
}

/* -- memory (memory.c) ----------------------------------------------------------------------- */

void *memory_user_alloc(uint64_t bytes);
/* False if this is no block in use. */
bool memory_user_free(void *block);

#endif
