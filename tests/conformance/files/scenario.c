/* SPDX-License-Identifier: MIT */
/* Device interfaces (R) and file objects (S). */
#include "../puppet/user.h"

#define A_QUEUE .queue = {{.dispatch = PARALLEL, .handlers = ON_READ}}

static struct io io[2];

/* using-device-interfaces.md */
SCENARIO(R1_made_before_start_it_is_enabled)
{
    static const struct puppet_config config = {A_QUEUE};
    static const struct puppet_config in_prepare = {.pnp = PNP_PREPARE, .flags = INTERFACE_IN_PREPARE, A_QUEUE};

    EXPECT(device_make(&config) == 0);
    file = device_open();
    EXPECT(file != INVALID_HANDLE_VALUE);
    CloseHandle(file);
    EXPECT(device_command("remove", NULL) == 0);
    EXPECT(device_make(&in_prepare) == 0);
    file = device_open();
    EXPECT(file != INVALID_HANDLE_VALUE);
}

SCENARIO(R1_made_after_start_the_driver_enables_it)
{
    static const struct puppet_config config = {.flags = NO_INTERFACE, A_QUEUE};
    char name[COMMAND_BYTES];

    EXPECT(device_make(&config) == 0);
    EXPECT(device_open() == INVALID_HANDLE_VALUE);
    EXPECT(DO(.code = OP_INTERFACE) == 0);
    device_name(name, sizeof(name));
    EXPECT(!name[0]);
    EXPECT(DO(.code = OP_INTERFACE_STATE, .information = 1) == 0);
    file = device_open();
    EXPECT(file != INVALID_HANDLE_VALUE);
}

SCENARIO(R3_low_power_keeps_it_enabled_removal_disables_it)
{
    static const struct puppet_config config = {A_QUEUE};
    char name[COMMAND_BYTES];

    EXPECT(device_make(&config) == 0);
    device_name(name, sizeof(name));
    EXPECT(device_command("power", "d3") == 0);
    file = open_name(name, 0);
    EXPECT(file != INVALID_HANDLE_VALUE);
    CloseHandle(file);
    EXPECT(device_command("power", "d0") == 0);
    EXPECT(device_command("disable", NULL) == 0);
    EXPECT(open_name(name, 0) == INVALID_HANDLE_VALUE);
    EXPECT(device_command("enable", NULL) == 0);
    file = open_name(name, 0);
    EXPECT(file != INVALID_HANDLE_VALUE);
}

SCENARIO(R4_disabled_open_handles_go_on)
{
    static const struct puppet_config config = {A_QUEUE};
    char name[COMMAND_BYTES];

    puppet_start(&config);
    device_name(name, sizeof(name));
    DO(.code = OP_INTERFACE_STATE, .information = 0);
    EXPECT(open_name(name, 0) == INVALID_HANDLE_VALUE);
    io_read(&io[0], 1, 8);
    EXPECT_LOG("read 1");
    EXPECT(complete(&io[0], 1) == 0);
    DO(.code = OP_INTERFACE_STATE, .information = 1);
    file = open_name(name, 0);
    EXPECT(file != INVALID_HANDLE_VALUE);
}

/* nf-wdfdevice-wdfdeviceretrievedeviceinterfacestring.md */
SCENARIO(R5_the_interfaces_name)
{
    static const struct puppet_config config = {A_QUEUE};

    puppet_start(&config);
    DRIVER_CHECK("R5_the_interfaces_name", 0);
}

/* nf-wdfdevice-wdfdevicecreatedeviceinterface.md */
SCENARIO(R6_the_reference_string)
{
    static const struct puppet_config config = {
        .file = FILE_CREATE_EVENT, .reference = {'p', 'o', 'r', 't', '1'}, A_QUEUE};

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    DRIVER_CHECK("R6_the_reference_string_is_in_the_file_name", 1);
    DRIVER_CHECK("R6_no_separators_in_a_reference_string", 0);
    EXPECT(complete(&io[0], 1) == 0);
}

/* -- files: framework-file-objects.md ------------------------------------------------------------------------- */

static const struct puppet_config with_files = {
    .file = FILE_CREATE_EVENT | FILE_CLEANUP_EVENT | FILE_CLOSE_EVENT, .flags = LOG_OBJECTS, A_QUEUE};

/* nc-wdfdevice-evt_wdf_device_file_create.md */
SCENARIO(S3_create_runs_in_the_openers_thread)
{
    EXPECT(device_make(&with_files) == 0);
    file = device_open();
    read_log();
    EXPECT(event_count > 0 && events[0].kind == EVENT_FILE_CREATE);
    EXPECT(events[0].thread == GetCurrentThreadId());
    EXPECT(events[0].irql == 0);
    EXPECT(events[0].argument == 1); /* it has a file object */
}

SCENARIO(S3_S9_without_file_objects)
{
    static const struct puppet_config config = {.file = FILE_CREATE_EVENT | FILE_NO_OBJECT, A_QUEUE};

    EXPECT(device_make(&config) == 0);
    file = device_open();
    EXPECT_LOG("file-create");
    EXPECT(events[0].argument == 0);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_GET_FILE, .tag = 1) == 0 && !result.value);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(S4_a_failed_create)
{
    EXPECT(device_make(&with_files) == 0);
    PLAN(PLAN_FILE_CREATE, 1, {.code = OP_COMPLETE, .status = STATUS_ACCESS_DENIED});
    SetLastError(0);
    EXPECT(device_open() == INVALID_HANDLE_VALUE && GetLastError() == ERROR_ACCESS_DENIED);
    read_log();
    EXPECT(find_event(EVENT_FILE_CREATE) && find_event(EVENT_FILE_DELETE));
    EXPECT(!find_event(EVENT_FILE_CLEANUP) && !find_event(EVENT_FILE_CLOSE));
}

/* nc-wdfdevice-evt_wdf_file_cleanup.md, nc-wdfdevice-evt_wdf_file_close.md */
SCENARIO(S6_S7_cleanup_then_close)
{
    puppet_start(&with_files);
    CloseHandle(file);
    EXPECT_LOG("file-cleanup, file-close, file-deleted");
    EXPECT(events[0].thread == GetCurrentThreadId());
    EXPECT(events[0].irql == 0 && events[1].irql == 0);
}

SCENARIO(S7_S8_a_parked_request_delays_close_and_is_not_cancelled)
{
    puppet_start(&with_files);
    io_read(&io[0], 1, 8);
    CloseHandle(file);
    EXPECT_LOG("read 1, file-cleanup");
    EXPECT(io[0].overlapped.Internal == (ULONG)STATUS_PENDING);
    DO(.code = OP_COMPLETE, .tag = 1);
    EXPECT_LOG_OR("request-cleanup 1, request-destroy 1, file-close, file-deleted",
                  "request-cleanup 1, file-close, file-deleted, request-destroy 1");
    EXPECT(io[0].overlapped.Internal == 0);
}

/* irp-mj-cleanup.md: what a driver does in EvtFileCleanup. */
SCENARIO(S8_the_driver_ends_the_requests_of_its_file)
{
    static const struct puppet_config config = {.file = FILE_CLEANUP_EVENT | FILE_CLOSE_EVENT,
                                                .queue = {{.dispatch = MANUAL}}};

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    PLAN(PLAN_FILE_CLEANUP, 1, {.code = OP_PURGE});
    CloseHandle(file);
    EXPECT_LOG("file-cleanup, file-close");
    EXPECT(io[0].overlapped.Internal == (ULONG)STATUS_CANCELLED);
    DO(.code = OP_START);
}

/* nf-wdfrequest-wdfrequestgetfileobject.md */
SCENARIO(S9_the_file_of_a_request)
{
    puppet_start(&with_files);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_GET_FILE, .tag = 1) == 0 && result.value);
    EXPECT(complete(&io[0], 1) == 0);
}

SCENARIO(S9_without_a_file_configuration_there_is_none)
{
    static const struct puppet_config config = {A_QUEUE};

    puppet_start(&config);
    io_read(&io[0], 1, 8);
    EXPECT(DO(.code = OP_GET_FILE, .tag = 1) == 0 && !result.value);
    EXPECT(complete(&io[0], 1) == 0);
}
