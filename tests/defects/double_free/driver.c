/* SPDX-License-Identifier: MIT */
/* Frees a pool block twice. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PVOID block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, 'eciw');

    UNREFERENCED_PARAMETER(Queue);
    if (block) {
        ExFreePoolWithTag(block, 'eciw');
        ExFreePoolWithTag(block, 'eciw'); /* wrong */
    }
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
