/* SPDX-License-Identifier: MIT */
/* Claims what is not so. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    ASSERT(Length % 512 == 0); /* wrong */
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
