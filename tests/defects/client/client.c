/* SPDX-License-Identifier: MIT */
/*
 * The client of the wrong drivers: one write and one read. What a call answers it says; it exits with 1 if one failed.
 * `client leave` writes and leaves at once, with the write outstanding.
 */
#include <windows.h>
#include <initguid.h>
#include <cfgmgr32.h>
#include <stdio.h>
#include <string.h>

DEFINE_GUID(GUID_DEFECT, 0x5f1a9c3e, 0x7d42, 0x4b8e, 0x9a, 0x61, 0x2c, 0x0d, 0x8e, 0x7f, 0x35, 0xb4);

static int failed(const char *what)
{
    fprintf(stderr, "client: %s: error %lu\n", what, (unsigned long)GetLastError());
    return 1;
}

static int leave(const char *name, const char *data, DWORD bytes)
{
    OVERLAPPED overlapped;
    HANDLE device = CreateFileA(name, GENERIC_WRITE, 0, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);

    if (device == INVALID_HANDLE_VALUE)
        return failed("open");
    memset(&overlapped, 0, sizeof overlapped);
    if (!WriteFile(device, data, bytes, NULL, &overlapped) && GetLastError() != ERROR_IO_PENDING)
        return failed("write");
    printf("client: leaves\n");
    return 0;
}

int main(int argc, char **argv)
{
    char names[4096], data[100];
    DWORD bytes = 0;
    HANDLE device;

    if (CM_Get_Device_Interface_ListA((LPGUID)&GUID_DEFECT, NULL, names, sizeof names,
                                      CM_GET_DEVICE_INTERFACE_LIST_PRESENT) ||
        !names[0]) {
        fprintf(stderr, "client: no device\n");
        return 1;
    }
    memset(data, 'x', sizeof data);
    if (argc > 1 && !strcmp(argv[1], "leave"))
        return leave(names, data, sizeof data);
    device = CreateFileA(names, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
    if (device == INVALID_HANDLE_VALUE)
        return failed("open");
    if (!WriteFile(device, data, sizeof data, &bytes, NULL))
        return failed("write");
    if (!ReadFile(device, data, sizeof data, &bytes, NULL))
        return failed("read");
    CloseHandle(device);
    printf("client: wrote and read\n");
    return 0;
}
