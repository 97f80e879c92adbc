// SPDX-License-Identifier: MIT
// generic.cpp: _tmain and TCHAR, either way; a little of the standard library beside it
#include <tchar.h>
#include <windows.h>
#include <strsafe.h>
#include <initguid.h>
#include <cfgmgr32.h>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>
#include <iostream>

#pragma comment(lib, "cfgmgr32.lib")

DEFINE_GUID(GUID_DEVINTERFACE_RELAY, 0x2b9d2f0a, 0x6e41, 0x4a53, 0x9c, 0x1b, 0x8, 0xd2, 0xd3, 0xa5, 0xe1, 0xf7);

struct HandleCloser
{
    void operator()(HANDLE h) const { if (h != INVALID_HANDLE_VALUE) ::CloseHandle(h); }
};
using UniqueHandle = std::unique_ptr<void, HandleCloser>;

static std::vector<TCHAR> Paths()
{
    ULONG size = 0;
    GUID guid = GUID_DEVINTERFACE_RELAY;
    if (CM_Get_Device_Interface_List_Size(&size, &guid, nullptr, CM_GET_DEVICE_INTERFACE_LIST_PRESENT) != CR_SUCCESS)
        size = 0;
    std::vector<TCHAR> list(size + 1, _T('\0'));
    if (size && CM_Get_Device_Interface_List(&guid, nullptr, list.data(), size, CM_GET_DEVICE_INTERFACE_LIST_PRESENT))
        list.assign(1, _T('\0'));
    return list;
}

int _tmain(int argc, _TCHAR *argv[])
{
    TCHAR path[MAX_PATH];
    auto list = Paths();
    if (FAILED(StringCchCopy(path, _countof(path), list.data()))) {
        _tprintf(TEXT("too long\n"));
        return 1;
    }
    UniqueHandle relay(::CreateFile(path, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, 0, nullptr));
    if (relay.get() == INVALID_HANDLE_VALUE) {
        std::cerr << "error " << ::GetLastError() << std::endl;
        return 1;
    }
    std::string text = "by value", back(64, ' ');
    DWORD moved = 0;
    if (!WriteFile(relay.get(), text.data(), static_cast<DWORD>(text.size()), &moved, nullptr) || moved != text.size())
        return 1;
    if (!ReadFile(relay.get(), &back[0], static_cast<DWORD>(back.size()), &moved, nullptr))
        return 1;
    back.resize(moved);
    std::cout << back << ' ' << moved << std::endl;
    _tprintf(_T("%s %d %d\n"), argc > 1 ? argv[1] : _T("-"), (int)sizeof(TCHAR), (int)_tcslen(path));
    return back == text ? 0 : 1;
}
