/* SPDX-License-Identifier: MIT */
/* What the machine tells of a guest gone wrong: bug checks, reports of rules, remembered stacks. */
#include "machine/internal.h"

#include "machine/bugcodes.h"
#include "machine/frames.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

/* -- reading the guest's memory -------------------------------------------------------------- */

static bool readable_image(uint64_t address, uint64_t bytes)
{
    const struct image *image = image_find(address);
    if (!image) {
        return false;
    }
    uint64_t offset = address - (uint64_t)image->image.base;
    for (uint32_t i = 0; i < image->section_count && bytes > 0; i++) {
        const struct image_section *section = &image->sections[i];
        if (offset < section->offset || offset >= (uint64_t)section->offset + section->bytes) {
            continue;
        }
        if (!(section->protection & PROT_READ)) {
            return false;
        }
        uint64_t here = (uint64_t)section->offset + section->bytes - offset;
        bytes -= here < bytes ? here : bytes;
        offset += here;
    }
    return bytes == 0;
}

static bool readable_stack(uint64_t address, uint64_t bytes)
{
    for (uint32_t id = 1; id <= STATE->contexts_used; id++) {
        const struct context *context = context_of(id);
        uint64_t offset = address - context->stack_low;
        if (context->state != CONTEXT_FREE && offset < context->stack_bytes) {
            return bytes <= context->stack_bytes - offset;
        }
    }
    return false;
}

static bool readable_region(const struct span_region *region, uint64_t offset, uint64_t bytes)
{
    uint64_t end = region->committed * PAGE_BYTES;
    return offset - region->offset < end && bytes <= end - (offset - region->offset);
}

bool guest_readable(uint64_t address, uint64_t bytes)
{
    uint64_t offset = address - ARENA_BASE;
    if (!arena_covers(address) || bytes > ARENA_SIZE) {
        return false;
    }
    if (offset < PAGE_BYTES) {
        return bytes <= PAGE_BYTES - offset;
    }
    if (offset >= ARENA_USER_OFFSET) {
        return readable_region(&STATE->user, offset, bytes);
    }
    if (offset >= ARENA_PAGES_OFFSET) {
        return readable_region(&STATE->pages, offset, bytes);
    }
    if (offset >= ARENA_STACKS_OFFSET) {
        return readable_stack(address, bytes);
    }
    return offset >= ARENA_IMAGES_OFFSET && readable_image(address, bytes);
}

void guest_string(const char *from, char *ret_text, size_t text_bytes)
{
    size_t length = 0;
    uint64_t checked = 0; /* addresses below are readable */
    assert(text_bytes > 0);
    for (; from && length + 1 < text_bytes; length++) {
        uint64_t at = (uint64_t)from + length;
        if (at >= checked) {
            if (!guest_readable(at, 1)) {
                break;
            }
            checked = (at | (PAGE_BYTES - 1)) + 1; /* what is readable is so in whole pages */
        }
        if (from[length] == 0) {
            break;
        }
        ret_text[length] = from[length];
    }
    ret_text[length] = 0;
}

/* -- bug checks ------------------------------------------------------------------------------ */

/* A callback that has returned is in no stack, but in the parameters: its address, 0 if it is not about one. */
static uint64_t returned_callback(const struct machine_bugcheck *bugcheck)
{
    const uint64_t *parameters = bugcheck->parameters;
    uint64_t address = 0;
    if (bugcheck->code == 0x10D) {
        address = parameters[0] == 0xE ? parameters[3] : parameters[0] == 0xF ? parameters[1] : 0;
    } else if (bugcheck->code == 0xE1) { /* WORKER_THREAD_RETURNED_AT_BAD_IRQL */
        address = parameters[0];
    } else if (bugcheck->code == 0xC8) { /* IRQL_UNEXPECTED_VALUE */
        address = parameters[2];
    }
    const struct image *image = address ? image_find(address) : NULL;
    return image && !image->core ? address : 0;
}

static void fill_frames(struct machine_bugcheck_report *report, const struct raise *raise)
{
    struct unwind_state stack = raise->stack;
    uint64_t ips[MACHINE_FRAMES_MAX], sps[MACHINE_FRAMES_MAX];
    uint64_t callback = returned_callback(&raise->bugcheck);
    uint32_t count = unwind_stack(&stack, ips, sps, MACHINE_FRAMES_MAX), used = 0;
    if (callback && symbol_frame(callback, false, &report->frames[0])) {
        used = 1;
    }
    for (uint32_t i = 0; i < count && used < MACHINE_FRAMES_MAX; i++) {
        struct machine_frame *frames = &report->frames[used];
        uint32_t here = symbol_frames(ips[i], i > 0 || !raise->has_registers, frames, MACHINE_FRAMES_MAX - used);
        for (uint32_t k = 0; k < here; k++) {
            frames[k].sp = sps[i];
        }
        used += here;
    }
    report->frame_count = used;
    frames_mark(report->frames, used, !raise->has_registers);
    if (report->frames[0].driver && callback) { /* whoever called it had nothing to do with it */
        for (uint32_t i = 1; i < used && report->frames[i].core; i++) {
            report->frames[i].hidden = true;
        }
    }
}

uint64_t raise_bugcheck(const struct raise *raise)
{
    const struct machine_bugcheck *bugcheck = &raise->bugcheck;
    const struct context *context = context_of(PAGE->context);
    static struct machine_bugcheck_report report; /* large, and there is only one */
    report = (struct machine_bugcheck_report){
        .code = bugcheck->code,
        .context_id = PAGE->context,
        .processor = PAGE->processor,
        .irql = PAGE->irql,
        .object = (uint64_t)bugcheck->object,
        .has_registers = raise->has_registers,
    };
    memcpy(report.parameters, bugcheck->parameters, sizeof(report.parameters));
    snprintf(report.context, sizeof(report.context), "%s", context->name);
    snprintf(report.rule, sizeof(report.rule), "%s", bugcheck->rule ? bugcheck->rule : "");
    snprintf(report.sentence, sizeof(report.sentence), "%s", bugcheck->sentence ? bugcheck->sentence : "");
    if (raise->has_registers) {
        memcpy(report.registers, raise->stack.registers, sizeof(raise->stack.registers));
        report.registers[16] = raise->stack.rip;
    }
    bugcodes_describe(&report);
    fill_frames(&report, raise);
    scheduler_stop(MACHINE_END_BUGCHECK);
    if (machine_host.options.bugcheck) {
        machine_host.options.bugcheck(machine_host.options.user, &report);
    }
    return 0;
}

SWITCH_HANDLER(bugcheck)
{
    (void)b, (void)c, (void)d;
    char rule[MACHINE_RULE_MAX], sentence[MACHINE_SENTENCE_MAX];
    struct raise raise = {0};
    struct context *context = scheduler_leave(rsp);
    if (guest_readable(a, sizeof(raise.bugcheck))) {
        raise.bugcheck = *(const struct machine_bugcheck *)a;
    }
    guest_string(raise.bugcheck.rule, rule, sizeof(rule));
    guest_string(raise.bugcheck.sentence, sentence, sizeof(sentence));
    raise.bugcheck.rule = rule;
    raise.bugcheck.sentence = sentence;
    unwind_from_switch(&raise.stack, context);
    return raise_bugcheck(&raise);
}

/* `b` is the frame of a host function on the guest's stack: the caller's rbp, then the return address. */
SWITCH_HANDLER(guest_error)
{
    (void)c, (void)d;
    char sentence[MACHINE_SENTENCE_MAX];
    struct context *context = scheduler_leave(rsp);
    const uint64_t *frame = (const uint64_t *)b;
    snprintf(sentence, sizeof(sentence), "%s.", (const char *)a);
    struct raise raise = {.bugcheck = {.code = 0xC2, .sentence = sentence}};
    unwind_from_switch(&raise.stack, context);
    raise.stack.rip = frame[1];
    raise.stack.registers[4] = b + 16;
    raise.stack.registers[5] = frame[0];
    return raise_bugcheck(&raise);
}

/* -- remembered stacks ----------------------------------------------------------------------- */

SWITCH_HANDLER(stack_save)
{
    (void)a, (void)b, (void)c, (void)d;
    struct unwind_state stack;
    uint64_t ips[STACK_RECORD_FRAMES] = {0}, sps[STACK_RECORD_FRAMES], hash = 14695981039346656037u;
    unwind_from_switch(&stack, scheduler_leave(rsp));
    uint32_t count = unwind_stack(&stack, ips, sps, STACK_RECORD_FRAMES);
    for (uint32_t i = 0; i < count; i++) {
        hash = (hash ^ ips[i]) * 1099511628211u;
    }
    uint32_t *bucket = &STATE->stack_buckets[(hash ^ hash >> 32) & (STACK_BUCKETS - 1)];
    for (uint32_t index = *bucket; index; index = STATE->stack_records[index - 1].next) {
        const struct stack_record *record = &STATE->stack_records[index - 1];
        if (record->hash == hash && record->count == count && memcmp(record->frames, ips, sizeof(ips)) == 0) {
            return switch_return(rsp, index);
        }
    }
    if (STATE->stacks_used == STACK_RECORDS_MAX || count == 0) {
        return switch_return(rsp, 0);
    }
    struct stack_record *record = &STATE->stack_records[STATE->stacks_used++];
    memcpy(record->frames, ips, sizeof(ips));
    record->count = count;
    record->hash = hash;
    record->next = *bucket;
    *bucket = STATE->stacks_used;
    return switch_return(rsp, STATE->stacks_used);
}

static void print_stack(uint32_t id, char *ret_text, size_t text_bytes)
{
    static struct machine_frame frames[MACHINE_FRAMES_MAX];
    uint32_t used = 0;
    ret_text[0] = 0;
    if (id == 0 || id > STATE->stacks_used) {
        return;
    }
    const struct stack_record *record = &STATE->stack_records[id - 1];
    for (uint32_t i = 0; i < record->count && used < MACHINE_FRAMES_MAX; i++) {
        used += symbol_frames(record->frames[i], true, &frames[used], MACHINE_FRAMES_MAX - used);
    }
    frames_mark(frames, used, true);
    FILE *file = fmemopen(ret_text, text_bytes, "w");
    if (file) {
        frames_print(frames, used, file);
        fclose(file);
        ret_text[text_bytes - 1] = 0;
    }
}

SWITCH_HANDLER(report)
{
    (void)d;
    char rule[MACHINE_RULE_MAX], sentence[MACHINE_SENTENCE_MAX], stack[8192];
    guest_string((const char *)a, rule, sizeof(rule));
    guest_string((const char *)b, sentence, sizeof(sentence));
    print_stack((uint32_t)c, stack, sizeof(stack));
    STATE->progress++;
    if (machine_host.options.report) {
        machine_host.options.report(machine_host.options.user, rule, sentence, stack);
    }
    return rsp;
}
