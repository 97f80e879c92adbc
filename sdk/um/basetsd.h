/* SPDX-License-Identifier: MIT */
/* Integer types of stated width: https://learn.microsoft.com/windows/win32/winprog/windows-data-types */
#ifndef KMDOCK_BASETSD_H
#define KMDOCK_BASETSD_H

#include "kmdock_msvc.h"

typedef signed char INT8, *PINT8;
typedef signed short INT16, *PINT16;
typedef signed int INT32, *PINT32, LONG32, *PLONG32;
typedef signed long long INT64, *PINT64, LONG64, *PLONG64;
typedef unsigned char UINT8, *PUINT8;
typedef unsigned short UINT16, *PUINT16;
typedef unsigned int UINT32, *PUINT32, ULONG32, *PULONG32, DWORD32, *PDWORD32;
typedef unsigned long long UINT64, *PUINT64, ULONG64, *PULONG64, DWORD64, *PDWORD64;
typedef long long INT_PTR, *PINT_PTR, LONG_PTR, *PLONG_PTR, SSIZE_T, *PSSIZE_T;
typedef unsigned long long UINT_PTR, *PUINT_PTR, ULONG_PTR, *PULONG_PTR, DWORD_PTR, *PDWORD_PTR, SIZE_T, *PSIZE_T;
typedef int HALF_PTR, *PHALF_PTR;
typedef unsigned int UHALF_PTR, *PUHALF_PTR;
typedef ULONG_PTR KAFFINITY, *PKAFFINITY;

#define PtrToUlong(p)    ((ULONG)(ULONG_PTR)(p))
#define PtrToLong(p)     ((LONG)(LONG_PTR)(p))
#define PtrToUint(p)     ((UINT)(UINT_PTR)(p))
#define PtrToInt(p)      ((INT)(INT_PTR)(p))
#define HandleToUlong(h) ((ULONG)(ULONG_PTR)(h))
#define HandleToULong(h) HandleToUlong(h)
#define HandleToLong(h)  ((LONG)(LONG_PTR)(h))
#define UlongToPtr(u)    ((PVOID)(ULONG_PTR)(ULONG)(u))
#define ULongToPtr(u)    ((PVOID)(ULONG_PTR)(ULONG)(u))
#define LongToPtr(l)     ((PVOID)(LONG_PTR)(LONG)(l))
#define UIntToPtr(u)     ((PVOID)(UINT_PTR)(UINT)(u))
#define IntToPtr(i)      ((PVOID)(INT_PTR)(INT)(i))
#define UlongToHandle(u) ((HANDLE)(ULONG_PTR)(ULONG)(u))
#define ULongToHandle(u) ((HANDLE)(ULONG_PTR)(ULONG)(u))
#define LongToHandle(l)  ((HANDLE)(LONG_PTR)(LONG)(l))
#define MAXUINT_PTR      (~(UINT_PTR)0)
#define MAXINT_PTR       ((INT_PTR)(MAXUINT_PTR >> 1))
#define MAXULONG_PTR     (~(ULONG_PTR)0)
#define MAXSIZE_T        (~(SIZE_T)0)

#endif
