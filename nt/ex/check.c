/* SPDX-License-Identifier: MIT */
/*
 * What is checked about pool blocks. Always: that a block that is freed is one, is live, and that its header is whole.
 * In a checked run also: red zones, freed memory that is poisoned and kept for a while, stacks of allocation and free,
 * and timers and DPCs inside of what is freed.
 */
#include "nt/ex/pool.h"
#include "nt/ke/timer.h"

struct pool_owner pool_owners[POOL_OWNERS_MAX];
static unsigned owner_count, owner_last;
enum { QUARANTINE_BLOCKS = 512, QUARANTINE_BYTES = 4 << 20 };
static struct pool_header *quarantine[QUARANTINE_BLOCKS];
static unsigned quarantine_first, quarantine_count;
static size_t quarantine_bytes;

static bool name_is_ours(const char *name)
{
    return strcmp(name, "ntoskrnl.exe") == 0 || strcmp(name, "hal.dll") == 0 || strcmp(name, "wdfldr.sys") == 0 ||
           strcmp(name, "WDFLDR.SYS") == 0;
}

__attribute__((noinline)) static uint8_t owner_find(const void *caller)
{
    for (unsigned i = 1; i < owner_count; i++) {
        if ((uintptr_t)caller - (uintptr_t)pool_owners[i].base < pool_owners[i].bytes) {
            owner_last = i;
            return (uint8_t)i;
        }
    }
    if (owner_count == 0)
        owner_count = 1; /* 0 is nobody: code outside of every image */
    const struct machine_image *image = nt_image_of(caller);
    if (image == NULL)
        return 0;
    unsigned index = 1;
    while (index < owner_count && pool_owners[index].base != NULL)
        index++;
    if (index == POOL_OWNERS_MAX)
        return 0;
    if (index == owner_count)
        owner_count++;
    struct pool_owner *owner = &pool_owners[index];
    *owner = (struct pool_owner){.base = image->base, .bytes = image->size, .is_driver = !name_is_ours(image->name)};
    memcpy(owner->name, image->name, sizeof(owner->name));
    owner_last = index;
    return (uint8_t)index;
}

uint8_t pool_owner_index(const void *caller)
{
    const struct pool_owner *owner = &pool_owners[owner_last];
    if (nt_likely((uintptr_t)caller - (uintptr_t)owner->base < owner->bytes))
        return (uint8_t)owner_last;
    return owner_find(caller);
}

static struct pool_origin *origin_of(struct pool_header *header)
{
    return header->class == POOL_CLASS_LARGE ? NULL : (struct pool_origin *)header - 1;
}

static uint32_t stack_of(struct pool_header *header, bool freed)
{
    struct pool_origin *origin = (header->flags & POOL_CHECKED) != 0 ? origin_of(header) : NULL;
    return origin == NULL ? 0 : freed ? origin->freed : origin->stack;
}

void pool_check_new(struct pool_header *header, bool zeroed)
{
    uint8_t *block = (uint8_t *)(header + 1);
    size_t room = pool_block_room(header);
    if (!zeroed)
        memset(block, POOL_FILL_NEW, header->bytes);
    memset(block + header->bytes, POOL_FILL_ZONE, room - header->bytes);
    struct pool_origin *origin = origin_of(header);
    if (origin != NULL)
        *origin = (struct pool_origin){.stack = pool_owners[header->owner].is_driver ? machine_stack_save() : 0};
}

static const char *tag_text(ULONG tag, char text[8])
{
    unsigned length = 0;
    for (unsigned i = 0; i < sizeof(tag); i++) {
        char c = (char)(tag >> (8 * i));
        text[length++] = c >= ' ' && c < 0x7f ? c : '.';
    }
    text[length] = 0;
    return text;
}

/* Does the address look like a block at all? Reading the header of what is outside the arena would fault. */
static bool block_plausible(const void *block)
{
    uintptr_t at = (uintptr_t)block, base = (uintptr_t)nt_page->arena_base;
    return at % sizeof(struct pool_header) == 0 && at - base >= PAGE_SIZE && at - base < nt_page->arena_size;
}

void pool_bad_block(const void *block, ULONG tag, const char *function, const void *caller)
{
    struct pool_header *header = pool_header_of(block);
    const char *who = nt_image_name(caller);
    char text[8];
    if (!block_plausible(block))
        nt_bugcheck(BAD_POOL_CALLER, 0x46, (ULONG64)(uintptr_t)block, 0, 0, "PoolCorruption", block,
                    "%s called %s with %p, which is no address of a pool block.", who, function, block);
    if (header->state == POOL_QUARANTINED || header->state == POOL_FREE) {
        uint32_t stack = header->state == POOL_QUARANTINED ? stack_of(header, true) : 0;
        if (stack != 0)
            nt_report("UseAfterFree", stack, "The block at %p was freed here for the first time.", block);
        nt_bugcheck(BAD_POOL_CALLER, 0x7, 0, header->tag, (ULONG64)(uintptr_t)block, "UseAfterFree", block,
                    "%s called %s with %p (tag '%s'), which is freed already.", who, function, block,
                    tag_text(header->tag, text));
    }
    if (header->state == POOL_LIVE)
        nt_bugcheck(BAD_POOL_HEADER, 0x20, (ULONG64)(uintptr_t)block, 0, header->tag, "PoolCorruption", block,
                    "The header before the pool block at %p is overwritten; %s called %s on it. What ran over was the "
                    "block before it, or a write before this block's begin.",
                    block, who, function);
    nt_bugcheck(BAD_POOL_CALLER, 0x46, (ULONG64)(uintptr_t)block, tag, 0, "PoolCorruption", block,
                "%s called %s with %p, which is not the begin of a pool block.", who, function, block);
}

/* The first byte from `at` on that is not `value`, or `end`. Words first: blocks may be large. */
static size_t filled_until(const uint8_t *block, size_t at, size_t end, uint8_t value)
{
    typedef uint64_t word __attribute__((may_alias, aligned(1)));
    uint64_t wide = value * 0x0101010101010101ULL;
    while (end - at >= sizeof(word) && *(const word *)(block + at) == wide)
        at += sizeof(word);
    while (at < end && block[at] == value)
        at++;
    return at;
}

static void zone_check(struct pool_header *header, const char *function, const void *caller)
{
    const uint8_t *block = (const uint8_t *)(header + 1);
    size_t room = pool_block_room(header);
    size_t i = filled_until(block, header->bytes, room, POOL_FILL_ZONE);
    if (nt_unlikely(i < room)) {
        uint32_t stack = stack_of(header, false);
        char text[8];
        if (stack != 0)
            nt_report("PoolCorruption", stack, "The block at %p was allocated here.", (const void *)block);
        nt_bugcheck(SPECIAL_POOL_DETECTED_MEMORY_CORRUPTION, (ULONG64)(uintptr_t)block, (ULONG64)(uintptr_t)&block[i],
                    room, 0x24, "PoolCorruption", block,
                    "Byte %u of a pool block of %u bytes (tag '%s', %s) was written; found by %s when %s called it.",
                    (unsigned)i, (unsigned)header->bytes, tag_text(header->tag, text), pool_owners[header->owner].name,
                    function, nt_image_name(caller));
    }
}

void pool_check_live(struct pool_header *header, ULONG tag, const char *function, const void *caller)
{
    const void *block = header + 1;
    if (nt_unlikely(!block_plausible(block) || header->state != POOL_LIVE || header->cookie != pool_cookie(header)))
        pool_bad_block(block, tag, function, caller);
    if (nt_unlikely(tag != 0 && header->tag != tag)) {
        char is[8], given[8];
        nt_bugcheck(BAD_POOL_CALLER, 0xa, (ULONG64)(uintptr_t)block, header->tag, tag, "PoolCorruption", block,
                    "%s freed the block at %p with tag '%s'; it was allocated with tag '%s'.", nt_image_name(caller),
                    block, tag_text(tag, given), tag_text(header->tag, is));
    }
    if (nt_unlikely((header->flags & POOL_CHECKED) != 0))
        zone_check(header, function, caller);
}

/* The oldest block leaves the quarantine; whoever wrote to it after its free is found now. */
static void quarantine_release(void)
{
    struct pool_header *header = quarantine[quarantine_first];
    quarantine_first = (quarantine_first + 1) % QUARANTINE_BLOCKS;
    quarantine_count--;
    quarantine_bytes -= header->bytes;
    const uint8_t *block = (const uint8_t *)(header + 1);
    size_t i = filled_until(block, 0, header->bytes, POOL_FILL_FREED);
    if (nt_unlikely(i < header->bytes)) {
        char text[8];
        if (stack_of(header, true) != 0)
            nt_report("UseAfterFree", stack_of(header, true), "The block at %p was freed here.", (const void *)block);
        nt_bugcheck(SPECIAL_POOL_DETECTED_MEMORY_CORRUPTION, (ULONG64)(uintptr_t)block, (ULONG64)(uintptr_t)&block[i],
                    header->bytes, 0x22, "UseAfterFree", block,
                    "Byte %u of a pool block of %u bytes (tag '%s', %s) was written after the block was freed.",
                    (unsigned)i, (unsigned)header->bytes, tag_text(header->tag, text), pool_owners[header->owner].name);
    }
    pool_block_give(header);
}

static void active_check(struct pool_header *header)
{
    const void *block = header + 1;
    PKTIMER timer = timer_within(block, header->bytes);
    if (timer != NULL)
        nt_bugcheck(TIMER_OR_DPC_INVALID, 0, (ULONG64)(uintptr_t)timer, (ULONG64)(uintptr_t)block, header->bytes,
                    "UseAfterFree", timer,
                    "%s freed a pool block with a timer in it that is set (KeCancelTimer first).",
                    pool_owners[header->owner].name);
    PKDPC dpc = dpc_within(block, header->bytes);
    if (dpc != NULL)
        nt_bugcheck(TIMER_OR_DPC_INVALID, 1, (ULONG64)(uintptr_t)dpc, (ULONG64)(uintptr_t)block, header->bytes,
                    "UseAfterFree", dpc,
                    "%s freed a pool block with a DPC in it that is queued (KeFlushQueuedDpcs first).",
                    pool_owners[header->owner].name);
}

bool pool_check_free(struct pool_header *header)
{
    if ((header->flags & POOL_OURS) != 0)
        return false;
    active_check(header);
    struct pool_origin *origin = origin_of(header);
    if (origin != NULL)
        origin->freed = pool_owners[header->owner].is_driver ? machine_stack_save() : 0;
    if (header->bytes > QUARANTINE_BYTES)
        return false;
    memset(header + 1, POOL_FILL_FREED, header->bytes);
    while (quarantine_count == QUARANTINE_BLOCKS || quarantine_bytes + header->bytes > QUARANTINE_BYTES)
        quarantine_release();
    header->state = POOL_QUARANTINED;
    quarantine[(quarantine_first + quarantine_count++) % QUARANTINE_BLOCKS] = header;
    quarantine_bytes += header->bytes;
    return true;
}

struct leak_walk {
    uint8_t owner;
    ULONG count;
};

static void leak_tell(void *to, struct pool_header *header)
{
    struct leak_walk *walk = to;
    char text[8];
    if (header->owner != walk->owner || (header->flags & POOL_OURS) != 0)
        return;
    walk->count++;
    nt_report("PoolLeak", stack_of(header, false), "%s left %u bytes of %s pool allocated, tag '%s', at %p.",
              pool_owners[header->owner].name, (unsigned)header->bytes,
              (header->flags & POOL_PAGED) != 0 ? "paged" : "nonpaged", tag_text(header->tag, text),
              (void *)(header + 1));
}

ULONG ex_pool_report(const void *base, size_t bytes, const char *name)
{
    UNREFERENCED_PARAMETER(bytes);
    UNREFERENCED_PARAMETER(name);
    struct leak_walk walk = {0};
    while (quarantine_count != 0)
        quarantine_release(); /* as long as the driver's symbols are there */
    for (unsigned i = 1; i < owner_count; i++) {
        if (pool_owners[i].base == base)
            walk.owner = (uint8_t)i;
    }
    if (walk.owner == 0)
        return 0; /* it never allocated anything */
    struct pool_owner *owner = &pool_owners[walk.owner];
    if (owner->live != 0)
        pool_walk(leak_tell, &walk);
    /* The addresses may be another image's soon. A record with leaks is never used again, so its blocks keep a name. */
    owner->bytes = 0;
    if (walk.count == 0)
        *owner = (struct pool_owner){0};
    owner_last = 0;
    return walk.count;
}

struct ex_pool_usage ex_pool_usage_of(const void *base, size_t bytes)
{
    UNREFERENCED_PARAMETER(bytes);
    for (unsigned i = 1; i < owner_count; i++) {
        if (pool_owners[i].base == base && pool_owners[i].bytes != 0)
            return (struct ex_pool_usage){.blocks = pool_owners[i].live, .bytes = pool_owners[i].live_bytes};
    }
    return (struct ex_pool_usage){0};
}
