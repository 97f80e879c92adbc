/* SPDX-License-Identifier: MIT */
/* wdfworkitem.h: the workitem interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFWORKITEM_H
#define KMDOCK_WDFWORKITEM_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Called at IRQL <= PASSIVE_LEVEL. wdfworkitem/nc-wdfworkitem-evt_wdf_workitem */
typedef VOID EVT_WDF_WORKITEM(_In_ WDFWORKITEM WorkItem);
typedef EVT_WDF_WORKITEM *PFN_WDF_WORKITEM;

struct _WDF_WORKITEM_CONFIG {
    ULONG Size;
    PFN_WDF_WORKITEM EvtWorkItemFunc;
    BOOLEAN AutomaticSerialization;
};

/* wdfworkitem/nf-wdfworkitem-wdf_workitem_config_init */
WDF_INLINE VOID WDF_WORKITEM_CONFIG_INIT(PWDF_WORKITEM_CONFIG Config, PFN_WDF_WORKITEM EvtWorkItemFunc)
{
    RtlZeroMemory(Config, sizeof(WDF_WORKITEM_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_WORKITEM_CONFIG);
    Config->EvtWorkItemFunc = EvtWorkItemFunc;
    Config->AutomaticSerialization = TRUE;
}

/* IRQL <= DISPATCH_LEVEL. wdfworkitem/nf-wdfworkitem-wdfworkitemcreate */
typedef NTSTATUS (*PFN_WDFWORKITEMCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ PWDF_WORKITEM_CONFIG Config,
    _In_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFWORKITEM *WorkItem);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfWorkItemCreate(_In_ PWDF_WORKITEM_CONFIG Config, _In_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFWORKITEM *WorkItem)
{
    return WDF_CALL(PFN_WDFWORKITEMCREATE, WdfWorkItemCreate)(WdfDriverGlobals, Config, Attributes, WorkItem);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfworkitem/nf-wdfworkitem-wdfworkitemenqueue */
typedef VOID (*PFN_WDFWORKITEMENQUEUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFWORKITEM WorkItem);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfWorkItemEnqueue(_In_ WDFWORKITEM WorkItem)
{
    WDF_CALL(PFN_WDFWORKITEMENQUEUE, WdfWorkItemEnqueue)(WdfDriverGlobals, WorkItem);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfworkitem/nf-wdfworkitem-wdfworkitemgetparentobject */
typedef WDFOBJECT (*PFN_WDFWORKITEMGETPARENTOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFWORKITEM WorkItem);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFOBJECT WdfWorkItemGetParentObject(_In_ WDFWORKITEM WorkItem)
{
    return WDF_CALL(PFN_WDFWORKITEMGETPARENTOBJECT, WdfWorkItemGetParentObject)(WdfDriverGlobals, WorkItem);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfworkitem/nf-wdfworkitem-wdfworkitemflush */
typedef VOID (*PFN_WDFWORKITEMFLUSH)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFWORKITEM WorkItem);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfWorkItemFlush(_In_ WDFWORKITEM WorkItem)
{
    WDF_CALL(PFN_WDFWORKITEMFLUSH, WdfWorkItemFlush)(WdfDriverGlobals, WorkItem);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
