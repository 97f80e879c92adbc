# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2154
# What every test here shares: a $KMDOCK_DIR and a place of its own; drivers written on the spot. $KMDOCK is the command.

setup()
{
    [ -x "${KMDOCK:-}" ] || { echo "KMDOCK must name the built command" >&2; return 1; }
    place=$(mktemp -d /tmp/kmdock-bats-XXXXXX)
    export KMDOCK_DIR=$place/dir
    hosts=()
}

teardown()
{
    local host
    for host in "${hosts[@]}"; do
        kill -KILL "$host" 2>/dev/null || true
        wait "$host" 2>/dev/null || true
    done
    rm -rf "$place"
}

# nothing_left: no socket, no entry, no half-written file in $KMDOCK_DIR.
nothing_left()
{
    local left
    left=$(find "$KMDOCK_DIR" -mindepth 1 2>/dev/null || true)
    [ -z "$left" ] || { echo "left behind: $left" >&2; return 1; }
}

# until COMMAND…: waits for it to succeed, at most 10 seconds.
until_true()
{
    local tries
    for tries in $(seq 1 500); do
        "$@" >/dev/null 2>&1 && return 0
        sleep 0.02
    done
    echo "gave up after $tries tries: $*" >&2
    return 1
}

published()
{
    [ "$(find "$KMDOCK_DIR/interfaces" -type f ! -name '.*' 2>/dev/null | wc -l)" -ge "${1:-1}" ]
}

# start_host NAME ARGUMENT…: `kmdock run` in the background, until $devices (default 1) names are published; its words
# go to $place/NAME.
start_host()
{
    local name=$1
    shift
    "$KMDOCK" run "$@" >"$place/$name" 2>&1 3>&- &
    host=$!
    hosts+=("$host")
    until_true published "${devices:-1}" || { cat "$place/$name" >&2; return 1; }
}

# end_host SIGNAL STATUS: ends the host that was started last, and wants its exit status.
end_host()
{
    local status=0
    kill "-$1" "$host"
    wait "$host" || status=$?
    hosts=()
    [ "$status" = "$2" ] || { echo "the host ended with $status, not $2" >&2; cat "$place"/* >&2; return 1; }
}

# fails_with STATUS WORDS: what `run` just ran.
fails_with()
{
    echo "$output"
    [ "$status" = "$1" ] || { echo "the status is $status, not $1" >&2; return 1; }
    [[ "$output" == *"$2"* ]] || { echo "it does not say: $2" >&2; return 1; }
}

# null_driver DIRECTORY [TEXT]: a small KMDF driver that completes reads and writes at once; TEXT replaces the body of
# its EvtDeviceAdd's last line.
null_driver()
{
    mkdir -p "$1"
    cat >"$1/driver.c" <<C
#include <ntddk.h>
#include <wdf.h>
#include <initguid.h>
DEFINE_GUID(GUID_NULL_DRIVER, 0xcdc35b6e, 0x0be4, 0x4936, 0xbf, 0x5f, 0x55, 0x37, 0x38, 0x0a, 0x7c, 0x1a);
DRIVER_INITIALIZE DriverEntry;
static EVT_WDF_DRIVER_DEVICE_ADD add;
static EVT_WDF_IO_QUEUE_IO_READ transfer;

static VOID transfer(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
{
    UNREFERENCED_PARAMETER(Queue);
    ${3:-WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);}
}

static NTSTATUS add(WDFDRIVER Driver, PWDFDEVICE_INIT Init)
{
    WDF_IO_QUEUE_CONFIG config;
    WDFDEVICE device;
    NTSTATUS status;
    UNREFERENCED_PARAMETER(Driver);
    status = WdfDeviceCreate(&Init, WDF_NO_OBJECT_ATTRIBUTES, &device);
    if (!NT_SUCCESS(status))
        return status;
    status = WdfDeviceCreateDeviceInterface(device, &GUID_NULL_DRIVER, NULL);
    if (!NT_SUCCESS(status))
        return status;
    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&config, WdfIoQueueDispatchSequential);
    config.EvtIoRead = transfer;
    config.EvtIoWrite = transfer;
    ${2:-return WdfIoQueueCreate(device, &config, WDF_NO_OBJECT_ATTRIBUTES, NULL);}
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    WDF_DRIVER_CONFIG config;
    WDF_DRIVER_CONFIG_INIT(&config, add);
    ${4:-return WdfDriverCreate(DriverObject, RegistryPath, WDF_NO_OBJECT_ATTRIBUTES, &config, WDF_NO_HANDLE);}
}
C
}
