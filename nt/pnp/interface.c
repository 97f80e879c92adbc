/* SPDX-License-Identifier: MIT */
/* Device interfaces: registered under a node, enabled as symbolic links, published. Page:
 * install/registering-a-device-interface-class. */
#include "nt/pnp/pnp.h"
#include "nt/cm/cm.h"
#include "nt/ex/ex.h"
#include "nt/rtl/format.h"

/* "ROOT#SAMPLE#0000#{guid}": the link's name below \??, without the reference string. */
static void base_name(const struct pnp_interface *iface, char *to, size_t room)
{
    rtl_format(to, room, "%s#%s", iface->node->instance, iface->guid_text);
    for (char *p = to; *p != 0; p++)
        if (*p == '\\')
            *p = '#';
}

static void guid_text(const GUID *guid, char *to, size_t room)
{
    rtl_format(to, room, "{%08x-%04x-%04x-%02x%02x-%02x%02x%02x%02x%02x%02x}", (unsigned)guid->Data1, guid->Data2,
               guid->Data3, guid->Data4[0], guid->Data4[1], guid->Data4[2], guid->Data4[3], guid->Data4[4],
               guid->Data4[5], guid->Data4[6], guid->Data4[7]);
}

static void publish(const struct pnp_interface *iface, ULONG state)
{
    char base[2 * PNP_ID_MAX], name[3 * PNP_ID_MAX];
    base_name(iface, base, sizeof base);
    rtl_format(name, sizeof name, "\\\\?\\%s%s%s", base, iface->reference[0] != 0 ? "\\" : "", iface->reference);
    machine_publish(name, iface->guid_text, iface->node->instance, state);
}

/* Interfaces of one node and class share a link: the reference string is part of the file's name. */
static BOOLEAN link_shared(const struct pnp_interface *iface)
{
    PLIST_ENTRY head = &iface->node->interfaces;
    for (PLIST_ENTRY entry = head->Flink; entry != head; entry = entry->Flink) {
        struct pnp_interface *other = CONTAINING_RECORD(entry, struct pnp_interface, link);
        if (other != iface && other->enabled && memcmp(&other->guid, &iface->guid, sizeof(GUID)) == 0)
            return TRUE;
    }
    return FALSE;
}

static NTSTATUS enable(struct pnp_interface *iface)
{
    if (iface->enabled)
        return STATUS_OBJECT_NAME_EXISTS;
    char base[2 * PNP_ID_MAX], text[2 * PNP_ID_MAX + 8];
    WCHAR wide[2 * PNP_ID_MAX + 8];
    UNICODE_STRING link;
    base_name(iface, base, sizeof base);
    rtl_format(text, sizeof text, "\\??\\%s", base);
    pnp_widen(wide, nt_countof(wide), text);
    RtlInitUnicodeString(&link, wide);
    if (!link_shared(iface)) {
        NTSTATUS status = ob_symlink_create(&link, &IO_DEVICE(iface->node->pdo)->name);
        if (!NT_SUCCESS(status))
            return status;
    }
    iface->enabled = TRUE;
    publish(iface, 2);
    return STATUS_SUCCESS;
}

static NTSTATUS disable(struct pnp_interface *iface)
{
    if (!iface->enabled)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    char base[2 * PNP_ID_MAX], text[2 * PNP_ID_MAX + 8];
    WCHAR wide[2 * PNP_ID_MAX + 8];
    UNICODE_STRING link;
    base_name(iface, base, sizeof base);
    rtl_format(text, sizeof text, "\\??\\%s", base);
    pnp_widen(wide, nt_countof(wide), text);
    RtlInitUnicodeString(&link, wide);
    iface->enabled = FALSE;
    if (!link_shared(iface))
        ob_symlink_delete(&link);
    publish(iface, 1);
    return STATUS_SUCCESS;
}

void pnp_interfaces_disable(struct pnp_node *node)
{
    for (PLIST_ENTRY entry = node->interfaces.Flink; entry != &node->interfaces; entry = entry->Flink) {
        struct pnp_interface *iface = CONTAINING_RECORD(entry, struct pnp_interface, link);
        if (iface->enabled)
            disable(iface);
    }
}

void pnp_interfaces_forget(struct pnp_node *node)
{
    pnp_interfaces_disable(node);
    while (!IsListEmpty(&node->interfaces)) {
        struct pnp_interface *iface = CONTAINING_RECORD(node->interfaces.Flink, struct pnp_interface, link);
        RemoveEntryList(&iface->link);
        publish(iface, 0);
        ex_free(iface);
    }
}

static struct pnp_interface *find(PCUNICODE_STRING name)
{
    for (PLIST_ENTRY n = pnp_nodes.Flink; n != &pnp_nodes; n = n->Flink) {
        struct pnp_node *node = CONTAINING_RECORD(n, struct pnp_node, all);
        for (PLIST_ENTRY entry = node->interfaces.Flink; entry != &node->interfaces; entry = entry->Flink) {
            struct pnp_interface *iface = CONTAINING_RECORD(entry, struct pnp_interface, link);
            UNICODE_STRING own;
            RtlInitUnicodeString(&own, iface->name);
            if (RtlEqualUnicodeString(&own, name, TRUE))
                return iface;
        }
    }
    return NULL;
}

static NTSTATUS copy_name(const struct pnp_interface *iface, PUNICODE_STRING to)
{
    UNICODE_STRING own;
    RtlInitUnicodeString(&own, iface->name);
    to->Buffer = ex_alloc(own.Length + sizeof(WCHAR), IO_TAG);
    if (to->Buffer == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    memcpy(to->Buffer, own.Buffer, own.Length + sizeof(WCHAR));
    to->Length = own.Length;
    to->MaximumLength = own.Length + sizeof(WCHAR);
    return STATUS_SUCCESS;
}

static struct pnp_interface *make(struct pnp_node *node, const GUID *guid, const char *reference)
{
    struct pnp_interface *iface = ex_alloc_zeroed(sizeof *iface, IO_TAG);
    if (iface == NULL)
        return NULL;
    char base[2 * PNP_ID_MAX], full[2 * PNP_ID_MAX];
    iface->node = node;
    iface->guid = *guid;
    guid_text(guid, iface->guid_text, sizeof iface->guid_text);
    rtl_format(iface->reference, sizeof iface->reference, "%s", reference);
    base_name(iface, base, sizeof base);
    rtl_format(full, sizeof full, "\\??\\%s%s%s", base, reference[0] != 0 ? "\\" : "", reference);
    pnp_widen(iface->name, nt_countof(iface->name), full);
    return iface;
}

/* wdm/nf-wdm-ioregisterdeviceinterface. IRQL PASSIVE_LEVEL. Registering again gives the same name. */
NTSTATUS NTAPI IoRegisterDeviceInterface(PDEVICE_OBJECT PhysicalDeviceObject, CONST GUID *InterfaceClassGuid,
                                         PUNICODE_STRING ReferenceString, PUNICODE_STRING SymbolicLinkName)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(InterfaceClassGuid);
    nt_argument(SymbolicLinkName);
    struct pnp_node *node = pnp_node_of(PhysicalDeviceObject);
    if (node == NULL)
        return STATUS_INVALID_DEVICE_REQUEST;
    char reference[PNP_ID_MAX] = "";
    if (ReferenceString != NULL) {
        pnp_narrow(reference, sizeof reference, ReferenceString);
        for (const char *p = reference; *p != 0; p++)
            if (*p == '\\' || *p == '/')
                return STATUS_INVALID_DEVICE_REQUEST;
    }
    struct pnp_interface *iface = make(node, InterfaceClassGuid, reference);
    if (iface == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    UNICODE_STRING name;
    RtlInitUnicodeString(&name, iface->name);
    struct pnp_interface *known = find(&name);
    if (known != NULL) {
        ex_free(iface);
        return copy_name(known, SymbolicLinkName);
    }
    NTSTATUS status = copy_name(iface, SymbolicLinkName);
    if (!NT_SUCCESS(status)) {
        ex_free(iface);
        return status;
    }
    InsertTailList(&node->interfaces, &iface->link);
    publish(iface, 1);
    return STATUS_SUCCESS;
}

/* wdm/nf-wdm-iosetdeviceinterfacestate. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoSetDeviceInterfaceState(PUNICODE_STRING SymbolicLinkName, BOOLEAN Enable)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(SymbolicLinkName);
    struct pnp_interface *iface = find(SymbolicLinkName);
    if (iface == NULL)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    return Enable ? enable(iface) : disable(iface);
}

static BOOLEAN listed(const struct pnp_interface *iface, const GUID *guid, PDEVICE_OBJECT pdo, ULONG flags)
{
    return memcmp(&iface->guid, guid, sizeof(GUID)) == 0 && (pdo == NULL || iface->node->pdo == pdo) &&
           (iface->enabled || (flags & DEVICE_INTERFACE_INCLUDE_NONACTIVE));
}

/* Counts, or writes, the names that are wanted; returns characters without the last zero. */
static size_t collect(const GUID *guid, PDEVICE_OBJECT pdo, ULONG flags, PWSTR to)
{
    size_t at = 0;
    for (PLIST_ENTRY n = pnp_nodes.Flink; n != &pnp_nodes; n = n->Flink) {
        struct pnp_node *node = CONTAINING_RECORD(n, struct pnp_node, all);
        for (PLIST_ENTRY entry = node->interfaces.Flink; entry != &node->interfaces; entry = entry->Flink) {
            struct pnp_interface *iface = CONTAINING_RECORD(entry, struct pnp_interface, link);
            if (!listed(iface, guid, pdo, flags))
                continue;
            UNICODE_STRING own;
            RtlInitUnicodeString(&own, iface->name);
            if (to != NULL)
                memcpy(to + at, own.Buffer, own.Length + sizeof(WCHAR));
            at += own.Length / sizeof(WCHAR) + 1;
        }
    }
    return at;
}

/* wdm/nf-wdm-iogetdeviceinterfaces. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoGetDeviceInterfaces(CONST GUID *InterfaceClassGuid, PDEVICE_OBJECT PhysicalDeviceObject, ULONG Flags,
                                     PWSTR *SymbolicLinkList)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(InterfaceClassGuid);
    nt_argument(SymbolicLinkList);
    size_t characters = collect(InterfaceClassGuid, PhysicalDeviceObject, Flags, NULL);
    PWSTR list = ex_alloc_zeroed((characters + 1) * sizeof(WCHAR), IO_TAG);
    if (list == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    collect(InterfaceClassGuid, PhysicalDeviceObject, Flags, list);
    *SymbolicLinkList = list;
    return STATUS_SUCCESS;
}

/* wdm/nf-wdm-ioopendeviceinterfaceregistrykey. IRQL PASSIVE_LEVEL. */
NTSTATUS NTAPI IoOpenDeviceInterfaceRegistryKey(PUNICODE_STRING SymbolicLinkName, ACCESS_MASK DesiredAccess,
                                                PHANDLE DeviceInterfaceRegKey)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    nt_argument(SymbolicLinkName);
    struct pnp_interface *iface = find(SymbolicLinkName);
    if (iface == NULL)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    char base[2 * PNP_ID_MAX];
    struct pnp_path path;
    struct cm_key *key;
    base_name(iface, base, sizeof base);
    pnp_path(&path, "Control\\DeviceClasses\\%s\\##?#%s\\#%s\\Device Parameters", iface->guid_text, base,
             iface->reference);
    NTSTATUS status = cm_key_open(&path.name, true, &key);
    if (!NT_SUCCESS(status))
        return status;
    status = cm_key_handle(key, DesiredAccess, OBJ_KERNEL_HANDLE, DeviceInterfaceRegKey);
    cm_key_close(key);
    return status;
}
