#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The host's arrows: which folder may include headers of which. Fails with file and line."""
import pathlib
import re
import subprocess
import sys

MAY = {
    "machine": {"machine"},
    "link": {"link", "machine"},
    "inf": {"inf"},
    "toolchain": {"toolchain", "inf"},
    "cli": {"cli", "toolchain", "inf", "link", "machine"},
    "um/remote": {"um/remote", "link/protocol.h", "sdk/um"},
    "nt": {"nt", "machine/guest.h", "link/protocol.h", "sdk/kmdock"},
    "wdf": {"wdf", "sdk/kmdock", "sdk/wdf"},
}
FOLDERS = {"machine", "link", "inf", "toolchain", "cli", "um", "nt", "wdf", "echo", "explore"}


def main():
    bad = 0
    files = subprocess.run(["git", "ls-files", "*.c", "*.h"], check=True, capture_output=True, text=True).stdout.split()
    for name in files:
        home = next((f for f in MAY if name.startswith(f + "/")), None)
        if not home:
            continue
        for number, line in enumerate(pathlib.Path(name).read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*"([^"]+/[^"]+)"', line)
            if not match or match.group(1).split("/")[0] not in FOLDERS:
                continue
            target = match.group(1)
            if not any(target == m or target.startswith(m + "/") for m in MAY[home]):
                print(f"{name}:{number}: {home} may not include {target}")
                bad = 1
    sys.exit(bad)


if __name__ == "__main__":
    main()
