/* SPDX-License-Identifier: MIT */
/* Device interfaces by class: CM_Get_Device_Interface_List and the SetupDi functions, over the published names. */
#include "um.h"
#include <cfgmgr32.h>
#include <setupapi.h>
#include <strings.h>

enum { GUID_TEXT_BYTES = 40 };

static void guid_text(const GUID *guid, char *text)
{
    const unsigned char *d = guid->Data4;
    snprintf(text, GUID_TEXT_BYTES, "{%08lX-%04X-%04X-%02X%02X-%02X%02X%02X%02X%02X%02X}", guid->Data1, guid->Data2,
             guid->Data3, d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]);
}

/* A host that was killed leaves its names behind: only one that answers has devices. */
static bool answers(const struct um_name *name)
{
    um_enter();
    bool here = um_conn_get(name->socket) != NULL;
    um_leave();
    return here;
}

/* The names of a class, one after the other with a zero each; malloc'd, never NULL unless memory is. */
static char *list_class(const GUID *class, const char *instance, bool present, size_t *ret_count)
{
    char guid[GUID_TEXT_BYTES];
    struct um_names names = um_names_read();
    size_t bytes = 1, at = 0;
    guid_text(class, guid);
    *ret_count = 0;
    for (size_t i = 0; i < names.count; i++)
        bytes += strlen(names.names[i].name) + 1;
    char *list = calloc(1, bytes);
    for (size_t i = 0; list && i < names.count; i++) {
        const struct um_name *name = &names.names[i];
        if (!name->guid || strcasecmp(name->guid, guid) || (present && !name->enabled))
            continue;
        if (instance && *instance && (!name->instance || strcasecmp(name->instance, instance)))
            continue;
        if (!answers(name))
            continue;
        strcpy(list + at, name->name);
        at += strlen(name->name) + 1;
        (*ret_count)++;
    }
    um_names_free(&names);
    return list;
}

static size_t list_bytes(const char *list)
{
    const char *at = list;
    while (*at)
        at += strlen(at) + 1;
    return (size_t)(at - list) + 1;
}

static CONFIGRET get_list(const GUID *class, const char *device, ULONG flags, char **ret_list)
{
    size_t count;
    if (!class)
        return CR_INVALID_POINTER;
    if (flags & ~(ULONG)CM_GET_DEVICE_INTERFACE_LIST_ALL_DEVICES)
        return CR_INVALID_FLAG;
    *ret_list = list_class(class, device, !(flags & CM_GET_DEVICE_INTERFACE_LIST_ALL_DEVICES), &count);
    return *ret_list ? CR_SUCCESS : CR_OUT_OF_MEMORY;
}

/* https://learn.microsoft.com/windows/win32/api/cfgmgr32/nf-cfgmgr32-cm_get_device_interface_list_sizea */
CONFIGRET CM_Get_Device_Interface_List_SizeA(PULONG ret_length, LPGUID class, DEVINSTID_A device, ULONG flags)
{
    char *list;
    if (!ret_length)
        return CR_INVALID_POINTER;
    *ret_length = 0;
    CONFIGRET result = get_list(class, device, flags, &list);
    if (result != CR_SUCCESS)
        return result;
    *ret_length = (ULONG)list_bytes(list);
    free(list);
    return CR_SUCCESS;
}

/* https://learn.microsoft.com/windows/win32/api/cfgmgr32/nf-cfgmgr32-cm_get_device_interface_lista */
CONFIGRET CM_Get_Device_Interface_ListA(LPGUID class, DEVINSTID_A device, PZZSTR buffer, ULONG length, ULONG flags)
{
    char *list;
    if (!buffer || !length)
        return CR_INVALID_POINTER;
    CONFIGRET result = get_list(class, device, flags, &list);
    if (result != CR_SUCCESS)
        return result;
    size_t bytes = list_bytes(list);
    if (bytes <= length)
        memcpy(buffer, list, bytes);
    free(list);
    return bytes <= length ? CR_SUCCESS : CR_BUFFER_SMALL;
}

CONFIGRET CM_Get_Device_Interface_List_SizeW(PULONG ret_length, LPGUID class, DEVINSTID_W device, ULONG flags)
{
    char *narrow = device ? um_narrow(device) : NULL, *list;
    if (!ret_length)
        return CR_INVALID_POINTER;
    *ret_length = 0;
    CONFIGRET result = get_list(class, narrow, flags, &list);
    free(narrow);
    if (result != CR_SUCCESS)
        return result;
    *ret_length = (ULONG)um_utf8_to_utf16(list, list_bytes(list), NULL, 0, NULL);
    free(list);
    return CR_SUCCESS;
}

CONFIGRET CM_Get_Device_Interface_ListW(LPGUID class, DEVINSTID_W device, PZZWSTR buffer, ULONG length, ULONG flags)
{
    char *narrow = device ? um_narrow(device) : NULL, *list;
    if (!buffer || !length)
        return CR_INVALID_POINTER;
    CONFIGRET result = get_list(class, narrow, flags, &list);
    free(narrow);
    if (result != CR_SUCCESS)
        return result;
    size_t bytes = list_bytes(list);
    bool fits = um_utf8_to_utf16(list, bytes, NULL, 0, NULL) <= length;
    if (fits)
        um_utf8_to_utf16(list, bytes, buffer, length, NULL);
    free(list);
    return fits ? CR_SUCCESS : CR_BUFFER_SMALL;
}

DWORD CM_MapCrToWin32Err(CONFIGRET result, DWORD otherwise)
{
    switch (result) {
    case CR_SUCCESS:
        return ERROR_SUCCESS;
    case CR_OUT_OF_MEMORY:
        return ERROR_NOT_ENOUGH_MEMORY;
    case CR_INVALID_POINTER:
        return ERROR_INVALID_USER_BUFFER;
    case CR_INVALID_FLAG:
        return ERROR_INVALID_FLAGS;
    case CR_BUFFER_SMALL:
        return ERROR_INSUFFICIENT_BUFFER;
    case CR_NO_SUCH_VALUE:
        return ERROR_NOT_FOUND;
    case CR_ACCESS_DENIED:
        return ERROR_ACCESS_DENIED;
    default:
        return otherwise;
    }
}

/* What an HDEVINFO points to. */
struct device_list {
    GUID class;
    size_t count;
    char *names;
};

/* https://learn.microsoft.com/windows/win32/api/setupapi/nf-setupapi-setupdigetclassdevsw */
HDEVINFO SetupDiGetClassDevsA(const GUID *class, PCSTR enumerator, HWND parent, DWORD flags)
{
    (void)enumerator;
    (void)parent;
    struct device_list *list = NULL;
    um_last_error = ERROR_NOT_SUPPORTED;
    if (class && (flags & DIGCF_DEVICEINTERFACE) && !(flags & DIGCF_ALLCLASSES)) {
        list = calloc(1, sizeof *list);
        um_last_error = ERROR_NOT_ENOUGH_MEMORY;
    }
    if (!list)
        return INVALID_HANDLE_VALUE;
    list->class = *class;
    list->names = list_class(class, NULL, flags & DIGCF_PRESENT, &list->count);
    if (list->names)
        return list;
    free(list);
    return INVALID_HANDLE_VALUE;
}

HDEVINFO SetupDiGetClassDevsW(const GUID *class, PCWSTR enumerator, HWND parent, DWORD flags)
{
    (void)enumerator;
    return SetupDiGetClassDevsA(class, NULL, parent, flags);
}

BOOL SetupDiEnumDeviceInterfaces(HDEVINFO info, PSP_DEVINFO_DATA device, const GUID *class, DWORD index,
                                 PSP_DEVICE_INTERFACE_DATA ret_interface)
{
    struct device_list *list = info;
    (void)device;
    if (info == INVALID_HANDLE_VALUE || !info || !class || ret_interface->cbSize != sizeof *ret_interface) {
        um_last_error = info == INVALID_HANDLE_VALUE || !info ? ERROR_INVALID_HANDLE : ERROR_INVALID_USER_BUFFER;
        return FALSE;
    }
    const char *name = list->names;
    for (DWORD i = 0; i < index && *name; i++)
        name += strlen(name) + 1;
    if (!*name || !IsEqualGUID(class, &list->class)) {
        um_last_error = ERROR_NO_MORE_ITEMS;
        return FALSE;
    }
    ret_interface->InterfaceClassGuid = list->class;
    ret_interface->Flags = SPINT_ACTIVE;
    ret_interface->Reserved = (ULONG_PTR)name;
    return TRUE;
}

/* The name behind an interface, if the detail structure that it shall go into is one. */
static const char *detail_name(HDEVINFO info, const SP_DEVICE_INTERFACE_DATA *interface, const DWORD *size,
                               size_t wants)
{
    um_last_error = ERROR_INVALID_HANDLE;
    if (info == INVALID_HANDLE_VALUE || !info || !interface->Reserved)
        return NULL;
    um_last_error = ERROR_INVALID_USER_BUFFER;
    return size && *size != wants ? NULL : (const char *)interface->Reserved;
}

BOOL SetupDiGetDeviceInterfaceDetailA(HDEVINFO info, PSP_DEVICE_INTERFACE_DATA interface,
                                      PSP_DEVICE_INTERFACE_DETAIL_DATA_A ret_detail, DWORD bytes, PDWORD ret_needed,
                                      PSP_DEVINFO_DATA ret_device)
{
    const char *name = detail_name(info, interface, ret_detail ? &ret_detail->cbSize : NULL, sizeof *ret_detail);
    (void)ret_device;
    if (!name)
        return FALSE;
    size_t needed = offsetof(SP_DEVICE_INTERFACE_DETAIL_DATA_A, DevicePath) + strlen(name) + 1;
    if (ret_needed)
        *ret_needed = (DWORD)needed;
    if (!ret_detail || bytes < needed) {
        um_last_error = ERROR_INSUFFICIENT_BUFFER;
        return FALSE;
    }
    memcpy(ret_detail->DevicePath, name, strlen(name) + 1);
    return TRUE;
}

BOOL SetupDiGetDeviceInterfaceDetailW(HDEVINFO info, PSP_DEVICE_INTERFACE_DATA interface,
                                      PSP_DEVICE_INTERFACE_DETAIL_DATA_W ret_detail, DWORD bytes, PDWORD ret_needed,
                                      PSP_DEVINFO_DATA ret_device)
{
    const char *name = detail_name(info, interface, ret_detail ? &ret_detail->cbSize : NULL, sizeof *ret_detail);
    (void)ret_device;
    if (!name)
        return FALSE;
    size_t count = um_utf8_to_utf16(name, strlen(name) + 1, NULL, 0, NULL);
    size_t needed = offsetof(SP_DEVICE_INTERFACE_DETAIL_DATA_W, DevicePath) + count * sizeof(WCHAR);
    if (ret_needed)
        *ret_needed = (DWORD)needed;
    if (!ret_detail || bytes < needed) {
        um_last_error = ERROR_INSUFFICIENT_BUFFER;
        return FALSE;
    }
    um_utf8_to_utf16(name, strlen(name) + 1, ret_detail->DevicePath, count, NULL);
    return TRUE;
}

BOOL SetupDiDestroyDeviceInfoList(HDEVINFO info)
{
    struct device_list *list = info;
    if (info == INVALID_HANDLE_VALUE || !info) {
        um_last_error = ERROR_INVALID_HANDLE;
        return FALSE;
    }
    free(list->names);
    free(list);
    return TRUE;
}
