#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A host for the tests of um/remote: it speaks the wire protocol, and misbehaves when it is told to.

usage: fake_host.py DIRECTORY [LIE]      prints "ready", ends with its standard input

LIE: hold        no read or write is answered until it is cancelled; prints "held 200" when so many wait, "held 1" at one
     corrupt     reads differ in their last byte from what was written
     stale       reads return a write of long ago (of 300 before; until then the one before the last)
     cut         reads return all but the last byte
     empty       reads return nothing
     die         the host is gone after 300 reads and writes

Its device echoes (a write is stored, a read returns it) and answers at once, unless it is opened by a name that ends in
\\hold: then requests wait for the control code RELEASE, or for their cancellation. Control codes are below.
"""
import os
import selectors
import socket
import struct
import sys

GUID = "{CDC35B6E-0BE4-4936-BF5F-5537380A7C1A}"
NAME = "\\\\?\\ROOT#SAMPLE#0000#" + GUID
HEADER = struct.Struct("<IIQQQIIIiQQ")
MAGIC, VERSION = 0x4B444D4B, 1
(HELLO, OPEN, CLOSE, READ, WRITE, CONTROL, CANCEL, CANCEL_FILE, CANCEL_THREAD, THREAD_EXIT, FLUSH) = range(1, 12)
NEEDS_DATA = (OPEN, WRITE, CONTROL)
SUCCESS, BUFFER_OVERFLOW = 0, -0x7FFFFFFB
NOT_FOUND, CANCELLED, NO_SUCH_NAME, BAD_REQUEST = -0x3FFFFDDB, -0x3FFFFEE0, -0x3FFFFFCC, -0x3FFFFFF0

# Functions of control codes (CTL_CODE's second argument).
RELEASE, RELEASE_BACKWARDS, STATUS, DIE, GARBAGE, STALE, TOO_MUCH, COUNT, ECHO, BAD_KIND, THREADS = range(0x800, 0x80B)


class Client:
    def __init__(self, connection):
        self.connection = connection
        self.received = bytearray()
        self.to_send = bytearray()
        self.greeted = False
        self.handles = {}
        self.next_handle = 4
        self.held = {}  # by request number, in order of arrival
        self.threads = set()
        self.closing = False

    def answer(self, operation, request, status=SUCCESS, data=b"", information=None, handle=0):
        information = len(data) if information is None else information
        self.to_send += HEADER.pack(len(data), operation, request, handle, 0, 0, 0, 0, status, information, 0) + data


class Host:
    def __init__(self, lie):
        self.lie = lie
        self.requests = 0
        self.stored = b""
        self.history = [b""]
        self.exits = 0

    def hello(self, client, header):
        if header["operation"] != HELLO or header["offset"] != MAGIC or header["code"] != VERSION:
            raise ValueError("no hello")
        client.greeted = True
        client.to_send += HEADER.pack(0, HELLO, os.getpid(), 0, MAGIC, 0, VERSION, 0, 0, 0, 0)

    def frame(self, client, header, data):
        operation, request = header["operation"], header["request"]
        if not client.greeted:
            return self.hello(client, header)
        if header["bytes"] and operation not in NEEDS_DATA:
            raise ValueError("data where there should be none")
        if request in client.held or not 1 <= header["thread"] <= 4096:
            raise ValueError("a slot in use, or a thread out of range")
        client.threads.add(header["thread"])
        if operation == OPEN:
            return self.open(client, request, data.decode())
        mode = client.handles.get(header["handle"])
        if mode is None and operation not in (THREAD_EXIT, CANCEL_THREAD):
            return client.answer(operation, request, BAD_REQUEST)
        if operation == CONTROL:
            return self.control(client, header, data, mode)
        if operation in (READ, WRITE):
            self.requests += 1
            client.closing |= self.lie == "die" and self.requests > 300
        if operation in (READ, WRITE) and "hold" in (mode, self.lie):
            client.held[request] = (header, data)
            if self.lie == "hold" and len(client.held) in (1, 200):
                print(f"held {len(client.held)}", flush=True)
            return None
        return self.carry_out(client, header, data)

    def open(self, client, request, name):
        rest = name[len(NAME):] if name[4:].lower().startswith(NAME[4:].lower()) else None
        if not name.startswith("\\??\\") or rest not in ("", "\\hold"):
            return client.answer(OPEN, request, NO_SUCH_NAME)
        client.next_handle += 4
        client.handles[client.next_handle] = rest[1:]
        return client.answer(OPEN, request, handle=client.next_handle)

    def carry_out(self, client, header, data):
        operation, request = header["operation"], header["request"]
        if operation == WRITE:
            self.stored = bytes(data)
            if self.lie == "stale":
                self.history.append(self.stored)
            client.answer(operation, request, information=len(data))
        elif operation == READ:
            client.answer(operation, request, data=self.what_is_read()[:header["out_bytes"]])
        elif operation in (CANCEL, CANCEL_FILE, CANCEL_THREAD):
            self.cancel(client, header)
        elif operation == THREAD_EXIT:
            self.exits += 1
            self.end_some(client, lambda held: held["thread"] == header["thread"])
            client.threads.discard(header["thread"])
            client.answer(operation, request)
        elif operation == CLOSE:
            del client.handles[header["handle"]]
            client.answer(operation, request)
        elif operation == FLUSH:
            client.answer(operation, request)
        else:
            raise ValueError("an operation that there is not")

    def what_is_read(self):
        if self.lie == "corrupt" and self.stored:
            return self.stored[:-1] + bytes([self.stored[-1] ^ 1])
        if self.lie == "stale" and len(self.history) > 1:
            return self.history[-300 if len(self.history) > 300 else -2]
        return {"cut": self.stored[:-1], "empty": b""}.get(self.lie, self.stored)

    def end_some(self, client, matches):
        found = [number for number, (held, _) in client.held.items() if matches(held)]
        for number in found:
            held, _ = client.held.pop(number)
            client.answer(held["operation"], number, CANCELLED)
        return found

    def cancel(self, client, header):
        operation = header["operation"]
        if operation == CANCEL:
            found = [header["offset"]] if header["offset"] in client.held else []
            if found:
                held, _ = client.held.pop(found[0])
                client.answer(held["operation"], found[0], CANCELLED)
        elif operation == CANCEL_FILE:
            found = self.end_some(client, lambda held: held["handle"] == header["handle"] and
                                  (not header["code"] or held["thread"] == header["thread"]))
        else:
            found = self.end_some(client, lambda held: held["thread"] == header["offset"])
        client.answer(operation, header["request"], SUCCESS if found else NOT_FOUND)

    def control(self, client, header, data, _mode):
        request, function = header["request"], header["code"] >> 2 & 0xFFF
        if function in (RELEASE, RELEASE_BACKWARDS):
            held = list(client.held.values())
            client.held.clear()
            for one in reversed(held) if function == RELEASE_BACKWARDS else held:
                self.carry_out(client, *one)
            client.answer(CONTROL, request)
        elif function == STATUS:  # in: the status, then the data
            client.answer(CONTROL, request, struct.unpack_from("<i", data)[0], data[4:])
        elif function == DIE:  # in the middle of an answer
            client.answer(CONTROL, request, data=b"x" * 100)
            del client.to_send[-50:]
            client.closing = True
        elif function == GARBAGE:
            client.to_send += b"\xff" * 200
        elif function == STALE:
            client.answer(CONTROL, request ^ 1 << 32)
        elif function == TOO_MUCH:
            client.answer(CONTROL, request, data=b"y" * (header["out_bytes"] + 1))
        elif function == BAD_KIND:
            client.answer(READ, request)
        elif function == COUNT:
            client.answer(CONTROL, request, data=struct.pack("<II", len(client.held), self.exits))
        elif function == THREADS:
            client.answer(CONTROL, request, data=struct.pack("<I", len(client.threads)))
        elif function == ECHO:
            client.answer(CONTROL, request, data=data[:header["out_bytes"]])
        else:
            client.answer(CONTROL, request, BAD_REQUEST)


FIELDS = "bytes operation request handle offset thread code out_bytes status information spare".split()


def take_frames(host, client):
    at = 0
    while len(client.received) - at >= HEADER.size:
        header = dict(zip(FIELDS, HEADER.unpack_from(client.received, at)))
        end = at + HEADER.size + header["bytes"]
        if len(client.received) < end:
            break
        host.frame(client, header, bytes(client.received[at + HEADER.size:end]))
        at = end
    del client.received[:at]


def serve(listener, lie):
    host = Host(lie)
    selector = selectors.DefaultSelector()
    selector.register(listener, selectors.EVENT_READ, None)
    selector.register(sys.stdin, selectors.EVENT_READ, "end")
    while True:
        for key, events in selector.select():
            if key.data == "end":
                return
            if key.data is None:
                connection, _ = listener.accept()
                connection.setblocking(False)
                selector.register(connection, selectors.EVENT_READ, Client(connection))
                continue
            client = key.data
            alive = True
            try:
                if events & selectors.EVENT_READ:
                    data = client.connection.recv(1 << 18)
                    alive = bool(data)
                    client.received += data
                    take_frames(host, client)
                if client.to_send:
                    sent = client.connection.send(memoryview(client.to_send)[:1 << 18])
                    del client.to_send[:sent]
            except BlockingIOError:
                pass
            except (ConnectionError, ValueError, KeyError, UnicodeDecodeError) as error:
                print(f"fake_host: {error!r}", file=sys.stderr)
                alive = False
            if not alive or (client.closing and not client.to_send):
                selector.unregister(client.connection)
                client.connection.close()
            else:
                wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if client.to_send else 0)
                selector.modify(client.connection, wanted, client)


def main():
    directory = sys.argv[1]
    os.makedirs(os.path.join(directory, "interfaces"), exist_ok=True)
    path = os.path.join(directory, f"host-{os.getpid()}.sock")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(64)
    files = {
        "sample": f"name={NAME}\nguid={GUID}\ninstance=ROOT\\SAMPLE\\0000\nsocket={os.path.basename(path)}\nenabled=1\n",
        "off": f"name={NAME.replace('0000', '0001')}\nguid={GUID}\ninstance=ROOT\\SAMPLE\\0001\n"
               f"socket={os.path.basename(path)}\nenabled=0\n",
        "dead": f"name={NAME.replace('0000', '0002')}\nguid={GUID}\nsocket=host-0.sock\nenabled=1\n",
        "half": "name=\\\\?\\HALF\n",
        "garbage": "\x00\xff==\n",
    }
    for name, text in files.items():
        with open(os.path.join(directory, "interfaces", name), "w", encoding="latin-1") as file:
            file.write(text)
    print("ready", flush=True)
    serve(listener, sys.argv[2] if len(sys.argv) > 2 else "")


if __name__ == "__main__":
    main()
