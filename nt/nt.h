/* SPDX-License-Identifier: MIT */
/*
 * The common prelude of ntoskrnl.exe: the public DDK headers turned into definitions, the machine's
 * calls, assertions, points. Every file of nt/ includes this first.
 *
 * mingw's headers inline what needs a privileged instruction (cr8, gs) or the shared user data page;
 * here these names are functions of ours, so the header's versions are renamed out of the way.
 */
#ifndef KMDOCK_NT_NT_H
#define KMDOCK_NT_NT_H

#ifndef _NTOSKRNL_
#define _NTOSKRNL_
#endif
#ifndef _NTSYSTEM_
#define _NTSYSTEM_
#endif

#ifndef _NTHALDLL_
#define _NTHALDLL_
#endif

#define KeGetCurrentIrql            mingw_KeGetCurrentIrql
#define KeLowerIrql                 mingw_KeLowerIrql
#define KfRaiseIrql                 mingw_KfRaiseIrql
#define KeRaiseIrqlToDpcLevel       mingw_KeRaiseIrqlToDpcLevel
#define KeRaiseIrqlToSynchLevel     mingw_KeRaiseIrqlToSynchLevel
#define KeGetCurrentThread          mingw_KeGetCurrentThread
#define KeGetCurrentProcessorNumber mingw_KeGetCurrentProcessorNumber
#define KeGetPcr                    mingw_KeGetPcr
#define KeInitializeSpinLock        mingw_KeInitializeSpinLock
#define PsGetCurrentThread          mingw_PsGetCurrentThread
#include <ntifs.h>
#undef KeGetCurrentIrql
#undef KeLowerIrql
#undef KfRaiseIrql
#undef KeRaiseIrqlToDpcLevel
#undef KeRaiseIrqlToSynchLevel
#undef KeGetCurrentThread
#undef KeGetCurrentProcessorNumber
#undef KeGetPcr
#undef KeInitializeSpinLock
#undef PsGetCurrentThread
#undef KeQueryInterruptTime
#undef KeQuerySystemTime
#undef KeQueryTickCount
#undef YieldProcessor
#undef PsGetCurrentProcess
#undef ZwCurrentProcess
#undef KeRaiseIrql
#undef KeFlushIoBuffers
#undef RtlIsNtDdiVersionAvailable
#undef RtlIsServicePackVersionInstalled
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "machine/guest.h"
#include "nt/missing_in_mingw.h"

#define nt_likely(x)   __builtin_expect(!!(x), 1)
#define nt_unlikely(x) __builtin_expect(!!(x), 0)
#define nt_caller()    __builtin_return_address(0)
#define nt_countof(a)  (sizeof(a) / sizeof((a)[0]))

/* What mingw's headers inline, as functions (nt/ke). */
KIRQL NTAPI KeGetCurrentIrql(VOID);
VOID NTAPI KeLowerIrql(KIRQL NewIrql);
KIRQL NTAPI KfRaiseIrql(KIRQL NewIrql);
KIRQL NTAPI KeRaiseIrqlToDpcLevel(VOID);
KIRQL NTAPI KeRaiseIrqlToSynchLevel(VOID);
VOID NTAPI KeRaiseIrql(KIRQL NewIrql, PKIRQL OldIrql);
VOID NTAPI KeInitializeSpinLock(PKSPIN_LOCK SpinLock);
ULONG NTAPI KeGetCurrentProcessorNumber(VOID);
PKTHREAD NTAPI KeGetCurrentThread(VOID);
PETHREAD NTAPI PsGetCurrentThread(VOID);
PEPROCESS NTAPI PsGetCurrentProcess(VOID);
ULONG64 NTAPI KeQueryInterruptTime(VOID);
VOID NTAPI KeQuerySystemTime(PLARGE_INTEGER CurrentTime);
VOID NTAPI KeQueryTickCount(PLARGE_INTEGER CurrentCount);

/* The machine's page; set first of all in NtKernelMain. */
extern struct machine_page *nt_page;

static inline KIRQL nt_irql(void)
{
    return nt_page->irql;
}

/* -- points ---------------------------------------------------------------------------------- */

void nt_point_told(uint32_t kind, const void *object);

/* Another context may run here. In a live run this is one test. */
static inline void nt_point(uint32_t kind, const void *object)
{
    if (nt_unlikely(nt_page->flags & (MACHINE_EXPLORE | MACHINE_ATTENTION)))
        nt_point_told(kind, object);
}

/* Where the documentation says "may": a number below n, 0 in a live run. */
static inline uint32_t nt_choose(uint32_t n, uint32_t what)
{
    return nt_unlikely(nt_page->flags & MACHINE_EXPLORE) ? machine_choose(n, what) : 0;
}

/* One event of the trace; see machine_event. */
static inline void nt_event(uint32_t kind, const void *object, uint64_t a, uint64_t b)
{
    if (nt_unlikely(nt_page->flags & MACHINE_EXPLORE))
        machine_event(kind, object, a, b);
}

/* -- when something is wrong ------------------------------------------------------------------- */

/* Stops the machine: code and parameters, the rule's name or NULL, the object it is about or NULL, and a sentence
 * (rtl/format.h says which conversions it knows). Any IRQL. */
__attribute__((noreturn, format(ms_printf, 8, 9))) void nt_bugcheck(ULONG code, ULONG64 p1, ULONG64 p2, ULONG64 p3,
                                                                    ULONG64 p4, const char *rule, const void *object,
                                                                    const char *sentence, ...);
/* A defect that does not stop the machine. `stack` from machine_stack_save, or 0. */
__attribute__((format(ms_printf, 3, 4))) void nt_report(const char *rule, uint32_t stack, const char *sentence, ...);
/* A line in the driver's log that starts with "nt: ". */
__attribute__((format(ms_printf, 1, 2))) void nt_log(const char *format, ...);
/* "echo.sys", "ntoskrnl.exe", or "?"; lives until the image is unloaded. */
const char *nt_image_name(const void *address);
/* The image that an address lies in, or NULL; the record is good until the next call. */
const struct machine_image *nt_image_of(const void *address);
/* To be called with an image's base before machine_image_unload. */
void nt_image_forget(const void *base);
/* nt_bugcheck with a sentence that is not a format, which may be NULL. */
__attribute__((noreturn)) void nt_bugcheck_plain(ULONG code, ULONG64 p1, ULONG64 p2, ULONG64 p3, ULONG64 p4,
                                                 const char *rule, const char *sentence);
/* Is it the address of a generated stub? Drivers that look a routine up are told that it is not there. */
bool nt_is_missing(const void *address);
/* What a DDI that is not there yet does: a bug check that names it and its caller. */
__attribute__((noreturn)) void nt_missing(const char *function, const void *caller);

__attribute__((noreturn)) void nt_assert_failed(const char *expression, const char *sentence, const char *file,
                                                int line);
/* What must hold inside nt/ itself; on in every build. The sentence says what it means that it does not. */
#define nt_assert(expression, sentence)                                                                                \
    do {                                                                                                               \
        if (nt_unlikely(!(expression)))                                                                                \
            nt_assert_failed(#expression, sentence, __FILE_NAME__, __LINE__);                                          \
    } while (0)

__attribute__((noreturn)) void nt_irql_wrong(const char *function, KIRQL max, const void *caller);
/* Bug check with rule WrongIrql if the level is above `max`, naming the calling function and its caller. */
#define nt_irql_at_most(max)                                                                                           \
    do {                                                                                                               \
        if (nt_unlikely(nt_page->irql > (max)))                                                                        \
            nt_irql_wrong(__func__, (max), nt_caller());                                                               \
    } while (0)

__attribute__((noreturn)) void nt_null_argument(const char *function, const char *argument, const void *caller);
/* A required pointer is NULL: on Windows an access violation in the kernel; here a sentence. */
#define nt_argument(pointer)                                                                                           \
    do {                                                                                                               \
        if (nt_unlikely((pointer) == NULL))                                                                            \
            nt_null_argument(__func__, #pointer, nt_caller());                                                         \
    } while (0)

#endif
