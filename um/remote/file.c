/* SPDX-License-Identifier: MIT */
/* Devices: CreateFile, ReadFile, WriteFile, DeviceIoControl, CloseHandle. */
#include "um.h"
#include <errno.h>
#include <unistd.h>

/* Create options of NtCreateFile: https://learn.microsoft.com/windows-hardware/drivers/ddi/ntifs/nf-ntifs-ntcreatefile
 */
enum {
    OPTION_WRITE_THROUGH = 0x2,
    OPTION_SEQUENTIAL_ONLY = 0x4,
    OPTION_NO_INTERMEDIATE_BUFFERING = 0x8,
    OPTION_SYNCHRONOUS_IO_NONALERT = 0x20,
    OPTION_NON_DIRECTORY_FILE = 0x40,
    OPTION_RANDOM_ACCESS = 0x800,
};

static uint32_t options_of(DWORD flags)
{
    uint32_t options = flags & FILE_FLAG_OVERLAPPED ? 0 : OPTION_SYNCHRONOUS_IO_NONALERT;
    options |= flags & FILE_FLAG_BACKUP_SEMANTICS ? 0 : OPTION_NON_DIRECTORY_FILE;
    options |= flags & FILE_FLAG_WRITE_THROUGH ? OPTION_WRITE_THROUGH : 0;
    options |= flags & FILE_FLAG_SEQUENTIAL_SCAN ? OPTION_SEQUENTIAL_ONLY : 0;
    options |= flags & FILE_FLAG_NO_BUFFERING ? OPTION_NO_INTERMEDIATE_BUFFERING : 0;
    options |= flags & FILE_FLAG_RANDOM_ACCESS ? OPTION_RANDOM_ACCESS : 0;
    return options;
}

static HANDLE open_failed(DWORD error)
{
    um_fail_handle(error);
    return INVALID_HANDLE_VALUE;
}

static HANDLE open_on(struct um_conn *conn, const char *nt_name, DWORD access, DWORD share, DWORD flags)
{
    struct link_header header = {.operation = LINK_OPEN,
                                 .code = access | SYNCHRONIZE | FILE_READ_ATTRIBUTES,
                                 .offset = share | (uint64_t)options_of(flags) << 32,
                                 .bytes = (uint32_t)strlen(nt_name)};
    struct um_file *file = um_object_make(UM_FILE, sizeof *file);
    if (!file)
        return open_failed(ERROR_NOT_ENOUGH_MEMORY);
    struct um_call call;
    LONG status = um_call(conn, &header, nt_name, &call);
    if (status < 0) {
        um_object_drop(&file->object);
        return open_failed(um_error_of_status(status));
    }
    file->conn = conn;
    file->handle = call.handle;
    file->overlapped = flags & FILE_FLAG_OVERLAPPED;
    HANDLE handle = um_handle_make(&file->object);
    if (!handle) {
        header = (struct link_header){.operation = LINK_CLOSE, .handle = call.handle};
        um_call(conn, &header, NULL, &call);
        return open_failed(ERROR_TOO_MANY_OPEN_FILES);
    }
    um_leave();
    um_last_error = ERROR_SUCCESS;
    return handle;
}

/* The host that publishes the name, and the name as its object manager knows it. One that was killed is passed over. */
static struct um_conn *conn_of(struct um_names *names, const char *name, char **ret_nt_name)
{
    const char *rest;
    struct um_name *found;
    while ((found = um_names_find(names, name, &rest))) {
        um_enter();
        struct um_conn *conn = um_conn_get(found->socket);
        um_leave();
        size_t size = strlen(rest) + 8;
        *ret_nt_name = conn ? malloc(size) : NULL;
        if (*ret_nt_name) {
            snprintf(*ret_nt_name, size, "\\??\\%s", rest);
            return conn;
        }
        found->enabled = false;
    }
    return NULL;
}

/*
 * https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew
 * Devices only: whatever no host publishes is not found.
 */
HANDLE CreateFileA(LPCSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                   DWORD flags, HANDLE pattern)
{
    (void)security;
    (void)pattern;
    um_enter();
    if (!name || disposition < CREATE_NEW || disposition > TRUNCATE_EXISTING)
        return open_failed(name ? ERROR_INVALID_PARAMETER : ERROR_PATH_NOT_FOUND);
    um_leave();
    struct um_names names = um_names_read();
    DWORD error = names.error ? names.error : ERROR_FILE_NOT_FOUND;
    char *nt_name = NULL;
    struct um_conn *conn = conn_of(&names, name, &nt_name);
    um_names_free(&names);
    um_enter();
    if (!conn) {
        free(nt_name);
        return open_failed(error);
    }
    HANDLE handle = open_on(conn, nt_name, access, share, flags);
    free(nt_name);
    return handle;
}

HANDLE CreateFileW(LPCWSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                   DWORD flags, HANDLE pattern)
{
    char *narrow = name ? um_narrow(name) : NULL;
    HANDLE handle = CreateFileA(narrow, access, share, security, disposition, flags, pattern);
    free(narrow);
    return handle;
}

static bool not_busy(void *context)
{
    return !((struct um_file *)context)->busy;
}

/* A synchronous handle: one call after the other, and the caller waits for its end. */
static LONG transfer_synchronous(struct um_file *file, struct link_header *header, const void *data, void *buffer,
                                 OVERLAPPED *overlapped, struct um_event *event, uint64_t *ret_information)
{
    struct um_object *object = &file->object;
    struct um_wait turn = {.objects = &object, .count = 1};
    struct um_thread *me = um_self();
    struct um_call call = {.handle = 0};
    OVERLAPPED *result = overlapped ? overlapped : &call.result;
    LONG status = UM_STATUS_INSUFFICIENT_RESOURCES;
    um_wait(&turn, not_busy, file, UM_FOREVER);
    file->busy = true;
    if (file->conn->dead) {
        status = UM_STATUS_DEVICE_DOES_NOT_EXIST;
    } else {
        me->sync_conn = file->conn;
        if (um_request_start(file, file->conn, header, data, buffer, result, event, false)) {
            status = um_request_finish(file->conn, result);
            *ret_information = result->InternalHigh;
        }
        me->sync_conn = NULL;
    }
    file->busy = false;
    um_signal(&file->object);
    return status;
}

/* Returns with the lock given up. ret_information is what a synchronous call moved. */
static LONG transfer(struct um_file *file, struct link_header *header, const void *data, void *buffer,
                     OVERLAPPED *overlapped, uint64_t *ret_information)
{
    struct um_event *event = NULL;
    LONG status;
    header->handle = file->handle;
    if (overlapped) {
        header->offset = (uint64_t)overlapped->OffsetHigh << 32 | overlapped->Offset;
        if (header->operation == LINK_CONTROL)
            header->offset = 0;
        if ((ULONG_PTR)overlapped->hEvent & ~(ULONG_PTR)1) {
            event = um_handle_object(overlapped->hEvent, UM_EVENT);
            if (!event) {
                um_leave();
                return (LONG)STATUS_INVALID_HANDLE;
            }
        }
    }
    um_object_keep(&file->object);
    if (!file->overlapped) {
        status = transfer_synchronous(file, header, data, buffer, overlapped, event, ret_information);
    } else if (!overlapped) {
        status = (LONG)STATUS_INVALID_PARAMETER;
    } else if (file->conn->dead) {
        status = UM_STATUS_DEVICE_DOES_NOT_EXIST;
    } else {
        bool users = !((ULONG_PTR)overlapped->hEvent & 1);
        bool started = um_request_start(file, file->conn, header, data, buffer, overlapped, event, users);
        status = started ? UM_STATUS_PENDING : UM_STATUS_INSUFFICIENT_RESOURCES;
        if (started)
            um_relieve(file->conn); /* somebody may be waiting for this very answer and sleep */
    }
    um_object_drop(&file->object);
    um_leave();
    return status;
}

static BOOL result_of(LONG status, uint64_t information, LPDWORD ret_bytes)
{
    if (ret_bytes)
        *ret_bytes = status == UM_STATUS_PENDING ? 0 : (DWORD)information;
    if (status >= 0 && status != UM_STATUS_PENDING)
        return TRUE;
    um_last_error = um_error_of_status(status);
    return FALSE;
}

/* The standard streams are files of this process. */
static BOOL stream_transfer(struct um_stream *stream, void *buffer, DWORD bytes, LPDWORD ret_bytes, bool out)
{
    int fd = stream->descriptor;
    um_leave();
    ssize_t count;
    do
        count = out ? write(fd, buffer, bytes) : read(fd, buffer, bytes);
    while (count < 0 && errno == EINTR);
    if (ret_bytes)
        *ret_bytes = count < 0 ? 0 : (DWORD)count;
    if (count >= 0)
        return TRUE;
    um_last_error = errno == EPIPE ? ERROR_NO_DATA : out ? ERROR_WRITE_FAULT : ERROR_READ_FAULT;
    return FALSE;
}

/* https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-readfile */
BOOL ReadFile(HANDLE handle, LPVOID buffer, DWORD bytes, LPDWORD ret_bytes, LPOVERLAPPED overlapped)
{
    um_enter();
    struct um_file *file = um_handle_object(handle, 0);
    if (file && file->object.kind == UM_STREAM)
        return stream_transfer((struct um_stream *)file, buffer, bytes, ret_bytes, false);
    if (!file || file->object.kind != UM_FILE)
        return um_fail(ERROR_INVALID_HANDLE);
    if (bytes > LINK_DATA_MAX)
        return um_fail(ERROR_NO_SYSTEM_RESOURCES);
    struct link_header header = {.operation = LINK_READ, .out_bytes = bytes};
    uint64_t information = 0;
    LONG status = transfer(file, &header, NULL, buffer, overlapped, &information);
    if (status == UM_STATUS_END_OF_FILE && !overlapped) {
        status = UM_OK;
        information = 0;
    }
    return result_of(status, information, ret_bytes);
}

/* https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-writefile */
BOOL WriteFile(HANDLE handle, LPCVOID buffer, DWORD bytes, LPDWORD ret_bytes, LPOVERLAPPED overlapped)
{
    um_enter();
    struct um_file *file = um_handle_object(handle, 0);
    if (file && file->object.kind == UM_STREAM)
        return stream_transfer((struct um_stream *)file, (void *)(uintptr_t)buffer, bytes, ret_bytes, true);
    if (!file || file->object.kind != UM_FILE)
        return um_fail(ERROR_INVALID_HANDLE);
    if (bytes > LINK_DATA_MAX)
        return um_fail(ERROR_NO_SYSTEM_RESOURCES);
    struct link_header header = {.operation = LINK_WRITE, .bytes = bytes};
    uint64_t information = 0;
    LONG status = transfer(file, &header, buffer, NULL, overlapped, &information);
    return result_of(status, information, ret_bytes);
}

/*
 * https://learn.microsoft.com/windows/win32/api/ioapiset/nf-ioapiset-deviceiocontrol
 * With METHOD_IN_DIRECT and METHOD_NEITHER a driver may read the output buffer; what is in it does not go over the
 * wire, which carries the input only.
 */
BOOL DeviceIoControl(HANDLE handle, DWORD code, LPVOID in, DWORD in_bytes, LPVOID out, DWORD out_bytes,
                     LPDWORD ret_bytes, LPOVERLAPPED overlapped)
{
    um_enter();
    struct um_file *file = um_handle_object(handle, UM_FILE);
    if (!file)
        return um_fail(ERROR_INVALID_HANDLE);
    if (in_bytes > LINK_DATA_MAX || out_bytes > LINK_DATA_MAX)
        return um_fail(ERROR_NO_SYSTEM_RESOURCES);
    struct link_header header = {
        .operation = LINK_CONTROL, .code = code, .bytes = in ? in_bytes : 0, .out_bytes = out ? out_bytes : 0};
    uint64_t information = 0;
    LONG status = transfer(file, &header, in, out, overlapped, &information);
    return result_of(status, information, ret_bytes);
}

BOOL FlushFileBuffers(HANDLE handle)
{
    um_enter();
    struct um_file *file = um_handle_object(handle, 0);
    if (file && file->object.kind == UM_STREAM) {
        um_leave();
        return TRUE;
    }
    if (!file || file->object.kind != UM_FILE)
        return um_fail(ERROR_INVALID_HANDLE);
    struct link_header header = {.operation = LINK_FLUSH, .handle = file->handle};
    struct um_call call;
    LONG status = um_call(file->conn, &header, NULL, &call);
    um_leave();
    return result_of(status, 0, NULL);
}

BOOL SetFileCompletionNotificationModes(HANDLE handle, UCHAR flags)
{
    um_enter();
    struct um_file *file = um_handle_object(handle, UM_FILE);
    if (!file)
        return um_fail(ERROR_INVALID_HANDLE);
    if (flags & ~(FILE_SKIP_COMPLETION_PORT_ON_SUCCESS | FILE_SKIP_SET_EVENT_ON_HANDLE))
        return um_fail(ERROR_INVALID_PARAMETER);
    /* FILE_SKIP_COMPLETION_PORT_ON_SUCCESS needs nothing: an overlapped call never ends before it returns. */
    file->silent_event |= flags & FILE_SKIP_SET_EVENT_ON_HANDLE;
    um_leave();
    return TRUE;
}

/*
 * https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-closehandle
 * Closing a device's handle cancels nothing: what is outstanding completes, and keeps the file until then.
 */
BOOL CloseHandle(HANDLE handle)
{
    um_enter();
    if (handle == GetCurrentThread() || handle == GetCurrentProcess()) {
        um_leave();
        return TRUE;
    }
    struct um_object *object = um_handle_object(handle, 0);
    if (!object)
        return um_fail(ERROR_INVALID_HANDLE);
    um_object_keep(object);
    um_handle_close(handle);
    if (object->kind == UM_FILE && !object->handles) {
        struct um_file *file = (struct um_file *)object;
        struct link_header header = {.operation = LINK_CLOSE, .handle = file->handle};
        struct um_call call;
        um_call(file->conn, &header, NULL, &call);
    } else if (object->kind == UM_PORT && !object->handles) {
        um_signal(object);
    }
    um_object_drop(object);
    um_leave();
    return TRUE;
}

/* https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-duplicatehandle, within this process. */
BOOL DuplicateHandle(HANDLE from_process, HANDLE from, HANDLE to_process, LPHANDLE ret_to, DWORD access, BOOL inherit,
                     DWORD options)
{
    (void)access;
    (void)inherit;
    um_enter();
    struct um_object *object = um_handle_object(from, 0);
    if (!object || from_process != GetCurrentProcess() || to_process != GetCurrentProcess())
        return um_fail(ERROR_INVALID_HANDLE);
    um_object_keep(object);
    HANDLE handle = um_handle_make(object);
    if (!handle)
        return um_fail(ERROR_NO_SYSTEM_RESOURCES);
    if (options & DUPLICATE_CLOSE_SOURCE)
        um_handle_close(from);
    um_leave();
    *ret_to = handle;
    return TRUE;
}
