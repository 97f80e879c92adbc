/* SPDX-License-Identifier: MIT */
/* Waits for an event at DISPATCH_LEVEL. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    LARGE_INTEGER timeout;
    KEVENT event;
    KIRQL irql;

    UNREFERENCED_PARAMETER(Queue);
    timeout.QuadPart = -10 * 1000; /* 1 ms */
    KeInitializeEvent(&event, NotificationEvent, FALSE);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, &timeout); /* wrong */
    KeLowerIrql(irql);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
