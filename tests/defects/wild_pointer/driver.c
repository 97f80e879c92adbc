/* SPDX-License-Identifier: MIT */
/* Follows a pointer to nowhere while it holds a spin lock. */
#include "../defect.h"

static volatile ULONG *volatile doorbell = (ULONG *)0x0000123456780000;

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WdfSpinLockAcquire(DefectLock);
    *doorbell = (ULONG)Length; /* wrong */
    WdfSpinLockRelease(DefectLock);
    UNREFERENCED_PARAMETER(Queue);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
