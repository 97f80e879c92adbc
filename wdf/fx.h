/* SPDX-License-Identifier: MIT */
/*
 * What every file of wdfldr.sys includes first: the public types of the framework, what stands behind a
 * driver's globals, memory, and how a driver is told that it broke a rule.
 *
 * The functions of the table have their public names and take the driver's globals first; headers of
 * sdk/wdf leave their inline forms out when KMDOCK_WDF_IMPLEMENTATION is defined.
 */
#ifndef KMDOCK_WDF_FX_H
#define KMDOCK_WDF_FX_H

#ifndef KMDOCK_WDF_IMPLEMENTATION
#define KMDOCK_WDF_IMPLEMENTATION
#endif

#include <ntddk.h>
#include <wdf.h>
#include <wdfbugcodes.h>
#include "sdk/kmdock/services.h"

enum {
    FX_TAG = 0x72447846,     /* "FxDr": the pool tag of a driver without a name of its own (K12) */
    FX_BUGCHECK = 0x10D,     /* WDF_VIOLATION */
    FX_SENTENCE_BYTES = 240, /* longest sentence of a report, terminator included */
    FX_ALLOCATIONS_NO_LIMIT = -1,
};

/* The values of machine/guest.h that the services take; wdf/ knows nothing else of the machine. */
enum {
    FX_POINT_QUEUE = 6, /* MACHINE_POINT_QUEUE */
    FX_CHOICE_MAY = 2,  /* MACHINE_CHOICE_MAY */
};

struct object;

/* What stands behind the PWDF_DRIVER_GLOBALS of one driver. Made when the driver binds (driver.c). */
struct fx_globals {
    WDF_DRIVER_GLOBALS public; /* first: its address is what the driver passes to every call */
    struct object *driver;     /* the WDFDRIVER, NULL before WdfDriverCreate */
    PDRIVER_OBJECT driver_object;
    LONG allocate_fail_count; /* VerifierAllocateFailCount: allocations after the n-th fail; -1: off */
    LONG allocations;         /* counted only when allocate_fail_count is set */
    KSPIN_LOCK objects_lock;  /* guards `objects` */
    LIST_ENTRY objects;       /* every object that lies in pool, by its struct object_track */
    LONG requests;            /* WDFREQUESTs that exist */
    ULONG spare;
    void *private; /* of driver.c */
};

static inline struct fx_globals *fx_globals_of(PWDF_DRIVER_GLOBALS globals)
{
    return CONTAINING_RECORD(globals, struct fx_globals, public);
}

/* -- services (verify.c) ---------------------------------------------------------------------- */

/* NULL in a kernel that is not ours. Set by fx_start. */
extern const KMDOCK_SERVICES *fx_services;

/* Looks the services up; called once, before anything else. PASSIVE_LEVEL. */
void fx_start(void);
/* Prepares the part of a driver's globals that objects need. */
void fx_globals_init(struct fx_globals *globals);

static inline void fx_point(ULONG kind, const void *object)
{
    if (fx_services)
        fx_services->Point(kind, object);
}

/* A word that others may write meanwhile: a hint, or one that only a wrong driver races for. */
#define fx_peek(word) __atomic_load_n(&(word), __ATOMIC_RELAXED)

/* Where the documentation says "may": FALSE is the simple way, which every live run takes. */
static inline BOOLEAN fx_may(void)
{
    return fx_services && fx_services->Choose(2, FX_CHOICE_MAY) != 0;
}

/* -- when a driver is wrong (verify.c) -------------------------------------------------------- */

/* snprintf with %s %u %d %x %lx %p %% only. Returns the length without the terminator. */
ULONG fx_format(CHAR *to, ULONG bytes, const CHAR *format, ...) __attribute__((format(gnu_printf, 3, 4)));

/* Bug check 0x10D with its documented parameters, the rule's name (or NULL) and one sentence. */
DECLSPEC_NORETURN void fx_violation(ULONG64 p1, ULONG64 p2, ULONG64 p3, const CHAR *rule, const CHAR *format, ...)
    __attribute__((format(gnu_printf, 5, 6)));
/* A defect that has no documented bug check: reported, and the machine goes on. `stack`: what to show, 0 for here. */
void fx_report(const CHAR *rule, ULONG stack, const CHAR *format, ...) __attribute__((format(gnu_printf, 3, 4)));

/* Bug check 0x10D, parameter 1 = WDF_REQUIRED_PARAMETER_IS_NULL, 3 = the caller. */
DECLSPEC_NORETURN void fx_null_parameter(const CHAR *function, const CHAR *parameter, const void *caller);
DECLSPEC_NORETURN void fx_wrong_irql(const CHAR *function, KIRQL irql, KIRQL highest);

/* A required pointer parameter of the public function that this stands in. */
#define FX_REQUIRE(parameter)                                                                                          \
    do {                                                                                                               \
        if (!(parameter))                                                                                              \
            fx_null_parameter(__func__, #parameter, __builtin_return_address(0));                                      \
    } while (0)

/* The documented highest IRQL of the public function that this stands in; rule KmdfIrql. */
#define FX_IRQL(highest)                                                                                               \
    do {                                                                                                               \
        KIRQL fx_irql_ = KeGetCurrentIrql();                                                                           \
        if (fx_irql_ > (highest))                                                                                      \
            fx_wrong_irql(__func__, fx_irql_, (highest));                                                              \
    } while (0)

#include "wdf/fx_irql.h"

/* What must hold if the framework itself is right; on in release builds too. */
#define FX_ASSERT(condition)                                                                                           \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            fx_assert_failed(__FILE__, __LINE__, #condition);                                                          \
    } while (0)
DECLSPEC_NORETURN void fx_assert_failed(const CHAR *file, ULONG line, const CHAR *condition);

/* A driver's callback must return at the IRQL at which it was called and outside any critical region that it
 * entered. Fill one before the call, check it after. */
struct fx_callback_guard {
    KIRQL irql;
    BOOLEAN apcs_disabled;
};

static inline void fx_callback_enter(struct fx_callback_guard *guard)
{
    guard->irql = KeGetCurrentIrql();
    guard->apcs_disabled = guard->irql < APC_LEVEL && KeAreApcsDisabled();
}

void fx_callback_check(const struct fx_callback_guard *guard, const CHAR *name, const void *callback);

static inline void fx_callback_leave(const struct fx_callback_guard *guard, const CHAR *name, const void *callback)
{
    if (KeGetCurrentIrql() != guard->irql || (guard->irql < APC_LEVEL && KeAreApcsDisabled() != guard->apcs_disabled))
        fx_callback_check(guard, name, callback);
}

/* -- memory (verify.c) ------------------------------------------------------------------------ */

/* Zeroed nonpaged pool of the driver's tag, or NULL. May be made to fail (fault injection). IRQL <= DISPATCH. */
void *fx_alloc(struct fx_globals *globals, SIZE_T bytes);
/* The same, not zeroed, of any pool type and tag (0: the driver's). */
void *fx_alloc_pool(struct fx_globals *globals, POOL_TYPE type, SIZE_T bytes, ULONG tag);
void fx_free(void *block);

#endif
