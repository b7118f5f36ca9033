"""The demo as it is shipped, served for real, and Chromium to look at it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
# The first three because test machines have neither a sandbox for root nor a graphics card.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 120


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the demo keeps its data in."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def served(home: Path) -> Iterator[str]:
    """The address of a freshly filled demo, served by the command a newcomer types."""
    port = _free_port()
    settings = {name: value for name, value in os.environ.items() if "SETARA" not in name}
    settings |= {"SETARA_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    log = home / "server.log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "setara", "demo", "--port", str(port)],
            env=settings,
            stdout=out,
            stderr=out,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, server, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.3)
    pytest.fail(f"the demo did not come up:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """Chromium, started once."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(chromium), args=[*ARGUMENTS, *QUIET]
        )
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser, served: str) -> Iterator[BrowserContext]:
    """A browser without a past; addresses are relative to the demo."""
    opened = browser.new_context(base_url=served, viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab whose console must stay silent: a blocked script or style would speak there."""
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    # A refused form answers 422, which Chromium reports as a failed load.
    assert [words for words in complaints if "422" not in words] == []
