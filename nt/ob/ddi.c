/* SPDX-License-Identifier: MIT */
/* The documented calls on handles and named objects. */
#include "nt/ob/object.h"
#include "nt/ke/ke.h"
#include "nt/ex/ex.h"

/* wdm: ZwClose. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwClose(HANDLE Handle)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = ob_handle_close(ps_current_process(), Handle);
    if (nt_unlikely(status == STATUS_INVALID_HANDLE && (LONG_PTR)Handle < 0))
        nt_bugcheck(INVALID_KERNEL_HANDLE, (ULONG64)(uintptr_t)Handle, 0, 0, 0, "BadHandle", NULL,
                    "%s called ZwClose with %p, which is no kernel handle, or not any more.",
                    nt_image_name(nt_caller()), Handle);
    return status;
}

/* wdm: ObReferenceObjectByHandle. PASSIVE_LEVEL. */
NTSTATUS NTAPI ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                         KPROCESSOR_MODE AccessMode, PVOID *Object,
                                         POBJECT_HANDLE_INFORMATION HandleInformation)
{
    ACCESS_MASK granted;
    nt_argument(Object);
    nt_irql_at_most(APC_LEVEL);
    /* A kernel-mode caller's access is not checked. */
    NTSTATUS status = ob_handle_reference(ps_current_process(), Handle, AccessMode == KernelMode ? 0 : DesiredAccess,
                                          ObjectType, Object, &granted);
    if (NT_SUCCESS(status) && HandleInformation != NULL) {
        HandleInformation->HandleAttributes = 0;
        HandleInformation->GrantedAccess = granted;
    }
    return status;
}

NTSTATUS NTAPI ObReferenceObjectByHandleWithTag(HANDLE Handle, ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType,
                                                KPROCESSOR_MODE AccessMode, ULONG Tag, PVOID *Object,
                                                POBJECT_HANDLE_INFORMATION HandleInformation)
{
    UNREFERENCED_PARAMETER(Tag);
    return ObReferenceObjectByHandle(Handle, DesiredAccess, ObjectType, AccessMode, Object, HandleInformation);
}

/* ntifs: ObOpenObjectByPointer. PASSIVE_LEVEL. */
NTSTATUS NTAPI ObOpenObjectByPointer(PVOID Object, ULONG HandleAttributes, PACCESS_STATE PassedAccessState,
                                     ACCESS_MASK DesiredAccess, POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode,
                                     PHANDLE Handle)
{
    UNREFERENCED_PARAMETER(PassedAccessState);
    UNREFERENCED_PARAMETER(AccessMode);
    nt_irql_at_most(PASSIVE_LEVEL);
    if (ObjectType != NULL && ob_type_of(Object) != ObjectType)
        return STATUS_OBJECT_TYPE_MISMATCH;
    return ob_handle_open(ps_current_process(), Object, DesiredAccess, HandleAttributes, Handle);
}

static DISPATCHER_HEADER *waitable(void *object)
{
    LONG offset = ob_type_of(object)->wait_offset;
    return offset == OB_WAIT_NOT ? NULL : (DISPATCHER_HEADER *)((char *)object + offset);
}

/* ntifs: ZwWaitForSingleObject. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwWaitForSingleObject(HANDLE Handle, BOOLEAN Alertable, PLARGE_INTEGER Timeout)
{
    void *object;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = ob_handle_reference(ps_current_process(), Handle, SYNCHRONIZE, NULL, &object, NULL);
    if (!NT_SUCCESS(status))
        return status;
    DISPATCHER_HEADER *header = waitable(object);
    status = header != NULL ? KeWaitForSingleObject(header, UserRequest, ExGetPreviousMode(), Alertable, Timeout)
                            : STATUS_OBJECT_TYPE_MISMATCH;
    ob_dereference(object);
    return status;
}

/* ntifs: ZwDuplicateObject, within one process or between two. PASSIVE_LEVEL. */
NTSTATUS NTAPI ZwDuplicateObject(HANDLE SourceProcessHandle, HANDLE SourceHandle, HANDLE TargetProcessHandle,
                                 PHANDLE TargetHandle, ACCESS_MASK DesiredAccess, ULONG HandleAttributes, ULONG Options)
{
    void *source, *target, *object;
    ACCESS_MASK granted;
    nt_irql_at_most(PASSIVE_LEVEL);
    PEPROCESS self = ps_current_process();
    NTSTATUS status = ob_handle_reference(self, SourceProcessHandle, 0, *PsProcessType, &source, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status = ob_handle_reference(self, TargetProcessHandle, 0, *PsProcessType, &target, NULL);
    if (NT_SUCCESS(status)) {
        status = ob_handle_reference(source, SourceHandle, 0, NULL, &object, &granted);
        if (NT_SUCCESS(status)) {
            ACCESS_MASK access = (Options & DUPLICATE_SAME_ACCESS) != 0 ? granted : DesiredAccess;
            status = ob_handle_open(target, object, access, HandleAttributes, TargetHandle);
            ob_dereference(object);
        }
        ob_dereference(target);
    }
    if ((Options & DUPLICATE_CLOSE_SOURCE) != 0)
        ob_handle_close(source, SourceHandle);
    ob_dereference(source);
    return status;
}

/* ntifs: ObQueryNameString. PASSIVE_LEVEL. */
NTSTATUS NTAPI ObQueryNameString(PVOID Object, POBJECT_NAME_INFORMATION ObjectNameInfo, ULONG Length,
                                 PULONG ReturnLength)
{
    UNICODE_STRING name = ob_name_of(Object);
    ULONG bytes = sizeof(*ObjectNameInfo) + (name.Length != 0 ? name.Length + sizeof(WCHAR) : 0);
    nt_irql_at_most(PASSIVE_LEVEL);
    *ReturnLength = bytes;
    if (Length < bytes)
        return Length < sizeof(*ObjectNameInfo) ? STATUS_INFO_LENGTH_MISMATCH : STATUS_BUFFER_OVERFLOW;
    memset(ObjectNameInfo, 0, bytes);
    if (name.Length != 0) {
        ObjectNameInfo->Name = (UNICODE_STRING){.Buffer = (WCHAR *)(ObjectNameInfo + 1),
                                                .Length = name.Length,
                                                .MaximumLength = name.Length + sizeof(WCHAR)};
        memcpy(ObjectNameInfo->Name.Buffer, name.Buffer, name.Length);
    }
    return STATUS_SUCCESS;
}

/* ntifs: ObIsKernelHandle. Any IRQL. */
BOOLEAN NTAPI ObIsKernelHandle(HANDLE Handle)
{
    return (LONG_PTR)Handle < 0 && Handle != NtCurrentProcess() && Handle != NtCurrentThread();
}

/* ntifs: ObCloseHandle. PASSIVE_LEVEL. */
NTSTATUS NTAPI ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE PreviousMode)
{
    UNREFERENCED_PARAMETER(PreviousMode);
    return ZwClose(Handle);
}

/* ntddk: ObMakeTemporaryObject, wdm: ZwMakeTemporaryObject. PASSIVE_LEVEL. The name goes with the last handle then. */
NTSTATUS NTAPI ZwMakeTemporaryObject(HANDLE Handle)
{
    void *object;
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = ob_handle_reference(ps_current_process(), Handle, 0, NULL, &object, NULL);
    if (NT_SUCCESS(status))
        ob_dereference(object); /* every object here is temporary already */
    return status;
}
