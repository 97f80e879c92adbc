/* SPDX-License-Identifier: MIT */
/* Conformance of calls that need no request in flight: creation of queues, objects, memory, timers, locks. */
#include "../check.c"

#include <initguid.h>

DEFINE_GUID(GUID_DEVINTERFACE_CONFORMANCE, 0x5d4e7ac3, 0x1f0b, 0x4a51, 0x9d, 0x4e, 0x33, 0x2a, 0x60, 0x6b, 0x0c, 0x11);

DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD device_add;

NTSTATUS
DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;

    WDF_DRIVER_CONFIG_INIT(&config, device_add);
    return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);
}

static NTSTATUS device_add(WDFDRIVER Driver, PWDFDEVICE_INIT DeviceInit)
{
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);
    status = WdfDeviceCreate(&DeviceInit, WDF_NO_OBJECT_ATTRIBUTES, &device);
    if (!NT_SUCCESS(status))
        return status;
    status = WdfDeviceCreateDeviceInterface(device, &GUID_DEVINTERFACE_CONFORMANCE, NULL);
    if (!NT_SUCCESS(status))
        return status;
    return check_queue_create(device);
}

/* -- queues ------------------------------------------------------------------------------------------ */

static VOID any_read(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    UNREFERENCED_PARAMETER(Length);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

static NTSTATUS queue_make(WDFDEVICE device, WDF_IO_QUEUE_DISPATCH_TYPE type, WDFOBJECT parent, WDFQUEUE *ret_queue)
{
    WDF_IO_QUEUE_CONFIG config;
    WDF_OBJECT_ATTRIBUTES attributes;

    WDF_IO_QUEUE_CONFIG_INIT(&config, type);
    config.EvtIoRead = any_read;
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = parent;
    return WdfIoQueueCreate(device, &config, &attributes, ret_queue);
}

static LONG cleanups, destroys;
static KIRQL cleanup_irql, destroy_irql;

static VOID count_cleanup(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    cleanup_irql = KeGetCurrentIrql();
    cleanups++;
}

static VOID count_destroy(WDFOBJECT Object)
{
    UNREFERENCED_PARAMETER(Object);
    destroy_irql = KeGetCurrentIrql();
    destroys++;
}

static void counted(WDF_OBJECT_ATTRIBUTES *attributes)
{
    WDF_OBJECT_ATTRIBUTES_INIT(attributes);
    attributes->EvtCleanupCallback = count_cleanup;
    attributes->EvtDestroyCallback = count_destroy;
    cleanups = destroys = 0;
}

/* nf-wdfio-wdfioqueuecreate.md */
CHECK(A1_deleting_the_parent_deletes_the_queue)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    WDFOBJECT parent = NULL;
    WDFQUEUE queue = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = run->device;
    EXPECT_STATUS(WdfObjectCreate(&attributes, &parent), STATUS_SUCCESS);
    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchManual);
    counted(&attributes);
    attributes.ParentObject = parent;
    EXPECT_STATUS(WdfIoQueueCreate(run->device, &config, &attributes, &queue), STATUS_SUCCESS);
    WdfObjectDelete(parent);
    EXPECT(cleanups == 1);
    EXPECT(destroys == 1);
}

CHECK(A2_wrong_config_size_is_refused)
{
    WDF_IO_QUEUE_CONFIG config;
    WDFQUEUE queue = NULL;

    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchManual);
    config.Size++;
    EXPECT_STATUS(WdfIoQueueCreate(run->device, &config, WDF_NO_OBJECT_ATTRIBUTES, &queue),
                  STATUS_INFO_LENGTH_MISMATCH);
    config.Size -= 2;
    EXPECT_STATUS(WdfIoQueueCreate(run->device, &config, WDF_NO_OBJECT_ATTRIBUTES, &queue),
                  STATUS_INFO_LENGTH_MISMATCH);
    EXPECT(queue == NULL);
}

CHECK(A3_a_queue_that_presents_needs_a_handler)
{
    static const WDF_IO_QUEUE_DISPATCH_TYPE types[] = {WdfIoQueueDispatchSequential, WdfIoQueueDispatchParallel,
                                                       WdfIoQueueDispatchManual};
    static const NTSTATUS expected[] = {STATUS_WDF_NO_CALLBACK, STATUS_WDF_NO_CALLBACK, STATUS_SUCCESS};

    for (int i = 0; i < 3; i++) {
        WDF_IO_QUEUE_CONFIG config;
        WDFQUEUE queue = NULL;

        WDF_IO_QUEUE_CONFIG_INIT(&config, types[i]);
        EXPECT_STATUS(WdfIoQueueCreate(run->device, &config, WDF_NO_OBJECT_ATTRIBUTES, &queue), expected[i]);
        if (queue)
            WdfObjectDelete(queue);
    }
}

CHECK(A4_A6_A12_one_default_queue_and_its_handle_is_optional)
{
    WDF_IO_QUEUE_CONFIG config;
    WDFQUEUE queue = NULL;

    EXPECT(WdfDeviceGetDefaultQueue(run->device) == NULL);
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = any_read;
    EXPECT_STATUS(WdfIoQueueCreate(run->device, &config, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE), STATUS_SUCCESS);
    EXPECT(WdfDeviceGetDefaultQueue(run->device) != NULL);
    EXPECT_STATUS(WdfIoQueueCreate(run->device, &config, WDF_NO_OBJECT_ATTRIBUTES, &queue), STATUS_UNSUCCESSFUL);
    EXPECT(queue == NULL);
}

CHECK(A9_only_parallel_has_a_number_of_presented_requests)
{
    WDF_IO_QUEUE_CONFIG config;

    UNREFERENCED_PARAMETER(run);
    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchSequential);
    EXPECT(config.Settings.Parallel.NumberOfPresentedRequests == 0);
    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchManual);
    EXPECT(config.Settings.Parallel.NumberOfPresentedRequests == 0);
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchParallel);
    EXPECT(config.Settings.Parallel.NumberOfPresentedRequests == (ULONG)-1);
}

CHECK(A11_queue_cleanup_and_destroy_run_at_passive)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG config;
    WDFQUEUE queue = NULL;

    WDF_IO_QUEUE_CONFIG_INIT(&config, WdfIoQueueDispatchManual);
    counted(&attributes);
    EXPECT_STATUS(WdfIoQueueCreate(run->device, &config, &attributes, &queue), STATUS_SUCCESS);
    WdfObjectDelete(queue);
    EXPECT(cleanups == 1 && cleanup_irql == PASSIVE_LEVEL);
    EXPECT(destroys == 1 && destroy_irql == PASSIVE_LEVEL);
}

/* ne-wdfio-_wdf_io_queue_state.md */
CHECK(E1_a_ready_empty_queue_is_0xf)
{
    WDFQUEUE queue = NULL;
    ULONG queued = 99, owned = 99;

    EXPECT_STATUS(queue_make(run->device, WdfIoQueueDispatchSequential, run->device, &queue), STATUS_SUCCESS);
    EXPECT(WdfIoQueueGetState(queue, &queued, &owned) == 0xf);
    EXPECT(queued == 0 && owned == 0);
    EXPECT(WdfIoQueueGetState(queue, NULL, NULL) == 0xf);
    WdfObjectDelete(queue);
}

CHECK(E2_the_state_predicates)
{
    UNREFERENCED_PARAMETER(run);
    for (ULONG i = 0; i < 32; i++) {
        const WDF_IO_QUEUE_STATE state = (WDF_IO_QUEUE_STATE)i;
        const BOOLEAN accept = i & 1, dispatch = !!(i & 2), none = !!(i & 4), owned = !!(i & 8), held = !!(i & 16);

        EXPECT(!!WDF_IO_QUEUE_IDLE(state) == (none && owned));
        EXPECT(!!WDF_IO_QUEUE_READY(state) == (accept && dispatch && !held));
        EXPECT(!!WDF_IO_QUEUE_STOPPED(state) == (accept && !dispatch && owned));
        EXPECT(!!WDF_IO_QUEUE_DRAINED(state) == (!accept && dispatch && none && owned));
        EXPECT(!!WDF_IO_QUEUE_PURGED(state) == (!accept && none && owned));
    }
}

static LONG state_calls;

static VOID count_state(WDFQUEUE Queue, WDFCONTEXT Context)
{
    UNREFERENCED_PARAMETER(Queue);
    UNREFERENCED_PARAMETER(Context);
    state_calls++;
}

/* nf-wdfio-wdfioqueuestop.md */
CHECK(E7_stop_of_an_idle_queue_calls_back_once)
{
    WDFQUEUE queue = NULL;

    EXPECT_STATUS(queue_make(run->device, WdfIoQueueDispatchSequential, run->device, &queue), STATUS_SUCCESS);
    state_calls = 0;
    WdfIoQueueStop(queue, count_state, NULL);
    EXPECT(state_calls == 1);
    EXPECT(WDF_IO_QUEUE_STOPPED(WdfIoQueueGetState(queue, NULL, NULL)));
    WdfIoQueueStart(queue);
    EXPECT(WdfIoQueueGetState(queue, NULL, NULL) == 0xf);
    WdfObjectDelete(queue);
}

CHECK(E12_E14_drained_and_purged_queues_start_again)
{
    WDFQUEUE queue = NULL;

    EXPECT_STATUS(queue_make(run->device, WdfIoQueueDispatchSequential, run->device, &queue), STATUS_SUCCESS);
    state_calls = 0;
    WdfIoQueueDrain(queue, count_state, NULL);
    EXPECT(state_calls == 1);
    EXPECT(WDF_IO_QUEUE_DRAINED(WdfIoQueueGetState(queue, NULL, NULL)));
    WdfIoQueueStart(queue);
    EXPECT(WdfIoQueueGetState(queue, NULL, NULL) == 0xf);
    WdfIoQueuePurge(queue, count_state, NULL);
    EXPECT(state_calls == 2);
    EXPECT(WDF_IO_QUEUE_PURGED(WdfIoQueueGetState(queue, NULL, NULL)));
    WdfIoQueueStart(queue);
    EXPECT(WdfIoQueueGetState(queue, NULL, NULL) == 0xf);
    WdfObjectDelete(queue);
}

/* nf-wdfio-wdfioqueueretrievenextrequest.md */
CHECK(F1_B6_retrieving_from_an_empty_and_from_a_parallel_queue)
{
    WDFQUEUE queue = NULL;
    WDFREQUEST request = (WDFREQUEST)(ULONG_PTR)1;

    EXPECT_STATUS(queue_make(run->device, WdfIoQueueDispatchManual, run->device, &queue), STATUS_SUCCESS);
    EXPECT_STATUS(WdfIoQueueRetrieveNextRequest(queue, &request), STATUS_NO_MORE_ENTRIES);
    EXPECT(request == NULL);
    WdfIoQueueStop(queue, NULL, NULL);
    EXPECT_STATUS(WdfIoQueueRetrieveNextRequest(queue, &request), STATUS_WDF_PAUSED);
    WdfObjectDelete(queue);
    EXPECT_STATUS(queue_make(run->device, WdfIoQueueDispatchParallel, run->device, &queue), STATUS_SUCCESS);
    EXPECT_STATUS(WdfIoQueueRetrieveNextRequest(queue, &request), STATUS_INVALID_DEVICE_STATE);
    WdfObjectDelete(queue);
}

/* nf-wdfdevice-wdfdeviceconfigurerequestdispatching.md */
CHECK(C1_C2_request_dispatching)
{
    WDFQUEUE queue = NULL, other = NULL;

    EXPECT_STATUS(queue_make(run->device, WdfIoQueueDispatchSequential, run->device, &queue), STATUS_SUCCESS);
    EXPECT_STATUS(queue_make(run->device, WdfIoQueueDispatchSequential, run->device, &other), STATUS_SUCCESS);
    EXPECT_STATUS(WdfDeviceConfigureRequestDispatching(run->device, queue, WdfRequestTypeCleanup),
                  STATUS_INVALID_PARAMETER);
    EXPECT_STATUS(WdfDeviceConfigureRequestDispatching(run->device, queue, WdfRequestTypeRead), STATUS_SUCCESS);
    EXPECT_STATUS(WdfDeviceConfigureRequestDispatching(run->device, other, WdfRequestTypeRead), STATUS_WDF_BUSY);
    EXPECT_STATUS(WdfDeviceConfigureRequestDispatching(run->device, queue, WdfRequestTypeWrite), STATUS_SUCCESS);
    WdfObjectDelete(other);
}

/* -- memory ------------------------------------------------------------------------------------------ */

/* nf-wdfmemory-wdfmemorycreate.md */
CHECK(K11_memory_sizes_and_alignment)
{
    WDFMEMORY memory = NULL;
    PVOID buffer = NULL;
    size_t bytes = 0;

    EXPECT_STATUS(WdfMemoryCreate(WDF_NO_OBJECT_ATTRIBUTES, NonPagedPoolNx, 'tseT', 0, &memory, &buffer),
                  STATUS_INVALID_PARAMETER);
    EXPECT_STATUS(WdfMemoryCreate(WDF_NO_OBJECT_ATTRIBUTES, NonPagedPoolNx, 'tseT', PAGE_SIZE + 1, &memory, &buffer),
                  STATUS_SUCCESS);
    EXPECT(((ULONG_PTR)buffer & (PAGE_SIZE - 1)) == 0);
    EXPECT(WdfMemoryGetBuffer(memory, &bytes) == buffer && bytes == PAGE_SIZE + 1);
    WdfObjectDelete(memory);
}

/* nf-wdfmemory-wdfmemorycreatepreallocated.md */
CHECK(K13_preallocated_memory_and_assign_buffer)
{
    WDFMEMORY memory = NULL, created = NULL;
    char first[8] = "first", second[16] = "second";
    size_t bytes = 0;

    EXPECT_STATUS(WdfMemoryCreatePreallocated(WDF_NO_OBJECT_ATTRIBUTES, first, sizeof(first), &memory), STATUS_SUCCESS);
    EXPECT(WdfMemoryGetBuffer(memory, &bytes) == first && bytes == sizeof(first));
    EXPECT_STATUS(WdfMemoryAssignBuffer(memory, second, sizeof(second)), STATUS_SUCCESS);
    EXPECT(WdfMemoryGetBuffer(memory, &bytes) == second && bytes == sizeof(second));
    WdfObjectDelete(memory);
    EXPECT(first[0] == 'f' && second[0] == 's');
    EXPECT_STATUS(WdfMemoryCreate(WDF_NO_OBJECT_ATTRIBUTES, NonPagedPoolNx, 'tseT', 8, &created, NULL), STATUS_SUCCESS);
    EXPECT(!NT_SUCCESS(WdfMemoryAssignBuffer(created, second, sizeof(second))));
    WdfObjectDelete(created);
}

/* nf-wdfmemory-wdfmemorycopyfrombuffer.md, nf-wdfmemory-wdfmemorycopytobuffer.md */
CHECK(K14_copies_stay_inside)
{
    WDFMEMORY memory = NULL;
    char data[8] = {1, 2, 3, 4, 5, 6, 7, 8}, out[16] = {0};

    EXPECT_STATUS(WdfMemoryCreate(WDF_NO_OBJECT_ATTRIBUTES, NonPagedPoolNx, 'tseT', 8, &memory, NULL), STATUS_SUCCESS);
    EXPECT_STATUS(WdfMemoryCopyFromBuffer(memory, 0, data, 8), STATUS_SUCCESS);
    EXPECT_STATUS(WdfMemoryCopyFromBuffer(memory, 9, data, 1), STATUS_INVALID_BUFFER_SIZE);
    EXPECT_STATUS(WdfMemoryCopyFromBuffer(memory, 4, data, 5), STATUS_BUFFER_TOO_SMALL);
    EXPECT_STATUS(WdfMemoryCopyToBuffer(memory, 4, out, 4), STATUS_SUCCESS);
    EXPECT(out[0] == 5 && out[3] == 8 && out[4] == 0);
    EXPECT_STATUS(WdfMemoryCopyToBuffer(memory, 0, out, 9), STATUS_BUFFER_TOO_SMALL);
    EXPECT_STATUS(WdfMemoryCopyToBuffer(memory, 5, out, 4), STATUS_BUFFER_TOO_SMALL);
    WdfObjectDelete(memory);
}

/* -- timers, DPCs, work items ------------------------------------------------------------------------- */

static VOID any_timer(WDFTIMER Timer)
{
    UNREFERENCED_PARAMETER(Timer);
}

static VOID any_dpc(WDFDPC Dpc)
{
    UNREFERENCED_PARAMETER(Dpc);
}

/* nf-wdftimer-wdftimercreate.md, nf-wdfdpc-wdfdpccreate.md */
CHECK(N1_timers_and_dpcs_need_a_parent_that_leads_to_a_device)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG timer_config;
    WDF_DPC_CONFIG dpc_config;
    WDFTIMER timer = NULL;
    WDFDPC dpc = NULL;

    WDF_TIMER_CONFIG_INIT(&timer_config, any_timer);
    WDF_DPC_CONFIG_INIT(&dpc_config, any_dpc);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    EXPECT_STATUS(WdfTimerCreate(&timer_config, &attributes, &timer), STATUS_WDF_PARENT_NOT_SPECIFIED);
    EXPECT_STATUS(WdfDpcCreate(&dpc_config, &attributes, &dpc), STATUS_WDF_PARENT_NOT_SPECIFIED);
    attributes.ParentObject = WdfGetDriver();
    EXPECT_STATUS(WdfTimerCreate(&timer_config, &attributes, &timer), STATUS_INVALID_DEVICE_REQUEST);
    EXPECT_STATUS(WdfDpcCreate(&dpc_config, &attributes, &dpc), STATUS_INVALID_DEVICE_REQUEST);
}

CHECK(N2_automatic_serialisation_is_the_default)
{
    WDF_TIMER_CONFIG timer;
    WDF_DPC_CONFIG dpc;
    WDF_WORKITEM_CONFIG work;

    UNREFERENCED_PARAMETER(run);
    WDF_TIMER_CONFIG_INIT(&timer, any_timer);
    EXPECT(timer.AutomaticSerialization == TRUE && timer.Period == 0);
    WDF_TIMER_CONFIG_INIT_PERIODIC(&timer, any_timer, 20);
    EXPECT(timer.AutomaticSerialization == TRUE && timer.Period == 20);
    WDF_DPC_CONFIG_INIT(&dpc, any_dpc);
    EXPECT(dpc.AutomaticSerialization == TRUE);
    WDF_WORKITEM_CONFIG_INIT(&work, NULL);
    EXPECT(work.AutomaticSerialization == TRUE);
}

/* ns-wdftimer-_wdf_timer_config.md */
CHECK(O1_O11_O12_timer_configurations_that_are_refused)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    WDFTIMER timer = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = run->device;
    WDF_TIMER_CONFIG_INIT_PERIODIC(&config, any_timer, -1);
    EXPECT(!NT_SUCCESS(WdfTimerCreate(&config, &attributes, &timer)));
    WDF_TIMER_CONFIG_INIT_PERIODIC(&config, any_timer, 10);
    config.AutomaticSerialization = FALSE;
    attributes.ExecutionLevel = WdfExecutionLevelPassive;
    EXPECT(!NT_SUCCESS(WdfTimerCreate(&config, &attributes, &timer)));
    attributes.ExecutionLevel = WdfExecutionLevelInheritFromParent;
    WDF_TIMER_CONFIG_INIT(&config, any_timer);
    config.UseHighResolutionTimer = WdfTrue;
    config.TolerableDelay = 1;
    EXPECT(!NT_SUCCESS(WdfTimerCreate(&config, &attributes, &timer)));
    EXPECT(timer == NULL);
}

/* nf-wdftimer-wdftimerstart.md, nf-wdftimer-wdftimerstop.md */
CHECK(O4_O5_start_and_stop_say_whether_the_timer_was_set)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG config;
    WDFTIMER timer = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = run->device;
    WDF_TIMER_CONFIG_INIT(&config, any_timer);
    EXPECT_STATUS(WdfTimerCreate(&config, &attributes, &timer), STATUS_SUCCESS);
    EXPECT(WdfTimerStop(timer, FALSE) == FALSE);
    EXPECT(WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_SEC(1)) == FALSE);
    EXPECT(WdfTimerStart(timer, WDF_REL_TIMEOUT_IN_SEC(2)) == TRUE);
    EXPECT(WdfTimerStop(timer, TRUE) == TRUE);
    EXPECT(WdfTimerStop(timer, TRUE) == FALSE);
    EXPECT(WdfTimerGetParentObject(timer) == run->device);
    WdfObjectDelete(timer);
}

/* -- objects ------------------------------------------------------------------------------------------ */

typedef struct {
    char bytes[40];
} FIRST_CONTEXT;
typedef struct {
    ULONG value;
} SECOND_CONTEXT;
WDF_DECLARE_CONTEXT_TYPE(FIRST_CONTEXT)
WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SECOND_CONTEXT, second_context)

/* framework-object-life-cycle.md */
CHECK(P4_cleanup_at_delete_destroy_at_the_last_reference)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFOBJECT object = NULL;

    counted(&attributes);
    EXPECT_STATUS(WdfObjectCreate(&attributes, &object), STATUS_SUCCESS);
    WdfObjectReference(object);
    WdfObjectDelete(object);
    EXPECT(cleanups == 1 && destroys == 0);
    WdfObjectDereference(object);
    EXPECT(cleanups == 1 && destroys == 1);
}

static int order_next;
static int order_of[3];

static VOID order_cleanup(WDFOBJECT Object)
{
    order_of[second_context(Object)->value] = ++order_next;
}

/* nc-wdfobject-evt_wdf_object_context_cleanup.md */
CHECK(P2_children_are_cleaned_up_before_their_parents)
{
    WDFOBJECT objects[3] = {NULL};

    order_next = 0;
    for (int i = 0; i < 3; i++) {
        WDF_OBJECT_ATTRIBUTES attributes;

        WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, SECOND_CONTEXT);
        attributes.EvtCleanupCallback = order_cleanup;
        attributes.ParentObject = i ? objects[i - 1] : NULL;
        EXPECT_STATUS(WdfObjectCreate(&attributes, &objects[i]), STATUS_SUCCESS);
        second_context(objects[i])->value = (ULONG)i;
    }
    WdfObjectDelete(objects[0]);
    EXPECT(order_of[2] == 1 && order_of[1] == 2 && order_of[0] == 3);
}

/* framework-object-creation-errors.md */
CHECK(P13_P14_attributes_that_are_refused)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFOBJECT object = NULL;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.Size++;
    EXPECT_STATUS(WdfObjectCreate(&attributes, &object), STATUS_INFO_LENGTH_MISMATCH);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ContextSizeOverride = 64;
    EXPECT_STATUS(WdfObjectCreate(&attributes, &object), STATUS_WDF_OBJECT_ATTRIBUTES_INVALID);
    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, FIRST_CONTEXT);
    attributes.ContextSizeOverride = sizeof(FIRST_CONTEXT) - 1;
    EXPECT_STATUS(WdfObjectCreate(&attributes, &object), STATUS_WDF_OBJECT_ATTRIBUTES_INVALID);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ExecutionLevel = 99;
    EXPECT_STATUS(WdfObjectCreate(&attributes, &object), STATUS_WDF_OBJECT_ATTRIBUTES_INVALID);
    EXPECT(object == NULL);
}

/* ne-wdfobject-_wdf_synchronization_scope.md */
CHECK(M2_M3_scope_and_level_where_they_may_not_be)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG timer_config;
    WDF_DPC_CONFIG dpc_config;
    WDFTIMER timer = NULL;
    WDFDPC dpc = NULL;

    WDF_TIMER_CONFIG_INIT(&timer_config, any_timer);
    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = run->device;
    attributes.SynchronizationScope = WdfSynchronizationScopeQueue;
    EXPECT_STATUS(WdfTimerCreate(&timer_config, &attributes, &timer), STATUS_WDF_SYNCHRONIZATION_SCOPE_INVALID);
    WDF_DPC_CONFIG_INIT(&dpc_config, any_dpc);
    attributes.SynchronizationScope = WdfSynchronizationScopeInheritFromParent;
    attributes.ExecutionLevel = WdfExecutionLevelPassive;
    EXPECT_STATUS(WdfDpcCreate(&dpc_config, &attributes, &dpc), STATUS_WDF_EXECUTION_LEVEL_INVALID);
}

/* framework-object-context-space.md */
CHECK(P15_context_space_is_zeroed_and_as_large_as_the_override)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFOBJECT object = NULL;
    const char *space;

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, FIRST_CONTEXT);
    attributes.ContextSizeOverride = 4000;
    EXPECT_STATUS(WdfObjectCreate(&attributes, &object), STATUS_SUCCESS);
    space = (const char *)WdfObjectGet_FIRST_CONTEXT(object);
    for (int i = 0; i < 4000; i++)
        EXPECT(space[i] == 0);
    WdfObjectDelete(object);
}

/* nf-wdfobject-wdfobjectallocatecontext.md */
CHECK(P16_P17_P18_more_contexts)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFOBJECT object = NULL;
    PVOID context = NULL, again = NULL;

    EXPECT_STATUS(WdfObjectCreate(WDF_NO_OBJECT_ATTRIBUTES, &object), STATUS_SUCCESS);
    EXPECT(WdfObjectGetTypedContext(object, FIRST_CONTEXT) == NULL);
    counted(&attributes);
    WDF_OBJECT_ATTRIBUTES_SET_CONTEXT_TYPE(&attributes, FIRST_CONTEXT);
    EXPECT_STATUS(WdfObjectAllocateContext(object, &attributes, &context), STATUS_SUCCESS);
    EXPECT(context != NULL && WdfObjectGetTypedContext(object, FIRST_CONTEXT) == context);
    EXPECT(WdfObjectContextGetObject(context) == object);
    EXPECT_STATUS(WdfObjectAllocateContext(object, &attributes, &again), STATUS_OBJECT_NAME_EXISTS);
    EXPECT(again == context);
    WdfObjectDelete(object);
    EXPECT(cleanups == 1 && destroys == 1);
}

/* nf-wdfcollection-wdfcollectionadd.md */
CHECK(P20_a_collection_keeps_its_objects)
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFCOLLECTION collection = NULL;
    WDFOBJECT first = NULL, second = NULL;

    EXPECT_STATUS(WdfCollectionCreate(WDF_NO_OBJECT_ATTRIBUTES, &collection), STATUS_SUCCESS);
    counted(&attributes);
    EXPECT_STATUS(WdfObjectCreate(&attributes, &first), STATUS_SUCCESS);
    EXPECT_STATUS(WdfObjectCreate(WDF_NO_OBJECT_ATTRIBUTES, &second), STATUS_SUCCESS);
    EXPECT_STATUS(WdfCollectionAdd(collection, first), STATUS_SUCCESS);
    EXPECT_STATUS(WdfCollectionAdd(collection, second), STATUS_SUCCESS);
    EXPECT(WdfCollectionGetCount(collection) == 2);
    WdfObjectDelete(first);
    EXPECT(cleanups == 1 && destroys == 0);
    WdfCollectionRemoveItem(collection, 0);
    EXPECT(destroys == 1);
    EXPECT(WdfCollectionGetItem(collection, 0) == second);
    EXPECT(WdfCollectionGetItem(collection, 1) == NULL);
    WdfObjectDelete(collection);
    WdfObjectDelete(second);
}

/* -- locks and helpers -------------------------------------------------------------------------------- */

/* nf-wdfsync-wdfwaitlockacquire.md, nf-wdfsync-wdfspinlockacquire.md */
CHECK(V1_V2_locks_and_levels)
{
    WDFSPINLOCK spin = NULL;
    WDFWAITLOCK wait = NULL;
    LONGLONG at_once = 0;

    EXPECT_STATUS(WdfSpinLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &spin), STATUS_SUCCESS);
    WdfSpinLockAcquire(spin);
    EXPECT(KeGetCurrentIrql() == DISPATCH_LEVEL);
    WdfSpinLockRelease(spin);
    EXPECT(KeGetCurrentIrql() == PASSIVE_LEVEL);
    WdfObjectDelete(spin);
    EXPECT_STATUS(WdfWaitLockCreate(WDF_NO_OBJECT_ATTRIBUTES, &wait), STATUS_SUCCESS);
    EXPECT_STATUS(WdfWaitLockAcquire(wait, &at_once), STATUS_SUCCESS);
    EXPECT(KeAreApcsDisabled());
    WdfWaitLockRelease(wait);
    WdfObjectDelete(wait);
}

/* nf-wdfcore-wdf_rel_timeout_in_ms.md */
CHECK(Y1_timeout_helpers)
{
    UNREFERENCED_PARAMETER(run);
    EXPECT(WDF_REL_TIMEOUT_IN_SEC(3) == -30000000);
    EXPECT(WDF_ABS_TIMEOUT_IN_SEC(3) == 30000000);
    EXPECT(WDF_REL_TIMEOUT_IN_MS(3) == -30000);
    EXPECT(WDF_ABS_TIMEOUT_IN_MS(3) == 30000);
    EXPECT(WDF_REL_TIMEOUT_IN_US(3) == -30);
    EXPECT(WDF_ABS_TIMEOUT_IN_US(3) == 30);
}
