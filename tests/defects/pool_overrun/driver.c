/* SPDX-License-Identifier: MIT */
/* Writes one element behind a pool block. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    ULONG *block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 10 * sizeof *block, 'revO');
    volatile ULONG i;

    UNREFERENCED_PARAMETER(Queue);
    for (i = 0; block && i <= 10; i++)
        block[i] = i;
    if (block)
        ExFreePoolWithTag(block, 'revO'); /* told here */
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
