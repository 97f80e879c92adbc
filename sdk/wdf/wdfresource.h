/* SPDX-License-Identifier: MIT */
/* wdfresource.h: the resource interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFRESOURCE_H
#define KMDOCK_WDFRESOURCE_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

#define WDF_INSERT_AT_END 0xFFFFFFFFUL

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcerequirementslistsetslotnumber */
typedef VOID (*PFN_WDFIORESOURCEREQUIREMENTSLISTSETSLOTNUMBER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESREQLIST RequirementsList, _In_ ULONG SlotNumber);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoResourceRequirementsListSetSlotNumber(_In_ WDFIORESREQLIST RequirementsList,
    _In_ ULONG SlotNumber)
{
    WDF_CALL(PFN_WDFIORESOURCEREQUIREMENTSLISTSETSLOTNUMBER, WdfIoResourceRequirementsListSetSlotNumber)(
        WdfDriverGlobals, RequirementsList, SlotNumber);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcerequirementslistsetinterfacetype */
typedef VOID (*PFN_WDFIORESOURCEREQUIREMENTSLISTSETINTERFACETYPE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESREQLIST RequirementsList, _In_ INTERFACE_TYPE InterfaceType);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoResourceRequirementsListSetInterfaceType(_In_ WDFIORESREQLIST RequirementsList,
    _In_ INTERFACE_TYPE InterfaceType)
{
    WDF_CALL(PFN_WDFIORESOURCEREQUIREMENTSLISTSETINTERFACETYPE, WdfIoResourceRequirementsListSetInterfaceType)(
        WdfDriverGlobals, RequirementsList, InterfaceType);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcerequirementslistappendioreslist */
typedef NTSTATUS (*PFN_WDFIORESOURCEREQUIREMENTSLISTAPPENDIORESLIST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESREQLIST RequirementsList, _In_ WDFIORESLIST IoResList);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoResourceRequirementsListAppendIoResList(_In_ WDFIORESREQLIST RequirementsList,
    _In_ WDFIORESLIST IoResList)
{
    return WDF_CALL(PFN_WDFIORESOURCEREQUIREMENTSLISTAPPENDIORESLIST, WdfIoResourceRequirementsListAppendIoResList)(
        WdfDriverGlobals, RequirementsList, IoResList);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcerequirementslistinsertioreslist */
typedef NTSTATUS (*PFN_WDFIORESOURCEREQUIREMENTSLISTINSERTIORESLIST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESREQLIST RequirementsList, _In_ WDFIORESLIST IoResList, _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoResourceRequirementsListInsertIoResList(_In_ WDFIORESREQLIST RequirementsList,
    _In_ WDFIORESLIST IoResList, _In_ ULONG Index)
{
    return WDF_CALL(PFN_WDFIORESOURCEREQUIREMENTSLISTINSERTIORESLIST, WdfIoResourceRequirementsListInsertIoResList)(
        WdfDriverGlobals, RequirementsList, IoResList, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcerequirementslistgetcount */
typedef ULONG (*PFN_WDFIORESOURCEREQUIREMENTSLISTGETCOUNT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESREQLIST RequirementsList);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE ULONG WdfIoResourceRequirementsListGetCount(_In_ WDFIORESREQLIST RequirementsList)
{
    return WDF_CALL(PFN_WDFIORESOURCEREQUIREMENTSLISTGETCOUNT, WdfIoResourceRequirementsListGetCount)(
        WdfDriverGlobals, RequirementsList);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcerequirementslistgetioreslist */
typedef WDFIORESLIST (*PFN_WDFIORESOURCEREQUIREMENTSLISTGETIORESLIST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESREQLIST RequirementsList, _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFIORESLIST WdfIoResourceRequirementsListGetIoResList(_In_ WDFIORESREQLIST RequirementsList,
    _In_ ULONG Index)
{
    return WDF_CALL(PFN_WDFIORESOURCEREQUIREMENTSLISTGETIORESLIST, WdfIoResourceRequirementsListGetIoResList)(
        WdfDriverGlobals, RequirementsList, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcerequirementslistremove */
typedef VOID (*PFN_WDFIORESOURCEREQUIREMENTSLISTREMOVE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESREQLIST RequirementsList, _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoResourceRequirementsListRemove(_In_ WDFIORESREQLIST RequirementsList, _In_ ULONG Index)
{
    WDF_CALL(PFN_WDFIORESOURCEREQUIREMENTSLISTREMOVE, WdfIoResourceRequirementsListRemove)(WdfDriverGlobals,
        RequirementsList, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcerequirementslistremovebyioreslist */
typedef VOID (*PFN_WDFIORESOURCEREQUIREMENTSLISTREMOVEBYIORESLIST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESREQLIST RequirementsList, _In_ WDFIORESLIST IoResList);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoResourceRequirementsListRemoveByIoResList(_In_ WDFIORESREQLIST RequirementsList,
    _In_ WDFIORESLIST IoResList)
{
    WDF_CALL(PFN_WDFIORESOURCEREQUIREMENTSLISTREMOVEBYIORESLIST, WdfIoResourceRequirementsListRemoveByIoResList)(
        WdfDriverGlobals, RequirementsList, IoResList);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcelistcreate */
typedef NTSTATUS (*PFN_WDFIORESOURCELISTCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESREQLIST RequirementsList, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFIORESLIST *ResourceList);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoResourceListCreate(_In_ WDFIORESREQLIST RequirementsList,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFIORESLIST *ResourceList)
{
    return WDF_CALL(PFN_WDFIORESOURCELISTCREATE, WdfIoResourceListCreate)(WdfDriverGlobals, RequirementsList,
        Attributes, ResourceList);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcelistappenddescriptor */
typedef NTSTATUS (*PFN_WDFIORESOURCELISTAPPENDDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESLIST ResourceList, _In_ PIO_RESOURCE_DESCRIPTOR Descriptor);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoResourceListAppendDescriptor(_In_ WDFIORESLIST ResourceList,
    _In_ PIO_RESOURCE_DESCRIPTOR Descriptor)
{
    return WDF_CALL(PFN_WDFIORESOURCELISTAPPENDDESCRIPTOR, WdfIoResourceListAppendDescriptor)(WdfDriverGlobals,
        ResourceList, Descriptor);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcelistinsertdescriptor */
typedef NTSTATUS (*PFN_WDFIORESOURCELISTINSERTDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESLIST ResourceList, _In_ PIO_RESOURCE_DESCRIPTOR Descriptor, _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfIoResourceListInsertDescriptor(_In_ WDFIORESLIST ResourceList,
    _In_ PIO_RESOURCE_DESCRIPTOR Descriptor, _In_ ULONG Index)
{
    return WDF_CALL(PFN_WDFIORESOURCELISTINSERTDESCRIPTOR, WdfIoResourceListInsertDescriptor)(WdfDriverGlobals,
        ResourceList, Descriptor, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcelistupdatedescriptor */
typedef VOID (*PFN_WDFIORESOURCELISTUPDATEDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESLIST ResourceList, _In_ PIO_RESOURCE_DESCRIPTOR Descriptor, _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoResourceListUpdateDescriptor(_In_ WDFIORESLIST ResourceList,
    _In_ PIO_RESOURCE_DESCRIPTOR Descriptor, _In_ ULONG Index)
{
    WDF_CALL(PFN_WDFIORESOURCELISTUPDATEDESCRIPTOR, WdfIoResourceListUpdateDescriptor)(WdfDriverGlobals, ResourceList,
        Descriptor, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcelistgetcount */
typedef ULONG (*PFN_WDFIORESOURCELISTGETCOUNT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESLIST ResourceList);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE ULONG WdfIoResourceListGetCount(_In_ WDFIORESLIST ResourceList)
{
    return WDF_CALL(PFN_WDFIORESOURCELISTGETCOUNT, WdfIoResourceListGetCount)(WdfDriverGlobals, ResourceList);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcelistgetdescriptor */
typedef PIO_RESOURCE_DESCRIPTOR (*PFN_WDFIORESOURCELISTGETDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESLIST ResourceList, _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PIO_RESOURCE_DESCRIPTOR WdfIoResourceListGetDescriptor(_In_ WDFIORESLIST ResourceList, _In_ ULONG Index)
{
    return WDF_CALL(PFN_WDFIORESOURCELISTGETDESCRIPTOR, WdfIoResourceListGetDescriptor)(WdfDriverGlobals,
        ResourceList, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcelistremove */
typedef VOID (*PFN_WDFIORESOURCELISTREMOVE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFIORESLIST ResourceList,
    _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoResourceListRemove(_In_ WDFIORESLIST ResourceList, _In_ ULONG Index)
{
    WDF_CALL(PFN_WDFIORESOURCELISTREMOVE, WdfIoResourceListRemove)(WdfDriverGlobals, ResourceList, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfioresourcelistremovebydescriptor */
typedef VOID (*PFN_WDFIORESOURCELISTREMOVEBYDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFIORESLIST ResourceList, _In_ PIO_RESOURCE_DESCRIPTOR Descriptor);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfIoResourceListRemoveByDescriptor(_In_ WDFIORESLIST ResourceList,
    _In_ PIO_RESOURCE_DESCRIPTOR Descriptor)
{
    WDF_CALL(PFN_WDFIORESOURCELISTREMOVEBYDESCRIPTOR, WdfIoResourceListRemoveByDescriptor)(WdfDriverGlobals,
        ResourceList, Descriptor);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfcmresourcelistappenddescriptor */
typedef NTSTATUS (*PFN_WDFCMRESOURCELISTAPPENDDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCMRESLIST List, _In_ PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfCmResourceListAppendDescriptor(_In_ WDFCMRESLIST List,
    _In_ PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor)
{
    return WDF_CALL(PFN_WDFCMRESOURCELISTAPPENDDESCRIPTOR, WdfCmResourceListAppendDescriptor)(WdfDriverGlobals, List,
        Descriptor);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfcmresourcelistinsertdescriptor */
typedef NTSTATUS (*PFN_WDFCMRESOURCELISTINSERTDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCMRESLIST List, _In_ PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfCmResourceListInsertDescriptor(_In_ WDFCMRESLIST List,
    _In_ PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, _In_ ULONG Index)
{
    return WDF_CALL(PFN_WDFCMRESOURCELISTINSERTDESCRIPTOR, WdfCmResourceListInsertDescriptor)(WdfDriverGlobals, List,
        Descriptor, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfcmresourcelistgetcount */
typedef ULONG (*PFN_WDFCMRESOURCELISTGETCOUNT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCMRESLIST List);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE ULONG WdfCmResourceListGetCount(_In_ WDFCMRESLIST List)
{
    return WDF_CALL(PFN_WDFCMRESOURCELISTGETCOUNT, WdfCmResourceListGetCount)(WdfDriverGlobals, List);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfcmresourcelistgetdescriptor */
typedef PCM_PARTIAL_RESOURCE_DESCRIPTOR (*PFN_WDFCMRESOURCELISTGETDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCMRESLIST List, _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PCM_PARTIAL_RESOURCE_DESCRIPTOR WdfCmResourceListGetDescriptor(_In_ WDFCMRESLIST List, _In_ ULONG Index)
{
    return WDF_CALL(PFN_WDFCMRESOURCELISTGETDESCRIPTOR, WdfCmResourceListGetDescriptor)(WdfDriverGlobals, List,
        Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfcmresourcelistremove */
typedef VOID (*PFN_WDFCMRESOURCELISTREMOVE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCMRESLIST List,
    _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfCmResourceListRemove(_In_ WDFCMRESLIST List, _In_ ULONG Index)
{
    WDF_CALL(PFN_WDFCMRESOURCELISTREMOVE, WdfCmResourceListRemove)(WdfDriverGlobals, List, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfresource/nf-wdfresource-wdfcmresourcelistremovebydescriptor */
typedef VOID (*PFN_WDFCMRESOURCELISTREMOVEBYDESCRIPTOR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCMRESLIST List, _In_ PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfCmResourceListRemoveByDescriptor(_In_ WDFCMRESLIST List,
    _In_ PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor)
{
    WDF_CALL(PFN_WDFCMRESOURCELISTREMOVEBYDESCRIPTOR, WdfCmResourceListRemoveByDescriptor)(WdfDriverGlobals, List,
        Descriptor);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
