/* SPDX-License-Identifier: MIT */
/* Writes through a pointer that nobody has set. */
#include "../defect.h"

typedef struct _HISTORY {
    ULONG Writes;
    size_t Last;
} HISTORY;

static struct {
    HISTORY *History;
} extension;

VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    extension.History->Last = Length; /* wrong */
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
