/* SPDX-License-Identifier: MIT */
/*
 * Many threads at once: synchronous calls, a pool on one completion port, threads that the library did not make,
 * objects of synchronisation. Whoever waits reads for all, so every hand-over is exercised.
 */
#include "um_test.h"
#include <process.h>
#include <pthread.h>
#include <stdlib.h>

enum { THREADS = 8, CALLS = 400, PACKETS = 4000 };

static LONG wrong;
static HANDLE pool_device, pool_port;
static LONG pool_taken;

static DWORD WINAPI call_often(LPVOID parameter)
{
    HANDLE device = open_device(DEVICE, 0);
    for (ULONG i = 0; i < CALLS; i++) {
        ULONG in[2] = {(ULONG)(ULONG_PTR)parameter, i}, out[2] = {0};
        DWORD moved = 0;
        if (!DeviceIoControl(device, FAKE_ECHO, in, sizeof in, out, sizeof out, &moved, NULL) || moved != sizeof in ||
            memcmp(in, out, sizeof in))
            InterlockedIncrement(&wrong);
    }
    CloseHandle(device);
    return 7;
}

static void test_synchronous(void)
{
    HANDLE threads[THREADS];
    DWORD code = 0;
    for (ULONG_PTR i = 0; i < THREADS; i++)
        threads[i] = CreateThread(NULL, 0, call_often, (LPVOID)i, 0, NULL);
    CHECK(WaitForMultipleObjects(THREADS, threads, TRUE, INFINITE) == WAIT_OBJECT_0 && !wrong);
    for (int i = 0; i < THREADS; i++) {
        CHECK(GetExitCodeThread(threads[i], &code) && code == 7);
        CloseHandle(threads[i]);
    }
}

/* One handle that several threads share: one call after the other. */
static DWORD WINAPI share_handle(LPVOID parameter)
{
    for (ULONG i = 0; i < CALLS; i++) {
        DWORD moved = 0;
        if (!WriteFile((HANDLE)parameter, "abc", 3, &moved, NULL) || moved != 3)
            InterlockedIncrement(&wrong);
    }
    return 0;
}

static void test_shared_handle(void)
{
    HANDLE threads[THREADS], device = open_device(DEVICE, 0);
    for (int i = 0; i < THREADS; i++)
        threads[i] = CreateThread(NULL, 0, share_handle, device, 0, NULL);
    CHECK(WaitForMultipleObjects(THREADS, threads, TRUE, INFINITE) == WAIT_OBJECT_0 && !wrong);
    for (int i = 0; i < THREADS; i++)
        CloseHandle(threads[i]);
    CloseHandle(device);
}

static unsigned take_packets(void *parameter)
{
    OVERLAPPED *overlapped;
    ULONG_PTR key;
    DWORD moved;
    (void)parameter;
    for (;;) {
        if (!GetQueuedCompletionStatus(pool_port, &moved, &key, &overlapped, INFINITE))
            InterlockedIncrement(&wrong);
        if (key == 99)
            return 0;
        if (moved != 2)
            InterlockedIncrement(&wrong);
        LONG taken = InterlockedIncrement(&pool_taken);
        if (taken + THREADS <= PACKETS) {
            memset(overlapped, 0, sizeof *overlapped);
            WriteFile(pool_device, "xy", 2, NULL, overlapped);
        } else if (taken == PACKETS) {
            for (int i = 0; i < THREADS; i++)
                PostQueuedCompletionStatus(pool_port, 0, 99, NULL);
        }
    }
}

static void test_pool(void)
{
    static OVERLAPPED requests[THREADS];
    HANDLE threads[THREADS];
    pool_device = open_device(DEVICE, FILE_FLAG_OVERLAPPED);
    pool_port = CreateIoCompletionPort(pool_device, NULL, 1, 0);
    for (int i = 0; i < THREADS; i++)
        threads[i] = (HANDLE)_beginthreadex(NULL, 0, take_packets, NULL, 0, NULL);
    for (int i = 0; i < THREADS; i++)
        WriteFile(pool_device, "xy", 2, NULL, &requests[i]);
    CHECK(WaitForMultipleObjects(THREADS, threads, TRUE, INFINITE) == WAIT_OBJECT_0);
    CHECK(!wrong && pool_taken == PACKETS);
    for (int i = 0; i < THREADS; i++)
        CloseHandle(threads[i]);
    CloseHandle(pool_device);
    CloseHandle(pool_port);
}

static void *raw_often(void *parameter)
{
    call_often(parameter);
    return NULL;
}

static void *raw_once(void *parameter)
{
    DWORD moved;
    if (!FlushFileBuffers(parameter) || !WriteFile(parameter, "a", 1, &moved, NULL))
        InterlockedIncrement(&wrong);
    return NULL;
}

/* Threads come and go; the host hears of their ends, and their numbers are used again. */
static void test_raw_threads(void)
{
    HANDLE control = open_device(DEVICE, 0);
    DWORD counts[2] = {0}, moved, known = 0;
    for (int round = 0; round < 40; round++) {
        pthread_t threads[2];
        for (int i = 0; i < 2; i++)
            if (pthread_create(&threads[i], NULL, round % 8 ? raw_once : raw_often, control))
                abort();
        for (int i = 0; i < 2; i++)
            pthread_join(threads[i], NULL);
    }
    CHECK(!wrong);
    CHECK(DeviceIoControl(control, FAKE_COUNT, NULL, 0, counts, sizeof counts, &moved, NULL) && counts[1] >= 80);
    CHECK(DeviceIoControl(control, FAKE_THREADS, NULL, 0, &known, sizeof known, &moved, NULL) && known == 1);
    CloseHandle(control);
}

static HANDLE events[2], mutex, semaphore;
static LONG passed;

static DWORD WINAPI use_objects(LPVOID parameter)
{
    (void)parameter;
    if (WaitForSingleObject(events[0], INFINITE) != WAIT_OBJECT_0)
        InterlockedIncrement(&wrong);
    if (WaitForSingleObject(mutex, INFINITE) != WAIT_OBJECT_0 || WaitForSingleObject(mutex, 0) != WAIT_OBJECT_0)
        InterlockedIncrement(&wrong);
    passed++;
    ReleaseMutex(mutex);
    ReleaseMutex(mutex);
    return WaitForSingleObject(semaphore, INFINITE);
}

static DWORD WINAPI abandon(LPVOID parameter)
{
    WaitForSingleObject((HANDLE)parameter, INFINITE);
    ExitThread(5);
}

static void test_objects(void)
{
    HANDLE threads[THREADS];
    DWORD id = 0, code = 0;
    LONG previous = -1;
    events[0] = CreateEventA(NULL, TRUE, FALSE, NULL);
    events[1] = CreateEventW(NULL, FALSE, TRUE, NULL);
    mutex = CreateMutexA(NULL, TRUE, NULL);
    semaphore = CreateSemaphoreA(NULL, 0, THREADS, NULL);
    for (int i = 0; i < THREADS; i++)
        threads[i] = CreateThread(NULL, 0, use_objects, NULL, CREATE_SUSPENDED, &id);
    CHECK(id && WaitForMultipleObjects(2, events, FALSE, INFINITE) == WAIT_OBJECT_0 + 1);
    CHECK(WaitForMultipleObjects(2, events, FALSE, 0) == WAIT_TIMEOUT);
    CHECK(GetExitCodeThread(threads[0], &code) && code == STILL_ACTIVE && ResumeThread(threads[0]) == 1);
    for (int i = 1; i < THREADS; i++)
        ResumeThread(threads[i]);
    CHECK(WaitForMultipleObjects(THREADS, threads, FALSE, 1) == WAIT_TIMEOUT);
    CHECK(SetEvent(events[0]) && ReleaseMutex(mutex) && !ReleaseMutex(mutex) && GetLastError() == ERROR_NOT_OWNER);
    CHECK(ReleaseSemaphore(semaphore, THREADS, &previous) && previous <= 0);
    CHECK(WaitForMultipleObjects(THREADS, threads, TRUE, INFINITE) == WAIT_OBJECT_0 && passed == THREADS && !wrong);
    CHECK(!ReleaseSemaphore(semaphore, THREADS + 1, NULL) && GetLastError() == ERROR_TOO_MANY_POSTS);
    HANDLE thread = CreateThread(NULL, 0, abandon, mutex, 0, NULL);
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0 && GetExitCodeThread(thread, &code) && code == 5);
    CHECK(WaitForSingleObject(mutex, 0) == WAIT_ABANDONED && WaitForSingleObject(mutex, 0) == WAIT_OBJECT_0);
    CHECK(ResetEvent(events[0]) && WaitForSingleObject(events[0], 0) == WAIT_TIMEOUT);
    CHECK(WaitForSingleObject((HANDLE)0x123450, 0) == WAIT_FAILED && GetLastError() == ERROR_INVALID_HANDLE);
}

int main(void)
{
    test_synchronous();
    test_shared_handle();
    test_pool();
    test_raw_threads();
    test_objects();
    return test_end();
}
