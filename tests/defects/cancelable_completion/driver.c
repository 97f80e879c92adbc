/* SPDX-License-Identifier: MIT */
/* Completes a request that is still marked cancelable. */
#include "../defect.h"

static EVT_WDF_REQUEST_CANCEL EvtRequestCancel;

static VOID EvtRequestCancel(WDFREQUEST Request)
{
    WdfRequestComplete(Request, STATUS_CANCELLED);
}

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    WdfRequestMarkCancelable(Request, EvtRequestCancel);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length); /* wrong */
}
