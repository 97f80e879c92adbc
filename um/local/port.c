/* SPDX-License-Identifier: MIT */
/* Completion ports (ioapiset.h). */
#include "um.h"

#define FILE_COMPLETION_INFORMATION_CLASS ((FILE_INFORMATION_CLASS)30) /* FileCompletionInformation */

struct file_completion_information {
    HANDLE port;
    PVOID key;
};

HANDLE WINAPI CreateIoCompletionPort(HANDLE file, HANDLE existing, ULONG_PTR key, DWORD threads)
{
    struct file_completion_information information = {.port = existing, .key = (PVOID)key};
    IO_STATUS_BLOCK result;

    if (!existing && !um_result(NtCreateIoCompletion(&information.port, IO_COMPLETION_ALL_ACCESS, NULL, threads)))
        return NULL;
    if (file == INVALID_HANDLE_VALUE)
        return information.port;
    if (um_result(
            NtSetInformationFile(file, &result, &information, sizeof(information), FILE_COMPLETION_INFORMATION_CLASS)))
        return information.port;
    if (!existing)
        NtClose(information.port);
    return NULL;
}

WINBOOL WINAPI GetQueuedCompletionStatus(HANDLE port, LPDWORD ret_bytes, PULONG_PTR ret_key,
                                         LPOVERLAPPED *ret_overlapped, DWORD milliseconds)
{
    LARGE_INTEGER timeout;
    IO_STATUS_BLOCK result;
    PVOID key = NULL, context = NULL;
    NTSTATUS status = NtRemoveIoCompletion(port, &key, &context, &result, um_timeout(milliseconds, &timeout));

    if (status != STATUS_SUCCESS) {
        *ret_overlapped = NULL;
        if (status == STATUS_TIMEOUT)
            SetLastError(WAIT_TIMEOUT);
        else
            um_result(status);
        return FALSE;
    }
    *ret_key = (ULONG_PTR)key;
    *ret_overlapped = context;
    *ret_bytes = (DWORD)result.Information;
    return um_result(result.Status);
}

WINBOOL WINAPI PostQueuedCompletionStatus(HANDLE port, DWORD bytes, ULONG_PTR key, LPOVERLAPPED overlapped)
{
    return um_result(NtSetIoCompletion(port, (PVOID)key, overlapped, STATUS_SUCCESS, bytes));
}
