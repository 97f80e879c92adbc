/* SPDX-License-Identifier: MIT */
/* The clocks: real time since boot, or the virtual time that jumps from alarm to alarm. */
#include "machine/internal.h"

#include <time.h>

/* 100 ns between 1601-01-01 and 1970-01-01. */
#define UNIX_EPOCH 116444736000000000ull
/* A virtual run begins at the same moment every time: 2026-01-01 00:00 UTC. */
#define VIRTUAL_BOOT (UNIX_EPOCH + 1767225600ull * 10000000ull)

uint64_t time_monotonic_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void time_init(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t real = UNIX_EPOCH + (uint64_t)now.tv_sec * 10000000u + (uint64_t)now.tv_nsec / 100;
    STATE->system_time_base = machine_host.options.virtual_clock ? VIRTUAL_BOOT : real;
    STATE->boot_time_ns = machine_host.options.virtual_clock ? 0 : time_monotonic_ns();
}

uint64_t time_now(void)
{
    return machine_host.options.virtual_clock ? STATE->virtual_time : (time_monotonic_ns() - STATE->boot_time_ns) / 100;
}

uint64_t time_system(void)
{
    return STATE->system_time_base + time_now();
}

MACHINE_CALL uint64_t machine_time(void)
{
    return time_now();
}

MACHINE_CALL uint64_t machine_system_time(void)
{
    return time_system();
}

MACHINE_CALL void machine_alarm(uint64_t due)
{
    STATE->alarm = due;
}
