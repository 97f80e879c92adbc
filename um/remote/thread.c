/* SPDX-License-Identifier: MIT */
/* Threads: pthreads with a handle. A thread that CreateThread did not make gets its state at its first call. */
#include "um.h"
#include <process.h>
#include <sched.h>
#include <unistd.h>

enum { STACK_BYTES_MIN = 64 << 10 };

static bool may_run(void *context)
{
    return !((struct um_thread *)context)->suspended;
}

static void *begin(void *argument)
{
    struct um_thread *thread = argument;
    struct um_object *object = &thread->object;
    struct um_wait gate = {.objects = &object, .count = 1};
    um_thread_adopt(thread);
    um_enter();
    thread->id_known = true;
    um_signal(object);
    um_wait(&gate, may_run, thread, UM_FOREVER);
    um_leave();
    thread->exit_code = thread->start(thread->parameter);
    return NULL;
}

static bool id_known(void *context)
{
    return ((struct um_thread *)context)->id_known;
}

static bool launch(struct um_thread *thread, SIZE_T stack)
{
    pthread_attr_t attributes;
    pthread_t ignored;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    if (stack > STACK_BYTES_MIN)
        pthread_attr_setstacksize(&attributes, (stack + 0xffff) & ~(SIZE_T)0xffff);
    int failed = pthread_create(&ignored, &attributes, begin, thread);
    pthread_attr_destroy(&attributes);
    return !failed;
}

/* https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createthread */
HANDLE CreateThread(LPSECURITY_ATTRIBUTES security, SIZE_T stack, LPTHREAD_START_ROUTINE start, LPVOID parameter,
                    DWORD flags, LPDWORD ret_id)
{
    (void)security;
    um_enter();
    struct um_thread *thread = um_object_make(UM_THREAD, sizeof *thread);
    if (!thread)
        return um_fail_handle(ERROR_NOT_ENOUGH_MEMORY);
    thread->exit_code = STILL_ACTIVE;
    thread->start = start;
    thread->parameter = parameter;
    thread->suspended = flags & CREATE_SUSPENDED;
    um_object_keep(&thread->object); /* one reference is the thread's own, one the handle's */
    HANDLE handle = um_handle_make(&thread->object);
    if (!handle || !launch(thread, stack)) {
        if (handle)
            um_handle_close(handle);
        um_object_drop(&thread->object);
        return um_fail_handle(ERROR_NO_SYSTEM_RESOURCES);
    }
    if (ret_id) {
        struct um_object *object = &thread->object;
        struct um_wait wait = {.objects = &object, .count = 1};
        um_object_keep(object);
        um_wait(&wait, id_known, thread, UM_FOREVER);
        *ret_id = thread->id;
        um_object_drop(object);
    }
    um_leave();
    return handle;
}

VOID ExitThread(DWORD code)
{
    um_self()->exit_code = code;
    pthread_exit(NULL);
}

DWORD ResumeThread(HANDLE handle)
{
    um_enter();
    struct um_thread *thread = um_handle_object(handle, UM_THREAD);
    if (!thread) {
        um_fail(ERROR_INVALID_HANDLE);
        return (DWORD)-1;
    }
    DWORD previous = thread->suspended;
    thread->suspended = false;
    um_signal(&thread->object);
    um_leave();
    return previous;
}

BOOL GetExitCodeThread(HANDLE handle, LPDWORD ret_code)
{
    um_enter();
    struct um_thread *thread = um_handle_object(handle, UM_THREAD);
    if (!thread)
        return um_fail(ERROR_INVALID_HANDLE);
    *ret_code = thread->object.set ? thread->exit_code : STILL_ACTIVE;
    um_leave();
    return TRUE;
}

/* Priorities are remembered and have no effect. */
BOOL SetThreadPriority(HANDLE handle, int priority)
{
    um_enter();
    struct um_thread *thread = um_handle_object(handle, UM_THREAD);
    if (!thread)
        return um_fail(ERROR_INVALID_HANDLE);
    thread->priority = priority;
    um_leave();
    return TRUE;
}

int GetThreadPriority(HANDLE handle)
{
    um_enter();
    struct um_thread *thread = um_handle_object(handle, UM_THREAD);
    if (!thread) {
        um_fail(ERROR_INVALID_HANDLE);
        return MAXLONG;
    }
    int priority = thread->priority;
    um_leave();
    return priority;
}

DWORD GetThreadId(HANDLE handle)
{
    um_enter();
    struct um_thread *thread = um_handle_object(handle, UM_THREAD);
    if (!thread)
        return (DWORD)um_fail(ERROR_INVALID_HANDLE);
    DWORD id = thread->id;
    um_leave();
    return id;
}

HANDLE GetCurrentThread(void)
{
    return (HANDLE)(LONG_PTR)-2;
}

DWORD GetCurrentThreadId(void)
{
    return um_self()->id;
}

HANDLE GetCurrentProcess(void)
{
    return (HANDLE)(LONG_PTR)-1;
}

DWORD GetCurrentProcessId(void)
{
    return (DWORD)getpid();
}

VOID ExitProcess(UINT code)
{
    exit((int)code);
}

BOOL SwitchToThread(void)
{
    return sched_yield() == 0;
}

/* https://learn.microsoft.com/cpp/c-runtime-library/reference/beginthread-beginthreadex */
UINT_PTR _beginthreadex(void *security, unsigned stack, unsigned (*start)(void *), void *parameter, unsigned flags,
                        unsigned *ret_id)
{
    return (UINT_PTR)CreateThread(security, stack, start, parameter, flags, ret_id);
}

void _endthreadex(unsigned code)
{
    ExitThread(code);
}

int _getpid(void)
{
    return getpid();
}
