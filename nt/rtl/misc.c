/* SPDX-License-Identifier: MIT */
/* The rest of the runtime library: memory compares, version, times, run-once, random numbers. */
#include "nt/ke/ke.h"

/* wdm: RtlCompareMemory. Any IRQL. How many bytes are equal. */
SIZE_T NTAPI RtlCompareMemory(const VOID *Source1, const VOID *Source2, SIZE_T Length)
{
    const UCHAR *a = Source1, *b = Source2;
    SIZE_T i = 0;
    while (i < Length && a[i] == b[i])
        i++;
    return i;
}

SIZE_T NTAPI RtlCompareMemoryUlong(PVOID Source, SIZE_T Length, ULONG Pattern)
{
    const ULONG *at = Source;
    SIZE_T i = 0;
    while (i + sizeof(ULONG) <= Length && at[i / sizeof(ULONG)] == Pattern)
        i += sizeof(ULONG);
    return i;
}

#undef RtlCopyMemory
#undef RtlMoveMemory
#undef RtlZeroMemory
#undef RtlFillMemory
VOID NTAPI RtlCopyMemory(VOID *Destination, const VOID *Source, SIZE_T Length)
{
    memcpy(Destination, Source, Length);
}

VOID NTAPI RtlMoveMemory(VOID *Destination, const VOID *Source, SIZE_T Length)
{
    memmove(Destination, Source, Length);
}

VOID NTAPI RtlZeroMemory(VOID *Destination, SIZE_T Length)
{
    memset(Destination, 0, Length);
}

VOID NTAPI RtlFillMemory(VOID *Destination, SIZE_T Length, UCHAR Fill)
{
    memset(Destination, Fill, Length);
}

VOID NTAPI RtlCopyMemoryNonTemporal(VOID *Destination, const VOID *Source, SIZE_T Length)
{
    memcpy(Destination, Source, Length);
}

VOID FASTCALL RtlPrefetchMemoryNonTemporal(PVOID Source, SIZE_T Length)
{
    UNREFERENCED_PARAMETER(Source);
    UNREFERENCED_PARAMETER(Length);
}

/* wdm: RtlGetVersion. PASSIVE_LEVEL. Windows 10 22H2, as a workstation. */
NTSTATUS NTAPI RtlGetVersion(PRTL_OSVERSIONINFOW lpVersionInformation)
{
    enum { MAJOR = 10, MINOR = 0, BUILD = 19045 };
    ULONG size = lpVersionInformation->dwOSVersionInfoSize;
    lpVersionInformation->dwMajorVersion = MAJOR;
    lpVersionInformation->dwMinorVersion = MINOR;
    lpVersionInformation->dwBuildNumber = BUILD;
    lpVersionInformation->dwPlatformId = VER_PLATFORM_WIN32_NT;
    lpVersionInformation->szCSDVersion[0] = 0;
    if (size >= sizeof(RTL_OSVERSIONINFOEXW)) {
        RTL_OSVERSIONINFOEXW *more = (RTL_OSVERSIONINFOEXW *)lpVersionInformation;
        more->wServicePackMajor = 0;
        more->wServicePackMinor = 0;
        more->wSuiteMask = 0;
        more->wProductType = VER_NT_WORKSTATION;
        more->wReserved = 0;
    }
    return STATUS_SUCCESS;
}

/* wdm: RtlIsNtDdiVersionAvailable. PASSIVE_LEVEL. The product's part of the version only, as documented. */
BOOLEAN NTAPI RtlIsNtDdiVersionAvailable(ULONG Version)
{
    enum { WIN10 = 0x0A000000 };
    return (Version & 0xffff) == 0 && Version <= WIN10;
}

BOOLEAN NTAPI RtlIsServicePackVersionInstalled(ULONG Version)
{
    return (Version & 0xffff) == 0;
}

/* wdm: RtlVerifyVersionInfo. PASSIVE_LEVEL. Three bits of the mask say how each part is compared. */
NTSTATUS NTAPI RtlVerifyVersionInfo(PRTL_OSVERSIONINFOEXW VersionInfo, ULONG TypeMask, ULONGLONG ConditionMask)
{
    enum { COND_BITS = 3, COND_MASK = 7 };
    RTL_OSVERSIONINFOEXW now = {.dwOSVersionInfoSize = sizeof(now)};
    RtlGetVersion((PRTL_OSVERSIONINFOW)&now);
    const struct {
        ULONG type, have, want;
        unsigned bit;
    } parts[] = {
        {VER_MAJORVERSION, now.dwMajorVersion, VersionInfo->dwMajorVersion, 1},
        {VER_MINORVERSION, now.dwMinorVersion, VersionInfo->dwMinorVersion, 0},
        {VER_SERVICEPACKMAJOR, 0, VersionInfo->wServicePackMajor, 5},
        {VER_SERVICEPACKMINOR, 0, VersionInfo->wServicePackMinor, 4},
        {VER_BUILDNUMBER, now.dwBuildNumber, VersionInfo->dwBuildNumber, 2},
        {VER_PRODUCT_TYPE, now.wProductType, VersionInfo->wProductType, 7},
    };
    if (TypeMask == 0)
        return STATUS_INVALID_PARAMETER;
    for (unsigned i = 0; i < nt_countof(parts); i++) {
        if ((TypeMask & parts[i].type) == 0)
            continue;
        ULONG how = (ULONG)(ConditionMask >> (parts[i].bit * COND_BITS)) & COND_MASK;
        /* The first four parts are one number: a difference in an earlier one settles it, unless it must be equal. */
        bool less = parts[i].have<parts[i].want, more = parts[i].have> parts[i].want;
        bool holds = (how == VER_EQUAL && !less && !more) || (how == VER_GREATER && more) ||
                     (how == VER_GREATER_EQUAL && !less) || (how == VER_LESS && less) ||
                     (how == VER_LESS_EQUAL && !more);
        if (!holds)
            return STATUS_REVISION_MISMATCH;
        if (i < 4 && how != VER_EQUAL && (less || more))
            return STATUS_SUCCESS;
    }
    return STATUS_SUCCESS;
}

/* -- times -------------------------------------------------------------------------------------- */

#define SECOND_100NS 10000000LL
#define SECONDS_1970 11644473600LL
#define SECONDS_1980 11960006400LL

/* wdm: RtlTimeToTimeFields. Any IRQL. */
VOID NTAPI RtlTimeToTimeFields(PLARGE_INTEGER Time, PTIME_FIELDS TimeFields)
{
    enum { DAY_SECONDS = 86400, ERA_DAYS = 146097, DAYS_TO_1601 = 584694 /* from the first of March of year 0 */ };
    LONGLONG seconds = Time->QuadPart / SECOND_100NS;
    LONGLONG day = seconds / DAY_SECONDS, rest = seconds % DAY_SECONDS;
    LONGLONG march = day + DAYS_TO_1601, era = march / ERA_DAYS, of_era = march % ERA_DAYS;
    LONGLONG year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    LONGLONG of_year = of_era - (365 * year + year / 4 - year / 100);
    LONGLONG month = (5 * of_year + 2) / 153;
    TimeFields->Day = (CSHORT)(of_year - (153 * month + 2) / 5 + 1);
    TimeFields->Month = (CSHORT)(month < 10 ? month + 3 : month - 9);
    TimeFields->Year = (CSHORT)(year + era * 400 + (month >= 10));
    TimeFields->Hour = (CSHORT)(rest / 3600);
    TimeFields->Minute = (CSHORT)(rest / 60 % 60);
    TimeFields->Second = (CSHORT)(rest % 60);
    TimeFields->Milliseconds = (CSHORT)(Time->QuadPart % SECOND_100NS / 10000);
    TimeFields->Weekday = (CSHORT)((day + 1) % 7); /* 1601-01-01 was a Monday */
}

/* wdm: RtlTimeFieldsToTime. Any IRQL. */
BOOLEAN NTAPI RtlTimeFieldsToTime(PTIME_FIELDS TimeFields, PLARGE_INTEGER Time)
{
    enum { ERA_DAYS = 146097, DAYS_TO_1601 = 584694, YEAR_FIRST = 1601, YEAR_LAST = 30827 };
    const TIME_FIELDS *f = TimeFields;
    static const CSHORT days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (f->Month < 1 || f->Month > 12 || f->Year < YEAR_FIRST || f->Year > YEAR_LAST)
        return FALSE;
    bool leap = (f->Year % 4 == 0 && f->Year % 100 != 0) || f->Year % 400 == 0;
    if (f->Day < 1 || f->Day > days[f->Month - 1] + (leap && f->Month == 2) || f->Hour < 0 || f->Hour > 23 ||
        f->Minute < 0 || f->Minute > 59 || f->Second < 0 || f->Second > 59 || f->Milliseconds < 0 ||
        f->Milliseconds > 999)
        return FALSE;
    LONGLONG year = f->Year - (f->Month <= 2), era = year / 400, of_era = year % 400;
    LONGLONG month = f->Month > 2 ? f->Month - 3 : f->Month + 9;
    LONGLONG of_year = (153 * month + 2) / 5 + f->Day - 1;
    LONGLONG day = era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 + of_year - DAYS_TO_1601;
    LONGLONG seconds = ((day * 24 + f->Hour) * 60 + f->Minute) * 60 + f->Second;
    Time->QuadPart = seconds * SECOND_100NS + f->Milliseconds * 10000LL;
    return TRUE;
}

/* ntifs: RtlTimeToSecondsSince1970 and kin. Any IRQL. */
static BOOLEAN seconds_since(PLARGE_INTEGER time, LONGLONG start, PULONG ret_seconds)
{
    LONGLONG seconds = time->QuadPart / SECOND_100NS - start;
    if (seconds < 0 || seconds > MAXULONG)
        return FALSE;
    *ret_seconds = (ULONG)seconds;
    return TRUE;
}

BOOLEAN NTAPI RtlTimeToSecondsSince1970(PLARGE_INTEGER Time, PULONG ElapsedSeconds)
{
    return seconds_since(Time, SECONDS_1970, ElapsedSeconds);
}

BOOLEAN NTAPI RtlTimeToSecondsSince1980(PLARGE_INTEGER Time, PULONG ElapsedSeconds)
{
    return seconds_since(Time, SECONDS_1980, ElapsedSeconds);
}

VOID NTAPI RtlSecondsSince1970ToTime(ULONG ElapsedSeconds, PLARGE_INTEGER Time)
{
    Time->QuadPart = (ElapsedSeconds + SECONDS_1970) * SECOND_100NS;
}

VOID NTAPI RtlSecondsSince1980ToTime(ULONG ElapsedSeconds, PLARGE_INTEGER Time)
{
    Time->QuadPart = (ElapsedSeconds + SECONDS_1980) * SECOND_100NS;
}

/* -- random numbers: Lehmer's generator, as documented ------------------------------------------- */

ULONG NTAPI RtlRandom(PULONG Seed)
{
    *Seed = (ULONG)(((ULONG64)*Seed * 0x7fffffed + 0x7fffffc3) % 0x7fffffff);
    return *Seed;
}

ULONG NTAPI RtlRandomEx(PULONG Seed)
{
    return RtlRandom(Seed);
}

/* -- run once: the low bits are the state (0, 1 begun, 2 done), the rest the context --------------- */

enum { ONCE_BEGUN = 1, ONCE_DONE = 2, ONCE_BITS = 3 };

VOID NTAPI RtlRunOnceInitialize(PRTL_RUN_ONCE RunOnce)
{
    RunOnce->Ptr = NULL;
}

/* ntddk: RtlRunOnceExecuteOnce. IRQL <= APC_LEVEL. */
NTSTATUS NTAPI RtlRunOnceExecuteOnce(PRTL_RUN_ONCE RunOnce, PRTL_RUN_ONCE_INIT_FN InitFn, PVOID Parameter,
                                     PVOID *Context)
{
    nt_point(MACHINE_POINT_INTERLOCKED, RunOnce);
    while (((ULONG_PTR)RunOnce->Ptr & ONCE_BITS) == ONCE_BEGUN)
        machine_point(MACHINE_POINT_YIELD, RunOnce);
    if (((ULONG_PTR)RunOnce->Ptr & ONCE_BITS) == 0) {
        PVOID made = NULL;
        RunOnce->Ptr = (PVOID)(ULONG_PTR)ONCE_BEGUN;
        if (InitFn(RunOnce, Parameter, &made) == 0) {
            RunOnce->Ptr = NULL;
            return STATUS_UNSUCCESSFUL;
        }
        nt_assert(((ULONG_PTR)made & ONCE_BITS) == 0, "a run-once context leaves its low bits free");
        RunOnce->Ptr = (PVOID)((ULONG_PTR)made | ONCE_DONE);
    }
    if (Context != NULL)
        *Context = (PVOID)((ULONG_PTR)RunOnce->Ptr & ~(ULONG_PTR)ONCE_BITS);
    return STATUS_SUCCESS;
}
