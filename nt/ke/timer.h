/* SPDX-License-Identifier: MIT */
/* The timer queue, for ke itself and for what looks for forgotten timers. */
#ifndef KMDOCK_NT_KE_TIMER_H
#define KMDOCK_NT_KE_TIMER_H

#include "nt/nt.h"

void timer_init(PKTIMER timer, UCHAR kind);
/* `due` as KeSetTimer's: negative relative, else absolute system time, in 100 ns. The timer is not in the queue. */
void timer_insert(PKTIMER timer, LARGE_INTEGER due);
/* True if it was in the queue. */
bool timer_remove(PKTIMER timer);
/* The first timer in the queue whose memory lies in a range, or NULL: it is about to be freed. */
PKTIMER timer_within(const void *base, size_t bytes);

/* The queues of DPCs, same questions. */
PKDPC dpc_within(const void *base, size_t bytes);
void dpc_start(void);
void dpc_left_behind(const void *base, size_t bytes,
                     void (*left)(void *to, const char *what, void *object, void *routine), void *to);
void timer_start(void);
void timer_left_behind(const void *base, size_t bytes,
                       void (*left)(void *to, const char *what, void *object, void *routine), void *to);

#endif
