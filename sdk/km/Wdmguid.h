/* SPDX-License-Identifier: MIT */
/* Wdmguid.h: another spelling of wdmguid.h, for compilers that mind the case of file names. */
#include <wdmguid.h>
