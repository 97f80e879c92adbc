/* SPDX-License-Identifier: MIT */
/*
 * Runs of pages in a region of the arena: boundary tags at page grain and free lists by power of two,
 * so that allocating and freeing cost the same however much is in use.
 */
#include "machine/arena.h"

#include <assert.h>
#include <sys/mman.h>

enum {
    COMMIT_PAGES = 512,     /* committed at a time: 2 MiB */
    FIRST_FIT_MAX = 8,      /* spans looked at in the bucket where some are too small */
    GIVE_BACK_PAGES = 1024, /* a free span of this size goes back to the system */
};

static struct span_page *entries_of(const struct span_region *region)
{
    return (struct span_page *)(ARENA_BASE + region->entries_offset);
}

static uint32_t bucket_of(uint32_t pages)
{
    assert(pages > 0);
    uint32_t bucket = 31 - (uint32_t)__builtin_clz(pages);
    return bucket < SPAN_BUCKETS ? bucket : SPAN_BUCKETS - 1;
}

static void tag(struct span_region *region, uint32_t page, uint32_t pages, uint32_t used)
{
    struct span_page *entries = entries_of(region);
    entries[page].pages = pages;
    entries[page].used = used;
    entries[page + pages - 1].pages = pages;
    entries[page + pages - 1].used = used;
}

static void insert_free(struct span_region *region, uint32_t page, uint32_t pages)
{
    struct span_page *entries = entries_of(region);
    uint32_t *head = &region->heads[bucket_of(pages)];
    tag(region, page, pages, 0);
    entries[page].prev = 0;
    entries[page].next = *head;
    if (*head) {
        entries[*head].prev = page;
    }
    *head = page;
}

static void remove_free(struct span_region *region, uint32_t page)
{
    struct span_page *entries = entries_of(region);
    struct span_page *entry = &entries[page];
    assert(!entry->used);
    if (entry->prev) {
        entries[entry->prev].next = entry->next;
    } else {
        region->heads[bucket_of(entry->pages)] = entry->next;
    }
    if (entry->next) {
        entries[entry->next].prev = entry->prev;
    }
}

static uint32_t find_free(const struct span_region *region, uint32_t pages)
{
    const struct span_page *entries = entries_of(region);
    uint32_t bucket = bucket_of(pages);
    uint32_t looked = 0;
    for (uint32_t page = region->heads[bucket]; page && looked < FIRST_FIT_MAX; page = entries[page].next, looked++) {
        if (entries[page].pages >= pages) {
            return page;
        }
    }
    for (bucket++; bucket < SPAN_BUCKETS; bucket++) {
        uint32_t page = region->heads[bucket];
        if (page && entries[page].pages >= pages) {
            return page;
        }
    }
    return 0;
}

static uint32_t extend(struct span_region *region, uint32_t pages)
{
    if (pages > region->pages - region->high) {
        return 0;
    }
    uint32_t page = region->high;
    uint32_t end = page + pages;
    if (end > region->committed) {
        uint32_t commit = (end + COMMIT_PAGES - 1) / COMMIT_PAGES * COMMIT_PAGES;
        commit = commit > region->pages ? region->pages : commit;
        if (!arena_protect(region->offset + region->committed * PAGE_BYTES, (commit - region->committed) * PAGE_BYTES,
                           PROT_READ | PROT_WRITE)) {
            return 0;
        }
        region->committed = commit;
    }
    region->high = end;
    region->touched = end > region->touched ? end : region->touched;
    return page;
}

uint32_t span_alloc(struct span_region *region, uint32_t pages)
{
    assert(pages > 0);
    uint32_t page = find_free(region, pages);
    if (!page) {
        page = extend(region, pages);
        if (page) {
            tag(region, page, pages, 1);
        }
        return page;
    }
    uint32_t found = entries_of(region)[page].pages;
    remove_free(region, page);
    if (found > pages) {
        insert_free(region, page + pages, found - pages);
    }
    tag(region, page, pages, 1);
    return page;
}

bool span_is(const struct span_region *region, uint32_t page, uint32_t pages)
{
    const struct span_page *entries = entries_of(region);
    return page > 0 && pages > 0 && page < region->high && pages <= region->high - page && entries[page].used &&
           entries[page].pages == pages && entries[page + pages - 1].pages == pages;
}

void span_free(struct span_region *region, uint32_t page, uint32_t pages)
{
    assert(span_is(region, page, pages));
    struct span_page *entries = entries_of(region);
    if (pages >= GIVE_BACK_PAGES) {
        madvise((void *)span_address(region, page), pages * PAGE_BYTES, MADV_DONTNEED);
    }
    if (page > 1 && !entries[page - 1].used) {
        uint32_t before = entries[page - 1].pages;
        remove_free(region, page - before);
        page -= before;
        pages += before;
    }
    if (page + pages < region->high && !entries[page + pages].used) {
        uint32_t after = entries[page + pages].pages;
        remove_free(region, page + pages);
        pages += after;
    }
    if (page + pages == region->high) {
        region->high = page;
    } else {
        insert_free(region, page, pages);
    }
}

static void init_region(struct span_region *region, uint64_t offset, uint64_t size, uint64_t *entries_offset)
{
    region->offset = offset;
    region->pages = (uint32_t)(size / PAGE_BYTES);
    region->high = 1;
    region->touched = 1;
    region->entries_offset = *entries_offset;
    *entries_offset += region->pages * sizeof(struct span_page);
    assert(*entries_offset <= ARENA_IMAGES_OFFSET);
}

void span_init(void)
{
    uint64_t entries_offset = 64ull << 20;
    init_region(&STATE->stacks, ARENA_STACKS_OFFSET, ARENA_STACKS_SIZE, &entries_offset);
    init_region(&STATE->pages, ARENA_PAGES_OFFSET, ARENA_PAGES_SIZE, &entries_offset);
    init_region(&STATE->user, ARENA_USER_OFFSET, ARENA_USER_SIZE, &entries_offset);
}
