"""Where words that only read look: the real data, or practice where nothing real was set up."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from setara.cli.roof import DATABASE, PRACTICE, move_to_practice


def with_a_table(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        database.execute("CREATE TABLE kept (id INTEGER)")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SETARA_HOME", str(tmp_path))
    monkeypatch.setenv("SETARA_DATABASE", "")
    return tmp_path


def test_practice_is_read_where_nothing_real_is(house: Path) -> None:
    with_a_table(house / PRACTICE)
    (house / DATABASE).touch()

    assert move_to_practice() == house / PRACTICE
    assert os.environ["SETARA_HOME"] == str(house / PRACTICE)


def test_real_data_are_never_passed_over(house: Path) -> None:
    with_a_table(house / PRACTICE)
    with_a_table(house)

    assert move_to_practice() is None


def test_a_named_database_is_the_one_that_is_read(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_table(house / PRACTICE)
    monkeypatch.setenv("SETARA_DATABASE", "postgresql://user@host/setara")

    assert move_to_practice() is None


def test_a_house_without_practice_stays_as_it_is(house: Path) -> None:
    assert move_to_practice() is None
