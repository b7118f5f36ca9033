"""W10, the footprint: what an office PC gives to Setara before anybody uses it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from workshop.bench.measuring import Figure, median_of, spent_by
from workshop.environment import APP, ROOT
from workshop.installing import prepare
from workshop.surroundings import make_neutral

PATIENCE = 60
SETTLING = 2
MEGABYTE = 1_000_000


def figures() -> Iterator[Figure]:
    """Installed size, start of the program and the launcher, first answer, memory at rest."""
    if not APP.is_ready() and not prepare(APP):
        return
    yield Figure("installed, with web and papers", _size(APP.folder) / MEGABYTE, "MB", 250)
    with tempfile.TemporaryDirectory(prefix="setara-bench-") as home:
        environment = dict(os.environ)
        make_neutral(environment, Path(home))
        program = [str(APP.python), "-m", "setara", "--help"]
        direct = spent_by(program, environment)
        launched = spent_by([sys.executable, str(ROOT / "setara"), "law", "--help"], environment)
        yield Figure("help, CPU", direct.cpu, "s")
        yield Figure("what the launcher adds, wall", launched.wall - direct.wall, "s", 0.3)
        # The first start makes the database; the ones that are measured find it.
        with _served(environment):
            pass
        yield Figure("start to first answer, wall", median_of(lambda: _start(environment)), "s", 3)
        with _served(environment) as server:
            time.sleep(SETTLING)
            memory = _memory_of_tree(server.pid)
        if memory:
            yield Figure("memory at rest", memory / MEGABYTE, "MB", 150)


def _start(environment: dict[str, str]) -> float:
    started = time.perf_counter()
    with _served(environment):
        return time.perf_counter() - started


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A server that has given its first answer, stopped afterwards."""
    port = _free_port()
    server = subprocess.Popen(
        [str(APP.python), "-m", "setara", "serve", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for_answer(server, port)
        yield server
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(PATIENCE)


def _wait_for_answer(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.02)
        else:
            return
        finally:
            connection.close()
    message = "the server gave no answer"
    raise TimeoutError(message)


def _size(folder: Path) -> int:
    """Bytes on disk; a file with two names counts once."""
    found = (file.lstat() for file in folder.rglob("*"))
    return sum({each.st_ino: each.st_blocks * 512 for each in found}.values())


def _memory_of_tree(pid: int) -> int:
    """Resident bytes of a process and all below it; 0 where the machine has no `ps`."""
    if shutil.which("ps") is None:
        return 0
    listed = subprocess.run(
        ["ps", "-e", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True
    ).stdout
    rows = [tuple(map(int, line.split())) for line in listed.splitlines()]
    tree = {pid}
    for child, parent, _ in sorted(rows):
        if parent in tree:
            tree.add(child)
    return sum(kilobytes for child, _, kilobytes in rows if child in tree) * 1024


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port
