/* SPDX-License-Identifier: MIT */
/* NTSTATUS to Win32 error, and what an error means in words. */
#include "um.h"

struct status_error {
    uint32_t status;
    uint32_t error;
};

static const struct status_error table[] = {
#include "status_table.h"
};

enum { TABLE_COUNT = sizeof table / sizeof table[0] };

/* https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-rtlntstatustodoserror, by facts/ntstatus.tsv */
DWORD um_error_of_status(LONG status)
{
    uint32_t wanted = (uint32_t)status;
    uint32_t low = 0, high = TABLE_COUNT;
    if ((wanted & 0xFFFF0000) == 0x80070000 || (wanted & 0xFFFF0000) == 0xC0070000)
        return wanted & 0xFFFF; /* an NTSTATUS made from a Win32 error */
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (table[middle].status < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < TABLE_COUNT && table[low].status == wanted)
        return table[low].error;
    return ERROR_MR_MID_NOT_FOUND;
}

static const struct {
    DWORD error;
    const char *message;
} messages[] = {
    {ERROR_SUCCESS, "Done without an error."},
    {ERROR_INVALID_FUNCTION, "The device does not know this request."},
    {ERROR_FILE_NOT_FOUND, "There is no device or file of this name."},
    {ERROR_PATH_NOT_FOUND, "There is no such path."},
    {ERROR_TOO_MANY_OPEN_FILES, "Too many files are open."},
    {ERROR_ACCESS_DENIED, "Access is denied."},
    {ERROR_INVALID_HANDLE, "The handle is not valid."},
    {ERROR_NOT_ENOUGH_MEMORY, "There is not enough memory."},
    {ERROR_INVALID_DATA, "The data is not valid."},
    {ERROR_OUTOFMEMORY, "There is no memory left."},
    {ERROR_WRITE_PROTECT, "The medium is write protected."},
    {ERROR_BAD_UNIT, "There is no such device."},
    {ERROR_NOT_READY, "The device is not ready."},
    {ERROR_BAD_COMMAND, "The device does not know this command."},
    {ERROR_CRC, "The data failed its check."},
    {ERROR_BAD_LENGTH, "The request has the wrong length."},
    {ERROR_WRITE_FAULT, "Writing failed."},
    {ERROR_READ_FAULT, "Reading failed."},
    {ERROR_GEN_FAILURE, "The device does not work."},
    {ERROR_SHARING_VIOLATION, "Somebody else has it open."},
    {ERROR_HANDLE_EOF, "The end was reached."},
    {ERROR_NOT_SUPPORTED, "This is not supported."},
    {ERROR_DEV_NOT_EXIST, "The device is not there any more."},
    {ERROR_INVALID_PARAMETER, "A parameter is wrong."},
    {ERROR_BROKEN_PIPE, "The other end was closed."},
    {ERROR_CALL_NOT_IMPLEMENTED, "This call is not there."},
    {ERROR_SEM_TIMEOUT, "The time for it ran out."},
    {ERROR_INSUFFICIENT_BUFFER, "The buffer is too small."},
    {ERROR_INVALID_NAME, "The name is not valid."},
    {ERROR_BUSY, "It is in use."},
    {ERROR_ALREADY_EXISTS, "It is already there."},
    {ERROR_MORE_DATA, "There is more data than fits."},
    {WAIT_TIMEOUT, "The wait timed out."},
    {ERROR_NO_MORE_ITEMS, "There are no more."},
    {ERROR_NOT_OWNER, "The caller does not own it."},
    {ERROR_TOO_MANY_POSTS, "It was released too often."},
    {ERROR_MR_MID_NOT_FOUND, "The device failed the request with a status that has no Win32 error."},
    {ERROR_NO_SUCH_DEVICE, "There is no such device."},
    {ERROR_ABANDONED_WAIT_0, "What was waited for was closed."},
    {ERROR_OPERATION_ABORTED, "The request was cancelled."},
    {ERROR_IO_INCOMPLETE, "The request is not done yet."},
    {ERROR_IO_PENDING, "The request is under way."},
    {ERROR_NOACCESS, "The memory cannot be accessed."},
    {ERROR_IO_DEVICE, "The device failed the request."},
    {ERROR_NOT_FOUND, "It was not found."},
    {ERROR_DEVICE_NOT_CONNECTED, "The device is not connected."},
    {ERROR_CANCELLED, "It was cancelled."},
    {ERROR_NO_SYSTEM_RESOURCES, "There are not enough resources."},
    {ERROR_TIMEOUT, "The time for it ran out."},
    {ERROR_DEVICE_REMOVED, "The device was removed."},
    {ERROR_INVALID_USER_BUFFER, "The buffer is not one that the device takes."},
};

const char *um_message_of(DWORD error)
{
    for (size_t i = 0; i < sizeof messages / sizeof messages[0]; i++)
        if (messages[i].error == error)
            return messages[i].message;
    return NULL;
}

/* The text of a system error or of a given format without inserts; NULL and the last error if there is none. */
static char *message_text(DWORD flags, const char *source, DWORD id)
{
    char *text = NULL;
    if (flags & FORMAT_MESSAGE_FROM_SYSTEM) {
        const char *message = um_message_of(id);
        size_t size = message ? strlen(message) + 3 : 0;
        text = message ? malloc(size) : NULL;
        if (text)
            snprintf(text, size, "%s\r\n", message);
    } else {
        (void)source;
    }
    if (!text)
        um_last_error = ERROR_MR_MID_NOT_FOUND;
    return text;
}

/*
 * https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-formatmessagea
 * Messages of the system only, which have no inserts.
 */
DWORD FormatMessageA(DWORD flags, LPCVOID source, DWORD id, DWORD language, LPSTR buffer, DWORD size,
                     va_list *arguments)
{
    (void)language;
    (void)arguments;
    char *text = message_text(flags, source, id);
    if (!text)
        return 0;
    if ((flags & FORMAT_MESSAGE_MAX_WIDTH_MASK) == FORMAT_MESSAGE_MAX_WIDTH_MASK) {
        char *end = strchr(text, '\r'); /* line breaks become a space */
        strcpy(end, " ");
    }
    DWORD length = (DWORD)strlen(text);
    if (flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) {
        *(char **)(void *)buffer = text;
        return length;
    }
    if (length >= size) {
        free(text);
        um_last_error = ERROR_INSUFFICIENT_BUFFER;
        return 0;
    }
    strcpy(buffer, text);
    free(text);
    return length;
}

DWORD FormatMessageW(DWORD flags, LPCVOID source, DWORD id, DWORD language, LPWSTR buffer, DWORD size,
                     va_list *arguments)
{
    char *narrow = NULL;
    DWORD length =
        FormatMessageA(flags | FORMAT_MESSAGE_ALLOCATE_BUFFER, source, id, language, (char *)&narrow, 0, arguments);
    if (!length) {
        free(narrow); /* a message of no characters is a failure that allocated */
        return 0;
    }
    WCHAR *text = um_widen(narrow);
    free(narrow);
    if (!text) {
        um_last_error = ERROR_NOT_ENOUGH_MEMORY;
        return 0;
    }
    length = (DWORD)wcslen(text);
    if (flags & FORMAT_MESSAGE_ALLOCATE_BUFFER) {
        *(WCHAR **)(void *)buffer = text;
        return length;
    }
    if (length < size)
        wcscpy(buffer, text);
    else
        um_last_error = ERROR_INSUFFICIENT_BUFFER;
    free(text);
    return length < size ? length : 0;
}
