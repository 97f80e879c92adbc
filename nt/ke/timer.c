/* SPDX-License-Identifier: MIT */
/*
 * Timers. Those that are set stand in a heap by due time, and among equals in the order in which they were set. One
 * clock context takes out what is due; it is the machine's alarm that makes it ready.
 *
 * A KTIMER in the heap keeps its index + 1 in TimerListEntry.Flink; the structure is the driver's memory, so what
 * is found there is believed only if the heap agrees.
 */
#include "nt/ke/timer.h"
#include "nt/ke/ke.h"
#include "nt/ex/ex.h"

struct heap_entry {
    uint64_t due; /* machine_time() */
    uint64_t order;
    PKTIMER timer;
};
static struct heap_entry *heap;
static uint32_t heap_count, heap_room;
static uint64_t heap_order;
static uint64_t alarm_at = UINT64_MAX;
enum { HEAP_ROOM_FIRST = 256, MS = 10000 /* units of 100 ns */ };

static inline bool entry_before(const struct heap_entry *a, const struct heap_entry *b)
{
    return a->due != b->due ? a->due < b->due : a->order < b->order;
}

static inline void heap_put(uint32_t index, struct heap_entry entry)
{
    heap[index] = entry;
    entry.timer->TimerListEntry.Flink = (LIST_ENTRY *)(uintptr_t)(index + 1);
}

static void heap_up(uint32_t index, struct heap_entry entry)
{
    while (index > 0) {
        uint32_t parent = (index - 1) / 2;
        if (!entry_before(&entry, &heap[parent]))
            break;
        heap_put(index, heap[parent]);
        index = parent;
    }
    heap_put(index, entry);
}

static void heap_down(uint32_t index, struct heap_entry entry)
{
    for (;;) {
        uint32_t child = 2 * index + 1;
        if (child >= heap_count)
            break;
        if (child + 1 < heap_count && entry_before(&heap[child + 1], &heap[child]))
            child++;
        if (!entry_before(&heap[child], &entry))
            break;
        heap_put(index, heap[child]);
        index = child;
    }
    heap_put(index, entry);
}

static void heap_grow(void)
{
    uint32_t room = heap_room != 0 ? heap_room * 2 : HEAP_ROOM_FIRST;
    struct heap_entry *more = ex_alloc(room * sizeof(*more), 'rmiT');
    if (more == NULL)
        nt_bugcheck(KMDOCK_INTERNAL_ERROR, heap_count, 0, 0, 0, NULL, NULL,
                    "No memory is left for a timer; %u are set.", (unsigned)heap_count);
    if (heap != NULL) {
        memcpy(more, heap, heap_count * sizeof(*more));
        ex_free(heap);
    }
    heap = more;
    heap_room = room;
}

static void alarm_set(void)
{
    uint64_t due = heap_count != 0 ? heap[0].due : UINT64_MAX;
    if (due == alarm_at)
        return;
    alarm_at = due;
    machine_alarm(due);
}

static void heap_insert(PKTIMER timer, uint64_t due)
{
    if (heap_count == heap_room)
        heap_grow();
    timer->DueTime.QuadPart = due;
    timer->Header.Inserted = 1;
    heap_up(heap_count++, (struct heap_entry){.due = due, .order = heap_order++, .timer = timer});
}

static void heap_remove(uint32_t index)
{
    PKTIMER timer = heap[index].timer;
    timer->TimerListEntry.Flink = NULL;
    timer->Header.Inserted = 0;
    struct heap_entry last = heap[--heap_count];
    if (index == heap_count)
        return;
    if (index > 0 && entry_before(&last, &heap[(index - 1) / 2]))
        heap_up(index, last);
    else
        heap_down(index, last);
}

static inline bool timer_is_set(PKTIMER timer)
{
    uint64_t index = (uint64_t)(uintptr_t)timer->TimerListEntry.Flink;
    return index != 0 && index <= heap_count && heap[index - 1].timer == timer;
}

void timer_init(PKTIMER timer, UCHAR kind)
{
    ke_header_init(&timer->Header, kind, 0);
    timer->DueTime.QuadPart = 0;
    timer->TimerListEntry.Flink = NULL;
    timer->TimerListEntry.Blink = NULL;
    timer->Dpc = NULL;
    timer->Processor = 0;
    timer->Period = 0;
}

void timer_insert(PKTIMER timer, LARGE_INTEGER due)
{
    uint64_t now = machine_time(), at;
    if (due.QuadPart < 0) {
        at = now + (uint64_t)-due.QuadPart;
        if (at < now)
            at = UINT64_MAX - 1;
    } else {
        uint64_t today = machine_system_time();
        at = (uint64_t)due.QuadPart > today ? now + ((uint64_t)due.QuadPart - today) : now;
    }
    heap_insert(timer, at);
    alarm_set();
}

bool timer_remove(PKTIMER timer)
{
    if (!timer_is_set(timer))
        return false;
    heap_remove((uint32_t)(uintptr_t)timer->TimerListEntry.Flink - 1);
    alarm_set();
    return true;
}

/* Periods that went by while nothing could run are not made up for. */
static void timer_rearm(PKTIMER timer, uint64_t due, uint64_t now)
{
    uint64_t period = (uint64_t)timer->Period * MS;
    due += period;
    if (due <= now)
        due = now + period;
    heap_insert(timer, due);
}

static void clock_run(void *argument)
{
    UNREFERENCED_PARAMETER(argument);
    for (;;) {
        uint64_t now = machine_time();
        while (heap_count != 0 && heap[0].due <= now) {
            PKTIMER timer = heap[0].timer;
            uint64_t due = heap[0].due;
            heap_remove(0);
            if (timer->Period != 0)
                timer_rearm(timer, due, now);
            PKDPC dpc = timer->Dpc;
            timer->Header.SignalState = 1;
            if (!IsListEmpty(&timer->Header.WaitListHead))
                ke_wake(&timer->Header);
            if (dpc != NULL)
                KeInsertQueueDpc(dpc, NULL, NULL);
        }
        alarm_at = UINT64_MAX; /* this alarm is spent */
        alarm_set();
        machine_block(MACHINE_POINT_DISPATCHER, &heap);
    }
}

void timer_start(void)
{
    PETHREAD thread = ps_dpc_thread_make("clock");
    struct machine_context_config config = {
        .name = "clock",
        .kind = MACHINE_CONTEXT_CLOCK,
        .processor = -1,
        .entry = clock_run,
        .thread = thread,
        .irql = CLOCK_LEVEL,
    };
    thread->Tcb.context = machine_context_create(&config);
    nt_assert(thread->Tcb.context != 0, "the machine has room for the clock");
}

/* -- the documented calls ---------------------------------------------------------------------- */

/* wdm: KeInitializeTimer. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI KeInitializeTimer(PKTIMER Timer)
{
    KeInitializeTimerEx(Timer, NotificationTimer);
}

/* wdm: KeInitializeTimerEx. IRQL <= DISPATCH_LEVEL. */
VOID NTAPI KeInitializeTimerEx(PKTIMER Timer, TIMER_TYPE Type)
{
    nt_argument(Timer);
    PKTIMER set = timer_within(Timer, sizeof(*Timer));
    if (set != NULL)
        nt_bugcheck(TIMER_OR_DPC_INVALID, 0, (ULONG64)(uintptr_t)set, (ULONG64)(uintptr_t)Timer, sizeof(*Timer), NULL,
                    set, "%s initialized the timer at %p while it was set.", nt_image_name(nt_caller()), (void *)set);
    timer_init(Timer, Type == NotificationTimer ? KE_NOTIFICATION_TIMER : KE_SYNCHRONIZATION_TIMER);
    Timer->Header.Size = sizeof(*Timer) / sizeof(LONG);
}

static BOOLEAN timer_set(PKTIMER timer, LARGE_INTEGER due, LONG period_ms, PKDPC dpc, const char *function,
                         const void *caller)
{
    if (nt_unlikely(timer == NULL || timer->Header.Type < KE_NOTIFICATION_TIMER ||
                    timer->Header.Type > KE_SYNCHRONIZATION_TIMER))
        nt_bugcheck(TIMER_OR_DPC_INVALID, 0, (ULONG64)(uintptr_t)timer, 0, 0, NULL, timer,
                    "%s called %s with %p, which is no initialized timer.", nt_image_name(caller), function,
                    (void *)timer);
    nt_point(MACHINE_POINT_DISPATCHER, timer);
    bool was_set = timer_remove(timer);
    timer->Header.SignalState = 0;
    timer->Dpc = dpc;
    timer->Period = period_ms > 0 ? (ULONG)period_ms : 0;
    timer_insert(timer, due);
    nt_point(MACHINE_POINT_DISPATCHER, timer);
    return was_set;
}

/* wdm: KeSetTimer. IRQL <= DISPATCH_LEVEL. TRUE if the timer was already set. */
BOOLEAN NTAPI KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    return timer_set(Timer, DueTime, 0, Dpc, __func__, nt_caller());
}

/* wdm: KeSetTimerEx. IRQL <= DISPATCH_LEVEL. Period in milliseconds, 0: once. */
BOOLEAN NTAPI KeSetTimerEx(PKTIMER Timer, LARGE_INTEGER DueTime, LONG Period, PKDPC Dpc)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    return timer_set(Timer, DueTime, Period, Dpc, __func__, nt_caller());
}

/* wdm: KeSetCoalescableTimer. IRQL <= DISPATCH_LEVEL. The delay that is tolerated is never used here. */
BOOLEAN NTAPI KeSetCoalescableTimer(PKTIMER Timer, LARGE_INTEGER DueTime, ULONG Period, ULONG TolerableDelay, PKDPC Dpc)
{
    UNREFERENCED_PARAMETER(TolerableDelay);
    nt_irql_at_most(DISPATCH_LEVEL);
    return timer_set(Timer, DueTime, (LONG)Period, Dpc, __func__, nt_caller());
}

/* wdm: KeCancelTimer. IRQL <= DISPATCH_LEVEL. TRUE if it was set; a DPC that is queued already stays queued. */
BOOLEAN NTAPI KeCancelTimer(PKTIMER Timer)
{
    nt_argument(Timer);
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_point(MACHINE_POINT_DISPATCHER, Timer);
    BOOLEAN was_set = timer_remove(Timer);
    Timer->Period = 0;
    nt_point(MACHINE_POINT_DISPATCHER, Timer);
    return was_set;
}

/* wdm: KeReadStateTimer. IRQL <= DISPATCH_LEVEL. */
BOOLEAN NTAPI KeReadStateTimer(PKTIMER Timer)
{
    nt_argument(Timer);
    nt_point(MACHINE_POINT_DISPATCHER, Timer);
    return Timer->Header.SignalState != 0;
}

/* ntifs: KeQueryTimerDueTime. */
ULONGLONG NTAPI KeQueryTimerDueTime(PKTIMER Timer)
{
    return timer_is_set(Timer) ? Timer->DueTime.QuadPart : 0;
}

/* -- what was forgotten ------------------------------------------------------------------------ */

static bool lies_within(const void *address, const void *base, size_t bytes)
{
    return (uintptr_t)address - (uintptr_t)base < bytes;
}

PKTIMER timer_within(const void *base, size_t bytes)
{
    for (uint32_t i = 0; i < heap_count; i++) {
        if (lies_within(heap[i].timer, base, bytes))
            return heap[i].timer;
    }
    return NULL;
}

void timer_left_behind(const void *base, size_t bytes,
                       void (*left)(void *to, const char *what, void *object, void *routine), void *to)
{
    for (uint32_t i = 0; i < heap_count; i++) {
        PKTIMER timer = heap[i].timer;
        void *routine = timer->Dpc != NULL ? (void *)(uintptr_t)timer->Dpc->DeferredRoutine : NULL;
        if (lies_within(timer, base, bytes) || (routine != NULL && lies_within(routine, base, bytes)))
            left(to, "timer", timer, routine);
    }
}

ULONG ke_timers_count(void)
{
    return heap_count;
}
