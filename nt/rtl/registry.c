/* SPDX-License-Identifier: MIT */
/* The registry helpers of the runtime library. PASSIVE_LEVEL throughout. */
#include "nt/nt.h"

enum { PATH_MAX_CHARS = 512, TAG_QUERY = 'qRtl', DATA_FIRST = 256 };

static const WCHAR *const bases[] = {
    [RTL_REGISTRY_ABSOLUTE] = L"",
    [RTL_REGISTRY_SERVICES] = L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\",
    [RTL_REGISTRY_CONTROL] = L"\\Registry\\Machine\\System\\CurrentControlSet\\Control\\",
    [RTL_REGISTRY_WINDOWS_NT] = L"\\Registry\\Machine\\Software\\Microsoft\\Windows NT\\CurrentVersion\\",
    [RTL_REGISTRY_DEVICEMAP] = L"\\Registry\\Machine\\Hardware\\DeviceMap\\",
    [RTL_REGISTRY_USER] = L"\\Registry\\User\\.Default\\",
};

/* Makes every key on the way if `create`. */
static NTSTATUS path_open(UNICODE_STRING *path, bool create, HANDLE *ret_key)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING part = *path;
    NTSTATUS status = STATUS_OBJECT_NAME_INVALID;
    InitializeObjectAttributes(&attributes, &part, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL, NULL);
    if (!create)
        return ZwOpenKey(ret_key, KEY_ALL_ACCESS, &attributes);
    for (unsigned i = 1; i <= path->Length / sizeof(WCHAR); i++) {
        bool end = i == path->Length / sizeof(WCHAR);
        if (!end && path->Buffer[i] != L'\\')
            continue;
        part.Length = (USHORT)(i * sizeof(WCHAR));
        status = ZwCreateKey(ret_key, KEY_ALL_ACCESS, &attributes, 0, NULL, 0, NULL);
        if (!NT_SUCCESS(status) || end)
            return status;
        ZwClose(*ret_key);
    }
    return status;
}

/* RelativeTo and Path as a handle; *ret_close says whether it is ours to close. */
static NTSTATUS key_open(ULONG relative_to, PCWSTR path, bool create, HANDLE *ret_key, bool *ret_close)
{
    WCHAR text[PATH_MAX_CHARS];
    UNICODE_STRING full = {.Buffer = text, .MaximumLength = sizeof(text)};
    *ret_close = (relative_to & RTL_REGISTRY_HANDLE) == 0;
    if (!*ret_close) {
        *ret_key = (HANDLE)(uintptr_t)path;
        return STATUS_SUCCESS;
    }
    ULONG base = relative_to & ~(ULONG)RTL_REGISTRY_OPTIONAL;
    if (base >= nt_countof(bases) || bases[base] == NULL)
        return STATUS_INVALID_PARAMETER;
    NTSTATUS status = RtlAppendUnicodeToString(&full, bases[base]);
    if (NT_SUCCESS(status))
        status = RtlAppendUnicodeToString(&full, path);
    if (!NT_SUCCESS(status))
        return STATUS_OBJECT_NAME_INVALID;
    while (full.Length > sizeof(WCHAR) && text[full.Length / sizeof(WCHAR) - 1] == L'\\')
        full.Length -= sizeof(WCHAR);
    return path_open(&full, create, ret_key);
}

/* wdm: RtlCheckRegistryKey. */
NTSTATUS NTAPI RtlCheckRegistryKey(ULONG RelativeTo, PWSTR Path)
{
    HANDLE key;
    bool close;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = key_open(RelativeTo, Path, false, &key, &close);
    if (NT_SUCCESS(status) && close)
        ZwClose(key);
    return status;
}

/* wdm: RtlCreateRegistryKey. */
NTSTATUS NTAPI RtlCreateRegistryKey(ULONG RelativeTo, PWSTR Path)
{
    HANDLE key;
    bool close;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = key_open(RelativeTo, Path, true, &key, &close);
    if (NT_SUCCESS(status) && close)
        ZwClose(key);
    return status;
}

/* wdm: RtlWriteRegistryValue. The key is made if need be. */
NTSTATUS NTAPI RtlWriteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName, ULONG ValueType, PVOID ValueData,
                                     ULONG ValueLength)
{
    HANDLE key;
    bool close;
    UNICODE_STRING name;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = key_open(RelativeTo, Path, true, &key, &close);
    if (!NT_SUCCESS(status))
        return status;
    RtlInitUnicodeString(&name, ValueName);
    status = ZwSetValueKey(key, &name, 0, ValueType, ValueData, ValueLength);
    if (close)
        ZwClose(key);
    return status;
}

/* wdm: RtlDeleteRegistryValue. */
NTSTATUS NTAPI RtlDeleteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName)
{
    HANDLE key;
    bool close;
    UNICODE_STRING name;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = key_open(RelativeTo, Path, false, &key, &close);
    if (!NT_SUCCESS(status))
        return status;
    RtlInitUnicodeString(&name, ValueName);
    status = ZwDeleteValueKey(key, &name);
    if (close)
        ZwClose(key);
    return status;
}

/* -- RtlQueryRegistryValues ---------------------------------------------------------------------- */

/* A value as the table's entries want it. */
struct found {
    ULONG type, bytes;
    const void *data;
};

/* Strings go to a UNICODE_STRING; without a buffer one is allocated, which the caller frees. */
static NTSTATUS direct_string(PUNICODE_STRING to, const struct found *found)
{
    ULONG bytes = found->bytes;
    const WCHAR *text = found->data;
    if (found->type != REG_MULTI_SZ) {
        while (bytes >= sizeof(WCHAR) && text[bytes / sizeof(WCHAR) - 1] == 0)
            bytes -= sizeof(WCHAR);
    }
    if (bytes > 0xfffe - sizeof(WCHAR))
        return STATUS_BUFFER_TOO_SMALL;
    if (to->Buffer == NULL) {
        to->Buffer = ExAllocatePoolWithTag(PagedPool, bytes + sizeof(WCHAR), TAG_QUERY);
        if (to->Buffer == NULL)
            return STATUS_NO_MEMORY;
        to->MaximumLength = (USHORT)(bytes + sizeof(WCHAR));
    } else if (bytes + sizeof(WCHAR) > to->MaximumLength) {
        return STATUS_BUFFER_TOO_SMALL;
    }
    memcpy(to->Buffer, text, bytes);
    to->Buffer[bytes / sizeof(WCHAR)] = 0;
    to->Length = (USHORT)bytes;
    return STATUS_SUCCESS;
}

/* Other types: up to four bytes as they are; larger ones to a buffer that begins with its negative size. */
static NTSTATUS direct_other(void *to, const struct found *found)
{
    LONG room = *(LONG *)to;
    if (found->bytes <= sizeof(ULONG)) {
        memcpy(to, found->data, found->bytes);
        return STATUS_SUCCESS;
    }
    if (room < 0) {
        if ((ULONG)-room < found->bytes)
            return STATUS_BUFFER_TOO_SMALL;
        memcpy(to, found->data, found->bytes);
        return STATUS_SUCCESS;
    }
    if ((ULONG)room < 2 * sizeof(ULONG) || (ULONG)room - 2 * sizeof(ULONG) < found->bytes)
        return STATUS_BUFFER_TOO_SMALL;
    ((ULONG *)to)[0] = found->bytes;
    ((ULONG *)to)[1] = found->type;
    memcpy((ULONG *)to + 2, found->data, found->bytes);
    return STATUS_SUCCESS;
}

static bool is_string(ULONG type)
{
    return type == REG_SZ || type == REG_EXPAND_SZ || type == REG_MULTI_SZ;
}

/* A routine gets every string of a REG_MULTI_SZ by itself, as REG_SZ, unless it asked not to. */
static NTSTATUS call_routine(PRTL_QUERY_REGISTRY_TABLE entry, PCWSTR constant_name, const struct found *found,
                             PVOID context)
{
    PWSTR name = (PWSTR)(uintptr_t)constant_name; /* the routine type has it without const */
    bool whole = found->type != REG_MULTI_SZ || (entry->Flags & RTL_QUERY_REGISTRY_NOEXPAND) != 0;
    if (whole)
        return entry->QueryRoutine(name, found->type, (PVOID)(uintptr_t)found->data, found->bytes, context,
                                   entry->EntryContext);
    NTSTATUS status = STATUS_SUCCESS;
    const WCHAR *at = found->data, *end = at + found->bytes / sizeof(WCHAR);
    while (NT_SUCCESS(status) && at < end && *at != 0) {
        size_t length = wcsnlen(at, (size_t)(end - at));
        if (at + length == end)
            break; /* its zero is missing */
        status = entry->QueryRoutine(name, REG_SZ, (PVOID)(uintptr_t)at, (ULONG)((length + 1) * sizeof(WCHAR)), context,
                                     entry->EntryContext);
        at += length + 1;
    }
    return status;
}

static NTSTATUS deliver(PRTL_QUERY_REGISTRY_TABLE entry, PCWSTR name, const struct found *found, PVOID context)
{
    if ((entry->Flags & RTL_QUERY_REGISTRY_DIRECT) == 0)
        return entry->QueryRoutine != NULL ? call_routine(entry, name, found, context) : STATUS_SUCCESS;
    ULONG wanted = entry->DefaultType >> 24; /* with RTL_QUERY_REGISTRY_TYPECHECK */
    if ((entry->Flags & 0x100) != 0 && wanted != REG_NONE && wanted != found->type)
        return STATUS_OBJECT_TYPE_MISMATCH;
    return is_string(found->type) ? direct_string(entry->EntryContext, found)
                                  : direct_other(entry->EntryContext, found);
}

/* Reads a value whole into pool that the caller frees. */
static NTSTATUS value_read(HANDLE key, PUNICODE_STRING name, KEY_VALUE_PARTIAL_INFORMATION **ret_value)
{
    ULONG room = DATA_FIRST, length;
    for (;;) {
        KEY_VALUE_PARTIAL_INFORMATION *value = ExAllocatePoolWithTag(PagedPool, room, TAG_QUERY);
        if (value == NULL)
            return STATUS_NO_MEMORY;
        NTSTATUS status = ZwQueryValueKey(key, name, KeyValuePartialInformation, value, room, &length);
        if (NT_SUCCESS(status)) {
            *ret_value = value;
            return status;
        }
        ExFreePool(value);
        if (status != STATUS_BUFFER_OVERFLOW && status != STATUS_BUFFER_TOO_SMALL)
            return status;
        room = length;
    }
}

static NTSTATUS entry_default(PRTL_QUERY_REGISTRY_TABLE entry, PVOID context)
{
    struct found found = {
        .type = entry->DefaultType & 0xffffff, .bytes = entry->DefaultLength, .data = entry->DefaultData};
    if ((entry->Flags & RTL_QUERY_REGISTRY_REQUIRED) != 0)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    if (found.type == REG_NONE || found.data == NULL)
        return STATUS_SUCCESS;
    if (found.bytes == 0 && is_string(found.type)) {
        const WCHAR *at = found.data; /* the length of a string may be left out */
        while (found.type == REG_MULTI_SZ && *at != 0)
            at += wcslen(at) + 1;
        found.bytes = (ULONG)((char *)(uintptr_t)(at + wcslen(at) + 1) - (char *)(uintptr_t)found.data);
    }
    return deliver(entry, entry->Name, &found, context);
}

/* Without a name: every value of the key goes to the routine. */
static NTSTATUS entry_all(HANDLE key, PRTL_QUERY_REGISTRY_TABLE entry, PVOID context)
{
    enum { ROOM = 4096 };
    NTSTATUS status = STATUS_SUCCESS;
    KEY_VALUE_FULL_INFORMATION *value = ExAllocatePoolWithTag(PagedPool, ROOM, TAG_QUERY);
    if (value == NULL)
        return STATUS_NO_MEMORY;
    for (ULONG i = 0; NT_SUCCESS(status); i++) {
        ULONG length;
        status = ZwEnumerateValueKey(key, i, KeyValueFullInformation, value, ROOM - sizeof(WCHAR), &length);
        if (!NT_SUCCESS(status))
            break;
        enum { NAME_CHARS = 256 };
        WCHAR name[NAME_CHARS];
        ULONG count =
            value->NameLength / sizeof(WCHAR) < NAME_CHARS ? value->NameLength / sizeof(WCHAR) : NAME_CHARS - 1;
        memcpy(name, value->Name, count * sizeof(WCHAR));
        name[count] = 0;
        struct found found = {
            .type = value->Type, .bytes = value->DataLength, .data = (char *)value + value->DataOffset};
        status = call_routine(entry, name, &found, context);
    }
    ExFreePool(value);
    return status == STATUS_NO_MORE_ENTRIES ? STATUS_SUCCESS : status;
}

static NTSTATUS entry_query(HANDLE key, PRTL_QUERY_REGISTRY_TABLE entry, PVOID context)
{
    KEY_VALUE_PARTIAL_INFORMATION *value;
    UNICODE_STRING name;
    if (entry->Name == NULL)
        return (entry->Flags & RTL_QUERY_REGISTRY_NOVALUE) != 0
                   ? entry->QueryRoutine(NULL, REG_NONE, NULL, 0, context, entry->EntryContext)
                   : entry_all(key, entry, context);
    RtlInitUnicodeString(&name, entry->Name);
    NTSTATUS status = value_read(key, &name, &value);
    if (status == STATUS_OBJECT_NAME_NOT_FOUND)
        return entry_default(entry, context);
    if (!NT_SUCCESS(status))
        return status;
    struct found found = {.type = value->Type, .bytes = value->DataLength, .data = value->Data};
    status = deliver(entry, entry->Name, &found, context);
    ExFreePool(value);
    if (NT_SUCCESS(status) && (entry->Flags & RTL_QUERY_REGISTRY_DELETE) != 0)
        ZwDeleteValueKey(key, &name);
    return status;
}

static NTSTATUS subkey_open(HANDLE key, PCWSTR name, HANDLE *ret_key)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING string;
    RtlInitUnicodeString(&string, name);
    InitializeObjectAttributes(&attributes, &string, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, key, NULL);
    return ZwOpenKey(ret_key, KEY_ALL_ACCESS, &attributes);
}

static NTSTATUS table_run(HANDLE top, PRTL_QUERY_REGISTRY_TABLE table, PVOID context)
{
    HANDLE at = top;
    NTSTATUS status = STATUS_SUCCESS;
    for (; NT_SUCCESS(status) && (table->QueryRoutine != NULL ||
                                  (table->Flags & (RTL_QUERY_REGISTRY_SUBKEY | RTL_QUERY_REGISTRY_DIRECT)) != 0);
         table++) {
        bool to_top = (table->Flags & (RTL_QUERY_REGISTRY_TOPKEY | RTL_QUERY_REGISTRY_SUBKEY)) != 0;
        if (to_top && at != top) {
            ZwClose(at);
            at = top;
        }
        if ((table->Flags & RTL_QUERY_REGISTRY_SUBKEY) != 0) {
            HANDLE below;
            status = subkey_open(top, table->Name, &below);
            if (NT_SUCCESS(status)) {
                at = below;
                if (table->QueryRoutine != NULL)
                    status = entry_all(at, table, context);
            } else if ((table->Flags & RTL_QUERY_REGISTRY_REQUIRED) == 0) {
                status = STATUS_SUCCESS;
            }
        } else {
            status = entry_query(at, table, context);
        }
    }
    if (at != top)
        ZwClose(at);
    return status;
}

/* wdm: RtlQueryRegistryValues. */
NTSTATUS NTAPI RtlQueryRegistryValues(ULONG RelativeTo, PCWSTR Path, PRTL_QUERY_REGISTRY_TABLE QueryTable,
                                      PVOID Context, PVOID Environment)
{
    HANDLE key;
    bool close;
    UNREFERENCED_PARAMETER(Environment);
    nt_argument(QueryTable);
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = key_open(RelativeTo, Path, false, &key, &close);
    if (!NT_SUCCESS(status))
        return (RelativeTo & RTL_REGISTRY_OPTIONAL) != 0 ? STATUS_SUCCESS : status;
    status = table_run(key, QueryTable, Context);
    if (close)
        ZwClose(key);
    return status;
}
