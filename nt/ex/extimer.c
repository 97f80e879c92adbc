/* SPDX-License-Identifier: MIT */
/* EX_TIMERs: a KTIMER and its DPC behind one pointer, with 64-bit periods and a deletion that can wait. */
#include "nt/ex/ex.h"
#include "nt/ke/ke.h"

enum { TAG_TIMER = 'mTxE', MS_100NS = 10000 };

struct _EX_TIMER {
    KTIMER timer;
    KDPC dpc;
    PEXT_CALLBACK callback;
    PVOID context;
    PEXT_DELETE_CALLBACK delete_callback;
    PVOID delete_context;
    KEVENT idle; /* set while the callback does not run */
    bool running, deleted;
};

static void timer_free(PEX_TIMER timer)
{
    if (timer->delete_callback != NULL)
        timer->delete_callback(timer->delete_context);
    ex_free(timer);
}

static VOID NTAPI timer_expired(PKDPC dpc, PVOID context, PVOID first, PVOID second)
{
    PEX_TIMER timer = context;
    UNREFERENCED_PARAMETER(dpc);
    UNREFERENCED_PARAMETER(first);
    UNREFERENCED_PARAMETER(second);
    if (timer->callback != NULL) {
        timer->running = true;
        KeClearEvent(&timer->idle);
        timer->callback(timer, timer->context);
        timer->running = false;
    }
    if (timer->deleted)
        timer_free(timer); /* ExDeleteTimer left it to us */
    else
        KeSetEvent(&timer->idle, 0, FALSE);
}

/* wdm: ExAllocateTimer. IRQL <= DISPATCH_LEVEL. */
PEX_TIMER NTAPI ExAllocateTimer(PEXT_CALLBACK callback, void *context, ULONG attributes)
{
    enum { NOTIFICATION = 0x80000000 };
    nt_irql_at_most(DISPATCH_LEVEL);
    PEX_TIMER timer = ex_alloc_zeroed(sizeof(*timer), TAG_TIMER);
    if (timer == NULL)
        return NULL;
    KeInitializeTimerEx(&timer->timer,
                        (attributes & (ULONG)NOTIFICATION) != 0 ? NotificationTimer : SynchronizationTimer);
    KeInitializeDpc(&timer->dpc, timer_expired, timer);
    KeInitializeEvent(&timer->idle, NotificationEvent, TRUE);
    timer->callback = callback;
    timer->context = context;
    return timer;
}

/* wdm: ExSetTimer. IRQL <= DISPATCH_LEVEL. TRUE if it was set already. */
BOOLEAN NTAPI ExSetTimer(PEX_TIMER timer, LONGLONG due, LONGLONG period, EXT_SET_PARAMETERS *parameters)
{
    UNREFERENCED_PARAMETER(parameters);
    nt_argument(timer);
    nt_irql_at_most(DISPATCH_LEVEL);
    LONG period_ms = (LONG)((period + MS_100NS - 1) / MS_100NS);
    return KeSetTimerEx(&timer->timer, (LARGE_INTEGER){.QuadPart = due}, period_ms, &timer->dpc);
}

/* wdm: ExCancelTimer. IRQL <= DISPATCH_LEVEL. TRUE if it was set. */
BOOLEAN NTAPI ExCancelTimer(PEX_TIMER timer, PEXT_CANCEL_PARAMETERS parameters)
{
    UNREFERENCED_PARAMETER(parameters);
    nt_argument(timer);
    nt_irql_at_most(DISPATCH_LEVEL);
    return KeCancelTimer(&timer->timer);
}

/* wdm: ExDeleteTimer. IRQL <= DISPATCH_LEVEL, <= APC_LEVEL if it waits. Waiting needs cancelling. */
BOOLEAN NTAPI ExDeleteTimer(PEX_TIMER timer, BOOLEAN cancel, BOOLEAN wait, PEXT_DELETE_PARAMETERS parameters)
{
    nt_argument(timer);
    nt_irql_at_most(wait ? APC_LEVEL : DISPATCH_LEVEL);
    if (parameters != NULL) {
        timer->delete_callback = parameters->DeleteCallback;
        timer->delete_context = parameters->DeleteContext;
    }
    BOOLEAN was_set = cancel || timer->timer.Period != 0 ? KeCancelTimer(&timer->timer) : FALSE;
    bool queued = KeRemoveQueueDpc(&timer->dpc);
    if (wait && timer->running)
        ke_wait(&timer->idle.Header, NULL);
    bool later = timer->running || timer->timer.Header.Inserted;
    timer->deleted = true;
    if (!later)
        timer_free(timer);
    return was_set || queued;
}
