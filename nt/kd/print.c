/* SPDX-License-Identifier: MIT */
/* The debugger's log: one call of DbgPrint, one call of the machine. */
#include "nt/nt.h"
#include "nt/rtl/format.h"

enum { TEXT_MAX = 1024 /* a call's text; the documentation promises 512 bytes */ };

static ULONG log_text(const char *prefix, const char *format, va_list arguments)
{
    char text[TEXT_MAX];
    size_t at = prefix != NULL ? rtl_format(text, sizeof(text), "%s", prefix) : 0;
    if (at >= sizeof(text))
        at = sizeof(text) - 1;
    size_t length = at + rtl_vformat(text + at, sizeof(text) - at, format, arguments);
    if (length >= sizeof(text))
        length = sizeof(text) - 1;
    machine_log(text, length);
    return STATUS_SUCCESS;
}

/* wdm: DbgPrint. IRQL <= DIRQL; PASSIVE_LEVEL for Unicode conversions. */
ULONG __cdecl DbgPrint(PCSTR Format, ...)
{
    va_list arguments;
    va_start(arguments, Format);
    ULONG status = log_text(NULL, Format, arguments);
    va_end(arguments);
    return status;
}

/* wdm: DbgPrintEx. Every component and level is shown. */
ULONG __cdecl DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...)
{
    UNREFERENCED_PARAMETER(ComponentId);
    UNREFERENCED_PARAMETER(Level);
    va_list arguments;
    va_start(arguments, Format);
    ULONG status = log_text(NULL, Format, arguments);
    va_end(arguments);
    return status;
}

/* wdm: vDbgPrintEx. */
ULONG NTAPI vDbgPrintEx(ULONG ComponentId, ULONG Level, PCCH Format, va_list arglist)
{
    UNREFERENCED_PARAMETER(ComponentId);
    UNREFERENCED_PARAMETER(Level);
    return log_text(NULL, Format, arglist);
}

/* wdm: vDbgPrintExWithPrefix. */
ULONG NTAPI vDbgPrintExWithPrefix(PCCH Prefix, ULONG ComponentId, ULONG Level, PCCH Format, va_list arglist)
{
    UNREFERENCED_PARAMETER(ComponentId);
    UNREFERENCED_PARAMETER(Level);
    return log_text(Prefix, Format, arglist);
}

/* ntddk: DbgPrintReturnControlC. */
ULONG __cdecl DbgPrintReturnControlC(PCCH Format, ...)
{
    va_list arguments;
    va_start(arguments, Format);
    ULONG status = log_text(NULL, Format, arguments);
    va_end(arguments);
    return status;
}

/* wdm: DbgQueryDebugFilterState, DbgSetDebugFilterState. */
NTSTATUS NTAPI DbgQueryDebugFilterState(ULONG ComponentId, ULONG Level)
{
    UNREFERENCED_PARAMETER(ComponentId);
    UNREFERENCED_PARAMETER(Level);
    return TRUE;
}

NTSTATUS NTAPI DbgSetDebugFilterState(ULONG ComponentId, ULONG Level, BOOLEAN State)
{
    UNREFERENCED_PARAMETER(ComponentId);
    UNREFERENCED_PARAMETER(Level);
    UNREFERENCED_PARAMETER(State);
    return STATUS_SUCCESS;
}

/* wdm: DbgBreakPoint. As on a machine whose debugger is not there: a stop, with the caller's stack. */
VOID NTAPI DbgBreakPoint(VOID)
{
    nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_BREAKPOINT, (ULONG64)(uintptr_t)nt_caller(), 0, 0,
                NULL, NULL, "%s stopped at a breakpoint in its code (DbgBreakPoint).", nt_image_name(nt_caller()));
}

VOID NTAPI DbgBreakPointWithStatus(ULONG Status)
{
    nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_BREAKPOINT, (ULONG64)(uintptr_t)nt_caller(), Status,
                0, NULL, NULL, "%s stopped at a breakpoint in its code (DbgBreakPointWithStatus %u).",
                nt_image_name(nt_caller()), (unsigned)Status);
}

/* ntddk: KdRefreshDebuggerNotPresent. */
BOOLEAN NTAPI KdRefreshDebuggerNotPresent(VOID)
{
    return TRUE;
}

NTSTATUS NTAPI KdDisableDebugger(VOID)
{
    return STATUS_DEBUGGER_INACTIVE;
}

NTSTATUS NTAPI KdEnableDebugger(VOID)
{
    return STATUS_DEBUGGER_INACTIVE;
}

#undef KdDebuggerEnabled
#undef KdDebuggerNotPresent
BOOLEAN KdDebuggerEnabled = FALSE, KdDebuggerNotPresent = TRUE;

/* ntddk: RtlAssert: what ASSERT and ASSERTMSG of a checked build call. Here a failed assertion stops the machine. */
VOID NTAPI RtlAssert(PVOID FailedAssertion, PVOID FileName, ULONG LineNumber, PSTR Message)
{
    static const char paged_code[] = "PAGED_CODE";
    const void *caller = nt_caller();
    bool level = strncmp(FailedAssertion, paged_code, sizeof(paged_code) - 1) == 0;
    nt_bugcheck(KMODE_EXCEPTION_NOT_HANDLED, (ULONG64)(ULONG)STATUS_ASSERTION_FAILURE, (ULONG64)(uintptr_t)caller, 0, 0,
                level ? "WrongIrql" : NULL, NULL, "An assertion of %s does not hold: %s%s%s (%s, line %u).",
                nt_image_name(caller), (const char *)FailedAssertion, Message != NULL ? ": " : "",
                Message != NULL ? Message : "", (const char *)FileName, (unsigned)LineNumber);
}
