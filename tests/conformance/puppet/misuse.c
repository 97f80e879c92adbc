/* SPDX-License-Identifier: MIT */
/* Calls that break a rule, each called by its name; tests/conformance/verifier says what must be reported. */
#include "puppet_driver.h"

static VOID stop_own_timer(WDFTIMER Timer)
{
    (void)WdfTimerStop(Timer, TRUE);
}

static VOID delete_own_timer(WDFTIMER Timer)
{
    WdfObjectDelete(Timer);
}

static VOID flush_own_work(WDFWORKITEM WorkItem)
{
    WdfWorkItemFlush(WorkItem);
}

static NTSTATUS passive_timer(PFN_WDF_TIMER callback)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    WDFTIMER timer;
    NTSTATUS status;

    WDF_TIMER_CONFIG_INIT(&config, callback);
    config.AutomaticSerialization = FALSE;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = puppet.device;
    attributes.ExecutionLevel = WdfExecutionLevelPassive;
    status = WdfTimerCreate(&config, &attributes, &timer);
    if (NT_SUCCESS(status))
        WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(1));
    return status;
}

static NTSTATUS timer_stops_itself(WDFREQUEST request)
{
    UNREFERENCED_PARAMETER(request);
    return passive_timer(stop_own_timer);
}

static NTSTATUS timer_deletes_itself(WDFREQUEST request)
{
    UNREFERENCED_PARAMETER(request);
    return passive_timer(delete_own_timer);
}

static NTSTATUS work_flushes_itself(WDFREQUEST request)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_WORKITEM_CONFIG config;
    WDFWORKITEM work;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(request);
    WDF_WORKITEM_CONFIG_INIT(&config, flush_own_work);
    config.AutomaticSerialization = FALSE;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = puppet.device;
    status = WdfWorkItemCreate(&config, &attributes, &work);
    if (NT_SUCCESS(status))
        WdfWorkItemEnqueue(work);
    return status;
}

static NTSTATUS memory_new(WDFMEMORY *ret_memory)
{
    WDF_OBJECT_ATTRIBUTES attributes;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = puppet.device;
    return WdfMemoryCreate(&attributes, NonPagedPoolNx, 'tseT', 8, ret_memory, NULL);
}

static NTSTATUS lock_of_memory(WDFREQUEST request)
{
    WDFMEMORY memory = NULL;
    NTSTATUS status = memory_new(&memory);

    UNREFERENCED_PARAMETER(request);
    if (NT_SUCCESS(status))
        WdfObjectAcquireLock(memory);
    return status;
}

static NTSTATUS dereference_fresh(WDFREQUEST request)
{
    WDFMEMORY memory = NULL;
    NTSTATUS status = memory_new(&memory);

    UNREFERENCED_PARAMETER(request);
    if (NT_SUCCESS(status))
        WdfObjectDereference(memory);
    return status;
}

static NTSTATUS wrong_type(WDFREQUEST request)
{
    UNREFERENCED_PARAMETER(request);
    WdfRequestComplete((WDFREQUEST)puppet.queue[0], STATUS_SUCCESS);
    return STATUS_SUCCESS;
}

static NTSTATUS stale_handle(WDFREQUEST request)
{
    WDFMEMORY memory = NULL;
    NTSTATUS status = memory_new(&memory);

    UNREFERENCED_PARAMETER(request);
    if (!NT_SUCCESS(status))
        return status;
    WdfObjectDelete(memory);
    (void)WdfMemoryGetBuffer(memory, NULL);
    return STATUS_SUCCESS;
}

static NTSTATUS null_parameter(WDFREQUEST request)
{
    return WdfRequestMarkCancelableEx(request, NULL);
}

static NTSTATUS complete_with_memory_referenced(WDFREQUEST request)
{
    WDFMEMORY memory = NULL;
    NTSTATUS status = WdfRequestRetrieveInputMemory(request, &memory);

    if (!NT_SUCCESS(status))
        return status;
    WdfObjectReference(memory);
    WdfRequestComplete(request, STATUS_SUCCESS);
    return STATUS_SUCCESS;
}

static NTSTATUS complete_twice(WDFREQUEST request)
{
    WdfObjectReference(request);
    WdfRequestComplete(request, STATUS_SUCCESS);
    WdfRequestComplete(request, STATUS_SUCCESS);
    return STATUS_SUCCESS;
}

static NTSTATUS use_after_completion(WDFREQUEST request)
{
    WDF_REQUEST_PARAMETERS parameters;

    WdfObjectReference(request);
    WdfRequestComplete(request, STATUS_SUCCESS);
    WDF_REQUEST_PARAMETERS_INIT(&parameters);
    WdfRequestGetParameters(request, &parameters);
    return STATUS_SUCCESS;
}

static NTSTATUS get_parameters(WDFREQUEST request)
{
    WDF_REQUEST_PARAMETERS parameters;

    WDF_REQUEST_PARAMETERS_INIT(&parameters);
    WdfRequestGetParameters(request, &parameters);
    return STATUS_SUCCESS;
}

static NTSTATUS leave_irql_raised(WDFREQUEST request)
{
    KIRQL irql;

    UNREFERENCED_PARAMETER(request);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    return STATUS_SUCCESS;
}

static NTSTATUS leave_critical_region(WDFREQUEST request)
{
    UNREFERENCED_PARAMETER(request);
    KeEnterCriticalRegion();
    return STATUS_SUCCESS;
}

static NTSTATUS delete_the_device(WDFREQUEST request)
{
    UNREFERENCED_PARAMETER(request);
    WdfObjectDelete(puppet.device);
    return STATUS_SUCCESS;
}

static NTSTATUS delete_the_default_queue(WDFREQUEST request)
{
    UNREFERENCED_PARAMETER(request);
    WdfObjectDelete(puppet.queue[0]);
    return STATUS_SUCCESS;
}

static NTSTATUS spin_lock_twice(WDFREQUEST request)
{
    WDFSPINLOCK lock = NULL;

    UNREFERENCED_PARAMETER(request);
    WdfSpinLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock);
    WdfSpinLockAcquire(lock);
    WdfSpinLockAcquire(lock);
    return STATUS_SUCCESS;
}

static NTSTATUS wait_lock_at_dispatch(WDFREQUEST request)
{
    WDFWAITLOCK lock = NULL;
    LONGLONG at_once = 0;
    KIRQL irql;

    UNREFERENCED_PARAMETER(request);
    WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    return WdfWaitLockAcquire(lock, &at_once);
}

static NTSTATUS spin_lock_of_nobody(WDFREQUEST request)
{
    WDFSPINLOCK lock = NULL;

    UNREFERENCED_PARAMETER(request);
    WdfSpinLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &lock);
    WdfSpinLockRelease(lock);
    return STATUS_SUCCESS;
}

static NTSTATUS timer_create_for_nothing(WDFREQUEST request)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    WDFTIMER timer;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(request);
    WDF_TIMER_CONFIG_INIT(&config, stop_own_timer);
    config.UseHighResolutionTimer = WdfTrue;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = puppet.device;
    status = WdfTimerCreate(&config, &attributes, &timer);
    if (NT_SUCCESS(status))
        WdfTimerStart(timer, WDF_ABS_TIMEOUT_IN_MS(1)); /* O12: high resolution takes relative times only */
    return status;
}

static const struct {
    const char *name;
    NTSTATUS (*run)(WDFREQUEST request);
} misuses[] = {
    {"timer stops itself", timer_stops_itself},
    {"timer deletes itself", timer_deletes_itself},
    {"work flushes itself", work_flushes_itself},
    {"lock of memory", lock_of_memory},
    {"dereference fresh", dereference_fresh},
    {"wrong type", wrong_type},
    {"stale handle", stale_handle},
    {"null parameter", null_parameter},
    {"complete with memory referenced", complete_with_memory_referenced},
    {"complete twice", complete_twice},
    {"use after completion", use_after_completion},
    {"get parameters", get_parameters},
    {"leave irql raised", leave_irql_raised},
    {"leave critical region", leave_critical_region},
    {"delete the device", delete_the_device},
    {"delete the default queue", delete_the_default_queue},
    {"wait lock at dispatch", wait_lock_at_dispatch},
    {"spin lock twice", spin_lock_twice},
    {"spin lock of nobody", spin_lock_of_nobody},
    {"absolute high resolution timer", timer_create_for_nothing},
};

NTSTATUS misuse(const struct puppet_op *op, WDFREQUEST request)
{
    for (ULONG i = 0; i < ARRAYSIZE(misuses); i++)
        if (strcmp(misuses[i].name, op->name) == 0)
            return misuses[i].run(request);
    return STATUS_NOT_FOUND;
}
