#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: echoapp_test.py ECHOAPP     echoapp against a fake host: what it says and how it ends, also when it must fail"""
import os
import pty
import signal
import subprocess
import sys
import tempfile

APP = sys.argv[1]
FAKE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fake_host.py")
failures = number = 0


def check(holds, what, detail=""):
    global failures, number
    number += 1
    failures += not holds
    print(("" if holds else "not ") + f"ok {number} - {what}")
    if not holds:
        print("# " + repr(detail))


def read_all(terminal):
    output = b""
    try:
        while True:
            output += os.read(terminal, 4096)
    except OSError:
        return output


class Fake:
    def __init__(self, lie=""):
        self.lie = lie

    def __enter__(self):
        self.directory = tempfile.TemporaryDirectory(prefix="kmdock-um-")
        self.process = subprocess.Popen([sys.executable, FAKE, self.directory.name, self.lie], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self.process.stdout.readline() == "ready\n"
        self.environment = dict(os.environ, KMDOCK_DIR=self.directory.name)
        self.environment.pop("KMDOCK_HOST", None)
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.directory.cleanup()

    def start(self, *arguments, **how):
        return subprocess.Popen([APP, *arguments], env=self.environment, text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, **how)

    def run(self, *arguments):
        app = self.start(*arguments)
        output, _ = app.communicate(timeout=60)
        return app.returncode, output


def ignore_interrupts():
    signal.signal(signal.SIGINT, signal.SIG_IGN)


with Fake() as fake:
    status, output = fake.run()
    check(status == 0 and "512 bytes" in output and "30720 bytes: verified" in output, "one after the other", output)
    status, output = fake.run("-Async")
    check(status == 0 and "100 writes and 100 reads: verified." in output, "a hundred of each", output)
    status, output = fake.run("-async", "1234", "-device", "sample")
    check(status == 0 and "1234 writes and 1234 reads: verified." in output, "more than are outstanding at once", output)
    check("\r" not in output, "no progress line in a pipe", output)
    status, output = fake.run("-Device", "2")
    check(status == 1 and "no Echo device \"2\"" in output, "a device that there is not", output)
    status, output = fake.run("-?")
    check(status == 0 and "-Async" in output, "the usage", output)
    for wrong in (["-x"], ["-Async", "many"], ["-Device"], ["5"]):
        status, output = fake.run(*wrong)
        check(status == 2 and "-Async" in output, f"wrong usage: {wrong}", (status, output))
    master, terminal = pty.openpty()
    app = subprocess.run([APP, "-Async", "3000"], env=fake.environment, stdout=terminal, check=False)
    os.close(terminal)
    output = read_all(master)
    check(app.returncode == 0 and b"3000 writes, 3000 reads verified" in output, "progress on a terminal", output)

with Fake("hold") as fake:
    for how in ({}, {"preexec_fn": ignore_interrupts}):
        app = fake.start("-Async", "0", **how)
        while fake.process.stdout.readline() != "held 200\n":
            pass
        app.send_signal(signal.SIGINT)
        output, _ = app.communicate(timeout=1)
        check(app.returncode == 0 and "0 completed, 200 cancelled" in output, f"Ctrl-C of -Async 0, {how}", output)
    for arguments in ([], ["-Async", "50"]):
        app = fake.start(*arguments)
        while fake.process.stdout.readline() != "held 1\n":
            pass
        app.send_signal(signal.SIGINT)
        output, _ = app.communicate(timeout=1)
        check(app.returncode == 1 and "cancelled." in output and "0 completed" in output, f"Ctrl-C of {arguments}", output)

for lie, word in (("corrupt", "not one whole write"), ("cut", "not one whole write"), ("stale", "older than"),
                  ("empty", "is empty")):
    with Fake(lie) as fake:
        status, output = fake.run()
        check(status == 1 and "NOT what was written" in output, f"{lie}: seen one after the other", output)
        status, output = fake.run("-Async", "500")
        check(status == 1 and word in output and "FAILED" in output, f"{lie}: seen with many at once", output)

with Fake("die") as fake:
    status, output = fake.run("-Async", "0")
    check(status == 1 and "not there any more" in output, "the host goes away", output)
    status, output = fake.run()
    check(status == 1, "and stays away", output)

with tempfile.TemporaryDirectory() as nothing:
    app = subprocess.run([APP], env=dict(os.environ, KMDOCK_DIR=nothing), capture_output=True, text=True, check=False)
    check(app.returncode == 1 and "kmdock run" in app.stderr, "no device: it says how to start one", app.stderr)

print(f"1..{number}")
sys.exit(failures != 0)
