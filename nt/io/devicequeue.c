/* SPDX-License-Identifier: MIT */
/* Device queues: what IoStartPacket and drivers with queues of their own put IRPs in. Page:
 * kernel/device-queue-objects. */
#include "nt/io/io.h"

enum { DEVICE_QUEUE_TYPE = 20 }; /* DeviceQueueObject in the header of Windows' objects */

static void level_check(const char *function)
{
    if (nt_irql() != DISPATCH_LEVEL)
        nt_irql_wrong(function, DISPATCH_LEVEL, nt_caller());
}

/* wdm/nf-wdm-keinitializedevicequeue. IRQL: any. */
VOID NTAPI KeInitializeDeviceQueue(PKDEVICE_QUEUE DeviceQueue)
{
    nt_argument(DeviceQueue);
    memset(DeviceQueue, 0, sizeof *DeviceQueue);
    DeviceQueue->Type = DEVICE_QUEUE_TYPE;
    DeviceQueue->Size = sizeof *DeviceQueue;
    InitializeListHead(&DeviceQueue->DeviceListHead);
    KeInitializeSpinLock(&DeviceQueue->Lock);
}

/* An idle queue becomes busy and takes nothing: the caller goes on with its request at once. */
static BOOLEAN becomes_busy(PKDEVICE_QUEUE queue)
{
    BOOLEAN idle = !queue->Busy;
    queue->Busy = TRUE;
    return idle;
}

/* wdm/nf-wdm-keinsertdevicequeue. IRQL == DISPATCH_LEVEL. */
BOOLEAN NTAPI KeInsertDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry)
{
    level_check(__func__);
    nt_point(MACHINE_POINT_QUEUE, DeviceQueue);
    DeviceQueueEntry->Inserted = !becomes_busy(DeviceQueue);
    if (DeviceQueueEntry->Inserted)
        InsertTailList(&DeviceQueue->DeviceListHead, &DeviceQueueEntry->DeviceListEntry);
    return DeviceQueueEntry->Inserted;
}

/* wdm/nf-wdm-keinsertbykeydevicequeue. IRQL == DISPATCH_LEVEL. Equal keys keep their order. */
BOOLEAN NTAPI KeInsertByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry, ULONG SortKey)
{
    level_check(__func__);
    nt_point(MACHINE_POINT_QUEUE, DeviceQueue);
    DeviceQueueEntry->SortKey = SortKey;
    DeviceQueueEntry->Inserted = !becomes_busy(DeviceQueue);
    if (!DeviceQueueEntry->Inserted)
        return FALSE;
    PLIST_ENTRY head = &DeviceQueue->DeviceListHead;
    PLIST_ENTRY after = head->Blink;
    while (after != head && CONTAINING_RECORD(after, KDEVICE_QUEUE_ENTRY, DeviceListEntry)->SortKey > SortKey)
        after = after->Blink;
    InsertHeadList(after, &DeviceQueueEntry->DeviceListEntry);
    return TRUE;
}

static PKDEVICE_QUEUE_ENTRY take(PKDEVICE_QUEUE queue, PLIST_ENTRY which)
{
    if (IsListEmpty(&queue->DeviceListHead)) {
        queue->Busy = FALSE;
        return NULL;
    }
    RemoveEntryList(which);
    PKDEVICE_QUEUE_ENTRY entry = CONTAINING_RECORD(which, KDEVICE_QUEUE_ENTRY, DeviceListEntry);
    entry->Inserted = FALSE;
    return entry;
}

/* wdm/nf-wdm-keremovedevicequeue. IRQL == DISPATCH_LEVEL. */
PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveDeviceQueue(PKDEVICE_QUEUE DeviceQueue)
{
    level_check(__func__);
    nt_point(MACHINE_POINT_QUEUE, DeviceQueue);
    return take(DeviceQueue, DeviceQueue->DeviceListHead.Flink);
}

/* The first whose key is not below the given one, else the first of all. */
static PLIST_ENTRY by_key(PKDEVICE_QUEUE queue, ULONG key)
{
    PLIST_ENTRY head = &queue->DeviceListHead;
    for (PLIST_ENTRY entry = head->Flink; entry != head; entry = entry->Flink)
        if (CONTAINING_RECORD(entry, KDEVICE_QUEUE_ENTRY, DeviceListEntry)->SortKey >= key)
            return entry;
    return head->Flink;
}

/* wdm/nf-wdm-keremovebykeydevicequeue. IRQL == DISPATCH_LEVEL. */
PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey)
{
    level_check(__func__);
    nt_point(MACHINE_POINT_QUEUE, DeviceQueue);
    return take(DeviceQueue, by_key(DeviceQueue, SortKey));
}

/* wdm/nf-wdm-keremoveentrydevicequeue. IRQL <= DISPATCH_LEVEL. */
BOOLEAN NTAPI KeRemoveEntryDeviceQueue(PKDEVICE_QUEUE DeviceQueue, PKDEVICE_QUEUE_ENTRY DeviceQueueEntry)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(DeviceQueue);
    nt_point(MACHINE_POINT_QUEUE, DeviceQueue);
    if (!DeviceQueueEntry->Inserted)
        return FALSE;
    RemoveEntryList(&DeviceQueueEntry->DeviceListEntry);
    DeviceQueueEntry->Inserted = FALSE;
    return TRUE;
}
