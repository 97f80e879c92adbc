/* SPDX-License-Identifier: MIT */
/* Compiled into every scenario image: where its scenarios are listed. The kernel asks for the two exports. */
#include "scenario.h"

/* The linker sorts .kscn$a, .kscn$m (what SCENARIO adds) and .kscn$z into one array. */
__attribute__((section(".kscn$a"), used)) static const struct kmdock_scenario *const first = NULL;
__attribute__((section(".kscn$z"), used)) static const struct kmdock_scenario *const last = NULL;

BOOL WINAPI kmdock_scenario_entry(HINSTANCE instance, DWORD reason, LPVOID reserved);
__declspec(dllexport) const struct kmdock_scenario *kmdock_scenario_at(unsigned index);

/* The scenario number `index`, NULL past the end. Padding between the parts is NULL and skipped. */
const struct kmdock_scenario *kmdock_scenario_at(unsigned index)
{
    for (const struct kmdock_scenario *const volatile *entry = &first; entry < &last; entry++)
        if (*entry && index-- == 0)
            return *entry;
    return NULL;
}

BOOL WINAPI kmdock_scenario_entry(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    (void)instance;
    (void)reason;
    (void)reserved;
    return TRUE;
}
