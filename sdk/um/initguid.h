/* SPDX-License-Identifier: MIT */
/* From here on DEFINE_GUID defines its GUID. May come before or after windows.h, any number of times. */
#ifndef INITGUID
#define INITGUID
#endif
#include "guiddef.h"
