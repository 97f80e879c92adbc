#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the seeds of fuzz_pe: small images that use every table the loader reads. make_corpus.py DIRECTORY"""
import pathlib
import struct
import sys

BASE = 0x140000000


def headers(machine=0x8664, flags=0x2022, directories=None, sections=(), entry=0x1000, image=0x5000):
    dos = b"MZ" + bytes(58) + struct.pack("<I", 64)
    file_header = struct.pack("<HHIIIHH", machine, len(sections), 0, 0, 0, 240, flags)
    optional = struct.pack("<HBBIIIII", 0x20B, 2, 40, 0, 0, 0, entry, 0x1000)
    optional += struct.pack("<QIIHHHHHHIIIIHH", BASE, 4096, 512, 6, 0, 0, 0, 6, 0, 0, image, 1024, 0, 1, 0)
    optional += struct.pack("<QQQQII", 1 << 20, 4096, 1 << 20, 4096, 0, 16)
    for index in range(16):
        optional += struct.pack("<II", *(directories or {}).get(index, (0, 0)))
    table = b""
    for name, rva, data, raw, flag in sections:
        table += struct.pack("<8sIIIIIIHHI", name, len(data), rva, (len(data) + 511) // 512 * 512, raw, 0, 0, 0, 0, flag)
    return (dos + b"PE\0\0" + file_header + optional + table).ljust(1024, b"\0")


def imports(rva, by_ordinal):
    module, name = rva + 0x80, rva + 0x90
    entry = 1 << 63 | 7 if by_ordinal else name
    data = struct.pack("<IIIII", rva + 0x40, 0, 0, module, rva + 0x60) + bytes(20)
    data = data.ljust(0x40, b"\0") + struct.pack("<QQ", entry, 0)
    data = data.ljust(0x60, b"\0") + struct.pack("<QQ", entry, 0)
    return data.ljust(0x80, b"\0") + b"ntoskrnl.exe".ljust(16, b"\0") + b"\0\0DbgPrint\0"


def exports(rva, forward):
    data = struct.pack("<IIHHIIIIIII", 0, 0, 0, 0, rva + 0x80, 1, 2, 2, rva + 0x30, rva + 0x40, rva + 0x50)
    data = data.ljust(0x30, b"\0") + struct.pack("<II", 0x1000, rva + 0x90 if forward else 0x1004)
    data = data.ljust(0x40, b"\0") + struct.pack("<II", rva + 0xA0, rva + 0xB0)
    data = data.ljust(0x50, b"\0") + struct.pack("<HH", 0, 1)
    data = data.ljust(0x80, b"\0") + b"driver.sys\0".ljust(16, b"\0") + b"other.Name\0".ljust(16, b"\0")
    return data + b"DriverEntry\0".ljust(16, b"\0") + b"a\0"


def image(by_ordinal=False, forward=False, fixed=False, config=False, **changes):
    code = b"\x48\x8d\x05\0\0\0\0\xc3".ljust(64, b"\x90") + struct.pack("<Q", BASE + 0x1000)
    import_data, export_data = imports(0x2000, by_ordinal), exports(0x3000, forward)
    relocations = struct.pack("<IIHH", 0x1000, 12, 0xA040, 0)
    config_data = bytes(88) + struct.pack("<Q", BASE + 0x1048) + bytes(16)
    tail = relocations.ljust(64, b"\0") + config_data
    directories = {0: (0x3000, 0xC0), 1: (0x2000, 40), 5: (0x4000, 12)}
    if config:
        directories[10] = (0x4040, len(config_data))
    sections = [(b".text", 0x1000, code, 1024, 0x60000020), (b".idata", 0x2000, import_data, 1536, 0xC0000040),
                (b".edata", 0x3000, export_data, 2048, 0x40000040), (b".reloc", 0x4000, tail, 2560, 0x42000040)]
    flags = 0x2023 if fixed else 0x2022
    data = headers(directories=directories, sections=sections, flags=flags, **changes)
    return data + b"".join(section[2].ljust(512, b"\0") for section in sections)


def main():
    directory = pathlib.Path(sys.argv[1])
    directory.mkdir(parents=True, exist_ok=True)
    seeds = {"name": image(), "ordinal": image(by_ordinal=True), "forwarder": image(forward=True),
             "cookie": image(config=True), "fixed": image(fixed=True), "machine": image(machine=0x14C),
             "cut": image()[:1500]}
    for name, data in seeds.items():
        (directory / name).write_bytes(data)


if __name__ == "__main__":
    main()
