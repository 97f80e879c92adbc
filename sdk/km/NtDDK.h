/* SPDX-License-Identifier: MIT */
/* NtDDK.h: another spelling of ntddk.h, for compilers that mind the case of file names. */
#include <ntddk.h>
