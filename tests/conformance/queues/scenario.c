/* SPDX-License-Identifier: MIT */
/* How queues present requests (B), what goes to which queue (C), zero-length transfers (D). */
#include "../puppet/user.h"

/* dispatching-methods-for-i-o-requests.md */
SCENARIO(B1_sequential_presents_one_at_a_time)
{
    static const struct puppet_config config = {.queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ | ON_WRITE}}};
    static struct io io[3];

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    io_write(&io[1], 2, 8);
    io_read(&io[2], 3, 8);
    EXPECT_LOG("read 1");
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH, 2, 1));
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT_LOG("write 2");
    DO(.code = OP_MARK, .tag = 2);
    cancel(&io[1]);
    EXPECT(io_error(&io[1]) == ERROR_OPERATION_ABORTED);
    EXPECT_LOG("cancel 2, read 3");
    EXPECT(complete(&io[2], 3) == 0);
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_REQUESTS | NO_DRIVER_REQUESTS, 0, 0));
}

/* requeuing-i-o-requests.md */
SCENARIO(B2_forwarding_makes_room_for_the_next)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}, {.dispatch = MANUAL}}};
    static struct io io[2];

    puppet_start(&config);
    DO(.code = OP_STOP);
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    PLAN(PLAN_QUEUE + 0, 0, {.code = OP_FORWARD, .queue = 1});
    DO(.code = OP_START);
    EXPECT_LOG("read 1, read 2");
    EXPECT(state_of(1) == STATE(ACCEPT | DISPATCH | NO_DRIVER_REQUESTS, 2, 0));
    EXPECT(DO(.code = OP_RETRIEVE, .queue = 1) == 0 && result.value == 1);
    EXPECT(DO(.code = OP_RETRIEVE, .queue = 1) == 0 && result.value == 2);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(B3_sequential_queues_run_beside_each_other)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = SEQUENTIAL, .types = TYPE_READ, .handlers = ON_READ},
                  {.dispatch = SEQUENTIAL, .types = TYPE_WRITE, .handlers = ON_WRITE}}};
    static struct sender reader;
    static struct io writer;

    puppet_start(&config);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK}, {.code = OP_LOG, .queue = 7});
    send_begin(&reader, FALSE, 1, 8);
    EXPECT_LOG("read 1");
    io_write(&writer, 2, 8);
    EXPECT_LOG("write 2");
    DO(.code = OP_RELEASE);
    EXPECT_LOG("log 7");
    EXPECT(complete(&writer, 2) == 0 && complete(&reader.io, 1) == 0);
    send_finish(&reader);
}

SCENARIO(B4_a_driver_pulls_more_from_a_sequential_queue)
{
    static const struct puppet_config config = {.file = FILE_CREATE_EVENT,
                                                .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}}};
    static struct io io[3];

    puppet_start(&config);
    DO(.code = OP_STOP);
    for (unsigned i = 0; i < 3; i++)
        io_read(&io[i], i + 1, 8);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_RETRIEVE, .flags = OP_LOGGED},
         {.code = OP_RETRIEVE_BY_FILE, .tag = 1, .flags = OP_LOGGED});
    DO(.code = OP_START);
    EXPECT_LOG("read 1, did retrieve 2, did retrievebyfile 3");
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_REQUESTS, 0, 3));
    for (unsigned i = 0; i < 3; i++)
        EXPECT(complete(&io[i], i + 1) == 0);
}

/* ns-wdfio-_wdf_io_queue_config.md */
SCENARIO(B5_parallel_presents_up_to_its_number)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ, .presented = 2}, {.dispatch = MANUAL}}};
    static struct io io[5];

    puppet_start(&config);
    for (unsigned i = 0; i < 5; i++)
        io_read(&io[i], i + 1, 8);
    EXPECT_LOG("read 1, read 2");
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1) == 0);
    EXPECT_LOG("read 3");
    EXPECT(complete(&io[1], 2) == 0);
    EXPECT_LOG("read 4");
    DO(.code = OP_MARK, .tag = 3);
    cancel(&io[2]);
    EXPECT_LOG("cancel 3, read 5");
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_REQUESTS, 0, 2));
    EXPECT(complete(&io[3], 4) == 0 && complete(&io[4], 5) == 0);
    EXPECT(DO(.code = OP_RETRIEVE, .queue = 1) == 0);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(B5_parallel_without_a_number_presents_all)
{
    static const struct puppet_config config = {.queue = {{.dispatch = PARALLEL, .handlers = ON_READ}}};
    static struct io io[5];

    puppet_start(&config);
    for (unsigned i = 0; i < 5; i++)
        io_read(&io[i], i + 1, 8);
    EXPECT_LOG("read 1, read 2, read 3, read 4, read 5");
    for (unsigned i = 0; i < 5; i++)
        EXPECT(complete(&io[i], i + 1) == 0);
}

/* nf-wdfio-wdfioqueueretrievenextrequest.md */
SCENARIO(B6_parallel_cannot_be_retrieved_from)
{
    static const struct puppet_config config = {.file = FILE_CREATE_EVENT,
                                                .queue = {{.dispatch = PARALLEL, .handlers = ON_READ, .presented = 1}}};
    static struct io io[2];

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    EXPECT(DO(.code = OP_RETRIEVE) == STATUS_INVALID_DEVICE_STATE);
    EXPECT(DO(.code = OP_RETRIEVE_BY_FILE, .tag = 1) == STATUS_INVALID_DEVICE_STATE);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(B7_manual_presents_nothing)
{
    static const struct puppet_config config = {.queue = {{.dispatch = MANUAL, .handlers = ON_READ | ON_DEFAULT}}};
    static struct io io;

    puppet_start(&config);
    io_read(&io, 1, 8);
    EXPECT_LOG("");
    EXPECT(state_of(0) == STATE(ACCEPT | DISPATCH | NO_DRIVER_REQUESTS, 1, 0));
    EXPECT(DO(.code = OP_RETRIEVE) == 0 && result.value == 1);
    EXPECT(complete(&io, 1) == 0);
}

/* request-handlers.md */
SCENARIO(B8_the_handler_of_the_type_goes_before_the_default)
{
    static const struct puppet_config config = {.queue = {{.dispatch = PARALLEL, .handlers = ON_READ | ON_DEFAULT}}};
    static struct io io[3];

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    io_write(&io[1], 2, 8);
    io_control(&io[2], 3, 0, 8, 8);
    EXPECT_LOG("read 1, default 2, default 3");
    for (unsigned i = 0; i < 3; i++)
        EXPECT(complete(&io[i], i + 1) == 0);
}

/* nc-wdfio-evt_wdf_io_queue_io_default.md */
SCENARIO(B9_passive_handlers_run_in_a_critical_region)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ, .level = LEVEL_PASSIVE}}};
    static struct io io;

    puppet_start(&config);
    io_read(&io, 1, 8);
    EXPECT_LOG("read 1");
    EXPECT(events[0].irql == 0 && events[0].critical);
    EXPECT(complete(&io, 1) == 0);
}

/* nc-wdfio-evt_wdf_io_queue_io_device_control.md, nc-wdfio-evt_wdf_io_queue_io_read.md */
SCENARIO(B10_what_handlers_are_given)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ | ON_WRITE | ON_CONTROL}}};
    static struct io io[3];

    puppet_start(&config);
    io_control(&io[0], 1, 0, 8, 16);
    io_read(&io[1], 2, 5);
    io_write(&io[2], 3, 6);
    EXPECT_LOG("control 1, read 2, write 3");
    EXPECT(events[0].more[0] == 16 && events[0].more[1] == 8);
    EXPECT(events[0].argument == PUPPET_IOCTL_TAG(1, 0));
    EXPECT(events[1].more[0] == 5);
    EXPECT(events[2].more[0] == 6);
    for (unsigned i = 0; i < 3; i++)
        EXPECT(complete(&io[i], i + 1) == 0);
}

/* -- routing --------------------------------------------------------------------------------------------- */

/* creating-i-o-queues.md */
SCENARIO(C3_the_queue_of_the_type_goes_before_the_default_queue)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ | ON_WRITE},
                  {.dispatch = PARALLEL, .types = TYPE_READ, .handlers = ON_READ | ON_WRITE}}};
    static struct io io[2];

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    io_write(&io[1], 2, 8);
    EXPECT_LOG("read 1, write 2");
    EXPECT(events[0].queue == 1 && events[1].queue == 0);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(C4_a_request_without_a_queue_is_refused)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = PARALLEL, .types = TYPE_READ, .handlers = ON_READ | ON_WRITE}}};
    static struct io io[3];

    puppet_start(&config);
    io_write(&io[0], 1, 8);
    EXPECT(io_error(&io[0]) == ERROR_INVALID_FUNCTION);
    io_control(&io[1], 2, 0, 8, 8);
    EXPECT(io_error(&io[1]) == ERROR_INVALID_FUNCTION);
    EXPECT_LOG("");
    io_read(&io[2], 3, 8);
    EXPECT_LOG("read 3");
    EXPECT(complete(&io[2], 3) == 0);
}

/* A queue takes the type but has no handler for it: nf-wdfio-wdfioqueuecreate.md, request-handlers.md. */
SCENARIO(C4_a_request_without_a_handler_is_refused)
{
    static const struct puppet_config config = {.queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}}};
    static struct io io[2];

    puppet_start(&config);
    io_write(&io[0], 1, 8);
    EXPECT(io_error(&io[0]) == ERROR_INVALID_FUNCTION);
    io_read(&io[1], 2, 8);
    EXPECT_LOG("read 2");
    EXPECT(complete(&io[1], 2) == 0);
}

/* framework-file-objects.md */
SCENARIO(C5_S1_the_default_queue_gets_no_creates)
{
    static const struct puppet_config config = {.queue = {{.dispatch = PARALLEL, .handlers = ON_DEFAULT}}};

    EXPECT(device_make(&config) == 0);
    file = device_open();
    EXPECT(file != INVALID_HANDLE_VALUE);
    EXPECT_LOG("");
}

SCENARIO(C6_creates_come_to_EvtIoDefault_of_their_queue)
{
    static const struct puppet_config config = {
        .queue = {
            {.dispatch = PARALLEL, .handlers = ON_DEFAULT},
            {.dispatch = SEQUENTIAL, .types = TYPE_CREATE, .handlers = ON_READ | ON_WRITE | ON_CONTROL | ON_DEFAULT}}};

    EXPECT(device_make(&config) == 0);
    file = device_open();
    EXPECT(file != INVALID_HANDLE_VALUE);
    EXPECT_LOG("create-request");
    EXPECT(events[0].queue == 1);
    PLAN(PLAN_QUEUE + 1, 1, {.code = OP_COMPLETE, .status = (int32_t)STATUS_ACCESS_DENIED});
    EXPECT(device_open() == INVALID_HANDLE_VALUE && GetLastError() == ERROR_ACCESS_DENIED);
}

/* requests-that-kmdf-does-not-support.md */
SCENARIO(C7_what_the_framework_does_not_support_is_refused)
{
    static const struct puppet_config config = {.queue = {{.dispatch = PARALLEL, .handlers = ON_DEFAULT}}};

    puppet_start(&config);
    EXPECT(!FlushFileBuffers(file) && GetLastError() == ERROR_INVALID_FUNCTION);
    EXPECT_LOG("");
}

/* nc-wdfdevice-evt_wdf_io_in_caller_context.md */
SCENARIO(C10_EvtIoInCallerContext_comes_first)
{
    static const struct puppet_config config = {.flags = IN_CALLER,
                                                .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}}};
    static struct io io[2];

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    EXPECT_LOG("in-caller 1, read 1, in-caller 2");
    EXPECT(events[0].thread == GetCurrentThreadId() && events[0].irql == 0);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

/* -- zero-length transfers: ns-wdfio-_wdf_io_queue_config.md ----------------------------------------------- */

SCENARIO(D1_zero_bytes_are_completed_by_the_framework)
{
    static const struct puppet_config config = {.queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ | ON_WRITE}}};
    static struct io io[2];

    puppet_start(&config);
    io_read(&io[0], 1, 0);
    io_write(&io[1], 2, 0);
    EXPECT(io_error(&io[0]) == 0 && io[0].bytes == 0);
    EXPECT(io_error(&io[1]) == 0 && io[1].bytes == 0);
    EXPECT_LOG("");
}

SCENARIO(D2_zero_bytes_are_presented_if_wanted)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ | ON_WRITE, .zero_length = 1}}};
    static struct io io[2];

    puppet_start(&config);
    io_read(&io[0], 1, 0);
    io_write(&io[1], 2, 0);
    EXPECT_LOG("read 1, write 2");
    EXPECT(events[0].more[0] == 0 && events[1].more[0] == 0);
    DRIVER_CHECK("D4_K5_no_byte", 2);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(D3_control_codes_without_bytes_are_presented)
{
    static const struct puppet_config config = {.queue = {{.dispatch = SEQUENTIAL, .handlers = ON_CONTROL}}};
    static struct io io;

    puppet_start(&config);
    io_control(&io, 1, 0, 0, 0);
    EXPECT_LOG("control 1");
    EXPECT(complete(&io, 1) == 0);
}
