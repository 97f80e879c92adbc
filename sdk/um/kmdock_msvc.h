/* SPDX-License-Identifier: MIT */
/*
 * Microsoft's compiler spellings for gcc and clang. Forced in before the first line of an app
 * (flags.txt), because keywords such as __int64 need no header on Windows.
 */
#ifndef KMDOCK_MSVC_H
#define KMDOCK_MSVC_H
#pragma GCC system_header /* it redefines keywords of clang's */

#if __SIZEOF_WCHAR_T__ != 2
#error                                                                                                                 \
    "Kmdock: a Windows app needs a 16-bit wchar_t: compile with kmdock-cc --app, or with the flags of sdk/um/flags.txt."
#endif
#if !defined(__x86_64__) || !defined(__LP64__)
#error "Kmdock: native apps are x86-64 only."
#endif

/* What sdk/um does not declare libkmdock-um does not have: in C too that is an error where it is called. */
#ifndef __cplusplus
#pragma GCC diagnostic error "-Wimplicit-function-declaration"
#endif

/* Some return nothing from main. */
#if defined(__clang__) && !defined(__cplusplus)
#pragma clang diagnostic ignored "-Wmain-return-type"
#endif

#ifndef _WIN32
#define _WIN32 1
#endif
#ifndef _WIN64
#define _WIN64 1
#endif
#define _M_X64   100
#define _M_AMD64 100
#define _AMD64_  1

#define __int8 char
#define __int16 short
#define __int32 int
#define __int64 long long
#define _int64 long long

#define __cdecl
#define _cdecl
#define __stdcall
#define _stdcall
#define __fastcall
#define __vectorcall
#define __clrcall
#define __ptr32
#define __ptr64
#define __unaligned
#define __w64
#define __forceinline __inline__ __attribute__((__always_inline__))
#define _inline __inline__
#define __assume(claim) ((void)0)
#define __noop(...)     ((void)0)
#define __debugbreak()  __builtin_trap()
#undef __pragma
#define __pragma(...)
#define __analysis_assume(claim)
#define _Analysis_assume_(claim)

/* __declspec(a) for each a that means something here; an unknown one is an error that names it. */
#define __declspec(what) kmdock_declspec_##what
#define kmdock_declspec_dllimport
#define kmdock_declspec_dllexport
#define kmdock_declspec_novtable
#define kmdock_declspec_nothrow   __attribute__((__nothrow__))
#define kmdock_declspec_noinline  __attribute__((__noinline__))
#define kmdock_declspec_noreturn  __attribute__((__noreturn__))
#define kmdock_declspec_selectany __attribute__((__weak__))
#define kmdock_declspec_thread    __thread
#define kmdock_declspec_restrict
#define kmdock_declspec_allocator
#define kmdock_declspec_deprecated  __attribute__((__deprecated__))
#define kmdock_declspec_align(n)    __attribute__((__aligned__(n)))
#define kmdock_declspec_allocate(s) __attribute__((__section__(s)))
#define kmdock_declspec_uuid(text)

/* Where a C library function has another meaning on Windows, the app's call goes to libkmdock-um. */
#define KMDOCK_CRT(name) __asm__("kmdock_crt_" #name)

#ifdef __cplusplus
#define KMDOCK_NOEXCEPT noexcept
#define KMDOCK_BEGIN    extern "C" {
#define KMDOCK_END      }
#else
#define KMDOCK_NOEXCEPT
#define KMDOCK_BEGIN
#define KMDOCK_END
#endif

#endif
