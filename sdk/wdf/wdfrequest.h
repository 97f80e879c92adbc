/* SPDX-License-Identifier: MIT */
/* wdfrequest.h: the request interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFREQUEST_H
#define KMDOCK_WDFREQUEST_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_REQUEST_FORWARD_OPTIONS_FLAGS {
    WDF_REQUEST_FORWARD_OPTION_SEND_AND_FORGET = 1,
} WDF_REQUEST_FORWARD_OPTIONS_FLAGS, *PWDF_REQUEST_FORWARD_OPTIONS_FLAGS;

typedef enum _WDF_REQUEST_REUSE_FLAGS {
    WDF_REQUEST_REUSE_NO_FLAGS = 0,
    WDF_REQUEST_REUSE_SET_NEW_IRP = 1,
} WDF_REQUEST_REUSE_FLAGS, *PWDF_REQUEST_REUSE_FLAGS;

typedef enum _WDF_REQUEST_SEND_OPTIONS_FLAGS {
    WDF_REQUEST_SEND_OPTION_TIMEOUT = 1,
    WDF_REQUEST_SEND_OPTION_SYNCHRONOUS = 2,
    WDF_REQUEST_SEND_OPTION_IGNORE_TARGET_STATE = 4,
    WDF_REQUEST_SEND_OPTION_SEND_AND_FORGET = 8,
    WDF_REQUEST_SEND_OPTION_IMPERSONATE_CLIENT = 0x10000,
    WDF_REQUEST_SEND_OPTION_IMPERSONATION_IGNORE_FAILURE = 0x20000,
} WDF_REQUEST_SEND_OPTIONS_FLAGS, *PWDF_REQUEST_SEND_OPTIONS_FLAGS;

typedef enum _WDF_REQUEST_STOP_ACTION_FLAGS {
    WdfRequestStopActionInvalid = 0,
    WdfRequestStopActionSuspend = 1,
    WdfRequestStopActionPurge = 2,
    WdfRequestStopRequestCancelable = 0x10000000,
} WDF_REQUEST_STOP_ACTION_FLAGS, *PWDF_REQUEST_STOP_ACTION_FLAGS;

typedef enum _WDF_REQUEST_TYPE {
    WdfRequestTypeCreate = 0,
    WdfRequestTypeCreateNamedPipe = 1,
    WdfRequestTypeClose = 2,
    WdfRequestTypeRead = 3,
    WdfRequestTypeWrite = 4,
    WdfRequestTypeQueryInformation = 5,
    WdfRequestTypeSetInformation = 6,
    WdfRequestTypeQueryEA = 7,
    WdfRequestTypeSetEA = 8,
    WdfRequestTypeFlushBuffers = 9,
    WdfRequestTypeQueryVolumeInformation = 10,
    WdfRequestTypeSetVolumeInformation = 11,
    WdfRequestTypeDirectoryControl = 12,
    WdfRequestTypeFileSystemControl = 13,
    WdfRequestTypeDeviceControl = 14,
    WdfRequestTypeDeviceControlInternal = 15,
    WdfRequestTypeShutdown = 16,
    WdfRequestTypeLockControl = 17,
    WdfRequestTypeCleanup = 18,
    WdfRequestTypeCreateMailSlot = 19,
    WdfRequestTypeQuerySecurity = 20,
    WdfRequestTypeSetSecurity = 21,
    WdfRequestTypePower = 22,
    WdfRequestTypeSystemControl = 23,
    WdfRequestTypeDeviceChange = 24,
    WdfRequestTypeQueryQuota = 25,
    WdfRequestTypeSetQuota = 26,
    WdfRequestTypePnp = 27,
    WdfRequestTypeOther = 28,
    WdfRequestTypeUsb = 64,
    WdfRequestTypeNoFormat = 255,
    WdfRequestTypeMax = 256,
} WDF_REQUEST_TYPE, *PWDF_REQUEST_TYPE;

/* Called at IRQL <= DISPATCH_LEVEL. wdfrequest/nc-wdfrequest-evt_wdf_request_cancel */
typedef VOID EVT_WDF_REQUEST_CANCEL(_In_ WDFREQUEST Request);
typedef EVT_WDF_REQUEST_CANCEL *PFN_WDF_REQUEST_CANCEL;

/* Called at IRQL <= DISPATCH_LEVEL. wdfrequest/nc-wdfrequest-evt_wdf_request_completion_routine */
typedef VOID EVT_WDF_REQUEST_COMPLETION_ROUTINE(_In_ WDFREQUEST Request, _In_ WDFIOTARGET Target,
    _In_ PWDF_REQUEST_COMPLETION_PARAMS Params, _In_ WDFCONTEXT Context);
typedef EVT_WDF_REQUEST_COMPLETION_ROUTINE *PFN_WDF_REQUEST_COMPLETION_ROUTINE;

struct _WDF_REQUEST_COMPLETION_PARAMS {
    ULONG Size;
    WDF_REQUEST_TYPE Type;
    IO_STATUS_BLOCK IoStatus;
    union {
        struct {
            WDFMEMORY Buffer;
            size_t Length;
            size_t Offset;
        } Write;
        struct {
            WDFMEMORY Buffer;
            size_t Length;
            size_t Offset;
        } Read;
        struct {
            ULONG IoControlCode;
            struct {
                WDFMEMORY Buffer;
                size_t Offset;
            } Input;
            struct {
                WDFMEMORY Buffer;
                size_t Offset;
                size_t Length;
            } Output;
        } Ioctl;
        struct {
            union {
                PVOID Ptr;
                ULONG_PTR Value;
            } Argument1;
            union {
                PVOID Ptr;
                ULONG_PTR Value;
            } Argument2;
            union {
                PVOID Ptr;
                ULONG_PTR Value;
            } Argument3;
            union {
                PVOID Ptr;
                ULONG_PTR Value;
            } Argument4;
        } Others;
        struct {
            PWDF_USB_REQUEST_COMPLETION_PARAMS Completion;
        } Usb;
    } Parameters;
};

struct _WDF_REQUEST_FORWARD_OPTIONS {
    ULONG Size;
    ULONG Flags;
};

struct _WDF_REQUEST_PARAMETERS {
    USHORT Size;
    UCHAR MinorFunction;
    WDF_REQUEST_TYPE Type;
    union {
        struct {
            PIO_SECURITY_CONTEXT SecurityContext;
            ULONG Options;
            USHORT POINTER_ALIGNMENT FileAttributes;
            USHORT ShareAccess;
            ULONG POINTER_ALIGNMENT EaLength;
        } Create;
        struct {
            size_t Length;
            ULONG Key;
            LONGLONG DeviceOffset;
        } Read;
        struct {
            size_t Length;
            ULONG Key;
            LONGLONG DeviceOffset;
        } Write;
        struct {
            size_t OutputBufferLength;
            size_t InputBufferLength;
            ULONG IoControlCode;
            PVOID Type3InputBuffer;
        } DeviceIoControl;
        struct {
            PVOID Arg1;
            PVOID Arg2;
            ULONG IoControlCode;
            PVOID Arg4;
        } Others;
    } Parameters;
};

struct _WDF_REQUEST_REUSE_PARAMS {
    ULONG Size;
    ULONG Flags;
    NTSTATUS Status;
    PIRP NewIrp;
};

struct _WDF_REQUEST_SEND_OPTIONS {
    ULONG Size;
    ULONG Flags;
    LONGLONG Timeout;
};

/* wdfrequest/nf-wdfrequest-wdf_request_completion_params_init */
WDF_INLINE VOID WDF_REQUEST_COMPLETION_PARAMS_INIT(PWDF_REQUEST_COMPLETION_PARAMS Params)
{
    RtlZeroMemory(Params, sizeof(WDF_REQUEST_COMPLETION_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_REQUEST_COMPLETION_PARAMS);
    Params->Type = WdfRequestTypeNoFormat;
}

/* wdfrequest/nf-wdfrequest-wdf_request_forward_options_init */
WDF_INLINE VOID WDF_REQUEST_FORWARD_OPTIONS_INIT(PWDF_REQUEST_FORWARD_OPTIONS ForwardOptions)
{
    RtlZeroMemory(ForwardOptions, sizeof(WDF_REQUEST_FORWARD_OPTIONS));
    ForwardOptions->Size = (ULONG)sizeof(WDF_REQUEST_FORWARD_OPTIONS);
    ForwardOptions->Flags = WDF_REQUEST_FORWARD_OPTION_SEND_AND_FORGET;
}

/* wdfrequest/nf-wdfrequest-wdf_request_parameters_init */
WDF_INLINE VOID WDF_REQUEST_PARAMETERS_INIT(PWDF_REQUEST_PARAMETERS Parameters)
{
    RtlZeroMemory(Parameters, sizeof(WDF_REQUEST_PARAMETERS));
    Parameters->Size = (USHORT)sizeof(WDF_REQUEST_PARAMETERS);
}

/* wdfrequest/nf-wdfrequest-wdf_request_reuse_params_init */
WDF_INLINE VOID WDF_REQUEST_REUSE_PARAMS_INIT(PWDF_REQUEST_REUSE_PARAMS Params, ULONG Flags, NTSTATUS Status)
{
    RtlZeroMemory(Params, sizeof(WDF_REQUEST_REUSE_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_REQUEST_REUSE_PARAMS);
    Params->Flags = Flags;
    Params->Status = Status;
}

/* wdfrequest/nf-wdfrequest-wdf_request_reuse_params_set_new_irp */
WDF_INLINE VOID WDF_REQUEST_REUSE_PARAMS_SET_NEW_IRP(PWDF_REQUEST_REUSE_PARAMS Params, PIRP NewIrp)
{
    Params->Flags |= WDF_REQUEST_REUSE_SET_NEW_IRP;
    Params->NewIrp = NewIrp;
}

/* wdfrequest/nf-wdfrequest-wdf_request_send_options_init */
WDF_INLINE VOID WDF_REQUEST_SEND_OPTIONS_INIT(PWDF_REQUEST_SEND_OPTIONS Options, ULONG Flags)
{
    RtlZeroMemory(Options, sizeof(WDF_REQUEST_SEND_OPTIONS));
    Options->Size = (ULONG)sizeof(WDF_REQUEST_SEND_OPTIONS);
    Options->Flags = Flags;
}

/* wdfrequest/nf-wdfrequest-wdf_request_send_options_set_timeout */
WDF_INLINE VOID WDF_REQUEST_SEND_OPTIONS_SET_TIMEOUT(PWDF_REQUEST_SEND_OPTIONS Options, LONGLONG Timeout)
{
    Options->Flags |= WDF_REQUEST_SEND_OPTION_TIMEOUT;
    Options->Timeout = Timeout;
}

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestcreate */
typedef NTSTATUS (*PFN_WDFREQUESTCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES RequestAttributes, _In_opt_ WDFIOTARGET IoTarget, _Out_ WDFREQUEST *Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestCreate(_In_opt_ PWDF_OBJECT_ATTRIBUTES RequestAttributes, _In_opt_ WDFIOTARGET IoTarget,
    _Out_ WDFREQUEST *Request)
{
    return WDF_CALL(PFN_WDFREQUESTCREATE, WdfRequestCreate)(WdfDriverGlobals, RequestAttributes, IoTarget, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestcreatefromirp */
typedef NTSTATUS (*PFN_WDFREQUESTCREATEFROMIRP)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES RequestAttributes, _In_ PIRP Irp, _In_ BOOLEAN RequestFreesIrp,
    _Out_ WDFREQUEST *Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestCreateFromIrp(_In_opt_ PWDF_OBJECT_ATTRIBUTES RequestAttributes, _In_ PIRP Irp,
    _In_ BOOLEAN RequestFreesIrp, _Out_ WDFREQUEST *Request)
{
    return WDF_CALL(PFN_WDFREQUESTCREATEFROMIRP, WdfRequestCreateFromIrp)(WdfDriverGlobals, RequestAttributes, Irp,
        RequestFreesIrp, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestreuse */
typedef NTSTATUS (*PFN_WDFREQUESTREUSE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ PWDF_REQUEST_REUSE_PARAMS ReuseParams);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE NTSTATUS WdfRequestReuse(_In_ WDFREQUEST Request, _In_ PWDF_REQUEST_REUSE_PARAMS ReuseParams)
{
    return WDF_CALL(PFN_WDFREQUESTREUSE, WdfRequestReuse)(WdfDriverGlobals, Request, ReuseParams);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestchangetarget */
typedef NTSTATUS (*PFN_WDFREQUESTCHANGETARGET)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ WDFIOTARGET IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestChangeTarget(_In_ WDFREQUEST Request, _In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFREQUESTCHANGETARGET, WdfRequestChangeTarget)(WdfDriverGlobals, Request, IoTarget);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestformatrequestusingcurrenttype */
typedef VOID (*PFN_WDFREQUESTFORMATREQUESTUSINGCURRENTTYPE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestFormatRequestUsingCurrentType(_In_ WDFREQUEST Request)
{
    WDF_CALL(PFN_WDFREQUESTFORMATREQUESTUSINGCURRENTTYPE, WdfRequestFormatRequestUsingCurrentType)(WdfDriverGlobals,
        Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestwdmformatusingstacklocation */
typedef VOID (*PFN_WDFREQUESTWDMFORMATUSINGSTACKLOCATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request, _In_ PIO_STACK_LOCATION Stack);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestWdmFormatUsingStackLocation(_In_ WDFREQUEST Request, _In_ PIO_STACK_LOCATION Stack)
{
    WDF_CALL(PFN_WDFREQUESTWDMFORMATUSINGSTACKLOCATION, WdfRequestWdmFormatUsingStackLocation)(WdfDriverGlobals,
        Request, Stack);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestsend */
typedef BOOLEAN (*PFN_WDFREQUESTSEND)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ WDFIOTARGET Target, _In_opt_ PWDF_REQUEST_SEND_OPTIONS Options);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfRequestSend(_In_ WDFREQUEST Request, _In_ WDFIOTARGET Target,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS Options)
{
    return WDF_CALL(PFN_WDFREQUESTSEND, WdfRequestSend)(WdfDriverGlobals, Request, Target, Options);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestgetstatus */
typedef NTSTATUS (*PFN_WDFREQUESTGETSTATUS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestGetStatus(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETSTATUS, WdfRequestGetStatus)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestmarkcancelable */
typedef VOID (*PFN_WDFREQUESTMARKCANCELABLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ PFN_WDF_REQUEST_CANCEL EvtRequestCancel);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestMarkCancelable(_In_ WDFREQUEST Request, _In_ PFN_WDF_REQUEST_CANCEL EvtRequestCancel)
{
    WDF_CALL(PFN_WDFREQUESTMARKCANCELABLE, WdfRequestMarkCancelable)(WdfDriverGlobals, Request, EvtRequestCancel);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestunmarkcancelable */
typedef NTSTATUS (*PFN_WDFREQUESTUNMARKCANCELABLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestUnmarkCancelable(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTUNMARKCANCELABLE, WdfRequestUnmarkCancelable)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestiscanceled */
typedef BOOLEAN (*PFN_WDFREQUESTISCANCELED)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE BOOLEAN WdfRequestIsCanceled(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTISCANCELED, WdfRequestIsCanceled)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestcancelsentrequest */
typedef BOOLEAN (*PFN_WDFREQUESTCANCELSENTREQUEST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfRequestCancelSentRequest(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTCANCELSENTREQUEST, WdfRequestCancelSentRequest)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestisfrom32bitprocess */
typedef BOOLEAN (*PFN_WDFREQUESTISFROM32BITPROCESS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE BOOLEAN WdfRequestIsFrom32BitProcess(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTISFROM32BITPROCESS, WdfRequestIsFrom32BitProcess)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestsetcompletionroutine */
typedef VOID (*PFN_WDFREQUESTSETCOMPLETIONROUTINE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_opt_ PFN_WDF_REQUEST_COMPLETION_ROUTINE CompletionRoutine, _In_opt_ WDFCONTEXT CompletionContext);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestSetCompletionRoutine(_In_ WDFREQUEST Request,
    _In_opt_ PFN_WDF_REQUEST_COMPLETION_ROUTINE CompletionRoutine, _In_opt_ WDFCONTEXT CompletionContext)
{
    WDF_CALL(PFN_WDFREQUESTSETCOMPLETIONROUTINE, WdfRequestSetCompletionRoutine)(WdfDriverGlobals, Request,
        CompletionRoutine, CompletionContext);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestgetcompletionparams */
typedef VOID (*PFN_WDFREQUESTGETCOMPLETIONPARAMS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _Out_ PWDF_REQUEST_COMPLETION_PARAMS Params);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestGetCompletionParams(_In_ WDFREQUEST Request, _Out_ PWDF_REQUEST_COMPLETION_PARAMS Params)
{
    WDF_CALL(PFN_WDFREQUESTGETCOMPLETIONPARAMS, WdfRequestGetCompletionParams)(WdfDriverGlobals, Request, Params);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestallocatetimer */
typedef NTSTATUS (*PFN_WDFREQUESTALLOCATETIMER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestAllocateTimer(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTALLOCATETIMER, WdfRequestAllocateTimer)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestcomplete */
typedef VOID (*PFN_WDFREQUESTCOMPLETE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ NTSTATUS Status);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestComplete(_In_ WDFREQUEST Request, _In_ NTSTATUS Status)
{
    WDF_CALL(PFN_WDFREQUESTCOMPLETE, WdfRequestComplete)(WdfDriverGlobals, Request, Status);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestcompletewithpriorityboost */
typedef VOID (*PFN_WDFREQUESTCOMPLETEWITHPRIORITYBOOST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request, _In_ NTSTATUS Status, _In_ CCHAR PriorityBoost);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestCompleteWithPriorityBoost(_In_ WDFREQUEST Request, _In_ NTSTATUS Status,
    _In_ CCHAR PriorityBoost)
{
    WDF_CALL(PFN_WDFREQUESTCOMPLETEWITHPRIORITYBOOST, WdfRequestCompleteWithPriorityBoost)(WdfDriverGlobals, Request,
        Status, PriorityBoost);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestcompletewithinformation */
typedef VOID (*PFN_WDFREQUESTCOMPLETEWITHINFORMATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ NTSTATUS Status, _In_ ULONG_PTR Information);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestCompleteWithInformation(_In_ WDFREQUEST Request, _In_ NTSTATUS Status,
    _In_ ULONG_PTR Information)
{
    WDF_CALL(PFN_WDFREQUESTCOMPLETEWITHINFORMATION, WdfRequestCompleteWithInformation)(WdfDriverGlobals, Request,
        Status, Information);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestgetparameters */
typedef VOID (*PFN_WDFREQUESTGETPARAMETERS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _Out_ PWDF_REQUEST_PARAMETERS Parameters);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestGetParameters(_In_ WDFREQUEST Request, _Out_ PWDF_REQUEST_PARAMETERS Parameters)
{
    WDF_CALL(PFN_WDFREQUESTGETPARAMETERS, WdfRequestGetParameters)(WdfDriverGlobals, Request, Parameters);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestretrieveinputmemory */
typedef NTSTATUS (*PFN_WDFREQUESTRETRIEVEINPUTMEMORY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _Out_ WDFMEMORY *Memory);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestRetrieveInputMemory(_In_ WDFREQUEST Request, _Out_ WDFMEMORY *Memory)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEINPUTMEMORY, WdfRequestRetrieveInputMemory)(WdfDriverGlobals, Request,
        Memory);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestretrieveoutputmemory */
typedef NTSTATUS (*PFN_WDFREQUESTRETRIEVEOUTPUTMEMORY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request, _Out_ WDFMEMORY *Memory);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestRetrieveOutputMemory(_In_ WDFREQUEST Request, _Out_ WDFMEMORY *Memory)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEOUTPUTMEMORY, WdfRequestRetrieveOutputMemory)(WdfDriverGlobals, Request,
        Memory);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestretrieveinputbuffer */
typedef NTSTATUS (*PFN_WDFREQUESTRETRIEVEINPUTBUFFER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ size_t MinimumRequiredLength, _Out_ PVOID *Buffer, _Out_opt_ size_t *Length);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestRetrieveInputBuffer(_In_ WDFREQUEST Request, _In_ size_t MinimumRequiredLength,
    _Out_ PVOID *Buffer, _Out_opt_ size_t *Length)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEINPUTBUFFER, WdfRequestRetrieveInputBuffer)(WdfDriverGlobals, Request,
        MinimumRequiredLength, Buffer, Length);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestretrieveoutputbuffer */
typedef NTSTATUS (*PFN_WDFREQUESTRETRIEVEOUTPUTBUFFER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request, _In_ size_t MinimumRequiredSize, _Out_ PVOID *Buffer, _Out_opt_ size_t *Length);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestRetrieveOutputBuffer(_In_ WDFREQUEST Request, _In_ size_t MinimumRequiredSize,
    _Out_ PVOID *Buffer, _Out_opt_ size_t *Length)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEOUTPUTBUFFER, WdfRequestRetrieveOutputBuffer)(WdfDriverGlobals, Request,
        MinimumRequiredSize, Buffer, Length);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestretrieveinputwdmmdl */
typedef NTSTATUS (*PFN_WDFREQUESTRETRIEVEINPUTWDMMDL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _Out_ PMDL *Mdl);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestRetrieveInputWdmMdl(_In_ WDFREQUEST Request, _Out_ PMDL *Mdl)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEINPUTWDMMDL, WdfRequestRetrieveInputWdmMdl)(WdfDriverGlobals, Request, Mdl);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestretrieveoutputwdmmdl */
typedef NTSTATUS (*PFN_WDFREQUESTRETRIEVEOUTPUTWDMMDL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request, _Out_ PMDL *Mdl);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestRetrieveOutputWdmMdl(_In_ WDFREQUEST Request, _Out_ PMDL *Mdl)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEOUTPUTWDMMDL, WdfRequestRetrieveOutputWdmMdl)(WdfDriverGlobals, Request,
        Mdl);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestretrieveunsafeuserinputbuffer */
typedef NTSTATUS (*PFN_WDFREQUESTRETRIEVEUNSAFEUSERINPUTBUFFER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request, _In_ size_t MinimumRequiredLength, _Out_ PVOID *InputBuffer, _Out_opt_ size_t *Length);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestRetrieveUnsafeUserInputBuffer(_In_ WDFREQUEST Request,
    _In_ size_t MinimumRequiredLength, _Out_ PVOID *InputBuffer, _Out_opt_ size_t *Length)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEUNSAFEUSERINPUTBUFFER, WdfRequestRetrieveUnsafeUserInputBuffer)(
        WdfDriverGlobals, Request, MinimumRequiredLength, InputBuffer, Length);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestretrieveunsafeuseroutputbuffer */
typedef NTSTATUS (*PFN_WDFREQUESTRETRIEVEUNSAFEUSEROUTPUTBUFFER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request, _In_ size_t MinimumRequiredLength, _Out_ PVOID *OutputBuffer, _Out_opt_ size_t *Length);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestRetrieveUnsafeUserOutputBuffer(_In_ WDFREQUEST Request,
    _In_ size_t MinimumRequiredLength, _Out_ PVOID *OutputBuffer, _Out_opt_ size_t *Length)
{
    return WDF_CALL(PFN_WDFREQUESTRETRIEVEUNSAFEUSEROUTPUTBUFFER, WdfRequestRetrieveUnsafeUserOutputBuffer)(
        WdfDriverGlobals, Request, MinimumRequiredLength, OutputBuffer, Length);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestsetinformation */
typedef VOID (*PFN_WDFREQUESTSETINFORMATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ ULONG_PTR Information);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestSetInformation(_In_ WDFREQUEST Request, _In_ ULONG_PTR Information)
{
    WDF_CALL(PFN_WDFREQUESTSETINFORMATION, WdfRequestSetInformation)(WdfDriverGlobals, Request, Information);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestgetinformation */
typedef ULONG_PTR (*PFN_WDFREQUESTGETINFORMATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE ULONG_PTR WdfRequestGetInformation(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETINFORMATION, WdfRequestGetInformation)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestgetfileobject */
typedef WDFFILEOBJECT (*PFN_WDFREQUESTGETFILEOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFFILEOBJECT WdfRequestGetFileObject(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETFILEOBJECT, WdfRequestGetFileObject)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestprobeandlockuserbufferforread */
typedef NTSTATUS (*PFN_WDFREQUESTPROBEANDLOCKUSERBUFFERFORREAD)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request, _In_ PVOID Buffer, _In_ size_t Length, _Out_ WDFMEMORY *MemoryObject);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestProbeAndLockUserBufferForRead(_In_ WDFREQUEST Request, _In_ PVOID Buffer,
    _In_ size_t Length, _Out_ WDFMEMORY *MemoryObject)
{
    return WDF_CALL(PFN_WDFREQUESTPROBEANDLOCKUSERBUFFERFORREAD, WdfRequestProbeAndLockUserBufferForRead)(
        WdfDriverGlobals, Request, Buffer, Length, MemoryObject);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestprobeandlockuserbufferforwrite */
typedef NTSTATUS (*PFN_WDFREQUESTPROBEANDLOCKUSERBUFFERFORWRITE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request, _In_ PVOID Buffer, _In_ size_t Length, _Out_ WDFMEMORY *MemoryObject);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestProbeAndLockUserBufferForWrite(_In_ WDFREQUEST Request, _In_ PVOID Buffer,
    _In_ size_t Length, _Out_ WDFMEMORY *MemoryObject)
{
    return WDF_CALL(PFN_WDFREQUESTPROBEANDLOCKUSERBUFFERFORWRITE, WdfRequestProbeAndLockUserBufferForWrite)(
        WdfDriverGlobals, Request, Buffer, Length, MemoryObject);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestgetrequestormode */
typedef KPROCESSOR_MODE (*PFN_WDFREQUESTGETREQUESTORMODE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE KPROCESSOR_MODE WdfRequestGetRequestorMode(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETREQUESTORMODE, WdfRequestGetRequestorMode)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestforwardtoioqueue */
typedef NTSTATUS (*PFN_WDFREQUESTFORWARDTOIOQUEUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ WDFQUEUE DestinationQueue);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestForwardToIoQueue(_In_ WDFREQUEST Request, _In_ WDFQUEUE DestinationQueue)
{
    return WDF_CALL(PFN_WDFREQUESTFORWARDTOIOQUEUE, WdfRequestForwardToIoQueue)(WdfDriverGlobals, Request,
        DestinationQueue);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestgetioqueue */
typedef WDFQUEUE (*PFN_WDFREQUESTGETIOQUEUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFQUEUE WdfRequestGetIoQueue(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTGETIOQUEUE, WdfRequestGetIoQueue)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestrequeue */
typedef NTSTATUS (*PFN_WDFREQUESTREQUEUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestRequeue(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTREQUEUE, WdfRequestRequeue)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequeststopacknowledge */
typedef VOID (*PFN_WDFREQUESTSTOPACKNOWLEDGE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ BOOLEAN Requeue);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfRequestStopAcknowledge(_In_ WDFREQUEST Request, _In_ BOOLEAN Requeue)
{
    WDF_CALL(PFN_WDFREQUESTSTOPACKNOWLEDGE, WdfRequestStopAcknowledge)(WdfDriverGlobals, Request, Requeue);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestwdmgetirp */
typedef PIRP (*PFN_WDFREQUESTWDMGETIRP)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PIRP WdfRequestWdmGetIrp(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTWDMGETIRP, WdfRequestWdmGetIrp)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestmarkcancelableex */
typedef NTSTATUS (*PFN_WDFREQUESTMARKCANCELABLEEX)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request,
    _In_ PFN_WDF_REQUEST_CANCEL EvtRequestCancel);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestMarkCancelableEx(_In_ WDFREQUEST Request, _In_ PFN_WDF_REQUEST_CANCEL EvtRequestCancel)
{
    return WDF_CALL(PFN_WDFREQUESTMARKCANCELABLEEX, WdfRequestMarkCancelableEx)(WdfDriverGlobals, Request,
        EvtRequestCancel);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestisreserved */
typedef BOOLEAN (*PFN_WDFREQUESTISRESERVED)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFREQUEST Request);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfRequestIsReserved(_In_ WDFREQUEST Request)
{
    return WDF_CALL(PFN_WDFREQUESTISRESERVED, WdfRequestIsReserved)(WdfDriverGlobals, Request);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfrequest/nf-wdfrequest-wdfrequestforwardtoparentdeviceioqueue */
typedef NTSTATUS (*PFN_WDFREQUESTFORWARDTOPARENTDEVICEIOQUEUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFREQUEST Request, _In_ WDFQUEUE ParentDeviceQueue, _In_ PWDF_REQUEST_FORWARD_OPTIONS ForwardOptions);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfRequestForwardToParentDeviceIoQueue(_In_ WDFREQUEST Request, _In_ WDFQUEUE ParentDeviceQueue,
    _In_ PWDF_REQUEST_FORWARD_OPTIONS ForwardOptions)
{
    return WDF_CALL(PFN_WDFREQUESTFORWARDTOPARENTDEVICEIOQUEUE, WdfRequestForwardToParentDeviceIoQueue)(
        WdfDriverGlobals, Request, ParentDeviceQueue, ForwardOptions);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
