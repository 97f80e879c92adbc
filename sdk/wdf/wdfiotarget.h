/* SPDX-License-Identifier: MIT */
/* wdfiotarget.h: the iotarget interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFIOTARGET_H
#define KMDOCK_WDFIOTARGET_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_IO_TARGET_OPEN_TYPE {
    WdfIoTargetOpenUndefined = 0,
    WdfIoTargetOpenUseExistingDevice = 1,
    WdfIoTargetOpenByName = 2,
    WdfIoTargetOpenReopen = 3,
    WdfIoTargetOpenLocalTargetByFile = 4,
} WDF_IO_TARGET_OPEN_TYPE, *PWDF_IO_TARGET_OPEN_TYPE;

typedef enum _WDF_IO_TARGET_PURGE_IO_ACTION {
    WdfIoTargetPurgeIoUndefined = 0,
    WdfIoTargetPurgeIoAndWait = 1,
    WdfIoTargetPurgeIo = 2,
} WDF_IO_TARGET_PURGE_IO_ACTION, *PWDF_IO_TARGET_PURGE_IO_ACTION;

typedef enum _WDF_IO_TARGET_SENT_IO_ACTION {
    WdfIoTargetSentIoUndefined = 0,
    WdfIoTargetCancelSentIo = 1,
    WdfIoTargetWaitForSentIoToComplete = 2,
    WdfIoTargetLeaveSentIoPending = 3,
} WDF_IO_TARGET_SENT_IO_ACTION, *PWDF_IO_TARGET_SENT_IO_ACTION;

typedef enum _WDF_IO_TARGET_STATE {
    WdfIoTargetStateUndefined = 0,
    WdfIoTargetStarted = 1,
    WdfIoTargetStopped = 2,
    WdfIoTargetClosedForQueryRemove = 3,
    WdfIoTargetClosed = 4,
    WdfIoTargetDeleted = 5,
    WdfIoTargetPurged = 6,
} WDF_IO_TARGET_STATE, *PWDF_IO_TARGET_STATE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfiotarget/nc-wdfiotarget-evt_wdf_io_target_query_remove */
typedef NTSTATUS EVT_WDF_IO_TARGET_QUERY_REMOVE(_In_ WDFIOTARGET IoTarget);
typedef EVT_WDF_IO_TARGET_QUERY_REMOVE *PFN_WDF_IO_TARGET_QUERY_REMOVE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfiotarget/nc-wdfiotarget-evt_wdf_io_target_remove_canceled */
typedef VOID EVT_WDF_IO_TARGET_REMOVE_CANCELED(_In_ WDFIOTARGET IoTarget);
typedef EVT_WDF_IO_TARGET_REMOVE_CANCELED *PFN_WDF_IO_TARGET_REMOVE_CANCELED;

/* Called at IRQL <= PASSIVE_LEVEL. wdfiotarget/nc-wdfiotarget-evt_wdf_io_target_remove_complete */
typedef VOID EVT_WDF_IO_TARGET_REMOVE_COMPLETE(_In_ WDFIOTARGET IoTarget);
typedef EVT_WDF_IO_TARGET_REMOVE_COMPLETE *PFN_WDF_IO_TARGET_REMOVE_COMPLETE;

struct _WDF_IO_TARGET_OPEN_PARAMS {
    ULONG Size;
    WDF_IO_TARGET_OPEN_TYPE Type;
    PFN_WDF_IO_TARGET_QUERY_REMOVE EvtIoTargetQueryRemove;
    PFN_WDF_IO_TARGET_REMOVE_CANCELED EvtIoTargetRemoveCanceled;
    PFN_WDF_IO_TARGET_REMOVE_COMPLETE EvtIoTargetRemoveComplete;
    PDEVICE_OBJECT TargetDeviceObject;
    PFILE_OBJECT TargetFileObject;
    UNICODE_STRING TargetDeviceName;
    ACCESS_MASK DesiredAccess;
    ULONG ShareAccess;
    ULONG FileAttributes;
    ULONG CreateDisposition;
    ULONG CreateOptions;
    PVOID EaBuffer;
    ULONG EaBufferLength;
    PLONGLONG AllocationSize;
    ULONG FileInformation;
    UNICODE_STRING FileName;
};

/* wdfiotarget/nf-wdfiotarget-wdf_io_target_open_params_init_create_by_name */
WDF_INLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_CREATE_BY_NAME(PWDF_IO_TARGET_OPEN_PARAMS Params,
    PCUNICODE_STRING TargetDeviceName, ACCESS_MASK DesiredAccess)
{
    RtlZeroMemory(Params, sizeof(WDF_IO_TARGET_OPEN_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_IO_TARGET_OPEN_PARAMS);
    Params->Type = WdfIoTargetOpenByName;
    Params->TargetDeviceName = *TargetDeviceName;
    Params->DesiredAccess = DesiredAccess;
    Params->CreateOptions = FILE_NON_DIRECTORY_FILE;
}

/* wdfiotarget/nf-wdfiotarget-wdf_io_target_open_params_init_existing_device */
WDF_INLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_EXISTING_DEVICE(PWDF_IO_TARGET_OPEN_PARAMS Params,
    PDEVICE_OBJECT DeviceObject)
{
    RtlZeroMemory(Params, sizeof(WDF_IO_TARGET_OPEN_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_IO_TARGET_OPEN_PARAMS);
    Params->Type = WdfIoTargetOpenUseExistingDevice;
    Params->TargetDeviceObject = DeviceObject;
}

/* wdfiotarget/nf-wdfiotarget-wdf_io_target_open_params_init_open_by_name */
WDF_INLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_OPEN_BY_NAME(PWDF_IO_TARGET_OPEN_PARAMS Params,
    PCUNICODE_STRING TargetDeviceName, ACCESS_MASK DesiredAccess)
{
    RtlZeroMemory(Params, sizeof(WDF_IO_TARGET_OPEN_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_IO_TARGET_OPEN_PARAMS);
    Params->Type = WdfIoTargetOpenByName;
    Params->TargetDeviceName = *TargetDeviceName;
    Params->DesiredAccess = DesiredAccess;
    Params->CreateDisposition = FILE_OPEN;
    Params->CreateOptions = FILE_NON_DIRECTORY_FILE;
}

/* wdfiotarget/nf-wdfiotarget-wdf_io_target_open_params_init_reopen */
WDF_INLINE VOID WDF_IO_TARGET_OPEN_PARAMS_INIT_REOPEN(PWDF_IO_TARGET_OPEN_PARAMS Params)
{
    RtlZeroMemory(Params, sizeof(WDF_IO_TARGET_OPEN_PARAMS));
    Params->Size = (ULONG)sizeof(WDF_IO_TARGET_OPEN_PARAMS);
    Params->Type = WdfIoTargetOpenReopen;
}

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetcreate */
typedef NTSTATUS (*PFN_WDFIOTARGETCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES IoTargetAttributes, _Out_ WDFIOTARGET *IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetCreate(_In_ WDFDEVICE Device, _In_opt_ PWDF_OBJECT_ATTRIBUTES IoTargetAttributes,
    _Out_ WDFIOTARGET *IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETCREATE, WdfIoTargetCreate)(WdfDriverGlobals, Device, IoTargetAttributes, IoTarget);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetopen */
typedef NTSTATUS (*PFN_WDFIOTARGETOPEN)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFIOTARGET IoTarget,
    _In_ PWDF_IO_TARGET_OPEN_PARAMS OpenParams);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetOpen(_In_ WDFIOTARGET IoTarget, _In_ PWDF_IO_TARGET_OPEN_PARAMS OpenParams)
{
    return WDF_CALL(PFN_WDFIOTARGETOPEN, WdfIoTargetOpen)(WdfDriverGlobals, IoTarget, OpenParams);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetcloseforqueryremove */
typedef VOID (*PFN_WDFIOTARGETCLOSEFORQUERYREMOVE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFIOTARGET IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoTargetCloseForQueryRemove(_In_ WDFIOTARGET IoTarget)
{
    WDF_CALL(PFN_WDFIOTARGETCLOSEFORQUERYREMOVE, WdfIoTargetCloseForQueryRemove)(WdfDriverGlobals, IoTarget);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetclose */
typedef VOID (*PFN_WDFIOTARGETCLOSE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFIOTARGET IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoTargetClose(_In_ WDFIOTARGET IoTarget)
{
    WDF_CALL(PFN_WDFIOTARGETCLOSE, WdfIoTargetClose)(WdfDriverGlobals, IoTarget);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetstart */
typedef NTSTATUS (*PFN_WDFIOTARGETSTART)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFIOTARGET IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetStart(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETSTART, WdfIoTargetStart)(WdfDriverGlobals, IoTarget);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetstop */
typedef VOID (*PFN_WDFIOTARGETSTOP)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFIOTARGET IoTarget,
    _In_ WDF_IO_TARGET_SENT_IO_ACTION Action);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoTargetStop(_In_ WDFIOTARGET IoTarget, _In_ WDF_IO_TARGET_SENT_IO_ACTION Action)
{
    WDF_CALL(PFN_WDFIOTARGETSTOP, WdfIoTargetStop)(WdfDriverGlobals, IoTarget, Action);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetgetstate */
typedef WDF_IO_TARGET_STATE (*PFN_WDFIOTARGETGETSTATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDF_IO_TARGET_STATE WdfIoTargetGetState(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETGETSTATE, WdfIoTargetGetState)(WdfDriverGlobals, IoTarget);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetgetdevice */
typedef WDFDEVICE (*PFN_WDFIOTARGETGETDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFIOTARGET IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDEVICE WdfIoTargetGetDevice(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETGETDEVICE, WdfIoTargetGetDevice)(WdfDriverGlobals, IoTarget);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetquerytargetproperty */
typedef NTSTATUS (*PFN_WDFIOTARGETQUERYTARGETPROPERTY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ ULONG BufferLength,
    _Out_opt_ PVOID PropertyBuffer, _Out_ PULONG ResultLength);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetQueryTargetProperty(_In_ WDFIOTARGET IoTarget,
    _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ ULONG BufferLength, _Out_opt_ PVOID PropertyBuffer,
    _Out_ PULONG ResultLength)
{
    return WDF_CALL(PFN_WDFIOTARGETQUERYTARGETPROPERTY, WdfIoTargetQueryTargetProperty)(WdfDriverGlobals, IoTarget,
        DeviceProperty, BufferLength, PropertyBuffer, ResultLength);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetallocandquerytargetproperty */
typedef NTSTATUS (*PFN_WDFIOTARGETALLOCANDQUERYTARGETPROPERTY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, _Out_ WDFMEMORY *PropertyMemory);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetAllocAndQueryTargetProperty(_In_ WDFIOTARGET IoTarget,
    _In_ DEVICE_REGISTRY_PROPERTY DeviceProperty, _In_ POOL_TYPE PoolType,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, _Out_ WDFMEMORY *PropertyMemory)
{
    return WDF_CALL(PFN_WDFIOTARGETALLOCANDQUERYTARGETPROPERTY, WdfIoTargetAllocAndQueryTargetProperty)(
        WdfDriverGlobals, IoTarget, DeviceProperty, PoolType, PropertyMemoryAttributes, PropertyMemory);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetqueryforinterface */
typedef NTSTATUS (*PFN_WDFIOTARGETQUERYFORINTERFACE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_ LPCGUID InterfaceType, _Out_ PINTERFACE Interface, _In_ USHORT Size,
    _In_ USHORT Version, _In_opt_ PVOID InterfaceSpecificData);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetQueryForInterface(_In_ WDFIOTARGET IoTarget, _In_ LPCGUID InterfaceType,
    _Out_ PINTERFACE Interface, _In_ USHORT Size, _In_ USHORT Version, _In_opt_ PVOID InterfaceSpecificData)
{
    return WDF_CALL(PFN_WDFIOTARGETQUERYFORINTERFACE, WdfIoTargetQueryForInterface)(WdfDriverGlobals, IoTarget,
        InterfaceType, Interface, Size, Version, InterfaceSpecificData);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetwdmgettargetdeviceobject */
typedef PDEVICE_OBJECT (*PFN_WDFIOTARGETWDMGETTARGETDEVICEOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PDEVICE_OBJECT WdfIoTargetWdmGetTargetDeviceObject(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETWDMGETTARGETDEVICEOBJECT, WdfIoTargetWdmGetTargetDeviceObject)(WdfDriverGlobals,
        IoTarget);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetwdmgettargetphysicaldevice */
typedef PDEVICE_OBJECT (*PFN_WDFIOTARGETWDMGETTARGETPHYSICALDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PDEVICE_OBJECT WdfIoTargetWdmGetTargetPhysicalDevice(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETWDMGETTARGETPHYSICALDEVICE, WdfIoTargetWdmGetTargetPhysicalDevice)(
        WdfDriverGlobals, IoTarget);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetwdmgettargetfileobject */
typedef PFILE_OBJECT (*PFN_WDFIOTARGETWDMGETTARGETFILEOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PFILE_OBJECT WdfIoTargetWdmGetTargetFileObject(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETWDMGETTARGETFILEOBJECT, WdfIoTargetWdmGetTargetFileObject)(WdfDriverGlobals,
        IoTarget);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetwdmgettargetfilehandle */
typedef HANDLE (*PFN_WDFIOTARGETWDMGETTARGETFILEHANDLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE HANDLE WdfIoTargetWdmGetTargetFileHandle(_In_ WDFIOTARGET IoTarget)
{
    return WDF_CALL(PFN_WDFIOTARGETWDMGETTARGETFILEHANDLE, WdfIoTargetWdmGetTargetFileHandle)(WdfDriverGlobals,
        IoTarget);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetsendreadsynchronously */
typedef NTSTATUS (*PFN_WDFIOTARGETSENDREADSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_MEMORY_DESCRIPTOR OutputBuffer,
    _In_opt_ PLONGLONG DeviceOffset, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _Out_opt_ PULONG_PTR BytesRead);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetSendReadSynchronously(_In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR OutputBuffer, _In_opt_ PLONGLONG DeviceOffset,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_opt_ PULONG_PTR BytesRead)
{
    return WDF_CALL(PFN_WDFIOTARGETSENDREADSYNCHRONOUSLY, WdfIoTargetSendReadSynchronously)(WdfDriverGlobals,
        IoTarget, Request, OutputBuffer, DeviceOffset, RequestOptions, BytesRead);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetformatrequestforread */
typedef NTSTATUS (*PFN_WDFIOTARGETFORMATREQUESTFORREAD)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request, _In_opt_ WDFMEMORY OutputBuffer,
    _In_opt_ PWDFMEMORY_OFFSET OutputBufferOffset, _In_opt_ PLONGLONG DeviceOffset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetFormatRequestForRead(_In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request,
    _In_opt_ WDFMEMORY OutputBuffer, _In_opt_ PWDFMEMORY_OFFSET OutputBufferOffset, _In_opt_ PLONGLONG DeviceOffset)
{
    return WDF_CALL(PFN_WDFIOTARGETFORMATREQUESTFORREAD, WdfIoTargetFormatRequestForRead)(WdfDriverGlobals, IoTarget,
        Request, OutputBuffer, OutputBufferOffset, DeviceOffset);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetsendwritesynchronously */
typedef NTSTATUS (*PFN_WDFIOTARGETSENDWRITESYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request, _In_opt_ PWDF_MEMORY_DESCRIPTOR InputBuffer,
    _In_opt_ PLONGLONG DeviceOffset, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _Out_opt_ PULONG_PTR BytesWritten);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetSendWriteSynchronously(_In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR InputBuffer, _In_opt_ PLONGLONG DeviceOffset,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_opt_ PULONG_PTR BytesWritten)
{
    return WDF_CALL(PFN_WDFIOTARGETSENDWRITESYNCHRONOUSLY, WdfIoTargetSendWriteSynchronously)(WdfDriverGlobals,
        IoTarget, Request, InputBuffer, DeviceOffset, RequestOptions, BytesWritten);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetformatrequestforwrite */
typedef NTSTATUS (*PFN_WDFIOTARGETFORMATREQUESTFORWRITE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request, _In_opt_ WDFMEMORY InputBuffer,
    _In_opt_ PWDFMEMORY_OFFSET InputBufferOffset, _In_opt_ PLONGLONG DeviceOffset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetFormatRequestForWrite(_In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request,
    _In_opt_ WDFMEMORY InputBuffer, _In_opt_ PWDFMEMORY_OFFSET InputBufferOffset, _In_opt_ PLONGLONG DeviceOffset)
{
    return WDF_CALL(PFN_WDFIOTARGETFORMATREQUESTFORWRITE, WdfIoTargetFormatRequestForWrite)(WdfDriverGlobals,
        IoTarget, Request, InputBuffer, InputBufferOffset, DeviceOffset);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetsendioctlsynchronously */
typedef NTSTATUS (*PFN_WDFIOTARGETSENDIOCTLSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request, _In_ ULONG IoctlCode,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR InputBuffer, _In_opt_ PWDF_MEMORY_DESCRIPTOR OutputBuffer,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_opt_ PULONG_PTR BytesReturned);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetSendIoctlSynchronously(_In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request,
    _In_ ULONG IoctlCode, _In_opt_ PWDF_MEMORY_DESCRIPTOR InputBuffer, _In_opt_ PWDF_MEMORY_DESCRIPTOR OutputBuffer,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_opt_ PULONG_PTR BytesReturned)
{
    return WDF_CALL(PFN_WDFIOTARGETSENDIOCTLSYNCHRONOUSLY, WdfIoTargetSendIoctlSynchronously)(WdfDriverGlobals,
        IoTarget, Request, IoctlCode, InputBuffer, OutputBuffer, RequestOptions, BytesReturned);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetformatrequestforioctl */
typedef NTSTATUS (*PFN_WDFIOTARGETFORMATREQUESTFORIOCTL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request, _In_ ULONG IoctlCode, _In_opt_ WDFMEMORY InputBuffer,
    _In_opt_ PWDFMEMORY_OFFSET InputBufferOffset, _In_opt_ WDFMEMORY OutputBuffer,
    _In_opt_ PWDFMEMORY_OFFSET OutputBufferOffset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetFormatRequestForIoctl(_In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request,
    _In_ ULONG IoctlCode, _In_opt_ WDFMEMORY InputBuffer, _In_opt_ PWDFMEMORY_OFFSET InputBufferOffset,
    _In_opt_ WDFMEMORY OutputBuffer, _In_opt_ PWDFMEMORY_OFFSET OutputBufferOffset)
{
    return WDF_CALL(PFN_WDFIOTARGETFORMATREQUESTFORIOCTL, WdfIoTargetFormatRequestForIoctl)(WdfDriverGlobals,
        IoTarget, Request, IoctlCode, InputBuffer, InputBufferOffset, OutputBuffer, OutputBufferOffset);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetsendinternalioctlsynchronously */
typedef NTSTATUS (*PFN_WDFIOTARGETSENDINTERNALIOCTLSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request, _In_ ULONG IoctlCode,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR InputBuffer, _In_opt_ PWDF_MEMORY_DESCRIPTOR OutputBuffer,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_opt_ PULONG_PTR BytesReturned);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetSendInternalIoctlSynchronously(_In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request,
    _In_ ULONG IoctlCode, _In_opt_ PWDF_MEMORY_DESCRIPTOR InputBuffer, _In_opt_ PWDF_MEMORY_DESCRIPTOR OutputBuffer,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_opt_ PULONG_PTR BytesReturned)
{
    return WDF_CALL(PFN_WDFIOTARGETSENDINTERNALIOCTLSYNCHRONOUSLY, WdfIoTargetSendInternalIoctlSynchronously)(
        WdfDriverGlobals, IoTarget, Request, IoctlCode, InputBuffer, OutputBuffer, RequestOptions, BytesReturned);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetformatrequestforinternalioctl */
typedef NTSTATUS (*PFN_WDFIOTARGETFORMATREQUESTFORINTERNALIOCTL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request, _In_ ULONG IoctlCode, _In_opt_ WDFMEMORY InputBuffer,
    _In_opt_ PWDFMEMORY_OFFSET InputBufferOffset, _In_opt_ WDFMEMORY OutputBuffer,
    _In_opt_ PWDFMEMORY_OFFSET OutputBufferOffset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetFormatRequestForInternalIoctl(_In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request,
    _In_ ULONG IoctlCode, _In_opt_ WDFMEMORY InputBuffer, _In_opt_ PWDFMEMORY_OFFSET InputBufferOffset,
    _In_opt_ WDFMEMORY OutputBuffer, _In_opt_ PWDFMEMORY_OFFSET OutputBufferOffset)
{
    return WDF_CALL(PFN_WDFIOTARGETFORMATREQUESTFORINTERNALIOCTL, WdfIoTargetFormatRequestForInternalIoctl)(
        WdfDriverGlobals, IoTarget, Request, IoctlCode, InputBuffer, InputBufferOffset, OutputBuffer,
        OutputBufferOffset);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetsendinternalioctlotherssynchronously */
typedef NTSTATUS (*PFN_WDFIOTARGETSENDINTERNALIOCTLOTHERSSYNCHRONOUSLY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_opt_ WDFREQUEST Request, _In_ ULONG IoctlCode,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR OtherArg1, _In_opt_ PWDF_MEMORY_DESCRIPTOR OtherArg2,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR OtherArg4, _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions,
    _Out_opt_ PULONG_PTR BytesReturned);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetSendInternalIoctlOthersSynchronously(_In_ WDFIOTARGET IoTarget,
    _In_opt_ WDFREQUEST Request, _In_ ULONG IoctlCode, _In_opt_ PWDF_MEMORY_DESCRIPTOR OtherArg1,
    _In_opt_ PWDF_MEMORY_DESCRIPTOR OtherArg2, _In_opt_ PWDF_MEMORY_DESCRIPTOR OtherArg4,
    _In_opt_ PWDF_REQUEST_SEND_OPTIONS RequestOptions, _Out_opt_ PULONG_PTR BytesReturned)
{
    return WDF_CALL(PFN_WDFIOTARGETSENDINTERNALIOCTLOTHERSSYNCHRONOUSLY, WdfIoTargetSendInternalIoctlOthersSynchronously)(
        WdfDriverGlobals, IoTarget, Request, IoctlCode, OtherArg1, OtherArg2, OtherArg4, RequestOptions,
        BytesReturned);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetformatrequestforinternalioctlothers */
typedef NTSTATUS (*PFN_WDFIOTARGETFORMATREQUESTFORINTERNALIOCTLOTHERS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request, _In_ ULONG IoctlCode, _In_opt_ WDFMEMORY OtherArg1,
    _In_opt_ PWDFMEMORY_OFFSET OtherArg1Offset, _In_opt_ WDFMEMORY OtherArg2,
    _In_opt_ PWDFMEMORY_OFFSET OtherArg2Offset, _In_opt_ WDFMEMORY OtherArg4,
    _In_opt_ PWDFMEMORY_OFFSET OtherArg4Offset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoTargetFormatRequestForInternalIoctlOthers(_In_ WDFIOTARGET IoTarget, _In_ WDFREQUEST Request,
    _In_ ULONG IoctlCode, _In_opt_ WDFMEMORY OtherArg1, _In_opt_ PWDFMEMORY_OFFSET OtherArg1Offset,
    _In_opt_ WDFMEMORY OtherArg2, _In_opt_ PWDFMEMORY_OFFSET OtherArg2Offset, _In_opt_ WDFMEMORY OtherArg4,
    _In_opt_ PWDFMEMORY_OFFSET OtherArg4Offset)
{
    return WDF_CALL(PFN_WDFIOTARGETFORMATREQUESTFORINTERNALIOCTLOTHERS, WdfIoTargetFormatRequestForInternalIoctlOthers)(
        WdfDriverGlobals, IoTarget, Request, IoctlCode, OtherArg1, OtherArg1Offset, OtherArg2, OtherArg2Offset,
        OtherArg4, OtherArg4Offset);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfiotarget/nf-wdfiotarget-wdfiotargetpurge */
typedef VOID (*PFN_WDFIOTARGETPURGE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFIOTARGET IoTarget,
    _In_ WDF_IO_TARGET_PURGE_IO_ACTION Action);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoTargetPurge(_In_ WDFIOTARGET IoTarget, _In_ WDF_IO_TARGET_PURGE_IO_ACTION Action)
{
    WDF_CALL(PFN_WDFIOTARGETPURGE, WdfIoTargetPurge)(WdfDriverGlobals, IoTarget, Action);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
