/* SPDX-License-Identifier: MIT */
/* wdfdmatransaction.h: the dmatransaction interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFDMATRANSACTION_H
#define KMDOCK_WDFDMATRANSACTION_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"
#include "wdfdmaenabler.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Called at IRQL = DISPATCH_LEVEL. wdfdmatransaction/nc-wdfdmatransaction-evt_wdf_dma_transaction_configure_dma_channel */
typedef BOOLEAN EVT_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL(_In_ WDFDMATRANSACTION DmaTransaction,
    _In_ WDFDEVICE Device, _In_ PVOID Context, _In_opt_ PMDL Mdl, _In_ size_t Offset, _In_ size_t Length);
typedef EVT_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL *PFN_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL;

/* Called at IRQL = DISPATCH_LEVEL. wdfdmatransaction/nc-wdfdmatransaction-evt_wdf_dma_transaction_dma_transfer_complete */
typedef VOID EVT_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE(_In_ WDFDMATRANSACTION Transaction, _In_ WDFDEVICE Device,
    _In_ WDFCONTEXT Context, _In_ WDF_DMA_DIRECTION Direction, _In_ DMA_COMPLETION_STATUS Status);
typedef EVT_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE *PFN_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE;

/* Called at IRQL = DISPATCH_LEVEL. wdfdmatransaction/nc-wdfdmatransaction-evt_wdf_program_dma */
typedef BOOLEAN EVT_WDF_PROGRAM_DMA(_In_ WDFDMATRANSACTION Transaction, _In_ WDFDEVICE Device,
    _In_ WDFCONTEXT Context, _In_ WDF_DMA_DIRECTION Direction, _In_ PSCATTER_GATHER_LIST SgList);
typedef EVT_WDF_PROGRAM_DMA *PFN_WDF_PROGRAM_DMA;

/* Called at IRQL = DISPATCH_LEVEL. wdfdmatransaction/nc-wdfdmatransaction-evt_wdf_reserve_dma */
typedef VOID EVT_WDF_RESERVE_DMA(_In_ WDFDMATRANSACTION DmaTransaction, _In_ PVOID Context);
typedef EVT_WDF_RESERVE_DMA *PFN_WDF_RESERVE_DMA;

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactioncreate */
typedef NTSTATUS (*PFN_WDFDMATRANSACTIONCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFDMAENABLER DmaEnabler,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes, _Out_ WDFDMATRANSACTION *DmaTransaction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDmaTransactionCreate(_In_ WDFDMAENABLER DmaEnabler, _In_opt_ PWDF_OBJECT_ATTRIBUTES Attributes,
    _Out_ WDFDMATRANSACTION *DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONCREATE, WdfDmaTransactionCreate)(WdfDriverGlobals, DmaEnabler, Attributes,
        DmaTransaction);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactioninitialize */
typedef NTSTATUS (*PFN_WDFDMATRANSACTIONINITIALIZE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction,
    _In_ WDF_DMA_DIRECTION DmaDirection, _In_ PMDL Mdl, _In_ PVOID VirtualAddress, _In_ size_t Length);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDmaTransactionInitialize(_In_ WDFDMATRANSACTION DmaTransaction,
    _In_ PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction, _In_ WDF_DMA_DIRECTION DmaDirection, _In_ PMDL Mdl,
    _In_ PVOID VirtualAddress, _In_ size_t Length)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONINITIALIZE, WdfDmaTransactionInitialize)(WdfDriverGlobals, DmaTransaction,
        EvtProgramDmaFunction, DmaDirection, Mdl, VirtualAddress, Length);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactioninitializeusingrequest */
typedef NTSTATUS (*PFN_WDFDMATRANSACTIONINITIALIZEUSINGREQUEST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ WDFREQUEST Request, _In_ PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction,
    _In_ WDF_DMA_DIRECTION DmaDirection);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDmaTransactionInitializeUsingRequest(_In_ WDFDMATRANSACTION DmaTransaction,
    _In_ WDFREQUEST Request, _In_ PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction, _In_ WDF_DMA_DIRECTION DmaDirection)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONINITIALIZEUSINGREQUEST, WdfDmaTransactionInitializeUsingRequest)(
        WdfDriverGlobals, DmaTransaction, Request, EvtProgramDmaFunction, DmaDirection);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionexecute */
typedef NTSTATUS (*PFN_WDFDMATRANSACTIONEXECUTE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_opt_ WDFCONTEXT Context);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDmaTransactionExecute(_In_ WDFDMATRANSACTION DmaTransaction, _In_opt_ WDFCONTEXT Context)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONEXECUTE, WdfDmaTransactionExecute)(WdfDriverGlobals, DmaTransaction,
        Context);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionrelease */
typedef NTSTATUS (*PFN_WDFDMATRANSACTIONRELEASE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE NTSTATUS WdfDmaTransactionRelease(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONRELEASE, WdfDmaTransactionRelease)(WdfDriverGlobals, DmaTransaction);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactiondmacompleted */
typedef BOOLEAN (*PFN_WDFDMATRANSACTIONDMACOMPLETED)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _Out_ NTSTATUS *Status);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfDmaTransactionDmaCompleted(_In_ WDFDMATRANSACTION DmaTransaction, _Out_ NTSTATUS *Status)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONDMACOMPLETED, WdfDmaTransactionDmaCompleted)(WdfDriverGlobals,
        DmaTransaction, Status);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactiondmacompletedwithlength */
typedef BOOLEAN (*PFN_WDFDMATRANSACTIONDMACOMPLETEDWITHLENGTH)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ size_t TransferredLength, _Out_ NTSTATUS *Status);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfDmaTransactionDmaCompletedWithLength(_In_ WDFDMATRANSACTION DmaTransaction,
    _In_ size_t TransferredLength, _Out_ NTSTATUS *Status)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONDMACOMPLETEDWITHLENGTH, WdfDmaTransactionDmaCompletedWithLength)(
        WdfDriverGlobals, DmaTransaction, TransferredLength, Status);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactiondmacompletedfinal */
typedef BOOLEAN (*PFN_WDFDMATRANSACTIONDMACOMPLETEDFINAL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ size_t FinalTransferredLength, _Out_ NTSTATUS *Status);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfDmaTransactionDmaCompletedFinal(_In_ WDFDMATRANSACTION DmaTransaction,
    _In_ size_t FinalTransferredLength, _Out_ NTSTATUS *Status)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONDMACOMPLETEDFINAL, WdfDmaTransactionDmaCompletedFinal)(WdfDriverGlobals,
        DmaTransaction, FinalTransferredLength, Status);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactiongetbytestransferred */
typedef size_t (*PFN_WDFDMATRANSACTIONGETBYTESTRANSFERRED)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE size_t WdfDmaTransactionGetBytesTransferred(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONGETBYTESTRANSFERRED, WdfDmaTransactionGetBytesTransferred)(WdfDriverGlobals,
        DmaTransaction);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionsetmaximumlength */
typedef VOID (*PFN_WDFDMATRANSACTIONSETMAXIMUMLENGTH)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ size_t MaximumLength);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDmaTransactionSetMaximumLength(_In_ WDFDMATRANSACTION DmaTransaction, _In_ size_t MaximumLength)
{
    WDF_CALL(PFN_WDFDMATRANSACTIONSETMAXIMUMLENGTH, WdfDmaTransactionSetMaximumLength)(WdfDriverGlobals,
        DmaTransaction, MaximumLength);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactiongetrequest */
typedef WDFREQUEST (*PFN_WDFDMATRANSACTIONGETREQUEST)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFREQUEST WdfDmaTransactionGetRequest(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONGETREQUEST, WdfDmaTransactionGetRequest)(WdfDriverGlobals, DmaTransaction);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactiongetcurrentdmatransferlength */
typedef size_t (*PFN_WDFDMATRANSACTIONGETCURRENTDMATRANSFERLENGTH)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE size_t WdfDmaTransactionGetCurrentDmaTransferLength(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONGETCURRENTDMATRANSFERLENGTH, WdfDmaTransactionGetCurrentDmaTransferLength)(
        WdfDriverGlobals, DmaTransaction);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactiongetdevice */
typedef WDFDEVICE (*PFN_WDFDMATRANSACTIONGETDEVICE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE WDFDEVICE WdfDmaTransactionGetDevice(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONGETDEVICE, WdfDmaTransactionGetDevice)(WdfDriverGlobals, DmaTransaction);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactioninitializeusingoffset */
typedef NTSTATUS (*PFN_WDFDMATRANSACTIONINITIALIZEUSINGOFFSET)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction,
    _In_ WDF_DMA_DIRECTION DmaDirection, _In_ PMDL Mdl, _In_ size_t Offset, _In_ size_t Length);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfDmaTransactionInitializeUsingOffset(_In_ WDFDMATRANSACTION DmaTransaction,
    _In_ PFN_WDF_PROGRAM_DMA EvtProgramDmaFunction, _In_ WDF_DMA_DIRECTION DmaDirection, _In_ PMDL Mdl,
    _In_ size_t Offset, _In_ size_t Length)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONINITIALIZEUSINGOFFSET, WdfDmaTransactionInitializeUsingOffset)(
        WdfDriverGlobals, DmaTransaction, EvtProgramDmaFunction, DmaDirection, Mdl, Offset, Length);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactiongettransferinfo */
typedef VOID (*PFN_WDFDMATRANSACTIONGETTRANSFERINFO)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _Out_opt_ ULONG *MapRegisterCount,
    _Out_opt_ ULONG *ScatterGatherElementCount);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDmaTransactionGetTransferInfo(_In_ WDFDMATRANSACTION DmaTransaction,
    _Out_opt_ ULONG *MapRegisterCount, _Out_opt_ ULONG *ScatterGatherElementCount)
{
    WDF_CALL(PFN_WDFDMATRANSACTIONGETTRANSFERINFO, WdfDmaTransactionGetTransferInfo)(WdfDriverGlobals, DmaTransaction,
        MapRegisterCount, ScatterGatherElementCount);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionsetchannelconfigurationcallback */
typedef VOID (*PFN_WDFDMATRANSACTIONSETCHANNELCONFIGURATIONCALLBACK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_opt_ PFN_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL ConfigureRoutine,
    _In_opt_ PVOID ConfigureContext);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDmaTransactionSetChannelConfigurationCallback(_In_ WDFDMATRANSACTION DmaTransaction,
    _In_opt_ PFN_WDF_DMA_TRANSACTION_CONFIGURE_DMA_CHANNEL ConfigureRoutine, _In_opt_ PVOID ConfigureContext)
{
    WDF_CALL(PFN_WDFDMATRANSACTIONSETCHANNELCONFIGURATIONCALLBACK, WdfDmaTransactionSetChannelConfigurationCallback)(
        WdfDriverGlobals, DmaTransaction, ConfigureRoutine, ConfigureContext);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionsettransfercompletecallback */
typedef VOID (*PFN_WDFDMATRANSACTIONSETTRANSFERCOMPLETECALLBACK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction,
    _In_opt_ PFN_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE DmaCompletionRoutine, _In_opt_ PVOID DmaCompletionContext);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDmaTransactionSetTransferCompleteCallback(_In_ WDFDMATRANSACTION DmaTransaction,
    _In_opt_ PFN_WDF_DMA_TRANSACTION_DMA_TRANSFER_COMPLETE DmaCompletionRoutine, _In_opt_ PVOID DmaCompletionContext)
{
    WDF_CALL(PFN_WDFDMATRANSACTIONSETTRANSFERCOMPLETECALLBACK, WdfDmaTransactionSetTransferCompleteCallback)(
        WdfDriverGlobals, DmaTransaction, DmaCompletionRoutine, DmaCompletionContext);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionsetimmediateexecution */
typedef VOID (*PFN_WDFDMATRANSACTIONSETIMMEDIATEEXECUTION)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ BOOLEAN UseImmediateExecution);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDmaTransactionSetImmediateExecution(_In_ WDFDMATRANSACTION DmaTransaction,
    _In_ BOOLEAN UseImmediateExecution)
{
    WDF_CALL(PFN_WDFDMATRANSACTIONSETIMMEDIATEEXECUTION, WdfDmaTransactionSetImmediateExecution)(WdfDriverGlobals,
        DmaTransaction, UseImmediateExecution);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionallocateresources */
typedef NTSTATUS (*PFN_WDFDMATRANSACTIONALLOCATERESOURCES)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ WDF_DMA_DIRECTION DmaDirection, _In_ ULONG RequiredMapRegisters,
    _In_ PFN_WDF_RESERVE_DMA EvtReserveDmaFunction, _In_ PVOID EvtReserveDmaContext);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE NTSTATUS WdfDmaTransactionAllocateResources(_In_ WDFDMATRANSACTION DmaTransaction,
    _In_ WDF_DMA_DIRECTION DmaDirection, _In_ ULONG RequiredMapRegisters,
    _In_ PFN_WDF_RESERVE_DMA EvtReserveDmaFunction, _In_ PVOID EvtReserveDmaContext)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONALLOCATERESOURCES, WdfDmaTransactionAllocateResources)(WdfDriverGlobals,
        DmaTransaction, DmaDirection, RequiredMapRegisters, EvtReserveDmaFunction, EvtReserveDmaContext);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionsetdeviceaddressoffset */
typedef VOID (*PFN_WDFDMATRANSACTIONSETDEVICEADDRESSOFFSET)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction, _In_ ULONG Offset);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDmaTransactionSetDeviceAddressOffset(_In_ WDFDMATRANSACTION DmaTransaction, _In_ ULONG Offset)
{
    WDF_CALL(PFN_WDFDMATRANSACTIONSETDEVICEADDRESSOFFSET, WdfDmaTransactionSetDeviceAddressOffset)(WdfDriverGlobals,
        DmaTransaction, Offset);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionfreeresources */
typedef VOID (*PFN_WDFDMATRANSACTIONFREERESOURCES)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDmaTransactionFreeResources(_In_ WDFDMATRANSACTION DmaTransaction)
{
    WDF_CALL(PFN_WDFDMATRANSACTIONFREERESOURCES, WdfDmaTransactionFreeResources)(WdfDriverGlobals, DmaTransaction);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactioncancel */
typedef BOOLEAN (*PFN_WDFDMATRANSACTIONCANCEL)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE BOOLEAN WdfDmaTransactionCancel(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONCANCEL, WdfDmaTransactionCancel)(WdfDriverGlobals, DmaTransaction);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionwdmgettransfercontext */
typedef PVOID (*PFN_WDFDMATRANSACTIONWDMGETTRANSFERCONTEXT)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE PVOID WdfDmaTransactionWdmGetTransferContext(_In_ WDFDMATRANSACTION DmaTransaction)
{
    return WDF_CALL(PFN_WDFDMATRANSACTIONWDMGETTRANSFERCONTEXT, WdfDmaTransactionWdmGetTransferContext)(
        WdfDriverGlobals, DmaTransaction);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfdmatransaction/nf-wdfdmatransaction-wdfdmatransactionstopsystemtransfer */
typedef VOID (*PFN_WDFDMATRANSACTIONSTOPSYSTEMTRANSFER)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_ WDFDMATRANSACTION DmaTransaction);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfDmaTransactionStopSystemTransfer(_In_ WDFDMATRANSACTION DmaTransaction)
{
    WDF_CALL(PFN_WDFDMATRANSACTIONSTOPSYSTEMTRANSFER, WdfDmaTransactionStopSystemTransfer)(WdfDriverGlobals,
        DmaTransaction);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
