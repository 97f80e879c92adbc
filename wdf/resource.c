/* SPDX-License-Identifier: MIT */
#include "wdf/resource.h"
#include "wdf/table.h"

struct resource_list {
    struct object object;
    ULONG count;
    CM_PARTIAL_RESOURCE_DESCRIPTOR descriptors[];
};

#define resource_list_from_handle(handle) ((struct resource_list *)object_from_handle((handle), OBJECT_CMRESLIST))

/* A full descriptor's size varies with its count: the next one begins behind its last partial descriptor. */
static PCM_FULL_RESOURCE_DESCRIPTOR next_full(PCM_FULL_RESOURCE_DESCRIPTOR full)
{
    return (PCM_FULL_RESOURCE_DESCRIPTOR)&full->PartialResourceList.PartialDescriptors[full->PartialResourceList.Count];
}

static ULONG count_all(PCM_RESOURCE_LIST resources)
{
    PCM_FULL_RESOURCE_DESCRIPTOR full = resources ? resources->List : NULL;
    ULONG count = 0;

    for (ULONG i = 0; resources && i < resources->Count; i++, full = next_full(full))
        count += full->PartialResourceList.Count;
    return count;
}

NTSTATUS resource_list_create(struct device *device, PCM_RESOURCE_LIST resources, struct object **ret_list)
{
    ULONG count = count_all(resources);
    struct object_config config = {.globals = device->object.globals,
                                   .type = OBJECT_CMRESLIST,
                                   .bytes =
                                       sizeof(struct resource_list) + count * sizeof(CM_PARTIAL_RESOURCE_DESCRIPTOR),
                                   .default_parent = &device->object,
                                   .flags = OBJECT_UNDELETABLE};
    PCM_FULL_RESOURCE_DESCRIPTOR full = resources ? resources->List : NULL;
    struct resource_list *list;
    NTSTATUS status = object_create(&config, ret_list);

    if (!NT_SUCCESS(status))
        return status;
    list = (struct resource_list *)*ret_list;
    for (ULONG i = 0; resources && i < resources->Count; i++, full = next_full(full))
        for (ULONG j = 0; j < full->PartialResourceList.Count; j++)
            list->descriptors[list->count++] = full->PartialResourceList.PartialDescriptors[j];
    FX_ASSERT(list->count == count);
    return STATUS_SUCCESS;
}

/* nf-wdfresource-wdfcmresourcelistgetcount; IRQL <= DISPATCH_LEVEL */
ULONG WdfCmResourceListGetCount(PWDF_DRIVER_GLOBALS DriverGlobals, WDFCMRESLIST List)
{
    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfCmResourceListGetCount);
    return resource_list_from_handle(List)->count;
}

/* nf-wdfresource-wdfcmresourcelistgetdescriptor; IRQL <= DISPATCH_LEVEL */
PCM_PARTIAL_RESOURCE_DESCRIPTOR WdfCmResourceListGetDescriptor(PWDF_DRIVER_GLOBALS DriverGlobals, WDFCMRESLIST List,
                                                               ULONG Index)
{
    struct resource_list *list = resource_list_from_handle(List);

    UNREFERENCED_PARAMETER(DriverGlobals);
    FX_IRQL_OF(WdfCmResourceListGetDescriptor);
    return Index < list->count ? &list->descriptors[Index] : NULL;
}
