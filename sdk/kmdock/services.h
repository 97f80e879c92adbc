/* SPDX-License-Identifier: MIT */
/*
 * What no documented DDI offers and wdfldr.sys wants to have: choices, trace events, rule reports.
 * Found at run time: MmGetSystemRoutineAddress(L"KmdockServices") gives the table's address in our
 * kernel and NULL in any other, where every use must have a way without it.
 */
#ifndef KMDOCK_SERVICES_H
#define KMDOCK_SERVICES_H

/* clang-format off */
typedef struct _KMDOCK_SERVICES {
    ULONG Size;  /* bytes, of this structure */
    ULONG Flags; /* spare */
    /* A number below Count; 0 in a live run. What: enum machine_choice_kind of machine/guest.h. IRQL: any. */
    ULONG (*Choose)(ULONG Count, ULONG What);
    /* Another context may run here (IRQL < DISPATCH_LEVEL, or another processor's at any). Cheap in a live run. */
    VOID (*Point)(ULONG Kind, const VOID *Object);
    /* One event of the trace. */
    VOID (*Event)(ULONG Kind, const VOID *Object, ULONG64 A, ULONG64 B);
    /* A defect that does not stop the machine. Stack from StackSave, or 0. */
    VOID (*Report)(const CHAR *Rule, const CHAR *Sentence, ULONG Stack);
    /* KeBugCheckEx with the rule's name and a sentence. Never returns. */
    VOID (*BugCheck)
    (ULONG Code, ULONG64 P1, ULONG64 P2, ULONG64 P3, ULONG64 P4, const CHAR *Rule, const CHAR *Sentence);
    /* Remembers the caller's stack for a later report. */
    ULONG (*StackSave)(VOID);
    /* Registers a text producer for `kmdock status`: it calls Print any number of times. PASSIVE_LEVEL. */
    VOID (*RegisterStatus)
    (VOID (*Produce)(VOID *Context, VOID (*Print)(VOID *To, const CHAR *Format, ...), VOID *To), VOID *Context);
    /* Drivers' images: the name of the image that Address lies in ("echo.sys"), or "?". */
    const CHAR *(*ImageName)(const VOID *Address);
    /* TRUE once if the allocation that is about to be made for the driver should fail (fault injection). */
    BOOLEAN (*AllocationFails)(VOID);
} KMDOCK_SERVICES;
/* clang-format on */

#endif
