/* SPDX-License-Identifier: MIT */
/* What the test programs of um/ share: TAP lines, and the fake host's control codes. */
#ifndef UM_TEST_H
#define UM_TEST_H

#include <windows.h>
#include <winioctl.h>
#include <stdio.h>

#define FAKE_CODE(function)    CTL_CODE(FILE_DEVICE_UNKNOWN, (function), METHOD_BUFFERED, FILE_ANY_ACCESS)
#define FAKE_RELEASE           FAKE_CODE(0x800)
#define FAKE_RELEASE_BACKWARDS FAKE_CODE(0x801)
#define FAKE_STATUS            FAKE_CODE(0x802)
#define FAKE_DIE               FAKE_CODE(0x803)
#define FAKE_GARBAGE           FAKE_CODE(0x804)
#define FAKE_STALE             FAKE_CODE(0x805)
#define FAKE_TOO_MUCH          FAKE_CODE(0x806)
#define FAKE_COUNT             FAKE_CODE(0x807)
#define FAKE_ECHO              FAKE_CODE(0x808)
#define FAKE_BAD_KIND          FAKE_CODE(0x809)
#define FAKE_THREADS           FAKE_CODE(0x80A)

#define DEVICE                 "\\\\?\\ROOT#SAMPLE#0000#{CDC35B6E-0BE4-4936-BF5F-5537380A7C1A}"
#define HOLDING                DEVICE "\\hold"

static int test_number, test_failures;

#define CHECK(claim) check((claim) != 0, #claim, __LINE__)

static inline void check(int holds, const char *claim, int line)
{
    test_number++;
    test_failures += !holds;
    printf("%sok %d - line %d: %s\n", holds ? "" : "not ", test_number, line, claim);
    if (!holds)
        printf("# last error %lu\n", GetLastError());
}

static inline int test_end(void)
{
    printf("1..%d\n", test_number);
    return test_failures != 0;
}

static inline HANDLE open_device(const char *name, DWORD flags)
{
    return CreateFileA(name, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, flags, NULL);
}

#endif
