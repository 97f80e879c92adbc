/* SPDX-License-Identifier: MIT */
#ifndef KMDOCK_NT_MM_MM_H
#define KMDOCK_NT_MM_MM_H

#include "nt/nt.h"

/* Is every byte of the range memory of the machine? */
bool mm_range_valid(const void *address, size_t bytes);

#endif
