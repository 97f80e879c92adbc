/* SPDX-License-Identifier: MIT */
/* wdfinstaller.h: the co-installer (user mode). KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_WDFINSTALLER_H
#define KMDOCK_WDFINSTALLER_H

#include "wdftypes.h"
#include "wdfglobals.h"
#include "wdffuncenum.h"

#ifdef __cplusplus
extern "C" {
#endif

struct _WDF_COINSTALLER_INSTALL_OPTIONS {
    ULONG Size;
    BOOL ShowRebootPrompt;
};

#ifdef __cplusplus
}
#endif

#endif
