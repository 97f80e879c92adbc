#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the seeds of fuzz_protocol: corpus.py DIRECTORY. One byte that cuts, then frames."""
import pathlib
import struct
import sys


def frame(operation, request=0, handle=0, offset=0, thread=1, code=0, out=0, data=b""):
    return struct.pack("<IIQQQIIIiQQ", len(data), operation, request, handle, offset, thread, code, out, 0, 0, 0) + data


def main():
    directory = pathlib.Path(sys.argv[1])
    directory.mkdir(exist_ok=True)
    hello = frame(1, request=9, offset=0x4B444D4B, thread=0, code=1, data=b"app")
    opened = frame(2, request=0, code=3, data=b"\\??\\Echo")
    seeds = {
        "hello": hello,
        "open": hello + opened,
        "write_read": hello + opened + frame(5, 1, 4, data=b"x" * 30) + frame(4, 2, 4, out=512),
        "control": hello + frame(6, 5, 4, code=0x222000, out=16, data=b"in"),
        "cancel": hello + frame(4, 1, 4, out=1) + frame(7, 2, 4, offset=1) + frame(8, 3, 4) + frame(9, 4, offset=1),
        "threads": hello + frame(11, 0, 4, thread=1) + frame(11, 1, 4, thread=4096) + frame(10, 2, thread=1),
        "command": hello + frame(12, 0, out=100, data=b"status"),
    }
    for name, data in seeds.items():
        (directory / name).write_bytes(b"\xff" + data)
        (directory / (name + "_cut")).write_bytes(b"\x06" + data)


main()
