/* SPDX-License-Identifier: MIT */
/* Contexts, levels, locks, time, memory, ports, images and snapshots of the machine. */
#include "harness.h"
#include "machine/policy.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static void contexts_take_turns(void **state)
{
    (void)state;
    run_scenario(SCENARIO_CONTEXTS);
    assert_int_equal(outcome.end, MACHINE_END_IDLE);
    assert_string_equal(outcome.log, "SabSabSab");
}

static void block_and_ready(void **state)
{
    (void)state;
    run_scenario(SCENARIO_BLOCK_READY);
    assert_string_equal(outcome.log, "done");
    assert_int_equal(outcome.result, 1002);
}

static void many_contexts(void **state)
{
    (void)state;
    run_scenario(SCENARIO_MANY);
    assert_string_equal(outcome.log, "");
    assert_int_equal(outcome.result, 16000);
}

static void a_dpc_waits_for_the_level_to_fall(void **state)
{
    (void)state;
    run_scenario(SCENARIO_ATTENTION);
    assert_string_equal(outcome.log, "12D3lll");
}

static void a_spinning_context_keeps_its_processor(void **state)
{
    (void)state;
    run_scenario(SCENARIO_SPIN);
    assert_string_equal(outcome.log, "sowner on 1, got it on 0");
}

static void locks_in_a_circle(void **state)
{
    (void)state;
    run_scenario(SCENARIO_DEADLOCK);
    assert_int_equal(outcome.end, MACHINE_END_BUGCHECK);
    assert_string_equal(outcome.bugcheck.rule, "Deadlock");
    assert_non_null(strstr(outcome.bugcheck.sentence, "\"System\" spins for a lock that \"other\" holds"));
    frame_of("deadlock");
}

static void a_lock_taken_twice(void **state)
{
    (void)state;
    run_scenario(SCENARIO_RECURSION);
    assert_int_equal(outcome.end, MACHINE_END_BUGCHECK);
    assert_string_equal(outcome.bugcheck.rule, "Deadlock");
    assert_non_null(strstr(outcome.bugcheck.sentence, "holds itself"));
}

static void a_lock_whose_owner_sleeps(void **state)
{
    (void)state;
    run_scenario(SCENARIO_LOST_LOCK);
    assert_int_equal(outcome.end, MACHINE_END_BUGCHECK);
    assert_string_equal(outcome.bugcheck.rule, "Deadlock");
    assert_string_equal(outcome.bugcheck.context, "spinner");
}

static void the_virtual_clock_jumps(void **state)
{
    (void)state;
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    run_scenario(SCENARIO_CLOCK);
    clock_gettime(CLOCK_MONOTONIC, &after);
    assert_string_equal(outcome.log, "tick tick tick ");
    assert_int_equal(outcome.result / 10, 3000001); /* the first yield took a microsecond */
    assert_true(after.tv_sec - before.tv_sec < 3);
}

static void pages_and_user_blocks(void **state)
{
    (void)state;
    run_scenario(SCENARIO_MEMORY);
    assert_string_equal(outcome.log, "done");
    assert_int_equal(outcome.result, 0);
}

static void a_block_freed_twice(void **state)
{
    (void)state;
    run_scenario(SCENARIO_BAD_FREE);
    assert_int_equal(outcome.end, MACHINE_END_BUGCHECK);
    assert_int_equal(outcome.bugcheck.code, 0xC2);
    frame_of("bad_free");
}

static void ports_carry_messages(void **state)
{
    (void)state;
    struct machine_options options;
    machine_options_default(&options);
    options.virtual_clock = true;
    options.stop_when_idle = true;
    boot(&options, SCENARIO_PORTS);
    for (uint32_t i = 0; i < 3; i++) { /* before anyone waits */
        struct machine_message message = {
            .operation = 4, .client = 7, .thread = 1, .request = i, .in_bytes = 5, .out_bytes = 5};
        assert_int_equal(machine_port_post(MACHINE_PORT(7, 1), &message, "hello"), 0);
    }
    struct machine_message other = {.operation = 4, .client = 8, .thread = 1, .in_bytes = 5};
    assert_int_equal(machine_port_post(MACHINE_PORT(8, 1), &other, "lost!"), 0);
    machine_port_drop(8);
    run();
    assert_int_equal(outcome.end, MACHINE_END_IDLE);
    assert_int_equal(outcome.reply_count, 3);
    struct machine_message hello = {.operation = 1, .request = 99};
    assert_int_equal(machine_port_post(0, &hello, NULL), 0);
    run();
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(outcome.replies[i].request, i);
        assert_int_equal(outcome.replies[i].information, 0); /* both parts are aligned */
        assert_memory_equal(outcome.data[i], "ifmmp", 5);
    }
    assert_string_equal(outcome.log, "listener woken ");
    assert_int_equal(outcome.result, 99);
    machine_shutdown();
}

static void ports_run_out_of_memory(void **state)
{
    (void)state;
    struct machine_options options;
    machine_options_default(&options);
    boot(&options, SCENARIO_PORTS);
    struct machine_message message = {.operation = 4, .client = 7, .out_bytes = 1u << 30};
    int error = 0;
    for (uint32_t i = 0; i < 64 && !error; i++) {
        error = machine_port_post(MACHINE_PORT(7, 1), &message, NULL);
    }
    assert_int_equal(error, -ENOMEM);
    machine_port_drop(7);
    assert_int_equal(machine_port_post(MACHINE_PORT(7, 1), &message, NULL), 0);
    machine_shutdown();
}

static void register_images(void)
{
    char path[512];
    image_path(path, sizeof(path), "driver.sys");
    assert_int_equal(machine_image_register("Driver", path), 0);
    image_path(path, sizeof(path), "missing.sys");
    assert_int_equal(machine_image_register("missing", path), 0);
    image_path(path, sizeof(path), "driver.sys.dbg"); /* an ELF file */
    assert_int_equal(machine_image_register("garbage", path), 0);
}

static void drivers_come_and_go(void **state)
{
    (void)state;
    struct machine_options options;
    machine_options_default(&options);
    options.stop_when_idle = true;
    boot(&options, SCENARIO_DRIVERS);
    register_images();
    run();
    assert_string_equal(outcome.log, "42 gone 42 gone 42 gone exports");
    assert_int_equal(outcome.result, 0xC0000034);
    assert_non_null(strstr(outcome.complaints, "nothing cannot be loaded: no file is registered"));
    assert_non_null(strstr(outcome.complaints, "imports NotInThisKernel, which ntoskrnl.exe does not have"));
    assert_non_null(strstr(outcome.complaints, "it is no PE image"));
    machine_shutdown();
}

static void a_snapshot_runs_again_the_same(void **state)
{
    (void)state;
    static const int scenarios[] = {SCENARIO_BLOCK_READY, SCENARIO_CLOCK, SCENARIO_MEMORY, SCENARIO_DRIVERS,
                                    SCENARIO_MANY};
    for (size_t i = 0; i < sizeof(scenarios) / sizeof(scenarios[0]); i++) {
        struct machine_options options;
        machine_options_default(&options);
        options.virtual_clock = true;
        options.stop_when_idle = true;
        boot(&options, scenarios[i]);
        register_images();
        struct machine_snapshot *snapshot = machine_snapshot_take();
        uint64_t before = machine_memory_hash();
        run();
        uint64_t after = machine_memory_hash();
        assert_int_not_equal(before, after);
        machine_snapshot_restore(snapshot);
        assert_int_equal(machine_memory_hash(), before);
        run();
        assert_int_equal(machine_memory_hash(), after);
        machine_snapshot_free(snapshot);
        machine_shutdown();
    }
}

static void a_snapshot_in_the_middle(void **state)
{
    (void)state;
    struct machine_options options;
    machine_options_default(&options);
    options.virtual_clock = true;
    options.stop_when_idle = true;
    boot(&options, SCENARIO_PORTS);
    run();
    struct machine_snapshot *snapshot = machine_snapshot_take();
    uint64_t hashes[2];
    for (int i = 0; i < 2; i++) {
        struct machine_message hello = {.operation = 1, .request = 99, .in_bytes = 3};
        assert_int_equal(machine_port_post(0, &hello, "abc"), 0);
        run();
        hashes[i] = machine_memory_hash();
        assert_int_equal(outcome.result, 99);
        machine_snapshot_restore(snapshot);
    }
    assert_int_equal(hashes[0], hashes[1]);
    machine_snapshot_free(snapshot);
    machine_shutdown();
}

static void poll_and_halt(void *user, int64_t timeout_ns)
{
    (void)user;
    if (timeout_ns != 0) {
        machine_halt();
    }
}

static void a_halt_comes_from_the_poll_point(void **state)
{
    (void)state;
    struct machine_options options;
    machine_options_default(&options);
    options.poll = poll_and_halt;
    boot(&options, SCENARIO_PORTS);
    run();
    assert_int_equal(outcome.end, MACHINE_END_HALTED);
    run();
    assert_int_equal(outcome.end, MACHINE_END_HALTED);
    machine_shutdown();
}

static uint32_t last_candidate(void *user)
{
    uint32_t ids[16];
    uint32_t count = policy_candidates(ids, 16);
    (void)user;
    return count ? ids[count - 1] : 0;
}

static uint32_t last_choice(void *user, uint32_t n, uint32_t what)
{
    (void)user, (void)what;
    return n - 1;
}

static bool every_point(void *user, uint32_t kind, const void *object)
{
    (void)kind, (void)object;
    ++*(uint32_t *)user;
    return true;
}

static void another_policy_decides(void **state)
{
    (void)state;
    static const struct machine_policy policy = {.name = "last",
                                                 .explores = true,
                                                 .choose_context = last_candidate,
                                                 .choose = last_choice,
                                                 .at_point = every_point};
    struct machine_options options;
    uint32_t points = 0;
    machine_options_default(&options);
    options.virtual_clock = true;
    options.stop_when_idle = true;
    boot(&options, SCENARIO_ATTENTION);
    machine_policy_set(&policy, &points);
    run();
    assert_int_equal(outcome.end, MACHINE_END_IDLE);
    assert_true(points > 0);
    assert_string_equal(outcome.log, "1lll23D");
    machine_shutdown();
}

static void switches_are_cheap(void **state)
{
    (void)state;
    struct machine_options options;
    machine_options_default(&options);
    options.stop_when_idle = true;
    boot(&options, SCENARIO_BENCH);
    struct timespec before, after;
    clock_gettime(CLOCK_MONOTONIC, &before);
    run();
    clock_gettime(CLOCK_MONOTONIC, &after);
    double nanoseconds = (double)(after.tv_sec - before.tv_sec) * 1e9 + (double)(after.tv_nsec - before.tv_nsec);
    print_message("one block, ready and switch: %.1f ns\n", nanoseconds / (double)outcome.result);
    assert_true(outcome.result >= 3900000);
    machine_shutdown();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contexts_take_turns),
        cmocka_unit_test(block_and_ready),
        cmocka_unit_test(many_contexts),
        cmocka_unit_test(a_dpc_waits_for_the_level_to_fall),
        cmocka_unit_test(a_spinning_context_keeps_its_processor),
        cmocka_unit_test(locks_in_a_circle),
        cmocka_unit_test(a_lock_taken_twice),
        cmocka_unit_test(a_lock_whose_owner_sleeps),
        cmocka_unit_test(the_virtual_clock_jumps),
        cmocka_unit_test(pages_and_user_blocks),
        cmocka_unit_test(a_block_freed_twice),
        cmocka_unit_test(ports_carry_messages),
        cmocka_unit_test(ports_run_out_of_memory),
        cmocka_unit_test(drivers_come_and_go),
        cmocka_unit_test(a_snapshot_runs_again_the_same),
        cmocka_unit_test(a_snapshot_in_the_middle),
        cmocka_unit_test(a_halt_comes_from_the_poll_point),
        cmocka_unit_test(another_policy_decides),
        cmocka_unit_test(switches_are_cheap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
