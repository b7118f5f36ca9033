"""Finding a Chromium for the browser tests, and what it means when there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import MutableMapping
from pathlib import Path

from workshop.environment import ROOT

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DOWNLOADS = ROOT / "var" / "browsers"
SHORT_NAMES = ("SETARA_BROWSER", "SETARA_CHROMIUM")
NONE_FOUND = (
    "tidak ada Chromium: pasang paket chromium, atau isi SETARA_CHROMIUM dengan jalurnya · "
    "no Chromium: install the package chromium, or give its path in SETARA_CHROMIUM"
)


def adopt_short_names(environment: MutableMapping[str, str]) -> None:
    """Rename SETARA_BROWSER and SETARA_CHROMIUM to SETARA_TEST_….

    The program refuses variables of its prefix that it does not know; those of the test run
    have a prefix of their own.
    """
    for name in SHORT_NAMES:
        if name in environment:
            longer = name.replace("SETARA_", "SETARA_TEST_")
            environment.setdefault(longer, environment.pop(name))
            environment.pop(name, None)


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
    return Path(found) if found else _downloaded() or _download()


def _downloaded() -> Path | None:
    found = sorted(DOWNLOADS.glob("chromium-*/*/chrome*"))
    return next((path for path in found if path.is_file() and os.access(path, os.X_OK)), None)


def _download() -> Path | None:
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        env={**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(DOWNLOADS)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=300,
        check=False,
    )
    return _downloaded()
