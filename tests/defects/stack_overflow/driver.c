/* SPDX-License-Identifier: MIT */
/* Looks for a zero byte by recursion, half a KiB of stack for each byte, and there is none. */
#include "../defect.h"

static ULONG Depth(const volatile UCHAR *Outer)
{
    volatile UCHAR copy[512];

    copy[0] = Outer[0];
    return copy[0] ? 1 + Depth(copy) : 0; /* wrong */
}

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PVOID data;

    UNREFERENCED_PARAMETER(Queue);
    if (NT_SUCCESS(WdfRequestRetrieveInputBuffer(Request, 1, &data, NULL)))
        Length += Depth(data) & 1;
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
