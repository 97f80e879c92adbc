#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""docs/status.md: what is there and what is not, from the facts, the built images' lists and the names of the conformance
scenarios. usage: status.py GUEST-DIRECTORY [--check]   (GUEST-DIRECTORY: build/home/guest)"""
import csv
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
OUT = TOP / "docs/status.md"
FUNCTIONS_1_15 = 444
SECTIONS = {
    "A": "Queue creation", "B": "Dispatch types", "C": "Routing", "D": "Zero-length transfers", "E": "Queue states",
    "F": "Retrieval", "G": "Ownership, forwarding", "H": "Cancellation", "I": "Completion", "J": "Create, reuse, send",
    "K": "Buffers and memory", "L": "Power-managed queues", "M": "Synchronisation", "N": "DPC, work item", "O": "Timers",
    "P": "Objects", "Q": "PnP and power order", "R": "Device interfaces", "S": "File objects", "T": "I/O targets",
    "U": "Forward progress", "V": "Locks", "W": "Verifier", "X": "Idle", "Y": "Helpers"}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def rules():
    """{section: [(id, sentence)]} of sections A to Y."""
    found = {}
    for line in (TOP / "facts/queue_semantics.md").read_text(encoding="utf-8").splitlines():
        match = re.match(r"\d+\. \*\*([A-Y])(\d+)\*\* (?:~ )?(.*?) — `", line)
        if match:
            found.setdefault(match.group(1), []).append((match.group(1) + match.group(2), match.group(3)))
    return found


def scenarios():
    """{rule id: [folder/scenario]}"""
    tested = {}
    for path in sorted(TOP.glob("tests/conformance/*/scenario*.c")):
        text = path.read_text(encoding="utf-8")
        for name in re.findall(r"^\s*(?:\w*SCENARIO\w*|DRIVER_CHECK)\((\w+)", text, re.M):
            for rule in re.findall(r"(?:^|_)([A-Y]\d+)(?=_|$)", name):
                if f"{path.parent.name}/{name}" not in tested.setdefault(rule, []):
                    tested[rule].append(f"{path.parent.name}/{name}")
    return tested


def functions(guest):
    state = {row["name"]: row["state"] for row in rows(guest / "wdf_functions_have.tsv")}
    table = [row for row in rows(TOP / "facts/wdf_functions.tsv") if row["index_1_15"]]
    return [(row["name"], row["index_1_15"], state.get(row["name"], "missing"), row["doc_page"]) for row in table]


def render(guest):
    table = functions(guest)
    done = [row for row in table if row[2] == "done"]
    kernel = rows(guest / "nt_exports.tsv")
    there = sorted(row["name"] for row in kernel if row["state"] == "implemented" and row["doc_page"])
    documented = sum(1 for row in kernel if row["doc_page"])
    all_rules, tested = rules(), scenarios()
    count = sum(len(list_) for list_ in all_rules.values())
    covered = sum(1 for list_ in all_rules.values() for rule, _ in list_ if rule in tested)
    out = ["<!-- Made by tools/status.py; do not edit. -->", "# What is there, and what is not", "",
           f"- **KMDF functions**: {len(done)} of {FUNCTIONS_1_15} (version 1.15). Every other entry of the table stops with its name, its "
           "caller and this page.",
           f"- **Rules of the framework** ([facts/queue_semantics.md](../facts/queue_semantics.md)): {covered} of {count} have a test.",
           f"- **Kernel functions**: {len(there)} of the {documented} documented ones that drivers may import; the others stop with their name.",
           "- **Seen on Windows**: nothing yet. **Seen under Wine**: nothing yet.", "",
           "## What is not modelled", "",
           "- x86-64 only; no hardware: no ports, no memory-mapped registers, no DMA, no interrupts.",
           "- APCs; alertable waits do not end early. Priorities and affinity are kept but do not decide who runs.",
           "- Paging: every page is resident; pageable code above APC_LEVEL is noticed by `PAGED_CODE()` only.",
           "- Filter drivers and buses of drivers' own: a device stack has one function driver over the root bus.",
           "- Structured exception handling (`__try`) in drivers built here: gcc has none for C.",
           "- Weak memory order: contexts switch at points; between two points memory is sequentially consistent.",
           "- `kmdock explore`, `replay`, `merge`, `verify`: not in this version.", "",
           "## Rules", ""]
    for section, list_ in all_rules.items():
        out += [f"### {section}. {SECTIONS[section]}", "", "| rule | what it says | tested by |", "|---|---|---|"]
        for rule, sentence in list_:
            by = ", ".join(f"`{name}`" for name in tested.get(rule, [])) or "no test yet"
            out.append(f"| {rule} | {sentence.replace('|', chr(92) + '|')} | {by} |")
        out.append("")
    out += ["## KMDF functions", "", "Index in the function table, name, state.", "", "| index | function | |", "|---:|---|---|"]
    out += [f"| {index} | {name} | {'done' if state == 'done' else '**missing**'} |" for name, index, state, _ in
            sorted(table, key=lambda row: int(row[1]))]
    out += ["", "## Kernel functions that are there", "", ", ".join(there) + ".", ""]
    return "\n".join(out), len(done), covered, count


def main():
    text, done, covered, count = render(pathlib.Path(sys.argv[1]))
    if "--check" in sys.argv:
        if not OUT.exists() or OUT.read_text(encoding="utf-8") != text:
            sys.exit("docs/status.md is not what tools/status.py makes; run: tools/status.py build/home/guest")
    else:
        OUT.write_text(text, encoding="utf-8")
    print(f"KMDF functions: {done} of {FUNCTIONS_1_15}; rules with a test: {covered} of {count}")


if __name__ == "__main__":
    main()
