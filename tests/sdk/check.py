#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compiles what the SDK promises with the guest's compiler: `check.py CASE`; without a case, all of them.

The compile and link lines are those of sdk/km/flags.txt, so that this tests what drivers are really built with."""
import csv
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERE = ROOT / 'tests' / 'sdk'
CC, CXX = 'x86_64-w64-mingw32-gcc', 'x86_64-w64-mingw32-g++'
DDK = os.environ.get('KMDOCK_DDK', '/usr/share/mingw-w64/include/ddk')
PRIVILEGED = re.compile(r'%cr8|%gs:|fffff780|\bint\s+\$|\brdmsr|\bcli\b|\bsti\b')


def run(*command, cwd=None):
    """Runs a command; its complaint is the test's."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(str(word) for word in command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def flags(*sections, entry='FxDriverEntry', guest=''):
    found = {}
    section = None
    for line in (ROOT / 'sdk' / 'km' / 'flags.txt').read_text(encoding='utf-8').splitlines():
        line = line.strip()
        if line.startswith('['):
            section = found.setdefault(line.strip('[]'), [])
        elif line and not line.startswith('#'):
            section.append(line.replace('@SDK@', str(ROOT / 'sdk')).replace('@DDK@', DDK)
                           .replace('@ENTRY@', entry).replace('@GUEST@', str(guest)))
    return [word for name in sections for word in found[name]]


def compile_file(source, out, *more, cplusplus=False):
    language = 'c++' if cplusplus else 'c'
    run(CXX if cplusplus else CC, *flags('compile', language, 'debug'), '-Wextra', '-Werror', *more, '-c', source, '-o',
        out)


def no_privileged(path):
    for line in run('x86_64-w64-mingw32-objdump', '-d', path).splitlines():
        if PRIVILEGED.search(line):
            sys.exit(f'{path.name}: a privileged instruction or a read of a fixed address: {line.strip()}')


def case_layout(work):
    """Offsets, sizes and values as facts/ has them; the headers themselves have no warnings either."""
    compile_file(HERE / 'layout.c', work / 'layout.o')
    visible = ['-I', ROOT / 'sdk' / 'wdf', '-I', ROOT / 'sdk' / 'km', '-isystem', DDK]
    for source, cplusplus in ((HERE / 'layout.c', False), (HERE / 'style_driver_cpp.cpp', True)):
        words = [w for w in flags('compile', 'c++' if cplusplus else 'c', 'debug')]
        while '-isystem' in words:
            at = words.index('-isystem')
            del words[at:at + 2]
        run(CXX if cplusplus else CC, *words, *visible, '-Wextra', '-Werror', '-c', source, '-o', work / 'visible.o')


def case_style(work):
    """Drivers in the style of Windows driver authors, as C and C++, with DBG and without, instrumented too."""
    for source, cplusplus in (('style_driver.c', False), ('style_driver_cpp.cpp', True), ('idioms.c', False)):
        compile_file(HERE / source, work / 'style.o', cplusplus=cplusplus)
        no_privileged(work / 'style.o')
        compile_file(HERE / source, work / 'free.o', '-UDBG', '-DDBG=0', cplusplus=cplusplus)
        compile_file(HERE / source, work / 'debug.o', '-O0', cplusplus=cplusplus)
        compile_file(HERE / source, work / 'explore.o', *flags('explore'), cplusplus=cplusplus)
    symbols = run('x86_64-w64-mingw32-nm', work / 'explore.o')
    for name in ('__tsan_write', '__tsan_atomic32_fetch_or', '__tsan_atomic64_fetch_or'):
        if name not in symbols:
            sys.exit(f'idioms.c: {name} is not called: the bit operations hide from the instrumentation')


def case_inline(work):
    """An __inline function and a tentative definition in a header that two sources include link, as on Windows."""
    header = '#include <ntddk.h>\nULONG shared;\n__inline ULONG next(ULONG n) { while (n--) DbgPrint("%lu", n); return n; }\n'
    (work / 'inline.h').write_text(header, encoding='utf-8')
    for name in ('first', 'second'):
        text = f'#include "inline.h"\nULONG {name}(ULONG n);\nULONG {name}(ULONG n) {{ return next(n) + next(shared); }}\n'
        (work / f'{name}.c').write_text(text, encoding='utf-8')
        compile_file(work / f'{name}.c', work / f'{name}.o', '-O0')
    run(CC, *flags('link', entry='first'), '-o', work / 'inline.sys', work / 'first.o', work / 'second.o', '-lntoskrnl')


def case_names(work):
    """style_driver.c really uses every kernel name that is marked `echo` in facts/api_wanted.tsv."""
    del work
    text = (HERE / 'style_driver.c').read_text(encoding='utf-8') + \
        (HERE / 'style_driver.h').read_text(encoding='utf-8')
    with open(ROOT / 'facts' / 'api_wanted.tsv', newline='', encoding='utf-8') as file:
        wanted = [row for row in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE)
                  if row['echo'] == '1' and not row['kind'].startswith(('APP', 'WIN32'))]
    missing = [row['name'] for row in wanted if not re.search(rf"\b{re.escape(row['name'])}\b", text)]
    if missing or not wanted:
        sys.exit(f'not used: {missing}')


def case_generated(work):
    """What is generated is what the generators make of the facts."""
    del work
    for name in ('headers', 'table', 'layout'):
        run(sys.executable, ROOT / 'tools' / f'gen_wdf_{name}.py', '--check')


def case_universal(work):
    """Echo calls only what the documentation calls Universal, and nothing newer than KMDF 1.15."""
    del work
    known = {}
    for name in ('wdf_functions.tsv', 'ntddi.tsv'):
        with open(ROOT / 'facts' / name, newline='', encoding='utf-8') as file:
            for row in csv.DictReader(file, delimiter='\t', quoting=csv.QUOTE_NONE):
                known[row['name']] = row
    count = 0
    for source in sorted((ROOT / 'echo').glob('*sync/*.[ch]')):
        code = re.sub(r'/\*.*?\*/|"[^"\n]*"', '', source.read_text(encoding='utf-8'), flags=re.S)
        for name in set(re.findall(r'\b([A-Za-z_]\w+)\s*\(', code)) & set(known):
            row = known[name]
            count += 1
            if row['target'] not in ('Universal', ''):
                sys.exit(f"{source.name}: {name} is for {row['target']}")
            if row.get('kmdf_min') and float(row['kmdf_min'].rstrip('~').split('.')[1]) > 15:
                sys.exit(f"{source.name}: {name} needs KMDF {row['kmdf_min']}")
    if count < 40:
        sys.exit(f'only {count} names of the facts found: does the pattern still match?')


def import_library(work, name, symbols):
    exports = work / f'{name}.def'
    exports.write_text(f'LIBRARY "{name}"\nEXPORTS\n' + '\n'.join(symbols) + '\n', encoding='utf-8')
    return exports


def case_echo(work):
    """Both forms of Echo build without a warning into images with relocations, unwind info and the right imports."""
    names = ['WdfVersionBind', 'WdfVersionUnbind', 'WdfVersionBindClass', 'WdfVersionUnbindClass']
    run('x86_64-w64-mingw32-dlltool', '-d', import_library(work, 'WDFLDR.SYS', names), '-l', work / 'libwdfldr.a')
    for form in ('autosync', 'driversync'):
        objects = []
        for source in sorted((ROOT / 'echo' / form).glob('*.c')) + [ROOT / 'sdk' / 'wdf' / 'driverentry.c']:
            objects.append(work / f'{form}-{source.stem}.o')
            compile_file(source, objects[-1])
            no_privileged(objects[-1])
        image = work / f'{form}.sys'
        run(CC, *flags('link'), '-o', image, *objects, *flags('libraries', guest=work))
        sections = run('x86_64-w64-mingw32-objdump', '-h', image)
        header = run('x86_64-w64-mingw32-objdump', '-p', image)
        for section in ('.reloc', '.pdata', '.xdata', '.debug_line'):
            if section not in sections:
                sys.exit(f'{form}: no section {section}')
        for sign in ('(NT native)', 'DYNAMIC_BASE', 'NX_COMPAT'):
            if sign not in header:
                sys.exit(f'{form}: its header does not say {sign}')
        if re.search(r'CheckSum\s+0{8}', header):
            sys.exit(f'{form}: no checksum')
        modules = set(re.findall(r'DLL Name: (\S+)', header))
        if modules != {'ntoskrnl.exe', 'WDFLDR.SYS'}:
            sys.exit(f'{form}: imports {modules}')


def main():
    cases = {name.removeprefix('case_'): function for name, function in globals().items() if name.startswith('case_')}
    for name in sys.argv[1:] or cases:
        with tempfile.TemporaryDirectory() as work:
            cases[name](pathlib.Path(work))
        print(f'ok {name}')


if __name__ == '__main__':
    main()
