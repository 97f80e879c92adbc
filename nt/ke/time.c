/* SPDX-License-Identifier: MIT */
/* Clocks. The unit of the machine's clock is 100 ns; a tick is 15.625 ms, as on most PCs. */
#include "nt/ke/ke.h"

enum { TICK_100NS = 156250, CLOCK_HZ = 10000000, US_100NS = 10 };

/* wdm: KeQueryInterruptTime. Any IRQL. */
ULONG64 NTAPI KeQueryInterruptTime(VOID)
{
    return machine_time();
}

/* wdm: KeQueryInterruptTimePrecise. Any IRQL. */
ULONG64 NTAPI KeQueryInterruptTimePrecise(PULONG64 QpcTimeStamp)
{
    uint64_t now = machine_time();
    if (QpcTimeStamp != NULL)
        *QpcTimeStamp = now;
    return now;
}

/* wdm: KeQueryUnbiasedInterruptTime. Any IRQL. The machine never sleeps, so nothing biases it. */
ULONGLONG NTAPI KeQueryUnbiasedInterruptTime(VOID)
{
    return machine_time();
}

/* wdm: KeQuerySystemTime. Any IRQL. */
VOID NTAPI KeQuerySystemTime(PLARGE_INTEGER CurrentTime)
{
    CurrentTime->QuadPart = (LONGLONG)machine_system_time();
}

/* wdm: KeQuerySystemTimePrecise. Any IRQL. */
VOID NTAPI KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime)
{
    CurrentTime->QuadPart = (LONGLONG)machine_system_time();
}

/* wdm: KeQueryTickCount. Any IRQL. */
VOID NTAPI KeQueryTickCount(PLARGE_INTEGER CurrentCount)
{
    CurrentCount->QuadPart = (LONGLONG)(machine_time() / TICK_100NS);
}

/* wdm: KeQueryTimeIncrement. Any IRQL. */
ULONG NTAPI KeQueryTimeIncrement(VOID)
{
    return TICK_100NS;
}

/* wdm: KeQueryPerformanceCounter. Any IRQL. */
LARGE_INTEGER NTAPI KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency)
{
    if (PerformanceFrequency != NULL)
        PerformanceFrequency->QuadPart = CLOCK_HZ;
    return (LARGE_INTEGER){.QuadPart = (LONGLONG)machine_time()};
}

/* wdm: KeStallExecutionProcessor. Any IRQL. In an explored run the others may go on meanwhile and no time passes. */
VOID NTAPI KeStallExecutionProcessor(ULONG MicroSeconds)
{
    uint64_t until = machine_time() + (uint64_t)MicroSeconds * US_100NS;
    do {
        machine_point(MACHINE_POINT_YIELD, NULL);
    } while ((nt_page->flags & MACHINE_EXPLORE) == 0 && machine_time() < until);
}

/* wdm: YieldProcessor, as a call: sdk/km maps the intrinsic to it. Any IRQL. */
VOID NTAPI YieldProcessor(VOID)
{
    nt_point(MACHINE_POINT_YIELD, NULL);
}

/* ntifs: ZwYieldExecution. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwYieldExecution(VOID)
{
    nt_irql_at_most(APC_LEVEL);
    machine_point(MACHINE_POINT_YIELD, NULL);
    return STATUS_SUCCESS;
}

/* wdm: ExGetTimerResolution and kin: the machine's alarms are as fine as its clock. */
ULONG NTAPI ExSetTimerResolution(ULONG DesiredTime, BOOLEAN SetResolution)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    UNREFERENCED_PARAMETER(DesiredTime);
    UNREFERENCED_PARAMETER(SetResolution);
    return US_100NS * 1000; /* one millisecond */
}

/* wdm: ExQueryTimerResolution. */
VOID NTAPI ExQueryTimerResolution(PULONG MaximumTime, PULONG MinimumTime, PULONG CurrentTime)
{
    *MaximumTime = TICK_100NS;
    *MinimumTime = US_100NS * 1000;
    *CurrentTime = US_100NS * 1000;
}

/* wdm: ExSystemTimeToLocalTime. Any IRQL. The machine lives in UTC. */
VOID NTAPI ExSystemTimeToLocalTime(PLARGE_INTEGER SystemTime, PLARGE_INTEGER LocalTime)
{
    *LocalTime = *SystemTime;
}

/* wdm: ExLocalTimeToSystemTime. Any IRQL. */
VOID NTAPI ExLocalTimeToSystemTime(PLARGE_INTEGER LocalTime, PLARGE_INTEGER SystemTime)
{
    *SystemTime = *LocalTime;
}
