/* SPDX-License-Identifier: MIT */
/* Calls a framework function that Kmdock does not have. */
#include "../defect.h"
VOID DefectEvtIoWrite(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    WDF_DMA_ENABLER_CONFIG config;
    WDFDMAENABLER enabler;

    WDF_DMA_ENABLER_CONFIG_INIT(&config, WdfDmaProfilePacket, Length);
    (void)WdfDmaEnablerCreate(WdfIoQueueGetDevice(Queue), &config, WDF_NO_OBJECT_ATTRIBUTES, &enabler); /* wrong */
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
