# SPDX-License-Identifier: MIT
"""Reads facts/wdf_*.tsv for the generators: what KMDF 1.15 has, in the order in which a C compiler wants it."""
import csv
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent
FACTS = ROOT / 'facts'
SDK = ROOT / 'sdk' / 'wdf'
TABLE_ENTRIES = 444  # WdfFunctionTableNumEntries of KMDF 1.15


def rows(name):
    """The rows of a fact file as dictionaries."""
    with open(FACTS / name, newline='', encoding='utf-8') as file:
        return list(csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE))


def parameters(text, directions=''):
    """'A x; B *y' and 'in;out' as a list of (declaration, type, name, direction)."""
    if text in ('', 'VOID'):
        return []
    result = []
    way = directions.split(';') if directions else []
    for number, part in enumerate(text.split(';')):
        part = part.strip()
        match = re.fullmatch(r'(.*?)([A-Za-z_0-9]+)', part)
        result.append((part, match[1].strip(), match[2], way[number] if number < len(way) else ''))
    return result


SAL = {'in': '_In_', 'out': '_Out_', 'inout': '_Inout_', 'in_opt': '_In_opt_', 'out_opt': '_Out_opt_',
       'inout_opt': '_Inout_opt_', 'cond': '', '': ''}


def declare(params, annotate=True):
    """A C parameter list without its parentheses, and without the driver globals."""
    return [((SAL[way] + ' ') if annotate and SAL[way] else '') + text for text, _, _, way in params]


def functions():
    """The 444 table entries by index; a private one has no prototype."""
    table = [row for row in rows('wdf_functions.tsv') if row['index_1_15'] != '']
    table.sort(key=lambda row: int(row['index_1_15']))
    assert [int(row['index_1_15']) for row in table] == list(range(TABLE_ENTRIES))
    return table


def helpers():
    """The inline helpers of 1.15 by name."""
    return {row['name']: row for row in rows('wdf_functions.tsv')
            if row['kind'] == 'inline' and row['first_header'] == '1.15'}


def enums():
    """name -> (header, [(enumerator, value)]) of 1.15, in file order."""
    result = {}
    for row in sorted(rows('wdf_enums.tsv'), key=lambda row: int(row['order'])):
        if row['value_1_15'] == '':
            continue
        result.setdefault(row['enum'], (row['header'], []))[1].append((row['enumerator'], int(row['value_1_15'])))
    return dict(sorted(result.items()))


def structs():
    """name -> list of rows of 1.15, in file order."""
    result = {}
    for row in rows('wdf_structs.tsv'):
        if row['offset_1_15'] != '':
            result.setdefault(row['struct'], []).append(row)
    for fields in result.values():
        fields.sort(key=lambda row: int(row['order']))
    return result


def callbacks():
    return [row for row in rows('wdf_callbacks.tsv') if row['in_1_15'] == '1']


def constants(kind):
    return [row for row in rows('wdf_constants.tsv') if row['kind'] == kind and row['value_1_15'] != '']


def inits():
    """helper -> list of rows (several if the result depends on an argument)."""
    result = {}
    for row in rows('wdf_inits.tsv'):
        result.setdefault(row['name'], []).append(row)
    return result


def statuses():
    return [row for row in rows('ntstatus.tsv') if row['name'].startswith('STATUS_WDF_')]


def page(row):
    """The documentation page of a row, for a comment."""
    return row['doc_page'].removesuffix('.md') if row.get('doc_page') else ''


def write(path, text, check):
    """Writes a generated file, or with check says whether it differs. True if the file was already right."""
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_text(encoding='utf-8') if path.exists() else None
    if old == text:
        return True
    if check:
        print(f'{path.relative_to(ROOT)} is not what the generator makes')
    else:
        path.write_text(text, encoding='utf-8')
    return False
