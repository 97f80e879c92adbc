#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""nt/rtl/dos_error.inc from facts/ntstatus.tsv: NTSTATUS to Win32 error, sorted by status. --check compares only."""
import csv
import pathlib
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
OUT = TOP / "nt/rtl/dos_error.inc"


def main():
    rows = {}
    with open(TOP / "facts/ntstatus.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["win32_error"] and row["win32_error"] != "317":
                rows.setdefault(int(row["value"], 16), (int(row["win32_error"]), row["name"]))
    text = "/* SPDX-License-Identifier: MIT */\n/* Made by tools/gen_dos_error.py from facts/ntstatus.tsv; sorted by status. */\n"
    text += "".join(f"{{0x{value:08x}, {error}}}, /* {name} */\n" for value, (error, name) in sorted(rows.items()))
    if "--check" in sys.argv:
        sys.exit(0 if OUT.read_text(encoding="utf-8") == text else f"{OUT.name} is not what its generator makes")
    OUT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
