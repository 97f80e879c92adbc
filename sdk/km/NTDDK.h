/* SPDX-License-Identifier: MIT */
/* NTDDK.h: another spelling of ntddk.h, for compilers that mind the case of file names. */
#include <ntddk.h>
