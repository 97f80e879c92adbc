#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes sdk/wdf/internal/wdf_layout.inc: an assertion for every offset, size and value that facts/ knows of KMDF 1.15.

tests/sdk/layout.c compiles it with the guest's compiler. --check only compares."""
import sys

import gen_wdf_facts as facts

HEAD = '''/* SPDX-License-Identifier: MIT */
/* wdf_layout.inc: offsets, sizes and values of KMDF 1.15. Made by tools/gen_wdf_layout.py from facts/; do not edit. */
#define OFFSET(type, field, offset) C_ASSERT(FIELD_OFFSET(type, field) == (offset))
#define SIZE(type, field, size)     C_ASSERT(RTL_FIELD_SIZE(type, field) == (size))
#define WHOLE(type, size, align)    C_ASSERT(sizeof(type) == (size) && __alignof__(type) == (align))
#define VALUE(name, value)          C_ASSERT((ULONG64)(name) == (value))
#ifndef LISTED
#error define LISTED(pointer_type, Name): that wdf_table.inc gives Name the type that the headers give it
#endif
'''


def struct_lines(name, fields):
    lines = [f"WHOLE({name}, {fields[0]['struct_size_1_15']}, {fields[0]['align']});"]
    for row in fields:
        if row['kind'] == 'bitfield':
            continue  # has no address; its container's size and neighbours are asserted
        lines.append(f"OFFSET({name}, {row['field']}, {row['offset_1_15']});")
        lines.append(f"SIZE({name}, {row['field']}, {row['size_1_15']});")
    return lines


def main():
    check = '--check' in sys.argv[1:]
    lines = []
    for name, fields in facts.structs().items():
        lines += [''] + struct_lines(name, fields)
    for name, (_, values) in facts.enums().items():
        lines += ['', f'C_ASSERT(sizeof({name}) == 4);'] + [f'VALUE({n}, {hex(v)});' for n, v in values]
    lines.append('')
    for row in facts.statuses():
        lines.append(f"C_ASSERT((ULONG)({row['name']}) == {row['value']});")
    for row in facts.constants('constant'):
        if row['value_1_15'].isdigit() and int(row['value_1_15']):
            lines.append(f"VALUE({row['name']}, {row['value_1_15']});")
    lines.append('')
    for row in facts.functions():
        if row['kind'] == 'table':
            lines.append(f"LISTED(PFN_{row['name'].upper()}, {row['name']});")
    text = HEAD + '\n'.join(lines) + '\n'
    right = facts.write(facts.SDK / 'internal' / 'wdf_layout.inc', text, check)
    return 1 if check and not right else 0


if __name__ == '__main__':
    sys.exit(main())
