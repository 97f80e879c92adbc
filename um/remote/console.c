/* SPDX-License-Identifier: MIT */
/* The console: Ctrl-C, and the three standard streams. */
#include "um.h"
#include <errno.h>
#include <semaphore.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>
#include <conio.h>
#include <poll.h>

enum { HANDLERS_MAX = 32 };

static PHANDLER_ROUTINE handlers[HANDLERS_MAX];
static unsigned handler_count;
static bool listening;
static bool ignoring;
static sem_t arrived;
static volatile sig_atomic_t interrupts;
static volatile sig_atomic_t closes;

static void on_signal(int number)
{
    int saved = errno;
    if (number == SIGINT)
        interrupts++;
    else
        closes = number;
    sem_post(&arrived);
    errno = saved;
}

/* As if there had never been a handler, so that the shell sees what ended the program. */
static void die_of(int number)
{
    fflush(stdout);
    signal(number, SIG_DFL);
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, number);
    pthread_sigmask(SIG_UNBLOCK, &mask, NULL);
    raise(number);
    _exit(128 + number);
}

/* The newest handler first, until one says that it has dealt with it. */
static bool call_handlers(DWORD event)
{
    PHANDLER_ROUTINE calls[HANDLERS_MAX];
    um_enter();
    unsigned count = handler_count;
    memcpy(calls, handlers, sizeof calls);
    um_leave();
    while (count)
        if (calls[--count](event))
            return true;
    return false;
}

static void *listen(void *nothing)
{
    int seen = 0;
    (void)nothing;
    for (;;) {
        while (sem_wait(&arrived)) {
        }
        if (closes) {
            call_handlers(CTRL_CLOSE_EVENT);
            die_of(closes); /* as on Windows, the process ends whatever the handler says */
        }
        if (seen != interrupts) {
            seen++;
            if (!call_handlers(CTRL_C_EVENT))
                die_of(SIGINT);
        }
    }
    return NULL;
}

/* The handlers' thread starts with the first of them; SIGINT is taken even if it was ignored when the program began. */
static bool start_listening(void)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    pthread_attr_t attributes;
    pthread_t thread;
    if (listening)
        return true;
    if (sem_init(&arrived, 0, 0))
        return false;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    int failed = pthread_create(&thread, &attributes, listen, NULL);
    pthread_attr_destroy(&attributes);
    if (failed)
        return false;
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t mask;
    sigemptyset(&mask);
    for (unsigned i = 0; i < sizeof signals / sizeof signals[0]; i++) {
        sigaction(signals[i], &action, NULL);
        sigaddset(&mask, signals[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &mask, NULL);
    listening = true;
    return true;
}

static BOOL ignore_interrupts(bool ignore)
{
    struct sigaction action = {.sa_flags = SA_RESTART};
    ignoring = ignore;
    action.sa_handler = ignore ? SIG_IGN : listening ? on_signal : SIG_DFL;
    sigaction(SIGINT, &action, NULL);
    um_leave();
    return TRUE;
}

/* https://learn.microsoft.com/windows/console/setconsolectrlhandler */
BOOL SetConsoleCtrlHandler(PHANDLER_ROUTINE handler, BOOL add)
{
    um_enter();
    if (!handler)
        return ignore_interrupts(add);
    if (add) {
        if (handler_count == HANDLERS_MAX || !start_listening())
            return um_fail(ERROR_NOT_ENOUGH_MEMORY);
        handlers[handler_count++] = handler;
        um_leave();
        return TRUE;
    }
    for (unsigned i = handler_count; i-- > 0;) {
        if (handlers[i] == handler) {
            memmove(&handlers[i], &handlers[i + 1], (--handler_count - i) * sizeof handlers[0]);
            um_leave();
            return TRUE;
        }
    }
    return um_fail(ERROR_INVALID_PARAMETER);
}

/* https://learn.microsoft.com/windows/console/getstdhandle */
HANDLE GetStdHandle(DWORD which)
{
    static HANDLE streams[3];
    int descriptor = -10 - (int)which;
    um_enter();
    if (descriptor < 0 || descriptor > 2) {
        um_fail(ERROR_INVALID_HANDLE);
        return INVALID_HANDLE_VALUE;
    }
    if (!um_handle_object(streams[descriptor], UM_STREAM)) {
        struct um_stream *stream = um_object_make(UM_STREAM, sizeof *stream);
        if (stream)
            stream->descriptor = descriptor;
        streams[descriptor] = stream ? um_handle_make(&stream->object) : NULL;
    }
    HANDLE handle = streams[descriptor];
    um_leave();
    return handle;
}

static int descriptor_of(HANDLE handle)
{
    um_enter();
    struct um_stream *stream = um_handle_object(handle, UM_STREAM);
    int descriptor = stream ? stream->descriptor : -1;
    um_leave();
    return descriptor;
}

DWORD GetFileType(HANDLE handle)
{
    int descriptor = descriptor_of(handle);
    um_last_error = ERROR_SUCCESS;
    if (descriptor < 0) {
        um_enter();
        bool device = um_handle_object(handle, UM_FILE);
        um_leave();
        um_last_error = device ? ERROR_SUCCESS : ERROR_INVALID_HANDLE;
        return device ? FILE_TYPE_CHAR : FILE_TYPE_UNKNOWN;
    }
    if (isatty(descriptor))
        return FILE_TYPE_CHAR;
    off_t at = lseek(descriptor, 0, SEEK_CUR);
    return at < 0 ? FILE_TYPE_PIPE : FILE_TYPE_DISK;
}

/* Only a terminal is a console. */
BOOL GetConsoleMode(HANDLE handle, LPDWORD ret_mode)
{
    int descriptor = descriptor_of(handle);
    if (descriptor < 0 || !isatty(descriptor)) {
        um_last_error = ERROR_INVALID_HANDLE;
        return FALSE;
    }
    *ret_mode = descriptor ? ENABLE_PROCESSED_OUTPUT | ENABLE_WRAP_AT_EOL_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING
                           : ENABLE_PROCESSED_INPUT | ENABLE_LINE_INPUT | ENABLE_ECHO_INPUT;
    return TRUE;
}

/* Terminals here do by themselves what the output modes ask for; input modes are set as they are. */
BOOL SetConsoleMode(HANDLE handle, DWORD mode)
{
    struct termios terminal;
    int descriptor = descriptor_of(handle);
    if (descriptor < 0 || tcgetattr(descriptor, &terminal)) {
        um_last_error = ERROR_INVALID_HANDLE;
        return FALSE;
    }
    if (descriptor == 0) {
        terminal.c_lflag &= ~(tcflag_t)(ISIG | ICANON | ECHO);
        terminal.c_lflag |= (mode & ENABLE_PROCESSED_INPUT ? ISIG : 0) | (mode & ENABLE_LINE_INPUT ? ICANON : 0) |
                            (mode & ENABLE_ECHO_INPUT ? ECHO : 0);
        tcsetattr(descriptor, TCSANOW, &terminal);
    }
    return TRUE;
}

BOOL WriteConsoleA(HANDLE handle, const VOID *text, DWORD count, LPDWORD ret_count, LPVOID reserved)
{
    (void)reserved;
    fflush(stdout);
    return WriteFile(handle, text, count, ret_count, NULL);
}

BOOL WriteConsoleW(HANDLE handle, const VOID *text, DWORD count, LPDWORD ret_count, LPVOID reserved)
{
    (void)reserved;
    size_t size = (size_t)count * 3 + 1;
    char *narrow = malloc(size);
    if (!narrow) {
        um_last_error = ERROR_NOT_ENOUGH_MEMORY;
        return FALSE;
    }
    fflush(stdout);
    size_t bytes = um_utf16_to_utf8(text, count, narrow, size, NULL);
    BOOL written = WriteFile(handle, narrow, (DWORD)bytes, NULL, NULL);
    free(narrow);
    if (ret_count)
        *ret_count = written ? count : 0;
    return written;
}

UINT GetConsoleOutputCP(void)
{
    return CP_UTF8;
}

UINT GetConsoleCP(void)
{
    return CP_UTF8;
}

BOOL SetConsoleOutputCP(UINT page)
{
    um_last_error = ERROR_INVALID_PARAMETER;
    return page == CP_UTF8;
}

static int key(bool echo)
{
    struct termios before;
    bool terminal = !tcgetattr(0, &before);
    unsigned char c;
    fflush(stdout);
    if (terminal) {
        struct termios raw = before;
        raw.c_lflag &= ~(tcflag_t)(ICANON | (echo ? 0 : ECHO));
        tcsetattr(0, TCSANOW, &raw);
    }
    ssize_t count = read(0, &c, 1);
    if (terminal)
        tcsetattr(0, TCSANOW, &before);
    return count == 1 ? c : EOF;
}

int _getch(void)
{
    return key(false);
}

int _getche(void)
{
    return key(true);
}

int _kbhit(void)
{
    struct pollfd fd = {.fd = 0, .events = POLLIN};
    return poll(&fd, 1, 0) > 0;
}
