/* SPDX-License-Identifier: MIT */
/* The events, in the order in which they happened. */
#include "puppet_driver.h"

static struct puppet_event log[PUPPET_EVENTS_MAX];
static ULONG log_count;
static KSPIN_LOCK log_lock;

void log_start(void)
{
    KeInitializeSpinLock(&log_lock);
}

/* Any IRQL up to DISPATCH_LEVEL. The returned event may be added to by the callback that it is about. */
struct puppet_event *log_event(enum puppet_event_kind kind, ULONG tag, ULONG64 argument)
{
    static struct puppet_event overflow;
    struct puppet_event *event = &overflow;
    KIRQL irql = KeGetCurrentIrql(), ignored;
    BOOLEAN critical = irql >= APC_LEVEL || KeAreApcsDisabled();

    KeAcquireSpinLock(&log_lock, &ignored);
    if (log_count < PUPPET_EVENTS_MAX)
        event = &log[log_count++];
    RtlZeroMemory(event, sizeof(*event));
    event->kind = (uint8_t)kind;
    event->irql = irql;
    event->critical = critical;
    event->tag = tag;
    event->argument = argument;
    event->thread = (uint32_t)(ULONG_PTR)PsGetCurrentThreadId();
    KeReleaseSpinLock(&log_lock, ignored);
    return event;
}

ULONG log_take(struct puppet_event *events, ULONG room)
{
    ULONG count;
    KIRQL irql;

    KeAcquireSpinLock(&log_lock, &irql);
    count = log_count < room ? log_count : room;
    RtlCopyMemory(events, log, count * sizeof(*events));
    log_count = 0;
    KeReleaseSpinLock(&log_lock, irql);
    return count;
}
