/* SPDX-License-Identifier: MIT */
/* Processors, the running thread, priorities, bug checks that drivers ask for. */
#include "nt/ke/ke.h"
#include "nt/ke/timer.h"

volatile CCHAR KeNumberProcessors;
enum { PRIORITY_MAX = 31, PRIORITY_FIRST = 8 };

void ke_init(void)
{
    KeNumberProcessors = (CCHAR)nt_page->processors;
}

void ke_start(void)
{
    timer_start();
    dpc_start();
}

/* wdm: KeGetCurrentThread. Any IRQL. */
PKTHREAD NTAPI KeGetCurrentThread(VOID)
{
    return nt_page->thread;
}

/* ntddk: KeGetCurrentProcessorNumber. Any IRQL. */
ULONG NTAPI KeGetCurrentProcessorNumber(VOID)
{
    return nt_page->processor;
}

/* wdm: KeGetCurrentProcessorNumberEx. Any IRQL. */
ULONG NTAPI KeGetCurrentProcessorNumberEx(PPROCESSOR_NUMBER ProcNumber)
{
    if (ProcNumber != NULL) {
        ProcNumber->Group = 0;
        ProcNumber->Number = (UCHAR)nt_page->processor;
        ProcNumber->Reserved = 0;
    }
    return nt_page->processor;
}

/* wdm: KeQueryActiveProcessorCount. IRQL <= DISPATCH_LEVEL. */
ULONG NTAPI KeQueryActiveProcessorCount(PKAFFINITY ActiveProcessors)
{
    if (ActiveProcessors != NULL)
        *ActiveProcessors = KeQueryActiveProcessors();
    return nt_page->processors;
}

/* wdm: KeQueryActiveProcessorCountEx. Any IRQL. */
ULONG NTAPI KeQueryActiveProcessorCountEx(USHORT GroupNumber)
{
    return GroupNumber == 0 || GroupNumber == ALL_PROCESSOR_GROUPS ? nt_page->processors : 0;
}

/* wdm: KeQueryMaximumProcessorCount. Any IRQL. */
ULONG NTAPI KeQueryMaximumProcessorCount(VOID)
{
    return nt_page->processors;
}

/* wdm: KeQueryMaximumProcessorCountEx. Any IRQL. */
ULONG NTAPI KeQueryMaximumProcessorCountEx(USHORT GroupNumber)
{
    return KeQueryActiveProcessorCountEx(GroupNumber);
}

/* wdm: KeQueryActiveProcessors. Any IRQL. */
KAFFINITY NTAPI KeQueryActiveProcessors(VOID)
{
    return ((KAFFINITY)1 << nt_page->processors) - 1;
}

/* wdm: KeQueryGroupAffinity. Any IRQL. */
KAFFINITY NTAPI KeQueryGroupAffinity(USHORT GroupNumber)
{
    return GroupNumber == 0 ? KeQueryActiveProcessors() : 0;
}

/* wdm: KeQueryActiveGroupCount. Any IRQL. */
USHORT NTAPI KeQueryActiveGroupCount(VOID)
{
    return 1;
}

/* wdm: KeQueryMaximumGroupCount. Any IRQL. */
USHORT NTAPI KeQueryMaximumGroupCount(VOID)
{
    return 1;
}

/* wdm: KeQueryHighestNodeNumber. Any IRQL. */
USHORT NTAPI KeQueryHighestNodeNumber(VOID)
{
    return 0;
}

/* wdm: KeGetCurrentNodeNumber. Any IRQL. */
USHORT NTAPI KeGetCurrentNodeNumber(VOID)
{
    return 0;
}

/* wdm: KeGetProcessorNumberFromIndex. Any IRQL. */
NTSTATUS NTAPI KeGetProcessorNumberFromIndex(ULONG ProcIndex, PPROCESSOR_NUMBER ProcNumber)
{
    if (ProcIndex >= nt_page->processors)
        return STATUS_INVALID_PARAMETER;
    *ProcNumber = (PROCESSOR_NUMBER){.Group = 0, .Number = (UCHAR)ProcIndex};
    return STATUS_SUCCESS;
}

/* wdm: KeGetProcessorIndexFromNumber. Any IRQL. */
ULONG NTAPI KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER ProcNumber)
{
    return ProcNumber->Group == 0 && ProcNumber->Number < nt_page->processors ? ProcNumber->Number
                                                                              : INVALID_PROCESSOR_INDEX;
}

/* wdm: KeQueryPriorityThread. PASSIVE_LEVEL. */
KPRIORITY NTAPI KeQueryPriorityThread(PKTHREAD Thread)
{
    return Thread->priority;
}

/* wdm: KeSetPriorityThread. PASSIVE_LEVEL. Kept and told; the machine's schedule does not follow it. */
KPRIORITY NTAPI KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_assert(Priority > 0 && Priority <= PRIORITY_MAX, "a thread's priority is 1 to 31");
    KPRIORITY old = Thread->priority;
    Thread->priority = Priority;
    return old;
}

/* ntddk: KeSetBasePriorityThread. PASSIVE_LEVEL. */
LONG NTAPI KeSetBasePriorityThread(PKTHREAD Thread, LONG Increment)
{
    LONG old = Thread->priority - PRIORITY_FIRST;
    Thread->priority = PRIORITY_FIRST + Increment;
    return old;
}

/* wdm: KeSetSystemAffinityThreadEx. IRQL <= APC_LEVEL. Kept and told. */
KAFFINITY NTAPI KeSetSystemAffinityThreadEx(KAFFINITY Affinity)
{
    PKTHREAD thread = KeGetCurrentThread();
    KAFFINITY old = thread->affinity;
    if ((Affinity & KeQueryActiveProcessors()) != 0)
        thread->affinity = Affinity & KeQueryActiveProcessors();
    return old;
}

/* wdm: KeRevertToUserAffinityThreadEx. */
VOID NTAPI KeRevertToUserAffinityThreadEx(KAFFINITY Affinity)
{
    KeGetCurrentThread()->affinity = Affinity;
}

VOID NTAPI KeSetSystemAffinityThread(KAFFINITY Affinity)
{
    KeSetSystemAffinityThreadEx(Affinity);
}

VOID NTAPI KeRevertToUserAffinityThread(VOID)
{
    KeGetCurrentThread()->affinity = 0;
}

/* wdm: KeSaveFloatingPointState. IRQL <= DISPATCH_LEVEL. A switch keeps the registers that the ABI keeps. */
NTSTATUS NTAPI KeSaveFloatingPointState(PKFLOATING_SAVE FloatSave)
{
    FloatSave->Dummy = 0;
    return STATUS_SUCCESS;
}

/* wdm: KeRestoreFloatingPointState. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI KeRestoreFloatingPointState(PKFLOATING_SAVE FloatSave)
{
    UNREFERENCED_PARAMETER(FloatSave);
    return STATUS_SUCCESS;
}

/* wdm: KeMemoryBarrier and kin are compiler matters; the export is for callers that do not inline it. */
VOID NTAPI KeFlushWriteBuffer(VOID)
{
    __sync_synchronize();
}

/* ntddk: KeBugCheck. Any IRQL. */
VOID NTAPI KeBugCheck(ULONG BugCheckCode)
{
    nt_bugcheck(BugCheckCode, 0, 0, 0, 0, NULL, NULL, "%s called KeBugCheck with code 0x%X.",
                nt_image_name(nt_caller()), (unsigned)BugCheckCode);
}

/* wdm: KeBugCheckEx. Any IRQL. */
VOID NTAPI KeBugCheckEx(ULONG BugCheckCode, ULONG_PTR P1, ULONG_PTR P2, ULONG_PTR P3, ULONG_PTR P4)
{
    nt_bugcheck(BugCheckCode, P1, P2, P3, P4, NULL, NULL, "%s called KeBugCheckEx with code 0x%X.",
                nt_image_name(nt_caller()), (unsigned)BugCheckCode);
}

/* What is told at a bug check is said by the machine; callbacks are kept out of it so that the report is of the fault.
 */
BOOLEAN NTAPI KeDeregisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord)
{
    BOOLEAN was = CallbackRecord->State == BufferInserted;
    CallbackRecord->State = BufferEmpty;
    return was;
}

/* wdm: KeRegisterBugCheckCallback. Any IRQL. */
BOOLEAN NTAPI KeRegisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord,
                                         PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine, PVOID Buffer, ULONG Length,
                                         PUCHAR Component)
{
    if (CallbackRecord->State == BufferInserted)
        return FALSE;
    CallbackRecord->CallbackRoutine = CallbackRoutine;
    CallbackRecord->Buffer = Buffer;
    CallbackRecord->Length = Length;
    CallbackRecord->Component = Component;
    CallbackRecord->State = BufferInserted;
    return TRUE;
}
