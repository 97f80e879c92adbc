#!/bin/bash
# SPDX-License-Identifier: MIT
# Builds the kernel's test drivers against the built guest and runs them.
#   run.sh RUNNER GUEST-DIRECTORY   ($KMDOCK_HOME/guest instead, if that is set)
set -u
runner=$1
guest=${KMDOCK_HOME:+$KMDOCK_HOME/guest}
guest=${guest:-$2}
here=$(cd "$(dirname "$0")" && pwd)
if [ ! -e "$guest/ntoskrnl.exe" ] || [ ! -e "$guest/libntoskrnl.a" ]; then
    echo "no guest images in $guest: build the guest first"
    exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

ddk=$(echo '#include <windef.h>' | x86_64-w64-mingw32-gcc -E - | sed -n 's|^# [0-9]* "\(.*\)/windef.h".*|\1/ddk|p' | head -1)
driver() { # output, sources
    local out=$1
    shift
    x86_64-w64-mingw32-gcc -std=gnu17 -O1 -g -gdwarf-4 -ffreestanding -nostdlib -shared -Wall -Wextra -Werror \
        -Wno-multichar -Wno-unused-function -isystem "$ddk" -Wl,--subsystem,native -Wl,-e,DriverEntry \
        -Wl,--exclude-all-symbols "$@" "$guest/libntoskrnl.a" "$guest/libhal.a" -o "$out" || exit 1
}
driver "$work/nttest.sys" "$here"/main.c "$here"/test_*.c "$here"/bench.c
driver "$work/bad.sys" "$here"/bad.c

good() { # options
    if ! timeout 120 "$runner" "$guest" "$@" nttest="$work/nttest.sys" > "$work/out" 2>&1; then
        echo "FAILED: nttest $*"
        cat "$work/out"
        failures=$((failures + 1))
    fi
}
good
good --checked
good --virtual

bad() { # case, what the report must say
    timeout 60 "$runner" "$guest" --checked "$1=$work/bad.sys" > "$work/out" 2>&1
    local status=$?
    if [ $status -ne 1 ] || ! grep -q -- "$2" "$work/out" || ! grep -q 'bad.c:\|left .* bytes' "$work/out"; then
        echo "FAILED: $1 (exit status $status) does not say \"$2\" and bad.c:"
        cat "$work/out"
        failures=$((failures + 1))
    fi
}
objcopy -I pei-x86-64 -O elf64-x86-64 "$work/bad.sys" "$work/bad.sys.dbg" 2> /dev/null
bad double_free UseAfterFree
bad overrun PoolCorruption
bad underrun PoolCorruption
bad write_after_free UseAfterFree
bad wrong_tag PoolCorruption
bad stray_free PoolCorruption
bad leak PoolLeak
bad paged_at_dispatch WrongIrql
bad passive_at_dispatch RtlStringFromGUID
bad wait_at_dispatch WrongIrql
bad lock_twice 0x0000000F
bad release_free_lock 0x00000010
bad raise_by_lowering WrongIrql
bad free_set_timer 0x000000C7
bad uninitialized_timer 0x000000C7
bad release_foreign_mutex STATUS_MUTANT_NOT_OWNED
bad missing_function IoGetDiskDeviceObject
bad assertion '1 == 2'
bad stale_object UseAfterFree
bad null_event KeSetEvent

echo "$failures failed"
[ "$failures" -eq 0 ]
