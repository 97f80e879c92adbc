/* SPDX-License-Identifier: MIT */
/* Threads (processthreadsapi.h) and time (sysinfoapi.h, profileapi.h). */
#include "um.h"

struct start {
    LPTHREAD_START_ROUTINE routine;
    LPVOID argument;
};

static void thread_main(void *argument)
{
    struct start start = *(struct start *)argument;

    um_free(argument);
    ExitThread(start.routine(start.argument));
}

HANDLE WINAPI CreateThread(LPSECURITY_ATTRIBUTES security, SIZE_T stack, LPTHREAD_START_ROUTINE routine,
                           LPVOID argument, DWORD flags, LPDWORD ret_id)
{
    struct start *start;
    HANDLE thread = NULL;
    unsigned id = 0;
    NTSTATUS status;

    (void)security;
    (void)stack;
    if (flags) { /* CREATE_SUSPENDED */
        SetLastError(ERROR_CALL_NOT_IMPLEMENTED);
        return NULL;
    }
    start = um_alloc(sizeof(*start));
    if (!start) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    *start = (struct start){routine, argument};
    status = um_operator()->ThreadStart(thread_main, start, &thread, &id);
    if (!um_result(status)) {
        um_free(start);
        return NULL;
    }
    if (ret_id)
        *ret_id = id;
    return thread;
}

VOID WINAPI ExitThread(DWORD code)
{
    um_operator()->ThreadExit(code);
    __builtin_unreachable();
}

WINBOOL WINAPI GetExitCodeThread(HANDLE thread, LPDWORD ret_code)
{
    unsigned code = 0;
    NTSTATUS status = um_operator()->ThreadCode(thread, &code);

    if (status == STATUS_PENDING) {
        *ret_code = STILL_ACTIVE;
        return TRUE;
    }
    if (!um_result(status))
        return FALSE;
    *ret_code = code;
    return TRUE;
}

DWORD WINAPI GetCurrentThreadId(VOID)
{
    return (DWORD)(ULONG_PTR)PsGetCurrentThreadId();
}

DWORD WINAPI GetCurrentProcessId(VOID)
{
    return (DWORD)(ULONG_PTR)PsGetCurrentProcessId();
}

ULONGLONG WINAPI GetTickCount64(VOID)
{
    return KeQueryInterruptTime() / 10000;
}

DWORD WINAPI GetTickCount(VOID)
{
    return (DWORD)GetTickCount64();
}

WINBOOL WINAPI QueryPerformanceCounter(LARGE_INTEGER *ret_count)
{
    *ret_count = KeQueryPerformanceCounter(NULL);
    return TRUE;
}

WINBOOL WINAPI QueryPerformanceFrequency(LARGE_INTEGER *ret_frequency)
{
    KeQueryPerformanceCounter(ret_frequency);
    return TRUE;
}
