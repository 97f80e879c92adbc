/* SPDX-License-Identifier: MIT */
/* The Win32 calls of um/remote against a fake host: names, synchronous and overlapped requests, ports, cancellation. */
#include "um_test.h"
#include <initguid.h>
#include <cfgmgr32.h>
#include <setupapi.h>
#include <stdlib.h>

DEFINE_GUID(GUID_SAMPLE, 0xcdc35b6e, 0x0be4, 0x4936, 0xbf, 0x5f, 0x55, 0x37, 0x38, 0x0a, 0x7c, 0x1a);

/* A device is found by class and by name, without regard to case; what is off, dead or garbage is not there. */
static void test_names(void)
{
    GUID guid = GUID_SAMPLE, other = {1, 2, 3, {0}};
    ULONG size = 0;
    char list[512];
    WCHAR wide[512];
    CHECK(CM_Get_Device_Interface_List_SizeA(&size, &guid, NULL, 0) == CR_SUCCESS && size == strlen(DEVICE) + 2);
    CHECK(CM_Get_Device_Interface_ListA(&guid, NULL, list, size, 0) == CR_SUCCESS && !strcmp(list, DEVICE));
    CHECK(CM_Get_Device_Interface_ListA(&guid, NULL, list, size - 1, 0) == CR_BUFFER_SMALL);
    CHECK(CM_Get_Device_Interface_List_SizeW(&size, &guid, NULL, 0) == CR_SUCCESS && size == strlen(DEVICE) + 2);
    CHECK(CM_Get_Device_Interface_ListW(&guid, NULL, wide, 512, 0) == CR_SUCCESS && wcslen(wide) == strlen(DEVICE));
    CHECK(CM_Get_Device_Interface_List_SizeA(&size, &other, NULL, 0) == CR_SUCCESS && size == 1);
    CHECK(CM_Get_Device_Interface_List_SizeA(&size, &guid, (char *)"root\\sample\\0000", 0) == CR_SUCCESS && size > 1);
    CHECK(CM_Get_Device_Interface_List_SizeA(&size, &guid, (char *)"ROOT\\SAMPLE\\0007", 0) == CR_SUCCESS && size == 1);
    HANDLE device = CreateFileW(wide, GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL);
    CHECK(device != INVALID_HANDLE_VALUE && CloseHandle(device));
    device = open_device("\\\\.\\root#sample#0000#{cdc35b6e-0be4-4936-bf5f-5537380a7c1a}", 0);
    CHECK(device != INVALID_HANDLE_VALUE && CloseHandle(device));
    CHECK(!CloseHandle(device) && GetLastError() == ERROR_INVALID_HANDLE);
    CHECK(open_device("\\\\.\\Nothing", 0) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_FILE_NOT_FOUND);
    CHECK(open_device(DEVICE "x", 0) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_FILE_NOT_FOUND);
    CHECK(open_device(DEVICE "\\no", 0) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_FILE_NOT_FOUND);
    CHECK(open_device("C:\\file.txt", 0) == INVALID_HANDLE_VALUE && GetLastError() == ERROR_FILE_NOT_FOUND);
    CHECK(open_device("\\\\?\\ROOT#SAMPLE#0002#{CDC35B6E-0BE4-4936-BF5F-5537380A7C1A}", 0) == INVALID_HANDLE_VALUE);
    CHECK(open_device("\\\\?\\ROOT#SAMPLE#0001#{CDC35B6E-0BE4-4936-BF5F-5537380A7C1A}", 0) == INVALID_HANDLE_VALUE);
}

/* SetupDi finds the same names. */
static void test_setup(void)
{
    SP_DEVICE_INTERFACE_DATA interface = {.cbSize = sizeof interface};
    DWORD needed = 0;
    HDEVINFO list = SetupDiGetClassDevsA(&GUID_SAMPLE, NULL, NULL, DIGCF_PRESENT | DIGCF_DEVICEINTERFACE);
    CHECK(list != INVALID_HANDLE_VALUE);
    CHECK(SetupDiEnumDeviceInterfaces(list, NULL, &GUID_SAMPLE, 0, &interface));
    CHECK(!SetupDiGetDeviceInterfaceDetailA(list, &interface, NULL, 0, &needed, NULL));
    CHECK(GetLastError() == ERROR_INSUFFICIENT_BUFFER);
    SP_DEVICE_INTERFACE_DETAIL_DATA_A *detail = malloc(needed);
    detail->cbSize = sizeof *detail;
    CHECK(SetupDiGetDeviceInterfaceDetailA(list, &interface, detail, needed, NULL, NULL));
    CHECK(!strcmp(detail->DevicePath, DEVICE));
    CHECK(!SetupDiEnumDeviceInterfaces(list, NULL, &GUID_SAMPLE, 1, &interface));
    CHECK(GetLastError() == ERROR_NO_MORE_ITEMS);
    CHECK(SetupDiDestroyDeviceInfoList(list));
    free(detail);
}

static void test_synchronous(void)
{
    enum { LARGE = 3 << 20 };
    HANDLE device = open_device(DEVICE, 0);
    DWORD moved = 77;
    char text[16] = "";
    UCHAR *out = malloc(LARGE), *in = calloc(1, LARGE);
    CHECK(ReadFile(device, text, sizeof text, &moved, NULL) && moved == 0);
    CHECK(WriteFile(device, "hello", 5, &moved, NULL) && moved == 5);
    CHECK(ReadFile(device, text, sizeof text, &moved, NULL) && moved == 5 && !memcmp(text, "hello", 5));
    CHECK(ReadFile(device, text, 2, &moved, NULL) && moved == 2);
    CHECK(WriteFile(device, "", 0, &moved, NULL) && moved == 0);
    for (ULONG i = 0; i < LARGE; i++)
        out[i] = (UCHAR)(i * 7 + (i >> 9));
    CHECK(WriteFile(device, out, LARGE, &moved, NULL) && moved == LARGE);
    CHECK(ReadFile(device, in, LARGE, &moved, NULL) && moved == LARGE && !memcmp(in, out, LARGE));
    CHECK(DeviceIoControl(device, FAKE_ECHO, (void *)"abc", 3, text, sizeof text, &moved, NULL) && moved == 3);
    CHECK(!memcmp(text, "abc", 3));
    CHECK(!DeviceIoControl(device, FAKE_CODE(0x900), NULL, 0, NULL, 0, &moved, NULL));
    CHECK(GetLastError() == ERROR_INVALID_FUNCTION);
    CHECK(FlushFileBuffers(device));
    CHECK(!ReadFile(NULL, text, 1, &moved, NULL) && GetLastError() == ERROR_INVALID_HANDLE);
    OVERLAPPED overlapped = {.hEvent = CreateEventA(NULL, TRUE, FALSE, NULL)};
    CHECK(WriteFile(device, "hello", 5, &moved, &overlapped) && moved == 5 && overlapped.InternalHigh == 5);
    CHECK(WaitForSingleObject(overlapped.hEvent, 0) == WAIT_OBJECT_0 && CloseHandle(overlapped.hEvent));
    CHECK(GetFileType(device) == FILE_TYPE_CHAR && CloseHandle(device));
    free(out);
    free(in);
}

static void one_status(HANDLE device, DWORD status, BOOL result, DWORD error, DWORD bytes)
{
    struct {
        DWORD status;
        char data[4];
    } in = {status, "abcd"};
    char out[4] = "";
    DWORD moved = 0;
    SetLastError(0);
    BOOL done = DeviceIoControl(device, FAKE_STATUS, &in, sizeof in, out, sizeof out, &moved, NULL);
    printf("# status %08lX\n", status);
    CHECK(done == result && GetLastError() == error && moved == bytes && !memcmp(out, "abcd", 4));
}

/* https://learn.microsoft.com/windows-hardware/drivers/kernel/using-ntstatus-values and facts/ntstatus.tsv */
static void test_status(void)
{
    HANDLE device = open_device(DEVICE, 0);
    one_status(device, 0x00000000, TRUE, 0, 4);
    one_status(device, 0x40000000, TRUE, 0, 4); /* informational is success */
    one_status(device, 0x80000005, FALSE, ERROR_MORE_DATA, 4);
    one_status(device, 0xC0000001, FALSE, ERROR_GEN_FAILURE, 4);
    one_status(device, 0xC0000010, FALSE, ERROR_INVALID_FUNCTION, 4);
    one_status(device, 0xC0000022, FALSE, ERROR_ACCESS_DENIED, 4);
    one_status(device, 0xC0000120, FALSE, ERROR_OPERATION_ABORTED, 4);
    one_status(device, 0xC0000206, FALSE, ERROR_INVALID_USER_BUFFER, 4);
    one_status(device, 0xC000009A, FALSE, ERROR_NO_SYSTEM_RESOURCES, 4);
    one_status(device, 0xCFFFFFFF, FALSE, ERROR_MR_MID_NOT_FOUND, 4);
    CloseHandle(device);
}

static void test_overlapped(void)
{
    HANDLE device = open_device(HOLDING, FILE_FLAG_OVERLAPPED), control = open_device(DEVICE, 0);
    OVERLAPPED write = {.hEvent = CreateEventA(NULL, TRUE, TRUE, NULL)}, read = {.hEvent = NULL};
    DWORD moved = 5;
    char text[8] = "";
    CHECK(!WriteFile(device, "12345", 5, NULL, &write) && GetLastError() == ERROR_IO_PENDING);
    CHECK(WaitForSingleObject(write.hEvent, 0) == WAIT_TIMEOUT);
    CHECK(!ReadFile(device, text, sizeof text, &moved, &read) && GetLastError() == ERROR_IO_PENDING && moved == 0);
    CHECK(!HasOverlappedIoCompleted(&write));
    CHECK(!GetOverlappedResult(device, &write, &moved, FALSE) && GetLastError() == ERROR_IO_INCOMPLETE);
    CHECK(!GetOverlappedResultEx(device, &write, &moved, 1, FALSE) && GetLastError() == WAIT_TIMEOUT);
    CHECK(DeviceIoControl(control, FAKE_RELEASE, NULL, 0, NULL, 0, &moved, NULL));
    CHECK(GetOverlappedResult(device, &read, &moved, TRUE) && moved == 5 && !memcmp(text, "12345", 5));
    CHECK(WaitForSingleObject(write.hEvent, INFINITE) == WAIT_OBJECT_0 && HasOverlappedIoCompleted(&write));
    CHECK(GetOverlappedResult(device, &write, &moved, FALSE) && moved == 5);
    CHECK(!ReadFile(device, text, sizeof text, &moved, NULL) && GetLastError() == ERROR_INVALID_PARAMETER);
    /* waiting on the file itself */
    read = (OVERLAPPED){0};
    CHECK(!ReadFile(device, text, 1, NULL, &read) && WaitForSingleObject(device, 0) == WAIT_TIMEOUT);
    CHECK(DeviceIoControl(control, FAKE_RELEASE, NULL, 0, NULL, 0, &moved, NULL));
    CHECK(WaitForSingleObject(device, INFINITE) == WAIT_OBJECT_0 && read.InternalHigh == 1);
    /* closing cancels nothing: the request completes afterwards */
    read = (OVERLAPPED){.hEvent = write.hEvent};
    CHECK(!ReadFile(device, text, 3, NULL, &read) && CloseHandle(device));
    CHECK(!HasOverlappedIoCompleted(&read));
    CHECK(DeviceIoControl(control, FAKE_RELEASE, NULL, 0, NULL, 0, &moved, NULL));
    CHECK(WaitForSingleObject(write.hEvent, INFINITE) == WAIT_OBJECT_0 && read.InternalHigh == 3);
    CloseHandle(write.hEvent);
    CloseHandle(control);
}

static void test_port(void)
{
    HANDLE device = open_device(HOLDING, FILE_FLAG_OVERLAPPED), control = open_device(DEVICE, 0);
    HANDLE port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 0);
    OVERLAPPED requests[3] = {{0}}, *done = (OVERLAPPED *)1;
    OVERLAPPED_ENTRY entries[4];
    ULONG_PTR key;
    ULONG count;
    DWORD moved;
    CHECK(CreateIoCompletionPort(device, port, 42, 0) == port);
    CHECK(!CreateIoCompletionPort(device, port, 42, 0) && GetLastError() == ERROR_INVALID_PARAMETER);
    CHECK(!CreateIoCompletionPort(control, port, 42, 0) && GetLastError() == ERROR_INVALID_PARAMETER);
    CHECK(SetFileCompletionNotificationModes(device, FILE_SKIP_COMPLETION_PORT_ON_SUCCESS));
    CHECK(!GetQueuedCompletionStatus(port, &moved, &key, &done, 0) && GetLastError() == WAIT_TIMEOUT && !done);
    requests[2].hEvent = (HANDLE)((ULONG_PTR)CreateEventA(NULL, TRUE, FALSE, NULL) | 1); /* not to the port */
    for (int i = 0; i < 3; i++)
        CHECK(!WriteFile(device, "abcdef", (DWORD)i + 1, NULL, &requests[i]) && GetLastError() == ERROR_IO_PENDING);
    CHECK(!GetQueuedCompletionStatus(port, &moved, &key, &done, 1) && GetLastError() == WAIT_TIMEOUT);
    CHECK(DeviceIoControl(control, FAKE_RELEASE_BACKWARDS, NULL, 0, NULL, 0, &moved, NULL));
    CHECK(GetQueuedCompletionStatus(port, &moved, &key, &done, INFINITE) && done == &requests[1] && moved == 2 &&
          key == 42);
    CHECK(PostQueuedCompletionStatus(port, 9, 8, NULL));
    CHECK(GetQueuedCompletionStatusEx(port, entries, 4, &count, INFINITE, FALSE) && count == 2);
    CHECK(entries[0].lpOverlapped == &requests[0] && entries[0].dwNumberOfBytesTransferred == 1);
    CHECK(entries[1].lpOverlapped == NULL && entries[1].lpCompletionKey == 8);
    CHECK(WaitForSingleObject(requests[2].hEvent, INFINITE) == WAIT_OBJECT_0);
    CHECK(!GetQueuedCompletionStatus(port, &moved, &key, &done, 0) && GetLastError() == WAIT_TIMEOUT);
    /* a failed request is taken out with FALSE, its OVERLAPPED and its error */
    CHECK(!ReadFile(device, entries, 4, NULL, &requests[0]) && CancelIoEx(device, &requests[0]));
    CHECK(!GetQueuedCompletionStatus(port, &moved, &key, &done, INFINITE) && done == &requests[0]);
    CHECK(GetLastError() == ERROR_OPERATION_ABORTED);
    CloseHandle(device);
    CloseHandle(control);
    CHECK(CloseHandle(port));
}

static DWORD WINAPI read_blocked(LPVOID parameter)
{
    char text[4];
    DWORD moved;
    return ReadFile((HANDLE)parameter, text, 4, &moved, NULL) ? 0 : GetLastError();
}

static DWORD held(HANDLE control)
{
    DWORD counts[2] = {0}, moved;
    DeviceIoControl(control, FAKE_COUNT, NULL, 0, counts, sizeof counts, &moved, NULL);
    return counts[0];
}

static DWORD WINAPI start_two(LPVOID parameter)
{
    static OVERLAPPED requests[2];
    static char text[2];
    HANDLE device = parameter;
    for (int i = 0; i < 2; i++)
        ReadFile(device, text, 1, NULL, &requests[i]);
    return 0;
}

static void test_cancel(void)
{
    HANDLE device = open_device(HOLDING, FILE_FLAG_OVERLAPPED), control = open_device(DEVICE, 0);
    HANDLE blocking = open_device(HOLDING, 0);
    OVERLAPPED requests[4] = {{0}};
    DWORD moved, code;
    char text[4];
    CHECK(!CancelIoEx(device, NULL) && GetLastError() == ERROR_NOT_FOUND);
    CHECK(CancelIo(device));
    for (int i = 0; i < 4; i++)
        ReadFile(device, text, 1, NULL, &requests[i]);
    CHECK(CancelIoEx(device, &requests[2]));
    CHECK(!GetOverlappedResult(device, &requests[2], &moved, TRUE) && GetLastError() == ERROR_OPERATION_ABORTED);
    CHECK(!CancelIoEx(device, &requests[2]) && GetLastError() == ERROR_NOT_FOUND && held(control) == 3);
    CHECK(!CancelIoEx(control, &requests[1]) && GetLastError() == ERROR_NOT_FOUND);
    CHECK(CancelIo(device) && held(control) == 0);
    for (int i = 0; i < 4; i++)
        CHECK(!GetOverlappedResult(device, &requests[i], &moved, TRUE));
    /* a thread that is blocked in ReadFile, cancelled by file and by thread */
    for (int way = 0; way < 2; way++) {
        HANDLE thread = CreateThread(NULL, 0, read_blocked, blocking, 0, NULL);
        while (!held(control))
            SwitchToThread();
        CHECK(way ? CancelSynchronousIo(thread) : CancelIoEx(blocking, NULL));
        CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0);
        CHECK(GetExitCodeThread(thread, &code) && code == ERROR_OPERATION_ABORTED);
        CHECK(!CancelSynchronousIo(thread) && GetLastError() == ERROR_NOT_FOUND);
        CloseHandle(thread);
    }
    /* a thread's end cancels what it started, and only that */
    ReadFile(device, text, 1, NULL, &requests[0]);
    HANDLE thread = CreateThread(NULL, 0, start_two, device, 0, NULL);
    CHECK(WaitForSingleObject(thread, INFINITE) == WAIT_OBJECT_0 && held(control) == 1);
    CHECK(CancelIoEx(device, NULL) && held(control) == 0);
    CloseHandle(thread);
    CloseHandle(device);
    CloseHandle(blocking);
    CloseHandle(control);
}

/* 100,000 requests outstanding on one handle, then all of them answered, and again in the reverse order. */
static void test_many(void)
{
    enum { MANY = 100000 };
    HANDLE device = open_device(HOLDING, FILE_FLAG_OVERLAPPED), control = open_device(DEVICE, 0);
    HANDLE port = CreateIoCompletionPort(device, NULL, 1, 0);
    OVERLAPPED *requests = calloc(MANY, sizeof *requests), *done;
    ULONG_PTR key;
    DWORD moved, wrong = 0;
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < MANY; i++)
            wrong += WriteFile(device, "x", 1, NULL, &requests[i]) || GetLastError() != ERROR_IO_PENDING;
        CHECK(!wrong && held(control) == MANY);
        DWORD code = round ? FAKE_RELEASE_BACKWARDS : FAKE_RELEASE;
        CHECK(DeviceIoControl(control, code, NULL, 0, NULL, 0, &moved, NULL));
        for (int i = 0; i < MANY; i++) {
            BOOL taken = GetQueuedCompletionStatus(port, &moved, &key, &done, INFINITE);
            wrong += !taken || done != &requests[round ? MANY - 1 - i : i] || moved != 1;
        }
        CHECK(!wrong);
    }
    for (int i = 0; i < MANY; i++)
        WriteFile(device, "x", 1, NULL, &requests[i]);
    CHECK(CancelIoEx(device, &requests[MANY / 2]) && CancelIoEx(device, NULL));
    for (int i = 0; i < MANY; i++)
        wrong +=
            GetQueuedCompletionStatus(port, &moved, &key, &done, INFINITE) || GetLastError() != ERROR_OPERATION_ABORTED;
    CHECK(!wrong && held(control) == 0);
    free(requests);
    CloseHandle(device);
    CloseHandle(port);
    CloseHandle(control);
}

static const struct {
    const char *name;
    void (*run)(void);
} tests[] = {
    {"names", test_names}, {"setup", test_setup},   {"synchronous", test_synchronous}, {"status", test_status},
    {"port", test_port},   {"cancel", test_cancel}, {"overlapped", test_overlapped},   {"many", test_many},
};

int main(int argc, char **argv)
{
    for (size_t i = 0; i < sizeof tests / sizeof tests[0]; i++)
        if (argc < 2 || !strcmp(argv[1], tests[i].name))
            tests[i].run();
    return test_end();
}
