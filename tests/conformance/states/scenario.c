/* SPDX-License-Identifier: MIT */
/* Queue states: start, stop, drain, purge (E). */
#include "../puppet/user.h"

static const struct puppet_config sequential = {
    .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}, {.dispatch = MANUAL, .handlers = ON_CANCELED}}};
static struct io io[4];

enum { READY = ACCEPT | DISPATCH, EMPTY = NO_REQUESTS | NO_DRIVER_REQUESTS };

/* nf-wdfio-wdfioqueuegetstate.md */
SCENARIO(E3_the_two_counts)
{
    puppet_start(&sequential);
    EXPECT(state_of(0) == STATE(READY | EMPTY, 0, 0));
    for (unsigned i = 0; i < 3; i++)
        io_read(&io[i], i + 1, 8);
    EXPECT(state_of(0) == STATE(READY, 2, 1));
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT(state_of(0) == STATE(READY, 1, 1));
    EXPECT(complete(&io[1], 2) == 0);
    EXPECT(state_of(0) == STATE(READY | NO_REQUESTS, 0, 1));
    EXPECT(complete(&io[2], 3) == 0);
    EXPECT(state_of(0) == STATE(READY | EMPTY, 0, 0));
}

/* nf-wdfio-wdfioqueuestart.md: the handler may run before Start returns; it runs in any case. */
SCENARIO(E5_start_presents_what_waits)
{
    puppet_start(&sequential);
    DO(.code = OP_STOP);
    io_read(&io[0], 1, 8);
    EXPECT_LOG("");
    EXPECT(state_of(0) == STATE(ACCEPT | NO_DRIVER_REQUESTS, 1, 0));
    DO(.code = OP_START);
    EXPECT_LOG("read 1");
    EXPECT(complete(&io[0], 1) == 0);
}

/* nf-wdfio-wdfioqueuestop.md */
SCENARIO(E6_stop_calls_back_when_the_driver_has_no_more)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    DO(.code = OP_STOP, .flags = OP_CALLBACK);
    io_read(&io[1], 2, 8);
    EXPECT_LOG("read 1");
    EXPECT(state_of(0) == STATE(ACCEPT, 1, 1));
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT_LOG("state 0");
    EXPECT(io_pending(&io[1]));
    DO(.code = OP_START);
    EXPECT_LOG("read 2");
    EXPECT(complete(&io[1], 2) == 0);
}

SCENARIO(E6_stop_accepts_again_after_drain_and_purge)
{
    puppet_start(&sequential);
    DO(.code = OP_DRAIN);
    EXPECT(state_of(0) == STATE(DISPATCH | EMPTY, 0, 0));
    DO(.code = OP_STOP);
    EXPECT(state_of(0) == STATE(ACCEPT | EMPTY, 0, 0));
    DO(.code = OP_START);
    DO(.code = OP_PURGE);
    DO(.code = OP_STOP);
    EXPECT(state_of(0) == STATE(ACCEPT | EMPTY, 0, 0));
}

/* nf-wdfio-wdfioqueuestopsynchronously.md */
SCENARIO(E9_stop_synchronously_waits_for_delivered_requests)
{
    struct doing stop;

    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    BEGIN(&stop, .code = OP_STOP_SYNC);
    EXPECT(!is_done(&stop));
    EXPECT(complete(&io[0], 1) == 0);
    finish(&stop);
    EXPECT_LOG("read 1");
    EXPECT(state_of(0) == STATE(ACCEPT | NO_DRIVER_REQUESTS, 1, 0));
    DO(.code = OP_START);
    EXPECT_LOG("read 2");
    EXPECT(complete(&io[1], 2) == 0);
    BEGIN(&stop, .code = OP_DRAIN_SYNC);
    finish(&stop);
    BEGIN(&stop, .code = OP_STOP_SYNC);
    finish(&stop);
    EXPECT(state_of(0) == STATE(ACCEPT | EMPTY, 0, 0));
}

/* nf-wdfio-wdfioqueuedrain.md */
SCENARIO(E10_drain_presents_the_rest_and_refuses_more)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    DO(.code = OP_DRAIN, .flags = OP_CALLBACK);
    io_read(&io[2], 3, 8);
    EXPECT(io_error(&io[2]) == ERROR_BAD_COMMAND); /* STATUS_INVALID_DEVICE_STATE */
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT_LOG("read 1, read 2");
    EXPECT(complete(&io[1], 2) == 0);
    EXPECT_LOG("state 0");
    EXPECT(state_of(0) == STATE(DISPATCH | EMPTY, 0, 0));
}

SCENARIO(E11_after_drain_without_callback_start_may_follow_at_once)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    DO(.code = OP_DRAIN);
    DO(.code = OP_START);
    io_read(&io[1], 2, 8);
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT_LOG("read 1, read 2");
    EXPECT(complete(&io[1], 2) == 0);
}

SCENARIO(E12_drained_and_purged_queues_start_again)
{
    puppet_start(&sequential);
    DO(.code = OP_DRAIN, .flags = OP_CALLBACK);
    EXPECT_LOG("state 0");
    DO(.code = OP_START);
    io_read(&io[0], 1, 8);
    EXPECT_LOG("read 1");
    EXPECT(complete(&io[0], 1) == 0);
    DO(.code = OP_PURGE, .flags = OP_CALLBACK);
    EXPECT_LOG("state 0");
    DO(.code = OP_START);
    io_read(&io[1], 2, 8);
    EXPECT_LOG("read 2");
    EXPECT(complete(&io[1], 2) == 0);
}

/* nf-wdfio-wdfioqueuedrainsynchronously.md */
SCENARIO(E13_drain_synchronously_waits_for_all)
{
    struct doing drain;

    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    BEGIN(&drain, .code = OP_DRAIN_SYNC);
    EXPECT(!is_done(&drain));
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT(!is_done(&drain));
    EXPECT(complete(&io[1], 2) == 0);
    finish(&drain);
    EXPECT(state_of(0) == STATE(DISPATCH | EMPTY, 0, 0));
}

/* nf-wdfio-wdfioqueuepurge.md */
SCENARIO(E14_purge_cancels)
{
    puppet_start(&sequential);
    PLAN(PLAN_QUEUE + 0, 0, {.code = OP_MARK});
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    DO(.code = OP_PURGE, .flags = OP_CALLBACK);
    EXPECT_LOG("read 1, cancel 1, state 0");
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
    EXPECT(io_error(&io[1]) == ERROR_OPERATION_ABORTED);
    io_read(&io[2], 3, 8);
    EXPECT(io_error(&io[2]) == ERROR_BAD_COMMAND);
    EXPECT(state_of(0) == STATE(EMPTY, 0, 0) || state_of(0) == STATE(EMPTY | DISPATCH, 0, 0));
}

/* nf-wdfio-wdfioqueuepurgesynchronously.md */
SCENARIO(E15_purge_waits_for_requests_that_cannot_be_cancelled)
{
    struct doing purge;

    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    BEGIN(&purge, .code = OP_PURGE_SYNC);
    EXPECT(!is_done(&purge));
    EXPECT(io_error(&io[1]) == ERROR_OPERATION_ABORTED);
    EXPECT(io_pending(&io[0]));
    EXPECT(complete(&io[0], 1) == 0);
    finish(&purge);
    EXPECT_LOG("read 1");
}

SCENARIO(E17_requeue_after_purge)
{
    static const struct puppet_config config = {.queue = {{.dispatch = MANUAL}}};

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_RETRIEVE) == 0);
    DO(.code = OP_PURGE);
    if (DO(.code = OP_REQUEUE, .tag = 1) != 0) /* it may fail: then the driver still has it */
        DO(.code = OP_COMPLETE, .tag = 1, .status = STATUS_CANCELLED);
    settle();
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
    EXPECT((state_of(0) & ~DISPATCH) == STATE(EMPTY, 0, 0));
}

/* nf-wdfio-wdfioqueuestopandpurge.md */
SCENARIO(E18_stop_and_purge_keeps_what_comes_later)
{
    puppet_start(&sequential);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_MARK});
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    DO(.code = OP_STOP_AND_PURGE, .flags = OP_CALLBACK);
    EXPECT_LOG("read 1, cancel 1, state 0");
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
    EXPECT(io_error(&io[1]) == ERROR_OPERATION_ABORTED);
    io_read(&io[2], 3, 8);
    EXPECT(state_of(0) == STATE(ACCEPT | NO_DRIVER_REQUESTS, 1, 0));
    EXPECT_LOG("");
    DO(.code = OP_START);
    EXPECT_LOG("read 3");
    EXPECT(complete(&io[2], 3) == 0);
}

SCENARIO(E18_stop_and_purge_tells_of_requests_that_the_driver_has_seen)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == 0);
    DO(.code = OP_STOP_AND_PURGE, .queue = 1);
    EXPECT_LOG("read 1, canceled-on-queue 1");
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
}

/* nf-wdfio-wdfioqueuestopandpurgesynchronously.md */
SCENARIO(E19_stop_and_purge_waits_for_what_was_there)
{
    struct doing purge;

    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    BEGIN(&purge, .code = OP_STOP_AND_PURGE_SYNC);
    EXPECT(!is_done(&purge));
    io_read(&io[1], 2, 8);
    EXPECT(complete(&io[0], 1) == 0);
    finish(&purge);
    EXPECT(io_pending(&io[1]));
    DO(.code = OP_START);
    EXPECT_LOG("read 1, read 2");
    EXPECT(complete(&io[1], 2) == 0);
}

/* ne-wdfio-_wdf_io_queue_state.md; Z12 in docs/decisions.md */
SCENARIO(E20_a_closed_queue_fails_requests_and_refuses_forwards)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ}, {.dispatch = MANUAL, .types = TYPE_WRITE}}};

    puppet_start(&config);
    DO(.code = OP_PURGE, .queue = 1);
    io_write(&io[1], 2, 8);
    EXPECT(io_error(&io[1]) == ERROR_BAD_COMMAND);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == STATUS_WDF_BUSY);
    EXPECT(complete(&io[0], 1) == 0);
}

/* nc-wdfio-evt_wdf_io_queue_state.md */
SCENARIO(E22_M10_the_callback_runs_at_the_queues_level)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ, .level = LEVEL_PASSIVE}}};

    puppet_start(&config);
    DO(.code = OP_STOP, .flags = OP_CALLBACK | OP_AT_DISPATCH);
    EXPECT_LOG("state 0");
    EXPECT(events[0].irql == 0 && events[0].critical);
}
