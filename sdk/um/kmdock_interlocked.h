/* SPDX-License-Identifier: MIT */
/* Interlocked operations, all sequentially consistent:
 * https://learn.microsoft.com/windows/win32/sync/interlocked-variable-access */
#ifndef KMDOCK_INTERLOCKED_H
#define KMDOCK_INTERLOCKED_H

static inline LONG InterlockedIncrement(volatile LONG *target)
{
    return __atomic_add_fetch(target, 1, __ATOMIC_SEQ_CST);
}
static inline LONG InterlockedDecrement(volatile LONG *target)
{
    return __atomic_sub_fetch(target, 1, __ATOMIC_SEQ_CST);
}
static inline LONG InterlockedExchange(volatile LONG *target, LONG value)
{
    return __atomic_exchange_n(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG InterlockedCompareExchange(volatile LONG *target, LONG value, LONG expected)
{
    __atomic_compare_exchange_n(target, &expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return expected;
}
static inline LONG InterlockedExchangeAdd(volatile LONG *target, LONG value)
{
    return __atomic_fetch_add(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG InterlockedAdd(volatile LONG *target, LONG value)
{
    return __atomic_add_fetch(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG InterlockedAnd(volatile LONG *target, LONG value)
{
    return __atomic_fetch_and(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG InterlockedOr(volatile LONG *target, LONG value)
{
    return __atomic_fetch_or(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG InterlockedXor(volatile LONG *target, LONG value)
{
    return __atomic_fetch_xor(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG64 InterlockedIncrement64(volatile LONG64 *target)
{
    return __atomic_add_fetch(target, 1, __ATOMIC_SEQ_CST);
}
static inline LONG64 InterlockedDecrement64(volatile LONG64 *target)
{
    return __atomic_sub_fetch(target, 1, __ATOMIC_SEQ_CST);
}
static inline LONG64 InterlockedExchange64(volatile LONG64 *target, LONG64 value)
{
    return __atomic_exchange_n(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG64 InterlockedCompareExchange64(volatile LONG64 *target, LONG64 value, LONG64 expected)
{
    __atomic_compare_exchange_n(target, &expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return expected;
}
static inline LONG64 InterlockedExchangeAdd64(volatile LONG64 *target, LONG64 value)
{
    return __atomic_fetch_add(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG64 InterlockedAdd64(volatile LONG64 *target, LONG64 value)
{
    return __atomic_add_fetch(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG64 InterlockedAnd64(volatile LONG64 *target, LONG64 value)
{
    return __atomic_fetch_and(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG64 InterlockedOr64(volatile LONG64 *target, LONG64 value)
{
    return __atomic_fetch_or(target, value, __ATOMIC_SEQ_CST);
}
static inline LONG64 InterlockedXor64(volatile LONG64 *target, LONG64 value)
{
    return __atomic_fetch_xor(target, value, __ATOMIC_SEQ_CST);
}
static inline SHORT InterlockedIncrement16(volatile SHORT *target)
{
    return __atomic_add_fetch(target, 1, __ATOMIC_SEQ_CST);
}
static inline SHORT InterlockedDecrement16(volatile SHORT *target)
{
    return __atomic_sub_fetch(target, 1, __ATOMIC_SEQ_CST);
}
static inline SHORT InterlockedExchange16(volatile SHORT *target, SHORT value)
{
    return __atomic_exchange_n(target, value, __ATOMIC_SEQ_CST);
}
static inline SHORT InterlockedCompareExchange16(volatile SHORT *target, SHORT value, SHORT expected)
{
    __atomic_compare_exchange_n(target, &expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return expected;
}
static inline SHORT InterlockedAnd16(volatile SHORT *target, SHORT value)
{
    return __atomic_fetch_and(target, value, __ATOMIC_SEQ_CST);
}
static inline SHORT InterlockedOr16(volatile SHORT *target, SHORT value)
{
    return __atomic_fetch_or(target, value, __ATOMIC_SEQ_CST);
}
static inline SHORT InterlockedXor16(volatile SHORT *target, SHORT value)
{
    return __atomic_fetch_xor(target, value, __ATOMIC_SEQ_CST);
}
static inline PVOID InterlockedExchangePointer(PVOID volatile *target, PVOID value)
{
    return __atomic_exchange_n(target, value, __ATOMIC_SEQ_CST);
}
static inline PVOID InterlockedCompareExchangePointer(PVOID volatile *target, PVOID value, PVOID expected)
{
    __atomic_compare_exchange_n(target, &expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return expected;
}
static inline BOOLEAN InterlockedBitTestAndSet(volatile LONG *base, LONG bit)
{
    return (BOOLEAN)((__atomic_fetch_or(base + bit / 32, (LONG)(1u << bit % 32), __ATOMIC_SEQ_CST) >> bit % 32) & 1);
}
static inline BOOLEAN InterlockedBitTestAndReset(volatile LONG *base, LONG bit)
{
    return (BOOLEAN)((__atomic_fetch_and(base + bit / 32, (LONG) ~(1u << bit % 32), __ATOMIC_SEQ_CST) >> bit % 32) & 1);
}
#define InterlockedIncrementAcquire       InterlockedIncrement
#define InterlockedIncrementRelease       InterlockedIncrement
#define InterlockedIncrementNoFence       InterlockedIncrement
#define InterlockedDecrementAcquire       InterlockedDecrement
#define InterlockedDecrementRelease       InterlockedDecrement
#define InterlockedDecrementNoFence       InterlockedDecrement
#define InterlockedExchangeAcquire        InterlockedExchange
#define InterlockedExchangeRelease        InterlockedExchange
#define InterlockedExchangeNoFence        InterlockedExchange
#define InterlockedCompareExchangeAcquire InterlockedCompareExchange
#define InterlockedCompareExchangeRelease InterlockedCompareExchange
#define InterlockedCompareExchangeNoFence InterlockedCompareExchange
#define InterlockedExchangeAddAcquire     InterlockedExchangeAdd
#define InterlockedExchangeAddRelease     InterlockedExchangeAdd
#define InterlockedExchangeAddNoFence     InterlockedExchangeAdd
#define InterlockedAndAcquire             InterlockedAnd
#define InterlockedAndRelease             InterlockedAnd
#define InterlockedAndNoFence             InterlockedAnd
#define InterlockedOrAcquire              InterlockedOr
#define InterlockedOrRelease              InterlockedOr
#define InterlockedOrNoFence              InterlockedOr
#define InterlockedXorAcquire             InterlockedXor
#define InterlockedXorRelease             InterlockedXor
#define InterlockedXorNoFence             InterlockedXor

#endif
