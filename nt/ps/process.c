/* SPDX-License-Identifier: MIT */
/* Processes and threads as objects. */
#include "nt/ps/process.h"
#include "nt/ke/ke.h"
#include "nt/ex/ex.h"

enum { PRIORITY_FIRST = 8, ID_FIRST = 4, ID_STEP = 4 };

static void process_delete(void *object);
static struct _OBJECT_TYPE process_type = {
    .name = "Process",
    .wait_offset = offsetof(struct _EPROCESS, Header),
    .valid_access = PROCESS_ALL_ACCESS,
    .generic = {.GenericAll = PROCESS_ALL_ACCESS},
    .delete = process_delete,
};
static struct _OBJECT_TYPE thread_type = {
    .name = "Thread",
    .wait_offset = offsetof(struct _KTHREAD, Header),
    .valid_access = THREAD_ALL_ACCESS,
    .generic = {.GenericAll = THREAD_ALL_ACCESS},
};
POBJECT_TYPE *PsProcessType = &process_type.self;
POBJECT_TYPE *PsThreadType = &thread_type.self;

PEPROCESS PsInitialSystemProcess;
LIST_ENTRY ps_processes;
static LONG_PTR next_id = ID_FIRST;
static void (*exit_hooks[PS_EXIT_HOOKS_MAX])(PETHREAD thread);
static unsigned exit_hook_count;

static HANDLE id_next(void)
{
    HANDLE id = (HANDLE)next_id;
    next_id += ID_STEP;
    return id;
}

static void name_copy(char *to, const char *from)
{
    size_t length = strlen(from);
    if (length >= PS_NAME_MAX)
        length = PS_NAME_MAX - 1;
    memcpy(to, from, length);
    to[length] = 0;
}

NTSTATUS ps_process_create(const char *name, PEPROCESS *ret_process)
{
    void *object;
    NTSTATUS status = ob_create(&process_type, sizeof(struct _EPROCESS), &object);
    if (!NT_SUCCESS(status))
        return status;
    PEPROCESS process = object;
    ke_header_init(&process->Header, KE_PROCESS, 0);
    process->id = id_next();
    process->exit_status = STATUS_PENDING;
    InitializeListHead(&process->threads);
    InsertTailList(&ps_processes, &process->all_entry);
    name_copy(process->name, name);
    *ret_process = process;
    return STATUS_SUCCESS;
}

static void process_delete(void *object)
{
    PEPROCESS process = object;
    nt_assert(process->handles.count == 0, "a process that goes has no handles left");
    RemoveEntryList(&process->all_entry);
}

static void kthread_init(PKTHREAD thread)
{
    ke_header_init(&thread->Header, KE_THREAD, 0);
    thread->priority = PRIORITY_FIRST;
    thread->previous_mode = KernelMode;
    InitializeListHead(&thread->mutants);
    KeInitializeTimer(&thread->wait_timer);
}

static NTSTATUS thread_make(PEPROCESS process, const char *name, PETHREAD *ret_thread)
{
    void *object;
    NTSTATUS status = ob_create(&thread_type, sizeof(struct _ETHREAD), &object);
    if (!NT_SUCCESS(status))
        return status;
    PETHREAD thread = object;
    kthread_init(&thread->Tcb);
    thread->process = process;
    thread->cid.UniqueProcess = process->id;
    thread->cid.UniqueThread = id_next();
    thread->is_system = process == PsInitialSystemProcess;
    thread->exit_status = STATUS_PENDING;
    InitializeListHead(&thread->irp_list);
    KeInitializeSpinLock(&thread->irp_lock);
    InsertTailList(&process->threads, &thread->process_entry);
    process->thread_count++;
    ob_reference(process);
    name_copy(thread->name, name);
    *ret_thread = thread;
    return STATUS_SUCCESS;
}

/* The thread leaves its process; what is left is an object that somebody may still hold. */
static void thread_unlink(PETHREAD thread)
{
    PEPROCESS process = thread->process;
    RemoveEntryList(&thread->process_entry);
    process->thread_count--;
    if (process->exiting && process->thread_count == 0)
        ke_signal(&process->Header);
}

PETHREAD ps_dpc_thread_make(const char *name)
{
    PETHREAD thread;
    NTSTATUS status = thread_make(PsInitialSystemProcess, name, &thread);
    nt_assert(NT_SUCCESS(status), "there is memory for the threads of the boot");
    thread->Tcb.is_dpc = true;
    return thread;
}

static void thread_run(void *argument)
{
    PETHREAD thread = argument;
    thread->routine(thread->context);
    ps_thread_exit(STATUS_SUCCESS);
}

NTSTATUS ps_thread_create(PEPROCESS process, const char *name, PKSTART_ROUTINE routine, PVOID context,
                          PETHREAD *ret_thread)
{
    PETHREAD thread;
    NTSTATUS status = thread_make(process != NULL ? process : PsInitialSystemProcess, name, &thread);
    if (!NT_SUCCESS(status))
        return status;
    thread->routine = routine;
    thread->context = context;
    ob_reference(thread); /* the running thread's own */
    struct machine_context_config config = {
        .name = thread->name,
        .kind = MACHINE_CONTEXT_THREAD,
        .processor = -1,
        .entry = thread_run,
        .argument = thread,
        .thread = thread,
        .irql = PASSIVE_LEVEL,
    };
    thread->Tcb.context = machine_context_create(&config);
    if (thread->Tcb.context == 0) {
        thread_unlink(thread);
        ob_dereference(thread->process);
        ob_dereference(thread);
        ob_dereference(thread);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    if (ret_thread != NULL)
        *ret_thread = thread;
    else
        ob_dereference(thread);
    return STATUS_SUCCESS;
}

void ps_thread_exit_hook(void (*hook)(PETHREAD thread))
{
    nt_assert(exit_hook_count < PS_EXIT_HOOKS_MAX, "there are few parts that want to know of a thread's end");
    exit_hooks[exit_hook_count++] = hook;
}

void ps_thread_exit(NTSTATUS status)
{
    PETHREAD thread = ps_current_thread();
    PKTHREAD tcb = &thread->Tcb;
    if (nt_irql() != PASSIVE_LEVEL)
        nt_bugcheck(IRQL_UNEXPECTED_VALUE, nt_irql(), PASSIVE_LEVEL, (ULONG64)(uintptr_t)thread->routine, 0,
                    "WrongIrql", thread, "The thread %s of %s ended at IRQL %d instead of PASSIVE_LEVEL.", thread->name,
                    nt_image_name((void *)(uintptr_t)thread->routine), nt_irql());
    if (tcb->kernel_apc_disable != 0 || tcb->special_apc_disable != 0)
        nt_bugcheck(KERNEL_APC_PENDING_DURING_EXIT, 0, (ULONG64)tcb->kernel_apc_disable, nt_irql(), 0, NULL, thread,
                    "The thread %s of %s ended in a critical or guarded region, or with a mutex.", thread->name,
                    nt_image_name((void *)(uintptr_t)thread->routine));
    thread->exiting = true;
    for (unsigned i = 0; i < exit_hook_count; i++)
        exit_hooks[i](thread);
    ke_mutants_abandon(tcb);
    thread->exit_status = status;
    tcb->context = 0;
    PEPROCESS process = thread->process;
    thread_unlink(thread);
    ke_signal(&tcb->Header);
    nt_point(MACHINE_POINT_DISPATCHER, thread);
    ob_dereference(process);
    /* The page still shows this thread until the context is gone, and the next one's switch overwrites that. */
    ob_dereference(thread);
    machine_context_exit();
    for (;;)
        __builtin_trap();
}

void ps_process_end(PEPROCESS process, NTSTATUS status)
{
    process->exiting = true;
    process->exit_status = status;
    ob_handles_close_all(process);
    if (process->thread_count == 0)
        ke_signal(&process->Header);
    nt_point(MACHINE_POINT_DISPATCHER, process);
}

void ps_init(void)
{
    InitializeListHead(&ps_processes);
    ob_type_init(&process_type);
    ob_type_init(&thread_type);
    NTSTATUS status = ps_process_create("System", &PsInitialSystemProcess);
    nt_assert(NT_SUCCESS(status), "there is memory for the system process");
}
