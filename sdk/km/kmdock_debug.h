/* SPDX-License-Identifier: MIT */
/* kmdock_debug.h: PAGED_CODE and the assertions, which in a debug build (DBG=1) say file and line before they fail. */
#ifndef KMDOCK_DEBUG_H
#define KMDOCK_DEBUG_H

/* mingw's assigns the parameter to itself, which a const one does not allow. */
#undef UNREFERENCED_PARAMETER
#undef DBG_UNREFERENCED_PARAMETER
#undef DBG_UNREFERENCED_LOCAL_VARIABLE
#define UNREFERENCED_PARAMETER(P)          ((void)(P))
#define DBG_UNREFERENCED_PARAMETER(P)      ((void)(P))
#define DBG_UNREFERENCED_LOCAL_VARIABLE(V) ((void)(V))

#undef C_ASSERT
#ifdef __cplusplus
#define C_ASSERT(Expression) static_assert(Expression, #Expression)
#else
#define C_ASSERT(Expression) _Static_assert(Expression, #Expression)
#endif

#undef PAGED_CODE
#undef PAGED_ASSERT
#undef NT_ASSERT
#undef NT_ASSERTMSG
#undef NT_ASSERTMSGW
#undef NT_VERIFY
#undef NT_VERIFYMSG
#undef NT_VERIFYMSGW

#if DBG

#ifdef __cplusplus
extern "C" {
#endif

/* Code that may be paged out is entered above APC_LEVEL. wdm/nf-wdm-paged_code */
static __inline__ __attribute__((__unused__)) VOID kmdock_paged_code_failed(const CHAR *file, ULONG line)
{
    DbgPrint("%s(%lu): pageable code entered at IRQL %u, above APC_LEVEL\n", file, line, (ULONG)KeGetCurrentIrql());
    RtlAssert((PVOID) "PAGED_CODE: IRQL <= APC_LEVEL", (PVOID)file, line, NULL);
}

#ifdef __cplusplus
}
#endif

/* A block, because some drivers write no semicolon after it. */
#define PAGED_CODE()                                                                                                   \
    {                                                                                                                  \
        if (KeGetCurrentIrql() > APC_LEVEL) {                                                                          \
            kmdock_paged_code_failed(__FILE__, __LINE__);                                                              \
        }                                                                                                              \
    }

#define KMDOCK_ASSERT(Text, Message, Expression)                                                                       \
    ((Expression) ? TRUE : (RtlAssert((PVOID)Text, (PVOID)__FILE__, __LINE__, (PCHAR)Message), FALSE))

#define NT_ASSERT(Expression)              ((void)KMDOCK_ASSERT(#Expression, NULL, Expression))
#define NT_ASSERTMSG(Message, Expression)  ((void)KMDOCK_ASSERT(#Expression, Message, Expression))
#define NT_ASSERTMSGW(Message, Expression) ((void)KMDOCK_ASSERT(#Expression, NULL, Expression))
#define NT_VERIFY(Expression)              KMDOCK_ASSERT(#Expression, NULL, Expression)
#define NT_VERIFYMSG(Message, Expression)  KMDOCK_ASSERT(#Expression, Message, Expression)
#define NT_VERIFYMSGW(Message, Expression) KMDOCK_ASSERT(#Expression, NULL, Expression)

#else

#define PAGED_CODE()                       ((void)0)
#define NT_ASSERT(Expression)              ((void)0)
#define NT_ASSERTMSG(Message, Expression)  ((void)0)
#define NT_ASSERTMSGW(Message, Expression) ((void)0)
#define NT_VERIFY(Expression)              ((Expression) ? TRUE : FALSE)
#define NT_VERIFYMSG(Message, Expression)  ((Expression) ? TRUE : FALSE)
#define NT_VERIFYMSGW(Message, Expression) ((Expression) ? TRUE : FALSE)

#endif

#define PAGED_ASSERT(Expression) NT_ASSERT(Expression)
#ifndef PAGED_CODE_SEG
#define PAGED_CODE_SEG
#endif
#ifndef INIT_CODE_SEG
#define INIT_CODE_SEG
#endif

/* Microsoft's headers give C sources these two. */
#if !defined(NOMINMAX) && !defined(__cplusplus)
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#endif

#endif
