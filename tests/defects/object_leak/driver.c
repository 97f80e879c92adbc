/* SPDX-License-Identifier: MIT */
/* Takes a reference on an object and never gives it back. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFMEMORY memory;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = WdfIoQueueGetDevice(Queue);
    if (NT_SUCCESS(WdfMemoryCreate(&attributes, NonPagedPoolNx, 0, Length, &memory, NULL))) /* wrong */
        WdfObjectReference(memory);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
