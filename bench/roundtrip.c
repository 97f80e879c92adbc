/* SPDX-License-Identifier: MIT */
/*
 * A client of the null driver. usage: roundtrip BYTES ROUNDS: nanoseconds per synchronous WriteFile;
 * roundtrip first: nanoseconds from $KMDOCK_BENCH_BEGAN (CLOCK_MONOTONIC) to its first completed write.
 */
#include <windows.h>
#include <cfgmgr32.h>
#include <initguid.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

DEFINE_GUID(GUID_DEVINTERFACE_NULL, 0x5d4e7ac1, 0x1f0b, 0x4a51, 0x9d, 0x4e, 0x33, 0x2a, 0x60, 0x6b, 0x0c, 0x11);

enum { BYTES_MAX = 1 << 17, NAME_MAX_CHARS = 512 };

static char data[BYTES_MAX];

static double now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static HANDLE open_null(void)
{
    char name[NAME_MAX_CHARS];
    GUID guid = GUID_DEVINTERFACE_NULL;

    if (CM_Get_Device_Interface_ListA(&guid, NULL, name, sizeof(name), CM_GET_DEVICE_INTERFACE_LIST_PRESENT) !=
        CR_SUCCESS)
        return INVALID_HANDLE_VALUE;
    return CreateFileA(name, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL);
}

int main(int argc, char **argv)
{
    const int first = argc == 2 && strcmp(argv[1], "first") == 0;
    const long bytes = argc == 3 ? atol(argv[1]) : 512, rounds = argc == 3 ? atol(argv[2]) : 1;
    HANDLE device = open_null();
    double began = now_ns();
    DWORD done;

    if (device == INVALID_HANDLE_VALUE || bytes < 1 || bytes > BYTES_MAX || (argc != 3 && !first)) {
        fprintf(stderr, "usage: roundtrip BYTES ROUNDS | first (with the null driver running)\n");
        return 2;
    }
    for (long i = 0; i < rounds; i++)
        if (!WriteFile(device, data, (DWORD)bytes, &done, NULL) || done != (DWORD)bytes)
            return 1;
    if (first)
        began = getenv("KMDOCK_BENCH_BEGAN") ? atof(getenv("KMDOCK_BENCH_BEGAN")) : began;
    printf("%.1f\n", (now_ns() - began) / (double)rounds);
    CloseHandle(device);
    return 0;
}
