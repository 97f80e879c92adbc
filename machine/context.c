/* SPDX-License-Identifier: MIT */
/* Contexts and their stacks: made, given back, used again. */
#include "machine/internal.h"

#include <assert.h>
#include <string.h>
#include <sys/mman.h>

#if __has_include(<valgrind/valgrind.h>)
#include <valgrind/valgrind.h>
#else
#define VALGRIND_STACK_REGISTER(start, end) ((void)(start), (void)(end), 0)
#endif

enum {
    STACK_BYTES_DEFAULT = 64 << 10,
    STACK_BYTES_MIN = 16 << 10,
    STACK_BYTES_MAX = STACK_BYTES_MIN << (STACK_CLASSES - 1),
    STACK_HOME_BYTES = 64, /* above the first frame: a caller's home area for the entry */
};

void context_init(void)
{
    STATE->alarm = UINT64_MAX;
}

static uint32_t stack_class(uint64_t bytes)
{
    assert(bytes <= STACK_BYTES_MAX);
    uint32_t class = 0;
    while ((uint64_t)STACK_BYTES_MIN << class < bytes) {
        class ++;
    }
    return class;
}

static bool stack_alloc(uint64_t bytes, uint64_t *ret_low, uint64_t *ret_bytes)
{
    struct span_region *stacks = &STATE->stacks;
    struct span_page *entries = (struct span_page *)(ARENA_BASE + stacks->entries_offset);
    uint32_t class = stack_class(bytes);
    uint64_t whole = (uint64_t)STACK_BYTES_MIN << class;
    uint32_t page = STATE->free_stacks[class];
    if (page) {
        STATE->free_stacks[class] = entries[page].next;
    } else {
        uint32_t pages = 1 + (uint32_t)(whole / PAGE_BYTES);
        page = span_alloc(stacks, pages);
        if (!page) {
            return false;
        }
        if (!arena_protect(stacks->offset + page * PAGE_BYTES, PAGE_BYTES, PROT_NONE)) {
            span_free(stacks, page, pages);
            return false;
        }
        char *low = (char *)span_address(stacks, page + 1);
        (void)VALGRIND_STACK_REGISTER(low, low + whole);
    }
    *ret_low = span_address(stacks, page + 1);
    *ret_bytes = whole;
    return true;
}

/* A stack keeps its guard page and waits for the next context: stacks are never cut up again. */
static void stack_free(uint64_t low, uint64_t bytes)
{
    struct span_region *stacks = &STATE->stacks;
    struct span_page *entries = (struct span_page *)(ARENA_BASE + stacks->entries_offset);
    uint32_t page = (uint32_t)((low - ARENA_BASE - stacks->offset) / PAGE_BYTES) - 1;
    uint32_t class = stack_class(bytes);
    assert(span_is(stacks, page, 1 + (uint32_t)(bytes / PAGE_BYTES)));
    entries[page].next = STATE->free_stacks[class];
    STATE->free_stacks[class] = page;
}

bool context_is_guard(const struct context *context, uint64_t address)
{
    return address < context->stack_low && context->stack_low - address <= PAGE_BYTES;
}

static struct context *slot_alloc(void)
{
    struct machine_state *state = STATE;
    uint32_t id = state->free_contexts.head;
    /* Ids come back as late as possible: a wake-up meant for a context that is gone should hit nobody. */
    if (!id || (state->contexts_used < CONTEXTS_MAX && state->contexts_used - state->contexts_live < 1024)) {
        if (state->contexts_used == CONTEXTS_MAX) {
            return NULL;
        }
        id = ++state->contexts_used;
        context_of(id)->id = id;
        return context_of(id);
    }
    struct context *context = context_of(id);
    state->free_contexts.head = context->next;
    if (!state->free_contexts.head) {
        state->free_contexts.tail = 0;
    }
    return context;
}

static void slot_free(struct context *context)
{
    struct machine_state *state = STATE;
    uint32_t id = context->id;
    memset(context, 0, sizeof(*context));
    context->id = id;
    if (state->free_contexts.tail) {
        context_of(state->free_contexts.tail)->next = id;
    } else {
        state->free_contexts.head = id;
    }
    state->free_contexts.tail = id;
}

static void first_frame(struct context *context, const struct machine_context_config *config)
{
    uint64_t top = context->stack_low + context->stack_bytes - STACK_HOME_BYTES;
    struct switch_frame *frame = (struct switch_frame *)(top - sizeof(*frame));
    memset(frame, 0, sizeof(*frame) + STACK_HOME_BYTES);
    frame->mxcsr = SWITCH_MXCSR;
    frame->x87_control = SWITCH_X87_CONTROL;
    frame->rbx = (uint64_t)config->entry;
    frame->rdi = (uint64_t)config->argument;
    frame->rip = (uint64_t)machine_context_start;
    context->rsp = (uint64_t)frame;
}

uint32_t context_create(const struct machine_context_config *config)
{
    struct machine_state *state = STATE;
    uint64_t bytes = config->stack_bytes ? config->stack_bytes : STACK_BYTES_DEFAULT;
    bool bad = config->kind > MACHINE_CONTEXT_CLOCK || config->processor >= (int32_t)PAGE->processors || !config->entry;
    if (bad || bytes > STACK_BYTES_MAX || (config->kind == MACHINE_CONTEXT_CLOCK && state->clock_context)) {
        return 0;
    }
    struct context *context = slot_alloc();
    if (!context) {
        return 0;
    }
    if (!stack_alloc(bytes, &context->stack_low, &context->stack_bytes)) {
        slot_free(context);
        return 0;
    }
    first_frame(context, config);
    context->thread = config->thread;
    context->kind = (uint8_t)config->kind;
    context->irql = config->irql;
    context->bound = config->processor < 0 ? -1 : config->processor;
    context->processor = config->processor < 0 ? 0 : (uint32_t)config->processor;
    context->queue = QUEUE_NONE;
    context->state = CONTEXT_BLOCKED;
    guest_string(config->name, context->name, sizeof(context->name));
    if (config->kind == MACHINE_CONTEXT_CLOCK) {
        state->clock_context = context->id;
    }
    state->contexts_live++;
    scheduler_ready(context->id);
    return context->id;
}

void context_free(struct context *context)
{
    assert(context->queue == QUEUE_NONE);
    assert(STATE->contexts_live > 0);
    if (STATE->clock_context == context->id) {
        STATE->clock_context = 0;
    }
    STATE->contexts_live--;
    stack_free(context->stack_low, context->stack_bytes);
    slot_free(context);
}

SWITCH_HANDLER(context_create)
{
    (void)b, (void)c, (void)d;
    const struct machine_context_config *config = (const struct machine_context_config *)a;
    STATE->progress++;
    return switch_return(rsp, context_create(config));
}

SWITCH_HANDLER(context_exit)
{
    (void)a, (void)b, (void)c, (void)d;
    struct context *context = scheduler_leave(rsp);
    STATE->current = 0;
    context_free(context);
    return scheduler_next();
}
