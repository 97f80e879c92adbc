/* SPDX-License-Identifier: MIT */
/* What the hot paths cost, in processor cycles by the time-stamp counter. */
#include "check.h"

enum { ROUNDS = 100000 };

static ULONG64 now(void)
{
    return __builtin_ia32_rdtsc();
}

static ULONG per_round(ULONG64 start)
{
    return (ULONG)((now() - start) / ROUNDS);
}

void bench(void)
{
    static KSPIN_LOCK lock;
    static NPAGED_LOOKASIDE_LIST list;
    static KEVENT event;
    KIRQL old;
    LARGE_INTEGER due = {.QuadPart = -10000000};
    static KTIMER timer;
    ULONG64 start = now();
    for (ULONG i = 0; i < ROUNDS; i++) {
        KeAcquireSpinLock(&lock, &old);
        KeReleaseSpinLock(&lock, old);
    }
    DbgPrint("spin lock: %u cycles\n", per_round(start));
    start = now();
    for (ULONG i = 0; i < ROUNDS; i++)
        ExFreePoolWithTag(ExAllocatePool2(NON_PAGED | UNINITIALIZED, 200, 'tseT'), 'tseT');
    DbgPrint("pool, 200 bytes: %u cycles\n", per_round(start));
    start = now();
    for (ULONG i = 0; i < ROUNDS; i++)
        ExFreePoolWithTag(ExAllocatePool2(NON_PAGED | UNINITIALIZED, 30000, 'tseT'), 'tseT');
    DbgPrint("pool, 30000 bytes: %u cycles\n", per_round(start));
    ExInitializeNPagedLookasideList(&list, NULL, NULL, 0, 200, 'tseT', 0);
    start = now();
    for (ULONG i = 0; i < ROUNDS; i++)
        ExFreeToNPagedLookasideList(&list, ExAllocateFromNPagedLookasideList(&list));
    DbgPrint("lookaside list: %u cycles\n", per_round(start));
    ExDeleteNPagedLookasideList(&list);
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    start = now();
    for (ULONG i = 0; i < ROUNDS; i++) {
        KeSetEvent(&event, 0, FALSE);
        KeClearEvent(&event);
    }
    DbgPrint("event: %u cycles\n", per_round(start));
    KeInitializeTimer(&timer);
    start = now();
    for (ULONG i = 0; i < ROUNDS; i++) {
        KeSetTimer(&timer, due, NULL);
        KeCancelTimer(&timer);
    }
    DbgPrint("timer: %u cycles\n", per_round(start));
}
