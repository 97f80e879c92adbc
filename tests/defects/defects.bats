#!/usr/bin/env bats
# SPDX-License-Identifier: MIT
# Drivers that are wrong, one thing each: what the report says, that the client gets an error and ends, that nothing
# stays behind. In each driver.c the wrong statement is marked; the report must point at it.

setup_file()
{
    export XDG_CACHE_HOME=$BATS_FILE_TMPDIR/cache CLIENT=$BATS_FILE_TMPDIR/client
    cd "${KMDOCK_SOURCE:?}" || return 1
    "${KMDOCK_CC:?}" --app -o "$CLIENT" tests/defects/client/client.c
}

setup()
{
    export KMDOCK_DIR=$BATS_TEST_TMPDIR/dir
    cd "$KMDOCK_SOURCE" || return 1
}

# says WORDS: the output holds them.
says()
{
    [[ $output == *"$1"* ]] || { printf 'it does not say: %s\n' "$1" >&2; return 1; }
}

says_not()
{
    [[ $output != *"$1"* ]] || { printf 'it says: %s\n' "$1" >&2; return 1; }
}

nothing_left()
{
    local left
    left=$(find "$KMDOCK_DIR" -mindepth 1 2>/dev/null || true)
    [ -z "$left" ] || { printf 'left behind: %s\n' "$left" >&2; return 1; }
}

# wrong_line NAME [MARK]: the marked line's number.
wrong_line()
{
    grep -n -m 1 "/\* ${2:-wrong} \*/" "tests/defects/$1/driver.c" | cut -d: -f1
}

# runs NAME [CLIENT'S ARGUMENT]: the driver with its client; every defect ends with status 1 and leaves nothing.
runs()
{
    run timeout 120 "$KMDOCK" run --watchdog 1 "tests/defects/$1" -- "$CLIENT" "${@:2}"
    printf '%s\n' "$output"
    [ "$status" = 1 ]
    nothing_left
}

# stops NAME RULE CODE: a bug check at the marked line. RULE "": none. The client is told; gdb's command is there.
stops()
{
    local driver=tests/defects/$1/driver.c line
    line=$(wrong_line "$1" "${4:-}")
    runs "$1"
    if [ -n "$2" ]; then
        says "  rule       $2"
    fi
    says "  bug check  0x$3 "
    says "  driver     $driver:$line"
    says "       > $(printf %5u "$line") | "
    says_not " bugcheck_tell"
    says_not "$KMDOCK_SOURCE/tests"
    says_not "fx_violation"
    says "client: ${5:-write}: error "
    says "kmdock run --gdb --watchdog 1 tests/defects/$1 -- $CLIENT"
}

@test "a NULL pointer" {
    stops null_pointer "" 0000007E
    says "DefectEvtIoWrite (driver.c:$(wrong_line null_pointer)) writes to NULL + 0x8, at PASSIVE_LEVEL."
    says "exception code: STATUS_ACCESS_VIOLATION"
    says "extension.History->Last = Length;"
}

@test "a NULL function" {
    stops null_call NullCall 0000007E
    says "calls NULL"
}

@test "endless recursion" {
    runs stack_overflow
    says "  bug check  0x0000007F UNEXPECTED_KERNEL_MODE_TRAP"
    says "runs out of stack"
    says "=> stack_overflow.sys!Depth"
    says "times more, and on"
    says "  driver     tests/defects/stack_overflow/driver.c:"
    says "client: write: error "
}

@test "a division by zero" {
    stops divide_by_zero "" 0000007E
    says "STATUS_INTEGER_DIVIDE_BY_ZERO"
}

@test "a wild pointer under a spin lock" {
    stops wild_pointer "" 000000D1
    says "DRIVER_IRQL_NOT_LESS_OR_EQUAL"
    says "IRQL: DISPATCH_LEVEL"
}

@test "a queue stopped under a spin lock" {
    stops irql_stop KmdfIrql 0000010D
    says "WdfIoQueueStopSynchronously was called at DISPATCH_LEVEL; it may be called at PASSIVE_LEVEL only."
    says_not "WDFMEMORY"
}

@test "the registry at DISPATCH_LEVEL" {
    stops irql_registry WrongIrql 0000000A
    says "ZwCreateKey"
}

@test "paged pool at DISPATCH_LEVEL" {
    stops irql_pool WrongIrql 0000000A
    says "ntoskrnl.exe!ExAllocatePool2"
}

@test "a wait at DISPATCH_LEVEL" {
    stops irql_wait WrongIrql 0000000A
    says "ntoskrnl.exe!KeWaitForSingleObject"
}

@test "pageable code at DISPATCH_LEVEL" {
    stops paged_code WrongIrql 0000001E
}

@test "a request completed twice" {
    stops double_completion DoubleCompletion 0000010D
    says "wdfldr.sys!WdfRequestComplete+"
}

@test "a request completed while it is marked cancelable" {
    stops cancelable_completion ReqNotCanceledLocal 0000010D
    says_not "WDFMEMORY"
}

@test "more information than there is buffer" {
    stops information "" 0000010D wrong read
    says "Information 101, but its buffer has 100 bytes"
}

@test "no handle" {
    stops null_handle BadHandle 0000010D
}

@test "a handle of another type" {
    stops wrong_handle BadHandle 0000010D
}

@test "a framework spin lock acquired twice" {
    stops lock_twice WdfSpinlock 0000010D
}

@test "a kernel spin lock acquired twice" {
    stops kernel_lock_twice Deadlock 0000000F
}

@test "a spin lock left held" {
    runs lock_held
    says "  rule       WdfSpinlockRelease"
    says "EvtIoWrite was called at PASSIVE_LEVEL and returned at DISPATCH_LEVEL"
    says "  bug check  0x0000010D WDF_VIOLATION"
    says "=> lock_held.sys!DefectEvtIoWrite"
    says "  driver     tests/defects/lock_held/driver.c:"
    says "client: write: error "
}

@test "a loop without end at PASSIVE_LEVEL" {
    stops endless_passive Nontermination 0000007E
    says "has run for 1 second at PASSIVE_LEVEL without an end"
}

@test "a loop without end in a timer" {
    stops endless_dispatch Nontermination 00000133
}

@test "pool in use at unload" {
    runs pool_leak
    says "PoolLeak: pool_leak.sys left 100 bytes of nonpaged pool allocated, tag 'Leak'"
    says "tests/defects/pool_leak/driver.c:$(wrong_line pool_leak)"
    says "client: wrote and read"
    says_not "pool_check"
}

@test "an object in use at unload" {
    runs object_leak
    says "ObjectLeak: "
    says "tests/defects/object_leak/driver.c:$(wrong_line object_leak)"
    says_not "wdfmemory.h"
}

@test "a request that is never completed, of a client that has gone" {
    run timeout 120 "$KMDOCK" run tests/defects/request_leak -- "$CLIENT" leave
    printf '%s\n' "$output"
    [ "$status" = 1 ]
    says "RequestLeak: request_leak.sys keeps 1 request (the first is a write) of a client that has gone"
    nothing_left
}

@test "pool used after it was freed" {
    runs use_after_free
    says "UseAfterFree"
    says "tests/defects/use_after_free/driver.c:$(($(wrong_line use_after_free) - 1))" # where it was freed
    says "Byte 12 of a pool block of 64 bytes (tag 'UOld', use_after_free.sys) was written after the block was freed."
}

@test "a pool block overrun" {
    stops pool_overrun PoolCorruption 000000C1 "told here"
    says "Byte 40 of a pool block of 40 bytes"
    says "tests/defects/pool_overrun/driver.c:$(grep -n ExAllocatePool2 tests/defects/pool_overrun/driver.c | cut -d: -f1)"
}

@test "pool freed twice" {
    stops double_free UseAfterFree 000000C2
    says "was freed here for the first time"
}

@test "an assertion that does not hold" {
    stops assertion "" 0000001E
    says "Length % 512 == 0"
}

@test "a kernel function that is not there yet" {
    stops missing_function "" 0000003B
    says "called KeIpiGenericCall, which Kmdock does not have yet"
}

@test "a framework function that is not there yet" {
    stops missing_framework_function "" 0000010D
    says "called WdfDmaEnablerCreate, which this framework does not have yet"
}

@test "DriverEntry fails" {
    runs entry_fails
    says "DriverEntry of entry_fails.sys failed with status STATUS_INSUFFICIENT_RESOURCES"
    says_not "client:"
}

@test "EvtDeviceAdd fails" {
    runs add_fails
    says "AddDevice of add_fails.sys failed with status STATUS_DEVICE_CONFIGURATION_ERROR"
    says "nothing leaked"
}

@test "EvtDeviceD0Entry fails" {
    runs d0_entry_fails
    says "STATUS_DEVICE_NOT_READY"
    says "nothing leaked"
}
