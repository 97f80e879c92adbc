/* SPDX-License-Identifier: MIT */
/* Microsoft's meaning of formats, 16-bit strings, the _s functions, strsafe, messages, interlocked operations. */
#include "um_test.h"
#include <errno.h>
#include <strsafe.h>
#include <stdlib.h>
#include <tchar.h>
#include <wchar.h>

static char text[256];
static WCHAR wide[256];

#define IS(expected, ...)      CHECK((sprintf(text, __VA_ARGS__), !strcmp(text, expected)) || (puts(text), 0))
#define IS_WIDE(expected, ...) CHECK((swprintf(wide, 256, __VA_ARGS__), !wcscmp(wide, expected)) || (_putws(wide), 0))

static void test_formats(void)
{
    LONG minus = -5;
    ULONG all = 0xFFFFFFFF;
    SIZE_T size = 0x123456789AB;
    IS("-5 4294967295 ffffffff FFFFFFFF", "%ld %lu %lx %lX", minus, all, all, all);
    IS("1250999896491 1250999896491 123456789ab", "%Iu %I64d %zx", size, (LONGLONG)size, size);
    IS("-1 255 -1 65535 4294967295", "%hhd %hhu %hd %hu %I32u", 255, 255, 65535, 65535, all);
    IS("9223372036854775807 -9223372036854775808", "%lld %I64d", MAXLONGLONG, -MAXLONGLONG - 1);
    IS("000000000000ABCD 00007FFF12345678", "%p %p", (PVOID)0xabcd, (PVOID)0x7fff12345678);
    IS("wide wide narrow wide narrow", "%ws %ls %hs %S %s", L"wide", L"wide", "narrow", L"wide", "narrow");
    IS("[   ab] [ab   ] [abc] [  a] [(null)]", "[%5s] [%-5s] [%.3s] [%3.1s] [%s]", "ab", "ab", "abcdef", "abc",
       (char *)NULL);
    IS("[   ab] [abc] [a]", "[%5ws] [%.3S] [%-.*ls]", L"ab", L"abcdef", 1, L"abc");
    IS("x y z %", "%c %C %lc %%", 'x', L'y', L'z');
    IS("[   42] [42   ] [00042] [  042] [+42] [ 42] [-0042]", "[%5d] [%-5d] [%05d] [%5.3d] [%+d] [% d] [%05d]", 42, 42,
       42, 42, 42, 42, -42);
    IS("0x2a 0X2A 052 0 []", "%#x %#X %#o %#x [%.0d]", 42, 42, 42, 0, 0);
    IS("3.50 3.500000e+00 3.5 1e+20 [    2.5] [2.5    ] [-02.5]", "%.2f %e %g %g [%7.1f] [%-7.1lf] [%05.1f]", 3.5, 3.5,
       3.5, 1e20, 2.5, 2.5, -2.5);
    IS("\xC3\xA4 \xE2\x82\xAC \xF0\x9F\x98\x80", "%ws", L"\u00E4 \u20AC \xD83D\xDE00");
    IS_WIDE(L"wide narrow wide narrow 7", L"%s %S %ws %hs %lu", L"wide", "narrow", L"wide", "narrow", 7);
    IS_WIDE(L"\u00E4|\u20AC", L"%hs|%c", "\xC3\xA4", L'\u20AC');
    CHECK(snprintf(text, 4, "%s", "abcdef") == 6 && !strcmp(text, "abc"));
    CHECK(_snprintf(text, 4, "%s", "abcdef") == -1 && !memcmp(text, "abcd", 4));
    CHECK(_snprintf_s(text, sizeof text, 3, "%s", "abcdef") == -1 && !strcmp(text, "abc"));
    CHECK(_snprintf_s(text, 4, _TRUNCATE, "%s", "abcdef") == -1 && !strcmp(text, "abc"));
    CHECK(sprintf_s(text, 3, "%s", "abcdef") == -1 && !*text && sprintf_s(text, 7, "%s", "abcdef") == 6);
    CHECK(swprintf(wide, 3, L"%s", L"abcdef") == -1 && _scprintf("%d", 1234) == 4 && _scwprintf(L"%s", L"abc") == 3);
    CHECK(printf("# %ws %I64u\n", L"to the output", (ULONGLONG)1) == 18 && wprintf(L"# %s\n", L"wide") == 7);
}

static void test_strings(void)
{
    wchar_t *context;
    CHECK(sizeof(wchar_t) == 2 && sizeof(long long) == 8 && sizeof(LONG) == 4 && sizeof L"ab" == 6);
    CHECK(wcslen(L"abc") == 3 && !wcscmp(L"abc", L"abc") && wcscmp(L"a", L"b") < 0 && wcsncmp(L"abx", L"aby", 2) == 0);
    CHECK(!_wcsicmp(L"ABC\u00E4", L"abc\u00E4") && !_stricmp("AbC", "aBc") && !_strnicmp("-ASync", "-asYNd", 5));
    CHECK(!wcscmp(wcschr(L"a,b", L','), L",b") && !wcschr(L"ab", L'c') && !wcscmp(wcsstr(L"abcd", L"bc"), L"bcd"));
    CHECK(!wcscpy_s(wide, 4, L"abc") && wcscpy_s(wide, 3, L"abc") == ERANGE && !*wide);
    CHECK(!strcpy_s(text, 4, "abc") && !strcat_s(text, 5, "d") && strcat_s(text, 5, "e") == ERANGE && !*text);
    CHECK(!strncpy_s(text, 9, "abcdef", 3) && !strcmp(text, "abc") && strncpy_s(text, 3, "abc", _TRUNCATE) == 80);
    wcscpy(wide, L"a b");
    CHECK(!wcscmp(wcstok_s(wide, L" ", &context), L"a") && !wcscmp(wcstok_s(NULL, L" ", &context), L"b"));
    CHECK(_wtoi(L" 42x") == 42 && wcstoul(L"0x10z", &context, 0) == 16 && *context == L'z' && _wtoi64(L"-9") == -9);
    CHECK(MultiByteToWideChar(CP_UTF8, 0, "\xC3\xA4z", -1, wide, 256) == 3 && !wcscmp(wide, L"\u00E4z"));
    CHECK(WideCharToMultiByte(CP_ACP, 0, L"\u20AC", -1, text, 256, NULL, NULL) == 4 && !strcmp(text, "\xE2\x82\xAC"));
    CHECK(!MultiByteToWideChar(CP_UTF8, 0, "abc", -1, wide, 3) && GetLastError() == ERROR_INSUFFICIENT_BUFFER);
    CHECK(!MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, "\xff", 1, wide, 3));
    CHECK(mbstowcs(wide, "ab", 256) == 2 && wcstombs(text, L"ab", 256) == 2 && !_tcscmp(_T("a"), TEXT("a")));
    CHECK(lstrlenW(L"abc") == 3 && !lstrcmpiA("A", "a") && !wcscmp(lstrcpynW(wide, L"abc", 3), L"ab"));
}

static void test_safe(void)
{
    size_t length = 0;
    CHECK(SUCCEEDED(StringCchCopyA(text, 4, "abc")) && !strcmp(text, "abc"));
    CHECK(StringCchCopyA(text, 3, "abc") == STRSAFE_E_INSUFFICIENT_BUFFER && !strcmp(text, "ab"));
    CHECK(SUCCEEDED(StringCbCopyW(wide, 8, L"abc")) && FAILED(StringCbCopyW(wide, 6, L"abc")));
    CHECK(SUCCEEDED(StringCchCatW(wide, 256, L"z")) && !wcscmp(wide, L"abz"));
    CHECK(SUCCEEDED(StringCchPrintfW(wide, 256, L"%s %lu", L"n", 3ul)) && !wcscmp(wide, L"n 3"));
    CHECK(StringCbPrintfA(text, 3, "%ws", L"abc") == STRSAFE_E_INSUFFICIENT_BUFFER && !strcmp(text, "ab"));
    CHECK(SUCCEEDED(StringCbLengthW(L"abc", 100, &length)) && length == 6);
    CHECK(FAILED(StringCchLengthA("abc", 3, &length)) && FAILED(StringCchCopyA(text, 0, "a")));
}

static void test_scan(void)
{
    struct {
        ULONG value, after;
    } one = {1, 2};
    LONGLONG big = 0;
    int count = 0;
    CHECK(sscanf("77", "%lu", &one.value) == 1 && one.value == 77 && one.after == 2);
    CHECK(sscanf("-123456789012 x", "%I64d %c", &big, text) == 2 && big == -123456789012 && *text == 'x');
    CHECK(sscanf_s("abc 5", "%s %d", text, (unsigned)4, &count) == 2 && !strcmp(text, "abc") && count == 5);
    CHECK(sscanf_s("abcdef", "%s", text, (unsigned)4) == 1 && !strcmp(text, "abc"));
    CHECK(sscanf("0x1F,2.5", "%lx,%lf", &one.value, (double *)text) == 2 && one.value == 31 && *(double *)text == 2.5);
}

static void test_system(void)
{
    LPSTR message = NULL;
    LONG number = 5;
    CHECK(FormatMessageA(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM, NULL, ERROR_DEV_NOT_EXIST, 0,
                         (LPSTR)&message, 0, NULL));
    CHECK(message && strstr(message, "not there") && !LocalFree(message));
    CHECK(FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM, NULL, ERROR_ACCESS_DENIED, 0, wide, 256, NULL) == wcslen(wide));
    CHECK(!FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 54321, 0, text, 256, NULL));
    CHECK(InterlockedIncrement(&number) == 6 && InterlockedCompareExchange(&number, 9, 6) == 6 && number == 9);
    CHECK(InterlockedExchange(&number, 1) == 9 && InterlockedExchangeAdd(&number, 4) == 1 && number == 5);
    char *block = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 100);
    CHECK(block && !block[99] && (block = HeapReAlloc(GetProcessHeap(), 0, block, 1000)) != NULL);
    CHECK(HeapFree(GetProcessHeap(), 0, block) && GetTickCount64() > 0 && GetCurrentThreadId() != 0);
    PVOID pages = VirtualAlloc(NULL, 10000, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    CHECK(pages && (memset(pages, 1, 10000), VirtualFree(pages, 0, MEM_RELEASE)));
    CHECK(HRESULT_FROM_WIN32(ERROR_ACCESS_DENIED) == E_ACCESSDENIED && HRESULT_FROM_WIN32(0) == S_OK);
    CHECK(MAKEWORD(1, 2) == 0x201 && HIWORD(0x12345678) == 0x1234 && LOWORD(0x12345678) == 0x5678);
    CHECK(CTL_CODE(0x22, 0x800, METHOD_NEITHER, FILE_READ_ACCESS) == 0x226003);
    CHECK(strstr(GetCommandLineA(), "um_format_test") && wcsstr(GetCommandLineW(), L"um_format_test"));
}

static void test_locks(void)
{
    static SRWLOCK slim = SRWLOCK_INIT;
    static CONDITION_VARIABLE condition = CONDITION_VARIABLE_INIT;
    CRITICAL_SECTION section;
    CHECK(InitializeCriticalSectionAndSpinCount(&section, 100));
    EnterCriticalSection(&section);
    CHECK(TryEnterCriticalSection(&section));
    LeaveCriticalSection(&section);
    CHECK(!SleepConditionVariableCS(&condition, &section, 1) && GetLastError() == ERROR_TIMEOUT);
    WakeAllConditionVariable(&condition);
    LeaveCriticalSection(&section);
    DeleteCriticalSection(&section);
    AcquireSRWLockShared(&slim);
    CHECK(!TryAcquireSRWLockExclusive(&slim));
    ReleaseSRWLockShared(&slim);
    CHECK(TryAcquireSRWLockExclusive(&slim));
    ReleaseSRWLockExclusive(&slim);
}

int main(void)
{
    test_formats();
    test_strings();
    test_safe();
    test_scan();
    test_system();
    test_locks();
    return test_end();
}
