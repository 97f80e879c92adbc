/* SPDX-License-Identifier: MIT */
/* A test driver's checks: one that fails is printed with file and line, and DriverEntry fails in the end. */
#ifndef NTTEST_CHECK_H
#define NTTEST_CHECK_H

#include <ntifs.h>
#include <stdarg.h>
#include <stdbool.h>

extern ULONG checks_run, checks_failed;
void check_failed(const char *what, const char *file, int line);

#define CHECK(condition)                                                                                               \
    do {                                                                                                               \
        checks_run++;                                                                                                  \
        if (!(condition))                                                                                              \
            check_failed(#condition, __FILE_NAME__, __LINE__);                                                         \
    } while (0)
#define CHECK_STATUS(expression, wanted)                                                                               \
    do {                                                                                                               \
        NTSTATUS is_ = (expression);                                                                                   \
        checks_run++;                                                                                                  \
        if (is_ != (wanted)) {                                                                                         \
            DbgPrint("status 0x%08X: ", is_);                                                                          \
            check_failed(#expression " is " #wanted, __FILE_NAME__, __LINE__);                                         \
        }                                                                                                              \
    } while (0)

void test_rtl(void);
void test_ke(void);
void test_ex(void);
void test_cm(void);
void test_ob(void);
void bench(void);

/* What mingw's headers lack or inline with privileged instructions. */
#define KeGetCurrentIrql      get_irql
#define KeLowerIrql           lower_irql
#define KeRaiseIrqlToDpcLevel raise_to_dpc
#define KeGetCurrentThread    current_thread
KIRQL get_irql(VOID) __asm__("KeGetCurrentIrql");
VOID lower_irql(KIRQL irql) __asm__("KeLowerIrql");
KIRQL raise_to_dpc(VOID) __asm__("KeRaiseIrqlToDpcLevel");
PKTHREAD current_thread(VOID) __asm__("KeGetCurrentThread");
int _vsnprintf(char *to, size_t room, const char *format, va_list arguments);
int _snprintf(char *to, size_t room, const char *format, ...);
int _snwprintf(WCHAR *to, size_t room, const WCHAR *format, ...);
PVOID NTAPI ExAllocatePool2(ULONG64 Flags, SIZE_T NumberOfBytes, ULONG Tag);
enum { NON_PAGED = 0x40, UNINITIALIZED = 0x2, PAGED = 0x100 };

#endif
