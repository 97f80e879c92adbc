/* SPDX-License-Identifier: MIT */
/* WDFWAITLOCK (V1): a lock that threads wait for at PASSIVE_LEVEL, inside a critical region. */
#include "wdf/object.h"

struct waitlock {
    struct object object;
    KEVENT free;    /* synchronisation event: signalled while nobody holds the lock */
    PKTHREAD owner; /* NULL: free */
};

#define waitlock_from_handle(handle)                                                                                   \
    CONTAINING_RECORD(object_from_handle((handle), OBJECT_WAITLOCK), struct waitlock, object)

/* wdfsync/nf-wdfsync-wdfwaitlockcreate. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfWaitLockCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PWDF_OBJECT_ATTRIBUTES LockAttributes, WDFWAITLOCK *Lock)
{
    struct fx_globals *globals = fx_globals_of(DriverGlobals);
    struct object *object;
    NTSTATUS status;

    FX_IRQL_OF(WdfWaitLockCreate);
    FX_REQUIRE(Lock);
    *Lock = NULL;
    status = object_create(&(struct object_config){.globals = globals,
                                                   .type = OBJECT_WAITLOCK,
                                                   .bytes = sizeof(struct waitlock),
                                                   .attributes = LockAttributes,
                                                   .default_parent = globals->driver,
                                                   .flags = OBJECT_EXPLICIT},
                           &object);
    if (!NT_SUCCESS(status))
        return status;
    KeInitializeEvent(&CONTAINING_RECORD(object, struct waitlock, object)->free, SynchronizationEvent, TRUE);
    *Lock = (WDFWAITLOCK)object->self;
    return STATUS_SUCCESS;
}

/*
 * wdfsync/nf-wdfsync-wdfwaitlockacquire. IRQL = PASSIVE_LEVEL, or < DISPATCH_LEVEL if the timeout is zero (Z8: the page
 * is followed). STATUS_TIMEOUT is a success status.
 */
NTSTATUS WdfWaitLockAcquire(PWDF_DRIVER_GLOBALS DriverGlobals, WDFWAITLOCK Lock, PLONGLONG Timeout)
{
    struct waitlock *waitlock = waitlock_from_handle(Lock);
    LARGE_INTEGER timeout = {.QuadPart = Timeout ? *Timeout : 0};
    NTSTATUS status;

    (void)DriverGlobals;
    FX_IRQL(Timeout && !*Timeout ? APC_LEVEL : PASSIVE_LEVEL);
    if (fx_peek(waitlock->owner) == KeGetCurrentThread() && !(Timeout && !*Timeout))
        fx_violation(WDF_RECURSIVE_LOCK, (ULONG64)Lock, 0, "WdfWaitlock",
                     "%s was called for a wait lock that this thread holds already.", __func__);
    KeEnterCriticalRegion();
    status = KeWaitForSingleObject(&waitlock->free, Executive, KernelMode, FALSE, Timeout ? &timeout : NULL);
    if (status == STATUS_TIMEOUT) {
        KeLeaveCriticalRegion();
        return status;
    }
    waitlock->owner = KeGetCurrentThread();
    return STATUS_SUCCESS;
}

/* wdfsync/nf-wdfsync-wdfwaitlockrelease. IRQL <= DISPATCH_LEVEL. */
VOID WdfWaitLockRelease(PWDF_DRIVER_GLOBALS DriverGlobals, WDFWAITLOCK Lock)
{
    struct waitlock *waitlock = waitlock_from_handle(Lock);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfWaitLockRelease);
    if (fx_peek(waitlock->owner) != KeGetCurrentThread())
        fx_violation(WDF_INVALID_LOCK_OPERATION, (ULONG64)Lock, 1, "WdfWaitlockRelease",
                     "%s was called for a wait lock that this thread does not hold.", __func__);
    waitlock->owner = NULL;
    KeSetEvent(&waitlock->free, IO_NO_INCREMENT, FALSE);
    KeLeaveCriticalRegion();
}
