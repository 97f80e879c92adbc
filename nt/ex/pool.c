/* SPDX-License-Identifier: MIT */
/*
 * The pool's blocks. Below a page they come from size classes: a free list each, filled from slabs that are carved up
 * once; taking and giving are a few instructions. From a page up they are runs of pages of their own, of which a few
 * are kept for the next one of that size. Nothing here knows of checks; those are in check.c.
 */
#include "nt/ex/pool.h"

enum {
    SLAB_BYTES = 64 << 10,
    GRAIN = 16,
    CLASS_BYTES_MAX = 4096 + 64, /* the largest small block with its header, a checked run's prefix and red zone */
    RUN_PAGES_KEPT = 64,         /* runs up to this many pages are kept */
    RUN_KEPT_EACH = 8,           /* of each size */
};

/* Whole blocks, header and all. */
static const uint16_t class_bytes[POOL_CLASSES] = {32,   48,   64,   80,   96,   112,  128,  160,  192,
                                                   224,  256,  320,  384,  448,  512,  640,  768,  896,
                                                   1024, 1280, 1536, 1792, 2048, 2560, 3072, 3584, CLASS_BYTES_MAX};
static uint8_t class_of_grains[CLASS_BYTES_MAX / GRAIN + 1];

struct slab {
    struct slab *next;
    char *end; /* blocks before it have been carved */
    uint64_t spare[6];
};
_Static_assert(sizeof(struct slab) == 64, "the first block of a slab starts a cache line");

struct free_block {
    struct free_block *next;
};
struct size_class {
    struct free_block *free; /* points to blocks, not to headers */
    char *carve, *carve_end;
    struct slab *slabs; /* newest first */
};
static struct size_class classes[POOL_CLASSES];

/* Stands at the begin of a large run's first page; the header is at that page's end, the block on the next page. */
struct run {
    LIST_ENTRY entry;
    struct run *next_kept;
    uint64_t pages; /* of the block, the first page not counted */
};
static LIST_ENTRY runs;
static struct run *runs_kept[RUN_PAGES_KEPT + 1];
static uint8_t runs_kept_count[RUN_PAGES_KEPT + 1];

void pool_init(void)
{
    unsigned class = 0;
    for (unsigned grains = 0; grains < nt_countof(class_of_grains); grains++) {
        if (grains * GRAIN > class_bytes[class])
            class ++;
        class_of_grains[grains] = (uint8_t) class;
    }
    InitializeListHead(&runs);
}

size_t pool_prefix(void)
{
    return (nt_page->flags & MACHINE_CHECKED) != 0 ? sizeof(struct pool_origin) : 0;
}

__attribute__((noinline)) static bool class_refill(struct size_class *class)
{
    struct slab *slab = machine_pages_alloc(SLAB_BYTES);
    if (slab == NULL)
        return false;
    slab->next = class->slabs;
    slab->end = (char *)(slab + 1);
    class->slabs = slab;
    class->carve = (char *)(slab + 1);
    class->carve_end = (char *)slab + SLAB_BYTES;
    return true;
}

/* A whole block of a class; its first bytes are the prefix or the header. */
__attribute__((noinline)) static char *class_carve(unsigned index)
{
    struct size_class *class = &classes[index];
    if ((size_t)(class->carve_end - class->carve) < class_bytes[index] && !class_refill(class))
        return NULL;
    char *whole = class->carve;
    class->carve += class_bytes[index];
    class->slabs->end = class->carve;
    return whole;
}

static void *run_take(size_t bytes, struct pool_header **ret_header)
{
    uint64_t pages = (bytes + PAGE_SIZE - 1) / PAGE_SIZE;
    struct run *run;
    if (pages <= RUN_PAGES_KEPT && runs_kept[pages] != NULL) {
        run = runs_kept[pages];
        runs_kept[pages] = run->next_kept;
        runs_kept_count[pages]--;
    } else {
        run = machine_pages_alloc((pages + 1) * PAGE_SIZE);
        if (run == NULL)
            return NULL;
        run->pages = pages;
    }
    InsertTailList(&runs, &run->entry);
    char *block = (char *)run + PAGE_SIZE;
    struct pool_header *header = pool_header_of(block);
    header->class = POOL_CLASS_LARGE;
    *ret_header = header;
    return block;
}

static struct run *run_of(const struct pool_header *header)
{
    return (struct run *)((char *)(header + 1) - PAGE_SIZE);
}

static void run_give(struct pool_header *header)
{
    struct run *run = run_of(header);
    uint64_t pages = run->pages;
    RemoveEntryList(&run->entry);
    header->state = POOL_FREE;
    if (pages <= RUN_PAGES_KEPT && runs_kept_count[pages] < RUN_KEPT_EACH) {
        run->next_kept = runs_kept[pages];
        runs_kept[pages] = run;
        runs_kept_count[pages]++;
        return;
    }
    machine_pages_free(run, (pages + 1) * PAGE_SIZE);
}

void *pool_block_take(size_t bytes, size_t prefix, struct pool_header **ret_header)
{
    if (bytes > POOL_SMALL_MAX)
        return run_take(bytes, ret_header);
    size_t zone = prefix != 0 ? POOL_REDZONE_BYTES : 0;
    size_t whole = prefix + sizeof(struct pool_header) + bytes + zone;
    unsigned index = class_of_grains[(whole + GRAIN - 1) / GRAIN];
    struct free_block *block = classes[index].free;
    if (nt_likely(block != NULL)) {
        classes[index].free = block->next;
    } else {
        char *carved = class_carve(index);
        if (carved == NULL)
            return NULL;
        block = (struct free_block *)(carved + prefix + sizeof(struct pool_header));
    }
    struct pool_header *header = pool_header_of(block);
    header->class = (uint8_t)index;
    *ret_header = header;
    return block;
}

void pool_block_give(struct pool_header *header)
{
    if (header->class == POOL_CLASS_LARGE) {
        run_give(header);
        return;
    }
    struct size_class *class = &classes[header->class];
    struct free_block *block = (struct free_block *)(header + 1);
    header->state = POOL_FREE;
    block->next = class->free;
    class->free = block;
}

size_t pool_block_room(const struct pool_header *header)
{
    if (header->class == POOL_CLASS_LARGE)
        return run_of(header)->pages * PAGE_SIZE;
    return class_bytes[header->class] - sizeof(*header) - ((header->flags & POOL_CHECKED) != 0 ? pool_prefix() : 0);
}

static void slab_walk(struct slab *slab, unsigned index, void (*each)(void *to, struct pool_header *header), void *to)
{
    size_t prefix = pool_prefix();
    for (char *whole = (char *)(slab + 1); whole < slab->end; whole += class_bytes[index]) {
        struct pool_header *header = (struct pool_header *)(whole + prefix);
        if (header->state == POOL_LIVE)
            each(to, header);
    }
}

uint64_t pool_bytes_held(void)
{
    uint64_t bytes = 0;
    for (unsigned i = 0; i < POOL_CLASSES; i++)
        for (struct slab *slab = classes[i].slabs; slab != NULL; slab = slab->next)
            bytes += SLAB_BYTES;
    for (PLIST_ENTRY entry = runs.Flink; entry != &runs; entry = entry->Flink)
        bytes += (CONTAINING_RECORD(entry, struct run, entry)->pages + 1) * PAGE_SIZE;
    return bytes;
}

void pool_walk(void (*each)(void *to, struct pool_header *header), void *to)
{
    for (unsigned index = 0; index < POOL_CLASSES; index++) {
        for (struct slab *slab = classes[index].slabs; slab != NULL; slab = slab->next)
            slab_walk(slab, index, each, to);
    }
    for (LIST_ENTRY *entry = runs.Flink; entry != &runs;) {
        struct run *run = CONTAINING_RECORD(entry, struct run, entry);
        entry = entry->Flink;
        struct pool_header *header = pool_header_of((char *)run + PAGE_SIZE);
        if (header->state == POOL_LIVE)
            each(to, header);
    }
}
