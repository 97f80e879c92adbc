#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""./dev bench: what a request costs, beside peers measured in the same run. Medians; ratios say more than numbers.

usage: run.py [--quick] [--json FILE]"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parent.parent
BUILD = TOP / "build"
HOST = BUILD / "host"
HOME = BUILD / "home"
RUNNER = HOST / "tests/scenario/runner"
CORE = ["taskset", "-c", "0"] if shutil.which("taskset") else []


def number(command, **more):
    """The last number that a command prints."""
    out = subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout
    return float(re.findall(r"[\d.]+", out)[-1])


def median(command, times):
    return statistics.median(number(command) for _ in range(times))


def build_driver(name, folder):
    """bench/NAME as a .sys without debug checks, as a shipped driver is."""
    out = folder / f"{name}.sys"
    subprocess.run([BUILD / "kmdock", "build", "--no-debug", TOP / "bench" / name, "-o", out], check=True, capture_output=True)
    return out


def build_scenario(folder):
    out = folder / "requests.dll"
    subprocess.run([TOP / "tests/scenario/build.sh", TOP / "bench/requests.c", out, HOME], check=True)
    return out


def scenario(driver, image, name, **parameters):
    command = [*CORE, RUNNER, HOME, driver, image, name, *[f"{k}={v}" for k, v in parameters.items()]]
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True,
                          env={**os.environ, "VERBOSE": "1", "KMDOCK_BENCH": "1"}).stdout


def scenario_ns(driver, image, name, **parameters):
    return int(re.search(r"bench \w+_ps (\d+)", scenario(driver, image, name, **parameters)).group(1)) / 1000


def in_turns(times, *measures):
    """Medians of several measures taken in turns, and the medians of each one's ratio to the first: a machine that is
    slower for a while is so for all of them."""
    rounds = [[measure() for measure in measures] for _ in range(times)]
    return ([statistics.median(column) for column in zip(*rounds)],
            [statistics.median(row[i] / row[0] for row in rounds) for i in range(len(measures))])


def instructions(driver, image, name, **parameters):
    """Instructions of a whole run, counted by callgrind: repeatable whatever else the machine does."""
    with tempfile.NamedTemporaryFile() as out:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}", "--trace-children=yes", RUNNER, HOME,
                   driver, image, name, *[f"{k}={v}" for k, v in parameters.items()]]
        text = subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True,
                              env={**os.environ, "KMDOCK_BENCH": "1"}).stderr
    return max(int(n) for n in re.findall(r"Collected : (\d+)", text))


def per_request(driver, image, name, short, long, **more):
    few = instructions(driver, image, name, Rounds=short, **more)
    many = instructions(driver, image, name, Rounds=long, **more)
    return (many - few) / (long - short)


def say(label, value, unit, note=""):
    print(f"  {label:<58}{value:>12,.1f} {unit:<6}{note}", flush=True)


def in_process(times, results, drivers, image):
    print("In process, one request", flush=True)
    floor_command = CORE + [str(HOST / "bench/floor")]
    (floor, write), (_, ratio) = in_turns(times, lambda: number(floor_command),
                                          lambda: scenario_ns(drivers["null"], image, "null_write"))
    results.update(floor_ns=floor, write_ns=write, write_ratio=ratio)
    say("floor: call, mutex, queue push and pop, callback", floor, "ns")
    say("Kmdock: WriteFile of 512 bytes, null driver, inline", write, "ns", f"{ratio:8.1f} x floor (aim: at most 15)")
    results["write_instructions"] = per_request(drivers["null"], image, "null_write", 1000, 3000)
    say("the same, instructions", results["write_instructions"], "")
    for key, label, command in (
            ("gasyncqueue_ns", "GAsyncQueue push and pop, one thread", [HOST / "bench/glib", "push"]),
            ("gtask_ns", "GTask round trip", [HOST / "bench/glib", "task"]),
            ("libuv_ns", "libuv uv_queue_work round trip", [HOST / "bench/uv"])):
        if not pathlib.Path(command[0]).exists():
            print(f"  {label}: not built (library missing)")
            continue
        results[key] = median(CORE + [str(c) for c in command], max(3, times // 3))
        say(label, results[key], "ns", f"{results[key] / floor:8.1f} x floor")


def many_outstanding(results, drivers, image):
    print("\nWhat a request costs with many outstanding on one handle, instructions", flush=True)
    for name in ("hold_enqueue", "hold_complete", "hold_cancel"):
        for outstanding in (10, 100000):
            value = per_request(drivers["hold"], image, name, 500, 1500, Outstanding=outstanding)
            results[f"{name}_{outstanding}"] = value
        few, many = results[f"{name}_10"], results[f"{name}_100000"]
        say(f"{name[5:]}: 10 outstanding", few, "")
        say(f"{name[5:]}: 100,000 outstanding", many, "", f"{many / few:8.2f} x")
    out = scenario(drivers["hold"], image, "hold_bytes", Outstanding=100000)
    results["pending_bytes"] = int(re.search(r"bench pending_bytes (\d+)", out).group(1))
    say("a pending request (aim: at most 1,024)", results["pending_bytes"], "bytes")


def kmdock_run(driver, *options):
    return [str(c) for c in (BUILD / "kmdock", "run", "--quiet", *options, driver, "--", HOST / "bench/roundtrip")]


def through_the_socket(times, results, drivers):
    print("\nThrough the socket, client and host on one core, one write at a time", flush=True)
    for size in (512, 40960):
        last = [str(size), "20000"]
        (bare, checked, plain), (_, checked_ratio, plain_ratio) = in_turns(
            times, lambda: number(CORE + [str(HOST / "bench/pingpong"), *last]),
            lambda: number(CORE + kmdock_run(drivers["null"]) + last),
            lambda: number(CORE + kmdock_run(drivers["null"], "--no-checks") + last))
        results.update({f"bare_{size}_ns": bare, f"socket_{size}_ns": checked, f"socket_{size}_ratio": checked_ratio,
                        f"socket_unchecked_{size}_ns": plain, f"socket_unchecked_{size}_ratio": plain_ratio})
        say(f"bare SOCK_SEQPACKET, {size} bytes", bare, "ns")
        say(f"Kmdock: WriteFile, {size} bytes", checked, "ns", f"{checked_ratio:8.2f} x bare (aim: at most 1.5)")
        say("the same with --no-checks", plain, "ns", f"{plain_ratio:8.2f} x bare")


def start(times, results, drivers):
    print("\nStart", flush=True)
    command = kmdock_run(drivers["null"]) + ["first"]

    def once():
        env = {**os.environ, "KMDOCK_BENCH_BEGAN": str(time.clock_gettime_ns(time.CLOCK_MONOTONIC))}
        return number(command, env=env) / 1e6
    results["start_ms"] = statistics.median(once() for _ in range(times))
    say("kmdock run, prebuilt driver, to the first completed write", results["start_ms"], "ms", " (aim: below 50)")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--json", metavar="FILE", help="write the numbers to FILE")
    arguments = parser.parse_args()
    times = 3 if arguments.quick else 11
    results = {}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        drivers = {driver: build_driver(driver, folder) for driver in ("null", "hold")}
        image = build_scenario(folder)
        in_process(times, results, drivers, image)
        many_outstanding(results, drivers, image)
        through_the_socket(max(3, times // 2), results, drivers)
        start(times, results, drivers)
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
