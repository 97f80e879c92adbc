/* SPDX-License-Identifier: MIT */
/* What the files of the puppet driver share. Documented DDIs only. */
#ifndef CONFORMANCE_PUPPET_DRIVER_H
#define CONFORMANCE_PUPPET_DRIVER_H

#include <ntddk.h>
#include <ntstrsafe.h>
#include <wdf.h>
#include "../check.h"
#include "puppet.h"

/* Behind every request of a tested device: callbacks may not ask for parameters everywhere. */
typedef struct {
    ULONG tag;
    ULONG presented; /* how often a handler got it */
} REQUEST_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(REQUEST_CONTEXT, request_context)

typedef struct {
    ULONG number;
} QUEUE_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(QUEUE_CONTEXT, queue_context)

typedef struct {
    ULONG opens;
} FILE_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(FILE_CONTEXT, file_context)

/* The device that is being tested. One at a time. */
struct puppet {
    struct puppet_config config;
    WDFDEVICE device;
    WDFQUEUE queue[PUPPET_QUEUES_MAX];
    WDFREQUEST request[PUPPET_TAGS_MAX]; /* by tag; handles of requests that the driver has or had */
    struct puppet_plan plan[PLANS_MAX];
    BOOLEAN planned[PLANS_MAX];
    ULONG fail;
    WDFREQUEST at_hand; /* unused outside of a plan */
};

extern struct puppet puppet;
extern const GUID puppet_interface;

/* -- log.c */
void log_start(void);
struct puppet_event *log_event(enum puppet_event_kind kind, ULONG tag, ULONG64 argument);
ULONG log_take(struct puppet_event *events, ULONG room);

/* -- device.c */
NTSTATUS puppet_device_create(PWDFDEVICE_INIT init);
NTSTATUS puppet_interface_create(WDFDEVICE device);

/* -- queue.c */
NTSTATUS puppet_queue_create(WDFDEVICE device, ULONG number);
ULONG puppet_tag(WDFREQUEST request);
EVT_WDF_REQUEST_CANCEL puppet_evt_cancel;
EVT_WDF_IO_QUEUE_STATE puppet_evt_state;
EVT_WDF_IO_QUEUE_STATE puppet_evt_ready;

/* -- operation.c */
void operations_start(void);
void operation_run(const struct puppet_op *op, WDFREQUEST at_hand, struct puppet_result *ret_result);
/* Runs a callback's plan; FALSE if it has none. */
BOOLEAN plan_run(ULONG of, WDFREQUEST at_hand);
BOOLEAN plan_is_set(ULONG of);

/* -- misuse.c: calls that break a rule, for tests/conformance/verifier */
NTSTATUS misuse(const struct puppet_op *op, WDFREQUEST request);

/* -- check_run.c */
void check_run_named(const char *name, WDFREQUEST request, struct puppet_result *ret_result);

#endif
