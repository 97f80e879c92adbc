#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Lists the C and assembler files of the kernel, one per line: every file in a part's folder belongs to it."""
import pathlib

PARTS = ('ke', 'ex', 'mm', 'ob', 'ps', 'rtl', 'cm', 'kd', 'init', 'io', 'pnp', 'po', 'client')

here = pathlib.Path(__file__).parent
for part in PARTS:
    for path in sorted((here / part).glob('*.[cS]')):
        print(path.relative_to(here).as_posix())
