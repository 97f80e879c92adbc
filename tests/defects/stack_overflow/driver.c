/* SPDX-License-Identifier: MIT */
/* Recurses once per byte of the request, with half a KiB of locals each time. */
#include "../defect.h"

static ULONG Checksum(const UCHAR *Data, size_t Length)
{
    volatile UCHAR copy[512];

    copy[Length % sizeof copy] = Data[0];
    return Length ? copy[Length % sizeof copy] + 3 * Checksum(Data, Length - 1) : 0; /* wrong */
}

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    PVOID data;

    UNREFERENCED_PARAMETER(Queue);
    if (NT_SUCCESS(WdfRequestRetrieveInputBuffer(Request, 1, &data, NULL)))
        Length += Checksum(data, Length) & 1;
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
