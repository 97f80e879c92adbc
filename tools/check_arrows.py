#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The guest's arrows are import tables: fails on an image that imports what it may not.

usage: check_arrows.py DIRECTORY-OF-IMAGES [DRIVER.sys…]"""
import pathlib
import re
import subprocess
import sys

ALLOWED = {
    "ntoskrnl.exe": {"machine.dll"},
    "hal.dll": {"ntoskrnl.exe"},
    "wdfldr.sys": {"ntoskrnl.exe", "hal.dll"},
}
DRIVER = {"ntoskrnl.exe", "hal.dll", "wdfldr.sys"}


def imports(path):
    text = subprocess.run(["objdump", "-p", str(path)], check=True, capture_output=True, text=True).stdout
    return {name.strip().lower() for name in re.findall(r"DLL Name: (.*)", text)}


def main():
    folder = pathlib.Path(sys.argv[1])
    bad = 0
    for name, allowed in ALLOWED.items():
        found = imports(folder / name)
        if not found <= allowed or (name != "hal.dll" and not found):
            print(f"{name} imports {sorted(found)}, allowed {sorted(allowed)}")
            bad = 1
    for path in sys.argv[2:]:
        found = imports(path)
        if not found <= DRIVER:
            print(f"{path} imports {sorted(found - DRIVER)}, which is no driver's business")
            bad = 1
    sys.exit(bad)


if __name__ == "__main__":
    main()
