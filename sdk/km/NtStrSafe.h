/* SPDX-License-Identifier: MIT */
/* NtStrSafe.h: another spelling of ntstrsafe.h, for compilers that mind the case of file names. */
#include <ntstrsafe.h>
