/* SPDX-License-Identifier: MIT */
/* What may be serialised with a device's callbacks: using-automatic-synchronization.md, nf-wdfdpc-wdfdpccreate.md,
 * nf-wdfworkitem-wdfworkitemcreate.md, nf-wdftimer-wdftimercreate.md. All with AutomaticSerialization TRUE. */
#include "puppet_driver.h"

static VOID no_timer(WDFTIMER Timer)
{
    UNREFERENCED_PARAMETER(Timer);
}

static VOID no_dpc(WDFDPC Dpc)
{
    UNREFERENCED_PARAMETER(Dpc);
}

static VOID no_work(WDFWORKITEM WorkItem)
{
    UNREFERENCED_PARAMETER(WorkItem);
}

static NTSTATUS and_delete(NTSTATUS status, WDFOBJECT *object)
{
    if (NT_SUCCESS(status))
        WdfObjectDelete(*object);
    return status;
}

static NTSTATUS dpc(WDFDEVICE device)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_DPC_CONFIG config;
    WDFDPC object = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = device;
    WDF_DPC_CONFIG_INIT(&config, no_dpc);
    return and_delete(WdfDpcCreate(&config, &attributes, &object), (WDFOBJECT *)&object);
}

static NTSTATUS work(WDFDEVICE device)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_WORKITEM_CONFIG config;
    WDFWORKITEM object = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = device;
    WDF_WORKITEM_CONFIG_INIT(&config, no_work);
    return and_delete(WdfWorkItemCreate(&config, &attributes, &object), (WDFOBJECT *)&object);
}

static NTSTATUS timer(WDFDEVICE device, WDF_EXECUTION_LEVEL level)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    WDFTIMER object = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = device;
    attributes.ExecutionLevel = level;
    WDF_TIMER_CONFIG_INIT(&config, no_timer);
    return and_delete(WdfTimerCreate(&config, &attributes, &object), (WDFOBJECT *)&object);
}

#define INHERIT WdfExecutionLevelInheritFromParent

/* Scope None, level Dispatch: Z7 in docs/decisions.md says why the work item is allowed. */
CHECK(Z7_the_default_device)
{
    EXPECT_STATUS(dpc(run->device), STATUS_SUCCESS);
    EXPECT_STATUS(work(run->device), STATUS_SUCCESS);
    EXPECT_STATUS(timer(run->device, INHERIT), STATUS_SUCCESS);
    EXPECT_STATUS(timer(run->device, WdfExecutionLevelPassive), STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL);
}

/* Scope Device, level Dispatch. */
CHECK(N5_N6_level_dispatch)
{
    EXPECT_STATUS(dpc(run->device), STATUS_SUCCESS);
    EXPECT_STATUS(work(run->device), STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL);
    EXPECT_STATUS(timer(run->device, INHERIT), STATUS_SUCCESS);
    EXPECT_STATUS(timer(run->device, WdfExecutionLevelPassive), STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL);
}

/* Level Passive. */
CHECK(N4_N6_level_passive)
{
    EXPECT_STATUS(dpc(run->device), STATUS_WDF_INCOMPATIBLE_EXECUTION_LEVEL);
    EXPECT_STATUS(work(run->device), STATUS_SUCCESS);
    EXPECT_STATUS(timer(run->device, WdfExecutionLevelPassive), STATUS_SUCCESS);
}
