/* SPDX-License-Identifier: MIT */
/* Cancellation: canceling-i-o-requests.md (H). */
#include "../puppet/user.h"

static const struct puppet_config sequential = {
    .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ | ON_WRITE | ON_CANCELED}, {.dispatch = MANUAL}}};
static struct io io[4];

static void cancelled(struct io *request)
{
    EXPECT(io_error(request) == ERROR_OPERATION_ABORTED);
}

SCENARIO(H1_waiting_and_never_delivered_no_callback)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    io_read(&io[2], 3, 8);
    cancel(&io[1]);
    cancelled(&io[1]);
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH, 1, 1));
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT_LOG("read 1, read 3");
    EXPECT(complete(&io[2], 3) == 0);
}

/* nc-wdfio-evt_wdf_io_queue_io_canceled_on_queue.md */
static const struct puppet_config again = {
    .queue = {{.dispatch = PARALLEL, .types = TYPE_READ, .handlers = ON_READ},
              {.dispatch = SEQUENTIAL, .types = TYPE_WRITE, .handlers = ON_READ | ON_WRITE | ON_CANCELED},
              {.dispatch = MANUAL, .types = TYPE_CONTROL, .handlers = ON_CANCELED}}};

SCENARIO(H2_H4_delivered_once_and_waiting_again_the_driver_ends_it)
{
    puppet_start(&again);
    PLAN(PLAN_CANCELED, 0, {.code = OP_NONE});
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 2) == 0);
    cancel(&io[0]);
    EXPECT_LOG("read 1, canceled-on-queue 1");
    EXPECT(io_pending(&io[0]));
    EXPECT(DO(.code = OP_FIND, .queue = 2) == STATUS_NO_MORE_ENTRIES);
    EXPECT(DO(.code = OP_RETRIEVE, .queue = 2) == STATUS_NO_MORE_ENTRIES);
    EXPECT(DO(.code = OP_REQUEUE, .tag = 1) == STATUS_INVALID_DEVICE_REQUEST);
    EXPECT(DO(.code = OP_COMPLETE, .tag = 1, .status = STATUS_CANCELLED) == 0);
    settle();
    cancelled(&io[0]);
}

SCENARIO(H2_requeued)
{
    puppet_start(&again);
    io_control(&io[0], 1, 0, 8, 8);
    io_control(&io[1], 2, 0, 8, 8);
    EXPECT(DO(.code = OP_RETRIEVE, .queue = 2) == 0 && result.value == 1);
    EXPECT(DO(.code = OP_REQUEUE, .tag = 1) == 0);
    cancel(&io[1]); /* never seen by the driver: H1 */
    cancelled(&io[1]);
    EXPECT_LOG("");
    cancel(&io[0]);
    EXPECT_LOG("canceled-on-queue 1");
    cancelled(&io[0]);
}

SCENARIO(H2_enqueued_from_the_callers_context)
{
    static const struct puppet_config config = {.flags = IN_CALLER,
                                                .queue = {{.dispatch = MANUAL, .handlers = ON_CANCELED}}};

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    cancel(&io[0]);
    EXPECT_LOG("in-caller 1, canceled-on-queue 1");
    cancelled(&io[0]);
}

SCENARIO(H3_canceled_on_queue_does_not_wait_for_the_owned_request)
{
    puppet_start(&again);
    io_write(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    EXPECT(DO(.code = OP_FORWARD, .tag = 2, .queue = 1) == 0);
    EXPECT(state_of(1) == STATE(ACCEPT | DISPATCH, 1, 1));
    cancel(&io[1]);
    EXPECT_LOG("write 1, read 2, canceled-on-queue 2");
    cancelled(&io[1]);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(H5_owned_and_not_marked_the_driver_is_not_told)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_IS_CANCELED, .tag = 1) == 0 && !result.value);
    cancel(&io[0]);
    EXPECT_LOG("read 1");
    EXPECT(io_pending(&io[0]));
    EXPECT(DO(.code = OP_IS_CANCELED, .tag = 1) == 0 && result.value);
    EXPECT(complete(&io[0], 1) == 0); /* the driver says how it ends */
}

/* nf-wdfrequest-wdfrequestmarkcancelable.md */
SCENARIO(H6_mark_of_a_cancelled_request_calls_back_inline)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    cancel(&io[0]);
    EXPECT_LOG("read 1");
    DO(.code = OP_MARK, .tag = 1, .flags = OP_LOGGED);
    EXPECT_LOG("cancel 1, did mark 1");
    EXPECT(events[0].thread == events[1].thread);
    cancelled(&io[0]);
}

/* The same in a handler that holds its queue's lock. */
static void mark_in_handler(const struct puppet_config *config)
{
    static struct sender sender;

    puppet_start(config);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK}, {.code = OP_MARK, .flags = OP_LOGGED});
    send_begin(&sender, FALSE, 1, 8);
    EXPECT_LOG("read 1");
    cancel(&sender.io);
    EXPECT_LOG("");
    DO(.code = OP_RELEASE);
    EXPECT_LOG("cancel 1, did mark 1");
    EXPECT(events[0].thread == events[1].thread);
    cancelled(&sender.io);
    send_finish(&sender);
}

SCENARIO(H6_in_a_handler_of_scope_queue)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ, .scope = SCOPE_QUEUE}}};

    mark_in_handler(&config);
}

SCENARIO(H6_in_a_handler_of_scope_queue_and_level_passive)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ, .scope = SCOPE_QUEUE, .level = LEVEL_PASSIVE}}};

    mark_in_handler(&config);
}

/* nf-wdfrequest-wdfrequestmarkcancelableex.md */
SCENARIO(H7_H14_markex_of_a_cancelled_request_calls_nothing)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    cancel(&io[0]);
    EXPECT(DO(.code = OP_MARK_EX, .tag = 1) == STATUS_CANCELLED);
    EXPECT_LOG("read 1");
    EXPECT(DO(.code = OP_IS_CANCELED, .tag = 1) == 0 && result.value);
    EXPECT(DO(.code = OP_UNMARK, .tag = 1) == STATUS_INVALID_PARAMETER); /* it is not marked */
    EXPECT(DO(.code = OP_COMPLETE, .tag = 1, .status = STATUS_CANCELLED) == 0);
    settle();
    cancelled(&io[0]);
}

SCENARIO(H8_markex_twice_and_of_a_request_that_is_not_owned)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_MARK_EX, .tag = 1) == 0);
    EXPECT(DO(.code = OP_MARK_EX, .tag = 1) == STATUS_INVALID_DEVICE_REQUEST);
    EXPECT(DO(.code = OP_UNMARK, .tag = 1) == 0);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == 0);
    EXPECT(DO(.code = OP_MARK_EX, .tag = 1) == STATUS_INVALID_DEVICE_REQUEST);
    EXPECT(DO(.code = OP_RETRIEVE, .queue = 1) == 0);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(H9_H12_a_marked_request_is_called_back_once)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_MARK_EX, .tag = 1) == 0);
    EXPECT(DO(.code = OP_UNMARK, .tag = 1) == 0);
    EXPECT(DO(.code = OP_MARK_EX, .tag = 1) == 0);
    PLAN(PLAN_CANCEL, 0, {.code = OP_NONE});
    cancel(&io[0]);
    EXPECT_LOG("read 1, cancel 1");
    EXPECT(io_pending(&io[0])); /* the driver ends it, later if it likes; no unmark is needed (H12) */
    CancelIoEx(file, &io[0].overlapped);
    EXPECT_LOG("");
    EXPECT(DO(.code = OP_COMPLETE, .tag = 1, .status = STATUS_CANCELLED) == 0);
    settle();
    cancelled(&io[0]);
}

/* Cancel, and complete by unmarking, at once: whoever is first, the request ends once. */
SCENARIO(H9_cancel_against_complete)
{
    enum { ROUNDS = 100 };
    unsigned finished = 0;

    puppet_start(&sequential);
    PLAN(PLAN_QUEUE + 0, 0, {.code = OP_MARK, .flags = OP_REFERENCE});
    for (unsigned i = 0; i < ROUNDS; i++) {
        HANDLE canceller;

        io_read(&io[0], 1, 8);
        canceller = CreateThread(NULL, 0, canceller_thread, &io[0], 0, NULL);
        if (i % 2)
            Sleep(0);
        if (DO(.code = OP_COMPLETE_IF_UNMARKED, .tag = 1) == 0)
            finished++;
        EXPECT(WaitForSingleObject(canceller, 1000) == WAIT_OBJECT_0);
        settle();
        EXPECT(io_error(&io[0]) == 0 || io_error(&io[0]) == ERROR_OPERATION_ABORTED);
        DO(.code = OP_DEREFERENCE, .tag = 1);
        CloseHandle(canceller);
        CloseHandle(io[0].overlapped.hEvent);
        read_log();
    }
    EXPECT(finished <= ROUNDS);
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_REQUESTS | NO_DRIVER_REQUESTS, 0, 0));
}

/* nf-wdfrequest-wdfrequestunmarkcancelable.md */
SCENARIO(H10_unmarked_no_callback_will_come)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_UNMARK, .tag = 1) == STATUS_INVALID_PARAMETER);
    DO(.code = OP_MARK, .tag = 1);
    EXPECT(DO(.code = OP_UNMARK, .tag = 1) == 0);
    cancel(&io[0]);
    EXPECT_LOG("read 1");
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == 0);
    settle();
    cancelled(&io[0]); /* cancelled before: the other queue did not keep it */
}

SCENARIO(H10_unmark_of_a_request_that_is_not_owned)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == 0);
    EXPECT(DO(.code = OP_UNMARK, .tag = 1) == STATUS_INVALID_DEVICE_REQUEST);
    EXPECT(DO(.code = OP_RETRIEVE, .queue = 1) == 0);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(H10_H11_unmark_while_the_callback_runs)
{
    HANDLE canceller;

    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    DO(.code = OP_MARK, .tag = 1);
    PLAN(PLAN_CANCEL, 1, {.code = OP_BLOCK}, {.code = OP_COMPLETE, .status = STATUS_CANCELLED});
    canceller = cancel_begin(&io[0]);
    EXPECT_LOG("read 1, cancel 1");
    EXPECT(DO(.code = OP_UNMARK, .tag = 1) == STATUS_CANCELLED);
    EXPECT(io_pending(&io[0]));
    DO(.code = OP_RELEASE);
    settle();
    cancelled(&io[0]);
    WaitForSingleObject(canceller, INFINITE);
    CloseHandle(canceller);
}

SCENARIO(H13_marked_requests_go_nowhere)
{
    puppet_start(&sequential);
    io_read(&io[0], 1, 8);
    DO(.code = OP_MARK, .tag = 1);
    EXPECT(DO(.code = OP_IS_CANCELED, .tag = 1) == 0 && !result.value); /* H14 */
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == STATUS_INVALID_DEVICE_REQUEST);
    EXPECT(DO(.code = OP_REQUEUE, .tag = 1) == STATUS_INVALID_DEVICE_REQUEST);
    EXPECT(DO(.code = OP_COMPLETE_IF_UNMARKED, .tag = 1) == 0);
    settle();
    EXPECT(io_error(&io[0]) == 0);
}

/* using-automatic-synchronization.md */
static void cancel_beside_handler(const struct puppet_config *config, BOOL waits)
{
    static struct sender sender;
    HANDLE canceller;

    puppet_start(config);
    io_read(&io[0], 1, 8);
    DO(.code = OP_MARK, .tag = 1);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK});
    send_begin(&sender, FALSE, 2, 8);
    EXPECT_LOG("read 1, read 2");
    canceller = cancel_begin(&io[0]);
    if (waits)
        EXPECT_LOG("");
    DO(.code = OP_RELEASE);
    EXPECT_LOG("cancel 1");
    cancelled(&io[0]);
    WaitForSingleObject(canceller, INFINITE);
    CloseHandle(canceller);
    EXPECT(complete(&sender.io, 2) == 0);
    send_finish(&sender);
}

SCENARIO(H15_M5_the_cancel_callback_waits_for_the_handler_scope_queue)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ, .scope = SCOPE_QUEUE}}};

    cancel_beside_handler(&config, TRUE);
}

SCENARIO(H15_M5_the_cancel_callback_waits_for_the_handler_scope_device)
{
    static const struct puppet_config config = {
        .scope = SCOPE_DEVICE, .level = LEVEL_PASSIVE, .queue = {{.dispatch = PARALLEL, .handlers = ON_READ}}};

    cancel_beside_handler(&config, TRUE);
}

SCENARIO(H15_M7_the_cancel_callback_does_not_wait_without_scope)
{
    static const struct puppet_config config = {.queue = {{.dispatch = PARALLEL, .handlers = ON_READ}}};
    static struct sender sender;

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    DO(.code = OP_MARK, .tag = 1);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK});
    send_begin(&sender, FALSE, 2, 8);
    cancel(&io[0]);
    EXPECT_LOG("read 1, read 2, cancel 1");
    DO(.code = OP_RELEASE);
    settle();
    EXPECT(complete(&sender.io, 2) == 0);
    send_finish(&sender);
}

/* canceling-irps.md */
static DWORD WINAPI send_and_exit(void *argument)
{
    io_read(argument, 1, 8);
    return 0;
}

SCENARIO(H16_a_threads_requests_are_cancelled_when_it_ends)
{
    HANDLE thread;

    puppet_start(&sequential);
    PLAN(PLAN_QUEUE + 0, 0, {.code = OP_MARK});
    thread = CreateThread(NULL, 0, send_and_exit, &io[0], 0, NULL);
    EXPECT(WaitForSingleObject(thread, 1000) == WAIT_OBJECT_0);
    CloseHandle(thread);
    EXPECT_LOG("read 1, cancel 1");
    cancelled(&io[0]);
}

static void process_with_requests(void *argument)
{
    (void)argument;
    file = device_open();
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    Sleep(INFINITE);
}

SCENARIO(H16_a_killed_process_leaves_nothing)
{
    HANDLE process;

    puppet_start(&sequential);
    PLAN(PLAN_QUEUE + 0, 0, {.code = OP_MARK});
    process = kmdock_process(process_with_requests, NULL);
    EXPECT_LOG("read 1");
    kmdock_kill(process);
    EXPECT(WaitForSingleObject(process, 1000) == WAIT_OBJECT_0);
    CloseHandle(process);
    read_log(); /* the second request may be presented in between */
    EXPECT(event_count > 0 && events[0].kind == EVENT_CANCEL && events[0].tag == 1);
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_REQUESTS | NO_DRIVER_REQUESTS, 0, 0));
}
