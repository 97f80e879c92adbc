#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""usage: with_fake_host.py COMMAND ARGS…     runs the command as a client of a fake host of its own"""
import os
import subprocess
import sys
import tempfile

with tempfile.TemporaryDirectory(prefix="kmdock-um-") as directory:
    fake = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fake_host.py")
    host = subprocess.Popen([sys.executable, fake, directory], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert host.stdout.readline() == b"ready\n"
    environment = dict(os.environ, KMDOCK_DIR=directory)
    environment.pop("KMDOCK_HOST", None)
    status = subprocess.run(sys.argv[1:], env=environment, timeout=60, check=False).returncode
    host.stdin.close()
    ended = host.wait()
    sys.exit(status if status else 1 if ended else 0)
