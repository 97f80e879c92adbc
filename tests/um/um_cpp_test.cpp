// SPDX-License-Identifier: MIT
// An app in C++, with wmain: the narrow half of libstdc++ beside Win32, 16-bit wide strings, overloads on const.
#include <Windows.h>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <vector>
#include <cwchar>
#include <cstdio>
#include <initguid.h>
#include <cfgmgr32.h>
#include <strsafe.h>
#include <tchar.h>

DEFINE_GUID(GUID_SAMPLE, 0xcdc35b6e, 0x0be4, 0x4936, 0xbf, 0x5f, 0x55, 0x37, 0x38, 0x0a, 0x7c, 0x1a);

static_assert(sizeof(WCHAR) == 2 && sizeof(L'x') == 2 && sizeof(LONG) == 4, "Windows sizes");

static int failures;
static int number;

static void check(bool holds, const std::string &what)
{
    failures += !holds;
    std::cout << (holds ? "ok " : "not ok ") << ++number << " - " << what << std::endl;
}

struct HandleCloser {
    void operator()(HANDLE handle) const
    {
        CloseHandle(handle);
    }
};

int __cdecl wmain(int argc, wchar_t *argv[])
{
    check(argc == 2 && std::wcslen(argv[1]) == 3 && !_wcsicmp(argv[1], L"A\u00E4b"), "wmain's arguments are UTF-16");
    const wchar_t *found = wcschr(L"a=b", L'=');
    wchar_t writable[] = L"a=b";
    *wcschr(writable, L'=') = L':';
    check(!wcscmp(found, L"=b") && !wcscmp(writable, L"a:b"), "finders are const in, const out");
    char text[64];
    check(std::snprintf(text, sizeof text, "%ws %I64d %lu", L"wide", 5LL, GetLastError()) > 0 &&
              std::string(text).substr(0, 6) == "wide 5",
          "std::snprintf knows Microsoft's formats");
    char small[8];
    check(!strcpy_s(small, "abc") && !strcat_s(small, "def"), "strcpy_s finds an array's size");
    GUID guid = GUID_SAMPLE;
    check(guid == GUID_SAMPLE && IsEqualGUID(guid, GUID_SAMPLE), "GUIDs compare");
    ULONG size = 0;
    check(CM_Get_Device_Interface_List_Size(&size, &guid, nullptr, 0) == CR_SUCCESS && size > 1,
          "the device is listed");
    std::vector<TCHAR> names(size);
    check(CM_Get_Device_Interface_List(&guid, nullptr, names.data(), size, 0) == CR_SUCCESS, "its name is given");
    std::unique_ptr<void, HandleCloser> device(
        CreateFile(names.data(), GENERIC_READ | GENERIC_WRITE, 0, nullptr, OPEN_EXISTING, 0, nullptr));
    DWORD moved = 0;
    check(WriteFile(device.get(), "abc", 3, &moved, nullptr) && moved == 3, "it takes a write");
    DWORD from_thread = 0;
    std::thread reader([&] { ReadFile(device.get(), text, sizeof text, &from_thread, nullptr); });
    reader.join();
    check(from_thread == 3, "a std::thread reads it");
    std::ostringstream out;
    out << std::max(1, 2) << std::string(text, 3);
    check(out.str() == "2abc", "streams and algorithms");
    std::cout << "1.." << number << std::endl;
    return failures != 0;
}
