/* SPDX-License-Identifier: MIT */
/*
 * An app as authors of Windows drivers write them: SAL, HRESULTs, a ULONG argc, TCHAR names, a thread for each
 * direction with its own handle and port, labels at the end of a function. It must compile and run unchanged, as C and
 * as C++.
 */
#include <DriverSpecs.h>
_Analysis_mode_(_Analysis_code_type_user_code_)

#include <Windows.h>
#include <WinIoCtl.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <strsafe.h>
#include <cfgmgr32.h>
#include <initguid.h>
#include <tchar.h>

    DEFINE_GUID(GUID_DEVINTERFACE_SAMPLE, 0xcdc35b6e, 0x0be4, 0x4936, 0xbf, 0x5f, 0x55, 0x37, 0x38, 0x0a, 0x7c, 0x1a);

#define NUM_ASYNCH_IO      100
#define BUFFER_SIZE        (40 * 1024)
#define READER_TYPE        1
#define WRITER_TYPE        2
#define MAX_DEVPATH_LENGTH 256

BOOLEAN G_PerformAsyncIo;
ULONG G_AsyncIoLoopsNum;
TCHAR G_DevicePath[MAX_DEVPATH_LENGTH];

static _Success_(return ) BOOL
    GetDevicePath(_In_ LPGUID InterfaceGuid, _Out_writes_(BufLen) PTCHAR DevicePath, _In_ size_t BufLen)
{
    CONFIGRET cr = CR_SUCCESS;
    PTCHAR deviceInterfaceList = NULL;
    ULONG deviceInterfaceListLength = 0;
    HRESULT hr = E_FAIL;
    BOOL bRet = TRUE;

    cr = CM_Get_Device_Interface_List_Size(&deviceInterfaceListLength, InterfaceGuid, NULL,
                                           CM_GET_DEVICE_INTERFACE_LIST_PRESENT);
    if (cr != CR_SUCCESS) {
        printf("No size of the list: 0x%x\n", cr);
        goto clean0;
    }
    if (deviceInterfaceListLength <= 1) {
        bRet = FALSE;
        printf("Nothing is there\n");
        goto clean0;
    }
    deviceInterfaceList = (PTCHAR)malloc(deviceInterfaceListLength * sizeof(TCHAR));
    if (deviceInterfaceList == NULL) {
        printf("No memory\n");
        goto clean0;
    }
    ZeroMemory(deviceInterfaceList, deviceInterfaceListLength * sizeof(TCHAR));
    cr = CM_Get_Device_Interface_List(InterfaceGuid, NULL, deviceInterfaceList, deviceInterfaceListLength,
                                      CM_GET_DEVICE_INTERFACE_LIST_PRESENT);
    if (cr != CR_SUCCESS) {
        printf("No list: 0x%x\n", cr);
        goto clean0;
    }
    hr = StringCchCopy(DevicePath, BufLen, deviceInterfaceList);
    if (FAILED(hr)) {
        bRet = FALSE;
        printf("The name is too long: 0x%x", hr);
    }

clean0:
    if (deviceInterfaceList != NULL) {
        free(deviceInterfaceList);
    }
    if (CR_SUCCESS != cr) {
        bRet = FALSE;
    }
    return bRet;
}

static ULONG AsyncIo(PVOID ThreadParameter)
{
    HANDLE hDevice = INVALID_HANDLE_VALUE;
    HANDLE hCompletionPort = NULL;
    OVERLAPPED *pOvList = NULL;
    PUCHAR buf = NULL;
    ULONG_PTR i;
    ULONG ioType = (ULONG)(ULONG_PTR)ThreadParameter;
    ULONG error = 1, loops = 0;

    hDevice =
        CreateFile(G_DevicePath, GENERIC_WRITE | GENERIC_READ, 0, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    if (hDevice == INVALID_HANDLE_VALUE) {
        printf("Cannot open %ls error %d\n", L"the device", GetLastError());
        goto Error;
    }
    hCompletionPort = CreateIoCompletionPort(hDevice, NULL, 1, 0);
    pOvList = (OVERLAPPED *)malloc(NUM_ASYNCH_IO * sizeof(OVERLAPPED));
    buf = (PUCHAR)malloc(NUM_ASYNCH_IO * BUFFER_SIZE);
    if (hCompletionPort == NULL || pOvList == NULL || buf == NULL) {
        goto Error;
    }
    ZeroMemory(pOvList, NUM_ASYNCH_IO * sizeof(OVERLAPPED));
    ZeroMemory(buf, NUM_ASYNCH_IO * BUFFER_SIZE);
    for (i = 0; i < NUM_ASYNCH_IO; i++) {
        BOOL ok = ioType == READER_TYPE ? ReadFile(hDevice, buf + (i * BUFFER_SIZE), BUFFER_SIZE, NULL, &pOvList[i])
                                        : WriteFile(hDevice, buf + (i * BUFFER_SIZE), BUFFER_SIZE, NULL, &pOvList[i]);
        if (!ok && GetLastError() != ERROR_IO_PENDING) {
            printf("%Iuth request failed %lu\n", i, GetLastError());
            goto Error;
        }
    }
    for (;;) {
        DWORD numberOfBytesTransferred;
        ULONG_PTR key;
        OVERLAPPED *completedOv;
        if (GetQueuedCompletionStatus(hCompletionPort, &numberOfBytesTransferred, &key, &completedOv, INFINITE) == 0) {
            printf("GetQueuedCompletionStatus failed %d\n", GetLastError());
            goto Error;
        }
        i = (ULONG_PTR)(completedOv - pOvList);
        if (G_AsyncIoLoopsNum > 0 && ++loops >= G_AsyncIoLoopsNum) {
            error = 0;
            break;
        }
        ZeroMemory(&pOvList[i], sizeof(OVERLAPPED));
        if (!ReadFile(hDevice, buf + (i * BUFFER_SIZE), BUFFER_SIZE, NULL, &pOvList[i]) &&
            GetLastError() != ERROR_IO_PENDING) {
            goto Error;
        }
    }

Error:
    if (hDevice != INVALID_HANDLE_VALUE) {
        CancelIo(hDevice);
        CloseHandle(hDevice);
    }
    return error;
}

static DWORD WINAPI AsyncThread(LPVOID Parameter)
{
    return AsyncIo(Parameter);
}

int __cdecl main(_In_ ULONG argc, _In_reads_(argc) PCHAR argv[])
{
    HANDLE hDevice = INVALID_HANDLE_VALUE, th1 = NULL;
    DWORD transferred = 0, result = 1;
    LPGUID guid = (LPGUID)&GUID_DEVINTERFACE_SAMPLE;

    if (argc > 1 && !_strnicmp(argv[1], "-Async", 6)) {
        G_PerformAsyncIo = TRUE;
        G_AsyncIoLoopsNum = argc > 2 ? (ULONG)atoi(argv[2]) : 0;
    }
    if (!GetDevicePath(guid, G_DevicePath, sizeof(G_DevicePath) / sizeof(G_DevicePath[0]))) {
        goto exit;
    }
    _tprintf(_T("DevicePath: %s, %Iu characters\n"), G_DevicePath, (SIZE_T)_tcslen(G_DevicePath));
    hDevice = CreateFile(G_DevicePath, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                         OPEN_EXISTING, 0, NULL);
    if (hDevice == INVALID_HANDLE_VALUE) {
        printf("It does not open: %d\n", GetLastError());
        goto exit;
    }
    if (G_PerformAsyncIo) {
        th1 = CreateThread(NULL, 0, AsyncThread, (LPVOID)(ULONG_PTR)READER_TYPE, 0, NULL);
        if (th1 == NULL) {
            goto exit;
        }
        result = AsyncIo((PVOID)(ULONG_PTR)WRITER_TYPE);
        WaitForSingleObject(th1, INFINITE);
    } else {
        result = !WriteFile(hDevice, L"wide", (DWORD)(wcslen(L"wide") * sizeof(WCHAR)), &transferred, NULL) ||
                 transferred != 8;
        printf("%ws: %lu bytes\n", L"Written", transferred);
    }

exit:
    if (th1 != NULL) {
        CloseHandle(th1);
    }
    if (hDevice != INVALID_HANDLE_VALUE) {
        CloseHandle(hDevice);
    }
    return (int)result;
}
