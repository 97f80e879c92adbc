/* SPDX-License-Identifier: MIT */
/* Reads a pool block that it has freed. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    ULONG *block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, 'dlOU');

    UNREFERENCED_PARAMETER(Queue);
    if (block) {
        block[3] = (ULONG)Length;
        ExFreePoolWithTag(block, 'dlOU');
        block[3] = 0; /* wrong */
    }
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
