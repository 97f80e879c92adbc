#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the C tables of bug checks: bugcodes.py bugchecks.tsv wdf_bugchecks.tsv ntstatus.tsv OUTPUT.h"""
import csv
import re
import sys


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(reader)
        return [row + [""] * (9 - len(row)) for row in reader]


def status_names(path):
    """By value; of several names for one, the one that the documentation speaks of most."""
    best = {}
    for row in rows_of(path):
        value, pages = int(row[1], 16), int(row[7] or 0)
        if value not in best or pages > best[value][0]:
            best[value] = (pages, row[0])
    return [(value, best[value][1]) for value in sorted(best)]


def main():
    general, framework, statuses, output = sys.argv[1:5]
    lines = ["/* Made by machine/bugcodes.py from tables; do not edit. */", "static const struct code codes[] = {"]
    for row in rows_of(general):
        texts = ", ".join(quote(text) for text in row[2:6])
        lines.append(f"    {{{row[0]}u, {quote(row[1])}, {{{texts}}}}},")
    lines += ["};", "", "/* Of 0x10D WDF_VIOLATION: `second` 0 by the first parameter, else by a later one. */",
              "static const struct violation violations[] = {"]
    for row in rows_of(framework):
        kind, code, name, meaning, second, third, fourth = row[:7]
        match = re.fullmatch(r"bugcheck 0x10D p1(?:=(0x[0-9A-Fa-f]+) p(\d))?", kind)
        if not match or not re.fullmatch(r"0x[0-9A-Fa-f]+", code):
            continue
        first, position = (match[1], int(match[2])) if match[1] else (code, 0)
        value = code if match[1] else "0"
        texts = ", ".join(quote(text) for text in (name, meaning, second, third, fourth))
        lines.append(f"    {{{first}u, {value}u, {position}, {texts}}},")
    lines += ["};", "", "static const struct status statuses[] = {"]
    lines += [f"    {{{value:#010x}u, {quote(name)}}}," for value, name in status_names(statuses)]
    lines.append("};")
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
