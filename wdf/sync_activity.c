/* SPDX-License-Identifier: MIT */
/* Waiting for the callbacks of timers, DPCs and work items, and whom they are serialised with. */
#include "wdf/queue.h"

void activity_init(struct activity *activity)
{
    KeInitializeSpinLock(&activity->lock);
    activity->count = 0;
    activity->thread = NULL;
    KeInitializeEvent(&activity->idle, NotificationEvent, TRUE);
}

void activity_begin(struct activity *activity)
{
    KIRQL irql;

    KeAcquireSpinLock(&activity->lock, &irql);
    if (activity->count++ == 0)
        KeClearEvent(&activity->idle);
    KeReleaseSpinLock(&activity->lock, irql);
}

void activity_runs(struct activity *activity)
{
    FX_ASSERT(activity->count > 0);
    activity->thread = KeGetCurrentThread();
}

void activity_end(struct activity *activity)
{
    KIRQL irql;

    KeAcquireSpinLock(&activity->lock, &irql);
    FX_ASSERT(activity->count > 0);
    activity->thread = NULL;
    if (--activity->count == 0)
        KeSetEvent(&activity->idle, IO_NO_INCREMENT, FALSE);
    KeReleaseSpinLock(&activity->lock, irql);
}

BOOLEAN activity_mine(struct activity *activity)
{
    return fx_peek(activity->thread) == KeGetCurrentThread();
}

void activity_wait(struct activity *activity)
{
    KIRQL irql;

    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    (void)KeWaitForSingleObject(&activity->idle, Executive, KernelMode, FALSE, NULL);
    /* The event is set inside the lock: after this, who set it has let go of the memory. */
    KeAcquireSpinLock(&activity->lock, &irql);
    KeReleaseSpinLock(&activity->lock, irql);
}

NTSTATUS sync_serialise_with(struct object *parent, BOOLEAN automatic, BOOLEAN passive,
                             struct presentation **ret_presentation)
{
    struct object *holder = parent;

    *ret_presentation = NULL;
    if (!parent)
        return STATUS_WDF_PARENT_NOT_SPECIFIED;
    if (!object_ancestor(parent, OBJECT_DEVICE))
        return STATUS_INVALID_DEVICE_REQUEST;
    if (!automatic)
        return STATUS_SUCCESS;
    while (holder->type != OBJECT_QUEUE && holder->type != OBJECT_DEVICE)
        holder = holder->parent;
    *ret_presentation = object_presentation(parent);
    if (passive != (holder->level == WdfExecutionLevelPassive))
        return STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL;
    return STATUS_SUCCESS;
}
