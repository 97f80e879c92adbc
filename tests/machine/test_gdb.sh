#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# gdb stops at a driver's DriverEntry with its symbols, and at its crash shows one stack through driver and kernel.
# usage: test_gdb.sh SUBJECT
set -uo pipefail
if ! command -v gdb >/dev/null; then
    echo 'gdb is not installed'
    exit 77
fi
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
"$1" script >"$folder/script" || exit 1
gdb -nx -batch -iex 'set debuginfod enabled off' -x "$folder/script" -ex run -ex bt -ex continue -ex bt -ex continue \
    "$1" >"$folder/out" 2>&1
if grep -q 'ptrace: Operation not permitted' "$folder/out"; then
    echo 'gdb may not trace processes here'
    exit 77
fi
status=0
for line in 'Temporary breakpoint [0-9]*, DriverEntry (value=-1)' '^#1 .* in driver_fault' \
    'Program received signal SIGSEGV' 'crash (where=.*0x8)' '^#[0-9]* .* in NtKernelMain' 'exited normally'; do
    if ! grep -q "$line" "$folder/out"; then
        echo "gdb did not show: $line"
        status=1
    fi
done
[ "$status" = 0 ] || cat "$folder/out"
exit $status
