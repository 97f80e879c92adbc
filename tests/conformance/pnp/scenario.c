/* SPDX-License-Identifier: MIT */
/* The order of PnP and power callbacks, self-managed I/O (Q). The arguments are WDF_POWER_DEVICE_STATE: 4 is D3, 5 is
 * D3Final. */
#include "../puppet/user.h"

static const struct puppet_config all = {.pnp = PNP_ALL & ~PNP_FILTER_RESOURCES,
                                         .flags = LOG_OBJECTS | NO_REQUEST_CONTEXT,
                                         .queue = {{.dispatch = PARALLEL, .handlers = ON_READ}}};
static struct io io[2];

static void closed(const struct puppet_config *config)
{
    puppet_start(config);
    CloseHandle(file);
    file = NULL;
    settle();
}

static int happened(enum puppet_event_kind kind)
{
    int count = 0;

    for (unsigned i = 0; i < event_count; i++)
        count += events[i].kind == kind;
    return count;
}

/* The first of a comes before the first of b, and both are there. */
static int before(enum puppet_event_kind a, enum puppet_event_kind b)
{
    unsigned first = event_count, second = event_count;

    for (unsigned i = event_count; i > 0; i--) {
        first = events[i - 1].kind == a ? i - 1 : first;
        second = events[i - 1].kind == b ? i - 1 : second;
    }
    return first < second && second < event_count;
}

/* power-up-sequence-for-a-function-or-filter-driver.md */
SCENARIO(Q1_start)
{
    EXPECT(device_make(&all) == 0);
    EXPECT_LOG("DeviceAdd, PrepareHardware, D0Entry 5, PostInterrupts 5, SelfInit");
    for (unsigned i = 0; i < event_count; i++)
        EXPECT(events[i].irql == 0);
}

/* a-device-enters-a-low-power-state.md, a-device-returns-to-its-working-state.md */
SCENARIO(Q2_Q3_low_power_and_back)
{
    puppet_start(&all);
    EXPECT(device_command("power", "d3") == 0);
    EXPECT_LOG("SelfSuspend, PreInterrupts 4, D0Exit 4");
    EXPECT(device_command("power", "d0") == 0);
    EXPECT_LOG("D0Entry 4, PostInterrupts 4, SelfRestart");
}

SCENARIO(Q2_Q3_where_the_queues_stop_and_start)
{
    static const struct puppet_config config = {
        .pnp = PNP_ALL & ~PNP_FILTER_RESOURCES,
        .queue = {{.dispatch = PARALLEL, .handlers = ON_READ | ON_STOP | ON_RESUME}}};

    puppet_start(&config);
    PLAN(PLAN_STOP, 0, {.code = OP_STOP_ACKNOWLEDGE});
    io_read(&io[0], 1, 8);
    EXPECT(device_command("power", "d3") == 0);
    EXPECT_LOG("read 1, SelfSuspend, stop 1 1, PreInterrupts 4, D0Exit 4");
    EXPECT(device_command("power", "d0") == 0);
    EXPECT_LOG("D0Entry 4, PostInterrupts 4, resume 1, SelfRestart");
    EXPECT(complete(&io[0], 1) == 0);
}

/* power-down-and-removal-sequence-for-a-function-or-filter-driver.md */
SCENARIO(Q5_removal)
{
    closed(&all);
    EXPECT(device_command("remove", NULL) == 0);
    EXPECT_LOG("QueryRemove, SelfSuspend, PreInterrupts 5, D0Exit 5, ReleaseHardware, SelfFlush, SelfCleanup, "
               "DeviceCleanup, DeviceDestroy");
}

SCENARIO(Q5_removal_in_low_power)
{
    closed(&all);
    EXPECT(device_command("power", "d3") == 0);
    read_log();
    EXPECT(device_command("remove", NULL) == 0);
    read_log();
    EXPECT(before(EVENT_QUERY_REMOVE, EVENT_RELEASE) && before(EVENT_RELEASE, EVENT_SELF_FLUSH));
    EXPECT(before(EVENT_SELF_FLUSH, EVENT_SELF_CLEANUP) && before(EVENT_SELF_CLEANUP, EVENT_DEVICE_CLEANUP));
    EXPECT(!happened(EVENT_SELF_SUSPEND) || happened(EVENT_SELF_RESTART)); /* only after being up again */
}

/* nc-wdfdevice-evt_wdf_device_query_remove.md: a failure vetoes. */
SCENARIO(Q17_query_remove_vetoes)
{
    closed(&all);
    DO(.code = OP_FAIL, .information = PNP_QUERY_REMOVE);
    EXPECT(device_command("remove", NULL) != 0);
    EXPECT_LOG("QueryRemove");
    file = device_open();
    EXPECT(file != INVALID_HANDLE_VALUE);
    io_read(&io[0], 1, 8);
    EXPECT_LOG("read 1");
    EXPECT(complete(&io[0], 1) == 0);
    DO(.code = OP_FAIL);
}

/* wdm-irps-and-kmdf-event-callback-functions.md, surprise-removal-sequence.md; Z1 in docs/decisions.md */
SCENARIO(Q6_surprise_removal_in_D0)
{
    puppet_start(&all);
    EXPECT(device_command("surprise", NULL) == 0);
    EXPECT_LOG("SurpriseRemoval, SelfSuspend, PreInterrupts 5, D0Exit 5, ReleaseHardware, SelfFlush");
    CloseHandle(file);
    EXPECT_LOG("SelfCleanup, DeviceCleanup, DeviceDestroy");
}

SCENARIO(Q7_surprise_removal_in_low_power)
{
    puppet_start(&all);
    EXPECT(device_command("power", "d3") == 0);
    read_log();
    EXPECT(device_command("surprise", NULL) == 0);
    EXPECT_LOG("SurpriseRemoval, ReleaseHardware, SelfFlush");
    CloseHandle(file);
    EXPECT_LOG("SelfCleanup, DeviceCleanup, DeviceDestroy");
}

/* nc-wdfdevice-evt_wdf_device_self_managed_io_init.md */
SCENARIO(Q8_init_once_restart_after_each_suspend)
{
    int inits = 0, restarts = 0, suspends = 0;

    EXPECT(device_make(&all) == 0);
    read_log();
    inits = happened(EVENT_SELF_INIT);
    for (unsigned i = 0; i < 3; i++) {
        EXPECT(device_command("power", "d3") == 0);
        EXPECT(device_command("power", "d0") == 0);
        read_log();
        inits += happened(EVENT_SELF_INIT);
        restarts += happened(EVENT_SELF_RESTART);
        suspends += happened(EVENT_SELF_SUSPEND);
    }
    EXPECT(inits == 1 && restarts == 3 && suspends == 3);
}

/* using-self-managed-i-o.md */
SCENARIO(Q9_restart_comes_after_the_queues)
{
    puppet_start(&all);
    EXPECT(device_command("power", "d3") == 0);
    io_read(&io[0], 1, 8);
    EXPECT_LOG("SelfSuspend, PreInterrupts 4, D0Exit 4");
    EXPECT(device_command("power", "d0") == 0);
    EXPECT_LOG("D0Entry 4, PostInterrupts 4, read 1, SelfRestart");
    EXPECT(complete(&io[0], 1) == 0);
}

/* What Echo does: the queue is stopped before the device leaves D0, by self-managed I/O. */
SCENARIO(Q2_Q9_self_managed_io_stops_and_starts_a_queue)
{
    static const struct puppet_config config = {.pnp = PNP_SELF_SUSPEND | PNP_SELF_RESTART,
                                                .queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}}};
    struct command power;

    puppet_start(&config);
    PLAN(PLAN_SELF_SUSPEND, 0, {.code = OP_STOP_SYNC, .flags = OP_LOGGED});
    PLAN(PLAN_SELF_RESTART, 0, {.code = OP_START});
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    command_begin(&power, "power", "d3");
    EXPECT_LOG("read 1, SelfSuspend");
    EXPECT(complete(&io[0], 1) == 0);
    EXPECT(command_finish(&power) == 0);
    EXPECT_LOG("did stopsync");
    EXPECT(device_command("power", "d0") == 0);
    EXPECT_LOG("SelfRestart, read 2");
    EXPECT(complete(&io[1], 2) == 0);
}

/* nc-wdfdevice-evt_wdf_device_d0_entry.md */
SCENARIO(Q10_D0Entry_fails_at_start)
{
    struct puppet_config config = all;

    config.fail = PNP_D0_ENTRY;
    EXPECT(device_make(&config) != 0);
    read_log();
    EXPECT(happened(EVENT_D0_ENTRY) == 1 && !happened(EVENT_D0_EXIT));
    EXPECT(!happened(EVENT_SELF_INIT) && !happened(EVENT_SELF_SUSPEND));
    EXPECT(before(EVENT_D0_ENTRY, EVENT_RELEASE));
    EXPECT(!happened(EVENT_SURPRISE));
}

SCENARIO(Q10_D0Entry_fails_at_resume)
{
    closed(&all);
    EXPECT(device_command("power", "d3") == 0);
    read_log();
    DO(.code = OP_FAIL, .information = PNP_D0_ENTRY);
    (void)device_command("power", "d0"); /* the device may be gone with or without a status */
    settle();
    read_log();
    EXPECT(happened(EVENT_D0_ENTRY) == 1 && !happened(EVENT_D0_EXIT));
    EXPECT(before(EVENT_D0_ENTRY, EVENT_SURPRISE) && before(EVENT_D0_ENTRY, EVENT_RELEASE));
    EXPECT(before(EVENT_RELEASE, EVENT_SELF_FLUSH));
}

/* nc-wdfdevice-evt_wdf_device_prepare_hardware.md */
SCENARIO(Q11_PrepareHardware_fails)
{
    struct puppet_config config = all;

    config.fail = PNP_PREPARE;
    EXPECT(device_make(&config) != 0);
    read_log();
    EXPECT(before(EVENT_PREPARE, EVENT_RELEASE));
    EXPECT(!happened(EVENT_D0_ENTRY) && !happened(EVENT_D0_EXIT) && !happened(EVENT_SELF_INIT));
}

/* nc-wdfdevice-evt_wdf_device_self_managed_io_init.md, …_restart.md */
SCENARIO(Q12_SelfManagedIoInit_fails)
{
    struct puppet_config config = all;

    config.fail = PNP_SELF_INIT;
    EXPECT(device_make(&config) != 0);
    read_log();
    EXPECT(before(EVENT_SELF_INIT, EVENT_D0_EXIT) && before(EVENT_D0_EXIT, EVENT_RELEASE));
    EXPECT(before(EVENT_SELF_INIT, EVENT_SELF_FLUSH) && before(EVENT_SELF_FLUSH, EVENT_SELF_CLEANUP));
}

static void fails(uint32_t callback, enum puppet_event_kind kind, const char *state)
{
    closed(&all);
    if (state[1] == '0') {
        EXPECT(device_command("power", "d3") == 0);
        read_log();
    }
    DO(.code = OP_FAIL, .information = callback);
    (void)device_command("power", state); /* the device may be gone with or without a status */
    settle();
    read_log();
    EXPECT(before(kind, EVENT_SELF_FLUSH) && before(EVENT_SELF_FLUSH, EVENT_SELF_CLEANUP));
    EXPECT(happened(EVENT_RELEASE) == 1);
}

SCENARIO(Q12_SelfManagedIoSuspend_fails)
{
    fails(PNP_SELF_SUSPEND, EVENT_SELF_SUSPEND, "d3");
}

SCENARIO(Q12_SelfManagedIoRestart_fails)
{
    fails(PNP_SELF_RESTART, EVENT_SELF_RESTART, "d0");
}

SCENARIO(Q5_disable_and_enable)
{
    closed(&all);
    EXPECT(device_command("disable", NULL) == 0);
    EXPECT_LOG("QueryRemove, SelfSuspend, PreInterrupts 5, D0Exit 5, ReleaseHardware, SelfFlush, SelfCleanup, "
               "DeviceCleanup, DeviceDestroy");
    EXPECT(device_command("enable", NULL) == 0);
    EXPECT_LOG("DeviceAdd, PrepareHardware, D0Entry 5, PostInterrupts 5, SelfInit");
    file = device_open();
    io_read(&io[0], 1, 8);
    EXPECT_LOG("read 1");
    EXPECT(complete(&io[0], 1) == 0);
}

/* Requests outstanding at removal: owned ones are waited for, waiting ones are cancelled. */
SCENARIO(Q5_E14_removal_with_requests)
{
    static const struct puppet_config config = {.queue = {{.dispatch = SEQUENTIAL, .handlers = ON_READ}}};
    struct command removal;

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    io_read(&io[1], 2, 8);
    command_begin(&removal, "remove", NULL);
    EXPECT(!command_is_done(&removal));
    EXPECT(io_pending(&io[0]));
    EXPECT(complete(&io[0], 1) == 0);
    CloseHandle(file);
    EXPECT(command_finish(&removal) == 0);
    EXPECT(io_error(&io[1]) == ERROR_OPERATION_ABORTED);
    EXPECT_LOG("read 1");
}
