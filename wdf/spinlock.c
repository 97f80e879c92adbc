/* SPDX-License-Identifier: MIT */
/* WDFSPINLOCK (V2). */
#include "wdf/object.h"

struct spinlock {
    struct object object;
    KSPIN_LOCK lock;
    PKTHREAD owner; /* NULL: free */
    KIRQL irql;     /* to go back to; of the holder */
};

#define spinlock_from_handle(handle)                                                                                   \
    CONTAINING_RECORD(object_from_handle((handle), OBJECT_SPINLOCK), struct spinlock, object)

/* wdfsync/nf-wdfsync-wdfspinlockcreate. IRQL <= DISPATCH_LEVEL. */
NTSTATUS WdfSpinLockCreate(PWDF_DRIVER_GLOBALS DriverGlobals, PWDF_OBJECT_ATTRIBUTES SpinLockAttributes,
                           WDFSPINLOCK *SpinLock)
{
    struct fx_globals *globals = fx_globals_of(DriverGlobals);
    struct object *object;
    NTSTATUS status;

    FX_IRQL_OF(WdfSpinLockCreate);
    FX_REQUIRE(SpinLock);
    *SpinLock = NULL;
    status = object_create(&(struct object_config){.globals = globals,
                                                   .type = OBJECT_SPINLOCK,
                                                   .bytes = sizeof(struct spinlock),
                                                   .attributes = SpinLockAttributes,
                                                   .default_parent = globals->driver,
                                                   .flags = OBJECT_EXPLICIT},
                           &object);
    if (!NT_SUCCESS(status))
        return status;
    KeInitializeSpinLock(&CONTAINING_RECORD(object, struct spinlock, object)->lock);
    *SpinLock = (WDFSPINLOCK)object->self;
    return STATUS_SUCCESS;
}

/* wdfsync/nf-wdfsync-wdfspinlockacquire. IRQL <= DISPATCH_LEVEL. */
VOID WdfSpinLockAcquire(PWDF_DRIVER_GLOBALS DriverGlobals, WDFSPINLOCK SpinLock)
{
    struct spinlock *spinlock = spinlock_from_handle(SpinLock);
    KIRQL irql;

    (void)DriverGlobals;
    FX_IRQL_OF(WdfSpinLockAcquire);
    if (fx_peek(spinlock->owner) == KeGetCurrentThread())
        fx_violation(WDF_RECURSIVE_LOCK, (ULONG64)SpinLock, 0, "WdfSpinlock",
                     "%s was called for a spin lock that this thread holds already.", __func__);
    KeAcquireSpinLock(&spinlock->lock, &irql);
    spinlock->irql = irql;
    spinlock->owner = KeGetCurrentThread();
}

/* wdfsync/nf-wdfsync-wdfspinlockrelease. IRQL = DISPATCH_LEVEL. */
VOID WdfSpinLockRelease(PWDF_DRIVER_GLOBALS DriverGlobals, WDFSPINLOCK SpinLock)
{
    struct spinlock *spinlock = spinlock_from_handle(SpinLock);

    (void)DriverGlobals;
    FX_IRQL_OF(WdfSpinLockRelease);
    if (fx_peek(spinlock->owner) != KeGetCurrentThread())
        fx_violation(WDF_INVALID_LOCK_OPERATION, (ULONG64)SpinLock, 1, "WdfSpinlockRelease",
                     "%s was called for a spin lock that this thread does not hold.", __func__);
    spinlock->owner = NULL;
    KeReleaseSpinLock(&spinlock->lock, spinlock->irql);
}
