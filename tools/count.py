#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Adds up what ./dev test ran: meson's JSON logs and the checks' logs; the last line is the count.

usage: count.py [--brief] LOG…"""
import json
import os
import re
import sys

GOOD = {"OK", "EXPECTEDFAIL"}


def cases(entry):
    """A test that speaks TAP counts by its cases, any other as one."""
    passed = skipped = failed = 0
    for line in (entry.get("stdout") or "").splitlines():
        match = re.match(r"(not )?ok\b(.*)", line)
        if not match:
            continue
        if re.search(r"#\s*skip", match.group(2), re.I):
            skipped += 1
        elif match.group(1) and not re.search(r"#\s*todo", match.group(2), re.I):
            failed += 1
        else:
            passed += 1
    good = entry["result"] in GOOD
    if entry["result"] == "SKIP":
        return 0, 0, max(1, skipped)
    if passed + skipped + failed == 0:
        return (1, 0, 0) if good else (0, 1, 0)
    if not good and failed == 0:
        failed = 1
    return passed, failed, skipped


def count_json(path):
    """(passed, failed, skipped), and the names of the tests that failed, of a flavour's log."""
    total, bad, why = [0, 0, 0], [], []
    entries = []
    if os.path.exists(path):
        with open(path, encoding="utf-8") as log:
            entries = [json.loads(line) for line in log if line.strip()]
    if not entries:
        return [0, 1, 0], ["no test ran"], []
    for entry in entries:
        counts = cases(entry)
        total = [a + b for a, b in zip(total, counts)]
        if counts[1]:
            bad.append(entry["name"])
        if counts[2]:
            why.append(f"{entry['name']}: {reasons(entry)}")
    return total, bad, why


def show_cases(path):
    """meson keeps what a TAP test prints to itself: the cases that failed, with what they said."""
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8") as log:
        entries = [json.loads(line) for line in log if line.strip()]
    for entry in entries:
        telling = False
        for line in (entry.get("stdout") or "").splitlines():
            if re.match(r"(not )?ok\b", line):
                telling = line.startswith("not") and not re.search(r"#\s*todo", line, re.I)
                if telling:
                    print(f"{entry['name']}:")
            if telling:
                print(f"    {line}")


def reasons(entry):
    """What a skipping test said."""
    said = re.findall(r"#\s*skip\s*(.*)", entry.get("stdout") or "", re.I)
    if not said:
        said = [line for line in (entry.get("stdout") or "").splitlines() if line][-1:]
    return "; ".join(sorted(set(said))) or "says nothing"


def count_log(path):
    """The same of a check's lines."""
    total, bad, why = [0, 0, 0], [], []
    with open(path, encoding="utf-8", errors="replace") as log:
        for line in log:
            match = re.match(r"(ok|FAILED|skip) +(.*)", line)
            if not match:
                continue
            total[("ok", "FAILED", "skip").index(match.group(1))] += 1
            if match.group(1) == "FAILED":
                bad.append(match.group(2))
            elif match.group(1) == "skip":
                why.append(match.group(2))
    return total, bad, why


def say(total):
    return f"{total[0]} passed, {total[1]} failed" + (f", {total[2]} skipped" if total[2] else "")


def main():
    brief = sys.argv[1] == "--brief"
    total = [0, 0, 0]
    failed, skipped = [], []
    for path in sys.argv[1 + brief:]:
        name = os.path.basename(path).rsplit(".", 1)[0].removeprefix("check-")
        counts, bad, why = count_json(path) if path.endswith(".json") else count_log(path)
        total = [a + b for a, b in zip(total, counts)]
        failed += [f"{name}: {one}" for one in bad]
        skipped += [f"{name}: {one}" for one in why]
    if brief:
        if path.endswith(".json"):
            show_cases(path)
        print(say(total), end="; ")
        return
    print()
    for one in skipped:
        print("skipped:", one)
    for one in failed:
        print("FAILED:", one)
    print(say(total))
    sys.exit(1 if total[1] or not total[0] else 0)


if __name__ == "__main__":
    main()
