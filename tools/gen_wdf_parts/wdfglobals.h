/* SPDX-License-Identifier: MIT */
/* Given by the framework when the driver binds (driverentry.c): the first argument of every call. */
extern PWDF_DRIVER_GLOBALS WdfDriverGlobals;
