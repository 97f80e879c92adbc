/* SPDX-License-Identifier: MIT */
/* wdfdmaenabler.h: the dmaenabler interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFDMAENABLER_H
#define KMDOCK_WDFDMAENABLER_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_DMA_DIRECTION {
    WdfDmaDirectionReadFromDevice = 0,
    WdfDmaDirectionWriteToDevice = 1,
} WDF_DMA_DIRECTION, *PWDF_DMA_DIRECTION;

typedef enum _WDF_DMA_ENABLER_CONFIG_FLAGS {
    WDF_DMA_ENABLER_CONFIG_NO_SGLIST_PREALLOCATION = 1,
} WDF_DMA_ENABLER_CONFIG_FLAGS, *PWDF_DMA_ENABLER_CONFIG_FLAGS;

typedef enum _WDF_DMA_PROFILE {
    WdfDmaProfileInvalid = 0,
    WdfDmaProfilePacket = 1,
    WdfDmaProfileScatterGather = 2,
    WdfDmaProfilePacket64 = 3,
    WdfDmaProfileScatterGather64 = 4,
    WdfDmaProfileScatterGatherDuplex = 5,
    WdfDmaProfileScatterGather64Duplex = 6,
    WdfDmaProfileSystem = 7,
    WdfDmaProfileSystemDuplex = 8,
} WDF_DMA_PROFILE, *PWDF_DMA_PROFILE;

#define WDF_DMA_ENABLER_UNLIMITED_FRAGMENTS 0xFFFFFFFFUL

/* Called at IRQL <= PASSIVE_LEVEL. wdfdmaenabler/nc-wdfdmaenabler-evt_wdf_dma_enabler_disable */
typedef NTSTATUS EVT_WDF_DMA_ENABLER_DISABLE(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_DISABLE *PFN_WDF_DMA_ENABLER_DISABLE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdmaenabler/nc-wdfdmaenabler-evt_wdf_dma_enabler_enable */
typedef NTSTATUS EVT_WDF_DMA_ENABLER_ENABLE(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_ENABLE *PFN_WDF_DMA_ENABLER_ENABLE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdmaenabler/nc-wdfdmaenabler-evt_wdf_dma_enabler_fill */
typedef NTSTATUS EVT_WDF_DMA_ENABLER_FILL(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_FILL *PFN_WDF_DMA_ENABLER_FILL;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdmaenabler/nc-wdfdmaenabler-evt_wdf_dma_enabler_flush */
typedef NTSTATUS EVT_WDF_DMA_ENABLER_FLUSH(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_FLUSH *PFN_WDF_DMA_ENABLER_FLUSH;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdmaenabler/nc-wdfdmaenabler-evt_wdf_dma_enabler_selfmanaged_io_start */
typedef NTSTATUS EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_START(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_START *PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_START;

/* Called at IRQL <= PASSIVE_LEVEL. wdfdmaenabler/nc-wdfdmaenabler-evt_wdf_dma_enabler_selfmanaged_io_stop */
typedef NTSTATUS EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP(_In_ WDFDMAENABLER DmaEnabler);
typedef EVT_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP *PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP;

struct _WDF_DMA_ENABLER_CONFIG {
    ULONG Size;
    WDF_DMA_PROFILE Profile;
    size_t MaximumLength;
    PFN_WDF_DMA_ENABLER_FILL EvtDmaEnablerFill;
    PFN_WDF_DMA_ENABLER_FLUSH EvtDmaEnablerFlush;
    PFN_WDF_DMA_ENABLER_DISABLE EvtDmaEnablerDisable;
    PFN_WDF_DMA_ENABLER_ENABLE EvtDmaEnablerEnable;
    PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_START EvtDmaEnablerSelfManagedIoStart;
    PFN_WDF_DMA_ENABLER_SELFMANAGED_IO_STOP EvtDmaEnablerSelfManagedIoStop;
    ULONG AddressWidthOverride;
    ULONG WdmDmaVersionOverride;
    ULONG Flags;
};

struct _WDF_DMA_SYSTEM_PROFILE_CONFIG {
    ULONG Size;
    BOOLEAN DemandMode;
    BOOLEAN LoopedTransfer;
    DMA_WIDTH DmaWidth;
    PHYSICAL_ADDRESS DeviceAddress;
    PCM_PARTIAL_RESOURCE_DESCRIPTOR DmaDescriptor;
};

/* wdfdmaenabler/nf-wdfdmaenabler-wdf_dma_enabler_config_init */
WDF_INLINE VOID WDF_DMA_ENABLER_CONFIG_INIT(PWDF_DMA_ENABLER_CONFIG Config, WDF_DMA_PROFILE Profile,
    size_t MaximumLength)
{
    RtlZeroMemory(Config, sizeof(WDF_DMA_ENABLER_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_DMA_ENABLER_CONFIG);
    Config->Profile = Profile;
    Config->MaximumLength = MaximumLength;
}

/* wdfdmaenabler/nf-wdfdmaenabler-wdf_dma_system_profile_config_init */
WDF_INLINE VOID WDF_DMA_SYSTEM_PROFILE_CONFIG_INIT(PWDF_DMA_SYSTEM_PROFILE_CONFIG DmaConfig, PHYSICAL_ADDRESS Address,
    DMA_WIDTH DmaWidth, PCM_PARTIAL_RESOURCE_DESCRIPTOR DmaDescriptor)
{
    RtlZeroMemory(DmaConfig, sizeof(WDF_DMA_SYSTEM_PROFILE_CONFIG));
    DmaConfig->Size = (ULONG)sizeof(WDF_DMA_SYSTEM_PROFILE_CONFIG);
    DmaConfig->DmaWidth = DmaWidth;
    DmaConfig->DeviceAddress = Address;
    DmaConfig->DmaDescriptor = DmaDescriptor;
}

/* IRQL <= PASSIVE_LEVEL. wdfdmaenabler/nf-wdfdmaenabler-wdfdmaenablercreate */
typedef NTSTATUS (*PFN_WDFDMAENABLERCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_DMA_ENABLER_CONFIG Config, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFDMAENABLER *DmaEnablerHandle);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDmaEnablerCreate(_In_ WDFDEVICE Device, _In_ PWDF_DMA_ENABLER_CONFIG Config,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFDMAENABLER *DmaEnablerHandle)
{
    return WDF_CALL(PFN_WDFDMAENABLERCREATE, WdfDmaEnablerCreate)(WdfDriverGlobals, Device, Config, Attributes,
        DmaEnablerHandle);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmaenabler/nf-wdfdmaenabler-wdfdmaenablergetmaximumlength */
typedef size_t (*PFN_WDFDMAENABLERGETMAXIMUMLENGTH)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMAENABLER DmaEnabler);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE size_t WdfDmaEnablerGetMaximumLength(_In_ WDFDMAENABLER DmaEnabler)
{
    return WDF_CALL(PFN_WDFDMAENABLERGETMAXIMUMLENGTH, WdfDmaEnablerGetMaximumLength)(WdfDriverGlobals, DmaEnabler);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmaenabler/nf-wdfdmaenabler-wdfdmaenablergetmaximumscattergatherelements */
typedef size_t (*PFN_WDFDMAENABLERGETMAXIMUMSCATTERGATHERELEMENTS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMAENABLER DmaEnabler);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE size_t WdfDmaEnablerGetMaximumScatterGatherElements(_In_ WDFDMAENABLER DmaEnabler)
{
    return WDF_CALL(PFN_WDFDMAENABLERGETMAXIMUMSCATTERGATHERELEMENTS, WdfDmaEnablerGetMaximumScatterGatherElements)(
        WdfDriverGlobals, DmaEnabler);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdmaenabler/nf-wdfdmaenabler-wdfdmaenablersetmaximumscattergatherelements */
typedef VOID (*PFN_WDFDMAENABLERSETMAXIMUMSCATTERGATHERELEMENTS)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMAENABLER DmaEnabler, _In_ size_t MaximumFragments);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDmaEnablerSetMaximumScatterGatherElements(_In_ WDFDMAENABLER DmaEnabler,
    _In_ size_t MaximumFragments)
{
    WDF_CALL(PFN_WDFDMAENABLERSETMAXIMUMSCATTERGATHERELEMENTS, WdfDmaEnablerSetMaximumScatterGatherElements)(
        WdfDriverGlobals, DmaEnabler, MaximumFragments);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmaenabler/nf-wdfdmaenabler-wdfdmaenablergetfragmentlength */
typedef size_t (*PFN_WDFDMAENABLERGETFRAGMENTLENGTH)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMAENABLER DmaEnabler, _In_ WDF_DMA_DIRECTION DmaDirection);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE size_t WdfDmaEnablerGetFragmentLength(_In_ WDFDMAENABLER DmaEnabler, _In_ WDF_DMA_DIRECTION DmaDirection)
{
    return WDF_CALL(PFN_WDFDMAENABLERGETFRAGMENTLENGTH, WdfDmaEnablerGetFragmentLength)(WdfDriverGlobals, DmaEnabler,
        DmaDirection);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmaenabler/nf-wdfdmaenabler-wdfdmaenablerwdmgetdmaadapter */
typedef PDMA_ADAPTER (*PFN_WDFDMAENABLERWDMGETDMAADAPTER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMAENABLER DmaEnabler, _In_ WDF_DMA_DIRECTION DmaDirection);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PDMA_ADAPTER WdfDmaEnablerWdmGetDmaAdapter(_In_ WDFDMAENABLER DmaEnabler,
    _In_ WDF_DMA_DIRECTION DmaDirection)
{
    return WDF_CALL(PFN_WDFDMAENABLERWDMGETDMAADAPTER, WdfDmaEnablerWdmGetDmaAdapter)(WdfDriverGlobals, DmaEnabler,
        DmaDirection);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfdmaenabler/nf-wdfdmaenabler-wdfdmaenablerconfiguresystemprofile */
typedef NTSTATUS (*PFN_WDFDMAENABLERCONFIGURESYSTEMPROFILE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMAENABLER DmaEnabler, _In_ PWDF_DMA_SYSTEM_PROFILE_CONFIG ProfileConfig,
    _In_ WDF_DMA_DIRECTION ConfigDirection);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDmaEnablerConfigureSystemProfile(_In_ WDFDMAENABLER DmaEnabler,
    _In_ PWDF_DMA_SYSTEM_PROFILE_CONFIG ProfileConfig, _In_ WDF_DMA_DIRECTION ConfigDirection)
{
    return WDF_CALL(PFN_WDFDMAENABLERCONFIGURESYSTEMPROFILE, WdfDmaEnablerConfigureSystemProfile)(WdfDriverGlobals,
        DmaEnabler, ProfileConfig, ConfigDirection);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
