/* SPDX-License-Identifier: MIT */
/* The lists of device interfaces (cfgmgr32.h). */
#include "um.h"
#include <cfgmgr32.h>

/* The kernel's list of enabled interfaces, "\??\" made "\\?\"; characters with the final empty string, or 0. */
static ULONG interface_list(const GUID *guid, PWSTR *ret_list)
{
    ULONG length = 0;
    PWSTR list = NULL;

    if (!NT_SUCCESS(IoGetDeviceInterfaces(guid, NULL, 0, &list)) || !list)
        return 0;
    while (list[length]) {
        list[length + 1] = L'\\';
        length += (ULONG)wcslen(list + length) + 1;
    }
    *ret_list = list;
    return length + 1;
}

CMAPI CONFIGRET WINAPI CM_Get_Device_Interface_List_SizeW(PULONG ret_length, LPGUID guid, DEVINSTID_W device,
                                                          ULONG flags)
{
    PWSTR list = NULL;

    (void)flags;
    if (!ret_length || !guid)
        return CR_INVALID_POINTER;
    if (device && *device)
        return CR_CALL_NOT_IMPLEMENTED;
    *ret_length = interface_list(guid, &list);
    if (!*ret_length)
        *ret_length = 1;
    if (list)
        ExFreePoolWithTag(list, 0);
    return CR_SUCCESS;
}

CMAPI CONFIGRET WINAPI CM_Get_Device_Interface_ListW(LPGUID guid, DEVINSTID_W device, PWCHAR buffer, ULONG length,
                                                     ULONG flags)
{
    PWSTR list = NULL;
    ULONG needed;

    (void)flags;
    if (!buffer || !guid)
        return CR_INVALID_POINTER;
    if (device && *device)
        return CR_CALL_NOT_IMPLEMENTED;
    needed = interface_list(guid, &list);
    if (needed <= length) {
        if (list)
            memcpy(buffer, list, needed * sizeof(WCHAR));
        else if (length)
            buffer[0] = 0;
    }
    if (list)
        ExFreePoolWithTag(list, 0);
    return needed <= length && length ? CR_SUCCESS : CR_BUFFER_SMALL;
}
