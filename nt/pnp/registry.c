/* SPDX-License-Identifier: MIT */
/* What the registry says about a device node, and the keys that drivers open for it. */
#include "nt/pnp/pnp.h"
#include "nt/cm/cm.h"
#include "nt/ex/ex.h"
#include "nt/rtl/format.h"

void pnp_widen(WCHAR *to, size_t count, const char *from)
{
    size_t at = 0;
    for (; from[at] != 0 && at + 1 < count; at++)
        to[at] = (UCHAR)from[at];
    to[at] = 0;
}

void pnp_narrow(char *to, size_t count, const UNICODE_STRING *from)
{
    size_t at = 0;
    for (; at < from->Length / sizeof(WCHAR) && at + 1 < count; at++)
        to[at] = from->Buffer[at] < 128 ? (char)from->Buffer[at] : '?';
    to[at] = 0;
}

void pnp_path(struct pnp_path *path, const char *format, ...)
{
    static const char prefix[] = "\\Registry\\Machine\\System\\CurrentControlSet\\";
    char text[PNP_PATH_MAX];
    size_t at = rtl_format(text, sizeof text, "%s", prefix);
    va_list arguments;
    va_start(arguments, format);
    rtl_vformat(text + at, sizeof text - at, format, arguments);
    va_end(arguments);
    pnp_widen(path->text, nt_countof(path->text), text);
    RtlInitUnicodeString(&path->name, path->text);
}

static void set_text(struct cm_key *key, PCWSTR name, ULONG type, const char *text)
{
    WCHAR wide[PNP_ID_MAX + 1] = {0};
    UNICODE_STRING value;
    RtlInitUnicodeString(&value, name);
    pnp_widen(wide, PNP_ID_MAX, text);
    size_t length = 0;
    while (wide[length] != 0)
        length++;
    cm_value_set(key, &value, type, wide, (ULONG)((length + (type == REG_MULTI_SZ ? 2 : 1)) * sizeof(WCHAR)));
}

static const char *instance_number(const struct pnp_node *node)
{
    const char *number = node->instance;
    for (const char *p = node->instance; *p != 0; p++)
        if (*p == '\\')
            number = p + 1;
    return number;
}

/* The node's hardware key (Enum\…) and its software key (Control\Class\…). */
NTSTATUS pnp_registry_write(struct pnp_node *node)
{
    struct pnp_path path;
    struct cm_key *key;
    char driver[PNP_ID_MAX];
    pnp_path(&path, "Enum\\%s", node->instance);
    NTSTATUS status = cm_key_open(&path.name, true, &key);
    if (!NT_SUCCESS(status))
        return status;
    rtl_format(driver, sizeof driver, "%s\\%s", node->class, instance_number(node));
    set_text(key, L"HardwareID", REG_MULTI_SZ, node->hardware_id);
    set_text(key, L"Service", REG_SZ, node->service);
    set_text(key, L"Class", REG_SZ, node->class);
    set_text(key, L"Driver", REG_SZ, driver);
    cm_key_close(key);
    pnp_path(&path, "Control\\Class\\%s", driver);
    status = cm_key_open(&path.name, true, &key);
    if (NT_SUCCESS(status))
        cm_key_close(key);
    return status;
}

void pnp_registry_delete(struct pnp_node *node)
{
    struct pnp_path path;
    pnp_path(&path, "Control\\Class\\%s\\%s", node->class, instance_number(node));
    cm_tree_delete(&path.name);
    pnp_path(&path, "Enum\\%s", node->instance);
    cm_tree_delete(&path.name);
}

/* wdm/nf-wdm-ioopendeviceregistrykey. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoOpenDeviceRegistryKey(PDEVICE_OBJECT DeviceObject, ULONG DevInstKeyType, ACCESS_MASK DesiredAccess,
                                       PHANDLE DeviceRegKey)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(DeviceRegKey);
    struct pnp_node *node = pnp_node_of(DeviceObject);
    if (node == NULL)
        return STATUS_INVALID_DEVICE_REQUEST;
    struct pnp_path path;
    switch (DevInstKeyType & ~(ULONG)PLUGPLAY_REGKEY_CURRENT_HWPROFILE) {
    case PLUGPLAY_REGKEY_DEVICE:
        pnp_path(&path, "Enum\\%s\\Device Parameters", node->instance);
        break;
    case PLUGPLAY_REGKEY_DRIVER:
        pnp_path(&path, "Control\\Class\\%s\\%s", node->class, instance_number(node));
        break;
    default:
        return STATUS_INVALID_PARAMETER;
    }
    struct cm_key *key;
    NTSTATUS status = cm_key_open(&path.name, true, &key);
    if (!NT_SUCCESS(status))
        return status;
    status = cm_key_handle(key, DesiredAccess, OBJ_KERNEL_HANDLE, DeviceRegKey);
    cm_key_close(key);
    return status;
}

/* -- IoGetDeviceProperty -- */

static NTSTATUS give(const void *data, ULONG bytes, ULONG room, PVOID to, PULONG ret_bytes)
{
    *ret_bytes = bytes;
    if (bytes > room)
        return STATUS_BUFFER_TOO_SMALL;
    memcpy(to, data, bytes);
    return STATUS_SUCCESS;
}

static NTSTATUS give_value(struct pnp_node *node, PCWSTR name, ULONG room, PVOID to, PULONG ret_bytes)
{
    struct pnp_path path;
    struct cm_key *key;
    UNICODE_STRING value;
    const void *data;
    ULONG type, bytes;
    pnp_path(&path, "Enum\\%s", node->instance);
    NTSTATUS status = cm_key_open(&path.name, false, &key);
    if (!NT_SUCCESS(status))
        return STATUS_INVALID_DEVICE_REQUEST;
    RtlInitUnicodeString(&value, name);
    status = cm_value_get(key, &value, &type, &data, &bytes);
    if (NT_SUCCESS(status))
        status = give(data, bytes, room, to, ret_bytes);
    cm_key_close(key);
    return status;
}

static NTSTATUS give_name(struct pnp_node *node, ULONG room, PVOID to, PULONG ret_bytes)
{
    const UNICODE_STRING *name = &IO_DEVICE(node->pdo)->name;
    return give(name->Buffer, name->Length + sizeof(WCHAR), room, to, ret_bytes);
}

/* wdm/nf-wdm-iogetdeviceproperty. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoGetDeviceProperty(PDEVICE_OBJECT DeviceObject, DEVICE_REGISTRY_PROPERTY DeviceProperty,
                                   ULONG BufferLength, PVOID PropertyBuffer, PULONG ResultLength)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(ResultLength);
    struct pnp_node *node = pnp_node_of(DeviceObject);
    *ResultLength = 0;
    if (node == NULL)
        return STATUS_INVALID_DEVICE_REQUEST;
    static const struct {
        DEVICE_REGISTRY_PROPERTY property;
        PCWSTR value;
    } values[] = {
        {DevicePropertyDeviceDescription, L"DeviceDesc"},
        {DevicePropertyHardwareID, L"HardwareID"},
        {DevicePropertyCompatibleIDs, L"CompatibleIDs"},
        {DevicePropertyClassName, L"Class"},
        {DevicePropertyClassGuid, L"ClassGUID"},
        {DevicePropertyDriverKeyName, L"Driver"},
        {DevicePropertyManufacturer, L"Mfg"},
        {DevicePropertyFriendlyName, L"FriendlyName"},
        {DevicePropertyLocationInformation, L"LocationInformation"},
    };
    for (size_t i = 0; i < nt_countof(values); i++)
        if (values[i].property == DeviceProperty)
            return give_value(node, values[i].value, BufferLength, PropertyBuffer, ResultLength);
    ULONG number = 0;
    switch (DeviceProperty) {
    case DevicePropertyPhysicalDeviceObjectName:
        return give_name(node, BufferLength, PropertyBuffer, ResultLength);
    case DevicePropertyEnumeratorName:
        return give(L"ROOT", sizeof L"ROOT", BufferLength, PropertyBuffer, ResultLength);
    case DevicePropertyLegacyBusType:
        number = PNPBus;
        break;
    case DevicePropertyInstallState:
        number = InstallStateInstalled;
        break;
    case DevicePropertyRemovalPolicy:
        number = RemovalPolicyExpectNoRemoval;
        break;
    case DevicePropertyBusNumber:
        break;
    default:
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    return give(&number, sizeof number, BufferLength, PropertyBuffer, ResultLength);
}
