/* SPDX-License-Identifier: MIT */
/* The last error of each thread, and how an NTSTATUS becomes one. */
#include "um.h"

const KMDOCK_OPERATOR *um_operator(void)
{
    static const KMDOCK_OPERATOR *found;

    if (!found) {
        UNICODE_STRING name;

        RtlInitUnicodeString(&name, L"KmdockOperator");
        found = MmGetSystemRoutineAddress(&name);
    }
    return found;
}

/* The error code itself lives in the thread's slot: nothing to allocate, nothing to free. */
DWORD WINAPI GetLastError(VOID)
{
    return (DWORD)(ULONG_PTR)*um_operator()->ThreadSlot();
}

VOID WINAPI SetLastError(DWORD code)
{
    *um_operator()->ThreadSlot() = (void *)(ULONG_PTR)code;
}

BOOL um_result(NTSTATUS status)
{
    if (NT_SUCCESS(status))
        return TRUE;
    SetLastError(RtlNtStatusToDosError(status));
    return FALSE;
}
