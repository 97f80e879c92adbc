/* SPDX-License-Identifier: MIT */
/* Waits in a loop for a device that never answers. */
#include "../defect.h"

static volatile ULONG ready;

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    while (!ready) /* wrong */
        continue;
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
