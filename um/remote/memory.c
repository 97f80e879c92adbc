/* SPDX-License-Identifier: MIT */
/* Memory, clocks, environment: thin covers over the C library's. */
#include "um.h"
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>
#include <malloc.h>

static char heap; /* its address is the process heap's handle */

HANDLE GetProcessHeap(void)
{
    return &heap;
}

static void *allocate(size_t bytes, bool zero)
{
    void *block = zero ? calloc(1, bytes ? bytes : 1) : malloc(bytes ? bytes : 1);
    if (!block)
        um_last_error = ERROR_NOT_ENOUGH_MEMORY;
    return block;
}

LPVOID HeapAlloc(HANDLE from, DWORD flags, SIZE_T bytes)
{
    assert(from == &heap);
    (void)from;
    return allocate(bytes, flags & HEAP_ZERO_MEMORY);
}

LPVOID HeapReAlloc(HANDLE from, DWORD flags, LPVOID block, SIZE_T bytes)
{
    assert(from == &heap);
    (void)from;
    size_t before = block ? malloc_usable_size(block) : 0;
    char *now = realloc(block, bytes ? bytes : 1);
    if (!now)
        um_last_error = ERROR_NOT_ENOUGH_MEMORY;
    else if ((flags & HEAP_ZERO_MEMORY) && bytes > before)
        memset(now + before, 0, bytes - before);
    return now;
}

BOOL HeapFree(HANDLE from, DWORD flags, LPVOID block)
{
    assert(from == &heap);
    (void)from;
    (void)flags;
    free(block);
    return TRUE;
}

SIZE_T HeapSize(HANDLE from, DWORD flags, LPCVOID block)
{
    (void)from;
    (void)flags;
    return malloc_usable_size((void *)(uintptr_t)block);
}

HLOCAL LocalAlloc(UINT flags, SIZE_T bytes)
{
    return allocate(bytes, flags & LMEM_ZEROINIT);
}

HLOCAL LocalFree(HLOCAL block)
{
    free(block);
    return NULL;
}

HGLOBAL GlobalAlloc(UINT flags, SIZE_T bytes)
{
    return allocate(bytes, flags & GMEM_ZEROINIT);
}

HGLOBAL GlobalFree(HGLOBAL block)
{
    free(block);
    return NULL;
}

enum { PAGE_BYTES = 4096 };

static int protection_of(DWORD protection)
{
    switch (protection) {
    case PAGE_NOACCESS:
        return PROT_NONE;
    case PAGE_READONLY:
        return PROT_READ;
    case PAGE_EXECUTE_READ:
        return PROT_READ | PROT_EXEC;
    case PAGE_EXECUTE_READWRITE:
        return PROT_READ | PROT_WRITE | PROT_EXEC;
    default:
        return PROT_READ | PROT_WRITE;
    }
}

/* A page before the block remembers its size for MEM_RELEASE. */
LPVOID VirtualAlloc(LPVOID address, SIZE_T bytes, DWORD type, DWORD protection)
{
    if (address) { /* committing a part of what was reserved: all of it is there already */
        if (type & MEM_COMMIT && !mprotect(address, bytes, protection_of(protection)))
            return address;
        um_last_error = ERROR_INVALID_ADDRESS;
        return NULL;
    }
    size_t size = ((bytes + PAGE_BYTES - 1) & ~(size_t)(PAGE_BYTES - 1)) + PAGE_BYTES;
    char *block = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (block == MAP_FAILED) {
        um_last_error = ERROR_NOT_ENOUGH_MEMORY;
        return NULL;
    }
    *(size_t *)(void *)block = size;
    mprotect(block + PAGE_BYTES, size - PAGE_BYTES, protection_of(protection));
    return block + PAGE_BYTES;
}

BOOL VirtualFree(LPVOID address, SIZE_T bytes, DWORD type)
{
    char *block = (char *)address - PAGE_BYTES;
    if (type == MEM_RELEASE && address && !bytes)
        return !munmap(block, *(size_t *)(void *)block);
    if (type == MEM_DECOMMIT && address && bytes)
        return !madvise(address, bytes, MADV_DONTNEED);
    um_last_error = ERROR_INVALID_PARAMETER;
    return FALSE;
}

void *_aligned_malloc(size_t bytes, size_t alignment)
{
    void *block = NULL;
    return posix_memalign(&block, alignment < sizeof block ? sizeof block : alignment, bytes) ? NULL : block;
}

void _aligned_free(void *block)
{
    free(block);
}

static ULONGLONG clock_now(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (ULONGLONG)time.tv_sec * 1000000000 + (ULONGLONG)time.tv_nsec;
}

ULONGLONG GetTickCount64(void)
{
    return clock_now(CLOCK_MONOTONIC) / 1000000;
}

DWORD GetTickCount(void)
{
    return (DWORD)GetTickCount64();
}

/* Ten million a second, as on Windows. */
BOOL QueryPerformanceCounter(LARGE_INTEGER *ret_count)
{
    ret_count->QuadPart = (LONGLONG)(clock_now(CLOCK_MONOTONIC) / 100);
    return TRUE;
}

BOOL QueryPerformanceFrequency(LARGE_INTEGER *ret_per_second)
{
    ret_per_second->QuadPart = 10000000;
    return TRUE;
}

/* 100 nanoseconds since 1601-01-01, 11,644,473,600 seconds before 1970. */
VOID GetSystemTimeAsFileTime(LPFILETIME ret_time)
{
    ULONGLONG ticks = clock_now(CLOCK_REALTIME) / 100 + 116444736000000000ull;
    ret_time->dwLowDateTime = (DWORD)ticks;
    ret_time->dwHighDateTime = (DWORD)(ticks >> 32);
}

static void system_time(bool local, LPSYSTEMTIME ret_time)
{
    ULONGLONG now = clock_now(CLOCK_REALTIME);
    time_t seconds = (time_t)(now / 1000000000);
    struct tm parts;
    if (local)
        localtime_r(&seconds, &parts);
    else
        gmtime_r(&seconds, &parts);
    *ret_time = (SYSTEMTIME){.wYear = (WORD)(parts.tm_year + 1900),
                             .wMonth = (WORD)(parts.tm_mon + 1),
                             .wDayOfWeek = (WORD)parts.tm_wday,
                             .wDay = (WORD)parts.tm_mday,
                             .wHour = (WORD)parts.tm_hour,
                             .wMinute = (WORD)parts.tm_min,
                             .wSecond = (WORD)parts.tm_sec,
                             .wMilliseconds = (WORD)(now / 1000000 % 1000)};
}

VOID GetSystemTime(LPSYSTEMTIME ret_time)
{
    system_time(false, ret_time);
}

VOID GetLocalTime(LPSYSTEMTIME ret_time)
{
    system_time(true, ret_time);
}

VOID GetSystemInfo(LPSYSTEM_INFO ret_info)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    *ret_info = (SYSTEM_INFO){.wProcessorArchitecture = 9,
                              .dwPageSize = PAGE_BYTES,
                              .dwNumberOfProcessors = count > 0 ? (DWORD)count : 1,
                              .dwAllocationGranularity = 65536};
    ret_info->dwActiveProcessorMask =
        ret_info->dwNumberOfProcessors >= 64 ? ~(DWORD_PTR)0 : ((DWORD_PTR)1 << ret_info->dwNumberOfProcessors) - 1;
}
