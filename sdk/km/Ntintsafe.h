/* SPDX-License-Identifier: MIT */
/* Ntintsafe.h: another spelling of ntintsafe.h, for compilers that mind the case of file names. */
#include <ntintsafe.h>
