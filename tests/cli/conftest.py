"""The command line as a test drives it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from setara.cli.main import main
from tests.cast import cast

__all__ = ["cast"]


@dataclass(frozen=True)
class Outcome:
    """What a run of the command line left: its status, its answer, and its remarks."""

    status: int | str | None
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """`run("audit", "verify")` as a person would type it; the log goes to a folder of the test."""
    monkeypatch.setenv("SETARA_HOME", str(tmp_path))

    def running(*words: str) -> Outcome:
        return Outcome(_status(words), *capsys.readouterr())

    return running


def _status(words: tuple[str, ...]) -> int | str | None:
    try:
        return main(list(words))
    except SystemExit as end:
        return end.code
