/* SPDX-License-Identifier: MIT */
/* The I/O manager's start, and the end of threads. */
#include "nt/io/io.h"
#include "nt/client/client.h"
#include "nt/pnp/pnp.h"

POBJECT_TYPE *IoFileObjectType = &io_file_type.self;
POBJECT_TYPE *IoDriverObjectType = &io_driver_type.self;
POBJECT_TYPE *IoDeviceObjectType = &io_device_type.self;

struct exit_wait {
    LIST_ENTRY link;
    PETHREAD thread;
    KEVENT drained;
};

static LIST_ENTRY exit_waits = {&exit_waits, &exit_waits};

void io_thread_drained(PETHREAD thread)
{
    for (PLIST_ENTRY entry = exit_waits.Flink; entry != &exit_waits; entry = entry->Flink) {
        struct exit_wait *wait = CONTAINING_RECORD(entry, struct exit_wait, link);
        if (wait->thread == thread)
            KeSetEvent(&wait->drained, IO_NO_INCREMENT, FALSE);
    }
}

/* A thread ends: its requests are cancelled, and it stays until they are back, as on Windows. */
void io_thread_ends(PETHREAD thread)
{
    if (IsListEmpty(&thread->irp_list))
        return;
    struct exit_wait wait = {.thread = thread};
    KeInitializeEvent(&wait.drained, NotificationEvent, FALSE);
    thread->exiting = true;
    InsertTailList(&exit_waits, &wait.link);
    io_cancel_thread(thread);
    if (!IsListEmpty(&thread->irp_list))
        KeWaitForSingleObject(&wait.drained, Executive, KernelMode, FALSE, NULL);
    nt_assert(IsListEmpty(&thread->irp_list), "a thread ends only when all its requests are back");
    RemoveEntryList(&wait.link);
}

/* Called by the kernel's start in the boot thread, PASSIVE_LEVEL, once ob, ps, cm and ex are up. */
void io_boot(void)
{
    ob_type_init(&io_device_type);
    ob_type_init(&io_driver_type);
    ob_type_init(&io_file_type);
    ob_type_init(&io_port_type);
    ps_thread_exit_hook(io_thread_ends);
    pnp_root_boot();
    client_boot();
}
