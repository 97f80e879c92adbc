/* SPDX-License-Identifier: MIT */
/* Allocates paged pool under a spin lock. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PVOID block;

    UNREFERENCED_PARAMETER(Queue);
    WdfSpinLockAcquire(DefectLock);
    block = ExAllocatePool2(POOL_FLAG_PAGED, Length, 'tcfD'); /* wrong */
    WdfSpinLockRelease(DefectLock);
    if (block)
        ExFreePoolWithTag(block, 'tcfD');
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
