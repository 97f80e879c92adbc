/* SPDX-License-Identifier: MIT */
/* The console: https://learn.microsoft.com/windows/console/console-functions */
#ifndef KMDOCK_WINCON_H
#define KMDOCK_WINCON_H

#include "winbase.h"

#define CTRL_C_EVENT                       0
#define CTRL_BREAK_EVENT                   1
#define CTRL_CLOSE_EVENT                   2
#define CTRL_LOGOFF_EVENT                  5
#define CTRL_SHUTDOWN_EVENT                6
#define ENABLE_PROCESSED_INPUT             0x0001
#define ENABLE_LINE_INPUT                  0x0002
#define ENABLE_ECHO_INPUT                  0x0004
#define ENABLE_PROCESSED_OUTPUT            0x0001
#define ENABLE_WRAP_AT_EOL_OUTPUT          0x0002
#define ENABLE_VIRTUAL_TERMINAL_PROCESSING 0x0004

typedef BOOL(WINAPI *PHANDLER_ROUTINE)(DWORD CtrlType);

KMDOCK_BEGIN

BOOL WINAPI SetConsoleCtrlHandler(PHANDLER_ROUTINE handler, BOOL add);
HANDLE WINAPI GetStdHandle(DWORD which);
BOOL WINAPI GetConsoleMode(HANDLE console, LPDWORD ret_mode);
BOOL WINAPI SetConsoleMode(HANDLE console, DWORD mode);
BOOL WINAPI WriteConsoleA(HANDLE console, const VOID *text, DWORD count, LPDWORD ret_count, LPVOID reserved);
BOOL WINAPI WriteConsoleW(HANDLE console, const VOID *text, DWORD count, LPDWORD ret_count, LPVOID reserved);
UINT WINAPI GetConsoleOutputCP(void);
UINT WINAPI GetConsoleCP(void);
BOOL WINAPI SetConsoleOutputCP(UINT page);

KMDOCK_END

#ifdef UNICODE
#define WriteConsole WriteConsoleW
#else
#define WriteConsole WriteConsoleA
#endif

#endif
