/* SPDX-License-Identifier: MIT */
/* Small services of the executive. */
#include "nt/ke/ke.h"
#include "nt/ex/pool.h"

/* wdm: ExGetPreviousMode. PASSIVE_LEVEL. UserMode while a client's request is being taken. */
KPROCESSOR_MODE NTAPI ExGetPreviousMode(VOID)
{
    return KeGetCurrentThread()->previous_mode;
}

/* wdm: ExRaiseStatus. Nobody can catch it here: images with __try are not run yet. */
VOID NTAPI ExRaiseStatus(NTSTATUS Status)
{
    nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)Status, (ULONG64)(uintptr_t)nt_caller(), 0, 0, NULL, NULL,
                "%s raised an exception with status 0x%08X that nobody handles.", nt_image_name(nt_caller()),
                (unsigned)Status);
}

VOID NTAPI ExRaiseAccessViolation(VOID)
{
    nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_ACCESS_VIOLATION, (ULONG64)(uintptr_t)nt_caller(),
                0, 0, NULL, NULL, "%s raised an access violation that nobody handles.", nt_image_name(nt_caller()));
}

VOID NTAPI ExRaiseDatatypeMisalignment(VOID)
{
    nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_DATATYPE_MISALIGNMENT,
                (ULONG64)(uintptr_t)nt_caller(), 0, 0, NULL, NULL,
                "%s raised a datatype misalignment that nobody handles.", nt_image_name(nt_caller()));
}

/* wdm: ExUuidCreate. IRQL < DISPATCH_LEVEL. Version 4 by form; the same sequence in every run. */
NTSTATUS NTAPI ExUuidCreate(UUID *Uuid)
{
    static uint64_t made;
    nt_argument(Uuid);
    nt_irql_at_most(APC_LEVEL);
    uint64_t mixed[2];
    for (unsigned i = 0; i < nt_countof(mixed); i++) { /* splitmix64 over a counter */
        uint64_t z = (made += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        mixed[i] = z ^ (z >> 31);
    }
    memcpy(Uuid, mixed, sizeof(*Uuid));
    Uuid->Data3 = (USHORT)((Uuid->Data3 & 0x0fff) | 0x4000);
    Uuid->Data4[0] = (UCHAR)((Uuid->Data4[0] & 0x3f) | 0x80);
    return STATUS_SUCCESS;
}

/* wdm: ExIsProcessorFeaturePresent. Any IRQL. What every x86-64 processor has. */
BOOLEAN NTAPI ExIsProcessorFeaturePresent(ULONG ProcessorFeature)
{
    switch (ProcessorFeature) {
    case PF_COMPARE_EXCHANGE_DOUBLE:
    case PF_MMX_INSTRUCTIONS_AVAILABLE:
    case PF_XMMI_INSTRUCTIONS_AVAILABLE:
    case PF_XMMI64_INSTRUCTIONS_AVAILABLE:
    case PF_RDTSC_INSTRUCTION_AVAILABLE:
    case PF_PAE_ENABLED:
    case PF_NX_ENABLED:
    case PF_COMPARE_EXCHANGE128:
        return TRUE;
    default:
        return FALSE;
    }
}

/* wdm: ExVerifySuite. PASSIVE_LEVEL. */
BOOLEAN NTAPI ExVerifySuite(SUITE_TYPE SuiteType)
{
    return SuiteType == TerminalServer;
}

/* wdm: ExIsSoftBoot. The machine always starts cold. */
BOOLEAN NTAPI ExIsSoftBoot(VOID)
{
    return FALSE;
}

/* ntddk: ExInitializeDriverRuntime is inline in the WDK; older drivers import nothing of it. */

void ex_init(void)
{
    pool_init();
}
