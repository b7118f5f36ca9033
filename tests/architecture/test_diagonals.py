"""Rooms lean left only, on every floor and across them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.rules.diagonals import diagonal_violations, may_import, room_of


def test_no_room_imports_one_further_right(root: Path) -> None:
    assert diagonal_violations(root) == []


@pytest.mark.parametrize(
    ("here", "there", "allowed"),
    [
        ("budget", "statistics", True),
        ("budget", "budget", True),
        ("budget", "coordination", False),
        ("coordination", "budget", False),
        ("statistics", "reports", False),
        ("reports", "budget", True),
        ("reports", "shell", True),
        ("shell", "law", True),
        ("shell", "statistics", False),
    ],
)
def test_rooms_may_import_what_stands_left_of_them(here: str, there: str, allowed: bool) -> None:
    assert may_import(here, there) is allowed


@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("setara.domain.budget.book", "budget"),
        ("setara.store.models.statistics", "statistics"),
        ("setara.store.models.trail", "foundation"),
        ("setara.web.shell.words", "shell"),
        ("setara.cli.demo.budget", None),
        ("setara.formats.pdf", None),
        ("setara.config.urls", None),
        ("django.db.models", None),
    ],
)
def test_a_room_is_read_from_a_dotted_name(name: str, room: str | None) -> None:
    assert room_of(name) == room
