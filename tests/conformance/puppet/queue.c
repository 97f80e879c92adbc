/* SPDX-License-Identifier: MIT */
/* The tested queues: every callback writes an event, then does what its plan says. */
#include "puppet_driver.h"

/* -- requests ------------------------------------------------------------------------------------------- */

ULONG puppet_tag(WDFREQUEST request)
{
    REQUEST_CONTEXT *context = request_context(request);
    WDF_REQUEST_PARAMETERS parameters;
    ULONG tag = 0;

    if (context && context->tag)
        return context->tag;
    WDF_REQUEST_PARAMETERS_INIT(&parameters);
    WdfRequestGetParameters(request, &parameters);
    if (parameters.Type == WdfRequestTypeRead)
        tag = (ULONG)parameters.Parameters.Read.DeviceOffset;
    else if (parameters.Type == WdfRequestTypeWrite)
        tag = (ULONG)parameters.Parameters.Write.DeviceOffset;
    else if (parameters.Type == WdfRequestTypeDeviceControl)
        tag = ((parameters.Parameters.DeviceIoControl.IoControlCode >> 2) & 0xfff) - 0x800;
    if (context)
        context->tag = tag;
    return tag;
}

static struct puppet_event *presented(enum puppet_event_kind kind, WDFQUEUE queue, WDFREQUEST request)
{
    ULONG tag = puppet_tag(request), number = queue_context(queue)->number;
    struct puppet_event *event = log_event(kind, tag, number);

    event->queue = (uint8_t)number;
    event->more[1] = (ULONG_PTR)request; /* G1 compares handles */
    if (request_context(request))
        request_context(request)->presented++;
    if (tag < PUPPET_TAGS_MAX)
        puppet.request[tag] = request;
    return event;
}

static VOID evt_read(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    presented(EVENT_READ, Queue, Request)->more[0] = Length;
    plan_run(PLAN_QUEUE + queue_context(Queue)->number, Request);
}

static VOID evt_write(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    presented(EVENT_WRITE, Queue, Request)->more[0] = Length;
    plan_run(PLAN_QUEUE + queue_context(Queue)->number, Request);
}

static VOID evt_control(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t InputBufferLength,
                        ULONG IoControlCode)
{
    struct puppet_event *event = presented(EVENT_CONTROL, Queue, Request);

    event->argument = IoControlCode;
    event->more[0] = OutputBufferLength;
    event->more[1] = InputBufferLength;
    plan_run(PLAN_QUEUE + queue_context(Queue)->number, Request);
}

static VOID evt_default(WDFQUEUE Queue, WDFREQUEST Request)
{
    WDF_REQUEST_PARAMETERS parameters;

    WDF_REQUEST_PARAMETERS_INIT(&parameters);
    WdfRequestGetParameters(Request, &parameters);
    presented(parameters.Type == WdfRequestTypeCreate ? EVENT_CREATE_REQUEST : EVENT_DEFAULT, Queue, Request);
    if (!plan_run(PLAN_QUEUE + queue_context(Queue)->number, Request) && parameters.Type == WdfRequestTypeCreate)
        WdfRequestComplete(Request, STATUS_SUCCESS);
}

VOID puppet_evt_cancel(WDFREQUEST Request)
{
    log_event(EVENT_CANCEL, puppet_tag(Request), 0);
    if (!plan_run(PLAN_CANCEL, Request))
        WdfRequestComplete(Request, STATUS_CANCELLED);
}

static VOID evt_canceled_on_queue(WDFQUEUE Queue, WDFREQUEST Request)
{
    log_event(EVENT_CANCELED_ON_QUEUE, puppet_tag(Request), queue_context(Queue)->number);
    if (!plan_run(PLAN_CANCELED, Request))
        WdfRequestComplete(Request, STATUS_CANCELLED);
}

static VOID evt_stop(WDFQUEUE Queue, WDFREQUEST Request, ULONG ActionFlags)
{
    UNREFERENCED_PARAMETER(Queue);
    log_event(EVENT_STOP, request_context(Request)->tag, ActionFlags);
    plan_run(PLAN_STOP, Request);
}

static VOID evt_resume(WDFQUEUE Queue, WDFREQUEST Request)
{
    UNREFERENCED_PARAMETER(Queue);
    log_event(EVENT_RESUME, request_context(Request)->tag, 0);
    plan_run(PLAN_RESUME, Request);
}

VOID puppet_evt_state(WDFQUEUE Queue, WDFCONTEXT Context)
{
    UNREFERENCED_PARAMETER(Context);
    log_event(EVENT_STATE, 0, queue_context(Queue)->number);
    plan_run(PLAN_STATE, NULL);
}

VOID puppet_evt_ready(WDFQUEUE Queue, WDFCONTEXT Context)
{
    UNREFERENCED_PARAMETER(Context);
    log_event(EVENT_READY, 0, queue_context(Queue)->number);
    plan_run(PLAN_READY, NULL);
}

/* -- creation --------------------------------------------------------------------------------------------- */

static NTSTATUS route(WDFDEVICE device, WDFQUEUE queue, ULONG types)
{
    static const struct {
        ULONG bit;
        WDF_REQUEST_TYPE type;
    } routes[] = {{TYPE_CREATE, WdfRequestTypeCreate},
                  {TYPE_READ, WdfRequestTypeRead},
                  {TYPE_WRITE, WdfRequestTypeWrite},
                  {TYPE_CONTROL, WdfRequestTypeDeviceControl}};
    NTSTATUS status = STATUS_SUCCESS;

    for (ULONG i = 0; NT_SUCCESS(status) && i < ARRAYSIZE(routes); i++)
        if (types & routes[i].bit)
            status = WdfDeviceConfigureRequestDispatching(device, queue, routes[i].type);
    return status;
}

static void set_handlers(WDF_IO_QUEUE_CONFIG *config, ULONG handlers)
{
    config->EvtIoRead = handlers & ON_READ ? evt_read : NULL;
    config->EvtIoWrite = handlers & ON_WRITE ? evt_write : NULL;
    config->EvtIoDeviceControl = handlers & ON_CONTROL ? evt_control : NULL;
    config->EvtIoDefault = handlers & ON_DEFAULT ? evt_default : NULL;
    config->EvtIoStop = handlers & ON_STOP ? evt_stop : NULL;
    config->EvtIoResume = handlers & ON_RESUME ? evt_resume : NULL;
    config->EvtIoCanceledOnQueue = handlers & ON_CANCELED ? evt_canceled_on_queue : NULL;
}

NTSTATUS puppet_queue_create(WDFDEVICE device, ULONG number)
{
    const struct puppet_queue_config *wanted = &puppet.config.queue[number];
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    NTSTATUS status;

    if (number == 0 && !wanted->types)
        WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, (WDF_IO_QUEUE_DISPATCH_TYPE)wanted->dispatch);
    else
        WDF_IO_QUEUE_CONFIG_INIT(&config, (WDF_IO_QUEUE_DISPATCH_TYPE)wanted->dispatch);
    set_handlers(&config, wanted->handlers);
    config.AllowZeroLengthRequests = wanted->zero_length;
    if (wanted->power)
        config.PowerManaged = wanted->power == POWER_MANAGED ? WdfTrue : WdfFalse;
    if (wanted->presented)
        config.Settings.Parallel.NumberOfPresentedRequests = wanted->presented;
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, QUEUE_CONTEXT);
    if (wanted->scope)
        attributes.SynchronizationScope = (WDF_SYNCHRONIZATION_SCOPE)wanted->scope;
    if (wanted->level)
        attributes.ExecutionLevel = (WDF_EXECUTION_LEVEL)wanted->level;
    status = WdfIoQueueCreate(device, &config, &attributes, &puppet.queue[number]);
    if (!NT_SUCCESS(status))
        return status;
    queue_context(puppet.queue[number])->number = number;
    return route(device, puppet.queue[number], wanted->types);
}
