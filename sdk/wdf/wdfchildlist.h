/* SPDX-License-Identifier: MIT */
/* wdfchildlist.h: the childlist interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFCHILDLIST_H
#define KMDOCK_WDFCHILDLIST_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_CHILD_LIST_RETRIEVE_DEVICE_STATUS {
    WdfChildListRetrieveDeviceUndefined = 0,
    WdfChildListRetrieveDeviceSuccess = 1,
    WdfChildListRetrieveDeviceNotYetCreated = 2,
    WdfChildListRetrieveDeviceNoSuchDevice = 3,
} WDF_CHILD_LIST_RETRIEVE_DEVICE_STATUS, *PWDF_CHILD_LIST_RETRIEVE_DEVICE_STATUS;

typedef enum _WDF_RETRIEVE_CHILD_FLAGS {
    WdfRetrieveUnspecified = 0,
    WdfRetrievePresentChildren = 1,
    WdfRetrieveMissingChildren = 2,
    WdfRetrievePendingChildren = 4,
    WdfRetrieveAddedChildren = 5,
    WdfRetrieveAllChildren = 7,
} WDF_RETRIEVE_CHILD_FLAGS, *PWDF_RETRIEVE_CHILD_FLAGS;

/* Called at IRQL <= DISPATCH_LEVEL. wdfchildlist/nc-wdfchildlist-evt_wdf_child_list_address_description_cleanup */
typedef VOID EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_CLEANUP(_In_ WDFCHILDLIST ChildList,
    _Inout_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription);
typedef EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_CLEANUP *PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_CLEANUP;

/* Called at IRQL <= DISPATCH_LEVEL. wdfchildlist/nc-wdfchildlist-evt_wdf_child_list_address_description_copy */
typedef VOID EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_COPY(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER SourceAddressDescription,
    _Out_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER DestinationAddressDescription);
typedef EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_COPY *PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_COPY;

/* Called at IRQL <= DISPATCH_LEVEL. wdfchildlist/nc-wdfchildlist-evt_wdf_child_list_address_description_duplicate */
typedef NTSTATUS EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_DUPLICATE(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER SourceAddressDescription,
    _Out_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER DestinationAddressDescription);
typedef EVT_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_DUPLICATE *PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_DUPLICATE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfchildlist/nc-wdfchildlist-evt_wdf_child_list_create_device */
typedef NTSTATUS EVT_WDF_CHILD_LIST_CREATE_DEVICE(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription, _In_ PWDFDEVICE_INIT ChildInit);
typedef EVT_WDF_CHILD_LIST_CREATE_DEVICE *PFN_WDF_CHILD_LIST_CREATE_DEVICE;

/* Called at IRQL <= DISPATCH_LEVEL. wdfchildlist/nc-wdfchildlist-evt_wdf_child_list_device_reenumerated */
typedef BOOLEAN EVT_WDF_CHILD_LIST_DEVICE_REENUMERATED(_In_ WDFCHILDLIST ChildList, _In_ WDFDEVICE OldDevice,
    _In_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER OldAddressDescription,
    _Out_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER NewAddressDescription);
typedef EVT_WDF_CHILD_LIST_DEVICE_REENUMERATED *PFN_WDF_CHILD_LIST_DEVICE_REENUMERATED;

/* Called at IRQL <= DISPATCH_LEVEL. wdfchildlist/nc-wdfchildlist-evt_wdf_child_list_identification_description_cleanup */
typedef VOID EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_CLEANUP(_In_ WDFCHILDLIST ChildList,
    _Inout_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription);
typedef EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_CLEANUP *PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_CLEANUP;

/* Called at IRQL <= DISPATCH_LEVEL. wdfchildlist/nc-wdfchildlist-evt_wdf_child_list_identification_description_compare */
typedef BOOLEAN EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER FirstIdentificationDescription,
    _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER SecondIdentificationDescription);
typedef EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE *PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE;

/* Called at IRQL <= DISPATCH_LEVEL. wdfchildlist/nc-wdfchildlist-evt_wdf_child_list_identification_description_copy */
typedef VOID EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COPY(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER SourceIdentificationDescription,
    _Out_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER DestinationIdentificationDescription);
typedef EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COPY *PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COPY;

/* Called at IRQL <= DISPATCH_LEVEL. wdfchildlist/nc-wdfchildlist-evt_wdf_child_list_identification_description_duplicate */
typedef NTSTATUS EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_DUPLICATE(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER SourceIdentificationDescription,
    _Out_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER DestinationIdentificationDescription);
typedef EVT_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_DUPLICATE *PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_DUPLICATE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfchildlist/nc-wdfchildlist-evt_wdf_child_list_scan_for_children */
typedef VOID EVT_WDF_CHILD_LIST_SCAN_FOR_CHILDREN(_In_ WDFCHILDLIST ChildList);
typedef EVT_WDF_CHILD_LIST_SCAN_FOR_CHILDREN *PFN_WDF_CHILD_LIST_SCAN_FOR_CHILDREN;

struct _WDF_CHILD_ADDRESS_DESCRIPTION_HEADER {
    ULONG AddressDescriptionSize;
};

struct _WDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER {
    ULONG IdentificationDescriptionSize;
};

struct _WDF_CHILD_LIST_CONFIG {
    ULONG Size;
    ULONG IdentificationDescriptionSize;
    ULONG AddressDescriptionSize;
    PFN_WDF_CHILD_LIST_CREATE_DEVICE EvtChildListCreateDevice;
    PFN_WDF_CHILD_LIST_SCAN_FOR_CHILDREN EvtChildListScanForChildren;
    PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COPY EvtChildListIdentificationDescriptionCopy;
    PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_DUPLICATE EvtChildListIdentificationDescriptionDuplicate;
    PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_CLEANUP EvtChildListIdentificationDescriptionCleanup;
    PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE EvtChildListIdentificationDescriptionCompare;
    PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_COPY EvtChildListAddressDescriptionCopy;
    PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_DUPLICATE EvtChildListAddressDescriptionDuplicate;
    PFN_WDF_CHILD_LIST_ADDRESS_DESCRIPTION_CLEANUP EvtChildListAddressDescriptionCleanup;
    PFN_WDF_CHILD_LIST_DEVICE_REENUMERATED EvtChildListDeviceReenumerated;
};

struct _WDF_CHILD_LIST_ITERATOR {
    ULONG Size;
    ULONG Flags;
    PVOID Reserved[4];
};

struct _WDF_CHILD_RETRIEVE_INFO {
    ULONG Size;
    PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription;
    PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription;
    WDF_CHILD_LIST_RETRIEVE_DEVICE_STATUS Status;
    PFN_WDF_CHILD_LIST_IDENTIFICATION_DESCRIPTION_COMPARE EvtChildListIdentificationDescriptionCompare;
};

/* wdfchildlist/nf-wdfchildlist-wdf_child_address_description_header_init */
WDF_INLINE VOID WDF_CHILD_ADDRESS_DESCRIPTION_HEADER_INIT(PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER Header,
    ULONG AddressDescriptionSize)
{
    RtlZeroMemory(Header, sizeof(WDF_CHILD_ADDRESS_DESCRIPTION_HEADER));
    Header->AddressDescriptionSize = AddressDescriptionSize;
}

/* wdfchildlist/nf-wdfchildlist-wdf_child_identification_description_header_init */
WDF_INLINE VOID WDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER_INIT(PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER Header,
    ULONG IdentificationDescriptionSize)
{
    RtlZeroMemory(Header, sizeof(WDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER));
    Header->IdentificationDescriptionSize = IdentificationDescriptionSize;
}

/* wdfchildlist/nf-wdfchildlist-wdf_child_list_config_init */
WDF_INLINE VOID WDF_CHILD_LIST_CONFIG_INIT(PWDF_CHILD_LIST_CONFIG Config, ULONG IdentificationDescriptionSize,
    PFN_WDF_CHILD_LIST_CREATE_DEVICE EvtChildListCreateDevice)
{
    RtlZeroMemory(Config, sizeof(WDF_CHILD_LIST_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_CHILD_LIST_CONFIG);
    Config->IdentificationDescriptionSize = IdentificationDescriptionSize;
    Config->EvtChildListCreateDevice = EvtChildListCreateDevice;
}

/* wdfchildlist/nf-wdfchildlist-wdf_child_list_iterator_init */
WDF_INLINE VOID WDF_CHILD_LIST_ITERATOR_INIT(PWDF_CHILD_LIST_ITERATOR Iterator, ULONG Flags)
{
    RtlZeroMemory(Iterator, sizeof(WDF_CHILD_LIST_ITERATOR));
    Iterator->Size = (ULONG)sizeof(WDF_CHILD_LIST_ITERATOR);
    Iterator->Flags = Flags;
}

/* wdfchildlist/nf-wdfchildlist-wdf_child_retrieve_info_init */
WDF_INLINE VOID WDF_CHILD_RETRIEVE_INFO_INIT(PWDF_CHILD_RETRIEVE_INFO Info,
    PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription)
{
    RtlZeroMemory(Info, sizeof(WDF_CHILD_RETRIEVE_INFO));
    Info->Size = (ULONG)sizeof(WDF_CHILD_RETRIEVE_INFO);
    Info->IdentificationDescription = IdentificationDescription;
}

/* IRQL <= PASSIVE_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistcreate */
typedef NTSTATUS (*PFN_WDFCHILDLISTCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_CHILD_LIST_CONFIG Config, _In_opt_ PWDF_OBJECT_ATTRIBUTES ChildListAttributes,
    _Out_ WDFCHILDLIST *ChildList);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfChildListCreate(_In_ WDFDEVICE Device, _In_ PWDF_CHILD_LIST_CONFIG Config,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES ChildListAttributes, _Out_ WDFCHILDLIST *ChildList)
{
    return WDF_CALL(PFN_WDFCHILDLISTCREATE, WdfChildListCreate)(WdfDriverGlobals, Device, Config, ChildListAttributes,
        ChildList);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistgetdevice */
typedef WDFDEVICE (*PFN_WDFCHILDLISTGETDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCHILDLIST ChildList);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDEVICE WdfChildListGetDevice(_In_ WDFCHILDLIST ChildList)
{
    return WDF_CALL(PFN_WDFCHILDLISTGETDEVICE, WdfChildListGetDevice)(WdfDriverGlobals, ChildList);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistretrievepdo */
typedef WDFDEVICE (*PFN_WDFCHILDLISTRETRIEVEPDO)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCHILDLIST ChildList,
    _Inout_ PWDF_CHILD_RETRIEVE_INFO RetrieveInfo);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE WDFDEVICE WdfChildListRetrievePdo(_In_ WDFCHILDLIST ChildList,
    _Inout_ PWDF_CHILD_RETRIEVE_INFO RetrieveInfo)
{
    return WDF_CALL(PFN_WDFCHILDLISTRETRIEVEPDO, WdfChildListRetrievePdo)(WdfDriverGlobals, ChildList, RetrieveInfo);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistretrieveaddressdescription */
typedef NTSTATUS (*PFN_WDFCHILDLISTRETRIEVEADDRESSDESCRIPTION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCHILDLIST ChildList, _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription,
    _Inout_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfChildListRetrieveAddressDescription(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription,
    _Inout_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription)
{
    return WDF_CALL(PFN_WDFCHILDLISTRETRIEVEADDRESSDESCRIPTION, WdfChildListRetrieveAddressDescription)(
        WdfDriverGlobals, ChildList, IdentificationDescription, AddressDescription);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistbeginscan */
typedef VOID (*PFN_WDFCHILDLISTBEGINSCAN)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCHILDLIST ChildList);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfChildListBeginScan(_In_ WDFCHILDLIST ChildList)
{
    WDF_CALL(PFN_WDFCHILDLISTBEGINSCAN, WdfChildListBeginScan)(WdfDriverGlobals, ChildList);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistendscan */
typedef VOID (*PFN_WDFCHILDLISTENDSCAN)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCHILDLIST ChildList);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfChildListEndScan(_In_ WDFCHILDLIST ChildList)
{
    WDF_CALL(PFN_WDFCHILDLISTENDSCAN, WdfChildListEndScan)(WdfDriverGlobals, ChildList);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistbeginiteration */
typedef VOID (*PFN_WDFCHILDLISTBEGINITERATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_LIST_ITERATOR Iterator);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfChildListBeginIteration(_In_ WDFCHILDLIST ChildList, _In_ PWDF_CHILD_LIST_ITERATOR Iterator)
{
    WDF_CALL(PFN_WDFCHILDLISTBEGINITERATION, WdfChildListBeginIteration)(WdfDriverGlobals, ChildList, Iterator);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistretrievenextdevice */
typedef NTSTATUS (*PFN_WDFCHILDLISTRETRIEVENEXTDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCHILDLIST ChildList, _In_ PWDF_CHILD_LIST_ITERATOR Iterator, _Out_ WDFDEVICE *Device,
    _Inout_opt_ PWDF_CHILD_RETRIEVE_INFO Info);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfChildListRetrieveNextDevice(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_LIST_ITERATOR Iterator, _Out_ WDFDEVICE *Device, _Inout_opt_ PWDF_CHILD_RETRIEVE_INFO Info)
{
    return WDF_CALL(PFN_WDFCHILDLISTRETRIEVENEXTDEVICE, WdfChildListRetrieveNextDevice)(WdfDriverGlobals, ChildList,
        Iterator, Device, Info);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistenditeration */
typedef VOID (*PFN_WDFCHILDLISTENDITERATION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_LIST_ITERATOR Iterator);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfChildListEndIteration(_In_ WDFCHILDLIST ChildList, _In_ PWDF_CHILD_LIST_ITERATOR Iterator)
{
    WDF_CALL(PFN_WDFCHILDLISTENDITERATION, WdfChildListEndIteration)(WdfDriverGlobals, ChildList, Iterator);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistaddorupdatechilddescriptionaspresent */
typedef NTSTATUS (*PFN_WDFCHILDLISTADDORUPDATECHILDDESCRIPTIONASPRESENT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCHILDLIST ChildList, _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription,
    _In_opt_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfChildListAddOrUpdateChildDescriptionAsPresent(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription,
    _In_opt_ PWDF_CHILD_ADDRESS_DESCRIPTION_HEADER AddressDescription)
{
    return WDF_CALL(PFN_WDFCHILDLISTADDORUPDATECHILDDESCRIPTIONASPRESENT, WdfChildListAddOrUpdateChildDescriptionAsPresent)(
        WdfDriverGlobals, ChildList, IdentificationDescription, AddressDescription);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistupdatechilddescriptionasmissing */
typedef NTSTATUS (*PFN_WDFCHILDLISTUPDATECHILDDESCRIPTIONASMISSING)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCHILDLIST ChildList, _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfChildListUpdateChildDescriptionAsMissing(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription)
{
    return WDF_CALL(PFN_WDFCHILDLISTUPDATECHILDDESCRIPTIONASMISSING, WdfChildListUpdateChildDescriptionAsMissing)(
        WdfDriverGlobals, ChildList, IdentificationDescription);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistupdateallchilddescriptionsaspresent */
typedef VOID (*PFN_WDFCHILDLISTUPDATEALLCHILDDESCRIPTIONSASPRESENT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCHILDLIST ChildList);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfChildListUpdateAllChildDescriptionsAsPresent(_In_ WDFCHILDLIST ChildList)
{
    WDF_CALL(PFN_WDFCHILDLISTUPDATEALLCHILDDESCRIPTIONSASPRESENT, WdfChildListUpdateAllChildDescriptionsAsPresent)(
        WdfDriverGlobals, ChildList);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfchildlist/nf-wdfchildlist-wdfchildlistrequestchildeject */
typedef BOOLEAN (*PFN_WDFCHILDLISTREQUESTCHILDEJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCHILDLIST ChildList, _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfChildListRequestChildEject(_In_ WDFCHILDLIST ChildList,
    _In_ PWDF_CHILD_IDENTIFICATION_DESCRIPTION_HEADER IdentificationDescription)
{
    return WDF_CALL(PFN_WDFCHILDLISTREQUESTCHILDEJECT, WdfChildListRequestChildEject)(WdfDriverGlobals, ChildList,
        IdentificationDescription);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
