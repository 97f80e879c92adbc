/* SPDX-License-Identifier: MIT */
/* clang-format off */
/* style_driver.h: the header of a driver as Windows driver authors write it: one for all files, with the contexts. */

#pragma warning(disable:4201) // nameless struct/union
#pragma warning(disable:4214)

#define NTSTRSAFE_LIB
#include <Ntddk.h>
#include <wdf.h>
#include <Wdmguid.h>
#include <ntstrsafe.h>
#include <DriverSpecs.h>

#define STYLE_TAG 'tag1'
#define TIMER_PERIOD 100

#ifndef MIN_LENGTH
#define MIN_LENGTH(a, b) (((a) < (b)) ? (a) : (b))
#endif

__pragma(warning(push)) __pragma(warning(disable : 4100))

    typedef struct _DEVICE_CONTEXT
{
    ULONG PrivateDeviceData;
    LONG Opens;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

typedef struct _QUEUE_CONTEXT
{
    PVOID Buffer;
    _Field_range_(0, MAXULONG) ULONG Length;
    WDFTIMER Timer;
    WDFREQUEST CurrentRequest;
    NTSTATUS CurrentStatus;
    WDFSPINLOCK SpinLock;
} QUEUE_CONTEXT, *PQUEUE_CONTEXT;

typedef struct _REQUEST_CONTEXT
{
    LONG CancelCompletionOwnershipCount;
    LONG volatile Claimed;
} REQUEST_CONTEXT, *PREQUEST_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE(DEVICE_CONTEXT)
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(QUEUE_CONTEXT, QueueGetContext)
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(REQUEST_CONTEXT, RequestGetContext)

__pragma(warning(pop))

#ifdef __cplusplus
extern "C" {
#endif

DRIVER_INITIALIZE DriverEntry;
EVT_WDF_DRIVER_DEVICE_ADD StyleEvtDeviceAdd;
EVT_WDF_OBJECT_CONTEXT_CLEANUP StyleEvtDriverContextCleanup;
EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT StyleEvtDeviceSelfManagedIoStart;
EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND StyleEvtDeviceSelfManagedIoSuspend;
EVT_WDF_IO_QUEUE_CONTEXT_DESTROY_CALLBACK StyleEvtIoQueueContextDestroy;
EVT_WDF_IO_QUEUE_IO_READ StyleEvtIoRead;
EVT_WDF_IO_QUEUE_IO_WRITE StyleEvtIoWrite;
EVT_WDF_REQUEST_CANCEL StyleEvtRequestCancel;
EVT_WDF_TIMER StyleEvtTimerFunc;

NTSTATUS
StyleDeviceCreate(IN PWDFDEVICE_INIT DeviceInit);

NTSTATUS
StyleQueueInitialize(_In_ WDFDEVICE Device);

_IRQL_requires_max_(PASSIVE_LEVEL)
_Must_inspect_result_
NTSTATUS
StylePrintDriverVersion(void);

#ifdef __cplusplus
}
#endif
