/* SPDX-License-Identifier: MIT */
/* Device interfaces and symbolic links: rules R1 to R7. */
#include "wdf/interface.h"
#include "wdf/string_object.h"
#include "wdf/table.h"

static void interface_free(struct device_interface *entry)
{
    if (entry->reference.Buffer)
        fx_free(entry->reference.Buffer);
    if (entry->symbolic.Buffer)
        RtlFreeUnicodeString(&entry->symbolic);
    fx_free(entry);
}

static BOOLEAN same_reference(const struct device_interface *entry, PCUNICODE_STRING reference)
{
    BOOLEAN empty = !reference || reference->Length == 0;

    if (empty || !entry->reference.Buffer)
        return empty && !entry->reference.Buffer;
    return RtlEqualUnicodeString(&entry->reference, reference, TRUE);
}

/* Entries are added at PASSIVE_LEVEL and go only with the device: once found, one may be used without the lock. */
static struct device_interface *interface_find(struct device *device, const GUID *guid, PCUNICODE_STRING reference)
{
    struct device_interface *found = NULL;
    KIRQL irql;

    KeAcquireSpinLock(&device->interfaces_lock, &irql);
    for (LIST_ENTRY *at = device->interfaces.Flink; at != &device->interfaces && !found; at = at->Flink) {
        struct device_interface *entry = CONTAINING_RECORD(at, struct device_interface, link);

        if (RtlCompareMemory(&entry->guid, guid, sizeof(*guid)) == sizeof(*guid) && same_reference(entry, reference))
            found = entry;
    }
    KeReleaseSpinLock(&device->interfaces_lock, irql);
    return found;
}

static NTSTATUS interface_set(struct device_interface *entry, BOOLEAN enable)
{
    NTSTATUS status;

    if (!entry->symbolic.Buffer || entry->enabled == enable)
        return STATUS_SUCCESS;
    status = IoSetDeviceInterfaceState(&entry->symbolic, enable);
    if (NT_SUCCESS(status) || !enable)
        entry->enabled = enable;
    return status;
}

static NTSTATUS interface_register(struct device *device, struct device_interface *entry)
{
    FX_ASSERT(device->physical != NULL && !entry->symbolic.Buffer);
    return IoRegisterDeviceInterface(device->physical, &entry->guid, entry->reference.Buffer ? &entry->reference : NULL,
                                     &entry->symbolic);
}

NTSTATUS interfaces_enable(struct device *device)
{
    NTSTATUS status = STATUS_SUCCESS;

    for (LIST_ENTRY *at = device->interfaces.Flink; at != &device->interfaces && NT_SUCCESS(status); at = at->Flink) {
        struct device_interface *entry = CONTAINING_RECORD(at, struct device_interface, link);

        if (entry->automatic)
            status = interface_set(entry, TRUE);
    }
    return status;
}

void interfaces_disable(struct device *device)
{
    for (LIST_ENTRY *at = device->interfaces.Flink; at != &device->interfaces; at = at->Flink)
        (void)interface_set(CONTAINING_RECORD(at, struct device_interface, link), FALSE);
}

void interfaces_free(struct device *device)
{
    while (!IsListEmpty(&device->interfaces)) {
        struct device_interface *entry =
            CONTAINING_RECORD(RemoveHeadList(&device->interfaces), struct device_interface, link);

        (void)interface_set(entry, FALSE);
        interface_free(entry);
    }
    if (device->symbolic_link.Buffer) {
        (void)IoDeleteSymbolicLink(&device->symbolic_link);
        fx_free(device->symbolic_link.Buffer);
        device->symbolic_link.Buffer = NULL;
    }
}

/* Rule R6: the reference string becomes a part of a path. */
static BOOLEAN reference_is_valid(PCUNICODE_STRING reference)
{
    for (ULONG i = 0; reference && i < reference->Length / sizeof(WCHAR); i++)
        if (reference->Buffer[i] == L'\\' || reference->Buffer[i] == L'/')
            return FALSE;
    return TRUE;
}

/* nf-wdfdevice-wdfdevicecreatedeviceinterface; PASSIVE_LEVEL. Rules R1, R6, R7. */
NTSTATUS WdfDeviceCreateDeviceInterface(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device,
                                        const GUID *InterfaceClassGUID, PCUNICODE_STRING ReferenceString)
{
    struct device *device = device_from_handle(Device);
    struct device_interface *entry;
    NTSTATUS status = STATUS_SUCCESS;
    KIRQL irql;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceCreateDeviceInterface);
    FX_REQUIRE(InterfaceClassGUID);
    if (device->flags & DEVICE_CONTROL)
        return STATUS_INVALID_DEVICE_REQUEST;
    if (!reference_is_valid(ReferenceString))
        return STATUS_INVALID_PARAMETER;
    entry = fx_alloc(device->object.globals, sizeof(*entry));
    if (!entry)
        return STATUS_INSUFFICIENT_RESOURCES;
    entry->guid = *InterfaceClassGUID;
    entry->automatic = !(device->pnp.done & PNP_INTERFACES);
    if (ReferenceString && ReferenceString->Length > 0)
        status = device_string_copy(device->object.globals, ReferenceString, &entry->reference);
    if (NT_SUCCESS(status))
        status = interface_register(device, entry);
    if (!NT_SUCCESS(status)) {
        interface_free(entry);
        return status;
    }
    KeAcquireSpinLock(&device->interfaces_lock, &irql);
    InsertTailList(&device->interfaces, &entry->link);
    KeReleaseSpinLock(&device->interfaces_lock, irql);
    return STATUS_SUCCESS;
}

/* nf-wdfdevice-wdfdevicesetdeviceinterfacestate; PASSIVE_LEVEL. Rules R1, R4. */
VOID WdfDeviceSetDeviceInterfaceState(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device,
                                      const GUID *InterfaceClassGUID, PCUNICODE_STRING ReferenceString,
                                      BOOLEAN IsInterfaceEnabled)
{
    struct device *device = device_from_handle(Device);
    struct device_interface *entry;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceSetDeviceInterfaceState);
    FX_REQUIRE(InterfaceClassGUID);
    entry = interface_find(device, InterfaceClassGUID, ReferenceString);
    if (!entry) {
        fx_report("DeviceInterface", 0, "WdfDeviceSetDeviceInterfaceState: the device has no such interface.");
        return;
    }
    /* Rule R2: before the start there is nothing to switch; the wish counts when the start comes. */
    if (!(device->pnp.done & PNP_INTERFACES)) {
        entry->automatic = IsInterfaceEnabled;
        return;
    }
    (void)interface_set(entry, IsInterfaceEnabled);
}

/* nf-wdfdevice-wdfdeviceretrievedeviceinterfacestring; PASSIVE_LEVEL. Rule R5. */
NTSTATUS WdfDeviceRetrieveDeviceInterfaceString(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device,
                                                const GUID *InterfaceClassGUID, PCUNICODE_STRING ReferenceString,
                                                WDFSTRING String)
{
    struct device *device = device_from_handle(Device);
    struct object *string = object_from_handle(String, OBJECT_STRING);
    struct device_interface *entry;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_REQUIRE(InterfaceClassGUID);
    if ((device->flags & DEVICE_CONTROL) || KeGetCurrentIrql() > PASSIVE_LEVEL)
        return STATUS_INVALID_DEVICE_REQUEST;
    entry = interface_find(device, InterfaceClassGUID, ReferenceString);
    if (!entry)
        return STATUS_OBJECT_NAME_NOT_FOUND;
    if (!entry->symbolic.Buffer)
        return STATUS_INVALID_DEVICE_STATE;
    return string_assign(string, &entry->symbolic);
}

/* nf-wdfdevice-wdfdevicecreatesymboliclink; PASSIVE_LEVEL. The link lives as long as the device, which must have a
 * name to link to. */
NTSTATUS WdfDeviceCreateSymbolicLink(PWDF_DRIVER_GLOBALS DriverGlobals, WDFDEVICE Device,
                                     PCUNICODE_STRING SymbolicLinkName)
{
    struct device *device = device_from_handle(Device);
    UNICODE_STRING link;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfDeviceCreateSymbolicLink);
    FX_REQUIRE(SymbolicLinkName);
    if (!device->name.Buffer || device->symbolic_link.Buffer)
        return STATUS_INVALID_DEVICE_STATE;
    status = device_string_copy(device->object.globals, SymbolicLinkName, &link);
    if (!NT_SUCCESS(status))
        return status;
    status = IoCreateSymbolicLink(&link, &device->name);
    if (!NT_SUCCESS(status)) {
        fx_free(link.Buffer);
        return status;
    }
    device->symbolic_link = link;
    return STATUS_SUCCESS;
}
