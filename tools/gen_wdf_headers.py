#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes sdk/wdf/*.h from facts/wdf_*.tsv. With --check it writes nothing and fails if a file differs.

Hand-written text (macros and helpers that no table describes) lies in tools/gen_wdf_parts/NAME.h and is put at the
end of the header of that name. A header includes exactly the headers whose enums and structures it needs by value.
"""
import re
import sys

import gen_wdf_facts as facts

PARTS = facts.ROOT / 'tools' / 'gen_wdf_parts'
# In the order in which wdf.h includes them; the others (USB, installer, bug codes) are included by who needs them.
COMMON = ['wdftypes.h', 'wdfglobals.h', 'wdffuncenum.h', 'wdfstatus.h', 'wdfverifier.h', 'wdfassert.h', 'wdfobject.h',
          'wdfcore.h', 'wdfsync.h', 'wdfdriver.h', 'wdfmemory.h', 'wdfstring.h', 'wdfcollection.h', 'wdfregistry.h',
          'wdfrequest.h', 'wdffileobject.h', 'wdfio.h', 'wdfiotarget.h', 'wdftimer.h', 'wdfdpc.h', 'wdfworkitem.h',
          'wdfinterrupt.h', 'wdfresource.h', 'wdfqueryinterface.h', 'wdfdevice.h', 'wdffdo.h', 'wdfpdo.h',
          'wdfchildlist.h', 'wdfcontrol.h', 'wdfdmaenabler.h', 'wdfdmatransaction.h', 'wdfcommonbuffer.h', 'wdfwmi.h',
          'wdfroletypes.h', 'wdfpool.h']
OTHERS = ['wdfusb.h', 'wdfminiport.h', 'wdfinstaller.h', 'wdfbugcodes.h']
WHAT = {
    'wdftypes.h': 'handles and the names of all structures', 'wdfglobals.h': 'what the framework gives every driver',
    'wdffuncenum.h': 'the indices of the function table', 'wdfstatus.h': 'status codes of the framework',
    'wdfroletypes.h': 'role types of callbacks that have no pointer type of their own',
    'wdfbugcodes.h': 'parameters of bug check 0x10D', 'wdfinstaller.h': 'the co-installer (user mode)',
    'wdfpool.h': 'nothing yet: the name exists for drivers that include it',
}
BANNER = '''/* SPDX-License-Identifier: MIT */
/* {name}: {what}. KMDF 1.15.
 * Made by tools/gen_wdf_headers.py from facts/; do not edit. */
#ifndef KMDOCK_{guard}
#define KMDOCK_{guard}
'''


class Header:
    def __init__(self, name):
        self.name = name
        self.needs = set()  # type names used by value or as callbacks
        self.gives = set()
        self.text = []

    def add(self, text):
        self.text.append(text.rstrip('\n') + '\n')


def words(text):
    return set(re.findall(r'\b[A-Za-z_][A-Za-z_0-9]*\b', text))


def add_enums(headers):
    for name, (header, values) in facts.enums().items():
        if name == 'WDFFUNCENUM':
            values = [(n, v) for n, v in values]
        out = headers[header]
        out.gives |= {name, 'P' + name}
        lines = [f'typedef enum _{name} {{']
        for enumerator, value in values:
            lines.append(f'    {enumerator} = {value if 0 <= value < 4096 else hex(value)},')
        lines.append(f'}} {name}, *P{name};')
        out.add('\n'.join(lines))


def add_constants(headers):
    by_header = {}
    for row in facts.constants('constant'):
        by_header.setdefault(row['header'], []).append(row)
    for header, some in by_header.items():
        lines = []
        for row in some:
            if row['name'] in ENUMERATED or row['name'] in BY_HAND:
                continue
            lines.append(f"#define {row['name']} {constant(row)}")
        if lines:
            headers[header].add('\n'.join(lines))


# These constants are null pointers, whose meaning is more than their value: tools/gen_wdf_parts has them.
BY_HAND = {'WDF_NO_HANDLE', 'WDF_NO_CONTEXT', 'WDF_NO_EVENT_CALLBACK', 'WDF_NO_OBJECT_ATTRIBUTES',
           'WDF_NO_SEND_OPTIONS'}
ENUMERATED = {name for _, values in facts.enums().values() for name, _ in values}


def constant(row):
    value = row['value_1_15']
    if value.isdigit():
        number = int(value)
        return hex(number).upper().replace('X', 'x') + 'UL' if number > 0x7fffffff else value
    return value


def add_statuses(headers):
    lines = [f"#define {row['name']:<44} ((NTSTATUS){row['value']}L)" for row in facts.statuses()]
    headers['wdfstatus.h'].add('\n'.join(lines))


def add_callbacks(headers):
    for row in facts.callbacks():
        out = headers[row['header']]
        params = facts.parameters(row['params'], row['param_dir'])
        text = ', '.join(facts.declare(params)) or 'VOID'
        note = ' '.join(filter(None, [irql_called(row), facts.page(row)]))
        lines = [f'/* {note} */'] if note else []
        lines.append(wrap(f"typedef {row['return_type']} {row['name']}(", facts.declare(params) or ['VOID'], ');'))
        out.gives.add(row['name'])
        if row['pfn_typedef']:
            lines.append(f"typedef {row['name']} *{row['pfn_typedef']};")
            out.gives.add(row['pfn_typedef'])
        out.needs |= words(text) | words(row['return_type'])
        out.add('\n'.join(lines))


LEVEL = {'PASSIVE': 'PASSIVE_LEVEL', 'APC': 'APC_LEVEL', 'DISPATCH': 'DISPATCH_LEVEL', 'DIRQL': 'DIRQL'}


def irql_text(token):
    if token == 'ANY':
        return 'Any IRQL.'
    for prefix, sign in (('EQ_', '='), ('GE_', '>='), ('LT_', '<')):
        if token.startswith(prefix):
            return f'IRQL {sign} {LEVEL[token.removeprefix(prefix)]}.'
    return f'IRQL <= {LEVEL[token]}.' if token in LEVEL else ''


def irql_called(row):
    text = irql_text(row['irql_called'])
    return 'Called at ' + text if text else ''


def wrap(head, params, tail, indent='    ', width=118):
    """One declaration, broken after commas if it is long."""
    line = head + ', '.join(params) + tail
    if len(line) <= width:
        return line
    lines, current = [], head
    for number, param in enumerate(params):
        piece = param + (tail if number == len(params) - 1 else ',')
        if len(current) + len(piece) + 1 > width:
            lines.append(current.rstrip())
            current = indent + piece
        else:
            current += ('' if current.endswith('(') else ' ') + piece
    return '\n'.join(lines + [current])


def field_line(row, name, indent, natural):
    kind = row['type']
    if row['kind'] == 'field' and int(row['offset_1_15']) > natural(row):
        kind += ' POINTER_ALIGNMENT'
    array = re.fullmatch(r'(.*)\[(\d+)\]', kind)
    if array:
        return f'{indent}{array[1]} {name}[{array[2]}];'
    if row['kind'] == 'bitfield':
        return f"{indent}{kind} {name} : {row['bit_width']};"
    return f"{indent}{kind}{'' if kind.endswith('*') else ' '}{name};"


def struct_body(fields):
    """Nested members are written as a tree; their rows follow their parent's."""
    lines, open_names = [], []
    ends = {}  # of each structure within: where its next member may begin

    def natural(row):
        size = int(row['size_1_15'])
        if size not in (1, 2, 4, 8):
            return int(row['offset_1_15'])  # an array or a structure: its alignment is its elements'
        end = ends.get(tuple(row['field'].split('.')[:-1]), int(row['offset_1_15']))
        return (end + size - 1) // size * size

    for row in fields:
        path = row['field'].split('.')
        while len(open_names) >= len(path) or open_names != path[:len(open_names)]:
            lines.append('    ' * len(open_names) + f'}} {open_names.pop()};')
        indent = '    ' * len(path)
        if row['kind'] in ('struct', 'union'):
            lines.append(f"{indent}{row['kind']} {{")
            open_names.append(path[-1])
        else:
            lines.append(field_line(row, path[-1], indent, natural))
        ends[tuple(path[:-1])] = int(row['offset_1_15']) + int(row['size_1_15'])
    while open_names:
        lines.append('    ' * len(open_names) + f'}} {open_names.pop()};')
    return lines


def keyword(fields):
    """A type whose members all begin at 0 is a union."""
    whole = [row for row in fields if '.' not in row['field']]
    return 'union' if len(whole) > 1 and all(row['offset_1_15'] == '0' for row in whole) else 'struct'


def add_structs(headers):
    todo = dict(facts.structs())
    done = set()
    while todo:  # a structure that holds another one comes after it
        for name in list(todo):
            fields = todo[name]
            used = set().union(*(words(row['type']) for row in fields))
            if used & (set(todo) - {name}):
                continue
            out = headers[fields[0]['header']]
            out.needs |= used
            out.gives.add('struct ' + name)
            out.add('\n'.join([f'{keyword(fields)} _{name} {{'] + struct_body(fields) + ['};']))
            done.add(name)
            del todo[name]


def add_type_names(headers):
    out = headers['wdftypes.h']
    lines = []
    for row in facts.constants('handle'):
        if row['name'] != 'WDFOBJECT':
            lines.append(f"typedef struct {row['name']}__ *{row['name']};")
    out.add('\n'.join(lines))
    lines = []
    for name, fields in facts.structs().items():
        lines.append(f'typedef {keyword(fields)} _{name} {name}, *P{name};')
        lines.append(f'typedef const {keyword(fields)} _{name} *PC{name};')
    out.add('\n'.join(lines))


def expression(text, args):
    """A value of wdf_inits.tsv as C."""
    text = text.strip()
    for prefix, sign in (('*arg:', '*'), ('arg:', '')):
        if text.startswith(prefix):
            return sign + text.removeprefix(prefix)
    match = re.fullmatch(r'([A-Za-z_0-9]+)\((\w+)\)', text)
    return match[1] if match else text


def assignment(first, name, struct, text):
    """One 'Field=value' of wdf_inits.tsv as a C statement."""
    target, op, value = re.fullmatch(r'([A-Za-z_0-9.]+)(\|=|=)(.*)', text.strip()).groups()
    if target == 'Size':
        kind = 'USHORT' if struct == 'WDF_REQUEST_PARAMETERS' else 'ULONG'
        return f'{first}->Size = ({kind})sizeof({struct});'
    every = re.fullmatch(r'(\w+) in all (\d+) elements \(\d+\)', value)
    if every:
        return '\n    '.join(f'{first}->{target}[{number}] = {every[1]};' for number in range(int(every[2])))
    value = expression(value, name)
    cast = {'bRequest': '(BYTE)', 'Recipient': '(BYTE)', 'Dir': '(BYTE)', 'Type': '(BYTE)'}
    if struct == 'WDF_USB_CONTROL_SETUP_PACKET' and '.bm.' in target:
        value = cast[target.split('.')[-1]] + value
    return f'{first}->{target} {op} {value};'


def condition(text):
    text = text.replace(' or ', ' || ').replace(' and ', ' && ').replace(' | ', ' || ')
    return re.sub(r'(?<![=!])=(?!=)', ' == ', re.sub(r'(==|!=)', r' \1 ', text))


def init_body(name, variants, first):
    struct = variants[0]['struct']
    lists = [[part.strip() for part in row['nonzero_fields'].split(';') if part.strip()] for row in variants]
    lines = []
    if variants[0]['zeroes_rest'] == '1':
        lines.append(f'RtlZeroMemory({first}, sizeof({struct}));')
    common = [item for item in lists[0] if all(item in other for other in lists)]
    lines += [assignment(first, name, struct, item) for item in common]
    rest = [(row['when'], [item for item in some if item not in common]) for row, some in zip(variants, lists)]
    if len(variants) == 1:
        return lines
    only = [(when, some) for when, some in rest if some]
    for number, (when, some) in enumerate(only):
        last = number == len(only) - 1 and len(only) == len(rest) and number > 0
        lines.append('} else {' if last else f'if ({condition(when)}) {{')
        lines += ['    ' + assignment(first, name, struct, item) for item in some]
    return lines + (['}'] if only else [])


def add_inits(headers):
    known = facts.helpers()
    for name, variants in facts.inits().items():
        row = known.get(name)
        if row is None or variants[0]['diff_1_33'].startswith('added'):
            continue  # a macro with a type argument, the co-installer's, or newer than 1.15
        params = facts.parameters(row['params'], row['param_dir'])
        first = params[0][2]
        out = headers[row['header']]
        out.needs |= words(row['params'])
        body = init_body(name, variants, first)
        lines = ([f"/* {facts.page(row)} */"] if facts.page(row) else [])
        lines.append(wrap(f'WDF_INLINE VOID {name}(', [text for text, _, _, _ in params], ')'))
        lines += ['{'] + ['    ' + line for line in body] + ['}']
        out.add('\n'.join(lines))


def add_functions(headers):
    for row in facts.functions():
        if row['kind'] != 'table':
            continue
        out = headers[row['header']]
        params = facts.parameters(row['params'], row['param_dir'])
        out.needs |= words(row['params']) | words(row['return_type'])
        name, back = row['name'], row['return_type']
        note = ' '.join(filter(None, [irql_text(row['max_irql']), facts.page(row)]))
        pfn = 'PFN_' + name.upper()
        lines = [f'/* {note} */'] if note else []
        every = ['_In_ PWDF_DRIVER_GLOBALS DriverGlobals'] + facts.declare(params)
        lines.append(wrap(f'typedef {back} (*{pfn})(', every, ');'))
        lines.append('#ifndef KMDOCK_WDF_IMPLEMENTATION')
        if row['must_check'] == '1':
            lines.append('_Must_inspect_result_')
        lines.append(wrap(f'WDF_INLINE {back} {name}(', facts.declare(params) or ['VOID'], ')'))
        call = wrap(f'    {"" if back == "VOID" else "return "}WDF_CALL({pfn}, {name})(',
                    ['WdfDriverGlobals'] + [param[2] for param in params], ');', '        ')
        lines += ['{', call, '}', '#endif']
        out.add('\n'.join(lines))


def by_hand(path):
    """A part's text without its licence line, which the header has already."""
    return [path.read_text(encoding='utf-8').split('\n', 1)[1]] if path.exists() else []


def render(header, headers):
    what = WHAT.get(header.name, f'the {header.name.removeprefix("wdf").removesuffix(".h")} interface')
    text = BANNER.format(name=header.name, what=what, guard=header.name.upper().replace('.', '_'))
    if header.name == 'wdftypes.h':
        includes = ['<wdm.h>', '<devpropdef.h>']
    else:
        used = set()
        for other in headers.values():
            if other is not header and (other.gives & header.needs or
                                        {f'struct {word}' for word in header.needs} & other.gives):
                used.add(other.name)
        used |= {'wdftypes.h'} | ({'wdfglobals.h', 'wdffuncenum.h'} - {header.name}
                                  if header.name not in ('wdfglobals.h', 'wdffuncenum.h') else set())
        order = COMMON + OTHERS
        includes = [f'"{name}"' for name in order if name in used]
        if header.name == 'wdfusb.h':
            includes = ['<usb.h>'] + includes
    text += '\n' + '\n'.join(f'#include {name}' for name in includes) + '\n\n'
    text += '#ifdef __cplusplus\nextern "C" {\n#endif\n\n'
    part = PARTS / header.name
    first = PARTS / ('first_' + header.name)
    blocks = by_hand(first) + header.text + by_hand(part)
    text += '\n'.join(blocks)
    return text + '\n#ifdef __cplusplus\n}\n#endif\n\n#endif\n'


def wdf_h():
    text = BANNER.format(name='wdf.h', what='all that a KMDF driver includes', guard='WDF_H')
    text += '\n' + '\n'.join(f'#include "{name}"' for name in COMMON) + '\n\n#endif\n'
    return text


def main():
    check = '--check' in sys.argv[1:]
    headers = {name: Header(name) for name in COMMON + OTHERS}
    add_type_names(headers)
    add_statuses(headers)
    add_enums(headers)
    add_constants(headers)
    add_callbacks(headers)
    add_structs(headers)
    add_inits(headers)
    add_functions(headers)
    right = facts.write(facts.SDK / 'wdf.h', wdf_h(), check)
    for header in headers.values():
        right &= facts.write(facts.SDK / header.name, render(header, headers), check)
    return 1 if check and not right else 0


if __name__ == '__main__':
    sys.exit(main())
