/* SPDX-License-Identifier: MIT */
/* narrow.c: everything in the ANSI variants; C as it was written in the nineties. */
#include <windows.h>
#include <initguid.h>
#include <cfgmgr32.h>
#include <stdio.h>
#include <string.h>
#include <strsafe.h>

DEFINE_GUID(GUID_DEVINTERFACE_RELAY, 0x2b9d2f0a, 0x6e41, 0x4a53, 0x9c, 0x1b, 0x8, 0xd2, 0xd3, 0xa5, 0xe1, 0xf7);

typedef struct _RECORD {
    DWORD Number;
    CHAR Text[60];
} RECORD, *PRECORD;

VOID __cdecl Complain(IN LPCSTR What OPTIONAL)
{
    fprintf(stderr, "%s: %lu (0x%08lX)\n", What ? What : "?", GetLastError(), HRESULT_FROM_WIN32(GetLastError()));
}

INT __cdecl main(int argc, char **argv)
{
    CHAR list[1024], name[MAX_PATH];
    RECORD out, in;
    ULONG size;
    DWORD moved;
    HANDLE h;
    int bad = 0;

    if (argc < 2) {
        printf("usage: %s TEXT\n", argv[0]);
        return 2;
    }
    if (CM_Get_Device_Interface_List_SizeA(&size, (LPGUID)&GUID_DEVINTERFACE_RELAY, NULL, 0) || size > sizeof(list) ||
        CM_Get_Device_Interface_ListA((LPGUID)&GUID_DEVINTERFACE_RELAY, NULL, list, size, 0)) {
        puts("no list");
        return 1;
    }
    if (FAILED(StringCchCopyA(name, MAX_PATH, list)))
        return 1;
    h = CreateFileA(name, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (h == INVALID_HANDLE_VALUE) {
        Complain("CreateFile");
        return 1;
    }

    if (!ReadFile(h, &in, sizeof(in), &moved, NULL) || moved != 0) {
        Complain("the read before any write");
        bad++;
    }
    ZeroMemory(&out, sizeof out);
    out.Number = 0xC0FFEE;
    StringCchCopyA(out.Text, sizeof(out.Text), argv[1]);
    if (!WriteFile(h, &out, sizeof(RECORD), &moved, NULL) || moved != sizeof(RECORD)) {
        Complain("WriteFile");
        bad++;
    }
    if (!ReadFile(h, &in, sizeof(in), &moved, NULL) || memcmp(&in, &out, sizeof(in))) {
        Complain("ReadFile");
        bad++;
    }
    printf("record %x %X %-8s| %lu bytes, name %d characters\n", in.Number, in.Number, in.Text, moved,
           (int)strlen(name));
    if (!CloseHandle(h))
        bad++;
    if (CreateFileA("\\\\.\\NoRelayHere", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL) != INVALID_HANDLE_VALUE ||
        GetLastError() != ERROR_FILE_NOT_FOUND) {
        Complain("a name that nobody has");
        bad++;
    }
    return bad;
}
