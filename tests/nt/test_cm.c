/* SPDX-License-Identifier: MIT */
/* The registry. */
#include "check.h"

static NTSTATUS open(PHANDLE handle, HANDLE root, const WCHAR *path, bool create, PULONG disposition)
{
    OBJECT_ATTRIBUTES attributes;
    UNICODE_STRING name;
    RtlInitUnicodeString(&name, path);
    InitializeObjectAttributes(&attributes, &name, OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, root, NULL);
    return create ? ZwCreateKey(handle, KEY_ALL_ACCESS, &attributes, 0, NULL, 0, disposition)
                  : ZwOpenKey(handle, KEY_ALL_ACCESS, &attributes);
}

#define BASE L"\\Registry\\Machine\\System\\CurrentControlSet\\Services"

static void test_values(HANDLE key)
{
    UNICODE_STRING name = RTL_CONSTANT_STRING(L"Number"), other = RTL_CONSTANT_STRING(L"nUmBeR");
    ULONG value = 42, length;
    UCHAR room[128];
    KEY_VALUE_PARTIAL_INFORMATION *partial = (PVOID)room;
    CHECK_STATUS(ZwQueryValueKey(key, &name, KeyValuePartialInformation, room, sizeof(room), &length),
                 STATUS_OBJECT_NAME_NOT_FOUND);
    CHECK_STATUS(ZwSetValueKey(key, &name, 0, REG_DWORD, &value, sizeof(value)), STATUS_SUCCESS);
    CHECK_STATUS(ZwQueryValueKey(key, &other, KeyValuePartialInformation, room, sizeof(room), &length), STATUS_SUCCESS);
    CHECK(length == 16 && partial->Type == REG_DWORD && partial->DataLength == 4 && *(ULONG *)partial->Data == 42);
    CHECK_STATUS(ZwQueryValueKey(key, &name, KeyValuePartialInformation, room, 4, &length), STATUS_BUFFER_TOO_SMALL);
    CHECK(length == 16);
    CHECK_STATUS(ZwQueryValueKey(key, &name, KeyValuePartialInformation, room, 14, &length), STATUS_BUFFER_OVERFLOW);
    CHECK_STATUS(ZwQueryValueKey(key, &name, KeyValueFullInformation, room, sizeof(room), &length), STATUS_SUCCESS);
    KEY_VALUE_FULL_INFORMATION *full = (PVOID)room;
    CHECK(full->NameLength == 12 && *(ULONG *)(room + full->DataOffset) == 42);
    CHECK_STATUS(ZwEnumerateValueKey(key, 0, KeyValueBasicInformation, room, sizeof(room), &length), STATUS_SUCCESS);
    CHECK_STATUS(ZwEnumerateValueKey(key, 1, KeyValueBasicInformation, room, sizeof(room), &length),
                 STATUS_NO_MORE_ENTRIES);
    CHECK_STATUS(ZwDeleteValueKey(key, &name), STATUS_SUCCESS);
    CHECK_STATUS(ZwDeleteValueKey(key, &name), STATUS_OBJECT_NAME_NOT_FOUND);
}

static void test_query(void)
{
    ULONG number = 5, fallback = 7, missing = 0;
    UNICODE_STRING text = {0};
    CHECK_STATUS(RtlWriteRegistryValue(RTL_REGISTRY_SERVICES, L"nttest2", L"Number", REG_DWORD, &number, 4),
                 STATUS_SUCCESS);
    CHECK_STATUS(RtlWriteRegistryValue(RTL_REGISTRY_SERVICES, L"nttest2", L"Text", REG_SZ, L"hello", 12),
                 STATUS_SUCCESS);
    number = 0;
    RTL_QUERY_REGISTRY_TABLE table[4] = {
        {.Flags = RTL_QUERY_REGISTRY_DIRECT, .Name = L"Number", .EntryContext = &number},
        {.Flags = RTL_QUERY_REGISTRY_DIRECT,
         .Name = L"Absent",
         .EntryContext = &missing,
         .DefaultType = REG_DWORD,
         .DefaultData = &fallback,
         .DefaultLength = 4},
        {.Flags = RTL_QUERY_REGISTRY_DIRECT, .Name = L"Text", .EntryContext = &text},
    };
    CHECK_STATUS(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, L"nttest2", table, NULL, NULL), STATUS_SUCCESS);
    CHECK(number == 5 && missing == 7 && text.Length == 10 && wcscmp(text.Buffer, L"hello") == 0);
    RtlFreeUnicodeString(&text);
    table[1].Flags |= RTL_QUERY_REGISTRY_REQUIRED;
    table[1].DefaultType = REG_NONE;
    CHECK_STATUS(RtlQueryRegistryValues(RTL_REGISTRY_SERVICES, L"nttest2", table, NULL, NULL),
                 STATUS_OBJECT_NAME_NOT_FOUND);
    CHECK_STATUS(RtlDeleteRegistryValue(RTL_REGISTRY_SERVICES, L"nttest2", L"Number"), STATUS_SUCCESS);
    CHECK_STATUS(RtlCheckRegistryKey(RTL_REGISTRY_SERVICES, L"nttest2"), STATUS_SUCCESS);
    CHECK_STATUS(RtlCheckRegistryKey(RTL_REGISTRY_SERVICES, L"nttest3"), STATUS_OBJECT_NAME_NOT_FOUND);
}

void test_cm(void)
{
    HANDLE services, key, below;
    ULONG disposition = 0, length;
    UCHAR room[256];
    CHECK_STATUS(open(&services, NULL, BASE, false, NULL), STATUS_SUCCESS);
    CHECK_STATUS(open(&key, services, L"NTtest1", true, &disposition), STATUS_SUCCESS);
    CHECK(disposition == REG_CREATED_NEW_KEY);
    CHECK_STATUS(open(&below, services, L"nttest1\\a\\b", true, NULL), STATUS_OBJECT_NAME_NOT_FOUND);
    CHECK_STATUS(open(&below, services, L"nttest1\\a", true, NULL), STATUS_SUCCESS);
    CHECK_STATUS(open(&below, NULL, L"relative", false, NULL), STATUS_OBJECT_PATH_SYNTAX_BAD);
    test_values(key);
    CHECK_STATUS(ZwQueryKey(key, KeyFullInformation, room, sizeof(room), &length), STATUS_SUCCESS);
    CHECK(((KEY_FULL_INFORMATION *)room)->SubKeys == 1 && ((KEY_FULL_INFORMATION *)room)->MaxNameLen == 2);
    CHECK_STATUS(ZwQueryKey(key, KeyNameInformation, room, sizeof(room), &length), STATUS_SUCCESS);
    CHECK(length == 4 + 2 * wcslen(BASE L"\\NTtest1") && memcmp(room + 4, L"\\REGISTRY\\Machine", 34) == 0);
    CHECK_STATUS(ZwEnumerateKey(key, 0, KeyBasicInformation, room, sizeof(room), &length), STATUS_SUCCESS);
    CHECK(((KEY_BASIC_INFORMATION *)room)->NameLength == 2 && ((KEY_BASIC_INFORMATION *)room)->Name[0] == L'a');
    CHECK_STATUS(ZwEnumerateKey(key, 1, KeyBasicInformation, room, sizeof(room), &length), STATUS_NO_MORE_ENTRIES);
    CHECK_STATUS(ZwDeleteKey(key), STATUS_CANNOT_DELETE);
    CHECK_STATUS(ZwDeleteKey(below), STATUS_SUCCESS);
    CHECK_STATUS(ZwDeleteKey(below), STATUS_KEY_DELETED);
    CHECK_STATUS(ZwDeleteKey(key), STATUS_SUCCESS);
    ZwClose(below);
    ZwClose(key);
    ZwClose(services);
    test_query();
}
