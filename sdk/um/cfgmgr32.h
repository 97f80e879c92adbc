/* SPDX-License-Identifier: MIT */
/* Device interfaces: https://learn.microsoft.com/windows/win32/api/cfgmgr32/ */
#ifndef KMDOCK_CFGMGR32_H
#define KMDOCK_CFGMGR32_H

#include "winbase.h"

#define CMAPI
typedef DWORD RETURN_TYPE;
typedef RETURN_TYPE CONFIGRET;
typedef CHAR *DEVINSTID_A;
typedef WCHAR *DEVINSTID_W;
typedef DWORD DEVINST, *PDEVINST, DEVNODE, *PDEVNODE;
#define MAX_DEVICE_ID_LEN                        200
#define CM_GET_DEVICE_INTERFACE_LIST_PRESENT     0x00000000
#define CM_GET_DEVICE_INTERFACE_LIST_ALL_DEVICES 0x00000001
#define CR_SUCCESS                               0x00000000
#define CR_DEFAULT                               0x00000001
#define CR_OUT_OF_MEMORY                         0x00000002
#define CR_INVALID_POINTER                       0x00000003
#define CR_INVALID_FLAG                          0x00000004
#define CR_INVALID_DEVNODE                       0x00000005
#define CR_INVALID_RES_DES                       0x00000006
#define CR_INVALID_LOG_CONF                      0x00000007
#define CR_INVALID_ARBITRATOR                    0x00000008
#define CR_INVALID_NODELIST                      0x00000009
#define CR_DEVNODE_HAS_REQS                      0x0000000A
#define CR_INVALID_RESOURCEID                    0x0000000B
#define CR_DLVXD_NOT_FOUND                       0x0000000C
#define CR_NO_SUCH_DEVNODE                       0x0000000D
#define CR_NO_MORE_LOG_CONF                      0x0000000E
#define CR_NO_MORE_RES_DES                       0x0000000F
#define CR_ALREADY_SUCH_DEVNODE                  0x00000010
#define CR_INVALID_RANGE_LIST                    0x00000011
#define CR_INVALID_RANGE                         0x00000012
#define CR_FAILURE                               0x00000013
#define CR_NO_SUCH_LOGICAL_DEV                   0x00000014
#define CR_CREATE_BLOCKED                        0x00000015
#define CR_NOT_SYSTEM_VM                         0x00000016
#define CR_REMOVE_VETOED                         0x00000017
#define CR_APM_VETOED                            0x00000018
#define CR_INVALID_LOAD_TYPE                     0x00000019
#define CR_BUFFER_SMALL                          0x0000001A
#define CR_NO_ARBITRATOR                         0x0000001B
#define CR_NO_REGISTRY_HANDLE                    0x0000001C
#define CR_REGISTRY_ERROR                        0x0000001D
#define CR_INVALID_DEVICE_ID                     0x0000001E
#define CR_INVALID_DATA                          0x0000001F
#define CR_INVALID_API                           0x00000020
#define CR_DEVLOADER_NOT_READY                   0x00000021
#define CR_NEED_RESTART                          0x00000022
#define CR_NO_MORE_HW_PROFILES                   0x00000023
#define CR_DEVICE_NOT_THERE                      0x00000024
#define CR_NO_SUCH_VALUE                         0x00000025
#define CR_WRONG_TYPE                            0x00000026
#define CR_INVALID_PRIORITY                      0x00000027
#define CR_NOT_DISABLEABLE                       0x00000028
#define CR_FREE_RESOURCES                        0x00000029
#define CR_QUERY_VETOED                          0x0000002A
#define CR_CANT_SHARE_IRQ                        0x0000002B
#define CR_NO_DEPENDENT                          0x0000002C
#define CR_SAME_RESOURCES                        0x0000002D
#define CR_NO_SUCH_REGISTRY_KEY                  0x0000002E
#define CR_INVALID_MACHINENAME                   0x0000002F
#define CR_REMOTE_COMM_FAILURE                   0x00000030
#define CR_MACHINE_UNAVAILABLE                   0x00000031
#define CR_NO_CM_SERVICES                        0x00000032
#define CR_ACCESS_DENIED                         0x00000033
#define CR_CALL_NOT_IMPLEMENTED                  0x00000034
#define CR_INVALID_PROPERTY                      0x00000035
#define CR_DEVICE_INTERFACE_ACTIVE               0x00000036
#define CR_NO_SUCH_DEVICE_INTERFACE              0x00000037
#define CR_INVALID_REFERENCE_STRING              0x00000038
#define CR_INVALID_CONFLICT_LIST                 0x00000039
#define CR_INVALID_INDEX                         0x0000003A
#define CR_INVALID_STRUCTURE_SIZE                0x0000003B

KMDOCK_BEGIN

CONFIGRET WINAPI CM_Get_Device_Interface_List_SizeA(PULONG ret_length, LPGUID interface_class, DEVINSTID_A device,
                                                    ULONG flags);
CONFIGRET WINAPI CM_Get_Device_Interface_List_SizeW(PULONG ret_length, LPGUID interface_class, DEVINSTID_W device,
                                                    ULONG flags);
CONFIGRET WINAPI CM_Get_Device_Interface_ListA(LPGUID interface_class, DEVINSTID_A device, PZZSTR list, ULONG length,
                                               ULONG flags);
CONFIGRET WINAPI CM_Get_Device_Interface_ListW(LPGUID interface_class, DEVINSTID_W device, PZZWSTR list, ULONG length,
                                               ULONG flags);
DWORD WINAPI CM_MapCrToWin32Err(CONFIGRET result, DWORD otherwise);

KMDOCK_END

#ifdef UNICODE
typedef DEVINSTID_W DEVINSTID;
#define CM_Get_Device_Interface_List_Size CM_Get_Device_Interface_List_SizeW
#define CM_Get_Device_Interface_List      CM_Get_Device_Interface_ListW
#else
typedef DEVINSTID_A DEVINSTID;
#define CM_Get_Device_Interface_List_Size CM_Get_Device_Interface_List_SizeA
#define CM_Get_Device_Interface_List      CM_Get_Device_Interface_ListA
#endif

#endif
