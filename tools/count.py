#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Adds up what ./dev test ran: meson's JSON logs and single steps; the last line is the count."""
import json
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


def main():
    total = [0, 0, 0]
    bad = []
    for item in sys.argv[1:]:
        kind, _, name = item.partition(":")
        if kind in ("pass", "fail", "skip") and name:
            total[("pass", "fail", "skip").index(kind)] += 1
            if kind == "fail":
                bad.append(name)
            continue
        with open(item, encoding="utf-8") as log:
            entries = [json.loads(line) for line in log if line.strip()]
        if not entries:
            bad.append(item + " (no test ran)")
            total[1] += 1
        for entry in entries:
            counts = cases(entry)
            total = [a + b for a, b in zip(total, counts)]
            if counts[1]:
                bad.append(f"{item.rsplit('/', 1)[-1].removesuffix('.json')}: {entry['name']}")
    print()
    for name in bad:
        print("FAILED:", name)
    print(f"{total[0]} passed, {total[1]} failed" + (f", {total[2]} skipped" if total[2] else ""))
    sys.exit(1 if total[1] or not total[0] else 0)


if __name__ == "__main__":
    main()
