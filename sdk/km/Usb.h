/* SPDX-License-Identifier: MIT */
/* Usb.h: another spelling of usb.h, for compilers that mind the case of file names. */
#include <usb.h>
