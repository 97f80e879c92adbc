/* SPDX-License-Identifier: MIT */
/* LINK_OPEN: from a UTF-8 name to a handle in the client's process. */
#include "nt/client/port.h"
#include "nt/ex/ex.h"

/* One character of UTF-8; 0xfffd for what is none. Returns how many bytes it took. */
static ULONG decode(const UCHAR *from, ULONG left, ULONG *ret_character)
{
    ULONG first = from[0];
    ULONG more = first < 0x80 ? 0 : first >= 0xf0 && first < 0xf5 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 9;
    *ret_character = 0xfffd;
    if (more == 0) {
        *ret_character = first;
        return 1;
    }
    if (more >= left)
        return 1;
    ULONG character = first & (0x3fu >> more);
    for (ULONG i = 1; i <= more; i++) {
        if ((from[i] & 0xc0) != 0x80)
            return 1;
        character = character << 6 | (from[i] & 0x3fu);
    }
    *ret_character = character > 0x10ffff || (character >= 0xd800 && character < 0xe000) ? 0xfffd : character;
    return more + 1;
}

/* The name as UTF-16, in pool; a program's prefixes \\?\ and \\.\ are \??\ here. */
static NTSTATUS widen(const UCHAR *from, ULONG bytes, UNICODE_STRING *ret_name)
{
    ULONG at = 0, to = 0;
    if (bytes == 0 || bytes > 0x7000)
        return STATUS_OBJECT_NAME_INVALID;
    PWSTR name = ex_alloc(((size_t)bytes * 2 + 2) * sizeof(WCHAR), IO_TAG);
    if (name == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    while (at < bytes && from[at] != 0) {
        ULONG character;
        at += decode(from + at, bytes - at, &character);
        if (character >= 0x10000) {
            name[to++] = (WCHAR)(0xd800 + ((character - 0x10000) >> 10));
            name[to++] = (WCHAR)(0xdc00 + ((character - 0x10000) & 0x3ff));
        } else {
            name[to++] = (WCHAR)character;
        }
    }
    if (to >= 4 && name[0] == '\\' && name[1] == '\\' && (name[2] == '?' || name[2] == '.') && name[3] == '\\') {
        name[1] = '?';
        name[2] = '?';
    }
    ret_name->Buffer = name;
    ret_name->Length = ret_name->MaximumLength = (USHORT)(to * sizeof(WCHAR));
    return STATUS_SUCCESS;
}

void client_open(struct client *client, struct machine_message *message)
{
    UNICODE_STRING name;
    NTSTATUS status = widen(message->in, message->in_bytes, &name);
    HANDLE handle = NULL;
    ULONG_PTR information = 0;
    if (NT_SUCCESS(status) && ob_handles_count(client->process) >= LINK_HANDLES_MAX)
        status = STATUS_INSUFFICIENT_RESOURCES;
    else if (NT_SUCCESS(status)) {
        struct io_open open = {.access = message->code,
                               .share = (ULONG)message->offset,
                               .options = (ULONG)(message->offset >> 32),
                               .disposition = FILE_OPEN,
                               .attributes = FILE_ATTRIBUTE_NORMAL,
                               .mode = UserMode};
        status = io_file_open(&name, &open, client->process, 0, &handle, &information);
        ex_free(name.Buffer);
    }
    client_reply(message, status, (UINT64)(ULONG_PTR)handle, NULL, 0);
}
