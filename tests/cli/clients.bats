#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Clients that die, garble, stop reading; power and removal under their requests.
load helper

echo_driver=${KMDOCK_SOURCE:?}/echo/autosync
client=("${PYTHON:-python3}" "${BATS_TEST_DIRNAME}/client.py")

# outstanding NAME COUNT: a client in the background with that many requests; its process id in $outstanding.
outstanding()
{
    "${client[@]}" outstanding "$2" >"$place/$1" 2>&1 3>&- &
    outstanding=$!
    hosts+=("$outstanding")
    until_true grep -q ready "$place/$1"
}

# busy: somebody has requests outstanding.
busy()
{
    "$KMDOCK" status | grep -Eq '[1-9][0-9]* IRPs? outstanding'
}

@test "kill -9 of a client with 200 requests outstanding, twenty times" {
    start_host log "$echo_driver"
    for _ in $(seq 1 20); do
        outstanding client 200
        kill -KILL "$outstanding"
        wait "$outstanding" 2>/dev/null || true
        rm "$place/client"
    done
    KMDOCK_HOST=host-$host.sock run timeout 20 "$ECHOAPP"
    echo "$output"
    [ "$status" = 0 ]
    run "$KMDOCK" status
    echo "$output"
    [ "$status" = 0 ]
    end_host INT 0
    cat "$place/log"
    grep -q "nothing leaked" "$place/log"
    nothing_left
}

@test "garbage, an old version, a slot used twice: thrown out, the host goes on" {
    start_host log "$echo_driver"
    for what in garbage version slot; do
        run timeout 20 "${client[@]}" "$what"
        fails_with 0 "thrown out"
    done
    run timeout 20 "${client[@]}" badhandle
    fails_with 0 "0xc0000008"
    timeout 20 "$ECHOAPP"
    end_host INT 0
    [ "$(grep -c "was thrown out: " "$place/log")" = 3 ]
    grep -q "nothing leaked" "$place/log"
}

@test "a socket closed in the middle of a message, and one that never says a word" {
    start_host log "$echo_driver"
    timeout 20 "${client[@]}" half
    timeout 20 "${client[@]}" silent
    timeout 20 "$ECHOAPP"
    end_host INT 0
    grep -q "nothing leaked" "$place/log"
}

@test "a client that stops reading holds nobody up" {
    null_driver "$place/null"
    start_host log "$place/null"
    mkfifo "$place/hold"
    "${client[@]}" deaf 20000 <"$place/hold" >"$place/deaf" 2>&1 3>&- &
    deaf=$!
    hosts+=("$deaf")
    exec 9>"$place/hold"
    until_true grep -q ready "$place/deaf"
    run timeout 20 "${client[@]}" badhandle
    fails_with 0 "0xc0000008"
    [ "$(ps -o rss= -p "$host")" -lt 1000000 ]
    exec 9>&-
    wait "$deaf" || true
    end_host INT 0
    grep -q "nothing leaked" "$place/log"
}

@test "power d3 and d0, disable, enable, remove with 200 requests outstanding" {
    start_host log "$echo_driver"
    outstanding client 200
    run "$KMDOCK" power d3
    [ "$status" = 0 ]
    run "$KMDOCK" ls
    fails_with 0 "D3"
    run "$KMDOCK" power d0 'ROOT\SAMPLE\0000'
    [ "$status" = 0 ]
    # A handle is open, so the device is gone for its client, and away for good when that has closed it.
    run timeout 20 "$KMDOCK" disable
    [ "$status" = 0 ]
    kill -KILL "$outstanding"
    until_true "$KMDOCK" enable
    timeout 20 "$ECHOAPP"
    outstanding second 200
    run timeout 20 "$KMDOCK" remove 'ROOT\SAMPLE\0000'
    [ "$status" = 0 ]
    run timeout 20 "$ECHOAPP"
    [ "$status" != 0 ]
    end_host INT 0
    cat "$place/log"
    grep -q "nothing leaked" "$place/log"
}

@test "a device that is not there" {
    start_host log "$echo_driver"
    run "$KMDOCK" power d3 'ROOT\NOBODY\0000'
    [ "$status" = 2 ]
    run "$KMDOCK" power d4
    [ "$status" = 2 ]
    run "$KMDOCK" status --host 1
    fails_with 2 "no host with the process id 1"
    end_host INT 0
    run "$KMDOCK" status
    fails_with 2 "no host is running"
}

@test "Ctrl-C of the app, while the host goes on" {
    start_host log "$echo_driver"
    "$ECHOAPP" -Async 0 >"$place/app" 2>&1 3>&- &
    app=$!
    hosts+=("$app")
    until_true busy
    kill -INT "$app"
    result=0
    wait "$app" || result=$?
    cat "$place/app"
    [ "$result" = 0 ]
    timeout 20 "$ECHOAPP"
    end_host INT 0
    grep -q "nothing leaked" "$place/log"
}
