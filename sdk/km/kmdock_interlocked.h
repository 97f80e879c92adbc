/* SPDX-License-Identifier: MIT */
/*
 * kmdock_interlocked.h: the bit operations of intrin.h in C. mingw-w64 has them in assembler, which thread
 * instrumentation (-fsanitize=thread) cannot see; the compiler's atomic builtins it sees. A bit offset counts from the
 * first word on and may lie in a later one, as with the processor's own instructions.
 */
#ifndef KMDOCK_INTERLOCKED_H
#define KMDOCK_INTERLOCKED_H

#ifdef __cplusplus
extern "C" {
#endif

#define KMDOCK_BIT_OPERATIONS(Type, Unsigned, Shift, Suffix)                                                           \
    FORCEINLINE UCHAR kmdock_bit_test##Suffix(const volatile Type *base, Type bit)                                     \
    {                                                                                                                  \
        return (UCHAR)(((Unsigned)base[bit >> Shift] >> (bit & ((1 << Shift) - 1))) & 1);                              \
    }                                                                                                                  \
    FORCEINLINE UCHAR kmdock_bit_set##Suffix(volatile Type *base, Type bit)                                            \
    {                                                                                                                  \
        UCHAR old = kmdock_bit_test##Suffix(base, bit);                                                                \
        base[bit >> Shift] |= (Type)((Unsigned)1 << (bit & ((1 << Shift) - 1)));                                       \
        return old;                                                                                                    \
    }                                                                                                                  \
    FORCEINLINE UCHAR kmdock_bit_reset##Suffix(volatile Type *base, Type bit)                                          \
    {                                                                                                                  \
        UCHAR old = kmdock_bit_test##Suffix(base, bit);                                                                \
        base[bit >> Shift] &= ~(Type)((Unsigned)1 << (bit & ((1 << Shift) - 1)));                                      \
        return old;                                                                                                    \
    }                                                                                                                  \
    FORCEINLINE UCHAR kmdock_bit_complement##Suffix(volatile Type *base, Type bit)                                     \
    {                                                                                                                  \
        UCHAR old = kmdock_bit_test##Suffix(base, bit);                                                                \
        base[bit >> Shift] ^= (Type)((Unsigned)1 << (bit & ((1 << Shift) - 1)));                                       \
        return old;                                                                                                    \
    }                                                                                                                  \
    FORCEINLINE UCHAR kmdock_interlocked_set##Suffix(volatile Type *base, Type bit)                                    \
    {                                                                                                                  \
        Type mask = (Type)((Unsigned)1 << (bit & ((1 << Shift) - 1)));                                                 \
        return (__atomic_fetch_or(&base[bit >> Shift], mask, __ATOMIC_SEQ_CST) & mask) != 0;                           \
    }                                                                                                                  \
    FORCEINLINE UCHAR kmdock_interlocked_reset##Suffix(volatile Type *base, Type bit)                                  \
    {                                                                                                                  \
        Type mask = (Type)((Unsigned)1 << (bit & ((1 << Shift) - 1)));                                                 \
        return (__atomic_fetch_and(&base[bit >> Shift], ~mask, __ATOMIC_SEQ_CST) & mask) != 0;                         \
    }                                                                                                                  \
    FORCEINLINE UCHAR kmdock_interlocked_complement##Suffix(volatile Type *base, Type bit)                             \
    {                                                                                                                  \
        Type mask = (Type)((Unsigned)1 << (bit & ((1 << Shift) - 1)));                                                 \
        return (__atomic_fetch_xor(&base[bit >> Shift], mask, __ATOMIC_SEQ_CST) & mask) != 0;                          \
    }

KMDOCK_BIT_OPERATIONS(LONG, ULONG, 5, )
KMDOCK_BIT_OPERATIONS(LONG64, ULONG64, 6, 64)

#undef BitTest
#undef BitTestAndSet
#undef BitTestAndReset
#undef BitTestAndComplement
#undef InterlockedBitTestAndSet
#undef InterlockedBitTestAndReset
#undef InterlockedBitTestAndComplement
#define BitTest                         kmdock_bit_test
#define BitTestAndSet                   kmdock_bit_set
#define BitTestAndReset                 kmdock_bit_reset
#define BitTestAndComplement            kmdock_bit_complement
#define InterlockedBitTestAndSet        kmdock_interlocked_set
#define InterlockedBitTestAndReset      kmdock_interlocked_reset
#define InterlockedBitTestAndComplement kmdock_interlocked_complement

#undef BitTest64
#undef BitTestAndSet64
#undef BitTestAndReset64
#undef BitTestAndComplement64
#undef InterlockedBitTestAndSet64
#undef InterlockedBitTestAndReset64
#undef InterlockedBitTestAndComplement64
#define BitTest64                          kmdock_bit_test64
#define BitTestAndSet64                    kmdock_bit_set64
#define BitTestAndReset64                  kmdock_bit_reset64
#define BitTestAndComplement64             kmdock_bit_complement64
#define InterlockedBitTestAndSet64         kmdock_interlocked_set64
#define InterlockedBitTestAndReset64       kmdock_interlocked_reset64
#define InterlockedBitTestAndComplement64  kmdock_interlocked_complement64

#define _bittest                           kmdock_bit_test
#define _bittestandset                     kmdock_bit_set
#define _bittestandreset                   kmdock_bit_reset
#define _bittestandcomplement              kmdock_bit_complement
#define _interlockedbittestandset          kmdock_interlocked_set
#define _interlockedbittestandreset        kmdock_interlocked_reset
#define _interlockedbittestandcomplement   kmdock_interlocked_complement
#define _bittest64                         kmdock_bit_test64
#define _bittestandset64                   kmdock_bit_set64
#define _bittestandreset64                 kmdock_bit_reset64
#define _bittestandcomplement64            kmdock_bit_complement64
#define _interlockedbittestandset64        kmdock_interlocked_set64
#define _interlockedbittestandreset64      kmdock_interlocked_reset64
#define _interlockedbittestandcomplement64 kmdock_interlocked_complement64

#ifdef __cplusplus
}
#endif

#endif
