/* SPDX-License-Identifier: MIT */
/* wdfdpc.h: the dpc interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFDPC_H
#define KMDOCK_WDFDPC_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Called at IRQL = DISPATCH_LEVEL. wdfdpc/nc-wdfdpc-evt_wdf_dpc */
typedef VOID EVT_WDF_DPC(_In_ WDFDPC Dpc);
typedef EVT_WDF_DPC *PFN_WDF_DPC;

struct _WDF_DPC_CONFIG {
    ULONG Size;
    PFN_WDF_DPC EvtDpcFunc;
    BOOLEAN AutomaticSerialization;
};

/* wdfdpc/nf-wdfdpc-wdf_dpc_config_init */
WDF_INLINE VOID WDF_DPC_CONFIG_INIT(PWDF_DPC_CONFIG Config, PFN_WDF_DPC EvtDpcFunc)
{
    RtlZeroMemory(Config, sizeof(WDF_DPC_CONFIG));
    Config->Size = (ULONG)sizeof(WDF_DPC_CONFIG);
    Config->EvtDpcFunc = EvtDpcFunc;
    Config->AutomaticSerialization = TRUE;
}

/* IRQL <= DISPATCH_LEVEL. wdfdpc/nf-wdfdpc-wdfdpccreate */
typedef NTSTATUS (*PFN_WDFDPCCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ PWDF_DPC_CONFIG Config,
    _In_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFDPC *Dpc);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDpcCreate(_In_ PWDF_DPC_CONFIG Config, _In_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFDPC *Dpc)
{
    return WDF_CALL(PFN_WDFDPCCREATE, WdfDpcCreate)(WdfDriverGlobals, Config, Attributes, Dpc);
}
#endif

/* Any IRQL. wdfdpc/nf-wdfdpc-wdfdpcenqueue */
typedef BOOLEAN (*PFN_WDFDPCENQUEUE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDPC Dpc);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfDpcEnqueue(_In_ WDFDPC Dpc)
{
    return WDF_CALL(PFN_WDFDPCENQUEUE, WdfDpcEnqueue)(WdfDriverGlobals, Dpc);
}
#endif

/* Any IRQL. wdfdpc/nf-wdfdpc-wdfdpccancel */
typedef BOOLEAN (*PFN_WDFDPCCANCEL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDPC Dpc, _In_ BOOLEAN Wait);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfDpcCancel(_In_ WDFDPC Dpc, _In_ BOOLEAN Wait)
{
    return WDF_CALL(PFN_WDFDPCCANCEL, WdfDpcCancel)(WdfDriverGlobals, Dpc, Wait);
}
#endif

/* Any IRQL. wdfdpc/nf-wdfdpc-wdfdpcgetparentobject */
typedef WDFOBJECT (*PFN_WDFDPCGETPARENTOBJECT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDPC Dpc);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFOBJECT WdfDpcGetParentObject(_In_ WDFDPC Dpc)
{
    return WDF_CALL(PFN_WDFDPCGETPARENTOBJECT, WdfDpcGetParentObject)(WdfDriverGlobals, Dpc);
}
#endif

/* Any IRQL. wdfdpc/nf-wdfdpc-wdfdpcwdmgetdpc */
typedef PKDPC (*PFN_WDFDPCWDMGETDPC)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDPC Dpc);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PKDPC WdfDpcWdmGetDpc(_In_ WDFDPC Dpc)
{
    return WDF_CALL(PFN_WDFDPCWDMGETDPC, WdfDpcWdmGetDpc)(WdfDriverGlobals, Dpc);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
