/* SPDX-License-Identifier: MIT */
/* The interrupt request level of the running context. It lives in the machine's page. */
#include "nt/ke/ke.h"

/* wdm: KeGetCurrentIrql. Any IRQL. */
KIRQL NTAPI KeGetCurrentIrql(VOID)
{
    return nt_page->irql;
}

/* wdm: KfRaiseIrql (KeRaiseIrql). Any IRQL, not above the new one. */
KIRQL NTAPI KfRaiseIrql(KIRQL NewIrql)
{
    KIRQL old = nt_page->irql;
    if (nt_unlikely(NewIrql < old))
        nt_bugcheck(IRQL_NOT_GREATER_OR_EQUAL, old, NewIrql, 0, 0, "WrongIrql", NULL,
                    "%s raised the IRQL from %d to %d, which is lower; KeLowerIrql lowers it.",
                    nt_image_name(nt_caller()), old, NewIrql);
    nt_page->irql = NewIrql;
    return old;
}

VOID NTAPI KeRaiseIrql(KIRQL NewIrql, PKIRQL OldIrql)
{
    *OldIrql = KfRaiseIrql(NewIrql);
}

/* wdm: KeLowerIrql. Any IRQL, not below the new one. What waited for a lower level runs here. */
VOID NTAPI KeLowerIrql(KIRQL NewIrql)
{
    KIRQL old = nt_page->irql;
    if (nt_unlikely(NewIrql > old))
        nt_bugcheck(IRQL_NOT_LESS_OR_EQUAL, NewIrql, old, 0, (ULONG64)(uintptr_t)nt_caller(), "WrongIrql", NULL,
                    "%s lowered the IRQL from %d to %d, which is higher; KeRaiseIrql raises it.",
                    nt_image_name(nt_caller()), old, NewIrql);
    nt_page->irql = NewIrql;
    if (old >= DISPATCH_LEVEL && NewIrql < DISPATCH_LEVEL)
        nt_point(MACHINE_POINT_IRQL, NULL);
}

/* wdm: KeRaiseIrqlToDpcLevel. IRQL <= DISPATCH_LEVEL. */
KIRQL NTAPI KeRaiseIrqlToDpcLevel(VOID)
{
    KIRQL old = nt_page->irql;
    if (nt_unlikely(old > DISPATCH_LEVEL))
        nt_irql_wrong(__func__, DISPATCH_LEVEL, nt_caller());
    nt_page->irql = DISPATCH_LEVEL;
    return old;
}

KIRQL NTAPI KeRaiseIrqlToSynchLevel(VOID)
{
    return KfRaiseIrql(IPI_LEVEL - 2);
}

/* wdm: KeEnterCriticalRegion. IRQL <= APC_LEVEL. There are no kernel APCs here; the count is kept and checked. */
VOID NTAPI KeEnterCriticalRegion(VOID)
{
    nt_irql_at_most(APC_LEVEL);
    KeGetCurrentThread()->kernel_apc_disable--;
}

/* wdm: KeLeaveCriticalRegion. IRQL <= APC_LEVEL. */
VOID NTAPI KeLeaveCriticalRegion(VOID)
{
    nt_irql_at_most(APC_LEVEL);
    PKTHREAD thread = KeGetCurrentThread();
    if (nt_unlikely(thread->kernel_apc_disable >= 0))
        nt_bugcheck(APC_INDEX_MISMATCH, (ULONG64)(uintptr_t)nt_caller(), 0, 0, 0, NULL, thread,
                    "%s left a critical region that its thread had not entered.", nt_image_name(nt_caller()));
    thread->kernel_apc_disable++;
}

/* wdm: KeEnterGuardedRegion. IRQL <= APC_LEVEL. */
VOID NTAPI KeEnterGuardedRegion(VOID)
{
    nt_irql_at_most(APC_LEVEL);
    KeGetCurrentThread()->special_apc_disable--;
}

/* wdm: KeLeaveGuardedRegion. IRQL <= APC_LEVEL. */
VOID NTAPI KeLeaveGuardedRegion(VOID)
{
    nt_irql_at_most(APC_LEVEL);
    PKTHREAD thread = KeGetCurrentThread();
    if (nt_unlikely(thread->special_apc_disable >= 0))
        nt_bugcheck(APC_INDEX_MISMATCH, (ULONG64)(uintptr_t)nt_caller(), 0, 0, 0, NULL, thread,
                    "%s left a guarded region that its thread had not entered.", nt_image_name(nt_caller()));
    thread->special_apc_disable++;
}

/* wdm: KeAreApcsDisabled. IRQL <= DISPATCH_LEVEL. */
BOOLEAN NTAPI KeAreApcsDisabled(VOID)
{
    PKTHREAD thread = nt_page->thread;
    return thread->kernel_apc_disable != 0 || thread->special_apc_disable != 0;
}

/* ntddk: KeAreAllApcsDisabled. IRQL <= DISPATCH_LEVEL. */
BOOLEAN NTAPI KeAreAllApcsDisabled(VOID)
{
    return KeGetCurrentThread()->special_apc_disable != 0 || nt_irql() >= APC_LEVEL;
}
