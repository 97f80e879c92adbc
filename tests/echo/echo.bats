#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Echo, end to end: both forms, real clients, real time. Short timer periods keep it quick.
# shellcheck disable=SC2314,SC2154

load common

run_form()
{
    run "$KMDOCK" run "echo/$1" "${@:2}"
    echo "$output"
}

@test "autosync: a write is read back, 512 bytes and 30 KiB" {
    run_form autosync -- "$ECHOAPP"
    [ "$status" = 0 ]
    [[ $output == *512* && $output == *30720* ]]
    [[ $output == *"nothing leaked"* ]]
    left_nothing
}

@test "driversync: a write is read back, 512 bytes and 30 KiB" {
    run_form driversync -- "$ECHOAPP"
    [ "$status" = 0 ]
    [[ $output == *512* && $output == *30720* ]]
    [[ $output == *"nothing leaked"* ]]
    left_nothing
}

@test "autosync: 100 reads and 100 writes outstanding at once, all verified" {
    run_form autosync --set TimerPeriod=1 -- "$ECHOAPP" -Async 300
    [ "$status" = 0 ]
    left_nothing
}

@test "driversync: 100 reads and 100 writes outstanding at once, all verified" {
    run_form driversync --set TimerPeriod=1 -- "$ECHOAPP" -Async 300
    [ "$status" = 0 ]
    left_nothing
}

@test "a write above MaxWriteLength fails and the app says so" {
    run_form autosync --set MaxWriteLength=1000 --set TimerPeriod=1 -- "$ECHOAPP"
    [ "$status" = 1 ]
    [[ $output == *30720* ]]
}

@test "both drivers in one host, each with its device" {
    run "$KMDOCK" run echo/autosync echo/driversync --set TimerPeriod=1 -- "$ECHOAPP"
    echo "$output"
    [ "$status" = 0 ]
    left_nothing
}

kill_clients()
{
    host_start "$1" --set TimerPeriod=1000
    local app
    for _ in $(seq 20); do
        "$ECHOAPP" -Async 0 >"$KMDOCK_DIR/app.log" 2>&1 3>&- &
        app=$!
        # 200 requests are outstanding when the device says so.
        until "$KMDOCK" status | grep -q '199 waiting'; do kill -0 "$app"; done
        kill -9 "$app"
        wait "$app" || true
        until "$KMDOCK" status | grep -q ' 0 waiting, 0 with'; do :; done
    done
    host_stop
}

@test "autosync: kill -9 of a client with 200 requests outstanding, twenty times" {
    kill_clients autosync
}

@test "driversync: kill -9 of a client with 200 requests outstanding, twenty times" {
    kill_clients driversync
}

interrupt_client()
{
    host_start "$1"
    "$ECHOAPP" -Async 0 >"$KMDOCK_DIR/app.log" 2>&1 3>&- &
    local app=$! status=0
    until "$KMDOCK" status | grep -q '199 waiting'; do kill -0 "$app"; done
    kill -INT "$app"
    wait "$app" || status=$?
    cat "$KMDOCK_DIR/app.log"
    [ "$status" = 0 ]
    grep -q 'cancelled' "$KMDOCK_DIR/app.log"
    run "$ECHOAPP"
    [ "$status" = 0 ]
    host_stop
}

@test "autosync: Ctrl-C of echoapp -Async 0 cancels what is outstanding; the next client works at once" {
    interrupt_client autosync
}

@test "driversync: Ctrl-C of echoapp -Async 0 cancels what is outstanding; the next client works at once" {
    interrupt_client driversync
}

power_cycle()
{
    host_start "$1" --set TimerPeriod=5
    "$ECHOAPP" -Async 400 >"$KMDOCK_DIR/app.log" 2>&1 3>&- &
    local app=$!
    until "$KMDOCK" status | grep -q '19[0-9] waiting'; do kill -0 "$app"; done
    "$KMDOCK" power d3
    "$KMDOCK" status
    "$KMDOCK" status | grep -q 'D3'
    "$KMDOCK" power d0
    wait "$app"
    cat "$KMDOCK_DIR/app.log"
    host_stop
}

@test "autosync: power d3 and d0 with 200 requests outstanding: nothing is lost" {
    power_cycle autosync
}

@test "driversync: power d3 and d0 with 200 requests outstanding: nothing is lost" {
    power_cycle driversync
}

away()
{
    host_start "$1" --set TimerPeriod=5
    "$ECHOAPP" -Async 0 >"$KMDOCK_DIR/app.log" 2>&1 3>&- &
    local app=$! status=0
    until "$KMDOCK" status | grep -q '19[0-9] waiting'; do kill -0 "$app"; done
    "$KMDOCK" "$2"
    wait "$app" || status=$?
    cat "$KMDOCK_DIR/app.log"
    [ "$status" = 1 ]
}

@test "autosync: disable with 200 requests outstanding ends them with an error; enable brings it back" {
    away autosync disable
    run "$ECHOAPP"
    [ "$status" != 0 ]
    "$KMDOCK" enable
    "$ECHOAPP"
    host_stop
}

@test "driversync: disable with 200 requests outstanding ends them with an error; enable brings it back" {
    away driversync disable
    "$KMDOCK" enable
    "$ECHOAPP"
    host_stop
}

@test "autosync: remove with 200 requests outstanding ends them with an error" {
    away autosync remove
    run "$KMDOCK" ls
    [[ $output != *'{cdc35b6e'* ]]
    host_stop
}

@test "driversync: remove with 200 requests outstanding ends them with an error" {
    away driversync remove
    host_stop
}

@test "echoapp without a device says how to start one" {
    run "$ECHOAPP"
    echo "$output"
    [ "$status" = 1 ]
    [[ $output == *"kmdock run"* ]]
}

@test "echoapp -? prints its usage; an unknown option is refused" {
    run "$ECHOAPP" '-?'
    [ "$status" = 0 ]
    [[ $output == *-Async* ]]
    run "$ECHOAPP" -Sideways
    [ "$status" = 2 ]
}
