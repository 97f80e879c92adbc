/* SPDX-License-Identifier: MIT */
/* wdfsync.h: the sync interface. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFSYNC_H
#define KMDOCK_WDFSYNC_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

/* IRQL <= DISPATCH_LEVEL. wdfsync/nf-wdfsync-wdfobjectacquirelock */
typedef VOID (*PFN_WDFOBJECTACQUIRELOCK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFOBJECT Object);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfObjectAcquireLock(_In_ WDFOBJECT Object)
{
    WDF_CALL(PFN_WDFOBJECTACQUIRELOCK, WdfObjectAcquireLock)(WdfDriverGlobals, Object);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfsync/nf-wdfsync-wdfobjectreleaselock */
typedef VOID (*PFN_WDFOBJECTRELEASELOCK)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFOBJECT Object);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfObjectReleaseLock(_In_ WDFOBJECT Object)
{
    WDF_CALL(PFN_WDFOBJECTRELEASELOCK, WdfObjectReleaseLock)(WdfDriverGlobals, Object);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfsync/nf-wdfsync-wdfwaitlockcreate */
typedef NTSTATUS (*PFN_WDFWAITLOCKCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES LockAttributes, _Out_ WDFWAITLOCK *Lock);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfWaitLockCreate(_In_opt_ PWDF_OBJECT_ATTRIBUTES LockAttributes, _Out_ WDFWAITLOCK *Lock)
{
    return WDF_CALL(PFN_WDFWAITLOCKCREATE, WdfWaitLockCreate)(WdfDriverGlobals, LockAttributes, Lock);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfsync/nf-wdfsync-wdfwaitlockacquire */
typedef NTSTATUS (*PFN_WDFWAITLOCKACQUIRE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFWAITLOCK Lock,
    _In_opt_ PLONGLONG Timeout);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE NTSTATUS WdfWaitLockAcquire(_In_ WDFWAITLOCK Lock, _In_opt_ PLONGLONG Timeout)
{
    return WDF_CALL(PFN_WDFWAITLOCKACQUIRE, WdfWaitLockAcquire)(WdfDriverGlobals, Lock, Timeout);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfsync/nf-wdfsync-wdfwaitlockrelease */
typedef VOID (*PFN_WDFWAITLOCKRELEASE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFWAITLOCK Lock);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfWaitLockRelease(_In_ WDFWAITLOCK Lock)
{
    WDF_CALL(PFN_WDFWAITLOCKRELEASE, WdfWaitLockRelease)(WdfDriverGlobals, Lock);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfsync/nf-wdfsync-wdfspinlockcreate */
typedef NTSTATUS (*PFN_WDFSPINLOCKCREATE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals,
    _In_opt_ PWDF_OBJECT_ATTRIBUTES SpinLockAttributes, _Out_ WDFSPINLOCK *SpinLock);
#ifndef KMDOCK_WDF_IMPLEMENTATION
_Must_inspect_result_
WDF_INLINE NTSTATUS WdfSpinLockCreate(_In_opt_ PWDF_OBJECT_ATTRIBUTES SpinLockAttributes, _Out_ WDFSPINLOCK *SpinLock)
{
    return WDF_CALL(PFN_WDFSPINLOCKCREATE, WdfSpinLockCreate)(WdfDriverGlobals, SpinLockAttributes, SpinLock);
}
#endif

/* IRQL <= DISPATCH_LEVEL. wdfsync/nf-wdfsync-wdfspinlockacquire */
typedef VOID (*PFN_WDFSPINLOCKACQUIRE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFSPINLOCK SpinLock);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfSpinLockAcquire(_In_ WDFSPINLOCK SpinLock)
{
    WDF_CALL(PFN_WDFSPINLOCKACQUIRE, WdfSpinLockAcquire)(WdfDriverGlobals, SpinLock);
}
#endif

/* IRQL = DISPATCH_LEVEL. wdfsync/nf-wdfsync-wdfspinlockrelease */
typedef VOID (*PFN_WDFSPINLOCKRELEASE)(_In_ PWDF_DRIVER_GLOBALS DriverGlobals, _In_ WDFSPINLOCK SpinLock);
#ifndef KMDOCK_WDF_IMPLEMENTATION
WDF_INLINE VOID WdfSpinLockRelease(_In_ WDFSPINLOCK SpinLock)
{
    WDF_CALL(PFN_WDFSPINLOCKRELEASE, WdfSpinLockRelease)(WdfDriverGlobals, SpinLock);
}
#endif

#ifdef __cplusplus
}
#endif

#endif
