#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the documents name must be there: files in backquotes with a folder, and the function behind a file in a table row."""
import pathlib
import re
import subprocess
import sys

FOLDERS = ("machine/", "link/", "inf/", "toolchain/", "cli/", "nt/", "wdf/", "um/", "echo/", "sdk/", "tests/", "tools/", "docs/", "facts/", "man/", "bench/")


def main():
    problems = []
    for name in subprocess.run(["git", "ls-files", "*.md"], check=True, capture_output=True, text=True).stdout.split():
        for number, line in enumerate(pathlib.Path(name).read_text(encoding="utf-8").splitlines(), 1):
            for path in re.findall(r"`([\w./-]+)`", line):
                if path.startswith(FOLDERS) and "*" not in path and not pathlib.Path(path).exists():
                    problems.append(f"{name}:{number}: {path} is not there")
            match = re.search(r"`((?:machine|link|nt|wdf|um|echo)/[\w/]+\.c)`[ |]+`(\w+)`", line)
            if match and pathlib.Path(match.group(1)).exists():
                if not re.search(rf"\b{match.group(2)}\(", pathlib.Path(match.group(1)).read_text(encoding="utf-8")):
                    problems.append(f"{name}:{number}: {match.group(1)} has no {match.group(2)}")
            for link in re.findall(r"\]\(([^)#:]+)\)", line):
                if not (pathlib.Path(name).parent / link).exists():
                    problems.append(f"{name}:{number}: broken link {link}")
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
