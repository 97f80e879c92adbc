/* SPDX-License-Identifier: MIT */
/* The Nt… forms of waits and events, which programs inside the machine call (um/local). Handles are the process's own.
 */
#include "nt/ke/ke.h"
#include "nt/ob/object.h"

NTSTATUS NTAPI NtCreateEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                             EVENT_TYPE EventType, BOOLEAN InitialState)
{
    return ZwCreateEvent(EventHandle, DesiredAccess, ObjectAttributes, EventType, InitialState);
}

NTSTATUS NTAPI NtSetEvent(HANDLE EventHandle, PLONG PreviousState)
{
    return ZwSetEvent(EventHandle, PreviousState);
}

NTSTATUS NTAPI NtClearEvent(HANDLE EventHandle)
{
    return ZwClearEvent(EventHandle);
}

NTSTATUS NTAPI NtWaitForSingleObject(HANDLE Handle, BOOLEAN Alertable, PLARGE_INTEGER Timeout)
{
    return ZwWaitForSingleObject(Handle, Alertable, Timeout);
}

/* References every object and finds its dispatcher header; what was referenced before a failure is given back. */
static NTSTATUS wait_objects(ULONG count, const HANDLE *handles, PVOID *objects, PVOID *headers)
{
    for (ULONG i = 0; i < count; i++) {
        NTSTATUS status = ob_handle_reference(PsGetCurrentProcess(), handles[i], SYNCHRONIZE, NULL, &objects[i], NULL);
        LONG offset = NT_SUCCESS(status) ? ob_type_of(objects[i])->wait_offset : 0;

        if (NT_SUCCESS(status) && offset == OB_WAIT_NOT) {
            ob_dereference(objects[i]);
            status = STATUS_OBJECT_TYPE_MISMATCH;
        }
        if (!NT_SUCCESS(status)) {
            while (i > 0)
                ob_dereference(objects[--i]);
            return status;
        }
        headers[i] = (char *)objects[i] + offset;
    }
    return STATUS_SUCCESS;
}

/* WaitType: 0 all, 1 any. PASSIVE_LEVEL. */
NTSTATUS NTAPI NtWaitForMultipleObjects(ULONG Count, HANDLE *Handles, WAIT_TYPE WaitType, BOOLEAN Alertable,
                                        PLARGE_INTEGER Timeout)
{
    PVOID objects[MAXIMUM_WAIT_OBJECTS], headers[MAXIMUM_WAIT_OBJECTS];
    KWAIT_BLOCK blocks[MAXIMUM_WAIT_OBJECTS];
    NTSTATUS status;

    nt_irql_at_most(PASSIVE_LEVEL);
    if (Count == 0 || Count > MAXIMUM_WAIT_OBJECTS)
        return STATUS_INVALID_PARAMETER_1;
    status = wait_objects(Count, Handles, objects, headers);
    if (!NT_SUCCESS(status))
        return status;
    status = KeWaitForMultipleObjects(Count, headers, WaitType, UserRequest, UserMode, Alertable, Timeout, blocks);
    for (ULONG i = 0; i < Count; i++)
        ob_dereference(objects[i]);
    return status;
}

NTSTATUS NTAPI NtDelayExecution(BOOLEAN Alertable, PLARGE_INTEGER DelayInterval)
{
    return KeDelayExecutionThread(UserMode, Alertable, DelayInterval);
}

NTSTATUS NTAPI NtClose(HANDLE Handle)
{
    return ZwClose(Handle);
}
