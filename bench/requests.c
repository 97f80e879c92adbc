/* SPDX-License-Identifier: MIT */
/*
 * Scenarios that measure, from inside the machine. Each prints lines "bench NAME NUMBER UNIT"; how many rounds it runs
 * comes from the registry value Rounds of the service (default below), so that instruction counts of two lengths can
 * be subtracted.
 */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <kmdock/scenario.h>

enum { WRITE_BYTES = 512, ROUNDS_DEFAULT = 500000, STRETCHES = 50 };

static double nanoseconds(LARGE_INTEGER began, LARGE_INTEGER ended, long rounds)
{
    LARGE_INTEGER frequency;

    QueryPerformanceFrequency(&frequency);
    return (double)(ended.QuadPart - began.QuadPart) * 1e9 / (double)frequency.QuadPart / (double)rounds;
}

static int longer(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* A synchronous write. The framework marks every IRP pending, so the answer is ERROR_IO_PENDING although it is over. */
static BOOL write_once(HANDLE device)
{
    static char data[WRITE_BYTES];
    OVERLAPPED overlapped = {0};
    DWORD bytes = 0;

    if (!WriteFile(device, data, sizeof(data), &bytes, &overlapped) &&
        (GetLastError() != ERROR_IO_PENDING || !GetOverlappedResult(device, &overlapped, &bytes, FALSE)))
        return FALSE;
    return bytes == sizeof(data);
}

/* Writes completed inline by the null driver: the median of many short stretches, most of which nobody interrupts. */
SCENARIO(null_write)
{
    const long rounds = (long)kmdock_parameter("Rounds", ROUNDS_DEFAULT) / STRETCHES;
    HANDLE device = kmdock_open(0);
    double stretch[STRETCHES];

    kmdock_expect(device != INVALID_HANDLE_VALUE);
    for (int i = 0; i < STRETCHES; i++) {
        LARGE_INTEGER began, ended;

        QueryPerformanceCounter(&began);
        for (long j = 0; j < rounds; j++)
            if (!write_once(device)) {
                kmdock_expect(!"a write of the null driver failed");
                break;
            }
        QueryPerformanceCounter(&ended);
        stretch[i] = nanoseconds(began, ended, rounds);
    }
    qsort(stretch, STRETCHES, sizeof(stretch[0]), longer);
    printf("bench null_write_ps %ld\n", (long)(stretch[STRETCHES / 2] * 1000));
    CloseHandle(device);
}

/* -- what a request costs while many are pending (driver hold) -------------------------------------- */

struct pending {
    HANDLE device;
    OVERLAPPED *overlapped; /* one per read that was ever sent */
    long sent, room;
    char data[16];
};

static void send_reads(struct pending *pending, long count)
{
    for (long i = 0; i < count && pending->sent < pending->room; i++) {
        OVERLAPPED *overlapped = &pending->overlapped[pending->sent++];

        if (ReadFile(pending->device, pending->data, sizeof(pending->data), NULL, overlapped) ||
            GetLastError() != ERROR_IO_PENDING)
            kmdock_expect(!"a read did not stay pending");
    }
}

/*
 * What was to be counted is over: a runner that counts instructions ends here, so that taking everything down again
 * is not counted.
 */
static void counted(void)
{
    printf("bench stop\n");
}

/* `Outstanding` reads pending, and room for as many more as the scenario sends. */
static BOOL pending_begin(struct pending *pending, long more)
{
    long outstanding = (long)kmdock_parameter("Outstanding", 10);

    pending->sent = 0;
    pending->room = outstanding + more;
    pending->device = kmdock_open(0);
    pending->overlapped = calloc((size_t)pending->room, sizeof(OVERLAPPED));
    kmdock_expect(pending->device != INVALID_HANDLE_VALUE && pending->overlapped);
    if (!pending->overlapped)
        return FALSE;
    send_reads(pending, outstanding);
    return TRUE;
}

static void pending_end(struct pending *pending)
{
    CancelIoEx(pending->device, NULL);
    CloseHandle(pending->device);
    free(pending->overlapped);
}

enum { SPARE_READS = 2000 };

SCENARIO(hold_enqueue)
{
    struct pending pending;

    if (!pending_begin(&pending, SPARE_READS))
        return;
    send_reads(&pending, (long)kmdock_parameter("Rounds", 0));
    counted();
    pending_end(&pending);
}

SCENARIO(hold_complete)
{
    const long rounds = (long)kmdock_parameter("Rounds", 0);
    struct pending pending;
    OVERLAPPED overlapped = {0};
    DWORD bytes;

    if (!pending_begin(&pending, SPARE_READS))
        return;
    send_reads(&pending, SPARE_READS);
    for (long i = 0; i < rounds; i++)
        WriteFile(pending.device, pending.data, 1, &bytes, &overlapped);
    kmdock_expect(rounds == 0 || pending.overlapped[rounds - 1].Internal == 0);
    counted();
    pending_end(&pending);
}

SCENARIO(hold_cancel)
{
    const long rounds = (long)kmdock_parameter("Rounds", 0);
    struct pending pending;

    if (!pending_begin(&pending, SPARE_READS))
        return;
    send_reads(&pending, SPARE_READS);
    for (long i = 0; i < rounds; i++)
        if (!CancelIoEx(pending.device, &pending.overlapped[pending.sent - 1 - i]))
            kmdock_expect(!"a pending read was not found");
    counted();
    pending_end(&pending);
}

/* What one pending request takes of the machine's memory: pages in use before and after, its data (16 bytes) included.
 */
SCENARIO(hold_bytes)
{
    const long outstanding = (long)kmdock_parameter("Outstanding", 10);
    struct pending pending;
    unsigned long long before, after;

    if (!pending_begin(&pending, outstanding))
        return;
    before = kmdock_memory();
    send_reads(&pending, outstanding);
    after = kmdock_memory();
    printf("bench pending_bytes %lu\n", (unsigned long)((after - before) / (unsigned long long)outstanding));
    pending_end(&pending);
}
