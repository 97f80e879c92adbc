/* SPDX-License-Identifier: MIT */
/* The services table (sdk/kmdock/services.h), and the status text that frameworks add to. */
#include "nt/kd/kd.h"
#include "nt/ex/ex.h"

enum { PRODUCERS_MAX = 16 };
struct producer {
    VOID (*produce)(VOID *context, VOID (*print)(VOID *to, const CHAR *format, ...), VOID *to);
    VOID *context;
};
static struct producer producers[PRODUCERS_MAX];
static unsigned producer_count;

static ULONG service_choose(ULONG count, ULONG what)
{
    return nt_choose(count, what);
}

static VOID service_point(ULONG kind, const VOID *object)
{
    nt_point(kind, object);
}

static VOID service_event(ULONG kind, const VOID *object, ULONG64 a, ULONG64 b)
{
    nt_event(kind, object, a, b);
}

static VOID service_report(const CHAR *rule, const CHAR *sentence, ULONG stack)
{
    machine_report(rule, sentence, stack);
}

static VOID service_bugcheck(ULONG code, ULONG64 p1, ULONG64 p2, ULONG64 p3, ULONG64 p4, const CHAR *rule,
                             const CHAR *sentence)
{
    nt_bugcheck_plain(code, p1, p2, p3, p4, rule, sentence);
}

static ULONG service_stack_save(VOID)
{
    return machine_stack_save();
}

static VOID service_register_status(VOID (*produce)(VOID *context, VOID (*print)(VOID *to, const CHAR *format, ...),
                                                    VOID *to),
                                    VOID *context)
{
    nt_assert(producer_count < PRODUCERS_MAX, "few frameworks add to the status");
    producers[producer_count++] = (struct producer){.produce = produce, .context = context};
}

static const CHAR *service_image_name(const VOID *address)
{
    return nt_image_name(address);
}

static BOOLEAN service_allocation_fails(VOID)
{
    return ex_allocation_fails();
}

const KMDOCK_SERVICES kd_services = {
    .Size = sizeof(KMDOCK_SERVICES),
    .Choose = service_choose,
    .Point = service_point,
    .Event = service_event,
    .Report = service_report,
    .BugCheck = service_bugcheck,
    .StackSave = service_stack_save,
    .RegisterStatus = service_register_status,
    .ImageName = service_image_name,
    .AllocationFails = service_allocation_fails,
};

void kd_status_produce(VOID (*print)(VOID *to, const CHAR *format, ...), VOID *to)
{
    for (unsigned i = 0; i < producer_count; i++)
        producers[i].produce(producers[i].context, print, to);
}

void kd_status_forget(const void *base, size_t bytes)
{
    unsigned kept = 0;
    for (unsigned i = 0; i < producer_count; i++) {
        if ((uintptr_t)producers[i].produce - (uintptr_t)base >= bytes)
            producers[kept++] = producers[i];
    }
    producer_count = kept;
}
