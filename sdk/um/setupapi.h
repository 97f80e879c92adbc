/* SPDX-License-Identifier: MIT */
/* The older way to find a device interface: https://learn.microsoft.com/windows/win32/api/setupapi/ */
#ifndef KMDOCK_SETUPAPI_H
#define KMDOCK_SETUPAPI_H

#include "winbase.h"

#define DIGCF_DEFAULT         0x00000001
#define DIGCF_PRESENT         0x00000002
#define DIGCF_ALLCLASSES      0x00000004
#define DIGCF_PROFILE         0x00000008
#define DIGCF_DEVICEINTERFACE 0x00000010
#define SPINT_ACTIVE          0x00000001
#define SPINT_DEFAULT         0x00000002
#define SPINT_REMOVED         0x00000004

typedef PVOID HDEVINFO;

typedef struct _SP_DEVINFO_DATA {
    DWORD cbSize;
    GUID ClassGuid;
    DWORD DevInst;
    ULONG_PTR Reserved;
} SP_DEVINFO_DATA, *PSP_DEVINFO_DATA;

typedef struct _SP_DEVICE_INTERFACE_DATA {
    DWORD cbSize;
    GUID InterfaceClassGuid;
    DWORD Flags;
    ULONG_PTR Reserved;
} SP_DEVICE_INTERFACE_DATA, *PSP_DEVICE_INTERFACE_DATA, SP_INTERFACE_DEVICE_DATA, *PSP_INTERFACE_DEVICE_DATA;

typedef struct _SP_DEVICE_INTERFACE_DETAIL_DATA_A {
    DWORD cbSize;
    CHAR DevicePath[ANYSIZE_ARRAY];
} SP_DEVICE_INTERFACE_DETAIL_DATA_A, *PSP_DEVICE_INTERFACE_DETAIL_DATA_A;

typedef struct _SP_DEVICE_INTERFACE_DETAIL_DATA_W {
    DWORD cbSize;
    WCHAR DevicePath[ANYSIZE_ARRAY];
} SP_DEVICE_INTERFACE_DETAIL_DATA_W, *PSP_DEVICE_INTERFACE_DETAIL_DATA_W;

KMDOCK_BEGIN

/* Only lists of device interfaces (DIGCF_DEVICEINTERFACE), whatever the enumerator; others fail with
 * ERROR_NOT_SUPPORTED. */
HDEVINFO WINAPI SetupDiGetClassDevsA(const GUID *interface_class, PCSTR enumerator, HWND parent, DWORD flags);
HDEVINFO WINAPI SetupDiGetClassDevsW(const GUID *interface_class, PCWSTR enumerator, HWND parent, DWORD flags);
BOOL WINAPI SetupDiEnumDeviceInterfaces(HDEVINFO list, PSP_DEVINFO_DATA device, const GUID *interface_class,
                                        DWORD index, PSP_DEVICE_INTERFACE_DATA ret_interface);
BOOL WINAPI SetupDiGetDeviceInterfaceDetailA(HDEVINFO list, PSP_DEVICE_INTERFACE_DATA device_interface,
                                             PSP_DEVICE_INTERFACE_DETAIL_DATA_A ret_detail, DWORD bytes,
                                             PDWORD ret_needed, PSP_DEVINFO_DATA ret_device);
BOOL WINAPI SetupDiGetDeviceInterfaceDetailW(HDEVINFO list, PSP_DEVICE_INTERFACE_DATA device_interface,
                                             PSP_DEVICE_INTERFACE_DETAIL_DATA_W ret_detail, DWORD bytes,
                                             PDWORD ret_needed, PSP_DEVINFO_DATA ret_device);
BOOL WINAPI SetupDiDestroyDeviceInfoList(HDEVINFO list);

KMDOCK_END

#define SetupDiEnumInterfaceDevice SetupDiEnumDeviceInterfaces
#ifdef UNICODE
#define SetupDiGetClassDevs             SetupDiGetClassDevsW
#define SetupDiGetDeviceInterfaceDetail SetupDiGetDeviceInterfaceDetailW
typedef SP_DEVICE_INTERFACE_DETAIL_DATA_W SP_DEVICE_INTERFACE_DETAIL_DATA, *PSP_DEVICE_INTERFACE_DETAIL_DATA;
#else
#define SetupDiGetClassDevs             SetupDiGetClassDevsA
#define SetupDiGetDeviceInterfaceDetail SetupDiGetDeviceInterfaceDetailA
typedef SP_DEVICE_INTERFACE_DETAIL_DATA_A SP_DEVICE_INTERFACE_DETAIL_DATA, *PSP_DEVICE_INTERFACE_DETAIL_DATA;
#endif
typedef SP_DEVICE_INTERFACE_DETAIL_DATA SP_INTERFACE_DEVICE_DETAIL_DATA, *PSP_INTERFACE_DEVICE_DETAIL_DATA;

#endif
