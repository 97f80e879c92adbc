/* SPDX-License-Identifier: MIT */
/* The C library's way to make threads:
 * https://learn.microsoft.com/cpp/c-runtime-library/reference/beginthread-beginthreadex */
#ifndef KMDOCK_PROCESS_H
#define KMDOCK_PROCESS_H

#include "kmdock_msvc.h"
#include "basetsd.h"

KMDOCK_BEGIN

UINT_PTR _beginthreadex(void *security, unsigned stack, unsigned (*start)(void *), void *parameter, unsigned flags,
                        unsigned *ret_id) KMDOCK_CRT(_beginthreadex);
void _endthreadex(unsigned code) KMDOCK_CRT(_endthreadex) __attribute__((__noreturn__));
int _getpid(void) KMDOCK_CRT(_getpid);

KMDOCK_END

#endif
