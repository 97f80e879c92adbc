/* SPDX-License-Identifier: MIT */
/* DriverSpecs.h: another spelling of driverspecs.h, for compilers that mind the case of file names. */
#include <driverspecs.h>
