/* SPDX-License-Identifier: MIT */
/*
 * WDFREQUEST: an IRP on its way through the framework.
 *
 * Whose a request is, is its `where`; it changes under the lock of its queue (under the device's I/O lock before it
 * came to a queue), but for REQUEST_COMPLETED, which the one who completes it exchanges in, so that of two
 * completions one always loses. A request that was received has no parent's reference and is in no list of children:
 * its life is that of its IRP plus extra references.
 */
#ifndef KMDOCK_WDF_REQUEST_H
#define KMDOCK_WDF_REQUEST_H

#include "wdf/memory.h"
#include "wdf/sync.h"

struct queue;
struct device_io;

enum request_where {
    REQUEST_NEW,       /* received, in no queue yet: in EvtIoInCallerContext or a file callback */
    REQUEST_WAITING,   /* in a queue, not delivered */
    REQUEST_OWNED,     /* delivered to the driver */
    REQUEST_CANCELLED, /* was waiting, taken out by a cancel or purge, about to be completed by the framework */
    REQUEST_COMPLETED,
    REQUEST_FREE, /* the memory waits for its next request */
};

/* request.cancel_state, guarded by request_lock */
enum request_cancel_state {
    REQUEST_NOT_CANCELABLE,
    REQUEST_CANCELABLE,    /* marked, and the IRP has a cancel routine */
    REQUEST_CANCEL_BEGUN,  /* EvtRequestCancel will be called and has not been called yet */
    REQUEST_CANCEL_CALLED, /* EvtRequestCancel was called: the driver may complete */
};

/* request.flags, guarded by request_lock */
enum request_flags {
    REQUEST_SEEN = 0x1,               /* the driver had it once: EvtIoCanceledOnQueue applies (H2) */
    REQUEST_UNMARK_FAILED = 0x2,      /* WdfRequestUnmarkCancelable returned STATUS_CANCELLED */
    REQUEST_STOPPING = 0x4,           /* EvtIoStop is being called for it on some thread */
    REQUEST_STOP_CALLED = 0x8,        /* EvtIoStop was called for it in this power-down */
    REQUEST_STOP_ACKED = 0x10,        /* acknowledged without requeue: EvtIoResume comes */
    REQUEST_CANCELED_ON_QUEUE = 0x20, /* delivered by EvtIoCanceledOnQueue: may only be completed (H4) */
    REQUEST_IN_CALLER = 0x40,         /* inside EvtIoInCallerContext */
    REQUEST_RESERVED = 0x80,
    REQUEST_RESUMING = 0x100, /* EvtIoResume is being called for it */
};

struct request {
    struct object object; /* object.parent is the device, without a reference */
    struct device_io *io;
    struct queue *queue; /* where it waits, or what delivered it; NULL before the first queue */
    PIRP irp;            /* NULL once completed */
    LIST_ENTRY link;     /* in queue->waiting or queue->owned */
    struct object *file; /* its WDFFILEOBJECT, or NULL */
    LONG where;          /* enum request_where */
    LONG flags;          /* enum request_flags */
    LONG cancel_state;   /* enum request_cancel_state */
    USHORT generation;   /* upper 16 bits of the handle */
    UCHAR major;         /* IRP_MJ_... */
    UCHAR embedded_used; /* `embedded` is in use */
    PFN_WDF_REQUEST_CANCEL cancel;
    struct presentation_work work; /* EvtRequestCancel or EvtIoCanceledOnQueue that waits for its presentation */
    /* Called while it is completed, before the IRP is given back; for the create path. May be NULL. */
    void (*completing)(struct request *request, NTSTATUS status);
    struct memory *input; /* made when asked for */
    struct memory *output;
    PMDL input_mdl; /* built over a system buffer, or NULL */
    PMDL output_mdl;
    struct memory embedded;
};

static inline WDFREQUEST request_handle(const struct request *request)
{
    return (WDFREQUEST)request->object.self;
}

/* The driver has it: delivered by a queue, or straight from the dispatch entry. */
static inline BOOLEAN request_is_drivers(const struct request *request)
{
    return request->where == REQUEST_OWNED || request->where == REQUEST_NEW;
}

/* To be used in public functions only. */
#define request_from_handle(handle) ((struct request *)request_check((handle), __func__, __builtin_return_address(0)))
/* A stale request handle is DoubleCompletion or InvalidReqAccess, and 0x10D 5 in any case. */
DECLSPEC_NORETURN void request_bad_handle(const void *handle, const CHAR *function, const void *caller);

static inline struct object *request_check(const void *handle, const CHAR *function, const void *caller)
{
    struct object *object = object_decode(handle);

    if (!object || ((ULONG_PTR)object & 7) || object->self != (WDFOBJECT)handle || object->type != OBJECT_REQUEST ||
        (object->flags & OBJECT_DESTROYING))
        request_bad_handle(handle, function, caller);
    return object;
}

/* -- for the dispatch entry -------------------------------------------------------------------- */

/*
 * A WDFREQUEST for an IRP that the framework received, marked pending, in no queue (EvtIoInCallerContext,
 * EvtDeviceFileCreate, a queue for creates). NULL: no memory, the IRP is untouched. `file` may be NULL.
 * IRQL <= DISPATCH_LEVEL.
 */
struct request *request_create_for_irp(struct device_io *io, PIRP irp, struct object *file);
/* Completes a request that no driver sees (any more). */
void request_complete_by_framework(struct request *request, NTSTATUS status, ULONG_PTR information);
/* Completes a request that counts as the driver's, in its stead. */
void request_complete_owned(struct request *request, NTSTATUS status);
/* Forgets a request without completing its IRP, which the caller takes back (a filter passes it down). */
PIRP request_detach_irp(struct request *request);

/* -- inside ------------------------------------------------------------------------------------ */

/* Bytes that a request of this device takes, its context included. */
SIZE_T request_bytes(const struct device_io *io);
/* Makes raw zeroed memory, or a request that was freed, a new request. `space` as of request_bytes. */
void request_init(struct request *request, struct device_io *io, PIRP irp, struct object *file);
struct request *request_alloc(struct device_io *io);
void request_free_memory(struct request *request);
/* The last reference is gone: puts the request into `REQUEST_FREE` (contexts destroyed, handle stale). */
void request_retire(struct request *request);

/* The lock of `where`, `flags` and `cancel_state`. */
KSPIN_LOCK *request_lock(struct request *request);

/* Ends the IRP: IoStatus, IoCompleteRequest. The request has left its lists or is marked completed. */
void request_finish_irp(struct request *request, NTSTATUS status, ULONG_PTR information, CCHAR boost);
/* Cleanup callbacks, children, memory objects: what happens to the object when its request completes (I4, K10). */
void request_cleanup(struct request *request);

/* The WDM cancel routine of marked requests, and the calls of EvtRequestCancel. */
DRIVER_CANCEL request_cancel_routine;
/* The request's cancel_state just became REQUEST_CANCEL_BEGUN and the caller holds a reference for this call. */
void request_present_cancel(struct request *request);

/* Length that IoStatus.Information may not exceed (I7); FALSE: no rule for this kind of request. */
BOOLEAN request_output_limit(const struct request *request, ULONG *ret_bytes);
/* Y2. ret_parameters->Size is kept. */
void request_get_parameters(const struct request *request, WDF_REQUEST_PARAMETERS *ret_parameters);
WDF_REQUEST_TYPE request_type(const struct request *request);

#endif
