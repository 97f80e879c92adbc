/* SPDX-License-Identifier: MIT */
/*
 * um.dll: the Win32 calls of programs that run inside the machine, over nt's Nt… services. A PE image that imports
 * ntoskrnl.exe only. Each function follows its page in the Windows API reference; what it does not take is refused
 * with ERROR_INVALID_PARAMETER or ERROR_CALL_NOT_IMPLEMENTED, never ignored.
 */
#ifndef KMDOCK_UM_LOCAL_UM_H
#define KMDOCK_UM_LOCAL_UM_H

#define WINBASEAPI
#define _KERNEL32_
#define CMAPI
#define WIN32_NO_STATUS
#include <windows.h>
#undef WIN32_NO_STATUS
#include <ntstatus.h>
#include <winternl.h>

#include "operator.h"

/* -- what of ntoskrnl.exe winternl.h leaves out ---------------------------------------------------- */

NTSTATUS NTAPI NtReadFile(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context, PIO_STATUS_BLOCK status,
                          PVOID buffer, ULONG length, PLARGE_INTEGER offset, PULONG key);
NTSTATUS NTAPI NtWriteFile(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context, PIO_STATUS_BLOCK status,
                           PVOID buffer, ULONG length, PLARGE_INTEGER offset, PULONG key);
NTSTATUS NTAPI NtFlushBuffersFile(HANDLE file, PIO_STATUS_BLOCK status);
NTSTATUS NTAPI NtCancelIoFileEx(HANDLE file, PIO_STATUS_BLOCK request, PIO_STATUS_BLOCK status);
NTSTATUS NTAPI NtCancelIoFile(HANDLE file, PIO_STATUS_BLOCK status);
NTSTATUS NTAPI NtCreateEvent(PHANDLE event, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes, ULONG type,
                             BOOLEAN state);
NTSTATUS NTAPI NtSetEvent(HANDLE event, PLONG previous);
NTSTATUS NTAPI NtClearEvent(HANDLE event);
NTSTATUS NTAPI NtWaitForMultipleObjects(ULONG count, HANDLE *handles, ULONG wait_type, BOOLEAN alertable,
                                        PLARGE_INTEGER timeout);
NTSTATUS NTAPI NtDelayExecution(BOOLEAN alertable, PLARGE_INTEGER interval);
NTSTATUS NTAPI NtCreateIoCompletion(PHANDLE port, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes, ULONG threads);
NTSTATUS NTAPI NtSetIoCompletion(HANDLE port, PVOID key, PVOID context, NTSTATUS status, ULONG_PTR information);
NTSTATUS NTAPI NtRemoveIoCompletion(HANDLE port, PVOID *key, PVOID *context, PIO_STATUS_BLOCK status,
                                    PLARGE_INTEGER timeout);
NTSTATUS NTAPI IoGetDeviceInterfaces(const GUID *guid, PVOID device, ULONG flags, PWSTR *list);
PVOID NTAPI MmGetSystemRoutineAddress(PUNICODE_STRING name);
PVOID NTAPI ExAllocatePoolWithTag(ULONG type, SIZE_T bytes, ULONG tag);
VOID NTAPI ExFreePoolWithTag(PVOID block, ULONG tag);
HANDLE NTAPI PsGetCurrentThreadId(VOID);
HANDLE NTAPI PsGetCurrentProcessId(VOID);
LARGE_INTEGER NTAPI KeQueryPerformanceCounter(PLARGE_INTEGER frequency);
ULONGLONG NTAPI KeQueryInterruptTime(VOID);
int vDbgPrintEx(ULONG component, ULONG level, const char *format, va_list arguments);

/* -- ours ------------------------------------------------------------------------------------------- */

enum {
    UM_POOL_TAG = 0x6d55644b, /* "KdUm" in memory */
    UM_NONPAGED_POOL = 0x200, /* NonPagedPoolNx */
};

const KMDOCK_OPERATOR *um_operator(void);

/* Sets the last error from an NTSTATUS; TRUE for a success or information status. */
BOOL um_result(NTSTATUS status);
/* A timeout in milliseconds as the kernel wants it; NULL for INFINITE. */
PLARGE_INTEGER um_timeout(DWORD milliseconds, PLARGE_INTEGER storage);
/* A UTF-16 copy of an ANSI (UTF-8) string, to be freed with um_free; NULL if there is no memory. */
WCHAR *um_wide(const char *text);
void *um_alloc(size_t bytes);
void um_free(void *block);

#endif
