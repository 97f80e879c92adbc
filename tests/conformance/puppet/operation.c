/* SPDX-License-Identifier: MIT */
/* What the driver can be told to do: PUPPET_OPERATIONS of puppet.h. */
#include "puppet_driver.h"

static KSEMAPHORE releases;
static CHAR plan_text[PUPPET_TEXT_BYTES]; /* what checks in plans complained of */

void operations_start(void)
{
    KeInitializeSemaphore(&releases, 0, PUPPET_EVENTS_MAX);
}

static void do_block(void)
{
    LARGE_INTEGER at_once = {.QuadPart = 0};

    if (KeGetCurrentIrql() < DISPATCH_LEVEL) {
        (void)KeWaitForSingleObject(&releases, Executive, KernelMode, FALSE, NULL);
        return;
    }
    while (KeWaitForSingleObject(&releases, Executive, KernelMode, FALSE, &at_once) != STATUS_SUCCESS)
        KeStallExecutionProcessor(1);
}

/* -- requests --------------------------------------------------------------------------------------------- */

static NTSTATUS do_finish(WDFREQUEST request, const struct puppet_op *op)
{
    NTSTATUS status = WdfRequestUnmarkCancelable(request);

    if (NT_SUCCESS(status))
        WdfRequestCompleteWithInformation(request, op->status, (ULONG_PTR)op->information);
    return status;
}

static ULONG64 queue_number(WDFQUEUE queue)
{
    for (ULONG i = 0; queue && i < PUPPET_QUEUES_MAX; i++)
        if (puppet.queue[i] == queue)
            return i;
    return PUPPET_QUEUES_MAX;
}

/* FALSE: it is no operation on a request. */
static BOOLEAN request_operation(const struct puppet_op *op, WDFREQUEST request, struct puppet_result *result)
{
    switch (op->code) {
    case OP_COMPLETE:
        WdfRequestCompleteWithInformation(request, op->status, (ULONG_PTR)op->information);
        return TRUE;
    case OP_MARK:
        WdfRequestMarkCancelable(request, puppet_evt_cancel);
        return TRUE;
    case OP_MARK_EX:
        result->status = WdfRequestMarkCancelableEx(request, puppet_evt_cancel);
        return TRUE;
    case OP_UNMARK:
        result->status = WdfRequestUnmarkCancelable(request);
        return TRUE;
    case OP_IS_CANCELED:
        result->value = WdfRequestIsCanceled(request);
        return TRUE;
    case OP_FORWARD:
        result->status = WdfRequestForwardToIoQueue(request, puppet.queue[op->queue]);
        return TRUE;
    case OP_REQUEUE:
        result->status = WdfRequestRequeue(request);
        return TRUE;
    case OP_STOP_ACKNOWLEDGE:
        WdfRequestStopAcknowledge(request, op->information != 0);
        return TRUE;
    case OP_COMPLETE_IF_UNMARKED:
        result->status = do_finish(request, op);
        return TRUE;
    case OP_DEREFERENCE:
        WdfObjectDereference(request);
        return TRUE;
    case OP_GET_QUEUE:
        result->value = queue_number(WdfRequestGetIoQueue(request));
        return TRUE;
    case OP_GET_FILE:
        result->value = WdfRequestGetFileObject(request) != NULL;
        return TRUE;
    case OP_ENQUEUE:
        result->status = WdfDeviceEnqueueRequest(puppet.device, request);
        return TRUE;
    case OP_MISUSE:
        result->status = misuse(op, request);
        return TRUE;
    default:
        return FALSE;
    }
}

/* -- queues --------------------------------------------------------------------------------------------- */

static ULONG64 get_state(WDFQUEUE queue)
{
    ULONG queued = 0, owned = 0;
    ULONG state = (ULONG)WdfIoQueueGetState(queue, &queued, &owned);

    return state | (ULONG64)queued << 8 | (ULONG64)owned << 16;
}

static BOOLEAN state_operation(const struct puppet_op *op, WDFQUEUE queue, struct puppet_result *result)
{
    PFN_WDF_IO_QUEUE_STATE callback = op->flags & OP_CALLBACK ? puppet_evt_state : NULL;
    WDFCONTEXT context = callback ? &puppet : NULL;

    switch (op->code) {
    case OP_GET_STATE:
        result->value = get_state(queue);
        return TRUE;
    case OP_START:
        WdfIoQueueStart(queue);
        return TRUE;
    case OP_STOP:
        WdfIoQueueStop(queue, callback, context);
        return TRUE;
    case OP_DRAIN:
        WdfIoQueueDrain(queue, callback, context);
        return TRUE;
    case OP_PURGE:
        WdfIoQueuePurge(queue, callback, context);
        return TRUE;
    case OP_STOP_AND_PURGE:
        WdfIoQueueStopAndPurge(queue, callback, context);
        return TRUE;
    case OP_STOP_SYNC:
        WdfIoQueueStopSynchronously(queue);
        return TRUE;
    case OP_DRAIN_SYNC:
        WdfIoQueueDrainSynchronously(queue);
        return TRUE;
    case OP_PURGE_SYNC:
        WdfIoQueuePurgeSynchronously(queue);
        return TRUE;
    case OP_STOP_AND_PURGE_SYNC:
        WdfIoQueueStopAndPurgeSynchronously(queue);
        return TRUE;
    default:
        return FALSE;
    }
}

/* A request that came by another way than a handler is known by its tag from now on. */
static void retrieved(NTSTATUS status, WDFREQUEST request, struct puppet_result *result)
{
    result->status = status;
    if (!NT_SUCCESS(status))
        return;
    result->value = puppet_tag(request);
    if (result->value < PUPPET_TAGS_MAX)
        puppet.request[result->value] = request;
}

static void do_find(const struct puppet_op *op, WDFQUEUE queue, struct puppet_result *result)
{
    WDFREQUEST after = op->tag && !(op->flags & OP_SAME_FILE) ? puppet.request[op->tag] : NULL, found = NULL;
    WDFFILEOBJECT file = op->flags & OP_SAME_FILE ? WdfRequestGetFileObject(puppet.request[op->tag]) : NULL;

    NTSTATUS status = WdfIoQueueFindRequest(queue, after, file, NULL, &found);

    retrieved(status, found, result);
    if (NT_SUCCESS(result->status) && !(op->flags & OP_REFERENCE))
        WdfObjectDereference(found); /* F4: the reference that the search has taken */
}

static BOOLEAN retrieve_operation(const struct puppet_op *op, WDFQUEUE queue, struct puppet_result *result)
{
    WDFREQUEST request = NULL;
    NTSTATUS status;

    switch (op->code) {
    case OP_RETRIEVE:
        status = WdfIoQueueRetrieveNextRequest(queue, &request);
        retrieved(status, request, result);
        return TRUE;
    case OP_RETRIEVE_BY_FILE:
        status =
            WdfIoQueueRetrieveRequestByFileObject(queue, WdfRequestGetFileObject(puppet.request[op->tag]), &request);
        retrieved(status, request, result);
        return TRUE;
    case OP_FIND:
        do_find(op, queue, result);
        return TRUE;
    case OP_RETRIEVE_FOUND:
        status = WdfIoQueueRetrieveFoundRequest(queue, puppet.request[op->tag], &request);
        retrieved(status, request, result);
        return TRUE;
    case OP_READY_NOTIFY:
        result->status = WdfIoQueueReadyNotify(queue, op->information ? puppet_evt_ready : NULL, NULL);
        return TRUE;
    default:
        return FALSE;
    }
}

/* -- the rest ------------------------------------------------------------------------------------------- */

static WDFOBJECT lock_of(const struct puppet_op *op)
{
    return op->queue < PUPPET_QUEUES_MAX ? (WDFOBJECT)puppet.queue[op->queue] : (WDFOBJECT)puppet.device;
}

static VOID evt_timer(WDFTIMER Timer)
{
    log_event(EVENT_TIMER, 0, queue_context(WdfTimerGetParentObject(Timer))->number);
}

/* At the level of the device, which a serialised timer must have. */
static NTSTATUS do_timer(const struct puppet_op *op)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    WDFTIMER timer;
    NTSTATUS status;

    WDF_TIMER_CONFIG_INIT(&config, evt_timer);
    config.AutomaticSerialization = (op->flags & OP_CALLBACK) != 0;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = puppet.queue[op->queue];
    if (puppet.config.level == LEVEL_PASSIVE)
        attributes.ExecutionLevel = WdfExecutionLevelPassive;
    status = WdfTimerCreate(&config, &attributes, &timer);
    if (NT_SUCCESS(status))
        WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_MS(op->information));
    return status;
}

/* A read that no file was opened for, as another driver would send it. */
static NTSTATUS do_send(const struct puppet_op *op)
{
    LARGE_INTEGER offset = {.QuadPart = op->queue};
    IO_STATUS_BLOCK io_status;
    UCHAR data[8] = {0};
    PDEVICE_OBJECT top;
    KEVENT event;
    NTSTATUS status;
    PIRP irp;

    KeInitializeEvent(&event, NotificationEvent, FALSE);
    top = IoGetAttachedDeviceReference(WdfDeviceWdmGetDeviceObject(puppet.device));
    irp = IoBuildSynchronousFsdRequest(IRP_MJ_READ, top, data, sizeof(data), &offset, &event, &io_status);
    status = irp ? IoCallDriver(top, irp) : STATUS_INSUFFICIENT_RESOURCES;
    if (status == STATUS_PENDING) {
        KeWaitForSingleObject(&event, Executive, KernelMode, FALSE, NULL);
        status = io_status.Status;
    }
    ObDereferenceObject(top);
    return status;
}

static void other_operation(const struct puppet_op *op, WDFREQUEST request, struct puppet_result *result)
{
    switch (op->code) {
    case OP_BLOCK:
        do_block();
        break;
    case OP_RELEASE:
        KeReleaseSemaphore(&releases, IO_NO_INCREMENT, 1, FALSE);
        break;
    case OP_CHECK:
        check_run_named(op->name, request, result);
        break;
    case OP_TEXT:
        RtlCopyMemory(result->text, plan_text, sizeof(plan_text));
        plan_text[0] = 0;
        break;
    case OP_INTERFACE:
        result->status = puppet_interface_create(puppet.device);
        break;
    case OP_INTERFACE_STATE:
        WdfDeviceSetDeviceInterfaceState(puppet.device, &puppet_interface, NULL, op->information != 0);
        break;
    case OP_ACQUIRE:
        WdfObjectAcquireLock(lock_of(op));
        break;
    case OP_UNLOCK:
        WdfObjectReleaseLock(lock_of(op));
        break;
    case OP_FAIL:
        puppet.fail = (ULONG)op->information;
        break;
    case OP_TIMER:
        result->status = do_timer(op);
        break;
    case OP_SEND:
        result->status = do_send(op);
        break;
    case OP_LOG:
        log_event(EVENT_LOG, 0, op->queue);
        break;
    default:
        result->status = STATUS_NOT_IMPLEMENTED;
    }
}

static BOOLEAN is_on_request(ULONG code)
{
    return (code >= OP_COMPLETE && code <= OP_GET_FILE) || code == OP_MISUSE || code == OP_ENQUEUE;
}

void operation_run(const struct puppet_op *op, WDFREQUEST at_hand, struct puppet_result *ret_result)
{
    WDFREQUEST request = op->tag && op->tag < PUPPET_TAGS_MAX ? puppet.request[op->tag] : at_hand;
    WDFQUEUE queue = op->queue < PUPPET_QUEUES_MAX ? puppet.queue[op->queue] : NULL;
    ULONG tag = op->tag;
    KIRQL irql = PASSIVE_LEVEL;

    ret_result->status = STATUS_SUCCESS;
    ret_result->value = 0;
    if ((op->flags & (OP_LOGGED | OP_REFERENCE)) && request && is_on_request(op->code)) {
        if (op->flags & OP_LOGGED)
            tag = puppet_tag(request);
        if (op->flags & OP_REFERENCE)
            WdfObjectReference(request);
    }
    if (op->flags & OP_AT_DISPATCH)
        KeRaiseIrql(DISPATCH_LEVEL, &irql);
    if (is_on_request(op->code) ? !request_operation(op, request, ret_result)
                                : !state_operation(op, queue, ret_result) && !retrieve_operation(op, queue, ret_result))
        other_operation(op, request, ret_result);
    if (op->flags & OP_AT_DISPATCH)
        KeLowerIrql(irql);
    if (op->flags & OP_LOGGED) {
        const BOOLEAN found = op->code >= OP_RETRIEVE && op->code <= OP_RETRIEVE_FOUND;
        struct puppet_event *event = log_event(EVENT_DID, found ? (ULONG)ret_result->value : tag, op->code);

        event->status = ret_result->status;
        event->more[0] = ret_result->value;
    }
}

/* -- plans ---------------------------------------------------------------------------------------------- */

BOOLEAN plan_is_set(ULONG of)
{
    return puppet.planned[of];
}

BOOLEAN plan_run(ULONG of, WDFREQUEST at_hand)
{
    struct puppet_plan plan;
    struct puppet_result result;

    if (!puppet.planned[of])
        return FALSE;
    plan = puppet.plan[of];
    if (plan.times && --puppet.plan[of].times == 0)
        puppet.planned[of] = FALSE;
    for (ULONG i = 0; i < PUPPET_OPS_MAX && plan.op[i].code; i++) {
        if (plan.op[i].only && at_hand && puppet_tag(at_hand) != plan.op[i].only)
            continue;
        result.text[0] = 0;
        operation_run(&plan.op[i], at_hand, &result);
        if (result.text[0])
            RtlStringCbCatA(plan_text, sizeof(plan_text), result.text);
    }
    return TRUE;
}
