/* SPDX-License-Identifier: MIT */
/* Finds a check by its name and runs it; CHECK of check.h puts each check into the array. */
#include "puppet_driver.h"

__attribute__((section(".kchk$a"), used)) static const struct check_entry *const check_first = NULL;
__attribute__((section(".kchk$z"), used)) static const struct check_entry *const check_last = NULL;

void check_failed(struct check_run *run, const char *claim, int line, long value)
{
    size_t used = 0;

    RtlStringCbLengthA(run->text, CHECK_TEXT_BYTES, &used);
    RtlStringCbPrintfA(run->text + used, CHECK_TEXT_BYTES - used, "line %d: %s (0x%08lx); ", line, claim, value);
}

void check_run_named(const char *name, WDFREQUEST request, struct puppet_result *ret_result)
{
    struct check_run run = {.device = puppet.device, .request = request, .text = ret_result->text};

    C_ASSERT(CHECK_TEXT_BYTES <= PUPPET_TEXT_BYTES);
    ret_result->text[0] = 0;
    for (const struct check_entry *const volatile *entry = &check_first; entry < &check_last; entry++)
        if (*entry && strcmp((*entry)->name, name) == 0) {
            (*entry)->run(&run);
            return;
        }
    ret_result->status = STATUS_NOT_FOUND;
}
