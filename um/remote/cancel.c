/* SPDX-License-Identifier: MIT */
/* Overlapped results and cancellation. */
#include "um.h"

/* Out of which request an OVERLAPPED waits; NULL if none does. While it is pending its InternalHigh holds the number.
 */
static bool pending_request(const struct um_file *file, const OVERLAPPED *overlapped, uint64_t *ret_number)
{
    const struct um_conn *conn = file->conn;
    if (__atomic_load_n(&overlapped->Internal, __ATOMIC_ACQUIRE) != UM_STATUS_PENDING)
        return false;
    uint64_t number = overlapped->InternalHigh;
    uint32_t slot = (uint32_t)number;
    if (slot >= conn->requests_used)
        return false;
    const struct um_request *request = &conn->requests[slot];
    *ret_number = number;
    return request->operation && request->generation == (uint32_t)(number >> 32) && request->overlapped == overlapped &&
           request->file == file;
}

static BOOL cancel(struct um_file *file, struct link_header *header, bool none_is_well)
{
    struct um_call call;
    header->handle = file->handle;
    um_object_keep(&file->object);
    LONG status = um_call(file->conn, header, NULL, &call);
    um_object_drop(&file->object);
    if (status < 0 && !(none_is_well && status == UM_STATUS_NOT_FOUND))
        return um_fail(um_error_of_status(status));
    um_leave();
    return TRUE;
}

/* https://learn.microsoft.com/windows/win32/fileio/cancelioex-func */
BOOL CancelIoEx(HANDLE handle, LPOVERLAPPED overlapped)
{
    um_enter();
    struct um_file *file = um_handle_object(handle, UM_FILE);
    if (!file)
        return um_fail(ERROR_INVALID_HANDLE);
    struct link_header header = {.operation = LINK_CANCEL_FILE};
    if (overlapped) {
        header.operation = LINK_CANCEL;
        if (!pending_request(file, overlapped, &header.offset))
            return um_fail(ERROR_NOT_FOUND);
    }
    return cancel(file, &header, false);
}

/* https://learn.microsoft.com/windows/win32/fileio/cancelio: the requests of the calling thread. */
BOOL CancelIo(HANDLE handle)
{
    um_enter();
    struct um_file *file = um_handle_object(handle, UM_FILE);
    if (!file)
        return um_fail(ERROR_INVALID_HANDLE);
    struct link_header header = {.operation = LINK_CANCEL_FILE, .code = 1};
    return cancel(file, &header, true);
}

/* https://learn.microsoft.com/windows/win32/fileio/cancelsynchronousio-func */
BOOL CancelSynchronousIo(HANDLE handle)
{
    um_enter();
    struct um_thread *thread = um_handle_object(handle, UM_THREAD);
    if (!thread)
        return um_fail(ERROR_INVALID_HANDLE);
    if (!thread->sync_conn)
        return um_fail(ERROR_NOT_FOUND);
    struct link_header header = {.operation = LINK_CANCEL_THREAD, .offset = thread->number};
    struct um_call call;
    LONG status = um_call(thread->sync_conn, &header, NULL, &call);
    if (status < 0)
        return um_fail(um_error_of_status(status));
    um_leave();
    return TRUE;
}

static bool not_pending(void *context)
{
    const OVERLAPPED *overlapped = context;
    return __atomic_load_n(&overlapped->Internal, __ATOMIC_ACQUIRE) != UM_STATUS_PENDING;
}

BOOL KmdockHasOverlappedIoCompleted(LPOVERLAPPED overlapped)
{
    if (not_pending(overlapped))
        return TRUE;
    um_enter();
    um_pump();
    um_leave();
    return not_pending(overlapped);
}

/* https://learn.microsoft.com/windows/win32/api/ioapiset/nf-ioapiset-getoverlappedresultex */
BOOL GetOverlappedResultEx(HANDLE handle, LPOVERLAPPED overlapped, LPDWORD ret_bytes, DWORD timeout_ms, BOOL alertable)
{
    (void)alertable;
    if (!not_pending(overlapped)) {
        um_enter();
        struct um_file *file = um_handle_object(handle, UM_FILE);
        struct um_wait wait = {.overlapped = overlapped, .conn = file && timeout_ms == INFINITE ? file->conn : NULL};
        struct um_event *event = um_handle_object(overlapped->hEvent, UM_EVENT);
        if (event)
            um_object_keep(&event->object);
        bool done = um_wait(&wait, not_pending, overlapped, um_deadline(timeout_ms));
        if (event) {
            if (done && timeout_ms && !event->manual)
                event->object.set = false; /* the wait was for the event, and took it */
            um_object_drop(&event->object);
        }
        um_leave();
        if (!done) {
            um_last_error = timeout_ms ? WAIT_TIMEOUT : ERROR_IO_INCOMPLETE;
            return FALSE;
        }
    }
    LONG status = (LONG)overlapped->Internal;
    *ret_bytes = (DWORD)overlapped->InternalHigh;
    if (status >= 0)
        return TRUE;
    um_last_error = um_error_of_status(status);
    return FALSE;
}

BOOL GetOverlappedResult(HANDLE handle, LPOVERLAPPED overlapped, LPDWORD ret_bytes, BOOL wait)
{
    return GetOverlappedResultEx(handle, overlapped, ret_bytes, wait ? INFINITE : 0, FALSE);
}
