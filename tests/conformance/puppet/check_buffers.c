/* SPDX-License-Identifier: MIT */
/* Checks on a request that the driver holds: buffers, memory objects, completion. The request stays as it was. */
#include "puppet_driver.h"

/* buffer-descriptions-for-i-o-control-codes.md; the request: METHOD_BUFFERED, 8 bytes in, 16 out. */
CHECK(K1_buffered)
{
    PVOID in = NULL, out = NULL;
    size_t in_bytes = 0, out_bytes = 0;

    EXPECT_STATUS(WdfRequestRetrieveInputBuffer(run->request, 1, &in, &in_bytes), STATUS_SUCCESS);
    EXPECT_STATUS(WdfRequestRetrieveOutputBuffer(run->request, 1, &out, &out_bytes), STATUS_SUCCESS);
    EXPECT(in == out);
    EXPECT(in_bytes == 8 && out_bytes == 16);
    EXPECT(in == WdfRequestWdmGetIrp(run->request)->AssociatedIrp.SystemBuffer);
}

/* METHOD_OUT_DIRECT, 8 bytes in, 16 out. */
CHECK(K1_out_direct)
{
    PVOID in = NULL, out = NULL;
    PMDL mdl = NULL;

    EXPECT_STATUS(WdfRequestRetrieveInputBuffer(run->request, 8, &in, NULL), STATUS_SUCCESS);
    EXPECT_STATUS(WdfRequestRetrieveOutputBuffer(run->request, 16, &out, NULL), STATUS_SUCCESS);
    EXPECT(in != out);
    EXPECT(in == WdfRequestWdmGetIrp(run->request)->AssociatedIrp.SystemBuffer);
    EXPECT_STATUS(WdfRequestRetrieveOutputWdmMdl(run->request, &mdl), STATUS_SUCCESS);
    EXPECT(mdl == WdfRequestWdmGetIrp(run->request)->MdlAddress);
    /* Z10 in docs/decisions.md */
    EXPECT_STATUS(WdfRequestRetrieveInputWdmMdl(run->request, &mdl), STATUS_SUCCESS);
    EXPECT(mdl && mdl != WdfRequestWdmGetIrp(run->request)->MdlAddress);
    EXPECT(mdl && MmGetMdlVirtualAddress(mdl) == in && MmGetMdlByteCount(mdl) == 8);
}

/* nf-wdfrequest-wdfrequestretrieveinputbuffer.md; the request: a read of 8 bytes. */
CHECK(K2_read)
{
    PVOID buffer = NULL;
    size_t bytes = 0;

    EXPECT_STATUS(WdfRequestRetrieveInputBuffer(run->request, 1, &buffer, NULL), STATUS_INVALID_DEVICE_REQUEST);
    EXPECT_STATUS(WdfRequestRetrieveOutputBuffer(run->request, 1, &buffer, &bytes), STATUS_SUCCESS);
    EXPECT(bytes == 8);
}

CHECK(K2_write)
{
    PVOID buffer = NULL;
    size_t bytes = 0;

    EXPECT_STATUS(WdfRequestRetrieveOutputBuffer(run->request, 1, &buffer, NULL), STATUS_INVALID_DEVICE_REQUEST);
    EXPECT_STATUS(WdfRequestRetrieveInputBuffer(run->request, 1, &buffer, &bytes), STATUS_SUCCESS);
    EXPECT(bytes == 8);
}

/* METHOD_NEITHER from user mode. */
CHECK(K3_neither)
{
    PVOID buffer = NULL;

    EXPECT(WdfRequestGetRequestorMode(run->request) == UserMode);
    EXPECT_STATUS(WdfRequestRetrieveInputBuffer(run->request, 1, &buffer, NULL), STATUS_INVALID_DEVICE_REQUEST);
    EXPECT_STATUS(WdfRequestRetrieveOutputBuffer(run->request, 1, &buffer, NULL), STATUS_INVALID_DEVICE_REQUEST);
}

/* A read of 8 bytes. */
CHECK(K4_too_small)
{
    PVOID buffer = NULL;

    EXPECT_STATUS(WdfRequestRetrieveOutputBuffer(run->request, 9, &buffer, NULL), STATUS_BUFFER_TOO_SMALL);
    EXPECT_STATUS(WdfRequestRetrieveOutputBuffer(run->request, 8, &buffer, NULL), STATUS_SUCCESS);
}

/* nf-wdfrequest-wdfrequestretrieveinputmemory.md; a write of 1 byte. */
CHECK(K5_one_byte)
{
    WDFMEMORY memory = NULL, again = NULL;
    size_t bytes = 0;

    EXPECT_STATUS(WdfRequestRetrieveInputMemory(run->request, &memory), STATUS_SUCCESS);
    EXPECT(memory && WdfMemoryGetBuffer(memory, &bytes) && bytes == 1);
    EXPECT_STATUS(WdfRequestRetrieveInputMemory(run->request, &again), STATUS_SUCCESS);
    EXPECT(memory == again);
}

/* A write of 0 bytes to a queue that allows it. D4 is the same for the buffer. */
CHECK(D4_K5_no_byte)
{
    WDFMEMORY memory = NULL;
    PVOID buffer = NULL;

    EXPECT_STATUS(WdfRequestRetrieveInputBuffer(run->request, 0, &buffer, NULL), STATUS_BUFFER_TOO_SMALL);
    EXPECT_STATUS(WdfRequestRetrieveInputMemory(run->request, &memory), STATUS_BUFFER_TOO_SMALL);
}

/* wdm-equivalents-for-kmdf-buffer-pointers.md; a read of 8 bytes, buffered. */
CHECK(K6_buffered)
{
    PVOID buffer = NULL;
    PMDL mdl = NULL;

    EXPECT_STATUS(WdfRequestRetrieveOutputBuffer(run->request, 1, &buffer, NULL), STATUS_SUCCESS);
    EXPECT_STATUS(WdfRequestRetrieveOutputWdmMdl(run->request, &mdl), STATUS_SUCCESS);
    EXPECT(mdl && MmGetMdlVirtualAddress(mdl) == buffer && MmGetMdlByteCount(mdl) == 8);
}

/* The same of a direct device. */
CHECK(K6_direct)
{
    PVOID buffer = NULL;
    PMDL mdl = NULL;

    EXPECT_STATUS(WdfRequestRetrieveOutputWdmMdl(run->request, &mdl), STATUS_SUCCESS);
    EXPECT(mdl && mdl == WdfRequestWdmGetIrp(run->request)->MdlAddress && MmGetMdlByteCount(mdl) == 8);
    EXPECT_STATUS(WdfRequestRetrieveOutputBuffer(run->request, 8, &buffer, NULL), STATUS_SUCCESS);
    EXPECT(mdl && buffer == MmGetSystemAddressForMdlSafe(mdl, NormalPagePriority));
}

/* nf-wdfrequest-wdfrequestretrieveunsafeuserinputbuffer.md; not in EvtIoInCallerContext. */
CHECK(K8_not_in_caller_context)
{
    PVOID buffer = NULL;

    EXPECT_STATUS(WdfRequestRetrieveUnsafeUserInputBuffer(run->request, 1, &buffer, NULL),
                  STATUS_INVALID_DEVICE_REQUEST);
    EXPECT_STATUS(WdfRequestRetrieveUnsafeUserOutputBuffer(run->request, 1, &buffer, NULL),
                  STATUS_INVALID_DEVICE_REQUEST);
}

/* In EvtIoInCallerContext of METHOD_NEITHER, 8 bytes in, 16 out: "neither in" and 16 bytes of the caller's. */
CHECK(K8_K9_in_caller_context)
{
    WDFMEMORY memory = NULL;
    PVOID in = NULL, out = NULL;
    size_t bytes = 0;

    EXPECT_STATUS(WdfRequestRetrieveUnsafeUserInputBuffer(run->request, 9, &in, NULL), STATUS_BUFFER_TOO_SMALL);
    EXPECT_STATUS(WdfRequestRetrieveUnsafeUserInputBuffer(run->request, 8, &in, &bytes), STATUS_SUCCESS);
    EXPECT(in && bytes == 8 && ((UCHAR *)in)[0] == 'n');
    EXPECT_STATUS(WdfRequestRetrieveUnsafeUserOutputBuffer(run->request, 16, &out, &bytes), STATUS_SUCCESS);
    EXPECT(bytes == 16);
    EXPECT_STATUS(WdfRequestProbeAndLockUserBufferForRead(run->request, in, 0, &memory), STATUS_INVALID_USER_BUFFER);
    EXPECT_STATUS(WdfRequestProbeAndLockUserBufferForRead(run->request, in, 8, &memory), STATUS_SUCCESS);
    EXPECT(memory && ((UCHAR *)WdfMemoryGetBuffer(memory, &bytes))[0] == 'n' && bytes == 8);
    EXPECT_STATUS(WdfRequestProbeAndLockUserBufferForWrite(run->request, out, 16, &memory), STATUS_SUCCESS);
    if (memory)
        ((UCHAR *)WdfMemoryGetBuffer(memory, NULL))[0] = 'w';
}

/* On a thread of the system process. */
CHECK(K9_in_another_process)
{
    UCHAR byte[8] = {0};
    WDFMEMORY memory = NULL;

    EXPECT_STATUS(WdfRequestProbeAndLockUserBufferForRead(run->request, byte, 8, &memory), STATUS_ACCESS_VIOLATION);
}

CHECK(K9_after_completion)
{
    UCHAR byte[8] = {0};
    WDFMEMORY memory = NULL;

    WdfObjectReference(run->request);
    WdfRequestComplete(run->request, STATUS_SUCCESS);
    EXPECT_STATUS(WdfRequestProbeAndLockUserBufferForRead(run->request, byte, 8, &memory),
                  STATUS_INVALID_DEVICE_REQUEST);
    WdfObjectDereference(run->request);
}

/* A METHOD_BUFFERED control code in EvtIoInCallerContext: not neither I/O. */
CHECK(K8_buffered_in_caller_context)
{
    PVOID buffer = NULL;

    EXPECT_STATUS(WdfRequestRetrieveUnsafeUserInputBuffer(run->request, 1, &buffer, NULL),
                  STATUS_INVALID_DEVICE_REQUEST);
}

/* -- completion: these complete the request ------------------------------------------------------------- */

typedef struct {
    ULONG unused;
} SECOND_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SECOND_CONTEXT, second_context)

static LONG cleanups, destroys;

static VOID count_cleanup(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    cleanups++;
}

static VOID count_destroy(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    destroys++;
}

static void counted_context(WDF_OBJECT_ATTRIBUTES *attributes)
{
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(attributes, SECOND_CONTEXT);
    attributes->EvtCleanupCallback = count_cleanup;
    attributes->EvtDestroyCallback = count_destroy;
    cleanups = destroys = 0;
}

/* nf-wdfrequest-wdfrequestcompletewithinformation.md; a read of at least 5 bytes. */
CHECK(I1_set_information_then_complete)
{
    WdfRequestSetInformation(run->request, 5);
    EXPECT(WdfRequestGetInformation(run->request) == 5);
    WdfRequestComplete(run->request, STATUS_SUCCESS);
}

/* nf-wdfrequest-wdfrequestcompletewithpriorityboost.md */
CHECK(I1_complete_with_boost)
{
    WdfRequestSetInformation(run->request, 5);
    WdfRequestCompleteWithPriorityBoost(run->request, STATUS_SUCCESS, IO_DISK_INCREMENT);
}

/* A read of 8 bytes. nf-wdfrequest-wdfrequestcomplete.md, nf-wdfrequest-wdfrequestgetinformation.md */
CHECK(I2_I3_K7_after_completion)
{
    PVOID buffer = NULL;
    WDFMEMORY memory = NULL;
    PMDL mdl = NULL;

    WdfObjectReference(run->request);
    WdfRequestCompleteWithInformation(run->request, STATUS_SUCCESS, 5);
    EXPECT(WdfRequestGetInformation(run->request) == 0);
    EXPECT_STATUS(WdfRequestRetrieveOutputBuffer(run->request, 1, &buffer, NULL), STATUS_INTERNAL_ERROR);
    EXPECT_STATUS(WdfRequestRetrieveOutputMemory(run->request, &memory), STATUS_INTERNAL_ERROR);
    EXPECT_STATUS(WdfRequestRetrieveOutputWdmMdl(run->request, &mdl), STATUS_INTERNAL_ERROR);
    EXPECT(WdfRequestGetIoQueue(run->request) == NULL); /* G11 */
    WdfObjectDereference(run->request);
}

CHECK(I4_cleanup_at_completion_destroy_at_the_last_reference)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    PVOID context = NULL;

    counted_context(&attributes);
    EXPECT_STATUS(WdfObjectAllocateContext(run->request, &attributes, &context), STATUS_SUCCESS);
    WdfObjectReference(run->request);
    EXPECT(cleanups == 0);
    WdfRequestComplete(run->request, STATUS_SUCCESS);
    EXPECT(cleanups == 1 && destroys == 0);
    WdfObjectDereference(run->request);
    EXPECT(cleanups == 1 && destroys == 1);
}

/* memory-buffer-life-cycle.md; a write. */
CHECK(K10_memory_dies_at_completion)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFMEMORY memory = NULL, child = NULL;
    PVOID context = NULL;

    EXPECT_STATUS(WdfRequestRetrieveInputMemory(run->request, &memory), STATUS_SUCCESS);
    counted_context(&attributes);
    EXPECT_STATUS(WdfObjectAllocateContext(memory, &attributes, &context), STATUS_SUCCESS);
    attributes.ParentObject = run->request;
    EXPECT_STATUS(WdfMemoryCreate(&attributes, NonPagedPoolNx, 'tseT', 16, &child, NULL), STATUS_SUCCESS);
    EXPECT(cleanups == 0);
    WdfRequestComplete(run->request, STATUS_SUCCESS);
    EXPECT(cleanups == 2 && destroys == 2);
}

/* nf-wdfdevice-wdfdeviceinitsetrequestattributes.md */
CHECK(P19_framework_requests_have_the_context)
{
    EXPECT(request_context(run->request) != NULL);
    EXPECT(second_context(run->request) == NULL);
}

CHECK(P19_without_attributes_there_is_no_context)
{
    EXPECT(request_context(run->request) == NULL);
}

static KIRQL timer_cleanup_irql;
static LONG timer_cleanups;

static VOID timer_cleanup(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    timer_cleanup_irql = KeGetCurrentIrql();
    timer_cleanups++;
}

static VOID no_timer(WDFTIMER Timer)
{
    UNREFERENCED_PARAMETER(Timer);
}

/* nc-wdfobject-evt_wdf_object_context_cleanup.md */
CHECK(P5_a_passive_child_of_a_request_completed_at_dispatch)
{
    LARGE_INTEGER moment = {.QuadPart = WDF_REL_TIMEOUT_IN_MS(50)};
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    WDFTIMER timer = NULL;
    KIRQL irql;

    timer_cleanups = 0;
    WDF_TIMER_CONFIG_INIT(&config, no_timer);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = run->request;
    attributes.EvtCleanupCallback = timer_cleanup;
    EXPECT_STATUS(WdfTimerCreate(&config, &attributes, &timer), STATUS_SUCCESS);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    WdfRequestComplete(run->request, STATUS_SUCCESS);
    EXPECT(timer_cleanups == 0);
    KeLowerIrql(irql);
    KeDelayExecutionThread(KernelMode, FALSE, &moment);
    EXPECT(timer_cleanups == 1 && timer_cleanup_irql == PASSIVE_LEVEL);
}
