"""Progress: truthful on a terminal and in a log."""

from __future__ import annotations

import io

import pytest

from workshop.progress import Progress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_log_gets_a_plain_line_at_the_start_and_at_the_end() -> None:
    log = io.StringIO()

    with Progress(2, log).step("Memasang", "Installing"):
        during = log.getvalue()

    assert during == "  [1/2] Memasang · Installing …\n"
    assert log.getvalue().startswith(f"{during}✓ [1/2] Memasang · Installing 0.")
    assert "\033" not in log.getvalue()


def test_a_terminal_gets_a_turning_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()

    with Progress(1, terminal).step("Memasang", "Installing"):
        while "Memasang" not in terminal.getvalue():
            pass

    assert terminal.getvalue().splitlines()[-1].endswith(" s")
    assert "✓ [1/1] Memasang" in terminal.getvalue()


def test_a_step_that_fails_says_so() -> None:
    log = io.StringIO()

    with pytest.raises(ZeroDivisionError), Progress(1, log).step("Memasang", "Installing"):
        _ = 1 / 0

    assert "✗ [1/1]" in log.getvalue()
    assert "✓" not in log.getvalue()
