/* SPDX-License-Identifier: MIT */
/* Acquires a spin lock that it holds. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    WdfSpinLockAcquire(DefectLock);
    if (Length)
        WdfSpinLockAcquire(DefectLock); /* wrong */
    WdfSpinLockRelease(DefectLock);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
