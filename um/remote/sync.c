/* SPDX-License-Identifier: MIT */
/* Events, mutexes and semaphores of one process; names are for sharing between processes, which there is not. */
#include "um.h"

static HANDLE made(struct um_object *object)
{
    HANDLE handle = object ? um_handle_make(object) : NULL;
    if (!handle)
        return um_fail_handle(ERROR_NO_SYSTEM_RESOURCES);
    um_leave();
    um_last_error = ERROR_SUCCESS;
    return handle;
}

static HANDLE make_event(bool named, BOOL manual, BOOL set)
{
    um_enter();
    if (named)
        return um_fail_handle(ERROR_NOT_SUPPORTED);
    struct um_event *event = um_object_make(UM_EVENT, sizeof *event);
    if (event) {
        event->manual = manual;
        event->object.set = set;
    }
    return made(&event->object);
}

/* https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createeventw */
HANDLE CreateEventA(LPSECURITY_ATTRIBUTES security, BOOL manual_reset, BOOL set, LPCSTR name)
{
    (void)security;
    return make_event(name, manual_reset, set);
}

HANDLE CreateEventW(LPSECURITY_ATTRIBUTES security, BOOL manual_reset, BOOL set, LPCWSTR name)
{
    (void)security;
    return make_event(name, manual_reset, set);
}

HANDLE CreateEventExA(LPSECURITY_ATTRIBUTES security, LPCSTR name, DWORD flags, DWORD access)
{
    (void)security;
    (void)access;
    return make_event(name, flags & CREATE_EVENT_MANUAL_RESET, flags & CREATE_EVENT_INITIAL_SET);
}

HANDLE CreateEventExW(LPSECURITY_ATTRIBUTES security, LPCWSTR name, DWORD flags, DWORD access)
{
    (void)security;
    (void)access;
    return make_event(name, flags & CREATE_EVENT_MANUAL_RESET, flags & CREATE_EVENT_INITIAL_SET);
}

static BOOL change_event(HANDLE handle, bool set)
{
    um_enter();
    struct um_event *event = um_handle_object(handle, UM_EVENT);
    if (!event)
        return um_fail(ERROR_INVALID_HANDLE);
    event->object.set = set;
    if (set)
        um_signal(&event->object);
    um_leave();
    return TRUE;
}

BOOL SetEvent(HANDLE event)
{
    return change_event(event, true);
}

BOOL ResetEvent(HANDLE event)
{
    return change_event(event, false);
}

static HANDLE make_mutex(bool named, BOOL owned)
{
    um_enter();
    if (named)
        return um_fail_handle(ERROR_NOT_SUPPORTED);
    struct um_mutex *mutex = um_object_make(UM_MUTEX, sizeof *mutex);
    bool abandoned;
    if (mutex && owned)
        um_object_ready(&mutex->object, true, &abandoned);
    return made(&mutex->object);
}

/* https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createmutexw */
HANDLE CreateMutexA(LPSECURITY_ATTRIBUTES security, BOOL owned, LPCSTR name)
{
    (void)security;
    return make_mutex(name, owned);
}

HANDLE CreateMutexW(LPSECURITY_ATTRIBUTES security, BOOL owned, LPCWSTR name)
{
    (void)security;
    return make_mutex(name, owned);
}

BOOL ReleaseMutex(HANDLE handle)
{
    um_enter();
    struct um_mutex *mutex = um_handle_object(handle, UM_MUTEX);
    struct um_thread *me = um_self();
    if (!mutex)
        return um_fail(ERROR_INVALID_HANDLE);
    if (mutex->owner != me)
        return um_fail(ERROR_NOT_OWNER);
    assert(mutex->depth > 0);
    if (--mutex->depth == 0) {
        struct um_mutex **at = &me->mutexes;
        while (*at != mutex)
            at = &(*at)->next;
        *at = mutex->next;
        mutex->owner = NULL;
        um_signal(&mutex->object);
    }
    um_leave();
    return TRUE;
}

static HANDLE make_semaphore(bool named, LONG count, LONG limit)
{
    um_enter();
    if (named || limit <= 0 || count < 0 || count > limit)
        return um_fail_handle(named ? ERROR_NOT_SUPPORTED : ERROR_INVALID_PARAMETER);
    struct um_semaphore *semaphore = um_object_make(UM_SEMAPHORE, sizeof *semaphore);
    if (semaphore) {
        semaphore->count = count;
        semaphore->limit = limit;
    }
    return made(&semaphore->object);
}

/* https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-createsemaphorea */
HANDLE CreateSemaphoreA(LPSECURITY_ATTRIBUTES security, LONG count, LONG limit, LPCSTR name)
{
    (void)security;
    return make_semaphore(name, count, limit);
}

HANDLE CreateSemaphoreW(LPSECURITY_ATTRIBUTES security, LONG count, LONG limit, LPCWSTR name)
{
    (void)security;
    return make_semaphore(name, count, limit);
}

BOOL ReleaseSemaphore(HANDLE handle, LONG count, LPLONG ret_previous)
{
    um_enter();
    struct um_semaphore *semaphore = um_handle_object(handle, UM_SEMAPHORE);
    if (!semaphore)
        return um_fail(ERROR_INVALID_HANDLE);
    if (count <= 0)
        return um_fail(ERROR_INVALID_PARAMETER);
    if (count > semaphore->limit - semaphore->count)
        return um_fail(ERROR_TOO_MANY_POSTS);
    if (ret_previous)
        *ret_previous = semaphore->count;
    semaphore->count += count;
    um_signal(&semaphore->object);
    um_leave();
    return TRUE;
}
