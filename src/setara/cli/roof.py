"""The roof as the command line reaches it: by name, as Django does, because nobody imports it."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import Any

SETTINGS = "setara.config.settings"
ENVIRONMENT = "setara.config.environment"


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
