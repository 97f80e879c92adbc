/* SPDX-License-Identifier: MIT */
/* Wdm.h: another spelling of wdm.h, for compilers that mind the case of file names. */
#include <wdm.h>
