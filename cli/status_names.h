/* SPDX-License-Identifier: MIT */
/* The generated table of NTSTATUS names, by value. */
#ifndef KMDOCK_CLI_STATUS_NAMES_H
#define KMDOCK_CLI_STATUS_NAMES_H

#include <stdint.h>

struct status_entry {
    uint32_t value;
    const char *name;
};

extern const struct status_entry status_entries[];
extern const unsigned status_entry_count;

#endif
