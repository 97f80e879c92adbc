/* SPDX-License-Identifier: MIT */
/* Files, handles, waits, threads, memory: https://learn.microsoft.com/windows/win32/api/winbase/ and its neighbours.
 * What is not declared here is not there: libkmdock-um is for apps that talk to devices. */
#ifndef KMDOCK_WINBASE_H
#define KMDOCK_WINBASE_H

#include "winnt.h"
#include "winerror.h"

#define CREATE_NEW                           1
#define CREATE_ALWAYS                        2
#define OPEN_EXISTING                        3
#define OPEN_ALWAYS                          4
#define TRUNCATE_EXISTING                    5
#define FILE_FLAG_WRITE_THROUGH              0x80000000
#define FILE_FLAG_OVERLAPPED                 0x40000000
#define FILE_FLAG_NO_BUFFERING               0x20000000
#define FILE_FLAG_RANDOM_ACCESS              0x10000000
#define FILE_FLAG_SEQUENTIAL_SCAN            0x08000000
#define FILE_FLAG_DELETE_ON_CLOSE            0x04000000
#define FILE_FLAG_BACKUP_SEMANTICS           0x02000000
#define FILE_FLAG_POSIX_SEMANTICS            0x01000000
#define SECURITY_SQOS_PRESENT                0x00100000
#define SECURITY_ANONYMOUS                   0x00000000
#define SECURITY_IDENTIFICATION              0x00010000
#define SECURITY_IMPERSONATION               0x00020000
#define FILE_SKIP_COMPLETION_PORT_ON_SUCCESS 0x1
#define FILE_SKIP_SET_EVENT_ON_HANDLE        0x2
#define FILE_TYPE_UNKNOWN                    0x0000
#define FILE_TYPE_DISK                       0x0001
#define FILE_TYPE_CHAR                       0x0002
#define FILE_TYPE_PIPE                       0x0003
#define STD_INPUT_HANDLE                     ((DWORD)-10)
#define STD_OUTPUT_HANDLE                    ((DWORD)-11)
#define STD_ERROR_HANDLE                     ((DWORD)-12)

#define WAIT_OBJECT_0                        0x00000000
#define WAIT_ABANDONED                       0x00000080
#define WAIT_ABANDONED_0                     0x00000080
#define WAIT_IO_COMPLETION                   0x000000C0
#define WAIT_TIMEOUT                         258
#define WAIT_FAILED                          ((DWORD)0xFFFFFFFF)
#define CREATE_SUSPENDED                     0x00000004
#define STACK_SIZE_PARAM_IS_A_RESERVATION    0x00010000
#define THREAD_PRIORITY_LOWEST               (-2)
#define THREAD_PRIORITY_BELOW_NORMAL         (-1)
#define THREAD_PRIORITY_NORMAL               0
#define THREAD_PRIORITY_ABOVE_NORMAL         1
#define THREAD_PRIORITY_HIGHEST              2
#define THREAD_PRIORITY_TIME_CRITICAL        15
#define CREATE_EVENT_MANUAL_RESET            0x1
#define CREATE_EVENT_INITIAL_SET             0x2
#define LMEM_FIXED                           0x0000
#define LMEM_ZEROINIT                        0x0040
#define LPTR                                 (LMEM_FIXED | LMEM_ZEROINIT)
#define GMEM_FIXED                           0x0000
#define GMEM_ZEROINIT                        0x0040
#define GPTR                                 (GMEM_FIXED | GMEM_ZEROINIT)

#define FORMAT_MESSAGE_ALLOCATE_BUFFER       0x00000100
#define FORMAT_MESSAGE_IGNORE_INSERTS        0x00000200
#define FORMAT_MESSAGE_FROM_SYSTEM           0x00001000
#define FORMAT_MESSAGE_MAX_WIDTH_MASK        0x000000FF

typedef struct _SECURITY_ATTRIBUTES {
    DWORD nLength;
    LPVOID lpSecurityDescriptor;
    BOOL bInheritHandle;
} SECURITY_ATTRIBUTES, *PSECURITY_ATTRIBUTES, *LPSECURITY_ATTRIBUTES;

typedef struct _OVERLAPPED {
    ULONG_PTR Internal;
    ULONG_PTR InternalHigh;
    union {
        struct {
            DWORD Offset;
            DWORD OffsetHigh;
        };
        PVOID Pointer;
    };
    HANDLE hEvent;
} OVERLAPPED, *LPOVERLAPPED;

typedef struct _OVERLAPPED_ENTRY {
    ULONG_PTR lpCompletionKey;
    LPOVERLAPPED lpOverlapped;
    ULONG_PTR Internal;
    DWORD dwNumberOfBytesTransferred;
} OVERLAPPED_ENTRY, *LPOVERLAPPED_ENTRY;

typedef struct _SYSTEMTIME {
    WORD wYear;
    WORD wMonth;
    WORD wDayOfWeek;
    WORD wDay;
    WORD wHour;
    WORD wMinute;
    WORD wSecond;
    WORD wMilliseconds;
} SYSTEMTIME, *PSYSTEMTIME, *LPSYSTEMTIME;

typedef struct _SYSTEM_INFO {
    WORD wProcessorArchitecture;
    WORD wReserved;
    DWORD dwPageSize;
    LPVOID lpMinimumApplicationAddress;
    LPVOID lpMaximumApplicationAddress;
    DWORD_PTR dwActiveProcessorMask;
    DWORD dwNumberOfProcessors;
    DWORD dwProcessorType;
    DWORD dwAllocationGranularity;
    WORD wProcessorLevel;
    WORD wProcessorRevision;
} SYSTEM_INFO, *LPSYSTEM_INFO;

/* Locks of one process. Their insides are the library's; all zero is a free SRWLOCK, CONDITION_VARIABLE and INIT_ONCE.
 */
typedef struct _RTL_CRITICAL_SECTION {
    ULONG_PTR Kmdock[8];
} RTL_CRITICAL_SECTION, CRITICAL_SECTION, *PCRITICAL_SECTION, *LPCRITICAL_SECTION;
typedef struct _RTL_SRWLOCK {
    ULONG_PTR Kmdock[8];
} SRWLOCK, *PSRWLOCK;
typedef struct _RTL_CONDITION_VARIABLE {
    ULONG_PTR Kmdock[8];
} CONDITION_VARIABLE, *PCONDITION_VARIABLE;
/* clang-format off */
#define SRWLOCK_INIT {{0}}
#define CONDITION_VARIABLE_INIT {{0}}
/* clang-format on */
#define CONDITION_VARIABLE_LOCKMODE_SHARED 0x1

typedef DWORD(WINAPI *PTHREAD_START_ROUTINE)(LPVOID lpThreadParameter);
typedef PTHREAD_START_ROUTINE LPTHREAD_START_ROUTINE;

KMDOCK_BEGIN

/* fileapi.h, ioapiset.h: devices. */
HANDLE WINAPI CreateFileA(LPCSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                          DWORD flags, HANDLE pattern);
HANDLE WINAPI CreateFileW(LPCWSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                          DWORD flags, HANDLE pattern);
BOOL WINAPI ReadFile(HANDLE file, LPVOID buffer, DWORD bytes, LPDWORD ret_bytes, LPOVERLAPPED overlapped);
BOOL WINAPI WriteFile(HANDLE file, LPCVOID buffer, DWORD bytes, LPDWORD ret_bytes, LPOVERLAPPED overlapped);
BOOL WINAPI DeviceIoControl(HANDLE device, DWORD code, LPVOID in, DWORD in_bytes, LPVOID out, DWORD out_bytes,
                            LPDWORD ret_bytes, LPOVERLAPPED overlapped);
BOOL WINAPI FlushFileBuffers(HANDLE file);
DWORD WINAPI GetFileType(HANDLE file);
BOOL WINAPI CancelIo(HANDLE file);
BOOL WINAPI CancelIoEx(HANDLE file, LPOVERLAPPED overlapped);
BOOL WINAPI CancelSynchronousIo(HANDLE thread);
BOOL WINAPI GetOverlappedResult(HANDLE file, LPOVERLAPPED overlapped, LPDWORD ret_bytes, BOOL wait);
BOOL WINAPI GetOverlappedResultEx(HANDLE file, LPOVERLAPPED overlapped, LPDWORD ret_bytes, DWORD timeout_ms,
                                  BOOL alertable);
/* No thread of the library reads answers: whoever asks whether a request is done reads what has arrived. */
BOOL WINAPI KmdockHasOverlappedIoCompleted(LPOVERLAPPED overlapped);
#define HasOverlappedIoCompleted(overlapped) KmdockHasOverlappedIoCompleted((LPOVERLAPPED)(overlapped))
HANDLE WINAPI CreateIoCompletionPort(HANDLE file, HANDLE port, ULONG_PTR key, DWORD threads);
BOOL WINAPI GetQueuedCompletionStatus(HANDLE port, LPDWORD ret_bytes, PULONG_PTR ret_key, LPOVERLAPPED *ret_overlapped,
                                      DWORD timeout_ms);
BOOL WINAPI GetQueuedCompletionStatusEx(HANDLE port, LPOVERLAPPED_ENTRY entries, ULONG count, PULONG ret_count,
                                        DWORD timeout_ms, BOOL alertable);
BOOL WINAPI PostQueuedCompletionStatus(HANDLE port, DWORD bytes, ULONG_PTR key, LPOVERLAPPED overlapped);
BOOL WINAPI SetFileCompletionNotificationModes(HANDLE file, UCHAR flags);

/* handleapi.h */
BOOL WINAPI CloseHandle(HANDLE object);
BOOL WINAPI DuplicateHandle(HANDLE from_process, HANDLE from, HANDLE to_process, LPHANDLE ret_to, DWORD access,
                            BOOL inherit, DWORD options);

/* synchapi.h */
HANDLE WINAPI CreateEventA(LPSECURITY_ATTRIBUTES security, BOOL manual_reset, BOOL set, LPCSTR name);
HANDLE WINAPI CreateEventW(LPSECURITY_ATTRIBUTES security, BOOL manual_reset, BOOL set, LPCWSTR name);
HANDLE WINAPI CreateEventExA(LPSECURITY_ATTRIBUTES security, LPCSTR name, DWORD flags, DWORD access);
HANDLE WINAPI CreateEventExW(LPSECURITY_ATTRIBUTES security, LPCWSTR name, DWORD flags, DWORD access);
BOOL WINAPI SetEvent(HANDLE event);
BOOL WINAPI ResetEvent(HANDLE event);
HANDLE WINAPI CreateMutexA(LPSECURITY_ATTRIBUTES security, BOOL owned, LPCSTR name);
HANDLE WINAPI CreateMutexW(LPSECURITY_ATTRIBUTES security, BOOL owned, LPCWSTR name);
BOOL WINAPI ReleaseMutex(HANDLE mutex);
HANDLE WINAPI CreateSemaphoreA(LPSECURITY_ATTRIBUTES security, LONG count, LONG limit, LPCSTR name);
HANDLE WINAPI CreateSemaphoreW(LPSECURITY_ATTRIBUTES security, LONG count, LONG limit, LPCWSTR name);
BOOL WINAPI ReleaseSemaphore(HANDLE semaphore, LONG count, LPLONG ret_previous);
DWORD WINAPI WaitForSingleObject(HANDLE object, DWORD timeout_ms);
DWORD WINAPI WaitForSingleObjectEx(HANDLE object, DWORD timeout_ms, BOOL alertable);
DWORD WINAPI WaitForMultipleObjects(DWORD count, const HANDLE *objects, BOOL all, DWORD timeout_ms);
DWORD WINAPI WaitForMultipleObjectsEx(DWORD count, const HANDLE *objects, BOOL all, DWORD timeout_ms, BOOL alertable);
VOID WINAPI Sleep(DWORD ms);
DWORD WINAPI SleepEx(DWORD ms, BOOL alertable);
VOID WINAPI InitializeCriticalSection(LPCRITICAL_SECTION section);
BOOL WINAPI InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION section, DWORD spins);
BOOL WINAPI InitializeCriticalSectionEx(LPCRITICAL_SECTION section, DWORD spins, DWORD flags);
VOID WINAPI EnterCriticalSection(LPCRITICAL_SECTION section);
BOOL WINAPI TryEnterCriticalSection(LPCRITICAL_SECTION section);
VOID WINAPI LeaveCriticalSection(LPCRITICAL_SECTION section);
VOID WINAPI DeleteCriticalSection(LPCRITICAL_SECTION section);
VOID WINAPI InitializeSRWLock(PSRWLOCK lock);
VOID WINAPI AcquireSRWLockExclusive(PSRWLOCK lock);
VOID WINAPI AcquireSRWLockShared(PSRWLOCK lock);
VOID WINAPI ReleaseSRWLockExclusive(PSRWLOCK lock);
VOID WINAPI ReleaseSRWLockShared(PSRWLOCK lock);
BOOLEAN WINAPI TryAcquireSRWLockExclusive(PSRWLOCK lock);
BOOLEAN WINAPI TryAcquireSRWLockShared(PSRWLOCK lock);
VOID WINAPI InitializeConditionVariable(PCONDITION_VARIABLE condition);
BOOL WINAPI SleepConditionVariableCS(PCONDITION_VARIABLE condition, PCRITICAL_SECTION section, DWORD timeout_ms);
VOID WINAPI WakeConditionVariable(PCONDITION_VARIABLE condition);
VOID WINAPI WakeAllConditionVariable(PCONDITION_VARIABLE condition);

/* processthreadsapi.h */
HANDLE WINAPI CreateThread(LPSECURITY_ATTRIBUTES security, SIZE_T stack, LPTHREAD_START_ROUTINE start, LPVOID parameter,
                           DWORD flags, LPDWORD ret_id);
VOID WINAPI ExitThread(DWORD code) __attribute__((__noreturn__));
DWORD WINAPI ResumeThread(HANDLE thread);
BOOL WINAPI GetExitCodeThread(HANDLE thread, LPDWORD ret_code);
BOOL WINAPI SetThreadPriority(HANDLE thread, int priority);
int WINAPI GetThreadPriority(HANDLE thread);
DWORD WINAPI GetThreadId(HANDLE thread);
HANDLE WINAPI GetCurrentThread(void);
DWORD WINAPI GetCurrentThreadId(void);
HANDLE WINAPI GetCurrentProcess(void);
DWORD WINAPI GetCurrentProcessId(void);
VOID WINAPI ExitProcess(UINT code) __attribute__((__noreturn__));
BOOL WINAPI SwitchToThread(void);

/* errhandlingapi.h, winbase.h */
DWORD WINAPI GetLastError(void);
VOID WINAPI SetLastError(DWORD error);
DWORD WINAPI FormatMessageA(DWORD flags, LPCVOID source, DWORD id, DWORD language, LPSTR text, DWORD size,
                            va_list *arguments);
DWORD WINAPI FormatMessageW(DWORD flags, LPCVOID source, DWORD id, DWORD language, LPWSTR text, DWORD size,
                            va_list *arguments);
LPSTR WINAPI GetCommandLineA(void);
LPWSTR WINAPI GetCommandLineW(void);
DWORD WINAPI GetEnvironmentVariableA(LPCSTR name, LPSTR value, DWORD size);
DWORD WINAPI GetEnvironmentVariableW(LPCWSTR name, LPWSTR value, DWORD size);
VOID WINAPI OutputDebugStringA(LPCSTR text);
VOID WINAPI OutputDebugStringW(LPCWSTR text);

/* heapapi.h, memoryapi.h, sysinfoapi.h, profileapi.h */
HANDLE WINAPI GetProcessHeap(void);
LPVOID WINAPI HeapAlloc(HANDLE heap, DWORD flags, SIZE_T bytes);
LPVOID WINAPI HeapReAlloc(HANDLE heap, DWORD flags, LPVOID block, SIZE_T bytes);
BOOL WINAPI HeapFree(HANDLE heap, DWORD flags, LPVOID block);
SIZE_T WINAPI HeapSize(HANDLE heap, DWORD flags, LPCVOID block);
HLOCAL WINAPI LocalAlloc(UINT flags, SIZE_T bytes);
HLOCAL WINAPI LocalFree(HLOCAL block);
HGLOBAL WINAPI GlobalAlloc(UINT flags, SIZE_T bytes);
HGLOBAL WINAPI GlobalFree(HGLOBAL block);
LPVOID WINAPI VirtualAlloc(LPVOID address, SIZE_T bytes, DWORD type, DWORD protection);
BOOL WINAPI VirtualFree(LPVOID address, SIZE_T bytes, DWORD type);
DWORD WINAPI GetTickCount(void);
ULONGLONG WINAPI GetTickCount64(void);
BOOL WINAPI QueryPerformanceCounter(LARGE_INTEGER *ret_count);
BOOL WINAPI QueryPerformanceFrequency(LARGE_INTEGER *ret_per_second);
VOID WINAPI GetSystemTimeAsFileTime(LPFILETIME ret_time);
VOID WINAPI GetSystemTime(LPSYSTEMTIME ret_time);
VOID WINAPI GetLocalTime(LPSYSTEMTIME ret_time);
VOID WINAPI GetSystemInfo(LPSYSTEM_INFO ret_info);

/* winbase.h strings */
int WINAPI lstrlenA(LPCSTR text);
int WINAPI lstrlenW(LPCWSTR text);
int WINAPI lstrcmpA(LPCSTR a, LPCSTR b);
int WINAPI lstrcmpW(LPCWSTR a, LPCWSTR b);
int WINAPI lstrcmpiA(LPCSTR a, LPCSTR b);
int WINAPI lstrcmpiW(LPCWSTR a, LPCWSTR b);
LPSTR WINAPI lstrcpyA(LPSTR to, LPCSTR from);
LPWSTR WINAPI lstrcpyW(LPWSTR to, LPCWSTR from);
LPSTR WINAPI lstrcpynA(LPSTR to, LPCSTR from, int size);
LPWSTR WINAPI lstrcpynW(LPWSTR to, LPCWSTR from, int size);
LPSTR WINAPI lstrcatA(LPSTR to, LPCSTR from);
LPWSTR WINAPI lstrcatW(LPWSTR to, LPCWSTR from);

KMDOCK_END

#ifdef UNICODE
#define CreateFile             CreateFileW
#define CreateEvent            CreateEventW
#define CreateEventEx          CreateEventExW
#define CreateMutex            CreateMutexW
#define CreateSemaphore        CreateSemaphoreW
#define FormatMessage          FormatMessageW
#define GetCommandLine         GetCommandLineW
#define GetEnvironmentVariable GetEnvironmentVariableW
#define OutputDebugString      OutputDebugStringW
#define lstrlen                lstrlenW
#define lstrcmp                lstrcmpW
#define lstrcmpi               lstrcmpiW
#define lstrcpy                lstrcpyW
#define lstrcpyn               lstrcpynW
#define lstrcat                lstrcatW
#else
#define CreateFile             CreateFileA
#define CreateEvent            CreateEventA
#define CreateEventEx          CreateEventExA
#define CreateMutex            CreateMutexA
#define CreateSemaphore        CreateSemaphoreA
#define FormatMessage          FormatMessageA
#define GetCommandLine         GetCommandLineA
#define GetEnvironmentVariable GetEnvironmentVariableA
#define OutputDebugString      OutputDebugStringA
#define lstrlen                lstrlenA
#define lstrcmp                lstrcmpA
#define lstrcmpi               lstrcmpiA
#define lstrcpy                lstrcpyA
#define lstrcpyn               lstrcpynA
#define lstrcat                lstrcatA
#endif

#endif
