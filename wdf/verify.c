/* SPDX-License-Identifier: MIT */
/* How a driver is told that it broke a rule, and the memory of the framework. */
#include "wdf/object.h"
#include <stdarg.h>

const KMDOCK_SERVICES *fx_services;

void fx_start(void)
{
    UNICODE_STRING name = RTL_CONSTANT_STRING(L"KmdockServices");
    const KMDOCK_SERVICES *services = MmGetSystemRoutineAddress(&name);

    if (services && services->Size >= sizeof *services)
        fx_services = services;
    object_deletions_start();
}

void fx_globals_init(struct fx_globals *globals)
{
    FX_ASSERT(globals != NULL);
    globals->allocate_fail_count = FX_ALLOCATIONS_NO_LIMIT;
    KeInitializeSpinLock(&globals->objects_lock);
    InitializeListHead(&globals->objects);
}

/* -- sentences -------------------------------------------------------------------------------- */

struct text {
    CHAR *to;
    ULONG bytes;
    ULONG used;
};

static void text_put(struct text *text, CHAR c)
{
    if (text->used + 1 < text->bytes)
        text->to[text->used++] = c;
}

static void text_number(struct text *text, ULONG64 value, ULONG base)
{
    CHAR digits[20];
    ULONG count = 0;

    FX_ASSERT(base == 10 || base == 16);
    do {
        digits[count++] = "0123456789abcdef"[value % base];
        value /= base;
    } while (value);
    while (count)
        text_put(text, digits[--count]);
}

static void text_argument(struct text *text, CHAR kind, BOOLEAN wide, va_list *arguments)
{
    const CHAR *string;
    LONG64 value;

    switch (kind) {
    case 's':
        for (string = va_arg(*arguments, const CHAR *); string && *string; string++)
            text_put(text, *string);
        break;
    case 'd':
        value = wide ? va_arg(*arguments, LONG64) : va_arg(*arguments, LONG);
        if (value < 0)
            text_put(text, '-');
        text_number(text, value < 0 ? 0 - (ULONG64)value : (ULONG64)value, 10);
        break;
    case 'u':
        text_number(text, wide ? va_arg(*arguments, ULONG64) : va_arg(*arguments, ULONG), 10);
        break;
    case 'x':
        text_number(text, wide ? va_arg(*arguments, ULONG64) : va_arg(*arguments, ULONG), 16);
        break;
    case 'p':
        text_put(text, '0');
        text_put(text, 'x');
        text_number(text, (ULONG64)va_arg(*arguments, void *), 16);
        break;
    default:
        text_put(text, kind);
    }
}

static ULONG text_format(CHAR *to, ULONG bytes, const CHAR *format, va_list *arguments)
{
    struct text text = {to, bytes, 0};

    FX_ASSERT(bytes > 0);
    for (; *format; format++) {
        BOOLEAN wide = FALSE;

        if (*format != '%') {
            text_put(&text, *format);
            continue;
        }
        format++;
        for (; *format == 'l'; format++)
            wide = format[1] == 'l' || wide;
        if (!*format)
            break;
        text_argument(&text, *format, wide, arguments);
    }
    to[text.used] = 0;
    return text.used;
}

ULONG fx_format(CHAR *to, ULONG bytes, const CHAR *format, ...)
{
    va_list arguments;
    ULONG length;

    va_start(arguments, format);
    length = text_format(to, bytes, format, &arguments);
    va_end(arguments);
    return length;
}

/* -- rules ------------------------------------------------------------------------------------ */

static const CHAR *irql_name(KIRQL irql)
{
    static const CHAR *const names[] = {"PASSIVE_LEVEL", "APC_LEVEL", "DISPATCH_LEVEL"};

    return irql < sizeof names / sizeof names[0] ? names[irql] : "a device's IRQL";
}

static DECLSPEC_NORETURN void fx_stop(ULONG64 p1, ULONG64 p2, ULONG64 p3, ULONG64 p4, const CHAR *rule,
                                      const CHAR *sentence)
{
    if (fx_services)
        fx_services->BugCheck(FX_BUGCHECK, p1, p2, p3, p4, rule, sentence);
    DbgPrint("wdfldr: %s%s%s\n", rule ? rule : "", rule ? ": " : "", sentence);
    KeBugCheckEx(FX_BUGCHECK, p1, p2, p3, p4);
    for (;;)
        continue; /* mingw's headers do not say that KeBugCheckEx never returns */
}

void fx_violation(ULONG64 p1, ULONG64 p2, ULONG64 p3, const CHAR *rule, const CHAR *format, ...)
{
    CHAR sentence[FX_SENTENCE_BYTES];
    va_list arguments;

    va_start(arguments, format);
    (void)text_format(sentence, sizeof sentence, format, &arguments);
    va_end(arguments);
    fx_stop(p1, p2, p3, 0, rule, sentence);
}

void fx_report(const CHAR *rule, ULONG stack, const CHAR *format, ...)
{
    CHAR sentence[FX_SENTENCE_BYTES];
    va_list arguments;

    va_start(arguments, format);
    (void)text_format(sentence, sizeof sentence, format, &arguments);
    va_end(arguments);
    if (fx_services)
        fx_services->Report(rule, sentence, stack ? stack : fx_services->StackSave());
    else
        DbgPrint("wdfldr: %s: %s\n", rule, sentence);
}

void fx_null_parameter(const CHAR *function, const CHAR *parameter, const void *caller)
{
    fx_violation(WDF_REQUIRED_PARAMETER_IS_NULL, 0, (ULONG64)caller, NULL,
                 "%s was called with NULL for %s, which it requires.", function, parameter);
}

void fx_wrong_irql(const CHAR *function, KIRQL irql, KIRQL highest)
{
    fx_violation(WDF_VERIFIER_FATAL_ERROR, 0, irql, "KmdfIrql", "%s was called at %s; it may be called at %s%s.%s",
                 function, irql_name(irql), irql_name(highest), highest == PASSIVE_LEVEL ? " only" : " or below",
                 irql == DISPATCH_LEVEL ? " Release the spin lock first, or queue a work item." : "");
}

void fx_assert_failed(const CHAR *file, ULONG line, const CHAR *condition)
{
    fx_violation(WDF_VERIFIER_FATAL_ERROR, 0, 0, NULL, "The framework itself is wrong: %s:%lu: %s does not hold.", file,
                 line, condition);
}

void fx_callback_check(const struct fx_callback_guard *guard, const CHAR *name, const void *callback)
{
    KIRQL irql = KeGetCurrentIrql();

    if (irql != guard->irql) {
        CHAR sentence[FX_SENTENCE_BYTES];

        fx_format(sentence, sizeof sentence, "%s was called at %s and returned at %s: it %s.", name,
                  irql_name(guard->irql), irql_name(irql),
                  irql > guard->irql ? "left a spin lock held, or the IRQL raised" : "lowered the IRQL");
        fx_stop(WDF_VERIFIER_IRQL_MISMATCH, guard->irql, irql, (ULONG64)callback,
                irql > guard->irql ? "WdfSpinlockRelease" : NULL, sentence);
    }
    fx_violation(WDF_VERIFIER_CRITICAL_REGION_MISMATCH, (ULONG64)callback, 0, NULL,
                 "%s returned in another critical region than it was called in: it left a wait lock held, or misses a "
                 "KeLeaveCriticalRegion.",
                 name);
}

/* -- memory ----------------------------------------------------------------------------------- */

static BOOLEAN allocation_fails(struct fx_globals *globals)
{
    if (globals && globals->allocate_fail_count != FX_ALLOCATIONS_NO_LIMIT &&
        InterlockedIncrement(&globals->allocations) > globals->allocate_fail_count)
        return TRUE;
    return fx_services && fx_services->AllocationFails();
}

void *fx_alloc_pool(struct fx_globals *globals, POOL_TYPE type, SIZE_T bytes, ULONG tag)
{
    FX_ASSERT(bytes > 0);
    if (allocation_fails(globals))
        return NULL;
    if (!tag)
        tag = globals && globals->public.DriverTag ? globals->public.DriverTag : FX_TAG;
    return ExAllocatePoolWithTag(type, bytes, tag);
}

void *fx_alloc(struct fx_globals *globals, SIZE_T bytes)
{
    void *block = fx_alloc_pool(globals, NonPagedPool, bytes, 0);

    if (block)
        RtlZeroMemory(block, bytes);
    return block;
}

void fx_free(void *block)
{
    if (block)
        ExFreePool(block);
}

/* -- the public ones -------------------------------------------------------------------------- */

/* wdfverifier/nf-wdfverifier-wdfverifierdbgbreakpoint. Breaks into a debugger if one is running; drivers call it where
 * an error is not theirs (a buffer that is too small), and go on. Any IRQL. */
VOID WdfVerifierDbgBreakPoint(PWDF_DRIVER_GLOBALS DriverGlobals)
{
    if (!KdRefreshDebuggerNotPresent()) {
        DbgBreakPoint();
        return;
    }
    DbgPrint("%s calls WdfVerifierDbgBreakPoint; no debugger is there\n", DriverGlobals->DriverName);
}

/* wdfverifier/nf-wdfverifier-wdfverifierkebugcheck. Any IRQL. */
VOID WdfVerifierKeBugCheck(PWDF_DRIVER_GLOBALS DriverGlobals, ULONG BugCheckCode, ULONG_PTR BugCheckParameter1,
                           ULONG_PTR BugCheckParameter2, ULONG_PTR BugCheckParameter3, ULONG_PTR BugCheckParameter4)
{
    (void)DriverGlobals;
    KeBugCheckEx(BugCheckCode, BugCheckParameter1, BugCheckParameter2, BugCheckParameter3, BugCheckParameter4);
}
