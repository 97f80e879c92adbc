/* SPDX-License-Identifier: MIT */
/* Wdfusb.h: another spelling of wdfusb.h, for compilers that mind the case of file names. */
#include <wdfusb.h>
