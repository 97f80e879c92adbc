/* SPDX-License-Identifier: MIT */
/* Initguid.h: another spelling of initguid.h, for compilers that mind the case of file names. */
#include <initguid.h>
