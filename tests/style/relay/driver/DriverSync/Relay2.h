/* SPDX-License-Identifier: MIT */
#if !defined(_RELAY2_H_)
#define _RELAY2_H_

#include <NTDDK.H>
#include <WDF.h>
#include <ntintsafe.h>
#include <initguid.h>
#include "..\..\inc\Public.h"

#if DBG
#define TRAP()              WdfVerifierDbgBreakPoint()
#define RELAY_TRACE(_x_)    DbgPrint _x_
#else
#define TRAP()
#define RELAY_TRACE(_x_)
#endif

#define RELAY_STRIDE        FIELD_OFFSET(SLOT, Bytes)

typedef struct _SLOT {
    ULONG Length;
    UCHAR Bytes[ANYSIZE_ARRAY];
} SLOT, *PSLOT;

typedef struct _REQUEST_NOTE {
    LONG volatile   Owners;     /* the timer and the cancel routine; who takes the last one away completes */
    LONG volatile   Taken;
} REQUEST_NOTE, *PREQUEST_NOTE;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(REQUEST_NOTE, GetRequestNote)

typedef struct _QUEUE_STATE {
    WDFSPINLOCK Lock;
    WDFTIMER    Timer;
    PSLOT       Slot;
    WDFREQUEST  Pending;
    ULONG       Cancels;
} QUEUE_STATE, *PQUEUE_STATE;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(QUEUE_STATE, GetQueueState);

typedef struct _GLOBALS {
    volatile LONG   Devices;
    WDFDRIVER       Driver;
} GLOBALS;

extern GLOBALS Globals;

NTSTATUS Relay2CreateQueue(__in WDFDEVICE Device);

EVT_WDF_DRIVER_DEVICE_ADD                   Relay2DeviceAdd;
EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT         Relay2Start;
EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND      Relay2Suspend;
EVT_WDF_IO_QUEUE_IO_READ                    Relay2Read;
EVT_WDF_IO_QUEUE_IO_WRITE                   Relay2Write;
EVT_WDF_REQUEST_CANCEL                      Relay2Cancel;
EVT_WDF_TIMER                               Relay2Timer;
EVT_WDF_OBJECT_CONTEXT_DESTROY              Relay2QueueDestroy;

#endif  // _RELAY2_H_
