/* SPDX-License-Identifier: MIT */
/* Keeps a request for ever. */
#include "../defect.h"

static WDFREQUEST kept;

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    UNREFERENCED_PARAMETER(Length);
    kept = Request; /* wrong */
}
