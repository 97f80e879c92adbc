/* SPDX-License-Identifier: MIT */
/* Power-managed queues: power-management-for-i-o-queues.md, nc-wdfio-evt_wdf_io_queue_io_stop.md (L). */
#include "../puppet/user.h"

enum { SUSPEND = 1, PURGE = 2 };

static const struct puppet_config managed = {
    .pnp = PNP_D0_ENTRY | PNP_D0_EXIT, .queue = {{.dispatch = PARALLEL, .handlers = ON_READ | ON_STOP | ON_RESUME}}};
static const struct puppet_config without_stop = {.pnp = PNP_D0_ENTRY | PNP_D0_EXIT,
                                                  .queue = {{.dispatch = PARALLEL, .handlers = ON_READ}}};
static struct io io[4];

static void down(void)
{
    EXPECT(device_command("power", "d3") == 0);
}

static void up(void)
{
    EXPECT(device_command("power", "d0") == 0);
}

SCENARIO(L1_a_managed_queue_presents_in_D0_only)
{
    puppet_start(&managed);
    down();
    EXPECT_LOG("D0Exit 4");
    io_read(&io[0], 1, 8);
    EXPECT_LOG("");
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_DRIVER_REQUESTS | PNP_HELD, 1, 0));
    up();
    EXPECT_LOG("D0Entry 4, read 1");
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_REQUESTS | NO_DRIVER_REQUESTS, 0, 0));
}

SCENARIO(L1_A7_a_queue_that_is_not_managed_presents_always)
{
    static const struct puppet_config config = {
        .pnp = PNP_D0_ENTRY | PNP_D0_EXIT,
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ | ON_STOP, .power = POWER_NOT_MANAGED}}};

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    down(); /* does not wait for the request, nor tell of it */
    io_read(&io[1], 2, 8);
    EXPECT_LOG("read 1, D0Exit 4, read 2");
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
    up();
}

/* using-power-managed-i-o-queues.md */
SCENARIO(L3_L10_leaving_D0_waits_for_delivered_requests)
{
    struct command power;

    puppet_start(&without_stop);
    io_read(&io[0], 1, 8);
    command_begin(&power, "power", "d3");
    EXPECT(!command_is_done(&power));
    io_read(&io[1], 2, 8);
    EXPECT_LOG("read 1");
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT(command_finish(&power) == 0);
    EXPECT_LOG("D0Exit 4");
    up();
    EXPECT_LOG("D0Entry 4, read 2");
    EXPECT(complete(&io[1], 2) == 0);
}

SCENARIO(L10_EvtIoStop_that_does_nothing)
{
    struct command power;

    puppet_start(&managed);
    io_read(&io[0], 1, 8);
    command_begin(&power, "power", "d3");
    EXPECT_LOG("read 1, stop 1 1");
    EXPECT(!command_is_done(&power));
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT(command_finish(&power) == 0);
    EXPECT_LOG("D0Exit 4");
    up();
    EXPECT_LOG("D0Entry 4"); /* no EvtIoResume: it was not acknowledged */
}

/* ne-wdfrequest-_wdf_request_stop_action_flags.md */
SCENARIO(L4_EvtIoStop_and_its_flags_at_suspend)
{
    puppet_start(&managed);
    PLAN(PLAN_STOP, 0, {.code = OP_STOP_ACKNOWLEDGE, .information = 0});
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    DO(.code = OP_MARK, .tag = 2);
    down();
    EXPECT_LOG_OR("read 1, read 2, stop 1 1, stop 2 0x10000001, D0Exit 4",
                  "read 1, read 2, stop 2 0x10000001, stop 1 1, D0Exit 4");
    up();
    EXPECT_LOG_OR("D0Entry 4, resume 1, resume 2", "D0Entry 4, resume 2, resume 1");
    EXPECT(DO(.code = OP_UNMARK, .tag = 2) == 0);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(L4_EvtIoStop_and_its_flags_at_removal)
{
    puppet_start(&managed);
    PLAN(PLAN_STOP, 0, {.code = OP_COMPLETE_IF_UNMARKED, .only = 2, .status = STATUS_CANCELLED},
         {.code = OP_COMPLETE, .only = 1, .status = STATUS_CANCELLED});
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    DO(.code = OP_MARK, .tag = 2);
    EXPECT(device_command("remove", NULL) == 0);
    EXPECT_LOG_OR("read 1, read 2, stop 1 2, stop 2 0x10000002, D0Exit 5",
                  "read 1, read 2, stop 2 0x10000002, stop 1 2, D0Exit 5");
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED && io_error(&io[1]) == ERROR_OPERATION_ABORTED);
}

/* nf-wdfrequest-wdfrequeststopacknowledge.md */
SCENARIO(L6_acknowledged_with_requeue_presented_again)
{
    puppet_start(&managed);
    PLAN(PLAN_STOP, 0, {.code = OP_STOP_ACKNOWLEDGE, .information = 1});
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    down();
    EXPECT_LOG_OR("read 1, read 2, stop 1 1, stop 2 1, D0Exit 4", "read 1, read 2, stop 2 1, stop 1 1, D0Exit 4");
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_DRIVER_REQUESTS | PNP_HELD, 2, 0));
    up();
    EXPECT_LOG("D0Entry 4, read 1, read 2");
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(L6_a_marked_request_is_unmarked_first)
{
    puppet_start(&managed);
    PLAN(PLAN_STOP, 0, {.code = OP_UNMARK}, {.code = OP_STOP_ACKNOWLEDGE, .information = 1});
    PLAN(PLAN_QUEUE + 0, 0, {.code = OP_MARK});
    io_read(&io[0], 1, 8);
    down();
    EXPECT_LOG("read 1, stop 1 0x10000001, D0Exit 4");
    up();
    EXPECT_LOG("D0Entry 4, read 1");
    cancel(&io[0]);
    EXPECT_LOG("cancel 1");
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
}

SCENARIO(L7_acknowledged_and_kept_may_stay_cancelable)
{
    puppet_start(&managed);
    PLAN(PLAN_STOP, 0, {.code = OP_STOP_ACKNOWLEDGE, .information = 0});
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    DO(.code = OP_MARK, .tag = 1);
    DO(.code = OP_MARK, .tag = 2);
    down();
    cancel(&io[1]);
    EXPECT(io_error(&io[1]) == ERROR_OPERATION_ABORTED);
    EXPECT_LOG_OR("read 1, read 2, stop 1 0x10000001, stop 2 0x10000001, D0Exit 4, cancel 2",
                  "read 1, read 2, stop 2 0x10000001, stop 1 0x10000001, D0Exit 4, cancel 2");
    up();
    EXPECT_LOG("D0Entry 4, resume 1");
    EXPECT(DO(.code = OP_COMPLETE_IF_UNMARKED, .tag = 1) == 0);
    EXPECT(io_error(&io[0]) == 0);
}

/* nc-wdfio-evt_wdf_io_queue_io_resume.md */
SCENARIO(L8_resume_is_for_kept_requests)
{
    puppet_start(&managed);
    PLAN(PLAN_STOP, 0, {.code = OP_STOP_ACKNOWLEDGE, .information = 0, .only = 1},
         {.code = OP_STOP_ACKNOWLEDGE, .information = 1, .only = 2});
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    down();
    EXPECT_LOG_OR("read 1, read 2, stop 1 1, stop 2 1, D0Exit 4", "read 1, read 2, stop 2 1, stop 1 1, D0Exit 4");
    up();
    EXPECT_LOG("D0Entry 4, resume 1, read 2");
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(L9_EvtIoStop_completes_what_it_could_unmark)
{
    puppet_start(&managed);
    PLAN(PLAN_STOP, 0, {.code = OP_COMPLETE_IF_UNMARKED, .flags = OP_LOGGED});
    io_read(&io[0], 1, 8);
    DO(.code = OP_MARK, .tag = 1);
    down();
    EXPECT_LOG("read 1, stop 1 0x10000001, did finish 1, D0Exit 4");
    EXPECT(io_error(&io[0]) == 0);
    up();
}

SCENARIO(L9_EvtIoStop_leaves_what_is_being_cancelled)
{
    struct command power;
    HANDLE canceller;

    puppet_start(&managed);
    PLAN(PLAN_STOP, 0, {.code = OP_COMPLETE_IF_UNMARKED});
    PLAN(PLAN_CANCEL, 1, {.code = OP_BLOCK}, {.code = OP_COMPLETE, .status = STATUS_CANCELLED});
    io_read(&io[0], 1, 8);
    DO(.code = OP_MARK, .tag = 1);
    canceller = cancel_begin(&io[0]);
    command_begin(&power, "power", "d3");
    EXPECT(!command_is_done(&power));
    DO(.code = OP_RELEASE);
    EXPECT(command_finish(&power) == 0);
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
    read_log();
    EXPECT(find_event(EVENT_D0_EXIT) == &events[event_count - 1]);
    WaitForSingleObject(canceller, INFINITE);
    CloseHandle(canceller);
    up();
}

/* wdm-irps-and-kmdf-event-callback-functions.md */
SCENARIO(L12_removal_tells_queues_that_are_not_managed_too)
{
    static const struct puppet_config config = {
        .pnp = PNP_D0_EXIT | PNP_SELF_CLEANUP,
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ | ON_STOP, .power = POWER_NOT_MANAGED}}};

    struct doing send;

    puppet_start(&config);
    CloseHandle(file); /* a file's parked request would keep IRP_MN_REMOVE_DEVICE away */
    PLAN(PLAN_STOP, 0, {.code = OP_COMPLETE, .status = STATUS_CANCELLED});
    BEGIN(&send, .code = OP_SEND, .queue = 1);
    EXPECT_LOG("read 1");
    EXPECT(device_command("remove", NULL) == 0);
    EXPECT_LOG("D0Exit 5, stop 1 2, SelfCleanup");
    EXPECT(finish(&send) == STATUS_CANCELLED);
}

/* Without EvtIoStop the purge of such a queue cancels what is marked. */
SCENARIO(L12_E14_removal_cancels_marked_requests_of_queues_that_are_not_managed)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ, .power = POWER_NOT_MANAGED}}};
    struct doing send;

    puppet_start(&config);
    CloseHandle(file);
    PLAN(PLAN_QUEUE + 0, 0, {.code = OP_MARK});
    BEGIN(&send, .code = OP_SEND, .queue = 1);
    EXPECT(device_command("remove", NULL) == 0);
    EXPECT_LOG("read 1, cancel 1");
    EXPECT(finish(&send) == STATUS_CANCELLED);
}

/* One queue's request keeps the device in D0; the other queue is told, and presents nothing more, all the same. */
SCENARIO(L3_L4_all_queues_are_stopped_before_any_is_waited_for)
{
    static const struct puppet_config config = {
        .pnp = PNP_D0_ENTRY | PNP_D0_EXIT,
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ},
                  {.dispatch = PARALLEL, .types = TYPE_WRITE, .handlers = ON_WRITE | ON_STOP | ON_RESUME}}};
    struct command power;

    puppet_start(&config);
    PLAN(PLAN_STOP, 0, {.code = OP_STOP_ACKNOWLEDGE});
    io_read(&io[0], 1, 8);
    io_write(&io[1], 2, 8);
    command_begin(&power, "power", "d3");
    EXPECT_LOG("read 1, write 2, stop 2 1");
    io_write(&io[2], 3, 8);
    EXPECT_LOG("");
    EXPECT(!command_is_done(&power));
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT(command_finish(&power) == 0);
    EXPECT_LOG("D0Exit 4");
    up();
    EXPECT_LOG("D0Entry 4, resume 2, write 3");
    EXPECT(complete(&io[1], 2) == 0 && complete(&io[2], 3) == 0);
}

SCENARIO(L13_a_drivers_stop_does_not_call_EvtIoStop)
{
    puppet_start(&managed);
    io_read(&io[0], 1, 8);
    DO(.code = OP_STOP, .flags = OP_CALLBACK);
    EXPECT_LOG("read 1");
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT_LOG("state 0");
    DO(.code = OP_START);
}

/* ne-wdfio-_wdf_io_queue_state.md */
SCENARIO(L14_a_drivers_stop_outlives_low_power)
{
    puppet_start(&managed);
    DO(.code = OP_STOP);
    down();
    EXPECT(state_of(0) == STATE(ACCEPT | NO_REQUESTS | NO_DRIVER_REQUESTS | PNP_HELD, 0, 0));
    io_read(&io[0], 1, 8);
    up();
    EXPECT_LOG("D0Exit 4, D0Entry 4");
    EXPECT(state_of(0) == STATE(ACCEPT | NO_DRIVER_REQUESTS, 1, 0));
    DO(.code = OP_START);
    EXPECT_LOG("read 1");
    EXPECT(complete(&io[0], 1) == 0);
}

/* Cancelled while the queue is held: nobody needs power for that. */
SCENARIO(L1_H1_waiting_requests_are_cancelled_in_low_power)
{
    puppet_start(&managed);
    down();
    io_read(&io[0], 1, 8);
    cancel(&io[0]);
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
    up();
    EXPECT_LOG("D0Exit 4, D0Entry 4");
}
