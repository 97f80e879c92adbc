/* SPDX-License-Identifier: MIT */
/* Boots a machine over the test kernel, runs one scenario, keeps what came out of it. */
#ifndef KMDOCK_TESTS_MACHINE_HARNESS_H
#define KMDOCK_TESTS_MACHINE_HARNESS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "machine/machine.h"
#include "scenarios.h"

struct outcome {
    enum machine_end end;
    char log[4096];
    char complaints[4096];
    char report[4096];
    uint64_t result;
    uint32_t bugchecks;
    struct machine_bugcheck_report bugcheck;
    struct machine_reply replies[16];
    char data[16][64];
    uint32_t reply_count;
};
extern struct outcome outcome;

/* Boots with these options (callbacks are set), loads the kernel, picks the scenario. */
void boot(const struct machine_options *options, int scenario);
/* Runs on, then reads `result`. */
void run(void);
/* Boots with a virtual clock, runs until the end, shuts down. */
void run_scenario(int scenario);
void image_path(char *ret_path, size_t path_bytes, const char *name);
/* The number of the line that has this mark in a source file of the tests. */
uint32_t marked_line(const char *file, const char *mark);
/* The first frame whose function is this one; fails the test if there is none. */
const struct machine_frame *frame_of(const char *function);

#endif
