/* SPDX-License-Identifier: MIT */
/* The I/O manager's own queue of a device object, before a driver's StartIo routine. Page:
 * kernel/startio-routines-in-drivers. */
#include "nt/io/io.h"

static void start(PDEVICE_OBJECT device, PIRP irp, PDRIVER_CANCEL cancel, KIRQL cancel_irql)
{
    device->CurrentIrp = irp;
    if (cancel != NULL)
        IoReleaseCancelSpinLock(cancel_irql);
    device->DriverObject->DriverStartIo(device, irp);
}

/* wdm/nf-wdm-iostartpacket (ntifs). IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoStartPacket(PDEVICE_OBJECT DeviceObject, PIRP Irp, PULONG Key, PDRIVER_CANCEL CancelFunction)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    KIRQL irql, cancel_irql = PASSIVE_LEVEL;
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    if (CancelFunction != NULL) {
        IoAcquireCancelSpinLock(&cancel_irql);
        IoSetCancelRoutine(Irp, CancelFunction);
    }
    PKDEVICE_QUEUE_ENTRY entry = &Irp->Tail.Overlay.DeviceQueueEntry;
    BOOLEAN queued = Key != NULL ? KeInsertByKeyDeviceQueue(&DeviceObject->DeviceQueue, entry, *Key)
                                 : KeInsertDeviceQueue(&DeviceObject->DeviceQueue, entry);
    if (!queued) {
        start(DeviceObject, Irp, CancelFunction, cancel_irql);
    } else if (CancelFunction != NULL) {
        if (Irp->Cancel) { /* cancelled before it had the routine: it runs now, and gives the lock back */
            Irp->CancelIrql = cancel_irql;
            IoSetCancelRoutine(Irp, NULL);
            CancelFunction(DeviceObject, Irp);
        } else {
            IoReleaseCancelSpinLock(cancel_irql);
        }
    }
    KeLowerIrql(irql);
}

static void start_next(PDEVICE_OBJECT device, BOOLEAN cancelable, PULONG key)
{
    KIRQL cancel_irql = PASSIVE_LEVEL;
    if (nt_irql() != DISPATCH_LEVEL)
        nt_irql_wrong("IoStartNextPacket", DISPATCH_LEVEL, nt_caller());
    if (cancelable)
        IoAcquireCancelSpinLock(&cancel_irql);
    device->CurrentIrp = NULL;
    PKDEVICE_QUEUE_ENTRY entry =
        key != NULL ? KeRemoveByKeyDeviceQueue(&device->DeviceQueue, *key) : KeRemoveDeviceQueue(&device->DeviceQueue);
    if (entry == NULL) {
        if (cancelable)
            IoReleaseCancelSpinLock(cancel_irql);
        return;
    }
    PIRP irp = CONTAINING_RECORD(entry, IRP, Tail.Overlay.DeviceQueueEntry);
    device->CurrentIrp = irp;
    if (cancelable)
        IoReleaseCancelSpinLock(cancel_irql);
    device->DriverObject->DriverStartIo(device, irp);
}

/* wdm/nf-wdm-iostartnextpacket (ntifs). IRQL == DISPATCH_LEVEL. */
VOID NTAPI IoStartNextPacket(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable)
{
    start_next(DeviceObject, Cancelable, NULL);
}

/* wdm/nf-wdm-iostartnextpacketbykey (ntifs). IRQL == DISPATCH_LEVEL. */
VOID NTAPI IoStartNextPacketByKey(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable, ULONG Key)
{
    start_next(DeviceObject, Cancelable, &Key);
}
