/* SPDX-License-Identifier: MIT */
/* The tested device: made as its configuration says; its callbacks write events. */
#include "puppet_driver.h"

struct puppet puppet;

/* 5d4e7ac5-1f0b-4a51-9d4e-332a606b0c13 */
const GUID puppet_interface = {0x5d4e7ac5, 0x1f0b, 0x4a51, {0x9d, 0x4e, 0x33, 0x2a, 0x60, 0x6b, 0x0c, 0x13}};

static NTSTATUS outcome(ULONG bit)
{
    return puppet.fail & bit ? STATUS_UNSUCCESSFUL : STATUS_SUCCESS;
}

/* -- PnP and power ------------------------------------------------------------------------------------ */

static NTSTATUS evt_filter_remove(WDFDEVICE Device, WDFIORESREQLIST List)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(List);
    log_event(EVENT_FILTER, 0, 0);
    return STATUS_SUCCESS;
}

static NTSTATUS evt_filter_add(WDFDEVICE Device, WDFIORESREQLIST List)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(List);
    log_event(EVENT_FILTER_ADD, 0, 0);
    return STATUS_SUCCESS;
}

static NTSTATUS evt_remove_added(WDFDEVICE Device, WDFCMRESLIST Raw, WDFCMRESLIST Translated)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Raw);
    UNREFERENCED_PARAMETER(Translated);
    log_event(EVENT_REMOVE_ADDED, 0, 0);
    return STATUS_SUCCESS;
}

static NTSTATUS evt_prepare(WDFDEVICE Device, WDFCMRESLIST Raw, WDFCMRESLIST Translated)
{
    UNREFERENCED_PARAMETER(Raw);
    UNREFERENCED_PARAMETER(Translated);
    log_event(EVENT_PREPARE, 0, 0);
    if (puppet.config.flags & INTERFACE_IN_PREPARE)
        (void)puppet_interface_create(Device);
    return outcome(PNP_PREPARE);
}

static NTSTATUS evt_release(WDFDEVICE Device, WDFCMRESLIST Translated)
{
    UNREFERENCED_PARAMETER(Device);
    UNREFERENCED_PARAMETER(Translated);
    log_event(EVENT_RELEASE, 0, 0);
    return outcome(PNP_RELEASE);
}

static NTSTATUS evt_d0_entry(WDFDEVICE Device, WDF_POWER_DEVICE_STATE Previous)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_D0_ENTRY, 0, Previous);
    plan_run(PLAN_D0_ENTRY, NULL);
    return outcome(PNP_D0_ENTRY);
}

static NTSTATUS evt_post_interrupts(WDFDEVICE Device, WDF_POWER_DEVICE_STATE Previous)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_POST_INTERRUPTS, 0, Previous);
    return outcome(PNP_POST_INTERRUPTS);
}

static NTSTATUS evt_pre_interrupts(WDFDEVICE Device, WDF_POWER_DEVICE_STATE Target)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_PRE_INTERRUPTS, 0, Target);
    return outcome(PNP_PRE_INTERRUPTS);
}

static NTSTATUS evt_d0_exit(WDFDEVICE Device, WDF_POWER_DEVICE_STATE Target)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_D0_EXIT, 0, Target);
    plan_run(PLAN_D0_EXIT, NULL);
    return outcome(PNP_D0_EXIT);
}

static NTSTATUS evt_self_init(WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_SELF_INIT, 0, 0);
    plan_run(PLAN_SELF_INIT, NULL);
    return outcome(PNP_SELF_INIT);
}

static NTSTATUS evt_self_restart(WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_SELF_RESTART, 0, 0);
    plan_run(PLAN_SELF_RESTART, NULL);
    return outcome(PNP_SELF_RESTART);
}

static NTSTATUS evt_self_suspend(WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_SELF_SUSPEND, 0, 0);
    plan_run(PLAN_SELF_SUSPEND, NULL);
    return outcome(PNP_SELF_SUSPEND);
}

static VOID evt_self_flush(WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_SELF_FLUSH, 0, 0);
}

static VOID evt_self_cleanup(WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_SELF_CLEANUP, 0, 0);
}

static NTSTATUS evt_query_remove(WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_QUERY_REMOVE, 0, 0);
    return outcome(PNP_QUERY_REMOVE);
}

static VOID evt_surprise(WDFDEVICE Device)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_SURPRISE, 0, 0);
    plan_run(PLAN_SURPRISE, NULL);
}

static void set_pnp(PWDFDEVICE_INIT init, ULONG wanted)
{
    WDF_PNPPOWER_EVENT_CALLBACKS callbacks;
    WDF_FDO_EVENT_CALLBACKS fdo;

    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&callbacks);
#define SET(bit, member, function) callbacks.member = wanted & (bit) ? (function) : NULL
    SET(PNP_PREPARE, EvtDevicePrepareHardware, evt_prepare);
    SET(PNP_RELEASE, EvtDeviceReleaseHardware, evt_release);
    SET(PNP_D0_ENTRY, EvtDeviceD0Entry, evt_d0_entry);
    SET(PNP_POST_INTERRUPTS, EvtDeviceD0EntryPostInterruptsEnabled, evt_post_interrupts);
    SET(PNP_PRE_INTERRUPTS, EvtDeviceD0ExitPreInterruptsDisabled, evt_pre_interrupts);
    SET(PNP_D0_EXIT, EvtDeviceD0Exit, evt_d0_exit);
    SET(PNP_SELF_INIT, EvtDeviceSelfManagedIoInit, evt_self_init);
    SET(PNP_SELF_RESTART, EvtDeviceSelfManagedIoRestart, evt_self_restart);
    SET(PNP_SELF_SUSPEND, EvtDeviceSelfManagedIoSuspend, evt_self_suspend);
    SET(PNP_SELF_FLUSH, EvtDeviceSelfManagedIoFlush, evt_self_flush);
    SET(PNP_SELF_CLEANUP, EvtDeviceSelfManagedIoCleanup, evt_self_cleanup);
    SET(PNP_QUERY_REMOVE, EvtDeviceQueryRemove, evt_query_remove);
    SET(PNP_SURPRISE, EvtDeviceSurpriseRemoval, evt_surprise);
#undef SET
    WdfDeviceInitSetPnpPowerEventCallbacks(init, &callbacks);
    if (!(wanted & PNP_FILTER_RESOURCES))
        return;
    WDF_FDO_EVENT_CALLBACKS_INIT(&fdo);
    fdo.EvtDeviceFilterRemoveResourceRequirements = evt_filter_remove;
    fdo.EvtDeviceFilterAddResourceRequirements = evt_filter_add;
    fdo.EvtDeviceRemoveAddedResources = evt_remove_added;
    WdfFdoInitSetEventCallbacks(init, &fdo);
}

/* -- files ---------------------------------------------------------------------------------------------- */

static VOID evt_file_create(WDFDEVICE Device, WDFREQUEST Request, WDFFILEOBJECT FileObject)
{
    UNREFERENCED_PARAMETER(Device);
    log_event(EVENT_FILE_CREATE, 0, FileObject != NULL);
    if (!plan_run(PLAN_FILE_CREATE, Request))
        WdfRequestComplete(Request, STATUS_SUCCESS);
}

static VOID evt_file_cleanup(WDFFILEOBJECT FileObject)
{
    UNREFERENCED_PARAMETER(FileObject);
    log_event(EVENT_FILE_CLEANUP, 0, 0);
    plan_run(PLAN_FILE_CLEANUP, NULL);
}

static VOID evt_file_close(WDFFILEOBJECT FileObject)
{
    UNREFERENCED_PARAMETER(FileObject);
    log_event(EVENT_FILE_CLOSE, 0, 0);
    plan_run(PLAN_FILE_CLOSE, NULL);
}

static VOID evt_file_deleted(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    log_event(EVENT_FILE_DELETE, 0, 0);
}

static void set_files(PWDFDEVICE_INIT init, ULONG wanted)
{
    WDF_FILEOBJECT_CONFIG config;
    WDF_OBJECT_ATTRIBUTES attributes;

    WDF_FILEOBJECT_CONFIG_INIT(&config, wanted & FILE_CREATE_EVENT ? evt_file_create : NULL,
                               wanted & FILE_CLOSE_EVENT ? evt_file_close : NULL,
                               wanted & FILE_CLEANUP_EVENT ? evt_file_cleanup : NULL);
    if (wanted & FILE_NO_OBJECT)
        config.FileObjectClass = WdfFileObjectNotRequired;
    else if (wanted & FILE_OPTIONAL)
        config.FileObjectClass =
            (WDF_FILEOBJECT_CLASS)(WdfFileObjectWdfCannotUseFsContexts | WdfFileObjectCanBeOptional);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, FILE_CONTEXT);
    if (puppet.config.flags & LOG_OBJECTS)
        attributes.EvtCleanupCallback = evt_file_deleted;
    /* M14: file callbacks of a device with a scope or a level need attributes that say None and Passive. */
    if (puppet.config.scope || puppet.config.level) {
        attributes.SynchronizationScope = WdfSynchronizationScopeNone;
        attributes.ExecutionLevel = WdfExecutionLevelPassive;
    }
    WdfDeviceInitSetFileObjectConfig(init, &config, &attributes);
}

static VOID evt_in_caller(WDFDEVICE Device, WDFREQUEST Request)
{
    NTSTATUS status;

    log_event(EVENT_IN_CALLER, puppet_tag(Request), 0);
    if (plan_run(PLAN_IN_CALLER, Request))
        return;
    status = WdfDeviceEnqueueRequest(Device, Request);
    if (!NT_SUCCESS(status))
        WdfRequestComplete(Request, status);
}

/* -- the device ---------------------------------------------------------------------------------------- */

static VOID evt_request_cleanup(WDFOBJECT Object)
{
    log_event(EVENT_REQUEST_CLEANUP, request_context(Object)->tag, 0);
}

static VOID evt_request_destroy(WDFOBJECT Object)
{
    log_event(EVENT_REQUEST_DESTROY, request_context(Object)->tag, 0);
}

static VOID evt_device_cleanup(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    if (puppet.config.flags & LOG_OBJECTS)
        log_event(EVENT_DEVICE_CLEANUP, 0, 0);
}

static VOID evt_device_destroy(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    if (puppet.config.flags & LOG_OBJECTS)
        log_event(EVENT_DEVICE_DESTROY, 0, 0);
    puppet.device = NULL;
}

NTSTATUS puppet_interface_create(WDFDEVICE device)
{
    UNICODE_STRING reference;

    RtlInitUnicodeString(&reference, (PCWSTR)puppet.config.reference);
    return WdfDeviceCreateDeviceInterface(device, &puppet_interface, reference.Length ? &reference : NULL);
}

static void set_requests(PWDFDEVICE_INIT init)
{
    WDF_OBJECT_ATTRIBUTES attributes;

    if (puppet.config.flags & NO_REQUEST_CONTEXT)
        return;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, REQUEST_CONTEXT);
    if (puppet.config.flags & LOG_OBJECTS) {
        attributes.EvtCleanupCallback = evt_request_cleanup;
        attributes.EvtDestroyCallback = evt_request_destroy;
    }
    WdfDeviceInitSetRequestAttributes(init, &attributes);
}

NTSTATUS puppet_device_create(PWDFDEVICE_INIT init)
{
    const struct puppet_config *config = &puppet.config;
    WDF_OBJECT_ATTRIBUTES attributes;
    NTSTATUS status;

    set_requests(init);
    set_pnp(init, config->pnp);
    if (config->file)
        set_files(init, config->file);
    if (config->flags & IN_CALLER)
        WdfDeviceInitSetIoInCallerContextCallback(init, evt_in_caller);
    WdfDeviceInitSetIoType(init, config->io_type == IO_DIRECT ? WdfDeviceIoDirect : WdfDeviceIoBuffered);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.EvtCleanupCallback = evt_device_cleanup;
    attributes.EvtDestroyCallback = evt_device_destroy;
    if (config->scope)
        attributes.SynchronizationScope = (WDF_SYNCHRONIZATION_SCOPE)config->scope;
    if (config->level)
        attributes.ExecutionLevel = (WDF_EXECUTION_LEVEL)config->level;
    status = WdfDeviceCreate(&init, &attributes, &puppet.device);
    for (ULONG i = 0; NT_SUCCESS(status) && i < PUPPET_QUEUES_MAX; i++)
        if (config->queue[i].dispatch)
            status = puppet_queue_create(puppet.device, i);
    if (NT_SUCCESS(status) && !(config->flags & (NO_INTERFACE | INTERFACE_IN_PREPARE)))
        status = puppet_interface_create(puppet.device);
    if (config->pnp)
        log_event(EVENT_ADDED, 0, 0)->status = status;
    return status;
}
