/* SPDX-License-Identifier: MIT */
/* The driver's side of check.h: the queue that carries IOCTL_CHECK_RUN, and the list of checks. Included by drivers. */
#include <ntddk.h>
#include <ntstrsafe.h>
#include <wdf.h>
#include "check.h"

__attribute__((section(".kchk$a"), used)) static const struct check_entry *const check_first = NULL;
__attribute__((section(".kchk$z"), used)) static const struct check_entry *const check_last = NULL;

static EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL check_evt_control;

void check_failed(struct check_run *run, const char *claim, int line, long value)
{
    size_t used = 0;

    RtlStringCbLengthA(run->text, CHECK_TEXT_BYTES, &used);
    RtlStringCbPrintfA(run->text + used, CHECK_TEXT_BYTES - used, "line %d: %s (0x%08lx); ", line, claim, value);
}

NTSTATUS check_queue_create(WDFDEVICE device)
{
    WDF_IO_QUEUE_CONFIG config;
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFQUEUE queue;
    NTSTATUS status;

    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchParallel);
    config.EvtIoDeviceControl = check_evt_control;
    config.PowerManaged = WdfFalse;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ExecutionLevel = WdfExecutionLevelPassive;
    status = WdfIoQueueCreate(device, &config, &attributes, &queue);
    if (!NT_SUCCESS(status))
        return status;
    return WdfDeviceConfigureRequestDispatching(device, queue, WdfRequestTypeDeviceControl);
}

static VOID check_evt_control(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                              ULONG IoControlCode)
{
    struct check_run run = {.device = WdfIoQueueGetDevice(Queue), .request = Request};
    char name[128];
    PVOID input, output;

    if (IoControlCode != IOCTL_CHECK_RUN || OutputBufferLength < CHECK_TEXT_BYTES ||
        InputBufferLength >= sizeof(name) || !NT_SUCCESS(WdfRequestRetrieveInputBuffer(Request, 1, &input, NULL)) ||
        !NT_SUCCESS(WdfRequestRetrieveOutputBuffer(Request, CHECK_TEXT_BYTES, &output, NULL))) {
        WdfRequestComplete(Request, STATUS_INVALID_PARAMETER);
        return;
    }
    RtlStringCbCopyNA(name, sizeof(name), input, InputBufferLength);
    run.text = output;
    RtlZeroMemory(run.text, CHECK_TEXT_BYTES);
    for (const struct check_entry *const volatile *entry = &check_first; entry < &check_last; entry++)
        if (*entry && strcmp((*entry)->name, name) == 0) {
            (*entry)->run(&run);
            WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, CHECK_TEXT_BYTES);
            return;
        }
    WdfRequestComplete(Request, STATUS_NOT_FOUND);
}
