/* SPDX-License-Identifier: MIT */
/* Divides by a sector size that is zero. */
#include "../defect.h"

static volatile ULONG sector_bytes;

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    Length = Length / sector_bytes; /* wrong */
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
