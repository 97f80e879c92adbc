/* SPDX-License-Identifier: MIT */
/* Faults of guest code become bug checks with the right code, function and line; what can be emulated goes on. */
#include "harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void expect(int scenario, uint32_t code, uint64_t parameter1, const char *words)
{
    run_scenario(scenario);
    assert_int_equal(outcome.end, MACHINE_END_BUGCHECK);
    assert_int_equal(outcome.bugchecks, 1);
    if (outcome.bugcheck.code != code || !strstr(outcome.bugcheck.sentence, words)) {
        machine_report_print(&outcome.bugcheck, stderr);
    }
    assert_int_equal(outcome.bugcheck.code, code);
    assert_non_null(strstr(outcome.bugcheck.sentence, words));
    if (parameter1) {
        assert_int_equal(outcome.bugcheck.parameters[0], parameter1);
    }
    assert_string_equal(outcome.log, "");
    assert_true(outcome.bugcheck.has_registers);
}

static void null_pointers(void **state)
{
    (void)state;
    expect(FAULT_NULL, 0x7E, 0xC0000005, "read_null");
    assert_non_null(strstr(outcome.bugcheck.sentence, "reads from NULL + 0x10, at PASSIVE_LEVEL"));
    assert_string_equal(outcome.bugcheck.frames[0].function, "read_null");
    assert_int_equal(outcome.bugcheck.frames[0].line, marked_line("kernel.c", "read_null"));
    frame_of("NtKernelMain");
    expect(FAULT_NULL_DISPATCH, 0xD1, 16, "at DISPATCH_LEVEL");
    assert_int_equal(outcome.bugcheck.parameters[1], 2);
    assert_int_equal(outcome.bugcheck.parameters[2], 0);
    assert_int_equal(outcome.bugcheck.parameters[3], outcome.bugcheck.frames[0].ip);
    assert_string_equal(outcome.bugcheck.name, "DRIVER_IRQL_NOT_LESS_OR_EQUAL");
    expect(FAULT_JUMP, 0x7E, 0xC0000005, "calls NULL");
    frame_of("fault");
}

static void other_faults(void **state)
{
    (void)state;
    expect(FAULT_DIVISION, 0x7E, 0xC0000094, "divides by zero");
    expect(FAULT_UD2, 0x7E, 0xC000001D, "illegal instruction");
    expect(FAULT_INT3, 0x8E, 0x80000003, "breakpoint");
    expect(FAULT_INT2C, 0x8E, 0xC0000420, "assertion");
    expect(FAULT_HLT, 0x7E, 0xC0000096, "privileged instruction hlt");
    expect(FAULT_READONLY, 0xBE, 0, "read-only");
    expect(FAULT_EXECUTE_DATA, 0xFC, 0, "no code");
    expect(FAULT_WILD, 0x7E, 0xC0000005, "0xdead000000000000");
}

static void stack_overflow(void **state)
{
    (void)state;
    expect(FAULT_STACK, 0x7F, 8, "recurse (kernel.c");
    assert_int_equal(outcome.bugcheck.frame_count, MACHINE_FRAMES_MAX);
}

static void cr8_is_the_level(void **state)
{
    (void)state;
    run_scenario(SCENARIO_CR8);
    assert_string_equal(outcome.log, "up D down");
}

static void shared_user_data_is_there(void **state)
{
    (void)state;
    run_scenario(SCENARIO_SHARED_DATA);
    assert_string_equal(outcome.log, "done");
    assert_int_equal(outcome.result, 0);
}

static void loop(int scenario)
{
    struct machine_options options;
    machine_options_default(&options);
    options.virtual_clock = true;
    options.watchdog_seconds = 1;
    boot(&options, scenario);
    run();
    assert_int_equal(outcome.end, MACHINE_END_BUGCHECK);
    assert_string_equal(outcome.bugcheck.rule, "Nontermination");
    frame_of("NtKernelMain");
    machine_shutdown();
}

static void the_watchdog_bites(void **state)
{
    (void)state;
    loop(SCENARIO_LOOP_PASSIVE);
    assert_int_equal(outcome.bugcheck.code, 0x7E);
    loop(SCENARIO_LOOP_DISPATCH);
    assert_int_equal(outcome.bugcheck.code, 0x133);
}

static void yielding_without_end_is_noticed(void **state)
{
    (void)state;
    loop(SCENARIO_YIELD_DISPATCH);
    assert_int_equal(outcome.bugcheck.code, 0x133);
}

static void a_driver_is_named_with_its_line(void **state)
{
    (void)state;
    struct machine_options options;
    char path[512];
    machine_options_default(&options);
    boot(&options, SCENARIO_DRIVER_FAULT);
    image_path(path, sizeof(path), "driver.sys");
    machine_image_register("driver", path);
    run();
    assert_int_equal(outcome.end, MACHINE_END_BUGCHECK);
    const struct machine_frame *driver = machine_report_driver(&outcome.bugcheck);
    assert_non_null(driver);
    assert_string_equal(driver->image, "driver.sys");
    assert_string_equal(driver->function, "load"); /* inlined, and yet it has a frame */
    assert_int_equal(driver->line, marked_line("driver.c", "load"));
    assert_int_equal(frame_of("crash")->line, marked_line("driver.c", "crash"));
    frame_of("DriverEntry");
    assert_true(frame_of("driver_fault")->core);
    char *text = NULL;
    size_t bytes = 0;
    FILE *file = open_memstream(&text, &bytes);
    machine_report_print(&outcome.bugcheck, file);
    fclose(file);
    assert_non_null(strstr(text, "return load(where) + kept;"));
    assert_non_null(strstr(text, "=> driver.sys!load"));
    print_message("%s", text);
    free(text);
    machine_shutdown();
}

static void reports_name_rule_and_stack(void **state)
{
    (void)state;
    run_scenario(SCENARIO_REPORTS);
    assert_int_equal(outcome.result, 1);
    assert_non_null(strstr(outcome.report, "PoolLeak: Something was never freed."));
    assert_non_null(strstr(outcome.report, "ntoskrnl.exe!reports"));
    assert_int_equal(outcome.bugcheck.code, 0x10D);
    assert_string_equal(outcome.bugcheck.rule, "DoubleCompletion");
    assert_non_null(strstr(outcome.bugcheck.meanings[0], "WDF_REQUEST_FATAL_ERROR"));
    frame_of("reports");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(null_pointers),
        cmocka_unit_test(other_faults),
        cmocka_unit_test(stack_overflow),
        cmocka_unit_test(cr8_is_the_level),
        cmocka_unit_test(shared_user_data_is_there),
        cmocka_unit_test(the_watchdog_bites),
        cmocka_unit_test(yielding_without_end_is_noticed),
        cmocka_unit_test(a_driver_is_named_with_its_line),
        cmocka_unit_test(reports_name_rule_and_stack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
