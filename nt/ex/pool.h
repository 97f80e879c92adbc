/* SPDX-License-Identifier: MIT */
/* The pool's blocks, for the files of ex/ that make, check and count them. */
#ifndef KMDOCK_NT_EX_POOL_H
#define KMDOCK_NT_EX_POOL_H

#include "nt/ex/ex.h"

enum pool_state {
    POOL_FREE = 0x5f,
    POOL_LIVE = 0xa1,
    POOL_QUARANTINED = 0xdd,
};
enum pool_flag {
    POOL_PAGED = 0x1,
    POOL_CHECKED = 0x2, /* made in a checked run: red zones, a stack */
    POOL_OURS = 0x4,    /* nt's own: nobody's leak */
    POOL_QUOTED = 0x8,
};

/* Before every block, 16 bytes. Its last word guards against a write just before the block. */
struct pool_header {
    ULONG tag;
    ULONG bytes;   /* as asked for */
    uint8_t class; /* size class, or POOL_CLASS_LARGE */
    uint8_t state; /* enum pool_state */
    uint8_t flags; /* enum pool_flag */
    uint8_t owner; /* index of the owner's record */
    uint32_t cookie;
};
_Static_assert(sizeof(struct pool_header) == 16, "blocks are 16-byte aligned");

/* In a checked run this stands before the header. */
struct pool_origin {
    uint32_t stack; /* of the allocation */
    uint32_t freed; /* stack of the free */
    uint64_t spare;
};
enum {
    POOL_CLASSES = 27,
    POOL_CLASS_LARGE = 0xff,
    POOL_SMALL_MAX = 4096 - 1, /* a page and more is page-aligned, as documented */
    POOL_OWNERS_MAX = 64,
    POOL_REDZONE_BYTES = 16, /* at least, behind a block of a checked run */
    POOL_FILL_NEW = 0xcd,
    POOL_FILL_ZONE = 0xbd,
    POOL_FILL_FREED = 0xdd,
};

struct pool_owner {
    const void *base;
    uint64_t bytes;
    uint64_t live, live_bytes;
    bool is_driver; /* neither the kernel's nor the framework's */
    char name[MACHINE_NAME_MAX];
};
extern struct pool_owner pool_owners[POOL_OWNERS_MAX];

static inline struct pool_header *pool_header_of(const void *block)
{
    return (struct pool_header *)block - 1;
}
static inline uint32_t pool_cookie(const struct pool_header *header)
{
    return ((uint32_t)((uintptr_t)header >> 4) * 0x9e3779b1U) ^ header->tag ^ (header->bytes * 0x85ebca6bU) ^
           ((uint32_t)header->class << 24) ^ ((uint32_t)header->flags << 16) ^ header->owner;
}

/* pool.c: the classes and the large runs. `prefix` bytes are left before the header. */
void *pool_block_take(size_t bytes, size_t prefix, struct pool_header **ret_header);
void pool_block_give(struct pool_header *header);
size_t pool_block_room(const struct pool_header *header); /* bytes from the block's begin to its class's end */
size_t pool_prefix(void);
void pool_init(void);
/* Bytes that the pool has taken from the machine: slabs and runs, whether their blocks are in use or not. */
uint64_t pool_bytes_held(void);
/* Calls `each` for every live block, in an order that only the history of allocations determines. */
void pool_walk(void (*each)(void *to, struct pool_header *header), void *to);

/* check.c */
uint8_t pool_owner_index(const void *caller);
void pool_check_new(struct pool_header *header, bool zeroed);
void pool_check_live(struct pool_header *header, ULONG tag, const char *function, const void *caller);
/* True if the block went to the quarantine instead of back to its class. */
bool pool_check_free(struct pool_header *header);
__attribute__((noreturn)) void pool_bad_block(const void *block, ULONG tag, const char *function, const void *caller);

#endif
