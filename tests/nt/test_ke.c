/* SPDX-License-Identifier: MIT */
/* Levels, locks, waits, timers, DPCs, threads. */
#include "check.h"

static const LARGE_INTEGER at_once = {.QuadPart = 0};
static LARGE_INTEGER ms(LONGLONG count)
{
    return (LARGE_INTEGER){.QuadPart = -10000 * count};
}

static void test_irql(void)
{
    KSPIN_LOCK lock;
    KIRQL old;
    KLOCK_QUEUE_HANDLE handle;
    KeInitializeSpinLock(&lock);
    CHECK(KeGetCurrentIrql() == PASSIVE_LEVEL);
    KeAcquireSpinLock(&lock, &old);
    CHECK(old == PASSIVE_LEVEL && KeGetCurrentIrql() == DISPATCH_LEVEL);
    CHECK(!KeTryToAcquireSpinLockAtDpcLevel(&lock));
    KeReleaseSpinLock(&lock, old);
    CHECK(KeGetCurrentIrql() == PASSIVE_LEVEL);
    KeAcquireInStackQueuedSpinLock(&lock, &handle);
    CHECK(KeGetCurrentIrql() == DISPATCH_LEVEL);
    KeReleaseInStackQueuedSpinLock(&handle);
    CHECK(KeGetCurrentIrql() == PASSIVE_LEVEL && KeTestSpinLock(&lock));
}

static void test_events(void)
{
    KEVENT notification, synchronization;
    PLARGE_INTEGER now = (PLARGE_INTEGER)(ULONG_PTR)&at_once;
    KeInitializeEvent(&notification, NotificationEvent, FALSE);
    KeInitializeEvent(&synchronization, SynchronizationEvent, TRUE);
    CHECK_STATUS(KeWaitForSingleObject(&notification, Executive, KernelMode, FALSE, now), STATUS_TIMEOUT);
    CHECK(KeSetEvent(&notification, 0, FALSE) == 0);
    CHECK(KeSetEvent(&notification, 0, FALSE) == 1);
    CHECK_STATUS(KeWaitForSingleObject(&notification, Executive, KernelMode, FALSE, now), STATUS_SUCCESS);
    CHECK_STATUS(KeWaitForSingleObject(&notification, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
    CHECK_STATUS(KeWaitForSingleObject(&synchronization, Executive, KernelMode, FALSE, now), STATUS_SUCCESS);
    CHECK_STATUS(KeWaitForSingleObject(&synchronization, Executive, KernelMode, FALSE, now), STATUS_TIMEOUT);
    LARGE_INTEGER little = ms(2), before, after;
    KeQuerySystemTime(&before);
    CHECK_STATUS(KeWaitForSingleObject(&synchronization, Executive, KernelMode, FALSE, &little), STATUS_TIMEOUT);
    KeQuerySystemTime(&after);
    CHECK(after.QuadPart - before.QuadPart >= 20000);
    PVOID both[2] = {&notification, &synchronization};
    CHECK_STATUS(KeWaitForMultipleObjects(2, both, WaitAny, Executive, KernelMode, FALSE, NULL, NULL), STATUS_WAIT_0);
    CHECK_STATUS(KeWaitForMultipleObjects(2, both, WaitAll, Executive, KernelMode, FALSE, now, NULL), STATUS_TIMEOUT);
    KeSetEvent(&synchronization, 0, FALSE);
    CHECK_STATUS(KeWaitForMultipleObjects(2, both, WaitAll, Executive, KernelMode, FALSE, now, NULL), STATUS_SUCCESS);
    CHECK(KeReadStateEvent(&synchronization) == 0);
    KeClearEvent(&notification);
    KeSetEvent(&synchronization, 0, FALSE);
    CHECK_STATUS(KeWaitForMultipleObjects(2, both, WaitAny, Executive, KernelMode, FALSE, NULL, NULL), STATUS_WAIT_1);
}

struct timing {
    KTIMER timer;
    KDPC dpc;
    KEVENT reached;
    ULONG count, wanted;
    KIRQL irql;
};

static VOID NTAPI timing_dpc(PKDPC dpc, PVOID context, PVOID first, PVOID second)
{
    struct timing *timing = context;
    UNREFERENCED_PARAMETER(dpc);
    UNREFERENCED_PARAMETER(first);
    UNREFERENCED_PARAMETER(second);
    timing->irql = KeGetCurrentIrql();
    if (++timing->count == timing->wanted)
        KeSetEvent(&timing->reached, 0, FALSE);
}

static void test_timers(void)
{
    static struct timing timing;
    KeInitializeTimerEx(&timing.timer, SynchronizationTimer);
    KeInitializeDpc(&timing.dpc, timing_dpc, &timing);
    KeInitializeEvent(&timing.reached, NotificationEvent, FALSE);
    timing.wanted = 5;
    CHECK(!KeSetTimerEx(&timing.timer, ms(1), 1, &timing.dpc));
    CHECK(KeSetTimerEx(&timing.timer, ms(1), 1, &timing.dpc));
    KeWaitForSingleObject(&timing.reached, Executive, KernelMode, FALSE, NULL);
    CHECK(timing.irql == DISPATCH_LEVEL);
    CHECK(KeCancelTimer(&timing.timer));
    CHECK(!KeCancelTimer(&timing.timer));
    KeFlushQueuedDpcs();
    ULONG count = timing.count;
    LARGE_INTEGER pause = ms(5);
    KeDelayExecutionThread(KernelMode, FALSE, &pause);
    CHECK(timing.count == count);

    /* A timer is waited for; one in the past is due at once. */
    KeInitializeTimer(&timing.timer);
    KeSetTimer(&timing.timer, ms(1), NULL);
    CHECK(!KeReadStateTimer(&timing.timer));
    CHECK_STATUS(KeWaitForSingleObject(&timing.timer, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
    CHECK(KeReadStateTimer(&timing.timer));
    KeSetTimer(&timing.timer, (LARGE_INTEGER){.QuadPart = 1}, NULL);
    CHECK_STATUS(KeWaitForSingleObject(&timing.timer, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
    LARGE_INTEGER today;
    KeQuerySystemTime(&today);
    today.QuadPart += 30000;
    KeSetTimer(&timing.timer, today, NULL);
    CHECK_STATUS(KeWaitForSingleObject(&timing.timer, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
    KeQuerySystemTime(&pause);
    CHECK(pause.QuadPart >= today.QuadPart);
}

/* Many timers, set in no order, expire in the order of their due times. */
static struct many {
    KTIMER timer;
    KDPC dpc;
    ULONG due;
} many[200];
static ULONG many_fired, many_last;
static bool many_ordered = true;

static VOID NTAPI many_dpc(PKDPC dpc, PVOID context, PVOID first, PVOID second)
{
    struct many *one = context;
    UNREFERENCED_PARAMETER(dpc);
    UNREFERENCED_PARAMETER(first);
    UNREFERENCED_PARAMETER(second);
    many_fired++;
    many_ordered &= one->due >= many_last;
    many_last = one->due;
}

static void test_many_timers(void)
{
    LARGE_INTEGER start, due;
    KeQuerySystemTime(&start);
    start.QuadPart += 50000;
    for (ULONG i = 0; i < RTL_NUMBER_OF(many); i++) {
        KeInitializeTimer(&many[i].timer);
        KeInitializeDpc(&many[i].dpc, many_dpc, &many[i]);
        KeSetTargetProcessorDpc(&many[i].dpc, 0);
        many[i].due = i * 7919 % 1009;
        due.QuadPart = start.QuadPart + many[i].due * 100;
        KeSetTimer(&many[i].timer, due, &many[i].dpc);
    }
    ULONG cancelled = 0;
    for (ULONG i = 0; i < RTL_NUMBER_OF(many); i += 3)
        cancelled += KeCancelTimer(&many[i].timer);
    CHECK(cancelled == 67);
    LARGE_INTEGER pause = ms(30);
    KeDelayExecutionThread(KernelMode, FALSE, &pause);
    KeFlushQueuedDpcs();
    CHECK(many_fired == RTL_NUMBER_OF(many) - 67);
    CHECK(many_ordered);
}

static void test_dpcs(void)
{
    static struct timing one;
    KIRQL old;
    KeInitializeDpc(&one.dpc, timing_dpc, &one);
    CHECK(KeInsertQueueDpc(&one.dpc, NULL, NULL));
    KeFlushQueuedDpcs();
    CHECK(one.count == 1);
    old = KeRaiseIrqlToDpcLevel();
    CHECK(KeInsertQueueDpc(&one.dpc, NULL, NULL));
    CHECK(!KeInsertQueueDpc(&one.dpc, NULL, NULL));
    CHECK(one.count == 1); /* nothing goes before this level */
    CHECK(KeRemoveQueueDpc(&one.dpc));
    CHECK(!KeRemoveQueueDpc(&one.dpc));
    CHECK(KeInsertQueueDpc(&one.dpc, NULL, NULL));
    KeLowerIrql(old);
    CHECK(one.count == 2); /* it ran when the level fell */
}

static void test_mutex(void)
{
    KMUTEX mutex;
    KSEMAPHORE semaphore;
    PLARGE_INTEGER now = (PLARGE_INTEGER)(ULONG_PTR)&at_once;
    KeInitializeMutex(&mutex, 0);
    CHECK(KeReadStateMutex(&mutex) == 1);
    CHECK_STATUS(KeWaitForSingleObject(&mutex, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
    CHECK_STATUS(KeWaitForSingleObject(&mutex, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
    CHECK(KeAreApcsDisabled());
    CHECK(KeReleaseMutex(&mutex, FALSE) == -1);
    CHECK(KeReleaseMutex(&mutex, FALSE) == 0);
    CHECK(!KeAreApcsDisabled());
    KeInitializeSemaphore(&semaphore, 1, 3);
    CHECK_STATUS(KeWaitForSingleObject(&semaphore, Executive, KernelMode, FALSE, now), STATUS_SUCCESS);
    CHECK_STATUS(KeWaitForSingleObject(&semaphore, Executive, KernelMode, FALSE, now), STATUS_TIMEOUT);
    CHECK(KeReleaseSemaphore(&semaphore, 0, 3, FALSE) == 0);
    CHECK(KeReadStateSemaphore(&semaphore) == 3);
}

struct pair {
    KEVENT ping, pong;
    ULONG rounds;
};

static VOID NTAPI pong_run(PVOID context)
{
    struct pair *pair = context;
    for (ULONG i = 0; i < pair->rounds; i++) {
        KeWaitForSingleObject(&pair->ping, Executive, KernelMode, FALSE, NULL);
        KeSetEvent(&pair->pong, 0, FALSE);
    }
    PsTerminateSystemThread(77);
}

static void test_threads(void)
{
    static struct pair pair;
    HANDLE handle;
    PVOID thread;
    CLIENT_ID id;
    KeInitializeEvent(&pair.ping, SynchronizationEvent, FALSE);
    KeInitializeEvent(&pair.pong, SynchronizationEvent, FALSE);
    pair.rounds = 100;
    CHECK_STATUS(PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, NULL, NULL, &id, pong_run, &pair), STATUS_SUCCESS);
    CHECK_STATUS(ObReferenceObjectByHandle(handle, 0, *PsThreadType, KernelMode, &thread, NULL), STATUS_SUCCESS);
    CHECK(PsGetThreadId(thread) == id.UniqueThread && PsGetCurrentThreadId() != id.UniqueThread);
    for (ULONG i = 0; i < pair.rounds; i++) {
        KeSetEvent(&pair.ping, 0, FALSE);
        KeWaitForSingleObject(&pair.pong, Executive, KernelMode, FALSE, NULL);
    }
    CHECK_STATUS(ZwWaitForSingleObject(handle, FALSE, NULL), STATUS_SUCCESS);
    CHECK_STATUS(KeWaitForSingleObject(thread, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
    ObDereferenceObject(thread);
    ZwClose(handle);
}

void test_ke(void)
{
    test_irql();
    test_events();
    test_timers();
    test_many_timers();
    test_dpcs();
    test_mutex();
    test_threads();
}
