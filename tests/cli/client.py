#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A client that speaks the wire protocol by hand, rightly and wrongly. Usage: client.py WHAT [ARGUMENT]"""
import glob
import os
import socket
import struct
import sys

MAGIC = 0x4B444D4B
HELLO, OPEN, CLOSE, READ, WRITE = 1, 2, 3, 4, 5


def frame(operation, request=0, handle=0, offset=0, thread=1, code=0, out=0, data=b""):
    return struct.pack("<IIQQQIIIiQQ", len(data), operation, request, handle, offset, thread, code, out, 0, 0, 0) + data


def connect():
    directory = os.environ["KMDOCK_DIR"]
    path = glob.glob(os.path.join(directory, os.environ.get("KMDOCK_HOST", "host-*.sock")))[0]
    peer = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    peer.settimeout(20)
    peer.connect(path)
    return peer


def receive(peer):
    header = b""
    while len(header) < 64:
        part = peer.recv(64 - len(header))
        if not part:
            return None, b""
        header += part
    fields = struct.unpack("<IIQQQIIIiQQ", header)
    data = b""
    while len(data) < fields[0]:
        part = peer.recv(fields[0] - len(data))
        if not part:
            return None, b""
        data += part
    return fields, data


def greet(peer):
    peer.sendall(frame(HELLO, request=os.getpid(), offset=MAGIC, thread=0, code=1, data=b"client.py"))
    return receive(peer)[0][1] == HELLO


def interface():
    for path in glob.glob(os.path.join(os.environ["KMDOCK_DIR"], "interfaces", "*")):
        with open(path, encoding="utf-8") as file:
            for line in file:
                if line.startswith("name="):
                    return line[5:].strip()
    raise SystemExit("no interface is published")


def opened():
    peer = connect()
    greet(peer)
    name = "\\??\\" + interface()[4:]
    # Asynchronous: no FILE_SYNCHRONOUS_IO_NONALERT among the create options.
    peer.sendall(frame(OPEN, request=0, code=0xC0100080, offset=(0x40 << 32) | 3, data=name.encode()))
    fields, _ = receive(peer)
    if fields[8] < 0:
        raise SystemExit(f"open failed: {fields[8] & 0xFFFFFFFF:#x}")
    return peer, fields[3]


def thrown_out(peer):
    try:
        while peer.recv(65536):
            pass
    except ConnectionError:
        pass
    print("thrown out")


def outstanding(count):
    """Requests outstanding, then waits to be killed."""
    peer, handle = opened()
    for i in range(count):
        half = frame(WRITE, i + 1, handle, data=b"x" * 512) if i % 2 else frame(READ, i + 1, handle, out=512)
        peer.sendall(half)
    print("ready", flush=True)
    peer.settimeout(None)
    while True:
        if receive(peer)[0] is None:
            return


def deaf(count):
    """Asks for much and reads nothing; the sends may block, so they are given up after a while."""
    peer, handle = opened()
    peer.settimeout(1)
    sent = 0
    try:
        for i in range(count):
            peer.sendall(frame(READ, i + 1, handle, out=65536))
            sent += 1
    except TimeoutError:
        pass
    print("ready", sent, flush=True)
    sys.stdin.readline()


def main():
    what = sys.argv[1]
    if what == "garbage":
        peer = connect()
        peer.sendall(os.urandom(4096))
        thrown_out(peer)
    elif what == "version":
        peer = connect()
        peer.sendall(frame(HELLO, offset=MAGIC, thread=0, code=99, data=b"old"))
        thrown_out(peer)
    elif what == "slot":
        peer, handle = opened()
        peer.sendall(frame(READ, 5, handle, out=1) + frame(READ, 5, handle, out=1))
        thrown_out(peer)
    elif what == "half":
        peer, handle = opened()
        peer.sendall(frame(WRITE, 1, handle, data=b"y" * 1000)[:500])
        print("half sent")
    elif what == "silent":
        connect()
    elif what == "outstanding":
        outstanding(int(sys.argv[2]))
    elif what == "deaf":
        deaf(int(sys.argv[2]))
    elif what == "badhandle":
        peer, handle = opened()
        peer.sendall(frame(READ, 1, handle + 4000, out=1))
        print(f"{receive(peer)[0][8] & 0xFFFFFFFF:#x}")
    else:
        raise SystemExit(f"no such thing: {what}")


main()
