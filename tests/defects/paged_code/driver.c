/* SPDX-License-Identifier: MIT */
/* Calls a function of pageable code at DISPATCH_LEVEL. */
#include "../defect.h"

static size_t Rounded(size_t Length);

#ifdef ALLOC_PRAGMA
#pragma alloc_text(PAGE, Rounded)
#endif

static size_t Rounded(size_t Length)
{
    PAGED_CODE(); /* wrong */
    return (Length + 7) & ~(size_t)7;
}

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    WdfSpinLockAcquire(DefectLock);
    Length = Rounded(Length);
    WdfSpinLockRelease(DefectLock);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
