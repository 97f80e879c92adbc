/* SPDX-License-Identifier: MIT */
/*
 * echoapp: talks to an Echo device, which gives back the last thing that was written to it. The same file is the app on
 * Windows (x86_64-w64-mingw32-gcc -o echoapp.exe echoapp.c -lcfgmgr32) and here (kmdock-cc --app -o echoapp echoapp.c).
 *
 * Everything that it writes says what it is: which run of echoapp wrote it, when, as which write of that run, how long
 * it is; the bytes that follow are computed from that. So a read can be judged by itself.
 */
#include <windows.h>
#include <initguid.h>
#include <cfgmgr32.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../public.h"

#define OUTSTANDING_MAX 100 /* reads, and as many writes */
#define SMALL_BYTES     512
#define LARGE_BYTES     30720
#define FAILURES_SHOWN  5
#define PROGRESS_MS     200
#define CANCEL_EVERY_MS 50
#define CANCEL_TRIES    17   /* the process ends within a second of Ctrl-C, whatever the driver does */
#define SYNC_TRIES      10   /* writing and reading back, if another program writes in between */
#define CLOCK_SLACK_MS  1000 /* between two programs that write at the same time */
#define ECHO_MAGIC      0x4F484345

typedef struct _ECHO_DATA {
    ULONG Magic;
    ULONG Bytes; /* with this header */
    ULONGLONG Run;
    ULONGLONG Sequence; /* from 1 */
    ULONGLONG Time;     /* GetTickCount64 when it was submitted */
} ECHO_DATA;

typedef struct _REQUEST {
    OVERLAPPED Overlapped; /* first: the completion port gives its address */
    BOOL IsRead;
    ULONGLONG Floor;     /* of a read: the newest write that had completed when it was submitted, 0: none */
    ULONGLONG FloorTime; /* when that write was submitted */
    UCHAR Buffer[LARGE_BYTES];
} REQUEST;

typedef struct _TEST {
    ULONGLONG Wanted; /* reads, and as many writes; 0: until Ctrl-C */
    ULONGLONG Submitted[2];
    ULONGLONG Completed[2]; /* [0] writes, [1] reads */
    ULONGLONG Cancelled[2];
    ULONGLONG Failed;
    BOOL Ended; /* somebody else cancels: the device is going away */
    ULONG Outstanding;
    ULONGLONG Newest; /* the newest write that has completed */
    ULONGLONG NewestTime;
    UCHAR *Before; /* what was on the device before the first write, if it is no write of echoapp's */
    ULONG BeforeBytes;
    ULONGLONG Started;
    ULONGLONG Shown;
    BOOL Terminal;
} TEST;

static HANDLE device = INVALID_HANDLE_VALUE;
static HANDLE port;
static HANDLE finished; /* an event: nothing is left for the Ctrl-C handler to do */
static volatile LONG stopping;
static ULONGLONG run;
static REQUEST requests[2 * OUTSTANDING_MAX];
static TEST test;

static const char usage[] =
    "echoapp [-Device N|NAME] [-Async [N]]\n"
    "\n"
    "Writes to an Echo device, reads it back, and verifies what it reads.\n"
    "\n"
    "  (no option)     one write and one read of 512 bytes, then of 30720\n"
    "  -Async [N]      N writes and N reads, up to 100 of each at once (N is 100 unless given;\n"
    "                  0: until Ctrl-C)\n"
    "  -Device N|NAME  the N-th device, from 1, or the first whose name contains NAME\n"
    "  -?              this text\n"
    "\n"
    "Ctrl-C cancels what is outstanding. Exit status: 0 all verified, 1 not, 2 wrong usage.\n";

static void print_error(const char *what, DWORD error)
{
    char text[256];
    DWORD flags = FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS | FORMAT_MESSAGE_MAX_WIDTH_MASK;
    DWORD length = FormatMessageA(flags, NULL, error, 0, text, sizeof text, NULL);
    while (length && text[length - 1] <= ' ')
        text[--length] = 0;
    fprintf(stderr, "echoapp: %s: error %lu%s%s\n", what, (unsigned long)error, length ? ": " : "", length ? text : "");
}

/* Ctrl-C. Requests may be submitted while it runs, so it cancels again until the main thread is done. */
static BOOL WINAPI on_control(DWORD event)
{
    ULONG tries = 0;
    (void)event;
    InterlockedExchange(&stopping, TRUE);
    if (port)
        PostQueuedCompletionStatus(port, 0, 0, NULL);
    do {
        CancelIoEx(device, NULL);
        if (WaitForSingleObject(finished, CANCEL_EVERY_MS) == WAIT_OBJECT_0)
            return TRUE;
    } while (++tries < CANCEL_TRIES);
    fprintf(stderr, "\nechoapp: stopped; the driver did not end its requests when they were cancelled.\n");
    fflush(stdout);
    ExitProcess(1);
}

/* --- what is written, and what may be read ------------------------------------------------------------------------ */

static UCHAR byte_at(const ECHO_DATA *data, ULONG index)
{
    return (UCHAR)(data->Sequence + data->Run + index * 13 + (index >> 8));
}

static void fill(UCHAR *buffer, ULONG bytes, ULONGLONG sequence)
{
    ECHO_DATA data;
    ULONG i;
    data.Magic = ECHO_MAGIC;
    data.Bytes = bytes;
    data.Run = run;
    data.Sequence = sequence;
    data.Time = GetTickCount64();
    memcpy(buffer, &data, sizeof data);
    for (i = sizeof data; i < bytes; i++)
        buffer[i] = byte_at(&data, i);
}

/* TRUE if this is one whole write of some run of echoapp. */
static BOOL is_whole_write(const UCHAR *buffer, ULONG bytes, ECHO_DATA *data)
{
    ULONG i;
    if (bytes < sizeof *data)
        return FALSE;
    memcpy(data, buffer, sizeof *data);
    if (data->Magic != ECHO_MAGIC || data->Bytes != bytes)
        return FALSE;
    for (i = sizeof *data; i < bytes; i++)
        if (buffer[i] != byte_at(data, i))
            return FALSE;
    return TRUE;
}

/* Sizes from 32 bytes to 4 KiB, every tenth up to 30 KiB. */
static ULONG size_of_write(ULONGLONG sequence)
{
    ULONG spread = (ULONG)((sequence * 2654435761u) >> 7);
    ULONG most = sequence % 10 ? 4096 : LARGE_BYTES;
    return sizeof(ECHO_DATA) + spread % (most - sizeof(ECHO_DATA) + 1);
}

/* Another program's data, or another run's, from before our first write: all such reads must see the same. */
static const char *judge_stranger(const REQUEST *request, ULONG bytes)
{
    if (request->Floor)
        return "is not one whole write";
    if (!test.Before) {
        test.Before = malloc(bytes);
        if (!test.Before)
            return "cannot be remembered: there is no memory";
        memcpy(test.Before, request->Buffer, bytes);
        test.BeforeBytes = bytes;
    }
    if (bytes != test.BeforeBytes || memcmp(test.Before, request->Buffer, bytes) != 0)
        return "is not one whole write";
    return NULL;
}

/* NULL if the read is as it must be. */
static const char *judge_read(const REQUEST *request, ULONG bytes)
{
    ECHO_DATA data;
    if (!bytes)
        return request->Floor ? "is empty, after a write had completed" : NULL;
    if (!is_whole_write(request->Buffer, bytes, &data))
        return judge_stranger(request, bytes);
    if (data.Run !=
        run) /* another echoapp at the same time is welcome; what an earlier one left is not, once we wrote */
        return data.Time + CLOCK_SLACK_MS < request->FloorTime ? "is older than a write that had completed" : NULL;
    if (data.Sequence < request->Floor)
        return "is older than a write that had completed";
    if (data.Sequence > test.Submitted[0])
        return "is a write that was never made";
    return NULL;
}

/* --- one after the other -------------------------------------------------------------------------------------------
 */

typedef struct _COUNTS {
    ULONG Completed;
    ULONG Cancelled;
} COUNTS;

/* Ctrl-C cancels what is under way; every other failure is one. */
static BOOL count_call(BOOL done, const char *what, ULONG bytes, COUNTS *counts)
{
    DWORD error = done ? ERROR_SUCCESS : GetLastError();
    char text[64];
    if (done)
        counts->Completed++;
    else if (stopping && error == ERROR_OPERATION_ABORTED)
        counts->Cancelled++;
    else {
        snprintf(text, sizeof text, "the %s of %lu bytes failed", what, (unsigned long)bytes);
        print_error(text, error);
    }
    return done;
}

static BOOL write_and_read(ULONG bytes, ULONGLONG sequence, BOOL *disturbed, COUNTS *counts)
{
    static UCHAR out[LARGE_BYTES], in[LARGE_BYTES];
    ECHO_DATA data;
    DWORD moved = 0;
    *disturbed = FALSE;
    fill(out, bytes, sequence);
    if (!count_call(WriteFile(device, out, bytes, &moved, NULL), "write", bytes, counts))
        return FALSE;
    printf("Wrote %lu bytes.\n", (unsigned long)moved);
    if (moved != bytes) {
        fprintf(stderr, "echoapp: %lu bytes were to be written.\n", (unsigned long)bytes);
        return FALSE;
    }
    memset(in, 0, sizeof in);
    if (stopping || !count_call(ReadFile(device, in, bytes, &moved, NULL), "read", bytes, counts))
        return FALSE;
    printf("Read %lu bytes", (unsigned long)moved);
    if (moved == bytes && memcmp(in, out, bytes) == 0) {
        printf(": verified.\n");
        return TRUE;
    }
    *disturbed = moved >= sizeof data && (memcpy(&data, in, sizeof data), data.Magic == ECHO_MAGIC && data.Run != run);
    printf(*disturbed ? ": another program has written in between.\n" : ": NOT what was written.\n");
    return FALSE;
}

static int run_synchronous(void)
{
    static const ULONG sizes[] = {SMALL_BYTES, LARGE_BYTES};
    ULONGLONG sequence = 0;
    COUNTS counts = {0, 0};
    ULONG i;
    for (i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        BOOL disturbed = TRUE, verified = FALSE;
        ULONG tries;
        for (tries = 0; tries < SYNC_TRIES && disturbed && !verified && !stopping; tries++)
            verified = write_and_read(sizes[i], ++sequence, &disturbed, &counts);
        if (verified)
            continue;
        if (stopping)
            printf("Stopped by Ctrl-C: %lu completed, %lu cancelled.\n", (unsigned long)counts.Completed,
                   (unsigned long)counts.Cancelled);
        return 1;
    }
    return 0;
}

/* --- many at once --------------------------------------------------------------------------------------------------
 */

static void show_progress(BOOL last)
{
    ULONGLONG now = GetTickCount64(), done = test.Completed[0] + test.Completed[1];
    if (!test.Terminal || (!last && now - test.Shown < PROGRESS_MS))
        return;
    test.Shown = now;
    printf("\r%llu writes, %llu reads verified, %llu a second    ", test.Completed[0], test.Completed[1],
           now > test.Started ? done * 1000 / (now - test.Started) : 0);
    if (last)
        printf("\n");
    fflush(stdout);
}

static void request_failed(const REQUEST *request, DWORD error)
{
    if (error == ERROR_OPERATION_ABORTED) {
        test.Cancelled[request->IsRead]++;
        test.Ended = TRUE;
        return;
    }
    if (test.Failed++ < FAILURES_SHOWN)
        print_error(request->IsRead ? "a read failed" : "a write failed", error);
}

static void request_completed(const REQUEST *request, ULONG bytes)
{
    ECHO_DATA data;
    const char *fault = NULL;
    memcpy(&data, request->Buffer, sizeof data);
    if (request->IsRead) {
        fault = judge_read(request, bytes);
    } else if (bytes != data.Bytes) {
        fault = "was not done whole";
    } else if (data.Sequence > test.Newest) {
        test.Newest = data.Sequence;
        test.NewestTime = data.Time;
    }
    if (!fault) {
        test.Completed[request->IsRead]++;
    } else if (test.Failed++ < FAILURES_SHOWN) {
        fprintf(stderr, "echoapp: a %s of %lu bytes %s.\n", request->IsRead ? "read" : "write", (unsigned long)bytes,
                fault);
    }
}

/* Submits the request again, in its role; FALSE if there is nothing more to do in that role. */
static BOOL submit(REQUEST *request)
{
    ULONGLONG number = test.Submitted[request->IsRead] + 1;
    BOOL done;
    if (stopping || test.Ended || test.Failed || (test.Wanted && number > test.Wanted))
        return FALSE;
    memset(&request->Overlapped, 0, sizeof request->Overlapped);
    test.Submitted[request->IsRead] = number;
    if (request->IsRead) {
        request->Floor = test.Newest;
        request->FloorTime = test.NewestTime;
        done = ReadFile(device, request->Buffer, sizeof request->Buffer, NULL, &request->Overlapped);
    } else {
        ULONG bytes = size_of_write(number);
        fill(request->Buffer, bytes, number);
        done = WriteFile(device, request->Buffer, bytes, NULL, &request->Overlapped);
    }
    if (!done && GetLastError() != ERROR_IO_PENDING) {
        request_failed(request, GetLastError());
        return FALSE;
    }
    test.Outstanding++;
    return TRUE;
}

/* Takes one completion, if any comes soon. */
static void take_completion(void)
{
    DWORD bytes = 0;
    ULONG_PTR key = 0;
    OVERLAPPED *overlapped = NULL;
    BOOL done = GetQueuedCompletionStatus(port, &bytes, &key, &overlapped, PROGRESS_MS);
    DWORD error = done ? ERROR_SUCCESS : GetLastError();
    REQUEST *request = (REQUEST *)overlapped;
    if (!request)
        return; /* nothing came, or on_control woke us */
    test.Outstanding--;
    if (done)
        request_completed(request, bytes);
    else
        request_failed(request, error);
    submit(request);
}

static int report_asynchronous(void)
{
    ULONGLONG verified = test.Completed[0] + test.Completed[1];
    ULONGLONG cancelled = test.Cancelled[0] + test.Cancelled[1];
    BOOL whole = test.Wanted && test.Completed[0] == test.Wanted && test.Completed[1] == test.Wanted;
    show_progress(TRUE);
    if (stopping)
        printf("Stopped by Ctrl-C: %llu completed, %llu cancelled.\n", verified, cancelled);
    else if (cancelled)
        printf("The device cancelled %llu requests; %llu were completed.\n", cancelled, verified);
    if (test.Failed)
        printf("%llu requests FAILED; %llu writes and %llu reads were verified.\n", test.Failed, test.Completed[0],
               test.Completed[1]);
    else if (!cancelled || (stopping && !test.Wanted))
        printf("%llu writes and %llu reads: verified.\n", test.Completed[0], test.Completed[1]);
    return !test.Failed && (whole || (stopping && !test.Wanted)) ? 0 : 1;
}

static int run_asynchronous(ULONGLONG wanted)
{
    ULONG i;
    DWORD mode;
    BOOL cancelled = FALSE;
    port = CreateIoCompletionPort(device, NULL, 1, 1);
    if (!port) {
        print_error("the completion port", GetLastError());
        return 1;
    }
    test.Wanted = wanted;
    test.Started = test.Shown = GetTickCount64();
    test.Terminal = GetConsoleMode(GetStdHandle(STD_OUTPUT_HANDLE), &mode);
    for (i = 0; i < 2 * OUTSTANDING_MAX; i++) {
        requests[i].IsRead = i % 2;
        submit(&requests[i]);
    }
    while (test.Outstanding) {
        if ((stopping || test.Failed) && !cancelled)
            cancelled = CancelIoEx(device, NULL) || GetLastError() == ERROR_NOT_FOUND;
        take_completion();
        show_progress(FALSE);
    }
    return report_asynchronous();
}

/* --- finding the device --------------------------------------------------------------------------------------------
 */

/* The names of all Echo devices, one after the other; NULL if there are none. */
static char *list_devices(void)
{
    GUID guid = GUID_DEVINTERFACE_ECHO;
    CONFIGRET result;
    char *list = NULL;
    do {
        ULONG size = 0;
        free(list);
        list = NULL;
        result = CM_Get_Device_Interface_List_SizeA(&size, &guid, NULL, CM_GET_DEVICE_INTERFACE_LIST_PRESENT);
        if (result == CR_SUCCESS && size > 1)
            list = malloc(size);
        if (list)
            result = CM_Get_Device_Interface_ListA(&guid, NULL, list, size, CM_GET_DEVICE_INTERFACE_LIST_PRESENT);
    } while (result == CR_BUFFER_SMALL);
    if (list && (result != CR_SUCCESS || !*list)) {
        free(list);
        list = NULL;
    }
    return list;
}

static BOOL contains(const char *text, const char *part)
{
    size_t length = strlen(part);
    for (; *text; text++)
        if (_strnicmp(text, part, length) == 0)
            return TRUE;
    return FALSE;
}

static char *choose_device(char *list, const char *wanted)
{
    char *name, *first = list, *end = NULL;
    unsigned long count = 0, number = wanted ? strtoul(wanted, &end, 10) : 1;
    BOOL by_number = !wanted || (*wanted && !*end);
    for (name = list; *name; name += strlen(name) + 1)
        if (by_number ? ++count == number : contains(name, wanted))
            break;
    if (*name && !wanted && name[strlen(name) + 1]) {
        printf("There are several Echo devices; this is the first. Choose with -Device N:\n");
        for (count = 1; *first; first += strlen(first) + 1)
            printf("  %lu  %s\n", count++, first);
    }
    return *name ? name : NULL;
}

static int open_device(const char *wanted, BOOL asynchronous)
{
    char *list = list_devices();
    char *name = list ? choose_device(list, wanted) : NULL;
    if (!list)
        fprintf(stderr, "echoapp: there is no Echo device. `kmdock run echo/autosync` starts one here; on Windows, "
                        "install the driver.\n");
    else if (!name)
        fprintf(stderr, "echoapp: there is no Echo device \"%s\".\n", wanted);
    if (name) {
        printf("Device: %s\n", name);
        device = CreateFileA(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                             OPEN_EXISTING, asynchronous ? FILE_FLAG_OVERLAPPED : 0, NULL);
        if (device == INVALID_HANDLE_VALUE)
            print_error("the device cannot be opened", GetLastError());
    }
    free(list);
    return device != INVALID_HANDLE_VALUE;
}

/* --- the command line ----------------------------------------------------------------------------------------------
 */

typedef struct _OPTIONS {
    BOOL Help;
    BOOL Asynchronous;
    ULONGLONG Count;
    const char *Device;
} OPTIONS;

/* Decimal digits, at most nine of them. */
static BOOL parse_count(const char *text, ULONGLONG *count)
{
    size_t digits = strspn(text, "0123456789");
    if (!digits || digits > 9 || text[digits])
        return FALSE;
    *count = strtoul(text, NULL, 10);
    return TRUE;
}

static BOOL parse(int argc, char **argv, OPTIONS *options)
{
    int i;
    options->Count = OUTSTANDING_MAX;
    for (i = 1; i < argc; i++) {
        const char *option = argv[i];
        if (_stricmp(option, "-?") == 0 || _stricmp(option, "/?") == 0 || _stricmp(option, "--help") == 0) {
            options->Help = TRUE;
        } else if (_stricmp(option, "-Async") == 0) {
            options->Asynchronous = TRUE;
            if (i + 1 < argc && argv[i + 1][0] != '-' && !parse_count(argv[++i], &options->Count)) {
                fprintf(stderr, "echoapp: \"%s\" is no number of requests.\n\n", argv[i]);
                return FALSE;
            }
        } else if (_stricmp(option, "-Device") == 0 && i + 1 < argc) {
            options->Device = argv[++i];
        } else {
            fprintf(stderr, "echoapp: \"%s\" %s.\n\n", option,
                    _stricmp(option, "-Device") == 0 ? "needs a number or a name" : "is no option");
            return FALSE;
        }
    }
    return TRUE;
}

int __cdecl main(int argc, char **argv)
{
    OPTIONS options = {0};
    int status;
    if (!parse(argc, argv, &options)) {
        fputs(usage, stderr);
        return 2;
    }
    if (options.Help) {
        fputs(usage, stdout);
        return 0;
    }
    run = ((ULONGLONG)GetCurrentProcessId() << 32) ^ GetTickCount64();
    finished = CreateEventA(NULL, TRUE, FALSE, NULL);
    if (!finished) {
        print_error("an event cannot be made", GetLastError());
        return 1;
    }
    if (!open_device(options.Device, options.Asynchronous))
        return 1;
    SetConsoleCtrlHandler(on_control, TRUE);
    status = options.Asynchronous ? run_asynchronous(options.Count) : run_synchronous();
    fflush(stdout);
    SetEvent(finished);
    CloseHandle(device);
    return status;
}
