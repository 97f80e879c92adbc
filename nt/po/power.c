/* SPDX-License-Identifier: MIT */
/* Power IRPs. Pages: wdm/nf-wdm-porequestpowerirp, kernel/irp-mn-set-power, kernel/calling-postartnextpowerirp. */
#include "nt/po/po.h"
#include "nt/ex/ex.h"
#include "nt/rtl/format.h"

/* One PoRequestPowerIrp under way. */
struct power_request {
    LIST_ENTRY link; /* io_device.power_waiting of the bottom while it waits */
    WORK_QUEUE_ITEM work;
    PDEVICE_OBJECT device; /* whom the completion function is told */
    PDEVICE_OBJECT bottom; /* referenced */
    struct io_packet *packet;
    PREQUEST_POWER_COMPLETE done;
    PVOID context;
    POWER_STATE state;
    UCHAR minor;
    POWER_STATE_TYPE type;
};

static void start_next(PDEVICE_OBJECT bottom, POWER_STATE_TYPE type);

static void request_done(struct io_packet *packet, PVOID context)
{
    struct power_request *request = context;
    PDEVICE_OBJECT bottom = request->bottom;
    struct io_device *extension = IO_DEVICE(bottom);
    IO_STATUS_BLOCK result = packet->irp.IoStatus;
    if (request->minor == IRP_MN_SET_POWER && request->type == DevicePowerState && NT_SUCCESS(result.Status) &&
        extension->node != NULL)
        extension->node->power = request->state.DeviceState;
    BOOLEAN serial = request->minor != IRP_MN_WAIT_WAKE;
    POWER_STATE_TYPE type = request->type;
    if (serial)
        extension->power_busy[type] = FALSE;
    if (request->done != NULL)
        request->done(request->device, request->minor, request->state, request->context, &result);
    ex_free(request);
    if (serial)
        start_next(bottom, type);
    ob_dereference(bottom);
}

static void send(struct power_request *request)
{
    PDEVICE_OBJECT top = io_device_top(request->bottom);
    /* The packet was made for the stack as it was: one that grew meanwhile has one location too few. */
    if (top->StackSize > request->packet->irp.StackCount)
        nt_bugcheck(0x35, (ULONG_PTR)&request->packet->irp, 0, 0, 0, NULL, &request->packet->irp,
                    "A device was attached to a stack while a power IRP for it was waiting.");
    IofCallDriver(top, &request->packet->irp);
}

static VOID NTAPI send_later(PVOID parameter)
{
    send(parameter);
}

/* Pageable stacks get their power IRPs at PASSIVE_LEVEL; all of ours may be, so every one does. */
static void dispatch(struct power_request *request)
{
    if (nt_irql() == PASSIVE_LEVEL) {
        send(request);
        return;
    }
    ExInitializeWorkItem(&request->work, send_later, request);
    ex_work_queue(&request->work);
}

static void start_next(PDEVICE_OBJECT bottom, POWER_STATE_TYPE type)
{
    struct io_device *extension = IO_DEVICE(bottom);
    if (extension->power_busy[type] || IsListEmpty(&extension->power_waiting[type]))
        return;
    struct power_request *request =
        CONTAINING_RECORD(RemoveHeadList(&extension->power_waiting[type]), struct power_request, link);
    extension->power_busy[type] = TRUE;
    /* Not from inside the last one's completion: its completion routines are still on the stack. */
    ExInitializeWorkItem(&request->work, send_later, request);
    ex_work_queue(&request->work);
}

static struct power_request *request_make(PDEVICE_OBJECT device, UCHAR minor, POWER_STATE state, POWER_STATE_TYPE type)
{
    struct power_request *request = ex_alloc_zeroed(sizeof *request, IO_TAG);
    if (request == NULL)
        return NULL;
    request->packet = io_kernel_packet(io_device_top(device), IRP_MJ_POWER, minor);
    if (request->packet == NULL) {
        ex_free(request);
        return NULL;
    }
    request->device = device;
    request->bottom = io_device_bottom(device);
    request->state = state;
    request->minor = minor;
    request->type = type;
    ob_reference(request->bottom);
    request->packet->done = request_done;
    request->packet->context = request;
    request->packet->irp.IoStatus.Status = STATUS_NOT_SUPPORTED;
    PIO_STACK_LOCATION stack = IoGetNextIrpStackLocation(&request->packet->irp);
    if (minor == IRP_MN_WAIT_WAKE) {
        stack->Parameters.WaitWake.PowerState = state.SystemState;
    } else {
        stack->Parameters.Power.Type = type;
        stack->Parameters.Power.State = state;
        stack->Parameters.Power.ShutdownType = PowerActionNone;
    }
    return request;
}

static NTSTATUS submit(struct power_request *request, PIRP *ret_irp)
{
    struct io_device *extension = IO_DEVICE(request->bottom);
    if (ret_irp != NULL)
        *ret_irp = &request->packet->irp;
    if (request->minor == IRP_MN_WAIT_WAKE) {
        dispatch(request);
    } else if (extension->power_busy[request->type]) {
        InsertTailList(&extension->power_waiting[request->type], &request->link);
    } else {
        extension->power_busy[request->type] = TRUE;
        dispatch(request);
    }
    return STATUS_PENDING;
}

/* wdm/nf-wdm-porequestpowerirp. IRQL <= DISPATCH_LEVEL. */
NTSTATUS NTAPI PoRequestPowerIrp(PDEVICE_OBJECT DeviceObject, UCHAR MinorFunction, POWER_STATE PowerState,
                                 PREQUEST_POWER_COMPLETE CompletionFunction, PVOID Context, PIRP *Irp)
{
    nt_irql_at_most(DISPATCH_LEVEL);
    nt_argument(DeviceObject);
    switch (MinorFunction) {
    case IRP_MN_QUERY_POWER:
    case IRP_MN_SET_POWER:
    case IRP_MN_WAIT_WAKE:
        break;
    default:
        return STATUS_INVALID_PARAMETER_2;
    }
    struct power_request *request = request_make(DeviceObject, MinorFunction, PowerState, DevicePowerState);
    if (request == NULL)
        return STATUS_INSUFFICIENT_RESOURCES;
    request->done = CompletionFunction;
    request->context = Context;
    return submit(request, Irp);
}

/* wdm/nf-wdm-posetpowerstate. IRQL <= DISPATCH_LEVEL. Returns the last state. */
POWER_STATE NTAPI PoSetPowerState(PDEVICE_OBJECT DeviceObject, POWER_STATE_TYPE Type, POWER_STATE State)
{
    nt_argument(DeviceObject);
    nt_assert(Type == SystemPowerState || Type == DevicePowerState, "there are two kinds of power states");
    POWER_STATE before = IO_DEVICE(DeviceObject)->power_state[Type];
    IO_DEVICE(DeviceObject)->power_state[Type] = State;
    return before;
}

/* wdm/nf-wdm-postartnextpowerirp (ntifs). IRQL <= DISPATCH_LEVEL. Since Windows Vista the power manager needs no
 * telling. */
VOID NTAPI PoStartNextPowerIrp(PIRP Irp)
{
    nt_argument(Irp);
}

/* wdm/nf-wdm-poregisterdeviceforidledetection (ntifs). IRQL <= APC_LEVEL. The stack is never found idle here. */
PULONG NTAPI PoRegisterDeviceForIdleDetection(PDEVICE_OBJECT DeviceObject, ULONG ConservationIdleTime,
                                              ULONG PerformanceIdleTime, DEVICE_POWER_STATE State)
{
    (void)State;
    nt_argument(DeviceObject);
    if (ConservationIdleTime == 0 && PerformanceIdleTime == 0)
        return NULL;
    return &IO_DEVICE(DeviceObject)->idle_count;
}

/* wdm/nf-wdm-posetdevicebusyex. IRQL: any. */
VOID NTAPI PoSetDeviceBusyEx(PULONG IdlePointer)
{
    if (IdlePointer != NULL)
        *IdlePointer = 0;
}

/* wdm/nf-wdm-postartdevicebusy. IRQL: any. */
VOID NTAPI PoStartDeviceBusy(PULONG IdlePointer)
{
    PoSetDeviceBusyEx(IdlePointer);
}

/* wdm/nf-wdm-poenddevicebusy. IRQL: any. */
VOID NTAPI PoEndDeviceBusy(PULONG IdlePointer)
{
    PoSetDeviceBusyEx(IdlePointer);
}

/* -- the operator's power command -- */

const char *po_device_state_name(DEVICE_POWER_STATE state)
{
    static const char *const names[] = {"-", "D0", "D1", "D2", "D3"};
    return (unsigned)state < nt_countof(names) ? names[state] : "?";
}

struct operator_wait {
    KEVENT event;
    IO_STATUS_BLOCK result;
};

static VOID NTAPI operator_done(PDEVICE_OBJECT DeviceObject, UCHAR MinorFunction, POWER_STATE PowerState, PVOID Context,
                                PIO_STATUS_BLOCK IoStatus)
{
    (void)DeviceObject, (void)MinorFunction, (void)PowerState;
    struct operator_wait *wait = Context;
    wait->result = *IoStatus;
    KeSetEvent(&wait->event, IO_NO_INCREMENT, FALSE);
}

NTSTATUS po_device_set(struct pnp_node *node, DEVICE_POWER_STATE state, char *text, size_t text_bytes)
{
    text[0] = 0;
    pnp_begin(node);
    NTSTATUS status = STATUS_SUCCESS;
    if (node->state != PNP_STARTED) {
        rtl_format(text, text_bytes, "%s is %s: only a started device changes its power state.", node->instance,
                   pnp_state_name(node->state));
        status = STATUS_INVALID_DEVICE_STATE;
    } else if (node->power != state) {
        struct operator_wait wait;
        KeInitializeEvent(&wait.event, NotificationEvent, FALSE);
        POWER_STATE wanted = {.DeviceState = state};
        node->powering = TRUE;
        status = PoRequestPowerIrp(node->pdo, IRP_MN_SET_POWER, wanted, operator_done, &wait, NULL);
        if (status == STATUS_PENDING) {
            KeWaitForSingleObject(&wait.event, Executive, KernelMode, FALSE, NULL);
            status = wait.result.Status;
        }
        if (!NT_SUCCESS(status))
            rtl_format(text, text_bytes, "%s did not enter %s: its stack failed IRP_MN_SET_POWER with status 0x%08x.",
                       node->instance, po_device_state_name(state), (unsigned)status);
    }
    pnp_end(node);
    return status;
}
