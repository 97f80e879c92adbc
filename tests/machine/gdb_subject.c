/* SPDX-License-Identifier: MIT */
/* What test_gdb.sh debugs: a driver that crashes. With an argument: prints the machine's script for gdb. */
#include "harness.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1) {
        fputs(machine_gdb_script(), stdout);
        return 0;
    }
    struct machine_options options;
    char path[512];
    machine_options_default(&options);
    options.gdb = true;
    options.watchdog_seconds = 0;
    boot(&options, SCENARIO_DRIVER_FAULT);
    image_path(path, sizeof(path), "driver.sys");
    machine_image_register("driver", path);
    run();
    machine_shutdown();
    return outcome.end == MACHINE_END_BUGCHECK ? 0 : 1;
}
