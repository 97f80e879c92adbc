#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: compile_test.py SDK LIBRARY      (SDK: the directory that holds um/; LIBRARY: libkmdock-um.a)

Apps through every compiler that is there, narrow and UNICODE, with and without optimisation; run against a fake host.
And what must not compile."""
import os
import shutil
import subprocess
import sys
import tempfile

SDK, LIBRARY = (os.path.abspath(path) for path in sys.argv[1:3])
HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(SDK, "um", "flags.txt"), encoding="utf-8") as file:
    FLAGS = [line.strip().replace("@SDK@", SDK) for line in file if line.strip()]
failures = number = 0

HEADERS = """windows.h Windows.h winioctl.h WinIoCtl.h strsafe.h cfgmgr32.h Cfgmgr32.h setupapi.h SetupAPI.h initguid.h
guiddef.h DriverSpecs.h driverspecs.h sal.h specstrings.h tchar.h conio.h process.h io.h malloc.h intrin.h crtdbg.h
winbase.h winnt.h windef.h winerror.h wincon.h winnls.h basetsd.h stdio.h stdlib.h string.h wchar.h wctype.h math.h
time.h errno.h assert.h stdint.h ctype.h limits.h signal.h fcntl.h""".split()
CPP_HEADERS = """algorithm array atomic chrono cstdio cstdlib cstring cwchar deque exception fstream functional iomanip
iostream iterator limits list locale map memory mutex new numeric queue random regex set sstream stdexcept string
string_view thread tuple unordered_map utility vector filesystem""".split()

# What is refused, and what the compiler must say.
REFUSED = {
    "std::wstring text(L\"x\");": "libstdc++'s wide types",
    "std::wstring text;": "libstdc++'s wide types",
    "std::wcout << L\"x\";": "libstdc++'s wide types",
    "std::wostringstream out;": "libstdc++'s wide types",
    "std::wifstream in(\"x\");": "libstdc++'s wide types",
    "CreateWindowExA(0);": "CreateWindowExA",
    "RegOpenKeyExA(0);": "RegOpenKeyExA",
}


def check(holds, what, detail=""):
    global failures, number
    number += 1
    failures += not holds
    print(("" if holds else "not ") + f"ok {number} - {what}")
    if not holds:
        print("".join(f"# {line}\n" for line in str(detail).splitlines()[:20]), end="")


def run(command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def compile_text(compiler, directory, text, extra=(), warnings=("-Wall", "-Wextra", "-Werror")):
    suffix = ".cpp" if "++" in compiler else ".c"
    source = os.path.join(directory, "text" + suffix)
    with open(source, "w", encoding="utf-8") as out:
        out.write(text)
    return run([compiler, *warnings, *FLAGS, *extra, "-c", source, "-o", os.path.join(directory, "text.o")])


def headers(compiler, directory):
    names = HEADERS + (CPP_HEADERS if "++" in compiler else [])
    backwards, unicode = list(reversed(names)), ["-DUNICODE", "-D_UNICODE"]
    rounds = [(names, "-std=gnu11", []), (backwards, "-std=gnu17", unicode)]
    if "++" in compiler:
        rounds = [(names, "-std=c++11", []), (backwards, "-std=c++17", unicode), (names, "-std=c++20", unicode)]
    for order, standard, more in rounds:
        text = "".join(f"#include <{name}>\n" for name in order)
        text += "LONG l; WCHAR w[] = L\"x\"; C_ASSERT(sizeof(w) == 4 && sizeof(l) == 4);\n"
        done = compile_text(compiler, directory, text, [standard, *more])
        check(done.returncode == 0, f"{compiler} {standard} {more}: all headers", done.stderr)
    alone = [name for name in HEADERS if compile_text(compiler, directory, f"#include <{name}>\n").returncode]
    check(not alone, f"{compiler}: every header alone", alone)


def refusals(compiler, directory):
    includes = "#include <windows.h>\n"
    if "++" in compiler:
        includes += "#include <string>\n#include <iostream>\n#include <sstream>\n#include <fstream>\n"
    for statement, sentence in REFUSED.items():
        if "std::" in statement and "++" not in compiler:
            continue
        text = f"{includes}int main(void)\n{{\n    {statement}\n    return 0;\n}}\n"
        done = compile_text(compiler, directory, text, warnings=[])
        check(done.returncode != 0 and sentence in done.stderr, f"{compiler} refuses {statement}", done.stderr)


def apps(compiler, directory):
    source, arguments = os.path.join(HERE, "app_style.c"), [["-Async", "2000"], []]
    programs = [(["-x", "c++", source, "-x", "none"] if "++" in compiler else [source], arguments)]
    if "clang" in compiler:
        programs = []  # clang insists on int for main's first parameter
    if "++" in compiler:
        programs.append(([os.path.join(HERE, "um_cpp_test.cpp")], [["a\u00e4B"]]))
    for sources, calls in programs:
        for extra in (["-O0"], ["-O2"], ["-O2", "-DUNICODE", "-D_UNICODE"]):
            program = os.path.join(directory, "app")
            done = run([compiler, "-Wall", "-Wextra", "-Werror", *FLAGS, *extra, *sources, "-o", program, LIBRARY,
                        "-lpthread"])
            name = os.path.basename(sources[-1] if sources[-1] != "none" else source)
            check(done.returncode == 0, f"{compiler} {extra}: {name}", done.stderr)
            for call in calls:
                done = run([sys.executable, os.path.join(HERE, "with_fake_host.py"), program, *call])
                check(done.returncode == 0, f"{compiler} {extra}: {name} {call} runs", done.stdout + done.stderr)


with tempfile.TemporaryDirectory() as scratch:
    for one in sys.argv[3:] or ("gcc", "clang", "g++", "clang++"):
        if not shutil.which(one):
            check(True, f"{one} # SKIP not installed")
            continue
        headers(one, scratch)
        apps(one, scratch)
        refusals(one, scratch)
print(f"1..{number}")
sys.exit(failures != 0)
