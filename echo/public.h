/* SPDX-License-Identifier: MIT */
/*
 * public.h: what the drivers and their app share. Include <initguid.h> first in the one file that defines the GUID.
 */
#ifndef ECHO_PUBLIC_H
#define ECHO_PUBLIC_H

/* The device interface of both forms of Echo: {CDC35B6E-0BE4-4936-BF5F-5537380A7C1A} */
DEFINE_GUID(GUID_DEVINTERFACE_ECHO, 0xcdc35b6e, 0x0be4, 0x4936, 0xbf, 0x5f, 0x55, 0x37, 0x38, 0x0a, 0x7c, 0x1a);

#endif
