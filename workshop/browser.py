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
