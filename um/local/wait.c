/* SPDX-License-Identifier: MIT */
/* Events, waits and sleep (synchapi.h). */
#include "um.h"

enum { WAIT_TYPE_ALL = 0, WAIT_TYPE_ANY = 1, EVENT_NOTIFICATION = 0, EVENT_SYNCHRONISATION = 1 };

PLARGE_INTEGER um_timeout(DWORD milliseconds, PLARGE_INTEGER storage)
{
    if (milliseconds == INFINITE)
        return NULL;
    storage->QuadPart = -(LONGLONG)milliseconds * 10000; /* relative, 100 ns */
    return storage;
}

HANDLE WINAPI CreateEventW(LPSECURITY_ATTRIBUTES security, WINBOOL manual, WINBOOL state, LPCWSTR name)
{
    HANDLE event = NULL;

    (void)security;
    if (name) { /* named events have no second process to meet here */
        SetLastError(ERROR_CALL_NOT_IMPLEMENTED);
        return NULL;
    }
    if (!um_result(NtCreateEvent(&event, EVENT_ALL_ACCESS, NULL, manual ? EVENT_NOTIFICATION : EVENT_SYNCHRONISATION,
                                 state != 0)))
        return NULL;
    return event;
}

HANDLE WINAPI CreateEventA(LPSECURITY_ATTRIBUTES security, WINBOOL manual, WINBOOL state, LPCSTR name)
{
    return CreateEventW(security, manual, state, name ? L"" : NULL);
}

WINBOOL WINAPI SetEvent(HANDLE event)
{
    return um_result(NtSetEvent(event, NULL));
}

WINBOOL WINAPI ResetEvent(HANDLE event)
{
    return um_result(NtClearEvent(event));
}

/* The kernel's success codes are the documented return values: WAIT_OBJECT_0 + n, WAIT_TIMEOUT (0x102). */
static DWORD wait_result(NTSTATUS status)
{
    return um_result(status) ? (DWORD)status : WAIT_FAILED;
}

DWORD WINAPI WaitForSingleObject(HANDLE handle, DWORD milliseconds)
{
    LARGE_INTEGER timeout;

    return wait_result(NtWaitForSingleObject(handle, FALSE, um_timeout(milliseconds, &timeout)));
}

DWORD WINAPI WaitForMultipleObjects(DWORD count, const HANDLE *handles, WINBOOL all, DWORD milliseconds)
{
    LARGE_INTEGER timeout;

    return wait_result(NtWaitForMultipleObjects(count, (HANDLE *)handles, all ? WAIT_TYPE_ALL : WAIT_TYPE_ANY, FALSE,
                                                um_timeout(milliseconds, &timeout)));
}

VOID WINAPI Sleep(DWORD milliseconds)
{
    LARGE_INTEGER timeout = {.QuadPart = -(LONGLONG)milliseconds * 10000};

    if (milliseconds == INFINITE)
        timeout.QuadPart = (-0x7fffffffffffffffLL - 1);
    NtDelayExecution(FALSE, &timeout);
}
