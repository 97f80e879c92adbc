/* SPDX-License-Identifier: MIT */
/*
 * WDFQUEUE. queue.c makes and configures queues, queue_dispatch.c lets requests in and presents them,
 * queue_cancel.c takes waiting requests out again, queue_state.c starts, stops, drains and purges,
 * queue_power.c follows the device's power, queue_retrieve.c serves manual retrieval, forwarding and requeueing.
 *
 * Locks: a presentation lock is taken before a queue's lock, never after; while a queue's lock is held no callback is
 * called, no IRP completed and no other lock taken (but the machine's own).
 */
#ifndef KMDOCK_WDF_QUEUE_H
#define KMDOCK_WDF_QUEUE_H

#include "wdf/request.h"

enum {
    QUEUE_REQUESTS_KEPT_MAX = 256, /* freed requests a queue keeps for the next ones */
};

/* The request types that queues are chosen by. */
enum queue_kind {
    QUEUE_KIND_CREATE,
    QUEUE_KIND_READ,
    QUEUE_KIND_WRITE,
    QUEUE_KIND_CONTROL,
    QUEUE_KIND_INTERNAL,
    QUEUE_KINDS,
};

/* -- the I/O side of a device: embedded in struct device ---------------------------------------- */

struct device_io {
    struct object *device;
    struct fx_globals *globals;
    PDEVICE_OBJECT wdm;
    struct presentation presentation; /* scope Device */
    KSPIN_LOCK lock;                  /* guards `queues`, the chosen queues, requests in no queue */
    LIST_ENTRY queues;                /* of struct queue, in order of creation */
    struct queue *default_queue;
    struct queue *chosen[QUEUE_KINDS]; /* WdfDeviceConfigureRequestDispatching; NULL: the default queue */
    /* Set by the device before device_io_init, or while nothing is queued. */
    BOOLEAN filter;  /* WdfFdoInitSetFilter: queues are not power-managed by default (A7) */
    BOOLEAN control; /* a control device: never power-managed (A8) */
    /* Written by the functions below. */
    BOOLEAN added;      /* EvtDriverDeviceAdd has returned (A10) */
    BOOLEAN powered;    /* EvtDeviceD0Entry has returned and queues may run */
    BOOLEAN transition; /* in a power transition: no queue may be created (A5). The device sets it. */
    CCHAR boost;        /* default priority boost of completions (I5) */
    SIZE_T request_bytes;
    BOOLEAN has_request_attributes;
    WDF_OBJECT_ATTRIBUTES request_attributes; /* WdfDeviceInitSetRequestAttributes (P19) */
};

/* struct device begins with this. */
struct device_base {
    struct object object;
    struct device_io io;
};

static inline struct device_io *device_io_of(struct object *device)
{
    FX_ASSERT(device->type == OBJECT_DEVICE);
    return &CONTAINING_RECORD(device, struct device_base, object)->io;
}

/* After object_create of the device (its effective level and scope are read) and IoCreateDevice.
 * request_attributes may be NULL; it is copied. */
void device_io_init(struct device_io *io, struct object *device, PDEVICE_OBJECT wdm,
                    const WDF_OBJECT_ATTRIBUTES *request_attributes);
/* EvtDriverDeviceAdd has returned, or WdfControlFinishInitializing was called: queues that are not power-managed run.
 * IRQL <= DISPATCH_LEVEL. */
void device_io_added(struct device_io *io);
/* While the device is cleaned up: its callbacks on workers end. All queues are deleted. PASSIVE_LEVEL. */
void device_io_stop(struct device_io *io);

/* Calls `visit` for each queue in order of creation; the queue cannot go meanwhile. IRQL <= DISPATCH_LEVEL. */
void device_io_each_queue(struct device_io *io, void (*visit)(struct queue *queue, void *context), void *context);
/* WdfDeviceConfigureRequestDispatching: STATUS_INVALID_PARAMETER, STATUS_WDF_BUSY (C1, C2). */
NTSTATUS device_io_choose_queue(struct device_io *io, struct queue *queue, WDF_REQUEST_TYPE type);
/* The queue for an IRP's major function, NULL if there is none (C3 to C5). */
struct queue *device_io_queue_for(struct device_io *io, UCHAR major);

/*
 * An IRP for the queues: create (if a queue was chosen for it), read, write, device control, internal device control.
 * STATUS_NOT_FOUND: no queue for its type, the IRP is untouched (C4: fail it or pass it down). Anything else is the
 * dispatch routine's return value; the IRP is no longer the caller's. IRQL <= DISPATCH_LEVEL.
 */
NTSTATUS queue_insert_irp(struct device_io *io, PIRP irp, struct object *file);
/* The same for a chosen queue (WdfDeviceWdmDispatchIrpToIoQueue). */
NTSTATUS queue_insert_irp_into(struct queue *queue, PIRP irp, struct object *file);
/* A request that EvtIoInCallerContext had (WdfDeviceEnqueueRequest): STATUS_SUCCESS; STATUS_NOT_FOUND (no queue),
 * STATUS_WDF_BUSY (not accepting, C12): the request is still the driver's. */
NTSTATUS queue_insert_request(struct device_io *io, struct request *request);

/* -- power and PnP: called by the device's state machine at PASSIVE_LEVEL, one at a time --------- */

enum queue_selection {
    QUEUES_POWER_MANAGED,
    QUEUES_NOT_MANAGED,
};

/*
 * Holds back new presentations (state bit PnpHeld), calls EvtIoStop with `action` (WdfRequestStopActionSuspend or
 * …Purge) for every request that the driver owns, and waits until each is completed, requeued or acknowledged
 * (L3, L4). Arrivals are accepted and wait. Of queues that are not power-managed the driver is only told (L12): their
 * purge, which follows, waits.
 */
void device_queues_hold(struct device_io *io, enum queue_selection which, ULONG action);
/* D0 is reached: EvtIoResume for what was acknowledged without requeue, then presentation goes on (L6 to L8).
 * Only power-managed queues; sets io->powered. */
void device_queues_release(struct device_io *io);
/* Removal: nothing is accepted any more (late arrivals get STATUS_INVALID_DEVICE_STATE), waiting requests are
 * cancelled, marked ones get EvtRequestCancel; returns when the driver owns none. */
void device_queues_purge(struct device_io *io, enum queue_selection which);
/* Text for `kmdock status`: the device's queues, their state bits, counts, owned requests. PASSIVE_LEVEL. */
void device_queues_print(struct device_io *io, void (*print)(void *to, const CHAR *format, ...), void *to);

/* -- a queue -------------------------------------------------------------------------------------- */

/* queue.hold: why nothing is presented, beside the driver's own stop */
enum queue_hold {
    QUEUE_HOLD_ADD = 0x1,   /* EvtDriverDeviceAdd has not returned */
    QUEUE_HOLD_POWER = 0x2, /* the device is not in D0, or is about to leave it */
};

/* What a driver asked for and has not got yet. */
enum queue_change {
    QUEUE_CHANGE_NONE,
    QUEUE_CHANGE_STOP,  /* ends when the driver owns nothing */
    QUEUE_CHANGE_DRAIN, /* … and nothing waits */
    QUEUE_CHANGE_PURGE, /* … and nothing that was cancelled is still on its way out */
    QUEUE_CHANGE_STOP_AND_PURGE,
    QUEUE_CHANGE_CLOSE, /* … and no thread presents any more */
};

/* queue.due */
enum queue_due {
    QUEUE_DUE_CHANGE = 0x1, /* EvtIoQueueState of a state change */
    QUEUE_DUE_READY = 0x2,  /* EvtIoQueueState of WdfIoQueueReadyNotify */
};

/* A context that presents requests of the queue; on its stack. It looks at the queue again after every handler, so
 * whoever changes the queue from inside a handler need not. */
struct queue_loop {
    struct queue_loop *next;
    PKTHREAD thread;
    struct request *request; /* whose handler runs; NULL between handlers. Not to be dereferenced */
    BOOLEAN last_reference;  /* the handler deleted the queue: the loop holds a reference */
};

/* A thread that waits for a state change; on its stack. */
struct queue_waiter {
    struct queue_waiter *next;
    enum queue_change change;
    KEVENT done;
};

struct queue {
    struct object object;
    struct device_io *io;
    LIST_ENTRY link; /* io->queues */
    WDF_IO_QUEUE_CONFIG config;
    struct presentation *presentation; /* of its callbacks: `own` or the device's */
    struct presentation own;
    BOOLEAN power_managed;
    BOOLEAN closed;      /* removal: overrides `accepting` */
    KSPIN_LOCK lock;     /* guards everything below */
    BOOLEAN accepting;   /* WdfIoQueueAcceptRequests */
    BOOLEAN dispatching; /* WdfIoQueueDispatchRequests */
    UCHAR hold;          /* enum queue_hold */
    UCHAR change;        /* enum queue_change that `change_callback` waits for */
    UCHAR last_change;   /* the latest change asked for; NONE after Start */
    ULONG limit;         /* requests the driver may own by presentation */
    ULONG waiting_count;
    ULONG owned_count;   /* delivered and not completed, forwarded, requeued */
    ULONG acked_count;   /* of these: stop-acknowledged without requeue */
    ULONG leaving_count; /* taken out by cancel or purge, not completed yet */
    LIST_ENTRY waiting;
    LIST_ENTRY owned;
    struct queue_loop *loops;
    struct queue_waiter *waiters;
    struct request *kept; /* freed requests, by link.Flink */
    ULONG kept_count;
    PFN_WDF_IO_QUEUE_STATE change_callback;
    WDFCONTEXT change_context;
    PFN_WDF_IO_QUEUE_STATE ready_callback;
    WDFCONTEXT ready_context;
    UCHAR due;                              /* enum queue_due: callbacks that are owed */
    KEVENT *power_wait;                     /* device_queues_hold waits for any change */
    struct presentation_work dispatch_work; /* present when the lock is free or at PASSIVE_LEVEL */
    struct presentation_work change_work;
    struct presentation_work ready_work;
};

#define queue_from_handle(handle) CONTAINING_RECORD(object_from_handle((handle), OBJECT_QUEUE), struct queue, object)

static inline WDFQUEUE queue_handle(const struct queue *queue)
{
    return (WDFQUEUE)queue->object.self;
}

/* Presents what may be presented; never recursive on one thread. No lock held. IRQL <= DISPATCH_LEVEL. */
void queue_dispatch(struct queue *queue);
void queue_dispatch_run(struct presentation_work *work);
/* A request that the driver owned was completed: it leaves the queue, which may go on. No lock held. */
void queue_owned_left(struct queue *queue, struct request *request);
/* The calling thread runs a handler of this queue. queue->lock is held. */
BOOLEAN queue_loop_mine(const struct queue *queue);
/* Calls what is due. No lock held. */
void queue_deliver(struct queue *queue);
void queue_change_run(struct presentation_work *work);
void queue_ready_run(struct presentation_work *work);

/* -- the inside of the state machine; queue->lock is held -------------------------------------- */

BOOLEAN queue_may_present(const struct queue *queue);
static inline BOOLEAN queue_accepts(const struct queue *queue)
{
    return queue->accepting && !queue->closed;
}
/* Puts a request at the tail or head of those that wait. TRUE: it was cancelled before; it is REQUEST_CANCELLED now
 * and the caller ends it with queue_end_cancelled after unlocking. */
BOOLEAN queue_put_waiting(struct queue *queue, struct request *request, BOOLEAN head);
/* Takes a waiting request out. FALSE: its cancel routine runs and will end it. */
BOOLEAN queue_take_waiting(struct queue *queue, struct request *request);
void queue_put_owned(struct queue *queue, struct request *request);
void queue_drop_owned(struct queue *queue, struct request *request);
/* Something was completed or left: wakes who waited for it and finds what is due. */
void queue_check_changes(struct queue *queue);
/* Gives a completed request's memory back to the queue, or says FALSE: object_release it after unlocking. */
BOOLEAN queue_keep(struct queue *queue, struct request *request);

ULONG queue_state(const struct queue *queue); /* WDF_IO_QUEUE_STATE */

/* -- cancellation ------------------------------------------------------------------------------- */

/* The WDM cancel routine of waiting requests. */
DRIVER_CANCEL queue_cancel_routine;
/* Ends requests that were taken out as cancelled; no lock held. Linked by link.Flink, NULL at the end. */
void queue_end_cancelled(struct queue *queue, struct request *first);
/* Takes all waiting requests out; queue->lock is held. Returns those that the caller must end, linked as above. */
struct request *queue_take_all_cancelled(struct queue *queue);
/* EvtRequestCancel for every owned request that is marked cancelable. No lock held. */
void queue_cancel_owned(struct queue *queue);

/* -- changes ------------------------------------------------------------------------------------- */

/* Waits on the calling thread until `change` has come true. PASSIVE_LEVEL. */
void queue_wait(struct queue *queue, enum queue_change change);
/* Nothing is accepted any more, everything ends (removal, deletion). PASSIVE_LEVEL. */
void queue_close(struct queue *queue);
/* Lifts a hold and goes on. IRQL <= DISPATCH_LEVEL. */
void queue_unhold(struct queue *queue, UCHAR hold);
void queue_power_release(struct queue *queue);

#endif
