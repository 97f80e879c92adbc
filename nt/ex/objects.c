/* SPDX-License-Identifier: MIT */
/* Event objects behind handles: ZwCreateEvent and kin, ExEventObjectType. */
#include "nt/ke/ke.h"
#include "nt/ex/ex.h"
#include "nt/ob/object.h"

static struct _OBJECT_TYPE event_type = {
    .name = "Event",
    .wait_offset = 0,
    .valid_access = EVENT_ALL_ACCESS,
    .generic = {.GenericRead = STANDARD_RIGHTS_READ | EVENT_QUERY_STATE,
                .GenericWrite = STANDARD_RIGHTS_WRITE | EVENT_MODIFY_STATE,
                .GenericExecute = STANDARD_RIGHTS_EXECUTE | SYNCHRONIZE,
                .GenericAll = EVENT_ALL_ACCESS},
};
static struct _OBJECT_TYPE semaphore_type = {.name = "Semaphore", .wait_offset = 0, .valid_access = EVENT_ALL_ACCESS};
POBJECT_TYPE *ExEventObjectType = &event_type.self;
POBJECT_TYPE *ExSemaphoreObjectType = &semaphore_type.self;

void ex_objects_init(void)
{
    ob_type_init(&event_type);
    ob_type_init(&semaphore_type);
    ex_callbacks_init();
}

/* wdm: ZwCreateEvent. PASSIVE_LEVEL. With a name that exists: that event, STATUS_OBJECT_NAME_EXISTS. */
NTSTATUS NTAPI ZwCreateEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                             EVENT_TYPE EventType, BOOLEAN InitialState)
{
    void *event;
    nt_argument(EventHandle);
    nt_irql_at_most(PASSIVE_LEVEL);
    PUNICODE_STRING name = ObjectAttributes != NULL ? ObjectAttributes->ObjectName : NULL;
    ULONG attributes = ObjectAttributes != NULL ? ObjectAttributes->Attributes : 0;
    NTSTATUS result = STATUS_SUCCESS;
    if (name != NULL && NT_SUCCESS(ob_name_lookup(name, &event_type, &event, NULL, NULL))) {
        if ((attributes & OBJ_OPENIF) == 0) {
            ob_dereference(event);
            return STATUS_OBJECT_NAME_COLLISION;
        }
        result = STATUS_OBJECT_NAME_EXISTS;
    } else {
        NTSTATUS status = ob_create(&event_type, sizeof(KEVENT), &event);
        if (!NT_SUCCESS(status))
            return status;
        KeInitializeEvent(event, EventType, InitialState);
        if (name != NULL)
            status = ob_name_insert(name, event);
        if (!NT_SUCCESS(status)) {
            ob_dereference(event);
            return status;
        }
    }
    NTSTATUS status = ob_handle_open(ps_current_process(), event, DesiredAccess, attributes, EventHandle);
    ob_dereference(event);
    return NT_SUCCESS(status) ? result : status;
}

/* wdm: ZwOpenEvent. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwOpenEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes)
{
    void *event;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = ob_name_lookup(ObjectAttributes->ObjectName, &event_type, &event, NULL, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status = ob_handle_open(ps_current_process(), event, DesiredAccess, ObjectAttributes->Attributes, EventHandle);
    ob_dereference(event);
    return status;
}

static NTSTATUS event_of(HANDLE handle, PKEVENT *ret_event)
{
    return ob_handle_reference(ps_current_process(), handle, EVENT_MODIFY_STATE, &event_type, (void **)ret_event, NULL);
}

/* wdm: ZwSetEvent. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwSetEvent(HANDLE EventHandle, PLONG PreviousState)
{
    PKEVENT event;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = event_of(EventHandle, &event);
    if (!NT_SUCCESS(status))
        return status;
    LONG old = KeSetEvent(event, 0, FALSE);
    if (PreviousState != NULL)
        *PreviousState = old;
    ob_dereference(event);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI ZwResetEvent(HANDLE EventHandle, PLONG PreviousState)
{
    PKEVENT event;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = event_of(EventHandle, &event);
    if (!NT_SUCCESS(status))
        return status;
    LONG old = KeResetEvent(event);
    if (PreviousState != NULL)
        *PreviousState = old;
    ob_dereference(event);
    return STATUS_SUCCESS;
}

/* ntifs: ZwClearEvent. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwClearEvent(HANDLE EventHandle)
{
    return ZwResetEvent(EventHandle, NULL);
}

/* wdm: IoCreateNotificationEvent, IoCreateSynchronizationEvent. PASSIVE_LEVEL. */
static PKEVENT named_event(PUNICODE_STRING name, PHANDLE handle, EVENT_TYPE type)
{
    OBJECT_ATTRIBUTES attributes;
    PKEVENT event;
    InitializeObjectAttributes(&attributes, name, OBJ_OPENIF | OBJ_KERNEL_HANDLE | OBJ_CASE_INSENSITIVE, NULL, NULL);
    if (!NT_SUCCESS(ZwCreateEvent(handle, EVENT_ALL_ACCESS, &attributes, type, TRUE)))
        return NULL;
    if (!NT_SUCCESS(event_of(*handle, &event)))
        return NULL;
    ob_dereference(event); /* the handle keeps it */
    return event;
}

PKEVENT NTAPI IoCreateNotificationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle)
{
    return named_event(EventName, EventHandle, NotificationEvent);
}

PKEVENT NTAPI IoCreateSynchronizationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle)
{
    return named_event(EventName, EventHandle, SynchronizationEvent);
}
