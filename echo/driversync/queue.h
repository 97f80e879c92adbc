/* SPDX-License-Identifier: MIT */
/* queue.h: the one queue of an Echo device: it holds what the last write brought, and the request that waits. */
#ifndef ECHO_QUEUE_H
#define ECHO_QUEUE_H

#include <ntddk.h>
#include <wdf.h>
#include "driver.h"

/* Who completes a request; written once per request, under the queue's lock. */
typedef enum _ECHO_FINISHER {
    EchoFinisherNone = 0, /* it waits, marked cancelable */
    EchoFinisherTimer,
    EchoFinisherCancel,
    EchoFinisherDispatch, /* the routine that it was presented to */
} ECHO_FINISHER;

/* The context of every request. */
typedef struct _ECHO_REQUEST {
    ECHO_FINISHER Finisher;
    NTSTATUS Status; /* what the timer completes it with; the information is set in the request already */
} ECHO_REQUEST, *PECHO_REQUEST;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ECHO_REQUEST, request_context)

NTSTATUS queue_create(_In_ WDFDEVICE device, _In_ const ECHO_SETTINGS *settings);
VOID queue_start(_In_ WDFQUEUE queue);
VOID queue_stop(_In_ WDFQUEUE queue);

#endif
