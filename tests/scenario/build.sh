#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds a scenario for the machine. usage: build.sh SCENARIO.c OUT.dll HOME
set -eu
exec x86_64-w64-mingw32-gcc -std=gnu17 -D__USE_MINGW_ANSI_STDIO=0 -O1 -g -gdwarf-4 -ffreestanding -Wall -Wextra -nostdlib -shared \
    -Wl,--dynamicbase -Wl,-e,kmdock_scenario_entry -I "$3/sdk" -o "$2" "$1" \
    "$3/sdk/kmdock/scenario_entry.c" -L "$3/guest" -lum -lntoskrnl -lgcc
