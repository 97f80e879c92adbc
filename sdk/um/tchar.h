/* SPDX-License-Identifier: MIT */
/* Names that are wide with _UNICODE and narrow without:
 * https://learn.microsoft.com/cpp/text/generic-text-mappings-in-tchar-h */
#ifndef KMDOCK_TCHAR_H
#define KMDOCK_TCHAR_H

#include "kmdock_msvc.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <ctype.h>
#include <wctype.h>

#if defined(UNICODE) && !defined(_UNICODE)
#define _UNICODE
#endif
#ifdef _UNICODE
#define KMDOCK_T(wide, narrow) wide
#define __T(quote)             L##quote
#ifndef KMDOCK_TCHAR_TYPES
#define KMDOCK_TCHAR_TYPES
typedef wchar_t TCHAR;
#endif
typedef wchar_t _TCHAR;
#else
#define KMDOCK_T(wide, narrow) narrow
#define __T(quote)             quote
#ifndef KMDOCK_TCHAR_TYPES
#define KMDOCK_TCHAR_TYPES
typedef char TCHAR;
#endif
typedef char _TCHAR;
#endif
#define _T(quote)     __T(quote)
#define _TEXT(quote)  __T(quote)
#define _TEOF         KMDOCK_T(WEOF, EOF)

#define _tmain        KMDOCK_T(wmain, main)
#define _tprintf      KMDOCK_T(wprintf, printf)
#define _tprintf_s    KMDOCK_T(wprintf_s, printf_s)
#define _ftprintf     KMDOCK_T(fwprintf, fprintf)
#define _ftprintf_s   KMDOCK_T(fwprintf_s, fprintf_s)
#define _stprintf_s   KMDOCK_T(swprintf_s, sprintf_s)
#define _sntprintf    KMDOCK_T(_snwprintf, _snprintf)
#define _sntprintf_s  KMDOCK_T(_snwprintf_s, _snprintf_s)
#define _vtprintf     KMDOCK_T(vwprintf, vprintf)
#define _vftprintf    KMDOCK_T(vfwprintf, vfprintf)
#define _vstprintf_s  KMDOCK_T(vswprintf_s, vsprintf_s)
#define _vsntprintf   KMDOCK_T(_vsnwprintf, _vsnprintf)
#define _vsntprintf_s KMDOCK_T(_vsnwprintf_s, _vsnprintf_s)
#define _putts        KMDOCK_T(_putws, puts)
#define _fputts       KMDOCK_T(fputws, fputs)
#define _tcslen       KMDOCK_T(wcslen, strlen)
#define _tcsnlen      KMDOCK_T(wcsnlen, strnlen)
#define _tcscpy       KMDOCK_T(wcscpy, strcpy)
#define _tcscpy_s     KMDOCK_T(wcscpy_s, strcpy_s)
#define _tcsncpy      KMDOCK_T(wcsncpy, strncpy)
#define _tcsncpy_s    KMDOCK_T(wcsncpy_s, strncpy_s)
#define _tcscat       KMDOCK_T(wcscat, strcat)
#define _tcscat_s     KMDOCK_T(wcscat_s, strcat_s)
#define _tcsncat      KMDOCK_T(wcsncat, strncat)
#define _tcsncat_s    KMDOCK_T(wcsncat_s, strncat_s)
#define _tcscmp       KMDOCK_T(wcscmp, strcmp)
#define _tcsncmp      KMDOCK_T(wcsncmp, strncmp)
#define _tcsicmp      KMDOCK_T(_wcsicmp, _stricmp)
#define _tcsnicmp     KMDOCK_T(_wcsnicmp, _strnicmp)
#define _tcschr       KMDOCK_T(wcschr, strchr)
#define _tcsrchr      KMDOCK_T(wcsrchr, strrchr)
#define _tcsstr       KMDOCK_T(wcsstr, strstr)
#define _tcstok_s     KMDOCK_T(wcstok_s, strtok_s)
#define _tcsdup       KMDOCK_T(_wcsdup, _strdup)
#define _tcstol       KMDOCK_T(wcstol, strtol)
#define _tcstoul      KMDOCK_T(wcstoul, strtoul)
#define _ttoi         KMDOCK_T(_wtoi, atoi)
#define _tstoi        KMDOCK_T(_wtoi, atoi)
#define _ttol         KMDOCK_T(_wtol, atol)
#define _ttoi64       KMDOCK_T(_wtoi64, _atoi64)
#define _tcslwr       KMDOCK_T(_wcslwr, _strlwr)
#define _tcsupr       KMDOCK_T(_wcsupr, _strupr)
#define _totlower     KMDOCK_T(towlower, tolower)
#define _totupper     KMDOCK_T(towupper, toupper)
#define _istdigit     KMDOCK_T(iswdigit, isdigit)
#define _istxdigit    KMDOCK_T(iswxdigit, isxdigit)
#define _istspace     KMDOCK_T(iswspace, isspace)
#define _istalpha     KMDOCK_T(iswalpha, isalpha)
#define _istalnum     KMDOCK_T(iswalnum, isalnum)
#define _istprint     KMDOCK_T(iswprint, isprint)

#endif
