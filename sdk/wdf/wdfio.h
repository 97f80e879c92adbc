/* SPDX-License-Identifier: MIT */
/* wdfio.h: the io interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFIO_H
#define KMDOCK_WDFIO_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_IO_FORWARD_PROGRESS_ACTION {
    WdfIoForwardProgressActionInvalid = 0,
    WdfIoForwardProgressActionFailRequest = 1,
    WdfIoForwardProgressActionUseReservedRequest = 2,
} WDF_IO_FORWARD_PROGRESS_ACTION, *PWDF_IO_FORWARD_PROGRESS_ACTION;

typedef enum _WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY {
    WdfIoForwardProgressInvalidPolicy = 0,
    WdfIoForwardProgressReservedPolicyAlwaysUseReservedRequest = 1,
    WdfIoForwardProgressReservedPolicyUseExamine = 2,
    WdfIoForwardProgressReservedPolicyPagingIO = 3,
} WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY, *PWDF_IO_FORWARD_PROGRESS_RESERVED_POLICY;

typedef enum _WDF_IO_QUEUE_DISPATCH_TYPE {
    WdfIoQueueDispatchInvalid = 0,
    WdfIoQueueDispatchSequential = 1,
    WdfIoQueueDispatchParallel = 2,
    WdfIoQueueDispatchManual = 3,
    WdfIoQueueDispatchMax = 4,
} WDF_IO_QUEUE_DISPATCH_TYPE, *PWDF_IO_QUEUE_DISPATCH_TYPE;

typedef enum _WDF_IO_QUEUE_STATE {
    WdfIoQueueAcceptRequests = 1,
    WdfIoQueueDispatchRequests = 2,
    WdfIoQueueNoRequests = 4,
    WdfIoQueueDriverNoRequests = 8,
    WdfIoQueuePnpHeld = 16,
} WDF_IO_QUEUE_STATE, *PWDF_IO_QUEUE_STATE;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_allocate_request_resources */
typedef NTSTATUS EVT_WDF_IO_ALLOCATE_REQUEST_RESOURCES(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request);
typedef EVT_WDF_IO_ALLOCATE_REQUEST_RESOURCES *PFN_WDF_IO_ALLOCATE_REQUEST_RESOURCES;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_allocate_resources_for_reserved_request */
typedef NTSTATUS EVT_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request);
typedef EVT_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST *PFN_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_queue_io_canceled_on_queue */
typedef VOID EVT_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request);
typedef EVT_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE *PFN_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_queue_io_default */
typedef VOID EVT_WDF_IO_QUEUE_IO_DEFAULT(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request);
typedef EVT_WDF_IO_QUEUE_IO_DEFAULT *PFN_WDF_IO_QUEUE_IO_DEFAULT;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_queue_io_device_control */
typedef VOID EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request,
    _In_ size_t OutputBufferLength, _In_ size_t InputBufferLength, _In_ ULONG IoControlCode);
typedef EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL *PFN_WDF_IO_QUEUE_IO_DEVICE_CONTROL;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_queue_io_internal_device_control */
typedef VOID EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request,
    _In_ size_t OutputBufferLength, _In_ size_t InputBufferLength, _In_ ULONG IoControlCode);
typedef EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL *PFN_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_queue_io_read */
typedef VOID EVT_WDF_IO_QUEUE_IO_READ(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request, _In_ size_t Length);
typedef EVT_WDF_IO_QUEUE_IO_READ *PFN_WDF_IO_QUEUE_IO_READ;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_queue_io_resume */
typedef VOID EVT_WDF_IO_QUEUE_IO_RESUME(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request);
typedef EVT_WDF_IO_QUEUE_IO_RESUME *PFN_WDF_IO_QUEUE_IO_RESUME;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_queue_io_stop */
typedef VOID EVT_WDF_IO_QUEUE_IO_STOP(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request, _In_ ULONG ActionFlags);
typedef EVT_WDF_IO_QUEUE_IO_STOP *PFN_WDF_IO_QUEUE_IO_STOP;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_queue_io_write */
typedef VOID EVT_WDF_IO_QUEUE_IO_WRITE(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request, _In_ size_t Length);
typedef EVT_WDF_IO_QUEUE_IO_WRITE *PFN_WDF_IO_QUEUE_IO_WRITE;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_queue_state */
typedef VOID EVT_WDF_IO_QUEUE_STATE(_In_ WDFQUEUE Queue, _In_ WDFCONTEXT Context);
typedef EVT_WDF_IO_QUEUE_STATE *PFN_WDF_IO_QUEUE_STATE;

/* Called at IRQL <= DISPATCH_LEVEL. wdfio/nc-wdfio-evt_wdf_io_wdm_irp_for_forward_progress */
typedef WDF_IO_FORWARD_PROGRESS_ACTION EVT_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS(_In_ WDFQUEUE Queue, _In_ PIRP Irp);
typedef EVT_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS *PFN_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS;

struct _WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY_SETTINGS {
    union {
        struct {
            PFN_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS EvtIoWdmIrpForForwardProgress;
        } ExaminePolicy;
    } Policy;
};

struct _WDF_IO_QUEUE_CONFIG {
    ULONG Size;
    WDF_IO_QUEUE_DISPATCH_TYPE DispatchType;
    WDF_TRI_STATE PowerManaged;
    BOOLEAN AllowZeroLengthRequests;
    BOOLEAN DefaultQueue;
    PFN_WDF_IO_QUEUE_IO_DEFAULT EvtIoDefault;
    PFN_WDF_IO_QUEUE_IO_READ EvtIoRead;
    PFN_WDF_IO_QUEUE_IO_WRITE EvtIoWrite;
    PFN_WDF_IO_QUEUE_IO_DEVICE_CONTROL EvtIoDeviceControl;
    PFN_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL EvtIoInternalDeviceControl;
    PFN_WDF_IO_QUEUE_IO_STOP EvtIoStop;
    PFN_WDF_IO_QUEUE_IO_RESUME EvtIoResume;
    PFN_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE EvtIoCanceledOnQueue;
    union {
        struct {
            ULONG NumberOfPresentedRequests;
        } Parallel;
    } Settings;
    WDFDRIVER Driver;
};

struct _WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY {
    ULONG Size;
    ULONG TotalForwardProgressRequests;
    WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY ForwardProgressReservedPolicy;
    WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY_SETTINGS ForwardProgressReservePolicySettings;
    PFN_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST EvtIoAllocateResourcesForReservedRequest;
    PFN_WDF_IO_ALLOCATE_REQUEST_RESOURCES EvtIoAllocateRequestResources;
};

/* wdfio/nf-wdfio-wdf_io_queue_config_init */
WDF_INLINE VOID WDF_IO_QUEUE_CONFIG_INIT(PWDF_IO_QUEUE_CONFIG Config, WDF_IO_QUEUE_DISPATCH_TYPE DispatchType)
{
    RtlZeroMemory(Config, sizeof(WDF_IO_QUEUE_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_IO_QUEUE_CONFIG);
    Config->DispatchType = DispatchType;
    Config->PowerManaged = WdfUseDefault;
    if (DispatchType == WdfIoQueueDispatchParallel) {
        Config->Settings.Parallel.NumberOfPresentedRequests = (ULONG)-1;
    }
}

/* wdfio/nf-wdfio-wdf_io_queue_config_init_default_queue */
WDF_INLINE VOID WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(PWDF_IO_QUEUE_CONFIG Config,
    WDF_IO_QUEUE_DISPATCH_TYPE DispatchType)
{
    RtlZeroMemory(Config, sizeof(WDF_IO_QUEUE_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_IO_QUEUE_CONFIG);
    Config->DispatchType = DispatchType;
    Config->PowerManaged = WdfUseDefault;
    Config->DefaultQueue = TRUE;
    if (DispatchType == WdfIoQueueDispatchParallel) {
        Config->Settings.Parallel.NumberOfPresentedRequests = (ULONG)-1;
    }
}

/* wdfio/nf-wdfio-wdf_io_queue_forward_progress_policy_default_init */
WDF_INLINE VOID WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY_DEFAULT_INIT(PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY Policy,
    ULONG TotalForwardProgressRequests)
{
    RtlZeroMemory(Policy, sizeof(WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY));
    Policy->Size = (ULONG)sizeof(WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY);
    Policy->TotalForwardProgressRequests = TotalForwardProgressRequests;
    Policy->ForwardProgressReservedPolicy = WdfIoForwardProgressReservedPolicyAlwaysUseReservedRequest;
}

/* wdfio/nf-wdfio-wdf_io_queue_forward_progress_policy_examine_init */
WDF_INLINE VOID WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY_EXAMINE_INIT(PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY Policy,
    ULONG TotalForwardProgressRequests, PFN_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS EvtIoWdmIrpForForwardProgress)
{
    RtlZeroMemory(Policy, sizeof(WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY));
    Policy->Size = (ULONG)sizeof(WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY);
    Policy->TotalForwardProgressRequests = TotalForwardProgressRequests;
    Policy->ForwardProgressReservedPolicy = WdfIoForwardProgressReservedPolicyUseExamine;
    Policy->ForwardProgressReservePolicySettings.Policy.ExaminePolicy.EvtIoWdmIrpForForwardProgress = EvtIoWdmIrpForForwardProgress;
}

/* wdfio/nf-wdfio-wdf_io_queue_forward_progress_policy_pagingio_init */
WDF_INLINE VOID WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY_PAGINGIO_INIT(PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY Policy,
    ULONG TotalForwardProgressRequests)
{
    RtlZeroMemory(Policy, sizeof(WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY));
    Policy->Size = (ULONG)sizeof(WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY);
    Policy->TotalForwardProgressRequests = TotalForwardProgressRequests;
    Policy->ForwardProgressReservedPolicy = WdfIoForwardProgressReservedPolicyPagingIO;
}

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueuecreate */
typedef NTSTATUS (*PFN_WDFIOQUEUECREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_IO_QUEUE_CONFIG Config, _In_opt_ PWDF_OBJECT_ATTRIBUTES QueueAttributes, _Out_opt_ WDFQUEUE *Queue);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoQueueCreate(_In_ WDFDEVICE Device, _In_ PWDF_IO_QUEUE_CONFIG Config,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES QueueAttributes, _Out_opt_ WDFQUEUE *Queue)
{
    return WDF_CALL(PFN_WDFIOQUEUECREATE, WdfIoQueueCreate)(WdfDriverGlobals, Device, Config, QueueAttributes, Queue);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueuegetstate */
typedef WDF_IO_QUEUE_STATE (*PFN_WDFIOQUEUEGETSTATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue,
    _Out_opt_ PULONG QueueRequests, _Out_opt_ PULONG DriverRequests);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDF_IO_QUEUE_STATE WdfIoQueueGetState(_In_ WDFQUEUE Queue, _Out_opt_ PULONG QueueRequests,
    _Out_opt_ PULONG DriverRequests)
{
    return WDF_CALL(PFN_WDFIOQUEUEGETSTATE, WdfIoQueueGetState)(WdfDriverGlobals, Queue, QueueRequests,
        DriverRequests);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueuestart */
typedef VOID (*PFN_WDFIOQUEUESTART)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoQueueStart(_In_ WDFQUEUE Queue)
{
    WDF_CALL(PFN_WDFIOQUEUESTART, WdfIoQueueStart)(WdfDriverGlobals, Queue);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueuestop */
typedef VOID (*PFN_WDFIOQUEUESTOP)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue,
    _In_opt_ PFN_WDF_IO_QUEUE_STATE StopComplete, _In_opt_ WDFCONTEXT Context);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoQueueStop(_In_ WDFQUEUE Queue, _In_opt_ PFN_WDF_IO_QUEUE_STATE StopComplete,
    _In_opt_ WDFCONTEXT Context)
{
    WDF_CALL(PFN_WDFIOQUEUESTOP, WdfIoQueueStop)(WdfDriverGlobals, Queue, StopComplete, Context);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfio/nf-wdfio-wdfioqueuestopsynchronously */
typedef VOID (*PFN_WDFIOQUEUESTOPSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoQueueStopSynchronously(_In_ WDFQUEUE Queue)
{
    WDF_CALL(PFN_WDFIOQUEUESTOPSYNCHRONOUSLY, WdfIoQueueStopSynchronously)(WdfDriverGlobals, Queue);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueuegetdevice */
typedef WDFDEVICE (*PFN_WDFIOQUEUEGETDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDEVICE WdfIoQueueGetDevice(_In_ WDFQUEUE Queue)
{
    return WDF_CALL(PFN_WDFIOQUEUEGETDEVICE, WdfIoQueueGetDevice)(WdfDriverGlobals, Queue);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueueretrievenextrequest */
typedef NTSTATUS (*PFN_WDFIOQUEUERETRIEVENEXTREQUEST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue,
    _Out_ WDFREQUEST *OutRequest);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoQueueRetrieveNextRequest(_In_ WDFQUEUE Queue, _Out_ WDFREQUEST *OutRequest)
{
    return WDF_CALL(PFN_WDFIOQUEUERETRIEVENEXTREQUEST, WdfIoQueueRetrieveNextRequest)(WdfDriverGlobals, Queue,
        OutRequest);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueueretrieverequestbyfileobject */
typedef NTSTATUS (*PFN_WDFIOQUEUERETRIEVEREQUESTBYFILEOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFQUEUE Queue, _In_ WDFFILEOBJECT FileObject, _Out_ WDFREQUEST *OutRequest);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoQueueRetrieveRequestByFileObject(_In_ WDFQUEUE Queue, _In_ WDFFILEOBJECT FileObject,
    _Out_ WDFREQUEST *OutRequest)
{
    return WDF_CALL(PFN_WDFIOQUEUERETRIEVEREQUESTBYFILEOBJECT, WdfIoQueueRetrieveRequestByFileObject)(
        WdfDriverGlobals, Queue, FileObject, OutRequest);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueuefindrequest */
typedef NTSTATUS (*PFN_WDFIOQUEUEFINDREQUEST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue,
    _In_opt_ WDFREQUEST FoundRequest, _In_opt_ WDFFILEOBJECT FileObject,
    _Inout_opt_ PWDF_REQUEST_PARAMETERS Parameters, _Out_ WDFREQUEST *OutRequest);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoQueueFindRequest(_In_ WDFQUEUE Queue, _In_opt_ WDFREQUEST FoundRequest,
    _In_opt_ WDFFILEOBJECT FileObject, _Inout_opt_ PWDF_REQUEST_PARAMETERS Parameters, _Out_ WDFREQUEST *OutRequest)
{
    return WDF_CALL(PFN_WDFIOQUEUEFINDREQUEST, WdfIoQueueFindRequest)(WdfDriverGlobals, Queue, FoundRequest,
        FileObject, Parameters, OutRequest);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueueretrievefoundrequest */
typedef NTSTATUS (*PFN_WDFIOQUEUERETRIEVEFOUNDREQUEST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST FoundRequest, _Out_ WDFREQUEST *OutRequest);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoQueueRetrieveFoundRequest(_In_ WDFQUEUE Queue, _In_ WDFREQUEST FoundRequest,
    _Out_ WDFREQUEST *OutRequest)
{
    return WDF_CALL(PFN_WDFIOQUEUERETRIEVEFOUNDREQUEST, WdfIoQueueRetrieveFoundRequest)(WdfDriverGlobals, Queue,
        FoundRequest, OutRequest);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfio/nf-wdfio-wdfioqueuedrainsynchronously */
typedef VOID (*PFN_WDFIOQUEUEDRAINSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoQueueDrainSynchronously(_In_ WDFQUEUE Queue)
{
    WDF_CALL(PFN_WDFIOQUEUEDRAINSYNCHRONOUSLY, WdfIoQueueDrainSynchronously)(WdfDriverGlobals, Queue);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueuedrain */
typedef VOID (*PFN_WDFIOQUEUEDRAIN)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue,
    _In_opt_ PFN_WDF_IO_QUEUE_STATE DrainComplete, _In_opt_ WDFCONTEXT Context);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoQueueDrain(_In_ WDFQUEUE Queue, _In_opt_ PFN_WDF_IO_QUEUE_STATE DrainComplete,
    _In_opt_ WDFCONTEXT Context)
{
    WDF_CALL(PFN_WDFIOQUEUEDRAIN, WdfIoQueueDrain)(WdfDriverGlobals, Queue, DrainComplete, Context);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfio/nf-wdfio-wdfioqueuepurgesynchronously */
typedef VOID (*PFN_WDFIOQUEUEPURGESYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoQueuePurgeSynchronously(_In_ WDFQUEUE Queue)
{
    WDF_CALL(PFN_WDFIOQUEUEPURGESYNCHRONOUSLY, WdfIoQueuePurgeSynchronously)(WdfDriverGlobals, Queue);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueuepurge */
typedef VOID (*PFN_WDFIOQUEUEPURGE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue,
    _In_opt_ PFN_WDF_IO_QUEUE_STATE PurgeComplete, _In_opt_ WDFCONTEXT Context);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoQueuePurge(_In_ WDFQUEUE Queue, _In_opt_ PFN_WDF_IO_QUEUE_STATE PurgeComplete,
    _In_opt_ WDFCONTEXT Context)
{
    WDF_CALL(PFN_WDFIOQUEUEPURGE, WdfIoQueuePurge)(WdfDriverGlobals, Queue, PurgeComplete, Context);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueuereadynotify */
typedef NTSTATUS (*PFN_WDFIOQUEUEREADYNOTIFY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue,
    _In_opt_ PFN_WDF_IO_QUEUE_STATE QueueReady, _In_opt_ WDFCONTEXT Context);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoQueueReadyNotify(_In_ WDFQUEUE Queue, _In_opt_ PFN_WDF_IO_QUEUE_STATE QueueReady,
    _In_opt_ WDFCONTEXT Context)
{
    return WDF_CALL(PFN_WDFIOQUEUEREADYNOTIFY, WdfIoQueueReadyNotify)(WdfDriverGlobals, Queue, QueueReady, Context);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfio/nf-wdfio-wdfioqueueassignforwardprogresspolicy */
typedef NTSTATUS (*PFN_WDFIOQUEUEASSIGNFORWARDPROGRESSPOLICY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFQUEUE Queue, _In_ PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY ForwardProgressPolicy);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoQueueAssignForwardProgressPolicy(_In_ WDFQUEUE Queue,
    _In_ PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY ForwardProgressPolicy)
{
    return WDF_CALL(PFN_WDFIOQUEUEASSIGNFORWARDPROGRESSPOLICY, WdfIoQueueAssignForwardProgressPolicy)(
        WdfDriverGlobals, Queue, ForwardProgressPolicy);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfio/nf-wdfio-wdfioqueuestopandpurge */
typedef VOID (*PFN_WDFIOQUEUESTOPANDPURGE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue,
    _In_opt_ PFN_WDF_IO_QUEUE_STATE StopAndPurgeComplete, _In_opt_ WDFCONTEXT Context);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoQueueStopAndPurge(_In_ WDFQUEUE Queue, _In_opt_ PFN_WDF_IO_QUEUE_STATE StopAndPurgeComplete,
    _In_opt_ WDFCONTEXT Context)
{
    WDF_CALL(PFN_WDFIOQUEUESTOPANDPURGE, WdfIoQueueStopAndPurge)(WdfDriverGlobals, Queue, StopAndPurgeComplete,
        Context);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfio/nf-wdfio-wdfioqueuestopandpurgesynchronously */
typedef VOID (*PFN_WDFIOQUEUESTOPANDPURGESYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFQUEUE Queue);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoQueueStopAndPurgeSynchronously(_In_ WDFQUEUE Queue)
{
    WDF_CALL(PFN_WDFIOQUEUESTOPANDPURGESYNCHRONOUSLY, WdfIoQueueStopAndPurgeSynchronously)(WdfDriverGlobals, Queue);
}
#endif

/* What a queue's state means, put together from its bits: wdfio/nf-wdfio-wdf_io_queue_idle and its neighbours. */
#define KMDOCK_QUEUE_STATE(State, Set, Clear) ((BOOLEAN)(((ULONG)(State) & ((Set) | (Clear))) == (ULONG)(Set)))

WDF_INLINE BOOLEAN WDF_IO_QUEUE_IDLE(WDF_IO_QUEUE_STATE State)
{
    return KMDOCK_QUEUE_STATE(State, WdfIoQueueNoRequests | WdfIoQueueDriverNoRequests, 0);
}

WDF_INLINE BOOLEAN WDF_IO_QUEUE_READY(WDF_IO_QUEUE_STATE State)
{
    return KMDOCK_QUEUE_STATE(State, WdfIoQueueDispatchRequests | WdfIoQueueAcceptRequests, WdfIoQueuePnpHeld);
}

WDF_INLINE BOOLEAN WDF_IO_QUEUE_STOPPED(WDF_IO_QUEUE_STATE State)
{
    return KMDOCK_QUEUE_STATE(State, WdfIoQueueDriverNoRequests | WdfIoQueueAcceptRequests, WdfIoQueueDispatchRequests);
}

WDF_INLINE BOOLEAN WDF_IO_QUEUE_DRAINED(WDF_IO_QUEUE_STATE State)
{
    return KMDOCK_QUEUE_STATE(State, WdfIoQueueDispatchRequests | WdfIoQueueNoRequests | WdfIoQueueDriverNoRequests,
                              WdfIoQueueAcceptRequests);
}

WDF_INLINE BOOLEAN WDF_IO_QUEUE_PURGED(WDF_IO_QUEUE_STATE State)
{
    return KMDOCK_QUEUE_STATE(State, WdfIoQueueNoRequests | WdfIoQueueDriverNoRequests, WdfIoQueueAcceptRequests);
}

#ifdef __cplusplus
}
#endif

#endif
