/* SPDX-License-Identifier: MIT */
/*
 * The few services that another NT kernel may lack or does differently. port_nt.c is the backend for a kernel that
 * does what the documentation says.
 */
#ifndef KMDOCK_WDF_PORT_H
#define KMDOCK_WDF_PORT_H

#include "wdf/fx.h"

/* A call at PASSIVE_LEVEL on a system thread. No allocation: embedded in what it is about. */
struct port_work {
    WORK_QUEUE_ITEM item;
    void (*run)(void *context);
    void *context;
};
void port_work_init(struct port_work *work, void (*run)(void *context), void *context);
/* May be queued again as soon as its run began. IRQL <= DISPATCH_LEVEL. */
void port_work_queue(struct port_work *work);

struct port_dpc {
    KDPC dpc;
};
void port_dpc_init(struct port_dpc *dpc, PKDEFERRED_ROUTINE routine, void *context);
BOOLEAN port_dpc_queue(struct port_dpc *dpc);  /* TRUE if it was not queued. Any IRQL */
BOOLEAN port_dpc_remove(struct port_dpc *dpc); /* TRUE if it was queued and will not run. Any IRQL */
/* Returns after every DPC that was running or queued has finished. PASSIVE_LEVEL. */
void port_dpc_flush(void);

struct port_timer {
    KTIMER timer;
    struct port_dpc dpc;
};
void port_timer_init(struct port_timer *timer, PKDEFERRED_ROUTINE routine, void *context);
/* TRUE if it was in the system's timer queue. due: negative relative, 100 ns; period and tolerance in ms.
 * IRQL <= DISPATCH_LEVEL. */
BOOLEAN port_timer_set(struct port_timer *timer, LONG64 due, ULONG period_ms, ULONG tolerance_ms);
BOOLEAN port_timer_cancel(struct port_timer *timer); /* TRUE if it was in the system's timer queue */

/* KeTryToAcquireSpinLockAtDpcLevel. IRQL >= DISPATCH_LEVEL. */
BOOLEAN port_spin_try(KSPIN_LOCK *lock);

#endif
