/* SPDX-License-Identifier: MIT */
/* The machine as a whole: booted, run, halted. */
#include "machine/internal.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

struct machine_host machine_host;

#define STATE_MAGIC 0x6b6d646f636b0001ull

void machine_options_default(struct machine_options *ret_options)
{
    *ret_options = (struct machine_options){
        .processors = MACHINE_PROCESSORS_DEFAULT,
        .watchdog_seconds = MACHINE_WATCHDOG_SECONDS_DEFAULT,
    };
}

int machine_boot(const struct machine_options *options)
{
    assert(!machine_host.running);
    if (machine_host.booted) {
        return -EBUSY;
    }
    int error = arena_map();
    if (error) {
        return error;
    }
    machine_host = (struct machine_host){.options = *options, .policy = &machine_policy_live};
    uint32_t processors = options->processors ? options->processors : MACHINE_PROCESSORS_DEFAULT;
    *PAGE = (struct machine_page){
        .version = MACHINE_VERSION,
        .flags = options->checked ? MACHINE_CHECKED : 0,
        .processors = processors > MACHINE_PROCESSORS_MAX ? MACHINE_PROCESSORS_MAX : processors,
        .arena_base = (void *)ARENA_BASE,
        .arena_size = ARENA_SIZE,
    };
    STATE->magic = STATE_MAGIC;
    span_init();
    context_init();
    time_init();
    error = fault_install();
    if (error) {
        arena_unmap();
        return error;
    }
    machine_host.booted = true;
    return 0;
}

void machine_shutdown(void)
{
    assert(!machine_host.running);
    if (!machine_host.booted) {
        return;
    }
    fault_remove();
    gdb_forget_all();
    symbol_forget_all();
    image_forget_all();
    arena_unmap();
    machine_host.booted = false;
}

static bool start_kernel(void)
{
    uint64_t entry = image_core_entry();
    struct machine_context_config config = {
        .kind = MACHINE_CONTEXT_THREAD,
        .processor = -1,
        .entry = (void (*)(void *))entry,
        .argument = PAGE,
        .stack_bytes = 256 << 10,
    };
    uint32_t id = entry ? context_create(&config) : 0;
    if (id) { /* context_create copies names from the guest's memory only */
        memcpy(context_of(id)->name, "System", sizeof("System"));
    }
    return id != 0;
}

enum machine_end machine_run(void)
{
    assert(machine_host.booted && !machine_host.running);
    assert(STATE->magic == STATE_MAGIC);
    if (machine_host.ended && machine_host.end == MACHINE_END_BUGCHECK) {
        return MACHINE_END_BUGCHECK;
    }
    machine_host.ended = false;
    machine_host.end = MACHINE_END_HALTED;
    if (!STATE->first_started) {
        STATE->first_started = start_kernel();
    }
    machine_host.running = true;
    watchdog_start(machine_host.options.watchdog_seconds);
    uint64_t rsp = scheduler_next();
    if (rsp) {
        machine_enter(rsp);
    }
    watchdog_stop();
    machine_host.running = false;
    assert(machine_host.ended || machine_host.halt);
    machine_host.halt = false;
    return machine_host.end;
}

void machine_halt(void)
{
    machine_host.halt = true;
}

void machine_policy_set(const struct machine_policy *policy, void *user)
{
    assert(!machine_host.running);
    machine_host.policy = policy ? policy : &machine_policy_live;
    machine_host.policy_user = user;
    PAGE->flags &= ~(uint32_t)MACHINE_EXPLORE;
    PAGE->flags |= machine_host.policy->explores ? MACHINE_EXPLORE : 0;
}
