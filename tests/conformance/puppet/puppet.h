/* SPDX-License-Identifier: MIT */
/*
 * What the puppet driver and the scenarios that pull its strings share.
 *
 * The driver's first device is the control device: requests to it say how the next device is made (struct
 * puppet_config), what its callbacks do with what they get (struct puppet_plan), and what the driver does now (struct
 * puppet_op). Every callback of the tested device writes an event, which the scenario reads and compares.
 *
 * Requests carry a tag, so that events can name them: of a read or write the low half of its file offset, of a
 * control code its function number above 0x800.
 */
#ifndef CONFORMANCE_PUPPET_H
#define CONFORMANCE_PUPPET_H

#include <stdint.h>

enum {
    PUPPET_QUEUES_MAX = 4,
    PUPPET_OPS_MAX = 5,
    PUPPET_EVENTS_MAX = 256,
    PUPPET_TAGS_MAX = 64,
    PUPPET_TEXT_BYTES = 512,
    PUPPET_NAME_BYTES = 64,
    PUPPET_REFERENCE_MAX = 16,
};

/* CTL_CODE(FILE_DEVICE_UNKNOWN, function, method, FILE_ANY_ACCESS) */
#define PUPPET_IOCTL(function, method) (0x220000u | ((unsigned)(function) << 2) | (unsigned)(method))
#define PUPPET_IOCTL_TAG(tag, method)  PUPPET_IOCTL(0x800 + (tag), method)

/* To the control device, METHOD_BUFFERED. */
#define IOCTL_PUPPET_CONFIGURE PUPPET_IOCTL(0xa00, 0) /* in: struct puppet_config of the next device */
#define IOCTL_PUPPET_PLAN      PUPPET_IOCTL(0xa01, 0) /* in: struct puppet_plan */
#define IOCTL_PUPPET_DO        PUPPET_IOCTL(0xa02, 0) /* in: struct puppet_op, out: struct puppet_result */
#define IOCTL_PUPPET_LOG       PUPPET_IOCTL(0xa03, 0) /* out: the events so far, which are then forgotten */

/* -- how a device is made --------------------------------------------------------------------------- */

/* The values of WDF_IO_QUEUE_DISPATCH_TYPE, WDF_SYNCHRONIZATION_SCOPE, WDF_EXECUTION_LEVEL; 0 leaves the default. */
enum { SEQUENTIAL = 1, PARALLEL = 2, MANUAL = 3 };
enum { SCOPE_DEVICE = 2, SCOPE_QUEUE = 3, SCOPE_NONE = 4 };
enum { LEVEL_PASSIVE = 2, LEVEL_DISPATCH = 3 };
enum { POWER_DEFAULT = 0, POWER_MANAGED = 1, POWER_NOT_MANAGED = 2 };

/* Types of requests that are routed to a queue. */
enum { TYPE_CREATE = 1, TYPE_READ = 2, TYPE_WRITE = 4, TYPE_CONTROL = 8 };

/* Callbacks that a queue has. */
enum {
    ON_READ = 1,
    ON_WRITE = 2,
    ON_CONTROL = 4,
    ON_DEFAULT = 8,
    ON_STOP = 0x10,
    ON_RESUME = 0x20,
    ON_CANCELED = 0x40,
};

struct puppet_queue_config {
    uint8_t dispatch; /* 0: there is no such queue */
    uint8_t types;    /* routed to it; 0: it is the default queue if it is number 0, else none */
    uint8_t handlers;
    uint8_t power;
    uint8_t zero_length;
    uint8_t scope;
    uint8_t level;
    uint8_t presented; /* most requests that a parallel queue presents at once; 0: as many as there are */
};

/* Device callbacks, bits of struct puppet_config. */
enum {
    PNP_PREPARE = 1,
    PNP_D0_ENTRY = 2,
    PNP_POST_INTERRUPTS = 4,
    PNP_SELF_INIT = 8,
    PNP_SELF_SUSPEND = 0x10,
    PNP_PRE_INTERRUPTS = 0x20,
    PNP_D0_EXIT = 0x40,
    PNP_RELEASE = 0x80,
    PNP_SELF_FLUSH = 0x100,
    PNP_SELF_CLEANUP = 0x200,
    PNP_SELF_RESTART = 0x400,
    PNP_QUERY_REMOVE = 0x800,
    PNP_SURPRISE = 0x1000,
    PNP_FILTER_RESOURCES = 0x2000,
    PNP_ALL = 0x3fff,
};

enum { FILE_CREATE_EVENT = 1, FILE_CLEANUP_EVENT = 2, FILE_CLOSE_EVENT = 4, FILE_NO_OBJECT = 8, FILE_OPTIONAL = 16 };
enum { IO_BUFFERED = 0, IO_DIRECT = 1 };
enum { NO_INTERFACE = 1, NO_REQUEST_CONTEXT = 2, INTERFACE_IN_PREPARE = 4, LOG_OBJECTS = 8, IN_CALLER = 16 };

struct puppet_config {
    uint32_t scope;
    uint32_t level;
    uint32_t pnp;  /* callbacks that are registered and log */
    uint32_t fail; /* those that return STATUS_UNSUCCESSFUL */
    uint32_t file; /* FILE_… */
    uint32_t io_type;
    uint32_t flags;
    uint16_t reference[PUPPET_REFERENCE_MAX]; /* of the interface; "": none */
    struct puppet_queue_config queue[PUPPET_QUEUES_MAX];
};

/* -- what a driver can be told ---------------------------------------------------------------------- */

#define PUPPET_OPERATIONS(X)                                                                                           \
    X(COMPLETE, complete)                    /* tag, status, information */                                            \
    X(MARK, mark)                            /* tag */                                                                 \
    X(MARK_EX, markex)                       /* tag */                                                                 \
    X(UNMARK, unmark)                        /* tag */                                                                 \
    X(IS_CANCELED, iscanceled)               /* tag; value */                                                          \
    X(FORWARD, forward)                      /* tag, queue */                                                          \
    X(REQUEUE, requeue)                      /* tag */                                                                 \
    X(STOP_ACKNOWLEDGE, acknowledge)         /* tag, information: requeue */                                           \
    X(COMPLETE_IF_UNMARKED, finish)          /* tag: unmarks, and completes with status if that succeeds */            \
    X(DEREFERENCE, dereference)              /* tag */                                                                 \
    X(GET_QUEUE, getqueue)                   /* tag; value: queue number, PUPPET_QUEUES_MAX for NULL */                \
    X(GET_FILE, getfile)                     /* tag; value: there is one */                                            \
    X(GET_STATE, state)                      /* queue; value: state | queued << 8 | owned << 16 */                     \
    X(START, start)                          /* queue */                                                               \
    X(STOP, stop)                            /* queue, OP_CALLBACK: with a callback */                                 \
    X(DRAIN, drain)                          /* the same */                                                            \
    X(PURGE, purge)                          /* the same */                                                            \
    X(STOP_AND_PURGE, stopandpurge)          /* the same */                                                            \
    X(STOP_SYNC, stopsync)                   /* queue */                                                               \
    X(DRAIN_SYNC, drainsync)                 /* queue */                                                               \
    X(PURGE_SYNC, purgesync)                 /* queue */                                                               \
    X(STOP_AND_PURGE_SYNC, stopandpurgesync) /* queue */                                                               \
    X(RETRIEVE, retrieve)                    /* queue; value: tag */                                                   \
    X(RETRIEVE_BY_FILE, retrievebyfile)      /* queue, tag: of its file; value: tag */                                 \
    X(FIND, find)                            /* queue, tag: after this one, 0: the first, OP_SAME_FILE; value: tag */  \
    X(RETRIEVE_FOUND, retrievefound)         /* queue, tag */                                                          \
    X(READY_NOTIFY, readynotify)             /* queue, information: on */                                              \
    X(BLOCK, block)                          /* waits for RELEASE, spinning at DISPATCH_LEVEL */                       \
    X(RELEASE, release)                      /* one BLOCK */                                                           \
    X(CHECK, check)                          /* name, tag; text */                                                     \
    X(INTERFACE, interface)                  /* creates the device's interface */                                      \
    X(INTERFACE_STATE, interfacestate)       /* information: enabled */                                                \
    X(ACQUIRE, acquire)                      /* the queue's lock (queue < PUPPET_QUEUES_MAX) or the device's */        \
    X(UNLOCK, unlock)                        /* the same */                                                            \
    X(FAIL, fail)                            /* information: the mask of device callbacks that fail from now on */     \
    X(LOG, log)                              /* queue: a number to write into the log */                               \
    X(MISUSE, misuse)                        /* name: a call that breaks a rule; tag, queue */                         \
    X(ENQUEUE, enqueue)                      /* the request at hand in EvtIoInCallerContext */                         \
    X(TEXT, text)                            /* text: what checks in plans said since the last time */                 \
    X(SEND, send)   /* queue: the tag of a read that the driver sends to itself, without a file; waits for its end */  \
    X(TIMER, timer) /* queue, information: ms; one expiry of a timer under the queue, serialised if OP_CALLBACK */

enum puppet_operation {
    OP_NONE,
#define X(name, text) OP_##name,
    PUPPET_OPERATIONS(X)
#undef X
};

enum {
    OP_AT_DISPATCH = 1, /* done at DISPATCH_LEVEL */
    OP_LOGGED = 2,      /* an event "did NAME" when it has been done */
    OP_CALLBACK = 4,
    OP_SAME_FILE = 8,
    OP_THREAD = 16,    /* done on a system thread: a handler may not wait */
    OP_REFERENCE = 32, /* a reference is taken first, or kept by FIND: the handle stays good until DEREFERENCE */
};

struct puppet_op {
    uint32_t code;
    uint32_t tag; /* 0: in a plan, the request at hand */
    uint32_t queue;
    uint32_t flags;
    int32_t status;
    uint32_t only; /* in a plan: only for the request of this tag; 0: for all */
    uint64_t information;
    char name[PUPPET_NAME_BYTES];
};

struct puppet_result {
    int32_t status;
    uint32_t spare;
    uint64_t value;
    char text[PUPPET_TEXT_BYTES];
};

/* A callback's plan: operations on the request that it gets. Without one a handler keeps its request. */
enum puppet_plan_of {
    PLAN_QUEUE,                      /* + the queue's number: its handlers */
    PLAN_CANCEL = PUPPET_QUEUES_MAX, /* EvtRequestCancel; without one: completes with STATUS_CANCELLED */
    PLAN_CANCELED,                   /* EvtIoCanceledOnQueue; the same */
    PLAN_STOP,
    PLAN_RESUME,
    PLAN_STATE,
    PLAN_READY,
    PLAN_FILE_CREATE, /* without one: completes with STATUS_SUCCESS */
    PLAN_FILE_CLEANUP,
    PLAN_FILE_CLOSE,
    PLAN_D0_ENTRY,
    PLAN_D0_EXIT,
    PLAN_SURPRISE,
    PLAN_SELF_INIT,
    PLAN_SELF_SUSPEND,
    PLAN_SELF_RESTART,
    PLAN_IN_CALLER, /* without one: enqueues */
    PLANS_MAX
};

struct puppet_plan {
    uint32_t of;
    uint32_t times; /* then it is over; 0: it never is */
    struct puppet_op op[PUPPET_OPS_MAX];
};

/* -- what happened ---------------------------------------------------------------------------------- */

/* How an event reads: with its request's tag, with its argument, or both. */
enum { SHOW_NOTHING, SHOW_TAG, SHOW_ARGUMENT, SHOW_BOTH, SHOW_OPERATION };

#define PUPPET_EVENTS(X)                                                                                               \
    X(READ, "read", SHOW_TAG)                                                                                          \
    X(WRITE, "write", SHOW_TAG)                                                                                        \
    X(CONTROL, "control", SHOW_TAG)                                                                                    \
    X(DEFAULT, "default", SHOW_TAG)                                                                                    \
    X(CREATE_REQUEST, "create-request", SHOW_NOTHING)                                                                  \
    X(IN_CALLER, "in-caller", SHOW_TAG)                                                                                \
    X(CANCEL, "cancel", SHOW_TAG)                                                                                      \
    X(CANCELED_ON_QUEUE, "canceled-on-queue", SHOW_TAG)                                                                \
    X(STOP, "stop", SHOW_BOTH)                                                                                         \
    X(RESUME, "resume", SHOW_TAG)                                                                                      \
    X(STATE, "state", SHOW_ARGUMENT)                                                                                   \
    X(READY, "ready", SHOW_ARGUMENT)                                                                                   \
    X(DID, "did", SHOW_OPERATION)                                                                                      \
    X(TIMER, "timer", SHOW_ARGUMENT)                                                                                   \
    X(LOG, "log", SHOW_ARGUMENT)                                                                                       \
    X(FILE_CREATE, "file-create", SHOW_NOTHING)                                                                        \
    X(FILE_CLEANUP, "file-cleanup", SHOW_NOTHING)                                                                      \
    X(FILE_CLOSE, "file-close", SHOW_NOTHING)                                                                          \
    X(FILE_DELETE, "file-deleted", SHOW_NOTHING)                                                                       \
    X(ADDED, "DeviceAdd", SHOW_NOTHING)                                                                                \
    X(FILTER, "Filter", SHOW_NOTHING)                                                                                  \
    X(FILTER_ADD, "FilterAdd", SHOW_NOTHING)                                                                           \
    X(REMOVE_ADDED, "RemoveAdded", SHOW_NOTHING)                                                                       \
    X(PREPARE, "PrepareHardware", SHOW_NOTHING)                                                                        \
    X(D0_ENTRY, "D0Entry", SHOW_ARGUMENT)                                                                              \
    X(POST_INTERRUPTS, "PostInterrupts", SHOW_ARGUMENT)                                                                \
    X(SELF_INIT, "SelfInit", SHOW_NOTHING)                                                                             \
    X(SELF_RESTART, "SelfRestart", SHOW_NOTHING)                                                                       \
    X(SELF_SUSPEND, "SelfSuspend", SHOW_NOTHING)                                                                       \
    X(PRE_INTERRUPTS, "PreInterrupts", SHOW_ARGUMENT)                                                                  \
    X(D0_EXIT, "D0Exit", SHOW_ARGUMENT)                                                                                \
    X(RELEASE, "ReleaseHardware", SHOW_NOTHING)                                                                        \
    X(SELF_FLUSH, "SelfFlush", SHOW_NOTHING)                                                                           \
    X(SELF_CLEANUP, "SelfCleanup", SHOW_NOTHING)                                                                       \
    X(QUERY_REMOVE, "QueryRemove", SHOW_NOTHING)                                                                       \
    X(SURPRISE, "SurpriseRemoval", SHOW_NOTHING)                                                                       \
    X(DEVICE_CLEANUP, "DeviceCleanup", SHOW_NOTHING)                                                                   \
    X(DEVICE_DESTROY, "DeviceDestroy", SHOW_NOTHING)                                                                   \
    X(REQUEST_CLEANUP, "request-cleanup", SHOW_TAG)                                                                    \
    X(REQUEST_DESTROY, "request-destroy", SHOW_TAG)

enum puppet_event_kind {
    EVENT_NONE,
#define X(name, text, show) EVENT_##name,
    PUPPET_EVENTS(X)
#undef X
};

struct puppet_event {
    uint8_t kind;
    uint8_t irql;
    uint8_t queue;
    uint8_t critical; /* normal kernel APCs are disabled: in a critical region */
    uint32_t tag;
    int32_t status;
    uint32_t thread;
    uint64_t argument;
    uint64_t more[2]; /* of a handler: the lengths, in the order of its arguments */
};

#endif
