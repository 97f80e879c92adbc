/* SPDX-License-Identifier: MIT */
/* Ntstatus.h: another spelling of ntstatus.h, for compilers that mind the case of file names. */
#include <ntstatus.h>
