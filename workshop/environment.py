"""The two virtual environments, and the stamp that says one is whole."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAYOUT = "1"
"""Raised when environments must be made anew although their lock file did not change."""


@dataclass(frozen=True)
class Environment:
    """A virtual environment made from one lock file."""

    folder: Path
    lock: Path
    keeps_installer: bool

    @property
    def python(self) -> Path:
        """Its interpreter."""
        if os.name == "nt":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> Path:
        """The file that is written last; without it the environment is taken for half-made."""
        return self.folder / "setara.stamp"

    @property
    def log(self) -> Path:
        """What the last installation printed."""
        return ROOT / "var" / "log" / f"install{self.folder.name}.log"

    def wanted(self) -> str:
        """The stamp of this lock file under the running Python."""
        facts = [
            LAYOUT,
            sys.implementation.cache_tag,
            platform.python_version(),
            platform.machine(),
        ]
        return hashlib.sha256(self.lock.read_bytes() + "\n".join(facts).encode()).hexdigest()

    def is_ready(self) -> bool:
        """Whether it was made, to the end, from this lock file and for this Python."""
        try:
            return self.stamp.read_text("ascii") == self.wanted() and self.python.exists()
        except (OSError, UnicodeDecodeError):
            return False

    def set_stamp(self) -> None:
        """Declare it whole."""
        fresh = self.stamp.with_suffix(".new")
        fresh.write_text(self.wanted(), "ascii")
        fresh.replace(self.stamp)


APP = Environment(ROOT / ".venv", ROOT / "requirements" / "app.lock", keeps_installer=False)
TEST = Environment(ROOT / ".venv-test", ROOT / "requirements" / "test.lock", keeps_installer=True)
