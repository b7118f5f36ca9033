"""`setara serve` as an operator starts it: ready, quick the second time, gone when told."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PATIENCE = 60


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class Server:
    """A served installation in a folder of the test."""

    def __init__(self, home, port):
        self.port, self.told = port, home / "told.txt"
        environment = os.environ | {
            "SETARA_HOME": str(home),
            "SETARA_DATABASE": f"sqlite:///{home / 'setara.sqlite3'}",
        }
        with self.told.open("w") as told:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "setara", "serve", "--port", str(port)],
                stdout=told,
                stderr=subprocess.STDOUT,
                env=environment,
            )

    def get(self, path):
        return urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10)

    def wait(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                return self.get("/peraturan/")
            except URLError:
                time.sleep(0.2)
        pytest.fail(self.told.read_text())

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@pytest.fixture
def server(tmp_path):
    started = []

    def start():
        started.append(Server(tmp_path, free_port()))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.process.kill()


def test_an_installation_is_made_ready_served_and_stopped(server):
    first = server()
    page = first.wait()

    html = page.read().decode()
    assert "Permendagri 15/2008" in html
    assert "unsafe-inline" not in page.headers["Content-Security-Policy"]
    (style,) = re.findall(r'href="(/static/shell/tokens\.[0-9a-f]+\.css)"', html)
    assert "immutable" in first.get(style).headers["Cache-Control"]
    assert first.stop() == 0
    assert "Menyiapkan berkas tampilan" in first.told.read_text()

    second = server()
    second.wait()
    assert second.stop() == 0
    told = second.told.read_text()
    assert f"Setara dibuka di http://127.0.0.1:{second.port}/" in told
    assert "Menyiapkan" not in told
    assert "Traceback" not in told
