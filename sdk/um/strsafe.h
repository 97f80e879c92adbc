/* SPDX-License-Identifier: MIT */
/* Strings that cannot overflow: https://learn.microsoft.com/windows/win32/api/strsafe/ */
#ifndef KMDOCK_STRSAFE_H
#define KMDOCK_STRSAFE_H

#include "winerror.h"
#include <stdio.h>
#include <string.h>

#define STRSAFE_MAX_CCH               2147483647
#define STRSAFE_E_INSUFFICIENT_BUFFER ((HRESULT)0x8007007A)
#define STRSAFE_E_INVALID_PARAMETER   ((HRESULT)0x80070057)
#define STRSAFE_E_END_OF_FILE         ((HRESULT)0x80070026)
typedef LPSTR STRSAFE_LPSTR;
typedef LPCSTR STRSAFE_LPCSTR;
typedef LPWSTR STRSAFE_LPWSTR;
typedef LPCWSTR STRSAFE_LPCWSTR;

KMDOCK_BEGIN

#define KMDOCK_STRSAFE(Unit, A, Char)                                                                                  \
    HRESULT String##Unit##Copy##A(Char *to, size_t size, const Char *from);                                            \
    HRESULT String##Unit##CopyN##A(Char *to, size_t size, const Char *from, size_t count);                             \
    HRESULT String##Unit##Cat##A(Char *to, size_t size, const Char *from);                                             \
    HRESULT String##Unit##CatN##A(Char *to, size_t size, const Char *from, size_t count);                              \
    HRESULT String##Unit##Printf##A(Char *to, size_t size, const Char *format, ...);                                   \
    HRESULT String##Unit##VPrintf##A(Char *to, size_t size, const Char *format, va_list arguments);                    \
    HRESULT String##Unit##Length##A(const Char *text, size_t limit, size_t *ret_length)

KMDOCK_STRSAFE(Cch, A, char);
KMDOCK_STRSAFE(Cch, W, wchar_t);
KMDOCK_STRSAFE(Cb, A, char);
KMDOCK_STRSAFE(Cb, W, wchar_t);
#undef KMDOCK_STRSAFE

KMDOCK_END

#ifdef UNICODE
#define StringCchCopy    StringCchCopyW
#define StringCchCopyN   StringCchCopyNW
#define StringCchCat     StringCchCatW
#define StringCchCatN    StringCchCatNW
#define StringCchPrintf  StringCchPrintfW
#define StringCchVPrintf StringCchVPrintfW
#define StringCchLength  StringCchLengthW
#define StringCbCopy     StringCbCopyW
#define StringCbCopyN    StringCbCopyNW
#define StringCbCat      StringCbCatW
#define StringCbCatN     StringCbCatNW
#define StringCbPrintf   StringCbPrintfW
#define StringCbVPrintf  StringCbVPrintfW
#define StringCbLength   StringCbLengthW
#else
#define StringCchCopy    StringCchCopyA
#define StringCchCopyN   StringCchCopyNA
#define StringCchCat     StringCchCatA
#define StringCchCatN    StringCchCatNA
#define StringCchPrintf  StringCchPrintfA
#define StringCchVPrintf StringCchVPrintfA
#define StringCchLength  StringCchLengthA
#define StringCbCopy     StringCbCopyA
#define StringCbCopyN    StringCbCopyNA
#define StringCbCat      StringCbCatA
#define StringCbCatN     StringCbCatNA
#define StringCbPrintf   StringCbPrintfA
#define StringCbVPrintf  StringCbVPrintfA
#define StringCbLength   StringCbLengthA
#endif

#endif
