/* SPDX-License-Identifier: MIT */
/* Copies of all guest state. Only pages with something in them are kept; all others are zero. */
#include "machine/internal.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

struct machine_snapshot {
    size_t count, room;
    uint64_t *offsets; /* ascending */
    uint8_t *pages;
};

struct visitor {
    void (*visit)(struct visitor *visitor, uint64_t offset);
    struct machine_snapshot *snapshot;
    uint64_t hash;
    bool failed;
};

static bool is_zero(const uint64_t *page)
{
    uint64_t any = 0;
    for (size_t i = 0; i < PAGE_BYTES / 8; i++) {
        any |= page[i];
    }
    return any == 0;
}

/* Pages that the system never gave us (not resident in memory or swap) are zero: no need to touch them. */
static void visit_range(struct visitor *visitor, uint64_t offset, uint64_t bytes)
{
    for (uint64_t at = offset; at < offset + bytes && !visitor->failed; at += PAGE_BYTES) {
        if (!is_zero((const uint64_t *)(ARENA_BASE + at))) {
            visitor->visit(visitor, at);
        }
    }
}

static uint64_t round_up(uint64_t bytes)
{
    return (bytes + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;
}

static void visit_region(struct visitor *visitor, const struct span_region *region)
{
    uint64_t entries = region->entries_offset / PAGE_BYTES * PAGE_BYTES;
    uint64_t entries_end = region->entries_offset + (uint64_t)region->touched * sizeof(struct span_page);
    visit_range(visitor, entries, round_up(entries_end) - entries);
    uint32_t pages = region->touched < region->committed ? region->touched : region->committed;
    visit_range(visitor, region->offset, pages * PAGE_BYTES);
}

static void visit_all(struct visitor *visitor)
{
    visit_range(visitor, 0, round_up(ARENA_STATE_OFFSET + sizeof(struct machine_state)));
    visit_region(visitor, &STATE->stacks);
    visit_region(visitor, &STATE->pages);
    visit_region(visitor, &STATE->user);
    for (uint32_t i = 0; i < IMAGES_MAX; i++) {
        const struct image *image = &STATE->images[i];
        uint64_t offset = ARENA_IMAGES_OFFSET + i * ARENA_IMAGE_SPACING;
        for (uint32_t s = 0; image->image.base && s < image->section_count; s++) {
            visit_range(visitor, offset + image->sections[s].offset, image->sections[s].bytes);
        }
    }
}

static void keep_page(struct visitor *visitor, uint64_t offset)
{
    struct machine_snapshot *snapshot = visitor->snapshot;
    if (snapshot->count == snapshot->room) {
        size_t room = snapshot->room ? snapshot->room * 2 : 1024;
        uint64_t *offsets = realloc(snapshot->offsets, room * sizeof(*offsets));
        snapshot->offsets = offsets ? offsets : snapshot->offsets;
        uint8_t *pages = offsets ? realloc(snapshot->pages, room * PAGE_BYTES) : NULL;
        if (!pages) {
            visitor->failed = true;
            return;
        }
        snapshot->pages = pages;
        snapshot->room = room;
    }
    memcpy(snapshot->pages + snapshot->count * PAGE_BYTES, (const void *)(ARENA_BASE + offset), PAGE_BYTES);
    snapshot->offsets[snapshot->count++] = offset;
}

static void hash_page(struct visitor *visitor, uint64_t offset)
{
    const uint64_t *words = (const uint64_t *)(ARENA_BASE + offset);
    uint64_t hash = (visitor->hash ^ offset) * 1099511628211u;
    for (size_t i = 0; i < PAGE_BYTES / 8; i++) {
        hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    visitor->hash = hash;
}

struct machine_snapshot *machine_snapshot_take(void)
{
    assert(machine_host.booted && !machine_host.running);
    struct machine_snapshot *snapshot = calloc(1, sizeof(*snapshot));
    struct visitor visitor = {.visit = keep_page, .snapshot = snapshot};
    if (!snapshot) {
        return NULL;
    }
    arena_protect_all(true); /* guard pages and the like can be read for a moment */
    visit_all(&visitor);
    arena_protect_all(false);
    if (visitor.failed) {
        machine_snapshot_free(snapshot);
        return NULL;
    }
    return snapshot;
}

void machine_snapshot_restore(const struct machine_snapshot *snapshot)
{
    assert(machine_host.booted && !machine_host.running);
    gdb_forget_all();
    arena_protect_all(true);
    madvise((void *)ARENA_BASE, ARENA_SIZE, MADV_DONTNEED);
    /* The state comes first (its offsets are the lowest); it says what else is to be accessible. */
    size_t next = 0;
    for (; next < snapshot->count && snapshot->offsets[next] < ARENA_IMAGES_OFFSET; next++) {
        memcpy((void *)(ARENA_BASE + snapshot->offsets[next]), snapshot->pages + next * PAGE_BYTES, PAGE_BYTES);
    }
    arena_protect_all(true);
    for (size_t i = 0; i < snapshot->count; i++) {
        memcpy((void *)(ARENA_BASE + snapshot->offsets[i]), snapshot->pages + i * PAGE_BYTES, PAGE_BYTES);
    }
    arena_protect_all(false);
    machine_host.ended = false;
    machine_host.halt = false;
    machine_host.end = MACHINE_END_HALTED;
    for (uint32_t i = 0; i < IMAGES_MAX; i++) {
        if (STATE->images[i].image.base) {
            gdb_image_loaded(&STATE->images[i]);
        }
    }
}

void machine_snapshot_free(struct machine_snapshot *snapshot)
{
    if (snapshot) {
        free(snapshot->offsets);
        free(snapshot->pages);
        free(snapshot);
    }
}

uint64_t machine_memory_hash(void)
{
    assert(machine_host.booted && !machine_host.running);
    struct visitor visitor = {.visit = hash_page, .hash = 14695981039346656037u};
    arena_protect_all(true);
    visit_all(&visitor);
    arena_protect_all(false);
    return visitor.hash;
}
