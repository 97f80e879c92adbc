/* SPDX-License-Identifier: MIT */
/* Stops its queue and waits for that, under a spin lock. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
    WdfSpinLockAcquire(DefectLock);
    WdfIoQueueStopSynchronously(Queue); /* wrong */
    WdfSpinLockRelease(DefectLock);
}
