#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes sdk/wdf/internal/wdf_table.inc: the function table of KMDF 1.15 as one X-macro list. --check only compares."""
import sys

import gen_wdf_facts as facts

HEAD = '''/* SPDX-License-Identifier: MIT */
/*
 * wdf_table.inc: the 444 entries of KMDF 1.15's function table, in order. Define, then include (no include guard):
 *   WDF_FUNCTION(index, Name, ReturnType, (parameters), irql, kmdf_min, doc_page)
 *       parameters: begin with PWDF_DRIVER_GLOBALS DriverGlobals, as in the table
 *       irql: highest level allowed, a token: PASSIVE APC DISPATCH DIRQL ANY, EQ_DISPATCH EQ_DIRQL (exactly that), UNKNOWN
 *       kmdf_min, doc_page: string literals; kmdf_min ends in ~ where it is inferred, doc_page may be empty
 *   WDF_FUNCTION_PRIVATE(index, Name)
 *       an entry without a public prototype (class extensions, private); default: expands to nothing
 * Made by tools/gen_wdf_table.py from facts/wdf_functions.tsv; do not edit.
 */
#ifndef WDF_FUNCTION
#error define WDF_FUNCTION before including wdf_table.inc
#endif
#ifndef WDF_FUNCTION_PRIVATE
#define WDF_FUNCTION_PRIVATE(index, Name)
#endif

'''
TAIL = '''
#undef WDF_FUNCTION
#undef WDF_FUNCTION_PRIVATE
'''


def entry(row):
    index, name = row['index_1_15'], row['name']
    if row['kind'] != 'table':
        return f'WDF_FUNCTION_PRIVATE({index}, {name})'
    params = ['PWDF_DRIVER_GLOBALS DriverGlobals'] + facts.declare(facts.parameters(row['params']), annotate=False)
    return (f"WDF_FUNCTION({index}, {name}, {row['return_type']}, ({', '.join(params)}), "
            f"{row['max_irql'] or 'UNKNOWN'}, \"{row['kmdf_min']}\", \"{facts.page(row)}\")")


def main():
    check = '--check' in sys.argv[1:]
    text = HEAD + '\n'.join(entry(row) for row in facts.functions()) + '\n' + TAIL
    right = facts.write(facts.SDK / 'internal' / 'wdf_table.inc', text, check)
    return 1 if check and not right else 0


if __name__ == '__main__':
    sys.exit(main())
