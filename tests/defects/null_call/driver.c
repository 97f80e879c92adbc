/* SPDX-License-Identifier: MIT */
/* Calls a callback that nobody has registered. */
#include "../defect.h"

static struct {
    VOID (*volatile Notify)(size_t Length);
} extension;

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    extension.Notify(Length); /* wrong */
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
