/* SPDX-License-Identifier: MIT */
/* Synchronisation scope and execution level: using-automatic-synchronization.md (M, N7). */
#include "../puppet/user.h"

static struct io io[3];
static struct sender sender;

/* A read is in its handler, which does not return; then a write comes. Whether its handler runs beside it. */
static void beside(const struct puppet_config *config, BOOL overlap)
{
    puppet_start(config);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK}, {.code = OP_LOG, .queue = 9});
    send_begin(&sender, FALSE, 1, 8);
    EXPECT_LOG("read 1");
    io_write(&io[0], 2, 8);
    EXPECT_LOG(overlap ? "write 2" : "");
    DO(.code = OP_RELEASE);
    EXPECT_LOG(overlap ? "log 9" : "log 9, write 2");
    EXPECT(complete(&io[0], 2) == 0 && complete(&sender.io, 1) == 0);
    send_finish(&sender);
}

#define ONE_QUEUE(...) .queue = {{.dispatch = PARALLEL, .handlers = ON_READ | ON_WRITE __VA_ARGS__}}
#define TWO_QUEUES(...)                                                                                                \
    .queue = {{.dispatch = PARALLEL, .types = TYPE_READ, .handlers = ON_READ __VA_ARGS__},                             \
              {.dispatch = PARALLEL, .types = TYPE_WRITE, .handlers = ON_WRITE __VA_ARGS__}}
#define QUEUE_SCOPE , .scope = SCOPE_QUEUE

SCENARIO(M5_scope_device_is_one_lock_for_all_queues)
{
    static const struct puppet_config config = {.scope = SCOPE_DEVICE, .level = LEVEL_PASSIVE, TWO_QUEUES()};

    beside(&config, FALSE);
}

SCENARIO(M5_scope_device_level_dispatch)
{
    static const struct puppet_config config = {.scope = SCOPE_DEVICE, TWO_QUEUES()};

    beside(&config, FALSE);
}

SCENARIO(M6_scope_queue_is_a_lock_per_queue)
{
    static const struct puppet_config config = {.scope = SCOPE_QUEUE, .level = LEVEL_PASSIVE, TWO_QUEUES()};

    beside(&config, TRUE);
}

SCENARIO(M6_scope_queue_level_dispatch)
{
    static const struct puppet_config config = {.scope = SCOPE_QUEUE, TWO_QUEUES()};

    beside(&config, TRUE);
}

SCENARIO(M6_M8_scope_queue_of_the_device_inside_one_queue)
{
    static const struct puppet_config config = {.scope = SCOPE_QUEUE, .level = LEVEL_PASSIVE, ONE_QUEUE()};

    beside(&config, FALSE);
}

SCENARIO(M8_scope_queue_of_the_queue_itself)
{
    static const struct puppet_config config = {ONE_QUEUE(QUEUE_SCOPE)};

    beside(&config, FALSE);
}

SCENARIO(M8_scope_queue_of_the_queues_themselves)
{
    static const struct puppet_config config = {TWO_QUEUES(QUEUE_SCOPE)};

    beside(&config, TRUE);
}

SCENARIO(M1_M7_scope_none_is_the_default_and_no_lock)
{
    static const struct puppet_config config = {ONE_QUEUE()};

    beside(&config, TRUE);
}

SCENARIO(M7_scope_none_of_the_device)
{
    static const struct puppet_config config = {.scope = SCOPE_NONE, .level = LEVEL_PASSIVE, ONE_QUEUE()};

    beside(&config, TRUE);
}

/* EvtIoQueueState, EvtIoStop and EvtIoResume wait for a handler of the device as well. */
SCENARIO(M5_the_state_callback_waits_for_the_handler)
{
    static const struct puppet_config config = {.scope = SCOPE_DEVICE, .level = LEVEL_PASSIVE, TWO_QUEUES()};

    puppet_start(&config);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK});
    send_begin(&sender, FALSE, 1, 8);
    DO(.code = OP_STOP, .queue = 1, .flags = OP_CALLBACK);
    EXPECT_LOG("read 1");
    DO(.code = OP_RELEASE);
    EXPECT_LOG("state 1");
    EXPECT(complete(&sender.io, 1) == 0);
    send_finish(&sender);
}

SCENARIO(M5_EvtIoStop_waits_for_the_handler)
{
    static const struct puppet_config config = {
        .scope = SCOPE_DEVICE,
        .level = LEVEL_PASSIVE,
        .queue = {{.dispatch = PARALLEL, .types = TYPE_READ, .handlers = ON_READ},
                  {.dispatch = PARALLEL, .types = TYPE_WRITE, .handlers = ON_WRITE | ON_STOP | ON_RESUME}}};
    struct command power;

    puppet_start(&config);
    PLAN(PLAN_STOP, 0, {.code = OP_STOP_ACKNOWLEDGE});
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK});
    io_write(&io[0], 2, 8);
    send_begin(&sender, FALSE, 1, 8);
    EXPECT_LOG("write 2, read 1");
    command_begin(&power, "power", "d3");
    EXPECT_LOG("");
    DO(.code = OP_RELEASE);
    EXPECT_LOG("stop 2 1");
    EXPECT(complete(&sender.io, 1) == 0);
    EXPECT(command_finish(&power) == 0);
    send_finish(&sender);
    EXPECT(device_command("power", "d0") == 0);
    EXPECT_LOG("resume 2");
    EXPECT(complete(&io[0], 2) == 0);
}

/* Z13 in docs/decisions.md: EvtIoCanceledOnQueue is serialised like the other callbacks of its queue. */
SCENARIO(H2_Z13_canceled_on_queue_waits_for_the_handler)
{
    static const struct puppet_config config = {
        .scope = SCOPE_DEVICE,
        .level = LEVEL_PASSIVE,
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ}, {.dispatch = MANUAL, .handlers = ON_CANCELED}}};

    puppet_start(&config);
    io_read(&io[0], 2, 8);
    EXPECT(DO(.code = OP_FORWARD, .tag = 2, .queue = 1) == 0);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK});
    send_begin(&sender, FALSE, 1, 8);
    cancel(&io[0]);
    EXPECT_LOG("read 2, read 1");
    DO(.code = OP_RELEASE);
    EXPECT_LOG("canceled-on-queue 2");
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
    EXPECT(complete(&sender.io, 1) == 0);
    send_finish(&sender);
}

/* -- levels --------------------------------------------------------------------------------------------- */

static unsigned irql_of_a_read(const struct puppet_config *config)
{
    unsigned irql;

    puppet_start(config);
    io_read(&io[0], 1, 8);
    EXPECT_LOG("read 1");
    irql = events[0].irql;
    EXPECT(complete(&io[0], 1) == 0);
    return irql;
}

enum { PASSIVE = 0, AT_DISPATCH = 2 };

#define LEVEL_SCENARIO(name, the_scope, the_level, claim)                                                              \
    SCENARIO(name)                                                                                                     \
    {                                                                                                                  \
        static const struct puppet_config config = {.scope = the_scope, .level = the_level, ONE_QUEUE()};              \
        const unsigned irql = irql_of_a_read(&config);                                                                 \
                                                                                                                       \
        EXPECT(claim);                                                                                                 \
    }

LEVEL_SCENARIO(M9_scope_device_level_dispatch, SCOPE_DEVICE, LEVEL_DISPATCH, irql == AT_DISPATCH)
LEVEL_SCENARIO(M9_scope_device_level_passive, SCOPE_DEVICE, LEVEL_PASSIVE, irql == PASSIVE)
LEVEL_SCENARIO(M9_scope_queue_level_dispatch, SCOPE_QUEUE, LEVEL_DISPATCH, irql == AT_DISPATCH)
LEVEL_SCENARIO(M9_scope_queue_level_passive, SCOPE_QUEUE, LEVEL_PASSIVE, irql == PASSIVE)
LEVEL_SCENARIO(M9_scope_none_level_dispatch, SCOPE_NONE, LEVEL_DISPATCH, irql <= AT_DISPATCH)
LEVEL_SCENARIO(M9_scope_none_level_passive, SCOPE_NONE, LEVEL_PASSIVE, irql == PASSIVE)

/* A request comes at DISPATCH_LEVEL to a queue whose level is Passive. */
static void from_dispatch(unsigned scope)
{
    struct puppet_config config = {
        .queue = {
            {.dispatch = PARALLEL, .types = TYPE_READ, .handlers = ON_READ},
            {.dispatch = SEQUENTIAL, .types = TYPE_WRITE, .handlers = ON_READ | ON_WRITE, .level = LEVEL_PASSIVE}}};

    config.queue[1].scope = (uint8_t)scope;
    puppet_start(&config);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_FORWARD, .tag = 1, .queue = 1, .flags = OP_AT_DISPATCH | OP_LOGGED) == 0);
    EXPECT_LOG("read 1, did forward 1, read 1");
    EXPECT(events[2].irql == PASSIVE && events[2].critical);
    EXPECT(events[2].thread != events[1].thread);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(M10_level_passive_defers_to_a_worker)
{
    from_dispatch(0);
}

SCENARIO(M10_level_passive_with_scope_queue)
{
    from_dispatch(SCOPE_QUEUE);
}

/* A marked request of a Passive queue is cancelled at DISPATCH_LEVEL by purging: H15 and M10. */
SCENARIO(M10_the_cancel_callback_runs_at_the_queues_level)
{
    static const struct puppet_config config = {
        .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ, .level = LEVEL_PASSIVE, .scope = SCOPE_QUEUE}}};

    puppet_start(&config);
    PLAN(PLAN_QUEUE + 0, 0, {.code = OP_MARK});
    io_read(&io[0], 1, 8);
    DO(.code = OP_PURGE, .flags = OP_AT_DISPATCH);
    EXPECT_LOG("read 1, cancel 1");
    EXPECT(events[1].irql == PASSIVE);
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
}

/* A request that was cancelled before it is marked at DISPATCH_LEVEL: H6 gives way to the level, with and without a
 * lock. */
static void marked_at_dispatch(uint8_t scope)
{
    struct puppet_config config = {
        .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ, .level = LEVEL_PASSIVE, .scope = scope}}};

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    cancel(&io[0]);
    DO(.code = OP_MARK, .tag = 1, .flags = OP_AT_DISPATCH);
    EXPECT_LOG("read 1, cancel 1");
    EXPECT(events[1].irql == PASSIVE);
    EXPECT(io_error(&io[0]) == ERROR_OPERATION_ABORTED);
}

SCENARIO(M10_H6_the_cancel_callback_of_a_mark_at_dispatch)
{
    marked_at_dispatch(SCOPE_NONE);
}

SCENARIO(M10_H6_the_same_with_scope_queue)
{
    marked_at_dispatch(SCOPE_QUEUE);
}

/* Callbacks of a device run one at a time, but SurpriseRemoval may come at any time. */
SCENARIO(M12_surprise_removal_does_not_wait_for_D0Entry)
{
    static const struct puppet_config config = {.pnp = PNP_D0_ENTRY | PNP_SURPRISE | PNP_RELEASE, ONE_QUEUE()};
    struct command power, surprise;

    puppet_start(&config);
    EXPECT(device_command("power", "d3") == 0);
    PLAN(PLAN_D0_ENTRY, 1, {.code = OP_BLOCK});
    command_begin(&power, "power", "d0");
    EXPECT_LOG("D0Entry 4");
    command_begin(&surprise, "surprise", NULL);
    EXPECT_LOG("SurpriseRemoval");
    DO(.code = OP_RELEASE);
    EXPECT_LOG("ReleaseHardware");
    (void)command_finish(&power);
    EXPECT(command_finish(&surprise) == 0);
    CloseHandle(file);
}

/* -- locks ----------------------------------------------------------------------------------------------- */

static const struct puppet_config scope_queue = {ONE_QUEUE(QUEUE_SCOPE)};

SCENARIO(N7_a_serialised_dpc_takes_the_queue_lock)
{
    puppet_start(&scope_queue);
    DRIVER_CHECK("N7_a_serialised_dpc_takes_the_queue_lock", 0);
}

SCENARIO(N7_a_dpc_that_is_not_serialised_takes_no_lock)
{
    puppet_start(&scope_queue);
    DRIVER_CHECK("N7_a_dpc_that_is_not_serialised_takes_no_lock", 0);
}

/* A timer expires while a handler runs; whether it waits for it. */
static void timer_beside_handler(const struct puppet_config *config, BOOL serialised, unsigned irql)
{
    puppet_start(config);
    EXPECT(DO(.code = OP_TIMER, .information = 200, .flags = serialised ? OP_CALLBACK : 0) == 0);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK}, {.code = OP_LOG, .queue = 9});
    send_begin(&sender, FALSE, 1, 8);
    EXPECT_LOG("read 1");
    Sleep(300);
    EXPECT_LOG(serialised ? "" : "timer 0");
    if (!serialised)
        EXPECT(events[0].irql == irql);
    DO(.code = OP_RELEASE);
    EXPECT_LOG(serialised ? "log 9, timer 0" : "log 9");
    if (serialised)
        EXPECT(events[1].irql == irql);
    EXPECT(complete(&sender.io, 1) == 0);
    send_finish(&sender);
}

SCENARIO(N7_O9_a_serialised_timer_waits_for_the_handler)
{
    timer_beside_handler(&scope_queue, TRUE, AT_DISPATCH);
}

SCENARIO(N7_O9_a_serialised_passive_timer_waits_for_the_handler)
{
    static const struct puppet_config config = {.scope = SCOPE_QUEUE, .level = LEVEL_PASSIVE, ONE_QUEUE()};

    timer_beside_handler(&config, TRUE, PASSIVE);
}

SCENARIO(N3_a_timer_does_not_wait_without_scope)
{
    static const struct puppet_config config = {ONE_QUEUE()};

    puppet_start(&config);
    EXPECT(DO(.code = OP_TIMER, .information = 200, .flags = OP_CALLBACK) == 0);
    PLAN(PLAN_QUEUE + 0, 1, {.code = OP_BLOCK});
    send_begin(&sender, FALSE, 1, 8);
    Sleep(300);
    EXPECT_LOG("read 1, timer 0");
    DO(.code = OP_RELEASE);
    settle();
    EXPECT(complete(&sender.io, 1) == 0);
    send_finish(&sender);
}

SCENARIO(N7_a_timer_that_is_not_serialised_waits_for_nothing)
{
    static const struct puppet_config config = {.scope = SCOPE_QUEUE, .level = LEVEL_PASSIVE, ONE_QUEUE()};

    timer_beside_handler(&config, FALSE, PASSIVE);
}

SCENARIO(N7_M13_a_serialised_work_item_takes_the_device_lock)
{
    static const struct puppet_config config = {.scope = SCOPE_DEVICE, .level = LEVEL_PASSIVE, ONE_QUEUE()};

    puppet_start(&config);
    DRIVER_CHECK("N7_M13_a_serialised_work_item_takes_the_device_lock", 0);
}

SCENARIO(N2_Z7_what_may_be_serialised_with_the_default_device)
{
    static const struct puppet_config config = {ONE_QUEUE()};

    puppet_start(&config);
    DRIVER_CHECK("Z7_the_default_device", 0);
}

SCENARIO(N5_N6_what_may_be_serialised_at_level_dispatch)
{
    static const struct puppet_config config = {.scope = SCOPE_DEVICE, ONE_QUEUE()};

    puppet_start(&config);
    DRIVER_CHECK("N5_N6_level_dispatch", 0);
}

SCENARIO(N4_N6_what_may_be_serialised_at_level_passive)
{
    static const struct puppet_config config = {.scope = SCOPE_DEVICE, .level = LEVEL_PASSIVE, ONE_QUEUE()};

    puppet_start(&config);
    DRIVER_CHECK("N4_N6_level_passive", 0);
}

SCENARIO(M13_the_lock_of_a_device_and_of_a_queue)
{
    puppet_start(&scope_queue);
    DRIVER_CHECK("M13_the_lock_of_a_device_and_of_a_queue", 0);
}

/* Who holds the device's lock holds up the handlers. */
SCENARIO(M13_handlers_wait_for_the_lock)
{
    static const struct puppet_config config = {.scope = SCOPE_DEVICE, .level = LEVEL_PASSIVE, ONE_QUEUE()};

    puppet_start(&config);
    PLAN(PLAN_STATE, 0, {.code = OP_NONE});
    DO(.code = OP_CHECK, .name = "M13_handlers_wait_for_the_lock");
    kmdock_expect_(!result.text[0], result.text, __FILE__, __LINE__);
    EXPECT_LOG("log 1, state 0");
}
