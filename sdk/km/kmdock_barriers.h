/* SPDX-License-Identifier: MIT */
/*
 * kmdock_barriers.h: memory barriers and ordered accesses of <wdm.h> and <winnt.h>, which mingw-w64 has not for x64.
 * By the compiler's atomic builtins, which -fsanitize=thread sees. https://learn.microsoft.com/windows-hardware/drivers/
 * ddi/wdm/nf-wdm-kememorybarrier; any IRQL.
 */
#ifndef KMDOCK_BARRIERS_H
#define KMDOCK_BARRIERS_H

#undef MemoryBarrier
#define MemoryBarrier()               __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define KeMemoryBarrier()             __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define KeMemoryBarrierWithoutFence() __atomic_signal_fence(__ATOMIC_SEQ_CST)

/* Read and Write in three strengths; the types are those of the names. */
#define KMDOCK_ORDERED(Name, Type)                                                                                     \
    FORCEINLINE Type Read##Name##Acquire(const volatile Type *source)                                                  \
    {                                                                                                                  \
        return __atomic_load_n(source, __ATOMIC_ACQUIRE);                                                              \
    }                                                                                                                  \
    FORCEINLINE Type Read##Name##NoFence(const volatile Type *source)                                                  \
    {                                                                                                                  \
        return __atomic_load_n(source, __ATOMIC_RELAXED);                                                              \
    }                                                                                                                  \
    FORCEINLINE Type Read##Name##Raw(const volatile Type *source)                                                      \
    {                                                                                                                  \
        return __atomic_load_n(source, __ATOMIC_RELAXED);                                                              \
    }                                                                                                                  \
    FORCEINLINE VOID Write##Name##Release(volatile Type *destination, Type value)                                      \
    {                                                                                                                  \
        __atomic_store_n(destination, value, __ATOMIC_RELEASE);                                                        \
    }                                                                                                                  \
    FORCEINLINE VOID Write##Name##NoFence(volatile Type *destination, Type value)                                      \
    {                                                                                                                  \
        __atomic_store_n(destination, value, __ATOMIC_RELAXED);                                                        \
    }                                                                                                                  \
    FORCEINLINE VOID Write##Name##Raw(volatile Type *destination, Type value)                                          \
    {                                                                                                                  \
        __atomic_store_n(destination, value, __ATOMIC_RELAXED);                                                        \
    }

#ifdef __cplusplus
extern "C" {
#endif

KMDOCK_ORDERED(, LONG)
KMDOCK_ORDERED(8, CHAR)
KMDOCK_ORDERED(16, SHORT)
KMDOCK_ORDERED(64, LONG64)
KMDOCK_ORDERED(UChar, UCHAR)
KMDOCK_ORDERED(UShort, USHORT)
KMDOCK_ORDERED(ULong, ULONG)
KMDOCK_ORDERED(ULong64, ULONG64)

FORCEINLINE PVOID ReadPointerAcquire(PVOID const volatile *source)
{
    return __atomic_load_n(source, __ATOMIC_ACQUIRE);
}

FORCEINLINE PVOID ReadPointerNoFence(PVOID const volatile *source)
{
    return __atomic_load_n(source, __ATOMIC_RELAXED);
}

FORCEINLINE VOID WritePointerRelease(PVOID volatile *destination, PVOID value)
{
    __atomic_store_n(destination, value, __ATOMIC_RELEASE);
}

FORCEINLINE VOID WritePointerNoFence(PVOID volatile *destination, PVOID value)
{
    __atomic_store_n(destination, value, __ATOMIC_RELAXED);
}

#ifdef __cplusplus
}
#endif

#endif
