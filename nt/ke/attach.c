/* SPDX-License-Identifier: MIT */
/* What has little to do where there is one address space, stacks are whole, and processors have no topology. */
#include "nt/ke/ke.h"

/* ntifs: KeStackAttachProcess. IRQL <= APC_LEVEL. Every process's memory is everybody's. */
VOID NTAPI KeStackAttachProcess(PKPROCESS Process, PKAPC_STATE ApcState)
{
    UNREFERENCED_PARAMETER(Process);
    nt_irql_at_most(APC_LEVEL);
    memset(ApcState, 0, sizeof(*ApcState));
}

VOID NTAPI KeUnstackDetachProcess(PKAPC_STATE ApcState)
{
    UNREFERENCED_PARAMETER(ApcState);
    nt_irql_at_most(APC_LEVEL);
}

/* ntddk: KeExpandKernelStackAndCallout. IRQL <= APC_LEVEL. A stack that is too small here is one that is too small. */
NTSTATUS NTAPI KeExpandKernelStackAndCallout(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter, SIZE_T Size)
{
    enum { EXPANSION_MAX = 72 << 10 };
    nt_irql_at_most(APC_LEVEL);
    if (Size > EXPANSION_MAX)
        return STATUS_INVALID_PARAMETER_3;
    Callout(Parameter);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI KeExpandKernelStackAndCalloutEx(PEXPAND_STACK_CALLOUT Callout, PVOID Parameter, SIZE_T Size,
                                               BOOLEAN Wait, PVOID Context)
{
    UNREFERENCED_PARAMETER(Wait);
    UNREFERENCED_PARAMETER(Context);
    return KeExpandKernelStackAndCallout(Callout, Parameter, Size);
}

/* ntddk: KeSetKernelStackSwapEnable. Stacks are never swapped. */
BOOLEAN NTAPI KeSetKernelStackSwapEnable(BOOLEAN Enable)
{
    UNREFERENCED_PARAMETER(Enable);
    return FALSE;
}

/* ntifs: KeSetIdealProcessorThread. */
UCHAR NTAPI KeSetIdealProcessorThread(PKTHREAD Thread, UCHAR Processor)
{
    UNREFERENCED_PARAMETER(Thread);
    UNREFERENCED_PARAMETER(Processor);
    return 0;
}

/* wdm: KeSetSystemGroupAffinityThread. IRQL <= DISPATCH_LEVEL. There is one group. */
VOID NTAPI KeSetSystemGroupAffinityThread(PGROUP_AFFINITY Affinity, PGROUP_AFFINITY PreviousAffinity)
{
    if (Affinity->Group != 0)
        return;
    KAFFINITY old = KeSetSystemAffinityThreadEx(Affinity->Mask);
    if (PreviousAffinity != NULL)
        *PreviousAffinity = (GROUP_AFFINITY){.Mask = old};
}

VOID NTAPI KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY PreviousAffinity)
{
    KeRevertToUserAffinityThreadEx(PreviousAffinity->Mask);
}

/* wdm: KeGetRecommendedSharedDataAlignment. Any IRQL. */
ULONG NTAPI KeGetRecommendedSharedDataAlignment(VOID)
{
    enum { CACHE_LINE = 64 };
    return CACHE_LINE;
}

/* wdm: KeRegisterBugCheckReasonCallback. Kept, never called: the machine tells of a bug check by itself. */
BOOLEAN NTAPI KeRegisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord,
                                               PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine,
                                               KBUGCHECK_CALLBACK_REASON Reason, PUCHAR Component)
{
    if (CallbackRecord->State == BufferInserted)
        return FALSE;
    CallbackRecord->CallbackRoutine = CallbackRoutine;
    CallbackRecord->Component = Component;
    CallbackRecord->Reason = Reason;
    CallbackRecord->State = BufferInserted;
    return TRUE;
}

BOOLEAN NTAPI KeDeregisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord)
{
    BOOLEAN was = CallbackRecord->State == BufferInserted;
    CallbackRecord->State = BufferEmpty;
    return was;
}

/* ntifs: KeInitializeMutant, KeReleaseMutant, KeReadStateMutant: mutexes that leave APCs alone. */
VOID NTAPI KeInitializeMutant(PRKMUTANT Mutant, BOOLEAN InitialOwner)
{
    KeInitializeMutex(Mutant, 0);
    Mutant->ApcDisable = 0;
    if (InitialOwner)
        ke_wait(&Mutant->Header, NULL);
}

LONG NTAPI KeReleaseMutant(PRKMUTANT Mutant, KPRIORITY Increment, BOOLEAN Abandoned, BOOLEAN Wait)
{
    UNREFERENCED_PARAMETER(Increment);
    Mutant->Abandoned = Abandoned;
    return KeReleaseMutex(Mutant, Wait);
}

LONG NTAPI KeReadStateMutant(PRKMUTANT Mutant)
{
    return KeReadStateMutex(Mutant);
}

/* ntifs: KeSynchronizeExecution and KeAcquireInterruptSpinLock wait for interrupts, which there are none of yet. */

/* wdm: KeIsExecutingDpc, KeShouldYieldProcessor. Any IRQL. */
LOGICAL NTAPI KeIsExecutingDpc(VOID)
{
    return KeGetCurrentThread()->is_dpc;
}

ULONG NTAPI KeShouldYieldProcessor(VOID)
{
    return FALSE;
}
