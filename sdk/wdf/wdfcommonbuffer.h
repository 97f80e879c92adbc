/* SPDX-License-Identifier: MIT */
/* wdfcommonbuffer.h: the commonbuffer interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFCOMMONBUFFER_H
#define KMDOCK_WDFCOMMONBUFFER_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

struct _WDF_COMMON_BUFFER_CONFIG {
    ULONG Size;
    ULONG AlignmentRequirement;
};

/* wdfcommonbuffer/nf-wdfcommonbuffer-wdf_common_buffer_config_init */
WDF_INLINE VOID WDF_COMMON_BUFFER_CONFIG_INIT(PWDF_COMMON_BUFFER_CONFIG Config, ULONG AlignmentRequirement)
{
    RtlZeroMemory(Config, sizeof(WDF_COMMON_BUFFER_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_COMMON_BUFFER_CONFIG);
    Config->AlignmentRequirement = AlignmentRequirement;
}

/* IRQL <= PASSIVE_LEVEL. wdfcommonbuffer/nf-wdfcommonbuffer-wdfcommonbuffercreate */
typedef NTSTATUS (*PFN_WDFCOMMONBUFFERCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDMAENABLER DmaEnabler,
    _In_ size_t Length, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFCOMMONBUFFER *CommonBuffer);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfCommonBufferCreate(_In_ WDFDMAENABLER DmaEnabler, _In_ size_t Length,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFCOMMONBUFFER *CommonBuffer)
{
    return WDF_CALL(PFN_WDFCOMMONBUFFERCREATE, WdfCommonBufferCreate)(WdfDriverGlobals, DmaEnabler, Length,
        Attributes, CommonBuffer);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcommonbuffer/nf-wdfcommonbuffer-wdfcommonbuffergetalignedvirtualaddress */
typedef PVOID (*PFN_WDFCOMMONBUFFERGETALIGNEDVIRTUALADDRESS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCOMMONBUFFER CommonBuffer);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PVOID WdfCommonBufferGetAlignedVirtualAddress(_In_ WDFCOMMONBUFFER CommonBuffer)
{
    return WDF_CALL(PFN_WDFCOMMONBUFFERGETALIGNEDVIRTUALADDRESS, WdfCommonBufferGetAlignedVirtualAddress)(
        WdfDriverGlobals, CommonBuffer);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcommonbuffer/nf-wdfcommonbuffer-wdfcommonbuffergetalignedlogicaladdress */
typedef PHYSICAL_ADDRESS (*PFN_WDFCOMMONBUFFERGETALIGNEDLOGICALADDRESS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCOMMONBUFFER CommonBuffer);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PHYSICAL_ADDRESS WdfCommonBufferGetAlignedLogicalAddress(_In_ WDFCOMMONBUFFER CommonBuffer)
{
    return WDF_CALL(PFN_WDFCOMMONBUFFERGETALIGNEDLOGICALADDRESS, WdfCommonBufferGetAlignedLogicalAddress)(
        WdfDriverGlobals, CommonBuffer);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcommonbuffer/nf-wdfcommonbuffer-wdfcommonbuffergetlength */
typedef size_t (*PFN_WDFCOMMONBUFFERGETLENGTH)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCOMMONBUFFER CommonBuffer);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE size_t WdfCommonBufferGetLength(_In_ WDFCOMMONBUFFER CommonBuffer)
{
    return WDF_CALL(PFN_WDFCOMMONBUFFERGETLENGTH, WdfCommonBufferGetLength)(WdfDriverGlobals, CommonBuffer);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfcommonbuffer/nf-wdfcommonbuffer-wdfcommonbuffercreatewithconfig */
typedef NTSTATUS (*PFN_WDFCOMMONBUFFERCREATEWITHCONFIG)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMAENABLER DmaEnabler, _In_ size_t Length, _In_ PWDF_COMMON_BUFFER_CONFIG Config,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFCOMMONBUFFER *CommonBuffer);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfCommonBufferCreateWithConfig(_In_ WDFDMAENABLER DmaEnabler, _In_ size_t Length,
    _In_ PWDF_COMMON_BUFFER_CONFIG Config, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFCOMMONBUFFER *CommonBuffer)
{
    return WDF_CALL(PFN_WDFCOMMONBUFFERCREATEWITHCONFIG, WdfCommonBufferCreateWithConfig)(WdfDriverGlobals,
        DmaEnabler, Length, Config, Attributes, CommonBuffer);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
