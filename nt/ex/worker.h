/* SPDX-License-Identifier: MIT */
/* What a wait tells the worker threads' manager about one of them. */
#ifndef KMDOCK_NT_EX_WORKER_H
#define KMDOCK_NT_EX_WORKER_H

void ex_worker_blocks(void);
void ex_worker_goes_on(void);

#endif
