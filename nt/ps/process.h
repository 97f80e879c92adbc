/* SPDX-License-Identifier: MIT */
/* Processes and threads. A thread is a context of the machine; DPC contexts have one too, which never waits. */
#ifndef KMDOCK_NT_PS_PROCESS_H
#define KMDOCK_NT_PS_PROCESS_H

#include "nt/nt.h"
#include "nt/ob/object.h"

enum ps_wait_state {
    PS_RUNNING,
    PS_WAITING, /* blocked; whoever satisfies the wait sets wait_status, then PS_RUNNING, then machine_ready */
};

struct _KTHREAD {
    DISPATCHER_HEADER Header; /* set when the thread has ended */
    uint32_t context;         /* the machine's id; 0 when it has ended */
    uint8_t wait_state;       /* enum ps_wait_state */
    uint8_t wait_all;
    uint8_t wait_count;
    KPROCESSOR_MODE previous_mode;
    KPROCESSOR_MODE wait_mode; /* of the wait under way: one in user mode ends when the thread is to die */
    NTSTATUS wait_status;
    KPRIORITY priority;
    SHORT kernel_apc_disable;  /* critical regions: counts down from 0, as on Windows */
    SHORT special_apc_disable; /* guarded regions */
    KAFFINITY affinity;
    PKWAIT_BLOCK wait_blocks; /* of the wait under way */
    KWAIT_BLOCK own_blocks[THREAD_WAIT_OBJECTS + 1];
    KTIMER wait_timer;
    bool is_dpc;           /* of a DPC context */
    bool is_worker;        /* of ExQueueWorkItem */
    LIST_ENTRY mutants;    /* mutexes that it owns */
    const void *waits_for; /* first object of the wait, for reports */
};

enum { PS_NAME_MAX = MACHINE_NAME_MAX };

struct _ETHREAD {
    struct _KTHREAD Tcb; /* first: a PETHREAD is a PKTHREAD */
    PEPROCESS process;
    CLIENT_ID cid;
    LIST_ENTRY process_entry; /* in _EPROCESS.threads */
    LIST_ENTRY irp_list;      /* IRP.ThreadListEntry of what it has under way (nt/io) */
    KSPIN_LOCK irp_lock;
    uint32_t client_thread; /* number in the wire protocol, or 0 */
    void *user_slot;        /* one word of the program that runs inside the machine (um/local); NULL at its start */
    NTSTATUS exit_status;
    bool is_system;
    bool exiting;
    PKSTART_ROUTINE routine;
    PVOID context;
    char name[PS_NAME_MAX];
};

struct ob_handle_table {
    struct ob_handle_entry *entries;
    ULONG room;
    ULONG count;
    ULONG first_free; /* index + 1, 0: none */
};

struct _EPROCESS {
    DISPATCHER_HEADER Header; /* set when its last thread has ended after ps_process_end */
    HANDLE id;
    LIST_ENTRY all_entry; /* in ps_processes */
    LIST_ENTRY threads;
    ULONG thread_count;
    struct ob_handle_table handles;
    uint32_t client; /* number in the wire protocol, or 0 */
    bool exiting;
    NTSTATUS exit_status;
    char name[PS_NAME_MAX];
};

extern PEPROCESS PsInitialSystemProcess;
extern LIST_ENTRY ps_processes;

void ps_init(void);
/* One reference for the caller. */
NTSTATUS ps_process_create(const char *name, PEPROCESS *ret_process);
/* A context that runs routine(context) at PASSIVE_LEVEL and ends when it returns. NULL process: the system process.
 * One reference for the caller if ret_thread is not NULL. STATUS_INSUFFICIENT_RESOURCES. */
NTSTATUS ps_thread_create(PEPROCESS process, const char *name, PKSTART_ROUTINE routine, PVOID context,
                          PETHREAD *ret_thread);
/* Ends the running thread: hooks, then the thread object is set. Never returns. */
__attribute__((noreturn)) void ps_thread_exit(NTSTATUS status);
/* Hooks run in the ending thread at PASSIVE_LEVEL before its object is set: IRPs are cancelled here (nt/io). */
enum { PS_EXIT_HOOKS_MAX = 4 };
void ps_thread_exit_hook(void (*hook)(PETHREAD thread));
/* Closes the handles of a process none of whose threads will make another call, then sets its object. PASSIVE_LEVEL. */
void ps_process_end(PEPROCESS process, NTSTATUS status);

/* For ke: the thread object of a DPC or clock context that is about to be made. */
PETHREAD ps_dpc_thread_make(const char *name);

static inline PETHREAD ps_current_thread(void)
{
    return (PETHREAD)nt_page->thread;
}
static inline PEPROCESS ps_current_process(void)
{
    return ps_current_thread()->process;
}

#endif
