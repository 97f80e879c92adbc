/* SPDX-License-Identifier: MIT */
/* Assertions of Microsoft's C library. */
#ifndef KMDOCK_CRTDBG_H
#define KMDOCK_CRTDBG_H

#include <assert.h>
#define _ASSERT(claim)  assert(claim)
#define _ASSERTE(claim) assert(claim)

#endif
