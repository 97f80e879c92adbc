/* SPDX-License-Identifier: MIT */
/* Completes a request twice. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
    WdfRequestComplete(Request, STATUS_UNSUCCESSFUL); /* wrong */
}
