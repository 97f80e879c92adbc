/* SPDX-License-Identifier: MIT */
/* A driver that tests the kernel it runs in. */
#include "check.h"

ULONG checks_run, checks_failed;

void check_failed(const char *what, const char *file, int line)
{
    DbgPrint("FAILED %s:%d: %s\n", file, line, what);
    checks_failed++;
}

static VOID NTAPI unload(PDRIVER_OBJECT driver)
{
    UNREFERENCED_PARAMETER(driver);
}

NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)
{
    UNREFERENCED_PARAMETER(path);
    driver->DriverUnload = unload;
    test_rtl();
    test_ob();
    test_ex();
    test_ke();
    test_cm();
    DbgPrint("%u checks, %u failed\n", checks_run, checks_failed);
    if (checks_failed == 0)
        bench();
    return checks_failed == 0 ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}
