#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# What people do by mistake, and what a machine does to them: full disks, Ctrl-C in the middle, files that are none.
bats_require_minimum_version 1.5.0
load helper

@test "a program given as a driver: one sentence, not what it lacks in a kernel" {
    printf '#include <stdio.h>\nint main(void) { puts("hello"); return 0; }\n' >"$place/app.c"
    run "$KMDOCK" run "$place/app.c" -- true
    fails_with 2 "app.c is no driver: it has no DriverEntry"
    [ "${#lines[@]}" = 1 ]
}

@test "two .sys files in a directory: which one is asked" {
    mkdir "$place/two"
    : >"$place/two/a.sys"
    : >"$place/two/b.sys"
    run "$KMDOCK" run "$place/two" -- true
    fails_with 2 "2 .sys files; name the one you mean"
}

@test "kmdock-cc says what it does not do" {
    null_driver "$place/null"
    run "$KMDOCK_CC" -E "$place/null/driver.c"
    fails_with 2 "-E makes no driver"
    "$KMDOCK_CC" -c "$place/null/driver.c" -o "$place/driver.o"
    run "$KMDOCK_CC" "$place/driver.o" -o "$place/null.sys"
    fails_with 2 "want --wdf"
    "$KMDOCK_CC" --wdf "$place/driver.o" -o "$place/null.sys"
    run "$KMDOCK" run "$place/null.sys" -- true
    [ "$status" = 0 ]
}

@test "an installed tree runs without the sources" {
    mkdir -p "$place/usr/bin" "$place/usr/share/kmdock"
    cp "$KMDOCK" "$place/usr/bin/"
    cp -rL "$KMDOCK_HOME/." "$place/usr/share/kmdock/"
    null_driver "$place/null"
    (unset KMDOCK_HOME && cd / && "$place/usr/bin/kmdock" run "$place/null" -- true)
}

@test "-- without a COMMAND is no run until Ctrl-C" {
    null_driver "$place/null"
    run timeout 20 "$KMDOCK" run "$place/null" --
    fails_with 2 "no COMMAND follows"
}

@test "a line break in --set cannot forge the registry" {
    null_driver "$place/null"
    run "$KMDOCK" run "$place/null" --set $'A=x\n[HKEY_LOCAL_MACHINE\\Forged]' -- true
    fails_with 2 "line break"
}

@test "a name that no service can have" {
    null_driver "$place/od\\d"
    run "$KMDOCK" run "$place/od\\d" -- true
    fails_with 2 "a service cannot be called od\\d"
}

@test "an output that is a device stays one; a full one is said" {
    [ -w /dev/full ] || skip "there is no /dev/full"
    sed 's/x/x/' "$KMDOCK_SOURCE/echo/autosync/echo.inx" >"$place/echo.inx"
    run "$KMDOCK" inf stamp "$place/echo.inx" -o /dev/full
    fails_with 2 "No space left"
    [ -c /dev/full ]
    run "$KMDOCK" inf stamp "$place/echo.inx" -o /dev/null
    [ "$status" = 0 ]
    [ -c /dev/null ]
    run bash -c '"$KMDOCK" inf show "$0" >/dev/full' "$place/echo.inx"
    fails_with 3 "standard output cannot be written to"
    null_driver "$place/talks" "" "" "DbgPrint(\"words\\\\n\"); return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);"
    run "$KMDOCK" run "$place/talks" --log /dev/full -- true
    fails_with 3 "/dev/full cannot be written to"
    [ -c /dev/full ]
}

@test "versions and dates that Windows would not take" {
    cp "$KMDOCK_SOURCE/echo/autosync/echo.inx" "$place/echo.inx"
    for words in "--date 13/45/2020" "--date 1/1/2020" "--driver-version 1.2.3.4.5" "--driver-version 70000.1" "--kmdf 9"; do
        # shellcheck disable=SC2086
        run "$KMDOCK" inf stamp "$place/echo.inx" -o - $words
        fails_with 2 "wants"
    done
    run "$KMDOCK" inf stamp "$place/echo.inx" -o - --date 02/29/2024 --driver-version 1.2.3.4 --kmdf 1.33
    [ "$status" = 0 ]
    [[ "$output" == *"DriverVer = 02/29/2024,1.2.3.4"* ]]
}

@test "a cache that cannot be written to, a home that is none: the host's failure" {
    null_driver "$place/null"
    : >"$place/file"
    XDG_CACHE_HOME=$place/file run "$KMDOCK" run "$place/null" -- true
    fails_with 3 "XDG_CACHE_HOME"
    KMDOCK_HOME=$place run "$KMDOCK" run "$place/null" -- true
    fails_with 3 "set KMDOCK_HOME"
}

@test "a full disk under the cache or under KMDOCK_DIR" {
    mkdir "$place/tiny"
    mount -t tmpfs -o size=16k,mode=700 tmpfs "$place/tiny" 2>/dev/null || skip "only root may mount a small disk"
    null_driver "$place/null"
    XDG_CACHE_HOME=$place/tiny run "$KMDOCK" run "$place/null" -- true
    left=$(find "$place/tiny" -name 'work-*')
    rm -rf "$place/tiny"/*
    head -c 16384 /dev/zero >"$place/tiny/fill"
    first_status=$status first_output=$output
    KMDOCK_DIR=$place/tiny run "$KMDOCK" run "$place/null" -- true
    umount "$place/tiny"
    fails_with 3 "cannot be published"
    status=$first_status output=$first_output
    fails_with 3 "is full; make room"
    [ -z "$left" ]
}

@test "Ctrl-C during a build leaves nothing in the cache, and no compiler; kill -9 is swept up by the next" {
    null_driver "$place/null"
    export XDG_CACHE_HOME=$place/cache
    mkdir "$place/bin"
    compiler=$(command -v x86_64-w64-mingw32-gcc)
    # A compiler that says when it has begun, and does not end by itself.
    printf '#!/bin/sh\ncase "$*" in *-o*) echo $$ >>"%s/begun"; sleep 60 & wait;; esac\nexec %s "$@"\n' "$place" "$compiler" >"$place/bin/x86_64-w64-mingw32-gcc"
    chmod +x "$place/bin/x86_64-w64-mingw32-gcc"
    for signal in INT TERM KILL INT; do
        rm -f "$place/begun"
        PATH=$place/bin:$PATH "$KMDOCK" run "$place/null" >"$place/out" 2>&1 3>&- &
        build=$!
        hosts+=("$build")
        until_true test -s "$place/begun"
        kill "-$signal" "$build"
        status=0
        wait "$build" || status=$?
        [ "$status" = $((128 + $(kill -l "$signal"))) ]
        [ "$signal" = KILL ] && { xargs -a "$place/begun" -I@ kill -KILL -- -@; continue; }
        [ -z "$(find "$place/cache" -name 'work-*')" ]
        while read -r compiler_id; do
            until_true bash -c "! kill -0 $compiler_id 2>/dev/null"
        done <"$place/begun"
    done
    hosts=()
}

@test "Ctrl-C while a driver holds up its removal: it is said, and once more ends it" {
    null_driver "$place/holds" "" "UNREFERENCED_PARAMETER(Request); UNREFERENCED_PARAMETER(Length);"
    start_host host "$place/holds"
    python3 "$KMDOCK_SOURCE/tests/cli/client.py" outstanding 1 >"$place/client" 2>&1 3>&- &
    hosts+=("$!")
    until_true bash -c '"$KMDOCK" status | grep "1 with the driver"'
    "$KMDOCK" power d3 >"$place/power" 2>&1 3>&- &
    hosts+=("$!")
    until_true bash -c '"$KMDOCK" status | grep "held by power"'
    kill -INT "$host"
    until_true bash -c "! ls $KMDOCK_DIR/host-*.sock"
    kill -INT "$host"
    until_true grep "once more gives it up" "$place/host"
    status=0
    kill -INT "$host"
    wait "$host" || status=$?
    cat "$place/host"
    [ "$status" = 130 ]
    nothing_left
}

@test "what a device cannot do in its state is a wrong request, no defect" {
    null_driver "$place/null"
    start_host host "$place/null"
    run "$KMDOCK" disable
    [ "$status" = 0 ]
    run "$KMDOCK" power d3
    fails_with 2 "only a started device"
    end_host INT 0
    run "$KMDOCK" ls
    [ "$status" = 0 ]
    [[ "$output" == *"no host is running"* ]]
}
