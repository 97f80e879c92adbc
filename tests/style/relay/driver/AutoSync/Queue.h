/*++ SPDX-License-Identifier: MIT
   Queue.h
--*/

#define RELAY_BUFFER_TAG    'wal1'
#define RELAY_NOTHING       ((ULONG_PTR) 0L)

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _RELAY_QUEUE {

    _Field_size_bytes_opt_(Latest_Length)
    PVOID       Latest;
    ULONG       Latest_Length;

    WDFTIMER    Ticker;

    // What the next tick completes, and how
    WDFREQUEST  Held;
    NTSTATUS    HeldStatus;

} RELAY_QUEUE, *PRELAY_QUEUE;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(RELAY_QUEUE, RelayQueueOf)

NTSTATUS
RelayMakeQueue(
    WDFDEVICE hDevice
    );

NTSTATUS
RelayMakeTicker(
    IN WDFQUEUE             Queue,
    IN ULONG                Milliseconds,
    OUT WDFTIMER * OPTIONAL Ticker
    );

EVT_WDF_IO_QUEUE_CONTEXT_DESTROY_CALLBACK RelayForget;

EVT_WDF_IO_QUEUE_IO_READ    RelayOnRead;
EVT_WDF_IO_QUEUE_IO_WRITE   RelayOnWrite;
EVT_WDF_REQUEST_CANCEL      RelayOnCancel;
EVT_WDF_TIMER               RelayOnTick;

#ifdef __cplusplus
}
#endif
