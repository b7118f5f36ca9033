"""The roof as the command line reaches it: by name, as Django does, because nobody imports it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

SETTINGS = "setara.config.settings"
ENVIRONMENT = "setara.config.environment"
DATABASE = "setara.sqlite3"
PRACTICE = "demo"
"""The folder under the home that holds the practice government."""


def set_up_django() -> None:
    """Load settings and tables. Raises the roof's BadSetting for what cannot be used."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import_module("django").setup()


def variables() -> tuple[Any, ...]:
    """The table of environment variables (name, default, choices, explanation)."""
    table: tuple[Any, ...] = import_module(ENVIRONMENT).VARIABLES
    return table


def home() -> Path:
    """The folder of everything that is written. Raises the roof's BadSetting."""
    folder: Path = import_module(ENVIRONMENT).Environment(os.environ).folder("SETARA_HOME")
    return folder


def move_to_practice() -> Path | None:
    """Use the practice government where there is one and no real one yet; its folder, if so."""
    folder = home() / PRACTICE
    if os.environ.get("SETARA_DATABASE") or _has_tables(home() / DATABASE):
        return None
    if not _has_tables(folder / DATABASE):
        return None
    os.environ["SETARA_HOME"] = str(folder)
    return folder


def _has_tables(path: Path) -> bool:
    if not path.is_file():
        return False
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        return database.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
