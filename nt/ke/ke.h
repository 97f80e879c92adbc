/* SPDX-License-Identifier: MIT */
/* The kernel's core: levels, locks, dispatcher objects, timers, DPCs. No internal state needs a lock: contexts
 * switch at points only, and nothing here has a point in the middle of an update. */
#ifndef KMDOCK_NT_KE_KE_H
#define KMDOCK_NT_KE_KE_H

#include "nt/nt.h"
#include "nt/ps/process.h"

void ke_init(void);  /* before anything else: needs the machine's page only */
void ke_start(void); /* DPC and clock contexts; needs pool */

enum ke_object_kind { /* DISPATCHER_HEADER.Type */
                      KE_NOTIFICATION_EVENT = 0,
                      KE_SYNCHRONIZATION_EVENT = 1,
                      KE_MUTANT = 2,
                      KE_PROCESS = 3,
                      KE_SEMAPHORE = 5,
                      KE_THREAD = 6,
                      KE_NOTIFICATION_TIMER = 8,
                      KE_SYNCHRONIZATION_TIMER = 9,
};

void ke_header_init(DISPATCHER_HEADER *header, UCHAR kind, LONG state);
/* Sets an object and lets waiters go on: for thread and process objects. No point. */
void ke_signal(DISPATCHER_HEADER *header);
/* Wakes waiters as far as header->SignalState allows. No point. */
void ke_wake(DISPATCHER_HEADER *header);
/* The wait's core: KernelMode, no alert. The timeout as KeWaitForSingleObject's. */
NTSTATUS ke_wait(DISPATCHER_HEADER *header, PLARGE_INTEGER timeout);
/* Ends the UserMode wait of another thread, if it is in one, with `status`: its process dies. A KernelMode wait goes
 * on, as on Windows: what it waits for may lie on the waiter's stack. No point. */
void ke_wait_abort(PKTHREAD thread, NTSTATUS status);
void ke_mutants_abandon(PKTHREAD thread);

/* Timers and DPCs whose routine lies in [base, base + size): what a driver left behind at unload. Calls `left` for
 * each with a word ("timer", "DPC"), its address and its routine. */
void ke_left_behind(const void *base, size_t bytes,
                    void (*left)(void *to, const char *what, void *object, void *routine), void *to);
/* Timers that are set, for status: */
ULONG ke_timers_count(void);

#endif
