/* SPDX-License-Identifier: MIT */
/* wdfcollection.h: the collection interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFCOLLECTION_H
#define KMDOCK_WDFCOLLECTION_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcollection/nf-wdfcollection-wdfcollectioncreate */
typedef NTSTATUS (*PFN_WDFCOLLECTIONCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES CollectionAttributes, _Out_ WDFCOLLECTION *Collection);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfCollectionCreate(_In_opt_ PWDF_OBJECT_ATTRIBUTES CollectionAttributes,
    _Out_ WDFCOLLECTION *Collection)
{
    return WDF_CALL(PFN_WDFCOLLECTIONCREATE, WdfCollectionCreate)(WdfDriverGlobals, CollectionAttributes, Collection);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcollection/nf-wdfcollection-wdfcollectiongetcount */
typedef ULONG (*PFN_WDFCOLLECTIONGETCOUNT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCOLLECTION Collection);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE ULONG WdfCollectionGetCount(_In_ WDFCOLLECTION Collection)
{
    return WDF_CALL(PFN_WDFCOLLECTIONGETCOUNT, WdfCollectionGetCount)(WdfDriverGlobals, Collection);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcollection/nf-wdfcollection-wdfcollectionadd */
typedef NTSTATUS (*PFN_WDFCOLLECTIONADD)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCOLLECTION Collection,
    _In_ WDFOBJECT Object);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfCollectionAdd(_In_ WDFCOLLECTION Collection, _In_ WDFOBJECT Object)
{
    return WDF_CALL(PFN_WDFCOLLECTIONADD, WdfCollectionAdd)(WdfDriverGlobals, Collection, Object);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcollection/nf-wdfcollection-wdfcollectionremove */
typedef VOID (*PFN_WDFCOLLECTIONREMOVE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCOLLECTION Collection,
    _In_ WDFOBJECT Item);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfCollectionRemove(_In_ WDFCOLLECTION Collection, _In_ WDFOBJECT Item)
{
    WDF_CALL(PFN_WDFCOLLECTIONREMOVE, WdfCollectionRemove)(WdfDriverGlobals, Collection, Item);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcollection/nf-wdfcollection-wdfcollectionremoveitem */
typedef VOID (*PFN_WDFCOLLECTIONREMOVEITEM)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCOLLECTION Collection,
    _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfCollectionRemoveItem(_In_ WDFCOLLECTION Collection, _In_ ULONG Index)
{
    WDF_CALL(PFN_WDFCOLLECTIONREMOVEITEM, WdfCollectionRemoveItem)(WdfDriverGlobals, Collection, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcollection/nf-wdfcollection-wdfcollectiongetitem */
typedef WDFOBJECT (*PFN_WDFCOLLECTIONGETITEM)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFCOLLECTION Collection,
    _In_ ULONG Index);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFOBJECT WdfCollectionGetItem(_In_ WDFCOLLECTION Collection, _In_ ULONG Index)
{
    return WDF_CALL(PFN_WDFCOLLECTIONGETITEM, WdfCollectionGetItem)(WdfDriverGlobals, Collection, Index);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcollection/nf-wdfcollection-wdfcollectiongetfirstitem */
typedef WDFOBJECT (*PFN_WDFCOLLECTIONGETFIRSTITEM)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCOLLECTION Collection);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFOBJECT WdfCollectionGetFirstItem(_In_ WDFCOLLECTION Collection)
{
    return WDF_CALL(PFN_WDFCOLLECTIONGETFIRSTITEM, WdfCollectionGetFirstItem)(WdfDriverGlobals, Collection);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfcollection/nf-wdfcollection-wdfcollectiongetlastitem */
typedef WDFOBJECT (*PFN_WDFCOLLECTIONGETLASTITEM)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFCOLLECTION Collection);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFOBJECT WdfCollectionGetLastItem(_In_ WDFCOLLECTION Collection)
{
    return WDF_CALL(PFN_WDFCOLLECTIONGETLASTITEM, WdfCollectionGetLastItem)(WdfDriverGlobals, Collection);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
