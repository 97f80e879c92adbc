/* SPDX-License-Identifier: MIT */
/* The command "scenario": runs one of the scenarios of the image that the host registered as "scenario". */
#include "nt/nt.h"
#include "nt/client/scenario.h"
#include "nt/ke/ke.h"
#include "nt/ob/object.h"
#include "nt/ps/process.h"
#include "operator.h"

extern const KMDOCK_OPERATOR kmdock_operator;

/* As sdk/kmdock/scenario.h has it. */
struct scenario_entry {
    const char *name;
    void (*run)(void);
    const char *file;
    int line;
};

typedef const struct scenario_entry *(*scenario_at)(unsigned index);

/* The image's list; it stays loaded: a second scenario finds its globals as the first left them. */
static NTSTATUS scenario_list(scenario_at *ret_at)
{
    struct machine_image image;
    NTSTATUS status;

    *ret_at = (scenario_at)machine_export("scenario.dll", "kmdock_scenario_at");
    if (*ret_at)
        return STATUS_SUCCESS;
    status = machine_image_load("scenario", &image);
    if (!NT_SUCCESS(status))
        return status;
    *ret_at = (scenario_at)machine_export(image.name, "kmdock_scenario_at");
    return *ret_at ? STATUS_SUCCESS : STATUS_PROCEDURE_NOT_FOUND;
}

static void scenario_main(void *argument)
{
    const struct scenario_entry *entry = argument;

    entry->run();
}

static NTSTATUS scenario_run(const struct scenario_entry *entry)
{
    HANDLE handle = NULL;
    PEPROCESS process;
    NTSTATUS status = kmdock_operator.ProcessStart(entry->name, scenario_main, (void *)entry, &handle);

    if (!NT_SUCCESS(status))
        return status;
    status = ob_handle_reference(ps_current_process(), handle, 0, *PsProcessType, (void **)&process, NULL);
    nt_assert(NT_SUCCESS(status), "the handle was made a moment ago");
    ob_handle_close(ps_current_process(), handle);
    ke_wait(&process->Header, NULL);
    ob_dereference(process);
    return STATUS_SUCCESS;
}

NTSTATUS scenario_command(const char *name, void (*print)(void *to, const char *format, ...), void *to)
{
    const struct scenario_entry *entry;
    scenario_at at;
    NTSTATUS status = scenario_list(&at);

    if (!NT_SUCCESS(status)) {
        print(to, "No scenario image is registered, or it exports no kmdock_scenario_at.");
        return status;
    }
    for (unsigned i = 0; (entry = at(i)) != NULL; i++) {
        if (!*name)
            print(to, "%s\n", entry->name);
        else if (strcmp(name, entry->name) == 0)
            return scenario_run(entry);
    }
    if (!*name)
        return STATUS_SUCCESS;
    print(to, "There is no scenario %s.", name);
    return STATUS_NOT_FOUND;
}
