/* SPDX-License-Identifier: MIT */
/* The basic types: https://learn.microsoft.com/windows/win32/winprog/windows-data-types */
#ifndef KMDOCK_WINDEF_H
#define KMDOCK_WINDEF_H

#include "kmdock_msvc.h"
#include <stdarg.h>
#include <stddef.h>
#include "sal.h"
#include "basetsd.h"

#ifndef WINVER
#define WINVER 0x0A00
#endif
#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#endif
#ifndef NTDDI_VERSION
#define NTDDI_VERSION 0x0A000000
#endif

#define VOID  void
#define CONST const
#define IN
#define OUT
#define OPTIONAL
#define FAR
#define NEAR
#define PASCAL
#define WINAPI
#define WINAPIV
#define APIENTRY
#define CALLBACK
#define NTAPI
#define NTSYSAPI
#define WINBASEAPI
#define WINADVAPI
#define DECLSPEC_IMPORT
#define DECLSPEC_NORETURN  __attribute__((__noreturn__))
#define DECLSPEC_ALIGN(n)  __attribute__((__aligned__(n)))
#define DECLSPEC_NOINLINE  __attribute__((__noinline__))
#define DECLSPEC_SELECTANY __attribute__((__weak__))
#define FORCEINLINE        static __forceinline
#define CFORCEINLINE       FORCEINLINE
#define STDMETHODCALLTYPE
#ifdef __cplusplus
#define EXTERN_C       extern "C"
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END   }
#else
#define EXTERN_C extern
#define EXTERN_C_START
#define EXTERN_C_END
#endif
#define UNALIGNED
#define DUMMYUNIONNAME
#define DUMMYSTRUCTNAME
#define TYPE_ALIGNMENT(t)                       __alignof__(t)
#define RESTRICTED_POINTER                      __restrict
#define ANYSIZE_ARRAY                           1
#define UFIELD_OFFSET(type, field)              ((DWORD) __builtin_offsetof(type, field))
#define FIELD_OFFSET(type, field)               ((LONG) __builtin_offsetof(type, field))
#define RTL_FIELD_SIZE(type, field)             (sizeof(((type *)0)->field))
#define RTL_NUMBER_OF(array)                    (sizeof(array) / sizeof((array)[0]))
#define ARRAYSIZE(array)                        RTL_NUMBER_OF(array)
#define CONTAINING_RECORD(address, type, field) ((type *)((PCHAR)(address) - __builtin_offsetof(type, field)))
#define UNREFERENCED_PARAMETER(p)               ((void)(p))
#define UNREFERENCED_LOCAL_VARIABLE(v)          ((void)(v))
#define DBG_UNREFERENCED_PARAMETER(p)           ((void)(p))
#define C_ASSERT(claim)                         extern char kmdock_c_assert[(claim) ? 1 : -1] __attribute__((__unused__))

typedef char CHAR, CCHAR, *PCHAR, *LPCH, *PCH, *NPSTR, *LPSTR, *PSTR, *PCCHAR;
typedef const char *LPCSTR, *PCSTR, *LPCCH, *PCCH, *PCSZ;
typedef char *PSZ;
typedef PSTR *PZPSTR;
typedef unsigned char UCHAR, *PUCHAR, BYTE, *PBYTE, *LPBYTE, BOOLEAN, *PBOOLEAN;
typedef short SHORT, *PSHORT;
typedef unsigned short USHORT, *PUSHORT, WORD, *PWORD, *LPWORD, ATOM, LANGID;
typedef int INT, *PINT, *LPINT, BOOL, *PBOOL, *LPBOOL;
typedef unsigned int UINT, *PUINT;
typedef int LONG, *PLONG, *LPLONG;
typedef unsigned int ULONG, *PULONG, DWORD, *PDWORD, *LPDWORD, LCID, *PLCID, LOGICAL;
typedef long long LONGLONG, *PLONGLONG;
typedef unsigned long long ULONGLONG, *PULONGLONG, DWORDLONG, *PDWORDLONG;
typedef float FLOAT, *PFLOAT;
typedef double DOUBLE;
typedef void *PVOID, *LPVOID, *HANDLE, **PHANDLE, **LPHANDLE;
typedef const void *LPCVOID, *PCVOID;
typedef wchar_t WCHAR, *PWCHAR, *LPWCH, *PWCH, *NWPSTR, *LPWSTR, *PWSTR;
typedef const wchar_t *LPCWSTR, *PCWSTR, *LPCWCH, *PCWCH;
typedef PWSTR *PZPWSTR;
typedef char *PNZCH;
typedef const char *PCNZCH;
typedef wchar_t *PNZWCH;
typedef const wchar_t *PCNZWCH;
typedef void *PVOID64;
typedef PWSTR PZZWSTR;
typedef PSTR PZZSTR;
typedef PCWSTR PCZZWSTR;
typedef PCSTR PCZZSTR;
typedef LONG HRESULT, NTSTATUS, *PNTSTATUS;
typedef LONG_PTR LPARAM, LRESULT;
typedef UINT_PTR WPARAM;
typedef HANDLE HGLOBAL, HLOCAL;

/* Handles to things that a console app only passes on. */
typedef struct HWND__ *HWND;
typedef struct HINSTANCE__ *HINSTANCE, *HMODULE;
typedef struct HKEY__ *HKEY, **PHKEY;
typedef struct HICON__ *HICON, *HCURSOR;
typedef LONG_PTR (*FARPROC)(void);

#define ANSI_NULL    ((CHAR)0)
#define UNICODE_NULL ((WCHAR)0)

#ifdef UNICODE
typedef WCHAR TCHAR, *PTCHAR, TBYTE, *PTBYTE;
typedef LPWSTR LPTSTR, PTSTR;
typedef LPCWSTR LPCTSTR, PCTSTR;
typedef PZZWSTR PZZTSTR;
#define __TEXT(quote) L##quote
#else
typedef char TCHAR, *PTCHAR;
typedef unsigned char TBYTE, *PTBYTE;
typedef LPSTR LPTSTR, PTSTR;
typedef LPCSTR LPCTSTR, PCTSTR;
typedef PZZSTR PZZTSTR;
#define __TEXT(quote) quote
#endif
#define KMDOCK_TCHAR_TYPES
#define TEXT(quote) __TEXT(quote)

#ifndef FALSE
#define FALSE 0
#endif
#ifndef TRUE
#define TRUE 1
#endif
#ifndef NULL
#define NULL 0
#endif
#define MAX_PATH             260
#define INVALID_HANDLE_VALUE ((HANDLE)(LONG_PTR)-1)
#define INFINITE             0xFFFFFFFF

#define LOWORD(l)            ((WORD)((DWORD_PTR)(l)&0xffff))
#define HIWORD(l)            ((WORD)(((DWORD_PTR)(l) >> 16) & 0xffff))
#define LOBYTE(w)            ((BYTE)((DWORD_PTR)(w)&0xff))
#define HIBYTE(w)            ((BYTE)(((DWORD_PTR)(w) >> 8) & 0xff))
#define MAKEWORD(low, high)  ((WORD)(((BYTE)((DWORD_PTR)(low)&0xff)) | ((WORD)((BYTE)((DWORD_PTR)(high)&0xff))) << 8))
#define MAKELONG(low, high)                                                                                            \
    ((LONG)(((WORD)((DWORD_PTR)(low)&0xffff)) | ((DWORD)((WORD)((DWORD_PTR)(high)&0xffff))) << 16))
#if !defined(__cplusplus) && !defined(NOMINMAX)
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif

#define MINCHAR      0x80
#define MAXCHAR      0x7f
#define MINSHORT     0x8000
#define MAXSHORT     0x7fff
#define MINLONG      0x80000000
#define MAXLONG      0x7fffffff
#define MAXBYTE      0xff
#define MAXWORD      0xffff
#define MAXUCHAR     0xff
#define MAXUSHORT    0xffff
#define MAXDWORD     0xffffffff
#define MAXULONG     0xffffffff
#define MAXUINT      0xffffffff
#define MAXINT       0x7fffffff
#define MAXLONGLONG  0x7fffffffffffffffLL
#define MAXULONGLONG 0xffffffffffffffffULL

typedef struct _FILETIME {
    DWORD dwLowDateTime;
    DWORD dwHighDateTime;
} FILETIME, *PFILETIME, *LPFILETIME;

typedef struct _POINT {
    LONG x;
    LONG y;
} POINT, *PPOINT, *LPPOINT;

typedef struct _RECT {
    LONG left;
    LONG top;
    LONG right;
    LONG bottom;
} RECT, *PRECT, *LPRECT;

#endif
