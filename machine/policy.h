/* SPDX-License-Identifier: MIT */
/*
 * A policy answers every question that could have been answered otherwise: who runs next, what a choice
 * is. The live policy is one; exploring and replaying are others. A policy keeps its own state outside of
 * the arena: it decides about the guest, it is no part of it.
 */
#ifndef KMDOCK_MACHINE_POLICY_H
#define KMDOCK_MACHINE_POLICY_H

#include <stdbool.h>
#include <stdint.h>

struct machine_policy {
    const char *name;
    bool explores; /* sets MACHINE_EXPLORE: the guest then tells of every point */
    /* The id of the context to run, one of policy_candidates; 0 if there is none. */
    uint32_t (*choose_context)(void *user);
    /* A number below n. */
    uint32_t (*choose)(void *user, uint32_t n, uint32_t what);
    /* The running context is at a point: true if others may run now. The machine asks only where its own
     * rules (nothing of a higher level is ready, YIELD) do not already say so. */
    bool (*at_point)(void *user, uint32_t kind, const void *object);
};

extern const struct machine_policy machine_policy_live;

/* All contexts that could run now, in the live policy's order of preference; how many. */
uint32_t policy_candidates(uint32_t *ret_ids, uint32_t ids_max);
/* The live policy's own answer. */
uint32_t policy_first_candidate(void);

#endif
