/* SPDX-License-Identifier: MIT */
/* Forgets a pool block with every write. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PVOID copy = ExAllocatePool2(POOL_FLAG_NON_PAGED, Length, 'kaeL'); /* wrong */

    UNREFERENCED_PARAMETER(Queue);
    if (copy)
        RtlFillMemory(copy, Length, 0x55);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
