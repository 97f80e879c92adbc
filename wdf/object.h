/* SPDX-License-Identifier: MIT */
/*
 * Framework objects: typed handles, parents and children, references, contexts, deletion.
 *
 * Every object starts with a struct object. A handle is the object's address; a WDFREQUEST's handle also carries
 * a generation in its upper 16 bits, because the memory of completed requests is used again and a stale handle
 * must be told from a new one. object_from_handle is the only way from a handle to an object.
 *
 * Deleting an object: it leaves its parent; the tree below it is cleaned up leaves first (ops->stop, then the
 * cleanup callbacks); then each object of the tree loses its first reference in the same order. The last
 * reference runs the destroy callbacks and ops->destroy and frees the memory. A child holds a reference on its
 * parent, so a parent is always destroyed after its children.
 */
#ifndef KMDOCK_WDF_OBJECT_H
#define KMDOCK_WDF_OBJECT_H

#include "wdf/fx.h"

enum object_type {
    OBJECT_NONE,
    OBJECT_DRIVER,
    OBJECT_DEVICE,
    OBJECT_QUEUE,
    OBJECT_REQUEST,
    OBJECT_FILE,
    OBJECT_GENERAL,
    OBJECT_MEMORY,
    OBJECT_LOOKASIDE,
    OBJECT_TIMER,
    OBJECT_DPC,
    OBJECT_WORKITEM,
    OBJECT_SPINLOCK,
    OBJECT_WAITLOCK,
    OBJECT_COLLECTION,
    OBJECT_STRING,
    OBJECT_KEY,
    OBJECT_IOTARGET,
    OBJECT_INTERRUPT,
    OBJECT_CHILDLIST,
    OBJECT_CMRESLIST,
    OBJECT_IORESLIST,
    OBJECT_IORESREQLIST,
    OBJECT_COMMONBUFFER,
    OBJECT_DMAENABLER,
    OBJECT_DMATRANSACTION,
    OBJECT_WMIPROVIDER,
    OBJECT_WMIINSTANCE,
    OBJECT_USBDEVICE,
    OBJECT_USBINTERFACE,
    OBJECT_USBPIPE,
    OBJECT_TYPES,
    OBJECT_ANY = OBJECT_TYPES, /* object_from_handle: every type will do */
};

/* object.flags; changed with interlocked operations only */
enum object_flags {
    OBJECT_DELETING = 0x1,        /* deletion has begun; cleanup callbacks have run or will */
    OBJECT_CLEANED = 0x2,         /* cleanup callbacks have run */
    OBJECT_DESTROYING = 0x4,      /* destroy callbacks run: only contexts may be asked for */
    OBJECT_EXPLICIT = 0x8,        /* the driver created it with a public function */
    OBJECT_EMBEDDED = 0x10,       /* lies in another object's memory: freed with that */
    OBJECT_UNDELETABLE = 0x20,    /* WdfObjectDelete refuses it (default queue, typed queue, …) */
    OBJECT_PASSIVE = 0x40,        /* cleanup and destroy callbacks run at PASSIVE_LEVEL */
    OBJECT_FREED_BY_OPS = 0x80,   /* ops->destroy takes the memory back */
    OBJECT_HELD_BY_CHILD = 0x100, /* of the leak report: a child that still exists explains a reference */
};

/* What a type of object does at the end of its life. Each may be NULL. */
struct object_ops {
    void (*stop)(struct object *object);    /* before the cleanup callbacks: callbacks end here, waits if it must */
    void (*destroy)(struct object *object); /* after the destroy callbacks: gives back what the object owns */
};

/* Lies before a context's bytes. */
struct object_context {
    struct object *object;
    PCWDF_OBJECT_CONTEXT_TYPE_INFO type; /* the unique one; NULL: callbacks without context space */
    struct object_context *next;
    PFN_WDF_OBJECT_CONTEXT_CLEANUP cleanup;
    PFN_WDF_OBJECT_CONTEXT_DESTROY destroy;
    ULONG64 bytes; /* of the context; high bit: allocated apart from the object */
};

struct object {
    WDFOBJECT self; /* the handle; NULL once freed */
    LONG references;
    LONG flags;  /* enum object_flags */
    USHORT type; /* enum object_type */
    UCHAR level; /* effective WDF_EXECUTION_LEVEL: Passive or Dispatch */
    UCHAR scope; /* effective WDF_SYNCHRONIZATION_SCOPE: Device, Queue or None */
    ULONG stack; /* where the driver created it (StackSave), or 0 */
    struct fx_globals *globals;
    const struct object_ops *ops;
    struct object *parent; /* holds a reference, unless NULL */
    KSPIN_LOCK lock;       /* guards `children` and `contexts` */
    LIST_ENTRY children;
    LIST_ENTRY sibling;
    struct object_context *contexts;
};

/* -- handles (handle.c) ----------------------------------------------------------------------- */

static inline struct object *object_decode(const void *handle)
{
    return (struct object *)((LONG64)((ULONG64)handle << 16) >> 16);
}

/* Ends in bug check 0x10D: a NULL, stale, foreign or wrong handle. */
DECLSPEC_NORETURN void object_bad_handle(const void *handle, enum object_type type, const CHAR *function,
                                         const void *caller);

/* The object of a handle of one type (OBJECT_ANY: of any). The public function passes __func__. */
static inline struct object *object_check(const void *handle, enum object_type type, const CHAR *function,
                                          const void *caller)
{
    struct object *object = object_decode(handle);

    if (!object || ((ULONG_PTR)object & 7) || object->self != (WDFOBJECT)handle ||
        (type != OBJECT_ANY && object->type != type) || (object->flags & OBJECT_DESTROYING))
        object_bad_handle(handle, type, function, caller);
    return object;
}

/* To be used in public functions only: names the function and its caller. */
#define object_from_handle(handle, type) object_check((handle), (type), __func__, __builtin_return_address(0))

const CHAR *object_type_name(enum object_type type); /* "WDFQUEUE" */

/* -- creation (object.c) ---------------------------------------------------------------------- */

struct object_config {
    struct fx_globals *globals;
    enum object_type type;
    SIZE_T bytes;                            /* of the structure that starts with struct object */
    const WDF_OBJECT_ATTRIBUTES *attributes; /* the driver's; may be NULL */
    struct object *default_parent;           /* when the attributes name none; NULL: then there is no parent */
    const struct object_ops *ops;
    LONG flags; /* OBJECT_EXPLICIT, OBJECT_UNDELETABLE … to start with */
};

/*
 * Rules P11 to P14, M2 to M4: size, context, scope, level, parent. `ret_parent` gets the parent's object, which is
 * default_parent if the attributes name none, and may be NULL. Functions that must look at the parent before they
 * create anything (timers, DPCs, work items, queues) call it themselves; object_create calls it in any case.
 */
NTSTATUS object_attributes_check(const struct object_config *config, struct object **ret_parent);

/*
 * Makes a zeroed object with reference count 1, its first context, effective level and scope, and puts it under its
 * parent. STATUS_INSUFFICIENT_RESOURCES, STATUS_DELETE_PENDING (the parent goes away), or what the check says.
 */
NTSTATUS object_create(const struct object_config *config, struct object **ret_object);
/* The same in two steps, for types that must be whole before their parent's deletion can find them: object_alloc, then
 * the type's own fields, then object_join, which frees the object (without any callback) if it fails. */
NTSTATUS object_alloc(const struct object_config *config, struct object **ret_object, struct object **ret_parent);
NTSTATUS object_join(struct object *object, struct object *parent);
/* Frees an object of object_alloc that never joined, without any callback. */
void object_discard(struct object *object);

/* Fills the header of an object whose memory the caller provides; parent may be NULL. No children, no context. */
void object_init(struct object *object, struct fx_globals *globals, enum object_type type, struct object *parent);
/* Puts an initialised object under a parent: STATUS_DELETE_PENDING if that goes away. Takes a reference on it. */
NTSTATUS object_attach(struct object *object, struct object *parent);

/* -- references and deletion (object_delete.c) ------------------------------------------------ */

static inline void object_reference(struct object *object)
{
    (void)InterlockedIncrement(&object->references);
}

/* Drops one reference; the last one destroys and frees. IRQL <= DISPATCH_LEVEL. */
void object_release(struct object *object);

/* Begins deletion: cleanup now (or by a worker if it must run at PASSIVE_LEVEL and this is above), then the first
 * reference goes. FALSE if somebody else had begun already. IRQL <= DISPATCH_LEVEL. */
BOOLEAN object_delete(struct object *object);
/* The same, but on the worker: for an object whose own callback is what deletes it. */
BOOLEAN object_delete_later(struct object *object);
/* The two halves of object_delete for objects whose owner does something in between (requests, devices):
 * cleanup of the tree without dropping the object's own first reference. FALSE if it had begun already. */
BOOLEAN object_cleanup(struct object *object);

/* Prepares the worker; once, by fx_start. */
void object_deletions_start(void);
/* Waits until deletions that were left to the worker are done. PASSIVE_LEVEL; before a driver's image goes. */
void object_flush_deletions(void);

/* Objects of this driver that still exist although its WDFDRIVER is gone: one report of rule ObjectLeak each, with
 * the stack of its creation. Returns how many. To be called at unload, after object_flush_deletions. */
ULONG object_leaks_report(struct fx_globals *globals);

/* -- contexts (context.c) --------------------------------------------------------------------- */

/* Bytes that a context of these attributes needs behind an object, header included; 0 if there is nothing. */
SIZE_T object_context_space(const WDF_OBJECT_ATTRIBUTES *attributes);
/* Puts a context header and zeroed space at `space` (object_context_space bytes) and links it. */
void object_context_place(struct object *object, void *space, const WDF_OBJECT_ATTRIBUTES *attributes);
/* The context's bytes, NULL if the object has none of this type. Any IRQL. */
void *object_context_get(struct object *object, PCWDF_OBJECT_CONTEXT_TYPE_INFO type);
/* Size, name and type of a context (P14). */
NTSTATUS object_context_check(const WDF_OBJECT_ATTRIBUTES *attributes);
/* The driver is not told of an object that it was never given: takes the first context's callbacks away. */
void object_context_silence(struct object *object);
void object_contexts_cleanup(struct object *object);
void object_contexts_destroy(struct object *object);
void object_contexts_free(struct object *object);

/* -- where an object stands ------------------------------------------------------------------- */

/* The nearest object of this type on the way up, `object` included; NULL if there is none. */
struct object *object_ancestor(struct object *object, enum object_type type);

/* Walks all live objects of the driver in order of creation (status, leaks). PASSIVE_LEVEL; do not delete inside. */
void object_each(struct fx_globals *globals, void (*visit)(struct object *object, void *context), void *context);

#endif
