/* SPDX-License-Identifier: MIT */
/* I/O completion ports: https://learn.microsoft.com/windows/win32/fileio/i-o-completion-ports */
#include "um.h"

enum { PORT_FIRST_SIZE = 64, PORT_SIZE_MAX = 1 << 24 };

static bool grow(struct um_port *port)
{
    uint32_t size = port->size ? port->size * 2 : PORT_FIRST_SIZE;
    struct um_packet *packets = size > PORT_SIZE_MAX ? NULL : malloc(size * sizeof *packets);
    if (!packets)
        return false;
    for (uint32_t i = 0; i < port->count; i++)
        packets[i] = port->packets[(port->first + i) & (port->size - 1)];
    free(port->packets);
    port->packets = packets;
    port->size = size;
    port->first = 0;
    return true;
}

bool um_port_post(struct um_port *port, const struct um_packet *packet)
{
    if (port->count == port->size && !grow(port)) {
        fprintf(stderr, "kmdock: a completion port is full, a packet is lost.\n");
        return false;
    }
    port->packets[(port->first + port->count++) & (port->size - 1)] = *packet;
    um_signal(&port->object);
    return true;
}

static struct um_packet take(struct um_port *port)
{
    assert(port->count > 0);
    struct um_packet packet = port->packets[port->first];
    port->first = (port->first + 1) & (port->size - 1);
    port->count--;
    return packet;
}

/* https://learn.microsoft.com/windows/win32/fileio/createiocompletionport */
HANDLE CreateIoCompletionPort(HANDLE file_handle, HANDLE port_handle, ULONG_PTR key, DWORD threads)
{
    (void)threads;
    um_enter();
    struct um_port *port = NULL;
    struct um_file *file = NULL;
    if (file_handle != INVALID_HANDLE_VALUE) {
        file = um_handle_object(file_handle, UM_FILE);
        if (!file)
            return um_fail_handle(ERROR_INVALID_HANDLE);
        if (!file->overlapped || file->port)
            return um_fail_handle(ERROR_INVALID_PARAMETER);
    } else if (port_handle) {
        return um_fail_handle(ERROR_INVALID_PARAMETER);
    }
    if (port_handle) {
        port = um_handle_object(port_handle, UM_PORT);
        if (!port)
            return um_fail_handle(ERROR_INVALID_HANDLE);
    } else {
        port = um_object_make(UM_PORT, sizeof *port);
        port_handle = port ? um_handle_make(&port->object) : NULL;
        if (!port_handle)
            return um_fail_handle(ERROR_NOT_ENOUGH_MEMORY);
    }
    if (file) {
        um_object_keep(&port->object);
        file->port = port;
        file->key = key;
    }
    um_leave();
    return port_handle;
}

BOOL PostQueuedCompletionStatus(HANDLE handle, DWORD bytes, ULONG_PTR key, LPOVERLAPPED overlapped)
{
    um_enter();
    struct um_port *port = um_handle_object(handle, UM_PORT);
    if (!port)
        return um_fail(ERROR_INVALID_HANDLE);
    struct um_packet packet = {.key = key, .overlapped = overlapped, .bytes = bytes};
    if (!um_port_post(port, &packet))
        return um_fail(ERROR_NO_SYSTEM_RESOURCES);
    um_leave();
    return TRUE;
}

static bool has_packet(void *context)
{
    const struct um_port *port = context;
    return port->count || !port->object.handles;
}

/* Waits for a packet. Returns 0 or the error. A port whose last handle is closed ends the wait. */
static DWORD wait_for_packet(struct um_port *port, DWORD timeout_ms)
{
    struct um_object *object = &port->object;
    struct um_wait wait = {.objects = &object, .count = 1};
    if (!um_wait(&wait, has_packet, port, um_deadline(timeout_ms)))
        return WAIT_TIMEOUT;
    return port->count ? 0 : ERROR_ABANDONED_WAIT_0;
}

/* https://learn.microsoft.com/windows/win32/api/ioapiset/nf-ioapiset-getqueuedcompletionstatus */
BOOL GetQueuedCompletionStatus(HANDLE handle, LPDWORD ret_bytes, PULONG_PTR ret_key, LPOVERLAPPED *ret_overlapped,
                               DWORD timeout_ms)
{
    um_enter();
    struct um_port *port = um_handle_object(handle, UM_PORT);
    *ret_overlapped = NULL;
    if (!port)
        return um_fail(ERROR_INVALID_HANDLE);
    um_object_keep(&port->object);
    DWORD error = wait_for_packet(port, timeout_ms);
    struct um_packet packet = {0};
    if (!error)
        packet = take(port);
    um_object_drop(&port->object);
    if (error)
        return um_fail(error);
    um_leave();
    *ret_bytes = packet.bytes;
    *ret_key = packet.key;
    *ret_overlapped = packet.overlapped;
    if ((LONG)packet.status >= 0)
        return TRUE;
    um_last_error = um_error_of_status((LONG)packet.status);
    return FALSE;
}

/* https://learn.microsoft.com/windows/win32/fileio/getqueuedcompletionstatusex-func */
BOOL GetQueuedCompletionStatusEx(HANDLE handle, LPOVERLAPPED_ENTRY entries, ULONG count, PULONG ret_count,
                                 DWORD timeout_ms, BOOL alertable)
{
    (void)alertable;
    *ret_count = 0;
    um_enter();
    struct um_port *port = um_handle_object(handle, UM_PORT);
    if (!port || !count)
        return um_fail(port ? ERROR_INVALID_PARAMETER : ERROR_INVALID_HANDLE);
    um_object_keep(&port->object);
    DWORD error = wait_for_packet(port, timeout_ms);
    while (!error && port->count && *ret_count < count) {
        struct um_packet packet = take(port);
        entries[(*ret_count)++] = (OVERLAPPED_ENTRY){.lpCompletionKey = packet.key,
                                                     .lpOverlapped = packet.overlapped,
                                                     .Internal = packet.status,
                                                     .dwNumberOfBytesTransferred = packet.bytes};
    }
    um_object_drop(&port->object);
    if (error)
        return um_fail(error);
    um_leave();
    return TRUE;
}
