/* SPDX-License-Identifier: MIT */
/* What a queue's state means, put together from its bits: wdfio/nf-wdfio-wdf_io_queue_idle and its neighbours. */
#define KMDOCK_QUEUE_STATE(State, Set, Clear) ((BOOLEAN)(((ULONG)(State) & ((Set) | (Clear))) == (ULONG)(Set)))

WDF_INLINE BOOLEAN WDF_IO_QUEUE_IDLE(WDF_IO_QUEUE_STATE State)
{
    return KMDOCK_QUEUE_STATE(State, WdfIoQueueNoRequests | WdfIoQueueDriverNoRequests, 0);
}

WDF_INLINE BOOLEAN WDF_IO_QUEUE_READY(WDF_IO_QUEUE_STATE State)
{
    return KMDOCK_QUEUE_STATE(State, WdfIoQueueDispatchRequests | WdfIoQueueAcceptRequests, WdfIoQueuePnpHeld);
}

WDF_INLINE BOOLEAN WDF_IO_QUEUE_STOPPED(WDF_IO_QUEUE_STATE State)
{
    return KMDOCK_QUEUE_STATE(State, WdfIoQueueDriverNoRequests | WdfIoQueueAcceptRequests, WdfIoQueueDispatchRequests);
}

WDF_INLINE BOOLEAN WDF_IO_QUEUE_DRAINED(WDF_IO_QUEUE_STATE State)
{
    return KMDOCK_QUEUE_STATE(State, WdfIoQueueDispatchRequests | WdfIoQueueNoRequests | WdfIoQueueDriverNoRequests,
                              WdfIoQueueAcceptRequests);
}

WDF_INLINE BOOLEAN WDF_IO_QUEUE_PURGED(WDF_IO_QUEUE_STATE State)
{
    return KMDOCK_QUEUE_STATE(State, WdfIoQueueNoRequests | WdfIoQueueDriverNoRequests, WdfIoQueueAcceptRequests);
}
