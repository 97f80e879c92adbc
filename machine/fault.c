/* SPDX-License-Identifier: MIT */
/*
 * Faults of guest code and the watchdog. The signal handler runs on a stack of its own; it emulates what a
 * driver may do and a process may not (cr8, the shared user data page), or notes what happened and sends
 * the thread to the machine's stack, where machine_handle_fault makes the bug check.
 * A fault in host code is the host's own: it takes its default action.
 */
#include "machine/decode.h"
#include "machine/internal.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

enum {
    TRAP_DIVIDE = 0,
    ERROR_WRITE = 2,
    ERROR_FETCH = 16,
    ALTERNATE_STACK_BYTES = 64 << 10,
    WATCHDOG_TICKS = 8, /* looks per limit */
    NULL_BYTES = 64 << 10,
    SCAN_SLOTS = 64,
    VECTOR_FASTFAIL = 0x29,
    VECTOR_ASSERT = 0x2C,
    CODE_BYTES_MAX = 15,
};

#define SHARED_USER_DATA 0xFFFFF78000000000ull

enum fault_kind {
    FAULT_ACCESS,
    FAULT_DIVIDE,
    FAULT_ILLEGAL,
    FAULT_PRIVILEGED,
    FAULT_BREAKPOINT,
    FAULT_ASSERTION,
    FAULT_FASTFAIL,
    FAULT_OVERFLOW,
    FAULT_WATCHDOG,
    FAULT_FLOAT,
};

static struct {
    enum fault_kind kind;
    struct unwind_state stack;
    uint64_t address; /* FAULT_ACCESS, FAULT_OVERFLOW */
    bool known;       /* the address is */
    uint32_t access;  /* 0 read, 1 write, 8 execute */
    const char *name; /* FAULT_PRIVILEGED */
} fault;

static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP};
enum {
    SIGNALS = sizeof(signals) / sizeof(signals[0]),
};
static struct sigaction old_actions[SIGNALS];
static stack_t old_stack;
static void *alternate_stack;

static struct {
    timer_t timer;
    bool on;
    uint64_t progress;
    uint32_t ticks;
    bool hurried;
    uint64_t period_ns;
    uint32_t limit_seconds;
} watchdog;

static const int register_places[16] = {REG_RAX, REG_RCX, REG_RDX, REG_RBX, REG_RSP, REG_RBP, REG_RSI, REG_RDI,
                                        REG_R8,  REG_R9,  REG_R10, REG_R11, REG_R12, REG_R13, REG_R14, REG_R15};

static bool guest_runs(void)
{
    return machine_host.running && machine_host_rsp && STATE->current;
}

/* Leaves the guest for good: the thread goes on at machine_handle_fault. */
static void leave_guest(greg_t *registers, enum fault_kind kind)
{
    const struct context *context = context_of(STATE->current);
    fault.kind = kind;
    fault.stack.rip = (uint64_t)registers[REG_RIP];
    for (int i = 0; i < 16; i++) {
        fault.stack.registers[i] = (uint64_t)registers[register_places[i]];
    }
    fault.stack.low = context->stack_low;
    fault.stack.high = context->stack_low + context->stack_bytes;
    registers[REG_RIP] = (greg_t)machine_fault_landing;
}

/* -- emulation ------------------------------------------------------------------------------- */

static void put_time(uint8_t *page, uint32_t offset, uint64_t value)
{
    uint32_t parts[3] = {(uint32_t)value, (uint32_t)(value >> 32), (uint32_t)(value >> 32)};
    memcpy(page + offset, parts, sizeof(parts));
}

/* The documented fields of KUSER_SHARED_DATA that drivers' inlines read. */
static uint64_t shared_user_data(uint32_t offset, uint32_t bytes)
{
    uint8_t page[PAGE_BYTES] = {0};
    const uint64_t tick = 156250; /* 15.625 ms */
    const uint32_t multiplier = 0x0FA00000, major = 10;
    uint64_t now = time_now(), value = 0;
    uint32_t ticks = (uint32_t)(now / tick);
    memcpy(page, &ticks, sizeof(ticks));
    memcpy(page + 0x04, &multiplier, sizeof(multiplier));
    put_time(page, 0x08, now);
    put_time(page, 0x14, time_system());
    memcpy(page + 0x26C, &major, sizeof(major));
    put_time(page, 0x320, now / tick);
    memcpy(&value, page + offset, bytes);
    return value;
}

static bool emulate_load(greg_t *registers, const struct decoded *decoded)
{
    uint64_t value;
    if (decoded->gs && decoded->address == 0x188) { /* KeGetCurrentThread as compilers inline it */
        value = (uint64_t)PAGE->thread;
    } else if (decoded->gs && decoded->address == 0x1A4) { /* KeGetCurrentProcessorNumber */
        value = PAGE->processor;
    } else if (!decoded->gs && decoded->address - SHARED_USER_DATA <= PAGE_BYTES - decoded->load_bytes) {
        value = shared_user_data((uint32_t)(decoded->address - SHARED_USER_DATA), decoded->load_bytes);
    } else {
        return false;
    }
    greg_t *target = &registers[register_places[decoded->reg]];
    *target = (greg_t)decode_loaded(decoded, (uint64_t)*target, value);
    registers[REG_RIP] += decoded->length;
    return true;
}

static void write_cr8(greg_t *registers, uint8_t irql)
{
    PAGE->irql = irql;
    if (irql >= IRQL_DISPATCH || !(PAGE->flags & MACHINE_ATTENTION)) {
        return;
    }
    /* A DPC waits for this: the guest goes on by way of a point. */
    uint64_t rsp = (uint64_t)registers[REG_RSP] - 8;
    *(uint64_t *)rsp = (uint64_t)registers[REG_RIP];
    registers[REG_RSP] = (greg_t)rsp;
    registers[REG_RIP] = (greg_t)machine_injected_point;
}

/* True if the instruction was carried out. Otherwise `fault` says more about it. */
static bool emulate(greg_t *registers, enum fault_kind *kind)
{
    uint64_t rip = (uint64_t)registers[REG_RIP], values[16];
    struct decoded decoded;
    const struct image *image = image_find(rip);
    uint64_t left = image ? (uint64_t)image->image.base + image->image.size - rip : 0;
    for (int i = 0; i < 16; i++) {
        values[i] = (uint64_t)registers[register_places[i]];
    }
    left = left > CODE_BYTES_MAX ? CODE_BYTES_MAX : left;
    if (!left || !guest_readable(rip, left) || !decode((const uint8_t *)rip, left, values, rip, &decoded)) {
        return false;
    }
    switch (decoded.kind) {
    case DECODE_READ_CR8:
        registers[register_places[decoded.reg]] = PAGE->irql;
        registers[REG_RIP] += decoded.length;
        return true;
    case DECODE_WRITE_CR8:
        registers[REG_RIP] += decoded.length;
        write_cr8(registers, (uint8_t)(values[decoded.reg] & 15));
        return true;
    case DECODE_LOAD:
        if (emulate_load(registers, &decoded)) {
            return true;
        }
        break;
    case DECODE_INTERRUPT:
        *kind = decoded.vector == VECTOR_ASSERT     ? FAULT_ASSERTION
                : decoded.vector == VECTOR_FASTFAIL ? FAULT_FASTFAIL
                                                    : FAULT_PRIVILEGED;
        fault.name = "int (a software interrupt)";
        return false;
    case DECODE_PRIVILEGED:
        *kind = FAULT_PRIVILEGED;
        fault.name = decoded.name;
        return false;
    default:
        break;
    }
    bool memory = decoded.kind == DECODE_LOAD || decoded.kind == DECODE_ACCESS;
    if (memory && !fault.known) { /* an address that no processor accepts is not told: work it out */
        fault.address = decoded.address;
        fault.known = true;
    }
    return false;
}

/* -- the signal handler ---------------------------------------------------------------------- */

static void default_action(int signal)
{
    for (uint32_t i = 0; i < SIGNALS; i++) {
        if (signals[i] == signal) {
            sigaction(signal, &old_actions[i], NULL); /* the instruction faults again and takes it */
        }
    }
}

static enum fault_kind kind_of(int signal, uint64_t trap)
{
    switch (signal) {
    case SIGFPE:
        return trap == TRAP_DIVIDE ? FAULT_DIVIDE : FAULT_FLOAT;
    case SIGILL:
        return FAULT_ILLEGAL;
    case SIGTRAP:
        return FAULT_BREAKPOINT;
    default:
        return FAULT_ACCESS;
    }
}

static void on_fault(int signal, siginfo_t *info, void *user)
{
    greg_t *registers = ((ucontext_t *)user)->uc_mcontext.gregs;
    uint64_t rip = (uint64_t)registers[REG_RIP], address = (uint64_t)info->si_addr;
    uint64_t trap = (uint64_t)registers[REG_TRAPNO], error = (uint64_t)registers[REG_ERR];
    bool memory = signal == SIGSEGV || signal == SIGBUS;
    if (!guest_runs()) {
        default_action(signal);
        return;
    }
    bool guard = memory && context_is_guard(context_of(STATE->current), address);
    bool nowhere = memory && address == rip;
    if (!guard && !nowhere && !image_find(signal == SIGTRAP ? rip - 1 : rip)) {
        default_action(signal);
        return;
    }
    enum fault_kind kind = kind_of(signal, trap);
    fault.known = memory && info->si_code != SI_KERNEL; /* SI_KERNEL: no page fault, the address is not told */
    fault.address = fault.known ? address : 0;
    fault.access = nowhere || (error & ERROR_FETCH) ? 8 : error & ERROR_WRITE ? 1 : 0;
    if (guard) {
        kind = FAULT_OVERFLOW;
        fault.address = address;
    } else if ((memory || signal == SIGILL) && !nowhere && emulate(registers, &kind)) {
        return;
    }
    leave_guest(registers, kind);
}

/* -- the watchdog ---------------------------------------------------------------------------- */

static void set_watchdog(uint64_t period_ns)
{
    struct itimerspec rate = {.it_value = {(time_t)(period_ns / 1000000000), (long)(period_ns % 1000000000)}};
    rate.it_interval = rate.it_value;
    timer_settime(watchdog.timer, 0, &rate, NULL);
}

static void on_watchdog(int signal, siginfo_t *info, void *user)
{
    (void)signal, (void)info;
    greg_t *registers = ((ucontext_t *)user)->uc_mcontext.gregs;
    if (!guest_runs() || STATE->progress != watchdog.progress) {
        watchdog.progress = STATE->progress;
        watchdog.ticks = 0;
        if (watchdog.hurried) {
            watchdog.hurried = false;
            set_watchdog(watchdog.period_ns);
        }
        return;
    }
    if (++watchdog.ticks <= WATCHDOG_TICKS) {
        return;
    }
    if (image_find((uint64_t)registers[REG_RIP])) {
        leave_guest(registers, FAULT_WATCHDOG);
    } else if (!watchdog.hurried) { /* in a host call just now: look more often until the guest itself is met */
        watchdog.hurried = true;
        set_watchdog(1000000);
    }
}

void watchdog_start(uint32_t seconds)
{
    struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGRTMIN + 4};
    event.sigev_notify_thread_id = (pid_t)syscall(SYS_gettid);
    watchdog.on = seconds > 0 && timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &watchdog.timer) == 0;
    if (watchdog.on) {
        watchdog.limit_seconds = seconds;
        watchdog.period_ns = seconds * 1000000000ull / WATCHDOG_TICKS;
        watchdog.progress = STATE->progress;
        watchdog.ticks = 0;
        watchdog.hurried = false;
        set_watchdog(watchdog.period_ns);
    }
}

void watchdog_stop(void)
{
    if (watchdog.on) {
        timer_delete(watchdog.timer);
        watchdog.on = false;
    }
}

/* -- installing ------------------------------------------------------------------------------ */

int fault_install(void)
{
    alternate_stack = malloc(ALTERNATE_STACK_BYTES);
    if (!alternate_stack) {
        return -ENOMEM;
    }
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = ALTERNATE_STACK_BYTES};
    if (sigaltstack(&stack, &old_stack) != 0) {
        free(alternate_stack);
        return -errno;
    }
    struct sigaction action = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (uint32_t i = 0; i < SIGNALS; i++) {
        sigaction(signals[i], &action, &old_actions[i]);
    }
    action.sa_sigaction = on_watchdog;
    action.sa_flags |= SA_RESTART;
    sigaction(SIGRTMIN + 4, &action, NULL);
    return 0;
}

void fault_remove(void)
{
    for (uint32_t i = 0; i < SIGNALS; i++) {
        sigaction(signals[i], &old_actions[i], NULL);
    }
    signal(SIGRTMIN + 4, SIG_IGN);
    sigaltstack(&old_stack, NULL);
    free(alternate_stack);
    alternate_stack = NULL;
}

/* -- what it means --------------------------------------------------------------------------- */

/* The function that ran, for a sentence: the first frame that an image covers. */
static void culprit(char *ret_text, size_t text_bytes)
{
    struct unwind_state stack = fault.stack;
    uint64_t ips[2], sps[2];
    struct machine_frame frame;
    uint32_t count = unwind_stack(&stack, ips, sps, 2);
    for (uint32_t i = 0; i < count; i++) {
        if (symbol_frame(ips[i], i > 0, &frame)) {
            const char *slash = strrchr(frame.file, '/');
            char line[160] = "";
            if (frame.file[0]) {
                snprintf(line, sizeof(line), " (%.100s:%u)", slash ? slash + 1 : frame.file, frame.line);
            }
            snprintf(ret_text, text_bytes, "%s%s", frame.function[0] ? frame.function : frame.image, line);
            return;
        }
    }
    snprintf(ret_text, text_bytes, "The code at 0x%llx", (unsigned long long)fault.stack.rip);
}

static void set_bugcheck(struct machine_bugcheck *bugcheck, uint32_t code, uint64_t first, uint64_t second,
                         uint64_t third, uint64_t fourth)
{
    bugcheck->code = code;
    bugcheck->parameters[0] = first;
    bugcheck->parameters[1] = second;
    bugcheck->parameters[2] = third;
    bugcheck->parameters[3] = fourth;
}

static void describe_access(struct machine_bugcheck *bugcheck, const char *who, char *ret_sentence, size_t bytes)
{
    uint64_t address = fault.address, ip = fault.stack.rip;
    const char *verb = fault.access == 8 ? "jumps to" : fault.access == 1 ? "writes to" : "reads from";
    const char *level = machine_irql_name(PAGE->irql);
    if (!fault.known) {
        snprintf(ret_sentence, bytes, "%s uses an address that cannot exist, at %s.", who, level);
    } else if (address == 0) {
        bugcheck->rule = fault.access == 8 ? "NullCall" : NULL;
        snprintf(ret_sentence, bytes, "%s %s NULL, at %s.", who, fault.access == 8 ? "calls" : verb, level);
    } else if (address < NULL_BYTES) {
        snprintf(ret_sentence, bytes, "%s %s NULL + 0x%llx, at %s.", who, verb, (unsigned long long)address, level);
    } else {
        bool there = guest_readable(address, 1);
        snprintf(ret_sentence, bytes, "%s %s 0x%llx, %s, at %s.", who, verb, (unsigned long long)address,
                 there && fault.access == 1 ? "which is read-only"
                 : there                    ? "which is no code"
                                            : "where there is no memory",
                 level);
    }
    if (PAGE->irql >= IRQL_DISPATCH) {
        set_bugcheck(bugcheck, 0xD1, address, PAGE->irql, fault.access, ip);
    } else if (guest_readable(address, 1)) {
        set_bugcheck(bugcheck, fault.access == 8 ? 0xFC : 0xBE, address, 0, ip, 0);
    } else if (arena_covers(address)) {
        set_bugcheck(bugcheck, 0x50, address, fault.access, ip, 0);
    } else {
        set_bugcheck(bugcheck, 0x7E, 0xC0000005, ip, 0, 0);
    }
    bugcheck->object = (const void *)address;
}

static void describe_watchdog(struct machine_bugcheck *bugcheck, const char *who, char *ret_sentence, size_t bytes)
{
    if (PAGE->irql >= IRQL_DISPATCH) {
        set_bugcheck(bugcheck, 0x133, 0, watchdog.limit_seconds * 1000ull, watchdog.limit_seconds * 1000ull, 0);
    } else {
        set_bugcheck(bugcheck, 0x7E, 0x102, fault.stack.rip, 0, 0); /* STATUS_TIMEOUT */
    }
    bugcheck->rule = "Nontermination";
    snprintf(ret_sentence, bytes, "%s has run for %u second%s at %s without an end.", who, watchdog.limit_seconds,
             watchdog.limit_seconds == 1 ? "" : "s", machine_irql_name(PAGE->irql));
}

static void describe(struct machine_bugcheck *bugcheck, const char *who, char *ret_sentence, size_t bytes)
{
    uint64_t ip = fault.stack.rip;
    switch (fault.kind) {
    case FAULT_ACCESS:
        describe_access(bugcheck, who, ret_sentence, bytes);
        break;
    case FAULT_DIVIDE:
        set_bugcheck(bugcheck, 0x7E, 0xC0000094, ip, 0, 0);
        snprintf(ret_sentence, bytes, "%s divides by zero.", who);
        break;
    case FAULT_FLOAT:
        set_bugcheck(bugcheck, 0x7E, 0xC0000090, ip, 0, 0);
        snprintf(ret_sentence, bytes, "%s causes a floating-point exception.", who);
        break;
    case FAULT_ILLEGAL:
        set_bugcheck(bugcheck, 0x7E, 0xC000001D, ip, 0, 0);
        snprintf(ret_sentence, bytes, "%s executes an illegal instruction.", who);
        break;
    case FAULT_PRIVILEGED:
        set_bugcheck(bugcheck, 0x7E, 0xC0000096, ip, 0, 0);
        snprintf(ret_sentence, bytes, "%s executes the privileged instruction %s, which this machine does not have.",
                 who, fault.name);
        break;
    case FAULT_BREAKPOINT:
        set_bugcheck(bugcheck, 0x8E, 0x80000003, ip - 1, 0, 0);
        snprintf(ret_sentence, bytes, "%s hits a breakpoint, and no debugger is there.", who);
        break;
    case FAULT_ASSERTION:
        set_bugcheck(bugcheck, 0x8E, 0xC0000420, ip, 0, 0);
        snprintf(ret_sentence, bytes, "An assertion of %s failed.", who);
        break;
    case FAULT_FASTFAIL:
        set_bugcheck(bugcheck, 0x139, fault.stack.registers[1], 0, 0, 0);
        snprintf(ret_sentence, bytes, "%s found its own memory corrupted (fast fail %llu).", who,
                 (unsigned long long)fault.stack.registers[1]);
        break;
    case FAULT_OVERFLOW:
        set_bugcheck(bugcheck, 0x7F, 8, fault.address, fault.stack.registers[4], ip);
        snprintf(ret_sentence, bytes, "%s runs out of stack: all %llu bytes of it are used.", who,
                 (unsigned long long)(fault.stack.high - fault.stack.low));
        break;
    case FAULT_WATCHDOG:
        describe_watchdog(bugcheck, who, ret_sentence, bytes);
        break;
    }
}

/* A stack that overflowed in a host function, which has no unwind data: find the guest's return address. */
static void skip_host_frames(void)
{
    uint64_t rsp = fault.stack.registers[4] & ~7ull;
    rsp = rsp < fault.stack.low ? fault.stack.low : rsp;
    for (uint32_t i = 0; i < SCAN_SLOTS && rsp + 8 <= fault.stack.high && !image_find(fault.stack.rip); i++, rsp += 8) {
        uint64_t value = *(const uint64_t *)rsp;
        if (image_find(value)) {
            fault.stack.rip = value;
            fault.stack.registers[4] = rsp + 8;
        }
    }
}

uint64_t machine_handle_fault(void)
{
    char sentence[MACHINE_SENTENCE_MAX], who[MACHINE_SYMBOL_MAX + 160];
    if (fault.kind == FAULT_OVERFLOW) {
        skip_host_frames();
    }
    struct raise raise = {.stack = fault.stack, .has_registers = true};
    culprit(who, sizeof(who));
    describe(&raise.bugcheck, who, sentence, sizeof(sentence));
    raise.bugcheck.sentence = sentence;
    return raise_bugcheck(&raise);
}
