/* SPDX-License-Identifier: MIT */
/* NTIFS.h: another spelling of ntifs.h, for compilers that mind the case of file names. */
#include <ntifs.h>
