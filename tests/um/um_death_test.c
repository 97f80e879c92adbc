/* SPDX-License-Identifier: MIT */
/*
 * A host that breaks off in the middle of an answer, or sends what makes no sense: every outstanding request fails as
 * on a device that is gone, later calls too, and a new CreateFile makes a new connection.
 */
#include "um_test.h"
#include <stdlib.h>

enum { OUTSTANDING = 50 };

static DWORD WINAPI read_blocked(LPVOID parameter)
{
    char text[4];
    DWORD moved;
    return ReadFile((HANDLE)parameter, text, 4, &moved, NULL) ? 0 : GetLastError();
}

static DWORD held(HANDLE control)
{
    DWORD counts[2] = {0}, moved;
    DeviceIoControl(control, FAKE_COUNT, NULL, 0, counts, sizeof counts, &moved, NULL);
    return counts[0];
}

static void test_death(DWORD code, BOOL asynchronous)
{
    static OVERLAPPED requests[OUTSTANDING];
    HANDLE device = open_device(HOLDING, FILE_FLAG_OVERLAPPED), blocking = open_device(HOLDING, 0);
    HANDLE control = open_device(DEVICE, asynchronous ? FILE_FLAG_OVERLAPPED : 0), plain = open_device(DEVICE, 0);
    HANDLE port = CreateIoCompletionPort(device, NULL, 1, 0);
    HANDLE event = CreateEventA(NULL, TRUE, FALSE, NULL);
    OVERLAPPED *done, last = {.hEvent = event};
    ULONG_PTR key;
    DWORD moved, wrong = 0, exit_code;
    char text[256];
    for (int i = 0; i < OUTSTANDING; i++)
        wrong += ReadFile(device, text, 4, NULL, &requests[i]) || GetLastError() != ERROR_IO_PENDING;
    HANDLE thread = CreateThread(NULL, 0, read_blocked, blocking, 0, NULL);
    while (held(plain) != OUTSTANDING + 1)
        SwitchToThread();
    BOOL answered = DeviceIoControl(control, code, NULL, 0, text, sizeof text, &moved, asynchronous ? &last : NULL);
    if (asynchronous) {
        CHECK(!answered && GetLastError() == ERROR_IO_PENDING);
        CHECK(WaitForSingleObject(event, INFINITE) == WAIT_OBJECT_0);
        answered = GetOverlappedResult(control, &last, &moved, FALSE);
    }
    CHECK(!answered && GetLastError() == ERROR_DEV_NOT_EXIST);
    for (int i = 0; i < OUTSTANDING; i++) {
        wrong += GetQueuedCompletionStatus(port, &moved, &key, &done, INFINITE);
        wrong += GetLastError() != ERROR_DEV_NOT_EXIST || !done;
    }
    CHECK(!wrong);
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0);
    CHECK(GetExitCodeThread(thread, &exit_code) && exit_code == ERROR_DEV_NOT_EXIST);
    CHECK(!ReadFile(blocking, text, 1, &moved, NULL) && GetLastError() == ERROR_DEV_NOT_EXIST);
    CHECK(!ReadFile(device, text, 1, NULL, &last) && GetLastError() == ERROR_DEV_NOT_EXIST);
    CHECK(!CancelIoEx(device, NULL) && GetLastError() == ERROR_DEV_NOT_EXIST);
    CHECK(CloseHandle(device) && CloseHandle(blocking) && CloseHandle(control) && CloseHandle(plain));
    device = open_device(DEVICE, 0);
    CHECK(device != INVALID_HANDLE_VALUE && WriteFile(device, "back", 4, &moved, NULL) && moved == 4);
    CloseHandle(device);
    CloseHandle(thread);
    CloseHandle(port);
    CloseHandle(event);
}

int main(void)
{
    static const DWORD codes[] = {FAKE_DIE, FAKE_GARBAGE, FAKE_STALE, FAKE_TOO_MUCH, FAKE_BAD_KIND};
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        printf("# control code %08lX\n", codes[i]);
        test_death(codes[i], FALSE);
        test_death(codes[i], TRUE);
    }
    return test_end();
}
