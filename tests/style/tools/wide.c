// SPDX-License-Identifier: MIT
// wide.c: wmain, and the wide variants by name
#include <Windows.h>
#include <stdlib.h>
#include <wchar.h>
#include <initguid.h>
#include <cfgmgr32.h>
#include <strsafe.h>
#include <stdio.h>

DEFINE_GUID(GUID_DEVINTERFACE_RELAY, 0x2b9d2f0a, 0x6e41, 0x4a53, 0x9c, 0x1b, 0x8, 0xd2, 0xd3, 0xa5, 0xe1, 0xf7);

int __cdecl wmain(_In_ int argc, _In_reads_(argc) wchar_t *argv[])
{
    GUID guid = GUID_DEVINTERFACE_RELAY;
    WCHAR echoed[100] = { 0 };
    PZZWSTR list;
    ULONG chars = 0;
    DWORD bytes;
    size_t length;
    HANDLE relay;

    if (argc != 2) {
        wprintf(L"usage: %s TEXT\n", argv[0]);
        return 2;
    }
    if (CM_Get_Device_Interface_List_SizeW(&chars, &guid, NULL, CM_GET_DEVICE_INTERFACE_LIST_PRESENT) != CR_SUCCESS)
        return 1;
    list = (PZZWSTR)calloc(chars, sizeof(WCHAR));
    if (CM_Get_Device_Interface_ListW(&guid, NULL, list, chars, CM_GET_DEVICE_INTERFACE_LIST_PRESENT) != CR_SUCCESS)
        return 1;
    relay = CreateFileW(list, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    free(list);
    if (INVALID_HANDLE_VALUE == relay)
        return GetLastError();
    if (FAILED(StringCchLengthW(argv[1], STRSAFE_MAX_CCH, &length)))
        return 1;
    if (!WriteFile(relay, argv[1], (DWORD)(length * sizeof(wchar_t)), &bytes, NULL))
        return GetLastError();
    if (!ReadFile(relay, echoed, sizeof(echoed) - sizeof(WCHAR), &bytes, NULL))
        return GetLastError();
    CloseHandle(relay);
    wprintf(L"%ls %s %hs [%4d] %lu bytes\n", echoed, echoed, "narrow", (int)wcslen(echoed), bytes);
    return wcscmp(echoed, argv[1]) ? 1 : 0;
}
