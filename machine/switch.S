/* SPDX-License-Identifier: MIT */
/*
 * From a guest stack to the machine's and back. A guest call that may switch, or that needs room, enters
 * at machine_thunk_NAME by Microsoft's calling convention, leaves its callee-saved registers as a struct
 * switch_frame (internal.h) on the guest's stack, and runs machine_handle_NAME(rcx, rdx, r8, r9, frame) on
 * the machine's stack. The handler answers whose frame to go on with, so no host frame ever lies on a
 * guest stack. Guest code is not instrumented, and host code that runs on a guest stack returns before
 * anything switches, so AddressSanitizer needs no announcement of these switches.
 */
    .text

    .macro SWITCH_CALL name
    .globl machine_thunk_\name
    .type machine_thunk_\name, @function
machine_thunk_\name:
    leaq machine_handle_\name(%rip), %rax
    jmp machine_thunk
    .size machine_thunk_\name, . - machine_thunk_\name
    .endm

    SWITCH_CALL context_create
    SWITCH_CALL context_exit
    SWITCH_CALL block
    SWITCH_CALL point
    SWITCH_CALL spin
    SWITCH_CALL choose
    SWITCH_CALL image_load
    SWITCH_CALL image_unload
    SWITCH_CALL export
    SWITCH_CALL bugcheck
    SWITCH_CALL report
    SWITCH_CALL stack_save
    SWITCH_CALL log
    SWITCH_CALL port_receive
    SWITCH_CALL port_reply
    SWITCH_CALL publish
    SWITCH_CALL guest_error

    .p2align 4
    .type machine_thunk, @function
machine_thunk:
    pushq %rbx
    pushq %rbp
    pushq %rsi
    pushq %rdi
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    subq $184, %rsp
    movaps %xmm6, 16(%rsp)
    movaps %xmm7, 32(%rsp)
    movaps %xmm8, 48(%rsp)
    movaps %xmm9, 64(%rsp)
    movaps %xmm10, 80(%rsp)
    movaps %xmm11, 96(%rsp)
    movaps %xmm12, 112(%rsp)
    movaps %xmm13, 128(%rsp)
    movaps %xmm14, 144(%rsp)
    movaps %xmm15, 160(%rsp)
    stmxcsr 8(%rsp)
    andl $0xFFFFFFC0, 8(%rsp) /* without the sticky exception bits: the host's arithmetic sets them too */
    movl $0, 12(%rsp)
    fnstcw 12(%rsp)
    movq %rcx, %rdi
    movq %rdx, %rsi
    movq %r8, %rdx
    movq %r9, %rcx
    movq %rsp, %r8
    /* Loading the control words is slow and hardly ever needed. */
    cmpl $0x1F80, 8(%rsp)
    jne 2f
    movzwl 12(%rsp), %r9d
    cmpl $0x37F, %r9d
    jne 2f
1:  movq machine_host_rsp(%rip), %rsp
    call *%rax
machine_resume:
    testq %rax, %rax
    jz machine_leave
    movq %rax, %rsp
    cmpl $0x1F80, 8(%rsp)
    jne 4f
    movzwl 12(%rsp), %r9d
    cmpl $0x37F, %r9d
    jne 4f
3:  movaps 16(%rsp), %xmm6
    movaps 32(%rsp), %xmm7
    movaps 48(%rsp), %xmm8
    movaps 64(%rsp), %xmm9
    movaps 80(%rsp), %xmm10
    movaps 96(%rsp), %xmm11
    movaps 112(%rsp), %xmm12
    movaps 128(%rsp), %xmm13
    movaps 144(%rsp), %xmm14
    movaps 160(%rsp), %xmm15
    movq (%rsp), %rax
    addq $184, %rsp
    /* What the host left in the other registers must not find its way into the guest's memory (an upper half
     * of a vector register does): two runs would differ. */
    xorl %ecx, %ecx
    xorl %edx, %edx
    xorl %r8d, %r8d
    xorl %r9d, %r9d
    xorl %r10d, %r10d
    xorl %r11d, %r11d
    pxor %xmm0, %xmm0
    pxor %xmm1, %xmm1
    pxor %xmm2, %xmm2
    pxor %xmm3, %xmm3
    pxor %xmm4, %xmm4
    pxor %xmm5, %xmm5
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rdi
    popq %rsi
    popq %rbp
    popq %rbx
    ret
2:  ldmxcsr host_mxcsr(%rip)
    fldcw host_x87(%rip)
    jmp 1b
4:  ldmxcsr 8(%rsp)
    fldcw 12(%rsp)
    jmp 3b
    .size machine_thunk, . - machine_thunk

/* void machine_enter(uint64_t rsp) */
    .globl machine_enter
    .type machine_enter, @function
machine_enter:
    pushq %rbx
    pushq %rbp
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    subq $8, %rsp
    movq %rsp, machine_host_rsp(%rip) /* 16-byte aligned: what a call wants */
    movq %rdi, %rax
    jmp machine_resume
machine_leave:
    movq machine_host_rsp(%rip), %rsp
    movq $0, machine_host_rsp(%rip)
    ldmxcsr host_mxcsr(%rip)
    fldcw host_x87(%rip)
    addq $8, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbp
    popq %rbx
    ret
    .size machine_enter, . - machine_enter

/* A new context's first instruction: rbx is its entry, rdi its argument, the stack is aligned. */
    .globl machine_context_start
    .type machine_context_start, @function
machine_context_start:
    movq %rdi, %rcx
    xorl %ebp, %ebp
    subq $32, %rsp
    call *%rbx
    call machine_thunk_context_exit
    ud2
    .size machine_context_start, . - machine_context_start

/* Where a signal handler sends a context that has come to its end: on the machine's stack. */
    .globl machine_fault_landing
    .type machine_fault_landing, @function
machine_fault_landing:
    cld
    ldmxcsr host_mxcsr(%rip)
    fldcw host_x87(%rip)
    movq machine_host_rsp(%rip), %rsp
    call machine_handle_fault
    jmp machine_resume
    .size machine_fault_landing, . - machine_fault_landing

/* machine_point(MACHINE_POINT_IRQL, NULL) between any two instructions of the guest: put on its stack by the
 * emulation of `mov cr8, reg`, with the address to go on at. Everything that a call may change is kept. */
    .globl machine_injected_point
    .type machine_injected_point, @function
machine_injected_point:
    pushfq
    pushq %rax
    pushq %rcx
    pushq %rdx
    pushq %r8
    pushq %r9
    pushq %r10
    pushq %r11
    pushq %rbp
    movq %rsp, %rbp
    subq $128, %rsp
    andq $-16, %rsp
    movaps %xmm0, 32(%rsp)
    movaps %xmm1, 48(%rsp)
    movaps %xmm2, 64(%rsp)
    movaps %xmm3, 80(%rsp)
    movaps %xmm4, 96(%rsp)
    movaps %xmm5, 112(%rsp)
    xorl %ecx, %ecx
    xorl %edx, %edx
    cld
    call machine_thunk_point
    movaps 32(%rsp), %xmm0
    movaps 48(%rsp), %xmm1
    movaps 64(%rsp), %xmm2
    movaps 80(%rsp), %xmm3
    movaps 96(%rsp), %xmm4
    movaps 112(%rsp), %xmm5
    movq %rbp, %rsp
    popq %rbp
    popq %r11
    popq %r10
    popq %r9
    popq %r8
    popq %rdx
    popq %rcx
    popq %rax
    popfq
    ret
    .size machine_injected_point, . - machine_injected_point

    .section .rodata
    .p2align 2
host_mxcsr:
    .long 0x1F80
host_x87:
    .long 0x37F

    .bss
    .globl machine_host_rsp
    .p2align 3
    .type machine_host_rsp, @object
    .size machine_host_rsp, 8
machine_host_rsp:
    .zero 8

    .section .note.GNU-stack, "", @progbits
