/* SPDX-License-Identifier: MIT */
/*
 * Who runs: the run queues, the processors that contexts at DISPATCH_LEVEL keep, and what happens when
 * nobody can run. Who is chosen among those that can is the policy's answer (policy_live.c).
 */
#include "machine/internal.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum {
    CHECK_SWITCHES = 16,   /* switches between two looks at the clock */
    POLL_SWITCHES = 256,   /* switches between two polls while contexts are ready */
    YIELD_TIME = 10,       /* virtual time that a yield takes: 1 µs */
    SPIN_SECONDS_MAX = 10, /* for a lock whose owner waits for a timer */
};

/* -- queues ---------------------------------------------------------------------------------- */

static void update_attention(void)
{
    bool ready = STATE->queues[QUEUE_CLOCK].head || STATE->queues[QUEUE_DPC].head;
    PAGE->flags = ready ? PAGE->flags | MACHINE_ATTENTION : PAGE->flags & ~(uint32_t)MACHINE_ATTENTION;
}

static inline void enqueue(struct context *context, enum run_queue queue, bool first)
{
    struct context_list *list = &STATE->queues[queue];
    context->queue = (uint8_t)queue;
    context->next = first ? list->head : 0;
    context->prev = first ? 0 : list->tail;
    if (context->next) {
        context_of(context->next)->prev = context->id;
    } else {
        list->tail = context->id;
    }
    if (context->prev) {
        context_of(context->prev)->next = context->id;
    } else {
        list->head = context->id;
    }
}

void scheduler_enqueue(struct context *context, enum run_queue queue, bool first)
{
    assert(context->queue == QUEUE_NONE && queue < QUEUES);
    enqueue(context, queue, first);
}

void scheduler_dequeue(struct context *context)
{
    assert(context->queue < QUEUES);
    struct context_list *list = &STATE->queues[context->queue];
    if (context->next) {
        context_of(context->next)->prev = context->prev;
    } else {
        list->tail = context->prev;
    }
    if (context->prev) {
        context_of(context->prev)->next = context->next;
    } else {
        list->head = context->next;
    }
    context->next = context->prev = 0;
    context->queue = QUEUE_NONE;
}

static enum run_queue home_queue(const struct context *context)
{
    static const uint8_t queues[] = {QUEUE_THREAD, QUEUE_DPC, QUEUE_CLOCK};
    assert(context->kind <= MACHINE_CONTEXT_CLOCK);
    return (enum run_queue)queues[context->kind];
}

HOST_SLOW static void end_receive(struct context *context)
{
    port_cancel_wait(context);
}

/* On the guest's stack, and often: no calls on the usual way. */
static inline void ready(struct context *context)
{
    if (context->state != CONTEXT_BLOCKED) {
        context->permit = context->state != CONTEXT_FREE;
        return;
    }
    if (__builtin_expect(context->receive != NULL, 0)) {
        end_receive(context);
    }
    context->state = CONTEXT_READY;
    if (context->kind == MACHINE_CONTEXT_THREAD) {
        enqueue(context, QUEUE_THREAD, false);
    } else {
        enqueue(context, context->kind == MACHINE_CONTEXT_DPC ? QUEUE_DPC : QUEUE_CLOCK, false);
        PAGE->flags |= MACHINE_ATTENTION;
    }
}

void scheduler_ready(uint32_t id)
{
    assert(id > 0 && id <= STATE->contexts_used);
    ready(context_of(id));
}

MACHINE_CALL void machine_ready(uint32_t id)
{
    if (__builtin_expect(id - 1 >= STATE->contexts_used, 0)) {
        guest_error("machine_ready was given a context that never was");
        return;
    }
    STATE->progress++;
    ready(context_of(id));
}

/* Puts the running context back among the ready ones. */
static void put_away(struct context *context, bool first, bool yielded)
{
    assert(context->id == STATE->current);
    enum run_queue queue = home_queue(context);
    context->state = CONTEXT_READY;
    context->yielded = yielded;
    if (context->irql >= IRQL_DISPATCH && queue != QUEUE_CLOCK) {
        queue = QUEUE_HELD;
        STATE->holders[context->processor] = context->id;
    }
    scheduler_enqueue(context, queue, first);
    STATE->current = 0;
}

/* -- switching ------------------------------------------------------------------------------- */

static uint64_t start(struct context *context)
{
    uint32_t processor = context->bound >= 0 ? (uint32_t)context->bound : context->processor;
    uint32_t *holders = STATE->holders;
    bool clock = context->kind == MACHINE_CONTEXT_CLOCK; /* an interrupt: whatever runs there lies below it */
    if (!clock && holders[processor] && holders[processor] != context->id) {
        for (processor = 0; holders[processor]; processor++) {
            assert(processor + 1 < PAGE->processors); /* the policy chose among those that can run */
        }
    }
    scheduler_dequeue(context);
    if (holders[processor] == context->id) {
        holders[processor] = 0;
    }
    if (context->state == CONTEXT_SPINNING) {
        context->lock = NULL;
        STATE->spinners--;
    }
    context->state = CONTEXT_RUNNING;
    context->processor = processor;
    context->yielded = false;
    if (PAGE->context != context->id) {
        STATE->yields_alone = 0;
        STATE->progress++;
        PAGE->switches++;
    }
    STATE->current = context->id;
    PAGE->context = context->id;
    PAGE->processor = processor;
    PAGE->thread = context->thread;
    PAGE->irql = context->irql;
    update_attention();
    return context->rsp;
}

uint64_t scheduler_stop(enum machine_end end)
{
    machine_host.ended = true;
    machine_host.end = end;
    return 0;
}

static void fire_alarm(void)
{
    STATE->alarm = UINT64_MAX;
    if (STATE->clock_context) {
        scheduler_ready(STATE->clock_context);
    }
}

static void check_clock(void)
{
    STATE->switches_since_check = 0;
    if (STATE->alarm != UINT64_MAX && time_now() >= STATE->alarm) {
        fire_alarm();
    }
}

static void poll_host(int64_t timeout_ns)
{
    STATE->switches_since_poll = 0;
    if (machine_host.options.poll) {
        machine_host.options.poll(machine_host.options.user, timeout_ns);
        return;
    }
    if (timeout_ns > 0) {
        struct timespec rest = {timeout_ns / 1000000000, timeout_ns % 1000000000};
        nanosleep(&rest, NULL);
    }
}

static bool anyone_ready(void)
{
    return policy_first_candidate() != 0;
}

/* Nobody can run, and no timer will change that: the one that spins longest tells. */
static uint64_t deadlock(struct context *spinner)
{
    char sentence[256];
    const char *owner = "?";
    if (spinner->lock_owner && spinner->lock_owner <= STATE->contexts_used) {
        owner = context_of(spinner->lock_owner)->name;
    }
    snprintf(sentence, sizeof(sentence),
             "\"%s\" spins for a lock that %s\"%s\" holds, and nothing that could release it can run.", spinner->name,
             spinner->lock_owner == spinner->id ? "it holds itself, as " : "", owner);
    struct raise raise = {.bugcheck = {.code = 0x133,
                                       .parameters = {0, (uint64_t)spinner->lock, spinner->lock_owner, 0},
                                       .rule = "Deadlock",
                                       .sentence = sentence,
                                       .object = (const void *)spinner->lock}};
    STATE->current = spinner->id;
    PAGE->context = spinner->id;
    PAGE->processor = spinner->processor;
    PAGE->irql = spinner->irql;
    unwind_from_switch(&raise.stack, spinner);
    return raise_bugcheck(&raise);
}

/* The watchdog counts processor time without progress; this is for who yields at DISPATCH_LEVEL without an end. */
static bool yields_too_long(struct context *context)
{
    uint64_t limit = machine_host.options.watchdog_seconds * 10000000ull, now = time_now();
    if (context->irql < IRQL_DISPATCH || !limit) {
        context->yield_since = 0;
        return false;
    }
    context->yield_since = context->yield_since ? context->yield_since : now + 1;
    return now > context->yield_since + limit;
}

static uint64_t yield_without_end(const struct context *context)
{
    uint64_t limit_ms = machine_host.options.watchdog_seconds * 1000ull;
    char sentence[160];
    snprintf(sentence, sizeof(sentence), "\"%s\" has waited in a loop at %s for more than %u seconds.", context->name,
             machine_irql_name(context->irql), machine_host.options.watchdog_seconds);
    struct raise raise = {
        .bugcheck = {
            .code = 0x133, .parameters = {0, limit_ms, limit_ms, 0}, .rule = "Nontermination", .sentence = sentence}};
    unwind_from_switch(&raise.stack, context);
    return raise_bugcheck(&raise);
}

static struct context *longest_spinner(void)
{
    struct context *found = NULL;
    for (uint32_t id = STATE->queues[QUEUE_HELD].head; id; id = context_of(id)->next) {
        struct context *context = context_of(id);
        if (context->state == CONTEXT_SPINNING && (!found || context->spin_since < found->spin_since)) {
            found = context;
        }
    }
    return found;
}

static bool stopping(void)
{
    return machine_host.ended || machine_host.halt;
}

/* Nothing is ready. True: look again; false: the machine has stopped. */
static bool idle(void)
{
    const struct machine_options *options = &machine_host.options;
    struct context *spinner = STATE->spinners ? longest_spinner() : NULL;
    bool waits = options->poll && !options->virtual_clock && !options->stop_when_idle && !spinner;
    if (!waits) { /* what comes next is no wait for the host, so the host is asked first */
        poll_host(0);
        if (stopping() || anyone_ready()) {
            return !stopping();
        }
    }
    uint64_t now = time_now();
    bool too_long = spinner && now - spinner->spin_since > SPIN_SECONDS_MAX * 10000000ull;
    if (spinner && (STATE->alarm == UINT64_MAX || too_long)) {
        deadlock(spinner);
        return false;
    }
    if (STATE->alarm == UINT64_MAX) {
        if (options->stop_when_idle || !options->poll) {
            scheduler_stop(MACHINE_END_IDLE);
            return false;
        }
        poll_host(-1);
        return !stopping();
    }
    if (options->virtual_clock) {
        STATE->virtual_time = STATE->alarm > now ? STATE->alarm : now;
    } else if (STATE->alarm > now) {
        uint64_t rest = STATE->alarm - now;
        poll_host(rest > INT64_MAX / 100 ? INT64_MAX : (int64_t)(rest * 100));
    }
    check_clock();
    return !stopping();
}

uint64_t scheduler_next(void)
{
    if (++STATE->switches_since_check >= CHECK_SWITCHES) {
        check_clock();
    }
    if (++STATE->switches_since_poll >= POLL_SWITCHES) {
        poll_host(0);
    }
    while (!stopping()) {
        uint32_t id = machine_host.policy->choose_context(machine_host.policy_user);
        if (id) {
            return start(context_of(id));
        }
        if (!idle()) {
            break;
        }
    }
    return 0;
}

/* -- the guest's calls ----------------------------------------------------------------------- */

SWITCH_HANDLER(block)
{
    (void)c, (void)d;
    struct context *context = scheduler_leave(rsp);
    STATE->progress++;
    if (context->permit) {
        context->permit = false;
        if (!(PAGE->flags & MACHINE_ATTENTION) || context->irql >= IRQL_DISPATCH) {
            return rsp;
        }
        put_away(context, true, false);
        return scheduler_next();
    }
    context->yield_since = 0;
    context->state = CONTEXT_BLOCKED;
    context->point_kind = (uint32_t)a;
    context->object = (const void *)b;
    STATE->current = 0;
    return scheduler_next();
}

SWITCH_HANDLER(point)
{
    (void)c, (void)d;
    struct context *context = scheduler_leave(rsp);
    uint32_t kind = (uint32_t)a;
    context->point_kind = kind;
    context->object = (const void *)b;
    if (kind == MACHINE_POINT_YIELD) {
        if (machine_host.options.virtual_clock) {
            STATE->virtual_time += YIELD_TIME;
        }
        /* Who yields may wait for something from outside, so outside gets its chance, a poll now and then. */
        STATE->switches_since_check = CHECK_SWITCHES;
        STATE->switches_since_poll += POLL_SWITCHES / 16;
        STATE->yields_alone++;
        if (yields_too_long(context)) {
            return yield_without_end(context);
        }
        put_away(context, false, true);
        return scheduler_next();
    }
    bool preempted = (PAGE->flags & MACHINE_ATTENTION) && context->irql < IRQL_DISPATCH;
    if (!preempted && !machine_host.policy->at_point(machine_host.policy_user, kind, context->object)) {
        return rsp;
    }
    put_away(context, true, false);
    return scheduler_next();
}

/* Does `owner`, by way of the locks that it and others spin for, wait for `self`? */
static bool owns_in_a_circle(uint32_t self, uint32_t owner)
{
    for (uint32_t steps = 0; owner && owner <= STATE->contexts_used && steps < STATE->spinners + 1; steps++) {
        if (owner == self) {
            return true;
        }
        const struct context *context = context_of(owner);
        if (context->state != CONTEXT_SPINNING || *context->lock == 0) {
            return false;
        }
        owner = context->lock_owner;
    }
    return owner == self;
}

SWITCH_HANDLER(spin)
{
    (void)c, (void)d;
    struct context *context = scheduler_leave(rsp);
    const volatile uint64_t *lock = (const volatile uint64_t *)a;
    if (!guest_readable(a, sizeof(*lock)) || *lock == 0) {
        return rsp;
    }
    context->lock = lock;
    context->lock_owner = (uint32_t)b;
    context->object = (const void *)a;
    context->point_kind = MACHINE_POINT_LOCK;
    context->spin_since = time_now();
    if (owns_in_a_circle(context->id, context->lock_owner)) {
        return deadlock(context);
    }
    context->state = CONTEXT_SPINNING;
    context->yielded = false;
    STATE->spinners++;
    STATE->holders[context->processor] = context->id;
    scheduler_enqueue(context, QUEUE_HELD, false);
    STATE->current = 0;
    return scheduler_next();
}

SWITCH_HANDLER(choose)
{
    (void)c, (void)d;
    uint32_t n = (uint32_t)a;
    uint32_t answer = n > 1 ? machine_host.policy->choose(machine_host.policy_user, n, (uint32_t)b) : 0;
    assert(n == 0 || answer < n);
    return switch_return(rsp, answer);
}
