/* SPDX-License-Identifier: MIT */
/*
 * What a conformance program shares: a driver that holds checks, and the scenario that asks for them one by one.
 * Rule ids are those of facts/queue_semantics.md and stand at the front of each check's name. The driver uses
 * documented DDIs only, so that the same .sys can run in any NT kernel with a KMDF.
 */
#ifndef CONFORMANCE_CHECK_H
#define CONFORMANCE_CHECK_H

#define CHECK_TEXT_BYTES 512
/* CTL_CODE(FILE_DEVICE_UNKNOWN, 0x900, METHOD_BUFFERED, FILE_ANY_ACCESS): in: a check's name; out: "" or what failed.
 */
#define IOCTL_CHECK_RUN 0x222400

#ifdef _KERNEL_MODE

/* A check runs at PASSIVE_LEVEL in the handler of a queue of its own, with the device at hand. */
struct check_run {
    WDFDEVICE device;
    WDFREQUEST request; /* the control request that asked for it; completed by the harness */
    char *text;         /* CHECK_TEXT_BYTES: what failed, "" so far */
};

struct check_entry {
    const char *name;
    void (*run)(struct check_run *run);
};

#define CHECK(check_name)                                                                                              \
    static void check_name(struct check_run *run);                                                                     \
    static const struct check_entry check_entry_##check_name = {#check_name, check_name};                              \
    __attribute__((section(".kchk$m"), used)) static const struct check_entry *const check_pointer_##check_name =      \
        &check_entry_##check_name;                                                                                     \
    static void check_name(struct check_run *run)

void check_failed(struct check_run *run, const char *claim, int line, long value);

#define EXPECT(claim)                                                                                                  \
    do {                                                                                                               \
        if (!(claim))                                                                                                  \
            check_failed(run, #claim, __LINE__, 0);                                                                    \
    } while (0)
/* Compares NTSTATUS values and says what came instead. */
#define EXPECT_STATUS(expression, expected)                                                                            \
    do {                                                                                                               \
        NTSTATUS status_ = (expression);                                                                               \
        if (status_ != (expected))                                                                                     \
            check_failed(run, #expression " == " #expected, __LINE__, status_);                                        \
    } while (0)

/* Makes the queue that carries IOCTL_CHECK_RUN; called from EvtDriverDeviceAdd. */
NTSTATUS check_queue_create(WDFDEVICE device);

#else

#include <windows.h>
#include <stdio.h>
#include <string.h>
#include <kmdock/scenario.h>

static inline void check_in_driver(const char *name, const char *file, int line)
{
    char text[CHECK_TEXT_BYTES] = "";
    OVERLAPPED overlapped = {0};
    HANDLE device = kmdock_open(0);
    DWORD bytes = 0;

    kmdock_expect_(device != INVALID_HANDLE_VALUE, "the device opens", file, line);
    overlapped.hEvent = CreateEventA(NULL, TRUE, FALSE, NULL);
    if (!DeviceIoControl(device, IOCTL_CHECK_RUN, (void *)name, (DWORD)strlen(name) + 1, text, sizeof(text), &bytes,
                         &overlapped) &&
        (GetLastError() != ERROR_IO_PENDING || !GetOverlappedResult(device, &overlapped, &bytes, TRUE)))
        kmdock_expect_(0, "the driver knows the check and runs it", file, line);
    kmdock_expect_(!text[0], text, file, line);
    CloseHandle(overlapped.hEvent);
    CloseHandle(device);
}

/* A scenario that is a check in the driver. */
#define DRIVER_CHECK(name)                                                                                             \
    SCENARIO(name)                                                                                                     \
    {                                                                                                                  \
        check_in_driver(#name, __FILE__, __LINE__);                                                                    \
    }

#endif
#endif
