"""The environment that checks and tests run in: none of the developer's own settings of Setara."""

from __future__ import annotations

from collections.abc import MutableMapping
from pathlib import Path

SETTINGS = "setara.config.settings"
TEST_PREFIX = "SETARA_TEST_"
SHORT_NAMES = ("SETARA_BROWSER", "SETARA_CHROMIUM")


def make_neutral(environment: MutableMapping[str, str], home: Path) -> None:
    """Drop what the developer set, and let Setara write into `home` only.

    SETARA_BROWSER and SETARA_CHROMIUM speak to the test run. They live on under its prefix,
    because the program refuses variables of its own prefix that it does not know.
    """
    for name in [name for name in environment if name.startswith("SETARA_")]:
        if name.startswith(TEST_PREFIX):
            continue
        value = environment.pop(name)
        if name in SHORT_NAMES:
            environment.setdefault(name.replace("SETARA_", TEST_PREFIX), value)
    environment["SETARA_HOME"] = str(home)
    environment["DJANGO_SETTINGS_MODULE"] = SETTINGS
