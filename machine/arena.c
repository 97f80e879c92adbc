/* SPDX-License-Identifier: MIT */
/* The reservation at its fixed address, and the protections of its parts. */
#include "machine/arena.h"

#include <assert.h>
#include <errno.h>
#include <sys/mman.h>

_Static_assert(sizeof(struct machine_page) <= PAGE_BYTES, "the page is one page");
_Static_assert(ARENA_STATE_OFFSET + sizeof(struct machine_state) < (64ull << 20), "spans' entries start at 64 MiB");
_Static_assert(ARENA_IMAGES_OFFSET + IMAGES_MAX * ARENA_IMAGE_SPACING <= ARENA_STACKS_OFFSET, "images fit");

int arena_map(void)
{
    void *at = mmap((void *)ARENA_BASE, ARENA_SIZE, PROT_NONE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE, -1, 0);
    if (at == MAP_FAILED) {
        return errno == EEXIST ? -EBUSY : -errno;
    }
    if (at != (void *)ARENA_BASE) { /* an old kernel that takes the address as a hint */
        munmap(at, ARENA_SIZE);
        return -EBUSY;
    }
    /* A process that dies should leave a small core: the dump would hold 32 GiB of holes. */
    madvise(at, ARENA_SIZE, MADV_DONTDUMP);
    if (!arena_protect(0, ARENA_IMAGES_OFFSET, PROT_READ | PROT_WRITE)) {
        munmap(at, ARENA_SIZE);
        return -ENOMEM;
    }
    return 0;
}

void arena_unmap(void)
{
    munmap((void *)ARENA_BASE, ARENA_SIZE);
}

bool arena_protect(uint64_t offset, uint64_t bytes, int protection)
{
    assert(offset % PAGE_BYTES == 0 && bytes % PAGE_BYTES == 0);
    assert(offset + bytes <= ARENA_SIZE);
    return bytes == 0 || mprotect((void *)(ARENA_BASE + offset), bytes, protection) == 0;
}

static void protect_region(const struct span_region *region)
{
    uint64_t committed = region->committed * PAGE_BYTES;
    arena_protect(region->offset, committed, PROT_READ | PROT_WRITE);
    arena_protect(region->offset + committed, region->pages * PAGE_BYTES - committed, PROT_NONE);
}

static void protect_images(bool writable)
{
    for (uint32_t i = 0; i < IMAGES_MAX; i++) {
        const struct image *image = &STATE->images[i];
        uint64_t offset = ARENA_IMAGES_OFFSET + i * ARENA_IMAGE_SPACING;
        arena_protect(offset, ARENA_IMAGE_SPACING, PROT_NONE);
        for (uint32_t s = 0; image->image.base && s < image->section_count; s++) {
            const struct image_section *section = &image->sections[s];
            arena_protect(offset + section->offset, section->bytes,
                          writable ? PROT_READ | PROT_WRITE : section->protection);
        }
    }
}

void arena_protect_all(bool writable)
{
    protect_region(&STATE->stacks);
    protect_region(&STATE->pages);
    protect_region(&STATE->user);
    protect_images(writable);
    /* Every span of the stacks region is one stack with its guard page first, free ones kept for reuse too. */
    const struct span_region *stacks = &STATE->stacks;
    const struct span_page *entries = (const struct span_page *)(ARENA_BASE + stacks->entries_offset);
    for (uint32_t page = 1; !writable && page < stacks->high; page += entries[page].pages) {
        assert(entries[page].pages > 0);
        if (entries[page].used) {
            arena_protect(stacks->offset + page * PAGE_BYTES, PAGE_BYTES, PROT_NONE);
        }
    }
}
