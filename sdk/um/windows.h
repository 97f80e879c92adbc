/* SPDX-License-Identifier: MIT */
/* Windows for console apps that talk to devices, on Linux: sdk/um with libkmdock-um. */
#ifndef KMDOCK_WINDOWS_H
#define KMDOCK_WINDOWS_H
#define _WINDOWS_
#define _INC_WINDOWS

#include "kmdock_msvc.h"
#include "windef.h"
#include "winnt.h"
#include "winerror.h"
#include "winbase.h"
#include "wincon.h"
#include "winnls.h"
#include <stdlib.h>
#include <string.h>
#include <stdio.h>

#ifndef WIN32_LEAN_AND_MEAN
#include "winioctl.h"
#endif

#endif
