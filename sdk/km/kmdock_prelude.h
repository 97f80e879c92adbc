/* SPDX-License-Identifier: MIT */
/*
 * kmdock_prelude.h: read before the first line of every driver source (-include), so that what Microsoft's compiler
 * knows without any header is known: __pragma, annotation names, and which compiler mingw-w64's headers should see.
 */
#ifndef KMDOCK_PRELUDE_H
#define KMDOCK_PRELUDE_H

/* Pragmas steer sections and warnings of another compiler; nothing of what they say changes what the code means. */
#ifndef __pragma
#define __pragma(x)
#endif

/* Built into that compiler: a promise to its optimiser, and a call that is not made and whose arguments have no value. */
#ifndef __assume
#define __assume(claim) ((void)0)
#endif
#ifndef __noop
#define __noop(...) ((void)0)
#endif

/* Paging is not modelled by moving code about, but by PAGED_CODE(); so a driver may say where its code goes. */
#define ALLOC_PRAGMA      1
#define ALLOC_DATA_PRAGMA 1

#ifndef __ASSEMBLER__
#include <_mingw.h>
#include "kmdock_annotations.h"
#endif

#endif
