# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# ./dev test: the suite in every flavour, then one line that counts. Sourced by ./dev.

results=()

# flavour NAME HOST-BUILD HOME [meson test arguments]: runs one build's tests and keeps its log for the count.
flavour()
{
    local name=$1 host=$2 home=$3
    shift 3
    printf '\n== %s ==\n' "$name"
    # A failing test is counted below; it must not end the script here.
    KMDOCK_HOME=$top/$home meson test -C "$host" --no-rebuild --print-errorlogs --num-processes "$jobs" \
        --logbase "$name" "$@" || true
    results+=("$host/meson-logs/$name.json")
}

# check NAME COMMAND…: one step that passes or fails.
check()
{
    local name=$1 log began=$SECONDS
    shift
    log=build/check-$name.log
    if "$@" >"$log" 2>&1; then
        printf 'ok      %s (%d s)\n' "$name" $((SECONDS - began))
        results+=("pass:$name")
    elif [ $? = 77 ]; then
        printf 'skip    %s: %s\n' "$name" "$(tail -n 1 "$log")"
        results+=("skip:$name")
    else
        cat "$log"
        printf 'FAILED  %s\n' "$name"
        results+=("fail:$name")
    fi
}

build_clang()
{
    CC=clang configure build/clang
    compile build/clang
}

build_asan()
{
    configure build/asan -Db_sanitize=address,undefined -Db_lundef=false
    compile build/asan
}

build_guest_ubsan()
{
    configure build/guest-ubsan --cross-file tools/guest.ini -Dc_args='-fsanitize=undefined -fsanitize-undefined-trap-on-error'
    compile build/guest-ubsan
    home build/guest-ubsan build/host build/home-ubsan
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
    if [ $# -gt 0 ] && [ "$1" != --quick ]; then
        KMDOCK_HOME=$top/build/home exec meson test -C build/host --no-rebuild --print-errorlogs "$@"
    fi
    flavour plain build/host build/home
    if [ "${1:-}" != --quick ]; then
        printf '\n== checks ==\n'
        check lint tools/lint.sh
        check build-clang build_clang
        check build-asan build_asan
        check build-guest-ubsan build_guest_ubsan
        [ -f build/clang/build.ninja ] && flavour clang build/clang build/home
        [ -f build/asan/build.ninja ] && flavour asan-ubsan build/asan build/home
        [ -d build/home-ubsan ] && flavour guest-ubsan build/host build/home-ubsan
        check fuzz tools/fuzz.sh 60
    fi
    python3 tools/count.py "${results[@]}"
}
