/* SPDX-License-Identifier: MIT */
/* Returns with a spin lock held. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    WdfSpinLockAcquire(DefectLock);
    if (Length > 4) {
        WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
        return; /* wrong */
    }
    WdfSpinLockRelease(DefectLock);
    WdfRequestComplete(Request, STATUS_BUFFER_TOO_SMALL);
}
