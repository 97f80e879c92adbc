/* SPDX-License-Identifier: MIT */
/* kmdock_types.h: small names of Microsoft's <ntdef.h> and <wdm.h> that mingw-w64's headers lack. */
#ifndef KMDOCK_TYPES_H
#define KMDOCK_TYPES_H

#ifndef EXTERN_C
#ifdef __cplusplus
#define EXTERN_C extern "C"
#else
#define EXTERN_C extern
#endif
#endif
#ifndef EXTERN_C_START
#ifdef __cplusplus
#define EXTERN_C_START extern "C" {
#define EXTERN_C_END   }
#else
#define EXTERN_C_START
#define EXTERN_C_END
#endif
#endif

#ifndef MAXDWORD
#define MAXDWORD 0xffffffff
#endif

/* Lists of strings that end with an empty one, and strings that need not end with a NUL. */
typedef CHAR *PZZSTR, *PNZCH;
typedef CONST CHAR *PCZZSTR, *PCNZCH;
typedef WCHAR *PZZWSTR, *PNZWCH;
typedef CONST WCHAR *PCZZWSTR, *PCNZWCH;
#ifdef UNICODE
typedef WCHAR *PTSTR;
typedef CONST WCHAR *PCTSTR;
#else
typedef CHAR *PTSTR;
typedef CONST CHAR *PCTSTR;
#endif

#endif
