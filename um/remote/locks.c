/* SPDX-License-Identifier: MIT */
/* Critical sections, slim locks and condition variables: the C library's, in the structures that the app holds. */
#include "um.h"
#include <errno.h>
#include <time.h>

_Static_assert(sizeof(pthread_mutex_t) <= sizeof(CRITICAL_SECTION), "a critical section holds a mutex");
_Static_assert(sizeof(pthread_rwlock_t) <= sizeof(SRWLOCK), "a slim lock holds a read-write lock");
_Static_assert(sizeof(pthread_cond_t) <= sizeof(CONDITION_VARIABLE), "a condition variable holds one");

static pthread_mutex_t *mutex_of(LPCRITICAL_SECTION section)
{
    return (pthread_mutex_t *)section;
}

static pthread_rwlock_t *lock_of(PSRWLOCK lock)
{
    return (pthread_rwlock_t *)lock;
}

static pthread_cond_t *condition_of(PCONDITION_VARIABLE condition)
{
    return (pthread_cond_t *)condition;
}

VOID InitializeCriticalSection(LPCRITICAL_SECTION section)
{
    pthread_mutexattr_t recursive;
    pthread_mutexattr_init(&recursive);
    pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(mutex_of(section), &recursive);
    pthread_mutexattr_destroy(&recursive);
}

BOOL InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION section, DWORD spins)
{
    (void)spins;
    InitializeCriticalSection(section);
    return TRUE;
}

BOOL InitializeCriticalSectionEx(LPCRITICAL_SECTION section, DWORD spins, DWORD flags)
{
    (void)flags;
    return InitializeCriticalSectionAndSpinCount(section, spins);
}

VOID EnterCriticalSection(LPCRITICAL_SECTION section)
{
    pthread_mutex_lock(mutex_of(section));
}

BOOL TryEnterCriticalSection(LPCRITICAL_SECTION section)
{
    return !pthread_mutex_trylock(mutex_of(section));
}

VOID LeaveCriticalSection(LPCRITICAL_SECTION section)
{
    pthread_mutex_unlock(mutex_of(section));
}

VOID DeleteCriticalSection(LPCRITICAL_SECTION section)
{
    pthread_mutex_destroy(mutex_of(section));
}

VOID InitializeSRWLock(PSRWLOCK lock)
{
    *lock = (SRWLOCK)SRWLOCK_INIT;
}

VOID AcquireSRWLockExclusive(PSRWLOCK lock)
{
    pthread_rwlock_wrlock(lock_of(lock));
}

VOID AcquireSRWLockShared(PSRWLOCK lock)
{
    pthread_rwlock_rdlock(lock_of(lock));
}

VOID ReleaseSRWLockExclusive(PSRWLOCK lock)
{
    pthread_rwlock_unlock(lock_of(lock));
}

VOID ReleaseSRWLockShared(PSRWLOCK lock)
{
    pthread_rwlock_unlock(lock_of(lock));
}

BOOLEAN TryAcquireSRWLockExclusive(PSRWLOCK lock)
{
    return !pthread_rwlock_trywrlock(lock_of(lock));
}

BOOLEAN TryAcquireSRWLockShared(PSRWLOCK lock)
{
    return !pthread_rwlock_tryrdlock(lock_of(lock));
}

VOID InitializeConditionVariable(PCONDITION_VARIABLE condition)
{
    *condition = (CONDITION_VARIABLE)CONDITION_VARIABLE_INIT;
}

BOOL SleepConditionVariableCS(PCONDITION_VARIABLE condition, PCRITICAL_SECTION section, DWORD timeout_ms)
{
    if (timeout_ms == INFINITE)
        return !pthread_cond_wait(condition_of(condition), mutex_of(section));
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    uint64_t ns = (uint64_t)until.tv_nsec + timeout_ms * 1000000ull;
    until.tv_sec += (time_t)(ns / 1000000000);
    until.tv_nsec = (long)(ns % 1000000000);
    if (!pthread_cond_clockwait(condition_of(condition), mutex_of(section), CLOCK_MONOTONIC, &until))
        return TRUE;
    um_last_error = ERROR_TIMEOUT;
    return FALSE;
}

VOID WakeConditionVariable(PCONDITION_VARIABLE condition)
{
    pthread_cond_signal(condition_of(condition));
}

VOID WakeAllConditionVariable(PCONDITION_VARIABLE condition)
{
    pthread_cond_broadcast(condition_of(condition));
}
