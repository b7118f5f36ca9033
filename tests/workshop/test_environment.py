"""The stamp of a virtual environment, and what makes it worthless."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.environment import Environment


@pytest.fixture
def made(tmp_path: Path) -> Environment:
    """An environment that looks whole."""
    lock = tmp_path / "app.lock"
    lock.write_text("django==5.2\n")
    environment = Environment(tmp_path / ".venv", lock, keeps_installer=False)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    environment.set_stamp()
    return environment


def test_a_whole_environment_is_ready(made: Environment) -> None:
    assert made.is_ready()


def test_another_lock_file_makes_it_anew(made: Environment) -> None:
    made.lock.write_text("django==6.0\n")

    assert not made.is_ready()


def test_another_python_makes_it_anew(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.python_version", lambda: "3.99.0")

    assert not made.is_ready()


def test_a_vanished_interpreter_makes_it_anew(made: Environment) -> None:
    made.python.unlink()

    assert not made.is_ready()


@pytest.mark.parametrize("content", [b"", b"half", b"\xff\xfe"])
def test_a_stamp_that_is_not_one_makes_it_anew(made: Environment, content: bytes) -> None:
    made.stamp.write_bytes(content)

    assert not made.is_ready()
