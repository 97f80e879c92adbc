/* SPDX-License-Identifier: MIT */
/* Acquires a KSPIN_LOCK that it holds. */
#include "../defect.h"

static KSPIN_LOCK lock;

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    KIRQL outer, inner;

    UNREFERENCED_PARAMETER(Queue);
    KeAcquireSpinLock(&lock, &outer);
    KeAcquireSpinLock(&lock, &inner); /* wrong */
    KeReleaseSpinLock(&lock, inner);
    KeReleaseSpinLock(&lock, outer);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
