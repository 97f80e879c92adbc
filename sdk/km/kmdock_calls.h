/* SPDX-License-Identifier: MIT */
/* kmdock_calls.h: what mingw-w64 inlines with privileged instructions or reads of fixed addresses, as calls. */
#ifndef KMDOCK_CALLS_H
#define KMDOCK_CALLS_H

#ifdef __cplusplus
extern "C" {
#endif

NTKERNELAPI KIRQL NTAPI KeGetCurrentIrql(VOID);
NTKERNELAPI VOID NTAPI KeLowerIrql(_In_ KIRQL NewIrql);
NTKERNELAPI KIRQL NTAPI KfRaiseIrql(_In_ KIRQL NewIrql);
NTKERNELAPI KIRQL NTAPI KeRaiseIrqlToDpcLevel(VOID);
NTKERNELAPI PKTHREAD NTAPI KeGetCurrentThread(VOID);

/* SYNCH_LEVEL has no export of its own. */
FORCEINLINE KIRQL KeRaiseIrqlToSynchLevel(VOID)
{
    return KfRaiseIrql(12);
}

/* Time is the kernel's, not a page's: mingw's macros read 0xFFFFF78000000000. */
#undef KeQueryInterruptTime
#undef KeQuerySystemTime
#undef KeQueryTickCount
NTKERNELAPI ULONG64 NTAPI KeQueryInterruptTime(VOID);
NTKERNELAPI VOID NTAPI KeQuerySystemTime(_Out_ PLARGE_INTEGER CurrentTime);
NTKERNELAPI VOID NTAPI KeQueryTickCount(_Out_ PLARGE_INTEGER CurrentCount);

/*
 * A loop that waits for another processor has to let it run. The processor's pause instruction tells our machine
 * nothing; a stall of no time is a call that every kernel has, at any IRQL.
 */
#undef YieldProcessor
#define YieldProcessor() KeStallExecutionProcessor(0)

#ifdef __cplusplus
}
#endif

#endif
