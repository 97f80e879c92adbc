/* SPDX-License-Identifier: MIT */
/* The guest's pages and the clients' buffers. Both are cheap enough to run on the guest's stack. */
#include "machine/arena.h"
#include "machine/internal.h"

#include <assert.h>
#include <string.h>

enum {
    USER_HEADER_BYTES = 16,
    USER_SMALL_MAX = 32768, /* bytes, header included; larger blocks are runs of pages */
    USER_SLAB_PAGES = 16,
};
#define USER_USED 0x64657375u /* "used" */
#define USER_FREE 0x65657266u /* "free" */
#define USER_BIG  0xFFFFFFFFu

struct user_block {
    uint32_t mark;
    uint32_t class; /* or USER_BIG */
    uint64_t pages; /* of a big block; of a free small one: the next block's address */
};

MACHINE_CALL void *machine_pages_alloc(uint64_t bytes)
{
    struct span_region *region = &STATE->pages;
    if (bytes == 0 || bytes % PAGE_BYTES != 0 || bytes > ARENA_PAGES_SIZE) {
        return NULL;
    }
    uint32_t pages = (uint32_t)(bytes / PAGE_BYTES);
    uint32_t touched = region->touched;
    uint32_t page = span_alloc(region, pages);
    if (!page) {
        return NULL;
    }
    void *at = (void *)span_address(region, page);
    if (page < touched) { /* only what was in use before can be other than zero */
        uint32_t dirty = touched - page < pages ? touched - page : pages;
        memset(at, 0, dirty * PAGE_BYTES);
    }
    return at;
}

MACHINE_CALL void machine_pages_free(void *pages, uint64_t bytes)
{
    uint64_t offset = (uint64_t)pages - ARENA_BASE - ARENA_PAGES_OFFSET;
    uint32_t count = (uint32_t)(bytes / PAGE_BYTES);
    if (offset >= ARENA_PAGES_SIZE || offset % PAGE_BYTES != 0 || bytes % PAGE_BYTES != 0 ||
        !span_is(&STATE->pages, (uint32_t)(offset / PAGE_BYTES), count)) {
        guest_error("machine_pages_free was given pages that were not handed out");
        return;
    }
    span_free(&STATE->pages, (uint32_t)(offset / PAGE_BYTES), count);
}

/* Four classes per power of two, from 32 bytes on: at most a fifth is lost. */
static uint32_t class_of(uint64_t bytes)
{
    if (bytes <= 32) {
        return 0;
    }
    uint32_t log = 63 - (uint32_t)__builtin_clzll(bytes - 1); /* 2^log < bytes <= 2^(log+1), log >= 5 */
    uint64_t step = 1ull << (log - 2);
    uint32_t quarter = (uint32_t)((bytes - (1ull << log) + step - 1) / step); /* 1 to 4 */
    return (log - 5) * 4 + quarter;
}

static uint64_t class_bytes(uint32_t class)
{
    if (class == 0) {
        return 32;
    }
    uint32_t log = (class - 1) / 4 + 5;
    uint64_t bytes = (1ull << log) + ((class - 1) % 4 + 1) * (1ull << (log - 2));
    return (bytes + 15) & ~15ull;
}

/* A piece of a slab that was never handed out. */
static struct user_block *small_carve(uint32_t class)
{
    struct machine_state *state = STATE;
    uint64_t bytes = class_bytes(class);
    if (state->user_fresh_end[class] - state->user_fresh[class] < bytes) {
        uint32_t page = span_alloc(&state->user, USER_SLAB_PAGES);
        if (!page) {
            return NULL;
        }
        state->user_fresh[class] = span_address(&state->user, page);
        state->user_fresh_end[class] = state->user_fresh[class] + USER_SLAB_PAGES * PAGE_BYTES;
    }
    struct user_block *block = (struct user_block *)state->user_fresh[class];
    state->user_fresh[class] += bytes;
    return block;
}

HOST_SLOW static void *slow_alloc(uint64_t bytes)
{
    struct user_block *block;
    if (bytes <= USER_SMALL_MAX) {
        uint32_t class = class_of(bytes);
        assert(class < USER_CLASSES && class_bytes(class) >= bytes);
        block = small_carve(class);
        if (!block) {
            return NULL;
        }
        block->class = class;
    } else {
        uint32_t pages = (uint32_t)((bytes + PAGE_BYTES - 1) / PAGE_BYTES);
        uint32_t page = span_alloc(&STATE->user, pages);
        if (!page) {
            return NULL;
        }
        block = (struct user_block *)span_address(&STATE->user, page);
        block->class = USER_BIG;
        block->pages = pages;
    }
    block->mark = USER_USED;
    return block + 1;
}

static inline void *user_alloc(uint64_t bytes)
{
    if (bytes > ARENA_USER_SIZE / 2) {
        return NULL;
    }
    bytes += USER_HEADER_BYTES;
    if (bytes <= USER_SMALL_MAX) {
        uint64_t *head = &STATE->user_free[class_of(bytes)];
        struct user_block *block = (struct user_block *)*head;
        if (block) {
            *head = block->pages;
            block->mark = USER_USED;
            return block + 1;
        }
    }
    return slow_alloc(bytes);
}

HOST_SLOW static bool big_free(struct user_block *block)
{
    uint64_t offset = (uint64_t)block - ARENA_BASE - ARENA_USER_OFFSET;
    if (offset % PAGE_BYTES != 0 || !span_is(&STATE->user, (uint32_t)(offset / PAGE_BYTES), (uint32_t)block->pages)) {
        return false;
    }
    block->mark = USER_FREE;
    span_free(&STATE->user, (uint32_t)(offset / PAGE_BYTES), (uint32_t)block->pages);
    return true;
}

static inline bool user_free(void *at)
{
    struct user_block *block = (struct user_block *)at - 1;
    if (!at) {
        return true;
    }
    if ((uint64_t)block - ARENA_BASE - ARENA_USER_OFFSET >= ARENA_USER_SIZE || block->mark != USER_USED) {
        return false;
    }
    if (block->class >= USER_CLASSES) {
        return block->class == USER_BIG && big_free(block);
    }
    block->mark = USER_FREE;
    block->pages = STATE->user_free[block->class];
    STATE->user_free[block->class] = (uint64_t)block;
    return true;
}

void *memory_user_alloc(uint64_t bytes)
{
    return user_alloc(bytes);
}

bool memory_user_free(void *block)
{
    return user_free(block);
}

MACHINE_CALL void *machine_user_alloc(uint64_t bytes)
{
    return user_alloc(bytes);
}

MACHINE_CALL void machine_user_free(void *block)
{
    if (!user_free(block)) {
        guest_error("machine_user_free was given a block that was not handed out, or that was given back before");
    }
}
