/* SPDX-License-Identifier: MIT */
/*
 * In place of the host's <wchar.h>, whose functions take 32-bit characters. What is missing here (streams of wide
 * characters, collation, multibyte state) is missing on purpose: an app that needs it fails to compile and not at run
 * time.
 */
#ifndef KMDOCK_WCHAR_H
#define KMDOCK_WCHAR_H

#include "kmdock_msvc.h"
#include <stddef.h>
#include <stdarg.h>
#include <bits/types/wint_t.h>
#include <bits/types/mbstate_t.h>
#include <bits/types/__FILE.h>
#include <bits/types/FILE.h>

#define WCHAR_MIN 0
#define WCHAR_MAX 0xffff
#ifndef WEOF
#define WEOF (0xffffffffu)
#endif

struct tm;

#include "kmdock_wstring.h"
#include "kmdock_wstdio.h"
#include "kmdock_stdlib.h"

#endif
