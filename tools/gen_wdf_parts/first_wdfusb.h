/* SPDX-License-Identifier: MIT */
/* The USB interface alone speaks of bytes by this name, which the kernel's headers do not declare. */
typedef UCHAR BYTE;
