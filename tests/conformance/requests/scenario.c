/* SPDX-License-Identifier: MIT */
/* Completion (I), buffers and memory objects (K), request contexts (P19). The checks are the driver's. */
#include "../puppet/user.h"

enum { METHOD_BUFFERED_ = 0, METHOD_OUT_DIRECT_ = 2, METHOD_NEITHER_ = 3 };

static const struct puppet_config parallel = {
    .queue = {{.dispatch = PARALLEL, .handlers = ON_READ | ON_WRITE | ON_CONTROL, .zero_length = 1}}};
static struct io io[4];

/* nf-wdfrequest-wdfrequestcompletewithinformation.md */
SCENARIO(I1_three_ways_to_complete)
{
    puppet_start(&parallel);
    for (unsigned i = 0; i < 3; i++)
        io_read(&io[i], i + 1, 8);
    EXPECT(DO(.code = OP_COMPLETE, .tag = 1, .information = 5) == 0);
    DRIVER_CHECK("I1_set_information_then_complete", 2);
    DRIVER_CHECK("I1_complete_with_boost", 3);
    for (unsigned i = 0; i < 3; i++) {
        EXPECT(io_error(&io[i]) == 0);
        EXPECT(io[i].bytes == 5);
    }
}

SCENARIO(I1_the_status_reaches_the_caller)
{
    puppet_start(&parallel);
    io_read(&io[0], 1, 8);
    DO(.code = OP_COMPLETE, .tag = 1, .status = STATUS_ACCESS_DENIED);
    EXPECT(io_error(&io[0]) == ERROR_ACCESS_DENIED);
}

SCENARIO(I2_I3_K7_G11_a_completed_request)
{
    puppet_start(&parallel);
    io_read(&io[0], 1, 8);
    DRIVER_CHECK("I2_I3_K7_after_completion", 1);
    EXPECT(io_error(&io[0]) == 0 && io[0].bytes == 5);
}

/* nf-wdfrequest-wdfrequestcomplete.md */
SCENARIO(I4_cleanup_at_completion_destroy_at_the_last_reference)
{
    puppet_start(&parallel);
    io_read(&io[0], 1, 8);
    DRIVER_CHECK("I4_cleanup_at_completion_destroy_at_the_last_reference", 1);
    EXPECT(io_error(&io[0]) == 0);
}

SCENARIO(I4_the_callbacks_of_the_requests_attributes)
{
    static const struct puppet_config config = {.flags = LOG_OBJECTS,
                                                .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}}};

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    DO(.code = OP_COMPLETE, .tag = 1, .flags = OP_REFERENCE);
    EXPECT_LOG("read 1, request-cleanup 1");
    EXPECT(io_error(&io[0]) == 0);
    DO(.code = OP_DEREFERENCE, .tag = 1);
    EXPECT_LOG("request-destroy 1");
}

SCENARIO(K1_K6_buffered_control_code)
{
    puppet_start(&parallel);
    io_control(&io[0], 1, METHOD_BUFFERED_, 8, 16);
    DRIVER_CHECK("K1_buffered", 1);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(K1_direct_control_code)
{
    puppet_start(&parallel);
    io_control(&io[0], 1, METHOD_OUT_DIRECT_, 8, 16);
    DRIVER_CHECK("K1_out_direct", 1);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(K2_direction)
{
    puppet_start(&parallel);
    io_read(&io[0], 1, 8);
    io_write(&io[1], 2, 8);
    DRIVER_CHECK("K2_read", 1);
    DRIVER_CHECK("K2_write", 2);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(K3_K8_neither_outside_of_the_callers_context)
{
    puppet_start(&parallel);
    io_control(&io[0], 1, METHOD_NEITHER_, 8, 16);
    DRIVER_CHECK("K3_neither", 1);
    DRIVER_CHECK("K8_not_in_caller_context", 1);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(K4_too_small_leaves_the_request_pending)
{
    puppet_start(&parallel);
    io_read(&io[0], 1, 8);
    DRIVER_CHECK("K4_too_small", 1);
    EXPECT(io_pending(&io[0]));
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(K5_D4_memory_of_one_byte_and_of_none)
{
    puppet_start(&parallel);
    io_write(&io[0], 1, 1);
    io_write(&io[1], 2, 0);
    DRIVER_CHECK("K5_one_byte", 1);
    DRIVER_CHECK("D4_K5_no_byte", 2);
    EXPECT(complete(&io[0], 1) == 0 && complete(&io[1], 2) == 0);
}

SCENARIO(K6_mdl_of_a_buffered_read)
{
    puppet_start(&parallel);
    io_read(&io[0], 1, 8);
    DRIVER_CHECK("K6_buffered", 1);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(K6_mdl_of_a_direct_read)
{
    static const struct puppet_config config = {.io_type = IO_DIRECT,
                                                .queue = {{.dispatch = PARALLEL, .handlers = ON_READ}}};

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    DRIVER_CHECK("K6_direct", 1);
    EXPECT(complete(&io[0], 1) == 0);
}

static const struct puppet_config in_caller = {.flags = IN_CALLER,
                                               .queue = {{.dispatch = PARALLEL, .handlers = ON_CONTROL}}};

static void no_complaint(void)
{
    DO(.code = OP_TEXT);
    kmdock_expect_(!result.text[0], result.text, __FILE__, __LINE__);
}

SCENARIO(K8_K9_neither_in_the_callers_context)
{
    puppet_start(&in_caller);
    PLAN(PLAN_IN_CALLER, 1, {.code = OP_CHECK, .name = "K8_K9_in_caller_context"}, {.code = OP_ENQUEUE});
    io_control(&io[0], 1, METHOD_NEITHER_, 8, 16);
    no_complaint();
    EXPECT_LOG("in-caller 1, control 1");
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT(io[0].data[IO_BYTES / 2] == 'w'); /* the driver wrote into the locked buffer */
}

SCENARIO(K9_locking_in_another_process_and_after_completion)
{
    struct doing doing;

    puppet_start(&parallel);
    io_control(&io[0], 1, METHOD_NEITHER_, 8, 16);
    BEGIN(&doing, .code = OP_CHECK, .tag = 1, .name = "K9_in_another_process"); /* a system thread */
    EXPECT(finish(&doing) == 0);
    kmdock_expect_(!result.text[0], result.text, __FILE__, __LINE__);
    DRIVER_CHECK("K9_after_completion", 1);
    EXPECT(io_error(&io[0]) == 0);
}

SCENARIO(K8_only_neither_has_unsafe_buffers)
{
    puppet_start(&in_caller);
    PLAN(PLAN_IN_CALLER, 1, {.code = OP_CHECK, .name = "K8_buffered_in_caller_context"}, {.code = OP_ENQUEUE});
    io_control(&io[0], 1, METHOD_BUFFERED_, 8, 16);
    no_complaint();
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(K10_memory_of_a_request_dies_with_it)
{
    puppet_start(&parallel);
    io_write(&io[0], 1, 8);
    DRIVER_CHECK("K10_memory_dies_at_completion", 1);
    EXPECT(io_error(&io[0]) == 0);
}

SCENARIO(P5_a_passive_child_of_a_request_completed_at_dispatch)
{
    puppet_start(&parallel);
    io_read(&io[0], 1, 8);
    DRIVER_CHECK("P5_a_passive_child_of_a_request_completed_at_dispatch", 1);
    EXPECT(io_error(&io[0]) == 0);
}

SCENARIO(P19_the_context_of_the_devices_requests)
{
    puppet_start(&parallel);
    io_read(&io[0], 1, 8);
    DRIVER_CHECK("P19_framework_requests_have_the_context", 1);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(P19_without_attributes_there_is_no_context)
{
    static const struct puppet_config config = {.flags = NO_REQUEST_CONTEXT,
                                                .queue = {{.dispatch = PARALLEL, .handlers = ON_READ}}};

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    DRIVER_CHECK("P19_without_attributes_there_is_no_context", 1);
    EXPECT(complete(&io[0], 1) == 0);
}
