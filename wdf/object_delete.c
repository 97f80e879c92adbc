/* SPDX-License-Identifier: MIT */
/* How framework objects end: framework-object-life-cycle (P1 to P10, P20). */
#include "wdf/object.h"
#include "wdf/object_private.h"
#include "wdf/port.h"

/*
 * Objects whose cleanup or destruction must run at PASSIVE_LEVEL and was asked for above it. They are linked by
 * `sibling`, which an object that left its parent does not need. One list for all drivers: it needs no allocation,
 * so a deletion never fails.
 */
static struct {
    KSPIN_LOCK lock;
    LIST_ENTRY objects;
    struct port_work work;
    KEVENT idle;
    BOOLEAN ready;   /* initialised */
    BOOLEAN working; /* the worker is queued or runs */
} later;

static void delete_at_passive(struct object *object);

static void later_run(void *context)
{
    struct object *object;
    KIRQL irql;

    (void)context;
    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    for (;;) {
        KeAcquireSpinLock(&later.lock, &irql);
        if (IsListEmpty(&later.objects)) {
            later.working = FALSE;
            KeSetEvent(&later.idle, IO_NO_INCREMENT, FALSE);
            KeReleaseSpinLock(&later.lock, irql);
            return;
        }
        object = CONTAINING_RECORD(RemoveHeadList(&later.objects), struct object, sibling);
        KeReleaseSpinLock(&later.lock, irql);
        InitializeListHead(&object->sibling);
        delete_at_passive(object);
    }
}

void object_deletions_start(void)
{
    FX_ASSERT(!later.ready);
    KeInitializeSpinLock(&later.lock);
    InitializeListHead(&later.objects);
    port_work_init(&later.work, later_run, NULL);
    KeInitializeEvent(&later.idle, NotificationEvent, TRUE);
    later.ready = TRUE;
}

static void leave_to_worker(struct object *object)
{
    BOOLEAN queue;
    KIRQL irql;

    FX_ASSERT(later.ready && IsListEmpty(&object->sibling));
    KeAcquireSpinLock(&later.lock, &irql);
    InsertTailList(&later.objects, &object->sibling);
    queue = !later.working;
    later.working = TRUE;
    if (queue)
        KeClearEvent(&later.idle);
    KeReleaseSpinLock(&later.lock, irql);
    if (queue)
        port_work_queue(&later.work);
}

void object_flush_deletions(void)
{
    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    if (later.ready)
        (void)KeWaitForSingleObject(&later.idle, Executive, KernelMode, FALSE, NULL);
}

/* -- the last reference ----------------------------------------------------------------------- */

static void untrack(struct object *object)
{
    struct object_track *track = (struct object_track *)object - 1;
    struct fx_globals *globals = object->globals;
    KIRQL irql;

    FX_ASSERT(track->object == object);
    KeAcquireSpinLock(&globals->objects_lock, &irql);
    RemoveEntryList(&track->link);
    KeReleaseSpinLock(&globals->objects_lock, irql);
    fx_free(track);
}

/* Returns the parent, on which the object held a reference that is to be dropped; NULL if it held none. */
static struct object *destroy(struct object *object)
{
    struct object *parent = object->parent;
    LONG flags = InterlockedOr(&object->flags, OBJECT_DESTROYING);

    FX_ASSERT(object->references == 0 && (flags & OBJECT_DELETING) && IsListEmpty(&object->children));
    object_contexts_destroy(object);
    if (object->ops && object->ops->destroy && !(flags & OBJECT_FREED_BY_OPS))
        object->ops->destroy(object);
    object_contexts_free(object);
    object->self = NULL;
    if (flags & OBJECT_FREED_BY_OPS) {
        object->ops->destroy(object);
        return NULL; /* such objects hold no reference on a parent */
    }
    if (flags & OBJECT_EMBEDDED)
        return NULL;
    untrack(object);
    return parent;
}

void object_release(struct object *object)
{
    while (object) {
        LONG left = InterlockedDecrement(&object->references);

        FX_ASSERT(left >= 0);
        if (left)
            return;
        if ((object->flags & OBJECT_PASSIVE) && KeGetCurrentIrql() > PASSIVE_LEVEL) {
            leave_to_worker(object);
            return;
        }
        object = destroy(object);
    }
}

/* -- cleanup ---------------------------------------------------------------------------------- */

/* Takes an object off its parent's list; the reference on the parent stays until it is destroyed. */
static void leave_parent(struct object *object)
{
    struct object *parent = object->parent;
    KIRQL irql;

    if (!parent)
        return;
    KeAcquireSpinLock(&parent->lock, &irql);
    RemoveEntryList(&object->sibling); /* a list of its own if it never was attached */
    InitializeListHead(&object->sibling);
    KeReleaseSpinLock(&parent->lock, irql);
}

/* The next child to clean up, begun and taken off its parent; NULL if there is none left. */
static struct object *take_child(struct object *parent)
{
    struct object *child = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&parent->lock, &irql);
    while (!IsListEmpty(&parent->children)) {
        child = CONTAINING_RECORD(RemoveHeadList(&parent->children), struct object, sibling);
        InitializeListHead(&child->sibling);
        if (!(InterlockedOr(&child->flags, OBJECT_DELETING) & OBJECT_DELETING))
            break;
        child = NULL; /* another thread is deleting it and finds it off the list */
    }
    KeReleaseSpinLock(&parent->lock, irql);
    return child;
}

/* The object's own part: callbacks end, then the driver cleans up. Its children are done. */
static void cleanup_one(struct object *object)
{
    FX_ASSERT(object->flags & OBJECT_DELETING);
    if (object->ops && object->ops->stop)
        object->ops->stop(object);
    object_contexts_cleanup(object);
    (void)InterlockedOr(&object->flags, OBJECT_CLEANED);
}

/*
 * Cleans the tree below and the object itself, leaves first, without recursion: `object` walks down by taking
 * children and up by `parent`. What is done is chained by `sibling` on `done`, in order, the root not included.
 */
static void cleanup_tree(struct object *root, LIST_ENTRY *done)
{
    struct object *object = root;
    KIRQL irql = KeGetCurrentIrql();

    for (;;) {
        struct object *child = take_child(object);

        if (child && (child->flags & OBJECT_PASSIVE) && irql > PASSIVE_LEVEL) {
            leave_to_worker(child); /* P5: the parent does not wait for it */
            continue;
        }
        if (child) {
            object = child;
            continue;
        }
        cleanup_one(object);
        if (object == root)
            return;
        InsertTailList(done, &object->sibling);
        object = object->parent;
    }
}

/* The tree's first references go in the order in which it was cleaned up (P2). */
static void release_tree(LIST_ENTRY *done)
{
    while (!IsListEmpty(done)) {
        struct object *object = CONTAINING_RECORD(RemoveHeadList(done), struct object, sibling);

        InitializeListHead(&object->sibling);
        object_release(object);
    }
}

/* By the worker: an object whose deletion has begun, or whose last reference is gone. */
static void delete_at_passive(struct object *object)
{
    LIST_ENTRY done;

    if (object->references == 0) {
        object_release(destroy(object));
        return;
    }
    InitializeListHead(&done);
    cleanup_tree(object, &done);
    release_tree(&done);
    object_release(object);
}

BOOLEAN object_cleanup(struct object *object)
{
    LIST_ENTRY done;

    if (InterlockedOr(&object->flags, OBJECT_DELETING) & OBJECT_DELETING)
        return FALSE;
    FX_ASSERT(!(object->flags & OBJECT_PASSIVE) || KeGetCurrentIrql() == PASSIVE_LEVEL);
    leave_parent(object);
    InitializeListHead(&done);
    cleanup_tree(object, &done);
    release_tree(&done);
    return TRUE;
}

BOOLEAN object_delete_later(struct object *object)
{
    if (InterlockedOr(&object->flags, OBJECT_DELETING) & OBJECT_DELETING)
        return FALSE;
    leave_parent(object);
    leave_to_worker(object);
    return TRUE;
}

BOOLEAN object_delete(struct object *object)
{
    if ((object->flags & OBJECT_PASSIVE) && KeGetCurrentIrql() > PASSIVE_LEVEL)
        return object_delete_later(object);
    if (!object_cleanup(object))
        return FALSE;
    object_release(object);
    return TRUE;
}
