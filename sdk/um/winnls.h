/* SPDX-License-Identifier: MIT */
/* UTF-16 and bytes. The ANSI, OEM and console code pages are UTF-8 here. */
#ifndef KMDOCK_WINNLS_H
#define KMDOCK_WINNLS_H

#include "winbase.h"

#define CP_ACP               0
#define CP_OEMCP             1
#define CP_THREAD_ACP        3
#define CP_UTF8              65001
#define MB_PRECOMPOSED       0x00000001
#define MB_ERR_INVALID_CHARS 0x00000008
#define WC_ERR_INVALID_CHARS 0x00000080
#define WC_NO_BEST_FIT_CHARS 0x00000400

KMDOCK_BEGIN

int WINAPI MultiByteToWideChar(UINT page, DWORD flags, LPCCH text, int bytes, LPWSTR wide, int size);
int WINAPI WideCharToMultiByte(UINT page, DWORD flags, LPCWCH wide, int count, LPSTR text, int size, LPCCH unknown,
                               LPBOOL ret_used_unknown);
UINT WINAPI GetACP(void);
UINT WINAPI GetOEMCP(void);

KMDOCK_END

#endif
