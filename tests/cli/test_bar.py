"""A bar is shown to people only, and only once there is something to show."""

from __future__ import annotations

import sys

import pytest

from setara.cli.deeds.bar import moving_bar
from setara.cli.terminal import Terminal
from setara.domain.language.text import Text

WORDS = Text("Membaca apbd.csv", "Reading apbd.csv")


def test_it_is_shown_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("FORCE_COLOR", "1")

    with moving_bar(WORDS, Terminal()) as progress:
        progress(0.5)

    assert "Membaca apbd.csv" in capsys.readouterr().err


def test_programs_see_none_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    with moving_bar(WORDS, Terminal()) as progress:
        progress(0.5)

    assert capsys.readouterr().err == ""


def test_what_is_quick_shows_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    with moving_bar(WORDS, Terminal()):
        pass

    assert "Membaca" not in capsys.readouterr().err
