/*++
SPDX-License-Identifier: MIT

Module Name:

    relayapp.cpp

Abstract:

    Writes to a relay and reads again; with -Async through two threads, each
    with a handle and a completion port of its own.

Environment:

    user mode only

--*/

#include <DriverSpecs.h>
_Analysis_mode_(_Analysis_code_type_user_code_)

#define INITGUID

#include <windows.h>
#include <strsafe.h>
#include <cfgmgr32.h>
#include <stdio.h>
#include <stdlib.h>
#include "Public.H"

#define OUTSTANDING     100
#define CHUNK           (4 * 1024)
#define PATH_MAX_CHARS  256

enum DIRECTION { READING = 1, WRITING };

BOOLEAN G_Async;
BOOLEAN G_Second;
ULONG G_Rounds = 1;
WCHAR G_Path[PATH_MAX_CHARS];

_Success_(return)
BOOL
FindRelay(
    _In_ LPGUID Guid,
    _Out_writes_z_(Count) PWCHAR Path,
    _In_ size_t Count
    );

BOOLEAN
Synchronous(
    _In_ HANDLE Relay,
    _In_ ULONG Length
    );

ULONG
Overlapped(
    _In_ PVOID Direction
    );


int __cdecl
main(
    _In_ ULONG argc,
    _In_reads_(argc) PCHAR  argv[]
    )
{
    HANDLE  relay = INVALID_HANDLE_VALUE;
    HANDLE  writer = NULL;
    DWORD   threadResult = 1;
    BOOLEAN good = FALSE;
    ULONG   i;

    for (i = 1; i < argc; i++) {
        if (!_strnicmp(argv[i], "-Async", 6)) {
            G_Async = TRUE;
            if (i + 1 < argc) {
                G_Rounds = (ULONG)atoi(argv[++i]);
            }
        }
        else if (!_strnicmp(argv[i], "-2", 2)) {
            G_Second = TRUE;
        }
        else {
            printf("Usage:\n");
            printf("    relayapp [-2]            one write and one read at a time\n");
            printf("    relayapp [-2] -Async N   %d reads and writes at once, N rounds\n", OUTSTANDING);
            goto exit;
        }
    }

    if ( !FindRelay((LPGUID)(G_Second ? &GUID_DEVINTERFACE_RELAY_SYNC : &GUID_DEVINTERFACE_RELAY),
                    G_Path, ARRAYSIZE(G_Path)) )
    {
        goto exit;
    }
    printf("Relay: %ws (%Iu characters)\n", G_Path, wcslen(G_Path));

    relay = CreateFile(G_Path,
                       GENERIC_READ|GENERIC_WRITE,
                       FILE_SHARE_READ | FILE_SHARE_WRITE,
                       NULL, // default security
                       OPEN_EXISTING,
                       0,
                       NULL);

    if (relay == INVALID_HANDLE_VALUE) {
        printf("It does not open: %d\n", GetLastError());
        goto exit;
    }

    if (!G_Async) {
        good = Synchronous(relay, 512) && Synchronous(relay, 30 * 1024);
        goto exit;
    }

    writer = CreateThread(NULL,                                 // default security
                          0,                                    // default stack
                          (LPTHREAD_START_ROUTINE)Overlapped,
                          (LPVOID)(ULONG_PTR)WRITING,
                          0,
                          NULL);
    if (writer == NULL) {
        printf("No thread: %u\n", GetLastError());
        goto exit;
    }

    good = Overlapped((PVOID)(ULONG_PTR)READING) == 0;
    WaitForSingleObject(writer, INFINITE);
    if (!GetExitCodeThread(writer, &threadResult) || threadResult != 0) {
        good = FALSE;
    }
    printf("%S\n", good ? L"All rounds were right" : L"Something was wrong");

exit:

    if (writer != NULL) {
        CloseHandle(writer);
    }
    if (relay != INVALID_HANDLE_VALUE) {
        CloseHandle(relay);
    }
    return good ? 0 : 1;
}


static PUCHAR
Pattern(
    _In_ ULONG Length
    )
{
    PUCHAR bytes = (PUCHAR)malloc(Length);
    ULONG i;

    if (bytes == NULL) {
        return NULL;
    }
    for (i = 0; i < Length; i++) {
        bytes[i] = (UCHAR)(i * 7 + Length);
    }
    return bytes;
}


BOOLEAN
Synchronous(
    HANDLE Relay,
    ULONG Length
    )
{
    PUCHAR  out = Pattern(Length), in = NULL;
    ULONG   bytes = 0;
    BOOLEAN same = FALSE;

    if ((out == NULL) || (in = (PUCHAR)malloc(Length)) == NULL) {
        printf("No memory for %lu bytes\n", Length);
        goto Done;
    }
    ZeroMemory(in, Length);

    if (!WriteFile(Relay, out, Length, &bytes, NULL) || bytes != Length) {
        printf("WriteFile: error %d, %lu bytes\n", GetLastError(), bytes);
        goto Done;
    }
    printf("%d bytes written\n", bytes);

    if (!ReadFile(Relay, in, Length, &bytes, NULL) || bytes != Length) {
        printf("ReadFile: error %d, %lu bytes\n", GetLastError(), bytes);
        goto Done;
    }
    printf("%d bytes read\n", bytes);

    same = (BOOLEAN)(memcmp(in, out, Length) == 0);
    if (same) {
        printf("Length %I64d is right, first word %08x at %p\n", (LONGLONG)Length, *(PULONG)in, (PVOID)in);
    }
    else {
        printf("What came back is something else\n");
    }

Done:
    free(in);
    free(out);
    return same;
}


static BOOL
Submit(
    _In_ HANDLE Device,
    _In_ ULONG_PTR Direction,
    _Inout_updates_(CHUNK) PUCHAR Bytes,
    _Inout_ OVERLAPPED *Ov
    )
{
    BOOL ok;

    ZeroMemory(Ov, sizeof(OVERLAPPED));
    if (Direction == READING) {
        ok = ReadFile(Device, Bytes, CHUNK, NULL, Ov);
    } else {
        ok = WriteFile(Device, Bytes, CHUNK, NULL, Ov);
    }
    return ok || GetLastError() == ERROR_IO_PENDING;
}


ULONG
Overlapped(
    PVOID Direction
    )
{
    HANDLE      device = INVALID_HANDLE_VALUE, port = NULL;
    OVERLAPPED  *overlapped = NULL, *done;
    PUCHAR      buffer = NULL;
    ULONG       left, error = 1;
    DWORD       bytes;
    ULONG_PTR   i, key;

    device = CreateFile(G_Path, GENERIC_READ|GENERIC_WRITE, 0, NULL, OPEN_EXISTING, FILE_FLAG_OVERLAPPED, NULL);
    if (device == INVALID_HANDLE_VALUE) {
        printf("%ws does not open, error %d\n", G_Path, GetLastError());
        goto End;
    }
    port = CreateIoCompletionPort(device, NULL, 1, 0);
    overlapped = (OVERLAPPED *)malloc(OUTSTANDING * sizeof(OVERLAPPED));
    buffer = (PUCHAR)malloc(OUTSTANDING * CHUNK);
    if (port == NULL || overlapped == NULL || buffer == NULL) {
        printf("No port or no memory, error %d\n", GetLastError());
        goto End;
    }

    left = OUTSTANDING * G_Rounds;
    for (i = 0; i < OUTSTANDING; i++) {
        memset(buffer + i * CHUNK, (int)i + 1, CHUNK);
        if (!Submit(device, (ULONG_PTR)Direction, buffer + i * CHUNK, &overlapped[i])) {
            printf("%Iuth request: error %d\n", i, GetLastError());
            goto End;
        }
    }
    while (left-- > 0) {
        if (!GetQueuedCompletionStatus(port, &bytes, &key, &done, INFINITE)) {
            printf("GetQueuedCompletionStatus: error %d\n", GetLastError());
            goto End;
        }
        i = (ULONG_PTR)(done - overlapped);
        //
        // A read gives one whole write, or nothing when it was the first.
        //
        if (bytes != CHUNK && !((ULONG_PTR)Direction == READING && bytes == 0)) {
            printf("%Iuth request moved %d bytes\n", i, bytes);
            goto End;
        }
        if (bytes && memcmp(buffer + i * CHUNK, buffer + i * CHUNK + 1, CHUNK - 1)) {
            printf("%Iuth request is a mixture\n", i);
            goto End;
        }
        if (left >= OUTSTANDING && !Submit(device, (ULONG_PTR)Direction, buffer + i * CHUNK, done)) {
            goto End;
        }
    }
    error = 0;

End:
    if (port != NULL) {
        CloseHandle(port);
    }
    if (device != INVALID_HANDLE_VALUE) {
        CloseHandle(device);
    }
    if (overlapped != NULL) {
        free(overlapped);
    }
    if (buffer != NULL) {
        free(buffer);
    }
    return error;
}


BOOL
FindRelay(
    LPGUID Guid,
    PWCHAR Path,
    size_t Count
    )
{
    PWSTR       list = NULL, each;
    ULONG       length = 0, relays = 0;
    CONFIGRET   cr;
    HRESULT     hr;
    BOOL        found = FALSE;

    do {
        cr = CM_Get_Device_Interface_List_Size(&length, Guid, NULL, CM_GET_DEVICE_INTERFACE_LIST_PRESENT);
        if (cr != CR_SUCCESS) {
            break;
        }
        free(list);
        list = (PWSTR)malloc(length * sizeof(WCHAR));
        if (list == NULL) {
            cr = CR_OUT_OF_MEMORY;
            break;
        }
        ZeroMemory(list, length * sizeof(WCHAR));
        cr = CM_Get_Device_Interface_List(Guid, NULL, list, length, CM_GET_DEVICE_INTERFACE_LIST_PRESENT);
    } while (cr == CR_BUFFER_SMALL);

    if (cr != CR_SUCCESS) {
        printf("The list is not to be had: 0x%x\n", cr);
        goto Out;
    }
    for (each = list; *each != UNICODE_NULL; each += wcslen(each) + 1) {
        relays++;
    }
    if (relays == 0) {
        printf("No relay is there\n");
        goto Out;
    }
    hr = StringCchCopy(Path, Count, list);
    if (FAILED(hr)) {
        printf("The name is too long: 0x%08x\n", hr);
        goto Out;
    }
    found = TRUE;

Out:
    free(list);
    return found;
}
