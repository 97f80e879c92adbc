/* SPDX-License-Identifier: MIT */
/* wdfinterrupt.h: the interrupt interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFINTERRUPT_H
#define KMDOCK_WDFINTERRUPT_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_INTERRUPT_POLARITY {
    WdfInterruptPolarityUnknown = 0,
    WdfInterruptActiveHigh = 1,
    WdfInterruptActiveLow = 2,
} WDF_INTERRUPT_POLARITY, *PWDF_INTERRUPT_POLARITY;

typedef enum _WDF_INTERRUPT_POLICY {
    WdfIrqPolicyMachineDefault = 0,
    WdfIrqPolicyAllCloseProcessors = 1,
    WdfIrqPolicyOneCloseProcessor = 2,
    WdfIrqPolicyAllProcessorsInMachine = 3,
    WdfIrqPolicySpecifiedProcessors = 4,
    WdfIrqPolicySpreadMessagesAcrossAllProcessors = 5,
} WDF_INTERRUPT_POLICY, *PWDF_INTERRUPT_POLICY;

typedef enum _WDF_INTERRUPT_PRIORITY {
    WdfIrqPriorityUndefined = 0,
    WdfIrqPriorityLow = 1,
    WdfIrqPriorityNormal = 2,
    WdfIrqPriorityHigh = 3,
} WDF_INTERRUPT_PRIORITY, *PWDF_INTERRUPT_PRIORITY;

/* Called at IRQL = DIRQL. wdfinterrupt/nc-wdfinterrupt-evt_wdf_interrupt_disable */
typedef NTSTATUS EVT_WDF_INTERRUPT_DISABLE(_In_ WDFINTERRUPT Interrupt, _In_ WDFDEVICE AssociatedDevice);
typedef EVT_WDF_INTERRUPT_DISABLE *PFN_WDF_INTERRUPT_DISABLE;

/* Called at IRQL = DISPATCH_LEVEL. wdfinterrupt/nc-wdfinterrupt-evt_wdf_interrupt_dpc */
typedef VOID EVT_WDF_INTERRUPT_DPC(_In_ WDFINTERRUPT Interrupt, _In_ WDFOBJECT AssociatedObject);
typedef EVT_WDF_INTERRUPT_DPC *PFN_WDF_INTERRUPT_DPC;

/* Called at IRQL = DIRQL. wdfinterrupt/nc-wdfinterrupt-evt_wdf_interrupt_enable */
typedef NTSTATUS EVT_WDF_INTERRUPT_ENABLE(_In_ WDFINTERRUPT Interrupt, _In_ WDFDEVICE AssociatedDevice);
typedef EVT_WDF_INTERRUPT_ENABLE *PFN_WDF_INTERRUPT_ENABLE;

/* Called at IRQL = DIRQL. wdfinterrupt/nc-wdfinterrupt-evt_wdf_interrupt_isr */
typedef BOOLEAN EVT_WDF_INTERRUPT_ISR(_In_ WDFINTERRUPT Interrupt, _In_ ULONG MessageID);
typedef EVT_WDF_INTERRUPT_ISR *PFN_WDF_INTERRUPT_ISR;

/* Called at IRQL = DIRQL. wdfinterrupt/nc-wdfinterrupt-evt_wdf_interrupt_synchronize */
typedef BOOLEAN EVT_WDF_INTERRUPT_SYNCHRONIZE(_In_ WDFINTERRUPT Interrupt, _In_ WDFCONTEXT Context);
typedef EVT_WDF_INTERRUPT_SYNCHRONIZE *PFN_WDF_INTERRUPT_SYNCHRONIZE;

/* Called at IRQL <= PASSIVE_LEVEL. wdfinterrupt/nc-wdfinterrupt-evt_wdf_interrupt_workitem */
typedef VOID EVT_WDF_INTERRUPT_WORKITEM(_In_ WDFINTERRUPT Interrupt, _In_ WDFOBJECT AssociatedObject);
typedef EVT_WDF_INTERRUPT_WORKITEM *PFN_WDF_INTERRUPT_WORKITEM;

struct _WDF_INTERRUPT_CONFIG {
    ULONG Size;
    WDFSPINLOCK SpinLock;
    WDF_TRI_STATE ShareVector;
    BOOLEAN FloatingSave;
    BOOLEAN AutomaticSerialization;
    PFN_WDF_INTERRUPT_ISR EvtInterruptIsr;
    PFN_WDF_INTERRUPT_DPC EvtInterruptDpc;
    PFN_WDF_INTERRUPT_ENABLE EvtInterruptEnable;
    PFN_WDF_INTERRUPT_DISABLE EvtInterruptDisable;
    PFN_WDF_INTERRUPT_WORKITEM EvtInterruptWorkItem;
    PCM_PARTIAL_RESOURCE_DESCRIPTOR InterruptRaw;
    PCM_PARTIAL_RESOURCE_DESCRIPTOR InterruptTranslated;
    WDFWAITLOCK WaitLock;
    BOOLEAN PassiveHandling;
    WDF_TRI_STATE ReportInactiveOnPowerDown;
    BOOLEAN CanWakeDevice;
};

struct _WDF_INTERRUPT_EXTENDED_POLICY {
    ULONG Size;
    WDF_INTERRUPT_POLICY Policy;
    WDF_INTERRUPT_PRIORITY Priority;
    GROUP_AFFINITY TargetProcessorSetAndGroup;
};

struct _WDF_INTERRUPT_INFO {
    ULONG Size;
    ULONG64 Reserved1;
    KAFFINITY TargetProcessorSet;
    ULONG Reserved2;
    ULONG MessageNumber;
    ULONG Vector;
    KIRQL Irql;
    KINTERRUPT_MODE Mode;
    WDF_INTERRUPT_POLARITY Polarity;
    BOOLEAN MessageSignaled;
    UCHAR ShareDisposition;
    USHORT POINTER_ALIGNMENT Group;
};

/* wdfinterrupt/nf-wdfinterrupt-wdf_interrupt_config_init */
WDF_INLINE VOID WDF_INTERRUPT_CONFIG_INIT(PWDF_INTERRUPT_CONFIG Configuration, PFN_WDF_INTERRUPT_ISR EvtInterruptIsr,
    PFN_WDF_INTERRUPT_DPC EvtInterruptDpc)
{
    RtlZeroMemory(Configuration, sizeof(WDF_INTERRUPT_CONFIG));
    Configuration->Size = (ULONG)sizeof(WDF_INTERRUPT_CONFIG);
    Configuration->ShareVector = WdfUseDefault;
    Configuration->EvtInterruptIsr = EvtInterruptIsr;
    Configuration->EvtInterruptDpc = EvtInterruptDpc;
    Configuration->ReportInactiveOnPowerDown = WdfUseDefault;
}

/* wdfinterrupt/nf-wdfinterrupt-wdf_interrupt_extended_policy_init */
WDF_INLINE VOID WDF_INTERRUPT_EXTENDED_POLICY_INIT(PWDF_INTERRUPT_EXTENDED_POLICY ExtendedPolicy)
{
    RtlZeroMemory(ExtendedPolicy, sizeof(WDF_INTERRUPT_EXTENDED_POLICY));
    ExtendedPolicy->Size = (ULONG)sizeof(WDF_INTERRUPT_EXTENDED_POLICY);
}

/* wdfinterrupt/nf-wdfinterrupt-wdf_interrupt_info_init */
WDF_INLINE VOID WDF_INTERRUPT_INFO_INIT(PWDF_INTERRUPT_INFO Info)
{
    RtlZeroMemory(Info, sizeof(WDF_INTERRUPT_INFO));
    Info->Size = (ULONG)sizeof(WDF_INTERRUPT_INFO);
}

/* IRQL <= DISPATCH_LEVEL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptcreate */
typedef NTSTATUS (*PFN_WDFINTERRUPTCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDEVICE Device,
    _In_ PWDF_INTERRUPT_CONFIG Configuration, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFINTERRUPT *Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfInterruptCreate(_In_ WDFDEVICE Device, _In_ PWDF_INTERRUPT_CONFIG Configuration,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFINTERRUPT *Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTCREATE, WdfInterruptCreate)(WdfDriverGlobals, Device, Configuration, Attributes,
        Interrupt);
}
#endif

/* IRQL <= DIRQL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptqueuedpcforisr */
typedef BOOLEAN (*PFN_WDFINTERRUPTQUEUEDPCFORISR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfInterruptQueueDpcForIsr(_In_ WDFINTERRUPT Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTQUEUEDPCFORISR, WdfInterruptQueueDpcForIsr)(WdfDriverGlobals, Interrupt);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptsynchronize */
typedef BOOLEAN (*PFN_WDFINTERRUPTSYNCHRONIZE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt,
    _In_ PFN_WDF_INTERRUPT_SYNCHRONIZE Callback, _In_ WDFCONTEXT Context);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfInterruptSynchronize(_In_ WDFINTERRUPT Interrupt, _In_ PFN_WDF_INTERRUPT_SYNCHRONIZE Callback,
    _In_ WDFCONTEXT Context)
{
    return WDF_CALL(PFN_WDFINTERRUPTSYNCHRONIZE, WdfInterruptSynchronize)(WdfDriverGlobals, Interrupt, Callback,
        Context);
}
#endif

/* IRQL <= DIRQL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptacquirelock */
typedef VOID (*PFN_WDFINTERRUPTACQUIRELOCK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfInterruptAcquireLock(_In_ WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTACQUIRELOCK, WdfInterruptAcquireLock)(WdfDriverGlobals, Interrupt);
}
#endif

/* IRQL = DIRQL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptreleaselock */
typedef VOID (*PFN_WDFINTERRUPTRELEASELOCK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfInterruptReleaseLock(_In_ WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTRELEASELOCK, WdfInterruptReleaseLock)(WdfDriverGlobals, Interrupt);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptenable */
typedef VOID (*PFN_WDFINTERRUPTENABLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfInterruptEnable(_In_ WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTENABLE, WdfInterruptEnable)(WdfDriverGlobals, Interrupt);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptdisable */
typedef VOID (*PFN_WDFINTERRUPTDISABLE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfInterruptDisable(_In_ WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTDISABLE, WdfInterruptDisable)(WdfDriverGlobals, Interrupt);
}
#endif

/* IRQL <= DIRQL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptwdmgetinterrupt */
typedef PKINTERRUPT (*PFN_WDFINTERRUPTWDMGETINTERRUPT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE PKINTERRUPT WdfInterruptWdmGetInterrupt(_In_ WDFINTERRUPT Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTWDMGETINTERRUPT, WdfInterruptWdmGetInterrupt)(WdfDriverGlobals, Interrupt);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptgetinfo */
typedef VOID (*PFN_WDFINTERRUPTGETINFO)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt,
    _Out_ PWDF_INTERRUPT_INFO Info);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfInterruptGetInfo(_In_ WDFINTERRUPT Interrupt, _Out_ PWDF_INTERRUPT_INFO Info)
{
    WDF_CALL(PFN_WDFINTERRUPTGETINFO, WdfInterruptGetInfo)(WdfDriverGlobals, Interrupt, Info);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptsetpolicy */
typedef VOID (*PFN_WDFINTERRUPTSETPOLICY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt,
    _In_ WDF_INTERRUPT_POLICY Policy, _In_ WDF_INTERRUPT_PRIORITY Priority, _In_ KAFFINITY TargetProcessorSet);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfInterruptSetPolicy(_In_ WDFINTERRUPT Interrupt, _In_ WDF_INTERRUPT_POLICY Policy,
    _In_ WDF_INTERRUPT_PRIORITY Priority, _In_ KAFFINITY TargetProcessorSet)
{
    WDF_CALL(PFN_WDFINTERRUPTSETPOLICY, WdfInterruptSetPolicy)(WdfDriverGlobals, Interrupt, Policy, Priority,
        TargetProcessorSet);
}
#endif

/* IRQL <= DIRQL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptgetdevice */
typedef WDFDEVICE (*PFN_WDFINTERRUPTGETDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDEVICE WdfInterruptGetDevice(_In_ WDFINTERRUPT Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTGETDEVICE, WdfInterruptGetDevice)(WdfDriverGlobals, Interrupt);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptsetextendedpolicy */
typedef VOID (*PFN_WDFINTERRUPTSETEXTENDEDPOLICY)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt,
    _In_ PWDF_INTERRUPT_EXTENDED_POLICY PolicyAndGroup);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfInterruptSetExtendedPolicy(_In_ WDFINTERRUPT Interrupt,
    _In_ PWDF_INTERRUPT_EXTENDED_POLICY PolicyAndGroup)
{
    WDF_CALL(PFN_WDFINTERRUPTSETEXTENDEDPOLICY, WdfInterruptSetExtendedPolicy)(WdfDriverGlobals, Interrupt,
        PolicyAndGroup);
}
#endif

/* IRQL <= DIRQL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptqueueworkitemforisr */
typedef BOOLEAN (*PFN_WDFINTERRUPTQUEUEWORKITEMFORISR)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfInterruptQueueWorkItemForIsr(_In_ WDFINTERRUPT Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTQUEUEWORKITEMFORISR, WdfInterruptQueueWorkItemForIsr)(WdfDriverGlobals,
        Interrupt);
}
#endif

/* IRQL <= PASSIVE_LEVEL. wdfinterrupt/nf-wdfinterrupt-wdfinterrupttrytoacquirelock */
typedef BOOLEAN (*PFN_WDFINTERRUPTTRYTOACQUIRELOCK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE BOOLEAN WdfInterruptTryToAcquireLock(_In_ WDFINTERRUPT Interrupt)
{
    return WDF_CALL(PFN_WDFINTERRUPTTRYTOACQUIRELOCK, WdfInterruptTryToAcquireLock)(WdfDriverGlobals, Interrupt);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptreportactive */
typedef VOID (*PFN_WDFINTERRUPTREPORTACTIVE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfInterruptReportActive(_In_ WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTREPORTACTIVE, WdfInterruptReportActive)(WdfDriverGlobals, Interrupt);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfinterrupt/nf-wdfinterrupt-wdfinterruptreportinactive */
typedef VOID (*PFN_WDFINTERRUPTREPORTINACTIVE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFINTERRUPT Interrupt);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfInterruptReportInactive(_In_ WDFINTERRUPT Interrupt)
{
    WDF_CALL(PFN_WDFINTERRUPTREPORTINACTIVE, WdfInterruptReportInactive)(WdfDriverGlobals, Interrupt);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
