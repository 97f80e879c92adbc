/* SPDX-License-Identifier: MIT */
/*
 * The live policy: the clock before DPCs, DPCs before threads, a context that keeps its processor as soon
 * as its lock is free, threads in turn. Choices are answered with what a live run does: 0.
 */
#include "machine/internal.h"

static bool processor_free(const struct context *context)
{
    const uint32_t *holders = STATE->holders;
    if (context->bound >= 0) {
        return !holders[context->bound] || holders[context->bound] == context->id;
    }
    for (uint32_t i = 0; i < PAGE->processors; i++) {
        if (!holders[i] || holders[i] == context->id) {
            return true;
        }
    }
    return false;
}

static bool can_run(const struct context *context)
{
    switch (context->queue) {
    case QUEUE_CLOCK:
        return true;
    case QUEUE_HELD:
        return context->state != CONTEXT_SPINNING || *context->lock == 0;
    default:
        return processor_free(context);
    }
}

static uint32_t first_of(enum run_queue queue, bool yielded)
{
    for (uint32_t id = STATE->queues[queue].head; id; id = context_of(id)->next) {
        const struct context *context = context_of(id);
        if ((queue != QUEUE_HELD || context->yielded == yielded) && can_run(context)) {
            return id;
        }
    }
    return 0;
}

uint32_t policy_first_candidate(void)
{
    const struct context_list *queues = STATE->queues;
    uint32_t head = queues[QUEUE_THREAD].head;
    if (head && !(queues[QUEUE_CLOCK].head | queues[QUEUE_DPC].head | queues[QUEUE_HELD].head)) {
        return head; /* nobody keeps a processor, so any thread can run */
    }
    uint32_t id = first_of(QUEUE_CLOCK, false);
    id = id ? id : first_of(QUEUE_DPC, false);
    id = id ? id : first_of(QUEUE_HELD, false);
    if (id) {
        return id;
    }
    /* Who yields at DISPATCH_LEVEL waits for another processor: the threads there and it take turns. */
    const struct context *last = PAGE->context ? context_of(PAGE->context) : NULL;
    bool thread_first = last && last->queue == QUEUE_HELD && last->yielded;
    id = first_of(thread_first ? QUEUE_THREAD : QUEUE_HELD, true);
    return id ? id : first_of(thread_first ? QUEUE_HELD : QUEUE_THREAD, true);
}

uint32_t policy_candidates(uint32_t *ret_ids, uint32_t ids_max)
{
    uint32_t count = 0;
    for (uint32_t queue = 0; queue < QUEUES; queue++) {
        for (uint32_t id = STATE->queues[queue].head; id && count < ids_max; id = context_of(id)->next) {
            if (can_run(context_of(id))) {
                ret_ids[count++] = id;
            }
        }
    }
    return count;
}

static uint32_t live_choose_context(void *user)
{
    (void)user;
    return policy_first_candidate();
}

static uint32_t live_choose(void *user, uint32_t n, uint32_t what)
{
    (void)user, (void)n, (void)what;
    return 0;
}

static bool live_at_point(void *user, uint32_t kind, const void *object)
{
    (void)user, (void)kind, (void)object;
    return false;
}

const struct machine_policy machine_policy_live = {
    .name = "live",
    .choose_context = live_choose_context,
    .choose = live_choose,
    .at_point = live_at_point,
};
