/* SPDX-License-Identifier: MIT */
/*
 * What a program that runs inside the machine wants of the kernel and no documented service offers: processes,
 * threads and an operator's commands. um/local finds it with MmGetSystemRoutineAddress(L"KmdockOperator").
 * All functions: PASSIVE_LEVEL.
 */
#ifndef KMDOCK_OPERATOR_H
#define KMDOCK_OPERATOR_H

typedef struct _KMDOCK_OPERATOR {
    unsigned int Size; /* bytes, of this structure */
    unsigned int Flags;
    /* Carries out a LINK_COMMAND text; waits for its end; the answer's text is cut to fit. Returns the NTSTATUS. */
    int (*Command)(const char *Text, char *Answer, unsigned int AnswerBytes);
    /* A new user process whose first thread runs Main. Its handle can be waited for. */
    int (*ProcessStart)(const char *Name, void (*Main)(void *), void *Argument, void **Process);
    /* The process dies: its threads end where they are, what they have outstanding is cancelled, handles close. */
    int (*ProcessKill)(void *Process);
    /* A new thread of the calling process. */
    int (*ThreadStart)(void (*Main)(void *), void *Argument, void **Thread, unsigned int *ThreadId);
    void (*ThreadExit)(unsigned int Code);
    int (*ThreadCode)(void *Thread, unsigned int *Code); /* STATUS_PENDING while it runs */
    /* One pointer per thread that is um/local's own; starts as NULL. */
    void **(*ThreadSlot)(void);
    /* A failed claim about the driver. */
    void (*Expectation)(const char *Sentence);
} KMDOCK_OPERATOR;

#endif
