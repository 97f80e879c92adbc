/* SPDX-License-Identifier: MIT */
/* What `kmdock status` says of a device's queues. */
#include "wdf/queue.h"

enum { STATUS_REQUESTS_MAX = 8 }; /* owned requests named per queue */

struct printer {
    void (*print)(void *to, const CHAR *format, ...);
    void *to;
};

/* One owned request, copied under the queue's lock. */
struct owned_line {
    WDFREQUEST handle;
    UCHAR major;
    LONG cancel_state;
    LONG flags;
};

static const CHAR *major_name(UCHAR major)
{
    switch (major) {
    case IRP_MJ_CREATE:
        return "create";
    case IRP_MJ_READ:
        return "read";
    case IRP_MJ_WRITE:
        return "write";
    case IRP_MJ_DEVICE_CONTROL:
        return "control";
    case IRP_MJ_INTERNAL_DEVICE_CONTROL:
        return "internal control";
    default:
        return "other";
    }
}

static const CHAR *cancel_name(LONG state)
{
    static const CHAR *const names[] = {"not cancelable", "cancelable", "cancel begun", "cancel called"};

    return names[state];
}

static const CHAR *dispatch_name(WDF_IO_QUEUE_DISPATCH_TYPE type)
{
    switch (type) {
    case WdfIoQueueDispatchSequential:
        return "sequential";
    case WdfIoQueueDispatchParallel:
        return "parallel";
    default:
        return "manual";
    }
}

static ULONG copy_owned(struct queue *queue, struct owned_line *lines)
{
    ULONG count = 0;

    for (LIST_ENTRY *entry = queue->owned.Flink; entry != &queue->owned && count < STATUS_REQUESTS_MAX;
         entry = entry->Flink) {
        const struct request *request = CONTAINING_RECORD(entry, struct request, link);

        lines[count++] =
            (struct owned_line){request_handle(request), request->major, request->cancel_state, request->flags};
    }
    return count;
}

static void print_queue(struct queue *queue, void *context)
{
    const struct printer *out = context;
    struct owned_line lines[STATUS_REQUESTS_MAX];
    ULONG state, waiting, owned, count;
    KIRQL irql;

    KeAcquireSpinLock(&queue->lock, &irql);
    state = queue_state(queue);
    waiting = queue->waiting_count;
    owned = queue->owned_count;
    count = copy_owned(queue, lines);
    KeReleaseSpinLock(&queue->lock, irql);

    out->print(out->to, "  queue %p%s: %s%s, %lu waiting, %lu with the driver;%s%s%s\n", queue_handle(queue),
               queue->config.DefaultQueue ? " (default)" : "", dispatch_name(queue->config.DispatchType),
               queue->power_managed ? ", power-managed" : "", waiting, owned,
               state & WdfIoQueueAcceptRequests ? " accepts" : " accepts nothing",
               state & WdfIoQueueDispatchRequests ? ", dispatches" : ", stopped",
               state & WdfIoQueuePnpHeld ? ", held by power" : "");
    for (ULONG i = 0; i < count; i++)
        out->print(out->to, "    request %p: %s, %s%s\n", lines[i].handle, major_name(lines[i].major),
                   cancel_name(lines[i].cancel_state),
                   lines[i].flags & REQUEST_STOP_ACKED ? ", acknowledged for power-down" : "");
    if (owned > count)
        out->print(out->to, "    and %lu more\n", owned - count);
}

void device_queues_print(struct device_io *io, void (*print)(void *to, const CHAR *format, ...), void *to)
{
    struct printer out = {print, to};

    FX_ASSERT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    device_io_each_queue(io, print_queue, &out);
}
