/* SPDX-License-Identifier: MIT */
/* The host's <malloc.h>; _alloca and the aligned blocks are Microsoft's. */
#include "kmdock_msvc.h"
#include_next <malloc.h>
#include "kmdock_stdlib.h"
#define _alloca __builtin_alloca
#ifndef alloca
#define alloca __builtin_alloca
#endif
