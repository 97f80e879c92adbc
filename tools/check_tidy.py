#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""House rules that no compiler checks: SPDX lines, unfinished words, trailing blanks, file length, dead files."""
import pathlib
import re
import subprocess
import sys

LINES_MAX = 700  # 600 is the aim; past this a file holds two subjects
GENERATED = ("sdk/wdf/", "facts/")
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")


def tracked(*patterns):
    return subprocess.run(["git", "ls-files", *patterns], check=True, capture_output=True, text=True).stdout.split()


def main():
    problems = []
    code = tracked("*.c", "*.h", "*.S", "*.py", "*.sh", "*.bats", "dev", ".ci/run", "*meson.build", "*.cpp")
    for name in code:
        text = pathlib.Path(name).read_text(encoding="utf-8", errors="replace")
        lines = text.splitlines()
        if "SPDX-License-Identifier: MIT" not in "\n".join(lines[:6]):
            problems.append(f"{name}:1: no SPDX line")
        if text and not text.endswith("\n"):
            problems.append(f"{name}: no newline at the end")
        if len(lines) > LINES_MAX and not name.startswith(GENERATED):
            problems.append(f"{name}: {len(lines)} lines; does it still hold one subject?")
        for number, line in enumerate(lines, 1):
            if UNFINISHED.search(line):
                problems.append(f"{name}:{number}: unfinished: {line.strip()}")
            if line != line.rstrip() and not name.startswith(GENERATED):
                problems.append(f"{name}:{number}: blanks at the end of the line")
    built = "\n".join(pathlib.Path(n).read_text(encoding="utf-8") for n in tracked("*meson.build", "nt/*.txt", "*.sh", "dev", "tools/*.py"))
    for name in tracked("machine/*.c", "link/*.c", "inf/*.c", "toolchain/*.c", "cli/*.c", "wdf/*.c", "nt/*.c", "um/*.c"):
        if pathlib.Path(name).name not in built:
            problems.append(f"{name}: no build file names it; dead?")
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
