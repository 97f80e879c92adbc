#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# kmdock run: how it ends, what it says, and that it leaves nothing behind.
load helper

echo_driver=${KMDOCK_SOURCE:?}/echo/autosync
driversync=${KMDOCK_SOURCE:?}/echo/driversync

@test "the program's exit status is passed on" {
    null_driver "$place/null"
    run "$KMDOCK" run "$place/null" -- true
    fails_with 0 "null: started, \\\\?\\ROOT#SYSTEM#0000#{cdc35b6e"
    fails_with 0 "null: removed, unloaded, nothing leaked"
    run "$KMDOCK" run -q "$place/null" -- sh -c 'exit 42'
    [ "$status" = 42 ]
    [ -z "$output" ]
    run "$KMDOCK" run "$place/null" -- sh -c 'kill -9 $$'
    [ "$status" = 137 ]
    nothing_left
}

@test "the program finds the device" {
    run "$KMDOCK" run "$echo_driver" -- "$ECHOAPP"
    fails_with 0 "30720"
    nothing_left
}

@test "a program that is not there" {
    null_driver "$place/null"
    run "$KMDOCK" run "$place/null" -- nobody-has-this-program
    fails_with 2 "nobody-has-this-program cannot be started: No such file or directory"
    nothing_left
}

@test "without a program until Ctrl-C, which is a clean end, even if it was ignored" {
    null_driver "$place/null"
    start_host log "$place/null"
    end_host INT 0
    grep -q "nothing leaked" "$place/log"
    nothing_left
    start_host log "$place/null"
    end_host TERM 0
    nothing_left
}

@test "SIGTERM ends the program and the host" {
    null_driver "$place/null"
    start_host log "$place/null" -- sleep 1000
    end_host TERM 143
    nothing_left
}

@test "DriverEntry fails" {
    null_driver "$place/entry" '' '' 'return STATUS_DEVICE_CONFIGURATION_ERROR;'
    run "$KMDOCK" run "$place/entry" -- true
    fails_with 1 "DriverEntry of entry.sys failed"
    fails_with 1 "STATUS_DEVICE_CONFIGURATION_ERROR"
    nothing_left
}

@test "EvtDeviceAdd fails" {
    null_driver "$place/adding" 'return STATUS_NOT_SUPPORTED;'
    run "$KMDOCK" run "$place/adding" -- true
    fails_with 1 "STATUS_NOT_SUPPORTED"
    nothing_left
}

@test "a .sys that is garbage" {
    head -c 4096 /dev/urandom >"$place/garbage.sys"
    run "$KMDOCK" run "$place/garbage.sys" -- true
    fails_with 2 "cannot be loaded: it is no Windows image"
    image=$("$KMDOCK" build "$echo_driver")
    head -c 1500 "$image" >"$place/cut.sys"
    run "$KMDOCK" run "$place/cut.sys" -- true
    [ "$status" = 2 ]
    : >"$place/empty.sys"
    run "$KMDOCK" run "$place/empty.sys" -- true
    [ "$status" = 2 ]
    nothing_left
}

@test "a .sys that imports what nobody has" {
    image=$("$KMDOCK" build "$echo_driver")
    sed 's/DbgPrint/DbgWrong/g;s/MmGetSystem/MmGotSystem/g;s/WdfVersionBind/WdfVersionBund/;s/RtlAssert/RtlInsert/;s/ntoskrnl.exe/ntoskrnl.exe/' "$image" >"$place/wrong.sys"
    sed -i 's/KeGetCurrentIrql/KeGetCurrentIrqk/;s/RtlInitUnicodeString/RtlInitUnicodeStrink/' "$place/wrong.sys"
    run "$KMDOCK" run "$place/wrong.sys" -- true
    fails_with 2 "it imports what this kernel does not have"
    nothing_left
}

@test "a prebuilt .sys runs" {
    image=$("$KMDOCK" build "$echo_driver")
    cp "$image" "$image.dbg" "$echo_driver/echo.inx" "$place/"
    run "$KMDOCK" run "$place/echo.sys" -- "$ECHOAPP"
    fails_with 0 "echo: started"
}

@test "a driver that dereferences NULL: a report with file and line, the program gets an error, status 1" {
    null_driver "$place/crash" '' '*(volatile int *)0 = (int)Length; WdfRequestComplete(Request, 0);'
    run timeout 20 "$KMDOCK" run "$place/crash" -- "$ECHOAPP"
    [ "$status" = 1 ]
    echo "$output"
    [[ "$output" == *"driver.c:"* ]]
    [[ "$output" == *"bug check"* ]]
    nothing_left
}

@test "a driver that never returns, completes twice, calls at the wrong IRQL: status 1, and the program ends" {
    null_driver "$place/spin" '' 'volatile size_t x = Length; while (x) {} WdfRequestComplete(Request, 0);'
    run timeout 30 "$KMDOCK" run --watchdog 1 "$place/spin" -- "$ECHOAPP"
    fails_with 1 "Nontermination"
    fails_with 1 "driver.c:12"
    null_driver "$place/twice" '' 'WdfRequestComplete(Request, 0); WdfRequestComplete(Request, 0); (void)Length;'
    run timeout 30 "$KMDOCK" run "$place/twice" -- "$ECHOAPP"
    fails_with 1 "WDF_VIOLATION"
    fails_with 1 "driver.c:12"
    null_driver "$place/irql" '' 'KIRQL k; LARGE_INTEGER t = {.QuadPart = -(LONGLONG)Length}; KeRaiseIrql(DISPATCH_LEVEL, &k); KeDelayExecutionThread(KernelMode, FALSE, &t); WdfRequestComplete(Request, 0);'
    run timeout 30 "$KMDOCK" run "$place/irql" -- "$ECHOAPP"
    fails_with 1 "WrongIrql"
    nothing_left
}

@test "--set reaches the driver, and a wrong one is refused" {
    run "$KMDOCK" run --set TimerPeriod=1 "$echo_driver" -- "$ECHOAPP"
    [ "$status" = 0 ]
    run "$KMDOCK" run --set TimerPeriod "$echo_driver" -- true
    fails_with 2 "--set wants NAME=VALUE"
    run "$KMDOCK" run --set TimerPeriod=99999999999 "$echo_driver" -- true
    fails_with 2 "more than 32 bits"
    nothing_left
}

@test "-v shows what the driver prints, --log writes it" {
    null_driver "$place/talk" '' '' 'DbgPrint("hello from %s\n", "here"); return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);'
    run "$KMDOCK" run -v --log "$place/log" "$place/talk" -- true
    fails_with 0 "| hello from here"
    grep -q "hello from here" "$place/log"
    run "$KMDOCK" run "$place/talk" -- true
    [[ "$output" != *"hello from here"* ]]
}

@test "a leak is reported with its size and fails the run" {
    null_driver "$place/leak" '' '' 'ExAllocatePoolWithTag(NonPagedPoolNx, 100, 0x6b61656c); return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);'
    run "$KMDOCK" run "$place/leak" -- true
    fails_with 1 "PoolLeak"
    nothing_left
}

@test "several drivers in one host" {
    run "$KMDOCK" run "$echo_driver" "$driversync" -- "$KMDOCK" ls
    fails_with 0 "ROOT\\SAMPLE\\0000"
    fails_with 0 "ROOT\\SAMPLE\\0001"
    nothing_left
}

@test "two devices of one driver" {
    run "$KMDOCK" run "$echo_driver" "$echo_driver" -- "$KMDOCK" ls
    fails_with 0 "ROOT\\SAMPLE\\0001"
    [ "$(grep -c "nothing leaked" <<<"$output")" = 1 ]
    nothing_left
}

@test "several hosts side by side: each program sees its own device" {
    start_host first "$echo_driver"
    first=$host
    run "$KMDOCK" run "$echo_driver" -- "$ECHOAPP"
    [ "$status" = 0 ]
    devices=2 start_host second "$echo_driver"
    run "$KMDOCK" ls
    [ "$(grep -c 'ROOT\\SAMPLE' <<<"$output")" = 2 ]
    run "$KMDOCK" status
    fails_with 2 "say which with --host PID"
    run "$KMDOCK" status --host "$first"
    [ "$status" = 0 ]
    end_host INT 0
    host=$first
    end_host INT 0
    nothing_left
}

@test "what a killed host left is swept away by the next command" {
    null_driver "$place/null"
    start_host log "$place/null"
    kill -KILL "$host"
    wait "$host" || true
    run "$KMDOCK" ls
    [ "$status" = 0 ]
    [ -z "$(find "$KMDOCK_DIR" -type f -o -type s)" ]
}

@test "a directory of others is refused" {
    mkdir "$KMDOCK_DIR"
    chmod 777 "$KMDOCK_DIR"
    run "$KMDOCK" ls
    fails_with 3 "others may write to"
    chmod 700 "$KMDOCK_DIR"
}

@test "--gdb stops at DriverEntry with the symbols loaded" {
    command -v gdb >/dev/null || skip "gdb is not installed"
    null_driver "$place/null"
    run timeout 60 "$KMDOCK" run --gdb "$place/null" -- true <<<$'backtrace 1\ninfo symbol $pc\ncontinue\nquit'
    echo "$output"
    [[ "$output" == *DriverEntry* ]]
    [[ "$output" == *"driver.c"* ]]
}
