/* SPDX-License-Identifier: MIT */
/* Ntifs.h: another spelling of ntifs.h, for compilers that mind the case of file names. */
#include <ntifs.h>
