/* SPDX-License-Identifier: MIT */
/*
 * What the framework must tell of: a scenario fails_RULE_... or fails_CODE_... passes only if exactly this rule or bug
 * check was reported (tests/scenario/runner.c). The rules are those of facts/wdf_bugchecks.tsv.
 */
#include "../puppet/user.h"

static const struct puppet_config sequential = {
    .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ | ON_WRITE}, {.dispatch = MANUAL}}};
static const struct puppet_config managed = {
    .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ | ON_STOP | ON_RESUME}, {.dispatch = MANUAL}}};
static struct io io[2];

/* The driver owns a request. */
static void owned(const struct puppet_config *config)
{
    puppet_start(config);
    io_read(&io[0], 1, 8);
}

/* A bug check ends the machine: nothing behind it runs. */
#define MISUSE_SCENARIO(scenario_name, misuse_name)                                                                    \
    SCENARIO(scenario_name)                                                                                            \
    {                                                                                                                  \
        owned(&sequential);                                                                                            \
        DO(.code = OP_MISUSE, .tag = 1, .name = misuse_name);                                                          \
        settle();                                                                                                      \
    }

MISUSE_SCENARIO(fails_10Dp5_W1_a_handle_of_another_type, "wrong type")
MISUSE_SCENARIO(fails_10Dp5_W1_a_stale_handle, "stale handle")
MISUSE_SCENARIO(fails_10Dp4_W1_a_required_parameter_is_NULL, "null parameter")
MISUSE_SCENARIO(fails_DoubleCompletion_G2_completed_twice, "complete twice")
MISUSE_SCENARIO(fails_InvalidReqAccess_G2_I2_used_after_completion, "use after completion")
MISUSE_SCENARIO(fails_10Dp7_P1_dereferenced_to_nothing, "dereference fresh")
MISUSE_SCENARIO(fails_10DpB_M13_the_lock_of_a_memory_object, "lock of memory")
MISUSE_SCENARIO(fails_KmdfIrql_V1_Z8_a_wait_lock_at_dispatch, "wait lock at dispatch")
MISUSE_SCENARIO(fails_10Dp2_V2_a_spin_lock_twice, "spin lock twice")
MISUSE_SCENARIO(fails_10DpB_V2_a_spin_lock_of_nobody, "spin lock of nobody")
MISUSE_SCENARIO(fails_Deadlock_O7_a_timer_waits_for_itself, "timer stops itself")
MISUSE_SCENARIO(fails_Deadlock_O10_a_passive_timer_deletes_itself, "timer deletes itself")
MISUSE_SCENARIO(fails_Deadlock_N11_a_work_item_flushes_itself, "work flushes itself")

SCENARIO(fails_BadHandle_P9_the_device)
{
    owned(&sequential);
    DO(.code = OP_MISUSE, .tag = 1, .name = "delete the device");
    EXPECT(complete(&io[0], 1) == 0); /* it is still there */
}

/* deleting-i-o-queues.md */
SCENARIO(fails_BadHandle_P9_A13_the_default_queue)
{
    owned(&sequential);
    DO(.code = OP_MISUSE, .tag = 1, .name = "delete the default queue");
    EXPECT(complete(&io[0], 1) == 0);
    io_read(&io[1], 2, 8);
    EXPECT_LOG("read 1, read 2");
    EXPECT(complete(&io[1], 2) == 0);
}

/* bug-check-0x10d---wdf-violation.md */
SCENARIO(fails_10Dp6_I7_more_information_than_room)
{
    owned(&sequential);
    DO(.code = OP_COMPLETE, .tag = 1, .information = 9);
}

SCENARIO(fails_10Dp3_I8_completed_with_its_memory_referenced)
{
    puppet_start(&sequential);
    io_write(&io[0], 1, 8);
    DO(.code = OP_MISUSE, .tag = 1, .name = "complete with memory referenced");
}

SCENARIO(fails_ReqNotCanceledLocal_H12_completed_while_marked)
{
    owned(&sequential);
    DO(.code = OP_MARK, .tag = 1);
    DO(.code = OP_COMPLETE, .tag = 1);
}

SCENARIO(fails_MarkCancOnCancReqLocal_H8_marked_twice)
{
    owned(&sequential);
    DO(.code = OP_MARK, .tag = 1);
    DO(.code = OP_MARK, .tag = 1);
}

/* The callback waits for the queue's lock, which the handler of another request has. */
SCENARIO(fails_CompleteCanceledReq_H11_completed_though_unmark_failed)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ, .scope = SCOPE_QUEUE, .level = LEVEL_PASSIVE}}};
    static struct sender sender;

    owned(&config);
    DO(.code = OP_MARK, .tag = 1);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK});
    send_begin(&sender, FALSE, 2, 8);
    cancel(&io[0]);
    EXPECT(DO(.code = OP_UNMARK, .tag = 1) == STATUS_CANCELLED);
    DO(.code = OP_COMPLETE, .tag = 1);
}

/* -- queues ---------------------------------------------------------------------------------------------- */

static void in_handler(uint32_t code, uint32_t queue)
{
    puppet_start(&sequential);
    PLAN(PLAN_QUEUE + 0, 1, {.code = code, .queue = queue});
    io_read(&io[0], 1, 8);
    settle();
}

SCENARIO(fails_Deadlock_B11_stop_synchronously_in_a_handler)
{
    in_handler(OP_STOP_SYNC, 0);
}

SCENARIO(fails_Deadlock_B11_drain_synchronously_in_a_handler)
{
    in_handler(OP_DRAIN_SYNC, 0);
}

SCENARIO(fails_Deadlock_B11_purge_synchronously_of_another_queue)
{
    in_handler(OP_PURGE_SYNC, 1);
}

SCENARIO(fails_ChangeQueueState_E8_drain_after_stop)
{
    puppet_start(&sequential);
    DO(.code = OP_STOP);
    DO(.code = OP_DRAIN);
    DO(.code = OP_START);
}

SCENARIO(fails_ChangeQueueState_E11_start_before_the_drain_callback)
{
    owned(&sequential);
    DO(.code = OP_DRAIN, .flags = OP_CALLBACK);
    DO(.code = OP_START);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(fails_ChangeQueueState_E21_purge_while_a_stop_has_not_ended)
{
    struct doing stop;

    owned(&sequential);
    BEGIN(&stop, .code = OP_STOP_SYNC);
    DO(.code = OP_PURGE);
    EXPECT(complete(&io[0], 1) == 0);
    finish(&stop);
}

SCENARIO(fails_KmdfIrql_E9_stop_synchronously_at_dispatch)
{
    puppet_start(&sequential);
    DO(.code = OP_STOP_SYNC, .flags = OP_AT_DISPATCH);
}

/* -- power ----------------------------------------------------------------------------------------------- */

SCENARIO(fails_StopAckWithinEvtIoStop_L5_acknowledged_elsewhere)
{
    owned(&managed);
    DO(.code = OP_STOP_ACKNOWLEDGE, .tag = 1);
}

SCENARIO(fails_ReqNotCanceledLocal_H13_L6_a_marked_request_is_requeued)
{
    owned(&managed);
    DO(.code = OP_MARK, .tag = 1);
    PLAN(PLAN_STOP, 0, {.code = OP_STOP_ACKNOWLEDGE, .information = 1});
    device_command("power", "d3");
}

SCENARIO(fails_EvtIoStopGetParam_G12_parameters_in_EvtIoStop)
{
    owned(&managed);
    PLAN(PLAN_STOP, 0, {.code = OP_MISUSE, .name = "get parameters"}, {.code = OP_STOP_ACKNOWLEDGE});
    EXPECT(device_command("power", "d3") == 0);
    EXPECT(device_command("power", "d0") == 0);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(fails_EvtIoResumeGetParam_G12_parameters_in_EvtIoResume)
{
    owned(&managed);
    PLAN(PLAN_STOP, 0, {.code = OP_STOP_ACKNOWLEDGE});
    PLAN(PLAN_RESUME, 0, {.code = OP_MISUSE, .name = "get parameters"});
    EXPECT(device_command("power", "d3") == 0);
    EXPECT(device_command("power", "d0") == 0);
    EXPECT(complete(&io[0], 1) == 0);
}

/* kmdf-evtiostopresume.md */
SCENARIO(fails_EvtIoStopResume_L7_kept_without_EvtIoResume)
{
    static const struct puppet_config config = {.queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ | ON_STOP}}};

    owned(&config);
    PLAN(PLAN_STOP, 0, {.code = OP_STOP_ACKNOWLEDGE});
    EXPECT(device_command("power", "d3") == 0);
    EXPECT(device_command("power", "d0") == 0);
    EXPECT(complete(&io[0], 1) == 0);
}

/* -- callbacks: registry-values-for-debugging-kmdf-drivers.md ------------------------------------------------- */

SCENARIO(fails_10DpE_W2_a_handler_leaves_the_IRQL_raised)
{
    puppet_start(&sequential);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_MISUSE, .name = "leave irql raised"});
    io_read(&io[0], 1, 8);
}

SCENARIO(fails_10DpF_W2_a_handler_leaves_a_critical_region_entered)
{
    puppet_start(&sequential);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_MISUSE, .name = "leave critical region"});
    io_read(&io[0], 1, 8);
}
