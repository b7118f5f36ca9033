"""Finding a Chromium for the browser tests, and what it means when there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from workshop.environment import ROOT

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DOWNLOADS = ROOT / "var" / "browsers"
WHERE = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
NONE_FOUND = (
    "tidak ada Chromium: pasang paket chromium, atau isi SETARA_CHROMIUM dengan jalurnya · "
    "no Chromium: install the package chromium, or give its path in SETARA_CHROMIUM"
)


def is_required() -> bool:
    """Whether a missing browser is a failure, as in CI, rather than a reason to skip."""
    return os.environ.get("SETARA_TEST_BROWSER") == "required"


def chromium() -> Path | None:
    """The Chromium to drive: the named one, one of the machine, one downloaded, or None."""
    named = os.environ.get("SETARA_TEST_CHROMIUM")
    if named:
        return Path(named) if Path(named).is_file() else None
    on_path = (shutil.which(name) for name in NAMES)
    found = next((path for path in on_path if path), None)
    return Path(found) if found else _downloaded()


def _downloaded() -> Path | None:
    """Playwright's own Chromium in `var/`, fetched at the first need; None where it cannot be."""
    environment = {**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(DOWNLOADS)}
    place = _run([sys.executable, "-c", WHERE], environment)
    if place and not Path(place).is_file():
        _run([sys.executable, "-m", "playwright", "install", "chromium"], environment)
    return Path(place) if place and Path(place).is_file() else None


def _run(command: list[str], environment: dict[str, str]) -> str:
    """What the command printed; nothing where it failed or took five minutes."""
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=300, check=True
        )
    except subprocess.SubprocessError:
        return ""
    return done.stdout.strip()
