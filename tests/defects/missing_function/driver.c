/* SPDX-License-Identifier: MIT */
/* Calls a function that Kmdock's kernel does not have. */
#include "../defect.h"

static ULONG_PTR OnEveryProcessor(ULONG_PTR Argument)
{
    return Argument;
}

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    KeIpiGenericCall(OnEveryProcessor, Length); /* wrong */
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
