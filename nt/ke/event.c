/* SPDX-License-Identifier: MIT */
/* Events. */
#include "nt/ke/ke.h"

/* wdm: KeInitializeEvent. Any IRQL. */
VOID NTAPI KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State)
{
    nt_argument(Event);
    ke_header_init(&Event->Header, Type == NotificationEvent ? KE_NOTIFICATION_EVENT : KE_SYNCHRONIZATION_EVENT, State);
    Event->Header.Size = sizeof(*Event) / sizeof(LONG);
}

__attribute__((noinline, noreturn)) static void not_an_event(PRKEVENT event, const char *function, const void *caller)
{
    nt_bugcheck(DRIVER_VERIFIER_DETECTED_VIOLATION, 0xdf, (ULONG64)(uintptr_t)event, 0, 0, NULL, event,
                "%s called %s with %p, which is no initialized event.", nt_image_name(caller), function, (void *)event);
}

static inline void event_check(PRKEVENT event, const char *function, const void *caller)
{
    if (nt_unlikely(event == NULL || event->Header.Type > KE_SYNCHRONIZATION_EVENT ||
                    event->Header.WaitListHead.Flink == NULL))
        not_an_event(event, function, caller);
}

/* wdm: KeSetEvent. IRQL <= DISPATCH_LEVEL; if Wait is TRUE, < DISPATCH_LEVEL. */
LONG NTAPI KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
    UNREFERENCED_PARAMETER(Increment);
    event_check(Event, __func__, nt_caller());
    nt_irql_at_most(Wait ? APC_LEVEL : DISPATCH_LEVEL);
    nt_point(MACHINE_POINT_DISPATCHER, Event);
    LONG old = Event->Header.SignalState;
    Event->Header.SignalState = 1;
    if (!IsListEmpty(&Event->Header.WaitListHead))
        ke_wake(&Event->Header);
    if (!Wait) /* the caller's wait follows: both are one step */
        nt_point(MACHINE_POINT_DISPATCHER, Event);
    return old;
}

/* wdm: KeResetEvent. IRQL <= DISPATCH_LEVEL. */
LONG NTAPI KeResetEvent(PRKEVENT Event)
{
    event_check(Event, __func__, nt_caller());
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_point(MACHINE_POINT_DISPATCHER, Event);
    LONG old = Event->Header.SignalState;
    Event->Header.SignalState = 0;
    return old;
}

/* wdm: KeClearEvent. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI KeClearEvent(PRKEVENT Event)
{
    event_check(Event, __func__, nt_caller());
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_point(MACHINE_POINT_DISPATCHER, Event);
    Event->Header.SignalState = 0;
}

/* ntddk: KePulseEvent. IRQL <= DISPATCH_LEVEL. */
LONG NTAPI KePulseEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait)
{
    LONG old = KeSetEvent(Event, Increment, TRUE);
    Event->Header.SignalState = 0;
    if (!Wait)
        nt_point(MACHINE_POINT_DISPATCHER, Event);
    return old;
}

/* wdm: KeReadStateEvent. IRQL <= DISPATCH_LEVEL. */
LONG NTAPI KeReadStateEvent(PRKEVENT Event)
{
    event_check(Event, __func__, nt_caller());
    nt_point(MACHINE_POINT_DISPATCHER, Event);
    return Event->Header.SignalState;
}
