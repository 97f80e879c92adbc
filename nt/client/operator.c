/* SPDX-License-Identifier: MIT */
/*
 * The KmdockOperator table (sdk/kmdock/operator.h): what a program inside the machine asks of the kernel that no
 * documented service offers. The table is const; all state lies in process and thread objects.
 */
#include "nt/nt.h"
#include "nt/client/client.h"
#include "nt/ex/ex.h"
#include "nt/ke/ke.h"
#include "nt/ob/object.h"
#include "nt/ps/process.h"
#include "operator.h"

enum { OPERATOR_POOL_TAG = 0x704f644b /* "KdOp" */ };

static int operator_command(const char *text, char *answer, unsigned answer_bytes)
{
    size_t length = 0;
    NTSTATUS status;

    nt_irql_at_most(PASSIVE_LEVEL);
    nt_assert(answer_bytes > 0, "an answer has room for its terminator");
    status = client_command(text, strlen(text), answer, answer_bytes - 1, &length);
    answer[length < answer_bytes ? length : answer_bytes - 1] = 0;
    return status;
}

/* What a thread of a program needs to start: its routine leaves through operator_thread_exit. */
struct operator_start {
    void (*main)(void *);
    void *argument;
};

static VOID NTAPI thread_routine(PVOID context)
{
    struct operator_start start = *(struct operator_start *)context;

    ExFreePoolWithTag(context, OPERATOR_POOL_TAG);
    start.main(start.argument);
    ps_thread_exit(STATUS_SUCCESS);
}

static NTSTATUS thread_start(PEPROCESS process, const char *name, void (*main)(void *), void *argument,
                             PETHREAD *ret_thread)
{
    struct operator_start *start = ExAllocatePoolWithTag(NonPagedPoolNx, sizeof(*start), OPERATOR_POOL_TAG);
    NTSTATUS status;

    if (!start)
        return STATUS_INSUFFICIENT_RESOURCES;
    start->main = main;
    start->argument = argument;
    status = ps_thread_create(process, name, thread_routine, start, ret_thread);
    if (!NT_SUCCESS(status)) {
        ExFreePoolWithTag(start, OPERATOR_POOL_TAG);
        return status;
    }
    /* The thread has not run yet: a new context waits for the next point. */
    (*ret_thread)->Tcb.previous_mode = UserMode;
    return STATUS_SUCCESS;
}

/* Tells the other threads of a process to end: their waits are over, their next call does not return. */
static void threads_abort(PEPROCESS process)
{
    process->exiting = true;
    for (PLIST_ENTRY entry = process->threads.Flink; entry != &process->threads; entry = entry->Flink) {
        PETHREAD thread = CONTAINING_RECORD(entry, struct _ETHREAD, process_entry);

        if (thread != ps_current_thread()) {
            thread->exiting = true;
            ke_wait_abort(&thread->Tcb, STATUS_THREAD_IS_TERMINATING);
        }
    }
}

/* Waits until a process has no threads, then closes its handles: the process is over when this has run. A program
 * ends when its first thread does. */
static VOID NTAPI process_reap(PVOID context)
{
    PETHREAD first = context;
    PEPROCESS process = first->process;

    ke_wait(&first->Tcb.Header, NULL);
    threads_abort(process);
    while (!IsListEmpty(&process->threads)) {
        PETHREAD thread = CONTAINING_RECORD(process->threads.Flink, struct _ETHREAD, process_entry);

        ob_reference(thread);
        ke_wait(&thread->Tcb.Header, NULL);
        ob_dereference(thread);
    }
    ps_process_end(process, first->exit_status);
    ob_dereference(first);
    ob_dereference(process);
}

static int operator_process_start(const char *name, void (*main)(void *), void *argument, void **ret_process)
{
    PEPROCESS process = NULL;
    PETHREAD first = NULL;
    NTSTATUS status;

    nt_irql_at_most(PASSIVE_LEVEL);
    status = ps_process_create(name, &process);
    if (!NT_SUCCESS(status))
        return status;
    status = thread_start(process, name, main, argument, &first);
    if (!NT_SUCCESS(status)) {
        ps_process_end(process, status);
        ob_dereference(process);
        return status;
    }
    status = ob_handle_open(ps_current_process(), process, PROCESS_ALL_ACCESS, 0, (HANDLE *)ret_process);
    /* The reaper takes over both references. Without one the process would never end. */
    if (NT_SUCCESS(status))
        status = ps_thread_create(PsInitialSystemProcess, "reaper", process_reap, first, NULL);
    nt_assert(NT_SUCCESS(status), "a program that was started can be waited for");
    return STATUS_SUCCESS;
}

static int operator_process_kill(void *handle)
{
    PEPROCESS process;
    NTSTATUS status = ob_handle_reference(ps_current_process(), handle, 0, *PsProcessType, (void **)&process, NULL);

    if (!NT_SUCCESS(status))
        return status;
    threads_abort(process);
    ob_dereference(process);
    return STATUS_SUCCESS;
}

static int operator_thread_start(void (*main)(void *), void *argument, void **ret_handle, unsigned *ret_id)
{
    PETHREAD thread = NULL;
    NTSTATUS status;

    nt_irql_at_most(PASSIVE_LEVEL);
    status = thread_start(ps_current_process(), ps_current_process()->name, main, argument, &thread);
    if (!NT_SUCCESS(status))
        return status;
    *ret_id = (unsigned)(ULONG_PTR)thread->cid.UniqueThread;
    status = ob_handle_open(ps_current_process(), thread, THREAD_ALL_ACCESS, 0, (HANDLE *)ret_handle);
    ob_dereference(thread);
    return status;
}

static void operator_thread_exit(unsigned code)
{
    ps_thread_exit((NTSTATUS)code);
}

static int operator_thread_code(void *handle, unsigned *ret_code)
{
    PETHREAD thread;
    NTSTATUS status = ob_handle_reference(ps_current_process(), handle, 0, *PsThreadType, (void **)&thread, NULL);

    if (!NT_SUCCESS(status))
        return status;
    if (thread->Tcb.Header.SignalState)
        *ret_code = (unsigned)thread->exit_status;
    else
        status = STATUS_PENDING;
    ob_dereference(thread);
    return status;
}

static void **operator_thread_slot(void)
{
    return &ps_current_thread()->user_slot;
}

static void operator_expectation(const char *sentence)
{
    nt_report("ScenarioExpectation", machine_stack_save(), "%s", sentence);
}

const KMDOCK_OPERATOR kmdock_operator = {
    .Size = sizeof(KMDOCK_OPERATOR),
    .Command = operator_command,
    .ProcessStart = operator_process_start,
    .ProcessKill = operator_process_kill,
    .ThreadStart = operator_thread_start,
    .ThreadExit = operator_thread_exit,
    .ThreadCode = operator_thread_code,
    .ThreadSlot = operator_thread_slot,
    .Expectation = operator_expectation,
};
