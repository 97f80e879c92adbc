# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# ./dev test: the suite in every flavour, the checks, the fuzz targets, then one line that counts. Sourced by ./dev.

results=()

title()
{
    printf '\n== %s ==\n' "$*"
}

# flavour NAME HOST-BUILD HOME [meson test arguments]: runs one build's tests and keeps its log for the count.
flavour()
{
    local name=$1 host=$2 home=$3 began=$SECONDS quiet=() json=$2/meson-logs/$1.json
    shift 3
    # On a terminal every test has its line, in a pipe only those that fail.
    [ -t 1 ] || quiet=(--quiet)
    # What an earlier run left must not be counted, and no flavour may find a driver that another one built.
    rm -rf "$json" "build/test-cache/$name"
    # A failing test is counted below; it must not end the script here.
    KMDOCK_HOME=$top/$home XDG_CACHE_HOME=$top/build/test-cache/$name \
        meson test -C "$host" --no-rebuild --print-errorlogs --num-processes "$jobs" --logbase "$name" \
        "${quiet[@]}" "$@" 2>&1 | { grep -v -E '^(Expected Fail|Unexpected Pass|Ok|Fail|Skipped|Timeout): |^Full log|^ninja: |^$' || true; } || true
    python3 tools/count.py --brief "$json"
    printf '%s: %d s\n' "$name" $((SECONDS - began))
    results+=("$json")
}

# check NAME COMMAND…: its lines that begin with ok, skip or FAILED count; without such a line its exit status does.
check()
{
    local name=$1 log=build/check-$1.log began=$SECONDS status=0
    shift
    # A subshell: what a step exits with must not end the suite.
    if [ -t 1 ]; then
        ("$@") 2>&1 | tee "$log" || status=${PIPESTATUS[0]}
    else
        ("$@") >"$log" 2>&1 || status=$?
        [ "$status" = 0 ] || grep -v '^ok ' "$log" || true
    fi
    if [ "$status" != 0 ] && ! grep -q '^FAILED' "$log"; then
        printf 'FAILED  %s (exit status %d)\n' "$name" "$status" | tee -a "$log"
    elif [ "$status" = 0 ] && ! grep -q -E '^(ok|skip|FAILED) ' "$log"; then
        printf 'ok      %s\n' "$name" >>"$log"
    fi
    python3 tools/count.py --brief "$log"
    printf '%s: %d s\n' "$name" $((SECONDS - began))
    results+=("$log")
    return "$status"
}

build_clang()
{
    CC=clang configure build/clang
    compile build/clang
}

build_asan()
{
    configure build/asan -Db_sanitize=address,undefined -Db_lundef=false -Dc_args=-fno-sanitize-recover=all
    compile build/asan
}

# Undefined behaviour in the guest, and in the drivers that the tests build, is an illegal instruction: a bug check with
# file and line.
build_guest_ubsan()
{
    configure build/guest-ubsan --cross-file tools/guest.ini -Dguest_ubsan=true
    compile build/guest-ubsan
    home build/guest-ubsan build/host build/home-ubsan
    rm -rf build/home-ubsan/sdk
    cp -r sdk build/home-ubsan/sdk
    sed -i 's/^\[compile\]$/&\n-fsanitize=undefined\n-fsanitize-undefined-trap-on-error/' build/home-ubsan/sdk/km/flags.txt
}

# A host that dies behind a test's back leaves its sanitizer's report here.
sanitizer_reports()
{
    local report bad=0
    for report in build/asan/reports.*; do
        [ -f "$report" ] || continue
        cat "$report"
        bad=1
    done
    return $bad
}

flavour_asan()
{
    rm -f build/asan/reports.*
    ASAN_OPTIONS=halt_on_error=1:abort_on_error=1:log_path=$top/build/asan/reports \
        UBSAN_OPTIONS=halt_on_error=1:abort_on_error=1:print_stacktrace=1:log_path=$top/build/asan/reports \
        flavour asan-ubsan build/asan build/home --no-suite sdk --no-suite apps --no-suite style
    check sanitizer-reports sanitizer_reports || true
}

test_main()
{
    need "$build_needs"
    need "$test_needs"
    # A tree that was configured before the test tools were there has no tests.
    if [ -f build/host/build.ninja ] && ! grep -q test_machine build/host/build.ninja; then
        rm -rf build/host
    fi
    build
    if [ $# -gt 0 ] && [ "$1" != --quick ] && [ "$1" != --all ]; then
        KMDOCK_HOME=$top/build/home exec meson test -C build/host --no-rebuild --print-errorlogs "$@"
    fi
    title 'plain: gcc'
    flavour plain build/host build/home
    if [ "${1:-}" != --quick ]; then
        title 'lint'
        check lint tools/lint.sh || true
    fi
    if [ "${1:-}" = --all ]; then
        title 'clang'
        check build-clang build_clang && flavour clang build/clang build/home \
            --no-suite sdk --no-suite apps --no-suite style --no-suite conformance
        title 'address and undefined-behaviour sanitizers on the host'
        check build-asan build_asan && flavour_asan
        title 'undefined behaviour traps in the guest and in drivers'
        check build-guest-ubsan build_guest_ubsan && flavour guest-ubsan build/host build/home-ubsan \
            --suite nt --suite cli --suite conformance --suite echo --suite style --suite defects
        title 'fuzz targets'
        check fuzz tools/fuzz.sh 60 || true
    fi
    python3 tools/count.py "${results[@]}"
}
