/* SPDX-License-Identifier: MIT */
/* A kernel in miniature: the host's tests pick one of its scenarios by number and look at `result` and the log. */
#include "machine/guest.h"
#include "scenarios.h"

static struct machine_page *page;
int scenario;
uint64_t result;

int helper_add(int a, int b)
{
    return a + b;
}

static void say(const char *text)
{
    size_t length = 0;
    while (text[length]) {
        length++;
    }
    machine_log(text, length);
}

static uint32_t spawn(const char *name, void (*entry)(void *), void *argument, uint32_t kind, uint8_t irql)
{
    struct machine_context_config config = {
        .name = name, .kind = kind, .processor = -1, .entry = entry, .argument = argument, .irql = irql};
    config.processor = kind == MACHINE_CONTEXT_DPC ? 0 : -1;
    return machine_context_create(&config);
}

/* -- contexts -------------------------------------------------------------------------------- */

static void letters(void *argument)
{
    for (int i = 0; i < 3; i++) {
        say(argument);
        machine_point(MACHINE_POINT_YIELD, 0);
    }
}

static void contexts(void)
{
    spawn("a", letters, "a", MACHINE_CONTEXT_THREAD, 0);
    spawn("b", letters, "b", MACHINE_CONTEXT_THREAD, 0);
    letters("S");
}

static uint32_t ping, pong;
static double floats[4];

static void ping_entry(void *argument)
{
    double kept = *(double *)argument; /* lives in a callee-saved xmm register across the switches */
    uint64_t rounds = 0;
    for (; rounds < 1000; rounds++) {
        machine_ready(pong);
        machine_block(0, 0);
        kept += 1.0;
    }
    *(double *)argument = kept;
    result += rounds;
    machine_ready(pong);
}

static void block_ready(void)
{
    floats[0] = 0.5;
    pong = page->context;
    ping = spawn("ping", ping_entry, floats, MACHINE_CONTEXT_THREAD, 0);
    double kept = 0.25;
    for (int i = 0; i < 1000; i++) {
        machine_block(0, 0);
        machine_ready(ping);
        kept += 1.0;
    }
    machine_block(0, 0);
    result += (floats[0] == 1000.5) + (kept == 1000.25);
    machine_ready(page->context); /* a permit: the next block returns at once */
    machine_block(0, 0);
    say("done");
}

static void nobody(void *argument)
{
    (void)argument;
    result++;
}

static void many(void)
{
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 8000; i++) {
            if (!spawn("many", nobody, 0, MACHINE_CONTEXT_THREAD, 0)) {
                say("out of contexts");
                return;
            }
        }
        while (result < 8000u * (unsigned)(round + 1)) {
            machine_point(MACHINE_POINT_YIELD, 0);
        }
    }
}

/* -- levels ---------------------------------------------------------------------------------- */

static volatile uint64_t lock_a, lock_b;
static uint32_t first, second;

static void dpc_entry(void *argument)
{
    (void)argument;
    for (;;) {
        machine_block(MACHINE_POINT_DPC, 0);
        say(page->irql == 2 ? "D" : "?");
        result++;
    }
}

static void point_if_asked(void)
{
    if (page->flags & (MACHINE_EXPLORE | MACHINE_ATTENTION)) {
        machine_point(MACHINE_POINT_IRQL, 0);
    }
}

static void attention(void)
{
    uint32_t dpc = spawn("dpc", dpc_entry, 0, MACHINE_CONTEXT_DPC, 2);
    machine_point(MACHINE_POINT_YIELD, 0);
    spawn("late", letters, "l", MACHINE_CONTEXT_THREAD, 0);
    page->irql = 2;
    machine_ready(dpc);
    say("1");
    point_if_asked(); /* at DISPATCH_LEVEL: nothing happens */
    say("2");
    page->irql = 0;
    point_if_asked(); /* the DPC runs, then this goes on, not the other thread */
    say("3");
}

static void spinner(void *argument)
{
    (void)argument;
    say("s");
    while (lock_a) {
        machine_spin(&lock_a, first);
    }
    say(page->processor == 1 ? "got it on 1" : "got it on 0");
    page->irql = 0;
}

static void spin(void)
{
    first = page->context;
    lock_a = 1;
    spawn("spinner", spinner, 0, MACHINE_CONTEXT_THREAD, 2);
    machine_point(MACHINE_POINT_YIELD, 0); /* it spins on the processor that this context had */
    say(page->processor == 1 ? "owner on 1, " : "owner on 0, ");
    lock_a = 0;
}

static void take_both(void *argument)
{
    (void)argument;
    lock_b = 1;
    while (lock_a) {
        machine_spin(&lock_a, first);
    }
}

static void deadlock(void)
{
    lock_a = 1;
    first = page->context;
    second = spawn("other", take_both, 0, MACHINE_CONTEXT_THREAD, 2);
    page->irql = 2;
    machine_point(MACHINE_POINT_YIELD, 0); /* the other takes b on the other processor, spins for a */
    while (lock_b) {
        machine_spin(&lock_b, second);
    }
}

static void recursion(void)
{
    lock_a = 1;
    page->irql = 2;
    machine_spin(&lock_a, page->context);
}

/* Waits at PASSIVE_LEVEL with a lock that another wants. */
static void lost_lock(void)
{
    lock_a = 1;
    first = page->context;
    spawn("spinner", spinner, 0, MACHINE_CONTEXT_THREAD, 2);
    machine_block(MACHINE_POINT_DISPATCHER, &result);
}

/* -- time ------------------------------------------------------------------------------------ */

static void clock_entry(void *argument)
{
    (void)argument;
    for (;;) {
        machine_block(0, 0);
        say(page->irql == 13 ? "tick " : "? ");
        result = machine_time();
        if (result < 30000000) {
            machine_alarm(result + 10000000);
        }
    }
}

static void clock_run(void)
{
    spawn("clock", clock_entry, 0, MACHINE_CONTEXT_CLOCK, 13);
    machine_point(MACHINE_POINT_YIELD, 0);
    machine_alarm(machine_time() + 10000000);
}

/* -- memory ---------------------------------------------------------------------------------- */

static void memory(void)
{
    uint64_t *blocks[200];
    for (uint64_t round = 0; round < 3; round++) {
        for (uint64_t i = 0; i < 200; i++) {
            uint64_t bytes = ((i * 7919) % 97 + 1) * 4096;
            blocks[i] = machine_pages_alloc(bytes);
            for (uint64_t k = 0; k < bytes / 8; k++) {
                result += blocks[i][k] != 0;
                blocks[i][k] = ~0ull;
            }
        }
        for (uint64_t i = 0; i < 200; i++) {
            uint64_t at = (i * 77) % 200;
            machine_pages_free(blocks[at], ((at * 7919) % 97 + 1) * 4096);
        }
    }
    for (uint64_t i = 1; i < 3000000; i = i * 3 / 2 + 1) {
        uint8_t *block = machine_user_alloc(i);
        result += !block || (uint64_t)block % 16 != 0;
        block[0] = block[i - 1] = 1;
        machine_user_free(block);
    }
    result += machine_pages_alloc(100) != 0;
    result += machine_pages_alloc(1ull << 40) != 0;
    result += machine_user_alloc(1ull << 40) != 0;
    say("done");
}

static void bad_free(void)
{
    void *block = machine_user_alloc(100);
    machine_user_free(block);
    machine_user_free(block);
}

/* -- ports ----------------------------------------------------------------------------------- */

static void port_thread(void *argument)
{
    uint64_t port = (uint64_t)argument;
    for (;;) {
        struct machine_message message;
        machine_port_receive(port, &message);
        if (message.operation == 0) {
            say("woken ");
            return;
        }
        for (uint32_t i = 0; i < message.in_bytes && i < message.out_bytes; i++) {
            ((char *)message.out)[i] = (char)(((char *)message.in)[i] + 1);
        }
        struct machine_reply reply = {.operation = message.operation,
                                      .client = message.client,
                                      .request = message.request,
                                      .bytes = message.out_bytes,
                                      .data = message.out,
                                      .information = (uint64_t)message.in % 16 + (uint64_t)message.out % 16};
        machine_port_reply(&reply);
        machine_user_free(message.block);
    }
}

static void ports(void)
{
    uint32_t waker = spawn("client 7.1", port_thread, (void *)(7ull << 32 | 1), MACHINE_CONTEXT_THREAD, 0);
    struct machine_message message;
    machine_port_receive(0, &message);
    say("listener ");
    result = message.request;
    machine_user_free(message.block);
    machine_ready(waker);
}

/* -- faults ---------------------------------------------------------------------------------- */

static const int constant = 7;
static volatile int zero;

__attribute__((noinline)) static int recurse(volatile int *from)
{
    volatile int here[64];
    here[0] = *from + 1;
    return recurse(here) + here[1];
}

__attribute__((noinline)) static void read_null(void)
{
    volatile int *nowhere = (volatile int *)(uint64_t)(16 + zero);
    result = (uint64_t)*nowhere; /* LINE: read_null */
}

static void fault(int which)
{
    volatile int start = 0;
    switch (which) {
    case FAULT_NULL:
        read_null();
        break;
    case FAULT_NULL_DISPATCH:
        page->irql = 2;
        read_null();
        break;
    case FAULT_DIVISION:
        result = (uint64_t)(5 / zero);
        break;
    case FAULT_UD2:
        __asm__ volatile("ud2");
        break;
    case FAULT_INT3:
        __asm__ volatile("int3");
        break;
    case FAULT_INT2C:
        __asm__ volatile("int $0x2c");
        break;
    case FAULT_STACK:
        result = (uint64_t)recurse(&start);
        break;
    case FAULT_READONLY:
        *(volatile int *)&constant = 8;
        break;
    case FAULT_JUMP:
        ((void (*volatile)(void))(uint64_t)zero)();
        break;
    case FAULT_HLT:
        __asm__ volatile("hlt");
        break;
    case FAULT_WILD:
        result = *(volatile uint64_t *)(0xdead000000000000ull + (uint64_t)zero);
        break;
    case FAULT_EXECUTE_DATA:
        ((void (*)(void))(uint64_t)floats)();
        break;
    }
    say("not reached");
}

static void cr8(void)
{
    uint64_t level;
    uint32_t dpc = spawn("dpc", dpc_entry, 0, MACHINE_CONTEXT_DPC, 2);
    machine_point(MACHINE_POINT_YIELD, 0);
    __asm__ volatile("mov %0, %%cr8" : : "r"(2ull));
    __asm__ volatile("mov %%cr8, %0" : "=r"(level));
    machine_ready(dpc);
    say(level == 2 && page->irql == 2 ? "up " : "? ");
    uint64_t kept = 0x1122334455667788;
    __asm__ volatile("mov %1, %%cr8" : "+r"(kept) : "r"(0ull)); /* the DPC runs between these two instructions */
    __asm__ volatile("mov %%cr8, %%r10\n\tmov %%r10, %0" : "=r"(level) : : "r10");
    say(level == 0 && kept == 0x1122334455667788 ? " down" : " ?");
}

static void shared_data(void)
{
    volatile uint8_t *shared = (volatile uint8_t *)0xFFFFF78000000000ull;
    uint64_t time = *(volatile uint64_t *)(shared + 0x14);
    uint64_t system = machine_system_time();
    result = system - time;
    result += *(volatile uint32_t *)(shared + 0x26C) != 10;
    result += *(volatile uint32_t *)(shared + 4) != 0x0FA00000;
    result += *(volatile uint16_t *)(shared + 0x26C) != 10;
    result += *(shared + 0x26C) != 10;
    void *thread;
    __asm__ volatile("mov %%gs:0x188, %0" : "=r"(thread));
    result += thread != page->thread;
    say("done");
}

static void loop(uint8_t irql)
{
    page->irql = irql;
    while (!zero) {
        result++;
    }
}

/* -- images ---------------------------------------------------------------------------------- */

static void drivers(void)
{
    struct machine_image image, there;
    int32_t status = machine_image_load("nothing", &image);
    result = (uint32_t)status;
    if (machine_image_load("missing", &image) >= 0 || machine_image_load("garbage", &image) >= 0) {
        say("? ");
    }
    for (int i = 0; i < 3; i++) {
        status = machine_image_load("driver", &image);
        if (status < 0) {
            say("cannot load ");
            return;
        }
        int (*entry)(int) = (int (*)(int))image.entry;
        say(entry(40) == 42 && machine_image_of(image.entry, &there) && there.base == image.base ? "42 " : "? ");
        machine_image_unload(image.base);
        say(machine_image_of(image.entry, &there) ? "? " : "gone ");
    }
    say(machine_export(0, "helper_add") == (void *)helper_add && !machine_export(0, "no such") ? "exports" : "?");
}

static void driver_fault(void)
{
    struct machine_image image;
    if (machine_image_load("driver", &image) >= 0) {
        int (*entry)(int) = (int (*)(int))image.entry;
        entry(-1);
    }
}

static void reports(void)
{
    uint32_t one = 0, two = 0;
    for (volatile int i = 0; i < 2; i++) { /* volatile: one call, not two unrolled ones */
        uint32_t stack = machine_stack_save();
        one = i == 0 ? stack : one;
        two = stack;
    }
    result = one && one == two;
    machine_report("PoolLeak", "Something was never freed.", one);
    struct machine_bugcheck bugcheck = {.code = 0x10D,
                                        .parameters = {6, 2, 3, 4},
                                        .rule = "DoubleCompletion",
                                        .sentence = "A request was completed twice."};
    machine_bugcheck(&bugcheck);
}

static void bench_partner(void *argument)
{
    (void)argument;
    for (;;) {
        machine_block(0, 0);
        machine_ready(first);
    }
}

static void bench(void)
{
    first = page->context;
    second = spawn("partner", bench_partner, 0, MACHINE_CONTEXT_THREAD, 0);
    machine_point(MACHINE_POINT_YIELD, 0);
    for (uint64_t i = 0; i < 2000000; i++) {
        machine_ready(second);
        machine_block(0, 0);
    }
    result = page->switches;
}

static void step(int number)
{
    switch (number) {
    case SCENARIO_CONTEXTS:
        contexts();
        break;
    case SCENARIO_BLOCK_READY:
        block_ready();
        break;
    case SCENARIO_MANY:
        many();
        break;
    case SCENARIO_ATTENTION:
        attention();
        break;
    case SCENARIO_SPIN:
        spin();
        break;
    case SCENARIO_DEADLOCK:
        deadlock();
        break;
    case SCENARIO_RECURSION:
        recursion();
        break;
    case SCENARIO_LOST_LOCK:
        lost_lock();
        break;
    case SCENARIO_CLOCK:
        clock_run();
        break;
    case SCENARIO_MEMORY:
        memory();
        break;
    case SCENARIO_BAD_FREE:
        bad_free();
        break;
    case SCENARIO_PORTS:
        ports();
        break;
    case SCENARIO_CR8:
        cr8();
        break;
    case SCENARIO_SHARED_DATA:
        shared_data();
        break;
    case SCENARIO_LOOP_PASSIVE:
        loop(0);
        break;
    case SCENARIO_LOOP_DISPATCH:
        loop(2);
        break;
    case SCENARIO_DRIVERS:
        drivers();
        break;
    case SCENARIO_DRIVER_FAULT:
        driver_fault();
        break;
    case SCENARIO_REPORTS:
        reports();
        break;
    case SCENARIO_YIELD_DISPATCH:
        page->irql = 2;
        while (!zero) {
            machine_point(MACHINE_POINT_YIELD, 0);
        }
        break;
    case SCENARIO_BENCH:
        bench();
        break;
    default:
        fault(number);
    }
}

void NtKernelMain(void *argument)
{
    page = argument;
    step(scenario);
}
