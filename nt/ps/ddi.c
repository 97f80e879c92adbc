/* SPDX-License-Identifier: MIT */
/* The documented calls on processes and threads. */
#include "nt/ps/process.h"
#include "nt/ke/ke.h"

/* wdm: PsCreateSystemThread. PASSIVE_LEVEL. */
NTSTATUS NTAPI PsCreateSystemThread(PHANDLE ThreadHandle, ULONG DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
                                    HANDLE ProcessHandle, PCLIENT_ID ClientId, PKSTART_ROUTINE StartRoutine,
                                    PVOID StartContext)
{
    PETHREAD thread;
    void *process = NULL;
    nt_argument(ThreadHandle);
    nt_argument(StartRoutine);
    nt_irql_at_most(PASSIVE_LEVEL);
    NTSTATUS status = STATUS_SUCCESS;
    if (ProcessHandle != NULL)
        status = ob_handle_reference(ps_current_process(), ProcessHandle, 0, *PsProcessType, &process, NULL);
    if (!NT_SUCCESS(status))
        return status;
    status =
        ps_thread_create(process, nt_image_name((void *)(uintptr_t)StartRoutine), StartRoutine, StartContext, &thread);
    if (process != NULL)
        ob_dereference(process);
    if (!NT_SUCCESS(status))
        return status;
    ULONG attributes = ObjectAttributes != NULL ? ObjectAttributes->Attributes : 0;
    status = ob_handle_open(ps_current_process(), thread, DesiredAccess, attributes, ThreadHandle);
    if (NT_SUCCESS(status) && ClientId != NULL)
        *ClientId = thread->cid;
    ob_dereference(thread);
    nt_point(MACHINE_POINT_DISPATCHER, thread);
    return status;
}

/* wdm: PsTerminateSystemThread. PASSIVE_LEVEL. Does not return; STATUS_INVALID_PARAMETER for other threads. */
NTSTATUS NTAPI PsTerminateSystemThread(NTSTATUS ExitStatus)
{
    nt_irql_at_most(PASSIVE_LEVEL);
    if (!ps_current_thread()->is_system)
        return STATUS_INVALID_PARAMETER;
    ps_thread_exit(ExitStatus);
}

PETHREAD NTAPI PsGetCurrentThread(VOID)
{
    return ps_current_thread();
}

/* ntddk: PsGetCurrentThreadId. Any IRQL. */
HANDLE NTAPI PsGetCurrentThreadId(VOID)
{
    return ps_current_thread()->cid.UniqueThread;
}

/* ntddk: PsGetCurrentProcessId. Any IRQL. */
HANDLE NTAPI PsGetCurrentProcessId(VOID)
{
    return ps_current_thread()->cid.UniqueProcess;
}

/* wdm: IoGetCurrentProcess (PsGetCurrentProcess). Any IRQL. */
PEPROCESS NTAPI IoGetCurrentProcess(VOID)
{
    return ps_current_process();
}

PEPROCESS NTAPI PsGetCurrentProcess(VOID)
{
    return ps_current_process();
}

HANDLE NTAPI PsGetThreadId(PETHREAD Thread)
{
    return Thread->cid.UniqueThread;
}

HANDLE NTAPI PsGetThreadProcessId(PETHREAD Thread)
{
    return Thread->cid.UniqueProcess;
}

PEPROCESS NTAPI PsGetThreadProcess(PETHREAD Thread)
{
    return Thread->process;
}

PEPROCESS NTAPI IoThreadToProcess(PETHREAD Thread)
{
    return Thread->process;
}

HANDLE NTAPI PsGetProcessId(PEPROCESS Process)
{
    return Process->id;
}

NTSTATUS NTAPI PsGetProcessExitStatus(PEPROCESS Process)
{
    return Process->exit_status;
}

NTSTATUS NTAPI PsGetThreadExitStatus(PETHREAD Thread)
{
    return Thread->exit_status;
}

BOOLEAN NTAPI PsIsThreadTerminating(PETHREAD Thread)
{
    return Thread->exiting;
}

BOOLEAN NTAPI PsIsSystemThread(PETHREAD Thread)
{
    return Thread->is_system;
}

BOOLEAN NTAPI IoIsSystemThread(PETHREAD Thread)
{
    return Thread->is_system;
}

/* ntifs: PsLookupProcessByProcessId. IRQL <= APC_LEVEL. */
NTSTATUS NTAPI PsLookupProcessByProcessId(HANDLE ProcessId, PEPROCESS *Process)
{
    for (LIST_ENTRY *entry = ps_processes.Flink; entry != &ps_processes; entry = entry->Flink) {
        PEPROCESS process = CONTAINING_RECORD(entry, struct _EPROCESS, all_entry);
        if (process->id == ProcessId && !process->exiting) {
            ob_reference(process);
            *Process = process;
            return STATUS_SUCCESS;
        }
    }
    return STATUS_INVALID_CID;
}

/* ntifs: PsLookupThreadByThreadId. IRQL <= APC_LEVEL. */
NTSTATUS NTAPI PsLookupThreadByThreadId(HANDLE ThreadId, PETHREAD *Thread)
{
    for (LIST_ENTRY *entry = ps_processes.Flink; entry != &ps_processes; entry = entry->Flink) {
        PEPROCESS process = CONTAINING_RECORD(entry, struct _EPROCESS, all_entry);
        for (LIST_ENTRY *of = process->threads.Flink; of != &process->threads; of = of->Flink) {
            PETHREAD thread = CONTAINING_RECORD(of, struct _ETHREAD, process_entry);
            if (thread->cid.UniqueThread == ThreadId) {
                ob_reference(thread);
                *Thread = thread;
                return STATUS_SUCCESS;
            }
        }
    }
    return STATUS_INVALID_CID;
}

/* wdm: PsGetVersion. */
BOOLEAN NTAPI PsGetVersion(PULONG MajorVersion, PULONG MinorVersion, PULONG BuildNumber, PUNICODE_STRING CSDVersion)
{
    enum { MAJOR = 10, MINOR = 0, BUILD = 19045 };
    if (MajorVersion != NULL)
        *MajorVersion = MAJOR;
    if (MinorVersion != NULL)
        *MinorVersion = MINOR;
    if (BuildNumber != NULL)
        *BuildNumber = BUILD;
    if (CSDVersion != NULL)
        CSDVersion->Length = 0;
    return FALSE; /* no checked build */
}

BOOLEAN NTAPI PsIsSystemProcess(PEPROCESS Process)
{
    return Process == PsInitialSystemProcess;
}
