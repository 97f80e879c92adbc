/* SPDX-License-Identifier: MIT */
/* Driverspecs.h: another spelling of driverspecs.h, for compilers that mind the case of file names. */
#include <driverspecs.h>
