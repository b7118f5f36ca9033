"""Installing: whole or not at all, one at a time, and a remedy instead of a stack trace."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from workshop import installing
from workshop.environment import Environment
from workshop.installing import InstallationFailed, prepare
from workshop.locking import only_one

CLOSED = "http://127.0.0.1:9/simple"


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """An environment that was never made, in a folder with blanks in its name."""
    folder = tmp_path / "kerja bersama"
    folder.mkdir()
    lock = folder / "app.lock"
    lock.write_text("")
    monkeypatch.setattr(Environment, "log", property(lambda self: folder / "install.log"))
    return Environment(folder / ".venv", lock, keeps_installer=False)


def _makes(environment: Environment) -> None:
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    environment.set_stamp()


def test_what_is_ready_is_left_alone(fresh: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    _makes(fresh)
    monkeypatch.setattr(installing, "_make", pytest.fail)

    assert prepare(fresh)


def test_a_closed_network_is_named_with_its_remedy(
    fresh: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {
        "PIP_INDEX_URL": CLOSED,
        "PIP_CONFIG_FILE": "/dev/null",
        "PIP_FIND_LINKS": "",
        "PIP_RETRIES": "0",
        "UV_INDEX_URL": CLOSED,
    }.items():
        monkeypatch.setenv(name, value)

    assert not prepare(fresh)

    said = capsys.readouterr().err
    assert "Periksa sambungan internet" in said
    assert "Check the internet connection" in said
    assert str(fresh.log) in said
    assert "Traceback" not in said
    assert not fresh.is_ready()


def test_a_folder_that_cannot_be_written_is_named(
    fresh: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(fresh.folder))

    monkeypatch.setattr(installing, "only_one", refuse)

    assert not prepare(fresh)
    assert "tidak dapat ditulisi" in capsys.readouterr().err


def test_a_half_made_environment_is_made_anew(
    fresh: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh.folder.mkdir()
    leftover = fresh.folder / "half"
    leftover.touch()
    monkeypatch.setattr(installing, "_run", lambda *_, **__: None)
    monkeypatch.setattr(installing, "_install_locked", lambda *_, **__: _makes(fresh))
    monkeypatch.setattr(installing, "_make_importable", lambda _: None)

    assert prepare(fresh)
    assert not leftover.exists()


def test_a_failed_step_leaves_no_stamp(fresh: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(log: Path, *_: str, **__: str) -> None:
        log.write_text("No space left on device")
        raise InstallationFailed

    _makes(fresh)
    fresh.lock.write_text("changed")
    monkeypatch.setattr(installing, "_run", fail)

    assert not prepare(fresh)
    assert not fresh.stamp.exists()


def test_a_second_launcher_waits_for_the_first(tmp_path: Path) -> None:
    order: list[str] = []
    waiting = threading.Event()

    def second() -> None:
        with only_one(tmp_path / "lock", waiting=waiting.set):
            order.append("second")

    with only_one(tmp_path / "lock", waiting=pytest.fail):
        other = threading.Thread(target=second)
        other.start()
        assert waiting.wait(10)
        order.append("first")
    other.join()

    assert order == ["first", "second"]
