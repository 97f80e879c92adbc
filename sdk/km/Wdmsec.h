/* SPDX-License-Identifier: MIT */
/* Wdmsec.h: another spelling of wdmsec.h, for compilers that mind the case of file names. */
#include <wdmsec.h>
