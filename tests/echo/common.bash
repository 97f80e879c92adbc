# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# Shared by the tests of Echo: a host in the background, clients that come and go. Sourced by *.bats.
# Waiting is for an event (a line in a log, the end of a process), never for time.

setup()
{
    KMDOCK_DIR=$(mktemp -d)
    export KMDOCK_DIR XDG_CACHE_HOME=${BATS_SUITE_TMPDIR:-$BATS_RUN_TMPDIR}/cache
    chmod 700 "$KMDOCK_DIR"
    cd "$KMDOCK_SOURCE" || exit 1
    host=
}

teardown()
{
    [ -z "$host" ] || { kill -9 "$host" 2>/dev/null || true; }
    rm -rf "$KMDOCK_DIR"
}

# wait_line FILE TEXT: until the file has a line with the text; the writer's death ends the wait.
wait_line()
{
    timeout 60 tail -n +1 -F "$1" 2>/dev/null | grep -q -m 1 -- "$2"
}

# host_start FORM [ARGUMENTS…]: a host that runs until it is told to stop; its output is in $KMDOCK_DIR/host.log.
host_start()
{
    local form=$1
    shift
    "$KMDOCK" run "echo/$form" "$@" >"$KMDOCK_DIR/host.log" 2>&1 3>&- &
    host=$!
    wait_line "$KMDOCK_DIR/host.log" 'started'
}

# host_stop: Ctrl-C; the host must end well, with nothing leaked and nothing left behind.
host_stop()
{
    local status=0
    kill -INT "$host"
    wait "$host" || status=$?
    host=
    cat "$KMDOCK_DIR/host.log"
    [ "$status" = 0 ]
    grep -q 'nothing leaked' "$KMDOCK_DIR/host.log"
    left_nothing
}

# What a host or client may leave in $KMDOCK_DIR: nothing (the test's own logs apart).
left_nothing()
{
    local left
    left=$(find "$KMDOCK_DIR" -mindepth 1 ! -name '*.log' ! -type d)
    echo "left behind: $left"
    [ -z "$left" ]
}
