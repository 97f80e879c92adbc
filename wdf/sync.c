/* SPDX-License-Identifier: MIT */
/*
 * Presentation locks: using-automatic-synchronization (M5 to M13).
 *
 * Nothing is lost: a work is put on the list before the lock is tried, and the list is looked at after the lock
 * was let go, with a full barrier in between on both sides. So either the one who defers gets the lock, or
 * the one who holds it sees the work.
 */
#include "wdf/queue.h"

static void run_deferred(struct presentation *presentation);

static void worker_run(void *context)
{
    struct presentation *presentation = context;
    struct object *object = presentation->object;
    struct presentation_worker me = {.thread = KeGetCurrentThread()};
    struct presentation_worker **at;
    KIRQL irql;

    KeAcquireSpinLock(&presentation->guard, &irql);
    presentation->worker_queued = FALSE;
    me.next = presentation->workers;
    presentation->workers = &me;
    KeReleaseSpinLock(&presentation->guard, irql);
    run_deferred(presentation);
    KeAcquireSpinLock(&presentation->guard, &irql);
    for (at = &presentation->workers; *at != &me; at = &(*at)->next)
        FX_ASSERT(*at != NULL);
    *at = me.next;
    if (!presentation->workers && !presentation->worker_queued)
        KeSetEvent(&presentation->idle, IO_NO_INCREMENT, FALSE);
    KeReleaseSpinLock(&presentation->guard, irql);
    object_release(object); /* wake_worker's */
}

void presentation_init(struct presentation *presentation, struct object *object, BOOLEAN serialised, BOOLEAN passive)
{
    RtlZeroMemory(presentation, sizeof *presentation);
    presentation->object = object;
    KeInitializeSpinLock(&presentation->spin);
    KeInitializeSpinLock(&presentation->guard);
    presentation->serialised = serialised;
    presentation->passive = passive;
    presentation->last = &presentation->first;
    KeInitializeEvent(&presentation->free, SynchronizationEvent, FALSE);
    KeInitializeEvent(&presentation->idle, NotificationEvent, TRUE);
    port_work_init(&presentation->worker, worker_run, presentation);
}

void presentation_flush(struct presentation *presentation)
{
    const struct presentation_worker *worker;
    KIRQL irql;

    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    KeAcquireSpinLock(&presentation->guard, &irql);
    for (worker = presentation->workers; worker; worker = worker->next)
        if (worker->thread == KeGetCurrentThread())
            break;
    KeReleaseSpinLock(&presentation->guard, irql);
    if (!worker)
        (void)KeWaitForSingleObject(&presentation->idle, Executive, KernelMode, FALSE, NULL);
}

void presentation_check_idle(struct presentation *presentation)
{
    KIRQL irql;

    KeAcquireSpinLock(&presentation->guard, &irql);
    FX_ASSERT(!presentation->workers && !presentation->worker_queued && !presentation->pending);
    KeReleaseSpinLock(&presentation->guard, irql);
}

/* -- the lock itself -------------------------------------------------------------------------- */

static BOOLEAN lock_spin(struct presentation *presentation, struct presentation_entry *entry, BOOLEAN wait)
{
    if (wait) {
        KeAcquireSpinLock(&presentation->spin, &entry->irql);
    } else {
        entry->irql = KeRaiseIrqlToDpcLevel();
        if (!port_spin_try(&presentation->spin)) {
            KeLowerIrql(entry->irql);
            return FALSE;
        }
    }
    presentation->owner = KeGetCurrentThread();
    return TRUE;
}

static BOOLEAN lock_mutex(struct presentation *presentation, struct presentation_entry *entry, BOOLEAN wait)
{
    BOOLEAN waited = FALSE;
    KIRQL irql;

    entry->irql = PASSIVE_LEVEL;
    KeEnterCriticalRegion();
    for (;;) {
        KeAcquireSpinLock(&presentation->guard, &irql);
        if (waited)
            presentation->waiters--;
        if (!presentation->held) {
            presentation->held = TRUE;
            presentation->owner = KeGetCurrentThread();
            KeReleaseSpinLock(&presentation->guard, irql);
            return TRUE;
        }
        if (wait)
            presentation->waiters++;
        KeReleaseSpinLock(&presentation->guard, irql);
        if (!wait) {
            KeLeaveCriticalRegion();
            return FALSE;
        }
        (void)KeWaitForSingleObject(&presentation->free, Executive, KernelMode, FALSE, NULL);
        waited = TRUE;
    }
}

static void unlock_mutex(struct presentation *presentation)
{
    BOOLEAN wake;
    KIRQL irql;

    KeAcquireSpinLock(&presentation->guard, &irql);
    FX_ASSERT(presentation->held);
    presentation->held = FALSE;
    presentation->owner = NULL;
    wake = presentation->waiters > 0;
    KeReleaseSpinLock(&presentation->guard, irql);
    if (wake)
        KeSetEvent(&presentation->free, IO_NO_INCREMENT, FALSE);
    KeLeaveCriticalRegion();
}

static void unlock(struct presentation *presentation, const struct presentation_entry *entry)
{
    if (presentation->passive) {
        unlock_mutex(presentation);
        return;
    }
    presentation->owner = NULL;
    KeReleaseSpinLock(&presentation->spin, entry->irql);
    __sync_synchronize();
}

BOOLEAN presentation_mine(const struct presentation *presentation)
{
    return fx_peek(presentation->owner) == KeGetCurrentThread();
}

void presentation_lock(struct presentation *presentation, struct presentation_entry *entry, const CHAR *function)
{
    if (presentation_mine(presentation))
        fx_violation(WDF_RECURSIVE_LOCK, (ULONG64)presentation, 0, "Deadlock",
                     "%s takes the synchronisation lock of a device or queue that this thread holds already.",
                     function);
    if (presentation->passive)
        (void)lock_mutex(presentation, entry, TRUE);
    else
        (void)lock_spin(presentation, entry, TRUE);
}

void presentation_unlock(struct presentation *presentation, const struct presentation_entry *entry)
{
    unlock(presentation, entry);
    if (fx_peek(presentation->pending))
        run_deferred(presentation);
}

/* -- callbacks -------------------------------------------------------------------------------- */

BOOLEAN presentation_try_enter(struct presentation *presentation, struct presentation_entry *entry)
{
    if (!presentation->passive) {
        if (presentation->serialised)
            return lock_spin(presentation, entry, FALSE);
        return TRUE;
    }
    if (KeGetCurrentIrql() > PASSIVE_LEVEL)
        return FALSE;
    if (presentation->serialised)
        return lock_mutex(presentation, entry, FALSE);
    entry->irql = PASSIVE_LEVEL;
    KeEnterCriticalRegion();
    return TRUE;
}

void presentation_enter(struct presentation *presentation, struct presentation_entry *entry, const CHAR *function)
{
    FX_ASSERT(!presentation->passive || KeGetCurrentIrql() == PASSIVE_LEVEL);
    if (presentation->serialised)
        presentation_lock(presentation, entry, function);
    else
        (void)presentation_try_enter(presentation, entry);
}

static void leave_quietly(struct presentation *presentation, const struct presentation_entry *entry)
{
    if (presentation->serialised)
        unlock(presentation, entry);
    else if (presentation->passive)
        KeLeaveCriticalRegion();
}

void presentation_leave(struct presentation *presentation, const struct presentation_entry *entry)
{
    leave_quietly(presentation, entry);
    if (fx_peek(presentation->pending))
        run_deferred(presentation);
}

/* -- what waits ------------------------------------------------------------------------------- */

static struct presentation_work *take_work(struct presentation *presentation)
{
    struct presentation_work *work;
    KIRQL irql;

    KeAcquireSpinLock(&presentation->guard, &irql);
    work = presentation->first;
    if (work) {
        presentation->first = work->next;
        if (!presentation->first)
            presentation->last = &presentation->first;
        presentation->pending--;
        work->next = NULL;
        work->queued = FALSE;
    }
    KeReleaseSpinLock(&presentation->guard, irql);
    return work;
}

static void wake_worker(struct presentation *presentation)
{
    BOOLEAN queue;
    KIRQL irql;

    KeAcquireSpinLock(&presentation->guard, &irql);
    queue = !presentation->worker_queued;
    if (queue) {
        presentation->worker_queued = TRUE;
        object_reference(presentation->object);
        KeClearEvent(&presentation->idle);
    }
    KeReleaseSpinLock(&presentation->guard, irql);
    if (queue)
        port_work_queue(&presentation->worker);
}

/* Runs works until there are none, or somebody is inside who will, or a worker has to. */
static void run_deferred(struct presentation *presentation)
{
    while (fx_peek(presentation->pending)) {
        struct presentation_entry entry;
        struct presentation_work *work;
        BOOLEAN locked;

        if (presentation->passive && KeGetCurrentIrql() > PASSIVE_LEVEL) {
            wake_worker(presentation);
            return;
        }
        if (!presentation_try_enter(presentation, &entry))
            return;
        work = take_work(presentation);
        locked = work && work->locked;
        if (locked)
            work->run(work);
        leave_quietly(presentation, &entry);
        if (work && !locked)
            work->run(work);
    }
}

static BOOLEAN put_work(struct presentation *presentation, struct presentation_work *work)
{
    BOOLEAN put;
    KIRQL irql;

    FX_ASSERT(work->run != NULL);
    KeAcquireSpinLock(&presentation->guard, &irql);
    put = !work->queued;
    if (put) {
        work->queued = TRUE;
        work->next = NULL;
        *presentation->last = work;
        presentation->last = &work->next;
        presentation->pending++;
    }
    KeReleaseSpinLock(&presentation->guard, irql);
    __sync_synchronize();
    return put;
}

BOOLEAN presentation_defer(struct presentation *presentation, struct presentation_work *work)
{
    struct object *object = presentation->object;
    BOOLEAN put;

    /* Whoever runs the work may let the last request, and with it the queue, go. */
    object_reference(object);
    put = put_work(presentation, work);
    run_deferred(presentation);
    object_release(object);
    return put;
}

BOOLEAN presentation_later(struct presentation *presentation, struct presentation_work *work)
{
    struct object *object = presentation->object;
    BOOLEAN put;

    object_reference(object);
    put = put_work(presentation, work);
    wake_worker(presentation);
    object_release(object);
    return put;
}

/* -- whose lock ------------------------------------------------------------------------------- */

struct presentation *object_lock_of(struct object *object)
{
    if (object->type == OBJECT_QUEUE)
        return CONTAINING_RECORD(object, struct queue, object)->presentation;
    if (object->type == OBJECT_DEVICE)
        return &device_io_of(object)->presentation;
    return NULL;
}

struct presentation *object_presentation(struct object *object)
{
    struct presentation *presentation;

    while (object && object->type != OBJECT_QUEUE && object->type != OBJECT_DEVICE)
        object = object->parent;
    presentation = object ? object_lock_of(object) : NULL;
    return presentation && presentation->serialised ? presentation : NULL;
}

/*
 * wdfsync/nf-wdfsync-wdfobjectacquirelock. IRQL <= DISPATCH_LEVEL; PASSIVE_LEVEL if the object's execution level is
 * Passive. The IRQL to go back to is kept with the lock: only its holder reads it.
 */
VOID WdfObjectAcquireLock(PWDF_DRIVER_GLOBALS DriverGlobals, WDFOBJECT Object)
{
    struct presentation *presentation = object_lock_of(object_from_handle(Object, OBJECT_ANY));
    struct presentation_entry entry;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfObjectAcquireLock);
    if (!presentation)
        fx_violation(WDF_INVALID_LOCK_OPERATION, (ULONG64)Object, 0, NULL,
                     "WdfObjectAcquireLock was called for an object that is neither a device nor a queue.");
    if (presentation->passive)
        FX_IRQL(PASSIVE_LEVEL);
    presentation_lock(presentation, &entry, __func__);
    presentation->acquired = entry;
}

/* wdfsync/nf-wdfsync-wdfobjectreleaselock. IRQL <= DISPATCH_LEVEL. */
VOID WdfObjectReleaseLock(PWDF_DRIVER_GLOBALS DriverGlobals, WDFOBJECT Object)
{
    struct presentation *presentation = object_lock_of(object_from_handle(Object, OBJECT_ANY));
    struct presentation_entry entry;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfObjectReleaseLock);
    if (!presentation)
        fx_violation(WDF_INVALID_LOCK_OPERATION, (ULONG64)Object, 0, NULL,
                     "WdfObjectReleaseLock was called for an object that is neither a device nor a queue.");
    if (!presentation_mine(presentation))
        fx_violation(WDF_INVALID_LOCK_OPERATION, (ULONG64)Object, 1, "Spinlock",
                     "WdfObjectReleaseLock was called by a thread that does not hold the lock.");
    entry = presentation->acquired;
    presentation_unlock(presentation, &entry);
}
