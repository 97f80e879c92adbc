#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs every fuzz target (tests/*/fuzz_*.c) for a while, from its corpus. usage: fuzz.sh [SECONDS]
# Two at a time; a crash prints the input and fails.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit 2
seconds=${1:-60}
if [ ! -f build/fuzz/build.ninja ]; then
    CC=clang meson setup build/fuzz -Db_sanitize=address,undefined -Db_lundef=false -Dfuzz=true >build/fuzz-setup.log 2>&1 || { cat build/fuzz-setup.log; exit 1; }
fi
ninja -C build/fuzz >build/fuzz-build.log 2>&1 || { cat build/fuzz-build.log; exit 1; }
bad=0
pids=()
names=()
for target in build/fuzz/tests/*/fuzz_*; do
    [ -f "$target" ] && [ -x "$target" ] || continue
    name=$(basename "$target")
    corpus=build/fuzz/corpus-$name
    seeds=tests/$(basename "$(dirname "$target")")/corpus-${name#fuzz_}
    mkdir -p "$corpus"
    [ -d "$seeds" ] || { echo "$name: no seeds in $seeds"; bad=1; continue; }
    "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/$name-" "$corpus" "$seeds" >"build/fuzz/$name.log" 2>&1 &
    pids+=($!)
    names+=("$name")
    if [ "${#pids[@]}" -ge "$(nproc)" ] ; then wait -n || true; fi
done
[ "${#pids[@]}" -gt 0 ] || { echo 'no fuzz target was built'; exit 1; }
for i in "${!pids[@]}"; do
    name=${names[$i]}
    if wait "${pids[$i]}"; then
        printf 'ok      %s: %s executions\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$name.log")"
    else
        printf 'FAILED  %s\n' "$name"
        tail -n 40 "build/fuzz/$name.log"
        bad=1
    fi
done
exit $bad
