/* SPDX-License-Identifier: MIT */
/* Pool, work items, resources, lookaside lists. */
#ifndef KMDOCK_NT_EX_EX_H
#define KMDOCK_NT_EX_EX_H

#include "nt/nt.h"

void ex_init(void);         /* pool: right after ke_init */
void ex_start(void);        /* worker threads: after ps_init */
void ex_objects_init(void); /* event and callback objects: after ob_init */
void ex_callbacks_init(void);

/* Pool of nt's own: no fault injection, no owner, never in a leak report. NULL if there is none. IRQL <= DISPATCH. */
void *ex_alloc(size_t bytes, ULONG tag);
void *ex_alloc_zeroed(size_t bytes, ULONG tag);
void *ex_alloc_copy(const void *from, size_t bytes, ULONG tag);
void ex_free(void *block);
/* Pool that a documented call hands to its caller, whose block it then is: it frees it with ExFreePool, or leaks it. */
void *ex_alloc_for(const void *caller, size_t bytes, ULONG tag);

/* Runs routine(context) at PASSIVE_LEVEL on a system worker thread; the item is the caller's until it runs. */
void ex_work_queue(PWORK_QUEUE_ITEM item);

/* At unload: reports (rule PoolLeak) every block that the image at `base` still owns. Returns how many. */
ULONG ex_pool_report(const void *base, size_t bytes, const char *name);

struct ex_pool_usage {
    uint64_t blocks, bytes;      /* in use now */
    uint64_t allocations, frees; /* since boot */
};
struct ex_pool_usage ex_pool_usage(void);
struct ex_pool_usage ex_pool_usage_of(const void *base, size_t bytes);

/* True if fault injection says that the allocation about to be made for a driver fails. */
bool ex_allocation_fails(void);

#endif
