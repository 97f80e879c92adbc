/* SPDX-License-Identifier: MIT */
/* A device object's once-a-second timer. Page: kernel/using-a-timerobject (IoTimer routines). */
#include "nt/io/io.h"
#include "nt/ex/ex.h"

struct _IO_TIMER {
    KTIMER timer;
    KDPC dpc;
    PDEVICE_OBJECT device;
    PIO_TIMER_ROUTINE routine;
    PVOID context;
};

static VOID NTAPI expired(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{
    (void)Dpc, (void)Argument1, (void)Argument2;
    PIO_TIMER timer = Context;
    timer->routine(timer->device, timer->context);
}

/* wdm/nf-wdm-ioinitializetimer. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoInitializeTimer(PDEVICE_OBJECT DeviceObject, PIO_TIMER_ROUTINE TimerRoutine, PVOID Context)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(TimerRoutine);
    PIO_TIMER timer = DeviceObject->Timer;
    if (timer == NULL) {
        timer = ex_alloc_zeroed(sizeof *timer, IO_TAG);
        if (timer == NULL)
            return STATUS_INSUFFICIENT_RESOURCES;
        KeInitializeTimerEx(&timer->timer, SynchronizationTimer);
        KeInitializeDpc(&timer->dpc, expired, timer);
        DeviceObject->Timer = timer;
    }
    timer->device = DeviceObject;
    timer->routine = TimerRoutine;
    timer->context = Context;
    return STATUS_SUCCESS;
}

/* wdm/nf-wdm-iostarttimer. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoStartTimer(PDEVICE_OBJECT DeviceObject)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(DeviceObject->Timer);
    LARGE_INTEGER second = {.QuadPart = -10000000};
    KeSetTimerEx(&DeviceObject->Timer->timer, second, 1000, &DeviceObject->Timer->dpc);
}

/* wdm/nf-wdm-iostoptimer. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI IoStopTimer(PDEVICE_OBJECT DeviceObject)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    if (DeviceObject->Timer == NULL)
        return;
    KeCancelTimer(&DeviceObject->Timer->timer);
    KeRemoveQueueDpc(&DeviceObject->Timer->dpc);
}

void io_timer_delete(PDEVICE_OBJECT device)
{
    if (device->Timer == NULL)
        return;
    IoStopTimer(device);
    ex_free(device->Timer);
    device->Timer = NULL;
}
