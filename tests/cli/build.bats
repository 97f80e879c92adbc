#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# kmdock build, kmdock-cc, kmdock inf: no host is started here.
load helper

echo_driver=${KMDOCK_SOURCE:?}/echo/autosync

@test "build prints the image's path and leaves the source directory alone" {
    cp -r "$KMDOCK_SOURCE/echo" "$place/all"
    cp "$KMDOCK_SOURCE/echo/public.h" "$place/" && mv "$place/all/autosync" "$place/echo"
    before=$(find "$place/echo" -printf '%p %s %T@\n' | sort)
    run "$KMDOCK" build "$place/echo"
    [ "$status" = 0 ]
    [ -f "${lines[-1]}" ]
    [ -f "${lines[-1]}.dbg" ]
    [ "$before" = "$(find "$place/echo" -printf '%p %s %T@\n' | sort)" ]
}

@test "a second build starts no compiler" {
    null_driver "$place/second"
    "$KMDOCK" build "$place/second"
    mkdir "$place/bin"
    printf '#!/bin/sh\necho started >>%s\nexit 1\n' "$place/started" >"$place/bin/counting"
    chmod +x "$place/bin/counting"
    run strace -f -e trace=execve -o "$place/trace" "$KMDOCK" build "$place/second"
    [ "$status" = 0 ] || skip "strace is not installed"
    [ "$(grep -c execve "$place/trace")" = 1 ]
}

@test "a changed header is noticed" {
    null_driver "$place/header"
    echo '#define CHANGED 0' >"$place/header/changed.h"
    sed -i '1i #include "Changed.H"' "$place/header/driver.c"
    first=$("$KMDOCK" build "$place/header")
    echo '#error changed' >"$place/header/changed.h"
    run "$KMDOCK" build "$place/header"
    fails_with 2 '#error changed'
    echo '#define CHANGED 1' >"$place/header/changed.h"
    [ "$first" != "$("$KMDOCK" build "$place/header" 2>/dev/null)" ]
}

@test "a driver that does not compile shows the compiler's lines" {
    null_driver "$place/broken" 'return nonsense;'
    run "$KMDOCK" build "$place/broken"
    fails_with 2 "nonsense"
    fails_with 2 "broken does not compile: see above for driver.c"
}

@test "a driver that does not link says what is missing" {
    null_driver "$place/unlinked" 'return NobodyHasThis();'
    run "$KMDOCK" build "$place/unlinked"
    fails_with 2 "NobodyHasThis"
}

@test "a directory with no driver" {
    mkdir "$place/empty"
    run "$KMDOCK" build "$place/empty"
    fails_with 2 "has no driver"
    run "$KMDOCK" build "$place/nowhere"
    fails_with 2 "No such file or directory"
}

@test "sources in UTF-16 and with a byte-order mark" {
    null_driver "$place/wide"
    (printf '\377\376'; iconv -t UTF-16LE "$place/wide/driver.c") >"$place/wide/driver.c.new"
    mv "$place/wide/driver.c.new" "$place/wide/driver.c"
    "$KMDOCK" build "$place/wide"
    null_driver "$place/marked"
    sed -i '1s/^/\xef\xbb\xbf/' "$place/marked/driver.c"
    "$KMDOCK" build "$place/marked"
}

@test "a scenario is never part of the driver" {
    null_driver "$place/with"
    echo '#error a scenario' >"$place/with/scenario.c"
    printf '#include <kmdock/scenario.h>\n#error another\n' >"$place/with/more.c"
    "$KMDOCK" build "$place/with"
}

@test "imports that the kernel lacks are listed" {
    null_driver "$place/lacking" 'return IoRegisterPlugPlayNotification(0, 0, 0, 0, 0, 0, 0);'
    run "$KMDOCK" build "$place/lacking"
    echo "$output"
    [ "$status" = 0 ]
    grep -q "^IoRegisterPlugPlayNotification.*implemented" "${KMDOCK_HOME:?}/guest/nt_exports.tsv" ||
        [[ "$output" == *"IoRegisterPlugPlayNotification (ntoskrnl.exe)"* ]]
}

@test "functions of the framework that are not there yet are listed" {
    name=$(awk -F'\t' '$3 == "missing" { print $1; exit }' "${KMDOCK_HOME:?}/guest/wdf_functions_have.tsv")
    [ -n "$name" ] || skip "the framework has them all"
    null_driver "$place/more"
    echo "#define NEVER() $name (0) /* WdfNothing() is no function */" >>"$place/more/driver.c"
    run "$KMDOCK" build "$place/more"
    fails_with 0 "  $name"
}

@test "kmdock-cc builds drivers and apps" {
    cd "$echo_driver"
    "$KMDOCK_CC" -o "$place/echo.sys" driver.c device.c queue.c
    [ -f "$place/echo.sys" ]
    cd "$place"
    printf '#include <windows.h>\n#include <stdio.h>\nint main(void) { printf("%%ws %%d\\n", L"wide", (int)sizeof(long)); return 3; }\n' >app.c
    "$KMDOCK_CC" --app -o app app.c
    run ./app
    [ "$status" = 3 ]
    [[ "$output" == "wide "* ]]
    run "$KMDOCK_CC" --nonsense
    [ "$status" = 2 ]
    run "$KMDOCK_CC" nowhere.c
    [ "$status" = 2 ]
}

@test "a missing cross compiler is named with its package" {
    null_driver "$place/nocc"
    run env PATH=/nonexistent "$KMDOCK" build "$place/nocc"
    fails_with 2 "apt install gcc-mingw-w64-x86-64"
}

@test "inf show and stamp" {
    run "$KMDOCK" inf show "$echo_driver/echo.inx"
    fails_with 0 'root\ECHO'
    "$KMDOCK" inf show --json "$echo_driver/echo.inx" | grep -q '"hardware_id": "root\\\\ECHO"'
    "$KMDOCK" inf stamp --driver-version 3.2.1.0 -o "$place/echo.inf" "$echo_driver/echo.inx"
    grep -q 'DriverVer = .*,3\.2\.1\.0' "$place/echo.inf"
    [ "$(grep -c '\$ARCH\$' "$place/echo.inf")" = 0 ]
    run "$KMDOCK" inf show "$place/echo.inf"
    [ "$status" = 0 ]
}

@test "a wrong INF says where" {
    sed 's/^\[Echo_Service\]/[Elsewhere]/' "$echo_driver/echo.inx" >"$place/wrong.inx"
    run "$KMDOCK" inf show "$place/wrong.inx"
    fails_with 2 "[Echo_Service], which is not there"
    [[ "$output" == *"wrong.inx:"[0-9]*": "* ]]
    printf 'no inf' >"$place/none.inf"
    run "$KMDOCK" inf show "$place/none.inf"
    [ "$status" = 2 ]
}

@test "usage: exit status 2, and help everywhere" {
    run "$KMDOCK"
    [ "$status" = 2 ]
    run "$KMDOCK" nonsense
    fails_with 2 "no command nonsense"
    run "$KMDOCK" run --nonsense
    [ "$status" = 2 ]
    run "$KMDOCK" run
    [ "$status" = 2 ]
    for word in build run ls status power disable enable remove inf; do
        run "$KMDOCK" "$word" --help
        [ "$status" = 0 ]
        [[ "$output" == *"Usage: kmdock $word"* ]]
    done
    for word in explore merge replay queue request device verify; do
        run "$KMDOCK" "$word"
        fails_with 2 "not in this version yet"
    done
    run "$KMDOCK" --version
    [[ "$output" == "kmdock "[0-9]* ]]
}
