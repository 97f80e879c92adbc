/* SPDX-License-Identifier: MIT */
/* CreateFile and what is done to its handle (fileapi.h, ioapiset.h). */
#include "um.h"

enum { NT_PREFIX_CHARS = 4 };

/* "\\?\X" and "\\.\X" name objects of the kernel's \??\ directory; nothing else is a device. */
static BOOL device_name(PCWSTR name, UNICODE_STRING *ret_name)
{
    WCHAR *copy;
    size_t length = wcslen(name);

    if (length <= NT_PREFIX_CHARS || name[0] != L'\\' || name[1] != L'\\' || (name[2] != L'?' && name[2] != L'.') ||
        name[3] != L'\\')
        return FALSE;
    copy = um_alloc((length + 1) * sizeof(WCHAR));
    if (!copy)
        return FALSE;
    for (size_t i = 0; i <= length; i++)
        copy[i] = name[i];
    copy[1] = L'?';
    copy[2] = L'?';
    RtlInitUnicodeString(ret_name, copy);
    return TRUE;
}

HANDLE WINAPI CreateFileW(LPCWSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                          DWORD flags, HANDLE template)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING nt_name;
    IO_STATUS_BLOCK result;
    HANDLE file = NULL;
    NTSTATUS status;

    (void)security;
    (void)template;
    (void)disposition; /* devices are always there: OPEN_EXISTING */
    if (!name || !device_name(name, &nt_name)) {
        SetLastError(ERROR_FILE_NOT_FOUND);
        return INVALID_HANDLE_VALUE;
    }
    InitializeObjectAttributes(&attributes, &nt_name, OBJ_CASE_INSENSITIVE, NULL, NULL);
    status = NtCreateFile(
        &file, access | SYNCHRONIZE | FILE_READ_ATTRIBUTES, &attributes, &result, NULL, 0, share, FILE_OPEN,
        FILE_NON_DIRECTORY_FILE | (flags & FILE_FLAG_OVERLAPPED ? 0 : FILE_SYNCHRONOUS_IO_NONALERT), NULL, 0);
    um_free(nt_name.Buffer);
    return um_result(status) ? file : INVALID_HANDLE_VALUE;
}

HANDLE WINAPI CreateFileA(LPCSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                          DWORD flags, HANDLE template)
{
    WCHAR *wide = name ? um_wide(name) : NULL;
    HANDLE file;

    if (!wide) {
        SetLastError(name ? ERROR_NOT_ENOUGH_MEMORY : ERROR_INVALID_PARAMETER);
        return INVALID_HANDLE_VALUE;
    }
    file = CreateFileW(wide, access, share, security, disposition, flags, template);
    um_free(wide);
    return file;
}

WINBOOL WINAPI CloseHandle(HANDLE handle)
{
    return um_result(NtClose(handle));
}

/* What a read, write or control code needs of an OVERLAPPED, or of its absence. */
struct transfer {
    IO_STATUS_BLOCK own;
    PIO_STATUS_BLOCK result;
    HANDLE event;
    PVOID context;
    LARGE_INTEGER offset;
    PLARGE_INTEGER offset_or_null;
};

static void transfer_begin(struct transfer *transfer, LPOVERLAPPED overlapped)
{
    transfer->event = NULL;
    transfer->context = NULL;
    transfer->offset_or_null = NULL;
    transfer->result = &transfer->own;
    transfer->own.Status = STATUS_PENDING;
    transfer->own.Information = 0;
    if (!overlapped)
        return;
    transfer->result = (PIO_STATUS_BLOCK)(void *)overlapped; /* Internal and InternalHigh */
    transfer->result->Status = STATUS_PENDING;
    transfer->result->Information = 0;
    transfer->event = (HANDLE)((ULONG_PTR)overlapped->hEvent & ~(ULONG_PTR)1);
    /* A set low bit of hEvent keeps the completion from the port (GetQueuedCompletionStatus, remarks). */
    transfer->context = (ULONG_PTR)overlapped->hEvent & 1 ? NULL : overlapped;
    transfer->offset.LowPart = overlapped->Offset;
    transfer->offset.HighPart = (LONG)overlapped->OffsetHigh;
    transfer->offset_or_null = &transfer->offset;
}

static BOOL transfer_end(HANDLE file, struct transfer *transfer, LPOVERLAPPED overlapped, NTSTATUS status,
                         LPDWORD ret_bytes)
{
    if (status == STATUS_PENDING && !overlapped) {
        /* A synchronous call on an overlapped handle, which the reference forbids: wait, as Windows does. */
        NtWaitForSingleObject(file, FALSE, NULL);
        status = transfer->own.Status;
    }
    if (status == STATUS_PENDING) {
        SetLastError(ERROR_IO_PENDING);
        return FALSE;
    }
    if (ret_bytes)
        *ret_bytes = NT_ERROR(status) ? 0 : (DWORD)transfer->result->Information;
    return um_result(status);
}

WINBOOL WINAPI ReadFile(HANDLE file, LPVOID buffer, DWORD length, LPDWORD ret_bytes, LPOVERLAPPED overlapped)
{
    struct transfer transfer;
    NTSTATUS status;

    transfer_begin(&transfer, overlapped);
    status = NtReadFile(file, transfer.event, NULL, transfer.context, transfer.result, buffer, length,
                        transfer.offset_or_null, NULL);
    return transfer_end(file, &transfer, overlapped, status, ret_bytes);
}

WINBOOL WINAPI WriteFile(HANDLE file, LPCVOID buffer, DWORD length, LPDWORD ret_bytes, LPOVERLAPPED overlapped)
{
    struct transfer transfer;
    NTSTATUS status;

    transfer_begin(&transfer, overlapped);
    status = NtWriteFile(file, transfer.event, NULL, transfer.context, transfer.result, (PVOID)buffer, length,
                         transfer.offset_or_null, NULL);
    return transfer_end(file, &transfer, overlapped, status, ret_bytes);
}

WINBOOL WINAPI DeviceIoControl(HANDLE file, DWORD code, LPVOID in, DWORD in_bytes, LPVOID out, DWORD out_bytes,
                               LPDWORD ret_bytes, LPOVERLAPPED overlapped)
{
    struct transfer transfer;
    NTSTATUS status;

    transfer_begin(&transfer, overlapped);
    status = NtDeviceIoControlFile(file, transfer.event, NULL, transfer.context, transfer.result, code, in, in_bytes,
                                   out, out_bytes);
    return transfer_end(file, &transfer, overlapped, status, ret_bytes);
}

WINBOOL WINAPI FlushFileBuffers(HANDLE file)
{
    IO_STATUS_BLOCK result;

    return um_result(NtFlushBuffersFile(file, &result));
}

WINBOOL WINAPI CancelIo(HANDLE file)
{
    IO_STATUS_BLOCK result;

    return um_result(NtCancelIoFile(file, &result));
}

/* CancelIoEx page: ERROR_NOT_FOUND when nothing was found to cancel. */
WINBOOL WINAPI CancelIoEx(HANDLE file, LPOVERLAPPED overlapped)
{
    IO_STATUS_BLOCK result;

    return um_result(NtCancelIoFileEx(file, (PIO_STATUS_BLOCK)(void *)overlapped, &result));
}

WINBOOL WINAPI GetOverlappedResult(HANDLE file, LPOVERLAPPED overlapped, LPDWORD ret_bytes, WINBOOL wait)
{
    const volatile ULONG_PTR *state = &overlapped->Internal;

    if (*state == (ULONG)STATUS_PENDING) {
        HANDLE event = (HANDLE)((ULONG_PTR)overlapped->hEvent & ~(ULONG_PTR)1);

        if (!wait) {
            SetLastError(ERROR_IO_INCOMPLETE);
            return FALSE;
        }
        while (*state == (ULONG)STATUS_PENDING)
            NtWaitForSingleObject(event ? event : file, FALSE, NULL);
    }
    *ret_bytes = (DWORD)overlapped->InternalHigh;
    return um_result((NTSTATUS)*state);
}
