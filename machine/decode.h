/* SPDX-License-Identifier: MIT */
/*
 * The few x86-64 instructions that a compiled driver may hold and that no process may execute: cr8, the
 * shared user data page, the processor's control region, privileged instructions. Follows Intel's manual.
 */
#ifndef KMDOCK_MACHINE_DECODE_H
#define KMDOCK_MACHINE_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum decode_kind {
    DECODE_OTHER,
    DECODE_READ_CR8,   /* mov reg, cr8 */
    DECODE_WRITE_CR8,  /* mov cr8, reg */
    DECODE_LOAD,       /* mov, movzx, movsx, movsxd from memory to a register */
    DECODE_ACCESS,     /* another instruction with a memory operand */
    DECODE_INTERRUPT,  /* int n */
    DECODE_PRIVILEGED, /* `name` says which */
};

struct decoded {
    enum decode_kind kind;
    uint32_t length;
    uint32_t reg;        /* 0 to 15 */
    bool high_byte;      /* ah, ch, dh, bh */
    uint32_t load_bytes; /* read from memory */
    uint32_t reg_bytes;  /* written to the register */
    bool sign;           /* extended with the sign */
    bool gs;             /* relative to the processor's control region */
    uint64_t address;    /* of the memory operand, without a segment's base */
    uint32_t vector;     /* of DECODE_INTERRUPT */
    const char *name;    /* of DECODE_PRIVILEGED */
};

/* `registers` in the processor's order (rax rcx rdx rbx rsp rbp rsi rdi r8 …); false if it makes no sense. */
bool decode(const uint8_t *code, size_t code_bytes, const uint64_t registers[16], uint64_t rip,
            struct decoded *ret_decoded);
/* What a load leaves in its register: `value` holds load_bytes of memory. */
uint64_t decode_loaded(const struct decoded *decoded, uint64_t before, uint64_t value);

#endif
