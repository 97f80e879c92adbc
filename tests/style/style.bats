#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Drivers and apps as authors of Windows drivers leave them, from unchanged directories with blanks in their names:
# they build without a warning, run, and the data that comes back is what was written.
load ../cli/helper

setup_file()
{
    export XDG_CACHE_HOME=$BATS_FILE_TMPDIR/cache # what is built anew shows its warnings
    export tree="$BATS_FILE_TMPDIR/My Drivers"
    "${KMDOCK_SOURCE:?}/tests/style/make_tree.sh" "${KMDOCK_SOURCE:?}/tests/style" "$tree"
    export auto="$tree/relay/driver/AutoSync" sync="$tree/relay/driver/DriverSync" exe="$tree/relay/exe"
    find "$tree" -printf '%p %s %T@\n' | sort >"$BATS_FILE_TMPDIR/before"
    app=$("$KMDOCK" build -q --app "$exe")
    export app
}

teardown_file()
{
    chmod -R u+w "$tree"
}

# builds TARGET OPTION…: without a word of the compiler's.
builds()
{
    run "$KMDOCK" build "$@"
    echo "$output"
    [ "$status" = 0 ]
    [[ "$output" != *warning* ]]
}

# relays ARGUMENTS…: `kmdock run` verified what it wrote, and nothing leaked.
relays()
{
    run timeout 100 "$KMDOCK" run "$@"
    echo "$output"
    [ "$status" = 0 ]
    [[ "$output" == *"nothing leaked"* ]]
}

@test "C, a project, CRLF, tabs, a byte-order mark: builds and runs" {
    builds "$auto"
    relays -v "$auto" -- "$app"
    [[ "$output" == *"Length 512 is right"* ]]
    [[ "$output" == *"Length 30720 is right"* ]]
    [[ "$output" == *"formats [     -42] [beef  ] [10000000000] [percent S] [r] [65535] [4294967295] [16]"* ]]
    [[ "$output" == *"forgets 30720 bytes"* ]]
    relays "$auto" -- "$app" -Async 3
    [[ "$output" == *"All rounds were right"* ]]
}

@test "C that synchronises itself, no project, INX in UTF-16: builds and runs" {
    builds "$sync"
    relays "$sync" -- "$app" -2
    [[ "$output" == *"Length 30720 is right"* ]]
    relays "$sync" -- "$app" -2 -Async 3
    [[ "$output" == *"All rounds were right"* ]]
}

@test "C++, sources only: builds and runs" {
    builds "$tree/plusplus"
    relays "$tree/plusplus" -- "$app"
    [[ "$output" == *"Length 30720 is right"* ]]
    relays "$tree/plusplus" -- "$app" -Async 3
    [[ "$output" == *"All rounds were right"* ]]
}

@test "a project, an INX, C files, a prebuilt image as TARGET" {
    relays "$auto/relay.vcxproj" -- "$app"
    relays "$auto/relay.inx" -- "$app"
    relays "$sync/io.c" "$sync/Init.c" -- "$app" -2
    mkdir "$place/pre built"
    "$KMDOCK" build -q -o "$place/pre built/relay.sys" "$auto"
    "$KMDOCK" inf stamp -o "$place/pre built/relay.inf" "$auto/relay.inx"
    relays "$place/pre built/relay.sys" -- "$app"
    relays "$place/pre built" -- "$app"
    relays "$place/pre built/relay.inf" -- "$app"
}

@test "kmdock-cc builds drivers, in both configurations" {
    (cd "$sync" && "$KMDOCK_CC" --no-debug -o "$place/relay2.sys" Init.c io.c)
    cp "$sync/relay2.inx" "$place/"
    relays "$place/relay2.sys" -- "$app" -2
    (cd "$auto" && "$KMDOCK_CC" -DRELAY_FROM_PROJECT -I ../../inc -o "$place/relay.sys" Driver.c Device.c Queue.c)
    relays "$place/relay.sys" -- "$app"
    (cd "$tree/plusplus" && "$KMDOCK_CC" --no-debug -o "$place/plusplus.sys" Driver.cpp Device.cpp)
    relays "$place/plusplus.sys" -- "$app"
}

# apps CC CXX OPTION…: the three tools, run against the C++ driver.
apps()
{
    local cc=$1 cxx=$2
    shift 2
    for tool in narrow.c wide.c generic.cpp; do
        run env CC="$cc" CXX="$cxx" "$KMDOCK_CC" --app "$@" -o "$place/tool" "$tree/tools/$tool"
        [ "$status" = 0 ] && [ -z "$output" ] || { echo "$cc $* $tool: $output"; return 1; }
        run "$KMDOCK" run -q "$tree/plusplus" -- "$place/tool" something
        [ "$status" = 0 ] || { echo "$cc $* $tool: $status $output"; return 1; }
        case $tool in
        narrow.c) [[ "$output" == *"record c0ffee C0FFEE something| 64 bytes"* ]] ;;
        wide.c) [[ "$output" == *"something something narrow [   9] 18 bytes"* ]] ;;
        generic.cpp) [[ "$output" == *"by value 8"* ]] ;;
        esac || { echo "$cc $* $tool: $output"; return 1; }
    done
}

@test "apps with gcc, narrow and UNICODE" {
    apps gcc g++ -O2
    apps gcc g++ -O0 -DUNICODE -D_UNICODE
}

@test "apps with clang, narrow and UNICODE" {
    command -v clang >/dev/null || skip "clang is not installed"
    apps clang clang++ -O2
    apps clang clang++ -O0 -DUNICODE -D_UNICODE
}

@test "main with an unsigned count, in C++ with clang" {
    command -v clang++ >/dev/null || skip "clang is not installed"
    CXX=clang++ "$KMDOCK_CC" --app -DUNICODE -D_UNICODE -I "$tree/relay/inc" -o "$place/relayapp" "$exe/relayapp.cpp"
    relays "$tree/plusplus" -- "$place/relayapp"
}

@test "what only Microsoft's compiler takes: commas before nothing, i64, Ctrl-Z, an old code page" {
    null_driver "$place/old" 'TRACE("add"); TRACE("%I64d %I64x", DUE, 0xFFFFFFFF00000000UI64); TRACE("%ws", L"M\xfcller");
        return WdfIoQueueCreate(device, \&config, WDF_NO_OBJECT_ATTRIBUTES, NULL);'
    {
        printf '#define TRACE(text, ...) KdPrint(("old: " text "\\n", \\\n    __VA_ARGS__))\n// \xa9 1999\n'
        printf '#define DUE -10i64\n'
        cat "$place/old/driver.c"
        printf '\032'
    } >"$place/old/new"
    sed -e 's/\\&config/\&config/' -e "s/M\\\\xfcller/$(printf 'M\xfcller')/" "$place/old/new" >"$place/old/driver.c"
    rm "$place/old/new"
    builds "$place/old"
    relays -v "$place/old" -- true
    [[ "$output" == *"old: add"* ]]
    [[ "$output" == *"old: -10 ffffffff00000000"* ]]
    [[ "$output" == *"old: Müller"* ]]
}

@test "what does not compile shows the compiler's lines" {
    cp -r "$auto/../../." "$place/mine"
    chmod -R u+w "$place/mine"
    sed -i 's/return RelayMakeTicker/return RelayMakeTocker/; s/PRELAY_QUEUE            state;/PRELAY_QUEUE state = Nobody;/' "$place/mine/driver/AutoSync/Queue.c"
    sed -i 's/WDFQUEUE\([[:space:]]*\)queue;/WDFQUEUE\1queue = Nobody;/' "$place/mine/driver/AutoSync/Queue.c"
    run "$KMDOCK" build "$place/mine/driver/AutoSync"
    fails_with 2 "Queue.c:"
    fails_with 2 "Nobody"
    run "$KMDOCK" run "$place/mine/driver/AutoSync" -- true
    [ "$status" = 2 ]
}

@test "nothing was written to the directories" {
    find "$tree" -printf '%p %s %T@\n' | sort | diff "$BATS_FILE_TMPDIR/before" -
}
