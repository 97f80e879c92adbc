/* SPDX-License-Identifier: MIT */
/* Manual queues: retrieving, searching, ready notification (F); forwarding and requeuing (G). */
#include "../puppet/user.h"

static const struct puppet_config manual = {.file = FILE_CREATE_EVENT, .queue = {{.dispatch = MANUAL}}};
static struct io io[5];

static void reads(unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        io_read(&io[i], i + 1, 8);
}

static unsigned retrieve(unsigned queue)
{
    return DO(.code = OP_RETRIEVE, .queue = queue) == 0 ? (unsigned)result.value : 0;
}

/* nf-wdfio-wdfioqueueretrievenextrequest.md */
SCENARIO(F1_F2_retrieving)
{
    puppet_start(&manual);
    EXPECT(DO(.code = OP_RETRIEVE) == STATUS_NO_MORE_ENTRIES);
    reads(2);
    DO(.code = OP_STOP);
    EXPECT(DO(.code = OP_RETRIEVE) == STATUS_WDF_PAUSED);
    DO(.code = OP_START);
    EXPECT(retrieve(0) == 1 && retrieve(0) == 2 && retrieve(0) == 0);
    EXPECT(complete(&io[1], 2) == 0 && complete(&io[0], 1) == 0);
}

SCENARIO(F2_a_managed_queue_is_paused_in_low_power)
{
    puppet_start(&manual);
    reads(1);
    EXPECT(device_command("power", "d3") == 0);
    EXPECT(DO(.code = OP_RETRIEVE) == STATUS_WDF_PAUSED);
    EXPECT(io_pending(&io[0]));
    EXPECT(device_command("power", "d0") == 0);
    EXPECT(retrieve(0) == 1);
    EXPECT(complete(&io[0], 1) == 0);
}

/* nf-wdfio-wdfioqueueretrieverequestbyfileobject.md */
SCENARIO(F3_requests_of_one_file)
{
    HANDLE other;

    puppet_start(&manual);
    other = device_open();
    io_read(&io[0], 1, 8);
    io_read_from(&io[1], other, 2, 8);
    io_read(&io[2], 3, 8);
    io_read_from(&io[3], other, 4, 8);
    EXPECT(retrieve(0) == 1);
    EXPECT(DO(.code = OP_RETRIEVE_BY_FILE, .tag = 1) == 0 && result.value == 3);
    EXPECT(DO(.code = OP_RETRIEVE_BY_FILE, .tag = 1) == STATUS_NO_MORE_ENTRIES);
    EXPECT(retrieve(0) == 2);
    EXPECT(DO(.code = OP_RETRIEVE_BY_FILE, .tag = 2) == 0 && result.value == 4);
    for (unsigned i = 0; i < 4; i++)
        EXPECT(complete(&io[i], i + 1) == 0);
    CloseHandle(other);
}

/* nf-wdfio-wdfioqueuefindrequest.md */
SCENARIO(F4_F5_searching)
{
    puppet_start(&manual);
    EXPECT(DO(.code = OP_FIND) == STATUS_NO_MORE_ENTRIES);
    reads(3);
    EXPECT(DO(.code = OP_FIND) == 0 && result.value == 1);
    EXPECT(DO(.code = OP_FIND, .tag = 1) == 0 && result.value == 2);
    EXPECT(DO(.code = OP_FIND, .tag = 2, .flags = OP_REFERENCE) == 0 && result.value == 3);
    EXPECT(DO(.code = OP_FIND, .tag = 3) == STATUS_NO_MORE_ENTRIES);
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_DRIVER_REQUESTS, 3, 0)); /* it owns none of them */
    cancel(&io[2]);
    EXPECT(io_error(&io[2]) == ERROR_OPERATION_ABORTED);
    EXPECT(DO(.code = OP_FIND, .tag = 3) == STATUS_NOT_FOUND);
    DO(.code = OP_DEREFERENCE, .tag = 3);
    EXPECT(retrieve(0) == 1 && retrieve(0) == 2);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(F6_searching_among_the_requests_of_a_file)
{
    HANDLE other;

    puppet_start(&manual);
    other = device_open();
    io_read(&io[0], 1, 8);
    io_read_from(&io[1], other, 2, 8);
    io_read_from(&io[2], other, 3, 8);
    EXPECT(retrieve(0) == 1 && retrieve(0) == 2);
    EXPECT(DO(.code = OP_FIND, .tag = 1, .flags = OP_SAME_FILE) == STATUS_NO_MORE_ENTRIES);
    EXPECT(DO(.code = OP_FIND, .tag = 2, .flags = OP_SAME_FILE) == 0 && result.value == 3);
    EXPECT(retrieve(0) == 3);
    for (unsigned i = 0; i < 3; i++)
        EXPECT(complete(&io[i], i + 1) == 0);
    CloseHandle(other);
}

/* nf-wdfio-wdfioqueueretrievefoundrequest.md */
SCENARIO(F7_retrieving_what_was_found)
{
    puppet_start(&manual);
    reads(3);
    EXPECT(DO(.code = OP_FIND) == 0 && result.value == 1);
    EXPECT(DO(.code = OP_FIND, .tag = 1, .flags = OP_REFERENCE) == 0 && result.value == 2);
    EXPECT(DO(.code = OP_RETRIEVE_FOUND, .tag = 2) == 0 && result.value == 2);
    EXPECT(complete(&io[1], 2) == 0);
    DO(.code = OP_DEREFERENCE, .tag = 2);
    EXPECT(DO(.code = OP_FIND, .flags = OP_REFERENCE) == 0 && result.value == 1);
    cancel(&io[0]);
    EXPECT(DO(.code = OP_RETRIEVE_FOUND, .tag = 1) == STATUS_NOT_FOUND);
    DO(.code = OP_DEREFERENCE, .tag = 1);
    EXPECT(retrieve(0) == 3);
    EXPECT(complete(&io[2], 3) == 0);
}

/* nf-wdfio-wdfioqueuereadynotify.md */
SCENARIO(F9_ready_notification_is_for_manual_queues_and_one)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = MANUAL}, {.dispatch = SEQUENTIAL, .types = TYPE_WRITE, .handlers = ON_WRITE}}};

    puppet_start(&config);
    EXPECT(DO(.code = OP_READY_NOTIFY, .queue = 1, .information = 1) == STATUS_INVALID_DEVICE_REQUEST);
    EXPECT(DO(.code = OP_READY_NOTIFY, .information = 1) == 0);
    EXPECT(DO(.code = OP_READY_NOTIFY, .information = 1) == STATUS_INVALID_DEVICE_REQUEST);
}

SCENARIO(F10_ready_when_the_queue_is_no_longer_empty)
{
    puppet_start(&manual);
    EXPECT(DO(.code = OP_READY_NOTIFY, .information = 1) == 0);
    io_read(&io[0], 1, 8);
    EXPECT_LOG("ready 0");
    EXPECT(retrieve(0) == 1);
    io_read(&io[1], 2, 8);
    io_read(&io[2], 3, 8);
    EXPECT_LOG("ready 0");
    EXPECT(retrieve(0) == 2 && retrieve(0) == 3);
    for (unsigned i = 0; i < 3; i++)
        EXPECT(complete(&io[i], i + 1) == 0);
}

SCENARIO(F11_F12_ready_waits_for_start_and_ends_in_a_stopped_queue)
{
    puppet_start(&manual);
    EXPECT(DO(.code = OP_READY_NOTIFY, .information = 1) == 0);
    DO(.code = OP_STOP);
    io_read(&io[0], 1, 8);
    EXPECT_LOG("");
    DO(.code = OP_START);
    EXPECT_LOG("ready 0");
    EXPECT(DO(.code = OP_READY_NOTIFY) == STATUS_INVALID_DEVICE_REQUEST);
    DO(.code = OP_STOP);
    EXPECT(DO(.code = OP_READY_NOTIFY) == 0);
    EXPECT(DO(.code = OP_READY_NOTIFY) == STATUS_INVALID_DEVICE_REQUEST);
    DO(.code = OP_START);
    EXPECT_LOG("");
    EXPECT(retrieve(0) == 1);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(F11_ready_for_a_queue_that_is_not_empty)
{
    puppet_start(&manual);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_READY_NOTIFY, .information = 1) == 0);
    EXPECT_LOG("ready 0");
    EXPECT(retrieve(0) == 1);
    EXPECT(complete(&io[0], 1) == 0);
}

/* -- forwarding: nf-wdfrequest-wdfrequestforwardtoioqueue.md ------------------------------------------------ */

static const struct puppet_config two = {.queue = {{.dispatch = PARALLEL, .handlers = ON_READ},
                                                   {.dispatch = SEQUENTIAL, .handlers = ON_READ},
                                                   {.dispatch = MANUAL, .types = TYPE_WRITE}}};

/* request-ownership.md */
SCENARIO(G1_G11_one_handle_from_queue_to_queue)
{
    puppet_start(&two);
    reads(1);
    EXPECT_LOG("read 1");
    EXPECT(events[0].queue == 0);
    EXPECT(DO(.code = OP_GET_QUEUE, .tag = 1) == 0 && result.value == 0);
    {
        const uint64_t handle = events[0].more[1];

        EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == 0);
        EXPECT_LOG("read 1");
        EXPECT(events[0].queue == 1 && events[0].more[1] == handle);
    }
    EXPECT(DO(.code = OP_GET_QUEUE, .tag = 1) == 0 && result.value == 1);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 2) == 0);
    EXPECT(retrieve(2) == 1);
    EXPECT(DO(.code = OP_GET_QUEUE, .tag = 1) == 0 && result.value == 2);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(G3_E20_what_cannot_be_forwarded)
{
    puppet_start(&two);
    reads(1);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 0) == STATUS_INVALID_DEVICE_REQUEST); /* the same queue */
    DO(.code = OP_MARK, .tag = 1);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 2) == STATUS_INVALID_DEVICE_REQUEST); /* cancelable */
    EXPECT(DO(.code = OP_UNMARK, .tag = 1) == 0);
    DO(.code = OP_DRAIN, .queue = 2);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 2) == STATUS_WDF_BUSY); /* not accepting */
    EXPECT(io_pending(&io[0]));
    DO(.code = OP_START, .queue = 2);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 2) == 0);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == STATUS_INVALID_DEVICE_REQUEST); /* not owned */
    EXPECT(retrieve(2) == 1);
    EXPECT(complete(&io[0], 1) == 0);
}

/* managing-i-o-queues.md */
SCENARIO(G4_forwarded_requests_go_to_the_tail)
{
    puppet_start(&two);
    io_write(&io[1], 2, 8);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 2) == 0);
    EXPECT(retrieve(2) == 2 && retrieve(2) == 1);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

/* The documentation allows the handlers before or after the return of the call: only that they run is asserted. */
SCENARIO(G5_forwarding_in_a_handler)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}, {.dispatch = SEQUENTIAL, .handlers = ON_READ}}};

    puppet_start(&config);
    DO(.code = OP_STOP);
    reads(3);
    PLAN(PLAN_QUEUE + 0, 2, {.code = OP_FORWARD, .queue = 1});
    DO(.code = OP_START);
    read_log();
    EXPECT(event_count == 4); /* 1 and 2 in the first queue, 1 in the second, 3 in the first */
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_REQUESTS, 0, 1));
    EXPECT(state_of(1) == STATE(ACCEPT | DISPATCH, 1, 1));
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT_LOG("read 2");
    EXPECT(complete(&io[1], 2) == 0 && complete(&io[2], 3) == 0);
}

SCENARIO(G6_cancelled_in_the_other_queue)
{
    static const struct puppet_config config = {.queue = {{.dispatch = PARALLEL, .handlers = ON_READ},
                                                          {.dispatch = MANUAL},
                                                          {.dispatch = MANUAL, .handlers = ON_CANCELED}}};

    puppet_start(&config);
    reads(2);
    EXPECT_LOG("read 1, read 2");
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == 0);
    EXPECT(DO(.code = OP_FORWARD, .tag = 2, .queue = 2) == 0);
    cancel(&io[0]);
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
    EXPECT_LOG("");
    cancel(&io[1]);
    EXPECT(io_error(&io[1]) == ERROR_OPERATION_ABORTED);
    EXPECT_LOG("canceled-on-queue 2");
}

/* nf-wdfrequest-wdfrequestrequeue.md */
SCENARIO(G7_requeued_requests_go_to_the_head)
{
    puppet_start(&manual);
    reads(2);
    EXPECT(retrieve(0) == 1);
    EXPECT(DO(.code = OP_REQUEUE, .tag = 1) == 0);
    EXPECT(DO(.code = OP_REQUEUE, .tag = 1) == STATUS_INVALID_DEVICE_REQUEST); /* not owned */
    EXPECT(retrieve(0) == 1);
    DO(.code = OP_MARK, .tag = 1);
    EXPECT(DO(.code = OP_REQUEUE, .tag = 1) == STATUS_INVALID_DEVICE_REQUEST); /* cancelable */
    EXPECT(DO(.code = OP_UNMARK, .tag = 1) == 0);
    EXPECT(retrieve(0) == 2);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(G8_only_manual_queues_take_requests_back)
{
    puppet_start(&two);
    reads(1);
    EXPECT(DO(.code = OP_REQUEUE, .tag = 1) == STATUS_INVALID_DEVICE_REQUEST);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == 0);
    EXPECT(DO(.code = OP_REQUEUE, .tag = 1) == STATUS_INVALID_DEVICE_REQUEST);
    EXPECT(complete(&io[0], 1) == 0);
}
