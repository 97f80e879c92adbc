/* SPDX-License-Identifier: MIT */
/* Structures and constants that the kernel and apps share. */
#ifndef KMDOCK_WINNT_H
#define KMDOCK_WINNT_H

#include "windef.h"
#include "guiddef.h"

typedef union _LARGE_INTEGER {
    struct {
        DWORD LowPart;
        LONG HighPart;
    };
    struct {
        DWORD LowPart;
        LONG HighPart;
    } u;
    LONGLONG QuadPart;
} LARGE_INTEGER, *PLARGE_INTEGER;

typedef union _ULARGE_INTEGER {
    struct {
        DWORD LowPart;
        DWORD HighPart;
    };
    struct {
        DWORD LowPart;
        DWORD HighPart;
    } u;
    ULONGLONG QuadPart;
} ULARGE_INTEGER, *PULARGE_INTEGER;

typedef struct _LUID {
    DWORD LowPart;
    LONG HighPart;
} LUID, *PLUID;

typedef struct _LIST_ENTRY {
    struct _LIST_ENTRY *Flink;
    struct _LIST_ENTRY *Blink;
} LIST_ENTRY, *PLIST_ENTRY;

typedef struct _SINGLE_LIST_ENTRY {
    struct _SINGLE_LIST_ENTRY *Next;
} SINGLE_LIST_ENTRY, *PSINGLE_LIST_ENTRY;

#define DELETE                   0x00010000
#define READ_CONTROL             0x00020000
#define WRITE_DAC                0x00040000
#define WRITE_OWNER              0x00080000
#define SYNCHRONIZE              0x00100000
#define STANDARD_RIGHTS_REQUIRED 0x000F0000
#define STANDARD_RIGHTS_READ     READ_CONTROL
#define STANDARD_RIGHTS_WRITE    READ_CONTROL
#define STANDARD_RIGHTS_ALL      0x001F0000
#define MAXIMUM_ALLOWED          0x02000000
#define GENERIC_READ             0x80000000
#define GENERIC_WRITE            0x40000000
#define GENERIC_EXECUTE          0x20000000
#define GENERIC_ALL              0x10000000
#define FILE_READ_DATA           0x0001
#define FILE_WRITE_DATA          0x0002
#define FILE_APPEND_DATA         0x0004
#define FILE_READ_EA             0x0008
#define FILE_WRITE_EA            0x0010
#define FILE_EXECUTE             0x0020
#define FILE_READ_ATTRIBUTES     0x0080
#define FILE_WRITE_ATTRIBUTES    0x0100
#define FILE_ALL_ACCESS          (STANDARD_RIGHTS_REQUIRED | SYNCHRONIZE | 0x1FF)
#define FILE_GENERIC_READ        (STANDARD_RIGHTS_READ | FILE_READ_DATA | FILE_READ_ATTRIBUTES | FILE_READ_EA | SYNCHRONIZE)
#define FILE_GENERIC_WRITE                                                                                             \
    (STANDARD_RIGHTS_WRITE | FILE_WRITE_DATA | FILE_WRITE_ATTRIBUTES | FILE_WRITE_EA | FILE_APPEND_DATA | SYNCHRONIZE)
#define FILE_SHARE_READ                 0x00000001
#define FILE_SHARE_WRITE                0x00000002
#define FILE_SHARE_DELETE               0x00000004
#define FILE_ATTRIBUTE_READONLY         0x00000001
#define FILE_ATTRIBUTE_HIDDEN           0x00000002
#define FILE_ATTRIBUTE_SYSTEM           0x00000004
#define FILE_ATTRIBUTE_DIRECTORY        0x00000010
#define FILE_ATTRIBUTE_ARCHIVE          0x00000020
#define FILE_ATTRIBUTE_DEVICE           0x00000040
#define FILE_ATTRIBUTE_NORMAL           0x00000080
#define FILE_ATTRIBUTE_TEMPORARY        0x00000100

#define EVENT_MODIFY_STATE              0x0002
#define EVENT_ALL_ACCESS                0x1F0003
#define MUTEX_ALL_ACCESS                0x1F0001
#define SEMAPHORE_ALL_ACCESS            0x1F0003
#define THREAD_ALL_ACCESS               0x1FFFFF
#define MAXIMUM_WAIT_OBJECTS            64
#define DUPLICATE_CLOSE_SOURCE          0x00000001
#define DUPLICATE_SAME_ACCESS           0x00000002

#define STATUS_WAIT_0                   ((DWORD)0x00000000)
#define STATUS_ABANDONED_WAIT_0         ((DWORD)0x00000080)
#define STATUS_USER_APC                 ((DWORD)0x000000C0)
#define STATUS_TIMEOUT                  ((DWORD)0x00000102)
#define STATUS_PENDING                  ((DWORD)0x00000103)
#define STATUS_ACCESS_VIOLATION         ((DWORD)0xC0000005)
#define STATUS_INVALID_HANDLE           ((DWORD)0xC0000008)
#define STATUS_INVALID_PARAMETER        ((DWORD)0xC000000D)
#define STATUS_NO_MEMORY                ((DWORD)0xC0000017)
#define STATUS_CONTROL_C_EXIT           ((DWORD)0xC000013A)
#define STILL_ACTIVE                    STATUS_PENDING

#define MEM_COMMIT                      0x00001000
#define MEM_RESERVE                     0x00002000
#define MEM_DECOMMIT                    0x00004000
#define MEM_RELEASE                     0x00008000
#define PAGE_NOACCESS                   0x01
#define PAGE_READONLY                   0x02
#define PAGE_READWRITE                  0x04
#define PAGE_EXECUTE                    0x10
#define PAGE_EXECUTE_READ               0x20
#define PAGE_EXECUTE_READWRITE          0x40

#define HEAP_NO_SERIALIZE               0x00000001
#define HEAP_GROWABLE                   0x00000002
#define HEAP_GENERATE_EXCEPTIONS        0x00000004
#define HEAP_ZERO_MEMORY                0x00000008
#define HEAP_REALLOC_IN_PLACE_ONLY      0x00000010

#define LANG_NEUTRAL                    0x00
#define LANG_ENGLISH                    0x09
#define SUBLANG_NEUTRAL                 0x00
#define SUBLANG_DEFAULT                 0x01
#define SUBLANG_ENGLISH_US              0x01
#define MAKELANGID(primary, sub)        ((((WORD)(sub)) << 10) | (WORD)(primary))
#define MAKELCID(language, sort)        ((DWORD)((((DWORD)((WORD)(sort))) << 16) | ((DWORD)((WORD)(language)))))

#define RtlZeroMemory(at, bytes)        ((void)__builtin_memset((at), 0, (bytes)))
#define RtlFillMemory(at, bytes, value) ((void)__builtin_memset((at), (value), (bytes)))
#define RtlCopyMemory(to, from, bytes)  ((void)__builtin_memcpy((to), (from), (bytes)))
#define RtlMoveMemory(to, from, bytes)  ((void)__builtin_memmove((to), (from), (bytes)))
#define RtlEqualMemory(a, b, bytes)     (!__builtin_memcmp((a), (b), (bytes)))
#define ZeroMemory                      RtlZeroMemory
#define FillMemory                      RtlFillMemory
#define CopyMemory                      RtlCopyMemory
#define MoveMemory                      RtlMoveMemory
#define MemoryBarrier()                 __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define YieldProcessor()                __builtin_ia32_pause()

static inline void *kmdock_secure_zero(void *at, SIZE_T bytes)
{
    __builtin_memset(at, 0, bytes);
    __asm__ volatile("" : : "r"(at) : "memory");
    return at;
}
#define SecureZeroMemory    kmdock_secure_zero
#define RtlSecureZeroMemory kmdock_secure_zero

#include "kmdock_interlocked.h"

#endif
