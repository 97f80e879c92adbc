/* SPDX-License-Identifier: MIT */
/* Passes a handle that does not exist. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
    WdfTimerStop(NULL, FALSE); /* wrong */
}
