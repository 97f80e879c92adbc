/* SPDX-License-Identifier: MIT */
/* A driver with defects: which one, the name says under which it is loaded. run.sh says what each must be called. */
#include "check.h"

enum { TAG = 'daBt' };
static KSPIN_LOCK lock;
static KTIMER timer;
static KDPC dpc;

static void double_free(void)
{
    PVOID block = ExAllocatePool2(NON_PAGED, 64, TAG);
    ExFreePoolWithTag(block, TAG);
    ExFreePoolWithTag(block, TAG);
}

static void overrun(void)
{
    volatile UCHAR *block = ExAllocatePool2(NON_PAGED, 61, TAG);
    block[61] = 1;
    ExFreePoolWithTag((PVOID)(ULONG_PTR)block, TAG);
}

static void underrun(void)
{
    volatile UCHAR *block = ExAllocatePool2(NON_PAGED, 61, TAG);
    block[-1] ^= 1;
    ExFreePoolWithTag((PVOID)(ULONG_PTR)block, TAG);
}

static void write_after_free(void)
{
    volatile UCHAR *block = ExAllocatePool2(NON_PAGED, 100, TAG);
    ExFreePoolWithTag((PVOID)(ULONG_PTR)block, TAG);
    block[10] = 1;
    for (ULONG i = 0; i < 2000; i++) /* it is found when the quarantine lets the block go */
        ExFreePoolWithTag(ExAllocatePool2(NON_PAGED, 100, TAG), TAG);
}

static void wrong_tag(void)
{
    ExFreePoolWithTag(ExAllocatePool2(NON_PAGED, 10, TAG), 'xxxx');
}

static void stray_free(void)
{
    ExFreePool(&lock);
}

static void leak(void)
{
    ExAllocatePool2(NON_PAGED, 123, TAG);
}

static void paged_at_dispatch(void)
{
    KIRQL old;
    KeAcquireSpinLock(&lock, &old);
    ExAllocatePool2(PAGED, 10, TAG);
}

/* Nothing in the function itself looks at the level: the way into the kernel does. */
static void passive_at_dispatch(void)
{
    UNICODE_STRING text;
    GUID guid = {0};
    KeRaiseIrqlToDpcLevel();
    RtlStringFromGUID(&guid, &text);
}

static void wait_at_dispatch(void)
{
    KIRQL old;
    KEVENT event;
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    KeAcquireSpinLock(&lock, &old);
    KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
}

static void lock_twice(void)
{
    KIRQL old;
    KeAcquireSpinLock(&lock, &old);
    KeAcquireSpinLockAtDpcLevel(&lock);
}

static void release_free_lock(void)
{
    KIRQL old = KeRaiseIrqlToDpcLevel();
    KeReleaseSpinLock(&lock, old);
}

static void raise_by_lowering(void)
{
    KeLowerIrql(DISPATCH_LEVEL);
}

static VOID NTAPI nothing(PKDPC d, PVOID context, PVOID first, PVOID second)
{
    UNREFERENCED_PARAMETER(d);
    UNREFERENCED_PARAMETER(context);
    UNREFERENCED_PARAMETER(first);
    UNREFERENCED_PARAMETER(second);
}

static void free_set_timer(void)
{
    PKTIMER block = ExAllocatePool2(NON_PAGED, sizeof(*block), TAG);
    LARGE_INTEGER due = {.QuadPart = -10000000};
    KeInitializeTimer(block);
    KeSetTimer(block, due, NULL);
    ExFreePoolWithTag(block, TAG);
}

static void uninitialized_timer(void)
{
    LARGE_INTEGER due = {.QuadPart = -10000000};
    KeInitializeDpc(&dpc, nothing, NULL);
    KeSetTimer(&timer, due, &dpc);
}

static void release_foreign_mutex(void)
{
    KMUTEX mutex;
    KeInitializeMutex(&mutex, 0);
    KeReleaseMutex(&mutex, FALSE);
}

static void missing_function(void)
{
    IoGetDiskDeviceObject(NULL, NULL);
}

static void assertion(void)
{
    RtlAssert("1 == 2", "bad.c", 99, NULL);
}

static void stale_object(void)
{
    HANDLE handle;
    PVOID object;
    ZwCreateEvent(&handle, EVENT_ALL_ACCESS, NULL, NotificationEvent, FALSE);
    ObReferenceObjectByHandle(handle, 0, NULL, KernelMode, &object, NULL);
    ZwClose(handle);
    ObDereferenceObject(object);
    ObDereferenceObject(object);
}

static void null_event(void)
{
    KeSetEvent(NULL, 0, FALSE);
}

static const struct {
    const WCHAR *name;
    void (*run)(void);
} cases[] = {
    {L"double_free", double_free},
    {L"overrun", overrun},
    {L"underrun", underrun},
    {L"write_after_free", write_after_free},
    {L"wrong_tag", wrong_tag},
    {L"stray_free", stray_free},
    {L"leak", leak},
    {L"paged_at_dispatch", paged_at_dispatch},
    {L"passive_at_dispatch", passive_at_dispatch},
    {L"wait_at_dispatch", wait_at_dispatch},
    {L"lock_twice", lock_twice},
    {L"release_free_lock", release_free_lock},
    {L"raise_by_lowering", raise_by_lowering},
    {L"free_set_timer", free_set_timer},
    {L"uninitialized_timer", uninitialized_timer},
    {L"release_foreign_mutex", release_foreign_mutex},
    {L"missing_function", missing_function},
    {L"assertion", assertion},
    {L"stale_object", stale_object},
    {L"null_event", null_event},
};

static VOID NTAPI unload(PDRIVER_OBJECT driver)
{
    UNREFERENCED_PARAMETER(driver);
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    driver->DriverUnload = unload;
    for (ULONG i = 0; i < RTL_NUMBER_OF(cases); i++) {
        USHORT bytes = (USHORT)(wcslen(cases[i].name) * sizeof(WCHAR));
        if (bytes < path->Length && memcmp((char *)path->Buffer + path->Length - bytes, cases[i].name, bytes) == 0) {
            cases[i].run();
            return STATUS_SUCCESS;
        }
    }
    return STATUS_NOT_FOUND;
}
