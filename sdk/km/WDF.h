/* SPDX-License-Identifier: MIT */
/* WDF.h: another spelling of wdf.h, for compilers that mind the case of file names. */
#include <wdf.h>
