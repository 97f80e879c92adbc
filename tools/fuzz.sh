#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs every fuzz target (tests/*/fuzz_*.c) for a while, from its seeds (tests/*/corpus-*). usage: fuzz.sh [SECONDS]
# As many at a time as there are processors; what an input broke is printed, and the input stays in build/fuzz.
set -uo pipefail
cd "$(dirname "$(readlink -f "$0")")/.." || exit 2
seconds=${1:-60}
# A target that could not be built is not there to fail: the sources say which must be.
targets=$(git ls-files 'tests/*/fuzz_*.c')
[ -n "$targets" ] || { echo 'FAILED  no fuzz targets'; exit 1; }
if [ ! -f build/fuzz/build.ninja ]; then
    rm -rf build/fuzz
    mkdir -p build
    CC=clang meson setup build/fuzz -Dfuzz=true -Db_sanitize=address,undefined -Db_lundef=false \
        -Dc_args='-fno-sanitize-recover=all -fsanitize=fuzzer-no-link' >build/fuzz-setup.log 2>&1 ||
        { cat build/fuzz-setup.log; exit 1; }
fi
programs=()
for target in $targets; do
    programs+=("${target%.c}")
done
ninja -C build/fuzz "${programs[@]}" >build/fuzz-build.log 2>&1 || { grep -v '^\[' build/fuzz-build.log; exit 1; }

# fuzz PROGRAM: one target; its result is one line in build/fuzz/NAME.result.
fuzz()
{
    local name corpus seeds log began=$SECONDS
    name=$(basename "$1")
    corpus=build/fuzz/corpus-$name
    seeds=$(dirname "$1")/corpus-${name#fuzz_}
    log=build/fuzz/$name.log
    mkdir -p "$corpus"
    if [ ! -d "$seeds" ]; then
        printf 'FAILED  %s: no seeds in %s\n' "$name" "$seeds"
    elif "build/fuzz/$1" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/$name-" "$corpus" "$seeds" >"$log" 2>&1; then
        printf 'ok      %s: %s executions in %d s\n' "$name" \
            "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" $((SECONDS - began))
    else
        tail -n 60 "$log"
        printf 'FAILED  %s\n' "$name"
    fi >"build/fuzz/$name.result"
}

running=0
for program in "${programs[@]}"; do
    if [ "$running" -ge "$(nproc)" ]; then
        wait -n
        running=$((running - 1))
    fi
    fuzz "$program" &
    running=$((running + 1))
done
wait
bad=0
for program in "${programs[@]}"; do
    result=build/fuzz/$(basename "$program").result
    cat "$result"
    ! grep -q '^FAILED' "$result" || bad=1
done
exit $bad
