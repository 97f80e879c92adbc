#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes what is per function of the framework's table out of facts/wdf_functions.tsv and the sources of wdf/.

usage: table.py FUNCTIONS.tsv OUT.h OUT.inc OUT.tsv SOURCE.c…

A function is there if a source defines it: a line `TYPE WdfXxx(PWDF_DRIVER_GLOBALS …`. OUT.h declares those with
the type of the public headers, OUT.inc has an entry for each index (HAVE or MISSING), OUT.tsv is the list for
people."""
import csv
import os
import re
import sys

DEFINITION = re.compile(r"^(?:[A-Za-z_][A-Za-z_0-9]*[ *]+)+?(Wdf[A-Za-z0-9]+)\(PWDF_DRIVER_GLOBALS\b", re.M)
ENTRIES_1_15 = 444


def defined(paths):
    names = set()
    for path in paths:
        with open(path, encoding="utf-8") as source:
            names.update(DEFINITION.findall(source.read()))
    return names


def functions(path):
    """(index, name, has a type in the headers) in the order of the table. Names at one index never differ."""
    by_index = {}
    with open(path, encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] not in ("table", "cx_or_private"):
                continue
            index = int(row["index_1_15"] or row["index_1_33"])
            by_index[index] = (row["name"], row["kind"] == "table" and row["index_1_15"] != "")
    assert sorted(by_index) == list(range(len(by_index))), "the table has a hole"
    assert len(by_index) >= ENTRIES_1_15
    return [(index, *by_index[index]) for index in sorted(by_index)]


def write(path, text):
    """Leaves a file that is right already alone: then nothing that depends on it is built again."""
    if not os.path.exists(path) or open(path, encoding="utf-8").read() != text:
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)


def main():
    facts, header, entries, people, *sources = sys.argv[1:]
    have = defined(sources)
    table = functions(facts)
    typed = {name for _, name, has_type in table if has_type}
    unknown = sorted(have - typed)
    if unknown:
        sys.exit("these are defined but no functions of the table: " + ", ".join(unknown))
    banner = "/* SPDX-License-Identifier: MIT */\n/* Made by wdf/table.py. */\n"
    write(header, banner + "".join(f"extern __typeof__(*(PFN_{name.upper()})0) {name};\n"
                                   for _, name, _ in table if name in have))
    write(entries, banner + "".join(f"{'HAVE' if name in have else 'MISSING'}({index}, {name})\n"
                                    for index, name, _ in table))
    write(people, "name\tindex\tstate\n" + "".join(f"{name}\t{index}\t{'done' if name in have else 'missing'}\n"
                                                  for index, name, _ in table))


if __name__ == "__main__":
    main()
