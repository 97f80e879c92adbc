/* SPDX-License-Identifier: MIT */
/* Passes a queue where a request belongs. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Length);
    UNREFERENCED_PARAMETER(Request);
    WdfRequestComplete((WDFREQUEST)Queue, STATUS_SUCCESS); /* wrong */
}
