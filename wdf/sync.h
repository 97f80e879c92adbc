/* SPDX-License-Identifier: MIT */
/*
 * The presentation lock: what serialises the callbacks of a device (scope Device) or of a queue (scope Queue), and
 * brings every callback to the IRQL that its execution level asks for.
 *
 * A callback is presented in one of two ways:
 *   presentation_try_enter … presentation_leave   if it can be done here and now;
 *   presentation_defer(work)                      else: whoever leaves the lock runs it, or a worker at PASSIVE_LEVEL.
 * Only DPCs, timers, work items, WdfObjectAcquireLock and power transitions wait for the lock (presentation_enter).
 *
 * Execution level Dispatch: a spin lock, callbacks run at exactly DISPATCH_LEVEL. Passive: a mutex, callbacks run at
 * PASSIVE_LEVEL in a critical region. Scope None: no lock; only the level counts.
 */
#ifndef KMDOCK_WDF_SYNC_H
#define KMDOCK_WDF_SYNC_H

#include "wdf/object.h"
#include "wdf/port.h"

struct presentation;

/* A callback that waits for its presentation; embedded in what it is about. In one list at a time. */
struct presentation_work {
    struct presentation_work *next;
    /* `locked`: the presentation is entered for it; else it is only told that trying again makes sense. */
    void (*run)(struct presentation_work *work);
    BOOLEAN queued; /* guarded by the presentation's guard */
    BOOLEAN locked;
};

/* What presentation_leave needs. */
struct presentation_entry {
    KIRQL irql; /* to go back to */
};

/* A worker that runs what was deferred; on its stack. */
struct presentation_worker {
    struct presentation_worker *next;
    PKTHREAD thread;
};

struct presentation {
    struct object *object; /* the queue or device that it lies in */
    KSPIN_LOCK spin;       /* level Dispatch: the lock itself */
    KSPIN_LOCK guard;      /* short: everything below */
    BOOLEAN serialised;    /* scope Device or Queue */
    BOOLEAN passive;       /* execution level Passive */
    BOOLEAN held;          /* level Passive: the lock itself */
    BOOLEAN worker_queued;
    ULONG waiters;                       /* level Passive: threads that wait for `free` */
    struct presentation_worker *workers; /* those that run now */
    LONG pending;                        /* number of works in the list */
    PKTHREAD owner;                      /* who is inside; for recursion checks and reports */
    struct presentation_entry acquired;  /* of WdfObjectAcquireLock */
    struct presentation_work *first;
    struct presentation_work **last;
    KEVENT free;
    KEVENT idle; /* set while no worker is queued or running */
    struct port_work worker;
};

void presentation_init(struct presentation *presentation, struct object *object, BOOLEAN serialised, BOOLEAN passive);
/* Waits until no worker runs callbacks any more, unless the caller is one: its object is being deleted by its own
 * callback then. PASSIVE_LEVEL. */
void presentation_flush(struct presentation *presentation);
/* Before the memory goes: nothing waits or runs, because both hold the object. */
void presentation_check_idle(struct presentation *presentation);

/* FALSE: somebody is inside (perhaps this very thread), or the IRQL is too high for the level. Never waits. */
BOOLEAN presentation_try_enter(struct presentation *presentation, struct presentation_entry *entry);
/* Neither lock nor level: callbacks are called as things are, and nothing ever waits. */
static inline BOOLEAN presentation_is_plain(const struct presentation *presentation)
{
    return !presentation->serialised && !presentation->passive;
}
/* Waits. Level Passive: PASSIVE_LEVEL only. `function`: for the report of a recursion. */
void presentation_enter(struct presentation *presentation, struct presentation_entry *entry, const CHAR *function);
/* Then runs what was deferred meanwhile. */
void presentation_leave(struct presentation *presentation, const struct presentation_entry *entry);
/* Runs `work` as soon as it may run: here, when the lock is left, or on a worker. FALSE: it was waiting already, and
 * runs once. The caller sees to it that what the work lies in lives until it ran. IRQL <= DISPATCH_LEVEL. */
BOOLEAN presentation_defer(struct presentation *presentation, struct presentation_work *work);
/* The same, but on a worker unless somebody leaves the lock before. */
BOOLEAN presentation_later(struct presentation *presentation, struct presentation_work *work);
/* The same lock without regard to the scope, which says only whether callbacks take it (WdfObjectAcquireLock). */
void presentation_lock(struct presentation *presentation, struct presentation_entry *entry, const CHAR *function);
void presentation_unlock(struct presentation *presentation, const struct presentation_entry *entry);
/* The calling thread is inside. */
BOOLEAN presentation_mine(const struct presentation *presentation);

/*
 * The lock that the callbacks of an object are serialised with: of its nearest queue or device, by the effective
 * scope of that; NULL if there is none (scope None; scope Queue under a device). Rules M5 to M8, N7.
 */
struct presentation *object_presentation(struct object *object);
/* The lock of WdfObjectAcquireLock: a device's or queue's own one whatever the scope; NULL for other types. */
struct presentation *object_lock_of(struct object *object);

/*
 * Callbacks of a timer, DPC or work item that are on their way or run: what Stop, Cancel, Flush and deletion wait
 * for. activity.c.
 */
struct activity {
    KSPIN_LOCK lock;
    ULONG count;     /* begun and not ended */
    PKTHREAD thread; /* whose callback began last, while count > 0 */
    KEVENT idle;
};

void activity_init(struct activity *activity);
void activity_begin(struct activity *activity);
/* The callback itself runs now on this thread. */
void activity_runs(struct activity *activity);
/* After this what the activity lies in may be gone. */
void activity_end(struct activity *activity);
/* The calling thread is inside the callback. */
BOOLEAN activity_mine(struct activity *activity);
/* PASSIVE_LEVEL. */
void activity_wait(struct activity *activity);

/*
 * What timers, DPCs and work items ask of their parent (N1, N4 to N6): it leads to a device, and its execution level
 * goes with the callback's if they are to be serialised. `ret_presentation` gets the lock, NULL if there is none.
 */
NTSTATUS sync_serialise_with(struct object *parent, BOOLEAN automatic, BOOLEAN passive,
                             struct presentation **ret_presentation);

#endif
