/*++
SPDX-License-Identifier: MIT

Module Name:

    public.h

Abstract:

    What the drivers and their apps have in common.

Environment:

    user and kernel

--*/
#ifndef _RELAY_PUBLIC_H_
#define _RELAY_PUBLIC_H_

#include "detail\sizes.h"

// {2B9D2F0A-6E41-4A53-9C1B-08D2D3A5E1F7}
DEFINE_GUID(GUID_DEVINTERFACE_RELAY,
    0x2b9d2f0a, 0x6e41, 0x4a53, 0x9c, 0x1b, 0x8, 0xd2, 0xd3, 0xa5, 0xe1, 0xf7);

// {2B9D2F0B-6E41-4A53-9C1B-08D2D3A5E1F7}
DEFINE_GUID (GUID_DEVINTERFACE_RELAY_SYNC,
    0x2b9d2f0b, 0x6e41, 0x4a53, 0x9c, 0x1b, 0x8, 0xd2, 0xd3, 0xa5, 0xe1, 0xf7);

#endif // _RELAY_PUBLIC_H_
