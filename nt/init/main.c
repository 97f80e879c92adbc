/* SPDX-License-Identifier: MIT */
/*
 * Where ntoskrnl.exe begins. The machine calls NtKernelMain in its first context, with the address of its page. The
 * parts are initialised in the order of what they need; then a system thread brings up devices and clients, and the
 * first context ends.
 */
#include "nt/cm/cm.h"
#include "nt/ex/ex.h"
#include "nt/io/io.h"
#include "nt/ke/ke.h"
#include "nt/ob/object.h"
#include "nt/ps/process.h"

VOID NTAPI NtKernelMain(struct machine_page *page);

static VOID NTAPI boot_run(PVOID context)
{
    UNREFERENCED_PARAMETER(context);
    ex_start();
    ex_objects_init();
    cm_init();
    io_boot(); /* devices, the root bus, the listener for clients: nt/io */
}

VOID NTAPI NtKernelMain(struct machine_page *page)
{
    nt_page = page;
    if (page->version != MACHINE_VERSION)
        nt_bugcheck(KMDOCK_INTERNAL_ERROR, page->version, MACHINE_VERSION, 0, 0, NULL, NULL,
                    "The machine speaks version %u of its interface, this kernel version %d.", (unsigned)page->version,
                    MACHINE_VERSION);
    page->irql = PASSIVE_LEVEL;
    ke_init();
    ex_init();
    ob_init();
    ps_init();
    ke_start();
    NTSTATUS status = ps_thread_create(NULL, "boot", boot_run, NULL, NULL);
    nt_assert(NT_SUCCESS(status), "there is memory for the first thread");
    machine_context_exit();
}
