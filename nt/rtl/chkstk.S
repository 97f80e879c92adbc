/* SPDX-License-Identifier: MIT */
/*
 * Stack probes of images built by Microsoft's compiler and by gcc. A context's whole stack is there from the begin,
 * so there is nothing to touch; every register stays as it is.
 */
    .text
    .globl __chkstk
    .globl ___chkstk_ms
__chkstk:
___chkstk_ms:
    ret
