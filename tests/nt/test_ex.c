/* SPDX-License-Identifier: MIT */
/* Pool, lookaside lists, work items, resources, mutexes. */
#include "check.h"

enum { BLOCKS = 300, TAG = 'tseT' };

static void test_pool(void)
{
    static UCHAR *blocks[BLOCKS];
    for (ULONG round = 0; round < 3; round++) {
        for (ULONG i = 0; i < BLOCKS; i++) {
            SIZE_T bytes = (SIZE_T)i * i % 9000 + 1;
            blocks[i] = ExAllocatePool2(i % 2 ? NON_PAGED : PAGED, bytes, TAG);
            CHECK(blocks[i] != NULL && ((ULONG_PTR)blocks[i] & 15) == 0);
            CHECK(bytes < PAGE_SIZE || ((ULONG_PTR)blocks[i] & (PAGE_SIZE - 1)) == 0);
            bool zero = true;
            for (SIZE_T b = 0; b < bytes; b++)
                zero &= blocks[i][b] == 0;
            CHECK(zero);
            memset(blocks[i], (int)i, bytes);
        }
        for (ULONG i = 0; i < BLOCKS; i++) {
            ULONG at = i * 7 % BLOCKS;
            SIZE_T bytes = (SIZE_T)at * at % 9000 + 1;
            bool same = true;
            for (SIZE_T b = 0; b < bytes; b++)
                same &= blocks[at][b] == (UCHAR)at;
            CHECK(same);
            ExFreePoolWithTag(blocks[at], TAG);
        }
    }
    CHECK(ExAllocatePool2(NON_PAGED, 0, TAG) == NULL);
    CHECK(ExAllocatePool2(NON_PAGED | PAGED, 16, TAG) == NULL);
    PVOID old = ExAllocatePoolWithTag(NonPagedPool, 100, TAG);
    CHECK(old != NULL);
    ExFreePool(old);
}

static void test_lookaside(void)
{
    static NPAGED_LOOKASIDE_LIST list;
    PVOID blocks[20];
    ExInitializeNPagedLookasideList(&list, NULL, NULL, 0, 48, TAG, 0);
    for (ULONG i = 0; i < RTL_NUMBER_OF(blocks); i++)
        CHECK((blocks[i] = ExAllocateFromNPagedLookasideList(&list)) != NULL);
    for (ULONG i = 0; i < RTL_NUMBER_OF(blocks); i++)
        ExFreeToNPagedLookasideList(&list, blocks[i]);
    ExFreeToNPagedLookasideList(&list, ExAllocateFromNPagedLookasideList(&list));
    CHECK(list.L.TotalAllocates == 21 && list.L.TotalFrees == 21);
    ExDeleteNPagedLookasideList(&list);
}

struct work {
    WORK_QUEUE_ITEM item;
    KEVENT ran, go;
    KIRQL irql;
};

static VOID NTAPI work_run(PVOID context)
{
    struct work *work = context;
    work->irql = KeGetCurrentIrql();
    KeSetEvent(&work->ran, 0, FALSE);
    KeWaitForSingleObject(&work->go, Executive, KernelMode, FALSE, NULL);
    KeSetEvent(&work->ran, 0, FALSE);
}

/* More items that wait than there were workers at first: all of them get to run. */
static void test_work(void)
{
    static struct work work[8];
    for (ULONG i = 0; i < RTL_NUMBER_OF(work); i++) {
        KeInitializeEvent(&work[i].ran, SynchronizationEvent, FALSE);
        KeInitializeEvent(&work[i].go, NotificationEvent, FALSE);
        ExInitializeWorkItem(&work[i].item, work_run, &work[i]);
        ExQueueWorkItem(&work[i].item, DelayedWorkQueue);
    }
    for (ULONG i = 0; i < RTL_NUMBER_OF(work); i++)
        CHECK_STATUS(KeWaitForSingleObject(&work[i].ran, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
    for (ULONG i = 0; i < RTL_NUMBER_OF(work); i++) {
        CHECK(work[i].irql == PASSIVE_LEVEL);
        KeSetEvent(&work[i].go, 0, FALSE);
        KeWaitForSingleObject(&work[i].ran, Executive, KernelMode, FALSE, NULL);
    }
}

struct shared {
    FAST_MUTEX mutex;
    ERESOURCE resource;
    KEVENT done;
    LONG threads, inside, most, total;
    bool exclusive;
};

static void stay_inside(struct shared *shared)
{
    LARGE_INTEGER little = {.QuadPart = -10000};
    shared->inside++;
    if (shared->inside > shared->most)
        shared->most = shared->inside;
    KeDelayExecutionThread(KernelMode, FALSE, &little);
    shared->total++;
    shared->inside--;
}

static void leave(struct shared *shared)
{
    if (--shared->threads == 0)
        KeSetEvent(&shared->done, 0, FALSE);
}

static VOID NTAPI mutex_run(PVOID context)
{
    struct shared *shared = context;
    for (ULONG i = 0; i < 3; i++) {
        ExAcquireFastMutex(&shared->mutex);
        stay_inside(shared);
        ExReleaseFastMutex(&shared->mutex);
    }
    leave(shared);
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static VOID NTAPI resource_run(PVOID context)
{
    struct shared *shared = context;
    for (ULONG i = 0; i < 3; i++) {
        KeEnterCriticalRegion();
        if (shared->exclusive)
            ExAcquireResourceExclusiveLite(&shared->resource, TRUE);
        else
            ExAcquireResourceSharedLite(&shared->resource, TRUE);
        stay_inside(shared);
        ExReleaseResourceLite(&shared->resource);
        KeLeaveCriticalRegion();
    }
    leave(shared);
}

static void run_threads(struct shared *shared, PKSTART_ROUTINE routine, LONG count)
{
    KeInitializeEvent(&shared->done, NotificationEvent, FALSE);
    shared->threads = count;
    shared->most = shared->total = 0;
    for (LONG i = 0; i < count; i++) {
        HANDLE handle;
        CHECK_STATUS(PsCreateSystemThread(&handle, THREAD_ALL_ACCESS, NULL, NULL, NULL, routine, shared),
                     STATUS_SUCCESS);
        ZwClose(handle);
    }
    KeWaitForSingleObject(&shared->done, Executive, KernelMode, FALSE, NULL);
    CHECK(shared->total == 3 * count);
}

static void test_locks(void)
{
    static struct shared shared;
    ExInitializeFastMutex(&shared.mutex);
    run_threads(&shared, mutex_run, 4);
    CHECK(shared.most == 1);
    CHECK(ExTryToAcquireFastMutex(&shared.mutex));
    CHECK(KeGetCurrentIrql() == APC_LEVEL);
    CHECK(!ExTryToAcquireFastMutex(&shared.mutex));
    ExReleaseFastMutex(&shared.mutex);
    CHECK(KeGetCurrentIrql() == PASSIVE_LEVEL);

    CHECK_STATUS(ExInitializeResourceLite(&shared.resource), STATUS_SUCCESS);
    run_threads(&shared, resource_run, 4);
    CHECK(shared.most == 4);
    shared.exclusive = true;
    run_threads(&shared, resource_run, 4);
    CHECK(shared.most == 1);
    KeEnterCriticalRegion();
    CHECK(ExAcquireResourceExclusiveLite(&shared.resource, FALSE));
    CHECK(ExAcquireResourceSharedLite(&shared.resource, FALSE));
    CHECK(ExIsResourceAcquiredExclusiveLite(&shared.resource) && ExIsResourceAcquiredSharedLite(&shared.resource) == 2);
    ExReleaseResourceLite(&shared.resource);
    ExConvertExclusiveToSharedLite(&shared.resource);
    CHECK(!ExIsResourceAcquiredExclusiveLite(&shared.resource) &&
          ExIsResourceAcquiredSharedLite(&shared.resource) == 1);
    ExReleaseResourceLite(&shared.resource);
    KeLeaveCriticalRegion();
    CHECK_STATUS(ExDeleteResourceLite(&shared.resource), STATUS_SUCCESS);
}

static void test_rundown(void)
{
    EX_RUNDOWN_REF ref;
    ExInitializeRundownProtection(&ref);
    CHECK(ExAcquireRundownProtection(&ref));
    ExReleaseRundownProtection(&ref);
    ExWaitForRundownProtectionRelease(&ref);
    CHECK(!ExAcquireRundownProtection(&ref));
}

static LONG notified;

static VOID NTAPI on_notify(PVOID context, PVOID first, PVOID second)
{
    notified = notified * 10 + (LONG)(LONG_PTR)context + (LONG)(LONG_PTR)first + (LONG)(LONG_PTR)second;
}

static void test_callbacks(void)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING name = RTL_CONSTANT_STRING(L"\\Callback\\nttest");
    PCALLBACK_OBJECT callback, same;
    InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE, NULL, NULL);
    CHECK(!NT_SUCCESS(ExCreateCallback(&callback, &attributes, FALSE, TRUE)));
    CHECK_STATUS(ExCreateCallback(&callback, &attributes, TRUE, TRUE), STATUS_SUCCESS);
    CHECK_STATUS(ExCreateCallback(&same, &attributes, FALSE, TRUE), STATUS_SUCCESS);
    CHECK(callback == same);
    PVOID one = ExRegisterCallback(callback, on_notify, (PVOID)1),
          two = ExRegisterCallback(callback, on_notify, (PVOID)2);
    CHECK(one != NULL && two != NULL);
    ExNotifyCallback(callback, (PVOID)3, (PVOID)1);
    CHECK(notified == 56);
    ExUnregisterCallback(one);
    notified = 0;
    ExNotifyCallback(callback, NULL, NULL);
    CHECK(notified == 2);
    ExUnregisterCallback(two);
    ObDereferenceObject(same);
    ObDereferenceObject(callback);
    CHECK(!NT_SUCCESS(ExCreateCallback(&callback, &attributes, FALSE, TRUE)));
}

static KEVENT timer_ran;
static ULONG timer_runs;

static VOID NTAPI on_timer(PEX_TIMER timer, PVOID context)
{
    CHECK(context == &timer_ran && timer != NULL && KeGetCurrentIrql() == DISPATCH_LEVEL);
    if (++timer_runs == 3)
        KeSetEvent(&timer_ran, 0, FALSE);
}

static void test_ex_timer(void)
{
    KeInitializeEvent(&timer_ran, NotificationEvent, FALSE);
    PEX_TIMER timer = ExAllocateTimer(on_timer, &timer_ran, 8 /* high resolution */);
    CHECK(timer != NULL);
    CHECK(!ExSetTimer(timer, -10000, 10000, NULL));
    CHECK_STATUS(KeWaitForSingleObject(&timer_ran, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
    CHECK(ExDeleteTimer(timer, TRUE, TRUE, NULL));
    CHECK(timer_runs >= 3);
    timer = ExAllocateTimer(NULL, NULL, 0);
    ExSetTimer(timer, -10000, 0, NULL);
    CHECK_STATUS(KeWaitForSingleObject(timer, Executive, KernelMode, FALSE, NULL), STATUS_SUCCESS);
    ExDeleteTimer(timer, TRUE, FALSE, NULL);
}

void test_ex(void)
{
    test_callbacks();
    test_ex_timer();
    test_pool();
    test_lookaside();
    test_work();
    test_locks();
    test_rundown();
}
