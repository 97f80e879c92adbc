/* SPDX-License-Identifier: MIT */
/* What a bug check looks like: the structure that the machine fills in, and its plain text. */
#ifndef KMDOCK_MACHINE_REPORT_H
#define KMDOCK_MACHINE_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum {
    MACHINE_FRAMES_MAX = 48,
    MACHINE_SENTENCE_MAX = 512,
    MACHINE_RULE_MAX = 64,
    MACHINE_SYMBOL_MAX = 128,
    MACHINE_PATH_MAX = 512,
};

struct machine_frame {
    uint64_t ip; /* 0x…: the address itself, not the one before */
    uint64_t sp;
    char image[48];                    /* "echo.sys", "" if no image covers it */
    char function[MACHINE_SYMBOL_MAX]; /* "" if unknown */
    uint64_t offset;                   /* from the function, or from the image's base without one */
    char file[MACHINE_PATH_MAX];       /* "" if unknown */
    uint32_t line;                     /* 0 if unknown */
    bool core;                         /* ntoskrnl.exe, hal.dll, wdfldr.sys */
    bool driver;                       /* the innermost one of the driver's own source */
    bool hidden;                       /* says nothing to the driver's author: wrappers, how the kernel told */
};

struct machine_bugcheck_report {
    uint32_t code;
    const char *name; /* "DRIVER_IRQL_NOT_LESS_OR_EQUAL", or "BUG_CHECK" for a code without a name */
    uint64_t parameters[4];
    char meanings[4][128]; /* what the parameters mean, "" if unknown */
    char sentence[MACHINE_SENTENCE_MAX];
    char rule[MACHINE_RULE_MAX]; /* "" if none */
    char context[48];            /* the name of the context that ran */
    uint32_t context_id;
    uint32_t processor;
    uint8_t irql;
    uint64_t object;        /* what it is about, or 0 */
    bool has_registers;     /* a fault: */
    uint64_t registers[17]; /* rax rcx rdx rbx rsp rbp rsi rdi r8 … r15 rip */
    uint32_t frame_count;
    struct machine_frame frames[MACHINE_FRAMES_MAX];
};

/* Plain text: the sentence, the rule, code and parameters, the stack with its source lines. Paths within the current
 * directory are shown from there. */
void machine_report_print(const struct machine_bugcheck_report *report, FILE *file);
/* The driver's frame, NULL if the stack has none. */
const struct machine_frame *machine_report_driver(const struct machine_bugcheck_report *report);
/* "APC_LEVEL" and kin; a number's text for levels without a name. */
const char *machine_irql_name(uint8_t irql);

#endif
