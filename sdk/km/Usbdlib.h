/* SPDX-License-Identifier: MIT */
/* Usbdlib.h: another spelling of usbdlib.h, for compilers that mind the case of file names. */
#include <usbdlib.h>
