/* SPDX-License-Identifier: MIT */
/* The server of link/protocol.h: what other processes, and the machine's operator, ask for. */
#ifndef KMDOCK_NT_CLIENT_CLIENT_H
#define KMDOCK_NT_CLIENT_CLIENT_H

#include "nt/io/io.h"

void client_boot(void);
/* Waits until clients that have gone are gone whole: their requests back, their handles closed. After CLIENT_SETTLE_MS
 * it reports (rule RequestLeak) which driver keeps them, and returns false. PASSIVE_LEVEL. */
bool client_settle(void);
enum { CLIENT_SETTLE_MS = 10000 };

/* Carries out a LINK_COMMAND text and waits for its end. The answer is cut to answer_bytes - 1 and ends with a zero;
 * *ret_answer_length is without it. PASSIVE_LEVEL. */
NTSTATUS client_command(const char *text, SIZE_T length, char *answer, SIZE_T answer_bytes, SIZE_T *ret_answer_length);

#endif
